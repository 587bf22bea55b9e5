"""The report, an account or a failure as lines for a terminal."""
