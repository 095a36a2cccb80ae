"""The long s that an extraction reads as f: `fhall`, `majefty`, `fuch`. Only where the words call for it.

Long s stood at the start and in the middle of words until about 1800, never at the end. Lines call for it where
many words are no words with f and everyday words with s, and few words keep an s that would have been long.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise, product
from typing import TYPE_CHECKING

from foedera.mending.vocabulary import frequency
from foedera.models.text import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.models.text import Text

_F_WORD = re.compile(r"[^\W\d_]*f(?=[^\W\d_])[^\W\d_]*")
_ROUND_S = re.compile(r"[a-z]*s[a-z]+")
_ORDINAL = re.compile(r"(?<=1)ft\b")
_WINDOW = 10
_EVIDENCE = 3
_F_TO_S = 0.7
_SHARE = 0.3
_FACTOR = 20.0
_MOST_FS = 4


def restore_round_s(text: Text) -> Text:
    """Put s for f where the print has long s; words that read well with f are kept."""
    return text.edit("long-s", _edits(text.value))


def _edits(value: str) -> Iterator[Edit]:
    windows = _windows(value)
    dense = [_is_dense(value[start:end]) for start, end in windows]
    for index, (start, end) in enumerate(windows):
        near = dense[max(0, index - 1) : index + 2]
        if any(near):
            yield from _window_edits(value, start, end, sure=dense[index])


def _windows(value: str) -> list[tuple[int, int]]:
    """Stretches of a few lines."""
    breaks = [hit.end() for hit in re.finditer("\n", value)][_WINDOW - 1 :: _WINDOW]
    return list(pairwise([0, *breaks, len(value)]))


def _is_dense(piece: str) -> bool:
    """Whether a stretch has as many f's as only long s makes (in English 0.35 to each s, in old prints above 1)."""
    if piece.count("f") <= _F_TO_S * piece.count("s"):
        return False
    hits = [word for word in _F_WORD.findall(piece) if _better(word)]
    plain = [word for word in hits if not frequency(word)]
    return len(plain) >= _EVIDENCE and len(hits) > _SHARE * len(_ROUND_S.findall(piece))


def _window_edits(value: str, start: int, end: int, *, sure: bool) -> Iterator[Edit]:
    """The edits of one stretch; beside a sure one, only words that are none with f are mended."""
    for hit in re.finditer(f"{_F_WORD.pattern}|{_ORDINAL.pattern}", value[start:end]):
        word = hit.group()
        better = "st" if word == "ft" else _better(word)
        if better and (sure or not frequency(word)):
            yield Edit(start + hit.start(), start + hit.end(), better)


@cache
def _better(word: str) -> str | None:
    """`word` with the right f's turned to s, or None where it reads best as it stands."""
    places = [at for at, letter in enumerate(word[:-1]) if letter == "f"]
    if not places or len(places) > _MOST_FS:
        return None
    best, score = None, frequency(word) * _FACTOR
    for choice in product("fs", repeat=len(places)):
        letters = list(word)
        for at, letter in zip(places, choice, strict=True):
            letters[at] = letter
        candidate = "".join(letters)
        if candidate != word and frequency(candidate) > score:
            best, score = candidate, frequency(candidate)
    return best or _doubled(word)


def _doubled(word: str) -> str | None:
    """An unknown word with a doubled f before its end (`Mightineffes`) has a doubled s."""
    return word.replace("ff", "ss") if "ffe" in word[1:] and not frequency(word) else None
