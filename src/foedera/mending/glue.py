"""Glued words: `livres tournoisper year` is "livres tournois per year", `Law,vol.27,no.4` wants its spaces back."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from foedera.mending.vocabulary import frequency, is_common, is_run_together, is_word, word_list
from foedera.models.text import Edit
from foedera.states import known_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.mending.vocabulary import Vocabulary
    from foedera.models.text import Text

# Where the roman type that follows an italic comma, stop or bracket lost its space.
_TIGHT = re.compile(r"[,.)](?=[^\W_])")
_WORD_START = re.compile(r"[^\W\d_]{2}")
_LABELS = ("vol.", "vols.", "no.", "nos.", "p.", "pp.")
_SMALLEST = 5
_LONGEST = 40
_RARE = 1e-7


def part_glued(text: Text, words: Vocabulary) -> Text:
    """Put back spaces lost after punctuation, and between a word and a small word glued to it."""
    spaces = (Edit(hit.end(), hit.end(), " ") for hit in _TIGHT.finditer(text.value) if _lost_space(hit))
    text = text.edit("glue", spaces)
    return text.edit("glue", _splits(text.value, words))


def _lost_space(hit: re.Match[str]) -> bool:
    """Whether a space belongs behind this comma, stop or bracket."""
    value, at = hit.string, hit.start()
    before, after = value[at - 1 : at], value[at + 1]
    if hit.group() == ",":
        return before.isalpha() or (before in "0123456789)”" and not after.isdigit())
    if hit.group() == ")":
        return before.isalpha() and _WORD_START.match(value, at + 1) is not None
    return after.isdigit() and value[max(0, at - 6) : at + 1].split()[-1].rpartition(",")[2].lower() in _LABELS


def _splits(value: str, words: Vocabulary) -> Iterator[Edit]:
    glued = {word: at for word in words.counts if (at := _split_at(word, words))}
    if not glued:
        return
    forms = {form: at for word, at in glued.items() for form in (word, word.capitalize(), word.upper())}
    pattern = re.compile(rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, sorted(forms)))})(?![^\W\d_])")
    for hit in pattern.finditer(value):
        place = hit.start() + forms[hit.group()]
        yield Edit(place, place, " ")


def _split_at(word: str, words: Vocabulary) -> int:
    """Where `word` parts into two words; 0 where it stands on its own."""
    if not _SMALLEST - 1 <= len(word) <= _LONGEST or not word.isalpha() or word.capitalize() in _state_words():
        return 0
    if not is_run_together(word) and (is_common(word) or frequency(word) > _RARE):
        return 0
    places = [at for at in range(2, len(word) - 1) if _parts(word, at, words)]
    return max(places, key=lambda at: _likelihood(word[:at], word[at:], words), default=0)


def _likelihood(left: str, right: str, words: Vocabulary) -> tuple[int, float]:
    """How likely two words stand side by side: by the volume's own words first, then by the language's."""
    return min(words.count(left), words.count(right)), min(frequency(left), frequency(right))


def _parts(word: str, at: int, words: Vocabulary) -> bool:
    """Whether `word` parts at `at` into a small word and another that stands on its own."""
    left, right = word[:at], word[at:]
    small = _small_words()
    if left in small and right in small:
        return True
    if left not in small and right not in small:
        return _are_everyday(left, right) and not frequency(word) and words.small.get(word, 0) > 0
    rest = left if right in small else right
    # A word that is only printed with a capital may be a name: it parts only from a word that is surely one.
    if not words.small.get(word, 0):
        known = is_common(left) or left.capitalize() in _state_words() or words.count(left) > words.count(word)
        return right in small and known and len(left) >= _SMALLEST
    if len(rest) < _SMALLEST:
        return len(rest) == _SMALLEST - 1 and is_common(rest) and not frequency(word)
    if is_common(rest) or words.count(rest) > words.count(word):
        return True
    # "us", "by" end words of other languages: only a longer one parts a word from a rare one.
    return len(word) - len(rest) > 2 and is_word(rest) and not frequency(word)  # noqa: PLR2004


def _are_everyday(left: str, right: str) -> bool:
    return min(len(left), len(right)) >= _SMALLEST - 1 and is_common(left) and is_common(right)


@cache
def _small_words() -> frozenset[str]:
    groups = ("open", "joining", "binding", "opening", "gluing")
    every = {word.lower() for group in groups for word in word_list(group)}
    return frozenset(word for word in every if len(word) > 1)


@cache
def _state_words() -> frozenset[str]:
    return frozenset(part for name in known_names() for part in name.split())
