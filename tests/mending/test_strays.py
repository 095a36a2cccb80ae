"""Lines that strayed in are cut and marked: headings of other entries, marginal notes, footnotes."""

from __future__ import annotations

import pytest

from foedera.mending.strays import FOOTNOTE, MARGINAL_NOTE, STRAY_HEADING, cut_margins, cut_strays
from foedera.models.text import Text

ENTRY = """\
2.1100 Treaty of Alliance between
France and Prussia
Alliance Members:France and Prussia
Signed On:March 4, 1850, in the city of Paris.
Alliance Type:Entente (Type III)
Source:State Papers, vol. 12, p. 3.
SUMMARY
The two courts had been at odds; see Alliance no. 3.1141.
Alliance Text
Article 1. There shall be peace.
"""
OTHER = "2.1101 Convention between Spain and Sweden"
ARTICLE = """\
Article 4. The two courts promise to send to each other an
{line}
army of ten thousand men, and to pay for its bread as long
as the war goes on.
"""


def quotes(text: Text) -> list[tuple[str, str]]:
    """The code of each mark and what it stands on."""
    return [(mark.code, text.raw[mark.start : mark.end]) for mark in text.marks]


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("France and Prussia\nAlliance M", id="in the title"),
        pytest.param("Signed On", id="after the members"),
        pytest.param("Alliance Type", id="after the signing"),
        pytest.param("Source", id="after the type"),
        pytest.param("SUMMARY", id="after the source"),
    ],
)
def test_a_heading_of_another_entry_in_a_header_is_cut_and_marked(before: str) -> None:
    """Wherever in the header it stands, the header is as if it were not there, and the mark says what it was."""
    earlier = ENTRY.replace("2.1100", "2.1099")
    text = cut_strays(Text.plain(earlier + ENTRY.replace(before, f"{OTHER}\n{before}", 1)))
    assert text.value == earlier + ENTRY
    assert quotes(text) == [(STRAY_HEADING, OTHER)]


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(ENTRY, id="a plain entry"),
        pytest.param(ENTRY + ENTRY.replace("2.1100", "2.1101"), id="two entries"),
        pytest.param(
            ENTRY.replace("Article 1.", "3.1141 See the other treaty.\nArticle 1."), id="a number in the text"
        ),
        pytest.param(ENTRY.replace("SUMMARY\n", "SUMMARY\n3.1141 is the next.\n"), id="a number in the summary"),
        pytest.param(f"{OTHER}, 12\n2.1102 Treaty of Peace, 14\n", id="a list of contents"),
        pytest.param("see Alliance no. 3.1141, in force since\n3.1142 and", id="numbers in prose"),
        pytest.param("", id="nothing"),
    ],
)
def test_numbers_that_are_no_stray_headings_stay(value: str) -> None:
    """The entry's own heading, the next one's, numbers in prose and lists of contents are left alone."""
    text = cut_strays(Text.plain(value))
    assert (text.value, text.marks) == (value, ())


@pytest.mark.parametrize(
    "line", ["Succours.", "Of the auxiliary troops.", "Pay of the men.", "Ratification within a month."]
)
def test_a_marginal_note_is_cut_and_marked(line: str) -> None:
    """A short sentence between two halves of another is gone from the text, and its place is kept."""
    text = cut_margins(Text.plain(ARTICLE.format(line=line)))
    assert text.value == ARTICLE.replace("{line}\n", "")
    assert quotes(text) == [(MARGINAL_NOTE, line)]


@pytest.mark.parametrize(
    "line", ["* See the note of the year before.", "† Not in the copy of Vienna.", "‡ So in the print."]
)
def test_a_footnote_is_cut_and_marked(line: str) -> None:
    """A line that begins with a note's sign is gone from the text, and its place is kept."""
    value = f"Article 1. There shall be peace.\n{line}\nArticle 2. There shall be trade.\n"
    text = cut_margins(Text.plain(value))
    assert text.value == value.replace(f"{line}\n", "")
    assert quotes(text) == [(FOOTNOTE, line)]


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(ARTICLE.format(line="auxiliary corps (to be led by a general)."), id="small letters go on"),
        pytest.param(ARTICLE.format(line="Emperor of the Romans and King of Bohemia, an"), id="a name goes on"),
        pytest.param(
            "The two courts promise each other peace and trade.\nSo they did.\nand more", id="after a full stop"
        ),
        pytest.param("They sent the\nDuke.\nand went", id="narrow lines"),
        pytest.param("Both sign.\n(L. S.) August ZALESKI.\n(L. S.) Jurjis N.", id="signatures"),
        pytest.param("* * *\nArticle 2. Peace.", id="a rule of stars"),
        pytest.param("the sum of 5\n* that is, florins", id="a note in small letters"),
        pytest.param("", id="nothing"),
    ],
)
def test_lines_that_belong_to_the_text_stay(value: str) -> None:
    """What goes on in a sentence, ends one, or is a signature is no marginal note and no footnote."""
    text = cut_margins(Text.plain(value))
    assert (text.value, text.marks) == (value, ())


@pytest.mark.parametrize("line", ["Envoy, the Earl of Malmesbury, K. G., etc.", "Ambassador, Sir Robert Keith, Esq."])
def test_a_line_that_ends_in_an_abbreviation_stays(line: str) -> None:
    """An envoy's name and style, in the midst of a sentence, is no marginal note."""
    value = (
        f"The first court has named for this end as its guard and as its\n{line}\nand the other court its general.\n"
    )
    text = cut_margins(Text.plain(value))
    assert (text.value, text.marks) == (value, ())


@pytest.mark.xfail(strict=True, reason="only small letters after it tell a marginal note")
def test_a_marginal_note_before_a_name_is_cut() -> None:
    """The sentence may go on with a name in capitals."""
    value = "The first court warrants to the second, and also to the lands of the\n{}Ottoman Empire, its peace.\n"
    assert cut_margins(Text.plain(value.format("Subsidy how paid.\n"))).value == value.format("")
