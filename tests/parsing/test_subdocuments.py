"""Sub-documents: secret articles, protocols, notes and annexes have numbers, and words, of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.parsing.conftest import Sheet, codes, read_one

if TYPE_CHECKING:
    from foedera.models.entries import Entry

MAIN = (
    "The two governments have agreed as follows:\n\n"
    "Article 1. There shall be peace.\n\nArticle 2. It shall last.\n\n"
    "Done at Lima, on May 4, 1931.\n\n(L. S.) A. PRADO.\n(L. S.) J. MATTE."
)
OWN = "Article 1. It shall be kept secret.\n\nArticle 2. Ships shall be sent.\n\nArticle 3. Men shall be sent."


def treaty(*blocks: str) -> Entry:
    """An entry whose text is a treaty of two articles and what follows it."""
    return read_one(Sheet(text="\n\n".join([MAIN, *blocks])))


HEADINGS = [
    # the heading's line | its kind
    ("SECRET ARTICLES", "secret-articles"),
    ("Secret Articles", "secret-articles"),
    ("SEPARATE AND SECRET ARTICLES", "secret-articles"),
    ("Additional Secret Articles", "secret-articles"),
    ("SEPARATE ARTICLES", "separate-articles"),
    ("Separate Articles.", "separate-articles"),
    ("ADDITIONAL ARTICLES", "separate-articles"),
    ("Articles Séparés", "separate-articles"),
    ("PROTOCOL", "protocol"),
    ("Secret Protocol", "protocol"),
    ("Final Protocol", "protocol"),
    ("Protocol of Signature", "protocol"),
    ("SECRET ADDITIONAL PROTOCOL", "protocol"),
    ("Protocol No. 2", "protocol"),
    ("MINISTERIAL DECLARATION", "declaration"),
    ("Declaration", "declaration"),
    ("Joint Declaration", "declaration"),
    ("EXCHANGE OF NOTES", "note"),
    ("Exchange of Letters", "note"),
    ("NOTE", "note"),
    ("ANNEX", "annex"),
    ("Annex A", "annex"),
    ("APPENDIX", "annex"),
    ("SCHEDULE", "annex"),
    ("MILITARY CONVENTION", "convention"),
    ("Agreed Minutes", "memorandum"),
]


@pytest.mark.parametrize(("heading", "kind"), HEADINGS)
def test_a_heading_begins_a_sub_document_that_numbers_anew(heading: str, kind: str) -> None:
    """The treaty keeps its two articles, its closing and signatures; the sub-document has three articles of its own."""
    entry = treaty(heading, OWN)
    assert [article.label for article in entry.text.articles] == ["1", "2"]
    assert entry.text.closing == "Done at Lima, on May 4, 1931."
    assert entry.text.signatures == ["A. PRADO.", "J. MATTE."]
    (annex,) = entry.text.annexes
    assert (annex.kind, annex.title) == (kind, heading)
    assert [(article.label, article.paragraphs) for article in annex.articles] == [
        ("1", ["It shall be kept secret."]),
        ("2", ["Ships shall be sent."]),
        ("3", ["Men shall be sent."]),
    ]
    assert codes(entry) == []
    assert {"/text/annexes/0", "/text/annexes/0/title", "/text/annexes/0/articles/2"} <= set(entry.evidence)


TITLED = [
    pytest.param("Annex to the Treaty (extract)", "annex", id="annex to the treaty"),
    pytest.param("Agreement concerning Persia", "agreement", id="an agreement"),
    pytest.param(
        "Convention concerning Afghanistan",
        "convention",
        id="a convention",
        marks=pytest.mark.xfail(strict=True, reason="no sub-document is found, and its articles run on in the treaty"),
    ),
    pytest.param("Protocol concerning the Frontier", "protocol", id="a protocol"),
    pytest.param("Declaration relating to Siam", "declaration", id="a declaration"),
    pytest.param("Note of the Peruvian Minister", "note", id="a note"),
]


@pytest.mark.parametrize(("heading", "kind"), TITLED)
def test_a_heading_says_what_its_sub_document_is_about(heading: str, kind: str) -> None:
    """Words after the kind belong to the title."""
    entry = treaty(heading, OWN)
    assert [(annex.kind, annex.title) for annex in entry.text.annexes] == [(kind, heading)]
    assert [article.label for article in entry.text.articles] == ["1", "2"]


def test_several_sub_documents_follow_in_order() -> None:
    """Each ends where the next begins."""
    entry = treaty(
        "SECRET ARTICLES", OWN, "PROTOCOL", "The parties agree to meet.", "EXCHANGE OF NOTES", "Sir, I agree."
    )
    assert [annex.kind for annex in entry.text.annexes] == ["secret-articles", "protocol", "note"]
    assert [len(annex.articles) for annex in entry.text.annexes] == [3, 0, 0]
    assert [annex.paragraphs for annex in entry.text.annexes[1:]] == [["The parties agree to meet."], ["Sir, I agree."]]


def test_what_stands_about_the_articles_of_a_sub_document_is_its_paragraphs() -> None:
    """Its preamble, closing and signatures are kept in order and do not mix with the treaty's."""
    entry = treaty(
        "PROTOCOL", "The envoys have further agreed:", OWN, "Done at Lima, on May 5, 1931.", "(L. S.) A. PRADO."
    )
    (annex,) = entry.text.annexes
    assert annex.paragraphs == ["The envoys have further agreed:", "Done at Lima, on May 5, 1931.", "A. PRADO."]
    assert len(annex.articles) == 3
    assert entry.text.signatures == ["A. PRADO.", "J. MATTE."]


