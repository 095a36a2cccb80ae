"""`foedera states`: a name to states in their time."""

import json as json_lines
from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated

from cyclopts import Parameter

from foedera.cli.output import put
from foedera.models.errors import UsageError
from foedera.states import Candidate, resolve, settled, state


def states_(
    name: str,
    /,
    *,
    on: str | None = None,
    near: Annotated[list[str] | None, Parameter(consume_multiple=True)] = None,
    json: bool = False,
) -> None:
    """Say which states a name can mean on a date, the likeliest first, and why.

    Parameters
    ----------
    name
        A name as treaties and books print it.
    on
        The date in EDTF: 1926-09-28, 1926-09, 1926, 1908~.
    near
        Names of places or states of the context, such as Brazzaville.
    json
        Print the candidates as JSON.
    """
    candidates = resolve(name, on, near or ())
    if json:
        chosen = settled(candidates)
        shown = {"name": name, "on": on, "state": chosen and chosen.state, "candidates": list(map(asdict, candidates))}
        put(json_lines.dumps(shown, ensure_ascii=False))
    exact = [one for one in candidates if one.exact]
    if not exact:
        known = state(name, on, near or ())  # raises, with what the name may have meant, unless it is an id
        raise UsageError(f'"{name}" is the id of a state: give a name, such as {known.called()}')
    if not json:
        _print(name, on, exact, settled(candidates))


def _print(name: str, on: str | None, candidates: Sequence[Candidate], chosen: Candidate | None) -> None:
    from rich.table import Table  # noqa: PLC0415 - not for --json

    from foedera.cli.terminal import clean, console  # noqa: PLC0415

    asked = f'"{name}"{f" on {on}" if on else ""}'
    out = console()
    out.print(clean(f"{asked} is {chosen.state}" if chosen else f"{asked} is ambiguous: {len(candidates)} states"))
    table = Table(box=None, header_style="bold", pad_edge=False)
    for heading in ("state", "COW", "GW", "score"):
        table.add_column(heading, no_wrap=True)
    table.add_column("because")
    for one in candidates:
        codes = ("-" if code is None else str(code) for code in (one.cow, one.gw))
        table.add_row(one.state, *codes, f"{one.score:.2f}", clean("; ".join(one.reasons)))
    out.print(table)
