"""The patterns that find the parts of a printed date, built from `knowledge/dates.yaml` on first use.

A date is found from an anchor, the name of a month or a form of digits; the other parts are matched before and after
it. Anchors are three patterns and not one because `re` runs fast only where it knows the first character.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from foedera.knowledge import yaml_data

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

LETTER = r"[^\W\d_]"
_NO_LETTER_AFTER = rf"(?!{LETTER})"
_GAP = r"[\s\-‐‑]{0,3}"
# Bounded, so that a page of blanks costs no more than one.
_SPACE = r"\s{0,9}"
# l and I for 1 are the commonest misreadings of scans.
_YEAR_DIGITS = r"(?-i:[1lI][\dlI]\d\d|20\d\d|2100)(?!\d)(?!,\d{3}(?!\d))"
_DAY_DIGITS = r"(?-i:\d{1,2}|[lI]\d|[12]\d?[lI])"
_DOUBT = r"\s?(?:\(\s?\?\s?\)|\[\s?\?\s?\]|\?)"
_LOOKALIKES = str.maketrans({"ſ": "s", "ı": "i", "\N{COMBINING DOT ABOVE}": None})
_ROMAN_YEAR = (
    r"(?-i:(?=[MDCLXVI.]{4})M\.?(?:CM|CD|D?\.?C{0,4})\.?(?:XC|XL|L?\.?X{0,4})\.?(?:IX|IV|V?\.?I{0,4})(?![\w]|\.\w))"
)
_ROMAN_MONTH = r"(?:X?I{1,3}|X?I?V|VI{1,3}|I?X)"


@dataclass(frozen=True, slots=True)
class Patterns:
    """Compiled patterns of one grammar; see the functions below for the parts each one names."""

    anchors: tuple[re.Pattern[str], ...]
    month_dot: re.Pattern[str]
    day_before: re.Pattern[str]
    day_after: re.Pattern[str]
    half_with_month: re.Pattern[str]
    year: re.Pattern[str]
    dual: re.Pattern[str]
    style: re.Pattern[str]
    doubt: re.Pattern[str]
    circa: re.Pattern[str]
    circa_before: re.Pattern[str]
    era_before: re.Pattern[str]
    counted_before: re.Pattern[str]
    month_before: re.Pattern[str]
    day_range_before: re.Pattern[str]
    numeric: re.Pattern[str]
    republican_year: re.Pattern[str]
    number_word: re.Pattern[str]
    leading: re.Pattern[str]
    decade: re.Pattern[str]


@cache
def knowledge() -> dict[str, Any]:
    """The content of `dates.yaml`."""
    data: dict[str, Any] = yaml_data("dates.yaml")
    return data


@cache
def months() -> dict[str, int]:
    """Every spelling of a month's name, in lower case, and the month's number."""
    spelled: dict[str, int] = {}
    for number, names in knowledge()["months"].items():
        for language, words in names.items():
            if language != "name":
                spelled |= dict.fromkeys(_spellings(words, english=language == "en"), number)
    return spelled


@cache
def republican_months() -> dict[str, int]:
    """Every spelling of a month of the French Republic, in lower case; 13 are the complementary days."""
    named = knowledge()["republican"]["months"]
    return {word: number for number, words in named.items() for word in _spellings(words, english=False)}


@cache
def number_words() -> dict[str, int]:
    """Every spelling of a number word of a day or a year, in lower case."""
    known = knowledge()
    tables = (known[name] for name in ("units", "teens", "tens", "ordinals", "ordinal_tens"))
    values = {word: value for table in tables for word, value in table.items()}
    values |= {known["hundred"]: 100, known["thousand"]: 1000}
    return {spelled: value for word, value in values.items() for spelled in _spellings([word], english=True)}


@cache
def patterns() -> Patterns:
    """All patterns, compiled."""
    known = knowledge()
    flags = re.IGNORECASE
    return Patterns(
        anchors=tuple(re.compile(anchor) for anchor in (_capital_name(), _lower_name(), _digits())),
        month_dot=re.compile(rf"(?:{trie(_spellings(known['abbreviations'], english=True))})\.", flags),
        day_before=re.compile(_day_before(), flags),
        day_after=re.compile(_day_after(), flags),
        half_with_month=re.compile(_half_with_month(), flags),
        year=re.compile(_year(), flags),
        dual=re.compile(r"(?:\s?/\s?|(?P<dash>[-–]))(?P<dual>\d{1,4})(?!\d)"),
        style=re.compile(_style(), flags),
        doubt=re.compile(_DOUBT),
        circa=re.compile(_circa(), flags),
        circa_before=re.compile(rf"(?<![^\W_]){_circa()}\Z", flags),
        era_before=re.compile(rf"(?<![^\W_])(?:{_phrases(known['eras'])}){_SPACE}\Z", flags),
        counted_before=re.compile(rf"(?<![^\W_])(?:{trie(known['counting'])})[.\s]{{0,9}}\Z", flags),
        month_before=re.compile(rf"(?:\d|{trie(months())})\.?\s?[-–/]\s?\Z", flags),
        day_range_before=re.compile(r"\d\s?[-–/]\s?\Z"),
        numeric=re.compile(_numeric()),
        republican_year=re.compile(_republican_year(), flags),
        number_word=re.compile(trie(number_words()), flags),
        leading=re.compile(rf"(?:[\s.,;:()\[\]\"'“”‘’]|(?:{_phrases(known['leading'])}){_NO_LETTER_AFTER})*", flags),
        decade=re.compile(r"(?P<decade>1\d\d|20\d)0['’]?s"),
    )


def plain(word: str) -> str:
    """The word in lower case, as the tables have it: `re` lets ſ, ı and İ pass for s and i where case is ignored."""
    return word.lower().translate(_LOOKALIKES)


def trie(words: Collection[str]) -> str:
    """A pattern that matches any of the words, the longest first, trying each letter once."""
    tails = sorted({word for word in words if word})
    optional = len(tails) < len(set(words))
    branches = [
        re.escape(first) + trie([word[1:] for word in group])
        for first, group in groupby(tails, key=lambda word: word[0])
    ]
    if not branches:
        return ""
    return branches[0] if len(branches) == 1 and not optional else f"(?:{'|'.join(branches)}){'?' if optional else ''}"


def _spellings(words: Collection[str], *, english: bool) -> set[str]:
    """The words, also without accents, with accents apart, and English ones with the long s."""
    found = set(words)
    found |= {unicodedata.normalize("NFD", word) for word in words}
    found |= {"".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)) for word in words}
    if english:
        found |= {re.sub(r"s(?!\b)", long, word) for word in words for long in "fſ"}
    return found


def _phrases(phrases: Collection[str]) -> str:
    """Any of the phrases, the longest first, however their words are spaced."""
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(_SPACE.join(re.escape(word) for word in phrase.split()) for phrase in longest_first)


def _capital_name() -> str:
    """A month's name that begins in capitals, also glued to a word in lower case (`onSeptember 28`)."""
    return _by_first_letter((name for name in _names() if name[0].isupper()), r"(?<![^\W\d_a-zß-ÿ].)")


