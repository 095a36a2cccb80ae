"""Text and its map back: whatever is edited, every character knows where on the pages it came from."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import hypothesis.strategies as st
import pytest
from hypothesis import given

from foedera.models.pages import File, Page, Volume
from foedera.models.spans import Span
from foedera.models.text import Edit, Mark, Mended, Text

LETTERS = st.text(alphabet="ab -\n éˇ7", max_size=30)
PAGES = st.lists(LETTERS, min_size=1, max_size=4)
ROUNDS = st.lists(
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 5), st.text(alphabet="XYZ", max_size=4)), max_size=6),
    max_size=5,
)


class Letter(NamedTuple):
    """A character of the reference: `low` to `high` is the raw range it may come from; `own` if it never changed."""

    char: str
    low: int
    high: int
    own: bool


def volume_of(pages: list[str]) -> Volume:
    """A volume of pages read from one file."""
    numbered = tuple(Page(number, text) for number, text in enumerate(pages, 1))
    return Volume(numbered, (File("a.txt", "0", 1, len(pages)),))


def placed(plan: list[tuple[int, int, str]], size: int) -> list[Edit]:
    """A plan of (gap, length, new) as edits in order, as many as fit in `size` characters."""
    edits, at = [], 0
    for gap, length, new in plan:
        start, end = at + gap, at + gap + length
        if end > size:
            break
        edits.append(Edit(start, end, new))
        at = end
    return edits


def edited(letters: list[Letter], edits: list[Edit], size: int) -> list[Letter]:
    """The reference: the letters after the edits, done one by one; `size` is that of the raw text."""
    done: list[Letter] = []
    at = 0
    for edit in edits:
        done += letters[at : edit.start]
        old = letters[edit.start : edit.end]
        if len(old) == len(edit.new):
            done += [Letter(char, one.low, one.high, False) for char, one in zip(edit.new, old, strict=True)]
        else:
            around = old or [*letters[max(edit.start - 1, 0) : edit.start], *letters[edit.end : edit.end + 1]]
            low = min((one.low for one in around), default=0) if old or edit.start else 0
            high = max((one.high for one in around), default=size) if old or edit.end < len(letters) else size
            done += [Letter(char, low, high, False) for char in edit.new]
        at = edit.end
    return done + letters[at:]


def after_rounds(pages: list[str], rounds: list[list[tuple[int, int, str]]]) -> tuple[Text, list[Letter]]:
    """The text and the reference after the same rounds of edits."""
    text = Text.of(volume_of(pages))
    letters = [Letter(char, at, at + 1, True) for at, char in enumerate(text.raw)]
    for number, plan in enumerate(rounds):
        edits = placed(plan, len(text.value))
        text = text.edit(f"round-{number}", edits)
        letters = edited(letters, edits, len(text.raw))
    return text, letters


def printed(pages: list[str], span: Span) -> str:
    """The characters that stand in a span; a span that leaves its page fails."""
    page = pages[span.page - 1]
    assert span.end <= len(page)
    return page[span.start : span.end]


def covered(spans: list[Span]) -> set[tuple[int, int]]:
    """The places in some spans, as (page, offset)."""
    return {(span.page, at) for span in spans for at in range(span.start, span.end)}


@given(PAGES, ROUNDS)
def test_the_value_is_what_the_edits_make(pages: list[str], rounds: list[list[tuple[int, int, str]]]) -> None:
    """Rounds of edits give the same characters as a plain list of characters edited one by one."""
    text, letters = after_rounds(pages, rounds)
    assert text.value == "".join(letter.char for letter in letters)
    assert text.raw == "\f".join(pages)


@given(PAGES, ROUNDS)
def test_each_character_comes_from_its_place(pages: list[str], rounds: list[list[tuple[int, int, str]]]) -> None:
    """One never touched comes from just its own raw character; one replaced, from within what it replaced."""
    text, letters = after_rounds(pages, rounds)
    for at, letter in enumerate(letters):
        spans = text.origin(at, at + 1)
        quotes = [printed(pages, span) for span in spans]
        if letter.own:
            assert quotes == ([] if letter.char == "\f" else [letter.char])
            assert text.raw_at(at) == letter.low
        for low, high in text.origin_ranges(at, at + 1):
            assert letter.low <= low <= high <= letter.high


@given(PAGES, ROUNDS, st.data())
def test_evidence_stands_in_order_on_its_pages(
    pages: list[str], rounds: list[list[tuple[int, int, str]]], data: st.DataObject
) -> None:
    """Evidence never leaves a page nor steps back, covers the origin, and adds to it no letter or digit."""
    text, _ = after_rounds(pages, rounds)
    start = data.draw(st.integers(0, len(text.value)))
    end = data.draw(st.integers(start, len(text.value)))
    origin, evidence = text.origin(start, end), text.evidence(start, end)
    assert all(printed(pages, span) is not None for span in [*origin, *evidence])
    assert all((one.page, one.end) <= (two.page, two.start) for one, two in pairwise(evidence))
    assert covered(origin) <= covered(evidence)
    added = covered(evidence) - covered(origin)
    assert not any(pages[page - 1][at].isalnum() for page, at in added)


@given(PAGES, ROUNDS)
def test_the_map_runs_forward(pages: list[str], rounds: list[list[tuple[int, int, str]]]) -> None:
    """After a round of edits no character comes from before an earlier one, and the end is the end."""
    text, _ = after_rounds(pages, rounds[:1])
    places = [text.raw_at(at) for at in range(len(text.value) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(text.raw)
    ranges = text.origin_ranges(0, len(text.value))
    assert ranges == sorted(ranges)


def test_a_part_of_what_was_replaced_comes_from_all_of_it() -> None:
    """Two characters that became four are the origin of each of the four, also when another edit parts these."""
    text = Text.plain("abcdefgh").edit("one", [Edit(1, 3, "XYZW")]).edit("two", [Edit(3, 3, "-")])
    assert text.value == "aXY-ZWdefgh"
    assert [text.raw_at(at) for at in range(1, 6)] == [1, 1, 1, 1, 1]
    assert {tuple(text.origin(at, at + 1)) for at in range(1, 6)} == {(Span(1, 1, 3),)}


@given(PAGES, ROUNDS)
def test_the_log_tells_every_edit_in_raw_characters(pages: list[str], rounds: list[list[tuple[int, int, str]]]) -> None:
    """Each edit is logged once, under its step, with the raw range it replaced, in range."""
    text, _ = after_rounds(pages, rounds)
    assert all(0 <= one.start <= one.end <= len(text.raw) for one in text.log)
    steps = [one.step for one in text.log]
    assert steps == sorted(steps)
    alone = Text.of(volume_of(pages))
    edits = placed(rounds[0] if rounds else [], len(alone.value))
    wanted = [Mended("one", edit.start, edit.end, edit.new) for edit in edits]
    assert list(alone.edit("one", edits).log) == wanted


@pytest.mark.parametrize(
    "edits",
    [
        pytest.param([Edit(0, 3, "x"), Edit(2, 4, "y")], id="overlap"),
        pytest.param([Edit(3, 4, "x"), Edit(0, 1, "y")], id="out of order"),
        pytest.param([Edit(2, 6, "x")], id="beyond the end"),
        pytest.param([Edit(6, 6, "x")], id="all beyond the end"),
        pytest.param([Edit(3, 2, "x")], id="backwards"),
        pytest.param([Edit(-1, 2, "x")], id="before the start"),
    ],
)
def test_edits_that_cannot_be_done_together_are_refused(edits: list[Edit]) -> None:
    """Edits that overlap, step back or leave the text raise an error with the step's name and the place."""
    text = Text.plain("Pacts")
    bad = edits[-1]
    with pytest.raises(ValueError, match=f"glue: edit {bad.start}-{bad.end}"):
        text.edit("glue", edits)
    assert text.value == "Pacts"


