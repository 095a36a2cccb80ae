"""The resolver: dates, context, rules, suggestions, and the strict door."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.models.errors import FoederaError, UsageError
from foedera.states import (
    AmbiguousStateError,
    UnknownStateError,
    known_names,
    register,
    resolve,
    settled,
    state,
)

DATES = st.one_of(st.none(), st.integers(min_value=1648, max_value=2030), st.dates(min_value=date(1600, 1, 1)))


@settings(deadline=None)
@given(st.text(), DATES)
def test_no_text_raises(text: str, on: int | date | None) -> None:
    """Whatever is printed, the answer is a list of candidates, the exact before the others, by falling score."""
    found = resolve(text, on, near=(text,))
    assert found == sorted(found, key=lambda one: (not one.exact, -one.score))
    assert all(0 <= one.score <= 1 and one.reasons for one in found)


@settings(deadline=None)
@given(st.sampled_from(sorted(known_names())), st.sampled_from(["the {}", "{}.", " {} ", "THE {}"]))
def test_every_name_of_the_register_is_found_in_any_dress(name: str, dress: str) -> None:
    """A name of the register finds its own state, with or without article, in any case, with spaces about it."""
    owners = {one.id for one in register().states.values() if any(own.text == name for own in one.names)}
    printed = dress.format(name.upper() if dress.isupper() else name)
    assert owners <= {one.state for one in resolve(printed) if one.exact}


@pytest.mark.parametrize("on", [date(1955, 6, 1), 1955, "1955", "1955-06", "1955-06-01", "1955~", "1955/1956"])
def test_a_date_may_have_any_form(on: date | int | str) -> None:
    """Dates, years and EDTF of any precision mean the same here."""
    assert [(one.cow, one.gw) for one in resolve("Germany", on)] == [(260, 260)]


def test_a_date_that_is_none_is_a_wrong_call() -> None:
    """A text that is no date raises, and says so."""
    with pytest.raises(UsageError, match="yesterday"):
        resolve("Germany", "yesterday")


@pytest.mark.parametrize(
    ("name", "on", "near", "expected"),
    [
        ("Korea", 1950, "Pyongyang", "north-korea"),
        ("Korea", 1950, "Seoul", "south-korea"),
        ("Congo", 1965, "Kinshasa", "congo-kinshasa"),
        ("Congo", 1962, "Leopoldville", "congo-kinshasa"),
        ("Congo", 1965, "Brazzaville", "congo-brazzaville"),
        ("Hesse", 1820, "Darmstadt", "hesse-grand-ducal"),
        ("Vietnam", 1960, "Saigon", "south-vietnam"),
        ("China", 1954, "Taipei", "taiwan"),
    ],
)
def test_a_place_nearby_decides(name: str, on: int, near: str, expected: str) -> None:
    """Between states of one name the one whose city is in the context comes first, and says why."""
    first = resolve(name, on, near=[near])[0]
    assert first.state == expected
    assert first.reasons[-2:][0] == f"near {near}" or f"near {near}" in first.reasons


def test_a_second_meaning_is_said() -> None:
    """Where another state could be meant, the first candidate says so, and the other follows."""
    first, second = resolve("Vietnam", 1960)
    assert (first.cow, second.cow) == (816, 817)
    assert "also printed for South Vietnam" in " ".join(first.reasons) or "Republic of Vietnam" in " ".join(
        first.reasons
    )


def test_a_name_by_rule_says_the_rule() -> None:
    """A match by rule carries the rule among its reasons and scores below the bare name."""
    ruled, bare = resolve("Kingdom of Prussia and", 1800), resolve("Prussia", 1800)
    assert not ruled or not ruled[0].exact
    ruled = resolve("the King of Prussia", 1800)
    assert ruled[0].score < bare[0].score
    assert any("without" in reason for reason in ruled[0].reasons)


def test_a_likeness_is_marked_and_never_settled() -> None:
    """A name only spelt like one of the register is a suggestion with its likeness, never a match."""
    found = resolve("Sardnia", "1859-01-26")
    assert found[0].state == "italy"
    assert not found[0].exact
    assert "spelt like" in found[0].reasons[0]
    assert settled(found) is None


def test_a_state_outside_its_life_says_when_it_lived() -> None:
    """At a date outside its life a known state is offered with the spells of its life."""
    only = resolve("Poland", 1850)
    assert [(one.state, one.exact) for one in only] == [("poland", False)]
    assert only[0].reasons == ("lived 1025-04-18 to 1795-10-24 and from 1918-11-03",)


def test_a_list_may_count_a_state_on() -> None:
    """Where a list of states counts one that was not its own then, the candidate says so."""
    only = resolve("Austria", "1940-06-01")[0]
    assert only.exact
    assert any("only a list of states" in reason for reason in only.reasons)


@pytest.mark.parametrize(
    ("name", "on", "message"),
    [
        ("Sardnia", 1859, 'unknown state "Sardnia" in 1859: did you mean Sardinia (325)?'),
        ("Lithunia", "1926-09-28", 'unknown state "Lithunia" on 1926-09-28: did you mean Lithuania (368)?'),
        ("Xyzzy", None, 'unknown state "Xyzzy": no name of the register is like it'),
        ("", None, 'unknown state "": no name of the register is like it'),
        (
            "Poland",
            1850,
            'unknown state "Poland" in 1850: Poland (290) lived 1025-04-18 to 1795-10-24 and from 1918-11-03',
        ),
        (
            "Sardinia",
            1900,
            (
                'unknown state "Sardinia" in 1900: Italy (325) lived from 1416-02-19, '
                'but "Sardinia" was in use 1720-08-08 to 1861-03-16'
            ),
        ),
    ],
)
def test_the_strict_door_says_what_to_ask(name: str, on: str | int | None, message: str) -> None:
    """The message of the strict door carries the name, the date and the mend."""
    with pytest.raises(UnknownStateError) as caught:
        state(name, on=on)
    assert str(caught.value) == message
    assert isinstance(caught.value, FoederaError)


def test_the_strict_door_names_all_that_are_meant() -> None:
    """An ambiguous name raises with the states it can be."""
    with pytest.raises(AmbiguousStateError) as caught:
        state("Korea", on=1950)
    assert str(caught.value) == '"Korea" in 1950 is North Korea (731) or South Korea (732): say which'


def test_the_strict_door_takes_names_and_ids() -> None:
    """The strict door returns the state for a name at a date and for an id."""
    assert state("Germany", on=1955) is state("german-federal-republic")


def test_resolving_is_fast() -> None:
    """At least 100,000 names a second, warm, on one core; the best of several tries counts."""
    names = sorted(known_names())
    for name in names:
        resolve(name, "1900-01-01")
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        for name in names:
            resolve(name, "1900-01-01")
        best = min(best, time.perf_counter() - start)
    assert len(names) / best >= 100_000
