"""The catalogue of issues: every code that the program can say is in it, and nothing else."""

from __future__ import annotations

import ast
import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import foedera
from foedera.knowledge import yaml_data
from foedera.parsing import parse
from foedera.reading import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

CATALOGUE: dict[str, Any] = yaml_data("issues.yaml")
ROWS: list[dict[str, str]] = CATALOGUE["issues"]
CODES = {row["code"] for row in ROWS}
SOURCES = sorted(Path(str(foedera.__file__)).parent.rglob("*.py"))
CODE = re.compile(r"[a-z]+(?:-[a-z]+)*")
SAYING = {"issue", "_issue", "Issue", "Mark"}


def _called(call: ast.Call) -> str:
    """The name a call goes by: `Issue` for `Issue(…)` and `Issue.model_construct(…)`, `issue` for `draft.issue(…)`."""
    target = call.func
    if isinstance(target, ast.Attribute) and target.attr == "model_construct":
        target = target.value
    return target.attr if isinstance(target, ast.Attribute) else getattr(target, "id", "")


def _constants(tree: ast.Module) -> dict[str, str]:
    """The module's names for strings, such as `LOST_LINE = "lost-line"`."""
    return {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _spelt(node: ast.expr, named: dict[str, str]) -> Iterator[str]:
    """The strings an argument can be: spelt out, named, or chosen between."""
    if isinstance(node, ast.IfExp):
        yield from (*_spelt(node.body, named), *_spelt(node.orelse, named))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Name) and node.id in named:
        yield named[node.id]


def _codes_said(source: str) -> Iterator[str]:
    """The codes in calls that make an issue, as first argument or `code=`, and those a module with such calls names."""
    tree = ast.parse(source)
    named = _constants(tree)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _called(node) in SAYING]
    if calls:
        yield from (value for name, value in named.items() if name.isupper() and not name.startswith("_"))
    for call in calls:
        for argument in [*call.args[:1], *(word.value for word in call.keywords if word.arg == "code")]:
            yield from _spelt(argument, named)


def test_every_code_said_in_the_sources_is_in_the_catalogue_and_the_other_way_round() -> None:
    """A code without an entry would be unexplained, an entry without a code would never be seen."""
    said = {code for path in SOURCES for code in _codes_said(path.read_text(encoding="utf-8"))}
    assert said == CODES


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["code"])
def test_each_code_says_what_it_means_and_what_to_do(row: dict[str, str]) -> None:
    """Each row has the fields of the schema, whole sentences in them, and a level of the closed list."""
    required = {"code", "level", "means", "at", "do"}
    assert required <= set(row) <= required | {"restored"}
    assert CODE.fullmatch(row["code"])
    assert row["level"] in CATALOGUE["levels"]
    for field in set(row) - {"code", "level"}:
        assert row[field][0].isupper()
        assert row[field].endswith(".")


def test_codes_are_unique() -> None:
    """No code has two meanings."""
    assert len(CODES) == len(ROWS)


def test_what_the_starter_compendium_calls_forth_is_in_the_catalogue() -> None:
    """Reading, mending and parsing the bundled volume gives codes of the catalogue only."""
    data = files("foedera.knowledge").joinpath("starter/compendium.txt").read_bytes()
    said = {issue.code for entry in parse(read_bytes(data, "compendium.txt")) for issue in entry.issues}
    assert said
    assert said <= CODES
