"""Articles in every style of numbering, and what looks like a heading but is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from tests.parsing.conftest import Sheet, codes, read_one

if TYPE_CHECKING:
    from foedera.models.entries import Entry

TITLE = "Treaty between Peru and Chile"
PREAMBLE = (
    "The Governments of Peru and Chile, wishing for peace on their frontier and at sea, wishing also to spare their "
    "peoples the cost of arms, and being convinced that the friendship of the two nations will be made lasting by the "
    "exact performance of what each has promised, have named as their envoys persons in whom they trust, who met at "
    "Lima, showed one another their full powers, found them in good and due form, and have agreed as follows:"
)
CLOSING = "Done at Lima, on May 4, 1931."
WORDS = ("There shall be peace between them.", "Each shall aid the other.", "This treaty shall be ratified.")


def treaty(*blocks: str, closing: str = CLOSING) -> Entry:
    """A bare treaty with a preamble and a closing, and these blocks between."""
    return read_one("\n\n".join([TITLE, PREAMBLE, *blocks, closing]), "treaty")


def marked(*marks: str) -> tuple[str, ...]:
    """Each mark before words of its own."""
    return tuple(f"{mark}{WORDS[index % 3]}" for index, mark in enumerate(marks))


def shape(entry: Entry) -> list[tuple[str, str, list[str]]]:
    """Label, printed mark and paragraphs of each article."""
    return [(article.label, article.printed, article.paragraphs) for article in entry.text.articles]


STYLES = [
    # id | the marks as printed
    ("Article with a stop", ["Article 1. ", "Article 2. ", "Article 3. "]),
    ("roman", ["Article I. ", "Article II. ", "Article III. "]),
    ("capitals, roman", ["ARTICLE I. ", "ARTICLE II. ", "ARTICLE III. "]),
    ("capitals, arabic", ["ARTICLE 1. ", "ARTICLE 2. ", "ARTICLE 3. "]),
    ("Art. and a dash", ["Art. I.—", "Art. II.—", "Art. III.—"]),
    ("ART.", ["ART. I. ", "ART. II. ", "ART. III. "]),
    ("an em dash glued", ["Article 1.—", "Article 2.—", "Article 3.—"]),
    ("an en dash glued", ["Article 1.–", "Article 2.–", "Article 3.–"]),
    ("a hyphen", ["Article 1.- ", "Article 2.- ", "Article 3.- "]),
    ("cardinal words", ["Article One. ", "Article Two. ", "Article Three. "]),
    ("ordinal words", ["Article the First. ", "Article the Second. ", "Article the Third. "]),
    ("ordinals after the word", ["Article 1st. ", "Article 2nd. ", "Article 3rd. "]),
    ("only the first says ART.", ["ART. I. ", "II. ", "III. "]),
    ("only the first says Article", ["Article I. ", "II. ", "III. "]),
    ("bare roman", ["I. ", "II. ", "III. "]),
    ("bare roman and a dash", ["I.—", "II.—", "III.—"]),
    ("bare arabic", ["1. ", "2. ", "3. "]),
    ("a section sign", ["§ 1. ", "§ 2. ", "§ 3. "]),
    ("a bracket", ["(1) ", "(2) ", "(3) "]),
    ("a bracket and a stop", ["(1). ", "(2). ", "(3). "]),
    ("half a bracket", ["1) ", "2) ", "3) "]),
    ("bare ordinals", ["1st. ", "2nd. ", "3rd. "]),
    ("French", ["Article 1er ", "Article 2 ", "Article 3 "]),
    ("French with stops", ["Article 1er. ", "Article 2. ", "Article 3. "]),
    ("Spanish", ["Artículo 1. ", "Artículo 2. ", "Artículo 3. "]),
    ("a colon", ["Article 1: ", "Article 2: ", "Article 3: "]),
    ("without a stop", ["Article 1 ", "Article 2 ", "Article 3 "]),
    ("on a line of its own", ["Article 1\n", "Article 2\n", "Article 3\n"]),
    ("on a line of its own, with a stop", ["ARTICLE I.\n", "ARTICLE II.\n", "ARTICLE III.\n"]),
    ("apart from its words", ["Article 1\n\n", "Article 2\n\n", "Article 3\n\n"]),
    ("words in capitals", ["ARTICLE ONE. ", "ARTICLE TWO. ", "ARTICLE THREE. "]),
]


@pytest.mark.parametrize(("marks"), [pytest.param(marks, id=name) for name, marks in STYLES])
def test_a_style_of_numbering_is_read(marks: list[str]) -> None:
    """Labels are 1, 2, 3; the mark is kept as printed; the words after it are the article's."""
    entry = treaty(*marked(*marks))
    assert shape(entry) == [(str(n), mark.strip(), [WORDS[n - 1]]) for n, mark in enumerate(marks, 1)]
    assert entry.text.preamble == PREAMBLE
    assert entry.text.closing == CLOSING
    assert not {"article-missing", "article-number-misread"} & set(codes(entry))


