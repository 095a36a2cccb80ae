"""The data files that everything here is known from, each loaded once, on first use."""

from foedera.knowledge.load import csv_rows, read_text, yaml_data

__all__ = ["csv_rows", "read_text", "yaml_data"]
