"""Damages to filled pages. A rate is a chance per page unless said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.forge.lines import Line
from tests.forge.pages import Sheet, plain_rows
from tests.forge.phrases import tables
from tests.forge.truth import Place, Stray

if TYPE_CHECKING:
    from random import Random

    from tests.forge.lines import Draft


def contents_list(sheets: list[Sheet], drafts: list[Draft], rate: float, rng: Random) -> None:
    """The front matter lists entries, `4.1254 Title, 328`: heading-like lines that start no entry. Per volume."""
    if not drafts or not drafts[0].truth.complete_start or rng.random() >= rate:
        return
    style = drafts[0].style
    lines = [Line("Contents", "front"), Line("", "blank")]
    for draft in drafts[: style.page_lines // 3]:
        for row in plain_rows(f"{draft.facts.number} {draft.facts.title}, {style.first_page + draft.index}"):
            lines.append(Line(row, "front"))  # noqa: PERF401 - two loops read better than one comprehension
    sheets.insert(1, Sheet(0, "", lines))
    drafts[0].note("contents-list")


def book_titles(sheets: list[Sheet], drafts: list[Draft], rate: float, rng: Random) -> None:
    """The book's title stands over the page's running head."""
    for sheet in sheets:
        if rng.random() < rate:
            sheet.top.append(Line(drafts[0].style.book_title, "furniture"))
            _note_all(sheet, drafts, "book-titles")


def folios(sheets: list[Sheet], drafts: list[Draft], rate: float, rng: Random) -> None:
    """The page number stands alone on a line at the foot or the head of the page."""
    at_foot = rng.random() < 0.6
    for sheet in sheets:
        if sheet.folio and rng.random() < rate:
            (sheet.foot if at_foot else sheet.top).append(Line(str(sheet.folio), "furniture"))
            _note_all(sheet, drafts, "folios")


def furniture(sheets: list[Sheet], drafts: list[Draft], rate: float, rng: Random) -> None:
    """A watermark, "Free download pdf" or "To view this image …" stands somewhere in the page's text."""
    site = tables()["furniture"]["site"]
    for sheet in sheets:
        if len(sheet.lines) > 3 and rng.random() < rate:
            _insert(sheet, drafts, rng.choice([*site, drafts[0].style.watermark]), rng)


def _insert(sheet: Sheet, drafts: list[Draft], text: str, rng: Random) -> None:
    at = rng.randrange(1, len(sheet.lines))
    entry = sheet.lines[at].entry
    line = Line(text, "furniture", entry)
    sheet.lines.insert(at, line)
    if entry >= 0:
        place = Place()
        line.hold(place, 0)
        drafts[entry].truth.strays.append(Stray("furniture", text, place))
        drafts[entry].note("furniture")


def running_heads(sheets: list[Sheet], drafts: list[Draft], rate: float, rng: Random) -> None:
    """The running head is shortened, in capitals, missing, or has the page number beside it."""
    for sheet in sheets:
        if not sheet.head or rng.random() >= rate:
            continue
        short = " ".join(sheet.head.split()[: rng.randint(3, 6)])
        sheet.head = rng.choice((short, sheet.head.upper(), "", f"{sheet.folio} {short}", f"{short} {sheet.folio}"))
        _note_all(sheet, drafts, "running-heads")


def _note_all(sheet: Sheet, drafts: list[Draft], damage: str) -> None:
    for entry in {line.entry for line in sheet.lines if line.entry >= 0}:
        drafts[entry].note(damage)
