"""`foedera list`: the entries of a volume, a line each."""

import json as json_lines
import sys
from collections.abc import Iterable
from typing import Annotated, Any

from cyclopts import Parameter

from foedera.cli.output import put
from foedera.cli.records import entries_in
from foedera.cli.terminal import clean, console
from foedera.models.entries import Entry


def list_(
    *,
    in_: Annotated[list[str] | None, Parameter(["--in", "-i"], consume_multiple=True)] = None,
    json: bool = False,
) -> None:
    """List the entries of a volume, a line each: id, signed, title, types, number of issues.

    Parameters
    ----------
    in_
        Files of entries from `foedera read`, or pages; by default the starter compendium.
    json
        Print a JSON object a line.
    """
    rows = map(_row, entries_in(in_ or []))
    if json:
        for row in rows:
            put(json_lines.dumps(row, ensure_ascii=False))
    else:
        _table(rows)


def _row(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "signed": [each.date for each in entry.signed if each.date],
        "title": entry.title,
        "types": [each.label for each in entry.types],
        "issues": len(entry.issues),
    }


def _table(rows: Iterable[dict[str, Any]]) -> None:
    """Columns; on a terminal the title gives way, elsewhere nothing is cut."""
    from rich.table import Table  # noqa: PLC0415 - not for --json

    table = Table(box=None, header_style="bold", pad_edge=False)
    for heading in ("id", "signed"):
        table.add_column(heading, no_wrap=True)
    table.add_column("title", no_wrap=True, overflow="ellipsis", ratio=1 if sys.stdout.isatty() else None)
    table.add_column("types", no_wrap=True, overflow="ellipsis")
    table.add_column("issues", justify="right", no_wrap=True)
    for row in rows:
        cells = (row["id"], ", ".join(row["signed"]), row["title"] or "", ", ".join(row["types"]), str(row["issues"]))
        table.add_row(*map(clean, cells))
    console(uncut=True).print(table)
