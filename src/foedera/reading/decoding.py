"""Bytes become text: UTF-8, UTF-16, or a one-byte encoding that was declared or guessed."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.models.issues import Issue
from foedera.models.spans import Span
from foedera.reading.guessing import guess_encoding

if TYPE_CHECKING:
    from collections.abc import Sequence

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
ENCODING_NAMES = {
    "cp1252": "Windows-1252 (Latin-1)",
    "cp1250": "Windows-1250",
    "iso8859-2": "ISO 8859-2 (Latin-2)",
    "mac_roman": "Mac Roman",
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16 (little-endian)",
    "utf-16-be": "UTF-16 (big-endian)",
}
_PATTERN_BYTES = 4096
_FEWEST_BYTES = 4
_WORD_SIDE = 40


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text without its byte order mark, and the Python name of its encoding.

    `guessed` tells that nothing in the file proves the encoding; `replaced` counts the places where bytes meant nothing
    in it and U+FFFD stands for them.
    """

    text: str
    encoding: str
    guessed: bool = False
    replaced: int = 0


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decodes any bytes: a byte order mark first, then what the file itself `declared`, then what the bytes show.

    Without mark and declaration the order is UTF-16 by its pattern of NULs, strict UTF-8, UTF-8 with damage (more good
    sequences than bad bytes), and last a guess among `guessing.CANDIDATES`. Newlines stay as they are. A declaration
    of UTF-8 is only believed as far as the bytes bear it out. Never raises.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    if declared is not None and declared != "utf-8":
        return _decoded(data, declared)
    wide = _utf16_without_mark(data)
    return _decoded(data, wide, guessed=True) if wide else _decode_narrow(data)


def _decode_narrow(data: bytes) -> Decoded:
    """Strict UTF-8, damaged UTF-8, or a guess."""
    utf8 = _decoded(data, "utf-8")
    if utf8.replaced == 0 or _good_sequences(utf8.text) > utf8.replaced:
        return utf8
    return _decoded(data, guess_encoding(data), guessed=True)


def _decoded(data: bytes, encoding: str, *, guessed: bool = False) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding, guessed)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    printed = data.count("\ufffd".encode()) if encoding == "utf-8" else 0
    return Decoded(text, encoding, guessed, max(1, text.count("\ufffd") - printed))


def _good_sequences(text: str) -> int:
    return sum(1 for _ in re.finditer(r"[^\x00-\x7f\ufffd]", text))


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 when at least a quarter of the first pairs hold a NUL on one side and hardly any on the other."""
    head = data[:_PATTERN_BYTES]
    if len(head) < _FEWEST_BYTES:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 4 < len(head[1::2]) or min(even, odd) * 10 > max(even, odd) or even == odd:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def encoding_issues(decoded: Decoded, name: str, pages: Sequence[str]) -> tuple[Issue, ...]:
    """What to say of the decoding of the file `name`: `encoding-guessed` and `undecodable-bytes`.

    Each is placed at the first word of `pages` (numbered from 1) that depended on it.
    """
    encoding = ENCODING_NAMES.get(decoded.encoding, decoded.encoding)
    issues = []
    if decoded.guessed:
        message = f"{name}: its encoding was guessed, it is read as {encoding}"
        issues.append(_issue("encoding-guessed", message, r"[^\x00-\x7f]", pages))
    if decoded.replaced:
        places = "1 place" if decoded.replaced == 1 else f"{decoded.replaced:,} places"
        message = f"{name}: bytes in {places} mean nothing in {encoding}; U+FFFD stands for them"
        issues.append(_issue("undecodable-bytes", message, "\ufffd", pages))
    return tuple(issues)


def _issue(code: str, message: str, pattern: str, pages: Sequence[str]) -> Issue:
    """The issue at the word around the first hit of `pattern`, if there is one."""
    for number, text in enumerate(pages, start=1):
        hit = re.search(pattern, text)
        if hit is not None:
            start, end = _word_around(text, hit.start())
            return Issue(
                code=code, message=message, at=[Span(page=number, start=start, end=end)], quote=text[start:end]
            )
    return Issue(code=code, message=message)


def _word_around(text: str, place: int) -> tuple[int, int]:
    """Start and end of the word that the character at `place` is of, at most 40 characters to each side."""
    left = re.search(r"\S*\Z", text[max(0, place - _WORD_SIDE) : place])
    right = re.match(r"\S*", text[place + 1 : place + _WORD_SIDE])
    return place - len(left[0] if left else ""), place + 1 + len(right[0] if right else "")
