"""The register against the lists of others, row by row; skips where they are absent."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from benchmarks import eval_states
from foedera.states import register, resolve, settled
from foedera.states.when import iso
from tests.states.lists import END, Row, alliance_names, cow, gw, gw_old, needs_lists

if TYPE_CHECKING:
    from collections.abc import Iterable

pytestmark = needs_lists

# Where the two printings of the Gleditsch-Ward list differ; the register follows the one with the microstates.
GW_PRINTINGS: set[tuple[int, str, str | None]] = set()


def ours(system: str, *, micro: bool = True) -> list[tuple[int, str, str | None]]:
    """The spells of the register in a system, those that touch under one code joined."""
    spells = sorted(
        (spell.code or 0, spell.days)
        for state in register().states.values()
        for spell in state.spells
        if spell.system == system and (micro or spell.source != "gw-micro")
    )
    joined: list[tuple[int, tuple[int, int]]] = []
    for code, days in spells:
        if joined and joined[-1][0] == code and joined[-1][1][1] + 1 == days[0]:
            joined[-1] = (code, (joined[-1][1][0], days[1]))
        else:
            joined.append((code, days))
    return [(code, iso(days[0]), iso(days[1]) or None) for code, days in joined]


def theirs(rows: Iterable[Row]) -> list[tuple[int, str, str | None]]:
    """The spells of a list."""
    return sorted(((row.code, row.first, row.last) for row in rows), key=lambda row: row[:2])


def test_every_spell_of_the_cow_list_is_ours_to_the_day() -> None:
    """All spells of the COW list, and no others, are in the register."""
    assert ours("cow") == theirs(cow())


def test_every_spell_of_the_gleditsch_ward_list_is_ours_to_the_day() -> None:
    """All spells of the Gleditsch-Ward list, and no others, are in the register, with and without microstates."""
    assert ours("gw") == theirs(gw(micro=True))
    assert ours("gw", micro=False) == theirs(gw(micro=False))


def test_the_other_printing_of_the_gleditsch_ward_list_differs_as_known() -> None:
    """The other printing of the list differs from the register only where we say so."""
    assert set(theirs(gw_old())) ^ set(ours("gw", micro=False)) == GW_PRINTINGS


@pytest.mark.parametrize("system", ["cow", "gw", "gw-old"])
def test_every_name_of_a_list_resolves_to_its_code_at_any_date_of_its_spell(system: str) -> None:
    """The list's own name gives the list's code on the first, last and some days between of every spell."""
    rows = {"cow": cow, "gw": lambda: gw(micro=True), "gw-old": gw_old}[system]()
    wrong = [
        (row.name, day, code) for row in rows for day in _days(row) if (code := _code(row, day, system)) != row.code
    ]
    assert wrong == []


def test_every_name_of_the_alliance_file_resolves_to_its_code() -> None:
    """All names of members in COW's alliance file give their codes at any date of the state's spells."""
    spells = {row.code: row for row in cow()}
    names = alliance_names()
    wrong = [name for name, code in names for day in _days(spells[code]) if _cow(name, day) != code]
    assert wrong == []
    assert len(names) == 180


def test_every_english_name_resolves() -> None:
    """Recall over all English names of the third list is at least 0.99, and at most 0.2 % are wrong."""
    score = eval_states.score_names()
    assert score.recall >= 0.99, score.missed
    assert len(score.wrong) <= 0.002 * score.total, score.wrong


def _days(row: Row) -> list[date]:
    first, last = date.fromisoformat(row.first), date.fromisoformat(row.last) if row.last else END
    step = max((last - first) // 12, timedelta(days=1))
    return [first, *(first + step * count for count in range(1, 12) if first + step * count < last), last]


def _code(row: Row, day: date, system: str) -> int | None:
    found = settled(resolve(row.name, day))
    return None if found is None else found.cow if system == "cow" else found.gw


def _cow(name: str, day: date) -> int | None:
    found = settled(resolve(name, day))
    return None if found is None else found.cow
