"""Lines that strayed in from elsewhere: headings of other entries in a header, marginal notes in running prose.

They are cut out and marked; their place is kept in the map.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.mending.headings import field_line, find_headings, number_lines
from foedera.mending.lines import lines_of
from foedera.models.text import Edit, Mark

if TYPE_CHECKING:
    from foedera.models.text import Text

STRAY_HEADING = "stray-heading"
MARGINAL_NOTE = "marginal-note"
FOOTNOTE = "footnote"
_FOOTNOTE = re.compile(r"[*†‡]\s?[A-Z]|[¹²³⁴⁵⁶⁷⁸⁹]\s?[A-Z]")
_NOTE_SIGNS = "*†‡¹²³⁴⁵⁶⁷⁸⁹"
_SHORT_NOTE = 45
_LEAST_LINE = 35
_MOST_WORDS = 7
_MESSAGE = "a heading of another entry stands inside this header"


def cut_strays(text: Text) -> Text:
    """Cut number lines between an entry's own number and the label of its summary or text."""
    value = text.value
    own = find_headings(value)
    starts = {heading.start for heading in own}
    ends = [*(heading.start for heading in own), len(value)][1:]
    edits, marks = [], []
    for heading, end in zip(own, ends, strict=True):
        stop = _header_end(value, heading.label_start, end)
        for line in number_lines(value, heading.start, stop):
            if line.start() not in starts:
                after = value.find("\n", line.start(), stop)
                low, high = line.start(), after + 1 if after >= 0 else stop
                edits.append(Edit(low, high, ""))
                marks.append(Mark(STRAY_HEADING, text.raw_at(low), text.raw_at(high - 1), _MESSAGE))
    return text.edit("strays", edits).mark(marks)


def cut_margins(text: Text) -> Text:
    """Cut short lines that end a sentence between a line that breaks off and one that goes on in small letters."""
    edits, marks = [], []
    lines = [line for line in lines_of(text.value) if line.words]
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        if _is_marginal(before.words, line.words, after.words):
            code, message = MARGINAL_NOTE, "a marginal note stands between two lines of the text"
        elif line.words[0] in _NOTE_SIGNS and _is_footnote(before.words, line.words):
            code, message = FOOTNOTE, "a footnote stands in the text"
        else:
            continue
        edits.append(Edit(line.start, after.start, ""))
        marks.append(Mark(code, text.raw_at(line.start), text.raw_at(line.end - 1) + 1, message))
    return text.edit("margins", edits).mark(marks)


def _is_footnote(before: str, line: str) -> bool:
    """Whether a line is a note of one line: a sign, a capital, a stop, after a line that ended a sentence."""
    return _FOOTNOTE.match(line) is not None and line[-1] == "." and (before[-1] in ".;:" or line[0] in "†‡*")


def _is_marginal(before: str, line: str, after: str) -> bool:
    if not (line[-1] == "." and after[0].islower() and line[0].isupper() and len(line) <= _SHORT_NOTE):
        return False
    goes_on = (before[-1].isalpha() and before[-1].islower()) or before[-1] in ",-"
    phrase = not any(sign in line[:-1] for sign in ",.(") and len(line.split()) <= _MOST_WORDS
    return goes_on and phrase and len(before) >= _LEAST_LINE and len(line) < len(before)


def _header_end(value: str, start: int, end: int) -> int:
    label = field_line("summary", "text", "description").search(value, start, end)
    return label.start() if label else start
