"""The long s that is read as f becomes s where the print calls for it, and nowhere else."""

from __future__ import annotations

import pytest

from foedera.mending.long_s import restore_round_s
from foedera.mending.vocabulary import Vocabulary
from foedera.models.spans import Span
from foedera.models.text import Text

OLD = """\
1ft. There fhall be a firm and lafting friendfhip between
their Majefties and their fucceffors, by fea and by land,
fo that each fhall affift the other with fuch forces as the
prefent treaty fixes, and neither fhall fuffer the fhips
of their enemies to enter his ports, nor furnifh them with
provifions, fave in cafe of diftrefs.
"""
OLD_READ = """\
1st. There shall be a firm and lasting friendship between
their Majesties and their successors, by sea and by land,
so that each shall assist the other with such forces as the
present treaty fixes, and neither shall suffer the ships
of their enemies to enter his ports, nor furnish them with
provisions, save in case of distress.
"""
MODERN = """\
Article 1. If one of the Parties suffers an attack of armed
forces, the other Party offers safe refuge for officers and
staff of its fleet, and furnishes food, fuel and funds; it
forbids traffic in firearms from its ports. Fifty-four officers
of the staff shall first verify the frontier of Suffolk.
Article 2. The Parties affirm their friendship and efforts
for the free traffic of foreign effects as soon as possible.
"""
OLD_WORDS = [
    ("fhall", "shall"),
    ("majefty", "majesty"),
    ("fuch", "such"),
    ("affiftance", "assistance"),
    ("poffeffions", "possessions"),
    ("1ft", "1st"),
    ("fubjects", "subjects"),
    ("neceffary", "necessary"),
    ("himfelf", "himself"),
    ("Chriftian", "Christian"),
    ("peace of Weftphalia", "peace of Westphalia"),
    ("fuccours", "succours"),
]
WORDS_WITH_F = [
    "of",
    "if",
    "for",
    "from",
    "friendship",
    "France",
    "force",
    "officer",
    "half",
    "after",
    "effect",
    "relief",
    "find",
    "first",
]


def read(value: str, volume: str = "") -> Text:
    """The text with its long s read, in a volume that prints `volume` besides."""
    return restore_round_s(Text.plain(value), Vocabulary.of(f"{value}\n{volume}"))


def test_a_text_in_long_s_reads_in_round_s() -> None:
    """Each f that is a long s becomes s, each real f stays, over the whole text."""
    assert read(OLD).value == OLD_READ


@pytest.mark.parametrize(("printed", "mended"), OLD_WORDS)
def test_words_in_long_s_are_read(printed: str, mended: str) -> None:
    """Among lines in long s, a word is read with the right s's, double ones and those of names too."""
    assert read(f"{OLD}and the {printed} thereof\n").value.endswith(f"and the {mended} thereof\n")


@pytest.mark.parametrize("word", WORDS_WITH_F)
def test_real_fs_stay_among_long_s(word: str) -> None:
    """A word that is written with f keeps it even in a text in long s."""
    assert read(f"{OLD}and the {word} thereof\n").value.endswith(f"and the {word} thereof\n")


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param(MODERN, id="a modern text full of f's"),
        pytest.param("officers of the staff for fifty-five of the off-shore ferries\n" * 12, id="hardly an s"),
        pytest.param("The fhall is one misprint among many plain words of a modern sentence.\n", id="one misprint"),
        pytest.param("En foi de quoi, les plénipotentiaires ont signé. Fait à Paris, en double.\n" * 12, id="French"),
        pytest.param("Zur Ausführung des Vertrages; für die Festung, auf fünf Jahre.\n" * 12, id="German"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_not_printed_in_long_s_stays(printed: str) -> None:
    """Without lines that call for it, no f is touched."""
    assert read(printed).value == printed


@pytest.mark.xfail(strict=True, reason="a word with f that is rarer than its twin with s is read as the twin")
@pytest.mark.parametrize("phrase", ["no fee to be taken", "the officers fix their stations"])
def test_a_word_with_f_stays_though_its_twin_is_commoner(phrase: str) -> None:
    """`fee` is not `see`, nor `fix` `six`, where the words around ask for the f."""
    assert phrase in read(f"{OLD}{phrase}\n").value


def test_a_modern_treaty_beside_an_old_one_stays() -> None:
    """In a volume of both, the old lines are read and the modern ones are kept, letter by letter."""
    apart = MODERN * 6
    mended = read(f"{apart}{OLD * 3}{apart}").value
    assert mended.startswith(apart[: len(apart) // 2])
    assert mended.endswith(apart[len(apart) // 2 :])
    assert "fhall" not in mended


def test_each_letter_keeps_its_place() -> None:
    """A word that was read comes from the word as printed, letter by letter."""
    text = read(OLD)
    at = text.value.index("successors")
    assert text.raw[at : at + 10] == "fucceffors"
    assert [text.origin(at + i, at + i + 1) for i in range(10)] == [[Span(1, at + i, at + i + 1)] for i in range(10)]
