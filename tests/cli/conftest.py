"""What the tests of the command share: pages to read, and the command itself, as a process or in this one."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from foedera.cli.shell import run
from tests.forge import forge_volume

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TREATY = """Treaty between {one} and {other}

The two Governments, desiring to live in peace, have agreed as follows:

Article 1. There shall be peace and friendship between {one} and {other}.

Article 2. The Parties shall consult together if either is attacked.

Done at Geneva, on May 4, 1931.
"""


@dataclass(frozen=True)
class Said:
    """What a command left: its exit code, standard output and standard error."""

    code: int
    out: str
    err: str


@pytest.fixture
def foedera(capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Runs the command in this process."""

    def call(*arguments: str | Path) -> Said:
        capsys.readouterr()
        code = run([str(each) for each in arguments])
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return call


@pytest.fixture
def process() -> Callable[..., Said]:
    """Runs the command as a user does, with bytes on standard input."""

    def call(*arguments: str | Path, stdin: bytes = b"", env: dict[str, str] | None = None) -> Said:
        command = [sys.executable, "-m", "foedera", *map(str, arguments)]
        done = subprocess.run(command, input=stdin, capture_output=True, timeout=60, check=False, env=env)
        return Said(done.returncode, done.stdout.decode(), done.stderr.decode())

    return call


@pytest.fixture(scope="session")
def volume_text() -> str:
    """A small compendium of 40 entries with the damage of a common extraction."""
    return forge_volume(5, 40, "extraction").text


@pytest.fixture
def volume(tmp_path: Path, volume_text: str) -> Path:
    """That compendium as a file."""
    path = tmp_path / "volume.txt"
    path.write_text(volume_text, encoding="utf-8")
    return path


@pytest.fixture
def treaties(tmp_path: Path) -> list[Path]:
    """Three bare treaties in three files, two of which have one name."""
    pairs = [("a/pact.txt", "Lithuania", "Poland"), ("b/pact.txt", "France", "Spain"), ("b/x.txt", "Peru", "Chile")]
    paths = []
    for name, one, other in pairs:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TREATY.format(one=one, other=other), encoding="utf-8")
        paths.append(path)
    return paths
