"""Facts to a draft: the truth of an entry and the pieces that will print it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.forge import header
from tests.forge.facts import draw_day, with_article
from tests.forge.lines import Draft, Piece, Style
from tests.forge.phrases import Slots, person, phrases, tables
from tests.forge.styles import PLAIN, STYLES, ordinal
from tests.forge.truth import ArticleTruth, ForceTruth, Place, Stray, Truth

if TYPE_CHECKING:
    from random import Random

    from tests.forge.facts import Facts, State

CORE = {
    "defense": ("defense", "offense", "no-separate-peace", "military-aid", "bases-or-transit", "guarantee"),
    "neutrality": ("neutrality", "non-adherence", "respect"),
    "nonaggression": ("nonaggression", "respect", "non-adherence", "neutrality"),
    "entente": ("consultation", "exchange-of-views", "guarantee"),
}
COMMON = (
    "friendship", "consultation", "exchange-of-views", "territory", "dispute-settlement", "non-intervention",
    "economic-cooperation", "other-cooperation", "secrecy", "agreement-to-agree", "savings", "accession", "definition",
)  # fmt: skip
FINAL = ("duration", "renewal", "denunciation", "registration", "ratification", "entry-into-force", "authentic-texts")


def write(rng: Random, index: int, facts: Facts, style: Style, earlier: list[str]) -> Draft:
    """The whole entry, undamaged; `earlier` are numbers of entries that its prose may mention."""
    slots = _slots(rng, facts)
    draft = Draft(index, facts, slots, style, _header(rng, facts))
    _print_header(rng, draft)
    _summary(rng, draft, earlier)
    form = rng.random()
    if form < 0.03:
        draft.truth.grade = "none"
    elif form < 0.13:
        _description(rng, draft)
    else:
        _treaty(rng, draft)
    return draft


def _slots(rng: Random, facts: Facts) -> Slots:
    first, second = facts.states[0], facts.states[1]
    past = draw_day(rng, facts.year - rng.randint(1, 40))
    fixed = {
        "a": with_article(first.name),
        "b": with_article(second.name),
        "sov_a": _style(first, facts.era),
        "sov_b": _small(_style(second, facts.era)),
        "place": first.seat,
        "past": past.printed,
        "date": facts.signed.printed,
        "year": str(facts.year),
        "month": facts.signed.printed.split()[0],
        "day_words": f"{ordinal(facts.signed.day or 1)} day",
    }
    return Slots(fixed, rng)


def _style(state: State, era: str) -> str:
    """Who acts for the state: its sovereign, or in our time its government."""
    return f"The Government of {with_article(state.name)}" if era == "late" else state.style


def _small(style: str) -> str:
    """A style within a sentence."""
    return "the " + style[4:] if style.startswith("The ") else style


def _header(rng: Random, facts: Facts) -> Truth:
    truth = Truth(facts.number, [facts.title], [], [], ForceTruth(), [], [])
    label = str(tables()["types"][facts.kind])
    name, _, class_ = label.removesuffix(")").partition(" (Type ")
    truth.types = [{"class": class_, "label": name if rng.random() < 0.9 else name.replace("-A", "-a")}]
    truth.sources = [header.source(rng, facts.year)]
    if rng.random() < 0.15:
        truth.sources += [header.source(rng, facts.year) for _ in range(rng.randint(1, 3))]
    return truth


def _print_header(rng: Random, draft: Draft) -> None:
    facts, truth = draft.facts, draft.truth
    line, truth.members = header.members(rng, facts.states, facts.signed)
    signed, truth.signed = header.signing(rng, facts.states, facts.signed)
    force, truth.in_force = header.in_force(rng, facts.states, facts.signed, draft.slots)
    draft.slots["place"] = truth.signed[0].place or facts.states[0].seat
    kind = truth.types[0]
    first, *others = truth.sources
    draft.pieces += [
        Piece("title", facts.title, f"{facts.number} ", (truth.title, 0), anchor=truth.place),
        Piece("members", line, _label(rng, "Alliance Members:")),
        Piece("signed", f"{signed} {force}".strip(), _label(rng, "Signed On:")),
        Piece("type", f"{kind['label']} (Type {kind['class']})", _label(rng, "Alliance Type:")),
        Piece("source", first.text, _label(rng, "Source:")),
    ]
    if others:
        for citation in others:
            citation.text = citation.text.removesuffix(".")
        joined = "; ".join(citation.text for citation in others)
        draft.pieces.append(Piece("source", f"{joined}.", _label(rng, "Additional Citations:")))


def _label(rng: Random, label: str) -> str:
    return f"{label} " if rng.random() < 0.15 else label


def _summary(rng: Random, draft: Draft, earlier: list[str]) -> None:
    bank, slots, truth = phrases()["summaries"], draft.slots, draft.truth
    sentences = [slots.pick(bank["opening"])]
    sentences += [slots.write(template) for template in rng.sample(bank["middle"], rng.randint(1, 3))]
    if earlier and rng.random() < 0.2:
        truth.references = [rng.choice(earlier)]
        slots["number"] = truth.references[0]
        sentences.append(slots.pick(bank["reference"]))
    paragraphs = [" ".join(sentences)]
    if rng.random() < 0.6:
        paragraphs.append(slots.pick(bank["closing"]))
    if draft.style.summary_heading:
        draft.pieces.append(Piece("heading", draft.style.summary_heading))
    add(draft, "summary", truth.summary, paragraphs)


def add(draft: Draft, role: str, into: list[str], paragraphs: list[str], at: int | None = None) -> list[Piece]:
    """Print `paragraphs` and expect them in `into`; the pieces go to the end, or before piece `at`."""
    pieces = []
    for paragraph in paragraphs:
        into.append(paragraph)
        pieces.append(Piece(role, paragraph, target=(into, len(into) - 1)))
    if at is None:
        draft.pieces += pieces
    else:
        draft.pieces[at:at] = pieces
    return pieces


def _description(rng: Random, draft: Draft) -> None:
    bank = phrases()["descriptions"]
    draft.truth.grade = "description"
    draft.pieces.append(Piece("heading", "Description of Terms"))
    sentences = [draft.slots.write(template) for template in rng.sample(bank, rng.randint(2, len(bank)))]
    article = ArticleTruth("unnumbered", "", [])
    draft.truth.articles = [article]
    split = rng.randint(1, len(sentences))
    paragraphs = [" ".join(part) for part in (sentences[:split], sentences[split:]) if part]
    pieces = add(draft, "article", article.paragraphs, paragraphs)
    pieces[0].article = article
    own(article, pieces)


def own(article: ArticleTruth, pieces: list[Piece]) -> None:
    """Tell the pieces which article they print."""
    for piece in pieces:
        piece.owner = article


def _treaty(rng: Random, draft: Draft) -> None:
    slots, truth, era = draft.slots, draft.truth, draft.facts.era
    draft.pieces.append(Piece("heading", "Alliance Text"))
    if rng.random() < 0.12:
        add(draft, "text-title", truth.text_title, [rng.choice(phrases()["text_titles"])])
    add(draft, "preamble", truth.preamble, _preamble(rng, draft))
    for position, (kind, templates) in enumerate(_articles(rng, draft)):
        article = ArticleTruth(str(position + 1), "", [], kinds=[kind])
        paragraphs = _paragraphs(rng, slots, era, templates, position)
        add_article(draft, article, paragraphs, STYLES[PLAIN](position + 1), truth.articles)
    add(draft, "closing", truth.closing, [slots.pick(phrases()["closings"][era])])
    add(draft, "signature", truth.signatures, _signatures(rng, draft))


def add_article(
    draft: Draft, article: ArticleTruth, paragraphs: list[str], mark: str, into: list[ArticleTruth]
) -> list[Piece]:
    """Print an article under `mark` and expect it in `into`."""
    into.append(article)
    pieces = add(draft, "article", article.paragraphs, paragraphs)
    pieces[0].article = article
    own(article, pieces)
    set_mark(pieces[0], mark)
    return pieces


def set_mark(piece: Piece, mark: str) -> None:
    """Give the piece that opens an article its printed mark."""
    piece.mark = mark
    if piece.article is not None:
        piece.article.printed = mark.strip()


def _articles(rng: Random, draft: Draft) -> list[tuple[str, list[str]]]:
    """The kinds and their sentences: core of the type first, the common ones, the final clauses."""
    bank, era = phrases()["articles"], draft.facts.era
    core = [kind for kind in CORE[draft.facts.kind] if rng.random() < 0.6] or [CORE[draft.facts.kind][0]]
    common = [kind for kind in rng.sample(COMMON, rng.randint(2, 6)) if kind not in core]
    final = [kind for kind in FINAL if rng.random() < 0.7]
    return [(kind, bank[kind][era]) for kind in core + common + final if era in bank[kind]]


def _paragraphs(rng: Random, slots: Slots, era: str, templates: list[str], position: int) -> list[str]:
    text = slots.pick(templates)
    paragraphs = [text]
    if rng.random() < 0.6:
        extra = slots.pick(phrases()["extras"][era])
        if rng.random() < 0.5:
            paragraphs.append(extra)
        else:
            paragraphs[0] += " " + extra
    if position and rng.random() < 0.12:
        slots["ref"] = str(rng.randint(1, position))
        paragraphs[-1] += " " + slots.pick(phrases()["mentions"])
    if rng.random() < 0.08:
        paragraphs[-1] += " " + slots.pick(phrases()["dated"])
    if rng.random() < 0.06:
        paragraphs[-1] += " " + rng.choice(phrases()["shorts"][era])
    return paragraphs


def _preamble(rng: Random, draft: Draft) -> list[str]:
    bank, slots, era = phrases()["preambles"], draft.slots, draft.facts.era
    opening = slots.pick(bank["opening"][era])
    if era == "late":
        return [opening, rng.choice(bank["ending_late"])]
    offices = tables()["offices"]
    envoys = [f"{state.style}: {person(rng)}, {rng.choice(offices)};" for state in draft.facts.states[:3]]
    return [opening, *envoys, rng.choice(bank["ending"])]


def _signatures(rng: Random, draft: Draft) -> list[str]:
    states = draft.facts.states[:4]
    if draft.facts.era == "late" and rng.random() < 0.4:
        bank = phrases()["signing_for"]
        form = rng.choice(bank)
        return [f"{form.format(a=with_article(state.name))} {person(rng)}" for state in states]
    seal = rng.choice(("", "(L. S.) "))
    return [f"{seal}{person(rng)}." for _ in states]


def stray(draft: Draft, kind: str, text: str, at: int) -> None:
    """Print, before piece `at`, a line that belongs to no value."""
    place = Place()
    draft.truth.strays.append(Stray(kind, text, place))
    draft.pieces.insert(at, Piece("stray", text, anchor=place, stray=kind))
