"""Plain text: form feeds end pages, everything else is kept as it was decoded."""

from __future__ import annotations

from foedera.models.pages import PAGE_BREAK
from foedera.reading.binary import check_characters
from foedera.reading.decoding import decode, encoding_issues
from foedera.reading.leaves import Format, Leaves, require_text


def split_pages(text: str) -> tuple[str, ...]:
    """The pages of `text`: each form feed ends one and belongs to none; blanks after the last one make no page."""
    pages = text.split(PAGE_BREAK)
    if len(pages) > 1 and not pages[-1].strip():
        pages.pop()
    return tuple(pages)


def read_plain(data: bytes, name: str) -> Leaves:
    """The pages of a plain text file, with issues about its encoding.

    The raw text of a page is the decoded text, character for character: line ends stay CR, LF or CRLF. Only a byte
    order mark at the very start and the form feeds are left out. Raises `UnreadableInputError` for what is no text.
    """
    decoded = decode(data)
    check_characters(decoded.text, name)
    texts = split_pages(decoded.text)
    require_text(texts, name)
    return Leaves(texts, encoding_issues(decoded, name, texts))


def _any(_data: bytes, _name: str) -> bool:
    return True


PLAIN = Format("plain text", _any, read_plain)
