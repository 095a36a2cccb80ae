"""What binds states over time: who followed whom, who entered a union, with dates."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from foedera.knowledge import csv_rows
from foedera.states.when import Spell, spell


class Tie(NamedTuple):
    """`state` is tied to `other`: "into" (ends in it), "from" (comes out of it), "union" (joined under one head)."""

    state: str
    kind: str
    other: str
    days: Spell
    source: str


def ties(state: str) -> tuple[Tie, ...]:
    """All ties of the state with this id, on either side, by date."""
    return _by_state().get(state, ())


@cache
def _by_state() -> dict[str, tuple[Tie, ...]]:
    found: dict[str, list[Tie]] = defaultdict(list)
    for state, kind, other, first, last, source in csv_rows("states/ties.csv"):
        tie = Tie(state, kind, other, spell(first, last), source)
        found[state].append(tie)
        found[other].append(tie)
    return {state: tuple(sorted(own, key=lambda tie: tie.days)) for state, own in found.items()}
