"""The register of states, read from `knowledge/states` on first use: identities, spells, names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from foedera.knowledge import csv_rows
from foedera.states.normal import normal
from foedera.states.when import Spell, meets, spell

LIFE = "foedera"


class Name(NamedTuple):
    """One name of one state and the days it was in use; `kind` is one of those listed in `names.csv`."""

    state: str
    text: str
    kind: str
    days: Spell
    source: str


class Code(NamedTuple):
    """A spell of a state: its life (system "foedera", no code) or its membership of the system "cow" or "gw"."""

    state: str
    system: str
    code: int | None
    days: Spell
    source: str


@dataclass(frozen=True, slots=True)
class State:
    """One state identity: stable id, region (UN M49), all its names, and its spells in every system."""

    id: str
    region: str
    names: tuple[Name, ...]
    spells: tuple[Code, ...]

    @property
    def life(self) -> tuple[Spell, ...]:
        """The days it lived, by our own reckoning."""
        return tuple(spell.days for spell in self.spells if spell.system == LIFE)

    def code(self, system: str, days: Spell | None = None) -> int | None:
        """Its code in `system` at `days` or nearest to them; without a date the last. None if it has none."""
        spells = [spell for spell in self.spells if spell.system == system]
        if days is None or len(spells) <= 1:
            return spells[-1].code if spells else None
        return min(spells, key=lambda one: max(one.days[0] - days[1], days[0] - one.days[1], 0)).code

    def alive(self, days: Spell) -> bool:
        """Whether the state lived on any of `days`, by our reckoning or that of a system of states."""
        return any(meets(spell.days, days) for spell in self.spells)

    def called(self, days: Spell | None = None) -> str:
        """The name it goes by at `days`; without a date, and outside its life, its first name in the register."""
        names = (name for name in self.names if name.kind == "name")
        return next((name.text for name in names if days is None or meets(name.days, days)), self.names[0].text)


@dataclass(frozen=True, slots=True)
class Register:
    """All states by id, and their names by normal form."""

    states: dict[str, State]
    by_name: dict[str, tuple[Name, ...]]


@cache
def register() -> Register:
    """The register, loaded once."""
    spells = _spells()
    names = _names(spells)
    regions = {state: region for state, region, _ in csv_rows("states/states.csv")}
    states = {at: State(at, region, tuple(names[at]), tuple(spells[at])) for at, region in regions.items()}
    by_name: dict[str, list[Name]] = defaultdict(list)
    for own in names.values():
        for name in own:
            by_name[normal(name.text)].append(name)
    return Register(states, {key: tuple(found) for key, found in by_name.items()})


def _spells() -> dict[str, list[Code]]:
    found: dict[str, list[Code]] = defaultdict(list)
    for state, system, code, first, last, source in csv_rows("states/spells.csv"):
        found[state].append(Code(state, system, int(code) if code else None, spell(first, last), source))
    return {state: sorted(own, key=lambda one: (one.system, one.days)) for state, own in found.items()}


def _names(spells: dict[str, list[Code]]) -> dict[str, list[Name]]:
    lives = {state: (min(s.days[0] for s in own), max(s.days[1] for s in own)) for state, own in spells.items()}
    found: dict[str, list[Name]] = defaultdict(list)
    for state, text, kind, first, last, source in csv_rows("states/names.csv"):
        born, died = lives[state]
        days = spell(first, last)
        found[state].append(Name(state, text, kind, (days[0] if first else born, days[1] if last else died), source))
    return found
