"""Puts set entries on pages: chapter openings, running heads, page breaks; then the text with all places resolved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.forge.lines import HEADER_ROLES, Draft, Line, Style
from tests.forge.phrases import phrases, tables

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE_BREAK = "\f"
HEAD_LENGTH = 90


@dataclass(slots=True)
class Sheet:
    """A page being filled: its body, its running head, the folio it is printed under."""

    folio: int
    head: str = ""
    lines: list[Line] = field(default_factory=list)
    starts: list[str] = field(default_factory=list)
    top: list[Line] = field(default_factory=list)
    foot: list[Line] = field(default_factory=list)

    def printed(self) -> list[Line]:
        """What stands at the top, the running head between blank lines, the body, the foot."""
        head = [Line("", "blank"), Line(self.head, "running-head"), Line("", "blank")] if self.head else []
        return [*self.top, *head, *self.lines, *self.foot]


def preface() -> list[Line]:
    """The page that opens a volume."""
    lines = [Line("Preface", "front"), Line("", "blank")]
    for paragraph in phrases()["front"]["preface"]:
        lines += [Line(row, "front") for row in plain_rows(" ".join(paragraph.split()))]
    return lines


def plain_rows(text: str, width: int = 62) -> Iterator[str]:
    """`text` in rows broken at blanks."""
    while len(text) > width:
        cut = text.rfind(" ", 0, width)
        yield text[:cut]
        text = text[cut + 1 :]
    yield text


def paginate(drafts: list[Draft], style: Style) -> list[Sheet]:
    """The pages in order. An entry's header stays on one page, unless its draft asks to be split.

    A volume that begins inside an entry has neither preface nor chapter opening before it.
    """
    cut = bool(drafts) and not drafts[0].truth.complete_start
    sheets = [] if cut else [Sheet(style.first_page, "", preface())]
    chapter = drafts[0].facts.number.partition(".")[0] if cut else ""
    sheet = Sheet(style.first_page + len(sheets))
    for draft in drafts:
        digit = draft.facts.number.partition(".")[0]
        if digit != chapter:
            if sheet.lines:
                sheets.append(sheet)
            chapter = digit
            sheet = _opening(digit, style.first_page + len(sheets))
        sheet = _place(draft, style, sheets, sheet)
    sheets.append(sheet)
    _heads(sheets, drafts)
    return sheets


def _opening(digit: str, folio: int) -> Sheet:
    word, name = tables()["chapter_words"][int(digit) - 1], tables()["chapters"][int(digit)]
    return Sheet(folio, name, [Line(f"Chapter {word}", "front"), Line(name, "front"), Line("", "blank")])


def _place(draft: Draft, style: Style, sheets: list[Sheet], sheet: Sheet) -> Sheet:
    """Run the lines of one entry onto the pages; the sheet that is still open comes back."""

    def turn() -> Sheet:
        sheets.append(sheet)
        return Sheet(sheet.folio + 1)

    header = sum(1 for line in draft.lines if line.role in HEADER_ROLES) + 4
    if draft.split_header or len(sheet.lines) + header > style.page_lines:
        room = style.page_lines - len(sheet.lines)
        if not draft.split_header or room < 2:
            sheet = turn()
    if draft.truth.complete_start:
        sheet.starts.append(draft.facts.title)
    split_at = _split_line(draft) if draft.split_header else None
    for line in draft.lines:
        if len(sheet.lines) >= style.page_lines or line is split_at:
            sheet = turn()
        if sheet.lines or line.role != "blank":
            sheet.lines.append(line)
    return sheet


def _split_line(draft: Draft) -> Line:
    """The line before which the page of a split header ends: the members or the source."""
    role = ("members", "source")[draft.index % 2]
    return next(line for line in draft.lines if line.role == role)


def _heads(sheets: list[Sheet], drafts: list[Draft]) -> None:
    """Name the first entry that starts on an odd page, the last on an even page, else the entry that goes on."""
    for sheet in sheets:
        if sheet.head or not sheet.lines or sheet.lines[0].role == "front":
            continue
        going_on = next((drafts[line.entry].facts.title for line in sheet.lines if line.entry >= 0), "")
        named = sheet.starts[0 if sheet.folio % 2 else -1] if sheet.starts else going_on
        sheet.head = named if len(named) <= HEAD_LENGTH else named[: named.rfind(" ", 0, HEAD_LENGTH)]


def render(sheets: list[Sheet]) -> list[str]:
    """The raw text of each page; every place held by a line gets its page and offset."""
    pages = []
    for number, sheet in enumerate(sheets, 1):
        offset = 0
        lines = sheet.printed()
        for line in lines:
            for place in line.places or ():
                place.page, place.offset = number, offset + place.column
            offset += len(line.text) + 1
        pages.append("\n".join(line.text for line in lines))
    return pages
