"""What words a volume itself uses, and what words there are at all: the judge of every join and split."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from foedera.knowledge import yaml_data

if TYPE_CHECKING:
    from collections.abc import Iterator

# A word at a line-end hyphen is half a word: it must not vouch for itself.
_HYPHENS = ("-", "\u00ad", "\ufffe")
_LONGEST = 20
_SELDOM, _SMALLEST = 5e-6, 2e-3
_FEW, _MOSTLY, _LARGE = 2, 0.6, 1500
_INNER = re.compile(r"(?<=[a-z] )[A-Z][a-z]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(frozen=True)
class Vocabulary:
    """The words of one volume with their counts, hyphenated words whole.

    `small` counts those in small letters, `inner` those with a capital after a small word in the same line.
    """

    counts: Counter[str] = field(default_factory=Counter)
    small: Counter[str] = field(default_factory=Counter)
    inner: frozenset[str] = frozenset()

    @classmethod
    def of(cls, text: str) -> Vocabulary:
        """The whole words of `text`; halves at line ends are left out."""
        printed = Counter(_WORD.findall("\n".join(_whole_words(text))))
        counts: Counter[str] = Counter()
        for word, count in printed.items():
            counts[word.lower()] += count
        small = Counter({word: count for word, count in printed.items() if word.islower()})
        return cls(counts, small, frozenset(_INNER.findall(text)))

    def count(self, word: str) -> int:
        """How often the volume prints `word`, in any case."""
        return self.counts.get(word.lower(), 0)

    def is_small(self, word: str) -> bool:
        """Whether the volume prints `word` mostly in small letters, so that a capital says that a sentence begins."""
        small = self.small.get(word.lower(), 0)
        return small > _FEW and small > _MOSTLY * self.count(word)

    def is_never_inner(self, word: str) -> bool:
        """Whether a volume of some size never prints `word` with a capital inside a sentence."""
        return word not in self.inner and len(self.counts) > _LARGE

    def completions(self, start: str) -> list[str]:
        """The words of the volume that begin with `start` and are longer, most frequent first."""
        low = start.lower()
        longer = [word for word in self.counts if word.startswith(low) and len(word) > len(low)]
        return sorted(longer, key=lambda word: (-self.counts[word], word))


def _whole_words(text: str) -> Iterator[str]:
    """The lines of `text` without the halves of words broken at their ends."""
    broken = False
    for line in text.split("\n"):
        whole = line.strip()
        if broken:
            whole = whole.partition(" ")[2]
        broken = whole.endswith(_HYPHENS)
        yield whole.rpartition(" ")[0] if broken else whole


@cache
def _frequencies() -> dict[str, float]:
    from wordfreq import get_frequency_dict  # noqa: PLC0415 - loads 0.2 s of data, and only when a join is in doubt

    words: dict[str, float] = get_frequency_dict("en", wordlist="small")
    return words


@cache
def _rare_frequencies() -> dict[str, float]:
    from wordfreq import get_frequency_dict  # noqa: PLC0415 - as above

    words: dict[str, float] = get_frequency_dict("en", wordlist="large")
    return words


@cache
def word_list(group: str) -> frozenset[str]:
    """The words of one group of `knowledge/mending/function_words.yaml`."""
    return frozenset(yaml_data("mending/function_words.yaml")[group])


def is_common(word: str) -> bool:
    """Whether `word` is an English word in everyday use (about the 30,000 most frequent)."""
    return word.lower() in _frequencies()


def is_word(word: str) -> bool:
    """Whether `word` is an English word or name that is in use at all (about 300,000 forms)."""
    return word.lower() in _rare_frequencies()


def frequency(word: str) -> float:
    """The share of `word` in running English, 0.0 where it is not in use."""
    return _rare_frequencies().get(word.lower(), 0.0)


@lru_cache(maxsize=1 << 16)
def is_run_together(word: str) -> bool:
    """Whether `word` is two of the smallest words with the space lost, though word lists may hold it (`ofthe`)."""
    if len(word) > _LONGEST or frequency(word) > _SELDOM or word.lower().startswith(("here", "there", "where")):
        return False
    return any(frequency(word[:at]) > _SMALLEST and frequency(word[at:]) > _SMALLEST for at in range(2, len(word) - 1))
