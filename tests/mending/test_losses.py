"""Lost lines and swallowed years are marked where the text breaks off; nothing is put back, nothing is made up."""

from __future__ import annotations

import pytest

from foedera.mending.losses import LOST_LINE, LOST_YEAR, mark_losses
from foedera.mending.vocabulary import Vocabulary
from foedera.models.text import Text

# Lines of the measure of a column, about 60 characters, so that a full line can be told from a short one.
BEFORE = """\
Alliance Text
The two courts, wishing to keep the peace of the river and of
the sea, and to guard the roads that lead from the one to the
other, have named envoys who met in the month of the harvest.
"""
AFTER = """\
Article 9. The guards of the river and of the sea shall be of
equal number, and shall wear the colours of the court that is
nearest; the cost of their bread is borne by the two in halves.
"""

LOST = [
    # the printed lines, the word at which the loss stands, what the message says, what is offered
    pytest.param(
        "Article 2. Both courts shall tell the League of this peace in\n"
        "due time and form, as is laid down there in Article 18 of the\n"
        "Article 3. Nothing else is changed by this act of the courts.",
        "the", "breaks off", None, id="before an article",
    ),
    pytest.param(
        "who having shown their powers to each other on that same day,\n"
        "and found them good, have in the end agreed upon the following\n"
        "Article 1. There shall be peace for as long as both wish so.",
        "following", "breaks off", "provisions:", id="a formula cut short",
    ),
    pytest.param(
        "Article 2. The two courts undertake to honour at all times the\n"
        "roads and bridges of each other, and their ancient inviola-\n"
        "Article 3. Each of the two courts holds its own gates closed.",
        "inviola-", "rest of the word", None, id="a word before an article",
    ),
    pytest.param(
        "Article 3. Each of the two courts will keep from all acts of war\n"
        "and from any march of its soldiers or guards against the other\n"
        "Should one of them, for all its peace, be attacked by a third\n"
        "court, the other will not give help to the one that attacked.",
        "other", "breaks off", "Party.", id="before a sentence",
    ),
    pytest.param(
        "Article 3. Each of the two courts will keep from all acts of war\n"
        "and from marching any of its soldiers or guards with aggres-\n"
        "Should one of them, for all its peace, be attacked by a third\n"
        "court, the other will not give help to the one that attacked.",
        "aggres-", "rest of the word", None, id="a word before a sentence",
    ),
    pytest.param(
        "Article 8. This act is binding from the day of its signing and\n"
        "holds until one of the courts sends word that it is ended and\n"
        "In witness whereof the envoys have signed and sealed this act.",
        "and", "breaks off", None, id="before a closing formula",
    ),
    pytest.param(
        "Article 4. The courts shall send each year a ship of grain and\n"
        "three of salt, which are to be paid in the silver coins of the\n"
        "II. The salt is to be weighed at the bridge before it is sold.",
        "the", "breaks off", None, id="before a bare Roman number",
    ),
    pytest.param(
        "Article 4. The courts shall send each year a ship of grain and\n"
        "three of salt, which are to be paid in the silver coins of the\n"
        "2. The salt is to be weighed at the bridge before it is sold.",
        "the", "breaks off", None, id="before a numbered paragraph",
    ),
    pytest.param(
        "Article 4. The courts shall send each year a ship of grain and\n"
        "three of salt, which are to be paid in the silver coins of the\n"
        "\n"
        "4.1255 Treaty of Peace between Spain and Sweden\n"
        "Alliance Members:Spain and Sweden",
        "the", "breaks off", None, id="before the next entry",
    ),
    pytest.param(
        "Signed and sealed by the envoys of both courts at the bridge on\n"
        "the river, in two copies, one of which is kept by each of the\n"
        "(L. S.) August ZALESKI.",
        "the", "breaks off", None, id="before a signature",
    ),
]  # fmt: skip


def marked(printed: str, before: str = BEFORE, after: str = AFTER) -> Text:
    """The lines within a column of prose, with what is lost in them marked."""
    value = f"{before}{printed}\n{after}"
    return mark_losses(Text.plain(value), Vocabulary.of(value))


