"""How accounts word one thing: names, loaded words, acts without a doer, headlines."""
