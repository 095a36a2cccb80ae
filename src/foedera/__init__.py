"""Foedera reads treaty compendia and keeps the way back from every datum to the printed characters.

The public API: `read`, `Entry`, `FoederaError`. Each is loaded on first use, so that `import foedera` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from foedera._version import __version__

if TYPE_CHECKING:
    from foedera.models.entries import Entry
    from foedera.models.errors import FoederaError
    from foedera.parsing.runs import read

__all__ = ["Entry", "FoederaError", "__version__", "read"]

_HOMES = {
    "Entry": "foedera.models.entries",
    "FoederaError": "foedera.models.errors",
    "read": "foedera.parsing.runs",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'foedera' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
