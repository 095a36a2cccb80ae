"""Which number lines head an entry, whatever stands between, and which are only mentions."""

from __future__ import annotations

import pytest

from foedera.mending.headings import find_headings, number_lines, starts_field

REST = "Alliance Members:France and Spain\nSigned On:May 1, 1700, in the city of Paris.\n"

NUMBERS = [
    pytest.param("1.1001 Treaty of Peace\n", "1.1001", id="plain"),
    pytest.param("  1.1001 Treaty of Peace\n", "1.1001", id="indented"),
    pytest.param("1.1001: Treaty of Peace\n", "1.1001", id="with a colon"),
    pytest.param("1.1001. Treaty of Peace\n", "1.1001", id="with a stop"),
    pytest.param("1 . 1001 Treaty of Peace\n", "1.1001", id="spread"),
    pytest.param("1.l00I Treaty of Peace\n", "1.1001", id="letters read for figures"),
    pytest.param("1.1OO1 Treaty of Peace\n", "1.1001", id="O read for 0"),
    pytest.param("1.1001\nTreaty of Peace\n", "1.1001", id="alone on its line"),
    pytest.param("1.1001 “Perpetual” Peace\n", "1.1001", id="a title in quotation marks"),
    pytest.param("1.1001 Élysée Treaty\n", "1.1001", id="a title that begins with an accent"),
    pytest.param("1.1001 Treaty of Peace\n\nbetween France\n\nand Spain\n", "1.1001", id="a long title"),
]
WITHOUT_NUMBER = [
    pytest.param("see Alliance no. 3.1141 Treaty\n" + REST, id="a number in prose"),
    pytest.param("11.1001 Treaty\n" + REST, id="no chapter"),
    pytest.param("1.10011 Treaty\n" + REST, id="too many figures"),
    pytest.param("1.1001 Treaty of Peace\n" + "and so on, line after line\n" * 80 + REST, id="members far away"),
    pytest.param("Treaty of Peace\n" + REST, id="no number"),
]
NO_HEADINGS = [
    pytest.param("1.1001 Treaty of Peace, 12\n1.1002 Treaty of War, 13\n", id="contents, without members"),
    pytest.param(REST, id="nothing before the members"),
    pytest.param("", id="nothing"),
]


@pytest.mark.parametrize(("line", "number"), NUMBERS)
def test_a_number_line_before_the_members_is_a_heading(line: str, number: str) -> None:
    """The heading starts at its line, its title after the number, and ends at the members' label."""
    value = f"and so it ended.\n{line}{REST}"
    (heading,) = find_headings(value)
    assert heading.number == number
    assert heading.running == 1001
    assert value[heading.start :].startswith(line)
    assert value[heading.title_start : heading.label_start].strip()[:1] in {"T", "“", "É"}
    assert value[heading.label_start :].startswith("Alliance Members")


def test_a_number_line_in_small_letters_heads_an_entry_too() -> None:
    """Where no better line stands near the members, a title may begin in small letters."""
    (heading,) = find_headings(f"1.1001 treaties were read\n{REST}")
    assert (heading.start, heading.number) == (0, "1.1001")


@pytest.mark.parametrize("value", WITHOUT_NUMBER)
def test_members_without_a_number_line_head_an_entry_without_a_number(value: str) -> None:
    """Numbers in prose, of other forms, or far from the members are not the entry's."""
    (heading,) = find_headings(value)
    assert (heading.number, heading.running) == ("", 0)
    assert heading.start == heading.title_start
    assert value[heading.label_start :] == REST


@pytest.mark.parametrize("value", NO_HEADINGS)
def test_without_members_or_words_before_them_there_is_no_heading(value: str) -> None:
    """A number line needs members after it, and members without a number line need a title."""
    assert not find_headings(value)


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        (["1.1002 Treaty of War", "1.1007 Treaty of Trade"], "1.1002"),
        (["1.1007 Treaty of Trade", "1.1002 Treaty of War"], "1.1002"),
        (["1.0999 Treaty of Old", "1.1002 Treaty of War"], "1.1002"),
        (["1.1005 Treaty of War"], "1.1005"),
    ],
)
def test_of_several_number_lines_the_next_in_order_heads_the_entry(lines: list[str], number: str) -> None:
    """After entry 1.1001, a number that continues the numbering wins over one that strayed in."""
    first = f"1.1001 Treaty of Peace\n{REST}SUMMARY\nIt ended.\n"
    rest = "\n".join(lines)
    headings = find_headings(f"{first}{rest}\n{REST}")
    assert [heading.number for heading in headings] == ["1.1001", number]


def test_number_lines_are_found_between_two_places() -> None:
    """Only those that start in the range, in order."""
    value = "1.1001 A\n1.1002 B\nsee 1.1003 C\n1.1004 D\n"
    assert [hit["running"] for hit in number_lines(value, 0, len(value))] == ["1001", "1002", "1004"]
    assert [hit["running"] for hit in number_lines(value, 9, 20)] == ["1002"]


LABELS = [
    "Alliance Members:France", "Alliance Member: France", "Alliance MembersFrance", "Signed On:May 1",
    "Signed On May 1",
    "Alliance Type:Entente (Type III)", "Alliance Types: Entente", "Alliance Ty pe:Entente", "Source:Law, p. 3",
    "Sources: Law", "Additional Citations:Law", "Additional Sources: Law", "SUMMARY\n", "Alliance Text\n",
    "Description of Terms\n", "Description of Terms:\n", "ALLIANCE MEMBERS:France",
]  # fmt: skip
PROSE = [
    "signed on the same day", "Signed on behalf of both", "Sources of the river", "The Source:", "Summary of the terms",
    "Alliance text of 1815", "Alliances", "Members: two", "SUMMARY of the terms", "Alliance Text of the two",
    "Description of the land", "Alliance Members who left",
]  # fmt: skip


@pytest.mark.parametrize("words", LABELS)
def test_a_label_starts_a_field(words: str) -> None:
    """Labels in their forms, glued to the value, spread, or with the colon lost."""
    assert starts_field(f"of the sea\n{words}", 11)


@pytest.mark.parametrize("words", PROSE)
def test_prose_starts_no_field(words: str) -> None:
    """Words of a label in a sentence are no label."""
    assert not starts_field(f"of the sea\n{words}", 11)
