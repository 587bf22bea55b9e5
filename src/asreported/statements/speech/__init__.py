"""Who says what in one account: quotations, reported speech, speakers, chains."""
