"""Dates as they are printed, and what they say."""

from __future__ import annotations

import time
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.models.dates import Edtf
from foedera.models.errors import UsageError
from foedera.parsing.date_patterns import knowledge, months, number_words
from foedera.parsing.dates import find_dates, read_date
from foedera.parsing.old_style import old_style_in, to_new_style

PLAIN = [
    # month first
    ("September 28, 1926", "1926-09-28"),
    ("September 28th, 1926", "1926-09-28"),
    ("SEPTEMBER 28TH, 1926", "1926-09-28"),
    ("Sept. 28, 1926", "1926-09-28"),
    ("Sept 28 1926", "1926-09-28"),
    ("September the twenty-eighth, 1926", "1926-09-28"),
    ("September 28, in the year of our Lord 1926", "1926-09-28"),
    # day first
    ("28 September 1926", "1926-09-28"),
    ("the 28th of September, 1926", "1926-09-28"),
    ("28th day of September 1926", "1926-09-28"),
    ("on the 28th day of the month of September, 1926", "1926-09-28"),
    ("23 d. of May, 1702", "1702-05-23"),
    # spaces gone astray, lines, and words glued together
    ("28 th  of\n   September,\n  1926", "1926-09-28"),
    ("September28,1926", "1926-09-28"),
    ("28September1926", "1926-09-28"),
    # in words
    ("fifteenth day of December Anno Domini one Thousand seven hundred and Twenty-five", "1725-12-15"),
    ("the fourth day of October, in the year of our Lord, one thousand eight hundred and sixty-one", "1861-10-04"),
    ("the first of January, seventeen hundred and forty-five", "1745-01-01"),
    ("the nineteenth of May, nineteen twenty-six", "1926-05-19"),
    ("the five and twentieth of March 1648", "1648-03-25"),
    ("30th June two thousand and one", "2001-06-30"),
    ("17th day of July one thousandeight hundred", "1800-07-17"),
    # Roman years
    ("15 December MDCCXXV", "1725-12-15"),
    ("15 December M.DCC.XXV", "1725-12-15"),
    # the long s, and old and Latin names
    ("Auguft the firft, 1648", "1648-08-01"),
    ("the ſixth of Auguſt 1648", "1648-08-06"),
    ("Iuly 3d, 1648", "1648-07-03"),
    ("10 Xber 1672", "1672-12-10"),
    ("die 24 Octobris anno Domini 1648", "1648-10-24"),
    # other languages, with accents, without, and with accents apart
    ("1er septembre 1926", "1926-09-01"),
    ("le 28 septembre 1926", "1926-09-28"),
    ("le premier août 1914", "1914-08-01"),
    ("12 aout 1914", "1914-08-12"),
    ("12 aou\u0302t 1914", "1914-08-12"),
    ("28. September 1926", "1926-09-28"),
    ("den 28. März 1926", "1926-03-28"),
    ("28 de septiembre de 1926", "1926-09-28"),
    ("il 28 settembre 1926", "1926-09-28"),
    # figures
    ("1926-09-28", "1926-09-28"),
    ("28.IX.1926", "1926-09-28"),
    ("28.9.1926", "1926-09-28"),
    ("8.9.1926", "1926-09-08"),
    ("28/9/1926", "1926-09-28"),
    ("9/28/1926", "1926-09-28"),
    ("5/5/1955", "1955-05-05"),
    # the month only
    ("October 1822", "1822-10"),
    ("October, 1822", "1822-10"),
    ("Oct. 1822", "1822-10"),
    ("septembre 1926", "1926-09"),
    # qualified
    ("c. 1908", "1908~"),
    ("circa 1908", "1908~"),
    ("c. May 1908", "1908-05~"),
    ("about the 28th of September 1926", "1926-09-28~"),
    ("May 16?, 1928", "1928-05-16?"),
    ("May 16, 1928?", "1928-05-16?"),
    ("16 May 1928 (?)", "1928-05-16?"),
    ("circa May 16, 1928?", "1928-05-16%"),
    # points and brackets around
    (" (September 28, 1926). ", "1926-09-28"),
    ("[September 28, 1926]", "1926-09-28"),
]

