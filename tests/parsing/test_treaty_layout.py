"""Bare treaties: texts without a compendium's header, of which only their own words are known."""

from __future__ import annotations

import pytest

from tests.parsing.conftest import Sheet, codes, read, read_one, read_treaty

TITLE = "Treaty of Peace between Peru and Chile"
PREAMBLE = (
    "The Governments of Peru and Chile, wishing for peace on their frontier and at sea, wishing also to spare their "
    "peoples the cost of arms, and being convinced that the friendship of the two nations will be made lasting by the "
    "exact performance of what each has promised, have named as their envoys persons in whom they trust, who met at "
    "Lima, showed one another their full powers, found them in good and due form, and have agreed as follows:"
)
ARTICLES = "Article 1. There shall be peace.\n\nArticle 2. It shall last."
WHOLE = f"{TITLE}\n\n{PREAMBLE}\n\n{ARTICLES}\n\nDone at Lima, on May 4, 1931.\n\n(L. S.) A. PRADO.\n(L. S.) J. MATTE."


def test_a_bare_treaty_is_one_entry_without_a_header() -> None:
    """Title, text, and the date and place of its closing; everything a header would say is empty."""
    entry = read_treaty(WHOLE)
    assert (entry.id, entry.number, entry.layout) == ("x", None, "treaty")
    assert (entry.title, entry.text.title) == (TITLE, TITLE)
    assert (entry.members, entry.types, entry.sources, entry.summary) == ([], [], [], None)
    assert entry.in_force.status == "not-stated"
    assert entry.text.grade == "text"
    assert entry.text.preamble == PREAMBLE
    assert [article.paragraphs for article in entry.text.articles] == [["There shall be peace."], ["It shall last."]]
    assert entry.text.signatures == ["A. PRADO.", "J. MATTE."]
    assert (entry.complete.start, entry.complete.end) == (True, True)


def test_the_layout_is_found_by_itself() -> None:
    """A text with a header or a text label is a compendium's, another is a treaty."""
    assert read_one(WHOLE).layout == "treaty"
    assert read_one(str(Sheet())).layout == "compendium"
    assert read_one(f"Alliance Text\n{ARTICLES}\n\nDone at Lima, on May 4, 1931.").layout == "compendium"


def test_a_compendium_read_as_a_treaty_is_one_entry() -> None:
    """The layout that the caller asks for decides, whatever the pages look like."""
    (entry,) = read(str(Sheet()) * 2, "treaty")
    assert (entry.layout, entry.number, entry.members) == ("treaty", None, [])


TITLES = [
    # the first lines | the title
    (f"{TITLE}\n", TITLE),
    ("TREATY OF PEACE\nBETWEEN PERU AND CHILE\n", "TREATY OF PEACE BETWEEN PERU AND CHILE"),
    ("Treaty of Peace\nbetween\nPeru and Chile\n", "Treaty of Peace between Peru and Chile"),
    ("Treaty of Peace,\nLima, 1931\n", "Treaty of Peace, Lima, 1931"),
]


@pytest.mark.parametrize(("lines", "title"), TITLES)
def test_the_first_lines_up_to_an_empty_one_are_the_title(lines: str, title: str) -> None:
    """They are one line in the record, and in no other part of the text."""
    entry = read_treaty(f"{lines}\n{PREAMBLE}\n\n{ARTICLES}\n\nDone at Lima, on May 4, 1931.")
    assert (entry.title, entry.text.title) == (title, title)
    assert entry.text.preamble == PREAMBLE
    assert entry.evidence["/title"] == entry.evidence["/text/title"]


def test_a_long_first_paragraph_is_no_title() -> None:
    """A treaty that begins with its preamble has no title."""
    entry = read_treaty(f"{PREAMBLE}\n\n{ARTICLES}\n\nDone at Lima, on May 4, 1931.")
    assert (entry.title, entry.text.title) == (None, None)
    assert entry.text.preamble == PREAMBLE


def test_a_short_treaty_has_its_title_too() -> None:
    """However soon the first article comes, the line above it is the title."""
    entry = read_treaty(f"{TITLE}\n\nPeru and Chile have agreed:\n\n{ARTICLES}\n\nDone at Lima, on May 4, 1931.")
    assert entry.title == TITLE
    assert entry.text.preamble == "Peru and Chile have agreed:"


OWN = [
    # the closing | date | place
    ("Done at Lima, on May 4, 1931.", "1931-05-04", "Lima"),
    ("Done at Lima on the 4th day of May, 1931.", "1931-05-04", "Lima"),
    ("Done in duplicate at San José, this fourth day of May, nineteen thirty-one.", "1931-05-04", "San José"),
    ("Done in the city of Lima, the 4th of May 1931.", "1931-05-04", "Lima"),
    ("DONE at Lima, the 4 May 1931.", "1931-05-04", "Lima"),
    ("Signed at Lima, May 4, 1931.", "1931-05-04", "Lima"),
    ("In witness whereof the envoys have signed this treaty.\nDone at Lima, May 4, 1931.", "1931-05-04", "Lima"),
    ("Fait à Lima, le 4 mai 1931.", "1931-05-04", "Lima"),
    ("Done at Lima.", None, "Lima"),
]


