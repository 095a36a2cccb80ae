"""What a format makes of one file: the texts of its pages, and what was noticed on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.models.errors import UnreadableInputError

if TYPE_CHECKING:
    from foedera.models.issues import Issue


@dataclass(frozen=True, slots=True)
class Leaves:
    """The raw text of each page of one file, and issues whose spans number the pages of this file from 1."""

    texts: tuple[str, ...]
    issues: tuple[Issue, ...] = ()


Sniff = Callable[[bytes, str], bool]
Read = Callable[[bytes, str], Leaves]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: `sniff(data, name)` tells whether a file is of it, `read(data, name)` makes its pages.

    `read` raises `UnreadableInputError`, whose message starts with the name, and nothing else.
    """

    label: str
    sniff: Sniff
    read: Read


def require_text(texts: tuple[str, ...], name: str) -> None:
    """Raises `UnreadableInputError` when there is nothing but blanks on all pages of the file `name`."""
    if not any(text and not text.isspace() for text in texts):
        raise UnreadableInputError(f"{name}: holds no text, only blanks: give a file with text")
