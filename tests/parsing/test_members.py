"""The members of a treaty: names that hold commas and "and", what brackets say of them, and the states they are."""

from __future__ import annotations

from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from tests.parsing.conftest import Sheet, codes, read_one

Row = tuple[str, dict[str, Any]]


def members_of(printed: str, signed: str = "May 4, 1931, in the city of Geneva.") -> list[Row]:
    """The members that a printed line gives: each name, and of the other fields those that say something."""
    entry = read_one(Sheet(members=printed, signed=signed))
    rows = [member.model_dump(exclude={"state"}) for member in entry.members]
    return [(row.pop("name"), {key: value for key, value in row.items() if value}) for row in rows]


def plain(*names: str) -> list[Row]:
    """Members of whom only the name is printed."""
    return [(name, {}) for name in names]


NAMES = [
    # the line | the names
    pytest.param("Soviet Union and Lithuania", ["Soviet Union", "Lithuania"], id="two"),
    pytest.param("Peru, Chile, and Bolivia", ["Peru", "Chile", "Bolivia"], id="three with a comma before and"),
    pytest.param("Peru, Chile and Bolivia", ["Peru", "Chile", "Bolivia"], id="three without it"),
    pytest.param("Peru and Chile.", ["Peru", "Chile"], id="a stop at the end"),
    pytest.param("Peru", ["Peru"], id="one alone"),
    pytest.param("France and Trinidad and Tobago", ["France", "Trinidad and Tobago"], id="and in a name"),
    pytest.param(
        "Trinidad and Tobago, Antigua and Barbuda, and Guyana",
        ["Trinidad and Tobago", "Antigua and Barbuda", "Guyana"],
        id="and in several names",
    ),
    pytest.param(
        "Romania and Serbs, Croats, and Slovenes", ["Romania", "Serbs, Croats, and Slovenes"], id="commas in a name"
    ),
    pytest.param(
        "Sao Tome and Principe and Portugal",
        ["Sao Tome and Principe", "Portugal"],
        id="and twice, one of them a name's",
    ),
    pytest.param("Por-\ntugal and Spain", ["Portugal", "Spain"], id="a soft hyphen at the line's end"),
    pytest.param(
        "Aus-\ntria-Hungary and Germany", ["Austria-Hungary", "Germany"], id="a soft one within a hyphened name"
    ),
    pytest.param("Austria-\nHungary and Germany", ["Austria-Hungary", "Germany"], id="a hard one"),
    pytest.param("Austria,\nPrussia, and\nRussia", ["Austria", "Prussia", "Russia"], id="over lines"),
    pytest.param("Tu r k e y and Greece", ["Turkey", "Greece"], id="spread by kerning"),
]


@pytest.mark.parametrize(("printed", "names"), NAMES)
def test_a_line_of_names_is_parted_where_one_name_ends(printed: str, names: list[str]) -> None:
    """A comma or an "and" parts members unless it belongs to a name; line ends and spreading part none."""
    assert members_of(printed) == plain(*names)


def test_the_two_sicilies_are_one_member() -> None:
    """A name with an article and a number in it stays whole, in the time when the state was there."""
    names = [name for name, _ in members_of("Austria and the Two Sicilies", "June 12, 1820, in the city of Vienna.")]
    assert names[0] == "Austria"
    assert len(names) == 2
    assert names[1].endswith("Two Sicilies")


def test_an_article_before_a_name_is_not_part_of_it() -> None:
    """In a line of names "the Netherlands" is the member Netherlands."""
    assert members_of("Belgium, the Netherlands, and the United Kingdom") == plain(
        "Belgium", "Netherlands", "United Kingdom"
    )


