"""What is really in a forged volume: the expected records, and where damage stands.

Values are clean text: hyphens resolved, accents composed (NFC), long s resolved, single spaces. A paragraph that lost
its last line holds the printed rest, with the hyphen if a word was cut ("inviola-"): a reader must never repair it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Place:
    """A spot of the raw text: `column` in its line while printing; `page` (from 1) and `offset` once rendered."""

    column: int = 0
    page: int = 0
    offset: int = 0


@dataclass(slots=True)
class LostLine:
    """A dropped last line, its clean `text`, and its `place`: the end of the line before it.

    `kind` is paragraph-end, title, signature or summary; `field` the JSON pointer of the value it was cut from, or
    None. `detectable` is False if what is left reads as complete, so that no reader could notice.
    """

    entry: str
    kind: str
    text: str
    detectable: bool
    field: str | None
    place: Place


@dataclass(slots=True)
class Hyphen:
    """A word broken at a line end: `kind` soft, name or hard, the whole `word`, the place of the hyphen."""

    kind: str
    word: str
    place: Place


@dataclass(slots=True)
class Stray:
    """A printed line that belongs to no value: furniture, a rubric, a footnote, a heading of another entry."""

    kind: str
    text: str
    place: Place


@dataclass(slots=True)
class MemberTruth:
    """A member; `note` holds what its brackets say beyond a name or a date."""

    name: str
    aliases: list[str] = field(default_factory=list)
    joined: str | None = None
    left: str | None = None
    note: str | None = None


@dataclass(slots=True)
class SigningTruth:
    """One act of signature; two cities make two."""

    date: str | None
    place: str | None = None
    country: str | None = None
    renews: str | None = None


@dataclass(slots=True)
class ForceTruth:
    """The in-force clause; `note` is all that is printed after the date (or, without a date, after "until")."""

    status: str = "not-stated"
    until: str | None = None
    note: str | None = None
    by_member: list[dict[str, str | None]] = field(default_factory=list)


@dataclass(slots=True)
class CitationTruth:
    """A citation: `container` as printed, `series` its one name if it is a treaty series, `pages` without "p."."""

    text: str
    container: str | None = None
    series: str | None = None
    volume: str | None = None
    issue: str | None = None
    number: str | None = None
    issued: str | None = None
    pages: str | None = None


@dataclass(slots=True)
class ArticleTruth:
    """An article. `label` is its real number; `printed` its mark as it stands on the page, damage and all.

    `place` points at the mark (an unnumbered text has none: at its first word). `kinds` are the obligations put in.
    `breaks_visible` is False if a paragraph ends in so full a line that no reader can see the break after it.
    """

    label: str
    printed: str
    paragraphs: list[str]
    place: Place = field(default_factory=Place)
    kinds: list[str] = field(default_factory=list)
    breaks_visible: bool = True


@dataclass(slots=True)
class AnnexTruth:
    """A sub-document: heading, date of its own if printed, text before or without articles, articles."""

    kind: str
    title: str
    date: str | None = None
    paragraphs: list[str] = field(default_factory=list)
    articles: list[ArticleTruth] = field(default_factory=list)
    place: Place = field(default_factory=Place)


@dataclass(slots=True)
class Truth:
    """One entry as a careful reader should give it, and what was done to it."""

    number: str | None
    title: list[str]
    members: list[MemberTruth]
    signed: list[SigningTruth]
    in_force: ForceTruth
    types: list[dict[str, str]]
    sources: list[CitationTruth]
    references: list[str] = field(default_factory=list)
    summary: list[str] = field(default_factory=list)
    grade: str = "text"
    text_title: list[str] = field(default_factory=list)
    preamble: list[str] = field(default_factory=list)
    articles: list[ArticleTruth] = field(default_factory=list)
    closing: list[str] = field(default_factory=list)
    signatures: list[str] = field(default_factory=list)
    annexes: list[AnnexTruth] = field(default_factory=list)
    complete_start: bool = True
    complete_end: bool = True
    place: Place = field(default_factory=Place)
    damages: set[str] = field(default_factory=set)
    lost: list[LostLine] = field(default_factory=list)
    hyphens: list[Hyphen] = field(default_factory=list)
    strays: list[Stray] = field(default_factory=list)
    missing_articles: list[str] = field(default_factory=list)

    def all_articles(self) -> list[ArticleTruth]:
        """The articles of the treaty and of its sub-documents, in printed order."""
        return self.articles + [article for annex in self.annexes for article in annex.articles]

    def record(self) -> dict[str, Any]:
        """The expected values in the form of the entry contract, without issues, evidence, states and CSL."""
        return {
            "number": self.number,
            "title": _joined(self.title),
            "members": [_plain(member) for member in self.members],
            "signed": [_plain(signing) for signing in self.signed],
            "in_force": _plain(self.in_force),
            "types": [dict(kind) for kind in self.types],
            "sources": [_plain(source) for source in self.sources],
            "references": list(self.references),
            "summary": _joined(self.summary),
            "text": {
                "grade": self.grade,
                "title": _joined(self.text_title),
                "preamble": _joined(self.preamble),
                "closing": _joined(self.closing),
                "signatures": [line for line in self.signatures if line],
                "articles": [_article(article) for article in self.articles],
                "annexes": [_annex(annex) for annex in self.annexes],
            },
            "complete": {"start": self.complete_start, "end": self.complete_end},
        }


def _joined(paragraphs: list[str]) -> str | None:
    return " ".join(paragraph for paragraph in paragraphs if paragraph) or None


def _plain(value: Any) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__slots__}


def _article(article: ArticleTruth) -> dict[str, Any]:
    paragraphs = [paragraph for paragraph in article.paragraphs if paragraph]
    return {"label": article.label, "printed": article.printed, "paragraphs": paragraphs}


def _annex(annex: AnnexTruth) -> dict[str, Any]:
    return {
        "kind": annex.kind,
        "title": annex.title,
        "date": annex.date,
        "paragraphs": [paragraph for paragraph in annex.paragraphs if paragraph],
        "articles": [_article(article) for article in annex.articles],
    }
