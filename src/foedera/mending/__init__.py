"""Pages become one clean text and its map back to the page.

Each step is a pure function `Text -> Text` that only adds edits or marks, and can be called alone.
"""

from foedera.mending.pipeline import mend

__all__ = ["mend"]
