"""A volume from pages to entries."""

from __future__ import annotations

import re
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal

from foedera.mending import mend
from foedera.mending.headings import find_headings, labels
from foedera.models.text import Text
from foedera.parsing.entries import find_entries, parse_entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.models.entries import Entry, Layout
    from foedera.models.pages import Volume

LayoutOption = Literal["auto", "compendium", "treaty"]


def layout_of(text: Text) -> Layout:
    """Compendium if an entry's header or a text label stands on the pages, else a bare treaty."""
    return "compendium" if find_headings(text.value) or _text_label().search(text.value) else "treaty"


@cache
def _text_label() -> re.Pattern[str]:
    fields = labels()["fields"]
    return re.compile(rf"^[ \t]*(?:{fields['text']}|{fields['description']}|{fields['members']})", re.MULTILINE)


def parse(volume: Volume, layout: LayoutOption = "auto") -> Iterator[Entry]:
    """The entries of `volume`, in order of the page."""
    text = mend(Text.of(volume))
    chosen = layout_of(text) if layout == "auto" else layout
    stem = PurePath(volume.files[0].name).stem if volume.files else "volume"
    for place in find_entries(text, chosen, stem):
        yield parse_entry(text, volume, place)


def read_entries(volume: Volume, layout: LayoutOption = "auto") -> list[Entry]:
    """As `parse`, all at once."""
    return list(parse(volume, layout))
