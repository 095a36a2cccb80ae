"""The way back: for every value of every record, the raw characters that its evidence names give the value."""

from __future__ import annotations

import itertools
import re
import unicodedata
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest

from foedera.mending import mend
from foedera.models.text import Text
from foedera.parsing import read_entries
from foedera.parsing.dates import find_dates
from foedera.parsing.numerals import glued_readings, readings
from foedera.reading import read_bytes
from tests.forge import forge_volume

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.models.entries import Entry
    from foedera.models.pages import Volume
    from foedera.models.spans import Span

# Values that are made from others and not from printed words, as patterns of their pointers.
DERIVED = (
    r"/(schema|id|layout)",  # the reader's own
    r"/members/\d+/state/\w+",  # the register's answer to a name and a date
    r"/sources/\d+/(csl/.+|container|series)",  # the register's answer to the words of a citation
    r"/text/grade",  # which label stands before the text
    r"/text/annexes/\d+/kind",  # which pattern its heading is of
    r"/complete/\w+",
    r"/source/.+",
)
# Values whose words are those of another pointer.
WITHIN = (
    (r"(/types/\d+)/(?:class|label)", r"\1"),
    (r"(/sources/\d+)/(?:text|volume|issue|number|issued|pages)", r"\1"),
    (r"(.*/articles/\d+)/label", r"\1/printed"),
)
DATES = re.compile(r".*/(?:date|renews|until|joined|left|issued)")
CLASSES = {"I": "I1l|", "II": "I1l|2", "III": "I1l|3"}


@dataclass(frozen=True)
class Case:
    """A volume with its records.

    `worn` if its long s and its loose accents are mended by what the whole volume shows: one value alone does not
    show it, so that letters are compared without accents, and f with s.
    """

    volume: Volume
    entries: list[Entry]
    worn: bool

    @classmethod
    def of(cls, text: str, *, worn: bool = False) -> Case:
        """The records of a text."""
        volume = read_bytes(text.encode(), "x.txt")
        return cls(volume, read_entries(volume), worn)

    def raw(self, spans: list[Span]) -> str:
        """The raw characters of these spans, one span a line."""
        return "\n".join(self.volume.pages[span.page - 1].text[span.start : span.end] for span in spans)

    def letters(self, text: str) -> str:
        """The letters and digits of a text as mended, whatever stands between them."""
        plain = unicodedata.normalize("NFKD" if self.worn else "NFC", mended(text)).replace("ſ", "s")
        found = "".join(each for each in plain if each.isalnum() and unicodedata.category(each) != "Lm")
        return found.replace("f", "s").replace("ı", "i") if self.worn else found


def mended(text: str) -> str:
    """A text mended within a line, so that a year on a line of its own is not taken for the page's number."""
    before, after = "These words:", "and so on."
    value = mend(Text.plain(f"{before} {text} {after}")).value
    assert value.startswith(before)
    assert value.endswith(after)
    return value[len(before) : -len(after)].strip()


@pytest.fixture(scope="module", params=["seed", "starter", "forged"])
def case(request: pytest.FixtureRequest) -> Case:
    """The seed page, the starter compendium, and a forged volume with every damage."""
    if request.param == "seed":
        return Case.of(request.getfixturevalue("seed_text"))
    if request.param == "starter":
        return Case.of(files("foedera.knowledge").joinpath("starter/compendium.txt").read_text(encoding="utf-8"))
    return Case.of(forge_volume(11, 60, "mixed").text, worn=True)


