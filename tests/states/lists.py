"""The lists of others that tests compare with; kept outside this repository, and a test skips where they are absent."""

from __future__ import annotations

import csv
import os
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

DATA = Path(os.environ.get("FOEDERA_DATA", Path(__file__).resolve().parents[3] / "shared" / "data"))
needs_lists = pytest.mark.skipif(not (DATA / "states").is_dir(), reason="the lists of states are not at hand")
END = date(2016, 12, 31)


class Row(NamedTuple):
    """A spell of a list: code, the list's name, first and last day, None if open."""

    code: int
    name: str
    first: str
    last: str | None


def cow() -> list[Row]:
    """The COW list."""
    return [
        Row(int(row["ccode"]), row["statenme"], _joined(row, "st"), _closed(_joined(row, "end")))
        for row in _read("states/states2016.csv")
    ]


def gw(*, micro: bool) -> list[Row]:
    """The Gleditsch-Ward list, with or without the microstates."""
    return [
        Row(int(row["gwcode"]), row["country_name"], row["start"], _closed(row["end"]))
        for row in _read("states/gwstates_with_microstates.csv")
        if micro or row["microstate"] == "False"
    ]


def gw_old() -> list[Row]:
    """The same list in its other printing."""
    return [
        Row(int(float(row["gwcode"])), row["statename"], row["startdate"], _closed(row["enddate"]))
        for row in _read("states/gwstates.csv")
    ]


def alliance_names() -> set[tuple[str, int]]:
    """The names of members in COW's alliance file, with their codes."""
    return {(row["state_name"], int(row["ccode"])) for row in _read("cow/alliance_v4.1_by_member.csv")}


def _read(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8-sig") as lines:
        return list(csv.DictReader(lines))


def _joined(row: dict[str, str], which: str) -> str:
    return f"{int(row[which + 'year']):04d}-{int(row[which + 'month']):02d}-{int(row[which + 'day']):02d}"


def _closed(last: str) -> str | None:
    return None if last >= END.isoformat() else last
