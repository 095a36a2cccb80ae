"""Reads one citation into its parts."""

from __future__ import annotations

import re
from functools import cache

from foedera.parsing.citation_dates import Issued, find_issued
from foedera.parsing.citation_draft import READ, Draft
from foedera.parsing.citation_heads import opening, read_author, read_container, read_editor, read_imprint, unread_words
from foedera.parsing.citation_numbers import number_before, read_signature, read_unlabelled
from foedera.parsing.citation_parts import Part, find_parts
from foedera.parsing.citation_series import Hit, find_series, terms

_REACH = 20  # characters before a date in which a word says whose it is
_LISTED = {"part", "supplement", "series", "serial"}


def read_work(text: str, before: Draft | None) -> Draft:
    """The parts of the one citation `text`; `before` is the citation it follows, to which an "ibid." points."""
    draft = Draft(text, rest=text)
    quotes = [found.span() for found in _quotes().finditer(text)]
    _read_title(draft, quotes)
    hits = find_series(draft.rest)
    parts = find_parts(draft.rest, [(hit.start, hit.end) for hit in hits if not hit.by_author])
    named = _named(text, hits, parts)
    end = _set_aside_further_works(draft, named, hits)
    parts = [part for part in parts if part.start < end]
    if named:
        _put_work(draft, named, hits)
    _read_parts(draft, parts)
    read_imprint(draft, named.end if named else None)
    dates = _read_dates(draft, named)
    begin = named.start if named else opening(draft, quotes, parts)
    read_author(draft, begin)
    if not named and not _read_same(draft, before):
        read_container(draft, begin, parts, dates)
    read_unlabelled(draft, named)
    read_signature(draft)
    _note_unread(draft)
    return draft


def _read_title(draft: Draft, quotes: list[tuple[int, int]]) -> None:
    for start, end in quotes:
        draft.put("title", draft.text[start:end].strip("\"“”„«»').,; "), start, end)


def _named(text: str, hits: list[Hit], parts: list[Part]) -> Hit | None:
    """The first work that is named; if none is, an author who alone stands for his work."""
    for hit in hits:
        if not hit.by_author:
            return hit
    for hit in hits:
        if _stands_alone(text, hit, parts):
            return hit
    return None


def _stands_alone(text: str, hit: Hit, parts: list[Part]) -> bool:
    stop = min((part.start for part in parts if part.start >= hit.end), default=len(text))
    after = text[hit.end : stop].partition("(")[0].strip(" ,.:;")
    return not any(map(str.isalpha, after)) and bool(_fillers().fullmatch(text, 0, hit.start))


def _set_aside_further_works(draft: Draft, named: Hit | None, hits: list[Hit]) -> int:
    """Where a second work begins, which is noted and not read; else the end of the text."""
    if named is None:
        return len(draft.text)
    for hit in hits:
        if hit.start < named.end or hit.by_author or hit.works == named.works:
            continue
        start = hit.start
        if hit.works[0].bare == "volume" and (number := number_before().search(draft.text, named.end, start)):
            start = number.start()
        draft.notes.append(f'names a further work, not read: "{draft.text[start:].strip(" ,.")}"')
        draft.take(start, len(draft.text))
        return start
    return len(draft.text)


def _put_work(draft: Draft, named: Hit, hits: list[Hit]) -> None:
    printed = draft.text[named.start : named.end]
    if len(named.works) == 1:
        draft.work = named.works[0]
        draft.put("container", draft.work.name, named.start, named.end)
        if named.by_author:
            draft.notes.append(f'"{printed}" is read as short for "{draft.work.name}"')
    else:
        draft.put("container", printed, named.start, named.end)
        names = "; ".join(work.name for work in named.works)
        draft.notes.append(f'"{printed}" may stand for any of: {names}')
    for hit in hits:
        if hit.by_author and hit.end <= named.start and draft.work in hit.works:
            draft.put("author", draft.text[hit.start : hit.end], hit.start, hit.end)


