"""The long s that an extraction reads as f: `fhall`, `majefty`, `fuch`. Only on pages whose words call for it.

Long s stood at the start and in the middle of words until about 1800, never at the end. A page calls for it where
many words are no words with f and everyday words with s, and few words keep an s that would have been long.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from foedera.mending.vocabulary import frequency
from foedera.models.pages import PAGE_BREAK
from foedera.models.text import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.models.text import Text

_F_WORD = re.compile(r"[^\W\d_]*[fF](?=[^\W\d_])[^\W\d_]*")
_ROUND_S = re.compile(r"[a-z]*s[a-z]+")
_EVIDENCE = 3
_SHARE = 0.6
_FACTOR = 20.0
_MOST_FS = 4


def restore_round_s(text: Text) -> Text:
    """Put s for f where a page prints long s; words that read well with f are kept."""
    return text.edit("long-s", _page_edits(text.value))


def _page_edits(value: str) -> Iterator[Edit]:
    start = 0
    for page in value.split(PAGE_BREAK):
        hits = [(hit, better) for hit in _F_WORD.finditer(page) if (better := _better(hit.group()))]
        if len(hits) >= _EVIDENCE and _calls_for_it(page, hits):
            for hit, better in hits:
                yield Edit(start + hit.start(), start + hit.end(), better)
        start += len(page) + 1


def _calls_for_it(page: str, hits: list[tuple[re.Match[str], str]]) -> bool:
    plain = [hit for hit, _ in hits if not frequency(hit.group())]
    return len(plain) >= _EVIDENCE and len(hits) > _SHARE * len(_ROUND_S.findall(page)) / 2


@cache
def _better(word: str) -> str | None:
    """`word` with the right f's turned to s, or None where it reads best as it stands."""
    places = [at for at, letter in enumerate(word[:-1]) if letter == "f"]
    if not places or len(places) > _MOST_FS:
        return None
    best, score = None, max(frequency(word), 1e-8) * _FACTOR
    for choice in product("fs", repeat=len(places)):
        letters = list(word)
        for at, letter in zip(places, choice, strict=True):
            letters[at] = letter
        candidate = "".join(letters)
        if candidate != word and frequency(candidate) > score:
            best, score = candidate, frequency(candidate)
    return best
