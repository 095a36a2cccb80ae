"""Headers and where entries begin: labels, titles over lines, strays, references, ids, chapters, front matter."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from tests.parsing.conftest import TERMS, Sheet, codes, read, read_one

FRONT = """A Compendium of Alliances
Preface
The editor thanks all who helped with this volume.

Table of Contents
4.1253 Treaty of Alliance between Chile and Peru 12
4.1254 Treaty of Friendship between Peru and Chile 14
"""
SOURCE = "League of Nations Treaty Series, vol. 78, p. 413."


def test_every_field_of_a_plain_header_is_read() -> None:
    """Number, title, members, signature, type, source, summary and text: each in its place, with its evidence."""
    entry = read_one(Sheet())
    assert (entry.id, entry.number, entry.layout) == ("4.1254", "4.1254", "compendium")
    assert entry.title == "Treaty of Friendship between Peru and Chile"
    assert [member.name for member in entry.members] == ["Peru", "Chile"]
    assert [(act.date, act.place) for act in entry.signed] == [("1931-05-04", "Lima")]
    assert [(kind.class_, kind.label) for kind in entry.types] == [("III", "Entente")]
    assert [source.text for source in entry.sources] == [SOURCE]
    assert entry.summary == "The two governments made peace."
    assert [article.label for article in entry.text.articles] == ["1", "2"]
    assert (entry.complete.start, entry.complete.end) == (True, True)
    assert entry.issues == []
    wanted = {
        "/number",
        "/title",
        "/members/0",
        "/signed/0/date",
        "/types/0",
        "/sources/0",
        "/summary",
        "/text/articles/1",
    }
    assert wanted <= set(entry.evidence)


LABELS = [
    # what the page prints for the labels
    pytest.param(str(Sheet()), id="glued"),
    pytest.param(str(Sheet(gap=" ")), id="a space"),
    pytest.param(str(Sheet(gap="\n")), id="the value on the next line"),
    pytest.param(str(Sheet()).replace("Members:", "Members").replace("Signed On:", "Signed On"), id="colons lost"),
    pytest.param(str(Sheet()).replace("Alliance Members:", "Alliance Members :"), id="a space before the colon"),
    pytest.param(str(Sheet()).replace("Alliance Type:", "Alliance Ty pe:"), id="spread by kerning"),
    pytest.param(str(Sheet()).replace("Alliance Members", "ALLIANCE MEMBERS"), id="capitals"),
    pytest.param(str(Sheet()).replace("\n", "\r\n"), id="Windows line ends"),
    pytest.param(str(Sheet()).replace("SUMMARY\n", "\n\nSUMMARY:\n\n"), id="empty lines about a label"),
    pytest.param(str(Sheet()).replace("SUMMARY\n", "\n\n"), id="the SUMMARY label lost"),
    pytest.param("   " + str(Sheet()).replace("\n", "\n   "), id="lines moved in"),
]


@pytest.mark.parametrize("text", LABELS)
def test_labels_are_known_in_all_their_forms(text: str) -> None:
    """Glued, spaced, spread, or lost: the fields are those of the plain header."""
    wanted = read_one(Sheet()).model_dump(exclude={"evidence", "source", "issues"})
    assert read_one(text).model_dump(exclude={"evidence", "source", "issues"}) == wanted


TITLES = [
    # as printed | as read
    ("Treaty of Friendship\nbetween Peru and Chile", "Treaty of Friendship between Peru and Chile"),
    ("Treaty of Friendship between Peru\nand\nChile", "Treaty of Friendship between Peru and Chile"),
    ("Treaty between Peru and Chile of\n1931", "Treaty between Peru and Chile of 1931"),
    ("Treaty between Peru and Chile\n(Pact of Lima)", "Treaty between Peru and Chile (Pact of Lima)"),
    ("Treaty of Friend-\nship between Peru and Chile", "Treaty of Friendship between Peru and Chile"),
    ("Treaty of Friendship,\nNon-Aggression,\nArbitration,\nand Peace between\nPeru and Chile",
     "Treaty of Friendship, Non-Aggression, Arbitration, and Peace between Peru and Chile"),
    ("Treaty between\n\nPeru and Chile", "Treaty between Peru and Chile"),
    ("Treaty between Aus-\ntria-Hungary and Germany", "Treaty between Austria-Hungary and Germany"),
    ("Wa r s a w Pa c t", "Warsaw Pact"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "title"), TITLES)
def test_a_title_runs_over_lines_to_the_members_label(printed: str, title: str) -> None:
    """A line may be one word, a year, a bracketed name or half a word; the title is one line."""
    entry = read_one(Sheet(title=printed, types="Entente (Type III)"))
    assert entry.title == title
    assert "title-cut" not in codes(entry)


CUT = [
    # the title as left | the members | what is offered
    ("Treaty of Friendship between Peru and", "Peru and Chile", "Chile"),
    ("Treaty of Friendship between Peru, Bolivia, and", "Peru, Bolivia, and Chile", "Chile"),
    ("Treaty of Friendship among Peru,", "Peru, Bolivia, and Chile", "Bolivia and Chile"),
    ("Treaty between Iran and", "Persia (Iran) and Chile", "Chile"),
    ("Treaty of Friendship between", "Peru and Chile", None),
]


@pytest.mark.parametrize(("title", "members", "restored"), CUT)
def test_a_title_cut_short_is_said_and_the_missing_party_offered(
    title: str, members: str, restored: str | None
) -> None:
    """The title stays as printed; the party that only the members line names stands beside it."""
    entry = read_one(Sheet(title=title, members=members))
    assert entry.title == title
    (issue,) = [issue for issue in entry.issues if issue.code == "title-cut"]
    assert issue.restored == restored
    assert issue.quote is not None
    assert title.endswith(issue.quote)


TYPES = [
    # printed | classes and labels
    ("Defense Pact (Type I)", [("I", "Defense Pact")]),
    ("Neutrality Pact (Type II)", [("II", "Neutrality Pact")]),
    ("Non-Aggression Pact (Type II)", [("II", "Non-Aggression Pact")]),
    ("Non-aggression Pact (Type II)", [("II", "Non-aggression Pact")]),
    ("Entente (Type III)", [("III", "Entente")]),
    ("Non-\nAggression Pact\n(Type II)", [("II", "Non-Aggression Pact")]),
    ("Defense Pact (Type I) and Entente (Type III)", [("I", "Defense Pact"), ("III", "Entente")]),
    ("Defense Pact (Type I), Entente (Type III)", [("I", "Defense Pact"), ("III", "Entente")]),
    ("Defense Pact (Type I); Non-Aggression Pact (Type II)", [("I", "Defense Pact"), ("II", "Non-Aggression Pact")]),
    ("Defense Pact (Type l)", [("I", "Defense Pact")]),
    ("Entente (Type IIl).", [("III", "Entente")]),
]


@pytest.mark.parametrize(("printed", "types"), TYPES)
def test_types_have_a_label_and_a_class(printed: str, types: list[tuple[str, str]]) -> None:
    """One or several, each with the class in its brackets, misread letters too; the label stays as printed."""
    entry = read_one(Sheet(types=printed))
    assert [(kind.class_, kind.label) for kind in entry.types] == types
    assert codes(entry) == []


def test_a_type_without_a_class_is_kept_and_said() -> None:
    """The class is null, not guessed from the label."""
    entry = read_one(Sheet(types="Consultation Pact"))
    assert [(kind.class_, kind.label) for kind in entry.types] == [(None, "Consultation Pact")]
    assert codes(entry) == ["type-unreadable"]


CONTRADICTIONS = [
    # the title | the type | whether they disagree
    ("Non-Aggression Treaty between Peru and Chile", "Defense Pact (Type I)", True),
    ("Nonaggression Treaty between Peru and Chile", "Entente (Type III)", True),
    ("Treaty of Neutrality between Peru and Chile", "Defense Pact (Type I)", True),
    ("Non-Aggression Treaty between Peru and Chile", "Non-aggression Pact (Type II)", False),
    ("Treaty of Friendship between Peru and Chile", "Defense Pact (Type I)", False),
]


@pytest.mark.parametrize(("title", "types", "disagree"), CONTRADICTIONS)
def test_a_title_that_contradicts_the_type_is_kept_and_said(title: str, types: str, *, disagree: bool) -> None:
    """Both stand in the record as printed; the issue says that they disagree."""
    entry = read_one(Sheet(title=title, types=types))
    assert (entry.title, entry.types[0].label) == (title, types.partition(" (")[0])
    assert codes(entry) == ["type-contradicts-title"] * disagree


def test_additional_citations_follow_the_source() -> None:
    """The citations of the second line, parted at semicolons, come after that of the first, each with its place."""
    more = "Additional Citations: British and Foreign State Papers, vol. 12, p. 3; 54 Stat. 2267"
    entry = read_one(str(Sheet()).replace("SUMMARY", f"{more}\nSUMMARY"))
    assert [(source.container, source.volume) for source in entry.sources] == [
        ("League of Nations Treaty Series", "78"),
        ("British and Foreign State Papers", "12"),
        ("United States Statutes at Large", "54"),
    ]
    assert {"/sources/0", "/sources/1", "/sources/2"} <= set(entry.evidence)
    assert entry.summary == "The two governments made peace."


@pytest.mark.parametrize(
    ("label", "field"), [("Signed On:", "signed"), ("Alliance Type:", "types"), ("Source:", "sources")]
)
def test_a_field_without_its_label_is_missing_and_said(label: str, field: str) -> None:
    """The record's list is empty; the issue names the field."""
    lines = [line for line in str(Sheet()).splitlines() if not line.startswith(label)]
    entry = read_one("\n".join(lines))
    assert getattr(entry, field) == []
    assert [issue.message for issue in entry.issues if issue.code == "field-missing"] == [
        f"the header has no field {field!r}"
    ]


