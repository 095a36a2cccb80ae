"""`foedera read`: entries to standard output or a file, the rest to standard error."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import foedera as api
from foedera.models.entries import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.cli.conftest import Said

    Command = Callable[..., Said]

posix = pytest.mark.skipif(os.name != "posix", reason="needs signals and rights of POSIX")


def records(lines: str) -> list[dict[str, Any]]:
    """The JSON objects of an output."""
    return [json.loads(line) for line in lines.splitlines()]


def test_entries_go_to_standard_output_and_the_summary_to_standard_error(process: Command, volume: Path) -> None:
    """Each line of the output is an entry of the schema; standard error has one line that counts them."""
    said = process("read", volume)
    entries = [Entry.model_validate_json(line) for line in said.out.splitlines()]
    issues = sum(len(entry.issues) for entry in entries)
    worst = max(entries, key=lambda entry: len(entry.issues))
    assert said.code == 0
    assert len(entries) == 40
    assert said.err.startswith(f"foedera: 40 entries, {issues} issues: ")
    assert said.err.endswith(f"; look first at {worst.id}\n")
    assert said.err.count("\n") == 1


def test_standard_input_and_a_byte_order_mark_change_nothing(
    process: Command, foedera: Command, volume: Path, volume_text: str
) -> None:
    """The same text by pipe, and with a mark of UTF-8 before it, gives the same entries but for the file's name."""
    by_file = records(foedera("read", volume, "--json").out)
    by_pipe = records(process("read", "-", stdin=b"\xef\xbb\xbf" + volume_text.encode()).out)
    assert {entry.pop("source")["file"] for entry in by_pipe} == {"<stdin>"}
    assert [entry.pop("source")["file"] for entry in by_file] == [str(volume)] * 40
    assert by_pipe == by_file


def test_more_jobs_give_the_same_bytes(foedera: Command, volume: Path, treaties: list[Path]) -> None:
    """Entries of a volume, and treaties of a file each, come in order whatever process parsed them."""
    assert foedera("read", volume, "--jobs", "3") == foedera("read", volume) == foedera("read", volume, "-j", "0")
    alone = foedera("read", "--layout", "treaty", *treaties)
    assert foedera("read", "--layout", "treaty", *treaties, "--jobs", "2") == alone
    assert len(records(alone.out)) == 3


def test_several_files_without_headers_are_treaties_of_their_own(foedera: Command, treaties: list[Path]) -> None:
    """Auto tells bare treaties from a compendium; ids made of the same file name are kept apart."""
    said = foedera("read", *treaties)
    assert [entry["id"] for entry in records(said.out)] == ["pact", "pact-2", "x"]
    assert [entry["source"]["pages"] for entry in records(said.out)] == [[1, 1]] * 3
    assert said == foedera("read", "--layout", "treaty", *treaties)


def test_a_treaty_on_standard_input_may_stand_among_files(process: Command, treaties: list[Path]) -> None:
    """Standard input is read once, though auto looks at the files twice."""
    said = process("read", treaties[2], "-", stdin=treaties[0].read_bytes())
    assert [entry["source"]["file"] for entry in records(said.out)] == [str(treaties[2]), "<stdin>"]


def test_several_files_of_a_compendium_are_one_volume(foedera: Command, tmp_path: Path, volume_text: str) -> None:
    """Pages cut into files and named in order give the entries of the whole."""
    pages = volume_text.split("\f")
    (tmp_path / "1.txt").write_text("\f".join(pages[:3]), encoding="utf-8")
    (tmp_path / "2.txt").write_text("\f".join(pages[3:]), encoding="utf-8")
    entries = records(foedera("read", tmp_path / "1.txt", tmp_path / "2.txt").out)
    assert len(entries) == 40
    assert [part["file"] for entry in entries for part in entry["source"]["continued_in"]] in (
        [],
        [str(tmp_path / "2.txt")],
    )


def test_strict_asks_for_review(foedera: Command, volume: Path, tmp_path: Path) -> None:
    """With --strict, entries with issues end in 1, those without in 0."""
    assert foedera("read", volume, "--strict").code == 1
    clean = tmp_path / "clean.txt"
    clean.write_text("No header is here.\n", encoding="utf-8")
    said = foedera("read", clean, "--strict", "--layout", "compendium")
    assert (said.code, said.out) == (0, "")
    assert said.err.startswith("foedera: 0 entries: no header of an entry was found")


