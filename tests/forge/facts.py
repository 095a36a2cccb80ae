"""Draws the facts of a treaty: who, when, where, of what type, until when, printed in which collection."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tests.forge.phrases import era_of, rows, tables

if TYPE_CHECKING:
    from random import Random

FIRST_YEAR, LAST_YEAR = 1648, 2008
TYPES = ("defense", "defense", "defense", "neutrality", "nonaggression", "nonaggression", "entente", "entente")
NO_END_BEFORE = 1816


class Day(NamedTuple):
    """A day, or a month if `day` is 0."""

    year: int
    month: int
    day: int

    @property
    def edtf(self) -> str:
        """The EDTF form."""
        return f"{self.year}-{self.month:02}-{self.day:02}" if self.day else f"{self.year}-{self.month:02}"

    @property
    def printed(self) -> str:
        """The American printed form."""
        month = tables()["months"][self.month - 1]
        return f"{month} {self.day}, {self.year}" if self.day else f"{month} {self.year}"


class State(NamedTuple):
    """A row of the table of states."""

    name: str
    since: int
    until: int
    style: str
    seat: str
    other: str


@dataclass(slots=True)
class Facts:
    """What a header will say; the printed forms are drawn later."""

    number: str
    year: int
    era: str
    kind: str
    states: list[State]
    signed: Day
    title: str


def states_in(year: int, table: str = "states") -> list[State]:
    """The states that could sign in `year`."""
    found = [State(row[0], int(row[1]), int(row[2]), row[3], row[4], row[5]) for row in rows(table)]
    return [state for state in found if state.since <= year <= state.until]


def draw_day(rng: Random, year: int, month_only: float = 0.0) -> Day:
    """A day of `year`, at chance `month_only` without its day."""
    month = rng.randint(1, 12)
    if rng.random() < month_only:
        return Day(year, month, 0)
    return Day(year, month, rng.randint(1, calendar.monthrange(year, month)[1]))


def chapter_of(year: int) -> int:
    """The chapter digit: one chapter a century, the seventeenth first."""
    return min((year - 1) // 100 - 15, 5)


def draw_dates(rng: Random, entries: int) -> list[Day]:
    """The dates of signature of a volume, in order, more of them in later years."""
    years = sorted(
        rng.randint(FIRST_YEAR, LAST_YEAR) if rng.random() < 0.5 else rng.randint(1815, 2000) for _ in range(entries)
    )
    return sorted(draw_day(rng, year, 0.04) for year in years)


def draw_parties(rng: Random, year: int) -> list[State]:
    """Two parties, sometimes more; after 1958 now and then a union."""
    pool = states_in(year)
    count = rng.choices((2, 3, 4, 7), weights=(80, 9, 6, 5))[0]
    parties = rng.sample(pool, min(count, len(pool)))
    unions = states_in(year, "unions")
    if unions and rng.random() < 0.5:
        parties[0] = unions[0]
    return parties


def with_article(name: str) -> str:
    """The name as it stands in running prose."""
    return f"the {name}" if name in tables()["definite"] else name


def listed(names: list[str]) -> str:
    """Names as an English list: A and B; A, B, and C."""
    if len(names) < 3:
        return " and ".join(names)
    return ", ".join(names[:-1]) + ", and " + names[-1]


def draw_facts(rng: Random, number: int, signed: Day, repeat: Facts | None = None) -> Facts:
    """The facts of entry `number`; with `repeat`, an entry of the same title between the same parties."""
    kind = repeat.kind if repeat else rng.choice(TYPES)
    states = list(repeat.states) if repeat else draw_parties(rng, signed.year)
    return Facts(
        number=f"{chapter_of(signed.year)}.{number}",
        year=signed.year,
        era=era_of(signed.year),
        kind=kind,
        states=states,
        signed=signed,
        title=repeat.title if repeat else draw_title(rng, kind, states, signed.year),
    )


def draw_title(rng: Random, kind: str, states: list[State], year: int) -> str:
    """A title; it may end with a year, hold another name in brackets, or leave parties to the members line."""
    names = [with_article(state.name) for state in states]
    if len(states) > 4:
        names = [names[0], "certain other states"]
    elif states[0].other and rng.random() < 0.2:
        names[0] += f" ({states[0].other})"
    title = str(rng.choice(tables()["titles"][kind])).format(x=listed(names))
    return f"{title}, {year}" if rng.random() < 0.1 else title
