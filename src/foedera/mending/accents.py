"""Detached diacritics: `Sleˇzevi ˇcius` is Sleževičius, `RÜ ̧STÜ` is RÜŞTÜ.

An extraction prints the accent before its letter or after it, the same way throughout a volume; spaces may stand
around it. Which way is found by counting the places where only one of the two letters can carry the accent.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from foedera.knowledge import yaml_data
from foedera.mending.vocabulary import frequency, is_word
from foedera.models.text import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.models.text import Text

_COMBINING = {
    "ˇ": "\u030c",
    "´": "\u0301",
    "`": "\u0300",
    "¨": "\u0308",
    "ˆ": "\u0302",
    "˜": "\u0303",
    "¸": "\u0327",
    "˛": "\u0328",
    "˘": "\u0306",
    "˙": "\u0307",
    "˚": "\u030a",
    "˝": "\u030b",
    "¯": "\u0304",
}
# A fragment of a name may look like a short word; only a very frequent one, or a longer one, is a word of its own.
_EVERYDAY, _RARE, _FRAGMENT = 3e-4, 5e-8, 3
_LONGEST = 25
_REST = re.compile(r"[^\W\d_]*")
_ACCENT = re.compile(rf"[{''.join(_COMBINING)}\u0300-\u036f]")
_SPACED = re.compile(rf"(?P<gap> ?)(?P<mark>{_ACCENT.pattern})(?P<wide> ?)")


@dataclass(frozen=True, slots=True)
class _Place:
    """An accent with what each neighbour would become under it; spaces stand at `gap` and `wide`."""

    hit: re.Match[str]
    forward: str | None
    backward: str | None

    @property
    def lean(self) -> int:
        """Which way this place alone points: 1 for accent before letter, -1 for after, 0 for either."""
        only = bool(self.forward and not self.backward) - bool(self.backward and not self.forward)
        return only or bool(self.hit["gap"]) - bool(self.hit["wide"])


def attach_accents(text: Text) -> Text:
    """Join accents to the letters that carry them."""
    if text.value.isascii():
        return text
    places = [place for hit in _accents(text.value) if (place := _place(text.value, hit))]
    leads = sum(place.lean for place in places) >= 0
    return text.edit("accents", _attach(places, leads=leads))


def _accents(value: str) -> Iterator[re.Match[str]]:
    """The accents of `value`, each with the single spaces around it."""
    for found in _ACCENT.finditer(value):
        start = found.start() - 1 if value[found.start() - 1 : found.start()] == " " else found.start()
        hit = _SPACED.match(value, start)
        if hit:
            yield hit


def _place(value: str, hit: re.Match[str]) -> _Place | None:
    before, after = value[hit.start() - 1 : hit.start()], value[hit.end() : hit.end() + 1]
    mark = hit["mark"]
    # A grave or acute accent is also a quotation mark: only inside a word is it an accent.
    opens = mark == "´" and not before.isalpha() and (after.isupper() or after in "eé") and not hit["wide"]
    if mark in "`´" and not opens and (hit["wide"] or not (before.isalpha() and after.isalpha())):
        return None
    place = _Place(hit, _compose(after, mark), _compose(before, mark))
    return place if place.forward or place.backward else None


def _attach(places: list[_Place], *, leads: bool) -> Iterator[Edit]:
    done = 0
    for place in places:
        hit = place.hit
        follows = unicodedata.category(hit["mark"]) == "Mn" and not hit["gap"]
        if place.backward and hit.start() > done and (follows or not (place.forward and leads)):
            edit = Edit(
                hit.start() - 1, hit.end() if place.forward and hit["wide"] else hit.end("mark"), place.backward
            )
        elif place.forward:
            inside = _inside_word(hit, place.forward)
            edit = Edit(hit.start() if inside else hit.start("mark"), hit.end() + 1, place.forward)
        else:
            continue
        done = edit.end
        yield edit


def _inside_word(hit: re.Match[str], letter: str) -> bool:
    """Whether a space before an accent falls inside a word (`Slezevi ˇcius`) and goes, or parts two (`Karl ¨Ozal`)."""
    value, end = hit.string, hit.start()
    if not value[end - 1 : end].isalpha() or (value[end - 1].islower() and value[hit.end()].isupper()):
        return False
    if not hit["gap"]:
        return True
    before = value[max(0, end - _LONGEST) : end].rpartition("\n")[2].rpartition(" ")[2]
    rest = _REST.match(value, hit.end() + 1)
    tail = rest.group() if rest else ""
    # No accented letter is a word of its own, but for one.
    if (not tail and letter.lower() != "à") or is_word(before + letter + tail):
        return True
    return frequency(before) < (_RARE if len(before) > _FRAGMENT else _EVERYDAY)


@cache
def _compose(letter: str, mark: str) -> str | None:
    """The one letter that `letter` with `mark` makes, or None where no language of the register writes it."""
    base = {"ı": "i"}.get(letter, letter)
    composed = unicodedata.normalize("NFC", base + _COMBINING.get(mark, mark))
    return composed if letter and composed in _letters() else None


@cache
def _letters() -> frozenset[str]:
    return frozenset("".join(yaml_data("mending/letters.yaml").values()))
