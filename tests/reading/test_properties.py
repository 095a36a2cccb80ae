"""Any bytes at all are read or refused, always in the same way, and every span stands on a page."""

from __future__ import annotations

import hypothesis.strategies as st
from hypothesis import example, given

from foedera.models.errors import UnreadableInputError
from foedera.models.pages import Volume
from foedera.reading import read_bytes

TEXT = st.text(
    alphabet=st.one_of(st.sampled_from("Article 1.\n\f\r éžŁ’\ufeff\ufffd"), st.characters(exclude_categories=["Cs"]))
)
ENCODED = st.builds(
    lambda text, encoding: text.encode(encoding, "replace"),
    TEXT,
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1", "cp1250", "mac_roman"]),
)
TAGS = (
    "<p>", "</p>", "<b>", "<ol>", "</ol>", "<li>", "<li value=7>", "<table>", "<td>", "<pre>", "</pre>", "<template>",
    "<svg>", "<select>", "<!--", "-->", "<script>", "<hr class=page>", "<div class=page>", "&#xD800;", "&#12;",
    "&nbsp;", "<meta charset=cp1250>", "<frameset>", "<plaintext>", "<![CDATA[", "]]>", "<", ">", "&", "\f",
)  # fmt: skip
MARKUP = st.lists(st.sampled_from(TAGS) | TEXT).map(lambda parts: ("<html>" + "".join(parts)).encode())


def outcome(data: bytes, name: str) -> Volume | str:
    """The volume, or the message of the one error that is allowed."""
    try:
        return read_bytes(data, name)
    except UnreadableInputError as error:
        return str(error)


@given(
    st.one_of(st.binary(), ENCODED, MARKUP, st.tuples(ENCODED, st.binary()).map(b"".join)),
    st.sampled_from(["a.txt", "a.html", "\ud800\n"]),
)
@example(b"\x00", "a.txt")
@example(b"<", "a.html")
@example(b"\xff\xfe\x00\xd8", "a.txt")
def test_any_bytes_are_read_or_refused_alike_each_time(data: bytes, name: str) -> None:
    """No bytes raise anything but the one error, in one line; the outcome is the same twice; spans are in range."""
    result = outcome(data, name)
    assert result == outcome(data, name)
    if isinstance(result, str):
        assert len(result.splitlines()) == 1
        return
    assert [page.number for page in result.pages] == list(range(1, result.files[0].page_count + 1))
    assert not any("\f" in page.text for page in result.pages)
    for issue in result.issues:
        for span in issue.at:
            assert result.pages[span.page - 1].text[span.start : span.end] == issue.quote


@given(TEXT.filter(lambda text: text.strip() and "\0" not in text and not text.startswith("\ufeff")))
def test_utf8_comes_back_as_it_went_in(text: str) -> None:
    """The pages of UTF-8 text joined by form feeds are the text, but for blanks after the last form feed."""
    result = outcome(text.encode(), "a.txt")
    if isinstance(result, Volume):
        joined = "\f".join(page.text for page in result.pages)
        assert text.startswith(joined)
        assert not text[len(joined) :].strip()