def test_an_entry_without_a_text_says_so() -> None:
    """Grade "none", no articles, and an issue."""
    entry = read_one(Sheet(text=None))
    assert (entry.text.grade, entry.text.articles) == ("none", [])
    assert "text-missing" in codes(entry)


def test_a_description_of_terms_is_weaker_evidence_than_a_text() -> None:
    """Its grade is "description", and its words without marks are one unnumbered article."""
    text = str(Sheet(text="The two states promise to help each other.")).replace(
        "Alliance Text", "Description of Terms"
    )
    entry = read_one(text)
    assert entry.text.grade == "description"
    assert [(article.label, article.paragraphs) for article in entry.text.articles] == [
        ("unnumbered", ["The two states promise to help each other."])
    ]


def test_a_header_is_read_across_a_page_break_with_a_running_head() -> None:
    """Number and title on one page, the rest on the next: one entry; the head and the folio are in no value."""
    fill = str(Sheet(number="4.1253", title="Treaty of Alliance between Peru and Chile"))
    whole = str(Sheet(title="Pact of Mutual Regard between Peru\nand Chile"))
    at = whole.index("Signed On:")
    pages = f"{fill}{whole[:at]}212\f213\nPact of Mutual Regard between Peru and Chile\n{whole[at:]}"
    first, second = read(pages)
    assert (first.number, second.number) == ("4.1253", "4.1254")
    assert second.title == "Pact of Mutual Regard between Peru and Chile"
    assert [member.name for member in second.members] == ["Peru", "Chile"]
    assert [(act.date, act.place) for act in second.signed] == [("1931-05-04", "Lima")]
    assert {span.page for span in second.evidence["/members/0"]} == {1}
    assert {span.page for span in second.evidence["/signed/0/date"]} == {2}
    assert second.source.pages == [1, 2]


