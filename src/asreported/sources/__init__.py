"""Stage 1: from what the caller names to pages. Nothing here looks at what a page says."""
