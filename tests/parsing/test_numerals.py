"""Numbers of articles as printed: roman, arabic, ordinal, in words, misread, glued."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given

from foedera.parsing.numerals import glued_readings, readings

HUNDREDS = ("", "C", "CC", "CCC")
TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
UNIT_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TEEN_WORDS = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TEN_WORDS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

READ = [
    # printed | the likeliest number
    ("1", 1),
    ("16", 16),
    ("112", 112),
    ("I", 1),
    ("IV", 4),
    ("XVI", 16),
    ("xvi", 16),
    ("XLI", 41),
    ("IIII", 4),
    ("VIIII", 9),
    ("1st", 1),
    ("2nd", 2),
    ("2d", 2),
    ("3rd", 3),
    ("11th", 11),
    ("1er", 1),
    ("1re", 1),
    ("1º", 1),
    ("1°", 1),
    ("One", 1),
    ("Sixteen", 16),
    ("SIXTEEN", 16),
    ("First", 1),
    ("the First", 1),
    ("the Third", 3),
    ("Twelfth", 12),
    ("Twenty", 20),
    ("Twentieth", 20),
    ("Twenty-first", 21),
    ("Twenty-one", 21),
    ("Thirty Second", 32),
    ("premier", 1),
    ("l", 1),
    ("l0th", 10),
    ("l2", 12),
    ("1O", 10),
    ("Ill", 3),
    ("V11", 7),
    ("Xll", 12),
    ("XlV", 14),
]


@pytest.mark.parametrize(("printed", "number"), READ)
def test_a_number_is_read(printed: str, number: int) -> None:
    """Of all that a print may mean, the number is among it; where it is well formed, it is the first."""
    assert number in readings(printed)
    if not set(printed) & set("lO") and "11" not in printed:
        assert readings(printed)[0] == number


MISREAD = [
    # printed | what it is as it stands | what it may have been
    ("LXI", 61, 41),
    ("VL", None, 6),
    ("11", 11, 2),
    ("111", 111, 3),
]


@pytest.mark.parametrize(("printed", "first", "other"), MISREAD)
def test_a_misread_number_has_more_than_one_reading(printed: str, first: int | None, other: int) -> None:
    """What stands there comes first, what it may have been after it: the order of the articles decides."""
    found = readings(printed)
    assert other in found
    if first is not None:
        assert found[0] == first
        assert found.index(other) > 0


@pytest.mark.parametrize("printed", ["", "A", "Peru", "The", "shall", "0", "1648th", "of", "-", "Articles", "MCM"])
def test_what_is_no_number_has_no_reading(printed: str) -> None:
    """Words, nothing, and numbers that no treaty's articles reach."""
    assert readings(printed) == ()


GLUED = [
    # the run | the numbers it may begin with, and how long each is
    ("13request", [(13, 2), (1, 1)]),
    ("363", [(363, 3), (36, 2), (3, 1)]),
    ("iiiin", [(4, 4), (3, 3), (2, 2), (1, 1)]),
    ("IVThe", [(4, 2), (1, 1)]),
    ("request", []),
]


@pytest.mark.parametrize(("run", "pairs"), GLUED)
def test_a_number_glued_to_words_may_end_at_several_places(run: str, pairs: list[tuple[int, int]]) -> None:
    """The longest comes first."""
    assert glued_readings(run) == pairs


@given(st.integers(min_value=1, max_value=399))
def test_every_roman_number_is_read_first_as_itself(number: int) -> None:
    """In large letters and small."""
    printed = HUNDREDS[number // 100] + TENS[number // 10 % 10] + UNITS[number % 10]
    assert readings(printed)[0] == readings(printed.lower())[0] == number


@given(st.integers(min_value=1, max_value=449), st.sampled_from(["", "st", "nd", "rd", "th"]))
def test_every_arabic_number_is_read_first_as_itself(number: int, ending: str) -> None:
    """With an ordinal's ending or without."""
    assert readings(f"{number}{ending}")[0] == number


@given(st.integers(min_value=1, max_value=90), st.sampled_from(["-", " "]))
def test_every_number_in_words_is_read(number: int, joint: str) -> None:
    """From one to ninety, with a hyphen or a space."""
    tens, units = divmod(number, 10)
    if number < 20:
        words = UNIT_WORDS[number - 1] if number < 10 else TEEN_WORDS[number - 10]
    else:
        words = TEN_WORDS[tens - 2] + (joint + UNIT_WORDS[units - 1] if units else "")
    assert readings(words) == (number,)


@pytest.mark.parametrize(("words", "number"), [("Ninety-one", 91), ("Ninety-ninth", 99), ("Ninetieth", 90)])
def test_the_nineties_are_read_too(words: str, number: int) -> None:
    """The last ten numbers in words are read like those before them."""
    assert readings(words) == (number,)


@pytest.mark.parametrize("printed", ["²", "1²", "①st"])
def test_a_raised_or_ringed_digit_does_not_raise(printed: str) -> None:
    """A note mark in the print is no number, or leaves the number before it."""
    assert readings(printed) in ((), (1,))


@given(st.text(st.characters(exclude_categories=["Cs", "No"]), max_size=12))
def test_any_text_has_readings_that_an_article_may_have(printed: str) -> None:
    """Nothing raises; numbers are from 1 to 449, and none is given twice."""
    found = readings(printed)
    assert all(0 < number < 450 for number in found)
    assert len(set(found)) == len(found)
    assert all(0 < size <= len(printed) for _, size in glued_readings(printed))
