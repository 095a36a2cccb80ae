"""A treaty's text: title, preamble, articles, sub-documents, closing and signatures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.mending.lines import UNWRAPPED, measure
from foedera.models.entries import Annex, Article, TreatyText
from foedera.parsing.articles import Numbered, number_articles
from foedera.parsing.closing import closing_start, split_closing
from foedera.parsing.completeness import say_unfinished
from foedera.parsing.dates import find_dates
from foedera.parsing.draft import Draft, joined, trim
from foedera.parsing.paragraphs import paragraphs
from foedera.parsing.restarts import find_restarts
from foedera.parsing.subdocuments import Heading, find_subdocuments, is_rubric
from foedera.parsing.unnumbered import number_clauses

if TYPE_CHECKING:
    from foedera.models.entries import Grade

_MARKUP = "#*_` "
_DATELINE = 60


@dataclass(frozen=True, slots=True)
class Parts:
    """Where the parts of one document stand: each a region, empty where there is none."""

    preamble: tuple[int, int]
    articles: tuple[tuple[Numbered, int], ...]
    closing: tuple[int, int]
    signatures: tuple[tuple[int, int], ...]


def read_treaty(draft: Draft, start: int, end: int, grade: Grade, title_end: int) -> TreatyText:
    """The treaty between two offsets, its evidence and issues noted in `draft`; its own title ends at `title_end`."""
    value = draft.text.value
    width = measure(value, start, end)
    headings = [each for each in find_subdocuments(value, title_end, end) if _stands_apart(value, title_end, each)]
    headings = _with_restarts(draft, headings, title_end, end)
    main_end = headings[0].start if headings else end
    parts = _split(value, title_end, main_end)
    return TreatyText.model_construct(
        grade=grade,
        title=(_run(draft, "/text/title", (start, title_end)) or "").strip(_MARKUP) or None,
        preamble=_run(draft, "/text/preamble", parts.preamble) if parts.articles else None,
        closing=_run(draft, "/text/closing", parts.closing),
        signatures=[draft.take(f"/text/signatures/{i}", *each) for i, each in enumerate(parts.signatures)],
        articles=_articles(draft, "/text", parts, width) or _unnumbered(draft, parts.preamble, width),
        annexes=_annexes(draft, headings, end, width),
    )


def _with_restarts(draft: Draft, headings: list[Heading], start: int, end: int) -> list[Heading]:
    """The headings with those of documents that only their numbering tells, each said."""
    edges = [start, *(heading.end for heading in headings)], [*(heading.start for heading in headings), end]
    found = [each for low, high in zip(*edges, strict=True) for each in find_restarts(draft.text.value, low, high)]
    for each in found:
        message = "after a closing the numbering begins again: what follows is taken as a document of its own"
        draft.issue("numbering-restarts", message, each.start, max(each.end, each.start + 1))
    return sorted([*headings, *found], key=lambda heading: heading.start)


def _unnumbered(draft: Draft, region: tuple[int, int], width: int) -> list[Article]:
    """A text without article marks is one article, so that its words can be coded like any other's."""
    start, end = trim(draft.text.value, *region)
    if start == end:
        return []
    pointer = "/text/articles/0"
    draft.note(pointer, start, end)
    regions = paragraphs(draft.text, start, end, width)
    words = [draft.take(f"{pointer}/paragraphs/{i}", *each) for i, each in enumerate(regions)]
    return [Article.model_construct(label="unnumbered", printed="", paragraphs=words)]


def _stands_apart(value: str, start: int, heading: Heading) -> bool:
    """A heading that opens the whole text is the treaty's own title, unless it is the first of several notes."""
    return heading.kind == "note" or bool(value[start : heading.start].strip())


def _split(value: str, start: int, end: int) -> Parts:
    """The parts of a document without its sub-documents."""
    numbered = number_articles(value, start, end) or number_clauses(value, start, end)
    first = numbered[0].mark.start if numbered else None
    # A last article may itself begin "Done in …": the closing comes after its first words.
    close = closing_start(value, numbered[-1].body + 1 if numbered else start, end)
    stop, signatures = split_closing(value, close, end) if close is not None else (end, [])
    ends = [each.mark.start for each in numbered[1:]] + [close if close is not None else end]
    preamble_end = first if first is not None else (close if close is not None else end)
    return Parts(
        preamble=(start, preamble_end),
        articles=tuple(zip(numbered, ends, strict=True)) if numbered else (),
        closing=(close, stop) if close is not None else (end, end),
        signatures=tuple(signatures),
    )


