"""Text becomes entries: headers, members, dates, sources, articles, sub-documents, signatures."""
