"""Citations as CSL-JSON 1.0.2, the form that reference managers read."""

from __future__ import annotations

import re
from functools import cache
from hashlib import blake2s
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from foedera.parsing.citation_series import Series

_TYPES = {
    "treaty-series": "treaty",
    "collection": "treaty",
    "gazette": "treaty",
    "journal": "article-journal",
    "newspaper": "article-newspaper",
    "news-service": "article-newspaper",
    "archive": "document",
}
_COPIED = {
    "title": "title",
    "volume": "volume",
    "issue": "issue",
    "number": "number",
    "pages": "page",
    "edition": "edition",
    "extent": "number-of-volumes",
    "publisher": "publisher",
    "place": "publisher-place",
}


def to_csl(text: str, fields: dict[str, str], work: Series | None) -> dict[str, Any]:
    """The CSL item of the citation printed as `text`.

    `fields` holds the parts of a `Citation` and, where printed, `title` (of the piece), `author`, `editor`, `place`,
    `publisher`, `edition` and `extent` (number of volumes). The type follows the kind of `work`; without one it is
    "chapter" if a piece in a work is cited, else "book". The `id` is made from `text` alone.
    """
    item: dict[str, Any] = {"id": _identity(text, work), "type": _type(fields, work)}
    _put_container(item, fields)
    for ours, theirs in _COPIED.items():
        if ours in fields:
            item[theirs] = fields[ours]
    for role in ("author", "editor"):
        if role in fields:
            item[role] = [{"literal": fields[role]}]
    if "series" in fields:
        item["collection-title" if _is_run().search(fields["series"]) else "section"] = fields["series"]
    if "issued" in fields:
        item["issued"] = date_parts(fields["issued"])
    return item


def date_parts(edtf: str) -> dict[str, Any]:
    """The CSL date of an EDTF day, month, year or interval of these; any other form stands as it is, as `literal`."""
    if not _is_plain().fullmatch(edtf):
        return {"literal": edtf}
    return {"date-parts": [[int(part) for part in date.split("-")] for date in edtf.split("/")]}


def _type(fields: dict[str, str], work: Series | None) -> str:
    if work:
        return _TYPES[work.kind]
    return "chapter" if "title" in fields and "container" in fields else "book"


def _put_container(item: dict[str, Any], fields: dict[str, str]) -> None:
    container = fields.get("container")
    if container is None:
        return
    if item["type"] == "document":
        item["archive"] = container
        if "number" in fields:
            item["archive_location"] = fields["number"]
    else:
        item["title" if item["type"] == "book" else "container-title"] = container


def _identity(text: str, work: Series | None) -> str:
    digest = blake2s(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
    return f"{work.id if work else 'source'}-{digest}"


@cache
def _is_run() -> re.Pattern[str]:
    """Tells a run of volumes ("Third Series") from a section of one ("Supplement")."""
    return re.compile(r"(?i)\bs[eé]r(?:ies?|\.|\b)")


@cache
def _is_plain() -> re.Pattern[str]:
    date = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
    return re.compile(f"{date}(?:/{date})?", re.ASCII)
