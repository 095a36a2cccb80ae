"""The normal form of a name, under which all its printings are one: case, accents, articles and points fall away."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

from foedera.knowledge.load import yaml_data

_DROPPED = "'’‘ʼ`´.\u00ad"
_SPLITTING = '-‐‑‒–—―/\\_,;:()[]{}"“”«»*+|!?\u00a0'
_LETTERS = {"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "&": " and ", "ħ": "h"}
_TABLE = str.maketrans({**dict.fromkeys(_DROPPED), **dict.fromkeys(_SPLITTING, " "), **_LETTERS})
_INITIALS = re.compile(r"\b(?:[a-z] ){1,6}[a-z]\b")
_TOKEN = re.compile(r"&|[^\W_]+(?:['’‘ʼ`´.\u00ad]+[^\W_]+)*\.?")


def forms() -> Any:
    """The words of `forms.yaml`: how treaties dress a name."""
    return yaml_data("states/forms.yaml")


@cache
def _words() -> tuple[frozenset[str], dict[str, str]]:
    return frozenset(forms()["silent"]), forms()["same_word"]


def fold(text: str) -> str:
    """`text` in lower case without accents, points and apostrophes; dashes and brackets are spaces."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return text.casefold().translate(_TABLE)


def normal(name: str) -> str:
    """The key of a name: "The U. S. S. R." and "USSR" are both "ussr"; may be empty."""
    silent, same = _words()
    words = " ".join([same.get(word, word) for word in fold(name).split() if word not in silent])
    if words[1:2] == " " or words[-2:-1] == " ":
        return _INITIALS.sub(lambda run: run[0].replace(" ", ""), words)
    return words


def tokens(text: str) -> list[tuple[str, int, int]]:
    """The words of `text` in normal form with their offsets; a silent word has an empty form."""
    silent, same = _words()
    found = []
    for match in _TOKEN.finditer(text):
        word = fold(match[0]).strip()
        found.append(("" if word in silent else same.get(word, word), match.start(), match.end()))
    return found
