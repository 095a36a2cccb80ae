"""The page on which the first records are shown: every value it gives, every loss it has, and nothing besides."""

from __future__ import annotations

import unicodedata

import pytest

from foedera.models.entries import Entry, Force
from tests.parsing.conftest import read

SUMMARY, END_OF_SUMMARY = "184–188.", "Alliance Text"


def letters(text: str) -> str:
    """The letters and digits of a text, without accents: what mending leaves as they are."""
    return "".join(each for each in unicodedata.normalize("NFKD", text) if each.isascii() and each.isalnum())


def between(text: str, start: str, end: str) -> str:
    """The words of the page from one mark to the next, neither included; no word of it is repeated in these tests."""
    low = text.index(start) + len(start)
    return text[low : text.index(end, low)]


@pytest.fixture(scope="module")
def entries(seed_text: str) -> list[Entry]:
    """The records of the page."""
    return read(seed_text)


@pytest.fixture(scope="module")
def fragment(entries: list[Entry]) -> Entry:
    """The rest of a treaty that begins on the page before."""
    return entries[0]


@pytest.fixture(scope="module")
def pact(entries: list[Entry]) -> Entry:
    """The treaty whose header stands on the page."""
    return entries[1]


def losses(entry: Entry) -> list[tuple[str, str | None]]:
    """Each lost line: the last word that is there, and what is offered."""
    return [((issue.quote or "").split()[-1], issue.restored) for issue in entry.issues if issue.code == "lost-line"]


def test_the_page_has_two_entries(entries: list[Entry]) -> None:
    """The rest of one and the start of the next; the running head and the book's title make no third."""
    assert [(entry.id, entry.number, entry.layout) for entry in entries] == [
        ("x", None, "compendium"),
        ("4.1254", "4.1254", "compendium"),
    ]


def test_the_fragment_claims_nothing_that_its_header_would_say(fragment: Entry) -> None:
    """No title, member, type, source or summary; only what the closing formula says of day and place."""
    assert (fragment.title, fragment.members, fragment.types, fragment.sources, fragment.summary) == (
        None,
        [],
        [],
        [],
        None,
    )
    assert fragment.in_force == Force()
    assert [act.model_dump() for act in fragment.signed] == [
        {"date": "1926-09-18", "place": "Geneva", "country": None, "renews": None}
    ]
    (issue,) = [issue for issue in fragment.issues if issue.code == "date-from-text"]
    assert issue.quote == "Geneva, in duplicate, on September 18, 1926"


def test_the_fragment_has_seven_articles(fragment: Entry, seed_text: str) -> None:
    """Numbered 1 to 7, each with all the words between its mark and the next."""
    assert [(article.label, article.printed) for article in fragment.text.articles] == [
        (str(n), f"Article {n}.") for n in range(1, 8)
    ]
    assert [len(article.paragraphs) for article in fragment.text.articles] == [1] * 7
    for n, article in enumerate(fragment.text.articles, 1):
        printed = between(seed_text, f"\nArticle {n}.", f"\nArticle {n + 1}." if n < 7 else "\nIn faith")
        assert letters(article.paragraphs[0]) == letters(printed)


def test_the_fragment_has_its_end_and_not_its_start(fragment: Entry, seed_text: str) -> None:
    """The words before its first article, its closing and one signature are there; what stood before is not."""
    assert (fragment.complete.start, fragment.complete.end) == (False, True)
    assert fragment.text.preamble is not None
    assert letters(fragment.text.preamble) == letters(between(seed_text, "Soviet Union\n", "\nArticle 1."))
    assert fragment.text.closing is not None
    assert letters(fragment.text.closing) == letters("In faith" + between(seed_text, "\nIn faith", "(L. S.)"))
    assert fragment.text.signatures == ["August ZALESKI."]


def test_every_loss_of_the_fragment_is_said_and_none_is_invented(fragment: Entry) -> None:
    """The start, the line after "Article 18 of the", and the second signature."""
    assert sorted(issue.code for issue in fragment.issues) == [
        "date-from-text",
        "lost-line",
        "signature-missing",
        "start-missing",
    ]
    assert losses(fragment) == [("the", "Covenant.")]


def test_the_header_of_the_pact_is_read(pact: Entry) -> None:
    """Title, members with their states, signature, end, type."""
    assert pact.title == "Non-Aggression Treaty between the Lithuanian Republic and the Soviet Union"
    assert [(each.name, each.aliases, each.joined, each.left, each.note) for each in pact.members] == [
        ("Soviet Union", [], None, None, None),
        ("Lithuania", [], None, None, None),
    ]
    assert [each.state and (each.state.cow, each.state.gw) for each in pact.members] == [(365, 365), (368, 368)]
    assert [act.model_dump() for act in pact.signed] == [
        {"date": "1926-09-28", "place": "Moscow", "country": None, "renews": None}
    ]
    force = pact.in_force
    assert (force.status, force.until, force.note, force.by_member) == ("ended", "1939-10-10", None, [])
    assert [(kind.class_, kind.label) for kind in pact.types] == [("II", "Non-Aggression Pact")]
    assert pact.references == []


