"""Damages to the characters of set lines. A rate is a chance per place where the damage can happen, unless said."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from tests.forge.lines import Draft, Line

# Combining mark -> the spacing character that extraction gives for it.
SPACING = {
    "\u0300": "`", "\u0301": "´", "\u0302": "ˆ", "\u0303": "˜", "\u0306": "˘", "\u0307": "˙",
    "\u0308": "¨", "\u030a": "˚", "\u030b": "˝", "\u030c": "ˇ", "\u0327": "¸", "\u0328": "˛",
}  # fmt: skip
_ACCENTED = re.compile("[À-ÖØ-öø-ÿĀ-ſǍ-ǜ]")
_KERNED = re.compile(r"\b(?:T[aeoru]|V[aeo]|W[aeo]|Y[aeou]|P[ao]|F[aio]|Av)[a-z]+")
_WORD_JOIN = re.compile(r"(?<=[a-z]{5}) (?=[a-z]{2,4} )")
_SOURCE_JOIN = re.compile(r"(?<=,) (?=pp?\.|vol\.|no\.|Suppl)|(?<=vol\.) (?=\d)|(?<=no\.) (?=\d)")
LIGATURES = (("ffi", "ﬃ"), ("ffl", "ﬄ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"))


def diacritics(draft: Draft, rate: float, rng: Random) -> None:
    """Accents come off: before the letter (`Sleˇzevi ˇcius`) or behind it, one way in a volume. A chance per letter."""
    for line in draft.lines:
        if line.text.isascii():
            continue
        for match in reversed(list(_ACCENTED.finditer(line.text))):
            parts = unicodedata.normalize("NFD", match.group())
            if len(parts) == 2 and parts[1] in SPACING and rng.random() < rate:
                opens = match.start() == 0 or not line.text[match.start() - 1].isalpha()
                new = _detached(parts[0], parts[1], rng, first=draft.style.accent_first, opens=opens)
                line.edit(match.start(), match.end(), new)
                draft.note("diacritics")


def _detached(base: str, mark: str, rng: Random, *, first: bool, opens: bool) -> str:
    """The letter and its accent apart; `opens` says that the letter begins a word."""
    gap = " " if rng.random() < 0.4 else ""
    if base == "i" and rng.random() < 0.3:
        base = "ı"
    if not first:
        return f"{base}{SPACING[mark]}{gap}"
    if opens:
        return SPACING[mark] + base
    return f" {mark}{base}" if gap and rng.random() < 0.4 else f"{gap}{SPACING[mark]}{base}"


def kerning(draft: Draft, rate: float, rng: Random) -> None:
    """`Tu r k e y`, `Wa r s a w Pa c t` in titles, headings and members. A chance per word with a kerned capital."""
    for line in draft.lines:
        if line.role not in {"title", "members", "heading", "text-title"}:
            continue
        for match in reversed(list(_KERNED.finditer(line.text))):
            if rng.random() < rate:
                word = match.group()
                line.edit(match.start(), match.end(), f"{word[:2]} {' '.join(word[2:])}")
                draft.note("kerning")


def glued_source(draft: Draft, rate: float, rng: Random) -> None:
    """`Beer,p. 821.`, `vol.12,no.2,Sup-`: blanks between italic and roman are gone. A chance per source line."""
    for line in draft.lines:
        found = list(_SOURCE_JOIN.finditer(line.text)) if line.role == "source" and rng.random() < rate else []
        _glue(draft, "glued-source", line, found)


def glued_words(draft: Draft, rate: float, rng: Random) -> None:
    """`livres tournoisper year`: a blank between two words of the treaty or the summary is gone. A chance per line."""
    for line in draft.lines:
        if line.role in {"summary", "preamble", "article", "closing"} and rng.random() < rate:
            _glue(draft, "glued-words", line, list(_WORD_JOIN.finditer(line.text))[:1])


def _glue(draft: Draft, damage: str, line: Line, joints: list[re.Match[str]]) -> None:
    for match in reversed(joints):
        line.edit(match.start(), match.end(), "")
        draft.note(damage)


def ligatures(draft: Draft, rate: float, rng: Random) -> None:
    """fi, fl, ff, ffi, ffl are single characters. A chance per entry."""
    if rng.random() >= rate:
        return
    for line in draft.lines:
        for letters, one in LIGATURES:
            while (at := line.text.find(letters)) >= 0:
                line.edit(at, at + len(letters), one)
                draft.note("ligatures")


def no_break_spaces(draft: Draft, rate: float, rng: Random) -> None:
    """A blank is U+00A0; the truth has a plain one. A chance per line."""
    for line in draft.lines:
        spaces = [at for at, letter in enumerate(line.text) if letter == " "] if rng.random() < rate else []
        if spaces:
            at = rng.choice(spaces)
            line.edit(at, at + 1, "\u00a0")
            draft.note("no-break-spaces")


def soft_hyphens(draft: Draft, rate: float, rng: Random) -> None:
    """A line-end hyphen that is not the word's own is U+00AD, and now and then one stands inside a word too."""
    for line in draft.lines:
        if line.broken in {"soft", "name"} and line.text.endswith("-") and rng.random() < rate:
            line.text = line.text[:-1] + "\u00ad"
            draft.note("soft-hyphens")
        if rng.random() < rate / 20:
            _inside(draft, line)


def _inside(draft: Draft, line: Line) -> None:
    match = re.search(r"(?<=[a-z]{4})(?=[a-z]{4})", line.text)
    if match:
        line.edit(match.start(), match.start(), "\u00ad")
        draft.note("soft-hyphens")


def byte_order_marks(draft: Draft, rate: float, rng: Random) -> None:
    """A U+FEFF stands in the middle of an entry, at the start of a line. A chance per entry."""
    lines = [line for line in draft.lines if line.text]
    if rng.random() < rate:
        rng.choice(lines).edit(0, 0, "\ufeff")
        draft.note("byte-order-marks")
