"""Markup made into one visible text whose blocks keep their marks."""
