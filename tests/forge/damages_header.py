"""Damages to headers, to the dates and numbers in them, and to the ends of a volume. A rate is a chance per entry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.forge.facts import draw_parties, draw_title
from tests.forge.lines import Break, break_points
from tests.forge.truth import ForceTruth
from tests.forge.write import stray

if TYPE_CHECKING:
    from random import Random

    from tests.forge.lines import Draft


def month_hyphen(draft: Draft, rate: float, rng: Random) -> None:
    """The month of the Signed On line is broken, `Octo-/ber`; the date stays knowable."""
    piece = next((one for one in draft.pieces if one.role == "signed"), None)
    if piece is None:
        return
    month = piece.body.split()[0]
    points = break_points(month)
    if points and rng.random() < rate:
        piece.breaks.append(Break(len(piece.mark) + rng.choice(points), hyphen="soft"))
        draft.note("month-hyphen")


def swallowed_year(draft: Draft, rate: float, rng: Random) -> None:
    """A year that begins a line and ends a sentence is now the list item "  1.".

    In the header the date it belonged to is unknowable: `until` (status stays ended) or the date of signature is None.
    In prose the truth has the "1." that is printed.
    """
    if rng.random() >= rate:
        return
    roles = {"signed", "summary", "article", "closing"}
    found = [(piece, _YEAR.search(piece.body)) for piece in draft.pieces if piece.role in roles]
    if draft.truth.in_force.status == "in-force":
        found = [pair for pair in found if pair[0].role != "signed"]
    pairs = [(piece, match) for piece, match in found if match is not None]
    if not pairs:
        return
    piece, match = rng.choice(pairs)
    piece.breaks = [Break(len(piece.mark) + match.start(), indent="  ")]
    piece.body = piece.body[: match.start()] + "1" + piece.body[match.end() :]
    piece.fill(piece.body)
    if piece.role == "signed":
        _forget_year(draft, piece.body[: match.start()])
    draft.note("swallowed-year")


_YEAR = re.compile(r"(?<=[, ])1[6-9]\d\d(?=\.(?:$| ))")


def _forget_year(draft: Draft, before: str) -> None:
    if "until" in before:
        draft.truth.in_force.until = None
    else:
        draft.truth.signed[0].date = None


def foreign_heading(draft: Draft, rate: float, rng: Random) -> None:
    """The heading line of another entry stands inside the header, before its Signed On line: it starts no entry."""
    if not draft.truth.complete_start or rng.random() >= rate:
        return
    year = draft.facts.year
    title = draw_title(rng, draft.facts.kind, draw_parties(rng, year), year)
    digit, _, number = draft.facts.number.partition(".")
    text = f"{digit}.{int(number) + rng.randint(1, 9)} {title}"[:60].rstrip()
    at = next(position for position, piece in enumerate(draft.pieces) if piece.role == "signed")
    stray(draft, "foreign-heading", text, at)
    draft.note("foreign-heading")


def reference_heading(draft: Draft, rate: float, rng: Random) -> None:
    """A reference in prose wraps so that "3.1141 …" begins a line like a heading. A chance per reference."""
    for piece in draft.pieces:
        match = re.search(r"(?<=no\. )\d\.\d{4}", piece.body)
        if match and piece.role == "summary" and rng.random() < rate:
            piece.breaks.append(Break(len(piece.mark) + match.start()))
            draft.note("reference-heading")


def header_split(draft: Draft, rate: float, rng: Random) -> None:
    """A page break inside the header, before the members or the source line."""
    if draft.truth.complete_start and rng.random() < rate:
        draft.split_header = True
        draft.note("header-split")


def summary_heading_lost(draft: Draft, rate: float, rng: Random) -> None:
    """The line SUMMARY is gone; the summary begins after the source."""
    at = next((n for n, piece in enumerate(draft.pieces) if piece.body == draft.style.summary_heading), None)
    if at is not None and rng.random() < rate:
        del draft.pieces[at]
        draft.note("summary-heading-lost")


def cut_start(draft: Draft, rate: float, rng: Random) -> None:
    """The volume begins inside its first entry, at an article: no header, `complete.start` False. Per volume."""
    articles = draft.truth.articles
    if draft.index or len(articles) < 3 or rng.random() >= rate:
        return
    first = articles[rng.randrange(1, len(articles))]
    at = next(n for n, piece in enumerate(draft.pieces) if piece.article is first)
    del draft.pieces[:at]
    truth = draft.truth
    truth.articles = articles[articles.index(first) :]
    truth.number, truth.title, truth.in_force, truth.complete_start = None, [], ForceTruth(), False
    truth.members, truth.signed, truth.types, truth.sources, truth.references = [], [], [], [], []
    truth.summary, truth.text_title, truth.preamble = [], [], []
    draft.note("cut-start")
    _keep_strays(draft)


def cut_end(draft: Draft, rate: float, rng: Random) -> None:
    """The volume ends inside its last entry, in mid-sentence: `complete.end` False. A chance per volume."""
    articles = draft.truth.articles
    if not draft.is_last or len(articles) < 2 or rng.random() >= rate:
        return
    last = articles[rng.randrange(1, len(articles))]
    at = next(n for n, piece in enumerate(draft.pieces) if piece.article is last)
    del draft.pieces[at + 1 :]
    piece = draft.pieces[at]
    piece.body = piece.body[: piece.body.find(" ", len(piece.body) // 2)]
    last.paragraphs = [piece.body]
    piece.target, piece.breaks = (last.paragraphs, 0), []
    truth = draft.truth
    truth.articles = articles[: articles.index(last) + 1]
    truth.closing, truth.signatures, truth.annexes, truth.complete_end = [], [], [], False
    draft.note("cut-end")
    _keep_strays(draft)


def _keep_strays(draft: Draft) -> None:
    printed = {id(piece.anchor) for piece in draft.pieces if piece.stray}
    draft.truth.strays = [one for one in draft.truth.strays if id(one.place) in printed]
