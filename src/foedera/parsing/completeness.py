"""What an entry says of its own losses: lost lines, a missing end, missing signatures."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from foedera.knowledge import yaml_data
from foedera.mending.losses import LOST_LINE
from foedera.models.entries import Complete, TreatyText
from foedera.models.issues import Issue
from foedera.parsing.draft import joined, trim

if TYPE_CHECKING:
    from foedera.parsing.draft import Draft

_QUOTE = 60
_FEW_OPEN = 0.4
_FEW_PARTIES = 4
_ENDED = re.compile(r"[.!?][)\]\"”’*_]*$")


def say_losses(draft: Draft, start: int, end: int) -> None:
    """The marks that mending left between two offsets become issues."""
    text = draft.text
    low, high = text.raw_at(start), text.raw_at(end)
    for mark in text.marks_between(low, high):
        quote = joined(text.raw[max(low, mark.end - _QUOTE) : mark.end])
        at = text.spans(mark.start, mark.end)
        draft.issues.append(
            Issue.model_construct(code=mark.code, message=mark.message, at=at, quote=quote, restored=mark.restored)
        )


def say_unfinished(draft: Draft, regions: list[tuple[int, int]]) -> None:
    """In a text printed as one line, articles that break off; none where most of the articles end without a stop."""
    value = draft.text.value
    open_ends = [end for start, end in regions if start < end and (value[end - 1].isalnum() or value[end - 1] in "-,")]
    if len(open_ends) > _FEW_OPEN * len(regions):
        return
    for end in open_ends:
        start = max(value.rfind(" ", 0, end), value.rfind("\n", 0, end)) + 1
        draft.issue(LOST_LINE, "the sentence breaks off: its end is lost", start, end)


def end_of_entry(
    draft: Draft, start: int, end: int, treaty: TreatyText, complete: Complete, parties: int, *, last: bool
) -> Complete:
    """Whether the entry's end is on the pages, with an issue if it is not; a missing signature is said too."""
    _say_signatures(draft, treaty, parties)
    if not last:
        return complete
    low, high = trim(draft.text.value, start, end)
    words = draft.text.value[low:high]
    closed = bool(treaty.closing or treaty.annexes or treaty.grade != "text")
    if complete.start and closed and (treaty.signatures or _ENDED.search(words)):
        return complete
    if treaty.closing:
        return complete
    if draft.text.value and not closed and treaty.grade == "text":
        draft.issue("end-missing", "the pages end before the treaty does", max(low, high - _QUOTE), high)
        return Complete.model_construct(start=complete.start, end=False)
    if not _ENDED.search(words):
        draft.issue("end-missing", "the pages end in the middle of a sentence", max(low, high - _QUOTE), high)
        return Complete.model_construct(start=complete.start, end=False)
    return complete


def _say_signatures(draft: Draft, treaty: TreatyText, parties: int) -> None:
    """A treaty has at least two signatories, as many as its first parties and as the copies its closing counts."""
    if not treaty.signatures or not treaty.closing:
        return
    copies = yaml_data("treaty.yaml")["copies"]
    counted = _copies().search(treaty.closing)
    # Treaties of many parties are often printed with some of their signatures.
    wanted = max(copies[counted[1].lower()] if counted else 2, parties if parties <= _FEW_PARTIES else 0)
    if len(treaty.signatures) < wanted:
        spans = draft.evidence[f"/text/signatures/{len(treaty.signatures) - 1}"]
        message = f"{len(treaty.signatures)} of at least {wanted} signatures: the others are lost"
        draft.issues.append(
            Issue.model_construct(
                code="signature-missing", message=message, at=spans, quote=treaty.signatures[-1], restored=None
            )
        )


@cache
def _copies() -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(yaml_data('treaty.yaml')['copies'])})\b", re.IGNORECASE)
