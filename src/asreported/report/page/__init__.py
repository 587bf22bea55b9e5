"""The page: one HTML file, with what stands side by side in it."""
