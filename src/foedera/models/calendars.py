"""Old Style and New Style: days of the Julian calendar as days of the Gregorian, and back.

Both calendars count the same days, so a conversion goes through the Julian day number, the count of days since
1 January 4713 BC (Julian). The formulas are the usual integer ones; the tests hold them to the days of the reforms.
"""

from __future__ import annotations

from datetime import date

from foedera.models.errors import UsageError

FIRST_YEAR, LAST_YEAR = 2, 9998
_DAY_NUMBER_OF_ORDINAL_0 = 1721425
_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def julian_month_length(year: int, month: int) -> int:
    """The number of days in a month of the Julian calendar, where every fourth year is a leap year."""
    return 29 if month == 2 and year % 4 == 0 else _MONTH_LENGTHS[month - 1]  # noqa: PLR2004 - February


def julian_to_gregorian(year: int, month: int, day: int) -> date:
    """The Gregorian date of a Julian one, whose year begins on 1 January.

    Raises:
        UsageError: if the Julian calendar has no such day, or the year is not 2-9998.
    """
    _check(year, month, day)
    back = (14 - month) // 12
    years = year + 4800 - back
    days = (153 * (month + 12 * back - 3) + 2) // 5
    number = day + days + 365 * years + years // 4 - 32083
    return date.fromordinal(number - _DAY_NUMBER_OF_ORDINAL_0)


def gregorian_to_julian(day: date) -> tuple[int, int, int]:
    """Year, month and day in the Julian calendar of a Gregorian date."""
    count = day.toordinal() + _DAY_NUMBER_OF_ORDINAL_0 + 32082
    years = (4 * count + 3) // 1461
    rest = count - 1461 * years // 4
    months = (5 * rest + 2) // 153
    return years - 4800 + months // 10, months + 3 - 12 * (months // 10), rest - (153 * months + 2) // 5 + 1


def _check(year: int, month: int, day: int) -> None:
    written = f'not a Julian date: "{year:04d}-{month:02d}-{day:02d}"'
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UsageError(f"{written}: years run {FIRST_YEAR:04d}-{LAST_YEAR}")
    if not 1 <= month <= len(_MONTH_LENGTHS):
        raise UsageError(f"{written}: months run 01-12")
    if not 1 <= day <= julian_month_length(year, month):
        raise UsageError(f"{written}: its days run 01-{julian_month_length(year, month)}")
