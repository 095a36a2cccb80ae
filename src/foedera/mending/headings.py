"""The number lines of a compendium's entries: found once, before anything is cut, by mending and parsing alike.

A number line is a heading when the members' label follows before long. Of several that stand before one label, the
one that best continues the numbering is the heading; the others are lines of other entries that strayed in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from foedera.knowledge import yaml_data

_HEADER_REACH = 1200

# A mention that begins a line ("Article 5 of this treaty") is no mark: a stop, a capital or nothing follows a mark.
ARTICLE_START = re.compile(
    r"(?:ARTICLE|Article|ART\.|Art\.)\s*(?:the\s+)?(?:[\dlIO]+(?:st|nd|rd|th|er)?|[IVXLCl1]+|[A-Z][a-z-]+)"
    r"(?:\s*[.:—–-]+\s*(?![a-z])|\s+(?=[A-Z\"“(])|\s*$)|§\s*[\dIl]|[IVXLl1O0]{1,6}\.\s|1st\.|\d{1,2}(?:nd|rd|th)\."
    r"|(?:ARTICLE|Article)\s+\d{1,2}[A-Za-z]{2}|\(?(?:\d{1,2}|[a-zI])[.)]{1,2}\s+(?=[A-Z])"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A number line: where it starts, where its title starts, and where the members' label ends that."""

    start: int
    title_start: int
    label_start: int
    number: str

    @property
    def running(self) -> int:
        """The running number without the chapter digit."""
        return int(self.number.partition(".")[2] or 0)


@cache
def labels() -> dict[str, Any]:
    """The label patterns of `knowledge/labels.yaml`; their words may be spread by kerning (`Alliance Ty pe`)."""
    data: dict[str, Any] = yaml_data("labels.yaml")
    return data | {"fields": {name: _spread(pattern) for name, pattern in data["fields"].items()}}


def _spread(pattern: str) -> str:
    """The label's own words (what stands before a bracket or colon) in small or large letters, perhaps spread."""
    size = re.search(r"[(:]|$", pattern).start()  # type: ignore[union-attr]
    return re.sub(r"(?<!\\)([A-Za-z])(\??)(?=([A-Za-z])?)", _letter, pattern[:size]) + pattern[size:]


def _letter(hit: re.Match[str]) -> str:
    either = f"[{hit[1]}{hit[1].upper()}]" if hit[1].islower() else hit[1]
    return f"{either}{hit[2]} ?" if hit[3] else f"{either}{hit[2]}"


@cache
def _fields() -> re.Pattern[str]:
    return re.compile("|".join(labels()["fields"].values()))


def starts_field(value: str, start: int) -> bool:
    """Whether a header's label stands at `start`."""
    return _fields().match(value, start) is not None


@cache
def _number_line() -> re.Pattern[str]:
    return re.compile(rf"^[ \t]*{labels()['number']}[.:]?[ \t]*(?=[\"“(]?[A-ZÀ-Ž]|$)", re.MULTILINE)


@cache
def field_line(*names: str) -> re.Pattern[str]:
    """The start of a line with the label of one of the fields `names`, of any by default; the group says which."""
    fields = labels()["fields"]
    every = "|".join(f"(?P<{name}>{fields[name]})" for name in names or fields)
    return re.compile(rf"^[ \t]*(?:{every})", re.MULTILINE)


def number_lines(value: str, start: int, end: int) -> list[re.Match[str]]:
    """The lines between two offsets that begin with an entry's number."""
    return list(_number_line().finditer(value, start, end))


@lru_cache(maxsize=2)
def find_headings(value: str) -> tuple[Heading, ...]:
    """The headings of `value` in order; a members' label without a number line has a heading with no number."""
    found: list[Heading] = []
    after = 0
    numbers = list(_number_line().finditer(value))
    index = 0
    for label in field_line("members").finditer(value):
        reach = max(after, label.start() - _HEADER_REACH)
        near: list[re.Match[str]] = []
        while index < len(numbers) and numbers[index].start() < label.start():
            if numbers[index].start() >= reach:
                near.append(numbers[index])
            index += 1
        near = near or list(_small_number_line().finditer(value, reach, label.start()))[-1:]
        if near:
            found.append(_heading(near, label.start(), found, _following(numbers, index)))
        elif value[reach : label.start()].strip():
            start = _title_start(value, reach, label.start())
            found.append(Heading(start, start, label.start(), ""))
        after = label.end()
    return tuple(found)


def _title_start(value: str, reach: int, label: int) -> int:
    """Where a title without a number begins: after the last empty line, or the last line that ends a sentence."""
    above = value[reach:label].rstrip()
    breaks = [hit.end() for hit in re.finditer(r"\n[ \t]*\n|[.;:][ \t]*\n", above)]
    return reach + (breaks[-1] if breaks else 0)


@cache
def _small_number_line() -> re.Pattern[str]:
    """A number line whose title does not begin with a capital."""
    return re.compile(rf"^[ \t*]*{labels()['number']}[.:*]*[ \t]*(?=\S)", re.MULTILINE)


def _following(numbers: list[re.Match[str]], index: int) -> int | None:
    return _running(numbers[index]) if index < len(numbers) else None


def _running(hit: re.Match[str]) -> int:
    return int(hit["running"].translate(str.maketrans("lIO", "110")))


def _heading(near: list[re.Match[str]], label: int, before: list[Heading], following: int | None) -> Heading:
    """The heading among the number lines `near` one label: the one that best continues the numbering."""
    last = next((each.running for each in before[::-1] if each.number), None)
    # Where nothing comes before, the nearest is the heading: a table of contents stands further off.
    order = near if last is not None else near[::-1]
    best = min(order, key=lambda hit: _distance(_running(hit), last, following))
    number = f"{best['chapter']}.{_running(best):04d}"
    return Heading(best.start(), best.end(), label, number)


def _distance(running: int, last: int | None, following: int | None) -> int:
    """How badly a number continues a numbering: 0 for the next one, more for a gap, most for a step back."""
    if last is not None:
        return running - last - 1 if running > last else 10_000 + last - running
    if following is not None:
        return following - running - 1 if running < following else 10_000 + running - following
    return 0
