"""Signature and force: dates, cities, renewals, ends, and what is said when they cannot be read."""

from __future__ import annotations

from typing import Any

import pytest

from foedera.models.entries import Entry, Force
from tests.parsing.conftest import Sheet, codes, read_one


def signed(printed: str | None, members: str = "Peru and Chile") -> Entry:
    """An entry whose signature is printed so."""
    return read_one(Sheet(signed=printed, members=members))


def acts(printed: str) -> list[dict[str, Any]]:
    """The acts of signature, each without what it does not say."""
    return [
        {key: value for key, value in each.model_dump().items() if value is not None} for each in signed(printed).signed
    ]


ONE = [
    # printed | date | place | country
    pytest.param("May 4, 1931, in the city of Lima.", "1931-05-04", "Lima", None, id="a capital"),
    pytest.param(
        "May 4, 1931, in the city of Geneva (Switzerland).", "1931-05-04", "Geneva", "Switzerland", id="country"
    ),
    pytest.param(
        "May 4, 1931, in the city of\nGeneva\n(Switzerland).", "1931-05-04", "Geneva", "Switzerland", id="lines"
    ),
    pytest.param(
        "Octo-\nber 4, 1931, in the city of Lima.", "1931-10-04", "Lima", None, id="a month over the line's end"
    ),
    pytest.param("October 4,\n1931, in the city of Lima.", "1931-10-04", "Lima", None, id="a year on the next line"),
    pytest.param(
        "May 4, 1931, in the city of St. Petersburg.", "1931-05-04", "St. Petersburg", None, id="a stop in it"
    ),
    pytest.param("May 4, 1931, in the city of San José.", "1931-05-04", "San José", None, id="two words"),
    pytest.param(
        "May 4, 1931, in the city of The Hague (Netherlands).", "1931-05-04", "The Hague", "Netherlands", id="The"
    ),
    pytest.param("May 4, 1931, in the city of Port-au-Prince.", "1931-05-04", "Port-au-Prince", None, id="hyphens"),
    pytest.param(
        "May 18, 1741, at Nymphenburg Palace (Germany).", "1741-05-18", "Nymphenburg Palace", "Germany", id="a palace"
    ),
    pytest.param("May 4, 1931.", "1931-05-04", None, None, id="no place"),
    pytest.param("May 1931, in the city of Lima.", "1931-05", "Lima", None, id="a month only"),
    pytest.param("1931, in the city of Lima.", "1931", "Lima", None, id="a year only"),
    pytest.param("4 May 1931, in the city of Lima.", "1931-05-04", "Lima", None, id="the day first"),
]


@pytest.mark.parametrize(("printed", "date", "place", "country"), ONE)
def test_one_signature_has_its_date_city_and_country(
    printed: str, date: str | None, place: str | None, country: str | None
) -> None:
    """What is printed is read, over line ends too; what is not printed is null."""
    entry = signed(printed)
    (act,) = entry.signed
    assert (act.date, act.place, act.country, act.renews) == (date, place, country, None)
    assert entry.in_force == Force()
    assert "date-unreadable" not in codes(entry)


def test_the_palace_of_a_king_is_a_place_though_no_city() -> None:
    """An article before the palace is not part of its name."""
    assert acts("May 1, 1756, at the Palace of Versailles (France).") == [
        {"date": "1756-05-01", "place": "Palace of Versailles", "country": "France"}
    ]


SEVERAL = [
    # printed | the acts
    pytest.param(
        "May 4, 1975, in the cities of Tripoli (Libya) and Niamey.",
        [{"date": "1975-05-04", "place": "Tripoli", "country": "Libya"}, {"date": "1975-05-04", "place": "Niamey"}],
        id="two cities, one day",
    ),
    pytest.param(
        "January 23, 1668, and April 25, 1668, in the cities of The Hague (Netherlands) and London.",
        [
            {"date": "1668-01-23", "place": "The Hague", "country": "Netherlands"},
            {"date": "1668-04-25", "place": "London"},
        ],
        id="two cities, two days",
    ),
    pytest.param(
        "December 27, 1893, and January 4, 1894, in the city of St. Petersburg (Russia).",
        [
            {"date": "1893-12-27", "place": "St. Petersburg", "country": "Russia"},
            {"date": "1894-01-04", "place": "St. Petersburg", "country": "Russia"},
        ],
        id="one city, two days",
    ),
    pytest.param(
        "May 4, 1975, in the cities of Lima, Quito, and La Paz.",
        [{"date": "1975-05-04", "place": place} for place in ("Lima", "Quito", "La Paz")],
        id="three cities",
    ),
]


