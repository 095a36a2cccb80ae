"""How well names resolve to states: recall and wrong-rate against lists kept outside this repository, and the speed."""

from __future__ import annotations

import csv
import os
import time
from dataclasses import dataclass
from pathlib import Path

from foedera.states import known_names, resolve, settled

DATA = Path(os.environ.get("FOEDERA_DATA", Path(__file__).resolve().parents[2] / "shared" / "data"))
ENGLISH = ("country.name.en", "cow.name", "iso.name.en", "un.name.en", "p4.name", "vdem.name")


@dataclass(frozen=True, slots=True)
class Score:
    """How the names of a list fared: resolved to the right code, to a wrong one, to none or several."""

    right: int
    wrong: tuple[str, ...]
    missed: tuple[str, ...]

    @property
    def total(self) -> int:
        """The number of names tried."""
        return self.right + len(self.wrong) + len(self.missed)

    @property
    def recall(self) -> float:
        """The share of names resolved to the right code."""
        return self.right / self.total


def english_names() -> list[tuple[str, int | None]]:
    """Every English name of the list with its COW code, None where it denotes no state of the COW system."""
    with (DATA / "states" / "names_countrycode.csv").open(encoding="utf-8-sig") as lines:
        rows_ = list(csv.DictReader(lines))
    pairs = {(row[column], int(row["cown"]) if row["cown"] else None) for row in rows_ for column in ENGLISH}
    return sorted(((name, code) for name, code in pairs if name), key=str)


def score_names() -> Score:
    """The names of states of the list, and the names that are no state's and must find none of another's code."""
    right, wrong, missed = 0, [], []
    coded = {name for name, code in english_names() if code is not None}
    for name, code in english_names():
        found = settled(resolve(name))
        if code is None:
            if name not in coded and found is not None and found.cow is not None and found.name != name:
                wrong.append(f"{name} -> {found.name} ({found.cow}), not in the list")
        elif found is None:
            missed.append(name)
        elif found.cow == code:
            right += 1
        else:
            wrong.append(f"{name} -> {found.name} ({found.cow}), not {code}")
    return Score(right, tuple(wrong), tuple(missed))


def names_per_second() -> float:
    """How many names `resolve` answers in a second once it is warm, on one core."""
    names = sorted(known_names())
    for name in names:
        resolve(name, "1900-01-01")
    start = time.perf_counter()
    for name in names:
        resolve(name, "1900-01-01")
    return len(names) / (time.perf_counter() - start)


def rows() -> list[tuple[str, ...]]:
    """What `make eval` prints: measure, value, goal; empty where the lists are not at hand."""
    if not (DATA / "states").is_dir():
        return []
    score = score_names()
    return [
        ("states: English names, recall", f"{score.recall:.4f} of {score.total}", ">= 0.99"),
        ("states: English names, wrong", f"{len(score.wrong) / score.total:.4f} ({len(score.wrong)})", "<= 0.002"),
        ("states: names a second, warm", f"{names_per_second():,.0f}", ">= 100,000"),
    ]


if __name__ == "__main__":
    for row in rows():
        print("\t".join(row))
    if (DATA / "states").is_dir():
        print(*score_names().wrong, *score_names().missed, sep="\n")
