"""Other readings of a printed name, by rule: without titles, turned round, from the adjective, from its brackets."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from foedera.knowledge import csv_rows
from foedera.states.normal import fold, forms, normal

if TYPE_CHECKING:
    from collections.abc import Iterator

Reading = tuple[str, str]

_BRACKET = re.compile(r"^(.*?\w.*?)\s*[(\[]([^()\[\]]*)[)\]]\s*$", re.DOTALL)
_COMMA = re.compile(r"^([^,]*\w[^,]*),([^,]*\w[^,]*)$", re.DOTALL)
_ROUNDS = 4
_LONGEST = 200


def readings(key: str) -> Iterator[Reading]:
    """Other keys the key may stand for, each with the rule in words, the surest first."""
    if len(key) <= _LONGEST:
        yield from _bare(key)
        yield from _side(key)


def alternatives(name: str) -> tuple[str, str] | None:
    """The name and the alias in brackets or after a slash: "Persia (Iran)" is ("Persia", "Iran")."""
    if len(name) > _LONGEST:
        return None
    bracket = _BRACKET.match(name)
    if bracket is not None and bracket[2].strip():
        return bracket[1], bracket[2]
    head, slash, tail = name.partition("/")
    return (head, tail) if slash and head.strip() and tail.strip() else None


def turned(name: str) -> Iterator[Reading]:
    """The key of a name printed tail first: "Korea, Republic of" and "Korea (Republic of)"."""
    match = (_COMMA.match(name) or _BRACKET.match(name)) if len(name) <= _LONGEST else None
    if match is not None and match[2].strip():
        yield normal(f"{match[2]} {match[1]}"), f'read as "{match[2].strip()} {match[1].strip()}"'


def _bare(key: str) -> Iterator[Reading]:
    """The name without the titles before and after it, and the name an adjective stands for."""
    rest = key
    for _ in range(_ROUNDS):
        adjective = _of_adjective(rest)
        if adjective is not None:
            yield adjective, f'"{rest}" names its party by an adjective'
        shorter = _undressed(rest)
        if shorter is None:
            return
        rest = shorter
        yield rest, f'without "{key.replace(rest, "…", 1)}"'


def _undressed(key: str) -> str | None:
    before, after = _dress()
    match = before.match(key)
    if match is not None and match.end() < len(key):
        return key[match.end() :]
    match = after.search(key)
    return key[: match.start()] if match is not None and match.start() > 0 else None


@cache
def _dress() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before = sorted((fold(form) for form in forms()["before"]), key=len, reverse=True)
    after = sorted(forms()["after"], key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(before)}) "), re.compile(rf" (?:{'|'.join(after)})$")


@cache
def _adjectives() -> tuple[dict[str, str], re.Pattern[str]]:
    nouns = "|".join(sorted(forms()["adjective_with"], key=len, reverse=True))
    return {adjective: normal(name) for adjective, name, _ in csv_rows("states/adjectives.csv")}, re.compile(
        rf"^(?:{'|'.join(forms()['possessive'])} )?(?:{'|'.join(forms()['graces'])} )*(.+?)(?: (?:{nouns}))+$"
    )


def _of_adjective(key: str) -> str | None:
    names, form = _adjectives()
    match = form.match(key)
    return names.get(match[1]) if match is not None else None


def _side(key: str) -> Iterator[Reading]:
    head, _, last = key.rpartition(" ")
    if head and last in forms()["sides"]:
        yield f"{last} {head}", f'read as "{last} {head}"'
