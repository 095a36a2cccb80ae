"""Prints the starter compendium from its structured source: `python -m benchmarks.print_starter [--check]`.

`src/foedera/knowledge/starter/entries.yaml` is what people edit; `compendium.txt` beside it is what this makes of it,
in the layout of a printed compendium: running heads, glued labels, hyphens at line ends, folios, pages parted by form
feeds. The same source gives the same bytes.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

STARTER = Path(__file__).resolve().parent.parent / "src" / "foedera" / "knowledge" / "starter"
SOURCE = STARTER / "entries.yaml"
PRINT = STARTER / "compendium.txt"

WIDTH = 63
TITLE_WIDTH = 48
PAGE_LINES = 46
ROOM_FOR_AN_ENTRY = 8
GAP_WORTH_A_HYPHEN = 4
LONG_ENOUGH = 6

# The words of treaties, with every place where a line may break them; our own few rules below do for some of the rest.
_WORDS = """
ag-gres-sion Al-li-ance al-li-ance Ar-ti-cle ar-ti-cle Ar-ti-cles ar-ti-cles as-sist-ance Aus-tria Bel-gium be-tween
cir-cum-stances com-mon con-clude con-cluded con-sid-ered con-sult Con-tract-ing Coun-cil coun-cil Czecho-slo-va-kia
De-cem-ber dec-la-ra-tion de-clare de-fence de-fense de-nounce dip-lo-matic dur-ing eco-nomic ex-change ex-changed
Feb-ru-ary for-eign fron-tier fron-tiers Ger-many Gov-ern-ment gov-ern-ment Gov-ern-ments hos-til-i-ties Hun-gary
in-de-pend-ence in-flu-ence in-teg-rity in-ter-est in-ter-ests in-ter-na-tional Lith-u-ania main-tain meas-ures
mem-ber mem-bers mil-i-tary min-is-ter nec-es-sary ne-go-ti-a-tions neu-tral-ity No-vem-ber ob-serve oc-cu-pa-tion
Oc-to-ber or-ga-ni-za-tion par-tic-u-lar Par-ties peace-ful po-lit-i-cal Por-tu-gal Pow-ers pow-ers pres-ent
pro-vi-sions rat-i-fi-ca-tion rat-i-fi-ca-tions rat-i-fied re-gard re-la-tions re-main re-spect se-cu-rity sep-a-rate
Sep-tem-ber set-tle-ment sig-na-ture sov-er-eignty sup-port ter-ri-to-rial ter-ri-tory threat-ened treat-ies
un-der-take un-der-takes what-ever with-out Yu-go-slavia
"""
_LISTED = {word.replace("-", ""): word for word in _WORDS.split()}
# Endings that follow a whole syllable, and beginnings that are one; a beginning needs a consonant after it.
_ENDING = re.compile(r"^[A-Za-z]*[aeiouy][a-z]*[a-z]{2}(?=(?:tions?|ments?|sion|ness|ship)$)")
_BEGINNING = re.compile(r"^(?:[Cc]on|[Ii]nter|[Uu]nder|[Cc]ounter)(?=[bcdfgjlmnpqstvw][aeiourlt][a-z]{2})")


@dataclass(frozen=True)
class Line:
    """One line of the print; `entry` is the number of the entry it belongs to, `first` marks its first line."""

    text: str
    entry: str = ""
    first: bool = False


@dataclass
class Page:
    """One page: its lines without head and folio, and the chapter that opens on it, if one does."""

    lines: list[Line] = field(default_factory=list)
    chapter: str | None = None


def breaks(word: str) -> list[int]:
    """The places inside `word` where a line may end: after a hyphen of its own, or where a soft one may be put."""
    hard = [found.end() for found in re.finditer(r"(?<=[a-z])-(?=[A-Za-z]{3})", word)]
    if hard:
        return hard
    core = re.match(r"[A-Za-z]+", word)
    if core is None or len(core.group()) < LONG_ENOUGH or len(word) - len(core.group()) > 2:
        return []
    listed = _LISTED.get(core.group())
    if listed is not None:
        syllables = listed.split("-")
        return [len("".join(syllables[:count])) for count in range(1, len(syllables))]
    return sorted({found.end() for rule in (_BEGINNING, _ENDING) if (found := rule.match(core.group()))})


def _split(word: str, room: int) -> tuple[str, str] | None:
    """The longest part of `word` that fits into `room` with its hyphen, and the rest."""
    for place in reversed(breaks(word)):
        head = word[:place] if word[place - 1] == "-" else word[:place] + "-"
        if len(head) <= room:
            return head, word[place:]
    return None


def wrap(text: str, width: int = WIDTH, *, hyphens: bool = True) -> list[str]:
    """`text` in lines of at most `width` characters (a longer word stands alone), hyphenated where one would gape."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        rest = word
        room = width - len(line) - (1 if line else 0)
        if len(rest) > room and line:
            parts = _split(rest, room) if hyphens and room >= GAP_WORTH_A_HYPHEN else None
            if parts:
                line, rest = f"{line} {parts[0]}", parts[1]
            lines.append(line)
            line = ""
        line = f"{line} {rest}" if line else rest
    return [*lines, line] if line else lines