def leaves(value: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    """Every value of a record that says something, with its JSON pointer."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from leaves(each, f"{pointer}/{key}")
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from leaves(each, f"{pointer}/{index}")
    elif value not in (None, ""):
        yield pointer, value


def values(entry: Entry) -> Iterator[tuple[str, Any]]:
    """The values of a record that must have evidence."""
    record = entry.model_dump(by_alias=True, exclude={"issues", "evidence"})
    for pointer, value in leaves(record):
        if (pointer, value) == ("/in_force/status", "not-stated"):
            continue
        if not any(re.fullmatch(pattern, pointer) for pattern in DERIVED):
            yield pointer, value


def place_of(pointer: str) -> str:
    """The pointer under which a value's evidence stands."""
    for pattern, place in WITHIN:
        if hit := re.fullmatch(pattern, pointer):
            return hit.expand(place)
    return pointer


def is_made_from(case: Case, entry: Entry, pointer: str, value: str) -> bool:
    """Whether the characters of its evidence give a value."""
    if pointer.endswith("/label") and "/articles/" in pointer:
        return is_numbered(case, entry, pointer, value)
    spans = entry.evidence.get(place_of(pointer))
    if not spans:
        return False
    raw = case.raw(spans)
    words = mended(raw)
    if pointer == "/in_force/status":
        return ("until" in words) == (value == "ended")
    if pointer.endswith("/class"):
        return re.search(rf"Type\s+[{CLASSES[value]}]+", words) is not None
    if DATES.fullmatch(pointer):
        return value in [date.edtf for date in find_dates(words)] or value in re.findall(r"\b\d{4}\b", words)
    want, have = case.letters(value), case.letters(raw)
    return want in have if place_of(pointer) != pointer else want == have


def is_numbered(case: Case, entry: Entry, pointer: str, label: str) -> bool:
    """Whether an article's mark has its number, in some reading; an article without a mark has its words for it."""
    article = pointer.removesuffix("/label")
    spans = entry.evidence.get(f"{article}/printed")
    if label == "unnumbered" or not spans:
        return label.isalnum() and article in entry.evidence
    words = case.raw(spans)
    tokens = [*re.findall(r"[^\W_]+", words), *re.findall(r"[^\W_]+[- ][a-z]+", words)]
    return any(int(label) in (*readings(token), *[n for n, _ in glued_readings(token)]) for token in tokens)


def test_every_value_is_given_by_its_evidence(case: Case) -> None:
    """Read raw and mended, the spans of a value say the value; only what is derived has none."""
    wrong = [
        (entry.id, pointer, value, case.raw(entry.evidence.get(place_of(pointer), [])))
        for entry in case.entries
        for pointer, value in values(entry)
        if not is_made_from(case, entry, pointer, value)
    ]
    assert wrong == []


def test_there_are_values_of_every_kind_to_look_at(case: Case) -> None:
    """The records are not so poor that nothing is shown."""
    found = [pointer for entry in case.entries for pointer, _ in values(entry)]
    assert len(found) > 50
    kinds = {re.sub(r"\d+", "0", pointer) for pointer in found}
    assert {
        "/title",
        "/members/0/name",
        "/signed/0/date",
        "/in_force/until",
        "/types/0/label",
        "/sources/0/pages",
    } <= kinds


def test_all_evidence_is_of_a_value(case: Case) -> None:
    """Every pointer leads to something in the record, and names at least one character."""
    for entry in case.entries:
        record = entry.model_dump(by_alias=True)
        for pointer, spans in entry.evidence.items():
            value: Any = record
            for key in pointer.split("/")[1:]:
                value = value[int(key)] if isinstance(value, list) else value[key]
            assert value not in (None, "", []), (entry.id, pointer)
            assert any(span.start < span.end for span in spans), (entry.id, pointer)


def test_every_issue_quotes_what_it_points_at(case: Case) -> None:
    """The quote ends with the words of its place, or is their end."""
    wrong = []
    for entry in case.entries:
        for issue in entry.issues:
            if issue.quote and issue.at:
                quote, place = case.letters(issue.quote), case.letters(case.raw(issue.at))
                if not (quote.endswith(place) or place.endswith(quote)):
                    wrong.append((entry.id, issue.code, issue.quote, case.raw(issue.at)))
    assert wrong == []


def test_the_spans_of_a_value_are_in_order_and_on_its_pages(case: Case) -> None:
    """They do not overlap, and stand on the pages that the record says it covers."""
    for entry in case.entries:
        first, last = entry.source.pages
        for pointer, spans in entry.evidence.items():
            places = [(span.page, span.start, span.end) for span in spans]
            assert places == sorted(places), (entry.id, pointer)
            assert all(first <= page <= last for page, _, _ in places), (entry.id, pointer)
            for one, two in itertools.pairwise(places):
                assert one[0] < two[0] or one[2] <= two[1], (entry.id, pointer)
