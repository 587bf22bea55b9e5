"""One account taken apart for comparison: grammar, roles, deeds, figures, names."""
