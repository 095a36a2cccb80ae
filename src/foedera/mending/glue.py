"""Glued words: `livres tournoisper year` is "livres tournois per year", `Law,vol.27,no.4` wants its spaces back."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from foedera.knowledge import yaml_data
from foedera.mending.vocabulary import frequency, is_common, is_word
from foedera.models.text import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.mending.vocabulary import Vocabulary
    from foedera.models.text import Text

# Where the roman type that follows an italic comma, stop or bracket lost its space.
_TIGHT = re.compile(r"[,.)](?=[^\W_])")
_WORD_START = re.compile(r"[^\W\d_]{2}")
_LABELS = ("vol.", "vols.", "no.", "nos.", "p.", "pp.")
_SMALLEST = 5
_RARE = 1e-7


def part_glued(text: Text, words: Vocabulary) -> Text:
    """Put back spaces lost after punctuation, and between a word and a small word glued to it."""
    spaces = (Edit(hit.end(), hit.end(), " ") for hit in _TIGHT.finditer(text.value) if _lost_space(hit))
    return text.edit("glue", spaces).edit("glue", _splits(text.value, words))


def _lost_space(hit: re.Match[str]) -> bool:
    """Whether a space belongs behind this comma, stop or bracket."""
    value, at = hit.string, hit.start()
    before, after = value[at - 1 : at], value[at + 1]
    if hit.group() == ",":
        return before.isalpha() or (before.isdigit() and not after.isdigit())
    if hit.group() == ")":
        return before.isalpha() and _WORD_START.match(value, at + 1) is not None
    return after.isdigit() and value[max(0, at - 6) : at + 1].rpartition(" ")[2].rpartition(",")[2].lower() in _LABELS


def _splits(value: str, words: Vocabulary) -> Iterator[Edit]:
    glued = {word: at for word in words.counts if (at := _split_at(word, words))}
    if not glued:
        return
    pattern = re.compile(rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, sorted(glued)))})(?![^\W\d_])")
    for hit in pattern.finditer(value):
        place = hit.start() + glued[hit.group()]
        yield Edit(place, place, " ")


def _split_at(word: str, words: Vocabulary) -> int:
    """Where `word` parts into two words, one of them small; 0 where it stands on its own."""
    if len(word) < _SMALLEST or words.counts[word] > 2 or not word.isalpha() or is_common(word):  # noqa: PLR2004
        return 0
    if frequency(word) > _RARE:
        return 0
    for small in _gluing():
        rest = word.removesuffix(small)
        if rest != word and _stands_alone(rest, small, words):
            return len(rest)
        rest = word.removeprefix(small)
        if rest != word and _stands_alone(rest, small, words):
            return len(small)
    return 0


def _stands_alone(rest: str, small: str, words: Vocabulary) -> bool:
    if len(rest) < _SMALLEST or (len(small) < 3 and not is_common(rest)):  # noqa: PLR2004 - "in", "of" begin words
        return False
    return is_word(rest) or words.count(rest) > 1


@cache
def _gluing() -> tuple[str, ...]:
    return tuple(yaml_data("mending/function_words.yaml")["gluing"])
