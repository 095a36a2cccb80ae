"""Quality and speed on fixed corpora: `make eval`, `make bench`, `make demo`."""