@pytest.mark.parametrize(("closing", "date", "place"), OWN)
def test_its_own_date_and_place_are_marked_as_from_the_text(closing: str, date: str | None, place: str) -> None:
    """Texts misprint dates: the record says where this one is from, and points to it."""
    entry = read_treaty(f"{TITLE}\n\n{PREAMBLE}\n\n{ARTICLES}\n\n{closing}")
    assert [(act.date, act.place, act.country, act.renews) for act in entry.signed] == [(date, place, None, None)]
    (issue,) = [issue for issue in entry.issues if issue.code == "date-from-text"]
    assert issue.at
    assert issue.quote is not None
    assert place in issue.quote
    assert ("/signed/0/date" in entry.evidence) == (date is not None)
    assert "/signed/0/place" in entry.evidence


def test_a_treaty_without_a_closing_has_no_date() -> None:
    """A date in the preamble or an article is not one of signature."""
    entry = read_treaty(
        f"{TITLE}\n\n{PREAMBLE}\n\nArticle 1. The treaty of June 2, 1921, done at Quito, stays in force."
    )
    assert entry.signed == []
    assert "date-from-text" not in codes(entry)
    assert "end-missing" in codes(entry)
    assert not entry.complete.end


def test_a_header_is_never_overruled_by_the_text() -> None:
    """In a compendium the header dates the entry, even where the closing has another day."""
    entry = read_one(
        Sheet(signed="May 4, 1931, in the city of Lima.", text=f"{ARTICLES}\n\nDone at Rome, on May 5, 1931.")
    )
    assert [(act.date, act.place) for act in entry.signed] == [("1931-05-04", "Lima")]
    assert "date-from-text" not in codes(entry)


CLAUSES = [
    ["That there be peace.", "That the prisoners be freed.", "That trade be open."],
    ["Item there be peace.", "Item the prisoners be freed.", "Item trade be open."],
    ["That there be peace;", "And that the prisoners be freed;", "Lastly, that trade be open."],
    ["First, there shall be peace.", "Item, the prisoners shall be freed.", "Likewise trade shall be open."],
]


@pytest.mark.parametrize("clauses", CLAUSES)
def test_clauses_without_numbers_are_numbered_in_order(clauses: list[str]) -> None:
    """Three or more that open alike are articles; they have no printed mark."""
    entry = read_treaty(f"{TITLE}\n\n{PREAMBLE}\n\n" + "\n\n".join(clauses) + "\n\nDone at Lima, on May 4, 1731.")
    assert [(article.label, article.printed, article.paragraphs) for article in entry.text.articles] == [
        (str(n), "", [words]) for n, words in enumerate(clauses, 1)
    ]
    assert entry.text.preamble == PREAMBLE


def test_a_text_without_marks_is_one_unnumbered_article() -> None:
    """So that its words are in the record; there is no preamble, for none can be told from them."""
    words = "Peru and Chile shall keep the peace, and shall send no ships to the coast of the other."
    entry = read_treaty(f"{TITLE}\n\n{words}\n\nDone at Lima, on May 4, 1931.")
    assert [(article.label, article.printed, article.paragraphs) for article in entry.text.articles] == [
        ("unnumbered", "", [words])
    ]
    assert (entry.text.preamble, entry.text.closing) == (None, "Done at Lima, on May 4, 1931.")


LINES = [
    ("Article {}. ", ["1", "2", "3"]),
    ("ARTICLE {} ", ["1", "2", "3"]),
    ("Art. {}. ", ["1", "2", "3"]),
    ("{}. ", ["1", "2", "3"]),
    ("({}) ", ["1", "2", "3"]),
]


@pytest.mark.parametrize(("mark", "labels"), LINES)
def test_a_whole_treaty_on_one_line_has_its_articles(mark: str, labels: list[str]) -> None:
    """Marks after sentences within running text are headings when they number on from one."""
    words = ["There shall be peace between the two.", "Each shall aid the other in war.", "It shall be ratified soon."]
    run = " ".join(mark.format(n) + each for n, each in enumerate(words, 1))
    entry = read_treaty(f"{PREAMBLE} {run} Done at Lima, on May 4, 1931.")
    assert [(article.label, article.printed, article.paragraphs) for article in entry.text.articles] == [
        (label, mark.format(label).strip(), [each]) for label, each in zip(labels, words, strict=True)
    ]
    assert entry.text.preamble == PREAMBLE
    assert entry.text.closing == "Done at Lima, on May 4, 1931."


def test_numbers_of_other_entries_are_references_in_a_treaty_too() -> None:
    """A mention in the text is listed."""
    entry = read_treaty(
        f"{TITLE}\n\n{PREAMBLE}\n\n{ARTICLES} See Alliance no. 3.1141.\n\nDone at Lima, on May 4, 1931."
    )
    assert entry.references == ["3.1141"]


@pytest.mark.parametrize("text", ["", " \n\n ", "\f", "\n\f\n\f"])
def test_pages_without_words_give_a_record_without_values(text: str) -> None:
    """Where the reader lets such a file in, nothing is made up of it."""
    (entry,) = read(f"{text}.", "treaty")
    assert (entry.title, entry.members, entry.signed, entry.text.signatures) == (None, [], [], [])
