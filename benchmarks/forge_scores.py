"""Scores records read from a forged volume against its truth, field by field and by kind of damage."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from foedera.parsing import read_entries
from foedera.reading import read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.forge import ForgedVolume, Truth

HEADER = ("number", "title", "members", "signed", "in_force", "types", "sources")
PROSE = ("summary", "preamble", "closing", "signatures", "articles", "annexes")
LOSSES = {"lost-line", "title-cut", "signature-missing"}
TOLERANCE = 3
_SEAL = re.compile(r"^\s*[\[(]?\s*L\.\s?[Ss]\.?\s*[\])]?\s*|\s*[\[(]L\.\s?[Ss]\.?[\])]\s*$")


@dataclass
class Count:
    """Hits, wrong finds and misses."""

    hit: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of finds that are right."""
        return self.hit / (self.hit + self.wrong) if self.hit + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found."""
        return self.hit / (self.hit + self.missed) if self.hit + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass
class Scores:
    """What was right, over all entries and over those with each kind of damage."""

    fields: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    entries: Count = field(default_factory=Count)
    articles: Count = field(default_factory=Count)
    losses: Count = field(default_factory=Count)
    damages: dict[str, dict[str, Count]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Count)))
    wrong: list[tuple[str, str, Any, Any]] = field(default_factory=list)

    def rates(self) -> dict[str, float]:
        """Each measure as one number, by name."""
        found = {f"field/{name}": count.recall for name, count in self.fields.items()}
        found["entries/f1"] = self.entries.f1
        found["articles/f1"] = self.articles.f1
        found["losses/precision"] = self.losses.precision
        found["losses/recall"] = self.losses.recall
        for damage, counts in self.damages.items():
            found |= {f"damage/{damage}/{name}": count.f1 for name, count in counts.items()}
        return dict(sorted(found.items()))


def score(volume: ForgedVolume) -> Scores:
    """Read `volume` as a user would and compare every record with the truth."""
    entries = read_entries(read_bytes(volume.text.encode(), "forged.txt"), "compendium")
    found = [json.loads(entry.to_json()) for entry in entries]
    scores = Scores()
    for truth, record in _aligned(volume.truth, found, scores.entries):
        _score_entry(truth, record, scores)
    return scores


def _aligned(
    truths: list[Truth], found: list[dict[str, Any]], count: Count
) -> Iterable[tuple[Truth, dict[str, Any] | None]]:
    """Truths with the records of the same number, in order."""
    by_number: dict[str | None, list[dict[str, Any]]] = defaultdict(list)
    for each in found:
        by_number[each["number"]].append(each)
    pairs = []
    for truth in truths:
        rows = by_number[truth.number]
        record: dict[str, Any] | None = rows.pop(0) if rows else None
        count.hit += record is not None
        count.missed += record is None
        pairs.append((truth, record))
    count.wrong += sum(map(len, by_number.values()))
    return pairs


def _score_entry(truth: Truth, record: dict[str, Any] | None, scores: Scores) -> None:
    wanted = truth.record()
    got: dict[str, Any] = record or {}
    header = Count()
    for name in (*HEADER, *PROSE):
        right = _same(name, wanted, got)
        _add(scores.fields[name], right=right)
        if name in HEADER:
            _add(header, right=right)
        if not right:
            scores.wrong.append((str(truth.number), name, _part(wanted, name), _part(got, name)))
    for article, read in zip(truth.articles, got.get("text", {}).get("articles", []), strict=False):
        if article.breaks_visible:
            _add(scores.fields["paragraphs"], right=[p for p in article.paragraphs if p] == read["paragraphs"])
    articles = _articles(truth, got)
    losses = _losses(truth, got, scores)
    for total, part in ((scores.articles, articles), (scores.losses, losses)):
        _merge(total, part)
    for damage in truth.damages:
        for kind, part in (("header", header), ("articles", articles), ("losses", losses)):
            _merge(scores.damages[damage][kind], part)


def _add(count: Count, *, right: bool) -> None:
    count.hit += right
    count.missed += not right


def _merge(total: Count, part: Count) -> None:
    total.hit += part.hit
    total.wrong += part.wrong
    total.missed += part.missed


def _part(record: dict[str, Any], name: str) -> Any:
    place: dict[str, Any] = record if name in HEADER or name == "summary" else record.get("text", {})
    return place.get(name)


def _same(name: str, wanted: dict[str, Any], got: dict[str, Any]) -> bool:
    """Whether a field is exactly right; citations are compared part by part."""
    view = _VIEWS.get(name, lambda value: value)
    mine, theirs = _part(wanted, name), _part(got, name)
    return theirs is not None and view(mine) == view(theirs) if mine is not None else theirs is None


def _without_state(members: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{name: value for name, value in member.items() if name != "state"} for member in members]


def _citation(source: dict[str, Any]) -> tuple[str | None, ...]:
    pages = source["pages"].replace("–", "-") if source["pages"] else None
    return source["text"].rstrip("."), source["volume"], source["issue"], source["number"], source["issued"], pages


def _labels(articles: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(article["label"], " ".join(article["paragraphs"])) for article in articles]


def _heads(annexes: list[dict[str, Any]]) -> list[tuple[str, list[tuple[str, str]]]]:
    return [(annex["kind"], _labels(annex["articles"])) for annex in annexes]


def _unsealed(signatures: list[str]) -> list[str]:
    """A record's signatures are names; the marks of the seal stay on the page."""
    return [_SEAL.sub("", line) for line in signatures]


