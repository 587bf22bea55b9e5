"""Pages with markup: their regions, titles and writers, and what their data says."""
