"""Find a doer who is named in one account and whose name is kept back by another.

"Police have not released the gunman's name" stands against "police identified the gunman as Milo
Reed". Victims are named one by one, so that theirs are no question.
"""

from collections.abc import Iterator, Sequence

from asreported.alignment.accounts.acts import kinds
from asreported.alignment.accounts.grammar import Grammar, first_short
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.model.labels import COMPLEMENT_CLAUSES
from asreported.model.span import Span

_NAMING = frozenset({"identify", "name"})
_GIVING = frozenset(
    {"release", "reveal", "disclose", "give", "confirm", "announce", "provide", "publish", "make"}
)
_NAMES = frozenset({"identity", "name"})
_DECLINING = frozenset({"decline", "refuse", "yet"})
_DOERS = frozenset({"suspect", "fighter"})
_DOER = frozenset({"killer", "bomber", "driver", "culprit", "hijacker", "kidnapper", "arsonist"})
_LONGEST = 110  # Characters of an answer.


def find_identity_disputes(grammars: Sequence[Grammar]) -> Iterator[Dispute]:
    """Yield a dispute where some name who did it and another says that the name is kept back."""
    named: list[Span] = []
    kept: list[Span] = []
    for grammar in grammars:
        for at, token in enumerate(grammar.tokens):
            if token.pos == "VERB" and _is_kept(grammar, at):
                kept.append(_words(grammar, at))
            elif token.pos == "VERB" and _is_named(grammar, at):
                named.append(_words(grammar, at))
            elif token.pos == "NOUN" and _has_name(grammar, at):
                named.append(grammar.span(at, _last(grammar, at)))
    telling = {span.document for span in named}
    silent = [span for span in kept if span.document not in telling]
    yield from disputed(
        "update",
        "difference",
        "Is it known who did it?",
        [named, silent],
        "the doer is named by some, by others the name is kept back",
        0.6,
    )


def _is_kept(grammar: Grammar, at: int) -> bool:
    """Return whether the clause says that the doer's name is not told."""
    if not _is_denied(grammar, at):
        return False
    patient = grammar.patient(at)
    if patient is None:
        return False
    if grammar.lemma(at) in _NAMING:
        return _is_doer(grammar, patient)
    if grammar.lemma(at) not in _GIVING or grammar.lemma(patient) not in _NAMES:
        return False
    owners = [c for c in grammar.children[patient] if grammar.tokens[c].dep == "poss"]
    owners += [noun for preposition, noun in grammar.fillers(patient) if preposition == "of"]
    owners += [c for noun in owners for c in grammar.children[noun]]
    return any(_is_doer(grammar, each) for each in owners)


def _is_denied(grammar: Grammar, at: int) -> bool:
    """Return whether it was not done: "has not", "declined to", "has yet to"."""
    token = grammar.tokens[at]
    above = grammar.lemma(token.head)
    return grammar.negated(at) or (token.dep in COMPLEMENT_CLAUSES and above in _DECLINING)


def _is_named(grammar: Grammar, at: int) -> bool:
    """Return whether the clause gives the doer's name: "identified the gunman as Milo Reed"."""
    if grammar.lemma(at) not in _NAMING:
        return False
    given = [noun for preposition, noun in grammar.fillers(at) if preposition == "as"]
    patient = grammar.patient(at)
    if patient is None or not given:
        return False
    pair = (patient, given[0])
    return any(
        _is_doer(grammar, one) and grammar.tokens[other].pos == "PROPN"
        for one, other in (pair, pair[::-1])
    )


def _has_name(grammar: Grammar, at: int) -> bool:
    """Return whether the noun of a doer has the name after it: "the gunman, Milo Reed"."""
    return _tells_doer(grammar, at) and _last(grammar, at) > at


def _last(grammar: Grammar, at: int) -> int:
    """Return the last token of the name that is set beside the noun, the noun where none is."""
    beside = [
        c
        for c in grammar.children[at]
        if c > at and grammar.tokens[c].dep == "appos" and grammar.tokens[c].pos == "PROPN"
    ]
    return beside[0] if beside else at


def _is_doer(grammar: Grammar, at: int) -> bool:
    """Return whether the noun tells who did it; a pronoun stands for one told of before it."""
    if grammar.tokens[at].pos == "PRON":
        first = grammar.reading.parse.sentences[grammar.sentence[at]].first
        return any(_tells_doer(grammar, i) for i in range(first, at))
    return _tells_doer(grammar, at)


def _tells_doer(grammar: Grammar, at: int) -> bool:
    lemma = grammar.lemma(at)
    return kinds().get(lemma) in _DOERS or lemma in _DOER


def _words(grammar: Grammar, at: int) -> Span:
    token = grammar.tokens[at]
    clause = first_short(_LONGEST, grammar.statement(at), grammar.predicate_phrase(at))
    start = grammar.tokens[token.head].start if token.dep == "xcomp" else clause.start
    return Span(clause.document, min(start, clause.start), clause.end)
