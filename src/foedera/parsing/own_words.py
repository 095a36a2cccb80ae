"""What a treaty without a header says of itself: its title, and the place and date of its closing formula."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.mending.lines import lines_of
from foedera.models.entries import Signing, TreatyText
from foedera.parsing.closing import closing_start
from foedera.parsing.dates import find_dates
from foedera.parsing.marks import find_marks
from foedera.parsing.phrases import wording

if TYPE_CHECKING:
    from foedera.parsing.draft import Draft

_LONGEST_TITLE = 400
_TITLE_LINES = 6
_SHORTEST_TITLE = 5


def own_title(value: str, start: int, end: int) -> int:
    """Where the title of a bare treaty ends: its first lines, up to an empty line or a mark; `start` if it has none."""
    stop = start
    for count, line in enumerate(lines_of(value, start, end)):
        if not line.words or find_marks(value, line.start, line.end):
            break
        if count >= _TITLE_LINES or line.end - start > _LONGEST_TITLE:
            return start
        stop = line.end
        if line.words.endswith((".", ":")) and count:
            break
    words = value[start:stop].rstrip()
    return stop if stop < end and words and not words.endswith((",", ";")) else start


def printed_title(value: str, start: int, end: int) -> int:
    """Where the title ends that a compendium prints above a treaty's text: lines all in capitals; `start` if none."""
    stop = start
    for line in lines_of(value, start, min(end, start + _LONGEST_TITLE)):
        if line.words and not (line.words.isupper() and len(line.words) > _SHORTEST_TITLE):
            break
        stop = line.end if line.words else stop
    return start if stop in {start, end} or find_marks(value, start, stop) else stop


def own_signing(draft: Draft, treaty: TreatyText, start: int, end: int) -> Signing | None:
    """The date and place of the closing formula; marked as from the text, for texts misprint dates."""
    value = draft.text.value
    close = closing_start(value, start, end) if treaty.closing else None
    if close is None:
        return None
    stop = close + len(treaty.closing or "") + 200
    dates = find_dates(value[close : min(stop, end)])
    place = wording("signing_place").search(value, close, min(stop, end))
    if not dates and not place:
        return None
    date = dates[0] if dates else None
    spots = [(close + date.start, close + date.end)] if date else []
    spots += [place.span("place")] if place else []
    region = min(low for low, _ in spots), max(high for _, high in spots)
    draft.note("/signed/0", *region)
    if date:
        draft.note("/signed/0/date", close + date.start, close + date.end)
    if place:
        draft.note("/signed/0/place", *place.span("place"))
    draft.issue("date-from-text", "no header gives date and place: these are from the closing formula", *region)
    return Signing.model_construct(
        date=date.edtf if date else None, place=place["place"] if place else None, country=None, renews=None
    )
