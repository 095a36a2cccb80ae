"""Lines of a text with their offsets, the unit in which pages lose things."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# Lines longer than this are whole paragraphs: nothing was set in columns.
UNWRAPPED = 150


class Line(NamedTuple):
    """A line from `start` to `end` (its newline left out) and its words with spaces trimmed."""

    start: int
    end: int
    words: str


def lines_of(value: str, start: int = 0, end: int | None = None) -> Iterator[Line]:
    """The lines of `value` between two offsets, the empty ones too."""
    at = start
    for words in value[start:end].split("\n"):
        yield Line(at, at + len(words), words.strip())
        at += len(words) + 1


def measure(value: str, start: int, end: int) -> int:
    """The measure of the column between two offsets: the length that nine lines in ten do not pass."""
    lengths = sorted(length for line in value[start:end].split("\n") if (length := len(line.strip())))
    return lengths[len(lengths) * 9 // 10] if lengths else 0
