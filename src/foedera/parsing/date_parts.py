"""The parts of a date around its anchor: what stands before, the year and all that may follow a year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foedera.parsing.date_patterns import months, patterns, plain
from foedera.parsing.date_values import (
    Parts,
    day_number,
    nearly_same_day,
    same_day,
    year_number,
    year_of_words,
)
from foedera.parsing.numerals import roman_value

_LAST_DUAL_YEAR = 1752


@dataclass(frozen=True, slots=True)
class Hit:
    """Parts of a date and where they stand."""

    start: int
    end: int
    parts: Parts


def just_before(pattern: re.Pattern[str], text: str, floor: int, start: int, reach: int) -> re.Match[str] | None:
    """The match of a pattern that ends at `start`, begun not before `floor` nor inside a word."""
    low = max(floor, start - reach)
    match = pattern.search(text[low:start])
    cut = match is not None and match.start() == 0 and low > 0 and text[low - 1].isalnum()
    return None if cut else match


def month_and_day(half: re.Match[str]) -> tuple[int, int]:
    """The month and the day, in that order, of a match of `half_with_month`."""
    return months()[plain(half["month"] or half["month2"])], day_number(half["day"] or half["day2"])


def with_year(text: str, start: int, end: int, parts: Parts) -> Hit | None:
    """The parts with the year that follows at `end`, and all that may follow a year."""
    year = patterns().year.match(text, end)
    if year is None or not _take_year(year, parts):
        return None
    end = _other_half(text, year.end(), parts)
    dual = patterns().dual.match(text, end) if end == year.end() else None
    if dual is not None:
        if not _take_dual(dual, parts):
            return None
        end = dual.end()
    return Hit(start, tail(text, end, parts), parts)


def _take_year(year: re.Match[str], parts: Parts) -> bool:
    if year["words"]:
        parts.year = year_of_words(year["words"]) or 0
    elif year["roman"]:
        parts.year = roman_value(year["roman"])
    else:
        digits = year["digits"] or year["era"]
        parts.year = year_number(digits)
        note_letters(parts, digits)
    if year["style"]:
        _take_style(year["style"], parts)
    return parts.year > 0


def _take_dual(dual: re.Match[str], parts: Parts) -> bool:
    """The second year of 1676/7; a dash means so only in days of dual years, else a range."""
    size = 10 ** len(dual["dual"])
    full = parts.year - parts.year % size + int(dual["dual"])
    if full <= parts.year:
        full += size
    parts.dual = full
    return full == parts.year + 1 and (not dual["dash"] or (parts.day is not None and full <= _LAST_DUAL_YEAR))


def _other_half(text: str, end: int, parts: Parts) -> int:
    """Takes the same day in the other calendar, printed after the year: `29 December 1800/10 January 1801`."""
    half = patterns().half_with_month.match(text, end)
    if half is None or parts.other or not parts.day or not parts.month:
        return end
    month, day = month_and_day(half)
    year = year_number(half["year"]) if half["year"] else parts.year + (month < parts.month)
    first, second = (parts.year, parts.month, parts.day), (year, month, day)
    misprint = half.group().lstrip().startswith("/") and nearly_same_day(first, second)
    if not (same_day(first, second) or same_day(second, first) or misprint):
        return end
    parts.other = second
    return half.end()


def tail(text: str, end: int, parts: Parts) -> int:
    """Takes a mark of doubt and the name of a calendar after a date; the new end."""
    for _ in range(2):
        doubt = patterns().doubt.match(text, end)
        if doubt is not None:
            parts.doubt, end = True, doubt.end()
        style = patterns().style.match(text, end)
        if style is not None:
            _take_style(style.group(), parts)
            end = style.end()
    return end


def _take_style(printed: str, parts: Parts) -> None:
    named = patterns().style.match(printed)
    if named is not None:
        parts.style = "old" if named["old"] else "new"


def note_letters(parts: Parts, printed: str) -> None:
    """Says so where l or I beside digits, or alone as in "Ist", was read as 1."""
    number = re.match(r"[\dlI]*", printed)
    if number and number.group().strip("0123456789"):
        parts.notes.append(f'"{number.group()}" read as {number.group().replace("l", "1").replace("I", "1")}')
