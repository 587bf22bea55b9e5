"""What a page says of itself: outlet, authors, times, address."""
