"""Text to entries: the regions of a volume, each parsed into one record."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from foedera.knowledge import yaml_data
from foedera.mending.headings import Heading, find_headings
from foedera.models.entries import Complete, Entry, Force, SourceFile, TreatyText
from foedera.parsing.closing import closing_start
from foedera.parsing.completeness import end_of_entry, say_losses
from foedera.parsing.draft import Draft, trim
from foedera.parsing.fields import check_title, read_references, read_sources, read_types
from foedera.parsing.headers import read_header
from foedera.parsing.members import read_members
from foedera.parsing.own_words import own_signing, own_title, printed_title
from foedera.parsing.signed import read_signed
from foedera.parsing.treaty import read_treaty

if TYPE_CHECKING:
    from foedera.models.entries import Grade, Layout
    from foedera.models.issues import Issue
    from foedera.models.pages import Volume
    from foedera.models.text import Text


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands in the mended text; `heading` is None for one whose header is not on the pages."""

    id: str
    start: int
    end: int
    heading: Heading | None
    layout: Layout
    last: bool


def find_entries(text: Text, layout: Layout, stem: str) -> list[Place]:
    """The places of a volume's entries, in order. Ids are the printed numbers, which may recur, else the stem."""
    if layout == "treaty":
        return [Place(stem, 0, len(text.value), None, "treaty", last=True)]
    headings = find_headings(text.value)
    starts = [heading.start for heading in headings] + [len(text.value)]
    places = []
    if text.value[: starts[0]].strip() and _is_fragment(text.value[: starts[0]]):
        places.append(Place(stem, 0, starts[0], None, layout, last=not headings))
    places += [
        Place(heading.number or stem, heading.start, end, heading, layout, last=end == len(text.value))
        for heading, end in zip(headings, starts[1:], strict=True)
    ]
    return places


def _is_fragment(value: str) -> bool:
    """Whether text before the first header is the rest of a treaty, not front matter."""
    return bool(_article().search(value)) or closing_start(value, 0, len(value)) is not None


@cache
def _article() -> re.Pattern[str]:
    return re.compile(rf"^\s*{yaml_data('treaty.yaml')['article_word']}\s*(?:\d|[IVXL])", re.MULTILINE)


def parse_entry(text: Text, volume: Volume, place: Place) -> Entry:
    """The record of the entry at `place`."""
    draft = Draft(text)
    parts = _with_header(draft, place, place.heading) if place.heading else _without_header(draft, place)
    say_losses(draft, place.start, place.end)
    complete = Complete.model_construct(start=place.heading is not None or place.layout == "treaty", end=True)
    first = [member for member in parts.get("members", []) if not (member.joined or member.left or member.note)]
    complete = end_of_entry(draft, place.start, place.end, parts["text"], complete, len(first), last=place.last)
    parts["issues"] = [*_file_issues(volume, text, place), *draft.issues]
    return Entry.model_construct(
        id=place.id,
        layout=place.layout,
        complete=complete,
        evidence=draft.evidence,
        source=source_file(volume, text, place.start, place.end),
        **parts,
    )


def _with_header(draft: Draft, place: Place, heading: Heading) -> dict[str, Any]:
    value = draft.text.value
    header = read_header(value, heading, place.end)
    if heading.number:
        at = value.index(heading.number[0], heading.start)
        draft.note("/number", at, heading.title_start)
    title = draft.take("/title", *header.title) or None
    signings, force = read_signed(draft, *header.fields["signed"]) if "signed" in header.fields else ([], Force())
    on = next((each.date for each in signings if each.date), None)
    members = read_members(draft, *header.fields["members"], on) if "members" in header.fields else []
    if title:
        check_title(draft, title, header.title, members)
    types = read_types(draft, header.fields["types"], title) if "types" in header.fields else []
    sources = read_sources(
        draft, [header.fields[name] for name in ("sources", "more_sources") if name in header.fields]
    )
    for name in ("signed", "types", "sources"):
        if name not in header.fields:
            draft.issue("field-missing", f"the header has no field {name!r}", heading.start, heading.title_start)
    grade: Grade = "description" if header.text_label == "description" else "text"
    treaty = TreatyText()
    if header.text:
        treaty = read_treaty(draft, *header.text, grade, printed_title(value, *header.text))
    if header.text is None:
        draft.issue("text-missing", "no text of the treaty is printed here", heading.start, heading.title_start)
    return {
        "number": heading.number or None,
        "title": title,
        "members": members,
        "signed": signings,
        "in_force": force,
        "types": types,
        "sources": sources,
        "references": read_references(draft, [header.summary, header.text]),
        "summary": draft.take("/summary", *header.summary) if header.summary else None,
        "text": treaty,
    }


def _without_header(draft: Draft, place: Place) -> dict[str, Any]:
    """A fragment whose header is on another page, or a bare treaty: only what its own text says."""
    value = draft.text.value
    start, end = trim(value, place.start, place.end)
    title_end = own_title(value, start, end) if place.layout == "treaty" else start
    treaty = read_treaty(draft, start, end, "text", title_end)
    title = None
    if place.layout == "treaty" and title_end > start:
        title = treaty.title
        draft.evidence["/title"] = draft.evidence["/text/title"]
    if place.layout == "compendium":
        draft.issue("start-missing", "the entry starts before these pages", start, start)
    signing = own_signing(draft, treaty, start, end)
    return {
        "title": title,
        "signed": [signing] if signing else [],
        "references": read_references(draft, [(start, end)]),
        "text": treaty,
    }


def _file_issues(volume: Volume, text: Text, place: Place) -> list[Issue]:
    """What the reader noticed of the file that the entry stands in."""
    pages = {span.page for span in text.evidence(place.start, place.end)}
    files = {volume.file_of(page).name for page in pages}
    return [issue for issue in volume.issues if not issue.at or volume.file_of(issue.at[0].page).name in files]


def source_file(volume: Volume, text: Text, start: int, end: int) -> SourceFile:
    """The file in which the text from `start` to `end` begins, and those it runs on into."""
    first = text.spans(*[text.raw_at(start)] * 2)[0].page
    last = text.spans(*[text.raw_at(max(end - 1, start))] * 2)[0].page
    parts = []
    for file in volume.files:
        low, high = max(first, file.first_page), min(last, file.first_page + file.page_count - 1)
        if low <= high:
            parts.append((file, [low, high]))
    made = [
        SourceFile.model_construct(file=f.name, sha256=f.sha256, pages=pages, first_page=f.first_page, continued_in=[])
        for f, pages in parts
    ]
    head = made[0]
    return head.model_copy(update={"continued_in": made[1:]}) if len(made) > 1 else head