def test_the_source_of_the_pact_is_read_into_its_parts(pact: Entry) -> None:
    """Journal, volume, issue, supplement, month and pages, mended where words were glued and broken."""
    (source,) = pact.sources
    assert source.container is not None
    assert source.container.removeprefix("The ") == "American Journal of International Law"
    assert (source.volume, source.issue, source.issued) == ("27", "4", "1933-10")
    assert source.series == "Supplement: Official Documents"
    assert source.pages is not None
    assert source.pages.replace("–", "-") == "184-188"
    assert source.text.endswith("Supplement: Official Documents (October 1933), p. 184–188.")
    assert (source.csl["volume"], source.csl["issue"]) == ("27", "4")


def test_the_summary_runs_over_the_gap_in_the_page(pact: Entry, seed_text: str) -> None:
    """All that stands between source and text, though its label is lost and an empty line stands within it."""
    assert pact.summary is not None
    assert letters(pact.summary) == letters(between(seed_text, SUMMARY, END_OF_SUMMARY))
    words = set(pact.summary.split())
    assert {"capabilities", "non-communist", "non-aggression", "bilateral"} <= words


def test_the_preamble_has_its_names_with_their_accents(pact: Entry, seed_text: str) -> None:
    """Detached carons stand on their letters; broken words are whole, and hyphens that belong are kept."""
    preamble = pact.text.preamble
    assert preamble is not None
    start = seed_text.index(END_OF_SUMMARY)
    assert letters(preamble) == letters(between(seed_text[start:], END_OF_SUMMARY, "\nArticle 1."))
    words = set(preamble.replace(",", "").split())
    assert {"Sleževičius", "Baltrušaitis", "co-operation", "universal", "Plenipotentiary", "Commissary"} <= words
    assert "C. E. C." in preamble


def test_the_pact_has_four_articles_and_no_end(pact: Entry, seed_text: str) -> None:
    """Numbered 1 to 4, with all their words; the third has two paragraphs; the page ends before the treaty."""
    rest = seed_text[seed_text.index(END_OF_SUMMARY) :] + "\nArticle 5."
    assert [(article.label, article.printed) for article in pact.text.articles] == [
        (str(n), f"Article {n}.") for n in range(1, 5)
    ]
    assert [len(article.paragraphs) for article in pact.text.articles] == [1, 1, 2, 1]
    for n, article in enumerate(pact.text.articles, 1):
        printed = between(rest, f"\nArticle {n}.", f"\nArticle {n + 1}.")
        assert letters("".join(article.paragraphs)) == letters(printed)
    assert pact.text.articles[1].paragraphs[0].endswith(" inviola-")
    assert pact.text.articles[2].paragraphs[0].endswith(" the other")
    assert pact.text.articles[2].paragraphs[1].startswith("Should ")
    assert (pact.text.grade, pact.text.closing, pact.text.signatures, pact.text.annexes) == ("text", None, [], [])
    assert (pact.complete.start, pact.complete.end) == (True, False)


def test_every_loss_of_the_pact_is_said_and_none_is_invented(pact: Entry) -> None:
    """Three lines and the end; what is offered stands beside the text and not in it."""
    assert sorted(issue.code for issue in pact.issues) == ["end-missing", "lost-line", "lost-line", "lost-line"]
    assert losses(pact) == [("following", "provisions:"), ("inviola-", "bility."), ("other", "Party.")]
    text = pact.text.model_dump_json()
    assert "agreed upon the following provisions" not in text
    assert "against the other Party." not in text


def test_each_issue_points_at_the_words_it_quotes(entries: list[Entry], seed_text: str) -> None:
    """The place of a loss is the last word before it."""
    for issue in (issue for entry in entries for issue in entry.issues if issue.code == "lost-line"):
        assert issue.quote is not None
        for span in issue.at:
            assert issue.quote.endswith(seed_text[span.start : span.end])
    assert len([issue for entry in entries for issue in entry.issues if issue.code == "lost-line"]) == 4


def test_the_furniture_of_the_page_is_in_no_value(entries: list[Entry]) -> None:
    """The book's title line and the running head stand in no record."""
    assert not any("Gibler" in entry.to_json() for entry in entries)
    assert entries[0].to_json().count("Non-Aggression Treaty") == 0
    assert entries[1].to_json().count("Non-Aggression Treaty") == 1
