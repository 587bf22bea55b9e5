"""Measure the program against annotated events: our own, and ../shared where it is present."""
