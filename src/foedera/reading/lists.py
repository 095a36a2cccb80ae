"""The numbers that a browser prints before the items of an ordered list: in treaties often those of the articles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
MOST_ROMAN = 3999


def list_start(attributes: Mapping[str, str | None]) -> int:
    """The number of the first item of a list with these attributes: its `start`, else 1."""
    return _number(attributes.get("start"), 1)


def item_marker(of_list: Mapping[str, str | None], of_item: Mapping[str, str | None], counter: int) -> tuple[str, int]:
    """What is printed before an item ("3. ", "c. ", "iii. ", or nothing without list style) and the next counter."""
    number = _number(of_item.get("value"), counter)
    if re.search(r"list-style[^;]{0,40}\bnone\b", of_list.get("style") or "", re.IGNORECASE):
        return "", number + 1
    return f"{_numeral(number, of_list.get('type') or '1')}. ", number + 1


def _number(value: str | None, otherwise: int) -> int:
    return int(value) if value is not None and re.fullmatch(r"-?[0-9]{1,9}", value.strip()) else otherwise


def _numeral(number: int, style: str) -> str:
    """`number` in the style of HTML's `type`: 1, a, A, i or I; digits where the style has no such number."""
    if style in ("a", "A") and number > 0:
        letters = _letters(number)
    elif style in ("i", "I") and 0 < number <= MOST_ROMAN:
        letters = _roman(number)
    else:
        return str(number)
    return letters.upper() if style.isupper() else letters


def _letters(number: int) -> str:
    """1 is a, 26 is z, 27 is aa."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _roman(number: int) -> str:
    numeral = ""
    for value, letters in ROMAN:
        times, number = divmod(number, value)
        numeral += letters * times
    return numeral