def test_a_value_over_a_page_break_has_a_span_on_each_page() -> None:
    """A summary that goes on over the leaf is one string, and its evidence two places."""
    words = "The two governments made peace after a war that had cost both of them more than either could\f"
    entry = read_one(Sheet(summary=words + "pay."))
    assert entry.summary is not None
    assert entry.summary.endswith("than either could pay.")
    assert [span.page for span in entry.evidence["/summary"]] == [1, 2]


def test_a_stray_heading_of_another_entry_in_a_header_is_said_and_left_out() -> None:
    """Of two number lines before one members label that which continues the numbering is the heading."""
    before = Sheet(number="4.1253", title="Treaty of Alliance between Peru and Chile")
    after = Sheet(number="4.1255", title="Treaty of Commerce between Peru and Chile")
    stray = str(Sheet()).replace(
        "Alliance Members", "4.1281 Treaty of Neutrality between Spain and Italy\nAlliance Members"
    )
    entries = read(f"{before}{stray}{after}")
    assert [entry.number for entry in entries] == ["4.1253", "4.1254", "4.1255"]
    assert entries[1].title == "Treaty of Friendship between Peru and Chile"
    (issue,) = [issue for issue in entries[1].issues if issue.code == "stray-heading"]
    assert issue.quote is not None
    assert "4.1281" in issue.quote


