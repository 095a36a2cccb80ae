"""When a cited issue or volume appeared: the dates and years of a citation, as EDTF."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from foedera.parsing.dates import PrintedDate, find_dates

_REACH = 32  # characters before a year in which its month and day stand


@dataclass(frozen=True, slots=True)
class Issued:
    """A date printed at `start:end`, as EDTF: "1933-10", "1992-05-15", "1648", "1812/1814"; a note if it needs one."""

    start: int
    end: int
    edtf: str
    note: str | None = None


def find_issued(text: str) -> list[Issued]:
    """The days, months, years and ranges of years (1400 to 2099) that `text` prints, from left to right.

    A year alone counts here, other than in running text: a citation says little else in four digits.
    """
    issued: list[Issued] = []
    for year in _years().finditer(text):
        floor = max(year.start() - _REACH, issued[-1].end if issued else 0)
        if date := _with_month(text[floor : year.end("year")]):
            issued.append(Issued(floor + date.start, floor + date.end, date.edtf, date.note))
        elif not _of_digits(text[: year.start()]):
            issued.append(Issued(*year.span(), _span_of_years(year)))
    return issued


def _of_digits(before: str) -> bool:
    """Whether a year goes on with digits before it, as in "93/1914": it is no year then."""
    return before[-1:] in {"/", ".", "-"} and before[-2:-1].isdigit()


def _span_of_years(year: re.Match[str]) -> str:
    first, until = year["year"], year["until"]
    if not until:
        return f"{first}?" if year["doubt"] else first
    last = first[: -len(until)] + until
    return f"{first}/{last}" if last > first else first


@lru_cache(maxsize=4096)
def _with_month(window: str) -> PrintedDate | None:
    """The date that ends where `window` does, if it says more than a year. Dates recur, hence the cache."""
    if window[:-4].strip(" ,.;:(["):
        for date in find_dates(window):
            if date.end == len(window):
                return date
    return None


@cache
def _years() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\d)(?P<year>1[4-9]\d\d|20\d\d)(?!\d)(?:(?P<doubt>\s?\?)|\s*[-–—/]\s*(?P<until>\d{4}|\d\d)(?!\d))?",
        re.ASCII,
    )
