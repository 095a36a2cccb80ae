"""Words spread by kerning: `Tu r k e y` is Turkey, `Wa r s a w Pa c t` is Warsaw Pact."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.mending.vocabulary import frequency, is_common, is_run_together, is_word
from foedera.models.text import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.mending.vocabulary import Vocabulary
    from foedera.models.text import Text

# Fragments of one or two letters, at least two of them a single small letter that is no word.
_SPREAD = re.compile(r"(?<![^\s(:])(?:[^\W\d_]{1,2} ){2,}[^\W\d_]{1,2}(?![^\W\d_])")
_LONELY = re.compile(r"(?<= )[b-z](?![^\W_])")
# One break after a capital: `Po rtugal`.
_HEAD = re.compile(r"(?<![^\s(:])[A-Z][a-z]? (?P<rest>[a-z]{3,})(?![^\W\d_])")
_SHORT, _COMMONEST = 4, 1e-3
_LONGEST_WORD = 20


def close_kerning(text: Text, words: Vocabulary) -> Text:
    """Close up spread words where the letters together make words the volume or the language knows."""
    text = text.edit("kerning", _closings(text.value, words))
    return text.edit("kerning", _heads(text.value, words))


def _heads(value: str, words: Vocabulary) -> Iterator[Edit]:
    for hit in _HEAD.finditer(value):
        joined = hit.group().replace(" ", "")
        if not is_word(hit["rest"]) and (words.count(joined) or is_word(joined)):
            yield Edit(hit.start("rest") - 1, hit.start("rest"), "")


def _closings(value: str, words: Vocabulary) -> Iterator[Edit]:
    for hit in _SPREAD.finditer(value):
        if len(_LONELY.findall(hit.group())) < 2:  # noqa: PLR2004 - one letter alone is a list mark or an initial
            continue
        parts = _segment(hit.group().replace(" ", ""), words)
        if parts:
            yield from _close(hit, parts)


def _close(hit: re.Match[str], parts: list[str]) -> Iterator[Edit]:
    """Delete each space that falls inside a word, insert each that is missing between two."""
    ends, at = set(), 0
    for part in parts[:-1]:
        at += len(part)
        ends.add(at)
    letters = 0
    for offset, char in enumerate(hit.group()):
        place = hit.start() + offset
        if char == " ":
            if letters not in ends:
                yield Edit(place, place + 1, "")
            ends.discard(letters)
            continue
        if letters in ends and hit.group()[offset - 1] != " ":
            yield Edit(place, place, " ")
        letters += 1


def _segment(letters: str, words: Vocabulary) -> list[str]:
    """The fewest known words that make up `letters`, breaking at each inner capital; empty where there are none."""
    best: list[list[str] | None] = [[], *[None] * len(letters)]
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - _LONGEST_WORD), end):
            before, word = best[start], letters[start:end]
            if before is None or any(map(str.isupper, word[1:])) or not _known(word, words):
                continue
            found = [*before, word]
            current = best[end]
            if current is None or len(found) < len(current):
                best[end] = found
    return best[-1] or []


def _known(word: str, words: Vocabulary) -> bool:
    """Whether `word` is one; of short ones only the language's commonest, for fragments are everywhere here."""
    if len(word) < _SHORT:
        return frequency(word) > _COMMONEST
    if is_run_together(word):
        return False
    return words.count(word) > 0 or is_common(word) or (word[0].isupper() and is_word(word))
