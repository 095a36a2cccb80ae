"""Text in every encoding becomes the same characters, and what was guessed or lost is told."""

from __future__ import annotations

import codecs

import pytest

from foedera.reading import read_bytes

FRENCH = "Traité de paix entre la Suède et l’Autriche, signé à Münster.\n"
POLISH = "Sojusz Rzeczypospolitej z książętami: Łódź, Gdańsk, Wyszyński, żółć, Jabłonowski.\n"
CZECH = "Beneš, Štefánik a Hodža podepsali smlouvu; říšský sněm, Plzeň, Ninčić, Sleževičius.\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (FRENCH.encode(), FRENCH),
        (codecs.BOM_UTF8 + FRENCH.encode(), FRENCH),
        (codecs.BOM_UTF16_LE + FRENCH.encode("utf-16-le"), FRENCH),
        (codecs.BOM_UTF16_BE + FRENCH.encode("utf-16-be"), FRENCH),
        (b"Article 1.\n", "Article 1.\n"),
        ("a\ufeffb".encode(), "a\ufeffb"),
        (codecs.BOM_UTF8 + "\ufeffa".encode(), "\ufeffa"),
        ("\ufffd printed".encode(), "\ufffd printed"),
    ],
    ids=["utf-8", "utf-8-bom", "utf-16-le", "utf-16-be", "ascii", "bom-inside", "two-boms", "printed-fffd"],
)
def test_marked_or_plain_unicode_is_read_without_an_issue(data: bytes, text: str) -> None:
    """UTF-8 and UTF-16 with a mark are read as they are; only the mark at the very start is dropped."""
    volume = read_bytes(data, "page.txt")
    assert [page.text for page in volume.pages] == [text]
    assert volume.issues == ()


@pytest.mark.parametrize(
    ("encoding", "text", "named"),
    [
        ("utf-16-le", FRENCH, "UTF-16 (little-endian)"),
        ("utf-16-be", FRENCH, "UTF-16 (big-endian)"),
        ("cp1252", FRENCH, "Windows-1252 (Latin-1)"),
        ("latin-1", FRENCH.replace("’", "'"), "Windows-1252 (Latin-1)"),
        ("cp1252", "Signed at Münster.\n", "Windows-1252 (Latin-1)"),
        ("cp1252", "“High Contracting Parties” — Sardinia’s envoy\n", "Windows-1252 (Latin-1)"),
        ("cp1250", POLISH, "Windows-1250"),
        ("cp1250", CZECH, "Windows-1250"),
        ("cp1250", "Sleˇzeviˇcius and Baltruˇsaitis — the People’s Commissar\n", "Windows-1250"),
        ("iso8859-2", POLISH, "ISO 8859-2 (Latin-2)"),
        ("mac_roman", FRENCH, "Mac Roman"),
    ],
)
def test_an_encoding_without_proof_is_guessed_and_named(encoding: str, text: str, named: str) -> None:
    """Bytes that are not UTF-8 are read in the likeliest encoding, with an issue at the first word that shows it."""
    volume = read_bytes(text.encode(encoding), "page.txt")
    assert volume.pages[0].text == text
    (issue,) = volume.issues
    assert issue.code == "encoding-guessed"
    assert issue.message == f"page.txt: its encoding was guessed, it is read as {named}"
    word = next(word for word in text.split() if not word.isascii())
    (span,) = issue.at
    assert (span.page, text[span.start : span.end], issue.quote) == (1, word, word)


@pytest.mark.parametrize(
    ("data", "text", "message"),
    [
        (
            "é ż ö ".encode() + b"lost \xff here",
            "é ż ö lost \ufffd here",
            "p: bytes in 1 place mean nothing in UTF-8; U+FFFD stands for them",
        ),
        (
            codecs.BOM_UTF8 + b"a\xe9b\xe9c",
            "a\ufffdb\ufffdc",
            "p: bytes in 2 places mean nothing in UTF-8; U+FFFD stands for them",
        ),
        (
            codecs.BOM_UTF16_LE + b"a\0b\0c",
            "ab\ufffd",
            "p: bytes in 1 place mean nothing in UTF-16 (little-endian); U+FFFD stands for them",
        ),
    ],
)
def test_bytes_that_mean_nothing_are_replaced_and_counted(data: bytes, text: str, message: str) -> None:
    """Each undecodable place becomes U+FFFD, and one issue counts them and points to the first."""
    volume = read_bytes(data, "p")
    assert volume.pages[0].text == text
    (issue,) = volume.issues
    assert (issue.code, issue.message) == ("undecodable-bytes", message)
    assert "\ufffd" in text[issue.at[0].start : issue.at[0].end]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\u2028"])
def test_line_ends_stay_as_they_are(end: str) -> None:
    """Offsets count what stands in the file, so no line end is changed."""
    text = f"Article 1.{end}Article 2.{end}"
    assert read_bytes(text.encode(), "page.txt").pages[0].text == text


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("one\ftwo", ["one", "two"]),
        ("one\ftwo\f", ["one", "two"]),
        ("one\ftwo\f\r\n", ["one", "two"]),
        ("one\n\f\ftwo", ["one\n", "", "two"]),
        ("\fone", ["", "one"]),
        ("one\f\f", ["one", ""]),
    ],
)
def test_form_feeds_end_pages(text: str, pages: list[str]) -> None:
    """A form feed belongs to no page; the last one makes no empty page, one within the volume does."""
    volume = read_bytes(text.encode(), "page.txt")
    assert [page.text for page in volume.pages] == pages
    assert [page.number for page in volume.pages] == list(range(1, len(pages) + 1))


def test_an_issue_points_to_the_page_where_the_first_doubtful_word_stands() -> None:
    """The span of a guessed encoding is on the page that shows it, not on the first one."""
    volume = read_bytes("plain\fMünster".encode("cp1252"), "page.txt")
    assert [(span.page, span.start, span.end) for span in volume.issues[0].at] == [(2, 0, 7)]
