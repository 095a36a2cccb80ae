"""Reads printed source citations: "The American Journal of International Law,vol.27,no.4 (October 1933), p. 184."."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from foedera.models.entries import Citation
from foedera.parsing.citation_works import read_work
from foedera.parsing.csl import to_csl

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.parsing.citation_draft import Draft

_KEPT = ("container", "series", "volume", "issue", "number", "issued", "pages")


@dataclass(frozen=True, slots=True)
class ParsedCitation:
    """A citation at `start:end` of a field's text.

    `known` says that the register names its container; `notes` say what was not read and what was inferred.
    """

    start: int
    end: int
    citation: Citation
    known: bool
    notes: list[str] = field(default_factory=list)


def parse_citations(text: str) -> list[ParsedCitation]:
    """The citations that a source field's `text` holds, in order; semicolons outside quotes and brackets part them.

    Lines must be joined. Any text is read: what is not recognised stays in the citation's `text` and is noted. A piece
    without a letter or digit is no citation.
    """
    parsed: list[ParsedCitation] = []
    before: Draft | None = None
    for start, end in _pieces(text):
        reading = read_work(text[start:end], before)
        parsed.append(_citation(text, start, end, reading))
        before = reading
    return parsed


def _citation(text: str, start: int, end: int, draft: Draft) -> ParsedCitation:
    printed = text[start:end]
    kept = {name: draft.fields[name] for name in _KEPT if name in draft.fields}
    citation = Citation(text=printed, **kept, csl=to_csl(printed, draft.fields, draft.work))
    return ParsedCitation(start, end, citation, draft.work is not None, draft.notes)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The spans between semicolons, without outer space; a quote or bracket that never closes shields nothing."""
    start = 0
    for found in _shields().finditer(text) if ";" in text else ():
        if found[0] == ";":
            yield from _trimmed(text, start, found.start())
            start = found.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if any(map(str.isalnum, piece)):
        first = start + len(piece) - len(piece.lstrip())
        yield first, first + len(piece.strip())


@cache
def _shields() -> re.Pattern[str]:
    """Semicolons, and the quotes and brackets (one within another at most) whose semicolons part nothing."""
    return re.compile(
        r";|\"[^\"]{1,400}\"|“[^“”]{1,400}”|«[^«»]{1,400}»|\[[^\[\]]{1,400}\]"
        r"|\([^()]{0,400}(?:\([^()]{0,400}\)[^()]{0,400}){0,4}\)"
    )
