"""Lost lines: extraction drops the short last lines of paragraphs. Noticed, marked and never put back.

A line was lost where the one before runs to the full measure and breaks off in a word or a sentence, and the next
opens something new: an article, a numbered paragraph, a closing formula, a heading, a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from foedera.knowledge import yaml_data
from foedera.mending.headings import labels
from foedera.mending.hyphens import is_cut
from foedera.mending.lines import Line, lines_of
from foedera.mending.vocabulary import is_word
from foedera.models.text import Mark
from foedera.states import known_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.mending.vocabulary import Vocabulary
    from foedera.models.text import Text

LOST_LINE = "lost-line"
LOST_YEAR = "lost-year"

_BLOCK = 120
_WIDEST = 130
_FULL = 0.78
_NAMING, _SHORT, _SMALL_WORD = 110, 60, 4
_TAIL_WORDS = 4
_MOST_PLACES = 8
# A large volume repeats its formulas: the first part of it holds them all, and the search stays linear.
_SEARCHED = 500_000
_SHORT_END = re.compile(r"(?:\w[\w’'-]* ){0,2}\w[\w’'-]*[.:;]")
_STOPS = '.:;!?…)]"”’»—–_*|>'
_LAST_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*$")
_FIRST_WORD = re.compile(r"[^\W_]+")
_CUT_WORD = re.compile(r"([^\W\d_]+(?:[-'’][^\W\d_]+)*)-$")
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+\S")
# A mention that begins a line ("Article 5 of this treaty") is no mark: a stop, a capital or nothing follows a mark.
_MARK = re.compile(
    r"(?:ARTICLE|Article|ART\.|Art\.)\s*(?:the\s+)?(?:[\dlIO]+(?:st|nd|rd|th|er)?|[IVXLCl1]+|[A-Z][a-z-]+)"
    r"(?:\s*[.:—–-]+\s*(?![a-z])|\s+(?=[A-Z\"“(])|\s*$)|§\s*\d|[IVXLl]{1,6}\.\s|1st\.|\d{1,2}(?:nd|rd|th)\."
    r"|(?:ARTICLE|Article)\s+\d{1,2}[A-Za-z]{2}|\(?(?:\d{1,2}|[a-zI])[.)]{1,2}\s+(?=[A-Z])"
)
_YEARLESS = re.compile(
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2},?"
    r"|\b(?:of|in|since|until|year))$"
)
_SWALLOWED = re.compile(r"[ \t]+\d{1,2}\.\s+(?=[a-z,])|[ \t]{2,}\d{1,2}\.\s*$")


class _Place(NamedTuple):
    """Two neighbouring lines, with the measure of the column around them."""

    line: Line
    after: Line
    width: int
    next: str


def mark_losses(text: Text, words: Vocabulary) -> Text:
    """Mark lost lines and swallowed years."""
    completions = _Completions(text.value, words)
    return text.mark(_marks(text, words, completions))


def _marks(text: Text, words: Vocabulary, completions: _Completions) -> Iterator[Mark]:
    for place in _places(text.value):
        if _swallowed_year(text.value, place):
            start, end = text.raw_at(place.after.start), text.raw_at(place.after.end)
            yield Mark(LOST_YEAR, start, end, "a year that began this line was lost")
        elif word := _cut_word(place, words):
            rest = completions.of_word(word)
            yield _mark(text, place, f"the rest of the word {word + '-'!r} and its line are lost", rest)
        elif _is_lost(place, words):
            rest = completions.of_sentence(place.line.words)
            yield _mark(text, place, "the sentence breaks off: its last line is lost", rest)


def _mark(text: Text, place: _Place, message: str, rest: str | None) -> Mark:
    """A lost line is marked at the last word of the line before it."""
    end = place.line.start + len(text.value[place.line.start : place.line.end].rstrip())
    start = end - len(place.line.words.rpartition(" ")[2])
    return Mark(LOST_LINE, text.raw_at(start), text.raw_at(end - 1) + 1, message, rest)


def _places(value: str) -> Iterator[_Place]:
    """Neighbouring lines of running prose; headers, titles and signature blocks are passed over."""
    lines = [line for line in lines_of(value) if line.words]
    prose = _Prose()
    widths = _widths(lines)
    for index in range(len(lines) - 1):
        line, after = lines[index], lines[index + 1]
        width = widths[index // _BLOCK]
        blank = value.count("\n", line.end, after.start) > 1
        if prose.holds(line, blank=blank) and width <= _WIDEST:
            following = lines[index + 2].words if index + 2 < len(lines) else ""
            yield _Place(line, after, width, following)


def _widths(lines: list[Line]) -> list[int]:
    """The measure of the column, block by block of lines: the length that four lines in five do not pass."""
    found = []
    for start in range(0, len(lines), _BLOCK):
        lengths = sorted(len(line.words) for line in lines[start : start + _BLOCK])
        found.append(lengths[len(lengths) * 4 // 5])
    return found


class _Prose:
    """Follows the lines of a volume and tells prose from headers and signatures."""

    def __init__(self) -> None:
        self._header = self._source = self._closing = self._signatures = False

    def holds(self, line: Line, *, blank: bool) -> bool:
        """Whether `line` is running prose; `blank` says that an empty line follows it."""
        words = line.words
        first = words[0]
        if first.isdigit() and _heading().match(words):
            self._header, self._source, self._signatures = True, False, False
        elif first in "SADsad" and (label := _label().match(words)):
            self._header = label.lastgroup not in {"summary", "text", "description"}
            self._source = label.lastgroup in {"sources", "more_sources"}
            self._closing = self._signatures = False
            self._leave_source(blank=blank)
            return False
        elif _MARK.match(words):
            self._closing = self._signatures = False
        elif first.isupper() and _closing().match(words):
            self._closing = True
        elif _signature().match(words):
            self._signatures = self._closing
        held = not (self._header or self._signatures)
        self._leave_source(blank=blank)
        return held

    def _leave_source(self, *, blank: bool) -> None:
        """The empty line after the sources ends the header, where the summary's label is lost."""
        if self._source and blank:
            self._header = self._source = False


