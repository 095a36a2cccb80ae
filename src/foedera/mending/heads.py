"""Running heads: lines at a page's top that name an entry that starts on the page, or the one that goes on.

A head is told by its likeness to a title of the volume, often shortened, and by standing apart from the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from foedera.knowledge import yaml_data
from foedera.mending.headings import find_headings, labels

if TYPE_CHECKING:
    from foedera.mending.lines import Line

_ALIKE = 88.0
_HEAD_REACH = 200
_SHORTEST_HEAD = 8
_FOLIO_EDGE = re.compile(r"^\d{1,4}\s+(?=\D)|(?<=\D)\s+\d{1,4}$")


class Titles:
    """The titles of a volume's entries, and which of them a page's head can name."""

    def __init__(self, value: str) -> None:
        self.headings = find_headings(value)
        self.starts = [heading.start for heading in self.headings]
        self.texts = [_plain(value[h.title_start : h.label_start]) for h in self.headings]

    def near(self, start: int, end: int) -> list[str]:
        """The titles of entries on the page from `start` to `end`, of the one that goes on and of the next."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return self.texts[max(first - 2, 0) : last + 1]

    def open_at(self, place: int) -> bool:
        """Whether `place` lies within a header, between its number and its members' label."""
        index = bisect_right(self.starts, place) - 1
        return index >= 0 and place < self.headings[index].label_start


def _plain(words: str) -> str:
    return " ".join(re.sub(r"-\s*\n\s*", "", words).replace("\f", " ").split()).lower()


def stands_between(line: Line, after: list[Line], value: str) -> bool:
    """Whether a page's first line parts a sentence: capitals, no stop, an empty line, and small letters after it."""
    if not after or not line.words[0].isupper() or not line.words[-1].isalpha() or not after[0].words[0].islower():
        return False
    before = value[max(0, line.start - _HEAD_REACH) : line.start].rstrip("\f\n 0123456789")
    broken = before[-1:].isalpha() or before[-1:] in {",", "-"}
    return broken and value.count("\n", line.end, after[0].start) > 1


def stands_alone(line: Line, after: list[Line], titles: Titles) -> bool:
    """Whether a line under a page's folio is a head: a phrase in capitals with an empty line after it."""
    words = line.words
    capitals = sum(word[0].isupper() for word in words.split()) * 2 >= len(words.split())
    apart = bool(after) and after[0].start > line.end + 1
    return bool(titles.headings) and apart and capitals and words[0].isupper() and words[-1].isalpha()


def is_head(line: Line, after: list[Line], titles: Titles) -> bool:
    """Whether a page's line is its running head: a chapter's name or an entry's, apart from the text or whole."""
    words = _FOLIO_EDGE.sub("", line.words)
    apart = not after or after[0].start > line.end + 1
    if not titles.headings or len(words) < _SHORTEST_HEAD:
        return False
    if _number_start().match(words):
        return apart and line.start not in titles.starts
    if _chapter_line().fullmatch(words):
        return apart
    plain = _plain(words)
    near = titles.near(line.start, after[-1].end if after else line.end)
    if not apart:
        return words[0].isupper() and _tight(plain) in {_tight(title) for title in near}
    within = titles.open_at(line.start)
    return any(_names(plain, title, whole_start=within) for title in near)


def _tight(words: str) -> str:
    return words.replace(" ", "").rstrip(".…,-")


def _names(head: str, title: str, *, whole_start: bool) -> bool:
    """Whether a page's head is a title or a shortening of it; inside a header only one that begins the title counts."""
    # Spread letters (`Tr e a t y`) must not matter.
    tight, whole = _tight(head), _tight(title)
    if whole.startswith(tight):
        return True
    if whole_start and not whole.startswith(tight[:8]):
        return False
    if fuzz.partial_ratio(tight, whole) >= _ALIKE and len(tight) <= len(whole) + 2:
        return True
    return fuzz.token_set_ratio(head, title) >= _ALIKE and fuzz.partial_ratio(head, title) >= _ALIKE - 18


@cache
def _number_start() -> re.Pattern[str]:
    return re.compile(labels()["number"])


@cache
def _chapter_line() -> re.Pattern[str]:
    return re.compile("|".join(yaml_data("mending/furniture.yaml")["chapters"]), re.IGNORECASE)
