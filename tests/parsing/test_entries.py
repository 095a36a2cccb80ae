"""Volumes of entries: order, ids, files, determinism, and records that survive their JSON."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import Any

import pytest

from foedera.knowledge import yaml_data
from foedera.models.entries import Entry
from foedera.models.pages import File, Page, Volume
from foedera.parsing import parse, read_entries
from foedera.reading import read_bytes
from tests.forge import ForgedVolume, forge_volume
from tests.parsing.conftest import Sheet, codes, read


@pytest.fixture(scope="module")
def forged() -> ForgedVolume:
    """A small volume with every damage in it."""
    return forge_volume(7, 30, "mixed")


@pytest.fixture(scope="module")
def entries(forged: ForgedVolume) -> list[Entry]:
    """Its records."""
    return read(forged.text)


def test_entries_come_in_order_of_the_page(entries: list[Entry]) -> None:
    """Each begins where, or after, the one before it does."""
    starts = [min((span.page, span.start) for span in entry.evidence["/number"]) for entry in entries if entry.number]
    assert starts == sorted(starts)
    assert len(starts) > 20


def test_ids_are_unique(entries: list[Entry]) -> None:
    """Numbers may repeat, ids never."""
    assert len({entry.id for entry in entries}) == len(entries)


def test_a_record_survives_its_json(entries: list[Entry]) -> None:
    """What `to_json` writes is a valid record, equal to the one it came from, on one line."""
    for entry in entries:
        line = entry.to_json()
        assert "\n" not in line
        assert Entry.model_validate_json(line) == entry
        assert Entry.model_validate_json(line).to_json() == line


def test_a_record_names_its_schema_first(entries: list[Entry]) -> None:
    """The first key is the schema and its version."""
    assert next(iter(json.loads(entries[0].to_json()).items())) == ("schema", "foedera/entry/1")


def test_the_same_pages_give_the_same_bytes(forged: ForgedVolume, entries: list[Entry]) -> None:
    """Nothing depends on what was read before."""
    assert [entry.to_json() for entry in read(forged.text)] == [entry.to_json() for entry in entries]


def test_entries_are_parsed_when_they_are_asked_for() -> None:
    """`parse` gives one entry after another, as `read_entries` gives them all."""
    volume = read_bytes((str(Sheet()) * 3).encode(), "x.txt")
    assert list(parse(volume)) == read_entries(volume)
    assert next(iter(parse(volume))).number == "4.1254"


def test_an_entry_names_its_file_and_pages() -> None:
    """The file's name, the hash of its bytes, and the pages from first to last."""
    whole = str(Sheet())
    raw = f"{whole}\f{whole}".encode()
    first, second = read_entries(read_bytes(raw, "a/volume.txt"))
    assert (first.source.file, first.source.pages) == ("a/volume.txt", [1, 1])
    assert (second.source.file, second.source.pages) == ("a/volume.txt", [2, 2])
    assert first.source.sha256 == second.source.sha256
    assert len(first.source.sha256) == 64


def test_an_entry_that_runs_over_files_names_all_of_them() -> None:
    """Its pages are those of each file that it covers."""
    whole = str(Sheet())
    at = whole.index("Alliance Type")
    pages = (Page(1, whole[:at]), Page(2, whole[at:]), Page(3, whole))
    files = (File("a.txt", "1" * 64, 1, 1), File("b.txt", "2" * 64, 2, 2))
    first, second = read_entries(Volume(pages, files))
    assert (first.source.file, first.source.pages, first.source.first_page) == ("a.txt", [1, 1], 1)
    assert [(part.file, part.pages, part.first_page) for part in first.source.continued_in] == [("b.txt", [2, 2], 2)]
    assert (second.source.file, second.source.pages, second.source.first_page) == ("b.txt", [3, 3], 2)
    assert second.source.continued_in == []


def test_what_was_noticed_of_a_file_is_said_of_its_entries() -> None:
    """A guessed encoding is an issue of every entry that the file holds."""
    text = str(Sheet(members="Côte d'Ivoire and Chile", summary="Négociations à Genève."))
    (entry,) = read_entries(read_bytes(text.encode("cp1252"), "x.txt"))
    assert "encoding-guessed" in codes(entry)
    assert entry.members[0].name == "Côte d'Ivoire"


def test_records_are_closed_to_change(entries: list[Entry]) -> None:
    """A record is a fact: no field can be set."""
    with pytest.raises(ValueError, match="frozen"):
        entries[0].title = "another"  # type: ignore[misc]


