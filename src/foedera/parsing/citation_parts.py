"""The labelled parts of a citation: volume, number, issue, pages, supplement, series, edition, editor, codes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from foedera.parsing.citation_draft import READ
from foedera.parsing.citation_series import terms, words

if TYPE_CHECKING:
    from collections.abc import Iterable

_DASH = r"\s*[-–—‑−]\s*"
_WORD_ENDS = r"(?![^\W_])"
# Patterns for labels and their values look at the text in lower case: they are many, and far faster so.
_ROMAN = rf"[ivxlcdm]+{_WORD_ENDS}"
_ARABIC = rf"\d+(?:[a-z]{_WORD_ENDS})?"
_PAGE = rf"(?:(?:[a-z]{{1,2}}-?)?{_ARABIC}|{_ROMAN})"
# A further page of a list: not a year, and not the volume, day or number of what comes next.
_NEXT_PAGE = (
    r"(?:\s*(?:,|and|&)\s*(?!(?:1[4-9]|20)\d\d(?!\d|\s*[-–—]))"
    rf"\d+(?:{_DASH}\d+)?(?!\d|\s*[^\W\d_]|[.:/]\d|\s*\())*"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A labelled part at `start:end` of a text; `value` is the printed value, its dashes made hyphens."""

    kind: str
    start: int
    end: int
    value: str


def find_parts(text: str, names: Iterable[tuple[int, int]] = ()) -> list[Part]:
    """The labelled parts of `text` from left to right, none within the works' `names`.

    A code may begin in a name: that of a report does in the name of its service.

    Kinds: volume, number, item, issue, pages, part, supplement, series, serial, edition, extent, editor, code.
    """
    searched = lowered(text)
    for start, end in names:
        searched = f"{searched[:start]}{READ * (end - start)}{searched[end:]}"
    parts = [
        Part(kind, match.start(), match.end(), hyphenated(text[slice(*match.span(f"{kind}_value"))]))
        for match in _pattern().finditer(searched)
        if (kind := match.lastgroup) and not _within_initials(text, match.start())
    ]
    parts = [_with_person(text, part) if part.kind == "editor" else part for part in parts]
    return _with_codes(text, parts) if "/" in text or "-" in text else parts


def hyphenated(value: str) -> str:
    """`value` with every dash as a hyphen without space, and without space around it."""
    value = value.strip()
    return value if value.isdigit() else _dashes().sub("-", value)


def lowered(text: str) -> str:
    """`text` in lower case, letter by letter, so that offsets stay."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(letter.lower()[0] for letter in text)


def _within_initials(text: str, start: int) -> bool:
    """Whether `start` goes on with an abbreviation, as the S in "U.S."."""
    return text[start - 1 : start] == "." and text[start - 2 : start - 1].isupper()


def _with_person(text: str, part: Part) -> Part:
    """The editor's part with the name that follows the label, if one does."""
    found = _person().match(text, part.end)
    return Part(part.kind, part.start, found.end(), found[0].strip()) if found else part


def _with_codes(text: str, parts: list[Part]) -> list[Part]:
    codes = [
        Part("code", found.start(), found.end(), found[0])
        for found in _codes().finditer(text)
        if any(map(str.isdigit, found[0]))
        and not any(part.start < found.end() and found.start() < part.end for part in parts)
    ]
    return sorted([*parts, *codes], key=lambda part: part.start) if codes else parts


@cache
def _pattern() -> re.Pattern[str]:
    kinds = [_labelled(kind, value) for kind, value in _values().items()]
    kinds += [rf"(?P<{kind}>(?P<{kind}_value>{form}))" for kind, form in _unlabelled().items()]
    kinds.append(rf"(?P<editor>{_first('editor')}(?:{terms('editor')})(?P<editor_value>))")
    every = _first(*_values(), "part", "supplement", "ordinal", "edition", "editor", "series")
    return re.compile(rf"{every}(?<![^\W\d_])(?:{'|'.join(kinds)})")


