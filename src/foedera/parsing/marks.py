"""Candidates for article marks in every numbering style, each with all the numbers it may be.

Whether a candidate is a heading or a mention in prose is decided by the sequence it stands in (`articles.py`); here
only its looks count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from foedera.knowledge import yaml_data
from foedera.parsing.numerals import glued_readings, ordinals, readings
from foedera.parsing.phrases import wording

if TYPE_CHECKING:
    from collections.abc import Iterator

Family = Literal["worded", "roman", "arabic", "ordinal"]

_DECORATION = r"[\s>#*_\"“”‘«`|\[]*"
_NUMBER = re.compile(r"\s*(?P<number>(?:the\s+)?[A-Za-z\d]+(?:st|nd|rd|th|er|re|º|°)?(?:[ -](?=[A-Za-z])[A-Za-z]+)?)")
_FIRST_TOKEN = re.compile(r"\s*(?P<number>(?:the\s+)?[A-Za-z\d]+[º°]?)")
_AFTER = re.compile(r"\s*(?P<stop>(?:[.:;)\]*_]|[—–-])+)?\s*")
_ROMAN = re.compile(
    _DECORATION + r"\(?(?!L\s?\.?\s?[Ss]\b)(?P<number>[IVXLl1]{1,8})(?P<stop>\s*[.):—–-]+|\s*$)\s*(?P<next>.?)"
)
_ARABIC = re.compile(
    _DECORATION
    + r"\(?(?P<number>\d{1,3}|[lI]\d?)(?P<stop>[.)]+\s*[—–]*|\s*[—–]|(?:st|nd|rd|th|d)[.,:)]?)\s*(?P<next>.?)"
)
_ORDINAL = re.compile(
    _DECORATION + r"(?P<number>[A-Z][a-z]+(?:[- ][a-z]+)?)(?P<stop>(?:ly)?(?:[.:—–]|,)[-—–]*)\s*(?P<next>.?)"
)
# What a line with a mark can begin with: else no pattern is tried on it.
_WORDED_STARTS = frozenset('Aa§>#*_"“‘«`|[')
_BARE_STARTS = frozenset('0123456789(IVXLl>#*_"“‘«`|[')
_INLINE_NUMBER = re.compile(
    r"(?<=[.:;!?”\"]\s)(?P<mark>\(?(?P<number>[IVXLl1]{1,8}|\d{1,3}(?:st|nd|rd|th)?)(?:[.)]+|\s*[—–]))\s*(?=[A-Z“\"])"
)
_REACH = 200
_NEAR = 40
_SENTENCE_END = re.compile(r"[.;:!?\"”’)*_]\s*$")


@dataclass(frozen=True, slots=True)
class Mark:
    """A possible article mark at `start`; `readings` are its numbers, the likeliest first, each with its body's start.

    `strength` says how much the mark looks like a heading (0.3 to 3); `glued`, that its end is not to be seen.
    """

    start: int
    readings: tuple[tuple[int, int], ...]
    strength: float
    family: Family
    glued: bool = False


def find_marks(value: str, start: int, end: int) -> list[Mark]:
    """The candidates between two offsets, in order of place."""
    found: list[Mark] = []
    for line in _promising_lines(value, start, end):
        stop = value.find("\n", line, end)
        stop = end if stop < 0 else stop
        above = value[max(start, line - _REACH) : max(start, line - 1)]
        before = above.rpartition("\n")[2].strip()
        found += _line_marks(value, line, stop, before)
    return found


def _promising_lines(value: str, start: int, end: int) -> list[int]:
    """Where the lines start that can hold a mark: by how they begin, or by a word for article within."""
    lines = {start} if value[start:end].partition("\n")[0].strip() else set()
    lines |= {hit.start() for hit in _line_start().finditer(value, start, end)}
    lines |= {
        max(value.rfind("\n", start, hit.start()) + 1, start) for hit in _inline_word().finditer(value, start, end)
    }
    return sorted(lines)


@cache
def _line_start() -> re.Pattern[str]:
    words = "|".join(sorted({word.split()[0].capitalize() for word in ordinals()}))
    return re.compile(rf"^[^\S\n]*(?:[A§\dIVXLl(>#*_\"“‘«`|\[]|(?:{words})\b)", re.MULTILINE)


def _line_marks(value: str, start: int, end: int, before: str) -> Iterator[Mark]:
    line = value[start:end]
    lead = len(line) - len(line.lstrip())
    letter = line[lead]
    at_start = _worded(value, start, start + lead, end, before) if letter in _WORDED_STARTS else None
    if at_start:
        yield at_start
    elif letter in _BARE_STARTS or line[lead:].partition(" ")[0].rstrip(".,:—–-").lower() in ordinals():
        yield from _bare(line, start, start + lead)
    for hit in _inline_word().finditer(line, lead + 1):
        mark = _worded(
            value,
            start + hit.start(),
            start + hit.start(),
            end,
            line[max(0, hit.start() - _NEAR) : hit.start()],
            inline=True,
        )
        if mark and not (at_start and mark.start < at_start.readings[0][1]):
            yield mark


def _worded(value: str, start: int, first: int, end: int, before: str, *, inline: bool = False) -> Mark | None:
    """A mark with a word for article before its number, at `first`."""
    word = _word().match(value, start, end)
    if not word:
        return None
    for pattern in (_NUMBER, _FIRST_TOKEN):
        token = pattern.match(value, word.end(), end)
        if token and (numbers := _with_note_mark(token["number"])):
            shout = word["word"].isupper()
            return _judge(value, first, token.end(), end, numbers, before, shout=shout, inline=inline)
    token = _FIRST_TOKEN.match(value, word.end(), end)
    if token is None:
        return None
    pairs = glued_readings(token["number"])
    shout = word["word"].isupper()
    if not pairs or not (shout or token["number"][0].isdigit()):
        return None
    return _glued(value, first, token.start("number"), pairs, inline=inline)


@lru_cache(maxsize=1 << 12)
def _with_note_mark(printed: str) -> tuple[int, ...]:
    """The readings of a number, to whose digits a note mark may be glued (`Article 363` is Article 3, note 63)."""
    found = readings(printed)
    shorter = (
        [int(printed[:size]) for size in range(len(printed) - 1, 0, -1)]
        if printed.isascii() and printed.isdigit()
        else []
    )
    return tuple(dict.fromkeys([*found, *(number for number in shorter if number)]))


def _glued(value: str, first: int, number: int, pairs: list[tuple[int, int]], *, inline: bool) -> Mark:
    """A number glued to the words after it, or (digits) to a note mark that is left out of the body."""
    longest = pairs[0][1] if value[number].isdigit() else 0
    bodies = tuple((found, number + max(size, longest)) for found, size in pairs)
    return Mark(first, bodies, 1.5 if inline else 2.5, "worded", glued=True)


def _judge(
    value: str, first: int, after: int, end: int, numbers: tuple[int, ...], before: str, *, shout: bool, inline: bool
) -> Mark | None:
    rest = _AFTER.match(value, after, end)
    stop, body = (rest["stop"], rest.end()) if rest else (None, after)
    following = value[body : body + 1] if body < end else ""
    strength = _strength(stop, following, before, shout=shout, inline=inline)
    if strength <= 0:
        return None
    return Mark(first, tuple((number, body) for number in numbers), strength, "worded")


def _strength(stop: str | None, following: str, before: str, *, shout: bool, inline: bool) -> float:
    if following == ",":
        return 0.0
    if inline:
        ended = not before.strip() or bool(_SENTENCE_END.search(before))
        if shout:
            return 2.0 if ended else 1.2
        if not stop or following.islower():
            return 0.0
        return 1.0 if ended else (0.3 if wording("mentioning").search(before) else 0.6)
    if not following or stop:
        strength = 3.0 if shout or not following.islower() else 1.5
    elif following.islower():
        strength = 1.0 if shout else 0.0
    else:
        strength = 3.0 if shout else 2.0
    return min(strength, 1.0) if wording("mentioning").search(before) and not shout else strength


def _bare(line: str, start: int, first: int) -> Iterator[Mark]:
    """Marks that are a number and nothing else; strokes may be a roman numeral as well as an arabic one."""
    for pattern, family, strength in _families():
        hit = pattern.match(line)
        if hit and not hit["next"].islower() and (numbers := readings(hit["number"].removesuffix("ly"))):
            body = start + hit.start("next")
            yield Mark(first, tuple((number, body) for number in numbers), strength, family)


def find_inline_marks(value: str, start: int, end: int) -> list[Mark]:
    """Bare numbers after sentences within lines: the marks of a treaty that was printed as one line."""
    found = []
    for hit in _INLINE_NUMBER.finditer(value, start, end):
        token = hit["number"]
        numbers = tuple((number, hit.end()) for number in readings(token))
        families: list[Family] = ["arabic"] if token[0].isdigit() else ["roman"]
        if set(token) <= set("1Il"):
            families = ["arabic", "roman"]
        found += [Mark(hit.start("mark"), numbers, 1.0, family) for family in families if numbers]
    return found


@cache
def _families() -> tuple[tuple[re.Pattern[str], Family, float], ...]:
    return (_ROMAN, "roman", 1.2), (_ARABIC, "arabic", 1.0), (_ORDINAL, "ordinal", 0.8)


@cache
def _word() -> re.Pattern[str]:
    words = yaml_data("treaty.yaml")["article_words"]
    return re.compile(rf"{_DECORATION}(?P<word>{words}|ART[A-Z]{{2,5}}(?=\s))\.?")


@cache
def _inline_word() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){yaml_data('treaty.yaml')['article_word']}\s*(?=[\divxlcIVXLC])")
