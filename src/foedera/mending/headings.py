"""The number lines of a compendium's entries: found once, before anything is cut, by mending and parsing alike.

A number line is a heading when the members' label follows before long. Of several that stand before one label, the
one that continues the numbering is the heading; the others are lines of other entries that strayed in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from foedera.knowledge import yaml_data

_HEADER_REACH = 1200


@dataclass(frozen=True, slots=True)
class Heading:
    """A number line: where it starts, where its title starts and ends, its label's place, and what strayed in."""

    start: int
    title_start: int
    label_start: int
    number: str
    strays: tuple[tuple[int, int], ...] = ()

    @property
    def running(self) -> int:
        """The running number without the chapter digit."""
        return int(self.number.partition(".")[2])


@cache
def labels() -> dict[str, Any]:
    """The label patterns of `knowledge/labels.yaml`."""
    data: dict[str, Any] = yaml_data("labels.yaml")
    return data


@cache
def _number_line() -> re.Pattern[str]:
    return re.compile(rf"^[ \t]*{labels()['number']}[.:]?[ \t]*(?=\S|$)", re.MULTILINE)


@cache
def _members_line() -> re.Pattern[str]:
    return re.compile(rf"^[ \t]*{labels()['fields']['members']}", re.MULTILINE | re.IGNORECASE)


def find_headings(value: str) -> list[Heading]:
    """The headings of `value` in order."""
    found: list[Heading] = []
    after = 0
    numbers = list(_number_line().finditer(value))
    index = 0
    for label in _members_line().finditer(value):
        near: list[re.Match[str]] = []
        while index < len(numbers) and numbers[index].start() < label.start():
            if numbers[index].start() >= max(after, label.start() - _HEADER_REACH):
                near.append(numbers[index])
            index += 1
        if near:
            found.append(_heading(near, label.start(), found, _following(numbers, index)))
        after = label.end()
    return found


def _following(numbers: list[re.Match[str]], index: int) -> int | None:
    return _running(numbers[index]) if index < len(numbers) else None


def _running(hit: re.Match[str]) -> int:
    return int(hit["running"].translate(str.maketrans("lIO", "110")))


def _heading(near: list[re.Match[str]], label: int, before: list[Heading], following: int | None) -> Heading:
    """The heading among the number lines `near` one label: the one that best continues the numbering."""
    last = before[-1].running if before else None
    best = min(near, key=lambda hit: (_distance(_running(hit), last, following), near.index(hit)))
    strays = tuple((hit.start(), hit.string.find("\n", hit.start())) for hit in near if hit.start() > best.start())
    number = f"{best['chapter']}.{_running(best):04d}"
    return Heading(best.start(), best.end(), label, number, strays)


def _distance(running: int, last: int | None, following: int | None) -> int:
    """How badly a number continues a numbering: 0 for the next one, more for a gap, most for a step back."""
    if last is not None:
        return running - last - 1 if running > last else 10_000 + last - running
    if following is not None:
        return following - running - 1 if running < following else 10_000 + running - following
    return 0
