"""What a line can open: an article, a heading, a closing, a signature, a sentence, the name of a party.

Each test looks at the line and at what stood before it; none of them decides alone that something was lost.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from foedera.knowledge import yaml_data
from foedera.mending.headings import ARTICLE_START, field_line, labels
from foedera.mending.vocabulary import is_word, word_list
from foedera.states import known_names, places

if TYPE_CHECKING:
    from foedera.mending.vocabulary import Vocabulary

_NAMING, _SHORT, _SMALL_WORD, _LONGEST_NAME = 110, 60, 4, 12
FIRST_WORD = re.compile(r"[^\W_]+")


def starts_block(words: str) -> bool:
    """Whether a line opens an article, an entry, a closing formula or the treaty's text."""
    if words[0].isupper() and (closing().match(words) or field_line("text", "description").match(words)):
        return True
    return bool(ARTICLE_START.match(words) or heading().match(words))


def is_signature(words: str) -> bool:
    """Whether a line is a signature under its seal."""
    return words[0] in "([" and signature().match(words) is not None


def is_name(words: str) -> bool:
    """Whether a line after a closing formula is the name of a signatory: two words or more, in capitals, no figures."""
    names = words.split()
    if not 1 < len(names) <= _LONGEST_NAME or any(map(str.isdigit, words)):
        return False
    if not names[0][0].isupper() and names[0][0].isalpha():
        return False
    return all(name[0].isupper() or not name[0].isalpha() or name in word_list("particles") for name in names)


def is_rubric(words: str, following: str, *, blank: bool) -> bool:
    """Whether a line is a rubric: short, in capitals, without a stop, an empty line before or an article's mark after.

    `blank` says that an empty line stands before it.
    """
    if len(words) > _SHORT or not words[-1].isalpha() or not (blank or ARTICLE_START.match(following)):
        return False
    return all(word[0].isupper() or len(word) <= _SMALL_WORD for word in words.split())


def starts_capital(words: str) -> bool:
    """Whether a line opens with an everyday word in capitals, the next in small letters: no name, but a sentence."""
    first = FIRST_WORD.match(words)
    if not first or not first.group()[0].isupper():
        return False
    rest = words[first.end() :].lstrip(", ")
    return rest[:1].islower() and is_word(first.group().lower()) and first.group() not in _names()


def starts_sentence(words: str, volume: Vocabulary, last: str, *, comma: bool) -> bool:
    """Whether a line opens a sentence after the word `last`: by its first word, in capitals, and by the next."""
    first, *rest = [*words.split(" ", 2), ""][:2]
    word, following = first.rstrip(","), rest[0]
    if not word[:1].isupper() or not word.isalpha():
        return False
    if word in word_list("opening") and (last[0].islower() or following[:1].islower() or word in word_list("sure")):
        return not comma or word in word_list("sure")
    if comma or following in _names() or word in _names() or word in word_list("styles"):
        return False
    return _opens_by_article(word, following, last) or _opens_by_volume(word, following, volume, last)


def _opens_by_article(word: str, following: str, last: str) -> bool:
    """`The` or `A` in capitals: only after a word that asks for no name, unless small letters follow."""
    if word not in {"The", "A", "An"}:
        return False
    if following[:1].islower():
        return last.lower() not in word_list("determining") or word == "The"
    asking = word_list("joining") | word_list("determining")
    return last[0].islower() and last.lower() not in asking


def _opens_by_volume(word: str, following: str, volume: Vocabulary, last: str) -> bool:
    """A word that the volume prints small, or never with a capital inside a sentence, and that reads as a subject."""
    low = last.lower()
    if not last[0].islower() or not following[:1].islower():
        return False
    if low not in word_list("determining") and volume.is_small(word):
        return True
    if following in word_list("modals") and low not in word_list("joining") | word_list("determining"):
        return is_word(word.lower())
    if not (is_word(word.lower()) and volume.is_never_inner(word)):
        return False
    return low not in word_list("joining") | word_list("determining") or following in word_list("subject_verbs")


def starts_party(last: str, words: str, *, comma: bool) -> bool:
    """Whether a line opens the name of a party or envoy (`His Majesty …`), where none can follow the word before."""
    first = words.partition(" ")[0].rstrip(",")
    if first not in word_list("opening_party"):
        return False
    if first in {"Who", "Which", "Whose"}:
        return True
    colon = words.find(":")
    if 0 < colon < _NAMING and "," not in words[:colon]:
        return True
    return first != "The" and not comma and last[0].islower() and last.lower() not in word_list("joining")


@cache
def heading() -> re.Pattern[str]:
    """The pattern of an entry's number line."""
    return re.compile(rf"{labels()['number']}[.:]?\s*(?:[A-Z\"“(]|$)")


@cache
def _names() -> frozenset[str]:
    every = [*known_names(), *places()]
    small = word_list("opening") | word_list("opening_party") | {"A", "An"}
    words = {word.strip(",()") for name in every for word in name.split()}
    return frozenset(word for word in words if word[:1].isupper() and word not in small)


@cache
def closing() -> re.Pattern[str]:
    """The pattern of closing formulas."""
    return re.compile("|".join(yaml_data("treaty.yaml")["closing"]), re.IGNORECASE)


@cache
def signature() -> re.Pattern[str]:
    """The pattern of signature lines."""
    return re.compile(yaml_data("treaty.yaml")["signature"])
