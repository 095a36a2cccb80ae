"""Words broken at line ends are joined: with the hyphen, without it, or not at all."""

from __future__ import annotations

import pytest

from foedera.mending.hyphens import join_hyphens
from foedera.mending.vocabulary import Vocabulary
from foedera.models.spans import Span
from foedera.models.text import Text

JOINED = [
    # soft
    pytest.param("the King of Por-\ntugal and his heirs", "the King of Portugal\nand his heirs", id="a state"),
    pytest.param("questions of per-\nmanent interest", "questions of permanent\ninterest", id="a word"),
    pytest.param("the mainte-\nnance, as before", "the maintenance,\nas before", id="the comma goes along"),
    pytest.param("the Plenipo-\ntentiaries", "the Plenipotentiaries", id="the last word"),
    pytest.param("in Octo-\nber 1939", "in October\n1939", id="a month"),
    pytest.param("in Octo- \nber 1939", "in October\n1939", id="a space after the hyphen"),
    pytest.param("OF THE UNI-\nVERSAL PEACE", "OF THE UNIVERSAL\nPEACE", id="capitals"),
    pytest.param("the Lith-\n\nuanian envoy", "the Lithuanian\nenvoy", id="over an empty line"),
    pytest.param("the Lith\u00ad\nuanian envoy", "the Lithuanian\nenvoy", id="a soft hyphen's own sign"),
    pytest.param("the Lith\ufffeuanian envoy", "the Lithuanian envoy", id="the sign of a tool that took the line end"),
    # soft inside a name that has a hyphen of its own
    pytest.param("Emperor of Aus-\ntria-Hungary and", "Emperor of Austria-Hungary\nand", id="soft inside a name"),
    pytest.param("Emperor of Austria-Hun-\ngary and", "Emperor of Austria-Hungary\nand", id="soft at its end"),
    pytest.param("constant co-opera-\ntion based", "constant co-operation\nbased", id="soft after a hard one"),
    # hard
    pytest.param("Emperor of Austria-\nHungary and", "Emperor of Austria-Hungary\nand", id="hard in a name"),
    pytest.param("a Treaty of Non-\nAggression of", "a Treaty of Non-Aggression\nof", id="hard before a capital"),
    pytest.param("by the Vice-\nPresident of", "by the Vice-President\nof", id="hard in a title"),
    pytest.param("the Anglo-\nJapanese pact", "the Anglo-Japanese\npact", id="hard between peoples"),
    pytest.param("the vice-\nconsul of", "the vice-consul\nof", id="hard after a prefix"),
    pytest.param("the most-\nfavoured nation", "the most-favoured\nnation", id="hard between words"),
    pytest.param("of self-\ndefence and", "of self-defence\nand", id="hard after self"),
    pytest.param("Serb-\nCroat-Slovene Kingdom", "Serb-Croat-Slovene\nKingdom", id="hard in a name of three"),
    pytest.param("Guinea-Bis-\nsau and", "Guinea-Bissau\nand", id="soft in a name of two"),
    pytest.param("Czecho-\nslovakia and", "Czechoslovakia\nand", id="soft in a name that had a hyphen once"),
    pytest.param("forty-\neight hours", "forty-eight\nhours", id="hard in a number"),
    pytest.param("twenty-\nfive years", "twenty-five\nyears", id="hard in a number that is a word without it"),
    pytest.param("good-\nneighbourly spirit", "good-neighbourly\nspirit", id="hard before a rare half"),
    pytest.param("the above-\nmentioned act", "the above-mentioned\nact", id="hard where misspellings have none"),
    pytest.param("the so-\ncalled pact", "the so-called\npact", id="hard in so-called"),
    pytest.param("of long-\nterm aid", "of long-term\naid", id="hard in long-term"),
    pytest.param("Spain and Austria-\n\nHungary", "Spain and Austria-Hungary", id="hard over an empty line of a title"),
    pytest.param("the inter-\nAmerican system", "the inter-American\nsystem", id="a prefix before a name"),
]
KEPT = [
    pytest.param("their integrity and inviola-\nArticle 3. Each of them", id="the rest of the word is lost"),
    pytest.param("all acts of aggres-\nShould one of them be", id="lost before a sentence"),
    pytest.param("in the city of Mos-\nAlliance Type:Entente (Type III)", id="lost before a label"),
    pytest.param("a dash -\nand more", id="a dash is no hyphen"),
    pytest.param("in 1914–\n1918 they", id="a dash between years"),
    pytest.param("no hyphen here\nat all", id="no hyphen"),
    pytest.param("well-known and long-lasting", id="hyphens inside lines"),
    pytest.param("---\n---", id="rules"),
    pytest.param("in the year 19-\nArticle 3", id="figures before an article"),
    pytest.param("the end-", id="at the end of the text"),
    pytest.param("", id="nothing"),
]


def joined(value: str, volume: str = "") -> Text:
    """The text with its broken words joined, in a volume that prints `volume` besides."""
    return join_hyphens(Text.plain(value), Vocabulary.of(f"{value}\n{volume}"))


@pytest.mark.parametrize(("printed", "mended"), JOINED)
def test_broken_words_are_joined(printed: str, mended: str) -> None:
    """The hyphen goes or stays as the word has it, and the line ends behind the whole word."""
    assert joined(printed).value == mended


@pytest.mark.parametrize("printed", KEPT)
def test_what_is_not_one_word_stays_apart(printed: str) -> None:
    """A word whose rest was lost, a dash, and a hyphen inside a line stay as they are printed."""
    assert joined(printed).value == printed


@pytest.mark.parametrize(
    ("volume", "mended"),
    [
        ("A cooperation of both; close cooperation.", "close cooperation"),
        ("A co-operation of both; close co-operation.", "close co-operation"),
    ],
)
def test_the_volume_decides_before_the_language(volume: str, mended: str) -> None:
    """The same break is soft in a volume that prints the word whole and hard in one that prints the hyphen."""
    assert joined("close co-\noperation", volume).value == mended


def test_a_broken_word_does_not_vouch_for_itself() -> None:
    """The halves at a line end are no words of the volume: `mained` is none though it stands there."""
    words = Vocabulary.of("has re-\nmained in force")
    assert words.count("mained") == words.count("re") == 0
    assert joined("has re-\nmained in force").value == "has remained\nin force"


def test_a_joined_word_comes_from_both_its_halves() -> None:
    """Each letter keeps its place; the hyphen and the line end are no part of the origin of a soft join."""
    text = joined("of Por-\ntugal and")
    assert text.value == "of Portugal\nand"
    assert text.origin(3, 11) == [Span(1, 3, 6), Span(1, 8, 13)]
    hard = joined("of Austria-\nHungary and")
    assert hard.evidence(3, 18) == [Span(1, 3, 19)]
