"""The starter compendium: its source is consistent, its print is made of it, and its facts stand beside COW's."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.print_starter import PRINT, SOURCE, breaks, printed, wrap
from foedera.models.entries import AllianceType, Article, Citation, Force, Member, Record, Signing

COW = Path(__file__).resolve().parents[3] / "shared" / "data" / "cow" / "alliance_v4.1_by_member.csv"

VOLUME: dict[str, Any] = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
ENTRIES: list[dict[str, Any]] = VOLUME["entries"]
TEXT = PRINT.read_text(encoding="utf-8")
PAGES = TEXT.split("\f")
CENTURY = {"1": 1600, "2": 1700, "3": 1800, "4": 1900, "5": 2000}
EDTF = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?[?~]?")

each_entry = pytest.mark.parametrize("entry", ENTRIES, ids=[entry["number"] for entry in ENTRIES])


def _squashed(text: str) -> str:
    """`text` without white space and hyphens, so that where lines end does not matter."""
    return re.sub(r"[\s-]+", "", text)


def _body() -> str:
    """The whole print without running heads and folios."""
    return "\n".join("\n".join(page.splitlines()[1:-1]) for page in PAGES[1:])


BODY = _squashed(_body())


def _in_english(edtf: str) -> str:
    day = date.fromisoformat(edtf)
    return f"{day:%B} {day.day}, {day.year}"


def _sub_documents(entry: dict[str, Any]) -> list[dict[str, Any]]:
    return [entry["text"], *entry["text"].get("annexes", [])]


def test_the_stored_print_is_what_the_source_gives() -> None:
    """Editing the source without printing it again fails here."""
    assert printed(VOLUME) == TEXT


def test_the_numbers_rise_through_the_volume_and_agree_with_the_century() -> None:
    """There are 24 entries, in order of signature, numbered 1001 to 1024 with the digit of their chapter."""
    running = [int(entry["number"].split(".")[1]) for entry in ENTRIES]
    assert running == list(range(1001, 1025))
    for entry in ENTRIES:
        year = int(entry["signed"][0]["date"][:4])
        assert CENTURY[entry["number"][0]] < year <= CENTURY[entry["number"][0]] + 100
    days = [entry["signed"][0]["date"] for entry in ENTRIES]
    assert days == sorted(days)


def test_all_chapters_all_types_and_both_grades_are_there() -> None:
    """The sample is broad enough to try a parser on."""
    assert {entry["number"][0] for entry in ENTRIES} == set(CENTURY)
    labels = {kind["label"].casefold() for entry in ENTRIES for kind in entry["types"]}
    assert labels == {"defense pact", "neutrality pact", "non-aggression pact", "entente"}
    assert {entry["text"]["grade"] for entry in ENTRIES} == {"text", "description"}
    assert {entry["in_force"]["status"] for entry in ENTRIES} == {"ended", "in-force", "not-stated"}


@each_entry
def test_the_parts_of_an_entry_are_those_of_the_record(entry: dict[str, Any]) -> None:
    """A parse can be compared with the source field by field: the models take its parts, and refuse unknown fields."""
    for member in entry["members"]:
        _is_kept(Member, {key: value for key, value in member.items() if key != "cow"})
    for signing in entry["signed"]:
        _is_kept(Signing, signing)
    for source in entry["sources"]:
        _is_kept(Citation, source)
    for kind in entry["types"]:
        _is_kept(AllianceType, kind)
    for part in _sub_documents(entry):
        for article in part.get("articles", []):
            _is_kept(Article, article)
    _is_kept(Force, entry["in_force"])


def _is_kept(model: type[Record], part: dict[str, Any]) -> None:
    assert model.model_validate(part).model_dump(by_alias=True, exclude_unset=True) == part


@each_entry
def test_the_dates_are_well_formed_and_in_order(entry: dict[str, Any]) -> None:
    """Every date is EDTF; no member joins before the first signature; no end comes before it."""
    signed = entry["signed"][0]["date"]
    for event in entry["events"]:
        assert set(event) <= {"kind", "date", "note", "source"}
        assert EDTF.fullmatch(event["date"]), event
    assert any(event["kind"] == "signature" and event["date"] == signed for event in entry["events"])
    assert all(member["joined"] is None or member["joined"] >= signed for member in entry["members"])
    force = entry["in_force"]
    ends = [force["until"], *(one["until"] for one in force["by_member"])]
    assert all(end is None or end > signed for end in ends)
    if force["status"] != "ended":
        assert force["until"] is None
    names = {member["name"] for member in entry["members"]}
    assert {one["member"] for one in force["by_member"]} <= names


@each_entry
def test_the_header_prints_the_facts(entry: dict[str, Any]) -> None:
    """Names, aliases, dates and places of the facts stand in the printed header lines."""
    members, signed = entry["printed"]["members"], entry["printed"]["signed"]
    for member in entry["members"]:
        assert member["name"] in members
        assert all(alias in members for alias in member["aliases"])
        assert member["joined"] is None or _in_english(member["joined"]) in members
        assert member["note"] is None or member["note"] in members
    for signing in entry["signed"]:
        assert _in_english(signing["date"]) in signed
        assert signing["place"] in signed
        assert signing["country"] is None or f"({signing['country']})" in signed
    force = entry["in_force"]
    for end in (force["until"], *(one["until"] for one in force["by_member"])):
        assert end is None or len(end) < len("1822-10-31") or _in_english(end) in signed
    assert force["note"] is None or force["note"] in signed
    assert ("In force" in signed) == (force["status"] != "not-stated")
    assert ("date of publication" in signed) == (force["status"] == "in-force")


@each_entry
def test_every_paragraph_is_printed(entry: dict[str, Any]) -> None:
    """What the source says stands in the pages, whatever the line ends and hyphens."""
    paragraphs = [*entry["summary"], *entry["text"].get("paragraphs", [])]
    for part in _sub_documents(entry):
        paragraphs += [part.get(key) or "" for key in ("title", "preamble", "closing")]
        for article in part.get("articles", []):
            paragraphs += [article["printed"] + article["paragraphs"][0], *article["paragraphs"][1:]]
    paragraphs += [f"AllianceMembers:{entry['printed']['members']}SignedOn:{entry['printed']['signed']}"]
    assert [text for text in paragraphs if _squashed(text) not in BODY] == []


@each_entry
def test_article_labels_run_on_or_are_an_extract(entry: dict[str, Any]) -> None:
    """The labels of each sub-document are 1, 2, 3 and so on; only an extract may skip."""
    for part in _sub_documents(entry):
        labels = [int(article["label"]) for article in part.get("articles", [])]
        if "extract" in (part.get("title") or ""):
            assert labels == sorted(set(labels))
        else:
            assert labels == list(range(1, len(labels) + 1))


def test_every_reference_names_an_entry() -> None:
    """A number in the prose of the sample is one of the sample's own."""
    numbers = {entry["number"] for entry in ENTRIES}
    for entry in ENTRIES:
        assert set(re.findall(r"\b[1-5]\.1\d{3}\b", " ".join(entry["summary"]))) <= numbers - {entry["number"]}


