"""`make eval`: how well volumes are read. `python -m benchmarks.eval --store` makes the result the baseline."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from benchmarks import eval_states
from benchmarks.forge_scores import HEADER, PROSE, Count, Scores, match_places, score
from benchmarks.reference import read_pages
from benchmarks.tables import baseline, print_changes, print_table, store
from benchmarks.treaty_scores import segmentation
from tests.forge import forge_volume

if TYPE_CHECKING:
    from tests.forge import ForgedVolume

ENTRIES = 2000
SEED = 7


def main(store_it: bool) -> None:  # noqa: FBT001 - the command's one switch
    """Score a forged volume with mixed damage and, where they are, real treaties and lists of states."""
    volume = forge_volume(SEED, ENTRIES, "mixed")
    scores = score(volume)
    simple = _reference_scores(volume)
    measures = scores.rates()
    _print_forge(scores, simple)
    measures |= _print_treaties()
    _print_states()
    print_changes(measures, baseline())
    if store_it:
        store(measures)


def _print_forge(scores: Scores, simple: dict[str, float]) -> None:
    measures = scores.rates()
    rows = [(name, f"{measures[f'field/{name}']:.4f}", _cell(simple, name)) for name in (*HEADER, *PROSE, "paragraphs")]
    rows += [
        ("entries F1", f"{measures['entries/f1']:.4f}", _cell(simple, "entries F1")),
        ("article starts F1", f"{measures['articles/f1']:.4f}", _cell(simple, "article starts F1")),
        ("lost lines recall", f"{measures['losses/recall']:.4f}", "-"),
        ("lost lines precision", f"{measures['losses/precision']:.4f}", "-"),
    ]
    print_table(f"{ENTRIES} forged entries, mixed damage (seed {SEED}): share exact", ("", "foedera", "simple"), rows)
    kinds = [
        (damage, *(f"{counts[kind].f1:.4f}" for kind in ("header", "articles", "losses")))
        for damage, counts in sorted(scores.damages.items())
    ]
    print_table("by kind of damage in the entry", ("", "header", "articles", "lost lines"), kinds)


def _cell(simple: dict[str, float], name: str) -> str:
    return f"{simple[name]:.4f}" if name in simple else "-"


def _reference_scores(volume: ForgedVolume) -> dict[str, float]:
    """The simple reader on the same volume: entries, titles, names of members, article starts."""
    found = {record["number"]: record for record in read_pages(volume.pages)}
    titles = members = 0
    entries, articles = Count(), Count()
    for truth in volume.truth:
        record = found.pop(truth.number, None)
        wanted = truth.record()
        entries.hit += record is not None
        entries.missed += record is None
        places = [(one.place.page, one.place.offset) for one in truth.all_articles()]
        part = match_places(places, record["articles"] if record else [])
        articles.hit, articles.wrong, articles.missed = (
            articles.hit + part.hit,
            articles.wrong + part.wrong,
            articles.missed + part.missed,
        )
        if record:
            titles += record["title"] == wanted["title"]
            members += record["members"] == [member["name"] for member in wanted["members"]]
    entries.wrong = len(found)
    size = len(volume.truth)
    return {
        "number": entries.recall,
        "title": titles / size,
        "members": members / size,
        "entries F1": entries.f1,
        "article starts F1": articles.f1,
    }


def _print_treaties() -> dict[str, float]:
    rows = segmentation()
    if not rows:
        print("\nreal treaties: not here, skipped")
        return {}
    total = Count(*(sum(column) for column in zip(*(row[1:] for row in rows), strict=True)))
    faulty = [(name, str(hit), str(wrong), str(missed)) for name, hit, wrong, missed in rows if wrong or missed]
    title = (
        f"real treaties: {len(rows)}, article starts F1 {total.f1:.4f} (P {total.precision:.4f}, R {total.recall:.4f})"
    )
    print_table(title, ("not all right in", "found", "wrong", "missed"), faulty)
    return {"treaties/f1": total.f1, **{f"treaties/{name}": Count(*counts).f1 for name, *counts in rows}}


def _print_states() -> None:
    rows = eval_states.rows()
    if rows:
        print_table("names of states", rows[0], rows[1:])
    else:
        print("\nlists of states: not here, skipped")


if __name__ == "__main__":
    main("--store" in sys.argv)
