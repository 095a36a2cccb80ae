"""Places on a page: the way back from a value to the printed characters."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field, model_validator

Box = tuple[float, float, float, float]


class Span(BaseModel):
    """Characters `start` to `end` (half-open) of the raw text of one page.

    `page` counts from 1 through the whole volume; offsets are code points of that page's raw text, before any mending.
    `box` is x0, y0, x1, y1 in points where the reader knows it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    page: int = Field(ge=1)
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    box: Box | None = None

    @model_validator(mode="after")
    def _runs_forward(self) -> Span:
        if self.end < self.start:
            raise ValueError(f"span ends at {self.end}, before it starts at {self.start}")
        return self
