"""Reading printed source citations."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.parsing.citations import ParsedCitation, parse_citations

UNTS = "United Nations Treaty Series"
LNTS = "League of Nations Treaty Series"
CTS = "Consolidated Treaty Series"
BFSP = "British and Foreign State Papers"
AJIL = "American Journal of International Law"
NRG = "Martens, Nouveau recueil général de traités"
NYT = "New York Times"
TIAS = "Treaties and Other International Acts Series"
STAT = "United States Statutes at Large"
FBIS = "Foreign Broadcast Information Service"
SWB = "BBC Summary of World Broadcasts"
SUPPLEMENT = "Supplement: Official Documents"
SEED = f"The {AJIL},vol.27,no.4,{SUPPLEMENT} (October 1933), p. 184–188."

# printed | container | other parts, in the order of PARTS, as name=value
KNOWN = [
    (
        SEED,
        AJIL,
        {"series": SUPPLEMENT, "volume": "27", "issue": "4", "issued": "1933-10", "pages": "184-188"},
    ),
    ("American Journal of International Law, vol. 20, no. 1 (January 1926), p. 45.", AJIL, "v20 i1 d1926-01 p45"),
    ("American Journal of International Law 27, no. 4 (October 1933): 184–188", AJIL, "v27 i4 d1933-10 p184-188"),
    ("27 AJIL Supp. 184 (1933)", AJIL, "v27 sSupp. d1933 p184"),
    ("33 Am. J. Int'l L. 12 (1939)", AJIL, "v33 d1939 p12"),
    ("Amer. Journal of International Law,Vol. XXIV, pp. 3-9", AJIL, "vXXIV p3-9"),
    ("Consolidated Treaty Series,vol. 12, p. 345-367.", CTS, "v12 p345-367"),
    ("Parry's Consolidated Treaty Series, vols. 3–4, pp. 1–20", CTS, "v3-4 p1-20"),
    ("Clive Parry, ed., Consolidated Treaty Series, vol. 69, p. 355.", CTS, "v69 p355"),
    ("69 CTS 355", CTS, "v69 p355"),
    ("69 Consol. T.S. 355", CTS, "v69 p355"),
    ("CTS, page 12, volume 7", CTS, "v7 p12"),
    ("British and Foreign State Papers, vol. 145 (1939), p. 12–15.", BFSP, "v145 d1939 p12-15"),
    ("British Foreign and State Papers,vol. 1 (1812–1814), p. 184–8", BFSP, "v1 d1812/1814 p184-8"),
    ("BFSP, 12, 345", BFSP, "v12 p345"),
    ("British & Foreign State Papers, p. 5, vol. CXVI", BFSP, "vCXVI p5"),
    ("United Nations Treaty,no. 12282.", UNTS, "n12282"),
    ("United Nations Treaty Series, vol. 1155, no. I-18232, pp. 331–353.", UNTS, "v1155 nI-18232 p331-353"),
    ("UNTS no. I-4214, vol. 298 (1958), p. 11", UNTS, "v298 nI-4214 d1958 p11"),
    ("1155 UNTS 331.", UNTS, "v1155 p331"),
    ("211 U.N.T.S. 237", UNTS, "v211 p237"),
    ("UNTS, Reg. No. 2764, vol. 211", UNTS, "v211 n2764"),
    ("League of Nations Treaty Series,vol.78,no.1793,p. 413.", LNTS, "v78 n1793 p413"),
    ("78 LNTS 413", LNTS, "v78 p413"),
    ("League of Nations, Treaty Series, vol. CLXI, p. 229 ff.", LNTS, "vCLXI p229 ff"),
    ("54 Stat. 2267", STAT, "v54 p2267"),
    ("Statutes at Large, vol. 8, p. 12", STAT, "v8 p12"),
    ("TIAS 1838", TIAS, "n1838"),
    ("T.I.A.S. No. 1838 (1948).", TIAS, "n1838 d1948"),
    ("Cmd. 5399", "Command Papers (Cmd.)", "n5399"),
    ("Great Britain, Treaty Series No. 5 (1949).", "United Kingdom Treaty Series", "n5 d1949"),
    ("Canada Treaty Series 1949, no. 7", "Canada Treaty Series", "n7 d1949"),
    ("Australian Treaty Series, 1952, No. 2", "Australian Treaty Series", "n2 d1952"),
    (
        "Georg Friedrich von Martens, Recueil des principaux traités, 2nd ed., vol. II, p. 345.",
        "Martens, Recueil des principaux traités",
        "vII p345",
    ),
    ("Martens, Nouveau Recueil, tome V, p. 12", "Martens, Nouveau recueil de traités", "vV p12"),
    (
        "Martens, Nouveau Recueil Général, 3e série, t. XXIV, pp. 12, 14",
        NRG,
        {"series": "3e série", "volume": "XXIV", "pages": "12, 14"},
    ),
    (
        "Martens,Nouveau recueil general de traites,Third Series,vol.2,p.5",
        NRG,
        {"series": "Third Series", "volume": "2", "pages": "5"},
    ),
    (
        "Edward Hertslet, The Map of Europe by Treaty, vol. 2 (London: Butterworths, 1875), no. 234, p. 1254",
        "The Map of Europe by Treaty",
        "v2 n234 d1875 p1254",
    ),
    ("Hertslet's Map of Europe by Treaty, II, 1254", "The Map of Europe by Treaty", "vII p1254"),
    (
        "Hertslet's Commercial Treaties, vol. XIV, pp. 12-15, 20-22",
        "Hertslet's Commercial Treaties",
        "vXIV p12-15,_20-22",
    ),
    (
        "Dumont, Corps universel diplomatique, vol. VII, part 1, p. 89.",
        "Corps universel diplomatique du droit des gens",
        {"series": "part 1", "volume": "VII", "pages": "89"},
    ),
    ("Rymer's Foedera, vol. xx, p. xiv", "Rymer's Foedera", "vxx pxiv"),
    (
        "Keesing's Contemporary Archives, vol. 7, 1948–50, p. 9123",
        "Keesing's Contemporary Archives",
        "v7 d1948/1950 p9123",
    ),
    ("Keesing's Record of World Events, May 1992, p. 38918", "Keesing's Record of World Events", "d1992-05 p38918"),
    (
        "International Legal Materials, vol. 17, no. 5 (September 1978), p. 1098",
        "International Legal Materials",
        "v17 i5 d1978-09 p1098",
    ),
    (
        "Papers Relating to the Foreign Relations of the United States, 1917, p. 300",
        "Foreign Relations of the United States",
        "d1917 p300",
    ),
    ("Pribram, p. 25", "The Secret Treaties of Austria-Hungary", "p25"),
    ("Beer,p. 821.", "Alliances: Latent War Communities in the Contemporary World", "p821"),
    (
        "Documents on American Foreign Relations,vol.3 (1940–1941), p. 160",
        "Documents on American Foreign Relations",
        "v3 d1940/1941 p160",
    ),
    ("Department of State Bulletin, 15 September 1947, p. 565", "Department of State Bulletin", "d1947-09-15 p565"),
    (
        "Treaties and Alliances of the World (New York: Scribner's, 1968), p. 34",
        "Treaties and Alliances of the World",
        "d1968 p34",
    ),
    ("Middle East Journal, vol. 9, no. 2, pp. 177–8", "Middle East Journal", "v9 i2 p177-8"),
    ('"Text of Pact," New York Times, May 15, 1992, p. A12.', NYT, "d1992-05-15 pA12"),
    ("The New York Times,May 1955.", NYT, "d1955-05"),
    ("Times (London), 15 May 1992.", "The Times (London)", "d1992-05-15"),
    ("The Times of India, May 1971", "The Times of India", "d1971-05"),
    ("FBIS-SOV-92-094, 15 May 1992, pp. 5-7", FBIS, "nFBIS-SOV-92-094 d1992-05-15 p5-7"),
    ("Foreign Broadcast Information Service,May 15, 1992.", FBIS, "d1992-05-15"),
    ("BBC Summary of World Broadcasts, SU/1380, 15 May 1992", SWB, "nSU/1380 d1992-05-15"),
    ("Public Record Office, FO 93/14/2.", "The National Archives (Kew)", {"number": "FO 93/14/2"}),
    (
        "Haus-, Hof- und Staatsarchiv, Urkundenreihe 1234",
        "Haus-, Hof- und Staatsarchiv",
        {"number": "Urkundenreihe 1234"},
    ),
    ("UN Doc. A/RES/3281", "United Nations Documents", "nA/RES/3281"),
    ("Reichsgesetzblatt, 1936, II, p. 1013", "Reichsgesetzblatt", "sII d1936 p1013"),
    ("Dziennik Ustaw, 1934, no. 16, poz. 124", "Dziennik Ustaw", "i16 n124 d1934"),
    (
        "Journal officiel de la République française, 3 juin 1936, p. 5",
        "Journal officiel de la République française",
        "d1936-06-03 p5",
    ),
]
UNKNOWN = [
    ("John Doe, ed., The Book of Pacts (Boston: Beacon, 1969), p. 5", "The Book of Pacts", "d1969 p5"),
    ("Journal of Obscure Studies 27 (1990): 184–188", "Journal of Obscure Studies", "v27 d1990 p184-188"),
    ("American Joumal of International Law, vol. 3, p. 5", "American Joumal of International Law", "v3 p5"),
    ("A Survey of 1890, p. 7", "A Survey of 1890", "p7"),
    ("Review of Leagues, vol. 3, no. 2, p. 5", "Review of Leagues", "v3 i2 p5"),
    ("Jane Mary Roe, The Small Book of Leagues, p. 7", "The Small Book of Leagues", "p7"),
    ("Martens, vol. 5, p. 3", "Martens", "v5 p3"),
]
LETTERS = {"v": "volume", "i": "issue", "n": "number", "p": "pages", "d": "issued", "s": "series"}
PARTS = ("container", *LETTERS.values())
CSL_KEYS = {
    *("id", "type", "title", "container-title", "collection-title", "section", "volume", "issue", "number", "page"),
    *("issued", "author", "editor", "publisher", "publisher-place", "edition", "number-of-volumes"),
    *("archive", "archive_location"),
}
CSL_TYPES = {"treaty", "article-journal", "article-newspaper", "book", "chapter", "document"}
SHARDS = st.sampled_from(
    [
        *';.,:()[]"“”-–/ ',
        "vol. ",
        "no.",
        "pp. 3",
        "UNTS",
        " 78 LNTS 4",
        "Martens",
        "Supplement: ",
        "ed. ",
        "1933",
        "May ",
        "ibid.",
        "IV",
        "İ",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(st.one_of(SHARDS, st.text(max_size=3))).map("".join))


def one(text: str) -> ParsedCitation:
    """The only citation of a text."""
    (parsed,) = parse_citations(text)
    return parsed


def expected(container: str, parts: str | dict[str, str]) -> dict[str, str]:
    """The fields that a row of the tables stands for: "v27 p184" is volume 27, pages 184; _ is a space."""
    if isinstance(parts, dict):
        return {"container": container, **parts}
    words = re.sub(r" (ff)$", r"_\1", parts).split()
    return {"container": container, **{LETTERS[word[0]]: word[1:].replace("_", " ") for word in words}}


def fields(parsed: ParsedCitation) -> dict[str, str]:
    """The fields that are set."""
    return {name: value for name in PARTS if (value := getattr(parsed.citation, name)) is not None}


@pytest.mark.parametrize(("text", "container", "parts"), KNOWN, ids=[row[0] for row in KNOWN])
def test_a_citation_of_a_registered_work_is_read(text: str, container: str, parts: str | dict[str, str]) -> None:
    """Every printed part is found, whatever its order, spacing and abbreviation; nothing is left unread."""
    parsed = one(text)
    assert fields(parsed) == expected(container, parts)
    assert parsed.known
    assert parsed.citation.text == text
    assert not [note for note in parsed.notes if note.startswith(("not read", "a second"))]


@pytest.mark.parametrize(("text", "container", "parts"), UNKNOWN, ids=[row[0] for row in UNKNOWN])
def test_a_citation_of_an_unknown_work_keeps_its_printed_name_and_says_so(
    text: str, container: str, parts: str
) -> None:
    """The container is as printed, its parts are read, and a note tells that the register does not have it."""
    parsed = one(text)
    assert fields(parsed) == expected(container, parts)
    assert not parsed.known
    assert any(container in note for note in parsed.notes)


@pytest.mark.parametrize("text", [row[0] for row in (*KNOWN, *UNKNOWN)])
def test_csl_has_only_keys_and_types_of_csl_json(text: str) -> None:
    """The CSL item has an id, a type of CSL-JSON 1.0.2, known keys, and values of their kinds."""
    csl = one(text).citation.csl
    assert {"id", "type"} <= set(csl) <= CSL_KEYS
    assert csl["type"] in CSL_TYPES
    for key, value in csl.items():
        if key == "issued":
            assert all(isinstance(part, int) for date in value["date-parts"] for part in date)
        elif key in {"author", "editor"}:
            assert all(set(person) == {"literal"} for person in value)
        else:
            assert isinstance(value, str)


def test_the_csl_of_a_journal_holds_issue_date_and_supplement() -> None:
    """A journal's article has the CSL keys of one; the supplement is its section."""
    csl = dict(one(KNOWN[0][0]).citation.csl)
    assert csl.pop("id").startswith("ajil-")
    assert csl == {
        "type": "article-journal",
        "container-title": AJIL,
        "section": SUPPLEMENT,
        "volume": "27",
        "issue": "4",
        "page": "184-188",
        "issued": {"date-parts": [[1933, 10]]},
    }


