"""A volume as it was read: pages of raw text in order, and the files they came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedera.models.issues import Issue

PAGE_BREAK = "\f"


@dataclass(frozen=True, slots=True)
class Page:
    """One page: `number` counts from 1 through the volume; `text` is raw, without the page break that ends it."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class File:
    """One source file: its name as the user gave it, the SHA-256 of its bytes, and its first page's number."""

    name: str
    sha256: str
    first_page: int
    page_count: int


@dataclass(frozen=True, slots=True)
class Volume:
    """Pages in reading order with the files they fill; `issues` are what the reader noticed (a guessed encoding …)."""

    pages: tuple[Page, ...]
    files: tuple[File, ...]
    issues: tuple[Issue, ...] = ()

    def file_of(self, page: int) -> File:
        """The file that page number `page` stands in."""
        return next(file for file in reversed(self.files) if file.first_page <= page)
