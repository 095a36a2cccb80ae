"""Signature and force: dates, cities, renewals, ends, and ends that hold for one member alone."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from foedera.models.entries import Force, MemberForce, Signing
from foedera.parsing.dates import PrintedDate, find_dates, read_date
from foedera.parsing.draft import Flat
from foedera.parsing.phrases import cased, phrase

if TYPE_CHECKING:
    from foedera.parsing.draft import Draft

_PLACE = re.compile(
    r"(?P<city>[^(),;.]+?(?:,\s*(?:[A-Z]\.\s?){2})?(?:\.(?=\s*[A-Z][a-z])[^(),;.]+?)?)\s*(?:\((?P<country>[^()]*)\))?\s*(?=$|[,;.]|\band\b)"
)
_LEAD = 12
_FOR_MEMBER = re.compile(r"\bfor (?:the )?[A-ZÀ-Ž][^(),;]*?,? until\b")
_AND = re.compile(r"\s*(?:,\s*)?\band\s+(?:in\s+)?|\s*,\s*")
_YEARLESS = re.compile(r"[A-Z][a-z]+\.?\s+\d{1,2},\s*\d{1,2}\.")
_EXCEPTED = re.compile(
    r"\b(?:for|of|that|in the case of|and|except)\s+(?:the\s+)?(?P<name>[A-ZÀ-Ž][^(),;]*?)"
    r"\s*(?:,|\(|\s(?:which|who|whose|withdrew|left|until)\b)"
)
_COUNTRY_AFTER = re.compile(r"\s*\((?P<country>[^()]*)\)")


def read_signed(draft: Draft, start: int, end: int) -> tuple[list[Signing], Force]:
    """The acts of signature and the force clause in a "Signed On" field."""
    flat = Flat.of(draft.text.value, start, end)
    clause = phrase("in_force", "clause").search(flat.value)
    cut = clause.start() if clause else len(flat.value)
    signings = _signings(draft, flat, cut)
    return signings, _force(draft, flat, cut) if clause else Force()


def _signings(draft: Draft, flat: Flat, cut: int) -> list[Signing]:
    line = flat.value[:cut]
    dates, renewed = _dates(line)
    places = _places(line)
    printed = line.strip(" .,")
    if not dates and not _say_lost_year(draft, flat, 0, cut) and printed and read_date(printed) is None:
        draft.issue("date-unreadable", "no date can be read here", *flat.region(0, len(line)))
    rows = _pair(dates, places)
    return [_signing(draft, flat, index, *row, renewed if index == 0 else None) for index, row in enumerate(rows)]


def _dates(line: str) -> tuple[list[PrintedDate], PrintedDate | None]:
    """The dates of signature, and the date of an older treaty that this one renews."""
    found = find_dates(line) or _year_alone(line)
    renewal = phrase("signed", "renewal").search(line)
    if renewal is None or not found:
        return found, None
    after = [date for date in found if date.start > renewal.start()]
    before = [date for date in found if date.end <= renewal.start()]
    if before and after:
        return [*before, *after[1:]], after[0]
    return found, None


def _year_alone(line: str) -> list[PrintedDate]:
    """A year that stands where the date should."""
    year = re.match(r"\s*(?P<year>1[0-9]\d\d|20\d\d)\b(?=\s*(?:,|\.|$))", line)
    return [PrintedDate(*year.span("year"), year["year"], year["year"], None, None)] if year else []


def _places(line: str) -> list[tuple[tuple[int, int], tuple[int, int] | None]]:
    """The places printed after "in the city of" or "at", each with the country in its brackets."""
    lead = phrase("signed", "cities").search(line) or cased("signed", "elsewhere").search(line)
    found: list[tuple[tuple[int, int], tuple[int, int] | None]] = []
    at = lead.end() if lead else len(line)
    cities = bool(lead and "ies" in lead.group().lower())
    while at < len(line):
        hit = _PLACE.match(line, at)
        if not hit or not hit["city"].strip()[:1].isupper() or find_dates(f"{hit['city'].split()[0]} 2, 1900"):
            break
        found.append((hit.span("city"), hit.span("country") if hit["country"] else None))
        joint = _AND.match(line, hit.end())
        many = "and" in joint.group() or cities if joint else False
        if not joint or not many or not line[joint.end() : joint.end() + 1].isupper():
            break
        at = joint.end()
    return found


_Row = tuple["PrintedDate | None", "tuple[tuple[int, int], tuple[int, int] | None] | None"]


def _pair(dates: list[PrintedDate], places: list[tuple[tuple[int, int], tuple[int, int] | None]]) -> list[_Row]:
    """Dates with places: one for one where they are as many, else the single one with all of the other."""
    if len(dates) == len(places) or not dates or not places:
        size = max(len(dates), len(places))
        return [(dates[i] if dates else None, places[i] if places else None) for i in range(size)]
    if len(dates) == 1:
        return [(dates[0], place) for place in places]
    if len(places) == 1:
        return [(date, places[0]) for date in dates]
    size = max(len(dates), len(places))
    return [(dates[min(i, len(dates) - 1)], places[i] if i < len(places) else None) for i in range(size)]


def _signing(
    draft: Draft,
    flat: Flat,
    index: int,
    date: PrintedDate | None,
    place: tuple[tuple[int, int], tuple[int, int] | None] | None,
    renewed: PrintedDate | None,
) -> Signing:
    pointer = f"/signed/{index}"
    spots = [span for span in ((date.start, date.end) if date else None, place[0] if place else None) if span]
    if spots:
        draft.note(pointer, *flat.region(min(low for low, _ in spots), max(high for _, high in spots)))
    country = place[1] if place else None
    return Signing.model_construct(
        date=_dated(draft, flat, f"{pointer}/date", date) if date else None,
        place=draft.take(f"{pointer}/place", *flat.region(*place[0])) if place else None,
        country=draft.take(f"{pointer}/country", *flat.region(*country)) if country else None,
        renews=_dated(draft, flat, f"{pointer}/renews", renewed) if renewed else None,
    )


def _dated(draft: Draft, flat: Flat, pointer: str, date: PrintedDate) -> str:
    region = flat.region(date.start, date.end)
    draft.note(pointer, *region)
    if date.note:
        draft.issue("date-note", date.note, *region)
    return date.edtf


def _force(draft: Draft, flat: Flat, cut: int) -> Force:
    line = flat.value
    clause = phrase("in_force", "clause").match(line, cut)
    at = clause.end() if clause else cut
    still = phrase("in_force", "still").match(line, at)
    if still:
        draft.note("/in_force/status", *flat.region(cut, still.end()))
        note, by_member = _note(draft, flat, still.end(), with_exceptions=True)
        return Force.model_construct(status="in-force", until=None, note=note, by_member=by_member)
    until = phrase("in_force", "until").match(line, at)
    if until is None:
        draft.issue("force-unreadable", "the in-force clause has no end that can be read", *flat.region(cut, len(line)))
        return Force()
    draft.note("/in_force/status", *flat.region(cut, len(line)))
    return _ended(draft, flat, until.end())


def _ended(draft: Draft, flat: Flat, at: int) -> Force:
    line = flat.value
    dates = [date for date in _all_dates(line, at) if date.start >= at]
    by_member = _ends_in_brackets(draft, flat, dates)
    if by_member:
        return Force.model_construct(status="ended", until=None, note=None, by_member=by_member)
    if dates and not line[at : dates[0].start].strip(" ,"):
        until = _dated(draft, flat, "/in_force/until", dates[0])
        note, members = _note(draft, flat, dates[0].end, with_exceptions=True)
        return Force.model_construct(status="ended", until=until, note=note, by_member=members)
    if _say_lost_year(draft, flat, at, len(line)):
        return Force.model_construct(status="ended", until=None, note=None, by_member=[])
    note, members = _note(draft, flat, at, with_exceptions=False)
    return Force.model_construct(status="ended", until=None, note=note, by_member=members)


def _say_lost_year(draft: Draft, flat: Flat, start: int, end: int) -> bool:
    """Whether a month and day stand here with a list number where their year was; if so, say it."""
    hit = _YEARLESS.search(flat.value, start, end)
    if hit:
        draft.issue("lost-year", "the year of this date was lost: it became a list number", *flat.region(*hit.span()))
    return hit is not None


def _all_dates(line: str, at: int) -> list[PrintedDate]:
    """The dates from `at` on; a bare year right there counts as one."""
    found = find_dates(line)
    year = re.compile(r"(?:1[0-9]|20)\d\d\b").match(line, at)
    if year and not any(date.start <= at < date.end for date in found):
        alone = PrintedDate(year.start(), year.end(), year.group(), year.group(), None, None)
        return sorted([*found, alone], key=lambda date: date.start)
    return found


def _ends_in_brackets(draft: Draft, flat: Flat, dates: list[PrintedDate]) -> list[MemberForce]:
    """Ends each followed by its member in brackets: `May 1, 1940 (Estonia) and June 2, 1941 (Latvia)`."""
    pairs = [(date, hit) for date in dates if (hit := _COUNTRY_AFTER.match(flat.value, date.end))]
    if len(pairs) < 2 or len(pairs) != len(dates):  # noqa: PLR2004 - one end is the treaty's own
        return []
    found = []
    for index, (date, hit) in enumerate(pairs):
        pointer = f"/in_force/by_member/{index}"
        member = draft.take(f"{pointer}/member", *flat.region(*hit.span("country")))
        found.append(
            MemberForce.model_construct(member=member, until=_dated(draft, flat, f"{pointer}/until", date), note=None)
        )
    return found


def _note(draft: Draft, flat: Flat, at: int, *, with_exceptions: bool) -> tuple[str | None, list[MemberForce]]:
    """The words after the end, and the members whom they except."""
    line = flat.value
    low, high = at, len(line)
    while low < high and line[low] in " ,;:.":
        low += 1
    while high > low and line[high - 1] in " .":
        high -= 1
    if low >= high:
        return None, []
    note = draft.take("/in_force/note", *flat.region(low, high))
    exception = phrase("in_force", "exception").search(line, low, high) if with_exceptions else None
    single = exception or _FOR_MEMBER.search(line, low, high) if with_exceptions else None
    return note, _exceptions(draft, flat, single.start(), high) if single else []


def _exceptions(draft: Draft, flat: Flat, at: int, end: int) -> list[MemberForce]:
    """Ends of single members: each date with the name that stands between it and the date before."""
    found: list[MemberForce] = []
    line, low = flat.value, at
    for near in find_dates(line[at:end]):
        date = replace(near, start=near.start + at, end=near.end + at)
        hits = list(_EXCEPTED.finditer(line, max(low - _LEAD, 0), date.start))
        low = date.end
        if not hits:
            continue
        pointer = f"/in_force/by_member/{len(found)}"
        member = draft.take(f"{pointer}/member", *flat.region(*hits[-1].span("name")))
        until = _dated(draft, flat, f"{pointer}/until", date)
        found.append(MemberForce.model_construct(member=member, until=until, note=None))
    return found
