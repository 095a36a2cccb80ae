"""Numbers of articles as printed: arabic, roman, in words, ordinal, misread and glued to what follows."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from foedera.knowledge import yaml_data

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_WELL_FORMED = re.compile(r"(C{0,3})(XC|XL|L?X{0,4})(IX|IV|V?I{0,4})")
_STROKES = str.maketrans({"l": "I", "1": "I", "i": "I", "|": "I"})
_MISREAD = str.maketrans({"l": "1", "I": "1", "i": "1", "|": "1", "O": "0"})
_ORDINAL = ("st", "nd", "rd", "th", "er", "re", "d", "º", "°", "ª")
_MOST = 450
_TEN = 10


def roman(letters: str) -> int | None:
    """The value of a well-formed roman numeral up to 399 (IIII is allowed, as old prints use it), else None."""
    upper = letters.upper()
    if not upper or not (hit := _WELL_FORMED.fullmatch(upper)) or not hit.group():
        return None
    return roman_value(upper)


def roman_value(printed: str) -> int:
    """The value of the roman letters of `printed`, however they are ordered; all else is left out."""
    values = [_ROMAN[letter] for letter in printed.upper() if letter in _ROMAN]
    later = [*values, 0][1:]
    return sum(-value if value < after else value for value, after in zip(values, later, strict=True))


def misread_roman(letters: str) -> list[int]:
    """What a roman numeral may have been before one letter was misread or moved: `LXI` for `XLI`, `VL` for `VI`."""
    upper = letters.upper()
    swaps = [upper[:i] + upper[i + 1] + upper[i] + upper[i + 2 :] for i in range(len(upper) - 1)]
    turned = [upper[:i] + "I" + upper[i + 1 :] for i, letter in enumerate(upper) if letter == "L"]
    found = [value for each in [*swaps, *turned] if (value := roman(each)) is not None]
    return [value for value in dict.fromkeys(found) if value != roman(upper)]


@cache
def _words() -> dict[str, int]:
    """Numbers from one to ninety-nine in words: those of dates, and the few that only articles have."""
    tables = yaml_data("dates.yaml")
    units, tens, teens = tables["units"], tables["tens"], tables["teens"]
    single: dict[str, int] = tables["ordinals"] | tables["ordinal_tens"] | units | teens | tens
    joined = {
        f"{ten} {word}": value + unit
        for ten, value in tens.items()
        for word, unit in (tables["ordinals"] | units).items()
        if unit < _TEN
    }
    others: dict[str, int] = yaml_data("treaty.yaml")["article_numbers"]
    return single | joined | others


@cache
def ordinals() -> frozenset[str]:
    """The single words that number an article: first, second, … and one, two, …, with "firstly"."""
    single = {word for word in _words() if " " not in word}
    return frozenset(single | {f"{word}ly" for word in single})


def in_words(words: str) -> int | None:
    """The value of a number in English words, cardinal or ordinal, up to ninety-nine, else None."""
    plain = " ".join(words.lower().replace("-", " ").replace(" and ", " ").split()).removeprefix("the ")
    return _words().get(plain) or None


def _is_figures(token: str) -> bool:
    return token.isascii() and token.isdigit()


@lru_cache(maxsize=1 << 12)
def readings(printed: str) -> tuple[int, ...]:
    """All numbers that `printed` may be, the likeliest first; empty where it is none.

    `printed` is the number alone, perhaps with an ordinal ending: "12", "l0th", "XIV", "1er", "Sixteen", "the Third".
    """
    token = printed.strip()
    for ending in _ORDINAL:
        if token.endswith(ending) and _is_figures(token[: -len(ending)].translate(_MISREAD)):
            token = token[: -len(ending)]
            break
    digits = token.translate(_MISREAD)
    found: list[int] = []
    strokes = roman(token.translate(_STROKES))
    if _is_figures(token):
        found += [int(token[:4]), *([strokes] if strokes else [])]
    elif (value := in_words(token)) is not None:
        found.append(value)
    else:
        value = roman(token)
        found += [value] if value is not None else []
        found += [int(digits[:4])] if _is_figures(digits) else []
        found += [strokes] if strokes else []
        found += misread_roman(token) if set(token.upper()) <= set(_ROMAN) else []
    return tuple(value for value in dict.fromkeys(found) if 0 < value < _MOST)


def glued_readings(run: str) -> list[tuple[int, int]]:
    """The numbers that may begin `run`, a numeral glued to prose or to a note mark, as (value, length) pairs.

    `iiiin accordance` may begin with i, ii or iii; `363` with 36 or 3. Longest first.
    """
    if run[:1].isdigit():
        digits = re.match(r"\d{1,3}", run)
        size = len(digits.group()) if digits else 0
        return [(int(run[:n]), n) for n in range(size, 0, -1) if 0 < int(run[:n]) < _MOST]
    letters = re.match(r"[ivxlcIVXLC]+", run)
    size = len(letters.group()) if letters else 0
    pairs = [(roman(run[:n]), n) for n in range(size, 0, -1)]
    return [(value, n) for value, n in pairs if value]