@pytest.mark.parametrize(
    ("text", "type_", "more"),
    [
        ("1155 UNTS 331", "treaty", {"container-title": UNTS}),
        ("Martens, Nouveau Recueil Général, Third Series, vol. 2", "treaty", {"collection-title": "Third Series"}),
        ('"Text of Pact," New York Times, May 1992', "article-newspaper", {"title": "Text of Pact"}),
        ("Reuters, 5 May 1993", "article-newspaper", {"issued": {"date-parts": [[1993, 5, 5]]}}),
        ("BFSP, vol. 1 (1812–1814)", "treaty", {"issued": {"date-parts": [[1812], [1814]]}}),
        ("The Book of Pacts (Boston: Beacon, 1969)", "book", {"publisher": "Beacon", "publisher-place": "Boston"}),
        ('Jane Roe, "On Leagues," in The Book of Pacts, p. 3', "chapter", {"author": [{"literal": "Jane Roe"}]}),
        ("Clive Parry, ed., Consolidated Treaty Series, vol. 6", "treaty", {"editor": [{"literal": "Clive Parry"}]}),
        ("Public Record Office, FO 93/14/2", "document", {"archive_location": "FO 93/14/2"}),
    ],
)
def test_the_csl_type_follows_the_kind_of_the_work(text: str, type_: str, more: dict[str, object]) -> None:
    """Treaty series give treaties, journals articles, unknown works books and chapters."""
    csl = one(text).citation.csl
    assert csl["type"] == type_
    assert more.items() <= csl.items()


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("UNTS, vol. 5; LNTS, vol. 6.", ["UNTS, vol. 5", "LNTS, vol. 6."]),
        (' "Peace; and War," New York Times ;; TIAS 5; ', ['"Peace; and War," New York Times', "TIAS 5"]),
        ("UNTS vol. 5 (Paris; (London;) Rome), p. 6; TIAS 5", ["UNTS vol. 5 (Paris; (London;) Rome), p. 6", "TIAS 5"]),
        ("UNTS vol. 5 [a; b]; “c; d,” Times (London)", ["UNTS vol. 5 [a; b]", "“c; d,” Times (London)"]),
        ("UNTS (vol. 5; TIAS 5", ["UNTS (vol. 5", "TIAS 5"]),
        (" ; . ;", []),
        ("", []),
    ],
)
def test_semicolons_outside_quotes_and_brackets_part_citations(text: str, pieces: list[str]) -> None:
    """A quote or bracket shields its semicolons, if it closes; pieces without a word are none."""
    assert [parsed.citation.text for parsed in parse_citations(text)] == pieces


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("vol. 13, p. 5", "names no work of its own"),
        ("54 Stat. 2267, TIAS 1838, 102 UNTS 5", 'names a further work, not read: "TIAS 1838, 102 UNTS 5"'),
        ("UNTS vol. 5, vol. 6", 'a second volume, not kept: "vol. 6"'),
        ("UNTS vol. 5, green cover", 'not read: "green cover"'),
        ("BFSP, 12, 345", '"345" has no label: taken for the pages'),
        ("Review of Leagues, vol. 3, no. 2", '"no. 2" is taken for an issue: it comes with a volume'),
        ("Ibid., p. 6", '"Ibid." follows no citation that names a work'),
        ("Pribram, p. 25", '"Pribram" is read as short for "The Secret Treaties of Austria-Hungary"'),
        (
            "American Joumal of International Law, p. 5",
            f'the register has no "American Joumal of International Law"; it resembles "{AJIL}"',
        ),
    ],
)
def test_what_is_not_read_or_inferred_is_noted(text: str, note: str) -> None:
    """Nothing is dropped or guessed without a remark."""
    assert note in one(text).notes


