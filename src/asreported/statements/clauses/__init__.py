"""Sentences cut into clauses: each with its slots, and how it stands to the fact."""