@pytest.mark.parametrize(
    ("edits", "value"),
    [
        pytest.param([], "Pacts", id="none"),
        pytest.param([Edit(0, 0, "x"), Edit(5, 5, "y")], "xPactsy", id="inserted at both ends"),
        pytest.param([Edit(1, 2, "x"), Edit(2, 3, "y")], "Pxyts", id="side by side"),
        pytest.param([Edit(2, 2, "x"), Edit(2, 2, "y")], "Paxycts", id="two at one place"),
        pytest.param([Edit(0, 5, "")], "", id="all cut"),
    ],
)
def test_edits_that_touch_are_done(edits: list[Edit], value: str) -> None:
    """Edits may touch, insert at either end, and take everything away; the text before stays as it was."""
    text = Text.plain("Pacts")
    assert text.edit("step", edits).value == value
    assert text.value == "Pacts"


def test_pages_are_joined_by_form_feeds_that_belong_to_none() -> None:
    """The text of a volume is its pages with a form feed between each two, an empty page too."""
    text = Text.of(volume_of(["Por-", "", "tugal"]))
    assert text.value == text.raw == "Por-\f\ftugal"
    assert text.page_starts == (0, 5, 6)
    assert text.origin(4, 6) == []
    assert text.origin(0, 11) == [Span(1, 0, 4), Span(3, 0, 5)]