def test_the_date_of_a_treaty_is_not_that_of_the_volume() -> None:
    """A date before the work's name or after "signed" is the treaty's: it stays unread, with a note."""
    for text in ("Pact of Ankara, 18 December 1954, UNTS vol. 211", "UNTS vol. 211, signed 18 December 1954"):
        parsed = one(text)
        assert parsed.citation.issued is None
        assert any("18 December 1954" in note for note in parsed.notes)


def test_ibid_is_the_work_cited_before() -> None:
    """The word ibid. takes its container from the citation before it, with a note."""
    first, second = parse_citations("UNTS, vol. 5, p. 3; ibid., vol. 6, p. 7.")
    assert second.citation.container == first.citation.container == UNTS
    assert (second.citation.volume, second.known) == ("6", True)
    assert any("cited before" in note for note in second.notes)


def test_an_author_with_several_works_is_not_resolved() -> None:
    """A bare author's name is a work only if he has one; else the note lists his works."""
    parsed = one("Hertslet, vol. 5")
    assert (parsed.known, parsed.citation.container) == (False, "Hertslet")
    assert any("The Map of Europe by Treaty" in note for note in parsed.notes)


@given(TEXTS)
def test_any_text_is_read_and_spans_give_back_the_text(text: str) -> None:
    """No text raises; spans lie in order, and each is its citation's text without outer space."""
    last = 0
    for parsed in parse_citations(text):
        assert last <= parsed.start < parsed.end <= len(text)
        assert parsed.citation.text == text[parsed.start : parsed.end] == parsed.citation.text.strip()
        assert set(parsed.citation.csl) <= CSL_KEYS
        last = parsed.end


@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    """Reading depends on nothing but the text."""
    assert parse_citations(text) == parse_citations(text)


@given(TEXTS)
def test_no_word_or_number_outside_the_citations_is_lost(text: str) -> None:
    """What lies between citations holds no letter or digit."""
    last = 0
    for parsed in [*parse_citations(text)]:
        assert not any(map(str.isalnum, text[last : parsed.start]))
        last = parsed.end
    assert not any(map(str.isalnum, text[last:]))


@pytest.mark.parametrize(
    "shard", ["(", '"', "“a", "pp. 1, ", "Supplement: a", "a ", "1 - ", "(()", "The, ", "ed. A b ", "1933-", "A B "]
)
def test_long_dirty_texts_take_no_time_out_of_proportion(shard: str) -> None:
    """Hostile repetition of a shard ends: no pattern backtracks without bound."""
    assert parse_citations(shard * 2000 + "x")


def test_importing_the_reader_compiles_and_loads_nothing() -> None:
    """The register is read and patterns are compiled on first use."""
    code = (
        "import foedera.parsing.citations, foedera.parsing.citation_series as s, foedera.parsing.citation_parts as p;"
        "assert s._register.cache_info().currsize == p._pattern.cache_info().currsize == 0"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
