"""The forge is worth trusting: its truth matches its pages, whatever the damage."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

import pytest

from foedera.models.entries import Entry
from tests.forge import DAMAGES, PRESETS, ForgedVolume, big_volume, forge_volume

# What a damage needs beside it to have anything to fall on.
COMPANIONS = {
    "renumbered": {"nested-paragraphs": 1.0},
    "soft-hyphens": {"hyphens-soft": 1.0},
    "hyphen-newline": {"hyphens-soft": 1.0},
}
SEEDS = (1, 2, 3)


@pytest.fixture(scope="module", params=SEEDS)
def mixed(request: pytest.FixtureRequest) -> ForgedVolume:
    """A volume with every damage in it."""
    return forge_volume(request.param, 120, "mixed")


def one_space(text: str) -> str:
    """Text with every run of blanks and breaks as one blank."""
    return re.sub(r"\s+", " ", text)


def letters(text: str) -> str:
    """The letters and digits of a text without accents, long s and ligatures: what survives most damage."""
    plain = unicodedata.normalize("NFKD", text).replace("ſ", "s").replace("ı", "i").replace("f", "s")
    return "".join(letter for letter in plain if letter.isalnum() and letter.isascii())


def test_the_same_arguments_give_the_same_volume() -> None:
    """Two calls with one seed give equal text and truth; another seed gives another volume."""
    first, second = forge_volume(7, 40, "mixed"), forge_volume(7, 40, "mixed")
    assert first == second
    assert forge_volume(8, 40, "mixed").text != first.text


@pytest.mark.parametrize("damage", sorted(DAMAGES))
def test_each_damage_changes_the_text_and_is_recorded(damage: str) -> None:
    """Alone at rate 1, a damage makes other pages than none, and the entries it touched say so."""
    beside = COMPANIONS.get(damage, {})
    before, after = forge_volume(3, 120, beside), forge_volume(3, 120, {**beside, damage: 1.0})
    assert before.text != after.text
    touched = Counter(name for truth in after.truth for name in truth.damages)
    assert touched[damage] > 0
    assert set(touched) <= {damage, *beside}


@pytest.mark.parametrize("damage", sorted(DAMAGES))
def test_each_damage_is_documented(damage: str) -> None:
    """The docstring of a damage says what a careful reader is expected to give."""
    assert len((DAMAGES[damage].__doc__ or "").split()) > 8


def test_an_undamaged_volume_prints_every_value_of_its_truth() -> None:
    """Without damage each title, member, source, summary and paragraph can be read off the pages in order."""
    volume = forge_volume(11, 80)
    text = one_space("\n".join(page.split("\n\n", 1)[1] if page[0] == "\n" else page for page in volume.pages))
    position = 0
    for truth in volume.truth:
        record = truth.record()
        wanted = [f"{record['number']} {record['title']}", *(member["name"] for member in record["members"])]
        wanted += [source["text"].removesuffix(".") for source in record["sources"]]
        wanted += [paragraph for article in record["text"]["articles"] for paragraph in article["paragraphs"]]
        assert not truth.damages
        for value in wanted:
            found = text.find(value, position)
            assert found >= 0, (record["number"], value)
            position = found if value != wanted[0] else found + len(value)


def test_places_point_at_the_marks(mixed: ForgedVolume) -> None:
    """The place of an article is the offset of its printed mark on the damaged page, and its first words follow."""
    seen = 0
    for truth in mixed.truth:
        for article in truth.all_articles():
            page = mixed.pages[article.place.page - 1].replace("\u00a0", " ")
            raw = page[article.place.offset :]
            assert raw.startswith(article.printed), (article, raw[:80])
            seen += letters(raw[len(article.printed) :][:60])[:12] == letters(article.paragraphs[0])[:12]
    assert seen > 0.98 * sum(len(truth.all_articles()) for truth in mixed.truth)  # furniture may follow a mark


def test_places_of_headings_hyphens_and_strays_hold_what_they_name(mixed: ForgedVolume) -> None:
    """Numbers stand at entry places, hyphens of any kind at hyphen places, the stray line at its place."""
    for truth in mixed.truth:
        if truth.number is not None:
            page = mixed.pages[truth.place.page - 1]
            assert page[truth.place.offset :].startswith(truth.number)
        for hyphen in truth.hyphens:
            assert mixed.pages[hyphen.place.page - 1][hyphen.place.offset] in "-\u00ad\ufffe"
        for stray in truth.strays:
            raw = mixed.pages[stray.place.page - 1][stray.place.offset :]
            assert letters(raw[: len(stray.text)])[:20] in letters(stray.text)


def test_a_lost_line_has_its_place_at_the_end_of_the_line_before(mixed: ForgedVolume) -> None:
    """What follows the place of a lost line ends its line or page, or is a blank in a treaty set as one line."""
    assert len(mixed.lost) > 50
    assert {loss.kind for loss in mixed.lost} == {"paragraph-end", "signature", "summary", "title"}
    for truth in mixed.truth:
        for loss in truth.lost:
            after = mixed.pages[loss.place.page - 1][loss.place.offset :][:1]
            assert after in {"", "\n"} or (after == " " and "one-line" in truth.damages)


def test_a_loss_is_detectable_only_where_a_sentence_hangs() -> None:
    """A paragraph whose rest ends with a full stop hides its loss; one that ends in a word or hyphen shows it."""
    volume = forge_volume(4, 150, {"lost-lines": 1.0, "hyphens-soft": 0.8})
    articles = [article for truth in volume.truth for article in truth.articles]
    rests = {paragraph for article in articles for paragraph in article.paragraphs}
    assert any(rest.endswith("-") for rest in rests)
    assert {loss.detectable for loss in volume.lost} == {True, False}
    for truth in volume.truth:
        for loss in truth.lost:
            if loss.field and loss.field.count("/") == 5:
                number, paragraph = re.findall(r"\d+", loss.field)
                rest = truth.articles[int(number)].paragraphs[int(paragraph)]
                assert rest[-1] not in ".:;" if loss.detectable else rest[-1] in ".:;"


def test_the_truth_has_the_form_of_the_entry_contract(mixed: ForgedVolume) -> None:
    """A truth's record, given an id and a source, is a valid `foedera/entry/1`."""
    for truth in mixed.truth:
        source = {"file": "forged", "sha256": "0", "pages": [1, 1]}
        entry = Entry.model_validate({**truth.record(), "id": "x", "layout": "compendium", "source": source})
        assert entry.number == truth.number