@pytest.mark.parametrize(("marks"), [pytest.param(marks, id=name) for name, marks in STYLES])
def test_a_style_of_numbering_is_read_without_empty_lines(marks: list[str]) -> None:
    """A page prints no empty lines between articles."""
    lines = "\n".join(
        [PREAMBLE, *(mark.strip(" ") + " " * mark.endswith(" ") + WORDS[n] for n, mark in enumerate(marks))]
    )
    entry = read_one(f"{TITLE}\n\n{lines}\n{CLOSING}", "treaty")
    assert [article.label for article in entry.text.articles] == ["1", "2", "3"]


def test_numbers_in_words_go_beyond_ten() -> None:
    """Words for numbers are read: "Article Sixteen." is number 16, "Article Twenty-first." 21."""
    names = (
        "One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen "
    )
    names += "Eighteen Nineteen Twenty Twenty-one"
    entry = treaty(*marked(*(f"Article {name}. " for name in names.split())))
    assert [article.label for article in entry.text.articles] == [str(n) for n in range(1, 22)]
    assert entry.text.articles[15].printed == "Article Sixteen."


MISREAD = [
    # the marks | the label of each | the marks of which it is said
    pytest.param(["Article l. ", "Article 2. ", "Article 3. "], ["1", "2", "3"], ["Article l."], id="l for 1"),
    pytest.param(["Article I. ", "Article 2. ", "Article 3. "], ["1", "2", "3"], [], id="I for 1"),
    pytest.param(["ART. 1. ", "ART. 11. ", "ART. III. "], ["1", "2", "3"], ["ART. 11."], id="11 for II"),
    pytest.param(["ART. I. ", "ART. Il. ", "ART. III. "], ["1", "2", "3"], ["ART. Il."], id="Il for II"),
]


@pytest.mark.parametrize(("marks", "labels", "said"), MISREAD)
def test_a_misread_number_is_what_its_place_demands(marks: list[str], labels: list[str], said: list[str]) -> None:
    """The label is the number in order; the mark stays as printed; a reading by place is said."""
    entry = treaty(*marked(*marks))
    assert [article.label for article in entry.text.articles] == labels
    assert [article.printed for article in entry.text.articles] == [mark.strip() for mark in marks]
    quotes = [issue.quote for issue in entry.issues if issue.code == "article-number-misread"]
    assert quotes == said


ROMAN = ["", "X", "XX", "XXX", "XL", "L", "LX"]
UNITS = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
LONG = [
    # the number that is misread | its print
    pytest.param(41, "LXI", id="LXI for XLI"),
    pytest.param(7, "V11", id="V11 for VII"),
    pytest.param(12, "Xll", id="Xll for XII"),
    pytest.param(14, "XlV", id="XlV for XIV"),
    pytest.param(6, "VL", id="VL for VI"),
]