def test_every_issue_has_a_known_code(entries: list[Entry]) -> None:
    """The codes are those that `knowledge/issues.yaml` explains."""
    found = {code for entry in entries for code in codes(entry)}
    assert found
    assert found <= {row["code"] for row in yaml_data("issues.yaml")["issues"]}


STARTER: list[dict[str, Any]] = yaml_data("starter/entries.yaml")["entries"]
FIELDS = (
    "title",
    "members",
    "signed",
    "in_force",
    "types",
    "summary",
    "grade",
    "articles",
    "annexes",
    "closing",
    "signatures",
)
_DATED = "a heading that is a kind and a date is read as a signature"
_AFTER = "the closing of the treaty after its sub-documents is read as the last one's"
_HEAD = "a running head that is no title of the page stays in the text"
DIFFERENT: dict[tuple[str, str], str] = {
    ("3.1005", "in_force"): _HEAD,
    ("3.1008", "members"): "an accession with its date has a note beside it",
    ("3.1008", "in_force"): "another end for one member, after a semicolon, stays in the note",
    ("4.1010", "signed"): "the first renewal becomes the treaty renewed",
    **{("4.1010", field): _DATED for field in ("annexes", "signatures")},
    ("4.1011", "annexes"): "notes headed by writer and addressee are not parted",
    ("4.1012", "articles"): _HEAD,
    **{("4.1013", field): _AFTER for field in ("annexes", "closing", "signatures")},
    ("4.1021", "signatures"): "a signature over two lines is read as two",
}


@pytest.fixture(scope="module")
def starter() -> dict[str, Entry]:
    """The records of the starter compendium, by number."""
    found = read(files("foedera.knowledge").joinpath("starter/compendium.txt").read_text(encoding="utf-8"))
    return {str(entry.number): entry for entry in found}


def test_the_starter_compendium_has_its_entries_and_no_other(starter: dict[str, Entry]) -> None:
    """Each number once, in order; the front matter and the chapters' openings are none."""
    assert list(starter) == [truth["number"] for truth in STARTER]


def told(truth: dict[str, Any], field: str) -> Any:
    """What the source of the compendium says of a field, in the form of a record."""
    keys, force, text = ("name", "aliases", "joined", "left", "note"), truth["in_force"], truth["text"]
    # Whether a note repeats the ends of single members is not settled.
    note = force["note"] if force["note"] or not force["by_member"] else "any"
    made = {
        "members": [{key: member[key] for key in keys} for member in truth["members"]],
        "in_force": {**force, "note": note},
        "summary": " ".join(truth["summary"]),
        "grade": text["grade"],
        "articles": shape(text.get("articles", [])),
        "annexes": [(annex["kind"], shape(annex.get("articles", []))) for annex in text.get("annexes", [])],
        "closing": text.get("closing"),
        "signatures": [re.sub(r"^\(?L\. ?S\.\)? ", "", line) for line in text.get("signatures", [])],
    }
    return made[field] if field in made else truth[field]


def shape(articles: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    """Label, mark and words of numbered articles; where a paragraph ends is another matter."""
    rows = [(each["label"], each["printed"], " ".join(each["paragraphs"])) for each in articles]
    return [row for row in rows if row[0] != "unnumbered"]


def found(entry: Entry, field: str, wanted: Any) -> Any:
    """What the record says of the field."""
    record = entry.model_dump(by_alias=True)
    text = record["text"]
    if field == "members":
        return [{key: value for key, value in member.items() if key != "state"} for member in record["members"]]
    if field == "in_force" and wanted["note"] == "any":
        return record["in_force"] | {"note": "any"}
    if field == "articles":
        return shape(text["articles"])
    if field == "annexes":
        return [(annex["kind"], shape(annex["articles"])) for annex in text["annexes"]]
    return text[field] if field in {"grade", "closing", "signatures"} else record[field]


def cases() -> list[Any]:
    """Each field of each entry; those that the reader is known to read otherwise are marked."""
    rows = []
    for truth in STARTER:
        for field in FIELDS:
            reason = DIFFERENT.get((truth["number"], field))
            marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
            rows.append(pytest.param(truth, field, id=f"{truth['number']}-{field}", marks=marks))
    return rows


@pytest.mark.parametrize(("truth", "field"), cases())
def test_the_starter_compendium_is_read_as_its_source_says(
    truth: dict[str, Any], field: str, starter: dict[str, Entry]
) -> None:
    """Field by field, the record is what the print was made from."""
    wanted = told(truth, field)
    assert found(starter[truth["number"]], field, wanted) == wanted
