"""Where the fields of an entry's header stand, from the title to the label of the treaty's text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foedera.mending.headings import field_line
from foedera.mending.lines import lines_of
from foedera.parsing.draft import trim

if TYPE_CHECKING:
    from foedera.mending.headings import Heading

Region = tuple[int, int]

_CITATION_END = re.compile(r"(?<!\bvol)(?<!\bvols)(?<!\bno)(?<!\bnos)(?<!\bp)(?<!\bpp)(?<!\bser)[.)\d]\s*$")


@dataclass(frozen=True)
class Header:
    """The regions of one entry: `fields` by label, `summary`, and the treaty's text with its label's name."""

    title: Region
    fields: dict[str, Region] = field(default_factory=dict)
    summary: Region | None = None
    text: Region | None = None
    text_label: str | None = None


def read_header(value: str, heading: Heading, end: int) -> Header:
    """The regions of the entry that starts at `heading` and ends at `end`."""
    regions: dict[str, Region] = {}
    name, at = None, heading.label_start
    text_label = None
    for hit in field_line().finditer(value, heading.label_start, end):
        if hit.lastgroup is None or hit.lastgroup in regions:
            continue
        if name:
            regions[name] = trim(value, at, hit.start())
        name, at = hit.lastgroup, hit.end()
        if name in {"text", "description"}:
            text_label = name
            break
    text = None
    if text_label:
        text = trim(value, at, end)
    elif name:
        regions[name] = trim(value, at, end)
    _split_sources(value, regions)
    return Header((heading.title_start, heading.label_start), regions, regions.pop("summary", None), text, text_label)


def _split_sources(value: str, regions: dict[str, Region]) -> None:
    """Where the SUMMARY label is lost, the summary begins after the citation's last line."""
    if regions.get("summary", (0, 0))[1]:
        return
    last = "more_sources" if "more_sources" in regions else "sources"
    if last not in regions:
        return
    start, end = regions[last]
    lines = list(lines_of(value, start, end))
    ended = None
    for line in lines:
        if line.words:
            if ended is not None:
                break
            blank = value[line.end : line.end + 2] == "\n\n" or value[line.end : end].lstrip(" ")[:2] == "\n\n"
            if _CITATION_END.search(line.words) and (blank or line.words.endswith(".")):
                ended = line.end
    if ended is not None and value[ended:end].strip():
        regions[last] = (start, ended)
        regions["summary"] = trim(value, ended, end)
