"""Splits a printed list of members by the register, so that names with "and" or a comma in them stay whole."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from ahocorasick_rs import AhoCorasick, MatchKind

from foedera.states.identities import register
from foedera.states.normal import forms, normal, tokens
from foedera.states.when import Spell, When, bounds, meets

_GAP = "  "


@dataclass(frozen=True, slots=True)
class NamePart:
    """One name of a list as printed, brackets after it included: `text` is the list's `[start:end]`."""

    start: int
    end: int
    text: str


@cache
def known_names() -> frozenset[str]:
    """All names of all states of the register as printed: short, official, aliases, styles of heads of state."""
    return frozenset(name.text for state in register().states.values() for name in state.names)


def split_names(text: str, on: When = None) -> list[NamePart]:
    """The names of a printed member list, in order, with their offsets in `text`.

    Names of the register stay whole, the longest first; else commas, semicolons and the words of `forms.yaml` part
    names, outside brackets. A name made of the names of two states ("Denmark and Norway") is one only if `on` says
    that it was one then.
    """
    whole = _whole_names(text, bounds(on))
    inside = [*whole, *_brackets(text)]
    cuts = [cut for cut in _cuts(text) if not any(start < cut[1] and cut[0] < end for start, end in inside)]
    edges = [(0, 0), *cuts, (len(text), len(text))]
    parts = (_trimmed(text, one[1], two[0]) for one, two in pairwise(edges))
    return [part for part in parts if part is not None]


def _trimmed(text: str, start: int, end: int) -> NamePart | None:
    while start < end and (text[start].isspace() or text[start] in ",;.:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    if end - start > 1 and text[end - 1] == "." and "." not in text[start : end - 1]:
        end -= 1
    return NamePart(start, end, text[start:end]) if end > start else None


@cache
def _cutter() -> re.Pattern[str]:
    words = "|".join(re.sub(" ", r"\\s+", re.escape(word).replace(r"\ ", " ")) for word in forms()["parting"])
    return re.compile(rf"(?:[,;]|&|\b(?:{words})\b)(?:\s*(?:[,;]|&|\b(?:{words})\b))*", re.IGNORECASE)


def _cuts(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _cutter().finditer(text)]


def _brackets(text: str) -> list[tuple[int, int]]:
    spans, opened = [], []
    for at, char in enumerate(text):
        if char in "([":
            opened.append(at)
        elif char in ")]" and opened:
            spans.append((opened.pop(), at + 1))
    return spans


@cache
def _matcher() -> tuple[AhoCorasick, list[str]]:
    """Finds the names of several words that a list would cut: those with a parting word or a comma in them."""
    keys = sorted(key for key, names in register().by_name.items() if any(_cuts(name.text) for name in names))
    return AhoCorasick([_spaced(key.split()) for key in keys], matchkind=MatchKind.LeftmostLongest), keys


def _spaced(words: list[str]) -> str:
    return "".join(f" {word} " for word in words)


def _whole_names(text: str, days: Spell | None) -> list[tuple[int, int]]:
    words = [word for word in tokens(text) if word[0]]
    places, at = [], 0
    for word, _, _ in words:
        places.append(at)
        at += len(word) + len(_GAP)
    matcher, keys = _matcher()
    found = []
    for which, start, end in matcher.find_matches_as_indexes(_spaced([word for word, _, _ in words])):
        if _is_one(keys[which], days):
            first, last = bisect_right(places, start) - 1, bisect_right(places, end - 1) - 1
            found.append((words[first][1], words[last][2]))
    return found


def _is_one(key: str, days: Spell | None) -> bool:
    by_name = register().by_name
    owners = [{name.state for name in by_name.get(normal(half), ())} for half in _halves(key)]
    if not all(owners) or set.intersection(*owners):
        return True
    return days is not None and any(meets(name.days, days) for name in by_name[key])


def _halves(key: str) -> list[str]:
    return [half for half in re.split(r"\band\b", key) if half.strip()]
