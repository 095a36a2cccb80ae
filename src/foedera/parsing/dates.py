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

from foedera.parsing.date_parts import Hit, just_before, month_and_day, note_letters, tail, with_year
from foedera.parsing.date_patterns import knowledge, months, patterns, plain, republican_months
from foedera.parsing.date_values import (
    Parts,
    Settled,
    Style,
    day_number,
    republican,
    settle,
    year_number,
)
from foedera.parsing.numerals import roman_value

_REACH = 64
_CIRCA_REACH = 24
_MONTHS = 12
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


def _printed(text: str, floor: int, hit: Hit) -> PrintedDate | None:
    """The date of a hit, begun at the "circa" before it."""
    start = hit.start
    circa = just_before(patterns().circa_before, text, floor, start, _CIRCA_REACH)
    if circa is not None:
        hit.parts.circa, start = True, start - len(circa.group())
    settled = settle(hit.parts)
    return _made(text, start, hit.end, settled) if settled else None


def _made(text: str, start: int, end: int, settled: Settled) -> PrintedDate:
    return PrintedDate(start, end, settled.edtf, text[start:end], settled.style, settled.note)


def _named(text: str, anchor: re.Match[str], floor: int, month: int) -> Hit | None:
    """A date at the name of a month: month first, day first, or no day."""
    dotted = patterns().month_dot.match(text, anchor.start())
    end = dotted.end() if dotted and dotted.end() == anchor.end() + 1 else anchor.end()
    return (
        _month_first(text, anchor.start(), end, month)
        or _day_first(text, anchor.start(), end, floor, month)
        or _month_only(text, anchor, end, month)
    )


def _month_first(text: str, start: int, end: int, month: int) -> Hit | None:
    after = patterns().day_after.match(text, end)
    if after is None:
        return None
    parts = Parts(month=month, day=day_number(after["day"]), month_first=True)
    parts.doubt = bool(after["doubt"] or after["doubt2"])
    note_letters(parts, after["day"])
    if after["second"]:
        parts.other = (None, months().get(plain(after["month"] or "")), day_number(after["second"]))
    return with_year(text, start, after.end(), parts)


def _day_first(text: str, start: int, end: int, floor: int, month: int) -> Hit | None:
    half = patterns().half_with_month.match(text, end)
    if half is None and patterns().year.match(text, end) is None:
        return None  # as most often after "may": the search for a day is the dearer one
    before = just_before(patterns().day_before, text, floor, start, _REACH)
    if before is None:
        return None
    begins = start - len(before.group())
    lead = text[max(floor, begins - 16) : begins]
    if patterns().day_range_before.search(lead) or patterns().counted_before.search(lead):
        return None
    parts = Parts(month=month, day=day_number(before["day"]), doubt=bool(before["doubt"]))
    note_letters(parts, before["day"])
    if before["first"]:
        parts.day, parts.other = day_number(before["first"]), (None, None, parts.day or 0)
    elif half is not None:
        parts.other = (None, *month_and_day(half))
        end = half.start("year") if half["year"] else half.end()
    return with_year(text, begins, end, parts)


def _month_only(text: str, anchor: re.Match[str], end: int, month: int) -> Hit | None:
    """A month and its year: not in "July/August 1933", not across a full stop, not the verb of "it may"."""
    common = anchor.group() in knowledge()["common_words"]
    low = max(0, anchor.start() - 16)
    if common or text[end : end + 1] in (".", ";") or patterns().month_before.search(text[low : anchor.start()]):
        return None
    return with_year(text, anchor.start(), end, Parts(month=month))


def _republican(text: str, anchor: re.Match[str], floor: int, month: int) -> PrintedDate | None:
    """A date of the French Republic: `9 Thermidor, Year II`, `an 9`, `in the ninth year`."""
    start, end, day = anchor.start(), anchor.end(), None
    before = just_before(patterns().day_before, text, floor, start, _REACH)
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
        else roman_value(number.replace("1", "I").replace("l", "I"))
    )
    settled = republican(value, month, day)
    return _made(text, start, year.end(), settled) if settled else None


def _iso(text: str, anchor: re.Match[str], _floor: int) -> Hit | None:
    year, month, day = (int(number) for number in re.split("[-/]", anchor.group()))
    parts = Parts(year=year, month=month, day=day)
    return Hit(anchor.start(), tail(text, anchor.end(), parts), parts) if 1 <= month <= _MONTHS else None


def _numeric(text: str, anchor: re.Match[str], _floor: int) -> Hit | None:
    """Day, month and year in figures; Roman figures, a day above 12 or points make the order clear."""
    match = patterns().numeric.fullmatch(anchor.group())
    if match is None:
        return None
    first = int(match["first"])
    second = roman_value(match["roman"]) if match["roman"] else int(match["second"])
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
    note_letters(parts, match["year"])
    return Hit(anchor.start(), tail(text, anchor.end(), parts), parts)


def _era(text: str, anchor: re.Match[str], floor: int) -> Hit | None:
    """The Christian year of `B.E. 2534 (1991)`."""
    before = just_before(patterns().era_before, text, floor, anchor.start(), _CIRCA_REACH)
    year = re.search(r"[(/]\s?(\w{4})", anchor.group())
    if before is None or year is None:
        return None
    start = anchor.start() - len(before.group())
    parts = Parts(year=year_number(year[1]))
    parts.notes.append(f'the Christian year of "{text[start : anchor.end()]}"')
    return Hit(start, anchor.end(), parts)


def _year(text: str, anchor: re.Match[str], floor: int) -> Hit | None:
    """A year alone, which is a date only after "c." or "circa"."""
    circa = just_before(patterns().circa_before, text, floor, anchor.start(), _CIRCA_REACH)
    if circa is None or not circa["exact"]:
        return None
    parts = Parts(year=int(anchor.group()))
    return Hit(anchor.start(), tail(text, anchor.end(), parts), parts)


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
    hit = with_year(text, start, end, Parts(circa=circa is not None))
    settled = settle(hit.parts) if hit else None
    return _made(text, start, hit.end, settled) if hit and settled else None


_READERS = {"iso": _iso, "numeric": _numeric, "era": _era, "year": _year}