@pytest.mark.parametrize(("printed", "word", "message", "restored"), LOST)
def test_a_lost_line_is_marked_at_the_word_before_it(
    printed: str, word: str, message: str, restored: str | None
) -> None:
    """One mark, on the last word of the line before the loss; the text is as it was; the offer stands beside it."""
    text = marked(printed)
    assert [(mark.code, text.raw[mark.start : mark.end]) for mark in text.marks] == [(LOST_LINE, word)]
    mark = text.marks[0]
    assert text.raw[mark.end] == "\n"
    assert message in mark.message
    assert text.value == text.raw
    if restored is not None:
        assert mark.restored == restored


@pytest.mark.parametrize(
    ("line", "restored"),
    [
        ("the other, and all the rest, have in the end agreed upon the following", "provisions:"),
        ("as it is written down for all in conformity with Article 18 of the", "Covenant."),
        ("shall be told, as soon as it is signed, to the League of", "Nations."),
        ("the envoys have signed this and have thereto affixed their", "seals."),
        ("shall be ratified by the two courts, and exchanged, as soon as", "possible."),
        ("for which end the two courts, after long talks, have agreed as", "follows:"),
        ("with the ships and the guards that belong to the silver coins of the", None),
    ],
)
def test_the_rest_of_a_known_formula_is_offered(line: str, restored: str | None) -> None:
    """A formula that every treaty ends alike has its rest offered; of other words nothing is made up."""
    text = marked(f"Article 6. The courts shall be told of all that is done, and\n{line}\nArticle 7. It ends.")
    assert [mark.restored for mark in text.marks] == [restored]


def test_the_rest_of_a_word_is_offered_where_the_volume_knows_one() -> None:
    """`inviola-` is offered `bility.` when the volume prints that one word only, and nothing when it prints two."""
    printed = LOST[2].values[0]
    assert isinstance(printed, str)
    one = marked(printed, before=f"{BEFORE}Their force and inviolability are known to all the courts.\n")
    two = marked(printed, before=f"{BEFORE}An inviolable inviolability is known to all of the courts.\n")
    assert [mark.restored for mark in one.marks] == ["bility."]
    assert [mark.restored for mark in two.marks] == [None]


def test_a_loss_at_a_page_end_is_marked_on_its_page() -> None:
    """The mark is in raw characters: a text that was mended before has it on the printed word all the same."""
    printed = LOST[0].values[0]
    text = marked(str(printed))
    assert text.marks_between(0, text.raw.index("Article 3")) == text.marks


WHOLE = [
    pytest.param(
        "Article 2. Both courts shall tell the League of this peace in\n"
        "due time and form.\n"
        "Article 3. Nothing else is changed by this act of the courts.",
        id="a short last line",
    ),
    pytest.param(
        "Article 2. Both courts shall tell the League of this peace in\n"
        "due time and form, as it is laid down in the eighteenth part.\n"
        "Article 3. Nothing else is changed by this act of the courts.",
        id="a full last line with its stop",
    ),
    pytest.param(
        "Article 2. Both courts have named for this end as their envoys\n"
        "in the matter of the river and of the sea and of its harbours:\n"
        "The King of Spain: the Duke of the Islands, his first general.",
        id="a colon",
    ),
    pytest.param(
        "Article 2. This act is without harm to what was laid down in\n"
        "Article 5 of this treaty, which both of the courts uphold for\n"
        "the time of ten years.",
        id="a mention of an article begins a line",
    ),
    pytest.param(
        "Article 2. The guards of the bridge are to be chosen from the\n"
        "Kingdom of Spain and from the lands of the north, as has been\n"
        "agreed before.",
        id="a name begins a line",
    ),
    pytest.param(
        "Article 2. The envoys of the courts shall meet each year in the\n"
        "Hague or in Geneva, and shall hear what the guards have to tell\n"
        "of the river.",
        id="a city begins a line",
    ),
    pytest.param(
        "Article 2. This has force for the two courts and also for the\n"
        "Contracting Parties that join them later, from the day of the\n"
        "joining.",
        id="Parties in capitals",
    ),
    pytest.param(
        "Article 2. The guards shall be changed in each year on the day of\n"
        "March 4, and once more at the time of the harvest in the north\n"
        "of the land.",
        id="a month begins a line",
    ),
    pytest.param(
        "The envoy of the first court, having come over the sea on the\n"
        "4 of March, gave his letters to the other, and was heard by the\n"
        "whole court.",
        id="a number begins a line",
    ),
]


