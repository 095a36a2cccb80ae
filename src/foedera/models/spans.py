"""Places on a page: the way back from a value to the printed characters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from pydantic import ConfigDict

Box = tuple[float, float, float, float]


# A plain dataclass: a volume has a hundred thousand spans, and pydantic models take ten times as long to make.
@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (half-open) of the raw text of one page.

    `page` counts from 1 through the whole volume; offsets are code points of that page's raw text, before any mending.
    `box` is x0, y0, x1, y1 in points where the reader knows it.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    page: int
    start: int
    end: int
    box: Box | None = None

    def __post_init__(self) -> None:
        """Refuse a span that runs backwards or leaves the page."""
        if self.page < 1 or not 0 <= self.start <= self.end:
            raise ValueError(f"no span: page {self.page}, characters {self.start} to {self.end}")
