"""The ways in which articles are numbered and marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_ROMAN = ((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_UNITS = ("", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")
_TEENS = ("Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen")
_TENS = ("", "", "Twenty", "Thirty", "Forty")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def roman(number: int) -> str:
    """A roman numeral, 1 to 89."""
    text = ""
    for value, letters in ((50, "L"), *_ROMAN):
        while number >= value:
            text, number = text + letters, number - value
    return text


def word(number: int) -> str:
    """A number in words, 1 to 49: Sixteen, Twenty-One."""
    if number < len(_UNITS):
        return _UNITS[number]
    if number < 20:
        return _TEENS[number - 13]
    tens, unit = divmod(number, 10)
    return f"{_TENS[tens]}-{_UNITS[unit]}" if unit else _TENS[tens]


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    ending = "th" if 10 < number % 100 < 14 else _ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"


STYLES: dict[str, Callable[[int], str]] = {
    "Article 1.": lambda n: f"Article {n}. ",
    "ARTICLE I.": lambda n: f"ARTICLE {roman(n)}. ",
    "Article I.": lambda n: f"Article {roman(n)}. ",
    "Art. I.—": lambda n: f"Art. {roman(n)}.—",
    "ART. I.": lambda n: f"ART. {roman(n)}. ",
    "Article 5.—The": lambda n: f"Article {n}.—",
    "Article 20.–After": lambda n: f"Article {n}.–",
    "Article Sixteen.": lambda n: f"Article {word(n)}. ",
    "first ART.": lambda n: "ART. I. " if n == 1 else f"{roman(n)}. ",
    "I.": lambda n: f"{roman(n)}. ",
    "1.": lambda n: f"{n}. ",
    "§ 8.": lambda n: f"§ {n}. ",
    "(1).": lambda n: f"({n}). ",
    "1st.": lambda n: f"{ordinal(n)}. ",
    "own line": lambda n: f"ARTICLE {roman(n)}\n",
    "own line arabic": lambda n: f"Article {n}\n",
    "Article 1er.": lambda n: "Article 1er. " if n == 1 else f"Article {n}. ",
}
PLAIN = "Article 1."
BARE = frozenset({"first ART.", "I.", "1.", "(1).", "1st.", "§ 8."})
