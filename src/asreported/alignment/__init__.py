"""Stage 5: from accounts of a story to what they share, dispute, leave out and word otherwise."""
