"""Paragraphs of a region: where one ends that a page prints without an empty line.

A paragraph ends at an empty line after a finished sentence, at a line that ends short of the measure, before a
numbered item, and where a line was lost.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.mending.lines import UNWRAPPED, Line, lines_of
from foedera.mending.losses import LOST_LINE
from foedera.parsing.draft import trim
from foedera.parsing.subdocuments import is_rubric

if TYPE_CHECKING:
    from foedera.models.text import Mark, Text

_CLOSING_SIGNS = ')]"”’*_'
_ITEM = re.compile(r"[\"“]?\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)](?=\s|[A-Z])|[•–—-]\s|\(\d+\)")
_SLACK = 3


def paragraphs(text: Text, start: int, end: int, width: int) -> list[tuple[int, int]]:
    """The paragraphs between two offsets, trimmed; `width` is the measure of the column in characters."""
    lines = [line for line in lines_of(text.value, start, end) if line.words]
    found: list[tuple[int, int]] = []
    begin = None
    for index, line in enumerate(lines):
        begin = line.start if begin is None else begin
        after = lines[index + 1] if index + 1 < len(lines) else None
        if after is None or _ends(text, line, after, width) or (index == 0 and _is_rubric(text, start, line, after)):
            low, high = trim(text.value, begin, line.end)
            found.append((low, high))
            begin = None
    return found


def _is_rubric(text: Text, start: int, line: Line, after: Line) -> bool:
    """Whether an article's first line is its rubric: alone under the mark, in capitals, without a stop."""
    alone = text.value[text.value.rfind("\n", 0, start) + 1 : line.start].strip() == ""
    return alone and is_rubric(line.words) and after.words[0].isupper()


def _ends(text: Text, line: Line, after: Line, width: int) -> bool:
    """Whether a paragraph ends with `line`."""
    if any(mark.code == LOST_LINE for mark in _marks(text, line, after)):
        return True
    finished = _is_finished(line.words)
    if _ITEM.match(after.words) and (finished or line.words.endswith((",", " and", " or"))):
        return True
    if not finished:
        return False
    if after.start > line.end + 1 or width > UNWRAPPED:
        return True
    if after.words[0].islower() or (line.words.endswith(";") and not after.words[0].isupper()):
        return False
    # The line was ended, not filled: the next word would have found room on it.
    return len(line.words) + len(after.words.partition(" ")[0]) < width - _SLACK


def _is_finished(words: str) -> bool:
    """Whether a line ends a sentence or a clause: a stop, perhaps behind a bracket or quotation mark, or a rule."""
    return words[-1] in '"”—–_' or words.rstrip(_CLOSING_SIGNS)[-1:] in tuple(".;:!?…")


def _marks(text: Text, line: Line, after: Line) -> tuple[Mark, ...]:
    """What mending noticed from the last word of one line to the next line."""
    if not text.marks:
        return ()
    last = line.end - len(line.words.rpartition(" ")[2])
    return text.marks_between(text.raw_at(last), text.raw_at(after.start))
