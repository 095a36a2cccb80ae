"""What the context says: a candidate gains by a place or a state named beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from foedera.states.bonds import ties
from foedera.states.identities import register
from foedera.states.locating import capital, place
from foedera.states.normal import normal
from foedera.states.when import Spell, iso, meets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foedera.states.resolver import Candidate

_PLACE, _TIE, _REGION = 0.15, 0.04, 0.02


def nearness(found: Sequence[Candidate], days: Spell | None, near: tuple[str, ...]) -> list[Candidate]:
    """The candidates with what each word of the context adds to their scores and reasons."""
    return [_nearer(one, days, near) for one in found]


def _nearer(one: Candidate, days: Spell | None, near: tuple[str, ...]) -> Candidate:
    gains = [(_gain(one.state, days, word), word) for word in near]
    gain, word = max(gains, default=(0.0, ""))
    if gain <= 0 or not one.exact:
        return one
    return replace(one, score=round(min(one.score + gain, 1.0), 4), reasons=(*one.reasons, f"near {word}"))


def _gain(state: str, days: Spell | None, word: str) -> float:
    if _is_seat(state, days, word):
        return _PLACE
    others = {name.state for name in register().by_name.get(normal(word), ()) if days is None or meets(name.days, days)}
    if state in others:
        return _PLACE
    if any(tie.state in others or tie.other in others for tie in ties(state)):
        return _TIE
    region = register().states[state].region
    return _REGION if any(register().states[other].region == region for other in others) else 0.0


def _is_seat(state: str, days: Spell | None, word: str) -> bool:
    on = f"{iso(days[0]) or '..'}/{iso(days[1]) or '..'}" if days is not None else None
    there = place(word, on)
    if there is None:
        return False
    seat = capital(state, on)
    return there.state == state or (seat is not None and seat.name == there.name)