@cache
def _dashes() -> re.Pattern[str]:
    return re.compile(_DASH)


@cache
def _person() -> re.Pattern[str]:
    """A person's name: capitals, initials, particles."""
    word = rf"(?:[^\W\d_a-z][\w'’-]*\.?|(?:{terms('particle')}){_WORD_ENDS})"
    return re.compile(rf"\s*(?!(?:{terms('particle')})\s){word}(?:\s+{word})*")


@cache
def _codes() -> re.Pattern[str]:
    """Signatures of archives and codes of reports: FO 93/14/2, A/RES/3281, FBIS-SOV-92-094."""
    slashed = r"[A-Z]{1,6}(?:\s\d+)?(?:/[A-Z0-9](?:[\w.()-]*\w)?)+"
    return re.compile(rf"(?<![^\W_])(?:{slashed}|[A-Z]{{2,5}}(?:-[A-Z]{{2,5}})*-\d+(?:-\d+)+)")


def _values() -> dict[str, str]:
    """The form of the value after each label."""
    numeral = rf"(?:{_ARABIC}|{_ROMAN})"
    volume = rf"{numeral}(?:(?:{_DASH}|\s*/\s*|\s*(?:&|and)\s*){numeral}(?!\s+[a-z]))?"
    number = (
        r"(?:[a-z]+(?:/[\w.()-]*\w)+|[ivx]{1,3}-\d+"
        rf"|(?:[a-z]{{1,3}}-?)?\d+(?:(?:[-–—/.]|\s*&\s*)\d+)*(?:[a-z]{_WORD_ENDS})?)"
    )
    pages = rf"{_PAGE}(?:{_DASH}{_PAGE})?{_NEXT_PAGE}(?:\s*(?:ff?|sqq?|et\s+seqq?){_WORD_ENDS})?"
    return {"pages": pages, "volume": volume, "number": number, "item": number, "issue": volume}


def _labelled(kind: str, value: str) -> str:
    """A label, then its value; without a point or a space between them the value must be a number."""
    gap = r"(?:\.?\s*(?=\d)|(?<=\.)\s*|\.\s*|\s+)"
    return rf"(?P<{kind}>{_first(kind)}(?:{terms(kind)}){gap}(?P<{kind}_value>{value}))"


def _first(*parts: str) -> str:
    """A look at the first character alone: most words are passed over by it, without trying each label."""
    firsts = {r"\d" if word.startswith(r"\d") else word[0] for part in parts for word in words(part)}
    return f"(?=[{''.join(sorted(firsts))}])"


def _unlabelled() -> dict[str, str]:
    """Parts that are their own label, such as "Supplement: Official Documents" or "Third Series"."""
    series = terms("series")
    titled = r"\s*:\s*[^\W\d_][^,;:()\d]*?(?=\s*(?:[,;:().\d]|$))"
    numbered = rf"\s+(?:no\.\s*)?(?:\d{{1,2}}|[ivx]+){_WORD_ENDS}"
    return {
        "part": rf"{_first('part')}(?:{terms('part')})\s*(?:[ivxlc]+|\d+|[a-z]){_WORD_ENDS}",
        "supplement": rf"{_first('supplement')}(?:{terms('supplement')})(?:{titled}|{numbered})?",
        "series": rf"{_first('ordinal')}(?:{terms('ordinal')})\s*(?:{series}){_WORD_ENDS}",
        "edition": rf"{_first('edition')}(?:{terms('edition')})\s+ed(?:ition|n)?{_WORD_ENDS}\.?",
        "extent": rf"\d+\s+vol(?:ume)?s?{_WORD_ENDS}\.?(?!\s*\d)",
        "serial": rf"(?:(?<=[,(.]\s)|(?<=[,(.]))(?:{series})\s*(?:[ivx]+|\d+|[a-z]){_WORD_ENDS}",
    }
