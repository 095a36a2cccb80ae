"""Words spread by kerning close up; initials, list letters and real short words stay apart."""

from __future__ import annotations

import pytest

from foedera.mending.kerning import close_kerning
from foedera.mending.vocabulary import Vocabulary
from foedera.models.spans import Span
from foedera.models.text import Text

CLOSED = [
    ("Tu r k e y", "Turkey"),
    ("Alliance Members:Greece and Tu r k e y", "Alliance Members:Greece and Turkey"),
    ("Wa r s a w Pa c t", "Warsaw Pact"),
    ("Tr e a t y of Alliance", "Treaty of Alliance"),
    ("between France and Po r t u g a l", "between France and Portugal"),
    ("Ve n e z u e l a and Colombia", "Venezuela and Colombia"),
    # one break after the capital
    ("the Kingdom of Po rtugal", "the Kingdom of Portugal"),
    ("Ve nezuela and Peru", "Venezuela and Peru"),
    ("(Tu r k e y)", "(Turkey)"),
    ("Tu r k e y a n d Gr e e c e", "Turkey and Greece"),
    ("o f t h e", "of the"),
]
KEPT = [
    "the U.S.S.R. and the U. S. S. R.",
    "Mr. J. F. K. Smith and A. B. Cole",
    "Member of the C. E. C. of the Union",
    "(a) to do so; (b) if it is so; (c) as it is",
    "if it is to be so, it is up to us",
    "He is to go on as it is",
    "To do so is an act of war",
    "a e i o u",
    "I am to go",
    "Type I or II",
    "In no case is it to be so",
    "An old Treaty of Peace",
    "We the Governments of France",
    "To Mr X Y Z of London",
    "S W I S S",
    "x y z are the axes",
]


def closed(value: str, volume: str = "") -> Text:
    """The text with spread words closed up, in a volume that prints `volume` besides."""
    return close_kerning(Text.plain(value), Vocabulary.of(f"{value}\n{volume}"))


@pytest.mark.parametrize(("printed", "mended"), CLOSED)
def test_spread_words_close_up(printed: str, mended: str) -> None:
    """The letters of a spread word make one word again, and two spread words make two."""
    assert closed(printed).value == mended


@pytest.mark.parametrize("printed", KEPT)
def test_short_words_and_letters_stay_apart(printed: str) -> None:
    """Initials, abbreviations, list letters and runs of real short words are no spread word."""
    assert closed(printed).value == printed


def test_a_rare_name_closes_up_where_the_volume_prints_it_whole() -> None:
    """A name no word list knows is closed up when the volume has it elsewhere, and only then."""
    assert closed("Wa l z e k k i a", "the Duke of Walzekkia").value == "Walzekkia"
    assert closed("Xa q u i l e j a", "the Duke of Xaquileja").value == "Xaquileja"
    assert closed("Xa q u i l e j a").value == "Xa q u i l e j a"


@pytest.mark.parametrize("printed", ["Wa l z e k k i a", "Sm y r n o v", "a b c d"])
def test_letters_that_make_no_word_stay_apart(printed: str) -> None:
    """An unknown name and a run of list letters are not joined into fragments (`Sm yr nov`, `ab cd`)."""
    assert closed(printed).value == printed


def test_each_letter_of_a_closed_word_keeps_its_place() -> None:
    """The letters of `Tu r k e y` come from their own places, and the word is one span of evidence."""
    text = closed("Tu r k e y")
    assert [text.raw_at(at) for at in range(6)] == [0, 1, 3, 5, 7, 9]
    assert text.evidence(0, 6) == [Span(1, 0, 10)]