def test_a_file_is_written_whole(foedera: Command, volume: Path, tmp_path: Path) -> None:
    """-o writes what standard output would have had, over what stood there, with its rights, and nothing else."""
    target = tmp_path / "out" / "entries.jsonl"
    target.parent.mkdir()
    target.write_text("old")
    target.chmod(0o640)
    said = foedera("read", volume, "-o", target)
    assert (said.code, said.out) == (0, "")
    assert target.read_text(encoding="utf-8") == foedera("read", volume).out
    assert [path.name for path in target.parent.iterdir()] == ["entries.jsonl"]
    if os.name == "posix":
        assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_link_is_written_through(foedera: Command, volume: Path, tmp_path: Path) -> None:
    """-o to a link writes the file it points to; the link stays one."""
    (tmp_path / "out").mkdir()
    link = tmp_path / "link.jsonl"
    link.symlink_to(tmp_path / "out" / "real.jsonl")
    assert foedera("read", volume, "-o", link).code == 0
    assert link.is_symlink()
    assert len((tmp_path / "out" / "real.jsonl").read_text(encoding="utf-8").splitlines()) == 40


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("nowhere/x.jsonl", "the directory {tmp}/nowhere does not exist: make it first"),
        ("out", "is a directory: name a file in it"),
        ("volume.txt", "it is one of the sources: give another name"),
        ("out/" + "x" * 300, "file name too long"),
    ],
)
def test_an_output_that_cannot_be_is_refused(
    foedera: Command, volume: Path, tmp_path: Path, output: str, message: str
) -> None:
    """The refusal is one line, comes before anything is read, and leaves the sources as they are."""
    (tmp_path / "out").mkdir()
    before = volume.read_bytes()
    said = foedera("read", volume, "-o", tmp_path / output)
    assert (said.code, said.out) == (2, "")
    assert said.err == f"foedera: cannot write {tmp_path / output}: {message.format(tmp=tmp_path)}\n"
    assert volume.read_bytes() == before


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_directory_without_the_right_to_write_is_told(foedera: Command, volume: Path, tmp_path: Path) -> None:
    """Missing rights are told in one line."""
    (tmp_path / "out").mkdir(mode=0o500)
    said = foedera("read", volume, "-o", tmp_path / "out" / "x.jsonl")
    assert said.code == 2
    assert said.err == f"foedera: cannot write {tmp_path}/out/x.jsonl: permission denied\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "does not exist: check the path"),
        (b"", "is empty: give a file with text"),
        (b"%PDF-1.4 x", "is a PDF, "),
        (b"\0" * 99, "has NUL characters, so it is not text: give a text or HTML file"),
    ],
)
def test_unreadable_input_ends_in_3_with_nothing_half_written(
    foedera: Command, tmp_path: Path, content: bytes | None, message: str
) -> None:
    """One line with the file's name and the mend, no traceback, and what stood in the output stays."""
    page, target = tmp_path / "in" / "page", tmp_path / "x.jsonl"
    page.parent.mkdir()
    target.write_text("old")
    if content is not None:
        page.write_bytes(content)
    said = foedera("read", page, "-o", target)
    assert (said.code, said.out) == (3, "")
    assert said.err.startswith(f"foedera: {page}: {message}")
    assert said.err.count("\n") == 1
    assert target.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "x.jsonl"]


def test_a_refusal_has_no_traceback(process: Command, tmp_path: Path) -> None:
    """As a user meets it: exit code 3 and one line."""
    missing = tmp_path / "page.txt"
    said = process("read", missing)
    assert (said.code, said.out, said.err) == (3, "", f"foedera: {missing}: does not exist: check the path\n")


def test_one_unreadable_treaty_gives_no_entries_of_the_others(foedera: Command, treaties: list[Path]) -> None:
    """All sources are read before the first entry is put out."""
    said = foedera("read", "--layout", "treaty", *treaties, treaties[0].parent / "missing.txt")
    assert (said.code, said.out) == (3, "")


@pytest.fixture
def _interruptible() -> Iterator[None]:
    """Lets the processes that a test starts be interrupted, even where this one is not (a job in the background)."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@posix
@pytest.mark.usefixtures("_interruptible")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_read_leaves_nothing(tmp_path: Path, number: signal.Signals, code: int) -> None:
    """Ctrl-C and a kind kill end quietly; the file of before is there, the temporary one is not."""
    target = tmp_path / "x.jsonl"
    target.write_text("old")
    command = [sys.executable, "-m", "foedera", "read", "-", "-o", str(target)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as waiting:
        while len(list(tmp_path.iterdir())) < 2:  # until the temporary file is there
            assert waiting.poll() is None
            time.sleep(0.01)
        waiting.send_signal(number)
        assert waiting.wait(10) == code
        assert waiting.stderr is not None
        assert waiting.stderr.read() == b""
    assert [path.name for path in tmp_path.iterdir()] == ["x.jsonl"]
    assert target.read_text() == "old"


@posix
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_broken_pipe_ends_quietly(tmp_path: Path, volume_text: str, jobs: str) -> None:
    """Who reads only the first line of more than a pipe holds sees no complaint."""
    path = tmp_path / "volume.txt"
    path.write_text(volume_text, encoding="utf-8")
    command = [sys.executable, "-m", "foedera", "read", str(path), "--jobs", jobs]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as writing:
        assert writing.stdout is not None
        assert writing.stderr is not None
        assert writing.stdout.readline().startswith(b'{"schema":"foedera/entry/1"')
        writing.stdout.close()
        assert writing.stderr.read() == b""
        assert writing.wait(10) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device without room")
def test_a_full_disk_is_told(foedera: Command, volume: Path) -> None:
    """An output that takes no more is a line, not a traceback; a device is written to, not replaced."""
    said = foedera("read", volume, "-o", "/dev/full")
    assert (said.code, said.err) == (2, "foedera: cannot write /dev/full: no space left on device\n")
    assert Path("/dev/full").is_char_device()


def test_the_public_reader_gives_the_same_entries(foedera: Command, volume: Path, treaties: list[Path]) -> None:
    """`foedera.read` and the command are one reader."""
    assert [entry.to_json() for entry in api.read(volume)] == foedera("read", volume).out.splitlines()
    assert [entry.id for entry in api.read(*treaties)] == ["pact", "pact-2", "x"]
    with pytest.raises(api.FoederaError, match=r"^unknown layout \"book\": use one of auto, compendium, treaty$"):
        api.read(volume, layout="book")  # type: ignore[arg-type]
