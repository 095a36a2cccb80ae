"""First step: one kind of line end, one kind of space, no invisible characters, ligatures as letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.models.text import Edit

if TYPE_CHECKING:
    from foedera.models.text import Text

_REPLACED = {
    "\r\n": "\n",
    "\r": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "\x0b": "\n",
    "\x85": "\n",
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    "\u2010": "-",
    "\u2011": "-",
    "\u02bc": "’",
    "\u017f": "s",
}
# U+00AD and U+FFFE at a line end are the hyphen step's evidence; all else that has no width goes.
_PATTERN = re.compile(
    "\r\n|[\r\u2028\u2029\x0b\x85\ufb00-\ufb06\u2010\u2011\u02bc\u017f]|[\xa0\u2000-\u200a\u202f\u205f\u3000\t]"
    "|[\ufeff\u200b-\u200f\u2060\x00-\x08\x0e-\x1f]|\xad(?![ \t]*[\r\n\f])"
)


def tidy_characters(text: Text) -> Text:
    """Unify line ends and spaces, drop invisible characters, spell out ligatures."""
    return text.edit(
        "characters", (Edit(hit.start(), hit.end(), _tidy(hit.group())) for hit in _PATTERN.finditer(text.value))
    )


def _tidy(found: str) -> str:
    if found in _REPLACED:
        return _REPLACED[found]
    return " " if found.isspace() else ""
