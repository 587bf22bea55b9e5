"""asreported: many accounts of one event, side by side: who says what."""

__version__ = "0.1.0"