STYLES = [["I. ", "II. "], ["1. ", "2. "], ["Art. I.—", "Art. II.—"], ["§ 1. ", "§ 2. "]]


@pytest.mark.parametrize("marks", STYLES, ids=lambda marks: marks[0].strip())
def test_a_sub_document_may_number_in_another_style(marks: list[str]) -> None:
    """The treaty's style does not bind its protocol."""
    entry = treaty("SECRET PROTOCOL", *(f"{mark}Ships shall be sent." for mark in marks))
    assert [article.label for article in entry.text.annexes[0].articles] == ["1", "2"]
    assert [article.printed for article in entry.text.annexes[0].articles] == [mark.strip() for mark in marks]


def test_a_single_separate_article_without_a_number_is_paragraphs() -> None:
    """It has words and no article."""
    entry = treaty("SEPARATE ARTICLE", "Ships shall be sent in time of war.")
    (annex,) = entry.text.annexes
    assert (annex.kind, annex.articles, annex.paragraphs) == (
        "separate-articles",
        [],
        ["Ships shall be sent in time of war."],
    )


def test_a_missing_article_of_a_sub_document_is_said_there() -> None:
    """The gap is found in its own numbering."""
    entry = treaty("SECRET ARTICLES", "Article 1. One.\n\nArticle 2. Two.\n\nArticle 4. Four.")
    assert [article.label for article in entry.text.annexes[0].articles] == ["1", "2", "4"]
    assert codes(entry) == ["article-missing"]


MENTIONS = [
    "The parties shall sign a\nprotocol on this.",
    "The parties shall keep what the\nSecret Articles say of it.",
    "It shall be laid down in a\nNote of the two ministers.",
    "Protocols shall be drawn up of all meetings of the commission and be kept by it.",
    "Declarations made at the signature of this treaty shall be kept with it in the archives of both.",
]


@pytest.mark.parametrize("words", MENTIONS)
def test_a_mention_of_a_sub_document_does_not_begin_one(words: str) -> None:
    """A line of prose that starts with the word for one stays in its article."""
    text = MAIN.replace("It shall last.", f"It shall last. {words}")
    entry = read_one(Sheet(text=text))
    assert entry.text.annexes == []
    assert entry.text.articles[1].paragraphs == [" ".join(f"It shall last. {words}".split())]


def test_a_text_that_is_a_protocol_is_no_sub_document_of_itself() -> None:
    """The heading that opens the whole text is the treaty's own title."""
    entry = read_one(Sheet(text=f"PROTOCOL\n\n{MAIN}"))
    assert entry.text.annexes == []
    assert entry.text.title == "PROTOCOL"
    assert [article.label for article in entry.text.articles] == ["1", "2"]


def test_an_agreement_may_consist_of_two_notes() -> None:
    """Notes that open the text are its sub-documents: there is nothing else."""
    text = (
        "Note from the Minister of Peru\n\nSir, my Government will remain neutral.\n\n"
        "Note from the Minister of Chile\n\nSir, mine will do the same."
    )
    entry = read_one(Sheet(text=text))
    assert [annex.kind for annex in entry.text.annexes] == ["note", "note"]
    assert [annex.paragraphs for annex in entry.text.annexes] == [
        ["Sir, my Government will remain neutral."],
        ["Sir, mine will do the same."],
    ]


def test_a_sub_document_printed_before_the_closing_leaves_the_closing_to_it() -> None:
    """What follows a sub-document's heading is its own: the words are in the record once, whatever they are."""
    main = "Article 1. There shall be peace.\n\nArticle 2. It shall last."
    text = f"{main}\n\nSECRET ARTICLES\n\n{OWN}\n\nDone at Lima, on May 4, 1931."
    entry = read_one(Sheet(text=text))
    assert [article.label for article in entry.text.annexes[0].articles] == ["1", "2", "3"]
    assert entry.to_json().count("Done at Lima") == 1
