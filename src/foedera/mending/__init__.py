"""Pages become one clean text with its map back to the page."""
