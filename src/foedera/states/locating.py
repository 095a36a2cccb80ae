"""The places where treaties are signed: positions, names through time, and the state that held them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from foedera.knowledge import csv_rows
from foedera.states.normal import normal
from foedera.states.when import ALWAYS, Spell, When, bounds, meets, spell


class Held(NamedTuple):
    """A text that holds for some days: a name of a place, or the id of the state that held it."""

    text: str
    days: Spell


@dataclass(frozen=True, slots=True)
class Place:
    """A place at a date: `name` is today's, `called` that of the date; degrees north and east; the id of its state."""

    name: str
    called: str
    lat: float
    lon: float
    state: str | None


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    lat: float
    lon: float
    names: tuple[Held, ...]
    states: tuple[Held, ...]


def place(name: str, on: When = None, country: str | None = None) -> Place | None:
    """The place of this name, today's or a former one, as it was `on` a date; None if it is not in the register.

    Where two places share a name, `country` (a state id) decides, else the first of the register.

    Raises:
        UsageError: for a date that is none.
    """
    return _place(name, bounds(on), country)


def places() -> tuple[str, ...]:
    """The names of all places, in the order of the register."""
    return tuple(entry.name for entry in _entries())


def capital(state: str, on: When = None) -> Place | None:
    """The capital of the state with this id `on` a date, by default the last it had; None if there is none."""
    days = bounds(on)
    for seat in reversed(_capitals().get(state, ())):
        if days is None or meets(seat.days, days):
            return _place(seat.text, days, None)
    return None


@lru_cache(maxsize=1 << 14)
def _place(name: str, days: Spell | None, country: str | None) -> Place | None:
    found = [_at(entry, days) for entry in _by_name().get(normal(name), ())]
    return next((one for one in found if country is not None and one.state == country), found[0] if found else None)


def _at(entry: _Entry, days: Spell | None) -> Place:
    called = next((held.text for held in entry.names if _then(held, days)), entry.name)
    state = next((held.text for held in reversed(entry.states) if days is None or meets(held.days, days)), None)
    return Place(entry.name, called, entry.lat, entry.lon, state)


def _then(held: Held, days: Spell | None) -> bool:
    """Whether a former name was the one in use: only names with dates of their own tell."""
    return days is not None and held.days != ALWAYS and meets(held.days, days)


@cache
def _entries() -> tuple[_Entry, ...]:
    return tuple(
        _Entry(name, float(lat), float(lon), _held(names), _held(states))
        for name, lat, lon, names, states, _ in csv_rows("states/places.csv")
    )


@cache
def _by_name() -> dict[str, tuple[_Entry, ...]]:
    found: dict[str, list[_Entry]] = defaultdict(list)
    for entry in _entries():
        for key in dict.fromkeys(normal(text) for text in (entry.name, *(held.text for held in entry.names))):
            found[key].append(entry)
    return {key: tuple(own) for key, own in found.items()}


@cache
def _capitals() -> dict[str, tuple[Held, ...]]:
    found: dict[str, list[Held]] = defaultdict(list)
    for state, seat, first, last, _ in csv_rows("states/capitals.csv"):
        found[state].append(Held(seat, spell(first, last)))
    return {state: tuple(own) for state, own in found.items()}


def _held(cell: str) -> tuple[Held, ...]:
    """The list of a cell: "Kovno 1795/1918; Kaunas"."""
    return tuple(_one(text.strip()) for text in cell.split(";") if text.strip())


def _one(text: str) -> Held:
    head, _, last = text.rpartition(" ")
    if "/" not in last:
        return Held(text, ALWAYS)
    first, _, end = last.partition("/")
    return Held(head, spell(first.strip("."), end.strip(".")))
