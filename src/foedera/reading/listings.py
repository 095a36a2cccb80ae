"""A directory becomes its text files in natural order, and one issue for what was passed over."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path
from typing import NoReturn

from foedera.models.issues import Issue
from foedera.reading.hypertext import SUFFIXES
from foedera.reading.refusals import printable

TEXT_SUFFIXES = frozenset(("", ".txt", ".text", ".asc", ".utf8", *SUFFIXES))

NaturalKey = tuple[tuple[tuple[int, int, str], ...], ...]


def find_files(directory: Path) -> tuple[list[Path], tuple[Issue, ...]]:
    """The text files in `directory` and below, naturally sorted, and a `files-skipped` issue if any was passed over.

    Read are regular files with a suffix of `TEXT_SUFFIXES`; passed over are hidden files and directories, other
    suffixes, links to directories, pipes and the like. Raises `OSError` for a directory that cannot be listed.
    """
    found: list[Path] = []
    skipped: list[Path] = []
    for folder, folders, names in os.walk(directory, onerror=_raise):
        aside = [name for name in folders if name.startswith(".") or Path(folder, name).is_symlink()]
        folders[:] = [name for name in folders if name not in aside]
        skipped += [Path(folder, name) for name in aside]
        for path in (Path(folder, name) for name in names):
            (found if _is_text(path) else skipped).append(path)
    return sorted(found, key=natural_key), _skipped_issue(directory, skipped)


def natural_key(path: Path) -> tuple[NaturalKey, str]:
    """Sorts by path parts with numbers as numbers: page2 before page10; capitals count only between equals."""
    return tuple(_natural_part(part) for part in path.parts), str(path)


def _natural_part(part: str) -> tuple[tuple[int, int, str], ...]:
    pieces = re.split(r"([0-9]+)", part.casefold())
    return tuple((0, int(piece), "") if i % 2 else (1, 0, piece) for i, piece in enumerate(pieces) if piece)


def _is_text(path: Path) -> bool:
    return not path.name.startswith(".") and path.suffix.lower() in TEXT_SUFFIXES and path.is_file()


def _raise(error: OSError) -> NoReturn:
    raise error


def _skipped_issue(directory: Path, skipped: list[Path]) -> tuple[Issue, ...]:
    """One issue that counts the files by kind and names the first three."""
    if not skipped:
        return ()
    kinds = Counter("hidden" if path.name.startswith(".") else path.suffix.lower() or "other" for path in skipped)
    counts = ", ".join(f"{number:,} {printable(kind)}" for kind, number in sorted(kinds.items()))
    names = [printable(path.relative_to(directory)) for path in sorted(skipped, key=natural_key)[:3]]
    more = ", …" if len(skipped) > len(names) else ""
    message = f"{printable(directory)}: passed over what is not text or HTML ({counts}): {', '.join(names)}{more}"
    return (Issue(code="files-skipped", message=message),)
