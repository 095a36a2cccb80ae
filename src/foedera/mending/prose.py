"""Running prose: which lines of a volume are neither header nor signature, and how wide their column is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from foedera.mending.headings import ARTICLE_START, field_line
from foedera.mending.lines import Line, lines_of
from foedera.mending.openings import closing, heading, is_name, signature

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCK = 120
_WIDEST = 130
_SENTENCE = 7


class Place(NamedTuple):
    """Two neighbouring lines, with the measure of the column around them.

    `next` is the line after both; `closing` says that a closing formula has begun,
    `blank` that an empty line stands between the two.
    """

    line: Line
    after: Line
    width: int
    next: str
    closing: bool
    blank: bool


def places(value: str) -> Iterator[Place]:
    """Neighbouring lines of running prose; headers, titles and signature blocks are passed over."""
    lines = [line for line in lines_of(value) if line.words]
    prose = _Prose()
    widths = _widths(lines)
    for index in range(len(lines) - 1):
        line, after = lines[index], lines[index + 1]
        width = widths[index // _BLOCK]
        blank = after.start > line.end + 1
        held = prose.holds(line, blank=blank)
        # Most lines go on in small letters, and nothing begins so (but for a misread III).
        if held and width <= _WIDEST and (not after.words[0].islower() or after.words[0] == "l"):
            following = lines[index + 2].words if index + 2 < len(lines) else ""
            yield Place(line, after, width, following, prose.closing, blank)


def _is_prose(words: str) -> bool:
    """Whether a line among signatures is a sentence: long, most of its words in small letters."""
    parts = words.split()
    return len(parts) >= _SENTENCE and sum(part[0].islower() for part in parts) * 2 > len(parts)


def _widths(lines: list[Line]) -> list[int]:
    """The measure of the column, block by block of lines: the length that four lines in five do not pass."""
    found = []
    for start in range(0, len(lines), _BLOCK):
        lengths = sorted(len(line.words) for line in lines[start : start + _BLOCK])
        found.append(lengths[len(lengths) * 4 // 5])
    return found


class _Prose:
    """Follows the lines of a volume and tells prose from headers and signatures."""

    def __init__(self) -> None:
        self._header = self._source = self.closing = self._signatures = False

    def holds(self, line: Line, *, blank: bool) -> bool:
        """Whether `line` is running prose; `blank` says that an empty line follows it."""
        words = line.words
        first = words[0]
        if first.islower() and not (self._source or self.closing or self._signatures):
            return not self._header
        if first.isdigit() and heading().match(words):
            self._header, self._source, self._signatures = True, False, False
        elif first in "SADsad" and (label := field_line().match(words)):
            self._header = label.lastgroup not in {"summary", "text", "description"}
            self._source = label.lastgroup in {"sources", "more_sources"}
            self.closing = self._signatures = False
            self._leave_source(blank=blank)
            return False
        elif ARTICLE_START.match(words):
            self.closing = self._signatures = False
        elif first.isupper() and closing().match(words):
            self.closing, self._signatures = True, False
        elif self._signatures and _is_prose(words):
            self.closing = self._signatures = False
        elif signature().match(words) or (self.closing and is_name(words)):
            self._signatures = self.closing
        held = not (self._header or self._signatures)
        self._signatures = self._signatures or (self.closing and words[-1] == ".")
        self._leave_source(blank=blank)
        return held

    def _leave_source(self, *, blank: bool) -> None:
        """The empty line after the sources ends the header, where the summary's label is lost."""
        if self._source and blank:
            self._header = self._source = False
