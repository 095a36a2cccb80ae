"""Damages and variants of the treaty as written, before it is set. A rate is a chance per entry unless said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.forge.facts import chapter_of, draw_day
from tests.forge.lines import Break
from tests.forge.phrases import phrases, tables
from tests.forge.styles import BARE, PLAIN, STYLES
from tests.forge.truth import AnnexTruth, ArticleTruth
from tests.forge.write import add, add_article, own, set_mark, stray

if TYPE_CHECKING:
    from random import Random

    from tests.forge.facts import Day, Facts
    from tests.forge.lines import Draft, Piece


def marked(draft: Draft) -> list[Piece]:
    """The pieces that carry an article's mark."""
    return [piece for piece in draft.pieces if piece.article is not None and piece.mark]


def repeated_title(before: Facts, day: Day, rate: float, rng: Random) -> bool:
    """Two entries in a row with one title and the same members: the number is the key. A chance per pair."""
    same = chapter_of(day.year) == chapter_of(before.year) and all(state.until >= day.year for state in before.states)
    return rng.random() < rate and same


def french(draft: Draft, rate: float, rng: Random) -> None:
    """The treaty is in French with `Article 1er`; the truth holds the French text."""
    truth = draft.truth
    if draft.truth.grade != "text" or draft.facts.year > 1950 or rng.random() >= rate:
        return
    bank = phrases()["french"]
    start = next(at for at, piece in enumerate(draft.pieces) if piece.body == "Alliance Text")
    signed = [piece for piece in draft.pieces if piece.role == "signature"]
    del draft.pieces[start + 1 :]
    truth.text_title, truth.preamble, truth.articles, truth.closing = [], [], [], []
    add(draft, "preamble", truth.preamble, [draft.slots.write(bank["preamble"])])
    chosen = rng.sample(bank["articles"], rng.randint(3, len(bank["articles"])))
    for number, template in enumerate(chosen, 1):
        article = ArticleTruth(str(number), "", [])
        add_article(draft, article, [draft.slots.write(template)], STYLES["Article 1er."](number), truth.articles)
    add(draft, "closing", truth.closing, [draft.slots.write(bank["closing"])])
    draft.pieces += signed
    draft.article_style = "Article 1er."
    draft.note("french")


def article_styles(draft: Draft, rate: float, rng: Random) -> None:
    """Articles are marked in another way: roman, words, dashes, bare numbers, headings on their own line."""
    if not marked(draft) or draft.article_style != PLAIN or rng.random() >= rate:
        return
    draft.article_style = rng.choice([name for name in STYLES if name not in {PLAIN, "Article 1er."}])
    for piece in marked(draft):
        if piece.article is not None:
            set_mark(piece, STYLES[draft.article_style](int(piece.article.label)))
    draft.note("article-styles")


def nested_paragraphs(draft: Draft, rate: float, rng: Random) -> None:
    """An article has numbered paragraphs (`Article 9. 1. …`, `(a)`); the numbers stay in the paragraphs' text."""
    if not marked(draft) or draft.article_style in BARE or not draft.truth.complete_end or rng.random() >= rate:
        return
    article = rng.choice([piece.article for piece in marked(draft) if piece.article])
    pieces = [piece for piece in draft.pieces if piece.owner is article]
    extra = rng.sample(phrases()["extras"][draft.facts.era], 2)
    at = draft.pieces.index(pieces[-1]) + 1
    new = add(draft, "article", article.paragraphs, [draft.slots.write(text) for text in extra], at)
    own(article, new)
    form = rng.choice(("{n}. ", "({a}) ", "({n}) "))
    for number, piece in enumerate(pieces + new, 1):
        piece.body = form.format(n=number, a="abcdefgh"[number - 1]) + piece.body
        piece.fill(piece.body)
    draft.note("nested-paragraphs")


def renumbered(draft: Draft, rate: float, rng: Random) -> None:
    """Real numbered paragraphs become list items that each begin again with "  1."; the truth has "1." as printed."""
    if rng.random() >= rate:
        return
    for piece in draft.pieces:
        match = re.match(r"\d\. ", piece.body)
        if match and piece.owner is not None and not piece.mark and not match.group().startswith("1"):
            piece.body = "1. " + piece.body[match.end() :]
            piece.fill(piece.body)
            piece.breaks.append(Break(0, indent="  "))
            draft.note("renumbered")


def sub_documents(draft: Draft, rate: float, rng: Random) -> None:
    """Secret articles, protocols, notes follow the signatures, their numbering begun again: each is an annex."""
    if draft.truth.grade != "text" or not draft.truth.complete_end or rng.random() >= rate:
        return
    for spec in rng.sample(phrases()["annexes"], rng.choice((1, 1, 2))):
        _sub_document(draft, spec["kind"], spec["title"], many=spec["plural"], rng=rng)
    draft.note("sub-documents")


