"""Documents that follow one another without a heading that says so: after a closing, the numbering begins again.

A second language, a second treaty or an unnamed act printed behind the first is told by that alone.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from foedera.mending.lines import Line, lines_of
from foedera.parsing.closing import closing_start
from foedera.parsing.marks import find_marks
from foedera.parsing.subdocuments import Heading, is_rubric

if TYPE_CHECKING:
    from foedera.parsing.marks import Mark

OTHER = "other"
_STRONG = 1.0
_NAME = 2


def find_restarts(value: str, start: int, end: int) -> list[Heading]:
    """The places between two offsets where a new document begins after a closing formula, in order."""
    closed = closing_start(value, start, end)
    if closed is None or not any(mark.readings[0][0] == 1 for mark in find_marks(value, closed, end)):
        return []
    marks = [mark for mark in find_marks(value, start, end) if mark.strength >= _STRONG]
    firsts = [mark for mark in marks if mark.readings[0][0] == 1]
    found: list[Heading] = []
    for before, mark in itertools.pairwise(firsts):
        if mark.family == before.family and (closed := _closing_between(value, marks, mark)):
            found.append(_heading(value, closed, mark.start))
    return found


def _closing_between(value: str, marks: list[Mark], first: Mark) -> int | None:
    """Where the closing formula stands between the last mark before `first` and it."""
    last = max(
        (mark.readings[0][1] for mark in marks if mark.start < first.start and mark.family == first.family),
        default=first.start,
    )
    return closing_start(value, last + 1, first.start)


def _heading(value: str, closed: int, mark: int) -> Heading:
    """The last title line between the closing and the first article; the mark's own place if there is none."""
    lines = [line for line in lines_of(value, closed, mark) if line.words][1:]
    titles = [line for line in lines if _is_title(line)]
    if not titles:
        return Heading(OTHER, mark, mark)
    line = titles[-1]
    return Heading(OTHER, line.start, line.end)


def _is_title(line: Line) -> bool:
    words = line.words
    return (words.isupper() and "." not in words[:-1]) or (is_rubric(words) and len(words.split()) > _NAME)
