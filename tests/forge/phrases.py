"""The sentences and tables of the forge, loaded once, and the filling of their slots."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from random import Random

ERAS = (("old", 1815), ("long", 1914), ("war", 1945), ("late", 9999))


@lru_cache(maxsize=2)
def load(name: str) -> dict[str, Any]:
    """The data file `name`.yaml of this folder, its apostrophes as printers set them."""
    with (Path(__file__).parent / f"{name}.yaml").open(encoding="utf-8") as stream:
        data: dict[str, Any] = yaml.safe_load(stream.read().replace("'", "’"))
    return data


def phrases() -> dict[str, Any]:
    """The sentences."""
    return load("phrases")


def tables() -> dict[str, Any]:
    """The facts: states, cities, people, series."""
    return load("tables")


@lru_cache(maxsize=16)
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """A table of `tables.yaml` with its cells apart."""
    return tuple(tuple(cell.strip() for cell in row.split("|")) for row in tables()[name])


def era_of(year: int) -> str:
    """The era whose phrases a treaty of `year` uses."""
    return next(name for name, last in ERAS if year <= last)


class Slots(dict[str, Any]):
    """Values for the braces of a sentence: a fixed text, or a list to draw from at each use."""

    def __init__(self, fixed: dict[str, str], rng: Random) -> None:
        super().__init__(fixed)
        self.rng = rng

    def __missing__(self, key: str) -> str:
        if key == "person":
            return person(self.rng)
        return str(self.rng.choice(phrases()["slots"][key]))

    def write(self, template: str) -> str:
        """`template` with its slots filled and its first letter a capital if it begins with a slot."""
        text = template.format_map(self)
        return text[0].upper() + text[1:] if template[0] == "{" else text

    def pick(self, templates: list[str]) -> str:
        """One of `templates`, written."""
        return self.write(self.rng.choice(templates))


def person(rng: Random) -> str:
    """A plenipotentiary's name; many carry diacritics."""
    return f"{rng.choice(tables()['given'])} {rng.choice(tables()['family'])}"
