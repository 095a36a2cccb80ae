"""What a volume is: a compendium with headers, or a bare treaty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from foedera.mending.headings import field_line, find_headings

if TYPE_CHECKING:
    from foedera.models.entries import Layout
    from foedera.models.text import Text

LayoutOption = Literal["auto", "compendium", "treaty"]


def layout_of(text: Text) -> Layout:
    """Compendium if an entry's header or a text label stands on the pages, else a bare treaty."""
    labelled = field_line("text", "description", "members").search(text.value)
    return "compendium" if labelled or find_headings(text.value) else "treaty"
