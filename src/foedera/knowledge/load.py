"""Reads the files of this package: YAML, CSV and plain text, UTF-8."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_text(name: str) -> str:
    """The text of the knowledge file `name`, a path below this package such as "series.yaml"."""
    return files("foedera.knowledge").joinpath(name).read_text(encoding="utf-8")


@cache
def yaml_data(name: str) -> Any:
    """The content of a YAML knowledge file; shared, so callers must not change it."""
    return yaml.load(read_text(name), Loader=_LOADER)  # noqa: S506 - a safe loader, in C where there is one


def csv_rows(name: str) -> list[list[str]]:
    """The rows of a CSV knowledge file below its header; lines starting with # are comments."""
    lines = [line for line in read_text(name).splitlines() if line and not line.startswith("#")]
    return list(csv.reader(lines))[1:]
