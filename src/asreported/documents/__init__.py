"""Stage 2: from pages to documents, one text each, whose regions are labelled."""
