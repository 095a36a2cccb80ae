"""The nouns: spans, pages, text with its map back, entries, issues, dates. Imports nothing else of Foedera."""