@pytest.mark.parametrize(("printed", "wanted"), SEVERAL)
def test_two_cities_or_two_days_are_two_acts(printed: str, wanted: list[dict[str, Any]]) -> None:
    """Days go with cities one by one; a single one goes with all of the other."""
    assert acts(printed) == wanted


RENEWALS = [
    "May 4, 1931 (renewal of the treaty of June 2, 1921), in the city of Lima.",
    "May 4, 1931, renewing the treaty of June 2, 1921, in the city of Lima.",
    "May 4, 1931 (extension of the pact of June 2, 1921), in the city of Lima.",
    "May 4, 1931, prolonging the agreement of 2 June 1921, in the city of Lima.",
]


@pytest.mark.parametrize("printed", RENEWALS)
def test_the_day_of_a_treaty_that_is_renewed_is_no_signature(printed: str) -> None:
    """The older treaty's date stands in `renews`, whichever way it is said."""
    assert acts(printed) == [{"date": "1931-05-04", "place": "Lima", "renews": "1921-06-02"}]


@pytest.mark.xfail(strict=True, reason="both dates become signatures of the new treaty, and nothing is renewed")
def test_a_renewal_may_be_printed_before_the_signature() -> None:
    """A first date that is said to be of the older treaty is the one renewed."""
    assert acts("Renewal of the treaty of June 2, 1921; signed May 4, 1931, in the city of Lima.") == [
        {"date": "1931-05-04", "place": "Lima", "renews": "1921-06-02"}
    ]


@pytest.mark.xfail(strict=True, reason="the first renewal becomes the treaty renewed: 4.1010 of the starter compendium")
def test_later_renewals_are_acts_of_their_own() -> None:
    """The words "renewed on" date new signatures, each of which renews the first."""
    assert acts("January 30, 1902, renewed on August 12, 1905, and July 13, 1911, in the city of London.") == [
        {"date": "1902-01-30", "place": "London"},
        {"date": "1905-08-12", "place": "London", "renews": "1902-01-30"},
        {"date": "1911-07-13", "place": "London", "renews": "1902-01-30"},
    ]


def test_a_district_after_a_city_is_part_of_its_name() -> None:
    """The place "Washington, D.C." is one city."""
    assert acts("April 4, 1949, in the city of Washington, D.C.") == [
        {"date": "1949-04-04", "place": "Washington, D.C."}
    ]


def test_a_date_in_two_calendars_is_read_by_the_new_and_said() -> None:
    """The Old Style date beside it is no second signature."""
    entry = signed("August 31, 1907 (August 18, O.S.), in the city of St. Petersburg (Russia).", "Russia and France")
    assert [(act.date, act.place) for act in entry.signed] == [("1907-08-31", "St. Petersburg")]
    assert "date-note" in codes(entry)


FORCE = [
    # the clause | status | until | note
    pytest.param("", "not-stated", None, None, id="no clause"),
    pytest.param("In force until October 10, 1939.", "ended", "1939-10-10", None, id="a day"),
    pytest.param("In force until\nOctober 10,\n1939.", "ended", "1939-10-10", None, id="a day over lines"),
    pytest.param("In force until October 1822.", "ended", "1822-10", None, id="a month"),
    pytest.param("In force until 1822.", "ended", "1822", None, id="a year"),
    pytest.param(
        "In force until March 11, 1940, when Peru declared war.",
        "ended",
        "1940-03-11",
        "when Peru declared war",
        id="when",
    ),
    pytest.param(
        "In force until March 11, 1940, with the outbreak of war.",
        "ended",
        "1940-03-11",
        "with the outbreak of war",
        id="with",
    ),
    pytest.param(
        "In force until March 11, 1940, after Chile annexed Tacna.",
        "ended",
        "1940-03-11",
        "after Chile annexed Tacna",
        id="after",
    ),
    pytest.param(
        "In force until March 11, 1940, upon the death of the king.",
        "ended",
        "1940-03-11",
        "upon the death of the king",
        id="upon",
    ),
    pytest.param(
        "In force until March 11, 1940, by treaty terms that set ten years.",
        "ended",
        "1940-03-11",
        "by treaty terms that set ten years",
        id="by treaty terms",
    ),
    pytest.param("In force until the death of the king.", "ended", None, "the death of the king", id="an event"),
    pytest.param("In force as of date of publication of this volume.", "in-force", None, None, id="at publication"),
    pytest.param(
        "In force as of the date of\npublication of this volume.", "in-force", None, None, id="with an article"
    ),
]


