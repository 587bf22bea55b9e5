"""Draft the lines of the front page, one module for each kind."""