def _lower_name() -> str:
    """A month's name in lower case; a letter before it is looked for in Latin-1 alone, twice as fast as in Unicode."""
    return rf"(?<![a-zA-ZÀ-ÿ]){trie([name for name in _names() if not name[0].isupper()])}{_NO_LETTER_AFTER}"


def _digits() -> str:
    """`iso` 1926-09-28, `numeric` 28.IX.1926, `era` 2534 (1991), `year` 1926: whole numbers, not parts of others."""
    whole = r"(?<![.,/\-–].)"
    return (
        rf"\d(?<!\d.)(?:(?P<iso>{whole}\d{{3}}(?P<dash>[-/])[01]?\d(?P=dash)[0-3]?\d(?![\d/\-–]|\.\d))"
        rf"|(?P<numeric>{whole}\d?(?:/\d{{1,2}}(?=\.))?\s?(?P<sep>[./\-])\s?(?:\d{{1,2}}|{_ROMAN_MONTH})\s?(?P=sep)\s?"
        rf"{_YEAR_DIGITS}(?![/\-–]\d|\.\d))"
        rf"|(?P<era>\d{{2,3}}\s?[(/]\s?{_YEAR_DIGITS}\s?\)?)"
        rf"|(?P<year>\d{{3}}(?![/\-–]\s?\d|\w|[.,]\d)))"
    )