def _is_lost(place: _Place, volume: Vocabulary) -> bool:
    words, after = place.line.words, place.after.words
    if words[-1] in _STOPS or words.isupper():
        return False
    last = _LAST_WORD.search(words.rpartition(" ")[2].rstrip(","))
    open_ended = bool(last and last.group().lower() in _words("open")) and words[-1] != ","
    full = len(words) >= _FULL * place.width
    if _signature_line(after) or _starts_block(after) or _is_rubric(after, place.next):
        return full or ((open_ended or _signature_line(after)) and len(words) > place.width / 3)
    if not (full and last):
        return False
    if _starts_party(last.group(), f"{after} {place.next}", comma=words[-1] == ","):
        return True
    if last.group().lower() in _words("binding") and words[-1] != "," and _starts_capital(after):
        return True
    return (last.group()[0].islower() or open_ended) and _starts_sentence(
        after, volume, last.group().lower(), comma=words[-1] == ","
    )


def _starts_block(words: str) -> bool:
    if words[0].isupper() and (_closing().match(words) or _text_label().match(words)):
        return True
    return bool(_MARK.match(words) or _heading().match(words))


def _signature_line(words: str) -> bool:
    return words[0] in "([" and _signature().match(words) is not None


def _is_rubric(words: str, following: str) -> bool:
    """Whether a line is the rubric over an article: short, in capitals, without a stop, the article's mark after it."""
    if len(words) > _SHORT or not words[-1].isalpha() or _MARK.match(following) is None:
        return False
    return all(word[0].isupper() or len(word) <= _SMALL_WORD for word in words.split())


def _starts_capital(words: str) -> bool:
    """Whether a line opens with an everyday word in capitals, the next in small letters: no name, but a sentence."""
    first = _FIRST_WORD.match(words)
    if not first or not first.group()[0].isupper():
        return False
    rest = words[first.end() :].lstrip(", ")
    return rest[:1].islower() and is_word(first.group().lower()) and first.group() not in _names()


