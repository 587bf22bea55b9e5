"""What accounts share in a phrase and not in a clause: facts, figures, relations."""
