"""Line-end hyphens: soft (`Por-/tugal`), soft inside a name (`Aus-/tria-Hungary`), or hard (`Austria-/Hungary`).

The volume's own words decide first, then the names of states, then the English language. A small word broken before
a capital is not a hyphen at all: the rest of the line was lost, and the text stays as it is.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from foedera.mending.headings import ARTICLE_START, starts_field
from foedera.mending.vocabulary import frequency, is_common, is_word, word_list
from foedera.models.text import Edit
from foedera.states import known_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.mending.vocabulary import Vocabulary
    from foedera.models.text import Text

_MARK = re.compile(r"[-\u00ad] ?\n[ \n]*|\ufffe\n?")
# The left part keeps its own hyphens (`co-opera-/tion`), so does the right (`Aus-/tria-Hungary`).
_LEFT = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*$")
_RIGHT = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_LONGEST = 40
_WHOLE_WORD = 4
_PUNCTUATION = 4
_FACTOR = 30.0


def join_hyphens(text: Text, words: Vocabulary) -> Text:
    """Join words broken at line ends; the line end moves behind the joined word."""
    return text.edit("hyphens", _joins(text.value, words))


def _joins(value: str, words: Vocabulary) -> Iterator[Edit]:
    done = 0
    for hit in _MARK.finditer(value):
        left = _LEFT.search(value[max(done, hit.start() - _LONGEST) : hit.start()])
        right = _RIGHT.match(value, hit.end())
        if not left or not right or _is_apart(hit, value) or is_cut(left.group(), right.group(), words):
            continue
        soft = "\u00ad" in hit.group() or is_soft(left.group(), right.group(), words)
        yield Edit(hit.start(), hit.end(), "" if soft else "-")
        done = hit.end()
        after = value.find(" ", right.end(), right.end() + _PUNCTUATION)
        # The line end moves behind the joined word, unless another one is there.
        if after > 0 and "\n" in hit.group() and not any(map(str.isspace, value[right.end() : after])):
            yield Edit(after, after + 1, "\n")
            done = after + 1


def _is_apart(hit: re.Match[str], value: str) -> bool:
    """Whether a new part of the page begins after the hyphen: an article, a label, a capital after an empty line."""
    before, after = value[hit.start() - 1], value[hit.end()]
    if after.isdigit() != before.isdigit():
        return True
    if not after.isupper():
        return False
    if starts_field(value, hit.end()):
        return True
    if hit.group().count("\n") > 1:
        return _name_around(value, hit) not in _names()
    return ARTICLE_START.match(value, hit.end(), value.find("\n", hit.end()) % (len(value) + 1)) is not None


def _name_around(value: str, hit: re.Match[str]) -> str:
    left = _LEFT.search(value[max(0, hit.start() - _LONGEST) : hit.start()])
    right = _RIGHT.match(value, hit.end())
    return f"{left.group() if left else ''}-{right.group() if right else ''}"


def is_cut(left: str, right: str, words: Vocabulary) -> bool:
    """Whether `left` broke off before a new sentence: a small word, a capital, and no such compound anywhere."""
    if not (left[-1:].islower() and right[:1].isupper()) or words.count(f"{left}-{right}"):
        return False
    if right in word_list("opening") or right in word_list("opening_party"):
        return True
    if left[:1].isupper():
        return False
    return left.rpartition("-")[2].lower() not in word_list("prefixes")


def is_soft(left: str, right: str, words: Vocabulary) -> bool:
    """Whether the hyphen between two halves goes when they are joined."""
    joined, kept = left + right, f"{left}-{right}"
    if kept in _names() or joined in _names():
        return joined in _names()
    seen = words.count(joined), words.count(kept)
    if seen[0] != seen[1]:
        return seen[0] > seen[1]
    head, tail = left.rpartition("-")[2], right.partition("-")[0]
    return head.isalpha() and tail.isalpha() and _reads_as_one(head, tail, words)


def _reads_as_one(head: str, tail: str, words: Vocabulary) -> bool:
    """Names by the register; words by frequency: two everyday words that hardly occur as one keep their hyphen."""
    if tail[0].isupper() and not head.isupper():
        return False
    if head in _name_parts() and tail in _name_parts():
        return head + tail in _name_parts()
    if words.count(head + tail):
        return True
    if is_common(head) and is_common(tail) and len(head) > 1:
        return _is_rather_one(head, tail)
    both = min(len(head), len(tail)) >= _WHOLE_WORD and is_word(head) and is_word(tail)
    return frequency(head + tail) > 0 or not both


def _is_rather_one(head: str, tail: str) -> bool:
    """Whether two everyday words are likelier to stand here as one word than with a hyphen between them."""
    if head.lower() in word_list("prefixes"):
        return is_common(head + tail)
    whole = frequency(head + tail)
    return whole > 0 and whole * _FACTOR > frequency(head) * frequency(tail)


@cache
def _names() -> frozenset[str]:
    return frozenset(name for name in known_names() if " " not in name)


@cache
def _name_parts() -> frozenset[str]:
    return frozenset(
        part for name in known_names() for word in name.split() for part in word.split("-") if part[:1].isupper()
    )
