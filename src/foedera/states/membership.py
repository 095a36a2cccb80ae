"""Who belonged to a system of states, on a day or in a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from foedera.models.errors import UsageError
from foedera.states.identities import LIFE, Code, register
from foedera.states.when import Spell, When, bounds, meets

System = Literal["cow", "gw", "foedera"]
Partial = Literal["exact", "any", "first", "last"]
_MICRO = "gw-micro"


@dataclass(frozen=True, slots=True)
class Membership:
    """One member of a system: state id, its code there (None in "foedera"), and the first and last day of the spell."""

    state: str
    code: int | None
    first: date
    last: date | None


def members(
    system: System = "cow",
    *,
    on: When = None,
    year: int | None = None,
    partial: Partial = "any",
    microstates: bool = False,
) -> tuple[Membership, ...]:
    """The members of `system` `on` a date or in a `year`, by code and id; each code once.

    `partial` says what a year needs: "exact" every day of it in one spell, "any" at least one day, "first" its first
    day, "last" its last day. A date that is a span ("1926-09") follows the same rule. With several spells of one code
    in a year the latest is given. `microstates` adds those of Gleditsch's tentative list to "gw".

    Raises:
        UsageError: for an unknown system or rule, or unless exactly one of `on` and `year` is given.
    """
    _check(system, partial)
    if (on is None) == (year is None):
        raise UsageError("members needs one of on= (a date) and year= (a number), not both")
    days = bounds(on if year is None else year)
    if days is None:
        raise UsageError("members needs a date")
    found: dict[object, Code] = {}
    for one in _spells(system):
        if _holds(one.days, days, partial) and (microstates or one.source != _MICRO):
            found[one.code or one.state] = one
    return tuple(_membership(one) for one in sorted(found.values(), key=lambda one: (one.code or 0, one.state)))


def _check(system: str, partial: str) -> None:
    if system not in get_args(System):
        raise UsageError(f'unknown system "{system}": use one of {", ".join(get_args(System))}')
    if partial not in get_args(Partial):
        raise UsageError(f'unknown rule for a partial year "{partial}": use one of {", ".join(get_args(Partial))}')


def _spells(system: str) -> list[Code]:
    found = [one for state in register().states.values() for one in state.spells if one.system == system]
    return sorted(found, key=lambda one: one.days)


def _holds(member: Spell, days: Spell, partial: Partial) -> bool:
    wanted = {"exact": days, "any": days, "first": (days[0],) * 2, "last": (days[1],) * 2}[partial]
    if partial == "exact":
        return member[0] <= wanted[0] and wanted[1] <= member[1]
    return meets(member, wanted)


def _membership(one: Code) -> Membership:
    last = None if one.days[1] == date.max.toordinal() else date.fromordinal(one.days[1])
    return Membership(one.state, one.code if one.system != LIFE else None, date.fromordinal(one.days[0]), last)
