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
_PUNCTUATION = re.compile(
    r"(?<=[^\W\d_]),(?=[^\W_])|(?<=\d),(?=(?:no|nos|vol|p|pp)\.)|(?<=\d),(?=[^\W\d_]{3})"
    r"|(?<=\b(?:vol|nos)\.)(?=\d)|(?<=\b(?:no|pp)\.)(?=\d)|(?<=\bp\.)(?=\d)|(?<=[^\W\d_]\))(?=[^\W\d_]{2})"
)
_SMALLEST = 5
_RARE = 1e-7


def part_glued(text: Text, words: Vocabulary) -> Text:
    """Put back spaces lost after punctuation, and between a word and a small word glued to it."""
    spaces = (Edit(hit.end(), hit.end(), " ") for hit in _PUNCTUATION.finditer(text.value))
    return text.edit("glue", spaces).edit("glue", _splits(text.value, words))


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