def test_a_volume_without_pages_is_an_empty_text() -> None:
    """Nothing read is nothing to mend, and no span."""
    text = Text.of(Volume((), ()))
    assert (text.value, text.raw, text.origin(0, 0), text.raw_at(0)) == ("", "", [], 0)


def test_a_plain_text_is_one_page() -> None:
    """A form feed of a plain text is a character of its only page."""
    assert Text.plain("a\fb").origin(0, 3) == [Span(1, 0, 3)]


def test_a_word_broken_over_two_pages_has_a_span_on_each() -> None:
    """Joined over the page break, `Portugal` comes from both pages; its evidence too."""
    text = Text.of(volume_of(["of Por-", "tugal"])).edit("hyphens", [Edit(6, 8, "")])
    assert text.value == "of Portugal"
    assert text.origin(3, 11) == [Span(1, 3, 6), Span(2, 0, 5)]
    assert text.evidence(3, 11) == [Span(1, 3, 7), Span(2, 0, 5)]


def test_evidence_joins_over_a_hyphen_but_not_over_words_that_were_cut() -> None:
    """A word over a line end is one span of evidence; with a running head cut out between, it is two."""
    broken = Text.plain("Por-\ntugal").edit("hyphens", [Edit(3, 5, "")])
    assert broken.origin(0, 8) == [Span(1, 0, 3), Span(1, 5, 10)]
    assert broken.evidence(0, 8) == [Span(1, 0, 10)]
    parted = Text.plain("Por-\nHEAD\ntugal").edit("furniture", [Edit(3, 10, "")])
    assert parted.evidence(0, 8) == [Span(1, 0, 3), Span(1, 10, 15)]


def test_a_replaced_letter_comes_from_all_it_replaced() -> None:
    """An accent and its letter that became one character are both its origin; its neighbours keep their own."""
    text = Text.plain("Sleˇzevi").edit("accents", [Edit(3, 5, "ž")])
    assert text.origin(3, 4) == [Span(1, 3, 5)]
    assert text.origin(2, 3) == [Span(1, 2, 3)]
    assert text.origin(4, 5) == [Span(1, 5, 6)]
    assert text.raw_at(4) == 5


def test_letters_replaced_one_for_one_keep_their_own_places() -> None:
    """`fuch` read as `such`: each letter comes from the one printed in its place."""
    text = Text.plain("of fuch").edit("long-s", [Edit(3, 7, "such")])
    assert [text.origin(at, at + 1) for at in range(3, 7)] == [[Span(1, at, at + 1)] for at in range(3, 7)]


def test_an_inserted_space_is_an_empty_span_between_its_neighbours() -> None:
    """What was not printed comes from an empty place, and costs no gap in the evidence."""
    text = Text.plain("vol.12").edit("glue", [Edit(4, 4, " ")])
    assert text.origin(4, 5) == [Span(1, 4, 4)]
    assert text.evidence(0, 7) == [Span(1, 0, 6)]


MARKS = [Mark("b", 9, 12, "second"), Mark("a", 2, 4, "first"), Mark("c", 9, 10, "also there")]


def test_marks_are_kept_in_order_of_place() -> None:
    """Marks added out of order, in two calls, stand in order of place; the text itself is the same."""
    text = Text.plain("x" * 20).mark(MARKS[:1]).mark(MARKS[1:])
    assert [mark.code for mark in text.marks] == ["a", "c", "b"]
    assert text.value == "x" * 20
    assert text.mark([]) is text


@pytest.mark.parametrize(
    ("low", "high", "codes"),
    [(0, 20, "acb"), (2, 3, "a"), (3, 9, ""), (2, 9, "a"), (9, 10, "cb"), (10, 20, ""), (0, 0, ""), (9, 9, "")],
)
def test_marks_between_are_those_that_start_there(low: int, high: int, codes: str) -> None:
    """The range is half-open, and counts where a mark starts, not where it ends."""
    text = Text.plain("x" * 20).mark(MARKS)
    assert "".join(mark.code for mark in text.marks_between(low, high)) == codes


def test_marks_stay_when_the_text_is_edited_after() -> None:
    """Marks are in raw offsets: an edit before them does not move them."""
    text = Text.plain("x" * 20).mark(MARKS).edit("cut", [Edit(0, 15, "")])
    assert text.marks_between(2, 3)[0].message == "first"
