"""The record: its schema, its JSON, and what it refuses."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from foedera.models.entries import SCHEMA, Entry, Force, entry_schema

LEAST: dict[str, Any] = {
    "id": "x",
    "layout": "treaty",
    "complete": {"start": True, "end": True},
    "source": {"file": "x.txt", "sha256": "0" * 64, "pages": [1, 1]},
}
CONTRACT = [
    "schema",
    "id",
    "number",
    "title",
    "layout",
    "members",
    "signed",
    "in_force",
    "types",
    "sources",
    "references",
    "summary",
    "text",
    "complete",
    "issues",
    "evidence",
    "source",
]


def made(**changes: Any) -> Entry:
    """A record of the least that one needs, with these changes."""
    return Entry.model_validate(LEAST | changes)


def test_the_least_record_says_nothing_more() -> None:
    """What is missing is null or empty: no value stands in for it."""
    entry = made()
    assert (entry.number, entry.title, entry.summary) == (None, None, None)
    assert (entry.members, entry.signed, entry.types, entry.sources, entry.issues, entry.evidence) == (
        [],
        [],
        [],
        [],
        [],
        {},
    )
    assert entry.in_force == Force(status="not-stated", until=None, note=None, by_member=[])
    assert (entry.text.grade, entry.text.articles, entry.text.preamble) == ("none", [], None)


def test_the_keys_of_a_line_are_those_of_the_contract_in_order() -> None:
    """Programs read them by name, people by eye."""
    assert list(json.loads(made().to_json())) == CONTRACT
    assert json.loads(made().to_json())["schema"] == SCHEMA == "foedera/entry/1"


def test_a_class_and_a_schema_are_named_so_in_json() -> None:
    """Words that the language keeps for itself are the record's own in JSON, and read back from it."""
    entry = made(types=[{"class": "II", "label": "Non-Aggression Pact"}])
    assert json.loads(entry.to_json())["types"] == [{"class": "II", "label": "Non-Aggression Pact"}]
    assert entry.types[0].class_ == "II"
    assert Entry.model_validate_json(entry.to_json()) == entry


REFUSED = [
    pytest.param({"nummer": "4.1254"}, id="a field that is not there"),
    pytest.param({"members": [{"name": "Peru", "cow": 135}]}, id="one of a member"),
    pytest.param({"layout": "book"}, id="a layout that is not there"),
    pytest.param({"in_force": {"status": "over"}}, id="a status that is not there"),
    pytest.param({"types": [{"class": "IV", "label": "Pact"}]}, id="a class that is not there"),
    pytest.param({"text": {"grade": "summary"}}, id="a grade that is not there"),
    pytest.param({"evidence": {"/title": [{"page": 0, "start": 0, "end": 1}]}}, id="a page before the first"),
    pytest.param({"evidence": {"/title": [{"page": 1, "start": 2, "end": 1}]}}, id="a span that runs backwards"),
    pytest.param({"issues": [{"message": "no code"}]}, id="an issue without a code"),
    pytest.param({"schema": "foedera/entry/2"}, id="another schema"),
    pytest.param({"complete": None}, id="no word on its completeness"),
]


@pytest.mark.parametrize("changes", REFUSED)
def test_a_record_refuses_what_the_contract_does_not_know(changes: dict[str, Any]) -> None:
    """A misspelt field, an unknown word or an impossible place is an error, not an extra."""
    with pytest.raises(ValidationError):
        made(**changes)


def test_a_record_is_closed_to_change() -> None:
    """No field of it or of its parts can be set."""
    entry = made(members=[{"name": "Peru"}])
    with pytest.raises(ValidationError):
        entry.title = "another"  # type: ignore[misc]
    with pytest.raises(ValidationError):
        entry.members[0].name = "Chile"  # type: ignore[misc]


def test_the_published_schema_knows_every_field_and_no_other() -> None:
    """It names its draft and version, lists the keys of the contract, and is closed."""
    schema = entry_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == SCHEMA
    assert list(schema["properties"]) == CONTRACT
    assert schema["additionalProperties"] is False
    assert {"id", "layout", "complete", "source"} <= set(schema["required"])
    assert {"Member", "Signing", "Force", "Citation", "Article", "Annex", "Issue", "Span", "SourceFile"} <= set(
        schema["$defs"]
    )
    assert json.loads(json.dumps(schema)) == schema
