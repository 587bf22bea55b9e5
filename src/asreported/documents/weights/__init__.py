"""How likely each line is the article: figures of it, weighed by a fitted network."""