def test_pages_have_heads_and_folios() -> None:
    """Each page after the front matter begins with a running head and ends with its number; lines stay narrow."""
    heads = {entry.get("head", entry["title"]) for entry in ENTRIES} | set(VOLUME["volume"]["chapters"].values())
    for folio, page in enumerate(PAGES, start=1):
        lines = page.splitlines()
        assert lines[-1] == str(folio)
        assert folio == 1 or lines[0] in heads
        assert max(map(len, lines[1:])) <= 65


def test_a_running_head_names_the_entry_it_should() -> None:
    """The first entry to start on an odd page, the last on an even one, else the one that goes on."""
    heads = {entry["number"]: entry.get("head", entry["title"]) for entry in ENTRIES}
    titles = {f"{entry['number']} {entry['title'].split()[0]}" for entry in ENTRIES}
    chapters = set(VOLUME["volume"]["chapters"].values())
    going_on = ""
    for folio, page in enumerate(PAGES[1:], start=2):
        head, *lines = page.splitlines()
        starting = [line[:6] for line in lines if " ".join(line.split()[:2]) in titles]
        if head not in chapters:
            assert head == heads[(starting[0] if folio % 2 else starting[-1]) if starting else going_on]
        going_on = starting[-1] if starting else going_on


def test_a_broken_word_is_broken_where_it_may_be() -> None:
    """Own hyphens are kept as they are, soft ones stand at syllables, and a word without a known break stays whole."""
    assert wrap("aaaa Austria-Hungary", 15) == ["aaaa Austria-", "Hungary"]
    assert wrap("aaaa ratifications", 12) == ["aaaa ratifi-", "cations"]
    assert breaks("strength") == []
    assert wrap("aaaa strength", 10) == ["aaaa", "strength"]


def _cow_alliances() -> dict[int, list[dict[str, str]]]:
    alliances: dict[int, list[dict[str, str]]] = {}
    with COW.open(encoding="latin-1", newline="") as rows:
        for row in csv.DictReader(rows):
            alliances.setdefault(int(row["version4id"]), []).append(row)
    return alliances


def _cow_date(row: dict[str, str], which: str) -> str | None:
    year, month, day = (row[f"all_{which}_{part}"] for part in ("year", "month", "day"))
    return f"{int(year):04}-{int(month):02}-{int(day):02}" if year else None


def _differences(entry: dict[str, Any], rows: list[dict[str, str]] | None) -> dict[str, str]:
    """Where the source and COW say different things, by the key that `differs` must explain it under."""
    if rows is None:
        return {"absent": "no such alliance"}
    codes = {member["cow"] for member in entry["members"] if member["cow"] is not None}
    pairs: dict[str, tuple[object, object]] = {
        "signed": (entry["signed"][0]["date"], _cow_date(rows[0], "st")),
        "members": (sorted(codes), sorted({int(row["ccode"]) for row in rows})),
    }
    if entry["in_force"]["status"] != "not-stated" or rows[0]["all_end_year"]:
        pairs["until"] = (entry["in_force"]["until"], _cow_date(rows[0], "end"))
    return {key: f"ours {ours}, COW {theirs}" for key, (ours, theirs) in pairs.items() if ours != theirs}


@pytest.mark.skipif(not COW.exists(), reason="the COW alliance file is not on this machine")
@each_entry
def test_every_difference_from_cow_is_explained(entry: dict[str, Any]) -> None:
    """Signature, member codes and end agree with COW 4.1, or `differs` says why not; it explains nothing else."""
    alliances = _cow_alliances()
    rows = alliances[entry["cow_id"]] if entry["cow_id"] is not None else None
    differences = _differences(entry, rows)
    assert set(differences) == set(entry["differs"]), differences
    assert all(entry["differs"].values())