def _numeric() -> str:
    """A date of digits taken apart: `first` and `second` are a day and a month, or a month and a day."""
    return (
        rf"(?P<first>\d{{1,2}})(?:/(?P<other>\d{{1,2}}))?\s?(?P<sep>[./\-])\s?(?:(?P<second>\d{{1,2}})|(?P<roman>[XVI]+))"
        rf"\s?[./\-]\s?(?P<year>{_YEAR_DIGITS})"
    )


def _circa() -> str:
    """`exact` where the word can only mean about a time, so that a year alone may follow it."""
    known = knowledge()
    return (
        rf"(?:(?P<exact>{_phrases(known['circa'])})|{_phrases(known['about'])})(?!(?<!\.){LETTER})\s?(?:the\s)?{_SPACE}"
    )


def _names() -> set[str]:
    return {
        cased for name in months() | republican_months() for cased in (name, name[0].upper() + name[1:], name.upper())
    }


def _by_first_letter(words: Iterable[str], boundary: str) -> str:
    """Any of the words; each branch begins with a letter, which `re` looks for quickly, then checks what is before."""
    grouped = groupby(sorted(words), key=lambda word: word[0])
    branches = [first + boundary + trie([word[1:] for word in group]) for first, group in grouped]
    return rf"(?:{'|'.join(branches)}){_NO_LETTER_AFTER}"


def _day() -> str:
    """A day in digits or in words; `date_values.day_number` reads it."""
    known = knowledge()
    endings = trie(known["day_endings"])
    units, tens = (trie(_spellings(known[name], english=True)) for name in ("units", "tens"))
    ordinals, ordinal_tens = (trie(_spellings(known[name], english=True)) for name in ("ordinals", "ordinal_tens"))
    word = rf"(?:(?:{tens}{_GAP})?{ordinals}|(?:{units}{_GAP}{known['and']}{_GAP})?{ordinal_tens}){_NO_LETTER_AFTER}"
    return rf"(?:{_DAY_DIGITS}(?:\s?{endings}{_NO_LETTER_AFTER}\.?)?(?!\d)|(?-i:[lI](?:st|ft))\b|{word})"


def _day_before() -> str:
    """`first` and `day`, the last of one or two days that stand before a month; to be searched up to the month."""
    before = _phrases(knowledge()["before_month"])
    return (
        rf"(?<![^\W_])(?:(?P<first>{_day()})(?:{_DOUBT})?\s?[/(]\s?)?(?P<day>{_day()})(?P<doubt>{_DOUBT})?\)?"
        rf"{_SPACE}(?:(?:{before}){_SPACE}){{0,6}}\Z"
    )


def _day_after() -> str:
    """`day` after a month, perhaps a `second` one, perhaps with its own `month`."""
    month = trie(months())
    return (
        rf"{_SPACE},?{_SPACE}(?:(?:{_phrases(knowledge()['before_day'])})\s+)?(?P<day>{_day()})(?P<doubt>{_DOUBT})?"
        rf"(?:{_SPACE}[/(]{_SPACE}(?:(?P<month>{month})\b\.?{_SPACE})?(?P<second>{_day()})(?P<doubt2>{_DOUBT})?\s?\)?)?"
    )


def _half_with_month() -> str:
    """The other half of a double date, after a slash or in brackets: a day and a month in either order."""
    month = trie(months())
    before = _phrases(knowledge()["before_month"])
    return (
        rf"{_SPACE}[/(\[]{_SPACE}(?:(?P<month>{month}){_NO_LETTER_AFTER}\.?{_SPACE}(?P<day>{_day()})"
        rf"|(?P<day2>{_day()}){_SPACE}(?:(?:{before}){_SPACE}){{0,6}}(?P<month2>{month}){_NO_LETTER_AFTER}\.?)"
        rf"(?:[\s,]{{0,9}}(?P<year>{_YEAR_DIGITS}))?\s?[)\]]?"
    )


