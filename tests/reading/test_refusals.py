"""Input that cannot be read is refused in one line with the file's name and the mend."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from foedera.models.errors import UnreadableInputError
from foedera.reading import read_bytes, read_volume

ONLY_TEXT = "and this version reads text and HTML"


def refusal(*sources: str | Path, stdin: bytes = b"") -> str:
    """The message with which the sources are refused; it is one line."""
    with pytest.raises(UnreadableInputError) as raised:
        read_volume(sources, stdin=io.BytesIO(stdin))
    message = str(raised.value)
    assert message.isprintable()
    return message


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty: give a file with text"),
        (b"\xef\xbb\xbf", "holds no text, only blanks: give a file with text"),
        (b" \r\n\f\t", "holds no text, only blanks: give a file with text"),
        (
            b"%PDF-1.4 x",
            f"is a PDF, {ONLY_TEXT}: extract its text first, for example with pdftotext",
        ),
        (
            b"PK\x03\x04 word/",
            f"is a ZIP archive or an office document, {ONLY_TEXT}: save it as plain text or HTML first",
        ),
        (b"\x1f\x8b\x08", f"is a gzip archive, {ONLY_TEXT}: unpack it first"),
        (
            b"\x89PNG\r\n",
            f"is a PNG image, {ONLY_TEXT}: run text recognition over it first",
        ),
        (b"\x7fELF", f"is a program, {ONLY_TEXT}: give a file with text"),
        (b"a page\0with NUL", "has NUL characters, so it is not text: give a text or HTML file"),
        (b"\0" * 99, "has NUL characters, so it is not text: give a text or HTML file"),
        (b"\x01\x02\x03x" * 9, "is full of control characters, so it is not text: give a text or HTML file"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, message: str) -> None:
    """Empty, blank and binary files are told apart, from a file, from standard input and from bytes alike."""
    path = tmp_path / "page.txt"
    path.write_bytes(data)
    assert refusal(path) == f"{path}: {message}"
    assert refusal("-", stdin=data) == f"<stdin>: {message}"
    with pytest.raises(UnreadableInputError, match=r"^given: "):
        read_bytes(data, "given")


def test_a_few_control_characters_are_no_reason_to_refuse() -> None:
    """Some extractors leave a control character where a hyphen stood."""
    text = "the con\x02tracting Parties\n" * 20
    assert read_bytes(text.encode(), "page.txt").pages[0].text == text


@pytest.mark.parametrize(
    ("files", "named", "message"),
    [
        (["page-328.txt"], "page-382.txt", "does not exist: did you mean page-328.txt?"),
        (["other.md"], "page.txt", "does not exist: check the path"),
    ],
)
def test_a_missing_file_is_told_with_near_names(tmp_path: Path, files: list[str], named: str, message: str) -> None:
    """Names like the missing one in the same directory are offered."""
    for name in files:
        (tmp_path / name).write_text("x")
    assert refusal(tmp_path / named) == f"{tmp_path / named}: {message}"


def test_a_missing_directory_is_told(tmp_path: Path) -> None:
    """When the directory is missing too, it is that which is named."""
    path = tmp_path / "nowhere" / "page.txt"
    assert refusal(path) == f"{path}: does not exist, nor does the directory {path.parent}: check the path"


def test_a_broken_link_is_told(tmp_path: Path) -> None:
    """A link to a file that is gone names that file."""
    path = tmp_path / "page.txt"
    path.symlink_to("gone.txt")
    assert refusal(path) == f"{path}: is a link to gone.txt, which does not exist: mend the link"


def test_one_bad_source_refuses_the_volume(tmp_path: Path) -> None:
    """A volume with a missing part is not read without it."""
    (tmp_path / "a.txt").write_text("good")
    assert refusal(tmp_path / "a.txt", tmp_path / "b.csv").startswith(f"{tmp_path / 'b.csv'}: does not exist")


@pytest.mark.parametrize("files", [{}, {"data.json": b"{}"}, {"a.txt": b"", "b.txt": b"%PDF-1.4"}])
def test_a_directory_without_text_is_refused(tmp_path: Path, files: dict[str, bytes]) -> None:
    """An empty directory, one of other files and one of unreadable text files are the same to the user."""
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    assert refusal(tmp_path) == f"{tmp_path}: is a directory without text: put .txt or .html files into it"


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """One line of 1 GiB is refused by its size alone."""
    path = tmp_path / "x.txt"
    path.touch()
    os.truncate(path, 1 << 30)
    assert refusal(path) == f"{path}: 1.0 GiB is over the 256 MiB that one file may have: split it into volumes"


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a device without end")
def test_an_endless_input_is_refused_at_the_limit() -> None:
    """Standard input and devices have no size: they are read up to the limit and no further."""
    expected = "is over the 256 MiB that one file may have: split it into volumes"
    assert refusal("/dev/zero") == f"/dev/zero: {expected}"
    with Path("/dev/zero").open("rb") as stdin, pytest.raises(UnreadableInputError, match=r"^<stdin>: is over the 256"):
        read_volume(["-"], stdin=stdin)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_the_right_to_read_is_told(tmp_path: Path) -> None:
    """Missing rights are named with the command that gives them."""
    path = tmp_path / "page.txt"
    path.write_text("secret articles")
    path.chmod(0)
    expected = f"{path}: you may not read it: get the right, for example with chmod u+r"
    assert refusal(path) == expected
    assert refusal(tmp_path) == expected


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file of Linux that opens but refuses to be read")
def test_a_file_that_the_system_refuses_is_told() -> None:
    """Any other error of the system is given in its words."""
    message = refusal("/proc/self/mem")
    assert message == "/proc/self/mem: cannot be read (input/output error): give a file or a directory"


@pytest.mark.parametrize("name", ["a\0b", "x" * 300, "\udce9.txt", "two\nlines.txt"])
def test_a_senseless_name_is_refused_in_one_line(tmp_path: Path, name: str) -> None:
    """Names that no file can have, or that cannot be printed, break neither the reader nor the message."""
    assert refusal(f"{tmp_path}/{name}").startswith(str(tmp_path))