def test_truth_is_clean_text(mixed: ForgedVolume) -> None:
    """No value of the truth holds a double blank, a line break, a decomposed accent or an invisible character."""
    for truth in mixed.truth:
        text = str(truth.record())
        assert unicodedata.is_normalized("NFC", text)
        assert not re.search("  |\\\\n|[\u00a0\u00ad\ufeff\ufffe\ufb00-\ufb04\u017f]", text)


def test_line_end_hyphens_mend_to_the_truth() -> None:
    """Joined at their recorded places, soft and hard hyphens give back every paragraph of the truth."""
    volume = forge_volume(6, 200, {"hyphens-soft": 1.0, "hyphens-name": 1.0, "hyphens-hard": 1.0})
    kinds = Counter(hyphen.kind for truth in volume.truth for hyphen in truth.hyphens)
    assert min(kinds["soft"], kinds["name"], kinds["hard"]) > 5
    pages = [list(page) for page in volume.pages]
    for truth in volume.truth:
        for hyphen in truth.hyphens:
            page, at = pages[hyphen.place.page - 1], hyphen.place.offset
            page[at : at + 2] = ["-" if hyphen.kind == "hard" else "", ""][: len(page[at : at + 2])]
    text = one_space("\f".join("".join(page) for page in pages))
    whole = [one for truth in volume.truth for article in truth.articles for one in article.paragraphs]
    assert sum(paragraph in text for paragraph in whole) > 0.9 * len(whole)  # the rest cross a page


def test_the_presets_name_known_damages_and_mixed_names_all() -> None:
    """Every preset is made of damages that exist; "mixed" leaves none out."""
    assert all(set(rates) <= set(DAMAGES) for rates in PRESETS.values())
    assert set(PRESETS["mixed"]) == set(DAMAGES)


@pytest.mark.parametrize("damages", ["no such preset", {"no-such-damage": 1.0}])
def test_an_unknown_damage_is_refused(damages: str | dict[str, float]) -> None:
    """A wrong name raises an error that says so."""
    with pytest.raises(ValueError, match="unknown"):
        forge_volume(1, 1, damages)


@pytest.mark.parametrize("entries", [1, 2])
@pytest.mark.parametrize("seed", range(40))
def test_small_volumes_are_forged_too(seed: int, entries: int) -> None:
    """One or two entries with all damage at full rate still make pages with text."""
    volume = forge_volume(seed, entries, dict.fromkeys(DAMAGES, 1.0))
    assert len(volume.truth) == entries
    assert volume.text == "\f".join(volume.pages)


def test_a_big_volume_is_as_large_as_a_printed_set() -> None:
    """The volume for benchmarks has about 640 pages and 4 MB."""
    volume = big_volume()
    assert 576 <= len(volume.pages) <= 704
    assert len(volume.text) > 3_500_000
