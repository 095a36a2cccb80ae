"""Lost lines: extraction drops the short last lines of paragraphs. Noticed, marked and never put back.

A line was lost where the one before runs to the full measure and breaks off in a word or a sentence, and the next
opens something new: an article, a numbered paragraph, a closing formula, a heading, a sentence.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from foedera.knowledge import yaml_data
from foedera.mending.completions import Completions
from foedera.mending.hyphens import is_cut
from foedera.mending.openings import (
    FIRST_WORD,
    is_name,
    is_rubric,
    is_signature,
    starts_block,
    starts_capital,
    starts_party,
    starts_sentence,
)
from foedera.mending.prose import Place, places
from foedera.mending.vocabulary import word_list
from foedera.models.text import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.mending.vocabulary import Vocabulary
    from foedera.models.text import Text

LOST_LINE = "lost-line"
LOST_YEAR = "lost-year"

_FULL = 0.78
_STOPS = '.:;!?…)]"”’»—–_*|>'
_LAST_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*$")
_CUT_WORD = re.compile(r"([^\W\d_]+(?:[-'’][^\W\d_]+)*)-$")
_SWALLOWED = re.compile(r"[ \t]+\d{1,2}\.\s+(?=[a-z,])|[ \t]{2,}\d{1,2}\.\s*$")


def mark_losses(text: Text, words: Vocabulary) -> Text:
    """Mark lost lines and swallowed years."""
    completions = Completions(text.value, words)
    return text.mark(_marks(text, words, completions))


def _marks(text: Text, words: Vocabulary, completions: Completions) -> Iterator[Mark]:
    for place in places(text.value):
        if _swallowed_year(text.value, place):
            start, end = text.raw_at(place.after.start), text.raw_at(place.after.end)
            yield Mark(LOST_YEAR, start, end, "a year that began this line was lost")
        elif word := _cut_word(place, words):
            rest = completions.of_word(word)
            yield _mark(text, place, f"the rest of the word {word + '-'!r} and its line are lost", rest)
        elif _is_lost(place, words):
            rest = completions.of_sentence(place.line.words)
            yield _mark(text, place, "the sentence breaks off: its last line is lost", rest)


def _mark(text: Text, place: Place, message: str, rest: str | None) -> Mark:
    """A lost line is marked at the last word of the line before it."""
    end = place.line.start + len(text.value[place.line.start : place.line.end].rstrip())
    start = end - len(place.line.words.rpartition(" ")[2])
    return Mark(LOST_LINE, text.raw_at(start), text.raw_at(end - 1) + 1, message, rest)


def _is_lost(place: Place, volume: Vocabulary) -> bool:
    words, after = place.line.words, place.after.words
    if words[-1] in _STOPS or words.isupper():
        return False
    if is_signature(after) or (place.closing and is_name(after)):
        return True
    full = len(words) >= _FULL * place.width
    last = _LAST_WORD.search(words.rpartition(" ")[2].rstrip(","))
    if starts_block(after) or is_rubric(after, place.next, blank=place.blank):
        return full or (len(words) > place.width / 3 and _is_open(last, words))
    return full and last is not None and _breaks_off(place, last.group(), volume)


def _is_open(last: re.Match[str] | None, words: str) -> bool:
    return last is not None and words[-1] != "," and last.group().lower() in word_list("open")


def _breaks_off(place: Place, last: str, volume: Vocabulary) -> bool:
    """Whether the next line cannot go on after the word `last`, though no article or heading begins there."""
    after, comma = place.after.words, place.line.words[-1] == ","
    if starts_party(last, f"{after} {place.next}", comma=comma):
        return True
    if not comma and last.lower() in word_list("binding") and starts_capital(after):
        return True
    return starts_sentence(after, volume, last, comma=comma)


def _cut_word(place: Place, words: Vocabulary) -> str | None:
    if place.line.words[-1] != "-":
        return None
    hit = _CUT_WORD.search(place.line.words.rpartition(" ")[2])
    first = FIRST_WORD.search(place.after.words)
    if not (hit and first):
        return None
    if starts_block(place.after.words) or is_cut(hit[1], first.group(), words):
        return hit[1]
    return None


def _swallowed_year(value: str, place: Place) -> bool:
    if not place.after.words[0].isdigit():
        return False
    printed = value[place.after.start : place.after.end]
    return bool(_SWALLOWED.match(printed) and _yearless().search(place.line.words))


@cache
def _yearless() -> re.Pattern[str]:
    """A line end after which a year must follow: a month and day, or a word that asks for a year."""
    months = "|".join(month["name"] for month in yaml_data("dates.yaml")["months"].values())
    return re.compile(rf"(?:(?:{months})\s+\d{{1,2}},?|\b(?:of|in|since|until|year))$")
