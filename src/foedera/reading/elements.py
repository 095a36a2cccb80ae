"""The elements of HTML by what they do to running text."""
# ruff: noqa: SIM905 - names of elements read better as words than as quoted items

from __future__ import annotations

DROPPED = frozenset("head iframe math nav noscript object script style svg template title".split())
PRESERVED = frozenset("listing pre textarea xmp".split())
PARAGRAPHS = frozenset("blockquote dl h1 h2 h3 h4 h5 h6 hr ol p pre table ul".split())
BLOCKS = PARAGRAPHS | frozenset(
    "address article aside body caption center dd details div dt fieldset figcaption figure footer form header "
    "legend li listing main menu optgroup option section summary tbody tfoot thead tr xmp".split()
)
CELLS = frozenset(("td", "th"))
# Elements whose end may be left out, and those that have none: they do not nest when they are not closed.
UNCLOSED = frozenset(
    "a area base br col colgroup dd dt embed hr img input li link meta nobr option optgroup p param rp rt source "
    "tbody td tfoot th thead tr track wbr".split()
)
