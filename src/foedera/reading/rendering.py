"""HTML as lines of text on pages: what a reader of the printed page would see, in document order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from foedera.reading.elements import BLOCKS, CELLS, DROPPED, PARAGRAPHS, PRESERVED
from foedera.reading.lists import item_marker, list_start
from foedera.reading.pagemarks import breaks_after, breaks_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode


def render(html: str) -> tuple[str, ...]:
    """The pages of `html` that hold text; one empty page if none does.

    Blocks and `<br>` make new lines, paragraphs, headings, lists and tables a blank line too, cells of a row a tab.
    `DROPPED` elements are left out. Blanks run together except in `<pre>`; no line ends in blanks. Ordered lists get
    the numbers that a browser prints. Page breaks are those of `pagemarks`, and form feeds in `<pre>`.
    """
    root = LexborHTMLParser(html).body
    printer = _Printer()
    if root is not None:
        _print_nodes(root, printer)
    return printer.pages()


class _Printer:
    """Takes text and breaks in order; holds back line ends until text follows them."""

    def __init__(self) -> None:
        self._pages: list[str] = []
        self._parts: list[str] = []
        self._owed = 0  # line ends due before the next text
        self._tail = "\n"  # the last character of the page, or a line end when it has none

    def write(self, text: str) -> None:
        """Adds running text: blanks run together, none at the start of a line."""
        text = re.sub(r"[ \t\n\r\f]+", " ", text)
        if self._owed or self._tail in " \n\t":
            text = text.lstrip(" ")
        self._add(text)

    def write_preserved(self, text: str) -> None:
        """Adds text with its own blanks and line ends; a form feed in it ends the page."""
        for i, piece in enumerate(text.split("\f")):
            if i:
                self.end_page()
            self._add(piece)

    def end_lines(self, count: int) -> None:
        """Owes at least `count` line ends to the text that comes next."""
        self._owed = max(self._owed, count)

    def break_line(self) -> None:
        """Adds one line end, whatever stands before it."""
        self._add("\n")

    def next_cell(self) -> None:
        """Adds a tab unless the row begins here."""
        if not self._owed and self._tail != "\n":
            self._add("\t")

    def end_page(self) -> None:
        """Ends the page if it has text."""
        page = "\n".join(line.rstrip(" \t") for line in "".join(self._parts).split("\n")).strip("\n")
        if page:
            self._pages.append(page)
        self._parts, self._owed, self._tail = [], 0, "\n"

    def pages(self) -> tuple[str, ...]:
        """All pages, the last one ended."""
        self.end_page()
        return tuple(self._pages) or ("",)

    def _add(self, text: str) -> None:
        if not text:
            return
        if self._owed and self._parts:
            self._parts.append("\n" * max(0, self._owed - self._line_ends()))
        self._owed = 0
        self._parts.append(text)
        self._tail = text[-1]

    def _line_ends(self) -> int:
        """How many line ends the page ends in, up to two."""
        end = "".join(self._parts[-2:])[-2:]
        return len(end) - len(end.rstrip("\n"))


def _print_nodes(root: LexborNode, printer: _Printer) -> None:
    preserved = 0
    counters: list[int] = []
    for node, entering in _walk(root):
        tag = node.tag or ""
        if node.is_text_node:
            (printer.write_preserved if preserved else printer.write)(node.text_content or "")
        elif node.is_element_node:
            preserved += (1 if entering else -1) if tag in PRESERVED else 0
            _print_edge(node, tag, printer, entering=entering)
            _number_item(node, tag, counters, printer, entering=entering)


def _print_edge(node: LexborNode, tag: str, printer: _Printer, *, entering: bool) -> None:
    """What the start or the end of an element prints."""
    block = tag in BLOCKS
    if block:
        printer.end_lines(2 if tag in PARAGRAPHS else 1)
    elif entering and tag == "br":
        printer.break_line()
    elif entering and tag in CELLS:
        printer.next_cell()
    if (breaks_before if entering else breaks_after)(node.attributes, block=block):
        printer.end_page()


def _number_item(node: LexborNode, tag: str, counters: list[int], printer: _Printer, *, entering: bool) -> None:
    """Keeps the number of the next item of each open ordered list, and prints it before the item."""
    if tag == "ol":
        if entering:
            counters.append(list_start(node.attributes))
        else:
            counters.pop()
    elif tag == "li" and entering and counters and node.parent is not None and node.parent.tag == "ol":
        marker, counters[-1] = item_marker(node.parent.attributes, node.attributes, counters[-1])
        printer.write(marker)


def _walk(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Each node below `root` when it starts (True) and again when it ends (False), without `DROPPED` elements."""
    stack = [(child, True) for child in reversed(_children(root))]
    while stack:
        node, entering = stack.pop()
        yield node, entering
        if entering and node.is_element_node:
            stack.append((node, False))
            stack.extend((child, True) for child in reversed(_children(node)))


def _children(node: LexborNode) -> list[LexborNode]:
    return [child for child in node.iter(include_text=True) if child.tag not in DROPPED]
