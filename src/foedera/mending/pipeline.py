"""The order of the mends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.mending.accents import attach_accents
from foedera.mending.characters import tidy_characters
from foedera.mending.furniture import cut_furniture
from foedera.mending.glue import part_glued
from foedera.mending.hyphens import join_hyphens
from foedera.mending.kerning import close_kerning
from foedera.mending.long_s import restore_round_s
from foedera.mending.losses import mark_losses
from foedera.mending.strays import cut_margins, cut_strays
from foedera.mending.vocabulary import Vocabulary

if TYPE_CHECKING:
    from foedera.models.text import Text


def mend(text: Text) -> Text:
    """All steps in order: furniture first, so that words broken at a page's foot find their other half."""
    text = attach_accents(tidy_characters(text))
    text = cut_margins(cut_strays(cut_furniture(text)))
    words = Vocabulary.of(text.value)
    text = close_kerning(text, words)
    text = restore_round_s(join_hyphens(text, words), words)
    return mark_losses(part_glued(text, words), words)
