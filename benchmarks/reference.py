"""A simple reader to measure against: a regular expression a field on the page as it is, no mending, no sequence.

It is what a careful person writes in an afternoon, and the peer of every figure that `make eval` prints.
"""

from __future__ import annotations

import re
from typing import Any

_ENTRY = re.compile(
    r"^(?P<number>\d\.\d{4}) (?P<title>.*?)\nAlliance Members: ?(?P<members>.*?)\n(?=Signed On)",
    re.MULTILINE | re.DOTALL,
)
_FIELD = re.compile(
    r"^(?P<name>Signed On|Alliance Type|Source): ?(?P<value>.*?)(?=\n(?:[A-Z][a-z]+ ?[A-Z]?[a-z]*:|\n))",
    re.MULTILINE | re.DOTALL,
)
_ARTICLE = re.compile(r"^(?:Article|ARTICLE|Art\.|ART\.) (?:\d+|[IVXL]+)\b", re.MULTILINE)


def read_pages(pages: list[str]) -> list[dict[str, Any]]:
    """The entries of a volume: number, title, members, fields, and article starts as (page, offset)."""
    text = "\f".join(pages)
    starts = [0]
    for page in pages:
        starts.append(starts[-1] + len(page) + 1)
    hits = list(_ENTRY.finditer(text))
    found = []
    for index, hit in enumerate(hits):
        end = hits[index + 1].start() if index + 1 < len(hits) else len(text)
        fields = {field["name"]: " ".join(field["value"].split()) for field in _FIELD.finditer(text, hit.end(), end)}
        marks = [_place(starts, mark.start()) for mark in _ARTICLE.finditer(text, hit.end(), end)]
        found.append(
            {
                "number": hit["number"],
                "title": " ".join(hit["title"].split()),
                "members": re.split(r",? and |, ", " ".join(hit["members"].split())),
                "fields": fields,
                "articles": marks,
            }
        )
    return found


def _place(starts: list[int], at: int) -> tuple[int, int]:
    page = next(i for i in range(len(starts) - 1, -1, -1) if starts[i] <= at)
    return page + 1, at - starts[page]
