"""Tell how a clause stands to the fact: denied, planned, begun, over, possible."""

from functools import cache

from asreported.language.auxiliaries import auxiliaries_of
from asreported.lexicon.load import column, table, words
from asreported.model.labels import ALL_SUBJECTS, ASKING, COMPLEMENT_CLAUSES, OBJECT
from asreported.statements.clauses.cuts import Cut, SentenceTree

# What kind of word negates where it hangs so.
_NEGATING = {"advmod": "adverb", "mark": "conjunction"}
_COMPLEMENTS = frozenset({"xcomp"})
_PREDICATIVES = frozenset({"acomp"})
_JUDGEMENTS = frozenset({"acomp", "attr", "oprd"})
_WHETHER = frozenset({"if", "whether"})
_BEFALLEN, _ACTING = frozenset({"dobj", "nsubjpass"}), frozenset({"nsubj"})


def chain_of(grammar: SentenceTree, head: int) -> list[int]:
    """Return the verbs from the clause's head down to the one that says what happens.

    "has begun to withdraw" gives begun, withdraw; "is likely to fall" gives is, likely, fall.
    """
    chain = [head]
    while True:
        here = chain[-1]
        token = grammar.tokens[here]
        if token.lemma == "be" and (below := grammar.child(here, _PREDICATIVES)) is not None:
            chain.append(below)
            continue
        below = grammar.child(here, _COMPLEMENTS)
        if below is None or not (
            _phase(token.lemma)
            or token.lemma in _modalities("verb")
            or token.lemma in _modalities("adjective")
            or token.lemma in _negations("verb")
            or (token.lemma == "go" and token.tag == "VBG")
        ):
            return chain
        chain.append(below)


def phase_of(grammar: SentenceTree, chain: list[int]) -> str:
    """Return how far the act has come: the first word of phase counts, else the tense."""
    tokens = grammar.tokens
    for here in chain[:-1]:
        if (phase := _phase(tokens[here].lemma)) and not _is_modal_only(grammar, here):
            return phase
        if tokens[here].lemma == "go":
            return "planned"
    head = chain[0]
    helpers = [tokens[c] for c in auxiliaries_of(tokens, grammar.below, head)]
    lemmas = {helper.lemma.lower() for helper in helpers}
    if lemmas & {"will", "shall", "'ll"} or "to" in lemmas:
        return "planned"
    if lemmas & _modal_words():
        return ""
    if any(h.lemma == "be" and h.dep == "aux" for h in helpers) and tokens[head].tag == "VBG":
        return "ongoing"
    if (phase := _phase(tokens[chain[-1]].lemma)) and _is_of_a_deed(grammar, chain[-1]):
        return phase
    past = tokens[head].tag == "VBD" or any(h.tag == "VBD" for h in helpers)
    if past or "have" in lemmas or (tokens[head].tag == "VBN" and tokens[head].dep != "amod"):
        return "done"
    return ""


def _is_of_a_deed(grammar: SentenceTree, verb: int) -> bool:
    """Return whether what begins, is ordered or ends is named by a noun: "began the withdrawal"."""
    noun = grammar.child(verb, _BEFALLEN)
    if noun is None:
        noun = grammar.child(verb, _ACTING)
    return noun is not None and grammar.tokens[noun].lemma.lower() in words("nominals", "noun")


def modality_of(grammar: SentenceTree, chain: list[int]) -> str:
    """Return whether the clause says that something may, must or would be, else nothing."""
    tokens = grammar.tokens
    found = set()
    for here in chain:
        lemma = tokens[here].lemma
        if here != chain[-1]:
            found.add(_modalities("verb").get(lemma, ""))
        found.add(_modalities("adjective").get(lemma, ""))
        for child in auxiliaries_of(tokens, grammar.below, here):
            found.add(_modalities("auxiliary").get(tokens[child].lemma.lower(), ""))
        for child in grammar.below[here]:
            token = tokens[child]
            if token.dep == "advmod":
                found.add(_modalities("adverb").get(token.lemma.lower(), ""))
            elif token.dep == "mark":
                found.add(_modalities("conjunction").get(token.lemma.lower(), ""))
    return next((m for m in ("conditional", "possible", "necessary") if m in found), "")