def _starts_sentence(words: str, volume: Vocabulary, last: str, *, comma: bool) -> bool:
    """Whether a line opens a sentence: with a small word in capitals, or with one mostly printed in small letters."""
    first = _FIRST_WORD.match(words)
    if not first or not first.group()[0].isupper():
        return False
    if first.group() in _words("opening"):
        return not comma or first.group() in {"Should", "Nothing", "Nevertheless", "Moreover"}
    following = words[first.end() + 1 : first.end() + 2]
    if comma or not following.islower():
        return False
    return first.group() == "The" or (volume.is_small(first.group()) and last not in _words("determining"))


def _starts_party(last: str, words: str, *, comma: bool) -> bool:
    """Whether a line opens the name of a party or envoy (`His Majesty …`), where none can follow the word before."""
    first = words.partition(" ")[0].rstrip(",")
    if first not in _words("opening_party"):
        return False
    if first in {"Who", "Which", "Whose"}:
        return True
    colon = words.find(":")
    if 0 < colon < _NAMING and "," not in words[:colon]:
        return True
    return first != "The" and not comma and last[0].islower() and last.lower() not in _words("joining")


def _cut_word(place: _Place, words: Vocabulary) -> str | None:
    if place.line.words[-1] != "-":
        return None
    hit = _CUT_WORD.search(place.line.words.rpartition(" ")[2])
    first = _FIRST_WORD.search(place.after.words)
    if not (hit and first):
        return None
    if _starts_block(place.after.words) or is_cut(hit[1], first.group(), words):
        return hit[1]
    return None


def _swallowed_year(value: str, place: _Place) -> bool:
    if not place.after.words[0].isdigit():
        return False
    printed = value[place.after.start : place.after.end]
    return bool(_SWALLOWED.match(printed) and _YEARLESS.search(place.line.words))


class _Completions:
    """What a lost line may have said: known formulas, then what the volume prints after the same words."""

    def __init__(self, value: str, words: Vocabulary) -> None:
        self._value = value
        self._words = words
        self._line: str | None = None

    def of_word(self, start: str) -> str | None:
        """The rest of a broken word, where the volume has one way only to complete it."""
        found = self._words.completions(start)
        return f"{found[0][len(start) :]}." if len(found) == 1 else None

    def of_sentence(self, words: str) -> str | None:
        """The rest of a formula, or the commonest short end of the same words elsewhere in the volume."""
        for tail, rest in _formulas():
            if tail.search(words):
                return rest
        ends = Counter(self._ends_after(" ".join(words.split()[-_TAIL_WORDS:]) + " "))
        return ends.most_common(1)[0][0] if ends else None

    def _ends_after(self, words: str) -> Iterator[str]:
        """The short ends of sentences that follow `words` in the volume, at its first places."""
        if self._line is None:
            self._line = " ".join(self._value[:_SEARCHED].split())
        at = self._line.find(words)
        for _ in range(_MOST_PLACES):
            if at < 0:
                return
            end = _SHORT_END.match(self._line, at + len(words))
            if end:
                yield end.group()
            at = self._line.find(words, at + 1)


@cache
def _formulas() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows: list[dict[str, Any]] = yaml_data("treaty.yaml")["formulas"]
    return tuple((re.compile(rf"(?:{row['tail']})\s*$"), row["rest"]) for row in rows)


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(yaml_data("mending/function_words.yaml")[group])


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(rf"{labels()['number']}[.:]?\s*(?:[A-Z\"“(]|$)")


@cache
def _names() -> frozenset[str]:
    return frozenset(word for name in known_names() for word in name.split())


@cache
def _label() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{label})" for name, label in labels()["fields"].items()))


@cache
def _text_label() -> re.Pattern[str]:
    fields = labels()["fields"]
    return re.compile(f"{fields['text']}|{fields['description']}")


@cache
def _closing() -> re.Pattern[str]:
    return re.compile("|".join(yaml_data("treaty.yaml")["closing"]), re.IGNORECASE)


@cache
def _signature() -> re.Pattern[str]:
    return re.compile(yaml_data("treaty.yaml")["signature"])
