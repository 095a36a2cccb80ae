"""Who wrote, edited and published a cited work, and what a work is called that the register does not name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from foedera.parsing.citation_draft import READ, Draft
from foedera.parsing.citation_series import resembling, terms

if TYPE_CHECKING:
    from foedera.parsing.citation_parts import Part

_EDGE = " ,.:;–—-"
_FEWEST_TITLE_WORDS = 3


def read_imprint(draft: Draft, known_from: int | None) -> None:
    """Place and publisher: "(Boston: Beacon, 1970)"; without brackets only after a known work or a full stop."""
    if ":" not in draft.rest:
        return
    for found in _imprint().finditer(draft.rest):
        bracketed = draft.text[found.start() - 1 : found.start()] == "("
        after_stop = draft.text[: found.start()].rstrip().endswith(".")
        known = known_from is not None and found.start() >= known_from
        if bracketed or after_stop or known:
            draft.put("place", found["place"].strip(), *found.span())
            draft.put("publisher", found["publisher"].strip(), *found.span())
            return


def read_editor(draft: Draft, part: Part) -> None:
    """The editor that a label names: after it ("edited by X") or, where nothing follows, before it ("X, ed.,")."""
    if part.value:
        draft.put("editor", part.value, part.start, part.end)
        return
    draft.take(part.start, part.end)
    head = draft.text[: part.start].rstrip(" ,(")
    start = max(draft.rest.rfind(READ, 0, len(head)), head.rfind("(")) + 1
    if name := head[start:].strip(_EDGE):
        draft.put("editor", name, start, len(head))
    elif head.endswith(draft.fields.get("author", READ)):
        draft.fields["editor"] = draft.fields.pop("author")


def read_author(draft: Draft, end: int) -> None:
    """A person's name before a known work that begins at `end`."""
    for gap in unread_words(draft.rest[:end]):
        name = gap[0].strip(" ,:")
        if _person().fullmatch(name):
            _put_author(draft, name, *gap.span())


def read_container(draft: Draft, start: int, parts: list[Part], dates: list[int]) -> None:
    """Takes for the container of an unknown work the words from `start` to its first part, date or bracket."""
    start = _after_signal(draft.text, start)
    head = draft.text[start : _head_end(draft, start, parts, dates)]
    if author := _author_of(head):
        _put_author(draft, author, start, start + len(author))
        start += len(author)
        head = head[len(author) :]
    name = head.strip(_EDGE + "(")
    if not any(map(str.isalpha, name)):
        draft.notes.append("names no work of its own")
        return
    draft.put("container", name, start, start + len(head))
    near = resembling(name)
    hint = f'; it resembles "{near.name}"' if near else ""
    draft.notes.append(f'the register has no "{name}"{hint}')


def opening(draft: Draft, quotes: list[tuple[int, int]], parts: list[Part]) -> int:
    """Where the name of an unknown work may begin: after the quoted title of a piece in it, and after "X, ed.,"."""
    first = min((part.start for part in parts if part.kind != "editor"), default=len(draft.text))
    ends = [end for start, end in quotes if start < first]
    ends += [
        part.end
        for part in parts
        if part.kind == "editor" and not part.value and part.start < first and "(" not in draft.text[: part.start]
    ]
    return max(ends, default=0)


def _after_signal(text: str, start: int) -> int:
    found = _signals().match(text, start)
    return found.end() if found else start


def _head_end(draft: Draft, start: int, parts: list[Part], dates: list[int]) -> int:
    ends = [part.start for part in parts if part.start >= start]
    ends += [date for date in dates if date > start and draft.text[:date].rstrip()[-1:] in {",", "(", ".", ":"}]
    if (read := draft.rest.find(READ, start)) >= 0:
        ends.append(read)
    if found := _head_stop().search(draft.text, start):
        ends.append(found.start())
    return min(ends, default=len(draft.text))


def _author_of(head: str) -> str | None:
    name, comma, title = head.partition(",")
    if comma and len(title.split()) >= _FEWEST_TITLE_WORDS and _person().fullmatch(name.strip()):
        return name
    return None


def _put_author(draft: Draft, name: str, start: int, end: int) -> None:
    name = name.strip()
    if draft.put("author", name, start, end):
        draft.notes.append(f'"{name}" is taken for the author by its form')


def unread_words(rest: str) -> list[re.Match[str]]:
    """The stretches of a draft's `rest` that hold a letter or digit and are not read."""
    return list(_stretches().finditer(rest))


@cache
def _stretches() -> re.Pattern[str]:
    return re.compile(rf"[^\W_][^{READ}]*")


@cache
def _imprint() -> re.Pattern[str]:
    return re.compile(
        r"(?<=[\s(,.])(?P<place>[^\W\d_a-z][^\d():;,.\"“”\0]{1,40}):\s*(?P<publisher>[^\W\d_][^():;\d\"“”\0]{1,80}?),\s*(?=\d{4})"
    )


@cache
def _person() -> re.Pattern[str]:
    """A name of two to six words: capitals, initials, particles."""
    word = r"[^\W\d_a-z](?:[^\W\d_]|['’-])*\.?"
    return re.compile(rf"{word}(?:[\s]+(?:{word}|(?:{terms('particle')})(?=\s)))*[\s]+[^\W\d_a-z][^\W\d_][\w'’-]*")


@cache
def _signals() -> re.Pattern[str]:
    return re.compile(rf"[\s,.:]*(?:(?i:{terms('signal')})(?![^\W_])[\s,:]*)*")


@cache
def _head_stop() -> re.Pattern[str]:
    """A bracket, or the unlabelled volume of a journal: " 27 (", ", 27,"."""
    return re.compile(r"\(|,?\s+(?!(?:1[4-9]|20)\d\d)\d{1,4}(?=\s*(?:[(:,]|\.?$))")