BUDDHIST = "two thousand five hundred and third year\nof the Buddhist Era"
NOTED = [
    # printed, EDTF, style, a part of the note
    # one day in both calendars
    ("July 17/30, 1907", "1907-07-30", "double", "1907-07-17 Old Style, 1907-07-30 New Style"),
    ("17/30 July 1907", "1907-07-30", "double", "1907-07-17 Old Style, 1907-07-30 New Style"),
    ("July 17 (30), 1907", "1907-07-30", "double", "1907-07-17 Old Style"),
    ("17/30.VII.1907", "1907-07-30", "double", "1907-07-17 Old Style"),
    # New Style first
    ("30/17 July 1907", "1907-07-30", "double", "1907-07-17 Old Style"),
    # across months and years
    ("June 25/July 7, 1807", "1807-07-07", "double", "1807-06-25 Old Style"),
    ("25 June (7 July) 1807", "1807-07-07", "double", "1807-06-25 Old Style"),
    ("25/6 August 1807", "1807-08-06", "double", "1807-07-25 Old Style"),
    ("August 25/6, 1807", "1807-09-06", "double", "1807-08-25 Old Style"),
    ("December 29, 1800/January 10, 1801", "1801-01-10", "double", "1800-12-29 Old Style"),
    ("29 Dec./10 Jan. 1800/01", "1801-01-10", "double", "1800-12-29 Old Style"),
    ("29 December 1800/10 January 1801", "1801-01-10", "double", "1800-12-29 Old Style"),
    ("25 December/5 January 1701", "1701-01-05", "double", "1700-12-25 Old Style"),
    # the calendars were 10 days apart then: the New Style day stands, the difference is said
    ("September 17/28, 1689", "1689-09-28", "double", "but 1689-09-17 Old Style is 1689-09-27 New Style"),
    # two days that no calendars explain
    ("July 17/18, 1907", "1907-07", None, "printed days 17 and 18 are not one day in two calendars"),
    # two years
    ("February 3, 1676/7", "1677-02-03", "double", "if the day is Old Style it is 1677-02-13 New Style"),
    ("February 3, 1676-7", "1677-02-03", "double", "printed 1676/1677"),
    ("January 3/13, 1676/7", "1677-01-13", "double", "1677-01-03 Old Style"),
    # the style is named
    ("September 17, 1689 (O.S.)", "1689-09-27", "old", "1689-09-17 Old Style is 1689-09-27 New Style"),
    ("September 17, 1689, Old Style", "1689-09-27", "old", "1689-09-17 Old Style"),
    ("February 3, 1676 O.S.", "1676-02-13", "old", "a year later if the printed year began on 25 March"),
    ("February 29, 1700 O. S.", "1700-03-11", "old", "1700-02-29 Old Style"),
    ("5 April 1654 stilo veteri", "1654-04-15", "old", "1654-04-05 Old Style"),
    ("3 October 1739 N.S.", "1739-10-03", "new", None),
    ("5 aprilis stylo novo 1654", "1654-04-05", "new", None),
    # days that cannot be
    ("September 31, 1926", "1926-09", None, "printed day 31 does not exist in September"),
    ("February 29, 1926", "1926-02", None, "printed day 29 does not exist in February 1926"),
    ("1926-02-30", "1926-02", None, "printed day 30 does not exist in February"),
    # day or month first?
    ("9/8/1926", "1926", None, '"9/8/1926" may be day or month first'),
    # letters for figures
    ("the l0th of May, l926", "1926-05-10", None, '"l0" read as 10; "l926" read as 1926'),
    # the French Republic: the fall of Robespierre, the Concordat, days in leap years and at their ends
    ("9 Thermidor, Year II", "1794-07-27", None, "day 9 of month 11 of year 2"),
    ("26 messidor an IX", "1801-07-15", None, "day 26 of month 10 of year 9"),
    ("18 Brumaire, Year VIII", "1799-11-09", None, "day 18 of month 2 of year 8"),
    ("13 Messidor in the ninth year of the Republic", "1801-07-02", None, "year 9"),
    ("6e jour complémentaire an VII", "1799-09-22", None, "day 6 of month 13"),
    ("10 Nivôse an XIV", "1805-12-31", None, "day 10 of month 4"),
    ("Thermidor, Year II", "1794", None, "some day from 1794-07-19 to 1794-08-17"),
    ("31 Thermidor, Year II", "1794", None, "some day from 1794-07-19"),
    # other eras
    ("B.E. 2534 (1991)", "1991", None, "the Christian year"),
    ("6th January B.E.2522 (1979)", "1979-01-06", None, None),
    (
        f"10 June in the {BUDDHIST}, corresponding to the one thousand nine hundred and sixtieth",
        "1960-06-10",
        None,
        None,
    ),
]

ALONE = [
    # years and decades, which are dates only when asked for
    ("1926", "1926"),
    ("1926?", "1926?"),
    ("about 1908", "1908~"),
    ("in the year 1926", "1926"),
    ("MDCCXXV", "1725"),
    ("one thousand seven hundred and twenty-five", "1725"),
    ("the 1930s", "193X"),
]

