"""Damages to the set lines of an entry. A rate is a chance per place where the damage can happen, unless said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.forge.lines import PROSE_ROLES, TREATY_ROLES, Line
from tests.forge.phrases import phrases
from tests.forge.truth import LostLine, Place, Stray

if TYPE_CHECKING:
    from random import Random

    from tests.forge.lines import Draft, Piece

SHORT = 32
LONG_S_UNTIL = 1800
_LONG_S = re.compile(r"s(?=[^\W\d_fbk])")


def long_s(draft: Draft, rate: float, rng: Random) -> None:
    """The treaty of an entry before 1800 has f (or ſ) for every s but a word's last, `1ft.` too. Per entry."""
    if draft.facts.year >= LONG_S_UNTIL or rng.random() >= rate:
        return
    letter = "ſ" if rng.random() < 0.2 else "f"
    for line in draft.lines:
        if line.role in TREATY_ROLES and line.role != "signature":
            line.text = _LONG_S.sub(letter, line.text)
            if line.broken == "soft" and line.text.endswith("s-"):
                line.text = line.text[:-2] + letter + "-"
            if line.start == 0 and line.piece is not None and line.piece.article is not None:
                article = line.piece.article
                article.printed = line.text[: len(article.printed)]
            draft.note("long-s")


def lost_lines(draft: Draft, rate: float, rng: Random) -> None:
    """The short last line of a paragraph of the treaty is gone; the truth is the printed rest."""
    _lose_ends(draft, PROSE_ROLES - {"summary"}, rate, rng)


def lost_summary_lines(draft: Draft, rate: float, rng: Random) -> None:
    """The short last line of a paragraph of the summary is gone; the truth is the printed rest."""
    _lose_ends(draft, frozenset({"summary"}), rate, rng)


def lost_title_lines(draft: Draft, rate: float, rng: Random) -> None:
    """The short last line of a title is gone; the truth is the printed rest, the members line may supply the party."""
    _lose_ends(draft, frozenset({"title"}), rate, rng)


_KINDS = {"summary": ("summary", "lost-summary-lines"), "title": ("title", "lost-title-lines")}


def _lose_ends(draft: Draft, roles: frozenset[str], rate: float, rng: Random) -> None:
    kept: list[Line] = []
    for line in draft.lines:
        piece = line.piece
        short = line.last and line.role in roles and len(line.text) <= SHORT
        if piece is not None and short and line.start > len(piece.mark) and rng.random() < rate:
            while kept[-1].role == "blank":
                kept.pop()
            kind, damage = _KINDS.get(line.role, ("paragraph-end", "lost-lines"))
            _lose(draft, line, piece, kept[-1], kind)
            draft.note(damage)
        else:
            kept.append(line)
    draft.lines = kept


def _lose(draft: Draft, line: Line, piece: Piece, before: Line, kind: str) -> None:
    """Record the loss of `line` after `before`, and cut the truth down to what is still printed."""
    text = piece.printed.replace("\n", " ")
    rest = text[: line.start].rstrip()
    if before.broken and not rest.endswith("-"):
        rest += "-"
    _drop_hyphen(draft, before)
    piece.fill(rest[len(piece.mark) :])
    _record_loss(draft, text[line.start :], piece, before, kind, detectable=_unfinished(rest, kind))


def _drop_hyphen(draft: Draft, line: Line) -> None:
    if line.broken:
        here = {id(place) for place in line.places or () if place.column == len(line.text) - 1}
        draft.truth.hyphens = [one for one in draft.truth.hyphens if id(one.place) not in here]
    line.broken, line.last = "", True


def _unfinished(rest: str, kind: str) -> bool:
    """Whether a reader can see that words are missing: no sentence end, or a title that hangs in the air."""
    if kind == "title":
        return rest.endswith((",", "-")) or rest.rsplit(" ", 1)[-1] in {"between", "among", "and", "of", "the"}
    return rest[-1] not in ".?!:;”)"


def _record_loss(draft: Draft, text: str, piece: Piece, before: Line, kind: str, *, detectable: bool) -> None:
    place = Place()
    before.hold(place, len(before.text))
    loss = LostLine(draft.facts.number, kind, text, detectable, pointer(draft, piece), place)
    draft.truth.lost.append(loss)


