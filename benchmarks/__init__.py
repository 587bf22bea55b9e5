"""What a comparison costs, in time and memory."""
