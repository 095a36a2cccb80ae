"""What Foedera raises: one root, few kinds, each message with the value and the mend."""

from __future__ import annotations


class FoederaError(Exception):
    """A wrong call; never the fault of a text."""


class UnreadableInputError(FoederaError):
    """A source that cannot be read at all: missing, empty, binary, or not permitted."""


class UsageError(FoederaError):
    """An argument that means nothing here."""
