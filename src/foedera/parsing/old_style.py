"""Which calendar a state kept, and the New Style day of a date that its chancery wrote without naming a style.

A text does not say whose calendar it keeps: `find_dates` reads a date as printed, and only who knows the state that
wrote it may ask here. The table and what it leaves out are in `knowledge/dates.yaml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from foedera.models.calendars import julian_to_gregorian
from foedera.models.dates import Edtf
from foedera.parsing.date_patterns import knowledge


@dataclass(frozen=True, slots=True)
class Reform:
    """The first day a state counted in New Style, and the years (first, last) that began late, on `year_begins`."""

    first_new: date
    year_begins: tuple[int, int] = (1, 1)
    years: tuple[int, int] | None = None


def old_style_in(state: str, year: int, month: int = 1, day: int = 1) -> bool | None:
    """Whether a state of the register wrote this date in Old Style; None where the table does not know the state.

    A day between the calendars, which the state never wrote, counts as Old Style.
    """
    reform = _reforms().get(state)
    return None if reform is None else (year, month, day) < _ymd(reform.first_new)


def to_new_style(state: str, year: int, month: int, day: int) -> date | None:
    """The New Style day of a date as the state wrote it; None where the table does not know the state.

    Where years began on 25 March, 3 February 1676 is in what is now 1677.

    Raises:
        UsageError: if the calendar of that time has no such day.
    """
    reform = _reforms().get(state)
    if reform is None:
        return None
    if (year, month, day) >= _ymd(reform.first_new):
        return Edtf(f"{year:04d}-{month:02d}-{day:02d}").earliest
    late = reform.years is not None and reform.years[0] <= year <= reform.years[1] and (month, day) < reform.year_begins
    return julian_to_gregorian(year + late, month, day)


@cache
def _reforms() -> dict[str, Reform]:
    return {state: _reform(row) for row in knowledge()["old_style"] for state in row["states"]}


def _reform(row: dict[str, object]) -> Reform:
    first_new, years = row["first_new"], row.get("years")
    assert isinstance(first_new, date)
    if not isinstance(years, list):
        return Reform(first_new)
    month, day = (int(number) for number in str(row["year_begins"]).split("-"))
    return Reform(first_new, (month, day), (years[0], years[1]))


def _ymd(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day
