"""Text with its map back: a string made from raw pages by edits, every character of which knows its origin.

A `Text` holds the mended string and a list of pieces. Piece i covers the mended characters from `_at[i]` to
`_at[i + 1]` and comes from the raw characters from `_raw[i]` on. A copied piece (`_len[i]` is its length) maps
character by character; a replaced one (`_len[i]` is the complement of its raw length, so negative) maps as a whole.
Raw offsets count in the pages joined by form feeds.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from foedera.models.pages import PAGE_BREAK
from foedera.models.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.models.pages import Volume

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the characters `start` to `end` of a text by `new`."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Mended:
    """One mend as done: which step replaced which raw characters by what."""

    step: str
    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Something a step noticed and left alone, at raw characters `start` to `end`."""

    code: str
    start: int
    end: int
    message: str
    restored: str | None = None


@dataclass(frozen=True)
class Text:
    """Mended text of a volume. Immutable: `edit` and `mark` return a new text."""

    value: str
    raw: str
    page_starts: tuple[int, ...]
    log: tuple[Mended, ...] = ()
    marks: tuple[Mark, ...] = ()
    _at: list[int] = field(default_factory=list, repr=False)
    _raw: list[int] = field(default_factory=list, repr=False)
    _len: list[int] = field(default_factory=list, repr=False)

    @classmethod
    def of(cls, volume: Volume) -> Text:
        """The raw text of all pages of `volume`, joined by form feeds, before any mending."""
        raw = PAGE_BREAK.join(page.text for page in volume.pages)
        starts, at = [], 0
        for page in volume.pages:
            starts.append(at)
            at += len(page.text) + 1
        return cls(raw, raw, tuple(starts) or (0,), _at=[0, len(raw)], _raw=[0], _len=[len(raw)])

    @classmethod
    def plain(cls, value: str) -> Text:
        """A text of one page; form feeds in `value` are ordinary characters."""
        return cls(value, value, (0,), _at=[0, len(value)], _raw=[0], _len=[len(value)])

    def edit(self, step: str, edits: Iterable[Edit]) -> Text:
        """This text with `edits` done (in its own offsets, in order, not overlapping), under the name `step`.

        Raises `ValueError` when the edits overlap, are out of order, or run outside the text.
        """
        wanted = list(edits)
        if not wanted:
            return self
        pieces, values, log = _Pieces(self), [], list(self.log)
        done = 0
        for edit in wanted:
            if not done <= edit.start <= edit.end <= len(self.value):
                raise ValueError(f"{step}: edit {edit.start}-{edit.end} overlaps or leaves the text")
            values += [self.value[done : edit.start], edit.new]
            pieces.copy(done, edit.start)
            raw = pieces.replace(edit)
            log.append(Mended(step, *raw, edit.new))
            done = edit.end
        values.append(self.value[done:])
        pieces.copy(done, len(self.value))
        return Text("".join(values), self.raw, self.page_starts, tuple(log), self.marks, *pieces.arrays())

    def mark(self, marks: Iterable[Mark]) -> Text:
        """This text with further `marks` (in raw offsets), kept in order of place."""
        wanted = tuple(marks)
        if not wanted:
            return self
        every = tuple(sorted((*self.marks, *wanted), key=lambda mark: (mark.start, mark.end, mark.code)))
        return Text(self.value, self.raw, self.page_starts, self.log, every, self._at, self._raw, self._len)

    def origin_ranges(self, start: int, end: int) -> list[Range]:
        """The raw ranges, in order and joined where they touch, that characters `start` to `end` come from."""
        starts, raws, lengths = self._at, self._raw, self._len
        index = max(bisect_right(starts, start) - 1, 0)
        found: list[Range] = []
        before = -1
        while index < len(raws) and starts[index] < end:
            at, low, length = starts[index], raws[index], lengths[index]
            if length >= 0:
                high = low + min(end - at, length)
                low += max(start - at, 0)
            else:
                high = low + ~length
            if low == before:
                found[-1] = (found[-1][0], high)
            elif not found or (low, high) != found[-1]:
                found.append((low, high))
            before = high
            index += 1
        return found

    def raw_at(self, position: int) -> int:
        """The raw offset at which the character at `position` begins; the end of the raw text for the end."""
        if position >= len(self.value):
            return len(self.raw)
        index = bisect_right(self._at, position) - 1
        return self._raw[index] + (position - self._at[index] if self._len[index] >= 0 else 0)

    def origin(self, start: int, end: int) -> list[Span]:
        """The exact spans of the raw pages that characters `start` to `end` come from."""
        return [span for low, high in self.origin_ranges(start, end) for span in self.spans(low, high)]

    def evidence(self, start: int, end: int) -> list[Span]:
        """As `origin`, with spans joined across gaps in which no word stood (a hyphen and its line end, a space).

        So a value that runs over lines is one span a page, unless furniture that was cut out lies between.
        """
        ranges = self.origin_ranges(start, end)
        joined: list[Range] = ranges[:1]
        for low, high in ranges[1:]:
            if joined and not any(map(str.isalnum, self.raw[joined[-1][1] : low])):
                joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
            else:
                joined.append((low, high))
        return [span for low, high in joined for span in self.spans(low, high)]

    def spans(self, low: int, high: int) -> list[Span]:
        """The raw range `low` to `high` as spans, one a page; page breaks themselves belong to no page."""
        page = bisect_right(self.page_starts, low) - 1
        here = self.page_starts[page]
        if low < high <= self._page_end(page):
            return [Span(page + 1, low - here, high - here)]
        found = []
        while page < len(self.page_starts) and (start := self.page_starts[page]) <= high:
            stop = self._page_end(page)
            first, last = max(low, start), min(high, stop)
            if first < last or low == high == first:
                found.append(Span(page + 1, first - start, last - start))
            page += 1
        return found

    def _page_end(self, page: int) -> int:
        return self.page_starts[page + 1] - 1 if page + 1 < len(self.page_starts) else len(self.raw)

    def marks_between(self, low: int, high: int) -> tuple[Mark, ...]:
        """The marks that start in the raw range `low` to `high` (half-open)."""
        first, last = bisect_right(self._mark_starts, low - 1), bisect_right(self._mark_starts, high - 1)
        return self.marks[first:last]

    @cached_property
    def _mark_starts(self) -> list[int]:
        return [mark.start for mark in self.marks]


