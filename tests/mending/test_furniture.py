"""Page furniture is cut, with its place kept in the map; what only looks like it stays."""

from __future__ import annotations

import pytest

from foedera.mending.furniture import cut_furniture
from foedera.models.pages import File, Page, Volume
from foedera.models.text import Text

TITLE = "Treaty of Alliance between France and Prussia"
HEADER = f"""\
2.1100 {TITLE}
Alliance Members:France and Prussia
Signed On:March 4, 1850, in the city of Paris.
Alliance Type:Entente (Type III)
"""
BEFORE = "the envoys were received with honour and went home\nat the end of the month."
AFTER = "Article 2. Both courts shall keep the peace of the sea\nand of the land."


def volume(*pages: str) -> Text:
    """The text of a volume of these pages."""
    numbered = tuple(Page(number, page) for number, page in enumerate(pages, 1))
    return Text.of(Volume(numbered, (File("a.txt", "0", 1, len(pages)),)))


def cut(*pages: str) -> str:
    """What is left of these pages."""
    return cut_furniture(volume(*pages)).value


SITE_LINES = [
    "Free download pdf",
    "Free Download PDF from books.example",
    "To view this image, please refer to the print version of this book",
    "please refer to the printed version",
    "Image not available in this edition",
    "www.books.example/treaties",
    "https://books.example/42?page=7",
    "Downloaded from books.example on May 3, 2014",
    "International Military Alliances, 1648-2008",
    "Watermarked copy 31",
    "Unregistered version",
    "Copyright 2009 by a publisher of books",
    "© 2009 A Publisher",
    "For personal use only",
    "[p. 348]",
    "[Page 12]",
    "— 348 —",
]
PROSE = [
    "The image of the king was to be removed from the coins.",
    "They were provided by the treaty with two thousand men.",
    "The copy was provided to the other court in three months",
    "The seal was created by the chapter of the cathedral",
    "It is not for the Parties to say what was not available",
    "[sic] as in the edition of the year",
    "— and so it was agreed —",
    "See chapter 3 of the book of the abbot for more of this",
    "page 348 of the first volume of the collection tells it",
]


@pytest.mark.parametrize("line", SITE_LINES)
def test_site_lines_are_cut_wherever_they_stand(line: str) -> None:
    """At the top, in the middle and at the foot of a page, a line of the site is gone and its neighbours stay."""
    assert cut(f"{line}\n{BEFORE}\n{AFTER}") == f"{BEFORE}\n{AFTER}"
    assert cut(f"{BEFORE}\n{line}\n{AFTER}") == f"{BEFORE}\n{AFTER}"
    assert cut(f"{BEFORE}\n{AFTER}\n{line}").rstrip() == f"{BEFORE}\n{AFTER}"


@pytest.mark.parametrize("line", PROSE)
def test_prose_that_holds_the_words_of_site_lines_stays(line: str) -> None:
    """A sentence with the words of a site line or a chapter opening is no furniture."""
    page = f"{BEFORE}\n{line}\n{AFTER}"
    assert cut(page) == page


HEADS = [
    pytest.param(TITLE, id="the title"),
    pytest.param("Treaty of Alliance between France", id="its beginning"),
    pytest.param("Alliance between France and Prussia", id="its end"),
    pytest.param(TITLE.upper(), id="in capitals"),
    pytest.param(f"{TITLE} 212", id="with a page number after"),
    pytest.param(f"212 {TITLE}", id="with a page number before"),
    pytest.param("Tr e a t y of Alliance between France and Prussia", id="spread"),
    pytest.param("Alliances of the Nineteenth Century", id="the chapter's name"),
    pytest.param("Nineteenth-Century Alliances", id="the chapter's short name"),
]
NOT_HEADS = [
    pytest.param("the French king shall hold both banks of the river", id="prose"),
    pytest.param("Article 3. France and Prussia shall send an army", id="an article"),
    pytest.param("France, Prussia and Russia, of the other part, who", id="prose with the parties' names"),
    pytest.param("who have signed this treaty of peace and friendship", id="prose with the title's words"),
    pytest.param("The President of the French Republic:", id="an envoy's master"),
    pytest.param("1. Both shall be heard.", id="a numbered paragraph"),
    pytest.param("Done at Paris, on March 4, 1850.", id="a closing formula"),
]


@pytest.mark.parametrize("head", HEADS)
def test_the_running_head_of_a_page_is_cut(head: str) -> None:
    """The title of the entry that goes on, whole or shortened, is no text when it heads the page."""
    assert cut(f"{HEADER}{BEFORE}", f"\n{head}\n\n{AFTER}") == f"{HEADER}{BEFORE}\n{AFTER}"


@pytest.mark.parametrize("line", NOT_HEADS)
def test_a_first_line_that_is_no_running_head_stays(line: str) -> None:
    """Text that goes on from the page before is kept, with the parties' names in it too."""
    assert cut(f"{HEADER}{BEFORE}", f"{line}\n{AFTER}") == f"{HEADER}{BEFORE}\n{line}\n{AFTER}"


