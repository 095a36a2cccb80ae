"""Dates that may be incomplete, doubtful or open."""

from __future__ import annotations

import pickle
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.models.calendars import gregorian_to_julian, julian_to_gregorian
from foedera.models.dates import Edtf, before, same, shift
from foedera.models.errors import FoederaError, UsageError

BOUNDS = [
    # a day
    ("1926-09-28", date(1926, 9, 28), date(1926, 9, 28), "day"),
    # a month, also February of a leap year and of a century that is none
    ("1822-10", date(1822, 10, 1), date(1822, 10, 31), "month"),
    ("1904-02", date(1904, 2, 1), date(1904, 2, 29), "month"),
    ("1900-02", date(1900, 2, 1), date(1900, 2, 28), "month"),
    # a year
    ("1907", date(1907, 1, 1), date(1907, 12, 31), "year"),
    # qualifiers leave the bounds
    ("1928-05-16?", date(1928, 5, 16), date(1928, 5, 16), "day"),
    ("1908~", date(1908, 1, 1), date(1908, 12, 31), "year"),
    ("1908-05%", date(1908, 5, 1), date(1908, 5, 31), "month"),
    # unspecified digits
    ("193X", date(1930, 1, 1), date(1939, 12, 31), "decade"),
    ("18XX", date(1800, 1, 1), date(1899, 12, 31), "century"),
    ("1926-XX", date(1926, 1, 1), date(1926, 12, 31), "year"),
    ("1926-XX-XX", date(1926, 1, 1), date(1926, 12, 31), "year"),
    ("1926-09-XX?", date(1926, 9, 1), date(1926, 9, 30), "month"),
    # intervals: closed, open, unknown
    ("1926-09-28/1939-10-10", date(1926, 9, 28), date(1939, 10, 10), "interval"),
    ("1926/1939-10", date(1926, 1, 1), date(1939, 10, 31), "interval"),
    ("1928-05-16?/1929-09-18", date(1928, 5, 16), date(1929, 9, 18), "interval"),
    ("1949-04-04/..", date(1949, 4, 4), None, "interval"),
    ("1668-05-06/", date(1668, 5, 6), None, "interval"),
    ("../1939", None, date(1939, 12, 31), "interval"),
    ("/1939", None, date(1939, 12, 31), "interval"),
    ("../..", None, None, "interval"),
]

REFUSED = [
    # the message carries the value and says what is wrong with it
    ("1926-13-01", 'not an EDTF date: "1926-13-01": months run 01-12'),
    ("1926-00", "months run 01-12"),
    ("1926-02-30", "days of 1926-02 run 01-28"),
    ("1926-09-00", "days of 1926-09 run 01-30"),
    ("0000-01-01", "years run 0001-9998"),
    ("9999", "years run 0001-9998"),
    ("999X", "years run 0001-9998"),
    ("September 1926", "write 1926-09-28"),
    ("", "write 1926-09-28"),
    ("1926-9-28", "write 1926-09-28"),
    ("19260928", "write 1926-09-28"),
    ("1926-09-28T00:00:00", "write 1926-09-28"),
    ("1926 ", "write 1926-09-28"),
    ("١٩٢٦", "write 1926-09-28"),
    # unspecified parts
    ("1926-XX-28", "after an unspecified part"),
    ("193X-09", "after an unspecified part"),
    # intervals
    ("1939/1926", "it ends before it begins: write 1926/1939"),
    ("1926/1930/1939", "one slash"),
    ("/", "a date at one end"),
    ("../", "a date at one end"),
    ("1926/1939-13", "months run 01-12"),
]

SUMS = [
    # six weeks are 42 days
    ("1926-09-28", {"weeks": 6}, "1926-11-09"),
    # three years as from signature
    ("1926-09-18", {"years": 3}, "1929-09-18"),
    # six months before the end of a term
    ("1931-11-09", {"months": -6}, "1931-05-09"),
    # the end of a month is kept to
    ("1926-01-31", {"months": 1}, "1926-02-28"),
    ("1924-02-29", {"years": 1}, "1925-02-28"),
    ("1926-03-31", {"months": -1}, "1926-02-28"),
    # years and months are one step, so the 29th comes back
    ("1924-02-29", {"years": 3, "months": 12}, "1928-02-29"),
    # across a year
    ("1926-12-31", {"days": 1}, "1927-01-01"),
    # precision and qualifier stay
    ("1926-11", {"months": 3}, "1927-02"),
    ("1908~", {"years": 10}, "1918~"),
    ("1928-05-16?", {"months": 6}, "1928-11-16?"),
]

