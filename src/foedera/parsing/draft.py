"""An entry in the making: collects values' evidence and issues while the parsers look at one region of the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foedera.models.issues import Issue

if TYPE_CHECKING:
    from foedera.models.spans import Span
    from foedera.models.text import Text

_QUOTE = 60


def trim(value: str, start: int, end: int) -> tuple[int, int]:
    """`start` and `end` moved inwards past white space."""
    piece = value[start:end]
    left = len(piece) - len(piece.lstrip())
    return (start + left, start + len(piece.rstrip())) if left < len(piece) else (start, start)


def joined(piece: str) -> str:
    """Lines run on into one, each run of white space one space."""
    return " ".join(piece.split())


@dataclass
class Draft:
    """The text an entry stands in, and what has been said of it so far."""

    text: Text
    evidence: dict[str, list[Span]] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)

    def take(self, pointer: str, start: int, end: int) -> str:
        """The words from `start` to `end` in one line, with their evidence noted under `pointer`."""
        start, end = trim(self.text.value, start, end)
        if start < end:
            self.evidence[pointer] = self.text.evidence(start, end)
        return joined(self.text.value[start:end])

    def note(self, pointer: str, start: int, end: int) -> None:
        """Note the evidence of a value; a value without printed words gets none."""
        start, end = trim(self.text.value, start, end)
        if start < end:
            self.evidence[pointer] = self.text.evidence(start, end)

    def issue(self, code: str, message: str, start: int, end: int, restored: str | None = None) -> None:
        """Say that something was noticed at `start` to `end`."""
        quote = joined(self.text.value[start:end])[-_QUOTE:] or None
        at = self.text.evidence(start, end) if start < end else self.text.spans(*[self.text.raw_at(start)] * 2)
        self.issues.append(Issue.model_construct(code=code, message=message, at=at, quote=quote, restored=restored))


@dataclass(frozen=True)
class Flat:
    """A field's lines run on into one: character i of `value` is character `places[i]` of the text."""

    value: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, value: str, start: int, end: int) -> Flat:
        """The characters `start` to `end` of `value`, each run of white space one space."""
        start, end = trim(value, start, end)
        letters: list[str] = []
        places: list[int] = []
        for place in range(start, end):
            letter = value[place]
            if not letter.isspace():
                letters.append(letter)
                places.append(place)
            elif letters[-1] != " ":
                letters.append(" ")
                places.append(place)
        return cls("".join(letters), (*places, end))

    def region(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters `start` to `end` of this line stand in the text."""
        if start >= end:
            return self.places[start], self.places[start]
        return self.places[start], self.places[end - 1] + 1
