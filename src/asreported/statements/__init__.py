"""Stage 4: from documents to statements, who says what, and what is counted, dated, named."""
