"""The end of a treaty: its closing formula, and the signatures under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.parsing.conftest import Sheet, codes, read_one

if TYPE_CHECKING:
    from foedera.models.entries import Entry

HEAD = "The two governments have agreed as follows:\n\nArticle 1. There shall be peace.\n\nArticle 2. It shall last."


def treaty(closing: str, *, gap: str = "\n\n", members: str = "Peru and Chile") -> Entry:
    """An entry whose text ends so."""
    return read_one(Sheet(text=f"{HEAD}{gap}{closing}", members=members))


FORMULAS = [
    "In witness whereof the plenipotentiaries have signed this treaty.",
    "In Witness Whereof, the Plenipotentiaries have signed this treaty.",
    "IN WITNESS WHEREOF the plenipotentiaries have signed this treaty.",
    "In faith whereof the plenipotentiaries have signed this treaty.",
    "In testimony whereof the plenipotentiaries have signed this treaty.",
    "In virtue whereof the plenipotentiaries have signed this treaty.",
    "In proof of which the plenipotentiaries have signed this treaty.",
    "Done at Lima, on May 4, 1931.",
    "Done in duplicate at Lima, the 4th day of May, 1931.",
    "DONE at Lima, in two copies, on May 4, 1931.",
    "Given at Lima, the 4th of May, 1931.",
    "Signed at Lima, on May 4, 1931.",
    "Signed and sealed at Lima, on May 4, 1931.",
    "Executed at Lima, on May 4, 1931.",
    "Fait à Lima, le 4 mai 1931.",
    "En foi de quoi les plénipotentiaires ont signé.",
    "Hecho en Lima, el 4 de mayo de 1931.",
    "The undersigned have hereunto affixed their seals.",
]


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
@pytest.mark.parametrize("formula", FORMULAS)
def test_a_closing_formula_is_in_no_article(formula: str, gap: str) -> None:
    """After an empty line or without, the formula ends the last article and is the closing."""
    entry = treaty(formula, gap=gap)
    assert entry.text.closing == formula
    assert [article.paragraphs for article in entry.text.articles] == [["There shall be peace."], ["It shall last."]]
    assert entry.complete.end


def test_several_formulas_are_one_closing() -> None:
    """The lines "In faith whereof …" and "Done at …" belong together."""
    closing = "In faith whereof the envoys have signed the present\ntreaty.\nDone at Lima, on May 4, 1931."
    entry = treaty(f"{closing}\n(L. S.) A. PRADO.\n(L. S.) J. MATTE.")
    assert entry.text.closing == " ".join(closing.split())
    assert entry.text.signatures == ["A. PRADO.", "J. MATTE."]


def test_a_formula_may_follow_an_article_on_its_line() -> None:
    """After the article's last sentence the closing begins, wherever the line does."""
    entry = treaty("In witness whereof the envoys have signed.", gap=" ")
    assert entry.text.articles[1].paragraphs == ["It shall last."]
    assert entry.text.closing == "In witness whereof the envoys have signed."


PROSE = [
    "What was done at Lima shall be kept by both.",
    "It shall be given by each to the other on demand.",
    "The treaty signed at Lima shall stay in force.",
    "A copy shall be made in witness of it.",
]


@pytest.mark.parametrize("words", PROSE)
def test_words_of_a_formula_within_prose_close_nothing(words: str) -> None:
    """Only at the start of a line or sentence do they open a closing."""
    entry = treaty(f"Article 3. {words}\n\nArticle 4. It shall be ratified.\n\nDone at Lima, on May 4, 1931.")
    assert [article.label for article in entry.text.articles] == ["1", "2", "3", "4"]
    assert entry.text.articles[2].paragraphs == [words]
    assert entry.text.closing == "Done at Lima, on May 4, 1931."


SEALS = [
    # how the two signatures are printed
    "(L.S.) A. PRADO.\n(L.S.) J. MATTE.",
    "(L. S.) A. PRADO.\n(L. S.) J. MATTE.",
    "( L. S. ) A. PRADO.\n( L. S. ) J. MATTE.",
    "[L. S.] A. PRADO.\n[L. S.] J. MATTE.",
    "[L.S.] A. PRADO.\n[L.S.] J. MATTE.",
    "L.S. A. PRADO.\nL.S. J. MATTE.",
    "L. S. A. PRADO.\nL. S. J. MATTE.",
    "(I. S.) A. PRADO.\n(I. S.) J. MATTE.",
    "A. PRADO. (L. S.)\nJ. MATTE. (L. S.)",
    "A. PRADO. [L.S.]\nJ. MATTE. [L.S.]",
    "(L. S.)\nA. PRADO.\n(L. S.)\nJ. MATTE.",
    "(Signed) A. PRADO.\n(Signed) J. MATTE.",
    "Signed: A. PRADO.\nSigned: J. MATTE.",
    "A. PRADO.\nJ. MATTE.",
    "(L. S.) A. PRADO.\n\n(L. S.) J. MATTE.",
    "(SEAL)\nA. PRADO.\n(SEAL)\nJ. MATTE.",
    "(Seal.) A. PRADO.\n(Seal.) J. MATTE.",
]


