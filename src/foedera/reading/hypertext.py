"""HTML: told by its name or first tags, decoded as it declares, and read as the text that it shows."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from foedera.models.errors import UnreadableInputError
from foedera.reading.binary import check_characters
from foedera.reading.decoding import decode, encoding_issues
from foedera.reading.elements import UNCLOSED
from foedera.reading.leaves import Format, Leaves, require_text
from foedera.reading.rendering import render

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIXES = (".html", ".htm", ".xhtml", ".hocr")
MOST_OPEN = 1000
MOST_WORDS_IN_A_TAG = 2000
_HEAD_BYTES = 4096
_DECLARABLE = r"cp(?:125[0-8]|437|85[02]|866)|iso8859-\d{1,2}|koi8-[ru]|mac-(?:roman|latin2)|utf-8"


def read_hypertext(data: bytes, name: str) -> Leaves:
    """The pages of an HTML file, with issues about its encoding.

    The raw text of a page is the text that `rendering.render` extracts, not the source with its tags: offsets count
    in it. The encoding is that of a byte order mark, else the one declared in a `meta` element or XML declaration,
    else found as for plain text. Raises `UnreadableInputError` for a page without text, for one with more than
    `MOST_OPEN` elements open at once and for a tag of more than `MOST_WORDS_IN_A_TAG` words (a `<` that is no tag):
    parsing time grows with the square of both.
    """
    decoded = decode(data, declared_encoding(data))
    check_characters(decoded.text, name)
    _check_tags(decoded.text, name)
    texts = render(decoded.text)
    require_text(texts, name)
    return Leaves(texts, encoding_issues(decoded, name, texts))


def declared_encoding(data: bytes) -> str | None:
    """The Python name of the encoding that the first 4 KiB declare, if it is one that text is written in.

    As browsers do, Latin-1 and ASCII are read as Windows-1252; a declaration of UTF-16 by a one-byte declaration, or
    of an unknown encoding, is none.
    """
    pattern = rb"""<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})"""
    declared = re.search(pattern, data[:_HEAD_BYTES], re.IGNORECASE)
    if declared is None:
        return None
    try:
        encoding = codecs.lookup(declared.group(1).decode("ascii", "replace")).name
    except LookupError:
        return None
    if encoding in ("iso8859-1", "ascii"):
        return "cp1252"
    return encoding if re.fullmatch(_DECLARABLE, encoding) else None


def _sniff(data: bytes, name: str) -> bool:
    """HTML by its first tag; by its name only if there is any tag, since plain text would lose its lines."""
    head = data[:_HEAD_BYTES].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if re.match(rb"<(?:!doctype html|html|head|body)\b", head):
        return True
    if re.match(rb"<(?:\?xml|!--)", head) and re.search(rb"<html\b", head):
        return True
    return name.lower().endswith(SUFFIXES) and re.search(rb"<[a-z!/]", head) is not None


def _check_tags(html: str, name: str) -> None:
    """Refuses what would keep the parser busy for minutes."""
    opened = 0
    for tag in _tags(html):
        if len(tag[3]) > MOST_WORDS_IN_A_TAG and len(tag[3].split()) > MOST_WORDS_IN_A_TAG:
            line = html.count("\n", 0, tag.start()) + 1
            raise UnreadableInputError(
                f"{name}: the tag <{tag[2]} in line {line} does not end: write &lt; if it is text"
            )
        if tag[2].lower() not in UNCLOSED:
            opened = max(0, opened - 1) if tag[1] else opened + 1
        if opened > MOST_OPEN:
            raise UnreadableInputError(
                f"{name}: has more than {MOST_OPEN:,} elements open at once: close them, for example with tidy"
            )


def _tags(html: str) -> Iterator[re.Match[str]]:
    """Start and end tags outside comments, scripts and styles: groups are the slash, the name and the rest."""
    pattern = re.compile(r"<(?:!--|(/?)([a-zA-Z][a-zA-Z0-9]{0,15})([^>]*))")
    tag = pattern.search(html)
    while tag is not None:
        end = _raw_end(html, tag)
        if tag[2] is not None:
            yield tag
        tag = pattern.search(html, end)


def _raw_end(html: str, tag: re.Match[str]) -> int:
    """Where markup goes on after `tag`: past the comment, script or style that it opens, or at once."""
    name = (tag[2] or "").lower()
    if tag[2] is None:
        end = html.find("-->", tag.end())
    elif name in ("script", "style") and not tag[1]:
        closing = re.compile(rf"</{name}", re.IGNORECASE).search(html, tag.end())
        end = closing.start() if closing else -1
    else:
        return tag.end()
    return end if end >= 0 else len(html)


HYPERTEXT = Format("HTML", _sniff, read_hypertext)
