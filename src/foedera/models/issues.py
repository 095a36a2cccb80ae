"""What a reader noticed and says: a code, a place, a quote, a message, and perhaps a restoration beside the text."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from foedera.models.spans import Span


class Issue(BaseModel):
    """One thing noticed. `code` is one of `knowledge/issues.yaml`; `restored` is an offer, never part of the text."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    message: str
    at: list[Span] = []
    quote: str | None = None
    restored: str | None = None