def test_numbers_in_prose_are_references_and_no_entries() -> None:
    """Each is listed once, in order, with its place; a line may begin with one."""
    summary = (
        "It repeats the pact (see Alliance no. 3.1141) and goes beyond\n"
        "Alliance nos. 3.1142 and 3.1143. The parties kept Alliance no. 3.1141 in force."
    )
    entry = read_one(Sheet(summary=summary))
    assert entry.references == ["3.1141", "3.1142", "3.1143"]
    assert {f"/references/{index}" for index in range(3)} <= set(entry.evidence)
    assert entry.summary is not None
    assert entry.summary.startswith("It repeats the pact (see Alliance no. 3.1141)")


def test_a_number_that_begins_a_line_of_prose_is_no_heading() -> None:
    """Without a members label after it a number line is words like any other."""
    entry = read_one(Sheet(summary="The pact followed Alliance no.\n3.1141 and was much like it."))
    assert entry.references == ["3.1141"]
    assert entry.title == "Treaty of Friendship between Peru and Chile"


@pytest.mark.parametrize("count", [2, 3])
def test_entries_with_one_number_have_ids_of_their_own(count: int) -> None:
    """A number printed twice is kept in both records; their ids differ."""
    entries = read(str(Sheet()) * count)
    assert [entry.number for entry in entries] == ["4.1254"] * count
    assert len({entry.id for entry in entries}) == count
    assert entries[0].id == "4.1254"


def test_front_matter_and_a_table_of_contents_give_no_entry() -> None:
    """What stands before the first header is a record only if it is the rest of a treaty."""
    assert [entry.number for entry in read(f"{FRONT}\f{Sheet()}")] == ["4.1254"]
    assert read_one(f"{FRONT}\f{Sheet()}").title == "Treaty of Friendship between Peru and Chile"


def test_front_matter_alone_is_no_compendium_entry() -> None:
    """Asked for entries, the reader gives none for a preface."""
    assert read("A Compendium of Alliances\n\nThe editor thanks all who helped.", "compendium") == []


def test_the_rest_of_a_treaty_before_the_first_header_is_a_record_of_its_own() -> None:
    """It has no number, and says that its start is missing."""
    first, second = read(f"Article 5. The peace shall last.\n\nDone at Rome, on May 4, 1931.\n\n{Sheet()}")
    assert (first.number, first.id, first.complete.start) == (None, "x", False)
    assert "start-missing" in codes(first)
    assert (second.number, second.complete.start) == ("4.1254", True)


def test_a_chapter_opening_is_not_the_end_of_the_entry_before() -> None:
    """The chapter's name between two entries is in no signature and no article."""
    first = Sheet(number="3.1253", text=f"{TERMS}\n(L. S.) A. PRADO.\n(L. S.) J. MATTE.")
    pages = f"{first}\fAlliances of the Twentieth Century\f{Sheet()}"
    one, two = read(pages)
    assert one.text.signatures == ["A. PRADO.", "J. MATTE."]
    assert "Twentieth Century" not in one.model_dump_json()
    assert two.number == "4.1254"


def test_a_number_with_misread_digits_is_read() -> None:
    """L and O among the digits of a number line are 1 and 0."""
    assert read_one(Sheet(number="4.l2O4")).number == "4.1204"


def test_an_end_in_the_middle_of_a_treaty_is_said() -> None:
    """A last entry whose text has no closing is not complete."""
    entry = read_one(Sheet(text="Article 1. There shall be peace.\n\nArticle 2. The peace shall"))
    assert (entry.complete.start, entry.complete.end) == (True, False)
    assert "end-missing" in codes(entry)


def test_an_end_in_the_middle_of_a_description_is_said() -> None:
    """A description has no closing, and is complete if its last sentence is."""
    texts = [("The two states promise to help each other.", True), ("The two states promise to help each", False)]
    for text, whole in texts:
        entry = read_one(str(Sheet(text=text)).replace("Alliance Text", "Description of Terms"))
        assert entry.complete.end is whole
        assert codes(entry) == ["end-missing"] * (not whole)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(min_value=1001, max_value=9999), min_size=1, max_size=4, unique=True).map(sorted))
def test_each_header_in_order_is_one_entry(numbers: list[int]) -> None:
    """As many entries as headers, each with its number, whatever the gaps between them."""
    volume = "".join(str(Sheet(number=f"4.{number}")) for number in numbers)
    assert [entry.number for entry in read(volume)] == [f"4.{number}" for number in numbers]
