"""Units of two accounts: which are set side by side, and whether they say the same."""
