"""From candidates to articles: the sequence that numbers best is the treaty's, the rest are mentions.

The best chain is found by dynamic programming: a mark's strength plus what the step from the mark before is worth
(the next number most, a gap less, a step back a loss).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.mending.lines import UNWRAPPED, measure
from foedera.parsing.marks import find_inline_marks, find_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from foedera.parsing.marks import Mark

_NEXT, _GAP, _WIDE_GAP, _BACK = 2.0, 0.5, -1.5, -6.0
_SMALL_GAP = 3
_MISREAD = 0.4
_WINDOW = 60
_LEAST_BARE = 2


@dataclass(frozen=True, slots=True)
class Numbered:
    """An article mark in its place in the sequence: the reading that fits, and where its words begin."""

    mark: Mark
    number: int
    body: int


def number_articles(value: str, start: int, end: int) -> list[Numbered]:
    """The article marks between two offsets, in order, with their numbers."""
    marks = find_marks(value, start, end)
    worded = [mark for mark in marks if mark.family == "worded"]
    if worded:
        chain = _best_chain([mark for mark in marks if mark.family in {"worded", "roman"}])
        if any(each.mark.family == "worded" for each in chain):
            return chain
    chain = max((_bare_chain(marks, family) for family in ("roman", "arabic", "ordinal")), key=len)
    if chain or measure(value, start, end) < UNWRAPPED:
        return chain
    inline = find_inline_marks(value, start, end)
    return max((_bare_chain(inline, family) for family in ("roman", "arabic")), key=len)


def _bare_chain(marks: Iterable[Mark], family: str) -> list[Numbered]:
    """A chain of bare numbers counts only if it begins at one and goes on."""
    chain = _best_chain([mark for mark in marks if mark.family == family])
    return chain if len(chain) >= _LEAST_BARE and chain[0].number == 1 else []


def _best_chain(marks: Sequence[Mark]) -> list[Numbered]:
    nodes = [
        (Numbered(mark, number, body), mark.strength - _MISREAD * rank)
        for mark in marks
        for rank, (number, body) in enumerate(mark.readings)
    ]
    scores: list[float] = []
    links: list[int] = []
    for index, (node, worth) in enumerate(nodes):
        best, link = worth + (1.0 if node.number == 1 else 0.0), -1
        for other in range(max(0, index - _WINDOW), index):
            before = nodes[other][0]
            if before.mark is node.mark:
                continue
            score = scores[other] + worth + _step(before.number, node.number)
            if score > best:
                best, link = score, other
        scores.append(best)
        links.append(link)
    chain: list[Numbered] = []
    index = max(range(len(nodes)), key=lambda i: (scores[i], -i)) if nodes else -1
    while index >= 0:
        chain.append(nodes[index][0])
        index = links[index]
    return chain[::-1]


def _step(before: int, after: int) -> float:
    """What it is worth that the number `after` follows the number `before`."""
    if after == before + 1:
        return _NEXT
    if after <= before:
        return _BACK
    return _GAP / (after - before) if after - before <= _SMALL_GAP else _WIDE_GAP