def _run(draft: Draft, pointer: str, region: tuple[int, int]) -> str | None:
    start, end = trim(draft.text.value, *region)
    return draft.take(pointer, start, end) if start < end else None


def _articles(draft: Draft, base: str, parts: Parts, width: int) -> list[Article]:
    found = []
    expected = None
    for index, (each, end) in enumerate(parts.articles):
        pointer = f"{base}/articles/{index}"
        start = each.mark.start
        draft.note(pointer, start, end)
        if expected is not None and each.number > expected:
            _say_missing(draft, expected, each)
        if each.number != each.mark.readings[0][0] and not each.mark.glued:
            printed = joined(draft.text.value[start : each.body])
            message = f"{printed!r} is read as article {each.number}, as its place in the order says"
            draft.issue("article-number-misread", message, start, each.body)
        expected = each.number + 1
        regions = paragraphs(draft.text, each.body, _before_rubric(draft, each.body, end), width)
        found.append(
            Article.model_construct(
                label=str(each.number),
                printed=draft.take(f"{pointer}/printed", start, each.body),
                paragraphs=[draft.take(f"{pointer}/paragraphs/{i}", *region) for i, region in enumerate(regions)],
            )
        )
    if width >= UNWRAPPED:
        regions = [parts.preamble, *((each.body, end) for each, end in parts.articles)]
        say_unfinished(draft, [trim(draft.text.value, *region) for region in regions])
    return found


def _before_rubric(draft: Draft, start: int, end: int) -> int:
    """Where an article's words end, if a rubric of the next one stands after them; the rubric is said, not kept."""
    words = draft.text.value[start:end].rstrip()
    before, _, last = words.rpartition("\n")
    if not is_rubric(last) or not before.rstrip().endswith((".", ";", ":")):
        return end
    rubric = start + len(words) - len(last)
    draft.issue("rubric", "a rubric stands between two articles; it is in neither", rubric, rubric + len(last))
    return rubric


def _say_missing(draft: Draft, expected: int, each: Numbered) -> None:
    gone = ", ".join(str(number) for number in range(expected, each.number))
    message = f"no heading for article {gone}: it is lost, or its text runs on in the article before"
    draft.issue("article-missing", message, each.mark.start, each.body)


def _annexes(draft: Draft, headings: list[Heading], end: int, width: int) -> list[Annex]:
    ends = [*(heading.start for heading in headings), end][1:]
    return [
        _annex(draft, f"/text/annexes/{index}", heading, stop, width)
        for index, (heading, stop) in enumerate(zip(headings, ends, strict=True))
    ]


def _date_of(draft: Draft, pointer: str, heading: Heading, parts: Parts) -> str | None:
    """The date that a sub-document bears: in its heading, at its head, or in its closing."""
    value = draft.text.value
    for start, end in ((heading.start, heading.end), (parts.preamble[0], parts.preamble[0] + _DATELINE), parts.closing):
        for date in find_dates(value[start : min(end, max(parts.closing[1], start))])[:1]:
            draft.note(f"{pointer}/date", start + date.start, start + date.end)
            return date.edtf
    return None


def _annex(draft: Draft, pointer: str, heading: Heading, end: int, width: int) -> Annex:
    """A sub-document: what stands before, between and after its articles but is none of them is its paragraphs."""
    value = draft.text.value
    parts = _split(value, heading.end, end)
    draft.note(pointer, heading.start, end)
    around = [region for part in (parts.preamble, parts.closing) for region in paragraphs(draft.text, *part, width)]
    around += parts.signatures
    return Annex.model_construct(
        kind=heading.kind,
        title=draft.take(f"{pointer}/title", heading.start, heading.end).strip(_MARKUP) or None,
        date=_date_of(draft, pointer, heading, parts),
        paragraphs=[draft.take(f"{pointer}/paragraphs/{i}", *region) for i, region in enumerate(around)],
        articles=_articles(draft, pointer, parts, width),
    )