COMPARISONS = [
    # a, b, a before b, the same
    ("1926-09-18", "1926-09-28", True, False),
    ("1926-09-28", "1926-09-18", False, False),
    ("1926-09-28", "1926-09-28", False, True),
    # a month and a day of it
    ("1926-09", "1926-09-28", None, None),
    ("1926-09", "1926-09-01", False, None),
    ("1926-08", "1926-09-01", True, False),
    ("1926", "1926", None, None),
    # a doubtful day is not surely itself
    ("1928-05-16?", "1928-05-16", False, None),
    # intervals: the end of one against the start of the other
    ("1926-09-28/1939-10-10", "1940", True, False),
    ("1926-09-28/1939-10-10", "1930", False, False),
    ("1926-09-28/1939-10-10", "1926-09-28/1939-10-10", False, True),
    # an open end is never over, an unknown one may be
    ("1949-04-04/..", "2008", False, False),
    ("1668-05-06/", "1700", None, False),
    ("1668-05-06/", "1668-05-06", False, None),
    ("1949/..", "1949-04-04/..", False, None),
    ("1949-04-04/..", "1949-04-04/..", False, True),
    ("1949-04-04/..", "1949-04-04/", False, None),
    # an unknown start may be any day up to the end
    ("1900", "/1939", None, False),
    ("1900", "../1939", False, False),
]

CONTAINED = [
    ("1926-09-28", date(1926, 9, 28), True),
    ("1926-09-28", date(1926, 9, 29), False),
    # some day of the month, perhaps this one
    ("1926-09", date(1926, 9, 28), None),
    ("1926-09", date(1926, 10, 1), False),
    ("1928-05-16?", date(1928, 5, 16), None),
    # intervals cover every day between their ends
    ("1926-09-28/1939-10-10", date(1930, 1, 1), True),
    ("1926-09-28/1939-10-10", date(1939, 10, 11), False),
    ("1926-09/1939", date(1926, 9, 28), None),
    ("1949-04-04/..", date(2008, 1, 1), True),
    ("1668-05-06/", date(1668, 5, 6), True),
    ("1668-05-06/", date(1700, 1, 1), None),
    ("../1939-10-10", date(1800, 1, 1), True),
    ("/1939-10-10", date(1800, 1, 1), None),
]

JULIAN = [
    # the first days of the reforms: what followed 4 October 1582, 2 September 1752, 31 January 1918
    ((1582, 10, 5), date(1582, 10, 15)),
    ((1752, 9, 3), date(1752, 9, 14)),
    ((1918, 2, 1), date(1918, 2, 14)),
    # 10, 11, 12 and 13 days, each from 1 March of a century's last year on
    ((1689, 9, 17), date(1689, 9, 27)),
    ((1700, 2, 18), date(1700, 2, 28)),
    ((1700, 2, 29), date(1700, 3, 11)),
    ((1800, 12, 29), date(1801, 1, 10)),
    ((1907, 7, 17), date(1907, 7, 30)),
    # a battle, a revolution
    ((1709, 6, 27), date(1709, 7, 8)),
    ((1917, 10, 25), date(1917, 11, 7)),
]

days = st.dates(date(2, 3, 1), date(9998, 12, 31))


@pytest.mark.parametrize(("text", "earliest", "latest", "precision"), BOUNDS)
def test_bounds(text: str, earliest: date | None, latest: date | None, precision: str) -> None:
    """A date knows its first and last day and its precision, and writes itself as it was read."""
    when = Edtf.parse(text)
    assert (when.earliest, when.latest, when.precision, str(when)) == (earliest, latest, precision, text)


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_refused(text: str, message: str) -> None:
    """What is no EDTF date is refused with its value and the mend, as one of our own errors."""
    with pytest.raises(UsageError) as error:
        Edtf.parse(text)
    assert message in str(error.value)
    assert f'"{text}"' in str(error.value) or "/" in text
    assert isinstance(error.value, FoederaError)


def test_bounds_are_half_open() -> None:
    """`bounds` gives the first day and the day after the last, and None for an end that is open or unknown."""
    assert Edtf("1926-09").bounds() == (date(1926, 9, 1), date(1926, 10, 1))
    assert Edtf("9998").bounds() == (date(9998, 1, 1), date(9999, 1, 1))
    assert Edtf("1949-04-04/..").bounds() == (date(1949, 4, 4), None)


@pytest.mark.parametrize(
    ("text", "start", "end", "qualifier"),
    [
        ("1908~", "1908~", "1908~", "~"),
        ("1926~/1939?", "1926~", "1939?", ""),
        ("1949-04-04/..", "1949-04-04", None, ""),
        ("/1939", None, "1939", ""),
    ],
)
def test_ends_of_intervals(text: str, start: str | None, end: str | None, qualifier: str) -> None:
    """An interval has ends, each a date with its own qualifier; any other date is its own start and end."""
    when = Edtf(text)
    assert (when.start and str(when.start), when.end and str(when.end), when.qualifier) == (start, end, qualifier)


