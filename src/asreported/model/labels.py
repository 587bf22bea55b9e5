"""The labels that a parse gives its words (see `Token`), in the sets that are asked for."""

# Universal parts of speech: `Token.pos`.
NOUNS = frozenset({"NOUN", "PROPN"})
NOMINALS = NOUNS | {"PRON"}
"""What may stand for somebody: pronouns too."""
VERBS = frozenset({"VERB", "AUX"})
CONTENT_WORDS = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
"""What a phrase tells is in these; adverbs and numbers only shade it."""
NOT_WORDS = frozenset({"PUNCT", "SPACE"})

# Penn tags: `Token.tag`.
SINGULAR = frozenset({"NN", "NNP"})
PLURAL = frozenset({"NNS", "NNPS"})
PAST = frozenset({"VBD", "VBN"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
RELATIVE = frozenset({"WDT", "WP", "WP$"})
ASKING = RELATIVE | {"WRB"}
"""Words that ask or relate: "which", "who", "whose", "where"."""

# ClearNLP dependencies: `Token.dep`.
NOUN_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
SUBJECTS = NOUN_SUBJECTS | {"csubj", "csubjpass"}
ALL_SUBJECTS = SUBJECTS | {"expl"}
"""With the "there" of "there is", which holds the place of one."""
ACTIVE_SUBJECTS = ALL_SUBJECTS - PASSIVE_SUBJECTS
ACTING = frozenset({"nsubj"})
"""The subject of an active verb."""
AGENT = frozenset({"agent"})
"""The "by" of who acts where the verb is passive."""
OBJECT = frozenset({"dobj"})
PREPOSITIONS = frozenset({"prep"})
PREPOSITION_OBJECT = frozenset({"pobj"})
PREPOSITION_OBJECTS = PREPOSITION_OBJECT | {"pcomp"}
"""With the clause of "by striking back"."""
POSSESSOR = frozenset({"poss"})
AUXILIARIES = frozenset({"aux", "auxpass"})
PASSIVE_AUXILIARY = frozenset({"auxpass"})
NEGATION = frozenset({"neg"})
MARK = frozenset({"mark"})
"""The word that opens a clause: "that", "if", "because"."""
PARTICLE = frozenset({"prt"})
"""The "out" of "carry out"."""
PREDICATIVES = frozenset({"acomp", "attr"})
"""What is said of a subject with "be": "the bridge is safe", "Roe is a nurse"."""
COMPLEMENT_CLAUSES = frozenset({"ccomp", "xcomp"})
ADNOMINAL_CLAUSES = frozenset({"relcl", "acl"})
"""Clauses that say more of a noun: "the man who fled", "a plan to leave"."""
NOUN_MODIFIERS = frozenset({"amod", "compound", "nmod"})

# OntoNotes types of names: `Token.entity`.
PLACES = frozenset({"GPE", "LOC", "FAC"})
TIMES = frozenset({"DATE", "TIME"})
