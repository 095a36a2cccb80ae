"""The word lists of mending are words: YAML must not read one of them as a truth value or a number."""

from __future__ import annotations

import pytest

from foedera.knowledge import yaml_data

LISTS = [*yaml_data("mending/function_words.yaml").items()]


@pytest.mark.parametrize(("group", "words"), LISTS, ids=[name for name, _ in LISTS])
def test_a_word_list_holds_words(group: str, words: list[object]) -> None:
    """Each item is a string, and none stands twice ("on", "no" and "off" need quotes)."""
    assert [word for word in words if not isinstance(word, str)] == [], group
    assert len(words) == len(set(words)), group
