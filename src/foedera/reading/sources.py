"""What the user named becomes files in order: a file is itself, a directory its text files, `-` standard input."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from foedera.models.errors import UnreadableInputError, UsageError
from foedera.reading.listings import find_files
from foedera.reading.refusals import printable, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from foedera.models.issues import Issue

STDIN = "-"
STDIN_NAME = "<stdin>"
FILE_LIMIT = 256 << 20  # bytes that one file may have; a printed volume has about 4 million
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Source:
    """One file to be read, with its printable name. `path` is None for standard input."""

    name: str
    path: Path | None

    def load(self, stdin: BinaryIO | None) -> bytes:
        """All bytes of the file; raises `UnreadableInputError` if it may not be read or has more than `FILE_LIMIT`."""
        try:
            if self.path is None:
                return _read_stream(stdin or _standard_input(), self.name)
            if self.path.stat().st_size > FILE_LIMIT:
                raise _too_large(self.name, self.path.stat().st_size)
            with self.path.open("rb") as stream:
                return _read_stream(stream, self.name)
        except (OSError, ValueError) as error:
            raise unreadable(self.path, self.name, error) from error


@dataclass(frozen=True, slots=True)
class Folder:
    """A directory that the user named: the files to be read in natural order, and an issue for those passed over."""

    name: str
    files: tuple[Source, ...]
    issues: tuple[Issue, ...]


def find_sources(named: Sequence[str | Path]) -> Iterator[Source | Folder]:
    """What each name stands for, in the order given. Directories are listed when their turn comes.

    Raises `UsageError` for no name or for standard input named twice, `UnreadableInputError` for a directory that
    cannot be listed. A missing file is told when it is loaded.
    """
    if isinstance(named, (str, Path)):
        raise UsageError(f"sources are a list of names: give [{str(named)!r}]")
    if not named:
        raise UsageError("no source was named: give a file, a directory or - for standard input")
    if [str(name) for name in named].count(STDIN) > 1:
        raise UsageError("- stands for standard input, which can be read once: name it once")
    return map(_find, named)


def _find(named: str | Path) -> Source | Folder:
    if str(named) == STDIN:
        return Source(STDIN_NAME, None)
    path = Path(named)
    name = printable(path)
    try:
        if not path.is_dir():
            return Source(name, path)
        paths, issues = find_files(path)
    except (OSError, ValueError) as error:
        refused = Path(getattr(error, "filename", None) or path)  # it may be a directory further down
        raise unreadable(refused, printable(refused), error) from error
    return Folder(name, tuple(Source(printable(file), file) for file in paths), issues)


def _read_stream(stream: BinaryIO, name: str) -> bytes:
    """The bytes of a file, pipe or device, by chunks, so that an endless one ends at the limit."""
    chunks, size = [], 0
    while chunk := stream.read(_CHUNK):
        chunks.append(chunk)
        size += len(chunk)
        if size > FILE_LIMIT:
            raise _too_large(name, None)
    return b"".join(chunks)


def _standard_input() -> BinaryIO:
    return sys.stdin.buffer if sys.stdin is not None else io.BytesIO()


def _too_large(name: str, size: int | None) -> UnreadableInputError:
    most = f"{FILE_LIMIT >> 20} MiB that one file may have: split it into volumes"
    if size is None:
        return UnreadableInputError(f"{name}: is over the {most}")
    shown = f"{size / (1 << 30):,.1f} GiB" if size >= 1 << 30 else f"{size / (1 << 20):,.1f} MiB"
    return UnreadableInputError(f"{name}: {shown} is over the {most}")
