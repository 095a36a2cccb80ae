"""The damages by name, in the order in which they are applied, and presets of rates.

DRAFT changes what is written, LINES what is set, PAGES what is filled; HYPHENS are rates of the setting itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.forge import damages_draft as draft
from tests.forge import damages_header as header
from tests.forge import damages_letters as letters
from tests.forge import damages_lines as lines
from tests.forge import damages_pages as pages
from tests.forge import printing

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.forge.lines import Draft
    from tests.forge.pages import Sheet

    DraftDamage = Callable[[Draft, float, Random], None]
    PageDamage = Callable[[list[Sheet], list[Draft], float, Random], None]

DRAFT: dict[str, DraftDamage] = {
    "french": draft.french,
    "cut-start": header.cut_start,
    "cut-end": header.cut_end,
    "article-styles": draft.article_styles,
    "sub-documents": draft.sub_documents,
    "nested-paragraphs": draft.nested_paragraphs,
    "renumbered": draft.renumbered,
    "missing-heading": draft.missing_heading,
    "glued-heading": draft.glued_heading,
    "ocr-marks": draft.ocr_marks,
    "seal-variants": draft.seal_variants,
    "double-dates": draft.double_dates,
    "month-hyphen": header.month_hyphen,
    "swallowed-year": header.swallowed_year,
    "reference-heading": header.reference_heading,
    "foreign-heading": header.foreign_heading,
    "rubrics": draft.rubrics,
    "footnotes": draft.footnotes,
    "page-marks": draft.page_marks,
    "header-split": header.header_split,
    "summary-heading-lost": header.summary_heading_lost,
}
HYPHENS: dict[str, Callable[[printing.Hyphenation, float], printing.Hyphenation]] = {
    "hyphens-soft": printing.soft,
    "hyphens-name": printing.name,
    "hyphens-hard": printing.hard,
}
LINES: dict[str, DraftDamage] = {
    "long-s": lines.long_s,
    "lost-lines": lines.lost_lines,
    "lost-summary-lines": lines.lost_summary_lines,
    "lost-title-lines": lines.lost_title_lines,
    "lost-signatures": lines.lost_signatures,
    "marginal-notes": lines.marginal_notes,
    "one-line": lines.one_line,
    "glued-source": letters.glued_source,
    "glued-words": letters.glued_words,
    "kerning": letters.kerning,
    "diacritics": letters.diacritics,
    "ligatures": letters.ligatures,
    "no-break-spaces": letters.no_break_spaces,
    "soft-hyphens": letters.soft_hyphens,
    "byte-order-marks": letters.byte_order_marks,
    "hyphen-newline": lines.hyphen_newline,
}
PAGES: dict[str, PageDamage] = {
    "contents-list": pages.contents_list,
    "running-heads": pages.running_heads,
    "book-titles": pages.book_titles,
    "folios": pages.folios,
    "furniture": pages.furniture,
}
VOLUME: dict[str, Callable[..., Any]] = {"repeated-title": draft.repeated_title}
DAMAGES: dict[str, Callable[..., Any]] = {**VOLUME, **DRAFT, **HYPHENS, **LINES, **PAGES}

_EXTRACTION = {
    "hyphens-soft": 0.6, "hyphens-name": 0.6, "hyphens-hard": 0.8, "glued-source": 0.5, "lost-lines": 0.1,
    "lost-summary-lines": 0.05, "lost-title-lines": 0.1, "lost-signatures": 0.05, "diacritics": 0.9, "furniture": 0.3,
    "book-titles": 1.0, "running-heads": 0.3, "summary-heading-lost": 0.5, "article-styles": 0.5, "sub-documents": 0.1,
}  # fmt: skip
_MIXED = _EXTRACTION | {
    "repeated-title": 0.05, "french": 0.04, "nested-paragraphs": 0.15, "renumbered": 0.5, "missing-heading": 0.05,
    "glued-heading": 0.05, "ocr-marks": 0.08, "seal-variants": 0.5, "double-dates": 0.2, "month-hyphen": 0.1,
    "swallowed-year": 0.15, "reference-heading": 0.5, "foreign-heading": 0.06, "rubrics": 0.04, "footnotes": 0.03,
    "page-marks": 0.04, "header-split": 0.08, "cut-start": 0.3, "cut-end": 0.3, "long-s": 0.5, "marginal-notes": 0.03,
    "one-line": 0.03, "glued-words": 0.02, "kerning": 0.2, "ligatures": 0.1, "no-break-spaces": 0.01,
    "soft-hyphens": 0.05, "byte-order-marks": 0.05, "hyphen-newline": 0.05, "contents-list": 0.5, "folios": 0.3,
}  # fmt: skip
PRESETS: dict[str, dict[str, float]] = {"clean": {}, "extraction": _EXTRACTION, "mixed": _MIXED}
