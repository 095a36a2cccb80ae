"""What the parts of a printed date say: number words and Roman numerals, and the EDTF date of day, month and year.

A doubt lowers the precision and is noted; it never makes up a part. Old Style dates become days of the Gregorian
calendar, which is the one of EDTF (ISO 8601).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from foedera.models.calendars import julian_month_length, julian_to_gregorian
from foedera.parsing.date_patterns import knowledge, number_words, patterns, plain

Style = Literal["new", "old", "double"]
Day = tuple[int, int, int]

_JANUARY, _MARCH, _DECEMBER = 1, 3, 12
_LADY_DAY = 25
_MONTH_DAYS = 30
# The calendars were 10 to 13 days apart from 1582 to 2100; one day more or less is a misprint, not another day.
_NEAR_GAPS = range(9, 15)
_FIRST_YEAR, _LAST_YEAR = 1000, 2100


@dataclass(slots=True)
class Parts:
    """A date as it was printed. `other` is the second half of a double date: year, month, day, each perhaps None.

    `dual` is the second of two years (1676/7, in full); `month_first` tells the first of two days from the second.
    """

    year: int = 0
    month: int | None = None
    day: int | None = None
    other: tuple[int | None, int | None, int] | None = None
    dual: int | None = None
    month_first: bool = False
    style: Style | None = None
    doubt: bool = False
    circa: bool = False
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Settled:
    """The EDTF date, its calendar if one is named, and what is to be said of it."""

    edtf: str
    style: Style | None
    note: str | None


def day_number(printed: str) -> int:
    """The number of a day in digits (l and I read as 1) or in words; 0 if it has none."""
    digits = re.match(r"[\dlI]+", printed)
    if digits and (printed[0].isdigit() or printed[:1] in "lI"):
        return int(digits.group().replace("l", "1").replace("I", "1"))
    return sum(_numbers(printed))


def year_number(digits: str) -> int:
    """The number of a year in digits, with l and I read as 1."""
    return int(digits.replace("l", "1").replace("I", "1"))


def year_of_words(printed: str) -> int | None:
    """The year that number words say: "one thousand eight hundred and sixty-one", "nineteen twenty-six"."""
    numbers = _numbers(printed)
    if 100 not in numbers and 1000 not in numbers:  # noqa: PLR2004 - hundred, thousand
        return numbers[0] * 100 + sum(numbers[1:]) if len(numbers) > 1 else None
    total = current = 0
    for number in numbers:
        if number == 1000:  # noqa: PLR2004
            total, current = (current or 1) * number, 0
        elif number == 100:  # noqa: PLR2004
            total, current = total + (current or 1) * number, 0
        else:
            current += number
    return total + current


def settle(parts: Parts) -> Settled | None:
    """The EDTF date of the parts, None if they are none."""
    if not _FIRST_YEAR <= parts.year <= _LAST_YEAR or parts.month == 0:
        return None
    if parts.other:
        return _double(parts)
    if parts.dual:
        return _dual(parts)
    return _finish(parts, _plain(parts))


def same_day(old: Day, new: Day) -> bool:
    """Whether the Julian date `old` and the Gregorian date `new` are one day."""
    return _exists(new) and _gregorian(old) == date(*new)


def nearly_same_day(old: Day, new: Day) -> bool:
    """Whether the two are as far apart as the calendars are, a day or two more or less: one day with a misprint."""
    return _exists(old) and _exists(new) and (date(*new) - date(*old)).days in _NEAR_GAPS


def republican(year: int, month: int, day: int | None) -> Settled | None:
    """The day of a date of the French Republic; to the year if it has no day, None if no such year or day was."""
    begins: dict[int, date] = knowledge()["republican"]["year_begins"]
    if year not in begins or year + 1 not in begins:
        return None
    first = begins[year] + timedelta(days=_MONTH_DAYS * (month - 1))
    last = min(first + timedelta(days=_MONTH_DAYS), begins[year + 1]) - timedelta(days=1)
    if day is not None and 1 <= day <= (last - first).days + 1:
        return Settled(
            (first + timedelta(days=day - 1)).isoformat(),
            None,
            f"day {day} of month {month} of year {year} of the Republic",
        )
    if first.year != last.year:
        return None
    return Settled(
        str(first.year), None, f"some day from {first} to {last}: month {month} of year {year} of the Republic"
    )


def _numbers(printed: str) -> list[int]:
    values = number_words()
    return [values[plain(word)] for word in patterns().number_word.findall(printed)]


def _plain(parts: Parts) -> str:
    """The date as printed; to the month, with a note, if that month has no such day."""
    if parts.month is None:
        return f"{parts.year:04d}"
    to_month = f"{parts.year:04d}-{parts.month:02d}"
    if parts.day is None:
        return to_month
    day = (parts.year, parts.month, parts.day)
    if parts.style == "old":
        return _from_old_style(parts, day) or to_month
    if _exists(day):
        return f"{to_month}-{parts.day:02d}"
    parts.notes.append(f"printed day {parts.day} does not exist in {_month_name(parts.month)}{_of_year(parts)}")
    return to_month


def _from_old_style(parts: Parts, day: Day) -> str | None:
    new = _gregorian(day)
    if new is None:
        parts.notes.append(
            f"printed day {parts.day} does not exist in {_month_name(day[1])}{_of_year(parts)}, Old Style"
        )
        return None
    parts.notes.append(f"{_iso(day)} Old Style is {new} New Style")
    if _before_lady_day(day):
        parts.notes.append(f"a year later if the printed year began on {_LADY_DAY} March")
    return new.isoformat()


def _dual(parts: Parts) -> Settled | None:
    """Years such as 1676/7 name a day before 25 March by both reckonings; elsewhere two years are no date."""
    if parts.month is None or not _before_lady_day((parts.year, parts.month, parts.day or 1)):
        return None
    parts.notes.append(f"printed {parts.year}/{parts.dual}: by the year from 25 March and by the year from 1 January")
    parts.year = parts.dual or parts.year
    day = (parts.year, parts.month, parts.day or 1)
    if parts.day and parts.style is None and _exists(day):
        parts.notes.append(f"if the day is Old Style it is {_gregorian(day)} New Style")
    edtf = _plain(parts)
    parts.style = "double"
    return _finish(parts, edtf)


def _double(parts: Parts) -> Settled | None:
    """The New Style day of a double date; to the month, with a note, if the two are not one day in two calendars."""
    pairs = list(_pairs(parts))
    exact = [(old, new) for old, new in pairs if same_day(old, new)]
    near = [(old, new) for old, new in pairs if nearly_same_day(old, new)]
    if exact or near:
        old, new = (exact or near)[0]
        parts.notes.append(f"{_iso(old)} Old Style, {_iso(new)} New Style")
        if not exact:
            parts.notes.append(f"but {_iso(old)} Old Style is {_gregorian(old)} New Style")
        parts.style = "double"
        return _finish(parts, _iso(new))
    if len({day[:2] for day in pairs[0]}) > 1:
        return None
    parts.notes.append(
        f"printed days {parts.day} and {parts.other and parts.other[2]} are not one day in two calendars"
    )
    return _finish(parts, _iso(pairs[0][0])[:7])


def _pairs(parts: Parts) -> list[tuple[Day, Day]]:
    """What a double date can mean, the likeliest first: pairs of an Old Style and a New Style day."""
    year, month, day = parts.year, parts.month or 1, parts.day or 0
    other_year, other_month, other_day = parts.other or (None, None, 0)
    if other_month is None:
        return _pairs_in_month((parts.dual or year, month), (day, other_day), month_first=parts.month_first)
    if parts.dual:
        year, other_year = (year if month > other_month else parts.dual), parts.dual
    elif other_year is None and month > other_month:
        year, other_year = year - 1, year
    first, second = (year, month, day), (other_year or year, other_month, other_day)
    return [(first, second), (second, first)]


def _pairs_in_month(month: tuple[int, int], days: tuple[int, int], *, month_first: bool) -> list[tuple[Day, Day]]:
    """Two days with one month's name between them: of that month, or the days of two months (25/6 August)."""
    first, second = (*month, days[0]), (*month, days[1])
    if days[0] < days[1]:
        return [(first, second), (second, first)]
    across = (first, (*_neighbour(month, 1), days[1])) if month_first else ((*_neighbour(month, -1), days[0]), second)
    return [(second, first), across]


