"""The phrases of headers and treaties, compiled on first use from `knowledge/header.yaml` and `treaty.yaml`."""

from __future__ import annotations

import re
from functools import cache

from foedera.knowledge import yaml_data


@cache
def phrase(field: str, name: str) -> re.Pattern[str]:
    """The pattern `name` of a header field, case ignored."""
    return re.compile(yaml_data("header.yaml")[field][name], re.IGNORECASE)


@cache
def cased(field: str, name: str) -> re.Pattern[str]:
    """As `phrase`, where a capital matters."""
    return re.compile(yaml_data("header.yaml")[field][name])


@cache
def wording(name: str) -> re.Pattern[str]:
    """The pattern `name` of `treaty.yaml`, where a capital matters."""
    return re.compile(yaml_data("treaty.yaml")[name])
