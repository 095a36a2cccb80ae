"""Furniture: running heads, folios, site lines, page breaks. Cut out, with their place kept in the map.

A running head names an entry that starts on the page or the one that goes on, often shortened; it is never text.
Lines that open or close many pages alike are furniture too.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from foedera.knowledge import yaml_data
from foedera.mending.headings import starts_field
from foedera.mending.heads import Titles, is_head, stands_alone, stands_between
from foedera.mending.lines import Line, lines_of
from foedera.models.pages import PAGE_BREAK
from foedera.models.text import Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from foedera.models.text import Text

_REPEATED = 0.2
_LEAST_REPEATS = 3
_HEAD_LINES = 3


def cut_furniture(text: Text) -> Text:
    """Cut what belongs to the page and not to the treaty; pages run on into each other."""
    value = text.value
    titles = Titles(value)
    repeated = _repeated_lines(value)
    edits: list[Edit] = []
    start = 0
    for page in value.split(PAGE_BREAK):
        end = start + len(page)
        edits += _page_cuts(value, start, end, titles, repeated)
        start = end + 1
    return text.edit("furniture", edits)


def _page_cuts(value: str, start: int, end: int, titles: Titles, repeated: frozenset[str]) -> Iterator[Edit]:
    """The edits of one page, in order: its top, its site lines, its foot with the page break."""
    lines = [line for line in lines_of(value, start, end) if line.words]
    top = _top(value, lines, titles, repeated)
    foot = _foot(lines[top:], titles, repeated)
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


def _top(value: str, lines: list[Line], titles: Titles, repeated: frozenset[str]) -> int:
    """How many lines at the top of a page are furniture."""
    count = 0
    for index, line in enumerate(lines[:_HEAD_LINES]):
        after = lines[index + 1 :]
        if _is_site_line(line.words) or _is_folio(line.words) or line.words in repeated:
            count = index + 1
        elif is_head(line, after, titles) or stands_between(line, after, value) or _under_folio(lines, index, titles):
            return index + 1
        else:
            break
    return count


def _under_folio(lines: list[Line], index: int, titles: Titles) -> bool:
    return index > 0 and _is_folio(lines[index - 1].words) and stands_alone(lines[index], lines[index + 1 :], titles)


def _foot(lines: list[Line], titles: Titles, repeated: frozenset[str]) -> int:
    """How many lines at the foot of a page are furniture."""
    count = 0
    for index, line in enumerate(reversed(lines[-_HEAD_LINES:])):
        apart = len(lines) > index + 1 and line.start > lines[-index - 2].end + 1
        if not (_is_site_line(line.words) or _is_folio(line.words) or line.words in repeated):
            return index + 1 if apart and is_head(line, [], titles) else count
        count = index + 1
    return count


@cache
def _site_line() -> re.Pattern[str]:
    return re.compile("|".join(yaml_data("mending/furniture.yaml")["lines"]), re.IGNORECASE)


@cache
def _folio() -> re.Pattern[str]:
    return re.compile(yaml_data("mending/furniture.yaml")["folio"])


@cache
def _opening() -> re.Pattern[str]:
    return re.compile("|".join(yaml_data("mending/furniture.yaml")["openings"]))


def _is_site_line(words: str) -> bool:
    return _site_line().fullmatch(words) is not None or _opening().fullmatch(words) is not None


def _is_folio(words: str) -> bool:
    return _folio().fullmatch(words) is not None


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
    return frozenset(line for line, count in counts.items() if count >= least and not starts_field(line, 0))
