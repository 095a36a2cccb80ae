"""Prints tables of measures beside the stored baseline, with what was gained and lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

BASELINE = Path(__file__).parent / "baseline.json"
_NOTICEABLE = 0.0005


def baseline() -> dict[str, float]:
    """The stored measures, by name; empty before the first are stored."""
    if not BASELINE.exists():
        return {}
    stored: dict[str, float] = json.loads(BASELINE.read_text(encoding="utf-8"))
    return stored


def store(measures: Mapping[str, float]) -> None:
    """Make `measures` the baseline."""
    rounded = {name: round(value, 4) for name, value in sorted(measures.items())}
    BASELINE.write_text(json.dumps(rounded, indent=1) + "\n", encoding="utf-8")


def print_table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print aligned columns, the first to the left, the others to the right."""
    every = [list(heads), *map(list, rows)]
    widths = [max(len(row[i]) for row in every) for i in range(len(heads))]
    print(f"\n{title}")
    for row in every:
        cells = [
            cell.ljust(width) if i == 0 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        print("  " + "  ".join(cells))


def print_changes(measures: Mapping[str, float], stored: Mapping[str, float]) -> None:
    """Print what was gained and lost against the baseline."""
    changed = sorted((measures[name] - stored[name], name) for name in measures.keys() & stored.keys())
    for label, rows in (
        ("lost", [row for row in changed if row[0] < -_NOTICEABLE]),
        ("gained", [row for row in changed[::-1] if row[0] > _NOTICEABLE]),
    ):
        print(f"\n{label} against the baseline: {len(rows)}")
        for change, name in rows:
            print(f"  {change:+.4f}  {name}: {stored[name]:.4f} -> {measures[name]:.4f}")
