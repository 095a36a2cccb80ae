"""Guesses which one-byte encoding a text was written in, by the words that its letters beyond ASCII would make.

charset-normalizer was tried first: on English pages with a few foreign names it found the right text in 0 to 21 of 30
trials (cp1252), since it weighs whole languages and such a page is English in every candidate. Here only the words
that hold a byte over 127 are weighed: a wrong table puts capitals and signs inside words, or mixes letters that no
alphabet has together.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

CANDIDATES = ("cp1252", "cp1250", "iso8859-2", "mac_roman")  # the likeliest first: it wins a tie
SAMPLE_BYTES = 1 << 20
WORD_BYTES = 64
MOST_WORDS = 2000

# The letters beyond ASCII of one language or of a few close ones: what may stand together in one word.
ALPHABETS = (
    "àâæçèéêëîïôœùûüÿ",  # French
    "äöüßé",  # German
    "áéíñóúüç",  # Spanish, Catalan
    "ãáàâçéêíóôõúü",  # Portuguese
    "àèéìîòóù",  # Italian
    "åäöæøéü",  # Danish, Norwegian, Swedish
    "áðéíóúýþæö",  # Icelandic
    "ąćęłńóśźż",  # Polish
    "áčďéěíňóřšťúůýžäĺľôŕ",  # Czech, Slovak
    "áéíóöőúüű",  # Hungarian
    "ăâîșțşţ",  # Romanian
    "čćđšž",  # Croatian, Serbian, Slovene
    "ąčęėįšųūžāēģīķļņõäöü",  # Lithuanian, Latvian, Estonian
)
_BETWEEN_WORDS = "’‘“”„«»‹›–—…§°£†‡•·\xa0\xad"  # signs that printers do set, if not inside words
_MAY_JOIN = "’‘–—·\xad"  # of these, the ones that may stand between two letters
_DETACHED = "´¨¸ˇ˘˙˝˛¯ˆ˜"  # accents beside their letter, as a printer's font may leave them
_NOT_OF_WORDS = bytes(b if b > 127 or chr(b).isalpha() else 32 for b in range(256))  # noqa: PLR2004 - ASCII ends at 127


def guess_encoding(data: bytes) -> str:
    """The Python name of the encoding of `CANDIDATES` that makes the best words of `data`; the first if none is better.

    Looks at no more than `SAMPLE_BYTES` from the first byte over 127 on.
    """
    words = _telling_words(data)
    return min(CANDIDATES, key=lambda encoding: _cost(words, encoding))


def _telling_words(data: bytes) -> Counter[bytes]:
    """Words with a byte over 127 and how often each stands in the sample."""
    first = re.search(rb"[\x80-\xff]", data)
    if first is None:
        return Counter()
    start = max(0, first.start() - WORD_BYTES)
    sample = data[start : start + SAMPLE_BYTES].translate(_NOT_OF_WORDS)
    words = Counter(word[:WORD_BYTES] for word in sample.split(b" ") if word and not word.isascii())
    return Counter(dict(words.most_common(MOST_WORDS)))


def _cost(words: Counter[bytes], encoding: str) -> int:
    """What is odd in the words when read as `encoding`, summed; each word counts a few times at most."""
    return sum(min(times, 3) * _oddness(word.decode(encoding, "replace")) for word, times in words.items())


def _oddness(word: str) -> int:
    """0 for a word that some language could have; more for each sign or capital inside it and each stranger letter."""
    signs = sum(_sign_oddness(word, i) for i, character in enumerate(word) if not character.isascii())
    letters = {character.lower() for character in word if _is_letter(character)}
    return signs + 2 * min(len(letters - alphabet) for alphabet in _alphabets())


@cache
def _alphabets() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(letters) for letters in ALPHABETS)


def _sign_oddness(word: str, i: int) -> int:
    """How odd the kind of character `i` is at its place: a capital after a small letter, a sign between letters."""
    character, before, after = word[i], word[i - 1 : i], word[i + 1 : i + 2]
    if _is_letter(character):
        return 2 if before.islower() and character.isupper() else 0
    if character == "\ufffd" or unicodedata.category(character) == "Cc":
        return 4
    if character in _DETACHED:
        return 0
    if character not in _BETWEEN_WORDS:
        return 2
    return 2 if before.isalpha() and after.isalpha() and character not in _MAY_JOIN else 0


def _is_letter(character: str) -> bool:
    """Whether it is a letter beyond ASCII: small or capital, not an accent by itself or an ordinal sign."""
    return not character.isascii() and (character.islower() or character.isupper()) and character not in "ªº"
