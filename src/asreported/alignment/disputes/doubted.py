"""Find the words that an account calls false, doubtful or too early to say."""

from collections.abc import Collection, Iterator

from asreported.alignment.accounts.acts import acts_at
from asreported.alignment.accounts.deeds import done_by_few
from asreported.alignment.accounts.grammar import Grammar
from asreported.lexicon.load import column
from asreported.lexicon.reporting import reporting
from asreported.model.labels import VERBS
from asreported.model.span import Span

# Branches that a doubt does not reach.
_OUTSIDE = frozenset({"cc", "conj", "advcl", "relcl", "punct", "nsubj", "agent"})
_CUE_TAGS = ("NOUN", "VERB", "ADJ", "ADV")
_ASKING = frozenset({"why", "how", "when", "where"})
_WRONG = "wrong"
"""What is false, of what is said; and what should not be done, of all else."""
_DROPPING = frozenset({"dismiss", "drop", "reject", "withdraw"})
# Nouns of what is to be done: who rejects a request to block a thing does not say it is open.
_WISHES = frozenset({"asked", "ordered", "promised", "thanked"})
_CASES = frozenset({"charge", "case", "lawsuit", "suit", "indictment", "count", "motion", "appeal"})


def find_doubted(grammar: Grammar) -> Iterator[tuple[tuple[str, int], tuple[str, Span]]]:
    """Yield each token in the scope of a doubt, with the cue and the words that doubt."""
    for at, token in enumerate(grammar.tokens):
        cue = _cue(grammar, at)
        if cue in {"", "unknown"} or token.pos not in _CUE_TAGS or _refuses(grammar, at):
            continue
        scope = _scope(grammar, at)
        span = _cue_span(grammar, at)
        for each in scope:
            if each != at:
                yield (grammar.document, each), (f"{cue} {grammar.lemma(at)}", span)


def _refuses(grammar: Grammar, at: int) -> bool:
    """Return whether "denied" or "rejected" has an object that is no claim: a request, an entry."""
    noun = grammar.child(at, "dobj")
    if noun is None or grammar.tokens[at].pos != "VERB":
        return False
    if grammar.lemma(at) in _DROPPING and grammar.lemma(noun) in _CASES:
        # A judge who dismisses charges ends a case; who dismisses them as false denies them.
        return all(preposition != "as" for preposition, _ in grammar.fillers(at))
    kind = column("reporting_nouns", "kind", key="noun").get(grammar.lemma(noun), "")
    if kind == "said" and not any(preposition == "of" for preposition, _ in grammar.fillers(noun)):
        # Who dismisses remarks does not deny what they are about, unless a clause says it.
        return grammar.child(noun, "acl", "ccomp", "relcl") is None
    return kind in _WISHES if kind else not acts_at(grammar, noun)


def _cue(grammar: Grammar, at: int) -> str:
    """Return the kind of doubt that the token expresses, "" where it expresses none."""
    cues = column("doubts", "kind")
    lemma = grammar.lemma(at)
    if done_by_few(grammar, at):
        return ""
    denied = grammar.negated(at)
    names = [lemma]
    if denied:
        names = [f"not_{lemma}"]
    for c in grammar.children[at]:
        if grammar.tokens[c].dep == "advmod":
            names.append(f"{grammar.lemma(c)}_{lemma}")
    return next((cues[name] for name in names if name in cues), "")


def _scope(grammar: Grammar, at: int) -> list[int]:
    """Return the tokens that the doubt at ``at`` is about: its object, subject or complement.

    Not what only stands in them: who does not believe that a withdrawal led to a war doubts
    neither withdrawal nor war, and who rejects a deal reached by others says that it was reached.
    """
    token = grammar.tokens[at]
    reach = set(grammar.below(at, _OUTSIDE | ({"xcomp"} if token.pos != "VERB" else set())))
    for c in grammar.children[at]:
        if grammar.tokens[c].dep == "xcomp":
            reach |= set(grammar.below(c, _OUTSIDE | {"prep"}))
    if token.dep in {"acomp", "attr", "oprd"}:
        subject = grammar.subject(token.head)
        if subject is not None:
            reach |= set(grammar.below(subject, _OUTSIDE))
        for c in grammar.children[token.head]:
            if grammar.tokens[c].dep in {"xcomp", "advcl", "ccomp", "csubj"} and c > at:
                near = grammar.below(c, _OUTSIDE | {"prep"})
                reach |= set(near) if near[0] - at <= 2 else set()
    if grammar.lemma(at) == _WRONG:
        reach &= _said_to_be(grammar, reach)
    for c in grammar.children[at]:
        if grammar.tokens[c].dep == "advcl" and c - at <= 3:
            reach |= set(grammar.below(c, _OUTSIDE))
    made = {
        each
        for c in reach
        if c != at
        and (grammar.tokens[c].dep, grammar.tokens[c].tag) == ("acl", "VBN")
        and grammar.child(c, "aux", "auxpass", "nsubjpass") is None
        for each in grammar.below(c)
    }
    # "Too soon to say why it sank": that it sank is no matter of doubt.
    asked = {
        each
        for c in reach
        if c != at and any(grammar.lemma(w) in _ASKING for w in grammar.children[c])
        for each in grammar.below(c)
    }
    return sorted(reach - made - asked)


def _said_to_be(grammar: Grammar, reach: Collection[int]) -> set[int]:
    """Return what of ``reach`` somebody says or holds: "wrong to claim that he left no plan".

    It was wrong to ask for help: that help was asked for is not denied.
    """
    told = reporting("said", "claimed", "believed")
    said = (at for at in reach if grammar.lemma(at) in told)
    return {below for at in said for below in grammar.below(at, _OUTSIDE) if below != at}


def _cue_span(grammar: Grammar, at: int) -> Span:
    """Return the tight words of the doubt: the cue with what it is about, at most a clause."""
    token = grammar.tokens[at]
    verb = token.head if token.dep in {"acomp", "attr", "oprd", "dobj"} else at
    if grammar.tokens[verb].pos in VERBS:
        return grammar.statement(verb)
    return grammar.phrase(at)
