# ruff: noqa: INP001 - docs is a folder of pages, not a package
"""Writes the pages of docs/reference from the code and its knowledge files; `--check` only says which are stale."""

from __future__ import annotations

import argparse
import json
import sys
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foedera.cli.shell import _app as build_app
from foedera.knowledge import read_text, yaml_data
from foedera.models.entries import entry_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from importlib.resources.abc import Traversable

REFERENCE = Path(__file__).resolve().parent / "reference"
MEND = "make docs-write"
NOTICE = "<!-- Written by docs/generate.py from the code and its knowledge files: edit those. -->\n\n"
# Knowledge files that cannot carry a comment of their own.
UNCOMMENTED = {
    "starter/README.md": "What the starter compendium is and is not, and which shapes of print it exercises.",
    "starter/compendium.txt": "The starter compendium as printed: pages parted by form feeds.",
}


def cli_page() -> str:
    """The commands, from the signatures and docstrings of the application."""
    written = build_app().generate_docs(heading_level=1, usage_name="foedera")
    return (
        f"{NOTICE}# Commands\n\n"
        "Results go to standard output, everything else to standard error. Exit codes: 0 done,\n"
        "1 done with entries that need review (only under `--strict`), 2 wrong call, 3 unreadable input,\n"
        "130 interrupted.\n\n" + written[written.index("**Commands**") :].strip() + "\n"
    )


def schema_file() -> str:
    """The JSON Schema of an entry."""
    return json.dumps(entry_schema(), indent=2, ensure_ascii=False) + "\n"


def entry_page() -> str:
    """The fields of an entry and of its parts, from the JSON Schema."""
    schema = entry_schema()
    definitions: dict[str, Any] = schema.pop("$defs")
    parts = [_part("Entry", schema), *(_part(name, part) for name, part in definitions.items())]
    return (
        f"{NOTICE}# An entry\n\n"
        "`foedera read` prints one entry a line, as JSON of the schema `foedera/entry/1`. The same as\n"
        "a [JSON Schema](entry.schema.json). `null` and empty lists mean that something is not there or\n"
        "not stated; no value stands in for a missing one. Dates are EDTF:\n"
        "`1926-09-28`, `1822-10`, `1908~`, `1928-05-16?`.\n\n"
        "`evidence` maps a JSON pointer into the entry to the spans that say the value: see\n"
        "[Evidence](../explanation/evidence.md).\n\n" + "\n".join(parts)
    )


def _part(name: str, schema: dict[str, Any]) -> str:
    fields: dict[str, dict[str, Any]] = schema["properties"]
    rows = [
        (f"`{field}`", _type(part), _otherwise(part), part.get("description", "")) for field, part in fields.items()
    ]
    width = 4 if any(row[-1] for row in rows) else 3
    header = ("field", "type", "if not there", "is")
    about = " ".join(schema.get("description", "").split())
    return f"## {name}\n\n{about}\n\n{_table(header[:width], (row[:width] for row in rows))}"


def _otherwise(part: dict[str, Any]) -> str:
    """What stands in the field when there is nothing to say; "always there" for a field without a default."""
    if "default" not in part or "const" in part:
        return "always there"
    default = part["default"]
    return "its own empty form" if default and isinstance(default, dict) else f"`{json.dumps(default)}`"


