"""The long s that an extraction reads as f: `fhall`, `majefty`, `fuch`. Only where the words call for it.

Long s stood at the start and in the middle of words until about 1800, never at the end. Lines call for it where
many words are no words with f and everyday words with s, and few words keep an s that would have been long.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise, product
from typing import TYPE_CHECKING

from foedera.mending.vocabulary import frequency
from foedera.models.text import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.mending.vocabulary import Vocabulary
    from foedera.models.text import Text

_F_WORD = re.compile(r"[^\W\d_]*f(?=[^\W\d_])[^\W\d_]*")
_ROUND_S = re.compile(r"[a-z]*s[a-z]+")
_ORDINAL = re.compile(r"(?<=1)ft\b")
_WINDOW = 10
_EVIDENCE = 3
_F_TO_S = 0.7
_SHARE = 0.3
_FACTOR = 1.5
_MOST_FS = 4
_RIVAL = 0.05
_SURE = 50
_SEARCHED = 500_000
_NEAR = 30


def restore_round_s(text: Text, words: Vocabulary) -> Text:
    """Put s for f where the print has long s; words that read well with f are kept."""
    return text.edit("long-s", _edits(text.value, words))


def _edits(value: str, words: Vocabulary) -> Iterator[Edit]:
    windows = _windows(value)
    dense = [_is_dense(value[start:end]) for start, end in windows]
    if not any(dense):
        return
    reader = _Reader("".join(value[s:e] for (s, e), old in zip(windows, dense, strict=True) if not old), words)
    for index, (start, end) in enumerate(windows):
        near = dense[max(0, index - 1) : index + 2]
        if any(near):
            yield from _window_edits(value[start:end], start, reader, sure=dense[index])


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


def _window_edits(piece: str, start: int, reader: _Reader, *, sure: bool) -> Iterator[Edit]:
    """The edits of one stretch; beside a sure one, only words that are none with f are mended."""
    for hit in re.finditer(f"{_F_WORD.pattern}|{_ORDINAL.pattern}", piece):
        word = hit.group()
        better = "st" if word == "ft" else reader.read(hit)
        if better and better != word and (sure or frequency(better) >= _SURE * frequency(word)):
            yield Edit(start + hit.start(), start + hit.end(), better)


class _Reader:
    """Reads a word with f: by its neighbours in the volume's modern print, by the language, by the volume's words."""

    def __init__(self, modern: str, words: Vocabulary) -> None:
        self._modern = modern[:_SEARCHED]
        self._words = words
        self._seen: dict[tuple[str, str, str], str | None] = {}

    def read(self, hit: re.Match[str]) -> str | None:
        """The likeliest spelling of the word at `hit`, or None where nothing speaks for another."""
        word = hit.group()
        rivals = [each for each in _spellings(word) if frequency(each) > _RIVAL * frequency(word) > 0]
        if not rivals:
            return _better(word) or self._elsewhere(word)
        before = hit.string[max(0, hit.start() - _NEAR) : hit.start()].split()[-1:]
        after = hit.string[hit.end() : hit.end() + _NEAR].split()[:1]
        key = (before[0] if before else "", word, after[0] if after else "")
        if key not in self._seen:
            self._seen[key] = self._by_neighbours(key[0], key[2], [word, *rivals])
        return self._seen[key] or _better(word)

    def _by_neighbours(self, before: str, after: str, rivals: list[str]) -> str | None:
        """The spelling that stands most often beside the same words; None where none does."""
        pairs = [(f" {before} {each} ", f" {each} {after} ") for each in rivals]
        counts = [sum(map(self._modern.count, pair)) for pair in pairs]
        return rivals[counts.index(max(counts))] if max(counts) else None

    def _elsewhere(self, word: str) -> str | None:
        """For a word that is none, a spelling the volume prints elsewhere; else a doubled f is a doubled s."""
        if frequency(word):
            return None
        known = [each for each in _spellings(word) if self._words.count(each) or frequency(each.removesuffix("s"))]
        return known[0] if known else (word.replace("ff", "ss") if "ffe" in word[1:] else None)


@lru_cache(maxsize=1 << 16)
def _better(word: str) -> str | None:
    """`word` with the right f's turned to s, or None where it is likelier as it stands."""
    best = max(_spellings(word), key=frequency, default=None)
    return best if best and frequency(best) > frequency(word) * _FACTOR else None


def _spellings(word: str) -> list[str]:
    """The ways to read `word` with one or more of its f's as s; the last letter was never a long s."""
    places = [at for at, letter in enumerate(word[:-1]) if letter == "f"]
    if len(places) > _MOST_FS:
        return []
    found = []
    for choice in product("sf", repeat=len(places)):
        letters = list(word)
        for at, letter in zip(places, choice, strict=True):
            letters[at] = letter
        found.append("".join(letters))
    return found[:-1]
