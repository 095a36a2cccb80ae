"""`foedera read`: pages to entries."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated

from cyclopts import Parameter

from foedera.cli.output import output
from foedera.cli.shell import DONE, REVIEW, named, say
from foedera.models.errors import UsageError
from foedera.parsing.runs import Run, open_run
from foedera.parsing.volume import LayoutOption


def read_(
    *source: str,
    output_: Annotated[str | None, Parameter(["--output", "-o"])] = None,
    layout: LayoutOption = "auto",
    jobs: Annotated[int, Parameter(["--jobs", "-j"])] = 1,
    strict: bool = False,
    _json: Annotated[bool, Parameter("--json")] = False,
) -> int:
    """Read pages into entries, one JSON object a line (schema foedera/entry/1).

    Parameters
    ----------
    source
        Files, directories, or - for standard input: plain text or HTML in any encoding. Together they are one volume,
        in this order.
    output_
        The file to write, which appears whole or not at all; by default standard output.
    layout
        What the pages are: a compendium with headers, or bare treaties, one a file. "auto" looks.
    jobs
        How many processes parse; the output is the same.
    strict
        Exit with 1 if any entry has issues.
    _json
        The entries are JSON in any case.
    """
    if jobs < 0:
        raise UsageError(f"--jobs is a number of processes, not {jobs}: give 1 or more")
    sources, tally = [named(each) for each in source], Tally()
    with output(output_ and named(output_), sources) as write:
        run = open_run(sources, layout)
        with _progress(run) as advance:
            for line in run.lines(jobs):
                write(line.json)
                tally.add(line.id, line.codes)
                advance()
    say(tally.summary())
    return REVIEW if strict and tally.issues else DONE


class Tally:
    """Counts entries and their issues as they go by."""

    def __init__(self) -> None:
        self.entries = 0
        self.issues: Counter[str] = Counter()
        self._most = 0
        self._worst = ""

    def add(self, name: str, codes: tuple[str, ...]) -> None:
        """Count the entry `name` with the `codes` of its issues."""
        self.entries += 1
        self.issues.update(codes)
        if len(codes) > self._most:
            self._most, self._worst = len(codes), name

    def summary(self) -> str:
        """One line: "2 entries, 9 issues: 4 lost-line, 1 start-missing …; look first at 4.1254"."""
        if not self.entries:
            return "0 entries: no header of an entry was found: if these are bare treaties, give --layout treaty"
        counted = _counted(self.entries, "entry", "entries")
        if not self.issues:
            return f"{counted}, no issues"
        codes = sorted(self.issues.items(), key=lambda item: (-item[1], item[0]))
        by_code = ", ".join(f"{number} {code}" for code, number in codes)
        total = _counted(self.issues.total(), "issue", "issues")
        return f"{counted}, {total}: {by_code}; look first at {self._worst}"


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


@contextmanager
def _progress(run: Run) -> Iterator[Callable[[], None]]:
    """A bar on the terminal while several files are read; it draws itself only between entries."""
    if run.files <= 1 or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 - only where a bar is drawn
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task(f"{run.files:,} files", total=run.count)

        def advance() -> None:
            bar.advance(task)
            bar.refresh()

        yield advance
