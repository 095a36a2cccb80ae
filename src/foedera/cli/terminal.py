"""The console on standard output, and words made safe for it."""

from __future__ import annotations

import re
import sys
from typing import NoReturn

from rich.console import Console
from rich.text import Text

_UNCUT = 100_000
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class _Console(Console):
    def on_broken_pipe(self) -> NoReturn:
        """Leaves it to the shell's own handling, where rich would exit with 1."""
        raise BrokenPipeError


def console(*, uncut: bool = False) -> Console:
    """A console that takes no words for markup; `uncut`, outside a terminal, with lines of any length."""
    width = _UNCUT if uncut and not sys.stdout.isatty() else None
    return _Console(markup=False, highlight=False, emoji=False, width=width)


def clean(words: str, style: str = "") -> Text:
    """The words as they are, but U+FFFD for characters that could steer a terminal; brackets are no markup."""
    return Text(_STEERING.sub("\ufffd", words), style)