@pytest.mark.parametrize(("number", "printed"), LONG)
def test_a_misread_roman_number_in_a_long_treaty_is_what_its_place_demands(number: int, printed: str) -> None:
    """Among 45 articles one is misread; all 45 are there, and only it is said."""
    romans = [ROMAN[n // 10] + UNITS[n % 10] for n in range(1, 46)]
    romans[number - 1] = printed
    entry = treaty(*marked(*(f"ARTICLE {each}. " for each in romans)))
    assert [article.label for article in entry.text.articles] == [str(n) for n in range(1, 46)]
    assert entry.text.articles[number - 1].printed == f"ARTICLE {printed}."
    assert "article-missing" not in codes(entry)


def test_the_tenth_article_printed_l0th_is_the_tenth() -> None:
    """Letters for digits in an ordinal are read by their place."""
    ordinals = ["1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "l0th", "11th"]
    entry = treaty(*marked(*(f"{each}. " for each in ordinals)))
    assert [article.label for article in entry.text.articles] == [str(n) for n in range(1, 12)]
    assert entry.text.articles[9].printed == "l0th."


def test_numbered_paragraphs_and_letters_are_paragraphs_of_their_article() -> None:
    """The mark "Article 2. 1." begins article 2, whose paragraphs keep their own numbers."""
    entry = treaty(
        "Article 1. There shall be peace.",
        "Article 2. 1. Each shall aid the other.\n2. The aid shall be:\n(a) of men;\n(b) of money.",
        "Article 3. This treaty shall be ratified.",
    )
    assert shape(entry) == [
        ("1", "Article 1.", ["There shall be peace."]),
        ("2", "Article 2.", ["1. Each shall aid the other.", "2. The aid shall be:", "(a) of men;", "(b) of money."]),
        ("3", "Article 3.", ["This treaty shall be ratified."]),
    ]


def test_a_numbered_paragraph_begins_one_even_after_a_full_line() -> None:
    """In a column whose lines are full no short line shows where a paragraph ends: the next one's number does."""
    lines = [
        "Article 2. 1. Each of the two shall aid the other in its war.",
        "2. The aid shall be of ships and of men, as many as are free.",
        "(a) The ships shall come to the port that the other may name;",
        "(b) the men shall march to the place that the other may name.",
    ]
    entry = read_one(
        Sheet(text="\n".join(["Article 1. The two shall keep the peace, and neither breaks it.", *lines, CLOSING]))
    )
    assert [label for label, _, _ in shape(entry)] == ["1", "2"]
    assert entry.text.articles[1].paragraphs == [lines[0].removeprefix("Article 2. "), *lines[1:]]


def test_numbers_that_restart_in_each_article_are_no_articles() -> None:
    """Where articles are named, bare numbers between them are their paragraphs."""
    entry = treaty(
        "Article 1.\n1. There shall be peace.\n2. It shall last.",
        "Article 2.\n1. Each shall aid the other.\n2. At once.",
    )
    assert [(label, len(words)) for label, _, words in shape(entry)] == [("1", 2), ("2", 2)]


def test_a_heading_glued_to_its_words_is_one() -> None:
    """Then "ARTICLE 2request" is article 2, whose words begin with "request"."""
    entry = treaty(
        "ARTICLE 1 There shall be peace.", "ARTICLE 2request may be made by each.", "ARTICLE 3 It shall last."
    )
    assert [label for label, _, _ in shape(entry)] == ["1", "2", "3"]
    assert entry.text.articles[1].paragraphs == ["request may be made by each."]


def test_a_note_mark_glued_to_a_number_is_not_part_of_it() -> None:
    """Between 2 and 4, "Article 363" is article 3 with a note mark; that it is read by its place is said."""
    marks = ["Article 1. ", "Article 2. ", "Article 363. ", "Article 4. "]
    entry = treaty(*marked(*marks))
    assert [label for label, _, _ in shape(entry)] == ["1", "2", "3", "4"]
    assert [issue.quote for issue in entry.issues if issue.code == "article-number-misread"] == ["Article 363."]


def test_a_missing_heading_is_said_and_no_article_made_up() -> None:
    """The numbers are as printed; the issue stands at the heading after the gap and names what is gone."""
    entry = treaty(*marked("Article 1. ", "Article 2. ", "Article 4. ", "Article 5. "))
    assert [label for label, _, _ in shape(entry)] == ["1", "2", "4", "5"]
    (issue,) = [issue for issue in entry.issues if issue.code == "article-missing"]
    assert issue.quote == "Article 4."
    assert "article 3:" in issue.message


MENTIONS = [
    "It shall be carried out as is laid down in\nArticle 5 of this treaty.",
    "It shall be carried out under the terms of\nArticle 1 and Article 2.",
    "It shall be carried out in accordance with\nArticles 1 and 2 of this treaty.",
    "It shall be carried out as said. Article 1 applies to it.",
    "It was first laid down in the treaty of\n1815. It is now renewed.",
    "It was first laid down in the treaty of\n1815.\nIt is now renewed.",
    "The ships of the emperor and of King Francis\nI. They shall be given back.",
    "It shall be carried out under\nArticle II, which stays in force.",
    "It shall be carried out as the treaty of Paris says in its\narticle 4.",
]


@pytest.mark.parametrize("words", MENTIONS)
def test_a_mention_at_the_start_of_a_line_is_no_heading(words: str) -> None:
    """A number or a word for article within a sentence is part of the article it stands in."""
    entry = treaty("Article 1. There shall be peace.", f"Article 2. {words}", "Article 3. It shall be ratified.")
    assert [label for label, _, _ in shape(entry)] == ["1", "2", "3"]
    assert " ".join(entry.text.articles[1].paragraphs) == " ".join(words.split())


def test_a_rubric_between_articles_is_said_and_is_in_neither() -> None:
    """A line in capitals before a heading is the heading of a group of articles."""
    entry = treaty("Article 1. There shall be peace.\n\nSUCCOURS", "Article 2. Each shall aid the other.")
    assert shape(entry) == [
        ("1", "Article 1.", ["There shall be peace."]),
        ("2", "Article 2.", ["Each shall aid the other."]),
    ]
    assert [issue.quote for issue in entry.issues if issue.code == "rubric"] == ["SUCCOURS"]


def test_articles_on_one_line_are_found_within_it() -> None:
    """A treaty printed as one line has its articles where their marks stand."""
    entry = read_one(
        f"{TITLE}\n\n{PREAMBLE} Article 1. There shall be peace. Article 2. Each shall aid the other, as is said in "
        f"Article 1. Article 3. This treaty shall be ratified. {CLOSING}",
        "treaty",
    )
    assert [label for label, _, _ in shape(entry)] == ["1", "2", "3"]
    assert entry.text.articles[1].paragraphs == ["Each shall aid the other, as is said in Article 1."]


def test_an_article_goes_on_over_a_page() -> None:
    """Its words are one paragraph; its evidence names both pages."""
    words = "Article 2. Each of the two shall aid the other with all the men and the ships that it may have in\f"
    entry = treaty("Article 1. There shall be peace.", words + "readiness.", "Article 3. It shall be ratified.")
    assert entry.text.articles[1].paragraphs[0].endswith("may have in readiness.")
    assert [span.page for span in entry.evidence["/text/articles/1"]] == [1, 2]


def test_articles_are_read_alike_in_a_compendium() -> None:
    """The layout changes the header, not the treaty."""
    text = "\n\n".join([PREAMBLE, *marked("Art. I.—", "Art. II.—", "Art. III.—"), CLOSING])
    entry = read_one(Sheet(text=text))
    assert [label for label, _, _ in shape(entry)] == ["1", "2", "3"]
    assert (entry.text.preamble, entry.text.closing) == (PREAMBLE, CLOSING)


STYLE = st.sampled_from(["Article {}. ", "ARTICLE {}\n", "Art. {}.—", "§ {}. ", "({}) "])


@settings(max_examples=30, deadline=None)
@given(STYLE, st.integers(min_value=2, max_value=40))
def test_as_many_articles_are_read_as_are_printed(style: str, count: int) -> None:
    """In each style, from 2 to 40 articles are numbered 1 to the last, and each has its words."""
    entry = treaty(*marked(*(style.format(n) for n in range(1, count + 1))))
    assert [article.label for article in entry.text.articles] == [str(n) for n in range(1, count + 1)]
    assert all(article.paragraphs == [WORDS[n % 3]] for n, article in enumerate(entry.text.articles))