def _type(part: dict[str, Any]) -> str:
    """A JSON Schema type in words, parts linked to their section."""
    if "$ref" in part:
        name = part["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in part:
        return " or ".join(_type(each) for each in part["anyOf"])
    if values := part.get("enum", [part["const"]] if "const" in part else []):
        return ", ".join(f'`"{value}"`' for value in values)
    if part.get("type") == "array":
        inside = part.get("prefixItems")
        return f"{len(inside)} numbers" if inside else f"list of {_type(part['items'])}"
    if part.get("type") == "object":
        of = part.get("additionalProperties")
        return f"object of {_type(of)}" if isinstance(of, dict) else "object"
    return str(part.get("type", "any"))


def issues_page() -> str:
    """The codes of issues, from their catalogue."""
    catalogue = yaml_data("issues.yaml")
    levels = _table(("level", "tells"), ((f"**{name}**", text) for name, text in catalogue["levels"].items()))
    return (
        f"{NOTICE}# Issues\n\n"
        "What the reader noticed, an object each in an entry's `issues`: `code`, `message`, `at` (spans),\n"
        "`quote`, and `restored`, an offer that stands beside the text and never in it. How to work through them:\n"
        "[What to do with issues](../how-to/issues.md).\n\n"
        + levels
        + "\n"
        + "\n".join(map(_issue, catalogue["issues"]))
    )


def _issue(row: dict[str, str]) -> str:
    offer = f"\n- *Offer*: {_line(row['restored'])}" if "restored" in row else ""
    return (
        f"## {row['code']}\n\n**{row['level'].capitalize()}.** {_line(row['means'])}\n\n"
        f"- *Place*: {_line(row['at'])}{offer}\n- *Do*: {_line(row['do'])}\n"
    )


def series_page() -> str:
    """The register of works in which treaties are printed."""
    register = yaml_data("series.yaml")
    works = sorted(register["series"], key=lambda work: str(work["name"]).casefold())
    header = ("work", "short forms", "kind", "published", '"no." counts a', "a bare number is a")
    rows = (
        (
            work["name"],
            ", ".join(work.get("abbreviations", [])),
            work["kind"],
            _years(work["published"]),
            work["number"],
            "" if work["bare"] == "none" else work["bare"],
        )
        for work in works
    )
    return (
        f"{NOTICE}# Treaty series and journals\n\n"
        f"The {len(works)} works that a citation's container is normalised to. Spaces, points, accents and the\n"
        "case of long names do not matter. A work that is not here is kept as printed, with a `source-note`.\n\n"
        + _table(header, rows)
    )


def _years(span: list[int | None]) -> str:
    first, last = span
    if first is not None and first == last:
        return str(first)
    return f"{first or '?'}-{last or ''}" if first or last else ""


def knowledge_page() -> str:
    """Every knowledge file with what its own first comment says of it."""
    root = files("foedera.knowledge")
    entries = (f"`{name}`\n:   {_about(name)}\n" for name in sorted(_knowledge_files(root)))
    return (
        f"{NOTICE}# Knowledge files\n\n"
        "What Foedera knows of names, series, phrases and codes is data, not code: files in `src/foedera/knowledge`,\n"
        "each with its sources and its tests. To teach it a name or a series, add a row and a test.\n\n"
        + "\n".join(entries)
    )


def _knowledge_files(folder: Traversable, prefix: str = "") -> Iterator[str]:
    for item in folder.iterdir():
        if item.is_dir() and item.name != "__pycache__":
            yield from _knowledge_files(item, f"{prefix}{item.name}/")
        elif item.is_file() and not item.name.endswith((".py", ".pyc")):
            yield prefix + item.name


def _about(name: str) -> str:
    if name in UNCOMMENTED:
        return UNCOMMENTED[name]
    lines = []
    for line in read_text(name).splitlines():
        words = line.removeprefix("#").strip()
        if not line.startswith("#") or not words:
            break
        lines.append(words)
    if not lines:
        raise LookupError(f"{name} begins with no comment that says what it is")
    return _line(" ".join(lines))


def _line(text: str) -> str:
    """Prose in one line; outside of backticks, what Markdown would take for markup is escaped."""
    parts = " ".join(text.split()).split("`")
    parts[::2] = [part.replace("*", r"\*").replace("_", r"\_").replace("<", "&lt;") for part in parts[::2]]
    return "`".join(parts)


def _table(header: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    lines = [header, ("---",) * len(header), *rows]
    return "".join("| " + " | ".join(str(cell).replace("|", r"\|") for cell in line) + " |\n" for line in lines)


PAGES: dict[str, Callable[[], str]] = {
    "cli.md": cli_page,
    "entry.md": entry_page,
    "entry.schema.json": schema_file,
    "issues.md": issues_page,
    "knowledge.md": knowledge_page,
    "series.md": series_page,
}


def main() -> int:
    """Write the pages, or with `--check` say which are stale; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a page is not up to date")
    check = parser.parse_args().check
    stale = []
    for name, write in PAGES.items():
        path, text = REFERENCE / name, write()
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(f"docs/reference/{name}")
        if not check:
            REFERENCE.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    if stale:
        said = f'not up to date: {", ".join(stale)}: run "{MEND}"' if check else f"written: {', '.join(stale)}"
        sys.stderr.write(f"{said}\n")
    return 1 if stale and check else 0


if __name__ == "__main__":
    sys.exit(main())