@pytest.mark.parametrize("printed", SEALS)
def test_signatures_are_names_without_the_mark_of_the_seal(printed: str) -> None:
    """However the seal is printed, before, after or above, the signature is the name."""
    entry = treaty(f"Done at Lima, on May 4, 1931.\n{printed}")
    assert entry.text.closing == "Done at Lima, on May 4, 1931."
    assert entry.text.signatures == ["A. PRADO.", "J. MATTE."]
    assert codes(entry) == []


def test_the_names_of_a_state_stay_with_their_signatures() -> None:
    """A line "For Peru: …" is kept whole."""
    entry = treaty("Done at Lima, on May 4, 1931.\nFor Peru: A. PRADO.\nFor Chile: J. MATTE.")
    assert entry.text.signatures == ["For Peru: A. PRADO.", "For Chile: J. MATTE."]


@pytest.mark.xfail(strict=True, reason="each line is a signature: 4.1021 of the starter compendium")
def test_a_signature_over_two_lines_is_one() -> None:
    """A list of names that the measure breaks belongs to its state."""
    entry = treaty(
        "Done at Lima, on May 4, 1931.\nFor Peru: A. PRADO.\n"
        "For the Republic of Chile: Jorge MATTE, Carlos IBAÑEZ, Ramón\nBARROS, Arturo EDWARDS."
    )
    assert entry.text.signatures == [
        "For Peru: A. PRADO.",
        "For the Republic of Chile: Jorge MATTE, Carlos IBAÑEZ, Ramón BARROS, Arturo EDWARDS.",
    ]


LOST = [
    # the closing and signatures | the members | what the message counts
    ("Done at Lima, on May 4, 1931.\n(L. S.) A. PRADO.", "Peru and Chile", "1 of at least 2"),
    (
        "Done at Lima, in triplicate, on May 4, 1931.\n(L. S.) A. PRADO.\n(L. S.) J. MATTE.",
        "Peru and Chile",
        "2 of at least 3",
    ),
    (
        "Done at Lima, on May 4, 1931.\n(L. S.) A. PRADO.\n(L. S.) J. MATTE.",
        "Peru, Chile, and Bolivia",
        "2 of at least 3",
    ),
]


@pytest.mark.parametrize(("closing", "members", "count"), LOST)
def test_a_signature_that_is_lost_is_said(closing: str, members: str, count: str) -> None:
    """As many are wanted as parties sign, or as copies were made, and never fewer than two; none is made up."""
    entry = treaty(closing, members=members)
    (issue,) = [issue for issue in entry.issues if issue.code == "signature-missing"]
    assert issue.message.startswith(count)
    assert issue.quote == entry.text.signatures[-1]


WHOLE = [
    ("Done at Lima, on May 4, 1931.", "Peru and Chile"),
    ("Done at Lima, in duplicate, on May 4, 1931.\n(L. S.) A. PRADO.\n(L. S.) J. MATTE.", "Peru and Chile"),
    ("Done at Lima, on May 4, 1931.\n(L. S.) A. PRADO.\n(L. S.) J. MATTE.", "Peru, Chile, and Bolivia (June 1, 1933)"),
    ("Done at Lima, on May 4, 1931.\n(L. S.) A. PRADO.\n(L. S.) J. MATTE.\n(L. S.) C. ROJAS.", "Peru and Chile"),
]


@pytest.mark.parametrize(("closing", "members"), WHOLE)
def test_no_signature_is_missed_where_none_can_be_counted_as_lost(closing: str, members: str) -> None:
    """A text printed without signatures, one with all of them, and a party that joined later give no issue."""
    assert codes(treaty(closing, members=members)) == []


def test_a_treaty_without_a_closing_has_none() -> None:
    """Null and an empty list, with an issue at the end of the pages only."""
    first = Sheet(text=HEAD)
    entry = read_one(first)
    assert (entry.text.closing, entry.text.signatures) == (None, [])
    assert codes(entry) == ["end-missing"]
