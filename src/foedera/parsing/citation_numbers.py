"""Numbers without a label in a citation: "78 LNTS 413", "TIAS 1838", "AJIL 27 (1933): 184-188"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from foedera.parsing.citation_draft import READ
from foedera.parsing.citation_heads import unread_words
from foedera.parsing.citation_parts import hyphenated

if TYPE_CHECKING:
    from foedera.parsing.citation_draft import Draft
    from foedera.parsing.citation_series import Hit


def read_unlabelled(draft: Draft, named: Hit | None) -> None:
    """Numbers without a label: "78 LNTS 413", "TIAS 1838", "AJIL 27 (1933): 184-188"."""
    bare = draft.work.bare if draft.work else "volume"
    start = named.end if named else _container_end(draft)
    if start is None:
        return
    legal = named is not None and bare == "volume" and _read_number_before(draft, named)
    unread = draft.rest
    for number in _unlabelled().finditer(unread, start):
        if number["roman"] and unread[start : number.start()].strip(f" ,.{READ}"):
            continue
        _put_unlabelled(draft, number, bare, legal=legal)


def read_signature(draft: Draft) -> None:
    """In an archive, the words after its name are the signature of the document."""
    if draft.work is None or draft.work.kind != "archive" or "number" in draft.fields:
        return
    for gap in unread_words(draft.rest):
        signature = gap[0].strip(" ,.:;()")
        if any(map(str.isdigit, signature)):
            draft.put("number", signature, *gap.span())
            return


def _put_unlabelled(draft: Draft, number: re.Match[str], bare: str, *, legal: bool) -> None:
    fields, value = draft.fields, hyphenated(number[0])
    if bare in {"volume", "number", "series"} and bare not in fields and not (bare == "volume" and "-" in value):
        draft.put(bare, value, *number.span())
        if draft.work is None:
            draft.notes.append(f'"{value}" has no label: taken for the {bare}')
    elif "volume" in fields and "pages" not in fields:
        draft.put("pages", value, *number.span())
        if not legal and not draft.text[: number.start()].rstrip().endswith(":"):
            draft.notes.append(f'"{value}" has no label: taken for the pages')


def _read_number_before(draft: Draft, named: Hit) -> bool:
    found = number_before().search(draft.text, 0, named.start)
    if not found or "volume" in draft.fields or READ in draft.rest[slice(*found.span("number"))]:
        return False
    return draft.put("volume", found["number"], *found.span("number"))


def _container_end(draft: Draft) -> int | None:
    """Where the name of an unknown work ends, in the text."""
    name = draft.fields.get("container")
    at = draft.text.find(name) if name else -1
    return at + len(name) if name and at >= 0 else None


@cache
def number_before() -> re.Pattern[str]:
    """A number or a numeral at the end of a text, as before a work's name: the volume in "78 LNTS 413"."""
    return re.compile(r"(?<![\w/.-])(?P<number>\d{1,4}|[IVXLC]+)\s*$")


@cache
def _unlabelled() -> re.Pattern[str]:
    return re.compile(r"(?<![\w/.-])(?:\d+(?:\s*[-–—]\s*\d+)?|(?P<roman>[IVXLC]+))(?![\w/])")
