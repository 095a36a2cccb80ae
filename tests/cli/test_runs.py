"""Runs: ids that are unique among all entries of one call."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.parsing.runs import unique


@pytest.mark.parametrize(
    ("names", "made"),
    [
        (["a", "b"], ["a", "b"]),
        (["a", "a", "a"], ["a", "a-2", "a-3"]),
        (["a", "a", "a-2"], ["a", "a-2", "a-2-2"]),
        (["a-2", "a", "a"], ["a-2", "a", "a-3"]),
    ],
)
def test_a_name_that_was_there_before_is_counted_on(names: list[str], made: list[str]) -> None:
    """The first keeps its name; the others get the first number that is free."""
    assert unique(names) == made


@given(st.lists(st.sampled_from(["a", "a-2", "a-3", "a-2-2", "b"])))
def test_no_two_names_are_the_same(names: list[str]) -> None:
    """Whatever the names, as many come out, all different."""
    assert len(set(unique(names))) == len(names)
