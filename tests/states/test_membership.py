"""Who belonged to a system of states, on a day and in a year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.models.errors import UsageError
from foedera.states import Membership, members

if TYPE_CHECKING:
    from foedera.states.membership import Partial, System


def codes(system: System = "cow", *, year: int, partial: Partial = "any") -> set[int | None]:
    """The codes of the members in a year."""
    return {one.code for one in members(system, year=year, partial=partial)}


def test_the_state_years_of_the_cow_list_to_2020() -> None:
    """Years run on to 2020 with a state in each year of its spells give 16,731 state-years."""
    assert sum(len(members("cow", year=year)) for year in range(1816, 2021)) == 16_731


def test_the_members_on_a_day() -> None:
    """On 30 June 1955 the Federal Republic is a member and Austria, until 27 July, is not."""
    there = {one.state for one in members("cow", on="1955-06-30")}
    assert {"german-federal-republic", "german-democratic-republic", "italy"} <= there
    assert not {"austria", "germany"} & there


@pytest.mark.parametrize(
    ("code", "year", "expected"),
    [
        (255, 1945, {"any", "first"}),  # to 8 May
        (255, 1990, {"any", "last"}),  # from 3 October
        (305, 1955, {"any", "last"}),  # from 27 July
        (200, 1900, {"any", "first", "last", "exact"}),
        (511, 1964, {"any", "first"}),  # to 26 April
        (40, 1906, {"any", "first"}),
        (325, 1861, {"any", "first", "last", "exact"}),
        (730, 1887, {"any", "first", "last", "exact"}),  # from 1 January
    ],
)
def test_the_rule_for_a_partial_year_decides(code: int, year: int, expected: set[str]) -> None:
    """Each rule for partial years counts the states that hold to it, and no others."""
    rules: tuple[Partial, ...] = ("exact", "any", "first", "last")
    assert {rule for rule in rules if code in codes(year=year, partial=rule)} == expected


@settings(deadline=None)
@given(st.integers(min_value=1816, max_value=2020), st.sampled_from(["cow", "gw", "foedera"]))
def test_the_rules_nest(year: int, system: System) -> None:
    """Who is there all the year is there on its first and last day, and whoever is there then is there at all."""
    exact, first, last, some = (
        {one.code or one.state for one in members(system, year=year, partial=rule)}
        for rule in ("exact", "first", "last", "any")
    )
    assert exact <= first & last
    assert first | last <= some


def test_a_code_is_counted_once_where_two_states_share_it() -> None:
    """In 1990 Gleditsch and Ward's 260 and 678 pass to the united states: one member each."""
    found = members("gw", year=1990)
    assert [one.state for one in found if one.code in {260, 678}] == ["germany", "yemen"]


def test_systems_differ_where_their_makers_differ() -> None:
    """In 1995 Germany is 255 and 260, Yemen 679 and 678; in 1900 Serbia is 345 and 340."""
    assert {255, 679} <= codes("cow", year=1995)
    assert {260, 678} <= codes("gw", year=1995)
    assert 345 in codes("cow", year=1900)
    assert 340 in codes("gw", year=1900)


def test_our_own_system_has_states_before_1816_and_no_codes() -> None:
    """In 1701 Prussia, the Palatinate and the Dutch Republic are there, without codes."""
    found = {one.state: one.code for one in members("foedera", year=1701)}
    assert {"germany", "palatinate", "netherlands", "holy-roman-empire"} <= set(found)
    assert set(found.values()) == {None}


def test_microstates_are_asked_for() -> None:
    """The Gleditsch-Ward system is their main list; the microstates come on demand."""
    main = {one.state for one in members("gw", year=2000)}
    every = {one.state for one in members("gw", year=2000, microstates=True)}
    assert {"andorra", "samoa"} <= every - main
    assert main < every


def test_an_open_spell_has_no_last_day() -> None:
    """A spell is given with its first and last day, None where it is open."""
    assert Membership("yemen", 679, date(1990, 5, 22), None) in members("cow", year=2000)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ({"system": "un", "year": 1990}, 'unknown system "un"'),
        ({"year": 1990, "partial": "half"}, 'unknown rule for a partial year "half"'),
        ({}, "one of on="),
        ({"on": "1990", "year": 1990}, "one of on="),
        ({"on": "soon"}, "soon"),
        ({"year": 0}, "0000"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(call: dict[str, object], message: str) -> None:
    """An unknown system or rule, no date, two dates, and a date that is none raise with the value."""
    with pytest.raises(UsageError, match=message):
        members(**call)  # type: ignore[arg-type]  # wrong on purpose
