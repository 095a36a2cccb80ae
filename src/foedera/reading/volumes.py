"""Files become volumes: pages numbered on from file to file, with the digest of each file and what was noticed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO

from foedera.models.errors import UnreadableInputError
from foedera.models.issues import Issue
from foedera.models.pages import File, Page, Volume
from foedera.reading.formats import read_leaves
from foedera.reading.refusals import printable
from foedera.reading.sources import Folder, Source, find_sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class _Reading:
    """One file as read: without pages if it was passed over, when only its issues count."""

    name: str
    sha256: str
    texts: tuple[str, ...]
    issues: tuple[Issue, ...]


def read_volume(sources: Sequence[str | Path], *, stdin: BinaryIO | None = None) -> Volume:
    """All `sources` in order as one volume.

    A source is a file, a directory (its text files in natural order, also those below it) or `-` for `stdin`, by
    default standard input, whose file is named `<stdin>`. A file is plain text or HTML in UTF-8, UTF-16 or a one-byte
    encoding, and has at most 256 MiB. Issues: `encoding-guessed`, `undecodable-bytes`, `files-skipped`.

    Raises `UnreadableInputError` for a source that is missing, empty, binary, too large or not permitted (in a
    directory, an empty or binary file is passed over with an issue), and `UsageError` for no source or `-` twice.
    """
    return _bind(_readings(sources, stdin))


def read_volumes(sources: Sequence[str | Path], *, stdin: BinaryIO | None = None) -> Iterator[Volume]:
    """The same files as `read_volume` reads, but each a volume of its own with pages from 1, read as you go on.

    What is said of files passed over stands with the next volume, or with the last one. Errors are raised when the
    file's turn comes.
    """
    waiting: list[_Reading] = []
    for reading in _readings(sources, stdin):
        if reading.texts and any(earlier.texts for earlier in waiting):
            yield _bind(waiting)
            waiting = []
        waiting.append(reading)
    if waiting:
        yield _bind(waiting)


def read_bytes(data: bytes, name: str) -> Volume:
    """The volume of one file whose bytes are `data`; its name's suffix may tell that it is HTML.

    Raises `UnreadableInputError` when the bytes are no text, and nothing else for any bytes.
    """
    return _bind([_read(data, printable(name))])


def _bind(readings: Iterable[_Reading]) -> Volume:
    pages: list[Page] = []
    files: list[File] = []
    issues: list[Issue] = []
    for reading in readings:
        before = len(pages)
        issues += [_moved(issue, before) for issue in reading.issues]
        pages += [Page(number, text) for number, text in enumerate(reading.texts, start=before + 1)]
        if reading.texts:
            files.append(File(reading.name, reading.sha256, before + 1, len(reading.texts)))
    return Volume(tuple(pages), tuple(files), tuple(issues))


def _moved(issue: Issue, pages: int) -> Issue:
    """The issue with its spans as many `pages` further on."""
    if not issue.at or not pages:
        return issue
    at = [replace(span, page=span.page + pages) for span in issue.at]
    return issue.model_copy(update={"at": at})


def _readings(sources: Sequence[str | Path], stdin: BinaryIO | None) -> Iterator[_Reading]:
    for source in find_sources(sources):
        if isinstance(source, Folder):
            yield from _readings_of(source)
        else:
            yield _read(source.load(stdin), source.name)


def _readings_of(folder: Folder) -> Iterator[_Reading]:
    """The files of a directory; raises `UnreadableInputError` if none of them has text."""
    if folder.issues:
        yield _Reading(folder.name, "", (), folder.issues)
    readable = 0
    for source in folder.files:
        reading = _read_or_skip(source)
        readable += bool(reading.texts)
        yield reading
    if not readable:
        raise UnreadableInputError(f"{folder.name}: is a directory without text: put .txt or .html files into it")


def _read_or_skip(source: Source) -> _Reading:
    data = source.load(None)
    try:
        return _read(data, source.name)
    except UnreadableInputError as error:
        issue = Issue(code="files-skipped", message=f"{error}; passed over")
        return _Reading(source.name, "", (), (issue,))


def _read(data: bytes, name: str) -> _Reading:
    leaves = read_leaves(data, name)
    return _Reading(name, hashlib.sha256(data).hexdigest(), leaves.texts, leaves.issues)