def _signings(signings: list[dict[str, Any]]) -> list[tuple[str | None, ...]]:
    """A signing of which nothing is known is none; an article before a palace's name is not part of it."""
    rows = [(s["date"], (s["place"] or "").removeprefix("the "), s["country"], s["renews"]) for s in signings]
    return [row for row in rows if any(row)]


_VIEWS: dict[str, Callable[[Any], Any]] = {
    "members": _without_state,
    "signed": _signings,
    "sources": lambda sources: [_citation(each) for each in sources],
    "signatures": _unsealed,
    "articles": _labels,
    "annexes": _heads,
}


def _articles(truth: Truth, got: dict[str, Any]) -> Count:
    """Article starts, at the character."""
    wanted = [(one.place.page, one.place.offset) for one in truth.all_articles()]
    evidence = got.get("evidence", {})
    text = got.get("text", {})
    pointers = [f"/text/articles/{i}" for i in range(len(text.get("articles", [])))]
    for index, annex in enumerate(text.get("annexes", [])):
        pointers += [f"/text/annexes/{index}/articles/{i}" for i in range(len(annex["articles"]))]
    found = [(evidence[one][0]["page"], evidence[one][0]["start"]) for one in pointers if evidence.get(one)]
    return match_places(wanted, found)


def match_places(wanted: list[tuple[int, int]], found: list[tuple[int, int]]) -> Count:
    """Places of the one list that stand in the other, one for one, within a few characters."""
    count, free = Count(), list(found)
    for page, offset in wanted:
        near = [one for one in free if one[0] == page and abs(one[1] - offset) <= TOLERANCE]
        if near:
            free.remove(near[0])
            count.hit += 1
        else:
            count.missed += 1
    count.wrong = len(free)
    return count


def _losses(truth: Truth, got: dict[str, Any], scores: Scores) -> Count:
    """Lost lines by the place of the line before; lost signatures by the entry."""
    issues = [issue for issue in got.get("issues", []) if issue["code"] in LOSSES]
    ends = [(i["at"][-1]["page"], i["at"][-1]["end"]) for i in issues if i["code"] != "signature-missing" and i["at"]]
    lines = [loss for loss in truth.lost if loss.kind != "signature"]
    wanted = [(loss.place.page, loss.place.offset) for loss in lines if loss.detectable]
    # What cannot be noticed for certain is neither asked for nor held against the reader.
    hidden = {(loss.place.page, loss.place.offset) for loss in lines if not loss.detectable}
    found = [end for end in ends if not any(p == end[0] and abs(o - end[1]) <= TOLERANCE for p, o in hidden)]
    count = match_places(wanted, found)
    for place in wanted:
        if not any(p == place[0] and abs(o - place[1]) <= TOLERANCE for p, o in found):
            scores.wrong.append((str(truth.number), "loss-missed", place, None))
    for place in found:
        if not any(p == place[0] and abs(o - place[1]) <= TOLERANCE for p, o in wanted):
            scores.wrong.append((str(truth.number), "loss-invented", None, place))
    signatures = [loss for loss in truth.lost if loss.kind == "signature"]
    said = any(issue["code"] == "signature-missing" for issue in issues)
    wanted_said = any(loss.detectable for loss in signatures)
    count.hit += said and wanted_said
    count.missed += wanted_said and not said
    count.wrong += said and not signatures
    if (said and not signatures) or (wanted_said and not said):
        scores.wrong.append((str(truth.number), "signature", wanted_said, said))
    return count
