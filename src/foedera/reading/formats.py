"""The register of formats: the first whose sniff says yes reads the file.

A new format is a module with a `Format` and a line here, before `BINARY`, which refuses what no other module reads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.models.errors import UnreadableInputError
from foedera.reading.binary import BINARY
from foedera.reading.hypertext import HYPERTEXT
from foedera.reading.plain import PLAIN

if TYPE_CHECKING:
    from foedera.reading.leaves import Format, Leaves

FORMATS: tuple[Format, ...] = (BINARY, HYPERTEXT, PLAIN)


def read_leaves(data: bytes, name: str) -> Leaves:
    """The pages of one file by its first fitting format; raises `UnreadableInputError` when it cannot be read."""
    if not data:
        raise UnreadableInputError(f"{name}: is empty: give a file with text")
    chosen = next(kind for kind in FORMATS if kind.sniff(data, name))
    return chosen.read(data, name)
