"""Where lines go: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from foedera.models.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import BinaryIO

    Write = Callable[[str], None]

STDOUT = "-"


@contextmanager
def output(name: str | None, sources: Sequence[str] = ()) -> Iterator[Write]:
    """A function that writes a line to the file `name`, or to standard output for None or `-`.

    The file is written beside its place and moved there at the end; if anything fails, nothing of it stays and what
    stood there before is untouched. A device or pipe is written to as it is.

    Raises `UsageError` if the file cannot be written there, or is one of `sources`.
    """
    if name is None or name == STDOUT:
        yield put
        return
    target = Path(os.path.realpath(name))
    _check(target, name, sources)
    with _refusals(name), _opened(target) as stream:
        yield lambda line: _write(stream, line)


def put(line: str) -> None:
    """Write a line to standard output, in UTF-8 whatever the terminal speaks."""
    sys.stdout.write(line + "\n")


def _write(stream: BinaryIO, line: str) -> None:
    stream.write(line.encode() + b"\n")


def _check(target: Path, name: str, sources: Sequence[str]) -> None:
    with _refusals(name):
        if target.is_dir():
            raise UsageError(f"cannot write {name}: is a directory: name a file in it")
        if not target.parent.is_dir():
            raise UsageError(f"cannot write {name}: the directory {target.parent} does not exist: make it first")
        if target.is_file() and any(Path(each).exists() and target.samefile(each) for each in sources):
            raise UsageError(f"cannot write {name}: it is one of the sources: give another name")


@contextmanager
def _refusals(name: str) -> Iterator[None]:
    """What the system refuses while `name` is written, as an error of ours."""
    try:
        yield
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise UsageError(f"cannot write {name}: {reason.lower()}") from error


@contextmanager
def _opened(target: Path) -> Iterator[BinaryIO]:
    if target.exists() and not target.is_file():
        with target.open("wb") as stream:
            yield stream
        return
    handle, beside = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".part", dir=target.parent)
    try:
        with open(handle, "wb") as stream:  # noqa: PTH123 - a handle has no path
            yield stream
        Path(beside).chmod(_mode(target))
        Path(beside).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(beside).unlink()
        raise


def _mode(target: Path) -> int:
    """The rights of the file that stood there, or those of a new one."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
