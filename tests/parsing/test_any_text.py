"""Any text and any bytes: the reader never raises, points only at what is there, and says the same thing twice."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import hypothesis.strategies as st
import pytest
from hypothesis import example, given, settings

from foedera.models.entries import Entry
from foedera.models.errors import UnreadableInputError
from foedera.parsing import read_entries
from foedera.reading import read_bytes

if TYPE_CHECKING:
    from foedera.models.pages import Volume
    from foedera.parsing.volume import LayoutOption

LAYOUTS: tuple[LayoutOption, ...] = ("auto", "compendium", "treaty")

# What the parser acts on, whole and broken, and what looks like it.
TOKENS = (
    "4.1254 ", "4.1255 Treaty of Peace\n", "4.l2O4 ", "4.12", "9.9999 A", "Alliance Members:",
    "Alliance Members:Peru and Chile\n", "Alliance Ty pe:", "Signed On:", "Signed On", "Alliance Type:", "Source:",
    "Source:54 Stat. 2267\n", "Additional Citations:", "SUMMARY\n", "SUMMARY:", "Alliance Text\n",
    "Description of Terms\n", "\nArticle 1. ", "\nArticle I. ", "\nART. II. ", "\nIII. ", "\nArticle 363 ",
    "\nARTICLE 13request ", "\nArticle Sixteen. ", "\n§ 8. ", "\n(1). ", "\n1st. ", "\nl0th. ", "\nLXI. ", "\n9. 1. ",
    "\n(a) ", "Article 1er ", "Article ", "ART.", "\n2. ", "\nI.", "\n  1.", "May 4, 1931", "May 4,\n", "1931",
    "the 30th of Febru-\nary, 1", "July 17/30, 1907", "September 31, 1926 ",
    "the nineteenth of May, nineteen twenty-six", "1908~", "August 18, O.S.", "\n1815. ", ", in the city of ",
    ", in the cities of Tripoli (Libya) and Niamey. ", "at Nymphenburg Palace (Germany)", "In force until ",
    "In force as of date of publication of this volume, except for ", "; for Italy, until ", "In force",
    "renewing the treaty of ", "Type I)", "(Type III)", "(Type IIl", "Defense Pact (Type I)", "Entente", " and ",
    ", ", "; ", "(", ")", "[", "]", "()", "(joined on ", "(until ", "(observer since 2003)", ", acceded to by ",
    "Trinidad and Tobago", "Serbs, Croats, and Slovenes", "Peru", "the Two Sicilies", "Sardnia",
    "Alliance no. 3.1141", "Alliance nos. 3.1142 and ", "\nSECRET ARTICLES\n", "\nPROTOCOL\n", "\nNote\n",
    "\nANNEX A\n", "\nNOTE. It is", " PROTOCOL ", "\nSUCCOURS\n", "\nDone at Geneva, in triplicate, ",
    "\nIn witness whereof ", "(L. S.) ", "L.S.", "[L. S.]\n", "(Signed) ", "\nFor Peru: ", "(Seal)",
    "\nThat there be peace.\n", "\nItem, ", "\nLastly, ", ".", ".\n", ":\n", "-\n", "\ufffe", "\u00ad\n", "ˇ", "´",
    "\u0301", "fhall ", "ſ", "Tu r k e y", "Free download pdf\n", "\n212\n", "[p. 348]", "\n* See the note.\n",
    "\n\n", "\n", " ", "\t", "\r\n", "\f", "\f\f", "\x00", "\ufeff", "\u2028", "\x85", "é", "ß", "İ", "東京", "١٢", "𝔄",
    "²", "①", "vol.", "p. ", "no. ", "CTS", '"', "”",
)  # fmt: skip
ANY = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30)
TRICKY = st.lists(st.one_of(*[st.sampled_from(TOKENS)] * 4, ANY), max_size=40).map("".join)
FIELDS = st.lists(st.sampled_from(TOKENS), max_size=8).map("".join)
HEADERS = st.builds(
    "4.1254 {}\nAlliance Members:{}\nSigned On:{}\nAlliance Type:{}\nSource:{}\nSUMMARY\n{}\nAlliance Text\n{}".format,
    *[FIELDS] * 7,
)
TREATIES = st.builds("{}\n\nArticle 1. {}\nArticle 2. {}\nDone at Lima, {}".format, *[FIELDS] * 4)


def volume_of(data: bytes) -> Volume | None:
    """The pages of these bytes, or None where they are no text."""
    try:
        return read_bytes(data, "x.txt")
    except UnreadableInputError:
        return None


def check(volume: Volume, layout: LayoutOption) -> list[Entry]:
    """The records, each of which points only at the pages, has an id of its own, and survives its JSON."""
    entries = read_entries(volume, layout)
    sizes = {page.number: len(page.text) for page in volume.pages}
    for entry in entries:
        spans = [span for places in entry.evidence.values() for span in places]
        spans += [span for issue in entry.issues for span in issue.at]
        assert all(0 <= span.start <= span.end <= sizes[span.page] for span in spans)
        assert all(entry.evidence.values())
        assert Entry.model_validate_json(entry.to_json()) == entry
        assert 1 <= entry.source.pages[0] <= entry.source.pages[1] <= len(sizes)
    ids = [entry.id for entry in entries]
    assert len(set(ids)) == len(ids)
    return entries


def check_all(data: bytes) -> None:
    """In every layout the same bytes give the same records, twice; as a treaty they give one."""
    volume = volume_of(data)
    if volume is None:
        return
    for layout in LAYOUTS:
        entries = check(volume, layout)
        again = read_entries(read_bytes(data, "x.txt"), layout)
        assert [entry.to_json() for entry in again] == [entry.to_json() for entry in entries]
    assert len(read_entries(volume, "treaty")) == 1


@settings(max_examples=100, deadline=None)
@given(TRICKY)
@example("4.1254 " * 9 + "Alliance Members:" * 9)
@example("4.1254 A\nAlliance Members:\fSigned On:\fAlliance Text\f")
@example("Article 1. " * 50)
@example("\n".join(f"{n}." for n in range(60)))
def test_any_mixture_of_marks_is_read(text: str) -> None:
    """Labels, numbers, marks, brackets, dates and page breaks in any order."""
    check_all(text.encode())


@settings(max_examples=80, deadline=None)
@given(HEADERS)
def test_any_header_is_read(text: str) -> None:
    """A header whose fields hold anything; it is one entry or more, and the first keeps its number."""
    check_all(text.encode())


@settings(max_examples=60, deadline=None)
@given(TREATIES)
def test_any_treaty_is_read(text: str) -> None:
    """Two articles and a closing with anything in them."""
    check_all(text.encode())


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    """Every character of every script, lone surrogates put in as they may."""
    check_all(text.encode("utf-8", errors="surrogatepass"))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
@example(b"\xff\xfe4\x00.\x001\x00")
@example(b"\x00" * 9)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Bytes that are no text are refused in one way; all others are read."""
    check_all(data)


