"""HTML becomes the text that a reader sees, in order, on the pages that it marks."""

from __future__ import annotations

import time

import pytest

from foedera.models.errors import UnreadableInputError
from foedera.reading import read_bytes


def pages_of(html: str, name: str = "t.html") -> list[str]:
    """The page texts of HTML in UTF-8."""
    return [page.text for page in read_bytes(html.encode(), name).pages]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>Article 1.</p><p>Peace.</p>", "Article 1.\n\nPeace."),
        ("<p>Article 1.<p>Peace.", "Article 1.\n\nPeace."),
        ("<div>one</div><div>two</div>", "one\ntwo"),
        ("one<br>two<br/><br>three", "one\ntwo\n\nthree"),
        ("<p>one<br></p><p>two</p>", "one\n\ntwo"),
        ("<h2>Title</h2>text", "Title\n\ntext"),
        ("<p>The   two\n  <b>High</b> <i>Parties</i> , agree</p>", "The two High Parties , agree"),
        ("<p>Th<b>e</b> end</p>", "The end"),
        ("<p>Sle&#382;evi&ccaron;ius &amp; Beneš&nbsp;&lt;1926&gt;</p>", "Sleževičius & Beneš\xa0<1926>"),
        ("<pre>Article 1.\n    Peace.\n\n  And amity.</pre>after", "Article 1.\n    Peace.\n\n  And amity.\n\nafter"),
        ("<table><tr><td>Geneva</td><td>1926</td></tr><tr><td>Paris<td>1927</table>", "Geneva\t1926\nParis\t1927"),
        ("<nav>Home</nav><script>x<y</script><style>p{}</style><p>Peace</p><noscript>no</noscript>", "Peace"),
        ("<p>a<!-- hidden -->b</p>", "ab"),
        ("<ul><li>one<li>two</ul>", "one\ntwo"),
        ("<ol><li>one<li>two</ol>", "1. one\n2. two"),
        ("<ol start=4 type=a><li>one<li>two</ol>", "d. one\ne. two"),
        ("<ol type=I><li value=9>one<li>two</ol>", "IX. one\nX. two"),
        ("<ol style='list-style: none'><li>Art. 1</ol>", "Art. 1"),
        ("<ol><li>one<ol type=i><li>in</ol><li>two</ol>", "1. one\n\ni. in\n\n2. two"),
    ],
)
def test_markup_becomes_lines(body: str, text: str) -> None:
    """Blocks and breaks make lines, paragraphs blank lines, and nothing that is not shown is read."""
    html = f"<!DOCTYPE html><html><head><title>Tab</title></head><body>{body}</body></html>"
    assert pages_of(html) == [text]


@pytest.mark.parametrize(
    "mark",
    [
        "<hr class=page>",
        "<hr class='pagebreak'>",
        "<div style='page-break-after: always'></div>",
        "<p style='break-before:page'></p>",
        "<a id=page12></a>",
        "<a name='Page_12'></a>",
        "<span role=doc-pagebreak></span>",
        "<span class=pb></span><a id=pg-12></a>",
    ],
)
def test_page_marks_break_pages(mark: str) -> None:
    """Each of the known marks ends a page; marks with nothing between them are one."""
    assert pages_of(f"<body><p>one</p>{mark}<p>two</p>") == ["one", "two"]


@pytest.mark.parametrize("attribute", ["class=page", "class='ocr_page x'", "data-page=7"])
def test_page_containers_are_pages(attribute: str) -> None:
    """What stands before, between and after page elements is on pages of its own."""
    html = f"<body>cover<div {attribute}><p>one</p></div><div {attribute}>two</div>rest"
    assert pages_of(html) == ["cover", "one", "two", "rest"]


def test_a_form_feed_in_preserved_text_ends_a_page() -> None:
    """Text that was printed to HTML by a converter keeps its pages."""
    assert pages_of("<html><pre>one\n\ftwo</pre>") == ["one", "two"]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<meta charset=windows-1250><p>Beneš Ninčić".encode("cp1250"), "Beneš Ninčić"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>“Münster”'.encode("cp1252"),
            "“Münster”",
        ),
        ('<?xml version="1.0" encoding="iso-8859-2"?><html><p>Łódź</p></html>'.encode("iso8859-2"), "Łódź"),
        ("\ufeff<html><p>Łódź".encode("utf-16-le"), "Łódź"),
        ("<meta charset=rot13><p>Łódź".encode(), "Łódź"),
        ("<meta charset=no-such><p>Łódź".encode(), "Łódź"),
    ],
)
def test_the_declared_encoding_is_believed(data: bytes, text: str) -> None:
    """A mark or a declaration settles the encoding without an issue; a senseless declaration counts for nothing."""
    volume = read_bytes(data, "t.html")
    assert ([page.text for page in volume.pages], volume.issues) == ([text], ())


def test_html_without_declaration_is_guessed() -> None:
    """An undeclared one-byte page is guessed as plain text is, and the span is in the extracted text."""
    volume = read_bytes("<p>Signed at <b>Münster</b>".encode("cp1252"), "t.html")
    (issue,) = volume.issues
    assert volume.pages[0].text == "Signed at Münster"
    assert (issue.code, issue.at[0].start, issue.at[0].end) == ("encoding-guessed", 10, 17)


@pytest.mark.parametrize(
    ("name", "data", "is_html"),
    [
        ("a.txt", b"<!DOCTYPE html><p>x", True),
        ("a", b"\xef\xbb\xbf\n <HTML><p>x", True),
        ("a", b"<!-- saved --><html><p>x", True),
        ("a.htm", b"text, then <p>x", True),
        ("a.txt", b"text, then <p>x", False),
        ("a.html", b"1 < 2\nno tag", False),
    ],
)
def test_html_is_told_by_its_first_tags_or_its_name(name: str, data: bytes, is_html: bool) -> None:  # noqa: FBT001 - a column of the table
    """The first tags decide; a name decides only where there is a tag at all."""
    text = read_bytes(data, name).pages[0].text
    assert ("<" not in text) is is_html


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("<html><body> <script>x</script></body></html>", "t.html: holds no text, only blanks: give a file with text"),
        (
            "<html>" + "<div>" * 300_000,
            "t.html: has more than 1,000 elements open at once: close them, for example with tidy",
        ),
        (
            "<html>\n<p>a <b " + "word " * 300_000,
            "t.html: the tag <b in line 2 does not end: write &lt; if it is text",
        ),
    ],
)
def test_html_that_is_no_page_is_refused_at_once(html: str, message: str) -> None:
    """What has no text, or would keep the parser busy for minutes, is refused with the mend."""
    started = time.perf_counter()
    with pytest.raises(UnreadableInputError) as raised:
        pages_of(html)
    assert str(raised.value) == message
    assert time.perf_counter() - started < 5


def test_scripts_and_comments_do_not_count_as_open_elements() -> None:
    """A `<` in a script or comment opens nothing."""
    noise = "i<n;" * 3000
    assert pages_of(f"<html><script>{noise}</script><!--{'<div>' * 3000}--><p>Peace</p>") == ["Peace"]
