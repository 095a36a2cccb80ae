"""What is known so far of one citation while it is read: its parts, the characters not yet read, the remarks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedera.parsing.citation_series import Series

READ = "\0"  # stands in `rest` for a character that is read: no pattern reads on across it


@dataclass(slots=True)
class Draft:
    """A citation being read; `fields` are those of a `Citation` and of its CSL form.

    `rest` is the text, as long as it is, with `READ` for each character that is read.
    """

    text: str
    rest: str
    work: Series | None = None
    fields: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def take(self, start: int, end: int) -> None:
        """Marks `start:end` as read."""
        self.rest = f"{self.rest[:start]}{READ * (end - start)}{self.rest[end:]}"

    def put(self, name: str, value: str, start: int, end: int) -> bool:
        """Sets field `name` from `start:end`. A field that is set keeps its value, and the second is noted."""
        self.take(start, end)
        if name in self.fields:
            self.notes.append(f'a second {name}, not kept: "{self.text[start:end].strip()}"')
            return False
        self.fields[name] = value
        return True

    def add(self, name: str, value: str, start: int, end: int) -> None:
        """Appends to field `name`, for parts that may come in steps ("Third Series, Part II")."""
        self.take(start, end)
        self.fields[name] = f"{self.fields[name]}, {value}" if name in self.fields else value
