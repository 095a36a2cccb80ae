"""The members of a treaty: names that may hold "and" or a comma, aliases, unions, accessions and exits in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from foedera.models.entries import Member, StateRef
from foedera.parsing.dates import find_dates
from foedera.parsing.draft import Flat
from foedera.parsing.phrases import phrase
from foedera.states import resolve, settled, split_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.parsing.draft import Draft

_BRACKET = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]*)[)\]]")
_DATED = re.compile(r"(?P<date>.*?\b(?:1[0-9]|20)\d\d\b)")
_YEAR = re.compile(r"\b(1[0-9]\d\d|20\d\d)\b")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a member's brackets with the place where it is printed."""

    edtf: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Printed:
    """A member as it stands in the line: its name, its brackets, and a note from the words before it."""

    start: int
    end: int
    brackets: tuple[tuple[int, int], ...]
    note: tuple[int, int] | None


def read_members(draft: Draft, start: int, end: int, on: str | None) -> list[Member]:
    """The members in a field's region; `on` is the date by which their names are resolved."""
    flat = Flat.of(draft.text.value, start, end)
    found: list[Member] = []
    for low, high in _groups(flat.value):
        printed = list(_printed(flat.value, low, high, on))
        shared = _shared_date(flat.value, printed) if ";" in flat.value else None
        found += [_member(draft, flat, each, len(found) + i, shared, on) for i, each in enumerate(printed)]
    return found


def _groups(line: str) -> Iterator[tuple[int, int]]:
    """The stretches between semicolons outside brackets."""
    depth, cuts = 0, [-1]
    for place, letter in enumerate(line):
        depth = max(0, depth + (letter in "([") - (letter in ")]"))
        if letter == ";" and not depth:
            cuts.append(place)
    for one, two in pairwise([*cuts, len(line)]):
        yield one + 1, two


def _printed(line: str, low: int, high: int, on: str | None) -> Iterator[Printed]:
    """The members of one group, those who "acceded" by their own phrase too."""
    at = low
    note = None
    for hit in [*phrase("members", "acceded").finditer(line, low, high), None]:
        stop = hit.start() if hit else high
        for part in split_names(line[at:stop], on):
            start, end = at + part.start, at + part.end
            brackets = tuple(found.span("inside") for found in _BRACKET.finditer(line, start, end))
            name_end = next((found.start() for found in _BRACKET.finditer(line, start, end)), end)
            start += 4 if line.startswith("the ", start) else 0
            if name_end > start:
                yield Printed(start, name_end, brackets, note)
        if hit:
            at, note = hit.end(), _first_word(hit)


def _first_word(hit: re.Match[str]) -> tuple[int, int]:
    word = re.search(r"[A-Za-z]+ed\b", hit.group())
    return (hit.start() + word.start(), hit.start() + word.end()) if word else hit.span()


def _shared_date(line: str, printed: list[Printed]) -> Dated | None:
    """The date in the last brackets of a group, if no other member of it has one: it is the group's."""
    if len(printed) < 2 or not printed[-1].brackets:  # noqa: PLR2004 - a group of one shares with nobody
        return None
    others = [_date(line, *span) for each in printed[:-1] for span in each.brackets]
    return None if any(others) else _date(line, *printed[-1].brackets[-1])


def _date(line: str, start: int, end: int) -> Dated | None:
    """The date in a bracket; a bare year counts."""
    dates = find_dates(line[start:end])
    if dates:
        return Dated(dates[0].edtf, start + dates[0].start, start + dates[0].end)
    year = _YEAR.search(line, start, end)
    return Dated(year[1], *year.span()) if year else None


def _member(draft: Draft, flat: Flat, printed: Printed, index: int, shared: Dated | None, on: str | None) -> Member:
    pointer = f"/members/{index}"
    name = draft.take(pointer, *flat.region(printed.start, printed.end))
    draft.evidence[f"{pointer}/name"] = draft.evidence.get(pointer, [])
    fields: dict[str, str] = {}
    aliases: list[str] = []
    for low, high in printed.brackets:
        kind, date = _meaning(flat.value, low, high)
        if kind == "alias":
            aliases.append(draft.take(f"{pointer}/aliases/{len(aliases)}", *flat.region(low, high)))
        elif date and kind in {"joined", "left"}:
            fields[kind] = date.edtf
            draft.note(f"{pointer}/{kind}", *flat.region(date.start, date.end))
        else:
            fields["note"] = draft.take(f"{pointer}/note", *flat.region(low, high))
    if shared and not fields:
        fields["joined"] = shared.edtf
        draft.note(f"{pointer}/joined", *flat.region(shared.start, shared.end))
    if printed.note and "note" not in fields:
        fields["note"] = draft.take(f"{pointer}/note", *flat.region(*printed.note))
    state = _state(draft, name, aliases, flat.region(printed.start, printed.end), fields.get("joined") or on)
    return Member.model_construct(
        name=name,
        aliases=aliases,
        joined=fields.get("joined"),
        left=fields.get("left"),
        note=fields.get("note"),
        state=state,
    )


def _meaning(line: str, low: int, high: int) -> tuple[str, Dated | None]:
    """What a bracket says: an alias, a date of joining or leaving, or a note."""
    inside, date = line[low:high], _date(line, low, high)
    if date is None:
        return ("note" if phrase("members", "remark").search(inside) else "alias"), None
    if phrase("members", "left").search(inside):
        return "left", date
    rest = (inside[: date.start - low] + inside[date.end - low :]).strip(" ,.")
    if phrase("members", "remark").search(rest):
        return "note", date
    return ("joined", date) if not rest or phrase("members", "joined").match(rest) else ("note", date)


def _state(draft: Draft, name: str, aliases: list[str], region: tuple[int, int], on: str | None) -> StateRef | None:
    """The state of the register that a member is, or None with an issue that says why."""
    candidates = resolve(name, on, tuple(aliases))
    best = settled(candidates)
    if best is None:
        others = [found for alias in aliases if (found := settled(resolve(alias, on)))]
        best = others[0] if others else None
    if best is not None:
        return StateRef.model_construct(id=best.state, cow=best.cow, gw=best.gw)
    when = f" in {on[:4]}" if on else ""
    near = ", ".join(f"{each.name} ({each.cow})" if each.cow else each.name for each in candidates[:3])
    if any(each.exact for each in candidates):
        draft.issue("state-ambiguous", f"{name!r}{when} can be {near}", *region)
    else:
        draft.issue("state-unknown", f"no state {name!r}{when}" + (f": perhaps {near}" if near else ""), *region)
    return None
