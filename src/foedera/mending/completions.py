"""What a lost line may have said: offered beside the text, from known formulas and from the volume itself."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

from foedera.knowledge import yaml_data
from foedera.mending.headings import ARTICLE_START

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.mending.vocabulary import Vocabulary

_TAIL_WORDS = 4
_MOST_PLACES = 8
# A large volume repeats its formulas: the first part of it holds them all, and the search stays linear.
_SEARCHED = 500_000
_SHORT_END = re.compile(r"(?:\w[\w’'-]* ){0,2}\w[\w’'-]*[.:;]")


class Completions:
    """What a lost line may have said: known formulas, then what the volume prints after the same words."""

    def __init__(self, value: str, words: Vocabulary) -> None:
        self._value = value
        self._words = words
        self._line: str | None = None

    def of_word(self, start: str) -> str | None:
        """The rest of a broken word, where the volume has one way only to complete it."""
        found = self._words.completions(start)
        return f"{found[0][len(start) :]}." if len(found) == 1 else None

    def of_sentence(self, words: str) -> str | None:
        """The rest of a formula, or the commonest short end of the same words elsewhere in the volume."""
        for tail, rest in _formulas():
            if tail.search(words):
                return rest
        ends = Counter(self._ends_after(" ".join(words.split()[-_TAIL_WORDS:]) + " "))
        return ends.most_common(1)[0][0] if ends else None

    def _ends_after(self, words: str) -> Iterator[str]:
        """The short ends of sentences that follow `words` in the volume, at its first places."""
        if self._line is None:
            self._line = " ".join(self._value[:_SEARCHED].split())
        at = self._line.find(words)
        for _ in range(_MOST_PLACES):
            if at < 0:
                return
            end = _SHORT_END.match(self._line, at + len(words))
            if end and not ARTICLE_START.match(end.group() + " A"):
                yield end.group()
            at = self._line.find(words, at + 1)


@cache
def _formulas() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows: list[dict[str, Any]] = yaml_data("treaty.yaml")["formulas"]
    return tuple((re.compile(rf"(?:{row['tail']})\s*$"), row["rest"]) for row in rows)
