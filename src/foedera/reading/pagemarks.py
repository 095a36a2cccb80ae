"""Where HTML says that a printed page ends.

A mark is one of:

- a block or rule (`<div>`, `<section>`, `<hr>` …) with class `page` or `ocr_page` (hOCR) or an attribute `data-page`:
  a page of its own, so it breaks before and after;
- any element with class `pagebreak`, `page-break`, `newpage` or `pb`, or role `doc-pagebreak`; or with an id or name
  such as `page12`, `Page_12` or `pg-12`: it breaks before;
- any element whose own style says `page-break-before` or `-after` (or `break-…`): `always`, `page`, `left` or `right`.

Breaks with no text between them are one. Style sheets are not looked at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

PAGE_CLASSES = frozenset(("page", "ocr_page"))
BREAK_CLASSES = frozenset(("pagebreak", "page-break", "newpage", "pb"))


def breaks_before(attributes: Mapping[str, str | None], *, block: bool) -> bool:
    """Whether a page ends before the element with these attributes; `block` if it is a block and not in a line."""
    if not attributes:
        return False
    return (
        _is_page(attributes, block=block)
        or not BREAK_CLASSES.isdisjoint(_classes(attributes))
        or attributes.get("role") == "doc-pagebreak"
        or any(_names_page(attributes.get(key)) for key in ("id", "name"))
        or _style_breaks(attributes, "before")
    )


def breaks_after(attributes: Mapping[str, str | None], *, block: bool) -> bool:
    """Whether a page ends after the element with these attributes."""
    return bool(attributes) and (_is_page(attributes, block=block) or _style_breaks(attributes, "after"))


def _is_page(attributes: Mapping[str, str | None], *, block: bool) -> bool:
    return block and ("data-page" in attributes or not PAGE_CLASSES.isdisjoint(_classes(attributes)))


def _classes(attributes: Mapping[str, str | None]) -> list[str]:
    return (attributes.get("class") or "").lower().split()


def _names_page(value: str | None) -> bool:
    return value is not None and re.fullmatch(r"(?:page|pg)[-_.]?[0-9]{1,6}", value, re.IGNORECASE) is not None


def _style_breaks(attributes: Mapping[str, str | None], side: str) -> bool:
    style = attributes.get("style")
    rule = rf"break-{side}\s{{0,9}}:\s{{0,9}}(?:always|page|left|right)\b"
    return style is not None and re.search(rule, style, re.IGNORECASE) is not None
