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
    """An accent with what each neighbour would become under it, and whether it may as well be a quotation mark."""

    hit: re.Match[str]
    forward: str | None
    backward: str | None
    quotes: bool

    @property
    def lean(self) -> int:
        """Which way this place alone points: 1 for accent before letter, -1 for after, 0 for either."""
        if self.quotes:
            return 0
        only = bool(self.forward and not self.backward) - bool(self.backward and not self.forward)
        return only or bool(self.hit["gap"]) - bool(self.hit["wide"])


def attach_accents(text: Text) -> Text:
    """Join accents to the letters that carry them."""
    if text.value.isascii():
        return text
    places = [place for hit in _accents(text.value) if (place := _place(text.value, hit))]
    lean = sum(place.lean for place in places)
    return text.edit("accents", _attach(places, lean))


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
    place = _Place(hit, _compose(after, mark), _compose(before, mark), mark in "`´" and _may_quote(value, hit))
    return place if place.forward or place.backward else None


def _may_quote(value: str, hit: re.Match[str]) -> bool:
    """Whether a grave or acute accent may be a quotation mark or an apostrophe: at a word's edge, or as in l´État."""
    before, after = value[hit.start() - 1 : hit.start()], value[hit.end() : hit.end() + 1]
    if hit["gap"] or hit["wide"] or not (before.isalpha() and after.isalpha()):
        return True
    lone = not value[hit.start() - 2 : hit.start() - 1].isalpha() and (before.islower() or after.isupper())
    elided = lone and (after.isupper() or is_word(_right(hit)))
    genitive = after == "s" and not value[hit.end() + 1 : hit.end() + 2].isalpha()
    return elided or genitive


def _attach(places: list[_Place], lean: int) -> Iterator[Edit]:
    done = 0
    for place in places:
        edit = _edit(place, lean)
        if edit and edit.start >= done:
            done = edit.end
            yield edit


def _edit(place: _Place, lean: int) -> Edit | None:
    """The edit that joins one accent to its letter: to the one after it, or to the one before, as the volume does."""
    hit = place.hit
    follows = unicodedata.category(hit["mark"]) == "Mn" and not hit["gap"]
    if place.backward and (follows or lean < 0 or not place.forward):
        if place.quotes and not follows and not _is_accent_after(hit, place.backward, lean):
            return None
        inside = hit["wide"] and _is_one_word(_left(hit, 1) + place.backward, _right(hit))
        return Edit(hit.start() - 1, hit.end() if inside else hit.end("mark"), place.backward)
    if not place.forward:
        return None
    inside = _inside_word(hit, place.forward)
    if place.quotes and (hit["wide"] or not (_is_torn(hit, inside=inside) or _opens(hit))):
        return None
    return Edit(hit.start() if inside else hit.start("mark"), hit.end() + 1, place.forward)


def _is_accent_after(hit: re.Match[str], letter: str, lean: int) -> bool:
    """Whether a mark at a word's end is its accent: where the volume sets accents after letters, and no genitive."""
    return lean < 0 and (hit["wide"] != "" or not hit.string[hit.end() : hit.end() + 1].isalpha()) and letter.isalpha()


def _opens(hit: re.Match[str]) -> bool:
    """Whether an accent begins a word that begins so (`´Emile`, `´etat`, `` `a``), and is no quotation mark."""
    after = hit.string[hit.end()]
    if hit["mark"] == "`":
        return after == "a" and hit["gap"] != "" and hit.string[hit.end() + 1 : hit.end() + 2].isspace()
    apart = bool(hit["gap"]) or not hit.string[hit.start() - 1 : hit.start()].isalpha()
    return hit["mark"] == "´" and (after.isupper() or after == "e") and apart


def _is_torn(hit: re.Match[str], *, inside: bool) -> bool:
    """Whether a mark that may quote is an accent after a gap inside a word (`Lef `evre`)."""
    return inside and bool(hit["gap"])


def _left(hit: re.Match[str], less: int = 0) -> str:
    """The letters before an accent, but for the last `less`."""
    before = hit.string[max(0, hit.start() - _LONGEST) : hit.start() - less]
    return _ACCENT.sub("", before.replace("\n", " ").rpartition(" ")[2])


def _right(hit: re.Match[str]) -> str:
    rest = _REST.match(hit.string, hit.end())
    return rest.group() if rest else ""


def _is_one_word(before: str, after: str) -> bool:
    """Whether what stands on both sides of a space is one word: the join is one, or the second half is none."""
    return bool(after) and (is_word(before + after) or not is_word(after))


def _inside_word(hit: re.Match[str], letter: str) -> bool:
    """Whether a space before an accent falls inside a word (`Slezevi ˇcius`) and goes, or parts two (`Karl ¨Ozal`)."""
    value, end = hit.string, hit.start()
    if not value[end - 1 : end].isalpha() or (value[end - 1].islower() and value[hit.end()].isupper()):
        return False
    if not hit["gap"]:
        return True
    before, rest = _left(hit), _REST.match(value, hit.end() + 1)
    tail = rest.group() if rest else ""
    # No accented letter is a word of its own, but for one, nor is one with a single letter after it.
    if (len(tail) <= 1 and letter.lower() + tail != "à") or is_word(before + letter + tail):
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
