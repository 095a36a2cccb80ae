"""Furniture: running heads, folios, site lines, page breaks. Cut out, with their place kept in the map.

A running head names an entry that starts on the page or the one that goes on, often shortened; it is never text.
Lines that open or close many pages alike are furniture too.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from foedera.knowledge import yaml_data
from foedera.mending.headings import find_headings, labels
from foedera.mending.lines import Line, lines_of
from foedera.models.pages import PAGE_BREAK
from foedera.models.text import Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from foedera.models.text import Text

_ALIKE = 88.0
_REPEATED = 0.2
_LEAST_REPEATS = 3
_HEAD_LINES = 3
_HEAD_REACH = 200


def cut_furniture(text: Text) -> Text:
    """Cut what belongs to the page and not to the treaty; pages run on into each other."""
    value = text.value
    titles = _Titles(value)
    repeated = _repeated_lines(value)
    edits: list[Edit] = []
    start = 0
    for page in value.split(PAGE_BREAK):
        end = start + len(page)
        edits += _page_cuts(value, start, end, titles, repeated)
        start = end + 1
    return text.edit("furniture", edits)


class _Titles:
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


def _page_cuts(value: str, start: int, end: int, titles: _Titles, repeated: frozenset[str]) -> Iterator[Edit]:
    """The edits of one page, in order: its top, its site lines, its foot with the page break."""
    lines = [line for line in lines_of(value, start, end) if line.words]
    top = _top(value, lines, titles, repeated)
    foot = _foot(lines[top:], repeated)
    body = lines[top : len(lines) - foot]
    first = body[0].start if body else end
    if first > start:
        yield Edit(start, first, "")
    suspect = _suspects(value[start:end])
    for line, after in pairwise([*body, Line(body[-1].end if body else end, end, "")]):
        if suspect(line.words) and _is_site_line(line.words):
            yield Edit(line.start, max(after.start, line.end), "")
    last = body[-1].end if body else end
    if last < end and not (body and _is_site_line(body[-1].words)):
        yield Edit(last, end, "")
    if end < len(value):
        yield Edit(end, end + 1, "\n" if body else "")


def _suspects(page: str) -> Callable[[str], bool]:
    """A quick test that passes every site line of a page, and few others: by the keywords that stand on the page."""
    low = page.lower()
    present = [word for word in yaml_data("mending/furniture.yaml")["keywords"] if word in low]
    return lambda words: words[0] in "[—–-" or (bool(present) and any(word in words.lower() for word in present))


def _top(value: str, lines: list[Line], titles: _Titles, repeated: frozenset[str]) -> int:
    """How many lines at the top of a page are furniture."""
    count = 0
    for index, line in enumerate(lines[:_HEAD_LINES]):
        if _is_site_line(line.words) or _is_folio(line.words) or line.words in repeated:
            count = index + 1
        elif _is_head(line, lines, titles) or _stands_between(line, lines[index + 1 : index + 2], value):
            return index + 1
        else:
            break
    return count


def _foot(lines: list[Line], repeated: frozenset[str]) -> int:
    count = 0
    for index, line in enumerate(reversed(lines[-_HEAD_LINES:])):
        if not (_is_site_line(line.words) or _is_folio(line.words) or line.words in repeated):
            break
        count = index + 1
    return count


def _stands_between(line: Line, after: list[Line], value: str) -> bool:
    """Whether a page's first line parts a sentence: capitals, no stop, an empty line, and small letters after it."""
    if not after or not line.words[0].isupper() or not line.words[-1].isalpha() or not after[0].words[0].islower():
        return False
    before = value[max(0, line.start - _HEAD_REACH) : line.start].rstrip("\f\n 0123456789")
    broken = before[-1:].isalpha() or before[-1:] in {",", "-"}
    return broken and value.count("\n", line.end, after[0].start) > 1


def _is_head(line: Line, lines: list[Line], titles: _Titles) -> bool:
    words = _FOLIO_EDGE.sub("", line.words)
    if not titles.headings or _number_start().match(words) or len(words) < 4:  # noqa: PLR2004
        return False
    if _chapter_line().fullmatch(words):
        return True
    plain = _plain(words)
    near = titles.near(line.start, lines[-1].end)
    within = titles.open_at(line.start)
    return any(_names(plain, title, whole_start=within) for title in near)


_FOLIO_EDGE = re.compile(r"^\d{1,4}\s+(?=\D)|(?<=\D)\s+\d{1,4}$")


def _names(head: str, title: str, *, whole_start: bool) -> bool:
    """Whether a page's head is a title or a shortening of it; inside a header only one that begins the title counts."""
    # Spread letters (`Tr e a t y`) must not matter.
    tight, whole = head.replace(" ", "").rstrip(".…,-"), title.replace(" ", "")
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
def _site_line() -> re.Pattern[str]:
    return re.compile("|".join(yaml_data("mending/furniture.yaml")["lines"]), re.IGNORECASE)


@cache
def _chapter_line() -> re.Pattern[str]:
    return re.compile("|".join(yaml_data("mending/furniture.yaml")["chapters"]), re.IGNORECASE)


@cache
def _folio() -> re.Pattern[str]:
    return re.compile(yaml_data("mending/furniture.yaml")["folio"])


@cache
def _opening() -> re.Pattern[str]:
    return re.compile("|".join(yaml_data("mending/furniture.yaml")["openings"]))


def _is_site_line(words: str) -> bool:
    return _site_line().fullmatch(words) is not None or _opening().fullmatch(words) is not None


def _is_folio(words: str) -> bool:
    return len(words) <= 8 and _folio().fullmatch(words) is not None  # noqa: PLR2004


def _repeated_lines(value: str) -> frozenset[str]:
    """Lines that open or close many pages alike."""
    pages = value.split(PAGE_BREAK)
    if len(pages) < _LEAST_REPEATS:
        return frozenset()
    counts: Counter[str] = Counter()
    for page in pages:
        body = page.strip()
        edges = [*body.split("\n", 2)[:2], *body.rsplit("\n", 2)[-2:]]
        counts.update({line for edge in edges if len(line := edge.strip()) > 3})  # noqa: PLR2004
    least = max(_LEAST_REPEATS, _REPEATED * len(pages))
    return frozenset(line for line, count in counts.items() if count >= least)
