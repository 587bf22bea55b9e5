"""Stage 6: from comparisons to findings, and out: page, terminal, note, tables."""
