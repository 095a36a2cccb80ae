"""`foedera list` and `foedera show`: entries for people."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said

    Command = Callable[..., Said]

PAGE = """4.1254 Treaty of [bold]Neutrality[/bold] between Lithuania and Poland

Alliance Members:Lithuania and Poland
Signed On:September 28, 1926, in the city of Moscow. In force until October 10, 1939.
Alliance Type:Neutrality Pact (Type II)
Source:League of Nations Treaty Series,vol. 60, p. 145.

SUMMARY
The pact kept the border [quiet for ten :smile: years. \x1b[31m

Alliance Text
The two Governments have agreed upon the following

Article 1. The Parties shall remain neutral in any war of the other.

Article 2. The Treaty shall be in force for ten years.

4.1255 Treaty of Friendship between Peru and Chile

Alliance Members:Peru and Chile
Signed On:October 1, 1926, in the city of Lima.
Alliance Type:Entente (Type III)
Source:League of Nations Treaty Series,vol. 61, p. 3.

Alliance Text
The two Governments have agreed upon the following provisions:

Article 1. The Parties shall be friends.
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page of two entries in our own words, with what markup and terminals might take for their own."""
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def printed_at(said: Said, words: str) -> str:
    """The place that a line of the output gives for `words`."""
    return next(line for line in said.out.splitlines() if words in line).split()[-1]


def test_show_gives_each_fact_its_place(foedera: Command, page: Path) -> None:
    """The place beside a value holds that value on the page."""
    said = foedera("show", "4.1254", "--in", page)
    assert (said.code, said.err) == (0, "")
    for label, words in [
        ("Number", "4.1254"),
        ("Types", "Neutrality Pact (Type II)"),
        ("In force", "October 10, 1939"),
    ]:
        number, _, span = printed_at(said, f"{label} ").partition(":")
        start, end = map(int, span.split("-"))
        assert number == "1"
        assert words in PAGE[start:end] or PAGE[start:end] in words


def test_show_takes_nothing_for_markup(foedera: Command, page: Path) -> None:
    """Brackets and colons of the page stand as printed; characters that steer a terminal do not reach it."""
    said = foedera("show", "4.1254", "--in", page)
    assert "[bold]Neutrality[/bold]" in said.out
    assert "[quiet for ten :smile:" in said.out
    assert "\x1b" not in said.out
    assert "[bold]Neutrality[/bold]" in foedera("list", "--in", page).out


def test_show_offers_what_is_lost_beside_the_text(foedera: Command, page: Path) -> None:
    """A restoration is marked as an offer, under the words it would follow and with its issue."""
    lines = [line.strip() for line in foedera("show", "4.1254", "--in", page).out.splitlines()]
    at = lines.index("The two Governments have agreed upon the following")
    assert lines[at + 1].startswith("offered, not in the text: ")
    assert "Article 1." in lines[at + 2]
    assert lines.count(lines[at + 1]) == 2


def test_show_prints_the_record(foedera: Command, page: Path) -> None:
    """With --json it is the line that `foedera read` gives."""
    assert foedera("show", "4.1255", "--json", "--in", page).out == foedera("read", page).out.splitlines(True)[1]


def test_the_starter_compendium_is_there_without_asking(foedera: Command) -> None:
    """Without --in, list and show take the bundled compendium, and say so."""
    said = foedera("list", "--json")
    assert said.err == "foedera: no --in: these are entries of the starter compendium, a teaching sample\n"
    rows = [json.loads(line) for line in said.out.splitlines()]
    assert len(rows) >= 24
    shown = foedera("show", rows[0]["id"])
    assert shown.out.startswith(f"{rows[0]['id']}  ")
    assert "starter/compendium.txt" in shown.out


def test_list_is_a_line_an_entry(foedera: Command, page: Path) -> None:
    """Id, date, title, types and the number of issues stand in a line that is not cut."""
    lines = foedera("list", "--in", page).out.splitlines()
    assert lines[0].split() == ["id", "signed", "title", "types", "issues"]
    assert len(lines) == 3
    for words in ("4.1255 ", "1926-10-01", "Treaty of Friendship between Peru and Chile", "Entente"):
        assert words in lines[2]
    assert lines[2].split()[-1].isdigit()


def test_entries_once_read_are_shown_from_their_file(foedera: Command, page: Path, tmp_path: Path) -> None:
    """--in takes the output of `foedera read`, under any name, as well as pages."""
    for name in ("entries.jsonl", "entries"):
        assert foedera("read", page, "-o", tmp_path / name).code == 0
        assert foedera("list", "--in", tmp_path / name) == foedera("list", "--in", page)
        assert foedera("show", "4.1254", "--in", tmp_path / name) == foedera("show", "4.1254", "--in", page)
    said = foedera("list", "--in", tmp_path / "entries", page)
    assert (said.code, said.err) == (
        2,
        "foedera: --in has files of entries and files of pages: give the one or the other\n",
    )


def test_entries_come_by_pipe_too(process: Command, foedera: Command, page: Path) -> None:
    """`foedera read … | foedera list --in -` works, with a byte order mark as well."""
    lines = foedera("read", page).out.encode()
    listed = foedera("list", "--in", page).out
    assert process("list", "--in", "-", stdin=b"\xef\xbb\xbf" + lines).out == listed
    assert process("list", "--in", "-", stdin=page.read_bytes()).out == listed


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{}", "id: Field required"),
        ("no json", "Invalid JSON: expected"),
        ('{"schema": "foedera/entry/9"}', "schema: "),
    ],
)
def test_a_line_that_is_no_entry_is_told(foedera: Command, tmp_path: Path, line: str, reason: str) -> None:
    """The file, the line and the first fault are named."""
    path = tmp_path / "x.jsonl"
    path.write_text(f"\n{line}\n", encoding="utf-8")
    said = foedera("list", "--in", path)
    assert said.code == 3
    assert said.err.startswith(f"foedera: {path}: line 2 is no entry of schema foedera/entry/1 ({reason}")
    assert said.err.endswith("): write it anew with foedera read\n")


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("4.12544", "did you mean 4.1254 or 4.1255?"),
        ("1255", "did you mean 4.1255 or 4.1254?"),
        ("xyz", "ids run from 4.1254 to 4.1255: see foedera list"),
    ],
)
def test_an_unknown_id_gets_near_ones(foedera: Command, page: Path, name: str, mend: str) -> None:
    """A wrong id is a wrong call, with ids like it or the range of those there are."""
    said = foedera("show", name, "--in", page)
    assert (said.code, said.out) == (2, "")
    assert said.err == f'foedera: no entry "{name}": {mend}\n'


def test_missing_files_are_told_by_the_reader(foedera: Command, tmp_path: Path) -> None:
    """Pages and files of entries that are not there end in 3."""
    for name in ("x.jsonl", "x.txt"):
        said = foedera("list", "--in", tmp_path / name)
        assert (said.code, said.err) == (3, f"foedera: {tmp_path / name}: does not exist: check the path\n")
