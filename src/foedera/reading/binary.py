"""Files that are not text: told by their first bytes, or by characters that no page has, and refused with a mend."""

from __future__ import annotations

import re
from typing import NoReturn

from foedera.models.errors import UnreadableInputError
from foedera.reading.leaves import Format

_SAVE_AS_TEXT = "save it as plain text or HTML first"
_UNPACK = "unpack it first"
_RECOGNISE = "run text recognition over it first"
# First bytes, what they tell, and the mend. PDF leaves this table when its own reader comes.
SIGNATURES = (
    (b"%PDF-", "a PDF", "extract its text first, for example with pdftotext"),
    (b"PK\x03\x04", "a ZIP archive or an office document", _SAVE_AS_TEXT),
    (b"PK\x05\x06", "an empty ZIP archive", _UNPACK),
    (b"\xd0\xcf\x11\xe0", "an old office document", _SAVE_AS_TEXT),
    (b"{\\rtf", "a rich text (RTF) document", _SAVE_AS_TEXT),
    (b"%!PS", "a PostScript file", "extract its text first, for example with ps2ascii"),
    (b"AT&TFORM", "a DjVu file", "extract its text first, for example with djvutxt"),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"BZh91AY", "a bzip2 archive", _UNPACK),
    (b"\xfd7zXZ\x00", "an xz archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"\x89PNG", "a PNG image", _RECOGNISE),
    (b"\xff\xd8\xff", "a JPEG image", _RECOGNISE),
    (b"GIF87a", "a GIF image", _RECOGNISE),
    (b"GIF89a", "a GIF image", _RECOGNISE),
    (b"II*\x00", "a TIFF image", _RECOGNISE),
    (b"MM\x00*", "a TIFF image", _RECOGNISE),
    (b"\x00\x00\x00\x0cjP", "a JPEG 2000 image", _RECOGNISE),
    (b"\x7fELF", "a program", "give a file with text"),
    (b"SQLite format 3\x00", "a SQLite database", "give a file with text"),
)
_SAMPLE = 1 << 16
_FEWEST_CONTROLS = 8
_CONTROLS_PER_CENT = 5


def check_characters(text: str, name: str) -> None:
    """Raises `UnreadableInputError` when decoded `text` has NULs, or more control characters than a page ever has.

    Some extractors leave one where a hyphen stood: up to 5 in 100 characters, or 8 in all, pass.
    """
    if "\0" in text:
        raise UnreadableInputError(f"{name}: has NUL characters, so it is not text: give a text or HTML file")
    sample = text[:_SAMPLE]
    controls = sum(1 for _ in re.finditer(r"[\x01-\x08\x0e-\x1f\x7f]", sample))
    if controls > _FEWEST_CONTROLS and controls * 100 > len(sample) * _CONTROLS_PER_CENT:
        raise UnreadableInputError(
            f"{name}: is full of control characters, so it is not text: give a text or HTML file"
        )


def _sniff(data: bytes, _name: str) -> bool:
    return any(data.startswith(signature) for signature, _, _ in SIGNATURES)


def _refuse(data: bytes, name: str) -> NoReturn:
    what, mend = next((what, mend) for signature, what, mend in SIGNATURES if data.startswith(signature))
    raise UnreadableInputError(f"{name}: is {what}, and this version reads text and HTML: {mend}")


BINARY = Format("binary", _sniff, _refuse)
