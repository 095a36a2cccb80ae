"""The long s that an extraction reads as f: `fhall`, `majefty`, `fuch`. Only where the words call for it.

Long s stood at the start and in the middle of words until about 1800, never at the end. Lines call for it where
many words are no words with f and everyday words with s, and few words keep an s that would have been long.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from foedera.mending.vocabulary import frequency
from foedera.models.text import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.models.text import Text

_F_WORD = re.compile(r"[^\W\d_]*f(?=[^\W\d_])[^\W\d_]*")
_ROUND_S = re.compile(r"[a-z]*s[a-z]+")
_WINDOW = 20
_EVIDENCE = 3
_F_TO_S = 0.7
_SHARE = 0.3
_FACTOR = 20.0
_MOST_FS = 4


def restore_round_s(text: Text) -> Text:
    """Put s for f where the print has long s; words that read well with f are kept."""
    return text.edit("long-s", _edits(text.value))


def _edits(value: str) -> Iterator[Edit]:
    for start, end in _stretches(value):
        piece = value[start:end]
        hits = [(hit, better) for hit in _F_WORD.finditer(piece) if (better := _better(hit.group()))]
        if len(hits) >= _EVIDENCE and _calls_for_it(piece, hits):
            for hit, better in hits:
                yield Edit(start + hit.start(), start + hit.end(), better)


def _stretches(value: str) -> Iterator[tuple[int, int]]:
    """Runs of lines with so many f's to their s's as only a long s makes (in English 0.35, in old prints above 1)."""
    lines = value.split("\n")
    begin = at = 0
    for first in range(0, len(lines), _WINDOW):
        window = lines[first : first + _WINDOW]
        size = sum(map(len, window)) + len(window)
        words = "\n".join(window)
        if words.count("f") <= _F_TO_S * words.count("s"):
            if begin < at:
                yield begin, at
            begin = at + size
        at += size
    if begin < at:
        yield begin, min(at, len(value))


def _calls_for_it(piece: str, hits: list[tuple[re.Match[str], str]]) -> bool:
    plain = [hit for hit, _ in hits if not frequency(hit.group())]
    return len(plain) >= _EVIDENCE and len(hits) > _SHARE * len(_ROUND_S.findall(piece))


@cache
def _better(word: str) -> str | None:
    """`word` with the right f's turned to s, or None where it reads best as it stands."""
    places = [at for at, letter in enumerate(word[:-1]) if letter == "f"]
    if not places or len(places) > _MOST_FS:
        return None
    best, score = None, max(frequency(word), 1e-8) * _FACTOR
    for choice in product("fs", repeat=len(places)):
        letters = list(word)
        for at, letter in zip(places, choice, strict=True):
            letters[at] = letter
        candidate = "".join(letters)
        if candidate != word and frequency(candidate) > score:
            best, score = candidate, frequency(candidate)
    return best