NONE = [
    # ranges
    "1914-18",
    "August 1914-18",
    "September 1-3, 1926",
    "July/August 1933",
    "September-October 1933",
    "May 1743/4",
    "March 26, 1743/4",
    "1939-08-23/1941-06-22",
    # no year, or not one of ours
    "September 28",
    "September 28, 26",
    "28.9.26",
    "May 999",
    "B.E. 2534",
    # other words and numbers
    "it may 2000 men",
    "In May the 1926 treaty was renewed",
    "It was in May. 1926 brought",
    "May 2000,000 livres",
    "1.2.1926.5",
    "1926-13-01",
    "about 1500 men",
    "May mild and MILD",
    # a year in words that cannot be read to its end
    "3 May one thousand eight hundred and fi1ty",
    "3 May one thousand eight hundred and twenty-fi1e",
    "3 May İ926",
    "3 Thermidor, Year XIX",
    "",
]

SEVERAL = [
    # two dates of an interval
    ("from September 28, 1926 to October 10, 1939", ["1926-09-28", "1939-10-10"]),
    # both calendars of France
    ("13 Messidor, Year IX (July 2, 1801)", ["1801-07-02", "1801-07-02"]),
    # a day in brackets after a date, but not the same day
    ("June 4, 1967 (June 20, 1967)", ["1967-06-04", "1967-06-20"]),
    # the number belongs to what is counted
    ("vol. 27 October 1933", ["1933-10"]),
    ("Journal, no. 4 (October 1933), p. 184", ["1933-10"]),
    # of a range the day that is surely printed
    ("28-30 September 1926", ["1926-09"]),
    # a day without its year is left out
    ("on May 3 and on June 4, 1900", ["1900-06-04"]),
    # what follows a year in words is not of it
    ("the 3d of May one thousand eight hundred, six copies", ["1800-05-03"]),
    # headers as they are glued
    (
        "Signed On:September 28, 1926, in the city of Moscow. In force until\nOctober 10, 1939.",
        ["1926-09-28", "1939-10-10"],
    ),
]

PIECES = [
    *[
        "May",
        "may",
        "Sept.",
        "septembre",
        "Thermidor",
        "complementary day",
        "Year II",
        "28",
        "1926",
        "17/30",
        "/",
        "(",
        ")",
    ],
    *[
        "O.S.",
        "c.",
        "28th",
        "day of",
        "first",
        "twenty-",
        "one thousand",
        "hundred and",
        "B.E.",
        "2534",
        "?",
        "\n",
        " ",
        ", ",
    ],
    *[
        "MDCC",
        "l0",
        "I",
        "-",
        "–",
        "31",
        "29 February",
        "Dec.",
        "1800/01",
        "99",
        "0",
        ".",
        "in the year of our Lord",
        "an",
    ],
    *[
        "ſ",
        "ı",
        "İ",
        "K",
        "ﬆ",
        "²",
        "٣",
        "１",
        "\u0301",
        "\u0307",
        "ſeptember",
        "sİxth",
        "maİ",
        "year of the",
        "Buddhist Era",
    ],
]


@pytest.mark.parametrize(("printed", "edtf"), PLAIN)
def test_plain_dates(printed: str, edtf: str) -> None:
    """A date is found in running text and read when it stands alone, with nothing to note."""
    [found] = find_dates(f"Signed on {printed}, at sea")
    alone = read_date(printed)
    assert alone is not None
    assert (found.edtf, found.note) == (edtf, None)
    assert (alone.edtf, alone.printed) == (edtf, found.printed)


@pytest.mark.parametrize(("printed", "edtf", "style", "note"), NOTED)
def test_noted_dates(printed: str, edtf: str, style: str | None, note: str | None) -> None:
    """What was converted, doubted or lowered in precision is said in the note, and the calendar in the style."""
    found = read_date(printed)
    assert found is not None
    assert (found.edtf, found.style) == (edtf, style)
    assert (note is None and found.note is None) or (note or "") in (found.note or "")


@pytest.mark.parametrize(("printed", "edtf"), ALONE)
def test_years_alone(printed: str, edtf: str) -> None:
    """A year is a date where the whole text is known to be one, and none in running text."""
    found = read_date(printed)
    assert found is not None
    assert found.edtf == edtf
    assert find_dates(printed) == []


@pytest.mark.parametrize("text", NONE)
def test_no_dates(text: str) -> None:
    """Ranges, dates without a year, and other numbers are no dates."""
    assert find_dates(text) == []
    assert read_date(text) is None


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several_dates(text: str, expected: list[str]) -> None:
    """Dates come from left to right; a text of more than a date is not read as one."""
    assert [found.edtf for found in find_dates(text)] == expected
    assert read_date(text) is None


