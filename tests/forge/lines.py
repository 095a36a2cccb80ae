"""Pieces (paragraphs to be printed), the lines they are set in, and edits that carry the known places along."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from tests.forge.facts import Facts
    from tests.forge.phrases import Slots
    from tests.forge.truth import ArticleTruth, Place, Truth

WIDTHS = (62, 60, 64, 61, 63, 59, 62, 65)
TITLE_WIDTHS = (44, 40, 46, 38)
MIN_PART = 3

HEADER_ROLES = frozenset({"title", "members", "signed", "type", "source"})
PROSE_ROLES = frozenset({"summary", "preamble", "article", "closing", "annex-text"})
TREATY_ROLES = frozenset({"text-title", "preamble", "article", "closing", "signature", "annex-title", "annex-text"})


@dataclass(slots=True)
class Break:
    """A line break forced at `offset` of a piece's printed text, after a hyphen, or before an indent."""

    offset: int
    hyphen: str = ""
    indent: str = ""


@dataclass(slots=True)
class Piece:
    """A paragraph: `mark` (label, number, heading with its blank) and `body`; `target` is the truth its body fills.

    `article` is set on the paragraph that carries an article's mark, `anchor` on any other piece with a known place.
    """

    role: str
    body: str
    mark: str = ""
    target: tuple[list[str], int] | None = None
    article: ArticleTruth | None = None
    anchor: Place | None = None
    breaks: list[Break] = field(default_factory=list)
    stray: str = ""
    owner: ArticleTruth | None = None

    @property
    def printed(self) -> str:
        """The whole text to be set."""
        return self.mark + self.body

    def fill(self, value: str) -> None:
        """Write `value` into the truth."""
        if self.target is not None:
            self.target[0][self.target[1]] = value


@dataclass(slots=True)
class Line:
    """A printed line; `start` is the offset of its first character in its piece, `broken` the kind of its hyphen."""

    text: str
    role: str
    entry: int = -1
    piece: Piece | None = None
    start: int = 0
    last: bool = False
    broken: str = ""
    places: list[Place] | None = None

    def hold(self, place: Place, column: int) -> None:
        """Tie `place` to this line."""
        place.column = column
        if self.places is None:
            self.places = [place]
        else:
            self.places.append(place)

    def edit(self, start: int, end: int, new: str) -> None:
        """Replace characters; places behind move, a place inside falls back to the start."""
        self.text = self.text[:start] + new + self.text[end:]
        shift = len(new) - (end - start)
        for place in self.places or ():
            if place.column >= end:
                place.column += shift
            elif place.column > start:
                place.column = start

    def join(self, other: Line, glue: str) -> None:
        """Append the text of `other` after `glue`, and take over its places."""
        base = len(self.text) + len(glue)
        self.text += glue + other.text
        for place in other.places or ():
            self.hold(place, place.column + base)
        self.last, self.broken = other.last, other.broken


@dataclass(slots=True)
class Style:
    """How a whole volume looks: drawn once, so that a reader may learn it from the volume."""

    accent_first: bool
    blank_between_title_lines: bool
    summary_heading: str
    book_title: str
    watermark: str
    page_lines: int
    first_page: int


@dataclass(slots=True)
class Draft:
    """One entry in the making: its facts, its truth, its pieces and then its lines."""

    index: int
    facts: Facts
    slots: Slots
    style: Style
    truth: Truth
    pieces: list[Piece] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    split_header: bool = False
    is_last: bool = False
    article_style: str = "Article 1."

    def note(self, damage: str) -> None:
        """Record that `damage` changed something here."""
        self.truth.damages.add(damage)


_WORD = re.compile(r"[^\W\d_]+")
_VOWELS = frozenset("aeiouyáéíóúäëïöüàèìòùâêîôûåøæœãõąęěıýůAEIOUYÁÉÍÓÚÄÖÜÅØÉİ")
_ONSETS = frozenset(first + second for first in "tpbcdgf" for second in "rl") - {"tl", "dl"}
_DIGRAPHS = frozenset({"th", "ch", "sh", "ph", "gh", "ck", "qu", "st", "sz", "cz", "rz", "wh"})


@lru_cache(maxsize=20_000)
def break_points(word: str) -> tuple[int, ...]:
    """Offsets at which a typesetter would hyphenate `word`: before a consonant that opens a syllable."""
    points = []
    for at in range(MIN_PART, len(word) - MIN_PART + 1):
        before, after = word[at - 1], word[at]
        opens = after not in _VOWELS and at + 1 < len(word) and word[at + 1] in _VOWELS
        pair = (before + after).lower()
        opens = opens and not (word.endswith("ed") and at == len(word) - 3 and after not in "td")
        if opens and pair in _ONSETS and at > MIN_PART:
            points.append(at - 1)
        elif opens and pair not in _DIGRAPHS and pair not in _ONSETS:
            points.append(at)
    return tuple(points)


def hyphenation(token: str, room: int, wanted: frozenset[str]) -> tuple[int, str] | None:
    """The last place at which `token` can be broken within `room` characters, and the kind of its hyphen.

    `wanted` are the kinds allowed: "hard" breaks after a printed hyphen, "name" elsewhere in a hyphenated word.
    """
    inner = token.find("-", 1)
    if inner > 0 and "hard" in wanted and inner + 1 <= room and inner + 1 < len(token):
        return inner + 1, "hard"
    kind = "name" if inner > 0 else "soft"
    if kind not in wanted:
        return None
    for match in reversed(list(_WORD.finditer(token))):
        for point in reversed(break_points(match.group())):
            if match.start() + point < room:
                return match.start() + point, kind
    return None


Cut = tuple[int, int, str]


def wrap(text: str, widths: tuple[int, ...], rates: tuple[float, float, float], rng: Random) -> list[Cut]:
    """Cut `text` into lines (start, end, hyphen kind); `rates` are the chances of a soft, name and hard hyphen."""
    cuts: list[Cut] = []
    position, length, row = 0, len(text), rng.randrange(len(widths))
    hyphens = any(rates)
    while length - position > (width := widths[row % len(widths)]):
        row += 1
        limit = position + width
        space = text.rfind(" ", position + 1, limit + 1)
        if space < 0:
            space = text.find(" ", limit)
            if space < 0:
                break
        if hyphens and limit - space > MIN_PART + 1:
            end = text.find(" ", space + 1)
            token = text[space + 1 : end if end > 0 else length]
            found = hyphenation(token, limit - space - 1, _wanted(rates, rng))
            if found is not None:
                stop = space + 1 + found[0]
                cuts.append((position, stop, found[1]))
                position = stop
                continue
        cuts.append((position, space, ""))
        position = space + 1
    cuts.append((position, length, ""))
    return cuts


def _wanted(rates: tuple[float, float, float], rng: Random) -> frozenset[str]:
    draw = rng.random()
    return _KINDS[draw < rates[0], draw < rates[1], draw < rates[2]]


_KINDS = {
    (soft, name, hard): frozenset(kind for kind, on in (("soft", soft), ("name", name), ("hard", hard)) if on)
    for soft in (False, True)
    for name in (False, True)
    for hard in (False, True)
}
