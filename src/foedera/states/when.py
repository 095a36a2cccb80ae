"""Days as numbers: the bounds of a date, and spells of days from first to last, both included."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from foedera.models.dates import Edtf

Spell = tuple[int, int]
When = str | int | date | Edtf | None

ALWAYS: Spell = (1, date.max.toordinal())
_ISO = len("1926-09-28")


def bounds(on: When) -> Spell | None:
    """The first and last day `on` can mean, as ordinals; None for no date.

    `on` is a date, a year, or EDTF: "1926-09-28", "1822-10", "1908~", "1926/1931", "1920/..".

    Raises:
        UsageError: for a text that is no such date.
    """
    if on is None:
        return None
    if isinstance(on, date):
        return (on.toordinal(),) * 2
    return _bounds(f"{on:04d}" if isinstance(on, int) else str(on))


@lru_cache(maxsize=4096)
def _bounds(text: str) -> Spell:
    found = Edtf.parse(text)
    first, last = found.earliest, found.latest
    return first.toordinal() if first else ALWAYS[0], last.toordinal() if last else ALWAYS[1]


def spell(first: str, last: str) -> Spell:
    """The days from the EDTF date `first` to `last`, both included; an empty text is open."""
    return _end(first, 0) if first else ALWAYS[0], _end(last, 1) if last else ALWAYS[1]


def _end(text: str, which: int) -> int:
    return date.fromisoformat(text).toordinal() if len(text) == _ISO else _bounds(text)[which]


def meets(one: Spell, other: Spell) -> bool:
    """Whether the two spells share a day."""
    return one[0] <= other[1] and other[0] <= one[1]


def iso(day: int) -> str:
    """The day as "1926-09-28"; "" for the open ends."""
    return "" if day in ALWAYS else date.fromordinal(day).isoformat()


def show(days: Spell) -> str:
    """A spell for a message: "1720-08-08 to 1861-03-16", "from 1991-09-06", "until 1707-04-30"."""
    first, last = iso(days[0]), iso(days[1])
    if first and last:
        return first if first == last else f"{first} to {last}"
    return f"from {first}" if first else f"until {last}" if last else "at all times"


def show_when(on: When) -> str:
    """The date of a call for a message: " in 1859", " on 1859-01-26", or nothing."""
    if on is None:
        return ""
    text = str(on)
    return f" on {text}" if len(text) == _ISO else f" in {text}"
