"""Stage 3: from documents to stories, accounts of one event, and who copied whom."""