BRACKETS = [
    # the line | when it was signed | the members
    pytest.param(
        "Persia (Iran) and Sardinia (Italy)",
        "March 1, 1857, in the city of Paris.",
        [("Persia", {"aliases": ["Iran"]}), ("Sardinia", {"aliases": ["Italy"]})],
        id="aliases",
    ),
    pytest.param(
        "United Arab Republic (Egypt-Syria) and Iraq",
        "May 4, 1959, in the city of Cairo.",
        [("United Arab Republic", {"aliases": ["Egypt-Syria"]}), ("Iraq", {})],
        id="a union with its parts",
    ),
    pytest.param(
        "Poland and Yugoslavia (Serbs, Croats, and Slovenes)",
        "September 18, 1926, in the city of Geneva.",
        [("Poland", {}), ("Yugoslavia", {"aliases": ["Serbs, Croats, and Slovenes"]})],
        id="an alias with commas",
    ),
    pytest.param(
        "Egypt, Jordan, and Iraq (joined on June 4, 1967)",
        "May 30, 1967, in the city of Cairo.",
        [("Egypt", {}), ("Jordan", {}), ("Iraq", {"joined": "1967-06-04"})],
        id="joined on a day",
    ),
    pytest.param(
        "Armenia, Russia, and Uzbekistan (September 24, 1993)",
        "May 15, 1992, in the city of Tashkent.",
        [("Armenia", {}), ("Russia", {}), ("Uzbekistan", {"joined": "1993-09-24"})],
        id="a date alone",
    ),
    pytest.param(
        "Russia and Belarus (December 1993)",
        "May 15, 1992, in the city of Tashkent.",
        [("Russia", {}), ("Belarus", {"joined": "1993-12"})],
        id="a month alone",
    ),
    pytest.param(
        "Russia and Georgia (acceded in 1993)",
        "May 15, 1992, in the city of Tashkent.",
        [("Russia", {}), ("Georgia", {"joined": "1993"})],
        id="a year alone",
    ),
    pytest.param(
        "Russia and Georgia (until April 2, 1999)",
        "May 15, 1992, in the city of Tashkent.",
        [("Russia", {}), ("Georgia", {"left": "1999-04-02"})],
        id="until a day",
    ),
    pytest.param(
        "Russia and Georgia (withdrew on April 2, 1999)",
        "May 15, 1992, in the city of Tashkent.",
        [("Russia", {}), ("Georgia", {"left": "1999-04-02"})],
        id="withdrawn",
    ),
    pytest.param(
        "Russia and Georgia (joined on December 9, 1993) (withdrew on April 2, 1999)",
        "May 15, 1992, in the city of Tashkent.",
        [("Russia", {}), ("Georgia", {"joined": "1993-12-09", "left": "1999-04-02"})],
        id="two brackets",
    ),
    pytest.param(
        "Egypt and Transjordan (Jordan) (joined on June 4, 1947)",
        "May 4, 1946, in the city of Cairo.",
        [("Egypt", {}), ("Transjordan", {"aliases": ["Jordan"], "joined": "1947-06-04"})],
        id="an alias and a date",
    ),
    pytest.param(
        "Egypt and Eritrea (observer since 2003)",
        "March 22, 1995, in the city of Cairo.",
        [("Egypt", {}), ("Eritrea", {"note": "observer since 2003"})],
        id="an observer",
    ),
    pytest.param(
        "Italy and Spain, acceded to by Germany",
        "May 4, 1887, in the city of Madrid.",
        [("Italy", {}), ("Spain", {}), ("Germany", {"note": "acceded"})],
        id="acceded to by",
    ),
    pytest.param(
        "Poland and Hungary; Slovakia and Slovenia (March 29, 2004)",
        "May 4, 1999, in the city of Warsaw.",
        [
            ("Poland", {}),
            ("Hungary", {}),
            ("Slovakia", {"joined": "2004-03-29"}),
            ("Slovenia", {"joined": "2004-03-29"}),
        ],
        id="a group that shares a date",
    ),
    pytest.param(
        "Peru and Chile (May 4, 1931); Bolivia (June 1, 1933)",
        "May 4, 1931, in the city of Lima.",
        [
            ("Peru", {"joined": "1931-05-04"}),
            ("Chile", {"joined": "1931-05-04"}),
            ("Bolivia", {"joined": "1933-06-01"}),
        ],
        id="two groups with a date each",
    ),
    pytest.param(
        "Poland; Slovakia (March 29, 2004) and Slovenia (April 1, 2005)",
        "May 4, 1999, in the city of Warsaw.",
        [("Poland", {}), ("Slovakia", {"joined": "2004-03-29"}), ("Slovenia", {"joined": "2005-04-01"})],
        id="a group with a date for each",
    ),
]


