"""`foedera schema`: the shapes of the records."""

import json
from typing import Annotated

from cyclopts import Parameter

from foedera.cli.output import put
from foedera.models.entries import entry_schema
from foedera.models.errors import UsageError

_SCHEMAS = {"entry": entry_schema}


def schema_(name: str, /, *, _json: Annotated[bool, Parameter("--json")] = False) -> None:
    """Print the JSON Schema of a record.

    Parameters
    ----------
    name
        Which record: entry.
    _json
        The schema is JSON in any case.
    """
    if name not in _SCHEMAS:
        raise UsageError(f'unknown schema "{name}": use one of {", ".join(_SCHEMAS)}')
    put(json.dumps(_SCHEMAS[name](), indent=2, ensure_ascii=False))
