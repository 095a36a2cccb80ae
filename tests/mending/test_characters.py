"""The first step: one kind of line end and of space, letters for ligatures, nothing invisible."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given

from foedera.mending.characters import tidy_characters
from foedera.models.spans import Span
from foedera.models.text import Text

CHANGED = [
    # ligatures, and the long s as a character of its own
    ("the ﬁrst oﬃcer of the ﬂeet", "the first officer of the fleet"),
    ("eﬀect of the truce in Suﬀolk, the raﬄe", "effect of the truce in Suffolk, the raffle"),
    ("the fa\ufb05ne\ufb06", "the fastnest"),
    ("the ſame aſſiſtance", "the same assistance"),
    # line ends
    ("one\r\ntwo\rthree\u2028four\u2029five\x0bsix\x85seven", "one\ntwo\nthree\nfour\nfive\nsix\nseven"),
    # spaces
    ("10\u00a0000\u202fmen\u2009and\u3000horse\tand foot", "10 000 men and horse and foot"),
    # invisible characters
    ("\ufeffArticle 1. The\u200b Parties\u200e", "Article 1. The Parties"),
    ("bad\x00 bytes\x07 and a\x1fseparator", "bad bytes and a separator"),
    ("Plenipo\u00adtentiaries", "Plenipotentiaries"),
    # hyphens and apostrophes
    ("Austria\u2010Hungary and non\u2011aggression", "Austria-Hungary and non-aggression"),
    ("six monthsʼ notice", "six months’ notice"),
]
KEPT = [
    # what tells the hyphen step of a broken word
    "Plenipo\u00ad\ntentiaries",
    "Plenipo\ufffetentiaries",
    # page breaks, dashes, quotation marks, accents, other alphabets
    "one page\ftwo pages",
    "1648–1815 — “the ‘old’ order”",
    "Sleˇzevi ˇcius, RÜ ̧STÜ, Москва, Αθήνα",
    "  two  spaces\n\n\nand empty lines",
    "",
]


@pytest.mark.parametrize(("printed", "tidy"), CHANGED)
def test_characters_are_made_plain(printed: str, tidy: str) -> None:
    """Line ends become newlines, spaces spaces, ligatures letters; what has no width is gone."""
    assert tidy_characters(Text.plain(printed)).value == tidy


@pytest.mark.parametrize("printed", KEPT)
def test_characters_that_say_something_are_kept(printed: str) -> None:
    """Soft hyphens at line ends, page breaks, dashes, quotes and letters of any alphabet stay."""
    assert tidy_characters(Text.plain(printed)).value == printed


def test_a_soft_hyphen_at_the_end_of_a_page_is_kept() -> None:
    """It tells the hyphen step of a word broken over the page, as one at a line's end does."""
    assert tidy_characters(Text.plain("the Medi\u00ad\fterranean")).value == "the Medi\u00ad\fterranean"


def test_the_letters_of_a_ligature_come_from_the_one_character_printed() -> None:
    """All three letters of `ﬃ` have the same origin, and the letter after it its own."""
    text = tidy_characters(Text.plain("oﬃcer"))
    assert [text.origin(at, at + 1) for at in (1, 2, 3, 4)] == [[Span(1, 1, 2)]] * 3 + [[Span(1, 2, 3)]]


@given(
    st.text(
        alphabet=st.one_of(st.sampled_from("\r\n\xad\ufeff\xa0\tﬃſ\x00\f"), st.characters(exclude_categories=["Cs"]))
    )
)
def test_tidy_text_is_tidy(value: str) -> None:
    """Whatever the text, a second time changes nothing, and no carriage return, tab, null or ligature is left."""
    once = tidy_characters(Text.plain(value))
    assert tidy_characters(Text.plain(once.value)).value == once.value
    assert not set("\r\t\x00\ufeffﬁﬂﬀﬃﬄſ\xa0") & set(once.value)
