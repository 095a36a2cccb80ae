"""Names to states in their time: the register first, then rules, then likeness of spelling, which is always marked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from foedera.states.identities import Name, State, register
from foedera.states.nearness import nearness
from foedera.states.normal import normal
from foedera.states.rules import alternatives, readings, turned
from foedera.states.when import Spell, When, bounds, iso, meets, show

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SCORES = {"name": 0.85, "official": 0.85, "alias": 0.85, "style": 0.85, "foreign": 0.85, "list": 0.8, "weak": 0.75}
_PAST, _BY_RULE, _OUTSIDE, _LIKE = 0.05, 0.02, 0.5, 0.4
_LIKENESS, _LIKE_MANY, _LONGEST = 75.0, 5, 120


@dataclass(frozen=True, slots=True)
class Candidate:
    """A state a name may mean: its id and codes, the register's name, a score from 0 to 1, the reasons in words.

    `exact` is false where the spelling is only like the name's, or the date lies outside the time of the name or of
    the state: such a candidate is a suggestion. The codes are those of the identity at the date or next to it.
    """

    state: str
    cow: int | None
    gw: int | None
    name: str
    score: float
    reasons: tuple[str, ...]
    exact: bool


def resolve(name: str, on: When = None, near: Iterable[str] = ()) -> list[Candidate]:
    """The states `name` can mean `on` a date, the likeliest first; several with one score are ambiguous.

    `near` are names of places or states of the context ("Brazzaville"). No text raises; an unknown name gives
    suggestions, a name outside its time says when it was in use.

    Raises:
        UsageError: for a date that is none.
    """
    return list(_resolve(name, bounds(on), (near,) if isinstance(near, str) else tuple(near)))


def settled(candidates: Sequence[Candidate]) -> Candidate | None:
    """The one candidate that is exact and ahead of all others; None where there is none, or several are level."""
    first = candidates[0] if candidates else None
    if first is None or not first.exact or any(other.score == first.score for other in candidates[1:] if other.exact):
        return None
    return first


@lru_cache(maxsize=1 << 17)
def _resolve(name: str, days: Spell | None, near: tuple[str, ...]) -> tuple[Candidate, ...]:
    found = _by_register(name, days) or _by_likeness(normal(name), days)
    if near and len(found) > 1:
        found = nearness(found, days, near)
    if sum(one.exact for one in found) > 1:
        found = [_with_rivals(one, found, days) for one in found]
    return tuple(sorted(found, key=lambda one: (not one.exact, -one.score, one.state)))


def _with_rivals(one: Candidate, found: Sequence[Candidate], days: Spell | None) -> Candidate:
    states = register().states
    others = [states[other.state].called(days) for other in found if other.exact and other.state != one.state]
    return replace(one, reasons=(*one.reasons, f"also printed for {', '.join(others)}"))


def _by_register(name: str, days: Spell | None) -> list[Candidate]:
    """The candidates of the register, by the name itself or by rule; only if there are none, those of other times."""
    key = normal(name)
    known = register().by_name.get(key)
    if known is not None:
        return _candidates(known, days) or _outside(known, days)
    outside: list[Candidate] = []
    for other, rule in chain(turned(name), readings(key)):
        names = register().by_name.get(other, ())
        found = _candidates(names, days)
        if found:
            return [_by_rule(one, rule) for one in found]
        outside = outside or _outside(names, days)
    return _paired(name, days) or outside


def _by_rule(one: Candidate, rule: str) -> Candidate:
    return replace(one, score=round(one.score - _BY_RULE, 4), reasons=(*one.reasons, rule))


def _paired(name: str, days: Spell | None) -> list[Candidate]:
    """A name with its alias: what both can mean, or what the first does if the second says nothing."""
    pair = alternatives(name)
    if pair is None:
        return []
    first, second = (_by_register(half, days) for half in pair)
    exact = [one for one in first if one.exact]
    same = {one.state for one in second} & {one.state for one in first}
    if same:
        rule = f'"{pair[0].strip()}" and "{pair[1].strip()}" agree'
        pool = exact if same & {one.state for one in exact} else second
        return [_by_rule(one, rule) for one in pool if one.state in same]
    return [_by_rule(one, f'"{pair[1].strip()}" in brackets set aside') for one in exact] if not second else []


def _candidates(names: Sequence[Name], days: Spell | None) -> list[Candidate]:
    found: dict[str, Candidate] = {}
    for name in names:
        owner = register().states[name.state]
        if days is None or (meets(name.days, days) and owner.alive(days)):
            one = _candidate(owner, name, days)
            if one.state not in found or found[one.state].score < one.score:
                found[one.state] = one
    return list(found.values())


def _candidate(owner: State, name: Name, days: Spell | None) -> Candidate:
    score, reasons = _SCORES[name.kind], [f"{name.kind}: {name.text} ({show(name.days)})"]
    if days is None and not _open(name):
        score, reasons = score - _PAST, [*reasons, "no date given, and a name of the past"]
    if name.kind == "list":
        reasons.append(f"called {owner.called(days)} then")
    if days is not None and not any(meets(life, days) for life in owner.life):
        reasons.append(f"lived {lived(owner)}; only a list of states counts it at this date")
    return Candidate(
        owner.id,
        owner.code("cow", days),
        owner.code("gw", days),
        name.text,
        round(score, 4),
        tuple(reasons),
        exact=True,
    )


def _open(name: Name) -> bool:
    return iso(name.days[1]) == ""


def _outside(names: Sequence[Name], days: Spell | None) -> list[Candidate]:
    """Suggestions for a name known, but not at the date: each says when the name or the state lived."""
    found: dict[str, Candidate] = {}
    for name in names:
        owner = register().states[name.state]
        one = _candidate(owner, name, days)
        alive = days is None or owner.alive(days)
        why = f'"{name.text}" was in use {show(name.days)}' if alive else f"lived {lived(owner)}"
        found.setdefault(owner.id, replace(one, score=_OUTSIDE, exact=False, reasons=(why,)))
    return list(found.values())


def lived(state: State) -> str:
    """When a state lived, in words: "1025-04-18 to 1795-10-24 and from 1918-11-03"."""
    return " and ".join(show(days) for days in state.life)


def _by_likeness(key: str, days: Spell | None) -> list[Candidate]:
    if not key or len(key) > _LONGEST:
        return []
    found: dict[str, Candidate] = {}
    similar = process.extract(key, _keys(), scorer=fuzz.ratio, score_cutoff=_LIKENESS, limit=4 * _LIKE_MANY)
    for like, ratio, _ in similar:
        for name in register().by_name[like]:
            owner = register().states[name.state]
            if name.state not in found and (days is None or (owner.alive(days) and meets(name.days, days))):
                why = f'spelt like "{name.text}" ({ratio:.0f} of 100)'
                one = replace(_candidate(owner, name, days), score=round(_LIKE * ratio / 100, 4), exact=False)
                found[name.state] = replace(one, reasons=(why,))
    return sorted(found.values(), key=lambda one: -one.score)[:_LIKE_MANY]


@cache
def _keys() -> tuple[str, ...]:
    return tuple(register().by_name)
