"""Paragraphs of a region: where one ends that a page prints without an empty line.

A paragraph ends at an empty line after a finished sentence, at a line that ends short of the measure, before a
numbered item, and where a line was lost.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.mending.lines import Line, lines_of
from foedera.parsing.draft import trim

if TYPE_CHECKING:
    from foedera.models.text import Text

_FINISHED = re.compile(r"[.;:!?…][)\]\"”’*_]*$|[\"”]$|[—–_]$")
_ITEM = re.compile(r"[\"“]?\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)](?=\s|[A-Z])|[•–—-]\s|\(\d+\)")
_SLACK = 3
_UNWRAPPED = 150


def paragraphs(text: Text, start: int, end: int, width: int) -> list[tuple[int, int]]:
    """The paragraphs between two offsets, trimmed; `width` is the measure of the column in characters."""
    lines = [line for line in lines_of(text.value, start, end) if line.words]
    found: list[tuple[int, int]] = []
    begin = None
    for index, line in enumerate(lines):
        begin = line.start if begin is None else begin
        after = lines[index + 1] if index + 1 < len(lines) else None
        if after is None or _ends(text, line, after, width):
            low, high = trim(text.value, begin, line.end)
            found.append((low, high))
            begin = None
    return found


def _ends(text: Text, line: Line, after: Line, width: int) -> bool:
    """Whether a paragraph ends with `line`."""
    if text.marks and text.marks_between(text.raw_at(line.end - 1) - 1, text.raw_at(after.start)):
        return True
    finished = _FINISHED.search(line.words) is not None
    if _ITEM.match(after.words) and (finished or line.words.endswith((",", " and", " or"))):
        return True
    if not finished:
        return False
    if after.start > line.end + 1 or width > _UNWRAPPED:
        return True
    if after.words[0].islower() or (line.words.endswith(";") and not after.words[0].isupper()):
        return False
    # The line was ended, not filled: the next word would have found room on it.
    return len(line.words) + len(after.words.partition(" ")[0]) < width - _SLACK


def measure(value: str, start: int, end: int) -> int:
    """The measure of the column between two offsets: the length that nine lines in ten do not pass."""
    lengths = sorted(len(line.words) for line in lines_of(value, start, end) if line.words)
    return lengths[len(lengths) * 9 // 10] if lengths else 0
