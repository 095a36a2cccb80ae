"""The record of one treaty as a compendium prints it: schema `foedera/entry/1`.

`None` and empty lists mean "not there" or "not stated"; no value is a stand-in for a missing one.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from foedera.models.issues import Issue
from foedera.models.spans import Span

SCHEMA: Literal["foedera/entry/1"] = "foedera/entry/1"

Layout = Literal["compendium", "treaty"]
Grade = Literal["text", "description", "none"]
Evidence = dict[str, list[Span]]


class Record(BaseModel):
    """Base of all parts of an entry: immutable, and closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class StateRef(Record):
    """A state of the register, with its Correlates of War and Gleditsch-Ward codes where it has them."""

    id: str
    cow: int | None = None
    gw: int | None = None


class Member(Record):
    """A party as printed; `joined` and `left` are EDTF dates of its own accession and exit."""

    name: str
    aliases: list[str] = []
    joined: str | None = None
    left: str | None = None
    note: str | None = None
    state: StateRef | None = None


class Signing(Record):
    """One act of signature: EDTF `date`, the city, the country if printed; `renews` dates the older treaty renewed."""

    date: str | None = None
    place: str | None = None
    country: str | None = None
    renews: str | None = None


class MemberForce(Record):
    """An end of force that holds for one member alone."""

    member: str
    until: str | None = None
    note: str | None = None


class Force(Record):
    """What the header prints of the treaty's end. A header without the clause is "not-stated", never "in-force"."""

    status: Literal["ended", "in-force", "not-stated"] = "not-stated"
    until: str | None = None
    note: str | None = None
    by_member: list[MemberForce] = []


class AllianceType(Record):
    """A printed type; `class` is the Singer and Small class (I defense, II neutrality, III entente)."""

    class_: Literal["I", "II", "III"] | None = Field(default=None, alias="class")
    label: str


class Citation(Record):
    """A printed source citation and its parts; `csl` is the same in CSL-JSON 1.0.2, type `treaty` where it is one."""

    text: str
    container: str | None = None
    series: str | None = None
    volume: str | None = None
    issue: str | None = None
    number: str | None = None
    issued: str | None = None
    pages: str | None = None
    csl: dict[str, Any] = {}


class Article(Record):
    """An article: its number in the normal form ("3", "unnumbered"), its mark as printed, its mended paragraphs."""

    label: str
    printed: str
    paragraphs: list[str] = []


class Annex(Record):
    """A sub-document with its own numbering: secret articles, a protocol, a note, a declaration."""

    kind: str
    title: str | None = None
    date: str | None = None
    paragraphs: list[str] = []
    articles: list[Article] = []


class TreatyText(Record):
    """The treaty itself ("text"), the editor's paraphrase of it ("description"), or neither ("none")."""

    grade: Grade = "none"
    title: str | None = None
    preamble: str | None = None
    closing: str | None = None
    signatures: list[str] = []
    articles: list[Article] = []
    annexes: list[Annex] = []


class Complete(Record):
    """Whether the entry's first and last words are on the pages that were read."""

    start: bool
    end: bool


class SourceFile(Record):
    """The file an entry stands in; `pages` are the first and last page of the volume it covers there.

    `first_page` is the volume's number of the file's first page, so that page p of the volume is
    page p - first_page + 1 of the file. `continued_in` lists the files an entry runs on into.
    """

    file: str
    sha256: str
    pages: list[int]
    first_page: int = 1
    continued_in: list[SourceFile] = []


class Entry(Record):
    """One treaty. `evidence` maps a JSON pointer into this record to the spans that say it."""

    schema_: Literal["foedera/entry/1"] = Field(default=SCHEMA, alias="schema")
    id: str
    number: str | None = None
    title: str | None = None
    layout: Layout
    members: list[Member] = []
    signed: list[Signing] = []
    in_force: Force = Force()
    types: list[AllianceType] = []
    sources: list[Citation] = []
    references: list[str] = Field(default=[], description="Numbers of other entries that this one's prose mentions.")
    summary: str | None = None
    text: TreatyText = TreatyText()
    complete: Complete
    issues: list[Issue] = []
    evidence: Evidence = {}
    source: SourceFile

    def to_json(self) -> str:
        """The record as one line of JSON, keys in the order of the schema."""
        return self.model_dump_json(by_alias=True)


def entry_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of an entry."""
    schema = Entry.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "foedera/entry/1", **schema}
