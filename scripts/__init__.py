"""What was run once to fit weights, build models, and draw what the documentation shows."""