@pytest.mark.parametrize(("printed", "signed", "rows"), BRACKETS)
def test_brackets_give_other_names_dates_and_notes(printed: str, signed: str, rows: list[Row]) -> None:
    """A bracket holds another name, the day of joining or leaving, or a note; a group's last bracket holds for all."""
    assert members_of(printed, signed) == rows


@pytest.mark.xfail(strict=True, reason="a date of accession says it already: the note 'acceded' is said beside it")
def test_an_accession_with_its_date_needs_no_note() -> None:
    """The words "acceded to by Germany (October 31, 1883)" are a date of joining, and nothing else."""
    rows = members_of("Austria-Hungary and Romania, acceded to by Germany (October 31, 1883)", "October 30, 1883.")
    assert rows[2] == ("Germany", {"joined": "1883-10-31"})


STATES = [
    # the line | when | Correlates of War codes
    ("Soviet Union and Lithuania", "September 28, 1926.", [365, 368]),
    ("Sardinia (Italy) and France", "January 26, 1859.", [325, 220]),
    ("Prussia (Germany) and Austria-Hungary", "May 4, 1868.", [255, 300]),
    ("United Arab Republic (Egypt-Syria) and Iraq", "May 4, 1959.", [651, 645]),
    ("Persia (Iran) and Ottoman Empire (Turkey)", "May 4, 1900.", [630, 640]),
    ("East Germany and Poland", "May 4, 1960.", [265, 290]),
    ("Romania and Serbs, Croats, and Slovenes", "June 7, 1921.", [360, 345]),
]


@pytest.mark.parametrize(("printed", "signed", "cow"), STATES)
def test_each_member_is_a_state_of_its_time(printed: str, signed: str, cow: list[int]) -> None:
    """A name is looked up as it was used at the signature; nothing is said where it is clear."""
    entry = read_one(Sheet(members=printed, signed=signed))
    assert [member.state and member.state.cow for member in entry.members] == cow
    assert not {"state-unknown", "state-ambiguous"} & set(codes(entry))


def test_a_member_that_joined_later_is_the_state_of_that_day() -> None:
    """A state that was not there at the signature is found by the date of its accession."""
    entry = read_one(Sheet(members="Russia and Croatia (May 4, 1995)", signed="May 4, 1950, in the city of Moscow."))
    assert entry.members[1].state is not None
    assert entry.members[1].state.cow == 344


def test_a_name_that_no_state_bears_is_kept_without_one_and_said() -> None:
    """The name stays as printed, its state is null, and the issue quotes it and names the nearest."""
    entry = read_one(Sheet(members="Peru and Sardnia", signed="January 26, 1859, in the city of Turin."))
    assert (entry.members[1].name, entry.members[1].state) == ("Sardnia", None)
    (issue,) = [issue for issue in entry.issues if issue.code == "state-unknown"]
    assert issue.quote == "Sardnia"
    assert "1859" in issue.message
    assert "Sardinia" in issue.message


def test_no_members_line_gives_no_members() -> None:
    """An empty field is no member: nothing stands in for what is missing."""
    assert read_one(Sheet(members="")).members == []


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["Peru", "Chile", "Bolivia", "Trinidad and Tobago", "Guinea-Bissau", "Saudi Arabia"]),
                min_size=1, max_size=6, unique=True))  # fmt: skip
def test_any_list_of_names_is_read_back(names: list[str]) -> None:
    """What was joined by commas and "and" is parted again, in order."""
    line = " and ".join(names) if len(names) < 3 else f"{', '.join(names[:-1])}, and {names[-1]}"
    assert members_of(line, "May 4, 1980, in the city of Lima.") == plain(*names)