class _Pieces:
    """Builds the pieces of an edited text from those of the text before."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._index = 0
        self._end = 0
        self._at: list[int] = []
        self._raw: list[int] = []
        self._len: list[int] = []

    def copy(self, start: int, end: int) -> None:
        """Carry over the pieces of characters `start` to `end`."""
        text = self._text
        while start < end:
            while text._at[self._index + 1] <= start:  # noqa: SLF001 - Text and its builder are one
                self._index += 1
            at, after = text._at[self._index], text._at[self._index + 1]  # noqa: SLF001
            raw, length = text._raw[self._index], text._len[self._index]  # noqa: SLF001
            stop = min(end, after)
            if length >= 0:
                self._add(stop - start, raw + start - at, stop - start)
            else:
                self._add(stop - start, raw, length)
            start = stop

    def replace(self, edit: Edit) -> Range:
        """Add the piece of an edit; same-length edits keep their character-by-character map. Returns the raw range."""
        ranges = self._text.origin_ranges(edit.start, edit.end)
        if not ranges:
            here = self._text.raw_at(edit.start)
            ranges = [(here, here)]
        low, high = ranges[0][0], max(high for _, high in ranges)
        if edit.new and len(edit.new) == edit.end - edit.start:
            self.copy(edit.start, edit.end)
        elif edit.new:
            self._add(len(edit.new), low, ~(high - low))
        return low, high

    def _add(self, width: int, raw: int, length: int) -> None:
        if width <= 0:
            return
        if length >= 0 and self._at and self._len[-1] >= 0 and self._raw[-1] + self._len[-1] == raw:
            self._len[-1] += length
            self._end += width
            return
        self._at.append(self._end)
        self._raw.append(raw)
        self._len.append(length)
        self._end += width

    def arrays(self) -> tuple[list[int], list[int], list[int]]:
        """The finished arrays of mended starts (with the end last), raw starts and raw lengths."""
        return [*self._at, self._end], self._raw, self._len
