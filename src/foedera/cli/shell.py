"""The entry point: which module holds which command, and what each error becomes for the shell.

Exit codes: 0 done, 1 done with entries that need review (only under `--strict`), 2 wrong call, 3 unreadable input,
130 interrupted. A command is imported when it is called, so that `foedera --help` need not load the reader.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

from foedera._version import __version__
from foedera.models.errors import FoederaError, UnreadableInputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyclopts import App

DONE, REVIEW, WRONG_CALL, UNREADABLE = 0, 1, 2, 3
_INTERRUPTED, _TERMINATED = 130, 143

_COMMANDS = {
    "read": "Read pages into entries, one JSON object a line.",
    "list": "List the entries of a volume, a line each.",
    "show": "Show one entry, each value with the place where it is printed.",
    "schema": "Print the JSON Schema of a record.",
    "states": "Say which states a name can mean on a date, and why.",
}
# Records hold no cycles: the collector would only walk a volume's texts and tables over and over.
_COLLECTOR = (1_000_000, 50, 100)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command `arguments`, by default those of the process, and exit with its code."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(_TERMINATED))  # so that temporary files are taken away
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    gc.set_threshold(*_COLLECTOR)
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """The exit code of a command; what it has to say of a failure is one line on standard error."""
    from cyclopts import CycloptsError  # noqa: PLC0415 - after the handlers of `main` are set: it takes 70 ms

    try:
        tokens = [_marked(each) for each in arguments]
        code = _app()(tokens, exit_on_error=False, print_error=False, result_action="return_value")
        sys.stdout.flush()
    except UnreadableInputError as error:
        return _fail(str(error), UNREADABLE)
    except (FoederaError, CycloptsError) as error:
        return _fail(str(error), WRONG_CALL)
    except BrokenPipeError:
        return _hung_up(DONE)  # whoever read our output has enough (`| head`)
    except OSError as error:
        say(f"cannot write to standard output: {(error.strerror or str(error)).lower()}: give -o a file elsewhere")
        return _hung_up(WRONG_CALL)
    except KeyboardInterrupt:
        return _INTERRUPTED
    return code if isinstance(code, int) else DONE


def _marked(argument: str) -> str:
    """A lone hyphen is a value, standard input or output, but cyclopts takes it for an option: NUL keeps it apart."""
    return f"\0{argument}" if argument == "-" else argument


def named(token: str) -> str:
    """A name of a file as the user gave it."""
    return token.removeprefix("\0")


def _app() -> App:
    from cyclopts import App, Parameter  # noqa: PLC0415 - as above

    app = App(
        name="foedera",
        help="Reads treaty compendia and keeps the way back from every datum to the printed characters.",
        version=f"foedera {__version__}",
        default_parameter=Parameter(negative=()),
        suppress_keyboard_interrupt=False,
        help_format="plaintext",
    )
    for name, summary in _COMMANDS.items():
        app.command(f"foedera.cli.{name}:{name}_", name=name, help=summary)
    return app


def _fail(message: str, code: int) -> int:
    say(message)
    return code


def say(message: str) -> None:
    """One line on standard error, without what could steer a terminal."""
    line = "".join(letter if letter.isprintable() else " " for letter in message)
    with suppress(OSError):
        sys.stderr.write(f"foedera: {' '.join(line.split())}\n")


def _hung_up(code: int) -> int:
    """The `code`, after standard output has gone: what is still to be flushed at exit goes nowhere, quietly."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code
