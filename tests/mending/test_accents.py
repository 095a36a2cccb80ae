"""Diacritics torn from their letters come back to them; quotation marks and other signs do not."""

from __future__ import annotations

import unicodedata

import hypothesis.strategies as st
import pytest
from hypothesis import given

from foedera.mending.accents import attach_accents
from foedera.models.spans import Span
from foedera.models.text import Text

# The way of a volume in which every accent stands after its letter.
AFTER = "Slezˇevicˇius, Baltrusˇaitis, Mu¨ller and O¨zal met.\n"

ATTACHED = [
    # before the letter, with a space before the accent or none
    ("Mykolas Sleˇzevi ˇcius signed", "Mykolas Sleževičius signed"),
    ("Jurjis Baltruˇsaitis, Envoy", "Jurjis Baltrušaitis, Envoy"),
    ("Edvard Beneˇs and Kamil Krofta", "Edvard Beneš and Kamil Krofta"),
    # after the letter, throughout the text
    ("Slezˇevicˇius and Baltrusˇaitis", "Sleževičius and Baltrušaitis"),
    # where only one of two neighbours can carry it
    ("Tevfik RÜ ̧STÜ Aras", "Tevfik RÜŞTÜ Aras"),
    ("Zápotock ́y of Prague", "Zápotocký of Prague"),
    ("Turgut ¨Ozal, President", "Turgut Özal, President"),
    ("Ismet In¨onü", "Ismet Inönü"),
    ("the city of K¨oln", "the city of Köln"),
    ("S˜ao Tomé and Príncipe", "São Tomé and Príncipe"),
    ("Bras´ılia", "Brasília"),
    ("Gy¨orgy L´az´ar", "György Lázár"),
    ("G¨oncz ´Arpád", "Göncz Árpád"),
    ("Wałęsa and Jaruzelski at Gda´nsk", "Wałęsa and Jaruzelski at Gdańsk"),
    # combining characters are letters' own
    ("Benes\u030c of Czechoslovakia", "Beneš of Czechoslovakia"),
    ("Beogradu, Jovanovic\u0301", "Beogradu, Jovanović"),
    # first letters
    ("the envoy ˇCeda Mijatovi´c", "the envoy Čeda Mijatović"),
    ("the ´Etats Généraux", "the États Généraux"),
]
KEPT = [
    # quotation marks that look like accents
    "the so-called ``entente´´ of 1907",
    "six months´ notice",
    "40´ north and 5´ east",
    # signs that stand alone
    "about ˜ 3,000 men",
    "a line of ¨¨¨ signs",
    "2ˆ3",
    # accents that are at home already
    "Sleževičius, RÜŞTÜ, Zápotocký, München, Besançon",
    # no accent at all
    "August ZALESKI. Done at Geneva, in duplicate.",
    "Москва, Αθήνα, «Entente»",
    "",
]


AFTER_READ = "Sleževičius, Baltrušaitis, Müller and Özal met.\n"


def attached(value: str) -> str:
    """The text with its accents attached."""
    return attach_accents(Text.plain(value)).value


QUOTES = [
    "the term `aggressor´ means any State",
    "each Party´s lands",
    "l´Empereur des Français",
    "it holds `a´ to be so",
]


@pytest.mark.parametrize(("printed", "mended"), ATTACHED)
def test_torn_accents_come_back_to_their_letters(printed: str, mended: str) -> None:
    """Accents before or after their letter, spaced or tight, make one letter with it."""
    assert attached(printed) == mended


@pytest.mark.parametrize("printed", KEPT)
def test_signs_that_are_no_torn_accents_stay(printed: str) -> None:
    """Quotation marks, apostrophes, minutes of a degree and whole letters are left alone."""
    assert attached(printed) == printed


@pytest.mark.parametrize("printed", QUOTES)
def test_quotation_marks_before_a_letter_stay(printed: str) -> None:
    """A grave or acute accent before a word, or before a possessive s, is no accent of its first letter."""
    assert attached(printed) == printed


@pytest.mark.parametrize(
    ("printed", "mended"),
    [
        ("Edvard Benesˇ and the King", "Edvard Beneš and the King"),
        ("Edvard Benesˇ signed", "Edvard Beneš signed"),
        ("Mu¨ller and Go¨ring", "Müller and Göring"),
        ("Hu¨ seyin Kaya", "Hüseyin Kaya"),
        ("Josef Mu¨ ller", "Josef Müller"),
        pytest.param(
            "at Plombie` res",
            "at Plombières",
            marks=pytest.mark.xfail(strict=True, reason="a grave accent with a gap after it stays"),
        ),
        ("Jose´ Montgomery", "José Montgomery"),
        ("Petrovic´, Envoy", "Petrović, Envoy"),
    ],
)
def test_accents_after_their_letters_come_back(printed: str, mended: str) -> None:
    """Where a volume prints accents after letters, the gaps after them inside words go, too."""
    assert attached(AFTER + printed) == AFTER_READ + mended


def test_the_side_of_the_accents_is_learnt_from_the_volume() -> None:
    """Where both neighbours could carry an accent, the other places of the volume decide."""
    either = "the name Duˇsan"
    leads = attached(f"Mykolas Sleˇzevi ˇcius, Baltruˇsaitis\n{either}")
    follows = attached(f"Slezˇevicˇius, Beogradˇ, Krejcˇí, Hodzˇa\n{either.replace('uˇs', 'usˇ')}")
    assert leads.endswith("Dušan")
    assert follows.endswith("Dušan")


def test_an_attached_accent_keeps_both_its_places() -> None:
    """The letter comes from the accent, the gap and the letter as printed."""
    text = attach_accents(Text.plain("Slezevi ˇcius"))
    assert text.value == "Slezevičius"
    assert text.origin(7, 8) == [Span(1, 7, 10)]
    assert text.evidence(0, 11) == [Span(1, 0, 13)]


@given(st.text(alphabet="aceiszuEOS ˇ´`¨¸\u030c\u0301\n", max_size=40))
def test_letters_are_never_lost(value: str) -> None:
    """Attaching accents drops no base letter and adds none, in order."""

    def bases(text: str) -> str:
        return "".join(char for char in unicodedata.normalize("NFD", text) if char.isalpha() and char.isascii())

    assert bases(attached(value)) == bases(value)