def test_words_before_a_date_are_not_part_of_it() -> None:
    """Articles and prepositions are outside the offsets, "circa" is inside."""
    text = "Done on the 28th of September 1926, circa 1908 amended"
    assert [found.printed for found in find_dates(text)] == ["28th of September 1926", "circa 1908"]


@given(
    st.one_of(
        st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join), st.lists(st.sampled_from(PIECES)).map("".join)
    )
)
def test_any_text(text: str) -> None:
    """No text raises; offsets give back what was printed, in order, and every date is an EDTF date of 1000-2100."""
    found = find_dates(text)
    for one in found:
        assert text[one.start : one.end] == one.printed
        assert 999 <= (Edtf(one.edtf).earliest or date.min).year <= 2101
    assert all(a.end <= b.start for a, b in pairwise(found))
    whole = read_date(text)
    assert whole is None or text[whole.start : whole.end] == whole.printed


@given(
    st.dates(date(1000, 1, 1), date(2100, 12, 31)),
    st.sampled_from(["{d} {m} {y}", "{m} {d}, {y}", "the {d}th day of {m}, {y}"]),
)
def test_every_day_is_read(day: date, form: str) -> None:
    """Each day from 1000 to 2100 is read back from print."""
    name = knowledge()["months"][day.month]["name"]
    [found] = find_dates(form.format(d=day.day, m=name, y=day.year))
    assert found.edtf == day.isoformat()


@pytest.mark.parametrize(
    "text", ["may " * 5000, "May" + " " * 20000 + "x", "28 " * 5000, "one thousand " * 2000, "c. " * 5000]
)
def test_no_text_is_slow(text: str) -> None:
    """Text that nearly is dates costs time in proportion to its length."""
    start = time.process_time()
    find_dates(text)
    read_date(text)
    assert time.process_time() - start < 1


def test_knowledge_of_months() -> None:
    """Each spelling of a month belongs to one month, and abbreviations and common words are spellings."""
    rows = knowledge()["months"].items()
    spelled = {(word, number) for number, row in rows for key in row if key != "name" for word in row[key]}
    assert len({word for word, _ in spelled}) == len(spelled)
    assert set(knowledge()["months"]) == set(range(1, 13))
    assert set(knowledge()["abbreviations"] + knowledge()["common_words"]) <= set(months())
    assert {word: number_words()[word] for word in ("twelve", "twelfth", "ſixty")} == {
        "twelve": 12,
        "twelfth": 12,
        "ſixty": 60,
    }


def test_knowledge_of_the_republican_calendar() -> None:
    """Years of the Republic follow on each other in 365 or 366 days, 366 in the years III, VII and XI."""
    begins = knowledge()["republican"]["year_begins"]
    lengths = {year: begins[year + 1] - begins[year] for year in range(1, 15)}
    assert [year for year, length in lengths.items() if length != timedelta(days=365)] == [3, 7, 11]


@pytest.mark.parametrize(
    ("state", "written", "is_old", "new"),
    [
        # England, with years from 25 March
        ("united-kingdom", (1689, 9, 17), True, date(1689, 9, 27)),
        ("united-kingdom", (1676, 2, 3), True, date(1677, 2, 13)),
        ("united-kingdom", (1752, 2, 3), True, date(1752, 2, 14)),
        ("united-kingdom", (1752, 9, 14), False, date(1752, 9, 14)),
        # Scotland, with years from 1 January
        ("scotland", (1676, 2, 3), True, date(1676, 2, 13)),
        ("russia", (1918, 1, 31), True, date(1918, 2, 13)),
        ("russia", (1918, 2, 14), False, date(1918, 2, 14)),
        ("denmark", (1700, 2, 18), True, date(1700, 2, 28)),
        # not in the table
        ("spain", (1700, 2, 18), None, None),
    ],
)
def test_calendars_of_states(state: str, written: tuple[int, int, int], is_old: bool | None, new: date | None) -> None:  # noqa: FBT001 - expected
    """A state's date converts by the calendar it kept then; of a state without a row nothing is said."""
    assert old_style_in(state, *written) is is_old
    assert to_new_style(state, *written) == new


def test_days_a_state_never_wrote() -> None:
    """A day of no calendar is refused."""
    with pytest.raises(UsageError, match="days of 1926-09 run 01-30"):
        to_new_style("russia", 1926, 9, 31)
    with pytest.raises(UsageError, match="its days run 01-28"):
        to_new_style("russia", 1901, 2, 29)