def _year() -> str:
    """`digits`, `roman`, `words` or `era` (the Christian year beside one of another era), after its preposition."""
    known = knowledge()
    linked = _phrases(known["before_year"])
    era = _phrases(known["eras"])
    return (
        rf"[\s,;.]{{0,9}}(?:(?P<style>{_style_words()})[\s,]{{0,9}})?(?:(?:{linked})[\s,:]{{0,9}}){{0,2}}"
        rf"(?:(?P<digits>{_YEAR_DIGITS})(?!{LETTER})|(?:{era}){_SPACE}\d{{3,4}}\s?[(/]\s?(?P<era>{_YEAR_DIGITS})\s?\)?"
        rf"|{_worded_year()}|(?P<roman>{_ROMAN_YEAR}))"
    )


def _year_words() -> str:
    known = knowledge()
    units, teens, tens = (trie(_spellings(known[name], english=True)) for name in ("units", "teens", "tens"))
    ordinals = trie(_spellings(known["ordinals"] | known["ordinal_tens"], english=True))
    thousand, hundred = (trie(_spellings([known[name]], english=True)) for name in ("thousand", "hundred"))
    ten_to_99 = rf"(?:{tens}(?:{_GAP}(?:{ordinals}|{units}))?|{teens})"
    below_100 = rf"(?:{ten_to_99}|{ordinals}|{units})"
    rest = rf"(?:(?:,?{_SPACE}{known['and']}{_SPACE}|{_GAP}){below_100})"
    hundreds = rf"(?:,?{_SPACE}(?:{known['and']}{_SPACE})?|{_GAP}){units}{_GAP}{hundred}s?"
    return (
        rf"(?:(?:(?:one|two|a){_GAP})?{thousand}(?:{hundreds})?{rest}?|{teens}{_GAP}{hundred}s?{rest}?"
        rf"|{teens}{_GAP}{ten_to_99}){_NO_LETTER_AFTER}"
    )


def _worded_year() -> str:
    """`words`, also after a year of another era in words (of the Buddhist Era, corresponding to the one thousand …)."""
    known = knowledge()
    before = rf"(?:(?:{_phrases(known['before_year_words'])}){_SPACE})?"
    between = rf"{_SPACE}(?:{_phrases(known['year_of'])}){_SPACE}(?:{_phrases(known['eras'])})[\s,(]{{0,9}}"
    other = rf"(?:{_year_words()}{between}(?:{_phrases(known['corresponding'])}){_SPACE})"
    # After "hundred and" or "twenty-" an unknown word means that the year is longer than what can be read of it.
    cut = rf"(?:(?<={known['hundred']}){_SPACE}{known['and']}\s|\s?[\-‐]\s?\w)"
    return rf"{before}{other}?(?P<words>(?>{_year_words()}))(?!{cut})"


def _style_words() -> str:
    words = [word for style in knowledge()["styles"].values() for word in style]
    return rf"[(\[]?(?:{_phrases(words)})[)\]]?"


def _style() -> str:
    """`old` or `new`: the calendar, named after a date."""
    named = (rf"(?P<{style}>{_phrases(words)})" for style, words in knowledge()["styles"].items())
    return rf"[\s,]{{0,9}}[(\[]?\s?(?:{'|'.join(named)}){_NO_LETTER_AFTER}\s?[)\]]?"


def _republican_year() -> str:
    """`number` in digits or Roman, or in `words`: Year II, an 9, in the second year."""
    known = knowledge()["republican"]
    ordinal = trie(_spellings(knowledge()["ordinals"], english=True))
    before, after, republic = (_phrases(known[name]) for name in ("ordinal_before", "ordinal_after", "of_republic"))
    ordinals = rf"(?:{before}){_SPACE}(?P<words>{ordinal}){_SPACE}(?:{after})"
    figures = rf"(?:{_phrases(known['year_words'])}){_SPACE}(?P<number>\d{{1,2}}|[XVIL1l]{{1,4}})"
    return rf"[\s,.(]{{0,9}}(?:{ordinals}|{figures})(?!\w)(?:{_SPACE}(?:{republic}){_NO_LETTER_AFTER})?"
