"""The command as a whole: help, version, wrong calls, schema, states, and what importing costs."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import foedera as api
from foedera.models.entries import entry_schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Said

    Command = Callable[..., Said]

HEAVY = ("foedera.parsing", "foedera.mending", "foedera.states", "pydantic", "wordfreq", "yaml", "rich")


def loaded_after(code: str) -> set[str]:
    """The heavy packages that a fresh process has loaded after `code`."""
    script = f"{code}\nimport sys; print(*[name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


def test_help_names_every_command_and_loads_no_reader() -> None:
    """--help is quick since each command's module waits until it is called."""
    script = "from foedera.cli.shell import run\nrun(['--help'])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    for command in ("read", "list", "show", "schema", "states"):
        assert f" {command} " in done.stdout
    assert loaded_after(script) <= {"rich"}


def test_importing_the_package_loads_nothing() -> None:
    """`import foedera` costs nothing; its public names are there all the same."""
    assert loaded_after("import foedera; print()") == set()
    assert {"read", "Entry", "FoederaError", "__version__"} <= set(dir(api))
    assert api.Entry.__name__ == "Entry"
    with pytest.raises(AttributeError, match="no attribute 'write'"):
        api.write  # noqa: B018 - the access is what is tested


def test_the_version_is_told(process: Command) -> None:
    """`foedera --version` gives name and version."""
    said = process("--version")
    assert (said.code, said.out, said.err) == (0, f"foedera {api.__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["read"], "no source was named: give a file, a directory or - for standard input"),
        (["read", "-", "-"], "- stands for standard input, which can be read once: name it once"),
        (["read", "x", "--jobs", "two"], 'Invalid value for --jobs: unable to convert "two" into int.'),
        (["read", "x", "--jobs", "-1"], "--jobs is a number of processes, not -1: give 1 or more"),
        (
            ["read", "x", "--layout", "book"],
            'Invalid value "book" for --layout. Choose from: "auto", "compendium", "treaty".',
        ),
        (["read", "x", "--strikt"], "Unknown option: --strikt. Did you mean --strict?"),
        (["shwo", "x"], 'Unknown command "shwo". Did you mean "show"? Available commands: '),
        (["schema", "norm"], 'unknown schema "norm": use one of entry'),
        (["states", "Italy", "--on", "18x"], 'not an EDTF date: "18x": write 1926-09-28, '),
        (["states", "Sard\x1b[31mnia", "--on", "1859"], 'unknown state "Sard [31mnia" in 1859'),
    ],
)
def test_a_wrong_call_ends_in_2_with_one_line(foedera: Command, arguments: list[str], message: str) -> None:
    """The line has the value and the mend, and nothing that could steer a terminal."""
    said = foedera(*arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"foedera: {message}")
    assert said.err.count("\n") == 1


def test_the_schema_is_that_of_the_records(foedera: Command) -> None:
    """`foedera schema entry` prints the JSON Schema, with --json or without."""
    assert json.loads(foedera("schema", "entry").out) == entry_schema()
    assert foedera("schema", "entry", "--json") == foedera("schema", "entry")


def test_states_gives_the_state_of_a_name_on_a_date(foedera: Command) -> None:
    """The date decides, and the reasons are told."""
    said = foedera("states", "Germany", "--on", "1905")
    assert (said.code, said.err) == (0, "")
    assert "255" in said.out
    shown = json.loads(foedera("states", "Germany", "--on", "1905", "--json").out)
    assert (shown["name"], shown["on"], shown["candidates"][0]["cow"]) == ("Germany", "1905", 255)
    assert shown["state"] == shown["candidates"][0]["state"]
    assert shown["candidates"][0]["reasons"]


def test_states_says_when_a_name_is_ambiguous(foedera: Command) -> None:
    """Several states level: all are listed, none is chosen."""
    said = foedera("states", "Korea", "--on", "1955")
    assert said.code == 0
    assert said.out.startswith('"Korea" on 1955 is ambiguous: 2 states\n')
    assert json.loads(foedera("states", "Korea", "--on", "1955", "--json").out)["state"] is None


def test_states_suggests_what_an_unknown_name_meant(foedera: Command) -> None:
    """Only suggestions: a wrong call; with --json they are put out all the same, marked as not exact."""
    said = foedera("states", "Sardnia", "--on", "1859")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith('foedera: unknown state "Sardnia" in 1859: did you mean Sardinia (325)')
    said = foedera("states", "Sardnia", "--on", "1859", "--json")
    assert said.code == 2
    assert {one["exact"] for one in json.loads(said.out)["candidates"]} == {False}
