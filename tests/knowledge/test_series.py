"""The register of works in which treaties are printed."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

import pytest

from foedera.knowledge.load import yaml_data

REGISTER: dict[str, Any] = yaml_data("series.yaml")
WORKS: list[dict[str, Any]] = REGISTER["series"]
REQUIRED = {"id", "name", "kind", "published", "by", "number", "bare", "source"}
OPTIONAL = {"aliases", "abbreviations", "authors", "covers", "note"}
KINDS = {"treaty-series", "collection", "journal", "gazette", "newspaper", "news-service", "archive"}


def compact(name: str) -> str:
    """The letters and digits of a name, in lower case."""
    return "".join(filter(str.isalnum, name)).lower()


@pytest.mark.parametrize("work", WORKS, ids=lambda work: str(work["id"]))
def test_each_work_has_the_fields_of_the_schema(work: dict[str, Any]) -> None:
    """Each work has every required field, no unknown one, and values of the closed lists."""
    assert set(work) >= REQUIRED
    assert set(work) <= REQUIRED | OPTIONAL
    assert re.fullmatch(r"[a-z][a-z0-9-]*", work["id"])
    assert work["kind"] in KINDS
    assert work["number"] in {"registration", "treaty", "issue", "document"}
    assert work["bare"] in {"volume", "number", "series", "none"}
    assert work["source"] in REGISTER["sources"]


@pytest.mark.parametrize("work", WORKS, ids=lambda work: str(work["id"]))
def test_each_work_has_years_in_order_and_texts_without_outer_space(work: dict[str, Any]) -> None:
    """Years are pairs of a year or null in order, texts are neither empty nor padded."""
    for field in ("published", "covers"):
        first, last = work.get(field, [None, None])
        assert all(year is None or 800 <= year <= 2030 for year in (first, last))
        assert first is None or last is None or first <= last
    for field in ("aliases", "abbreviations", "authors"):
        assert all(isinstance(name, str) and name and name == name.strip() for name in work.get(field, []))
    assert isinstance(work["by"], str)


def test_ids_are_unique_and_the_register_is_of_use() -> None:
    """No two works share an id, and there are more than sixty."""
    ids = [work["id"] for work in WORKS]
    assert len(ids) == len(set(ids)) > 60


def test_no_name_alias_or_abbreviation_is_claimed_by_two_works() -> None:
    """A printed name, however spaced and pointed, leads to one work; only an author may have several."""
    claims: defaultdict[str, set[str]] = defaultdict(set)
    for work in WORKS:
        for name in (work["name"], *work.get("aliases", []), *work.get("abbreviations", [])):
            claims[compact(name)].add(work["id"])
    assert {name: ids for name, ids in claims.items() if len(ids) > 1} == {}


def test_no_name_of_a_work_is_the_bare_name_of_an_author_of_another() -> None:
    """An author's name may abbreviate his own work, not another's."""
    names = {compact(name): work["id"] for work in WORKS for name in (work["name"], *work.get("aliases", []))}
    clashes = [
        (work["id"], author)
        for work in WORKS
        for author in work.get("authors", [])
        if names.get(compact(author), work["id"]) != work["id"]
    ]
    assert clashes == []


@pytest.mark.parametrize("part", sorted(REGISTER["terms"]))
def test_each_label_is_a_pattern_without_capturing_groups(part: str) -> None:
    """Labels can stand within a larger pattern."""
    for word in REGISTER["terms"][part]:
        assert isinstance(word, str)
        assert re.compile(word).groups == 0
