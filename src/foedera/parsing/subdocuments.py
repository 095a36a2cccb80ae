"""Sub-documents: secret and separate articles, protocols, notes, annexes, each with its own numbering.

A sub-document begins at a heading: a line of its own that names its kind, after a finished sentence, printed as
headings are (capitals, or most words with one). A capital keyword may also stand before run-in text (`NOTE. It is …`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from foedera.knowledge import yaml_data
from foedera.mending.lines import Line
from foedera.parsing.phrases import wording

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 110
_LONGEST_RUBRIC = 60
_DECORATIONS = ' >#*_`"“'
_FIRST = re.compile(r"^[ \t>#*_`\"“]*(?:[Tt]he |THE )?(?P<word>[A-Z][A-Za-zè]*)", re.MULTILINE)
_ODD_ARTICLE = re.compile(r"ARTICLE [A-Z]{7,}\W*$")
_ENDED = re.compile(r"[.;:!?\"”)\]*_`—–-]\s*$")


@dataclass(frozen=True, slots=True)
class Heading:
    """A sub-document's heading: its kind, its line, and where its own text begins."""

    kind: str
    start: int
    end: int


def find_subdocuments(value: str, start: int, end: int) -> list[Heading]:
    """The headings of sub-documents between two offsets, in order."""
    found: list[Heading] = []
    for place in _promising_places(value, start, end):
        line = _line_at(value, place, start, end)
        before, after = _neighbours(value, line, start, end)
        heading = _own_line(line, before, after, value) or _run_in(line)
        if heading and not (found and found[-1].kind == heading.kind and _adjoins(value, found[-1], heading)):
            found.append(heading)
        elif not heading:
            found += _inline(value, line)
    return found


def _promising_places(value: str, start: int, end: int) -> list[int]:
    """A place in each line that may be a heading, by its first word, or that has a capital word of one within."""
    words = _first_words()
    found = {hit.end(): hit.start() for hit in _FIRST.finditer(value, start, end) if hit["word"].lower() in words}
    if any(value.find(word, start, end) >= 0 for word in yaml_data("treaty.yaml")["subdocument_inline_words"]):
        found |= {hit.end(): hit.start() for hit in wording("subdocument_inline").finditer(value, start, end)}
    lines = {max(value.rfind("\n", start, place) + 1, start): place for place in found}
    return [lines[line] for line in sorted(lines)]


@cache
def _first_words() -> frozenset[str]:
    return frozenset(yaml_data("treaty.yaml")["subdocument_words"])


def _line_at(value: str, place: int, start: int, end: int) -> Line:
    low = max(value.rfind("\n", start, place) + 1, start)
    high = value.find("\n", place, end)
    high = end if high < 0 else high
    return Line(low, high, value[low:high].strip())


def _neighbours(value: str, line: Line, start: int, end: int) -> tuple[Line | None, Line | None]:
    """The lines with words before and after `line`."""
    above, below = value[start : line.start].rstrip(), value[line.end : end]
    before = _line_at(value, start + len(above) - 1, start, end) if above else None
    skipped = len(below) - len(below.lstrip())
    after = _line_at(value, line.end + skipped, start, end) if skipped < len(below) else None
    return before, after


def _adjoins(value: str, heading: Heading, after: Heading) -> bool:
    return not value[heading.end : after.start].strip()


def _own_line(line: Line, before: Line | None, after: Line | None, value: str) -> Heading | None:
    words = line.words.strip(_DECORATIONS)
    if len(words) > _LONGEST or not words[:1].isupper() or not _any_kind().match(words):
        return None
    kind = _kind(words) if _looks_like_heading(words) else None
    if kind is None or (after and after.words[0].islower()):
        return None
    apart = before is None or value.count("\n", before.end, line.start) > 1
    # The line before may be a signature or another heading: then it is short, or a name.
    if not (apart or _ENDED.search(before.words) or len(before.words) < len(words) + 30):  # type: ignore[union-attr]
        return None
    return Heading(
        kind, line.start + len(value[line.start : line.end]) - len(value[line.start : line.end].lstrip()), line.end
    )


def _looks_like_heading(words: str) -> bool:
    if words.isupper():
        return True
    small = yaml_data("treaty.yaml")["heading_small"]
    long_words = [word for word in re.findall(r"[^\W\d_]+", words) if word.lower() not in small]
    capital = sum(word[0].isupper() for word in long_words)
    return bool(long_words) and capital >= 0.6 * len(long_words) and not words.endswith((",", ";"))


def is_rubric(words: str) -> bool:
    """Whether a line is the heading of a group of articles: short, in capitals, without a stop."""
    plain = words.strip(_DECORATIONS)
    return plain[:1].isupper() and len(plain) <= _LONGEST_RUBRIC and plain[-1:].isalpha() and _looks_like_heading(plain)


def _kind(words: str) -> str | None:
    if _ODD_ARTICLE.match(words):
        return "separate-articles"
    for kind, pattern in _kinds():
        hit = pattern.match(words)
        if hit:
            return kind
    return None


def _run_in(line: Line) -> Heading | None:
    hit = wording("subdocument_run_in").match(line.words) if line.words[0].isupper() else None
    if not hit:
        return None
    kind = _kind(hit["head"])
    return Heading(kind, line.start, line.start + hit.end()) if kind else None


def _inline(value: str, line: Line) -> Iterator[Heading]:
    if not any(word in line.words for word in yaml_data("treaty.yaml")["subdocument_inline_words"]):
        return
    for hit in wording("subdocument_inline").finditer(value, line.start, line.end):
        kind = _kind(hit.group())
        if kind:
            yield Heading(kind, hit.start(), hit.end())


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = yaml_data("treaty.yaml")["subdocuments"]
    return tuple((row["kind"], re.compile(rf"(?:the )?(?:{row['line']})", re.IGNORECASE)) for row in rows)


@cache
def _any_kind() -> re.Pattern[str]:
    every = "|".join(f"(?:{pattern.pattern})" for _, pattern in _kinds())
    return re.compile(f"{every}|{_ODD_ARTICLE.pattern}", re.IGNORECASE)
