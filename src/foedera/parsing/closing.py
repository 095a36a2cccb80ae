"""The end of a treaty: closing formula, place and date of signature, signatures."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from foedera.knowledge import yaml_data
from foedera.mending.lines import lines_of
from foedera.mending.openings import signature
from foedera.parsing.phrases import wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.mending.lines import Line

_MARGIN = r"[ \t>#*_\"“`]*"
_SEAL = re.compile(r"^[\s\[(]*[LI]\s*\.?\s*[Ss]\s*\.?[\s\])]+\.?\s*|[\s\[(]*\bL\s*\.\s*[Ss]\s*\.?[\s\])]*$")
_SEAL_BETWEEN = re.compile(r"[\[(]\s*(?:L\s*\.?\s*S|[Ss]eal|SEAL)\s*\.?\s*[\])]")
_BARE_SEAL = re.compile(r"\W*(?:L\W*S|seal)\W*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.:][)\]\"”]*\s*$")
_LONGEST_SIGNATURE = 120


def closing_start(value: str, start: int, end: int) -> int | None:
    """Where the closing formula begins between two offsets (after the last article's mark), or None."""
    first = None
    for pattern in _openings():
        hit = pattern.search(value, start, end if first is None else first)
        first = hit.start("formula") if hit else first
    return first


@cache
def _openings() -> tuple[re.Pattern[str], ...]:
    formulas: list[str] = yaml_data("treaty.yaml")["closing"]
    every = "|".join(formulas)
    at_line = re.compile(rf"^{_MARGIN}(?P<formula>(?=[A-Z])(?i:{every}))", re.MULTILINE)
    # Within a line only after a sentence, and in small letters only the formula that is nothing else.
    inline = re.compile(rf"[.;:]\s*(?P<formula>(?:(?=[A-Z])(?i:{every})|(?i:{formulas[0]})))")
    # One formula is so much a closing's own that it needs no stop before it.
    anywhere = re.compile(rf"\s(?P<formula>(?=[A-Z])(?i:{formulas[0]}))")
    return at_line, inline, anywhere


def split_closing(value: str, start: int, end: int) -> tuple[int, list[tuple[int, int]]]:
    """Where the closing formula ends, and the signatures after it as regions of names, marks of the seal left out."""
    lines = [line for line in lines_of(value, start, end) if line.words]
    last = _last_of_formula(lines)
    stop = lines[last].end if lines else end
    return stop, list(_signatures(lines[last + 1 :], value))


def _last_of_formula(lines: list[Line]) -> int:
    """The index of the line that ends the formula: a finished sentence, with no formula and no prose after it."""
    for index, line in enumerate(lines[:-1]):
        after = lines[index + 1]
        if signature().match(after.words):
            return index
        if _SENTENCE_END.search(line.words) and not _is_formula(after.words) and len(after.words) < _LONGEST_SIGNATURE:
            return index
    return max(len(lines) - 1, 0)


def _signatures(lines: list[Line], value: str) -> Iterator[tuple[int, int]]:
    """The names on signature lines; several seals on a line part several names."""
    for line in lines:
        if _BARE_SEAL.fullmatch(line.words):
            continue
        low = line.start + value[line.start : line.end].index(line.words)
        high = low + len(line.words)
        seals = list(_SEAL_BETWEEN.finditer(value, low, high))
        cuts = [low, *(place for seal in seals for place in seal.span()), high]
        for start, stop in zip(cuts[::2], cuts[1::2], strict=True):
            name = _name(value, start, stop)
            if name:
                yield name


def _name(value: str, low: int, high: int) -> tuple[int, int] | None:
    """The name between two offsets, without the marks of seal and signing around it; None if nothing is left."""
    words = value[low:high]
    lead = _SEAL.match(words) or wording("signed_mark").match(words)
    low += lead.end() if lead and lead.end() < len(words) else 0
    tail = _SEAL.search(value, low, high)
    if tail and tail.start() > low:
        high = tail.start()
    return (low, high) if any(map(str.isalnum, value[low:high])) else None


def _is_formula(words: str) -> bool:
    return any(pattern.match(words) for pattern in _openings())
