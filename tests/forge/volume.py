"""Forges whole volumes: facts, drafts, damage, pages, and the truth of it all."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from tests.forge.damages import DAMAGES, DRAFT, HYPHENS, LINES, PAGES, PRESETS
from tests.forge.damages_draft import repeated_title
from tests.forge.facts import Facts, draw_dates, draw_facts
from tests.forge.lines import Draft, Style
from tests.forge.pages import PAGE_BREAK, Sheet, paginate, render
from tests.forge.phrases import tables
from tests.forge.printing import Hyphenation, set_draft
from tests.forge.write import write

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.forge.damages import DraftDamage
    from tests.forge.truth import LostLine, Truth

FIRST_NUMBER = 1001
BIG_PAGE = 132
ENTRIES_A_BIG_PAGE = 1.75


@dataclass(slots=True)
class ForgedVolume:
    """A volume: `text` is the pages joined by form feeds; `truth` one record an entry; `lost` every dropped line."""

    text: str
    pages: list[str]
    truth: list[Truth]
    lost: list[LostLine]


def forge_volume(
    seed: int, entries: int, damages: Mapping[str, float] | str = "clean", first_number: int = FIRST_NUMBER
) -> ForgedVolume:
    """A volume of `entries` entries, the same for the same arguments.

    `damages` maps names of DAMAGES to rates (0 to 1, of what: see each damage), or names one of PRESETS.
    Raises ValueError for an unknown damage or preset.
    """
    rates = _rates(damages)
    rng = Random(f"{seed}/{entries}/{first_number}")
    return _forge(rng, entries, first_number, _style(rng), rates)


def _forge(rng: Random, entries: int, first: int, style: Style, rates: Mapping[str, float]) -> ForgedVolume:
    drafts = _drafts(rng, entries, first, style, rates)
    for draft in drafts:
        _apply(DRAFT, rates, draft, rng)
        set_draft(draft, _hyphenation(rates), rng)
        _apply(LINES, rates, draft, rng)
    sheets = paginate(drafts, style)
    for name, damage in PAGES.items():
        if rates.get(name):
            damage(sheets, drafts, rates[name], rng)
    return _bound(sheets, drafts)


def _bound(sheets: list[Sheet], drafts: list[Draft]) -> ForgedVolume:
    pages = render(sheets)
    truth = [draft.truth for draft in drafts]
    return ForgedVolume(PAGE_BREAK.join(pages), pages, truth, [loss for one in truth for loss in one.lost])


def big_volume(pages: int = 640, seed: int = 1) -> ForgedVolume:
    """A volume of `pages` pages, give or take a tenth, of 6 KB each, with the usual damage: for benchmarks."""
    rng = Random(f"big/{seed}/{pages}")
    style = _style(rng)
    style.page_lines = BIG_PAGE
    return _forge(rng, max(1, round(pages * ENTRIES_A_BIG_PAGE)), FIRST_NUMBER, style, PRESETS["extraction"])


def _rates(damages: Mapping[str, float] | str) -> dict[str, float]:
    if isinstance(damages, str):
        if damages not in PRESETS:
            raise ValueError(f"unknown preset {damages!r}: one of {', '.join(PRESETS)}")
        return dict(PRESETS[damages])
    unknown = sorted(set(damages) - set(DAMAGES))
    if unknown:
        raise ValueError(f"unknown damages {', '.join(unknown)}: see DAMAGES")
    return dict(damages)


def _hyphenation(rates: Mapping[str, float]) -> Hyphenation:
    chances = Hyphenation()
    for name, setting in HYPHENS.items():
        chances = setting(chances, rates.get(name, 0.0))
    return chances


def _style(rng: Random) -> Style:
    furniture = tables()["furniture"]
    return Style(
        accent_first=rng.random() < 0.6,
        blank_between_title_lines=rng.random() < 0.5,
        summary_heading="SUMMARY",
        book_title=rng.choice(furniture["book_titles"]),
        watermark=rng.choice(furniture["watermarks"]),
        page_lines=rng.randint(92, 104),
        first_page=1 + 2 * rng.randint(0, 200),
    )


def _drafts(rng: Random, entries: int, first: int, style: Style, rates: Mapping[str, float]) -> list[Draft]:
    drafts: list[Draft] = []
    earlier: list[str] = []
    before: Facts | None = None
    for index, day in enumerate(draw_dates(rng, entries)):
        repeats = before is not None and repeated_title(before, day, rates.get("repeated-title", 0.0), rng)
        before = draw_facts(rng, first + index, day, before if repeats else None)
        drafts.append(write(rng, index, before, style, earlier))
        if repeats:
            drafts[-1].note("repeated-title")
        earlier.append(before.number)
    if drafts:
        drafts[-1].is_last = True
    return drafts


def _apply(stage: Mapping[str, DraftDamage], rates: Mapping[str, float], draft: Draft, rng: Random) -> None:
    for name, damage in stage.items():
        rate = rates.get(name)
        if rate:
            damage(draft, rate, rng)
