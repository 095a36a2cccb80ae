"""What the tests of the parser share: a printer of entries, and the reader's own door."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from foedera.parsing import read_entries
from foedera.reading import read_bytes

if TYPE_CHECKING:
    from foedera.models.entries import Entry
    from foedera.parsing.volume import LayoutOption

SEED = Path(__file__).resolve().parents[3] / "shared" / "data" / "seed" / "page-328.txt"
TERMS = "Article 1. There shall be peace.\n\nArticle 2. The peace shall last.\n\nDone at Rome, on May 4, 1931."


@dataclass(frozen=True, slots=True)
class Sheet:
    """An entry's fields as printed; a field that is None is not printed, nor its label."""

    number: str = "4.1254"
    title: str = "Treaty of Friendship between Peru and Chile"
    members: str | None = "Peru and Chile"
    signed: str | None = "May 4, 1931, in the city of Lima."
    types: str | None = "Entente (Type III)"
    source: str | None = "League of Nations Treaty Series, vol. 78, p. 413."
    summary: str | None = "The two governments made peace."
    text: str | None = TERMS
    gap: str = ""

    def __str__(self) -> str:
        """The entry as the compendium prints it; `gap` stands between a label and its value."""
        fields = [
            ("Alliance Members:", self.members),
            ("Signed On:", self.signed),
            ("Alliance Type:", self.types),
            ("Source:", self.source),
        ]
        lines = [f"{self.number} {self.title}"]
        lines += [f"{label}{self.gap}{value}" for label, value in fields if value is not None]
        lines += ["SUMMARY", self.summary] if self.summary is not None else []
        lines += ["Alliance Text", self.text] if self.text is not None else []
        return "\n".join(lines) + "\n"


def read(text: object, layout: LayoutOption = "auto") -> list[Entry]:
    """The entries of a text that stands in a file called x.txt."""
    return read_entries(read_bytes(str(text).encode(), "x.txt"), layout)


def read_one(text: object, layout: LayoutOption = "auto") -> Entry:
    """The one entry of such a text."""
    (entry,) = read(text, layout)
    return entry


def read_treaty(text: str) -> Entry:
    """The entry of a bare treaty."""
    return read_one(text, "treaty")


def codes(entry: Entry) -> list[str]:
    """The codes of an entry's issues, in order."""
    return [issue.code for issue in entry.issues]


@pytest.fixture(scope="session")
def seed_text() -> str:
    """The page on which the first records are shown; it is not part of the project."""
    if not SEED.exists():
        pytest.skip("the seed page is not on this machine")
    return SEED.read_text(encoding="utf-8")
