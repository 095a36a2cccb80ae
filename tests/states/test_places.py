"""Places of signature: positions, names and holders through time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.knowledge import csv_rows
from foedera.states import capital, place, places, register

CASES = [
    ("Kovno", 1915, "Kaunas", "Kovno", "russia"),
    ("Kovno", 1926, "Kaunas", "Kaunas", "lithuania"),
    ("Pless", 1813, "Pszczyna", "Pless", "germany"),
    ("Constantinople", 1833, "Istanbul", "Constantinople", "turkey"),
    ("Istanbul", 1964, "Istanbul", "Istanbul", "turkey"),
    ("Fontainebleau", 1743, "Fontainebleau", "Fontainebleau", "france"),
    ("Het Loo", 1700, "Het Loo", "Het Loo", "netherlands"),
    ("Nymphenburg Palace", 1741, "Nymphenburg", "Nymphenburg", "bavaria"),
    ("Christiania", 1910, "Oslo", "Christiania", "norway"),
    ("Petrograd", 1915, "Saint Petersburg", "Petrograd", "russia"),
    ("Leningrad", 1962, "Saint Petersburg", "Leningrad", "russia"),
    ("Warsaw", 1955, "Warsaw", "Warsaw", "poland"),
    ("Warsaw", 1850, "Warsaw", "Warsaw", "russia"),
    ("Danzig", 1925, "Gdańsk", "Danzig", "danzig"),
    ("Gdansk", 1980, "Gdańsk", "Gdańsk", "poland"),
    ("Leopoldville", 1961, "Kinshasa", "Leopoldville", "congo-kinshasa"),
    ("Peking", 1901, "Beijing", "Peking", "china"),
    ("Aix-la-Chapelle", 1818, "Aachen", "Aachen", "germany"),
    ("Brussels", 1948, "Brussels", "Brussels", "belgium"),
    ("Brussels", 1740, "Brussels", "Brussels", "austria-hungary"),
    ("Vienna", 1815, "Vienna", "Vienna", "austria-hungary"),
    ("Vienna", 1961, "Vienna", "Vienna", "austria"),
    ("Rome", 1860, "Rome", "Rome", "papal-states"),
    ("Rome", 1936, "Rome", "Rome", "italy"),
    ("Turin", 1703, "Turin", "Turin", "italy"),
    ("Bonn", 1970, "Bonn", "Bonn", "german-federal-republic"),
    ("East Berlin", 1975, "East Berlin", "East Berlin", "german-democratic-republic"),
    ("Hunkar Iskelesi", 1833, "Unkiar Skelessi", "Unkiar Skelessi", "turkey"),
    ("San'a", 1934, "Sana'a", "Sana'a", "yemen-arab-republic"),
    ("St. Petersburg", 1805, "Saint Petersburg", "Saint Petersburg", "russia"),
]


@pytest.mark.parametrize(("name", "on", "today", "called", "state"), CASES)
def test_a_place_is_found_under_its_names_with_its_holder(
    name: str, on: int, today: str, called: str, state: str
) -> None:
    """A place answers to today's and former names and tells what it was called and who held it."""
    found = place(name, on)
    assert found is not None
    assert (found.name, found.called, found.state) == (today, called, state)


@settings(deadline=None)
@given(st.text())
def test_an_unknown_place_is_none(text: str) -> None:
    """Any text gives a place of the register or nothing."""
    found = place(text)
    assert found is None or found.name in places()


def test_the_register_of_places_is_sound() -> None:
    """There are at least 250 places, each once, on the globe, held by states of the register."""
    listed = csv_rows("states/places.csv")
    assert len(listed) == len(set(places())) >= 250
    for name, lat, lon, _, held, source in listed:
        assert -60 < float(lat) < 72, name
        assert -180 <= float(lon) <= 180, name
        assert source, name
        assert {one.strip().split(" ")[0] for one in held.split(";") if one.strip()} <= set(register().states), name


def test_capitals_move() -> None:
    """The capital of a state is that of the date, its last one without a date."""
    seats = [capital("italy", year) for year in (1862, 1868, 1900)]
    assert [seat.name for seat in seats if seat] == ["Turin", "Florence", "Rome"]
    assert capital("no-such-state") is None


def test_a_country_decides_between_namesakes() -> None:
    """With a country the place of that country is meant where two share a name."""
    found = place("Hyderabad", 1840, country="hyderabad")
    assert found is not None
    assert found.state == "hyderabad"


def test_states_of_the_cow_system_have_a_capital() -> None:
    """Every state with a COW code has a capital, and it lies where the state was at some time."""
    coded = [state.id for state in register().states.values() if state.code("cow") is not None]
    assert [state for state in coded if capital(state) is None] == []
