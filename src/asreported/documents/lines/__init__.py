"""One line of a page: its words without Markdown, and what they say that it may be."""
