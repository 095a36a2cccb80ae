"""What a volume is: a compendium with headers, or a bare treaty."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

from foedera.mending.headings import find_headings, labels

if TYPE_CHECKING:
    from foedera.models.entries import Layout
    from foedera.models.text import Text

LayoutOption = Literal["auto", "compendium", "treaty"]


def layout_of(text: Text) -> Layout:
    """Compendium if an entry's header or a text label stands on the pages, else a bare treaty."""
    return "compendium" if find_headings(text.value) or _text_label().search(text.value) else "treaty"


@cache
def _text_label() -> re.Pattern[str]:
    fields = labels()["fields"]
    return re.compile(rf"^[ \t]*(?:{fields['text']}|{fields['description']}|{fields['members']})", re.MULTILINE)
