"""One call of the reader: named sources, one or many volumes, and entries whose ids are unique among all of them."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO, cast, get_args

from foedera.mending import mend
from foedera.models.errors import UsageError
from foedera.models.text import Text
from foedera.parsing.entries import Place, find_entries, parse_entry
from foedera.parsing.parallel import Line, entry_lines, parse_treaty, treaty_lines
from foedera.parsing.volume import LayoutOption, layout_of
from foedera.reading import read_volume, read_volumes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from foedera.models.entries import Entry
    from foedera.models.pages import Volume


@dataclass(frozen=True, slots=True)
class VolumeRun:
    """A volume, mended, and the places of its entries."""

    volume: Volume
    text: Text
    places: tuple[Place, ...]

    @property
    def count(self) -> int:
        """How many entries there will be."""
        return len(self.places)

    @property
    def files(self) -> int:
        """How many files are read."""
        return len(self.volume.files)

    def entries(self) -> Iterator[Entry]:
        """The entries in order."""
        return (parse_entry(self.text, self.volume, place) for place in self.places)

    def lines(self, jobs: int = 1) -> Iterator[Line]:
        """The entries in order as lines of JSON, parsed by `jobs` processes."""
        return entry_lines(self.text, self.volume, self.places, jobs)


@dataclass(frozen=True, slots=True)
class TreatyRun:
    """Bare treaties, each a volume of its own with the id of its entry."""

    treaties: tuple[tuple[str, Volume], ...]

    @property
    def count(self) -> int:
        """How many entries there will be."""
        return len(self.treaties)

    @property
    def files(self) -> int:
        """How many files are read."""
        return len(self.treaties)

    def entries(self) -> Iterator[Entry]:
        """The entries in order, each mended when its turn comes."""
        return (parse_treaty(*treaty) for treaty in self.treaties)

    def lines(self, jobs: int = 1) -> Iterator[Line]:
        """The entries in order as lines of JSON, mended and parsed by `jobs` processes."""
        return treaty_lines(self.treaties, jobs)


Run = VolumeRun | TreatyRun


def read(*sources: str | Path, layout: LayoutOption = "auto") -> Iterator[Entry]:
    """The entries of files, directories or standard input (`-`), in order; all sources are read before the first.

    With `layout` "treaty" each file is a treaty of its own. With "auto" all files are one volume, unless there are
    several and none has a compendium's header: then each is a treaty of its own. Ids are unique in one call.

    Raises `UnreadableInputError` for a source that is missing, empty, binary, too large or not permitted, and
    `UsageError` for no source or an unknown layout.
    """
    return open_run(sources, layout).entries()


def open_run(sources: Sequence[str | Path], layout: LayoutOption = "auto", *, stdin: BinaryIO | None = None) -> Run:
    """As `read`, but the entries are still to be parsed, so that they can be counted and shared out first."""
    if layout not in get_args(LayoutOption):
        raise UsageError(f'unknown layout "{layout}": use one of {", ".join(get_args(LayoutOption))}')
    if layout == "treaty":
        return _treaties(read_volumes(sources, stdin=stdin))
    kept = _Kept(stdin)
    run = volume_run(read_volume(sources, stdin=cast("BinaryIO", kept)), layout)
    if run.files > 1 and run.places and run.places[0].layout == "treaty":
        return _treaties(read_volumes(sources, stdin=kept.again()))
    return run


def volume_run(volume: Volume, layout: LayoutOption = "auto") -> VolumeRun:
    """The run over a volume that was already read."""
    text = mend(Text.of(volume))
    places = find_entries(text, layout_of(text) if layout == "auto" else layout, _stem(volume))
    ids = unique(place.id for place in places)
    return VolumeRun(volume, text, tuple(replace(place, id=name) for place, name in zip(places, ids, strict=True)))


def parse(volume: Volume, layout: LayoutOption = "auto") -> Iterator[Entry]:
    """The entries of a volume that was already read, in order of the page."""
    return volume_run(volume, layout).entries()


def read_entries(volume: Volume, layout: LayoutOption = "auto") -> list[Entry]:
    """As `parse`, all at once."""
    return list(parse(volume, layout))


def _treaties(volumes: Iterator[Volume]) -> TreatyRun:
    every = tuple(volumes)
    return TreatyRun(tuple(zip(unique(map(_stem, every)), every, strict=True)))


def _stem(volume: Volume) -> str:
    return PurePath(volume.files[0].name).stem if volume.files else "volume"


def unique(names: Iterable[str]) -> list[str]:
    """The names in order; one that was there before gets the first free of -2, -3 …."""
    found: dict[str, None] = {}
    last: dict[str, int] = {}
    for name in names:
        new = name
        while new in found:
            last[name] = last.get(name, 1) + 1
            new = f"{name}-{last[name]}"
        found[new] = None
    return list(found)


class _Kept:
    """A stream for the reader that keeps what was read of it, since standard input cannot be read a second time."""

    def __init__(self, stream: BinaryIO | None) -> None:
        self._stream = stream
        self._chunks: list[bytes] = []

    def read(self, size: int) -> bytes:
        """The next bytes, at most `size`."""
        stream = self._stream or (sys.stdin.buffer if sys.stdin is not None else io.BytesIO())
        chunk = stream.read(size)
        self._chunks.append(chunk)
        return chunk

    def again(self) -> BinaryIO:
        """All that was read, from its start."""
        return io.BytesIO(b"".join(self._chunks))