def _sub_document(draft: Draft, kind: str, title: str, *, many: bool, rng: Random) -> None:
    day = draw_day(rng, draft.facts.year) if rng.random() < 0.4 else None
    heading = f"{title} of {day.printed}" if day else title
    heading = heading.upper() if rng.random() < 0.4 else heading
    annex = AnnexTruth(kind, heading, day.edtf if day else None)
    draft.truth.annexes.append(annex)
    add(draft, "annex-title", [heading], [heading])[0].anchor = annex.place
    draft.slots["ref"] = str(rng.randint(1, max(1, len(draft.truth.articles))))
    if not many:
        add(draft, "annex-text", annex.paragraphs, [draft.slots.pick(phrases()["annex_letters"])])
        return
    for number, template in enumerate(rng.sample(phrases()["annex_articles"], rng.randint(2, 4)), 1):
        article = ArticleTruth(str(number), "", [])
        add_article(draft, article, [draft.slots.write(template)], STYLES[draft.article_style](number), annex.articles)


def missing_heading(draft: Draft, rate: float, rng: Random) -> None:
    """An article's mark is gone: its paragraphs belong to the article before; its label is in `missing_articles`."""
    articles = draft.truth.articles
    if len(articles) < 3 or not marked(draft) or rng.random() >= rate:
        return
    at = rng.randrange(1, len(articles) - 1)
    gone, into = articles.pop(at), articles[at - 1]
    for piece in draft.pieces:
        if piece.owner is gone:
            into.paragraphs.append(piece.body)
            piece.mark, piece.article, piece.owner = "", None, into
            piece.target = (into.paragraphs, len(into.paragraphs) - 1)
    into.kinds += gone.kinds
    draft.truth.missing_articles.append(gone.label)
    draft.note("missing-heading")


def glued_heading(draft: Draft, rate: float, rng: Random) -> None:
    """`ARTICLE 13request`: the mark runs into the prose, whose capital may go too (also in the truth). Per article."""
    for piece in marked(draft):
        bare = re.match(r"(?:Article|ARTICLE) \d+(?=\. )", piece.mark)
        if bare and rng.random() < rate:
            if rng.random() < 0.5 and not re.match(r"\d|\(|\w ", piece.body):
                piece.body = piece.body[0].lower() + piece.body[1:]
                piece.fill(piece.body)
            if not piece.body[0].isdigit():
                set_mark(piece, rng.choice((bare.group(), bare.group().upper())))
                draft.note("glued-heading")


def ocr_marks(draft: Draft, rate: float, rng: Random) -> None:
    """I or l for 1, 1 or l for I, LX for XL in an article's mark; the truth keeps the real label. Per article."""
    for piece in marked(draft):
        if rng.random() >= rate:
            continue
        head, number = _split_mark(piece.mark)
        wrong = _misread(number, rng)
        if wrong != number:
            set_mark(piece, piece.mark.replace(head + number, head + wrong, 1))
            draft.note("ocr-marks")


def _split_mark(mark: str) -> tuple[str, str]:
    match = re.search(r"(?<![A-Za-z])([IVXL]+|\d+)", mark)
    return (mark[: match.start()], match.group()) if match else (mark, "")


def _misread(number: str, rng: Random) -> str:
    if number.isdigit():
        return number.replace("1", rng.choice("Il"))
    if "XL" in number:
        return number.replace("XL", "LX", 1)
    return number.replace("I", rng.choice("l1"))


def rubrics(draft: Draft, rate: float, rng: Random) -> None:
    """Rubric lines ("Of the Succours") stand before some articles: they are no part of any. A chance per article."""
    _between(draft, "rubrics", phrases()["rubrics"], rate, rng)


def footnotes(draft: Draft, rate: float, rng: Random) -> None:
    """A footnote stands between two articles. A chance per article."""
    _between(draft, "footnotes", phrases()["footnotes"], rate, rng)


def page_marks(draft: Draft, rate: float, rng: Random) -> None:
    """A mark of the old edition's page, `[p. 348]`, stands between two articles. A chance per article."""
    forms = [f"[p. {rng.randint(20, 900)}]", f"[Page {rng.randint(20, 900)}]", f"— {rng.randint(20, 900)} —"]
    _between(draft, "page-marks", forms, rate, rng)


def _between(draft: Draft, damage: str, texts: list[str], rate: float, rng: Random) -> None:
    for piece in marked(draft)[1:]:
        if rng.random() < rate:
            stray(draft, damage, rng.choice(texts), draft.pieces.index(piece))
            draft.note(damage)


def seal_variants(draft: Draft, rate: float, rng: Random) -> None:
    """`(L.S.)`, `[L. S.]`, `L.S.` before or after the names; the truth holds the line as printed."""
    pieces = [piece for piece in draft.pieces if piece.role == "signature" and "For " not in piece.body]
    if not pieces or rng.random() >= rate:
        return
    form = rng.choice(("(L.S.) {n}", "[L. S.] {n}", "L.S. {n}", "{n} (L. S.)", "(L. s.) {n}", "[L.S.] {n}"))
    for piece in pieces:
        piece.body = form.format(n=piece.body.removeprefix("(L. S.) "))
        piece.fill(piece.body)
    draft.note("seal-variants")


def double_dates(draft: Draft, rate: float, rng: Random) -> None:
    """The closing gives both calendars, `July 17/30, 1907`; so it stands in the truth."""
    day = draft.facts.signed
    double = f"{tables()['months'][day.month - 1]} {day.day}/{day.day + 11}, {day.year}"
    for piece in draft.pieces:
        if piece.role == "closing" and 0 < day.day < 18 and day.printed in piece.body and rng.random() < rate:
            piece.body = piece.body.replace(day.printed, double)
            piece.fill(piece.body)
            draft.note("double-dates")
