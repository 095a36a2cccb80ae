"""Articles without numbers: old treaties set them off as clauses that each begin with "That", "Item" or the like."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from foedera.knowledge import yaml_data
from foedera.mending.lines import Line, lines_of
from foedera.parsing.articles import Numbered
from foedera.parsing.marks import Mark

_ENDED = re.compile(r"[.;:_—–]\s*$")
_LEAST = 3


def number_clauses(value: str, start: int, end: int) -> list[Numbered]:
    """The clauses between two offsets, numbered in order; none unless there are three or more."""
    lines = [line for line in lines_of(value, start, end) if line.words]
    opened = [after for before, after in pairwise(lines) if _opens(before, after)]
    if len(opened) < _LEAST:
        return []
    return [
        Numbered(Mark(line.start, ((number, line.start),), 1.0, "ordinal"), number, line.start)
        for number, line in enumerate(opened, 1)
    ]


def _opens(before: Line, line: Line) -> bool:
    return line.words[0].isupper() and bool(_clause().match(line.words)) and bool(_ENDED.search(before.words))


@cache
def _clause() -> re.Pattern[str]:
    return re.compile(yaml_data("treaty.yaml")["clause"], re.IGNORECASE)
