"""What does not add up inside one account."""
