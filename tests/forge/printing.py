"""Sets the pieces of a draft into lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tests.forge.lines import TITLE_WIDTHS, WIDTHS, Break, Draft, Line, Piece, wrap
from tests.forge.truth import Hyphen, Place

if TYPE_CHECKING:
    from random import Random

FULL_LINE = 54


class Hyphenation(NamedTuple):
    """The chance that a line end which could take a hyphen does, for each kind."""

    soft: float = 0.0
    name: float = 0.0
    hard: float = 0.0


def soft(rates: Hyphenation, rate: float) -> Hyphenation:
    """`per-/manent`: a word is broken between syllables; the truth has it whole. A chance per fit line end."""
    return rates._replace(soft=rate)


def name(rates: Hyphenation, rate: float) -> Hyphenation:
    """`Aus-/tria-Hungary`: a hyphenated word is broken elsewhere than at its hyphen. A chance per fit line end."""
    return rates._replace(name=rate)


def hard(rates: Hyphenation, rate: float) -> Hyphenation:
    """`Austria-/Hungary`, `half-/hearted`: a line ends at the word's own hyphen, which stays. Per fit line end."""
    return rates._replace(hard=rate)


def set_draft(draft: Draft, rates: Hyphenation, rng: Random) -> None:
    """Fill `draft.lines` from `draft.pieces`."""
    previous = ""
    for piece in draft.pieces:
        lines = _blanks(draft, piece, previous) + set_piece(draft, piece, rates, rng)
        draft.lines += lines
        previous = piece.role
    draft.lines.append(Line("", "blank", draft.index))


def _blanks(draft: Draft, piece: Piece, previous: str) -> list[Line]:
    """The blank line before a title, a heading, the members, the source, an annex; other fields stand together."""
    apart = piece.role in {"title", "heading", "members", "annex-title", "source"} and previous != piece.role
    wanted = apart or (piece.role == "summary" and previous == "source")
    return [Line("", "blank", draft.index)] if wanted and previous else []


def set_piece(draft: Draft, piece: Piece, rates: Hyphenation, rng: Random) -> list[Line]:
    """The lines of one piece, with its known places and its hyphens tied to them."""
    text = piece.printed.replace("\n", " ")
    widths = TITLE_WIDTHS if piece.role == "title" else WIDTHS
    lines: list[Line] = []
    base = 0
    for stop in [*_forced(piece), Break(len(text))]:
        part = text[base : stop.offset]
        cuts = wrap(part.rstrip(" "), widths, rates, rng)
        for start, end, broken in cuts:
            lines.append(_line(draft, piece, text, (base + start, base + end), broken))
        base = stop.offset
        if stop.hyphen:
            lines[-1].broken = stop.hyphen
            lines[-1].text += "" if lines[-1].text.endswith("-") else "-"
            _record_hyphen(draft, lines[-1], text, base, stop.hyphen)
    _indent(piece, lines)
    lines[-1].last = True
    _tie(piece, lines)
    if piece.role == "title" and draft.style.blank_between_title_lines:
        return [line for title in lines for line in (title, Line("", "blank", draft.index))][:-1]
    return lines


def _forced(piece: Piece) -> list[Break]:
    breaks = list(piece.breaks)
    if piece.mark.endswith("\n"):
        breaks.append(Break(len(piece.mark)))
    return sorted(breaks, key=lambda one: one.offset)


def _line(draft: Draft, piece: Piece, text: str, span: tuple[int, int], broken: str) -> Line:
    printed = text[span[0] : span[1]]
    line = Line(printed, piece.role, draft.index, piece, span[0], broken=broken)
    if broken:
        if not printed.endswith("-"):
            line.text += "-"
        _record_hyphen(draft, line, text, span[1], broken)
        draft.note(f"hyphens-{broken}")
    return line


def _record_hyphen(draft: Draft, line: Line, text: str, at: int, kind: str) -> None:
    """Remember the whole word around offset `at` and the place of the hyphen that ends the line."""
    start = text.rfind(" ", 0, at) + 1
    end = text.find(" ", at)
    place = Place()
    line.hold(place, len(line.text) - 1)
    draft.truth.hyphens.append(Hyphen(kind, text[start : end if end > 0 else len(text)], place))


def _indent(piece: Piece, lines: list[Line]) -> None:
    for stop in piece.breaks:
        for line in lines:
            if line.start == stop.offset and stop.indent:
                line.edit(0, 0, stop.indent)


def _tie(piece: Piece, lines: list[Line]) -> None:
    """Tie the place of the piece's mark or of the piece itself to its first line."""
    if piece.article is not None:
        lines[0].hold(piece.article.place, 0)
    if piece.anchor is not None:
        lines[0].hold(piece.anchor, 0)
    owner = piece.owner
    if (
        owner is not None
        and len(lines[-1].text) > FULL_LINE
        and piece.target
        and piece.target[1] + 1 < len(owner.paragraphs)
    ):
        owner.breaks_visible = False