def _marked(printed: str, paragraphs: list[str], *, own_line: bool) -> list[str]:
    """An article's paragraphs, its mark set before the first of them or on a line of its own."""
    if own_line:
        return [printed, *paragraphs]
    gap = "" if printed.endswith(("—", "–")) else " "
    return [printed + gap + paragraphs[0], *paragraphs[1:]]


def _articles(articles: list[dict[str, Any]], *, own_line: bool) -> list[str]:
    return [
        paragraph
        for article in articles
        for paragraph in _marked(article["printed"], article["paragraphs"], own_line=own_line)
    ]


def _treaty(entry: dict[str, Any]) -> list[str]:
    """The paragraphs of an Alliance Text; an empty one is a blank line."""
    text, own_line = entry["text"], entry["printed"].get("headings") == "own-line"
    end = [*filter(None, [text["closing"]]), *text["signatures"]]
    main = [*filter(None, [text["preamble"]]), *_articles(text["articles"], own_line=own_line)]
    annexes: list[str] = []
    for annex in text["annexes"]:
        annexes += ["", annex["title"], *annex["paragraphs"], *_articles(annex["articles"], own_line=own_line)]
    return main + (annexes + end if entry["printed"].get("closing") == "last" else end + annexes)


def _header(entry: dict[str, Any]) -> list[str]:
    first, *others = [source["text"] for source in entry["sources"]]
    types = "; ".join(f"{kind['label']} (Type {kind['class']})" for kind in entry["types"])
    fields = [
        f"Alliance Members:{entry['printed']['members']}",
        f"Signed On:{entry['printed']['signed']}",
        f"Alliance Type:{types}",
        f"Source:{first}",
    ]
    if others:
        fields.append("Additional Citations:" + "; ".join([*(text.rstrip(".") for text in others[:-1]), others[-1]]))
    return fields


def entry_lines(entry: dict[str, Any]) -> list[Line]:
    """One entry as it is printed, a blank line before it."""
    description = entry["text"]["grade"] == "description"
    body = [
        "",
        *_header(entry),
        "",
        "SUMMARY",
        *entry["summary"],
        "",
        "Description of Terms" if description else "Alliance Text",
        *(entry["text"]["paragraphs"] if description else _treaty(entry)),
    ]
    title = wrap(f"{entry['number']} {entry['title']}", TITLE_WIDTH, hyphens=False)
    set_lines = [line for paragraph in body for line in (wrap(paragraph) or [""])]
    number = entry["number"]
    return [
        Line("", number),
        Line(title[0], number, first=True),
        *(Line(text, number) for text in title[1:] + set_lines),
    ]


def _chapter_pages(entries: list[dict[str, Any]], chapter: str) -> list[Page]:
    pages = [Page(chapter=chapter)]
    for entry in entries:
        lines = entry_lines(entry)
        if PAGE_LINES - len(pages[-1].lines) < ROOM_FOR_AN_ENTRY:
            pages.append(Page())
        for line in lines:
            if len(pages[-1].lines) == PAGE_LINES:
                pages.append(Page())
            if line.text or pages[-1].lines:
                pages[-1].lines.append(line)
    return pages


def _head(page: Page, folio: int, heads: dict[str, str]) -> str:
    """The running head: the first entry to start on an odd page, the last on an even one, else the one that goes on."""
    if page.chapter is not None:
        return page.chapter
    starting = [line.entry for line in page.lines if line.first]
    if not starting:
        return heads[page.lines[0].entry]
    return heads[starting[0] if folio % 2 else starting[-1]]


def printed(volume: dict[str, Any]) -> str:
    """The whole compendium: a page of front matter without a head, then chapter after chapter."""
    entries = volume["entries"]
    heads = {entry["number"]: entry.get("head", entry["title"]) for entry in entries}
    front = volume["volume"]
    paragraphs = [front["title"], "", *front["note"]]
    pages = ["\n".join([*(line for text in paragraphs for line in (wrap(text) or [""])), "", "1"])]
    for digit, name in front["chapters"].items():
        of_chapter = [entry for entry in entries if entry["number"].startswith(f"{digit}.")]
        for page in _chapter_pages(of_chapter, name):
            folio = len(pages) + 1
            body = [line.text for line in page.lines]
            pages.append("\n".join([_head(page, folio, heads), "", *body, "", str(folio)]))
    return "\n\f".join(pages) + "\n"


def load() -> dict[str, Any]:
    """The structured source."""
    volume: dict[str, Any] = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
    return volume


def main(arguments: list[str]) -> int:
    """Write the print, or with `--check` only say (exit code 1) that the stored one is not what the source gives."""
    text = printed(load())
    if "--check" in arguments:
        same = PRINT.read_text(encoding="utf-8") == text
        print(f"{PRINT} is {'up to date' if same else 'stale: run python -m benchmarks.print_starter'}")
        return 0 if same else 1
    PRINT.write_text(text, encoding="utf-8", newline="\n")
    print(f"{PRINT}: {text.count(chr(12)) + 1} pages")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
