"""What words a volume uses, and what words there are."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given

from foedera.mending.vocabulary import Vocabulary, frequency, is_common, is_word

VOLUME = (
    "The Treaty of Austria-Hungary binds the treaty's heirs; the treaty of peace.\n"
    "No treaty of co-operation was re-\nnewed"
)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("treaty", 3), ("Treaty", 3), ("TREATY", 3), ("treaty's", 1), ("Austria-Hungary", 1), ("austria-hungary", 1),
        ("Austria", 0), ("co-operation", 1), ("re", 0), ("newed", 0), ("renewed", 0), ("war", 0), ("", 0),
    ],
)  # fmt: skip
def test_words_are_counted_whole_and_in_any_case(word: str, count: int) -> None:
    """A hyphenated word is one; halves at a line end are none."""
    assert Vocabulary.of(VOLUME).count(word) == count


@pytest.mark.parametrize(
    ("start", "found"),
    [
        ("inviol", ["inviolable", "inviolability"]),
        ("inviolab", ["inviolable", "inviolability"]),
        ("war", []),
        ("peace", []),
    ],
)
def test_completions_are_longer_words_the_most_frequent_first(start: str, found: list[str]) -> None:
    """Words of the volume that go on from a start; the start itself is none."""
    assert Vocabulary.of("inviolable, inviolability; an inviolable peace").completions(start) == found


@pytest.mark.parametrize(
    ("word", "small"), [("guards", True), ("Guards", True), ("courts", False), ("bridge", False), ("sea", False)]
)
def test_a_word_is_small_when_mostly_printed_so(word: str, *, small: bool) -> None:
    """Three times at least and more often than not: else its capital says nothing."""
    words = Vocabulary.of("guards guards guards Guards. Courts Courts Courts courts courts courts. bridge bridge")
    assert words.is_small(word) is small


@pytest.mark.parametrize(
    ("word", "common", "known"),
    [
        ("peace", True, True), ("Peace", True, True), ("plenipotentiary", False, True), ("fhall", False, False),
        ("majefty", False, False), ("", False, False), ("xqzzk", False, False),
    ],
)  # fmt: skip
def test_the_language_knows_words_in_any_case(word: str, *, common: bool, known: bool) -> None:
    """Everyday words, rare words, and no words; what is no word has no share in running English."""
    assert (is_common(word), is_word(word)) == (common, known)
    assert (frequency(word) > 0) is known


@given(st.text(alphabet="aB-’ \n\u00ad.é1", max_size=60))
def test_any_text_has_a_vocabulary(text: str) -> None:
    """No text raises; every word counted stands in the text."""
    words = Vocabulary.of(text)
    assert all(word in text.lower() for word in words.counts)
    assert sum(words.small.values()) <= sum(words.counts.values())