def _neighbour(month: tuple[int, int], step: int) -> tuple[int, int]:
    year, index = divmod(month[0] * 12 + month[1] - 1 + step, 12)
    return year, index + 1


def _finish(parts: Parts, edtf: str) -> Settled:
    qualifier = "%" if parts.doubt and parts.circa else "?" if parts.doubt else "~" if parts.circa else ""
    return Settled(edtf + qualifier, parts.style, "; ".join(parts.notes) or None)


def _gregorian(day: Day) -> date | None:
    year, month, number = day
    exists = _JANUARY <= month <= _DECEMBER and 1 <= number <= julian_month_length(year, month)
    return julian_to_gregorian(year, month, number) if exists else None


def _exists(day: Day) -> bool:
    year, month, number = day
    return _JANUARY <= month <= _DECEMBER and 1 <= number <= monthrange(year, month)[1]


def _before_lady_day(day: Day) -> bool:
    return day[1] < _MARCH or (day[1] == _MARCH and day[2] < _LADY_DAY)


def _of_year(parts: Parts) -> str:
    return f" {parts.year}" if parts.month == 2 and parts.day == 29 else ""  # noqa: PLR2004 - 29 February


def _month_name(month: int) -> str:
    name: str = knowledge()["months"][month]["name"]
    return name


def _iso(day: Day) -> str:
    return f"{day[0]:04d}-{day[1]:02d}-{day[2]:02d}"