TEN_THOUSAND = [
    pytest.param("(" * 10_000, id="brackets"),
    pytest.param("4.1254 A\nAlliance Members:" + "(" * 10_000, id="brackets in a field"),
    pytest.param("4.1254 A\nAlliance Members:" + "Peru (Chile) " * 1_000, id="members"),
    pytest.param("4.1254 A\nAlliance Members:Peru\nSigned On:" + "May 4, " * 1_500, id="days"),
    pytest.param("4.1254 A\nAlliance Members:Peru\nSource:" + "vol. 1, p. 2; " * 700, id="citations"),
    pytest.param("Alliance Text\n" + "I. " * 3_000, id="numbers on a line"),
    pytest.param("Alliance Text\n" + "I.\n" * 3_000, id="numbers on lines"),
    pytest.param("PROTOCOL\n" * 1_000, id="headings"),
    pytest.param("Done at Lima.\n" * 700, id="closings"),
    pytest.param("(L. S.) A. B.\n" * 700, id="signatures"),
]


@pytest.mark.parametrize("text", TEN_THOUSAND)
def test_ten_thousand_characters_of_one_thing_are_read_soon(text: str) -> None:
    """No pattern runs away: each takes a fraction of a second, and may take a few on a slow machine."""
    volume = volume_of(text.encode())
    assert volume is not None
    before = time.process_time()
    check(volume, "auto")
    assert time.process_time() - before < 5
