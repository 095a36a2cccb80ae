"""An entry as people read it: the header's facts, the text with its articles, and what the reader noticed.

Each value has beside it where it is printed. A restoration is shown as an offer under the words it would follow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.table import Table

from foedera.cli.terminal import clean
from foedera.models.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import RenderableType

    from foedera.models.entries import AllianceType, Annex, Article, Entry, Force, Member, Signing
    from foedera.models.issues import Issue

Row = tuple[str, str, str]  # a label, a value, the JSON pointer of its evidence


def view(entry: Entry) -> RenderableType:
    """The whole entry."""
    return Group(
        clean(f"{entry.id}  {entry.title or '(no title printed)'}", "bold"),
        clean(_where_from(entry), "dim"),
        "",
        _rows(entry, _header(entry)),
        "",
        clean(_grade(entry), "bold"),
        *(_part(entry, row) for row in _text(entry)),
        "",
        clean(f"Issues: {len(entry.issues) or 'none'}", "bold"),
        *map(_issue, entry.issues),
    )


def places(spans: Iterable[Span]) -> str:
    """Spans as "1:120-140, 2:0-33"."""
    return ", ".join(f"{span.page}:{span.start}-{span.end}" for span in spans)


def _where_from(entry: Entry) -> str:
    parts = [entry.source, *entry.source.continued_in]
    files = "; ".join(f"{part.file}, {_pages(part.pages)}" for part in parts)
    lost = [name for name, whole in (("start", entry.complete.start), ("end", entry.complete.end)) if not whole]
    return files + (f" (its {' and '.join(lost)} not on these pages)" if lost else "")


def _pages(pages: Sequence[int]) -> str:
    first, last = pages[0], pages[-1]
    return f"page {first}" if first == last else f"pages {first}-{last}"


def _grade(entry: Entry) -> str:
    return {"text": "Text", "description": "Description of terms, not the text itself", "none": "No text is printed"}[
        entry.text.grade
    ]


def _evidence(entry: Entry, pointer: str) -> list[Span]:
    """The spans of `pointer`; else from the first to the last of its parts; else those of the value that holds it."""
    if pointer in entry.evidence:
        return entry.evidence[pointer]
    parts = [span for at, spans in entry.evidence.items() if at.rpartition("/")[0] == pointer for span in spans]
    if parts:
        return _hulls(parts)
    return _evidence(entry, pointer.rpartition("/")[0]) if pointer else []


def _hulls(spans: Iterable[Span]) -> list[Span]:
    by_page: dict[int, tuple[int, int]] = {}
    for span in spans:
        start, end = by_page.get(span.page, (span.start, span.end))
        by_page[span.page] = min(start, span.start), max(end, span.end)
    return [Span(page=page, start=start, end=end) for page, (start, end) in sorted(by_page.items())]


def _header(entry: Entry) -> Iterator[Row]:
    if entry.number:
        yield "Number", entry.number, "/number"
    if entry.title:
        yield "Title", entry.title, "/title"
    yield from _numbered("Members", map(_member, entry.members), "/members")
    yield from _numbered("Signed", map(_signing, entry.signed), "/signed")
    yield "In force", _force(entry.in_force), "/in_force"
    for index, one in enumerate(entry.in_force.by_member):
        until = ", ".join(part for part in (one.until and f"until {one.until}", one.note) if part)
        yield "", f"{one.member}: {until}", f"/in_force/by_member/{index}"
    yield from _numbered("Types", map(_type, entry.types), "/types")
    yield from _numbered("Sources", (source.text for source in entry.sources), "/sources")
    if entry.references:
        yield "Refers to", ", ".join(entry.references), "/references"
    if entry.summary:
        yield "Summary", entry.summary, "/summary"


def _numbered(label: str, values: Iterable[str], pointer: str) -> Iterator[Row]:
    for index, value in enumerate(values):
        yield "" if index else label, value, f"{pointer}/{index}"


def _member(member: Member) -> str:
    state = member.state
    codes = [f"COW {state.cow}"] if state and state.cow is not None else []
    codes += [f"GW {state.gw}"] if state and state.gw is not None else []
    parts = [
        f"[{' '.join([state.id, *codes])}]" if state else "[state not known]",
        f"also {', '.join(member.aliases)}" if member.aliases else None,
        f"joined {member.joined}" if member.joined else None,
        f"left {member.left}" if member.left else None,
        member.note,
    ]
    return f"{member.name} {'; '.join(part for part in parts if part)}"


def _signing(signing: Signing) -> str:
    place = ", ".join(part for part in (signing.place, signing.country) if part)
    renews = f"renews that of {signing.renews}" if signing.renews else None
    return "; ".join(part for part in (signing.date or "no date", place, renews) if part)


def _force(force: Force) -> str:
    status = {"ended": "until", "in-force": "still", "not-stated": "not stated"}[force.status]
    return " ".join(part for part in (status, force.until, force.note and f"({force.note})") if part)


def _type(one: AllianceType) -> str:
    return f"{one.label} (Type {one.class_})" if one.class_ else one.label


def _text(entry: Entry) -> Iterator[Row]:
    text = entry.text
    if text.title:
        yield "Title", text.title, "/text/title"
    if text.preamble:
        yield "Preamble", text.preamble, "/text/preamble"
    yield from _articles(text.articles, "/text/articles")
    if text.closing:
        yield "Closing", text.closing, "/text/closing"
    yield from _numbered("Signatures", text.signatures, "/text/signatures")
    for index, annex in enumerate(text.annexes):
        yield from _annex(annex, f"/text/annexes/{index}")


def _annex(annex: Annex, pointer: str) -> Iterator[Row]:
    named = "; ".join(part for part in (annex.kind, annex.title, annex.date) if part)
    yield "Annex", named, f"{pointer}/title" if annex.title else pointer
    yield from _numbered("", annex.paragraphs, f"{pointer}/paragraphs")
    yield from _articles(annex.articles, f"{pointer}/articles")


def _articles(articles: Sequence[Article], pointer: str) -> Iterator[Row]:
    for index, article in enumerate(articles):
        at = f"{pointer}/{index}"
        label = article.printed or f"({article.label})"
        if not article.paragraphs:
            yield label, "", at
        yield from _numbered(label, article.paragraphs, f"{at}/paragraphs")


def _rows(entry: Entry, rows: Iterable[Row]) -> Table:
    table = Table.grid(padding=(0, 2), expand=True)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(ratio=1)
    table.add_column(style="dim", max_width=24)
    for label, value, pointer in rows:
        table.add_row(clean(label), clean(value), places(_evidence(entry, pointer)))
    return table


def _part(entry: Entry, row: Row) -> RenderableType:
    """A part of the text under its label, and under it the restorations that are offered for it."""
    label, value, pointer = row
    spans = _evidence(entry, pointer)
    head = clean(f"{label}  " if label else "", "bold").append(places(spans), "not bold dim")
    offers = [clean(f"offered, not in the text: {each.restored}", "italic") for each in _offers(entry, spans)]
    return Group(head, Padding(Group(clean(value), *offers), (0, 0, 0, 4)))


def _offers(entry: Entry, spans: Sequence[Span]) -> Iterator[Issue]:
    for issue in entry.issues:
        if issue.restored and any(_within(at, span) for at in issue.at for span in spans):
            yield issue


def _within(at: Span, span: Span) -> bool:
    return at.page == span.page and span.start <= at.start and at.end <= span.end


def _issue(issue: Issue) -> RenderableType:
    head = clean(f"{issue.code}  ", "bold").append_text(clean(issue.message, "not bold"))
    head.append(f"  {places(issue.at)}" if issue.at else "", "not bold dim")
    lines = [clean(f'"{issue.quote}"')] if issue.quote else []
    lines += [clean(f"offered, not in the text: {issue.restored}", "italic")] if issue.restored else []
    return Group(head, Padding(Group(*lines), (0, 0, 0, 4))) if lines else head
