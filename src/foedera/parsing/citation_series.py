"""Finds the works of the series register in a citation, however they are spaced, pointed, accented or abbreviated."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import compress
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind
from rapidfuzz import fuzz, process

from foedera.knowledge.load import yaml_data

REGISTER = "series.yaml"
RESEMBLES = 88  # of 100: lets one or two misread letters pass in a name, no other word


@dataclass(frozen=True, slots=True)
class Series:
    """A work of the register; series.yaml says what its unlabelled number (`bare`) and its "no." (`number`) count."""

    id: str
    name: str
    kind: str
    number: str
    bare: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A work named at `start:end` of a text; several works if only an author is named who has several."""

    start: int
    end: int
    works: tuple[Series, ...]
    by_author: bool


@dataclass(slots=True)
class _Name:
    """What one compact name stands for; `exact` holds the letters of an abbreviation, whose case counts."""

    works: list[Series] = field(default_factory=list)
    authored: list[Series] = field(default_factory=list)
    exact: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Register:
    names: tuple[_Name, ...]
    keys: AhoCorasick
    full_names: dict[str, Series]


class _Fold(dict[int, str]):
    """Maps each letter to one lower-case letter without accent, so that offsets stay; filled as letters occur."""

    def __missing__(self, code: int) -> str:
        letter = unicodedata.normalize("NFKD", chr(code))[0].lower()[0]
        self[code] = letter
        return letter


_FOLD = _Fold()


def find_series(text: str) -> list[Hit]:
    """The works of the register that `text` names, from left to right, without overlaps; the longest name wins."""
    letters = "".join(filter(str.isalnum, text))
    found = _register().keys.find_matches_as_indexes(_fold(letters), overlapping=True)
    if not found:
        return []
    places = list(compress(range(len(text)), map(str.isalnum, text)))
    hits = [hit for match in found if (hit := _hit(text, letters, places, match))]
    hits.sort(key=lambda hit: (hit.start, -hit.end))
    return _without_overlaps(hits)


def resembling(name: str) -> Series | None:
    """The work whose name `name` nearly is, for a remark; never a reading."""
    full = _register().full_names
    best = process.extractOne(_key(name), full.keys(), scorer=fuzz.ratio, score_cutoff=RESEMBLES)
    return full[best[0]] if best else None


@cache
def terms(part: str) -> str:
    """The words that label `part` of a citation (see series.yaml), as one regular expression, longest first."""
    return "|".join(words(part))


@cache
def words(part: str) -> tuple[str, ...]:
    """The words of `terms`, each a regular expression."""
    return tuple(sorted(yaml_data(REGISTER)["terms"][part], key=lambda word: (-len(word), word)))


def _without_overlaps(hits: list[Hit]) -> list[Hit]:
    """Keeps the first and longest hits; two overlapping names of one work ("Dumont, Corps universel") are one hit."""
    kept: list[Hit] = []
    for hit in hits:
        last = kept[-1] if kept else None
        if last is None or hit.start >= last.end:
            kept.append(hit)
        elif hit.end > last.end and hit.works == last.works:
            kept[-1] = replace(last, end=hit.end)
    return kept


def _hit(text: str, letters: str, places: list[int], match: tuple[int, int, int]) -> Hit | None:
    index, first, stop = match
    name = _register().names[index]
    abbreviated = letters[first:stop] in name.exact
    if not (_begins_word(text, places, first) and _ends_word(text, places, stop)):
        return None
    start, end = places[first], places[stop - 1] + 1
    if name.works and (abbreviated or not name.exact):
        return Hit(start, _closed(text, start, end, pointed=abbreviated), tuple(name.works), by_author=False)
    if name.authored and letters[first].isupper():
        return Hit(start, end, tuple(name.authored), by_author=True)
    return None


def _begins_word(text: str, places: list[int], first: int) -> bool:
    here = places[first]
    if first == 0 or here - places[first - 1] > 1:
        return True
    before = text[here - 1]
    return before.isdigit() or (before.islower() and text[here].isupper())


def _ends_word(text: str, places: list[int], stop: int) -> bool:
    if stop == len(places) or places[stop] - places[stop - 1] > 1:
        return True
    after = text[places[stop]]
    return after.isdigit() or (text[places[stop] - 1].islower() and after.isupper())


def _closed(text: str, start: int, end: int, *, pointed: bool) -> int:
    """`end`, moved over the point of an abbreviation or over the bracket that the name leaves open."""
    if "(" in text[start:end] and text[end : end + 1] == ")":
        return end + 1
    return end + 1 if pointed and text[end : end + 1] == "." else end


def _fold(letters: str) -> str:
    return letters.lower() if letters.isascii() else letters.translate(_FOLD)


def _key(name: str) -> str:
    return _fold(_letters(name))


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name))


@cache
def _register() -> _Register:
    names: defaultdict[str, _Name] = defaultdict(_Name)
    full_names: dict[str, Series] = {}
    for row in yaml_data(REGISTER)["series"]:
        work = Series(row["id"], row["name"], row["kind"], row["number"], row["bare"])
        for full in dict.fromkeys(map(_key, (row["name"], *row.get("aliases", ())))):
            names[full].works.append(work)
            full_names[full] = work
        _add_short_names(names, row, work)
    return _Register(tuple(names.values()), AhoCorasick(list(names), matchkind=MatchKind.Standard), full_names)


def _add_short_names(names: defaultdict[str, _Name], row: dict[str, Any], work: Series) -> None:
    for short in row.get("abbreviations", ()):
        name = names[_key(short)]
        name.exact.add(_letters(short))
        if work not in name.works:
            name.works.append(work)
    for author in row.get("authors", ()):
        for form in (author, f"{author}'s"):
            names[_key(form)].authored.append(work)