@pytest.mark.parametrize(("text", "step", "expected"), SUMS)
def test_sums(text: str, step: dict[str, int], expected: str) -> None:
    """Adding a term counts as treaties do, and subtracting is adding the opposite."""
    assert str(Edtf(text).plus(**step)) == expected
    assert Edtf(text).minus(**{unit: -count for unit, count in step.items()}) == Edtf(expected)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("1926-09", {"days": 1}),
        ("1926-09", {"weeks": 6}),
        ("1907", {"months": 1}),
        ("193X", {"years": 1}),
        ("1926-09-XX", {"months": 1}),
        ("1926/1939", {"years": 1}),
    ],
)
def test_sums_beyond_precision(text: str, step: dict[str, int]) -> None:
    """A unit finer than the date is known to cannot be added."""
    with pytest.raises(UsageError, match="shift its bounds"):
        Edtf(text).plus(**step)


@pytest.mark.parametrize("step", [{"years": 9000}, {"years": -5000}, {"days": 10**12}, {"weeks": -(10**7)}])
def test_sums_beyond_the_calendar(step: dict[str, int]) -> None:
    """A sum outside the years 0001-9998 is refused."""
    with pytest.raises(UsageError, match="years run 0001-9998"):
        shift(date(1926, 9, 28), **step)


def test_a_term_is_half_open() -> None:
    """Three years as from a day end on the eve of that day three years on."""
    term = Edtf("1926-09-18").lasting(years=3)
    assert str(term) == "1926-09-18/1929-09-17"
    assert term.bounds() == (date(1926, 9, 18), date(1929, 9, 18))


@pytest.mark.parametrize(("a", "b", "is_before", "is_same"), COMPARISONS)
def test_comparisons(a: str, b: str, is_before: bool | None, is_same: bool | None) -> None:  # noqa: FBT001 - expected
    """Before and same answer yes, no, or None where the dates are not known well enough."""
    assert before(Edtf(a), Edtf(b)) is is_before
    assert same(Edtf(a), Edtf(b)) is is_same
    assert same(Edtf(b), Edtf(a)) is is_same


@pytest.mark.parametrize(("text", "day", "expected"), CONTAINED)
def test_contains(text: str, day: date, expected: bool | None) -> None:  # noqa: FBT001 - expected
    """A date contains a day surely, surely not, or perhaps."""
    assert Edtf(text).contains(day) is expected


def test_values() -> None:
    """Dates that are written the same are equal, hash the same, survive pickling, and cannot be changed."""
    when = Edtf("1926-09-28")
    assert when == Edtf("1926-09-28") != Edtf("1926-09-28?")
    assert len({when, Edtf("1926-09-28")}) == 1
    assert pickle.loads(pickle.dumps(when)).earliest == date(1926, 9, 28)  # noqa: S301 - our own bytes
    with pytest.raises(AttributeError):
        when.text = "1927"  # type: ignore[misc]


@given(st.text(alphabet="0123456789-X/.?~% ", max_size=24))
def test_any_text_is_a_date_or_a_usage_error(text: str) -> None:
    """No text makes the parser raise anything but its own error; what it takes has bounds in order."""
    try:
        when = Edtf(text)
    except UsageError:
        return
    assert str(when) == text
    assert when.earliest is None or when.latest is None or when.earliest <= when.latest
    assert same(when, when) is not False
    assert before(when, when) is not True


@given(days, days)
def test_exact_days_compare_as_days(a: date, b: date) -> None:
    """Of exact days every question has an answer, the one the calendar gives."""
    first, second = Edtf(a.isoformat()), Edtf(b.isoformat())
    assert before(first, second) is (a < b)
    assert same(first, second) is (a == b)
    assert first.contains(b) is (a == b)


@pytest.mark.parametrize(("julian", "gregorian"), JULIAN)
def test_julian_days(julian: tuple[int, int, int], gregorian: date) -> None:
    """An Old Style date and its New Style date convert into each other."""
    assert julian_to_gregorian(*julian) == gregorian
    assert gregorian_to_julian(gregorian) == julian


@given(days)
def test_calendars_round_trip(day: date) -> None:
    """Every Gregorian day has one Julian date, and the next day the next."""
    assert julian_to_gregorian(*gregorian_to_julian(day)) == day
    assert gregorian_to_julian(day) > gregorian_to_julian(day - timedelta(days=1))


@pytest.mark.parametrize(
    ("julian", "message"),
    [((1701, 2, 29), "its days run 01-28"), ((1700, 13, 1), "months run 01-12"), ((0, 1, 1), "years run 0002-9998")],
)
def test_julian_days_that_never_were(julian: tuple[int, int, int], message: str) -> None:
    """A day the Julian calendar does not have is refused with the mend."""
    with pytest.raises(UsageError, match=message):
        julian_to_gregorian(*julian)
