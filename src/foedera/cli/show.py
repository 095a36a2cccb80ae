"""`foedera show`: one entry for people."""

import difflib
from collections.abc import Sequence
from typing import Annotated

from cyclopts import Parameter

from foedera.cli.output import put
from foedera.cli.records import entries_in
from foedera.models.entries import Entry
from foedera.models.errors import UsageError


def show_(
    name: Annotated[str, Parameter("ID")],
    /,
    *,
    in_: Annotated[list[str] | None, Parameter(["--in", "-i"], consume_multiple=True)] = None,
    json: bool = False,
) -> None:
    """Show one entry, each value with the place where it is printed, as page:start-end.

    Pages count through the volume, characters from 0 on the page as it was read, before any mending.

    Parameters
    ----------
    name
        The id of the entry, as foedera list gives it.
    in_
        Files of entries from `foedera read`, or pages; by default the starter compendium.
    json
        Print the record as JSON.
    """
    entry = _find(name, in_ or [])
    if json:
        put(entry.to_json())
        return
    from foedera.cli.entry_view import view  # noqa: PLC0415 - rich, which --json does not need
    from foedera.cli.terminal import console  # noqa: PLC0415

    console().print(view(entry))


def _find(name: str, sources: Sequence[str]) -> Entry:
    seen = []
    for entry in entries_in(sources):
        if entry.id == name:
            return entry
        seen.append(entry.id)
    if not seen:
        raise UsageError(f'no entry "{name}": there are no entries at all: see foedera list')
    near = difflib.get_close_matches(name, seen, n=3, cutoff=0.5)
    mend = f"did you mean {' or '.join(near)}?" if near else f"ids run from {seen[0]} to {seen[-1]}: see foedera list"
    raise UsageError(f'no entry "{name}": {mend}')