@pytest.mark.parametrize(
    "line",
    [
        "Treaty.",
        "Prussia.",
        "France and Prussia.",
        "France, and",
        "The Treaty of Alliance between France and Prussia is void",
        "Treaty of Alliance between France and Prussia, signed at",
    ],
)
def test_a_real_line_that_looks_like_a_running_head_stays(line: str) -> None:
    """The end of a sentence, or one about the treaty itself, is text, though all its words are the title's."""
    before = f"{HEADER}{BEFORE[:-1]} and of the"
    assert cut(before, f"{line}\n{AFTER}") == f"{before}\n{line}\n{AFTER}"


@pytest.mark.parametrize(
    "line",
    ["provided by the Charter, and to the full extent of the law", "provided to the other court by the first, and"],
)
def test_a_line_of_prose_that_begins_like_a_site_line_stays(line: str) -> None:
    """`as provided by the Charter` may break after its first word."""
    page = f"The two courts shall meet once in each year for this end, as\n{line}\nin all things."
    assert cut(page) == page


def test_the_head_of_an_entry_that_starts_below_is_cut() -> None:
    """The head names the entry that starts on the page; the text under it belongs to the one before."""
    page = f"{TITLE}\n\n{AFTER}\n\n{HEADER}{BEFORE}"
    assert cut(page) == page.partition("\n\n")[2]


def test_the_title_of_an_entry_is_not_its_running_head() -> None:
    """A page that opens with an entry's number and title keeps both."""
    assert cut(f"{HEADER}{BEFORE}") == f"{HEADER}{BEFORE}"


def test_a_title_that_goes_on_over_the_page_stays() -> None:
    """The second line of a title at the top of the next page is the title's."""
    first, second = "2.1100 Treaty of Alliance between", "France and Prussia"
    rest = HEADER.partition("\n")[2]
    assert cut(f"{BEFORE}\n{first}", f"{second}\n{rest}") == f"{BEFORE}\n{first}\n{second}\n{rest}".rstrip()


FOLIOS = ["212", "- 212 -", "[212]", "xiv", "| 9 |"]
NOT_FOLIOS = ["In 1850 they met.", "1850 was the year", "12 000 men", "mixed", "civil"]


@pytest.mark.parametrize("folio", FOLIOS)
def test_folios_are_cut_at_head_and_foot(folio: str) -> None:
    """A number alone on the first or last line of a page is the page's."""
    assert cut(f"{folio}\n{BEFORE}", f"{AFTER}\n{folio}") == f"{BEFORE}\n{AFTER}"


@pytest.mark.parametrize("line", NOT_FOLIOS)
def test_a_first_line_that_is_no_folio_stays(line: str) -> None:
    """Words and numbers that are no page's number are text at the head of a page."""
    assert cut(f"{BEFORE}", f"{line}\n{AFTER}") == f"{BEFORE}\n{line}\n{AFTER}"


def test_a_number_alone_inside_a_page_stays() -> None:
    """Only the edges of a page hold folios."""
    page = f"{BEFORE}\n212\n{AFTER}\n{AFTER}\n{AFTER}"
    assert cut(page) == page


def test_lines_that_open_many_pages_alike_are_cut() -> None:
    """A line no list knows is furniture when page after page opens with it."""
    pages = [f"A Book of Pacts by N. N.\nThe words of page {'abcdefgh'[at]} stand here." for at in range(8)]
    left = cut(*pages)
    assert "A Book of Pacts" not in left
    assert left.count("\n") == 7


def test_a_line_that_two_pages_share_stays() -> None:
    """Two pages that open alike are chance."""
    pages = ["A Book of Pacts by N. N.\nThe words of one.", "A Book of Pacts by N. N.\nThe words of two."]
    assert cut(*pages).count("A Book of Pacts") == 2


def test_chapter_openings_are_cut() -> None:
    """The lines over the first entry of a chapter are no text."""
    page = f"Chapter Two\nAlliances of the Nineteenth Century\n\n{HEADER}{BEFORE}"
    assert cut(page) == f"{HEADER}{BEFORE}"


@pytest.mark.parametrize("pages", [("",), ("", ""), ("Free download pdf",), ("Free download pdf", "", "212")])
def test_pages_of_nothing_but_furniture_leave_nothing(pages: tuple[str, ...]) -> None:
    """No page without text of its own leaves a word, and none raises."""
    assert cut(*pages).strip() == ""


def test_a_sentence_over_a_running_head_keeps_its_places_on_both_pages() -> None:
    """The two halves run on; the evidence is a span on each page, and the head is in neither."""
    text = cut_furniture(volume(f"{HEADER}the envoys shall ex-", f"{TITLE}\n\nchange their powers"))
    start = text.value.index("shall")
    assert text.value[start:] == "shall ex-\nchange their powers"
    pages = [f"{HEADER}the envoys shall ex-", f"{TITLE}\n\nchange their powers"]
    quotes = [pages[span.page - 1][span.start : span.end] for span in text.evidence(start, len(text.value))]
    assert quotes == ["shall ex-", "change their powers"]
