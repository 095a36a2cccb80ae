"""Segmentation of real treaty texts against a gold standard kept beside the repository; skipped where it is absent."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foedera.parsing import read_entries
from foedera.reading import read_volume

if TYPE_CHECKING:
    from foedera.models.entries import Entry

GOLD = Path(__file__).parents[2] / "shared" / "data" / "treaties" / "dev.jsonl"
TOLERANCE = 20
UNNUMBERED = {"preamble", "closing"}


def starts_of(entry: Entry) -> list[int]:
    """The starts of an entry's articles and sub-documents; a heading without words of its own is no start."""
    text, evidence = entry.text, entry.evidence
    found = [f"/text/articles/{i}" for i in range(len(text.articles))]
    for index, annex in enumerate(text.annexes):
        base = f"/text/annexes/{index}"
        if annex.paragraphs or not annex.articles:
            found.append(base)
        found += [f"{base}/articles/{i}" for i in range(len(annex.articles))]
    return sorted(evidence[pointer][0].start for pointer in found if pointer in evidence)


def segmentation() -> list[tuple[str, int, int, int]]:
    """For each gold treaty: its name, starts found, found wrongly, and missed."""
    if not GOLD.exists():
        return []
    rows = []
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        entry = read_entries(read_volume([GOLD.parent / "dev" / f"{gold['slug']}.txt"]), "treaty")[0]
        rows.append((gold["slug"], *_compare(gold, starts_of(entry))))
    return rows


def _compare(gold: dict[str, Any], found: list[int]) -> tuple[int, int, int]:
    wanted = [each["start"] for each in gold["articles"] if each["type"] not in UNNUMBERED]
    spare = [each["start"] for each in gold["articles"] if each["type"] in UNNUMBERED]
    hits = _match(wanted, found)
    return hits, max(0, len(found) - hits - _match(spare, found)), len(wanted) - hits


def _match(wanted: list[int], found: list[int]) -> int:
    hits, free = 0, list(found)
    for start in wanted:
        near = [place for place in free if abs(place - start) <= TOLERANCE]
        if near:
            free.remove(min(near, key=lambda place: abs(place - start)))
            hits += 1
    return hits