def pointer(draft: Draft, piece: Piece) -> str | None:
    """The JSON pointer, in the record, of the value that `piece` prints."""
    truth, number = draft.truth, piece.target[1] if piece.target else 0
    if piece.owner is not None:
        for at, article in enumerate(truth.articles):
            if article is piece.owner:
                return f"/text/articles/{at}/paragraphs/{number}"
        for side, annex in enumerate(truth.annexes):
            for at, article in enumerate(annex.articles):
                if article is piece.owner:
                    return f"/text/annexes/{side}/articles/{at}/paragraphs/{number}"
    simple = {"title": "/title", "summary": "/summary", "preamble": "/text/preamble", "closing": "/text/closing"}
    return "/text/signatures" if piece.role == "signature" else simple.get(piece.role)


def lost_signatures(draft: Draft, rate: float, rng: Random) -> None:
    """A signature is gone, and from the truth too; a reader can tell only if a single one is left of two or more."""
    for line in [one for one in draft.lines if one.role == "signature"]:
        piece = line.piece
        if piece is None or len(piece.body) > SHORT or rng.random() >= rate:
            continue
        at = draft.lines.index(line)
        piece.fill("")
        left = sum(1 for name in draft.truth.signatures if name)
        _record_loss(draft, piece.body, piece, draft.lines[at - 1], "signature", detectable=left == 1)
        _hand_over(line, draft.lines[at - 1])
        del draft.lines[at]
        draft.note("lost-signatures")


def _hand_over(gone: Line, before: Line) -> None:
    """Places that stood on a line now lost (an earlier loss) fall to the end of the line before it."""
    for place in gone.places or ():
        before.hold(place, len(before.text))


def marginal_notes(draft: Draft, rate: float, rng: Random) -> None:
    """A marginal note stands as a line inside an article's paragraph; it belongs to no value. A chance per article."""
    for line in [one for one in draft.lines if one.role == "article" and one.piece and one.piece.article]:
        if line.start == 0 and not line.last and not line.broken and rng.random() < rate:
            place = Place()
            note = Line(rng.choice(phrases()["marginals"]), "stray", draft.index)
            note.hold(place, 0)
            draft.lines.insert(_at(draft, line) + 1, note)
            draft.truth.strays.append(Stray("marginal-notes", note.text, place))
            draft.note("marginal-notes")


def _at(draft: Draft, line: Line) -> int:
    return next(number for number, one in enumerate(draft.lines) if one is line)


def one_line(draft: Draft, rate: float, rng: Random) -> None:
    """The whole treaty, preamble to closing, stands on one line without line-end hyphens. A chance per entry."""
    roles = {"preamble", "article", "closing"}
    at = [number for number, line in enumerate(draft.lines) if line.role in roles]
    if draft.truth.grade != "text" or len(at) < 2 or rng.random() >= rate:
        return
    run = next(
        (stop for stop in range(at[0], len(draft.lines)) if draft.lines[stop].role not in roles), len(draft.lines)
    )
    first = draft.lines[at[0]]
    for line in draft.lines[at[0] + 1 : run]:
        first.join(line, _mend(draft, first))
    del draft.lines[at[0] + 1 : run]
    for article in draft.truth.articles:
        article.breaks_visible = len(article.paragraphs) == 1
    draft.note("one-line")


def _mend(draft: Draft, line: Line) -> str:
    """Take the line-end hyphen away; the glue for the next line."""
    if not line.broken:
        return " "
    kind = line.broken
    _drop_hyphen(draft, line)
    if kind != "hard":
        line.edit(len(line.text) - 1, len(line.text), "")
    return ""


def hyphen_newline(draft: Draft, rate: float, rng: Random) -> None:
    """A line-end hyphen is U+FFFE and the newline after it is gone, as pdfium gives it. A chance per entry."""
    if rng.random() >= rate:
        return
    lines: list[Line] = []
    for line in draft.lines:
        if lines and lines[-1].broken and lines[-1].piece is line.piece:
            last = lines[-1]
            last.edit(len(last.text) - 1, len(last.text), "\ufffe")
            _hold_back(last)
            last.join(line, "")
            draft.note("hyphen-newline")
        else:
            lines.append(line)
    draft.lines = lines


def _hold_back(line: Line) -> None:
    """The hyphen's place stays on the character that replaced the hyphen."""
    for place in line.places or ():
        place.column = min(place.column, len(line.text) - 1)
