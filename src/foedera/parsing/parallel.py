"""Entries parsed by several processes: the same lines in the same order as by one.

The text of a volume is mended once, here; the workers inherit it (by fork on Linux, else they are sent it once) and are
told only which entries to parse. They give back finished lines of JSON, so that no record travels.
"""

from __future__ import annotations

import signal
import sys
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, NamedTuple

from foedera.mending import mend
from foedera.models.errors import FoederaError
from foedera.models.text import Text
from foedera.parsing.entries import Place, find_entries, parse_entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import Any

    from foedera.models.entries import Entry
    from foedera.models.pages import Volume

_ENTRIES_A_CHUNK = 16
_CHUNKS_AHEAD = 4  # for each worker: enough that none waits, few enough that lines do not pile up


class Line(NamedTuple):
    """One entry as it is put out: its id, its JSON without a newline, and the codes of its issues."""

    id: str
    json: str
    codes: tuple[str, ...]

    @classmethod
    def of(cls, entry: Entry) -> Line:
        """The line of `entry`."""
        return cls(entry.id, entry.to_json(), tuple(issue.code for issue in entry.issues))


def entry_lines(text: Text, volume: Volume, places: Sequence[Place], jobs: int = 1) -> Iterator[Line]:
    """The lines of the entries at `places` of a mended `text`, in order, parsed by `jobs` processes.

    Raises `FoederaError` when a worker is killed, which is mostly for want of memory.
    """
    chunks = [places[at : at + _ENTRIES_A_CHUNK] for at in range(0, len(places), _ENTRIES_A_CHUNK)]
    if min(jobs, len(chunks)) <= 1:
        return (Line.of(parse_entry(text, volume, place)) for place in places)
    return _pooled(_parse_places, chunks, min(jobs, len(chunks)), (text, volume))


def treaty_lines(treaties: Sequence[tuple[str, Volume]], jobs: int = 1) -> Iterator[Line]:
    """The lines of bare treaties, each with its id and a volume of its own, in order, read by `jobs` processes.

    Raises `FoederaError` when a worker is killed.
    """
    if min(jobs, len(treaties)) <= 1:
        return (Line.of(parse_treaty(*treaty)) for treaty in treaties)
    return _pooled(_parse_treaty, treaties, min(jobs, len(treaties)), None)


def parse_treaty(name: str, volume: Volume) -> Entry:
    """The one entry, called `name`, of a volume that is a bare treaty."""
    text = mend(Text.of(volume))
    (place,) = find_entries(text, "treaty", name)
    return parse_entry(text, volume, place)


_volume: tuple[Text, Volume] | None = None  # what this process, a worker, parses


def _start_worker(given: tuple[Text, Volume] | None) -> None:
    global _volume  # noqa: PLW0603 - a process has no other place to keep what its pool hands it once
    _volume = given
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what Ctrl-C ends
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _parse_places(places: Sequence[Place]) -> list[Line]:
    assert _volume is not None
    return [Line.of(parse_entry(*_volume, place)) for place in places]


def _parse_treaty(treaty: tuple[str, Volume]) -> list[Line]:
    return [Line.of(parse_treaty(*treaty))]


def _pooled(
    work: Callable[[Any], list[Line]], items: Iterable[Any], jobs: int, given: tuple[Text, Volume] | None
) -> Iterator[Line]:
    """What `work` gives for each item, in order, with a few items under way ahead of the one awaited."""
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    pool = ProcessPoolExecutor(jobs, context, _start_worker, (given,))
    rest = iter(items)
    try:
        waiting = deque(pool.submit(work, item) for item in islice(rest, jobs * _CHUNKS_AHEAD))
        while waiting:
            lines = waiting.popleft().result()
            waiting.extend(pool.submit(work, item) for item in islice(rest, 1))
            yield from lines
    except BrokenProcessPool as error:
        raise FoederaError(f"one of {jobs} workers was killed, perhaps for want of memory: give fewer jobs") from error
    finally:
        pool.shutdown(cancel_futures=True)