@pytest.mark.parametrize(("clause", "status", "until", "note"), FORCE)
def test_the_clause_of_force_gives_status_end_and_note(
    clause: str, status: str, until: str | None, note: str | None
) -> None:
    """An end is a date or an event; the words after it are the note; no clause is "not-stated", never "in-force"."""
    entry = signed(f"May 4, 1820, in the city of Lima. {clause}")
    force = entry.in_force
    assert (force.status, force.until, force.note, force.by_member) == (status, until, note, [])
    assert [(act.date, act.place) for act in entry.signed] == [("1820-05-04", "Lima")]
    assert ("/in_force/status" in entry.evidence) == bool(clause)


def ends(clause: str) -> tuple[str | None, list[tuple[str, str | None]]]:
    """The end of a clause, and those of single members."""
    force = signed(f"May 4, 1920, in the city of Paris. {clause}", "Estonia, Latvia, and Italy").in_force
    return force.until, [(each.member, each.until) for each in force.by_member]


BY_MEMBER = [
    # the clause | the end for all | the ends for some
    pytest.param(
        "In force until May 1, 1940 (Estonia) and June 2, 1941 (Latvia).",
        None,
        [("Estonia", "1940-05-01"), ("Latvia", "1941-06-02")],
        id="an end for each",
    ),
    pytest.param(
        "In force as of date of publication of this volume, except for Italy (until August 11, 1986).",
        None,
        [("Italy", "1986-08-11")],
        id="an exception in brackets",
    ),
    pytest.param(
        "In force as of date of publication of this volume, except for Italy, whose membership ended on August 11, "
        "1986.",
        None,
        [("Italy", "1986-08-11")],
        id="an exception in words",
    ),
    pytest.param(
        "In force until June 2, 1941, except for Italy, which withdrew on August 11, 1936.",
        "1941-06-02",
        [("Italy", "1936-08-11")],
        id="an exception to an end",
    ),
    pytest.param(
        "In force until November 3, 1941; for Italy, until May 3, 1935.",
        "1941-11-03",
        [("Italy", "1935-05-03")],
        id="another end for one",
    ),
    pytest.param(
        "In force until July 1, 1991; for Estonia, until September 13, 1968; for Latvia, until September 24, 1990.",
        "1991-07-01",
        [("Estonia", "1968-09-13"), ("Latvia", "1990-09-24")],
        id="other ends for two",
    ),
    pytest.param(
        "In force as of date of publication of this volume, except for Estonia (until May 1, 1940) and Latvia "
        "(until June 2, 1941).",
        None,
        [("Estonia", "1940-05-01"), ("Latvia", "1941-06-02")],
        id="two exceptions",
    ),
]


@pytest.mark.parametrize(("clause", "until", "members"), BY_MEMBER)
def test_an_end_may_hold_for_one_member_alone(
    clause: str, until: str | None, members: list[tuple[str, str | None]]
) -> None:
    """Ends for single members stand apart from the end of the treaty, which may have none."""
    assert ends(clause) == (until, members)


@pytest.mark.parametrize("year", [1648, 1700, 1756, 1815])
def test_an_old_treaty_without_an_end_is_not_stated(year: int) -> None:
    """Entries of 1648 to 1815 print no end: that is neither "in force" nor a fault."""
    entry = signed(f"May 4, {year}, in the city of Vienna.", "France and Spain")
    assert entry.in_force == Force()
    assert not [code for code in codes(entry) if code != "source-note"]


def test_a_year_that_a_list_number_swallowed_is_said_and_not_guessed() -> None:
    """The date stays null, and an issue points to what is left of it."""
    entry = signed("May 4,\n  1. In force until June 2, 1941.")
    assert "lost-year" in codes(entry)
    assert entry.signed == []
    assert entry.in_force.until == "1941-06-02"


def test_an_end_whose_year_was_swallowed_is_said_too() -> None:
    """The treaty has ended; when, is not known."""
    entry = signed("May 4, 1931, in the city of Lima. In force until June 2,\n  1.")
    assert "lost-year" in codes(entry)
    assert (entry.in_force.status, entry.in_force.until) == ("ended", None)


def test_words_without_a_date_are_said() -> None:
    """A field that holds no date gives none, and an issue that quotes it."""
    entry = signed("at some time, in the city of Lima.")
    assert "date-unreadable" in codes(entry)
    assert [act.date for act in entry.signed] == [None]


def test_a_clause_without_an_end_is_said() -> None:
    """Where nothing that can be read follows "In force", the status is "not-stated", with an issue."""
    entry = signed("May 4, 1931, in the city of Lima. In force perhaps.")
    assert entry.in_force.status == "not-stated"
    assert "force-unreadable" in codes(entry)


def test_a_header_without_a_signature_says_that_the_field_is_missing() -> None:
    """No label, no value: only the issue."""
    entry = signed(None)
    assert entry.signed == []
    assert [issue.message for issue in entry.issues if issue.code == "field-missing"]
