"""For callers who know what they ask: one state, or an error that says what to ask instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.models.errors import FoederaError
from foedera.states.identities import State, register
from foedera.states.resolver import Candidate, lived, resolve, settled
from foedera.states.when import When, bounds, show_when

if TYPE_CHECKING:
    from collections.abc import Iterable


class UnknownStateError(FoederaError):
    """A name that no state had at the date."""


class AmbiguousStateError(FoederaError):
    """A name that more than one state had at the date."""


def state(name: str, on: When = None, near: Iterable[str] = ()) -> State:
    """The state with this name or id `on` a date.

    Raises:
        UnknownStateError: with the likeliest names, or with the time in which the state lived.
        AmbiguousStateError: with the states it can be.
        UsageError: for a date that is none.
    """
    known = register().states.get(name)
    if known is not None:
        return known
    candidates = resolve(name, on, near)
    found = settled(candidates)
    if found is not None:
        return register().states[found.state]
    if candidates and candidates[0].exact:
        raise AmbiguousStateError(_ambiguous(name, on, [one for one in candidates if one.exact]))
    raise UnknownStateError(_unknown(name, on, candidates))


def _ambiguous(name: str, on: When, candidates: list[Candidate]) -> str:
    which = " or ".join(_shown(register().states[one.state].called(bounds(on)), one) for one in candidates)
    return f'"{name}"{show_when(on)} is {which}: say which'


def _unknown(name: str, on: When, candidates: list[Candidate]) -> str:
    asked = f'unknown state "{name}"{show_when(on)}'
    if not candidates:
        return f"{asked}: no name of the register is like it"
    first = candidates[0]
    if not first.reasons[0].startswith("spelt"):
        owner = register().states[first.state]
        return f"{asked}: {_shown(owner.called(bounds(on)), first)} {_past(first, owner)}"
    return f"{asked}: did you mean {_or([_shown(one.name, one) for one in candidates[:3]])}?"


def _past(one: Candidate, owner: State) -> str:
    why = one.reasons[0]
    return why if why.startswith("lived") else f"lived {lived(owner)}, but {why}"


def _or(shown: list[str]) -> str:
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"


def _shown(name: str, one: Candidate) -> str:
    code = f"{one.cow}" if one.cow is not None else f"GW {one.gw}" if one.gw is not None else one.state
    return f"{name} ({code})"