@pytest.mark.parametrize("printed", WHOLE)
def test_a_text_that_goes_on_has_lost_nothing(printed: str) -> None:
    """Lines that end a sentence, or go on in small letters, a name, a date, or a mention, have no mark."""
    assert marked(printed).marks == ()


def test_a_paragraph_on_one_line_has_lost_nothing() -> None:
    """In a text that was never set in a column, a line's end says nothing."""
    lines = "\n".join(
        f"Article {number}. The two courts shall keep the peace of the river and of the sea and of the roads, and "
        "the guards that belong to them shall be paid in halves by both, as it has been agreed by the envoys of the"
        for number in range(1, 8)
    )
    assert marked(lines, before="", after="").marks == ()


def test_a_header_has_lost_nothing_of_its_text() -> None:
    """Title, members, dates and sources break off as they like before the text begins."""
    header = (
        "4.1254 Treaty of Peace and of Friendship and of Commerce between the\n"
        "Kingdom of Spain and the Kingdom of Sweden, and of the Law of the\n"
        "Alliance Members:Spain and Sweden, who were in league against the\n"
        "Signed On:September 28, 1926, in the city of Madrid. In force until the\n"
        "Alliance Type:Entente (Type III)\n"
        "Source:The American Journal of International Law, vol. 27, no. 4, of the\n"
        "SUMMARY\n"
        "The two courts had been at odds."
    )
    assert marked(header, before="").marks == ()


def test_a_block_of_signatures_has_lost_nothing() -> None:
    """Names under a treaty end in no stop and stand under each other."""
    printed = (
        "In witness whereof the envoys have signed this act and sealed it.\n"
        "Done at the bridge on the fourth day of March.\n"
        "(L. S.) August ZALESKI, Minister for Foreign Affairs of the\n"
        "(L. S.) Momtchilo NINTCHITCH, Envoy and Minister of the\n"
        "(L. S.) Jurjis BALTRUŠAITIS"
    )
    assert marked(printed, after="").marks == ()


YEARS = [
    pytest.param(
        "so it was laid down by both in the treaty of March 4,\n  1. and has been in force since then.", id="a date"
    ),
    pytest.param(
        "and the guards have stood at the bridge ever since\n  1. when the war of the north came to an end.", id="since"
    ),
    pytest.param(
        "for the peace that had been made by the courts in\n  1.\nArticle 9. It is upheld.", id="alone on its line"
    ),
]
NO_YEARS = [
    pytest.param(
        "The courts have agreed on these two points:\n  1. The bridge is open.\n  2. So is the road.", id="a list"
    ),
    pytest.param(
        "for the peace that was made by the courts in\n1815. and after, for as long as both wish so.", id="a year"
    ),
    pytest.param(
        "The two courts have agreed that in all\n  1. and 2. of the list nothing is to be changed.", id="a mention"
    ),
]


@pytest.mark.parametrize("printed", YEARS)
def test_a_year_that_became_a_list_item_is_marked(printed: str) -> None:
    """`  1.` after the day of a month, or `in` or `since`, was a year; which one, nobody can tell."""
    text = marked(printed)
    codes = [mark.code for mark in text.marks]
    assert codes == [LOST_YEAR]
    assert text.raw[text.marks[0].start : text.marks[0].end].lstrip().startswith("1.")
    assert text.marks[0].restored is None


@pytest.mark.parametrize("printed", NO_YEARS)
def test_numbers_that_are_no_swallowed_years_are_not_marked(printed: str) -> None:
    """A list has its numbers, a year that is printed is not lost."""
    assert LOST_YEAR not in {mark.code for mark in marked(printed).marks}


@pytest.mark.parametrize("value", ["", "\n", "of the", "of the\n", "\n\nArticle 1.", "-\n-", "Article 1.\nArticle 2."])
def test_too_little_text_has_lost_nothing(value: str) -> None:
    """Texts of no or hardly a line have no marks and raise nothing."""
    assert marked(value, before="", after="").marks == ()
