"""The register's own soundness: ids, sources, spells, names, ties."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from foedera.knowledge import csv_rows
from foedera.states import register, ties
from foedera.states.normal import normal
from foedera.states.when import bounds, meets, spell

FILES = ["states.csv", "spells.csv", "names.csv", "capitals.csv", "ties.csv", "places.csv", "adjectives.csv"]
KINDS = {"name", "official", "alias", "style", "foreign", "list", "weak"}


@pytest.mark.parametrize("file", FILES)
def test_every_row_has_a_source_that_is_explained(file: str) -> None:
    """The last column of every row is a source note of `sources.csv`."""
    assert {row[-1] for row in csv_rows(f"states/{file}")} <= {source for source, _ in csv_rows("states/sources.csv")}


@pytest.mark.parametrize("file", FILES)
def test_no_row_stands_twice(file: str) -> None:
    """No row of a file repeats another."""
    listed = [tuple(row) for row in csv_rows(f"states/{file}")]
    assert len(listed) == len(set(listed))


def test_ids_are_short_readable_slugs() -> None:
    """Ids are lower-case words with dashes, and every file speaks of the same states."""
    states = set(register().states)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", state) for state in states)
    for file in ("spells.csv", "names.csv", "capitals.csv", "ties.csv"):
        assert {row[0] for row in csv_rows(f"states/{file}")} <= states, file
    assert {row[2] for row in csv_rows("states/ties.csv")} <= states
    assert (
        {row[0] for row in csv_rows("states/spells.csv")} == states == {row[0] for row in csv_rows("states/names.csv")}
    )


def test_names_have_known_kinds_and_a_printed_name_each() -> None:
    """Every name has a kind of the list, and every state a name proper."""
    for state in register().states.values():
        assert {name.kind for name in state.names} <= KINDS, state.id
        assert state.names[0].kind == "name", state.id


def test_spells_are_in_order_and_apart() -> None:
    """Within a state and system spells do not overlap, and none ends before it begins."""
    for state in register().states.values():
        for system in ("foedera", "cow", "gw"):
            days = [one.days for one in state.spells if one.system == system]
            assert all(first <= last for first, last in days), state.id
            apart = [(one, two) for at, one in enumerate(days) for two in days[at + 1 :] if meets(one, two)]
            assert apart == [] or state.id == "belarus", (state.id, apart)


def test_names_lie_within_the_life_of_their_state() -> None:
    """A dated name begins and ends in a spell of its state, or at least touches one."""
    for state in register().states.values():
        for name in state.names:
            assert state.alive(name.days), (state.id, name)


def test_no_name_proper_is_shared_at_one_time_unless_it_is_ambiguous() -> None:
    """At one time two states share a name only where books do: two Koreas, two Hesses, and few more."""
    shared = set()
    for key, names in register().by_name.items():
        strong = [name for name in names if name.kind not in {"weak", "list"}]
        for at, one in enumerate(strong):
            for two in strong[at + 1 :]:
                if one.state != two.state and meets(one.days, two.days) and _both_live(one, two):
                    shared.add(key)
    assert shared <= {"korea", "hesse", "formosa", "congo", "moldavia", "brandenburg ansbach", "roman republic"}, shared


def _both_live(one: tuple[object, ...], two: tuple[object, ...]) -> bool:
    states = register().states
    first, second = states[str(one[0])], states[str(two[0])]
    return any(
        meets(a, b) and meets(a, one[3]) and meets(a, two[3])  # type: ignore[arg-type]
        for a in first.life
        for b in second.life
    )


@pytest.mark.parametrize(
    ("state", "other", "kind", "first"),
    [
        ("two-sicilies", "italy", "into", "1861-03-17"),
        ("german-democratic-republic", "germany", "into", "1990-10-03"),
        ("syria", "egypt", "union", "1958-02-22"),
        ("montenegro", "yugoslavia", "from", "2006-06-03"),
        ("scotland", "united-kingdom", "into", "1707-05-01"),
        ("south-sudan", "sudan", "from", "2011-07-09"),
    ],
)
def test_ties_tell_who_followed_whom(state: str, other: str, kind: str, first: str) -> None:
    """Successions and unions are found from either side with their days."""
    for side in (state, other):
        found = [tie for tie in ties(side) if (tie.state, tie.other, tie.kind) == (state, other, kind)]
        assert [tie.days[0] for tie in found] == [spell(first, "")[0]]


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("The U. S. S. R.", "ussr"),
        ("U.S.S.R.", "ussr"),
        ("St. Kitts & Nevis", "saint kitts and nevis"),
        ("Côte d’Ivoire", "cote divoire"),
        ("AUSTRIA–HUNGARY", "austria hungary"),
        ("Serbs, Croats, and\nSlovenes", "serbs croats and slovenes"),
        ("Łódź", "lodz"),
        ("", ""),
    ],
)
def test_printings_of_a_name_have_one_key(printed: str, key: str) -> None:
    """Case, accents, points, dashes, articles and ampersands do not matter."""
    assert normal(printed) == key


def test_a_span_of_days_is_read_from_edtf() -> None:
    """Bounds are the first and last day a date can mean."""
    assert bounds("1926-09") == spell("1926-09-01", "1926-09-30")
    assert bounds(None) is None


def test_the_register_loads_fast_and_on_first_use() -> None:
    """Importing reads no file of the register; loading it takes at most 50 ms on one core, the best of some tries."""
    code = (
        "import time, foedera.states.identities as r, foedera.states.normal as n\n"
        "assert r.register.cache_info().currsize == 0\n"
        "n.forms(); best = 9\n"
        "for _ in range(7):\n"
        "    r.register.cache_clear(); start = time.perf_counter(); r.register()\n"
        "    best = min(best, time.perf_counter() - start)\n"
        "print(best)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert float(done.stdout) <= 0.05


def test_the_page_lists_every_difference() -> None:
    """The page on states names every state that the lists number differently or keep outside its life."""
    page = (Path(__file__).parents[2] / "docs" / "states-through-time.md").read_text(encoding="utf-8")
    for state in register().states.values():
        cow, gw = ({one.code for one in state.spells if one.system == system} for system in ("cow", "gw"))
        outside = any(
            not any(life[0] <= a and b <= life[1] for life in state.life) for _, _, _, (a, b), _ in state.spells
        )
        if (gw and cow != gw) or outside:
            assert f"`{state.id}`" in page
            assert all(str(code) in page for code in gw)
