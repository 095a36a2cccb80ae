"""The command line: results to standard output, all else to standard error."""

from foedera.cli.shell import main

__all__ = ["main"]
