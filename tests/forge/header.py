"""Prints the fields of an entry's header in all the forms a compendium uses, and says what each means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.forge.facts import LAST_YEAR, NO_END_BEFORE, Day, State, draw_day, listed, with_article
from tests.forge.phrases import Slots, rows, tables
from tests.forge.truth import CitationTruth, ForceTruth, MemberTruth, SigningTruth

if TYPE_CHECKING:
    from random import Random

NEWS_SINCE, JOURNALS_SINCE = 1945, 1900
PUBLISHED = "In force as of date of publication of this volume"


def members(rng: Random, states: list[State], signed: Day) -> tuple[str, list[MemberTruth]]:
    """The members line: plain lists, aliases, unions, accessions in brackets, groups that share a date, observers."""
    truths = [_member(rng, state, signed.year) for state in states]
    names = [_named(member) for member in truths]
    form = rng.random()
    if len(states) == 3 and form < 0.3:
        truths[2].note = "acceded"
        return f"{listed(names[:2])}, acceded to by {names[2]}", truths
    if len(states) > 3 and form < 0.35:
        return _groups(rng, truths, names, signed), truths
    for position, member in enumerate(truths):
        if position and not member.aliases and rng.random() < 0.12:
            names[position] += _bracket(rng, member, signed)
    return listed(names), truths


def _member(rng: Random, state: State, year: int) -> MemberTruth:
    aliased = state.other and (rng.random() < 0.6 or "-" in state.other)
    # Some lines give the later name first: Yugoslavia (Serbs, Croats, and Slovenes).
    if aliased and "," in state.name and year % 2:
        return MemberTruth(state.other, [state.name])
    return MemberTruth(state.name, [state.other] if aliased else [])


def _named(member: MemberTruth) -> str:
    """A member with its other names in brackets."""
    return f"{member.name} ({member.aliases[0]})" if member.aliases else member.name


def _bracket(rng: Random, member: MemberTruth, signed: Day) -> str:
    """A bracket of the member's own: a date of accession, of exit, or an observer's note."""
    day = draw_day(rng, min(signed.year + rng.randint(1, 9), LAST_YEAR))
    form = rng.choice(("joined", "bare", "withdrew", "observer"))
    if form == "observer":
        member.note = f"observer since {day.year}"
        return f" ({member.note})"
    if form == "withdrew":
        member.left = day.edtf
        return f" (withdrew on {day.printed})"
    member.joined = day.edtf
    return f" (joined on {day.printed})" if form == "joined" else f" ({day.printed})"


def _groups(rng: Random, truths: list[MemberTruth], names: list[str], signed: Day) -> str:
    """Members in groups between semicolons, each group with the date it joined."""
    split = rng.randint(1, len(truths) - 2)
    later = draw_day(rng, min(signed.year + rng.randint(1, 6), LAST_YEAR))
    for position, member in enumerate(truths):
        member.joined = (signed if position < split else later).edtf
    return f"{listed(names[:split])} ({signed.printed}); {listed(names[split:])} ({later.printed})"


def signing(rng: Random, states: list[State], signed: Day) -> tuple[str, list[SigningTruth]]:
    """The Signed On text without the in-force clause: date, city or palace, two cities, a renewal."""
    if rng.random() < 0.04:
        return f"{signed.printed}.", [SigningTruth(signed.edtf)]
    form = rng.random()
    if form < 0.05 and signed.year > 1950 and len(states) > 1:
        return _two_cities(rng, states, signed)
    if form < 0.09 and signed.year < 1920:
        palace, land = rng.choice(rows("palaces"))
        return f"{signed.printed}, at {palace} ({land}).", [SigningTruth(signed.edtf, palace, land)]
    where, place, country = _city(rng, states, signed.year)
    truth = SigningTruth(signed.edtf, place, country)
    renewal = _renewal(rng, truth, signed) if rng.random() < 0.04 else ""
    return f"{signed.printed}{renewal}, in the city of {where}.", [truth]


def _renewal(rng: Random, truth: SigningTruth, signed: Day) -> str:
    """The older treaty that is renewed, as printed behind the date."""
    older = draw_day(rng, signed.year - rng.randint(2, 20))
    truth.renews = older.edtf
    return (
        f" (renewal of the treaty of {older.printed})"
        if rng.random() < 0.5
        else f", renewing the treaty of {older.printed}"
    )


def _two_cities(rng: Random, states: list[State], signed: Day) -> tuple[str, list[SigningTruth]]:
    where, place, country = _city(rng, states, signed.year)
    seat = next(state.seat for state in states if state.seat != place)
    truths = [SigningTruth(signed.edtf, place, country), SigningTruth(signed.edtf, seat)]
    return f"{signed.printed}, in the cities of {where} and {seat}.", truths


def _city(rng: Random, states: list[State], year: int) -> tuple[str, str, str | None]:
    """A place as printed, its city, its country (None for a seat of government)."""
    towns = [row for row in rows("cities") if int(row[2]) <= year <= int(row[3])]
    if towns and rng.random() < 0.4:
        city, country = rng.choice(towns)[:2]
        return f"{city} ({country})", city, country
    seat = rng.choice(states).seat
    return seat, seat, None


def in_force(rng: Random, states: list[State], signed: Day, slots: Slots) -> tuple[str, ForceTruth]:
    """The in-force clause, or "" where none is printed (half of all entries; nearly all before 1816)."""
    if rng.random() < (0.97 if signed.year < NO_END_BEFORE else 0.3):
        return "", ForceTruth()
    if signed.year > 1945 and rng.random() < 0.35:
        return _still(rng, states, signed)
    day = draw_day(rng, min(signed.year + rng.randint(1, 25), LAST_YEAR), 0.1)
    form = rng.random()
    if form < 0.05:
        event = slots.pick(tables()["events"])
        return f"In force until {event}.", ForceTruth("ended", None, event)
    if form < 0.1:
        return _by_member(rng, states, day)
    note = slots.pick(tables()["ends"]) if rng.random() < 0.3 else None
    clause = f", {note}" if note else ""
    return f"In force until {day.printed}{clause}.", ForceTruth("ended", day.edtf, note)


def _still(rng: Random, states: list[State], signed: Day) -> tuple[str, ForceTruth]:
    if len(states) < 3 or rng.random() < 0.5:
        return f"{PUBLISHED}.", ForceTruth("in-force")
    leaver, day = rng.choice(states), draw_day(rng, min(signed.year + rng.randint(1, 20), LAST_YEAR))
    note = f"except for {with_article(leaver.name)}, whose membership ended on {day.printed}"
    truth = ForceTruth("in-force", None, note, [{"member": leaver.name, "until": day.edtf, "note": None}])
    return f"{PUBLISHED}, {note}.", truth


def _by_member(rng: Random, states: list[State], day: Day) -> tuple[str, ForceTruth]:
    """Two ends for two members: none of them is the end of the treaty, so `until` stays None."""
    second = draw_day(rng, min(day.year + 1, LAST_YEAR))
    ends = list(zip(states, (day, second), strict=False))
    text = " and ".join(f"{end.printed} ({state.name})" for state, end in ends)
    by_member: list[dict[str, str | None]] = [
        {"member": state.name, "until": end.edtf, "note": None} for state, end in ends
    ]
    return f"In force until {text}.", ForceTruth("ended", None, None, by_member)


def source(rng: Random, year: int) -> CitationTruth:
    """A citation in one of the forms of the Source line."""
    form = rng.random()
    if form > 0.9 and year > NEWS_SINCE:
        return _news(rng, year)
    if form > 0.75 and year > JOURNALS_SINCE:
        return _journal(rng, year)
    return _book(rng) if form < 0.3 else _series(rng, year)


def _pages(rng: Random) -> tuple[str, str]:
    first = rng.randint(3, 890)
    if rng.random() < 0.5:
        return f"p. {first}", str(first)
    span = f"{first}–{first + rng.randint(1, 14)}"
    return f"{rng.choice(('p.', 'pp.'))} {span}", span


def _book(rng: Random) -> CitationTruth:
    name, (printed, pages) = rng.choice(tables()["books"]), _pages(rng)
    if rng.random() < 0.5:
        volume = str(rng.randint(1, 8))
        return CitationTruth(f"{name}, vol. {volume}, {printed}.", name, None, volume, pages=pages)
    return CitationTruth(f"{name}, {printed}.", name, pages=pages)


def _series(rng: Random, year: int) -> CitationTruth:
    fitting = [row for row in rows("series") if int(row[2]) <= year <= int(row[3])]
    name, series = rng.choice(fitting)[:2]
    volume, (printed, pages) = str(rng.randint(1, 240)), _pages(rng)
    stop = "." if rng.random() < 0.85 else ""
    form = rng.random()
    if name.endswith("Treaty") or form < 0.15:
        number = str(rng.randint(200, 39000))
        return CitationTruth(f"{name}, no. {number}{stop}", name, series, number=number)
    if form < 0.3:
        return CitationTruth(f"{name}, {printed}, vol. {volume}{stop}", name, series, volume, pages=pages)
    if form < 0.5:
        number = str(rng.randint(200, 9000))
        text = f"{name}, vol. {volume}, no. {number}, {printed}{stop}"
        return CitationTruth(text, name, series, volume, None, number, pages=pages)
    return CitationTruth(f"{name}, vol. {volume}, {printed}{stop}", name, series, volume, pages=pages)


def _journal(rng: Random, year: int) -> CitationTruth:
    name, volume, issue = rng.choice(tables()["journals"]), str(rng.randint(1, 60)), str(rng.randint(1, 4))
    issued, (printed, pages) = Day(year + 1, rng.randint(1, 12), 0), _pages(rng)
    extra = rng.choice(("", ", Supplement: Official Documents"))
    text = f"{name}, vol. {volume}, no. {issue}{extra} ({issued.printed}), {printed}."
    return CitationTruth(text, name, None, volume, issue, None, issued.edtf, pages)


def _news(rng: Random, year: int) -> CitationTruth:
    name, issued = rng.choice(tables()["news"]), draw_day(rng, year, 0.4)
    return CitationTruth(f"{name}, {issued.printed}.", name, issued=issued.edtf)
