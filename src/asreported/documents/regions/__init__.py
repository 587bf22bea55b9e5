"""The kinds of lines: headline, body, captions, comments, and what stands around."""
