"""Text becomes entries: headers, members, dates, sources, articles, sub-documents, signatures."""

from foedera.parsing.runs import parse, read_entries

__all__ = ["parse", "read_entries"]
