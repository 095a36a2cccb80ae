"""Dates that may be incomplete, doubtful or open: EDTF (ISO 8601-2:2019), levels 0 and 1.

Read are days, months and years, `?` `~` `%` at the end, unspecified digits (`193X`, `19XX`, `1926-XX`, `1926-09-XX`)
and intervals, open (`..`) or unknown (empty) at an end. Times, seasons, years of more or less than four digits and the
rest of level 2 have no use in treaties and are refused. Years run 0001-9998, so that each date has a day after it.

A date that is no interval means one day: `1926-09` is some day of that month. A qualifier casts doubt on a date but
never moves its bounds, for nobody printed how far.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from foedera.models.errors import UsageError

Precision = Literal["day", "month", "year", "decade", "century", "interval"]

_FORM = re.compile(r"(\d{4}|\d{3}X|\d\dXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?[?~%]?", re.ASCII)
_OPEN = ".."
_LAST_YEAR = 9998
_MONTHS = 12
_QUALIFIERS = "?~%"
_PRECISIONS: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Edtf:
    """One EDTF date or interval; equal to another if it is written the same.

    `earliest` and `latest` are the first and last day it can mean, None where an interval is open or unknown.

    Raises:
        UsageError: on making one of a text that is no such date; the message names the part and its limits.
    """

    text: str
    earliest: date | None = field(init=False, repr=False, compare=False)
    latest: date | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        earliest, latest = _interval_bounds(self.text) if "/" in self.text else _bounds(self.text)
        object.__setattr__(self, "earliest", earliest)
        object.__setattr__(self, "latest", latest)

    @classmethod
    def parse(cls, text: str) -> Edtf:
        """The date that `text` writes; `str()` gives the same text back."""
        return cls(text)

    def __str__(self) -> str:
        return self.text

    @property
    def is_interval(self) -> bool:
        """Whether it has a start and an end of its own."""
        return "/" in self.text

    @property
    def start(self) -> Edtf | None:
        """The start of an interval, None if open or unknown; of any other date the date itself."""
        return _side(self.text.partition("/")[0]) if self.is_interval else self

    @property
    def end(self) -> Edtf | None:
        """The end of an interval, None if open or unknown; of any other date the date itself."""
        return _side(self.text.partition("/")[2]) if self.is_interval else self

    @property
    def qualifier(self) -> str:
        """`?` uncertain, `~` approximate, `%` both, "" neither; of an interval always "": look at its ends."""
        return self.text[-1] if not self.is_interval and self.text[-1] in _QUALIFIERS else ""

    @property
    def precision(self) -> Precision:
        """The unit the date is known to: `1926-XX` to the year, `193X` to the decade."""
        if self.is_interval:
            return "interval"
        known = self.text.rstrip(_QUALIFIERS).replace("-XX", "")
        return "century" if known.endswith("XX") else "decade" if known.endswith("X") else _PRECISIONS[len(known)]

    def bounds(self) -> tuple[date | None, date | None]:
        """The first day and the day after the last (half-open), None where open or unknown."""
        return self.earliest, self.latest + _ONE_DAY if self.latest else None

    def plus(self, *, years: int = 0, months: int = 0, weeks: int = 0, days: int = 0) -> Edtf:
        """This date moved on, to the same precision and with the same qualifier; as `shift` for days.

        Raises:
            UsageError: if the date is not known to the unit that is added, or is an interval.
        """
        precision = self.precision
        if precision == "day" and self.earliest:
            moved = shift(self.earliest, years=years, months=months, weeks=weeks, days=days).isoformat()
        elif precision == "month" and not weeks and not days and self.earliest and "X" not in self.text:
            moved = shift(self.earliest, years=years, months=months).isoformat()[:7]
        elif precision == "year" and not months and not weeks and not days and self.earliest and "X" not in self.text:
            moved = shift(self.earliest, years=years).isoformat()[:4]
        else:
            raise UsageError(f'cannot add that to "{self}", {_known_to(self)}: shift its bounds, or one of its ends')
        return Edtf(moved + self.qualifier)

    def minus(self, *, years: int = 0, months: int = 0, weeks: int = 0, days: int = 0) -> Edtf:
        """This date moved back: `plus` of the opposite, so "six months before" is `minus(months=6)`."""
        return self.plus(years=-years, months=-months, weeks=-weeks, days=-days)

    def lasting(self, *, years: int = 0, months: int = 0, weeks: int = 0, days: int = 0) -> Edtf:
        """The interval of a term as from this day: [d, d + n), so three years from 1926-09-18 end on 1929-09-17."""
        last = self.plus(years=years, months=months, weeks=weeks, days=days - 1)
        return Edtf(f"{self}/{last}")

    def contains(self, day: date) -> bool | None:
        """Whether it is that day, or an interval covers it; None if that cannot be told.

        `1926-09` may or may not be any day of that month: None. A qualified date is never surely a day. An interval
        is judged by its ends as written.
        """
        ends = _ends(self)
        if day < ends.start_from or day > ends.end_to:
            return False
        return True if ends.start_to <= day <= ends.end_from and not self.qualifier else None


@dataclass(frozen=True, slots=True)
class _Ends:
    """Between which days the start and the end of a date lie; date.min and date.max stand for never."""

    start_from: date
    start_to: date
    end_from: date
    end_to: date


def before(a: Edtf, b: Edtf) -> bool | None:
    """Whether `a` is over before `b` begins; None if that cannot be told. Bounds decide, qualifiers do not."""
    first, second = _ends(a), _ends(b)
    if first.end_to < second.start_from:
        return True
    return False if first.end_from >= second.start_to else None


def same(a: Edtf, b: Edtf) -> bool | None:
    """Whether both mean the same day, or intervals with the same ends; None if that cannot be told.

    Two dates `1926-09` may be two days of that month: None. So may be any qualified date.
    """
    first, second = _ends(a), _ends(b)
    starts = _same_day(first.start_from, first.start_to, second.start_from, second.start_to)
    ends = _same_day(first.end_from, first.end_to, second.end_from, second.end_to)
    if starts is False or ends is False:
        return False
    doubtful = any(mark in date.text for date in (a, b) for mark in _QUALIFIERS)
    return True if starts and ends and not doubtful else None


def shift(day: date, *, years: int = 0, months: int = 0, weeks: int = 0, days: int = 0) -> date:
    """The day so much later, or earlier for negative numbers: first years and months, then weeks and days.

    A day the month does not have becomes its last: 31 January plus one month is 28 or 29 February. Six
    weeks are 42 days.

    Raises:
        UsageError: if that is beyond the years 0001-9998.
    """
    total = (day.year + years) * _MONTHS + day.month - 1 + months
    year, month = divmod(total, _MONTHS)
    try:
        moved = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])) + timedelta(weeks=weeks, days=days)
    except (ValueError, OverflowError):
        moved = date.max
    if moved.year > _LAST_YEAR:
        raise UsageError(f"cannot shift {day} that far: years run 0001-{_LAST_YEAR}")
    return moved


def _bounds(text: str) -> tuple[date, date]:
    match = _FORM.fullmatch(text)
    if match is None:
        raise UsageError(f'not an EDTF date: "{text}": write 1926-09-28, 1926-09, 1926, 193X, 1908~ or an interval a/b')
    year, month, day = match.groups()
    if day is not None and day != "XX" and month != "XX" and "X" not in year:
        exact = _day(text, int(year), int(month), int(day))
        return exact, exact
    if month is not None and month != "XX" and "X" not in year:
        return _month(text, int(year), int(month))
    if (day is not None and day != "XX") or (month is not None and "X" in year):
        raise UsageError(f'not an EDTF date: "{text}": after an unspecified part write no other, or XX')
    return _years(text, int(year.replace("X", "0")), int(year.replace("X", "9")))


def _day(text: str, year: int, month: int, day: int) -> date:
    first, last = _month(text, year, month)
    if not 1 <= day <= last.day:
        raise UsageError(f'not an EDTF date: "{text}": days of {text[:7]} run 01-{last.day}')
    return first.replace(day=day)


def _month(text: str, year: int, month: int) -> tuple[date, date]:
    _check_year(year, text)
    if not 1 <= month <= _MONTHS:
        raise UsageError(f'not an EDTF date: "{text}": months run 01-12')
    return _month_bounds(year, month)


@lru_cache(maxsize=4096)
def _month_bounds(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _years(text: str, first: int, last: int) -> tuple[date, date]:
    _check_year(first, text)
    _check_year(last, text)
    return date(first, 1, 1), date(last, 12, 31)


def _check_year(year: int, text: str) -> None:
    if not 1 <= year <= _LAST_YEAR:
        raise UsageError(f'not an EDTF date: "{text}": years run 0001-{_LAST_YEAR}')


def _interval_bounds(text: str) -> tuple[date | None, date | None]:
    left, _, right = text.partition("/")
    start, end = _side(left), _side(right)
    if start is None and end is None and text != "../..":
        raise UsageError(f'not an EDTF date: "{text}": an interval has a date at one end, as in 1668-05-06/ or ../1939')
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    if earliest and latest and latest < earliest:
        raise UsageError(f'not an EDTF date: "{text}": it ends before it begins: write {right}/{left}')
    return earliest, latest


def _side(text: str) -> Edtf | None:
    if "/" in text:
        raise UsageError(f'not an EDTF date: "{text}": an interval has one slash')
    return None if text in ("", _OPEN) else Edtf(text)


def _ends(when: Edtf) -> _Ends:
    """Open ends lie at never; an unknown end lies anywhere from the start on, an unknown start up to the end."""
    if not when.is_interval:
        first, last = when.earliest or date.min, when.latest or date.max
        return _Ends(first, last, first, last)
    start, end = when.start, when.end
    left, _, right = when.text.partition("/")
    start_from = (start and start.earliest) or date.min
    end_to = (end and end.latest) or date.max
    start_to = (start and start.latest) or (date.min if left == _OPEN else end_to)
    end_from = (end and end.earliest) or (date.max if right == _OPEN else start_from)
    return _Ends(start_from, start_to, end_from, end_to)


def _same_day(a_from: date, a_to: date, b_from: date, b_to: date) -> bool | None:
    if a_to < b_from or b_to < a_from:
        return False
    return True if a_from == a_to == b_from == b_to else None


def _known_to(when: Edtf) -> str:
    return "an interval" if when.is_interval else f"known to the {when.precision}"
