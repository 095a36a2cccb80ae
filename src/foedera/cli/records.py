"""What `--in` names becomes entries: files of entries, pages to be read, or by default the starter compendium."""

from __future__ import annotations

import sys
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from foedera.cli.shell import named, say
from foedera.models.entries import SCHEMA, Entry
from foedera.models.errors import UnreadableInputError, UsageError
from foedera.parsing.runs import open_run, volume_run
from foedera.reading import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STARTER = "starter/compendium.txt"
STDIN = "-"
_SUFFIXES = (".jsonl", ".ndjson")
_START = b'{"schema":"foedera/entry/'
_BOM = b"\xef\xbb\xbf"


def entries_in(tokens: Sequence[str]) -> Iterator[Entry]:
    """The entries of the sources that `tokens` name, in order: files of `foedera read`, or pages, not both.

    Raises what the reader raises, `UnreadableInputError` for a line that is no entry, and `UsageError` for a mixture.
    """
    sources = [named(token) for token in tokens]
    if not sources:
        say("no --in: these are entries of the starter compendium, a teaching sample")
        return volume_run(read_bytes(_starter(), STARTER)).entries()
    kinds = {_holds_entries(source) for source in sources}
    if len(kinds) > 1:
        raise UsageError("--in has files of entries and files of pages: give the one or the other")
    if kinds == {True}:
        return (entry for source in sources for entry in _entries_of(source))
    return open_run(sources).entries()


def _starter() -> bytes:
    return files("foedera.knowledge").joinpath(STARTER).read_bytes()


def _holds_entries(source: str) -> bool:
    """Whether a file holds entries, by its name or its first bytes; one that cannot be read is the reader's to tell."""
    if source == STDIN:
        return _peek().removeprefix(_BOM).startswith(_START)
    try:
        if Path(source).suffix in _SUFFIXES:
            return Path(source).is_file()
        with Path(source).open("rb") as stream:
            return stream.read(len(_BOM + _START)).removeprefix(_BOM).startswith(_START)
    except (OSError, ValueError):
        return False


def _peek() -> bytes:
    """The first bytes of standard input, which stay there to be read."""
    peek = getattr(sys.stdin.buffer, "peek", None)
    return bytes(peek(len(_BOM + _START))) if peek else b""


def _entries_of(source: str) -> Iterator[Entry]:
    name = "<stdin>" if source == STDIN else source
    try:
        data = sys.stdin.buffer.read() if source == STDIN else Path(source).read_bytes()
    except OSError as error:
        raise UnreadableInputError(f"{name}: cannot be read ({error.strerror}): get the right to read it") from error
    for number, line in enumerate(data.removeprefix(_BOM).split(b"\n"), start=1):
        if line.strip():
            yield _entry(line, f"{name}: line {number}")


def _entry(line: bytes, where: str) -> Entry:
    try:
        return Entry.model_validate_json(line)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        at = "/".join(map(str, first["loc"]))
        why = f"{at}: {first['msg']}" if at else first["msg"]
        raise UnreadableInputError(
            f"{where} is no entry of schema {SCHEMA} ({why}): write it anew with foedera read"
        ) from error
