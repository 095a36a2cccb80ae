"""The small fields of a header: title, types, sources, references."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

from foedera.knowledge import yaml_data
from foedera.mending.headings import labels
from foedera.models.entries import AllianceType, Citation
from foedera.parsing.citations import parse_citations
from foedera.parsing.draft import Flat, trim
from foedera.parsing.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.models.entries import Member
    from foedera.parsing.draft import Draft
    from foedera.parsing.headers import Region

_NUMBER = re.compile(r"[1-9]\.\d{4}")
_CLASSES: dict[str, Literal["I", "II", "III"]] = {"I": "I", "II": "II", "III": "III", "2": "II", "3": "III"}
_STROKES = str.maketrans({"l": "I", "1": "I", "|": "I"})


def check_title(draft: Draft, title: str, region: Region, members: list[Member]) -> None:
    """Say that a title was cut short; the members' line may supply what is missing."""
    start, end = trim(draft.text.value, *region)
    if not phrase("title", "open").search(title) or start >= end:
        return
    missing = [each.name for each in members if not _named(each, title)]
    restored = " and ".join(missing) if 0 < len(missing) <= max(1, len(members) - 1) else None
    draft.issue("title-cut", "the title breaks off: its last line is lost", start, end, restored)


def _named(member: Member, title: str) -> bool:
    plain = title.lower()
    return any(name.lower() in plain for name in (member.name, *member.aliases))


def read_types(draft: Draft, region: Region, title: str | None) -> list[AllianceType]:
    """The printed types; a title that says otherwise is kept, and said."""
    flat = Flat.of(draft.text.value, *region)
    found: list[AllianceType] = []
    for hit in phrase("types", "label").finditer(flat.value):
        low = hit.start("label") + len(hit["label"]) - len(hit["label"].lstrip(" ,;"))
        label = draft.take(f"/types/{len(found)}", *flat.region(low, hit.end("label")))
        draft.note(f"/types/{len(found)}", *flat.region(low, hit.end()))
        class_ = _CLASSES.get(hit["class"].translate(_STROKES))
        found.append(AllianceType.model_construct(class_=class_, label=re.sub(r"^(?:and|;|,)\s+", "", label)))
    if not found and flat.value.strip(" ."):
        label = draft.take("/types/0", *region)
        found.append(AllianceType.model_construct(class_=None, label=label.rstrip(".")))
        draft.issue("type-unreadable", f"{label!r} has no class in brackets", *region)
    _check_types(draft, region, found, title)
    return found


def _check_types(draft: Draft, region: Region, types: list[AllianceType], title: str | None) -> None:
    labels_said = " ".join(each.label for each in types)
    for name, pattern in _named_types().items():
        if title and types and pattern.search(title) and name.lower() not in labels_said.lower():
            draft.issue("type-contradicts-title", f"the title says {name}, the type {labels_said}", *region)
            return


@cache
def _named_types() -> dict[str, re.Pattern[str]]:
    rows = yaml_data("header.yaml")["types"]["named"]
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in rows.items()}


def read_sources(draft: Draft, regions: Iterable[Region]) -> list[Citation]:
    """The citations of the source fields."""
    found: list[Citation] = []
    for region in regions:
        flat = Flat.of(draft.text.value, *region)
        for parsed in parse_citations(flat.value):
            draft.note(f"/sources/{len(found)}", *flat.region(parsed.start, parsed.end))
            found.append(parsed.citation)
            for note in parsed.notes:
                draft.issue("source-note", note, *flat.region(parsed.start, parsed.end))
    return found


def read_references(draft: Draft, regions: Iterable[Region | None]) -> list[str]:
    """The numbers of other entries that prose mentions, each once, in order of mention."""
    found: dict[str, None] = {}
    for region in regions:
        if region is None or not _NUMBER.search(draft.text.value, *region):
            continue
        for hit in _reference().finditer(draft.text.value, *region):
            for number in _NUMBER.finditer(hit["numbers"]):
                if number.group() not in found:
                    at = hit.start("numbers") + number.start()
                    draft.note(f"/references/{len(found)}", at, at + len(number.group()))
                    found[number.group()] = None
    return list(found)


@cache
def _reference() -> re.Pattern[str]:
    return re.compile(labels()["reference"], re.IGNORECASE)
