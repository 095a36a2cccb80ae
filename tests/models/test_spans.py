"""Spans: a place on a page, or no span at all."""

from __future__ import annotations

import pytest
from pydantic import BaseModel, ValidationError

from foedera.models.spans import Span


class Holder(BaseModel):
    """A record with a span in it, as entries have."""

    at: Span


@pytest.mark.parametrize(("page", "start", "end"), [(1, 0, 0), (1, 0, 7), (640, 6000, 6001)])
def test_a_span_says_page_start_and_end(page: int, start: int, end: int) -> None:
    """A span holds its three numbers, is the same as another with the same, and may be empty."""
    span = Span(page, start, end)
    assert (span.page, span.start, span.end, span.box) == (page, start, end, None)
    assert span == Span(page, start, end)
    assert len({span, Span(page, start, end)}) == 1


@pytest.mark.parametrize(
    ("page", "start", "end"),
    [
        pytest.param(0, 0, 1, id="pages count from 1"),
        pytest.param(-2, 0, 1, id="no page before the first"),
        pytest.param(1, -1, 1, id="before the page"),
        pytest.param(1, 5, 4, id="backwards"),
    ],
)
def test_what_is_no_place_is_refused_with_its_numbers(page: int, start: int, end: int) -> None:
    """A span that runs backwards or leaves the page raises an error that names its numbers."""
    with pytest.raises(ValueError, match=f"page {page}, characters {start} to {end}"):
        Span(page, start, end)


def test_a_span_goes_through_json_and_back() -> None:
    """A record with a span, box and all, is the same after a round trip through JSON."""
    record = Holder(at=Span(3, 10, 12, (72.0, 100.5, 90.0, 110.0)))
    assert Holder.model_validate_json(record.model_dump_json()) == record


@pytest.mark.parametrize("extra", ['"height": 3', '"file": "a.txt"'])
def test_a_span_with_a_field_it_does_not_have_is_refused(extra: str) -> None:
    """JSON that says more of a span than it holds is no span."""
    with pytest.raises(ValidationError, match="nexpected"):
        Holder.model_validate_json(f'{{"at": {{"page": 1, "start": 0, "end": 1, {extra}}}}}')


def test_a_bad_span_in_json_is_refused() -> None:
    """The check of a span holds for JSON too."""
    with pytest.raises(ValidationError, match="no span: page 0"):
        Holder.model_validate_json('{"at": {"page": 0, "start": 0, "end": 1}}')
