"""The manual is complete and true: what the program has is described, and what is described runs."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
from html import unescape
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from foedera._version import __version__
from foedera.knowledge import yaml_data
from foedera.parsing import read_entries
from foedera.reading import read_volume

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PAGES = sorted(DOCS.rglob("*.md"))
HAND_WRITTEN = [ROOT / "README.md", *(page for page in PAGES if page.parent.name != "reference")]
EXAMPLE = DOCS / "examples" / "damaged-page.txt"


def _text(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def _generator() -> Any:
    """The module docs/generate.py, which stands in no package."""
    spec = importlib.util.spec_from_file_location("docs_generate", DOCS / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _commands() -> list[str]:
    """The commands of the command line, without help and version."""
    app = _generator().build_app()
    return [name for name in app if not name.startswith("-")]


def _calls(text: str) -> list[str]:
    """What follows `foedera` in lines of code, without a comment or what leads to another program."""
    lines = re.findall(r"^(?: {4}(?:.*\| )?|\$ )foedera (.+)$", text, re.MULTILINE)
    return [re.split(r"\s[#|;>]", line)[0] for line in lines]


def test_generated_pages_are_up_to_date() -> None:
    """`docs/generate.py --check` has nothing to say."""
    run = subprocess.run([sys.executable, DOCS / "generate.py", "--check"], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")


def test_every_command_is_documented() -> None:
    """The reference has a section for each command, and the manual shows each in use somewhere else."""
    reference, prose = _text("reference/cli.md"), "\n".join(page.read_text(encoding="utf-8") for page in HAND_WRITTEN)
    commands = _commands()
    assert commands
    for command in commands:
        assert re.search(rf"^#+ .*\b{command}\b", reference, re.MULTILINE), command
        assert re.search(rf"foedera {command}\b", prose), command


def test_every_call_in_the_manual_is_one_that_the_program_knows() -> None:
    """Commands and options in code are those of the reference."""
    commands, reference = _commands(), _text("reference/cli.md")
    calls = [call for page in HAND_WRITTEN for call in _calls(page.read_text(encoding="utf-8"))]
    assert calls
    for call in calls:
        assert call.split()[0] in commands, call
        for option in re.findall(r"(?<!\S)--?[a-z][a-z-]*", call):
            assert re.search(rf"(?<![\w-]){option}(?![\w-])", reference), call


def test_every_step_of_mending_is_explained() -> None:
    """Each name under which an edit is done stands in the table of steps and leads to a section."""
    sources = (ROOT / "src" / "foedera" / "mending").glob("*.py")
    steps = {
        step for path in sources for step in re.findall(r'\.edit\(\s*"([a-z-]+)"', path.read_text(encoding="utf-8"))
    }
    explained = re.findall(r"^\| \[`([a-z-]+)`\]\(#", _text("explanation/mending.md"), re.MULTILINE)
    assert sorted(steps) == sorted(explained)


@pytest.mark.parametrize("code", [row["code"] for row in yaml_data("issues.yaml")["issues"]])
def test_every_issue_code_has_its_section(code: str) -> None:
    """A reader who meets a code finds it under its own heading."""
    assert f"\n## {code}\n" in _text("reference/issues.md")


def _knowledge_files(folder: Traversable, prefix: str = "") -> list[str]:
    found = []
    for item in folder.iterdir():
        if item.is_dir() and item.name != "__pycache__":
            found += _knowledge_files(item, f"{prefix}{item.name}/")
        elif item.is_file() and not item.name.endswith((".py", ".pyc")):
            found.append(prefix + item.name)
    return found


@pytest.mark.parametrize("name", sorted(_knowledge_files(files("foedera.knowledge"))))
def test_every_knowledge_file_is_mentioned(name: str) -> None:
    """What Foedera knows is listed, each file with what it is."""
    assert re.search(rf"^`{re.escape(name)}`\n:   [A-Z]", _text("reference/knowledge.md"), re.MULTILINE)


def test_links_of_the_readme_lead_somewhere() -> None:
    """Each link and picture is a file of the repository."""
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", README)
    assert links
    for link in links:
        assert (ROOT / link).is_file(), link


def test_commands_of_the_readme_are_targets_of_the_makefile() -> None:
    """`make demo` and `make test` are promised first, and every other target named is there."""
    named = re.findall(r"\bmake ([a-z-]+)", "\n".join(re.findall(r"^ {4}.+$|`[^`\n]+`", README, re.MULTILINE)))
    assert named[:2] == ["demo", "test"]
    for target in named:
        assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), target


def test_the_mend_that_the_check_names_is_a_target_of_the_makefile() -> None:
    """Whoever is told that a page is stale is told a command that works."""
    target = _generator().MEND.removeprefix("make ")
    assert re.search(rf"^{target}:.*\n\t.*docs/generate\.py", MAKEFILE, re.MULTILINE)


def test_the_picture_shows_what_reading_its_page_gives() -> None:
    """Each value and each place in the drawing is that of the example page."""
    drawn = unescape(re.sub(r"<[^>]+>", "", _text("picture.svg")))
    entry = json.loads(read_entries(read_volume([EXAMPLE]))[0].to_json())
    broken = next(issue for issue in entry["issues"] if issue["quote"].endswith("invio-"))
    places = {
        entry["signed"][0]["date"]: entry["evidence"]["/signed/0/date"],
        broken["code"]: broken["at"],
        entry["text"]["signatures"][0]: entry["evidence"]["/text/signatures/0"],
    }
    for value, spans in places.items():
        (span,) = spans
        assert re.search(
            rf'"{re.escape(value)}".*\s+(?:.*\s+)?page {span["page"]}, characters {span["start"]}-{span["end"]}', drawn
        )
    page = EXAMPLE.read_text(encoding="utf-8")
    for line in re.findall(r"textLength[^>]+>(.+)</text>", _text("picture.svg")):
        assert line.lstrip("… ") in page


def _blocks(page: str) -> list[str]:
    return re.findall(r"```python\n(.+?)```", _text(page), re.DOTALL)


@pytest.mark.parametrize(
    ("page", "promised"),
    [
        ("explanation/evidence.md", re.findall(r"^ {4}(/\S+ \[.+)$", _text("explanation/evidence.md"), re.MULTILINE)),
        ("how-to/issues.md", ["[('lost-line', 2)]"]),
    ],
)
def test_the_python_of_the_manual_does_what_it_says(page: str, promised: list[str], tmp_path: Path) -> None:
    """Each block runs beside the records of the example page and prints what the page promises."""
    lines = "".join(entry.to_json() + "\n" for entry in read_entries(read_volume([EXAMPLE])))
    for name in ("entries.jsonl", "volume.jsonl"):
        (tmp_path / name).write_text(lines, encoding="utf-8")
    assert promised
    for block in _blocks(page):
        command = [sys.executable, "-X", "utf8", "-c", block]
        run = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=tmp_path, check=True)
        assert set(promised) <= set(run.stdout.splitlines())


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """A folder from which the manual's relative paths lead to the repository's files, but nothing is written there."""
    for name in ("docs", "src"):
        (tmp_path / name).symlink_to(ROOT / name)
    return tmp_path


def test_the_tutorial_prints_what_the_program_prints(beside: Path) -> None:
    """Each command of the tutorial runs, and each line shown under it is one that it says; spaces may differ."""
    foedera = str(Path(sys.executable).with_name("foedera"))
    sessions = re.findall(r"```console\n\$ foedera (.+)\n((?:.*\n)*?)```", _text("tutorial.md"))
    assert sessions
    for call, shown in sessions:
        run = subprocess.run(
            [foedera, *call.split()],
            capture_output=True,
            encoding="utf-8",
            cwd=beside,
            env=os.environ | {"COLUMNS": "100"},
            check=True,
        )
        said = {" ".join(line.split()) for line in (run.stdout + run.stderr).splitlines()}
        assert {" ".join(line.split()) for line in shown.splitlines()} - {"…"} <= said, call


def test_the_python_of_the_tutorial_runs(beside: Path) -> None:
    """The characters named are those that it says, and the package reads what the command reads."""
    one, two = (
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", block], capture_output=True, text=True, cwd=beside, check=True
        )
        for block in _blocks("tutorial.md")
    )
    assert f"prints `{one.stdout.strip()}`" in _text("tutorial.md")
    assert "4.1016 Treaty of Non-Aggression between Lithuania and the Soviet Union ['1926-09-28']" in two.stdout


def test_the_site_builds_without_a_warning_and_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    """All links and anchors lead somewhere, and no page needs the network."""
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--site-dir",
        tmp_path,
        "--config-file",
    ]
    env = {"NO_MKDOCS_2_WARNING": "1", "PATH": ""}
    run = subprocess.run(
        [*command, ROOT / "mkdocs.yml"], capture_output=True, text=True, cwd=ROOT, env=env, check=False
    )
    assert run.returncode == 0, run.stderr
    loaded = r"<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)=\"?(?:https?:)?//[^\s>]+"
    for page in tmp_path.rglob("*.html"):
        assert re.findall(loaded, page.read_text(encoding="utf-8")) == [], page.name


@pytest.mark.parametrize("path", [ROOT / "README.md", ROOT / "CHANGELOG.md", *PAGES], ids=lambda path: path.name)
def test_no_page_names_a_machine(path: Path) -> None:
    """No path of somebody's machine is in the manual, and no host but those that readers are sent to."""
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"(?<![\w.])/(?:home|root|work|tmp|Users)/", text)
    hosts = set(re.findall(r"(?i)[\w.-]+\.(?:com|dev|edu|io|net|org)\b|(?<=://)[\w.-]+", text))
    assert hosts <= {"keepachangelog.com", "semver.org"}


def test_the_citation_is_of_this_version() -> None:
    """CITATION.cff names the version and the licence of the package, and the changelog knows the version."""
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert (cited["version"], cited["license"]) == (__version__, "Apache-2.0")
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{__version__}]" in changes or "## [Unreleased]" in changes
