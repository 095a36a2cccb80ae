"""Files, directories and standard input become volumes in the order given."""

from __future__ import annotations

import hashlib
import io
import os
import threading
from typing import TYPE_CHECKING

import pytest

from foedera.models.errors import UsageError
from foedera.reading import read_volume, read_volumes

if TYPE_CHECKING:
    from pathlib import Path

    from foedera.models.pages import Volume


PDF = "/d/2.txt: is a PDF, and this version reads text and HTML: extract its text first, for example with pdftotext"


def write(folder: Path, files: dict[str, str | bytes]) -> None:
    """Makes the files with the directories that they need."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def texts(volume: Volume) -> list[str]:
    """The page texts in order."""
    return [page.text for page in volume.pages]


def test_a_file_is_a_volume_with_its_digest(tmp_path: Path) -> None:
    """The file keeps the name as given and the SHA-256 of its raw bytes."""
    data = b"\xef\xbb\xbfone\r\n\ftwo"
    write(tmp_path, {"book.txt": data})
    volume = read_volume([tmp_path / "book.txt"])
    (file,) = volume.files
    assert (file.name, file.sha256) == (str(tmp_path / "book.txt"), hashlib.sha256(data).hexdigest())
    assert (file.first_page, file.page_count) == (1, 2)


def test_all_sources_in_order_are_one_volume(tmp_path: Path) -> None:
    """Pages are numbered on through files, directories and standard input, and each page knows its file."""
    write(tmp_path, {"z.txt": "z1\fz2", "d/2.txt": "d2", "d/10.htm": "<p>d10"})
    volume = read_volume([str(tmp_path / "z.txt"), "-", tmp_path / "d"], stdin=io.BytesIO(b"in1\fin2"))
    assert texts(volume) == ["z1", "z2", "in1", "in2", "d2", "d10"]
    assert [page.number for page in volume.pages] == [1, 2, 3, 4, 5, 6]
    assert [(file.first_page, file.page_count) for file in volume.files] == [(1, 2), (3, 2), (5, 1), (6, 1)]
    assert volume.file_of(4).name == "<stdin>"
    assert volume.file_of(6).name == str(tmp_path / "d/10.htm")


def test_issues_of_later_files_point_to_their_pages(tmp_path: Path) -> None:
    """The span of an issue counts pages through the volume."""
    write(tmp_path, {"a.txt": "one\ftwo", "b.txt": "three\fMünster".encode("cp1252")})
    volume = read_volume([tmp_path / "a.txt", tmp_path / "b.txt"])
    (span,) = volume.issues[0].at
    assert volume.pages[span.page - 1].text[span.start : span.end] == "Münster"


def test_a_directory_is_read_in_natural_order(tmp_path: Path) -> None:
    """Numbers in names count as numbers, at every level of the path."""
    names = ["page10.txt", "page2.txt", "Page1.txt", "vol10/1.txt", "vol9/12.txt", "vol9/3b.txt", "vol9/3.txt", "index"]
    write(tmp_path, {name: name for name in names})
    assert texts(read_volume([tmp_path])) == [
        "index",
        "Page1.txt",
        "page2.txt",
        "page10.txt",
        "vol9/3.txt",
        "vol9/3b.txt",
        "vol9/12.txt",
        "vol10/1.txt",
    ]


def test_other_files_in_a_directory_are_passed_over_and_told(tmp_path: Path) -> None:
    """One issue counts hidden files, other types and links to directories; empty and binary files have their own."""
    write(
        tmp_path,
        {
            "d/1.txt": "one",
            "d/2.txt": b"%PDF-1.7",
            "d/3.txt": b"",
            "d/.notes.txt": "x",
            "d/scan1.png": b"x",
            "d/scan10.PNG": b"x",
            "d/data.json": "{}",
            "d/.git/config": "x",
            "else/4.txt": "x",
        },
    )
    (tmp_path / "d/link").symlink_to(tmp_path / "else")
    volume = read_volume([tmp_path / "d"])
    assert texts(volume) == ["one"]
    assert [issue.code for issue in volume.issues] == ["files-skipped"] * 3
    assert [issue.message.removeprefix(str(tmp_path)) for issue in volume.issues] == [
        "/d: passed over what is not text or HTML (1 .json, 2 .png, 2 hidden, 1 other): .git, .notes.txt, data.json, …",
        f"{PDF}; passed over",
        "/d/3.txt: is empty: give a file with text; passed over",
    ]


def test_a_pipe_is_read_like_a_file(tmp_path: Path) -> None:
    """A named pipe, such as a shell makes for `<(command)`, is read to its end."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"from a pipe",))
    writer.start()
    assert texts(read_volume([pipe])) == ["from a pipe"]
    writer.join()


def test_each_file_can_be_a_volume_of_its_own(tmp_path: Path) -> None:
    """`read_volumes` numbers the pages of each file from 1, and what was passed over stands with a neighbour."""
    write(tmp_path, {"d/a.txt": "a1\fa2", "d/b.txt": "b1", "d/c.txt": b"%PDF-", "d/x.json": "{}", "e.txt": "e1"})
    volumes = list(read_volumes([tmp_path / "d", tmp_path / "e.txt"]))
    assert [texts(volume) for volume in volumes] == [["a1", "a2"], ["b1"], ["e1"]]
    assert [[file.first_page for file in volume.files] for volume in volumes] == [[1], [1], [1]]
    assert [len(volume.issues) for volume in volumes] == [1, 1, 0]


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    """The same files give equal volumes."""
    write(tmp_path, {"a.txt": "Münster".encode("cp1252"), "b.html": "<p>x", "c.pdf": b"%PDF"})
    assert read_volume([tmp_path]) == read_volume([tmp_path])


@pytest.mark.parametrize(
    ("sources", "message"),
    [
        ([], "no source was named: give a file, a directory or - for standard input"),
        (["-", "-"], "- stands for standard input, which can be read once: name it once"),
        ("page.txt", "sources are a list of names: give ['page.txt']"),
    ],
)
def test_a_wrong_call_is_told(sources: list[str], message: str) -> None:
    """No source, standard input twice or a bare string is the caller's error."""
    with pytest.raises(UsageError) as raised:
        read_volume(sources)
    assert str(raised.value) == message
