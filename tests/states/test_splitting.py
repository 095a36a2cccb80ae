"""Splitting printed member lists: names with "and" or a comma stay whole, and offsets lead back."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.states import known_names, split_names

LISTS = [
    ("Soviet Union and Lithuania", ["Soviet Union", "Lithuania"]),
    ("A, B, and C", ["A", "B", "C"]),
    ("A, B and C.", ["A", "B", "C"]),
    ("France, Great Britain, and the Two Sicilies", ["France", "Great Britain", "the Two Sicilies"]),
    ("Poland and Serbs, Croats, and Slovenes", ["Poland", "Serbs, Croats, and Slovenes"]),
    (
        "Kingdom of the Serbs, Croats, and Slovenes and Romania",
        ["Kingdom of the Serbs, Croats, and Slovenes", "Romania"],
    ),
    ("Serbs, Croats and\nSlovenes and Poland", ["Serbs, Croats and\nSlovenes", "Poland"]),
    ("Barbados, Trinidad and Tobago, and Guyana", ["Barbados", "Trinidad and Tobago", "Guyana"]),
    ("Croatia and Bosnia and Herzegovina", ["Croatia", "Bosnia and Herzegovina"]),
    ("Bosnia & Herzegovina and Croatia", ["Bosnia & Herzegovina", "Croatia"]),
    ("Antigua & Barbuda, St. Kitts and Nevis", ["Antigua & Barbuda", "St. Kitts and Nevis"]),
    (
        "St. Vincent and the Grenadines and Sao Tome and Principe",
        ["St. Vincent and the Grenadines", "Sao Tome and Principe"],
    ),
    ("Austria-Hungary and Germany", ["Austria-Hungary", "Germany"]),
    ("Persia (Iran) and Soviet Union", ["Persia (Iran)", "Soviet Union"]),
    ("Sardinia (Italy), France", ["Sardinia (Italy)", "France"]),
    ("United Arab Republic (Egypt-Syria) and Iraq", ["United Arab Republic (Egypt-Syria)", "Iraq"]),
    ("Egypt, Iraq (joined on June 4, 1967), Jordan", ["Egypt", "Iraq (joined on June 4, 1967)", "Jordan"]),
    ("Uzbekistan (September 24, 1993); Russia", ["Uzbekistan (September 24, 1993)", "Russia"]),
    ("Italy and Spain, acceded to by Germany", ["Italy", "Spain", "Germany"]),
    ("U.S.S.R. and U.S.A.", ["U.S.S.R.", "U.S.A."]),
    ("Finland and Andorra", ["Finland", "Andorra"]),
    ("Ruritania and Graustark", ["Ruritania", "Graustark"]),
    ("Ruritania (North and South), Graustark", ["Ruritania (North and South)", "Graustark"]),
    ("France and Navarre and Spain", ["France and Navarre", "Spain"]),
    ("Denmark and Norway", ["Denmark", "Norway"]),
    ("Poland and Lithuania", ["Poland", "Lithuania"]),
    ("Saxony", ["Saxony"]),
    ("", []),
    (" , and ; ", []),
]


@pytest.mark.parametrize(("printed", "expected"), LISTS, ids=[printed for printed, _ in LISTS])
def test_a_printed_list_gives_its_names(printed: str, expected: list[str]) -> None:
    """Every form of member list gives its names in order, brackets with the name before them."""
    parts = split_names(printed)
    assert [part.text for part in parts] == expected
    assert [printed[part.start : part.end] for part in parts] == expected


def test_two_states_under_one_crown_are_one_name_at_that_time() -> None:
    """A name made of the names of two states is one only at a date when it was one."""
    assert [part.text for part in split_names("Denmark and Norway and Poland", on=1700)] == [
        "Denmark and Norway",
        "Poland",
    ]
    assert [part.text for part in split_names("Denmark and Norway", on=1949)] == ["Denmark", "Norway"]


@settings(deadline=None)
@given(st.text())
def test_no_text_raises(text: str) -> None:
    """Whatever is printed, the parts are in order, apart, not empty, and lead back to the text."""
    parts = split_names(text)
    assert all(text[part.start : part.end] == part.text and part.text.strip() for part in parts)
    assert all(one.end <= two.start for one, two in pairwise(parts))


@settings(deadline=None)
@given(st.text(alphabet="AB and,;()&.\n'", max_size=60))
def test_no_mixture_of_separators_raises(text: str) -> None:
    """Separators, brackets and spaces in any order give parts that lead back."""
    assert all(text[part.start : part.end] == part.text for part in split_names(text))


def test_every_name_alone_stays_whole_or_is_two_states() -> None:
    """A name of the register alone is one part, unless it joins the names of two states."""
    cut = {name for name in known_names() if len(split_names(name)) != 1}
    assert all(" and " in name for name in cut), sorted(cut)
    assert {"Denmark and Norway", "Sweden and Norway", "England and Scotland"} <= cut
    assert len(cut) <= 20
