"""One-line messages for what the system refuses: the name, what is wrong, and the mend."""

from __future__ import annotations

import difflib
import re
from itertools import islice
from typing import TYPE_CHECKING

from foedera.models.errors import UnreadableInputError

if TYPE_CHECKING:
    from pathlib import Path

_MOST_NEIGHBOURS = 10_000


def printable(name: str | Path) -> str:
    """The name as the user gave it, but U+FFFD for line ends, controls and what is not Unicode."""
    return re.sub("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", "\ufffd", str(name))


def unreadable(path: Path | None, name: str, error: OSError | ValueError) -> UnreadableInputError:
    """The error to raise when the system refused to list or read `path` (None: standard input)."""
    if isinstance(error, FileNotFoundError) and path is not None:
        return UnreadableInputError(f"{name}: {_missing(path)}")
    if isinstance(error, PermissionError):
        return UnreadableInputError(f"{name}: you may not read it: get the right, for example with chmod u+r")
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return UnreadableInputError(f"{name}: cannot be read ({reason.lower()}): give a file or a directory")


def _missing(path: Path) -> str:
    if path.is_symlink():
        return f"is a link to {printable(path.readlink())}, which does not exist: mend the link"
    if not path.parent.is_dir():
        return f"does not exist, nor does the directory {printable(path.parent)}: check the path"
    near = difflib.get_close_matches(path.name, _neighbours(path.parent), n=3)
    return f"does not exist: did you mean {' or '.join(near)}?" if near else "does not exist: check the path"


def _neighbours(directory: Path) -> list[str]:
    try:
        return sorted(printable(path.name) for path in islice(directory.iterdir(), _MOST_NEIGHBOURS))
    except OSError:
        return []
