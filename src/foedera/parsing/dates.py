"""Finds the dates that are printed in a text and says them as EDTF.

What is decided where print is unclear:

- A year is one of 1000-2100. A date without a year is none; a year alone is one only after "c." or when asked for.
- `28.9.1926` is day first; `9/8/1926` may be either, so it is the year 1926 with a note; `28/9/1926` is clear.
- A date that says it is Old Style becomes the New Style day, which is what EDTF means, with a note. Without a word of
  its style a date is taken as printed: whose calendar it was is known of states, not of texts (`old_style`).
- A day the month does not have leaves the month, with a note.
- Of a range (`September 1-3, 1926`, `1914-18`, `July/August 1933`) no part is read that would be said wrongly.
"""

from __future__ import annotations

import heapq
import re
from dataclasses import dataclass

from foedera.parsing.date_patterns import knowledge, months, patterns, plain, republican_months
from foedera.parsing.date_values import (
    Parts,
    Settled,
    Style,
    day_number,
    nearly_same_day,
    republican,
    roman_number,
    same_day,
    settle,
    year_number,
    year_of_words,
)

_REACH = 64
_CIRCA_REACH = 24
_MONTHS = 12
_LAST_DUAL_YEAR = 1752
_TRAILING = re.compile(r"[\s.,;:()\[\]\"'“”‘’]*")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date at characters `start` to `end` of the text: its EDTF form and the words that say it.

    `style` is the calendar the print names ("double" if it gives both, or two years); `note` is what a reader should
    know: the other calendar's day, a day that cannot be, letters read as digits.
    """

    start: int
    end: int
    edtf: str
    printed: str
    style: Style | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class _Hit:
    """Parts of a date and where they stand."""

    start: int
    end: int
    parts: Parts


def find_dates(text: str) -> list[PrintedDate]:
    """All dates of the text from left to right, none within another; total on any text."""
    found: list[PrintedDate] = []
    floor = 0
    anchors = (pattern.finditer(text) for pattern in patterns().anchors)
    for anchor in heapq.merge(*anchors, key=re.Match.start):
        if anchor.start() < floor:
            continue
        date = _date_at(text, anchor, floor)
        if date is not None:
            found.append(date)
            floor = date.end
    return found


def read_date(text: str) -> PrintedDate | None:
    """The date that the whole text is, apart from points, brackets and words such as "on the"; or None.

    Here a year may stand alone (`1926`, `about 1926`, `in the year 1926`), and so may a decade (`the 1930s`).
    """
    found = find_dates(text)
    date = found[0] if len(found) == 1 else None if found else _lone_year(text)
    if date is None:
        return None
    leading = patterns().leading.fullmatch(text, 0, date.start)
    return date if leading and _TRAILING.fullmatch(text, date.end) else None


def _date_at(text: str, anchor: re.Match[str], floor: int) -> PrintedDate | None:
    if anchor.lastgroup is None:
        name = plain(anchor.group())
        month = months().get(name)
        if month is None:
            return _republican(text, anchor, floor, republican_months()[name])
        hit = _named(text, anchor, floor, month)
    else:
        hit = _READERS[anchor.lastgroup](text, anchor, floor)
    return _printed(text, floor, hit) if hit else None


def _printed(text: str, floor: int, hit: _Hit) -> PrintedDate | None:
    """The date of a hit, begun at the "circa" before it."""
    start = hit.start
    circa = _just_before(patterns().circa_before, text, floor, start, _CIRCA_REACH)
    if circa is not None:
        hit.parts.circa, start = True, start - len(circa.group())
    settled = settle(hit.parts)
    return _made(text, start, hit.end, settled) if settled else None


def _made(text: str, start: int, end: int, settled: Settled) -> PrintedDate:
    return PrintedDate(start, end, settled.edtf, text[start:end], settled.style, settled.note)


def _just_before(pattern: re.Pattern[str], text: str, floor: int, start: int, reach: int) -> re.Match[str] | None:
    """The match of a pattern that ends at `start`, begun not before `floor` nor inside a word."""
    low = max(floor, start - reach)
    match = pattern.search(text[low:start])
    cut = match is not None and match.start() == 0 and low > 0 and text[low - 1].isalnum()
    return None if cut else match


def _named(text: str, anchor: re.Match[str], floor: int, month: int) -> _Hit | None:
    """A date at the name of a month: month first, day first, or no day."""
    dotted = patterns().month_dot.match(text, anchor.start())
    end = dotted.end() if dotted and dotted.end() == anchor.end() + 1 else anchor.end()
    return (
        _month_first(text, anchor.start(), end, month)
        or _day_first(text, anchor.start(), end, floor, month)
        or _month_only(text, anchor, end, month)
    )


def _month_first(text: str, start: int, end: int, month: int) -> _Hit | None:
    after = patterns().day_after.match(text, end)
    if after is None:
        return None
    parts = Parts(month=month, day=day_number(after["day"]), month_first=True)
    parts.doubt = bool(after["doubt"] or after["doubt2"])
    _note_letters(parts, after["day"])
    if after["second"]:
        parts.other = (None, months().get(plain(after["month"] or "")), day_number(after["second"]))
    return _with_year(text, start, after.end(), parts)


def _day_first(text: str, start: int, end: int, floor: int, month: int) -> _Hit | None:
    half = patterns().half_with_month.match(text, end)
    if half is None and patterns().year.match(text, end) is None:
        return None  # as most often after "may": the search for a day is the dearer one
    before = _just_before(patterns().day_before, text, floor, start, _REACH)
    if before is None:
        return None
    begins = start - len(before.group())
    lead = text[max(floor, begins - 16) : begins]
    if patterns().day_range_before.search(lead) or patterns().counted_before.search(lead):
        return None
    parts = Parts(month=month, day=day_number(before["day"]), doubt=bool(before["doubt"]))
    _note_letters(parts, before["day"])
    if before["first"]:
        parts.day, parts.other = day_number(before["first"]), (None, None, parts.day or 0)
    elif half is not None:
        parts.other = (None, *_half(half))
        end = half.start("year") if half["year"] else half.end()
    return _with_year(text, begins, end, parts)


def _month_only(text: str, anchor: re.Match[str], end: int, month: int) -> _Hit | None:
    """A month and its year: not in "July/August 1933", not across a full stop, not the verb of "it may"."""
    common = anchor.group() in knowledge()["common_words"]
    low = max(0, anchor.start() - 16)
    if common or text[end : end + 1] in (".", ";") or patterns().month_before.search(text[low : anchor.start()]):
        return None
    return _with_year(text, anchor.start(), end, Parts(month=month))


def _half(half: re.Match[str]) -> tuple[int, int]:
    return months()[plain(half["month"] or half["month2"])], day_number(half["day"] or half["day2"])


def _with_year(text: str, start: int, end: int, parts: Parts) -> _Hit | None:
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
    return _Hit(start, _tail(text, end, parts), parts)


def _take_year(year: re.Match[str], parts: Parts) -> bool:
    if year["words"]:
        parts.year = year_of_words(year["words"]) or 0
    elif year["roman"]:
        parts.year = roman_number(year["roman"])
    else:
        digits = year["digits"] or year["era"]
        parts.year = year_number(digits)
        _note_letters(parts, digits)
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
    month, day = _half(half)
    year = year_number(half["year"]) if half["year"] else parts.year + (month < parts.month)
    first, second = (parts.year, parts.month, parts.day), (year, month, day)
    misprint = half.group().lstrip().startswith("/") and nearly_same_day(first, second)
    if not (same_day(first, second) or same_day(second, first) or misprint):
        return end
    parts.other = second
    return half.end()


def _tail(text: str, end: int, parts: Parts) -> int:
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


def _note_letters(parts: Parts, printed: str) -> None:
    """Says so where l or I beside digits, or alone as in "Ist", was read as 1."""
    number = re.match(r"[\dlI]*", printed)
    if number and number.group().strip("0123456789"):
        parts.notes.append(f'"{number.group()}" read as {number.group().replace("l", "1").replace("I", "1")}')


def _republican(text: str, anchor: re.Match[str], floor: int, month: int) -> PrintedDate | None:
    """A date of the French Republic: `9 Thermidor, Year II`, `an 9`, `in the ninth year`."""
    start, end, day = anchor.start(), anchor.end(), None
    before = _just_before(patterns().day_before, text, floor, start, _REACH)
    after = None if before else patterns().day_after.match(text, end)
    if before is not None:
        start, day = start - len(before.group()), day_number(before["day"])
    elif after is not None:
        end, day = after.end(), day_number(after["day"])
    year = patterns().republican_year.match(text, end)
    if year is None:
        return None
    number = year["words"] or year["number"]
    value = (
        day_number(number)
        if year["words"] or number.isdigit()
        else roman_number(number.replace("1", "I").replace("l", "I"))
    )
    settled = republican(value, month, day)
    return _made(text, start, year.end(), settled) if settled else None


def _iso(text: str, anchor: re.Match[str], _floor: int) -> _Hit | None:
    year, month, day = (int(number) for number in re.split("[-/]", anchor.group()))
    parts = Parts(year=year, month=month, day=day)
    return _Hit(anchor.start(), _tail(text, anchor.end(), parts), parts) if 1 <= month <= _MONTHS else None


def _numeric(text: str, anchor: re.Match[str], _floor: int) -> _Hit | None:
    """Day, month and year in figures; Roman figures, a day above 12 or points make the order clear."""
    match = patterns().numeric.fullmatch(anchor.group())
    if match is None:
        return None
    first = int(match["first"])
    second = roman_number(match["roman"]) if match["roman"] else int(match["second"])
    parts = Parts(year=year_number(match["year"]), month=second, day=first)
    if match["other"]:
        parts.other = (None, None, int(match["other"]))
    elif second > _MONTHS >= first:
        parts.month, parts.day = first, second
    elif not match["roman"] and match["sep"] != "." and first <= _MONTHS and first != second:
        parts.month = parts.day = None
        parts.notes.append(f'"{anchor.group()}" may be day or month first')
    if parts.month is not None and not 1 <= parts.month <= _MONTHS:
        return None
    _note_letters(parts, match["year"])
    return _Hit(anchor.start(), _tail(text, anchor.end(), parts), parts)


def _era(text: str, anchor: re.Match[str], floor: int) -> _Hit | None:
    """The Christian year of `B.E. 2534 (1991)`."""
    before = _just_before(patterns().era_before, text, floor, anchor.start(), _CIRCA_REACH)
    year = re.search(r"[(/]\s?(\w{4})", anchor.group())
    if before is None or year is None:
        return None
    start = anchor.start() - len(before.group())
    parts = Parts(year=year_number(year[1]))
    parts.notes.append(f'the Christian year of "{text[start : anchor.end()]}"')
    return _Hit(start, anchor.end(), parts)


def _year(text: str, anchor: re.Match[str], floor: int) -> _Hit | None:
    """A year alone, which is a date only after "c." or "circa"."""
    circa = _just_before(patterns().circa_before, text, floor, anchor.start(), _CIRCA_REACH)
    if circa is None or not circa["exact"]:
        return None
    parts = Parts(year=int(anchor.group()))
    return _Hit(anchor.start(), _tail(text, anchor.end(), parts), parts)


def _lone_year(text: str) -> PrintedDate | None:
    leading = patterns().leading.match(text)
    start = leading.end() if leading else 0
    circa = patterns().circa.match(text, start)
    end = circa.end() if circa else start
    decade = patterns().decade.match(text, end)
    if decade is not None:
        return PrintedDate(
            start, decade.end(), f"{int(decade['decade'])}X" + ("~" if circa else ""), text[start : decade.end()]
        )
    hit = _with_year(text, start, end, Parts(circa=circa is not None))
    settled = settle(hit.parts) if hit else None
    return _made(text, start, hit.end, settled) if hit and settled else None


_READERS = {"iso": _iso, "numeric": _numeric, "era": _era, "year": _year}