def is_negated(grammar: SentenceTree, cut: Cut, chain: list[int]) -> bool:
    """Return whether an odd number of words turns the clause into its opposite."""
    tokens = grammar.tokens
    count = 0
    for here in chain:
        lemma = tokens[here].lemma
        count += lemma in _negations("verb") and here != chain[-1]
        count += lemma in _negations("adjective")
        for child in grammar.below[here]:
            token = tokens[child]
            if token.dep == "neg":
                count += 1
            elif token.dep in _NEGATING:
                word = token.text.lower().replace("’", "'")
                count += word in _negations(_NEGATING[token.dep])
            elif token.dep in ALL_SUBJECTS or token.dep in ("dobj", "attr"):
                count += _is_nothing(grammar, child)
    count += _hangs_on_denial(grammar, cut)
    return count % 2 == 1


def _is_nothing(grammar: SentenceTree, i: int) -> bool:
    tokens = grammar.tokens
    if tokens[i].text.lower() in _negations("pronoun"):
        return True
    return any(
        tokens[c].text.lower() in _negations("determiner")
        for c in grammar.below[i]
        if tokens[c].dep in ("det", "neg", "preconj")
    )


def _hangs_on_denial(grammar: SentenceTree, cut: Cut) -> bool:
    """ "denied that it leaked", "without striking back", "kept the crew from leaving"."""
    governor = grammar.tokens[cut.head].head
    above = grammar.tokens[governor]
    if cut.kind in COMPLEMENT_CLAUSES:
        denied = above.lemma in _negations("verb")
        if _is_asked(grammar, cut.head) or not (denied or above.lemma in _negations("raising")):
            return denied
        return denied != _is_unsaid(grammar, governor)
    if cut.kind == "acl":
        if above.lemma in _negations("ground") and _is_nothing(grammar, governor):
            return True  # "no evidence that it leaked"
        return above.lemma in words("reporting_nouns", "noun") and _is_false(grammar, governor)
    if cut.kind != "pcomp":
        return False
    if above.lemma.lower() == "from":
        return grammar.tokens[above.head].lemma in _negations("preventing")
    return above.lemma.lower() in _negations("preposition")


def _is_asked(grammar: SentenceTree, verb: int) -> bool:
    """ "did not say *whether* it leaked" leaves open what "did not say that it leaked" does not."""
    return any(
        grammar.tokens[c].tag in ASKING or grammar.tokens[c].lemma.lower() in _WHETHER
        for c in grammar.below[verb]
    )


def _is_unsaid(grammar: SentenceTree, verb: int) -> bool:
    """ "does not allege", "has never claimed", "nobody says"."""
    return any(
        grammar.tokens[c].dep == "neg"
        or grammar.tokens[c].text.lower() in _negations("adverb")
        or (grammar.tokens[c].dep in ALL_SUBJECTS and _is_nothing(grammar, c))
        for c in grammar.below[verb]
    )


def _is_false(grammar: SentenceTree, noun: int) -> bool:
    """ "reports that it leaked were false", "dismissed claims that it leaked", "an absurd idea"."""
    tokens = grammar.tokens
    verb = tokens[noun].head
    beside = [tokens[c].lemma for c in grammar.below[noun] if tokens[c].dep == "amod"]
    if tokens[noun].dep in ALL_SUBJECTS:
        beside += [tokens[c].lemma for c in grammar.below[verb] if tokens[c].dep in _JUDGEMENTS]
    elif tokens[noun].dep in OBJECT:
        beside.append(tokens[verb].lemma)
    deny = column("doubts", "kind")
    return any(deny.get(lemma) == "deny" or lemma in _negations("absurd") for lemma in beside)


def _is_modal_only(grammar: SentenceTree, here: int) -> bool:
    """ "is expected to" plans; "must be set to" and the like do too: only bare modals do not."""
    return grammar.tokens[here].lemma in _modalities("verb")


@cache
def _negations(kind: str) -> frozenset[str]:
    return words("negation", kind=kind)


def _phase(lemma: str) -> str:
    return column("phases", "slot").get(lemma, "")


@cache
def _modalities(kind: str) -> dict[str, str]:
    return {row["word"]: row["modality"] for row in table("modality") if row["kind"] == kind}


@cache
def _modal_words() -> frozenset[str]:
    return frozenset(_modalities("auxiliary"))
