"""One utterance in several accounts: its renderings matched and collated."""
