"""What one account counts, measures and dates."""