def _read_parts(draft: Draft, parts: list[Part]) -> None:
    with_volume = any(part.kind == "volume" for part in parts)
    for part in parts:
        if part.kind == "editor":
            read_editor(draft, part)
        elif part.kind in _LISTED:
            draft.add("series", part.value, part.start, part.end)
        elif part.kind == "number":
            _read_number(draft, part, with_volume=with_volume)
        else:
            name = "number" if part.kind in {"code", "item"} else part.kind
            draft.put(name, part.value, part.start, part.end)


def _read_number(draft: Draft, part: Part, *, with_volume: bool) -> None:
    """A number labelled "no." is an issue's in a journal, a treaty's in a treaty series."""
    issue = draft.work.number == "issue" if draft.work else with_volume
    draft.put("issue" if issue else "number", part.value, part.start, part.end)
    if issue and not draft.work:
        draft.notes.append(f'"{draft.text[part.start : part.end]}" is taken for an issue: it comes with a volume')


def _read_dates(draft: Draft, named: Hit | None) -> list[int]:
    """Reads when the issue or volume appeared; a date before the work's name, or said to be the treaty's, is not it."""
    dates = []
    for date in find_issued(draft.rest):
        if named and _is_number_of(draft, named, date):
            continue
        if _is_of_treaty(draft, named, date):
            draft.take(date.start, date.end)
            draft.notes.append(
                f'"{draft.text[date.start : date.end]}" is taken for the date of the treaty, not of the volume'
            )
        elif named or _after_mark(draft.text, date.start):
            dates.append(date.start)
            if draft.put("issued", date.edtf, date.start, date.end) and date.note:
                draft.notes.append(date.note)
    return dates


def _is_number_of(draft: Draft, named: Hit, date: Issued) -> bool:
    """Whether a year is the number of a treaty, as in "TIAS 1838"."""
    numbered = draft.work is not None and draft.work.bare == "number" and "number" not in draft.fields
    return numbered and not draft.text[named.end : date.start].strip()


def _is_of_treaty(draft: Draft, named: Hit | None, date: Issued) -> bool:
    if named and date.end <= named.start:
        return not _opens_with(draft, date.start)
    return bool(_treaty_date().search(draft.text, max(0, date.start - _REACH), date.start))


def _opens_with(draft: Draft, start: int) -> bool:
    """Whether only read text stands before, as in "1936 Reichsgesetzblatt"; a volume number is not a year."""
    return draft.work is not None and draft.work.bare != "volume" and not draft.rest[:start].strip(f" {READ}")


def _after_mark(text: str, start: int) -> bool:
    """Whether a date stands apart from the words before it; in a title, as in "A Survey of 1890", it does not."""
    head = text[:start].rstrip()
    return not head or head[-1] in ",(.:;" or (head[-1].isdigit())


def _read_same(draft: Draft, before: Draft | None) -> bool:
    found = _same().match(draft.text)
    if not found:
        return False
    if before is None or "container" not in before.fields:
        draft.take(*found.span())
        draft.notes.append(f'"{found[0]}" follows no citation that names a work')
        return True
    draft.work = before.work
    draft.put("container", before.fields["container"], *found.span())
    draft.notes.append(f'"{found[0]}" is read as "{before.fields["container"]}", cited before')
    return True


def _note_unread(draft: Draft) -> None:
    for gap in unread_words(draft.rest):
        if not _fillers().fullmatch(gap[0]):
            draft.notes.append(f'not read: "{gap[0].strip(" ,.:;()")}"')


@cache
def _quotes() -> re.Pattern[str]:
    return re.compile(r"\"[^\"]{1,400}\"|“[^“”]{1,400}”|„[^„“”]{1,400}[“”]|«[^«»]{1,400}»")


@cache
def _fillers() -> re.Pattern[str]:
    """Words that say nothing of the work, and punctuation."""
    return re.compile(rf"(?:[\W_]|(?<![^\W_])(?i:{terms('signal')}|{terms('filler')})(?![^\W_]))*+")


@cache
def _same() -> re.Pattern[str]:
    return re.compile(rf"\s*(?i:{terms('same')})")


@cache
def _treaty_date() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?i:{terms('treaty-date')})[\s,:]*$")
