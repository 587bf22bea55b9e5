"""The report as tables, Markdown, annotations or a matrix of evidence, for other programs."""
