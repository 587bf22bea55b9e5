"""Find what one is accused of and denies: set side by side, whoever says which in which account."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from asreported.alignment.accounts.acts import concept
from asreported.alignment.accounts.bearers import Bearers
from asreported.alignment.accounts.deeds import is_unsaid
from asreported.alignment.accounts.grammar import Grammar, first_short
from asreported.alignment.accounts.roles import verb_roles
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.lexicon.load import words
from asreported.model.labels import VERBS
from asreported.model.span import Span

_DENYING = frozenset({"deny", "dispute", "reject", "refute"})
# What is denied as a whole: an accusation of whatever it is.
_BLAME = words("word_classes", kind="blame")
# Not those of a court: that who is indicted pleads not guilty is no dispute between accounts.
_ACCUSING = frozenset({"accuse", "blame", "implicate"})
_GUILTY = frozenset({"responsible", "culpable", "guilty", "liable", "behind", "accountable"})
_HOLDING = frozenset({"hold", "find", "consider"})
_DEMANDING = frozenset({"must", "should", "ought"})
_EMPTY = frozenset({"have", "be", "do", "year", "day", "time"})
_ANSWERING = _DENYING | {"have", "plead"}
_BLAMING = _ACCUSING | _HOLDING | {"be", "attribute"}
_LONGEST = 100  # Characters of an answer.


@dataclass(frozen=True, slots=True)
class _Claim:
    """Words that charge somebody, or in which he denies; ``who`` is whose deed it would be."""

    who: str
    name: str
    span: Span
    about: frozenset[str] = frozenset()
    """Concepts of what he is accused of or denies; none where an account itself says it of him."""


def find_accusation_disputes(
    grammars: Sequence[Grammar], bearers: Mapping[str, Bearers]
) -> Iterator[Dispute]:
    """Yield a dispute for each named one whom some accuse and who, by another account, denies."""
    charged: dict[str, list[_Claim]] = defaultdict(list)
    denied: dict[str, list[_Claim]] = defaultdict(list)
    # Whoever "he pleaded not guilty" is about, the account tells that somebody denies.
    pleaded = {grammar.document for grammar in grammars if any(_pleads(grammar))}
    for grammar in grammars:
        names = bearers[grammar.document]
        for at, token in enumerate(grammar.tokens):
            if token.pos in VERBS:
                for claim in _denials(grammar, at, names):
                    denied[claim.who].append(claim)
                for claim in _charges(grammar, at, names):
                    charged[claim.who].append(claim)
    for who in sorted(set(charged) & set(denied)):
        name = denied[who][0].name
        known = frozenset[str]().union(*(claim.about for claim in denied[who])) - {""}
        # An account that tells the denial as well leaves nothing out.
        fair = {claim.span.document for claim in denied[who]} | pleaded
        answered = [
            claim
            for claim in charged[who]
            if claim.span.document not in fair and (not claim.about or claim.about & known)
        ]
        yield from disputed(
            "polarity",
            "contradiction",
            f"Do the accusations against {name} hold?",
            [[c.span for c in answered], [c.span for c in denied[who]]],
            f"{name} is accused and denies",
            0.65,
        )


def _pleads(grammar: Grammar) -> Iterator[bool]:
    for at, token in enumerate(grammar.tokens):
        if token.pos in VERBS and grammar.lemma(at) == "plead":
            yield "not guilty" in grammar.words(grammar.statement(at)).lower()


def _denials(grammar: Grammar, at: int, bearers: Bearers) -> Iterator[_Claim]:
    """Yield "Ruria denied any involvement", "said that it had nothing to do with it"."""
    lemma = grammar.lemma(at)
    if lemma not in _ANSWERING:
        return
    agent = verb_roles(grammar, at)[0]
    if lemma in _DENYING and not grammar.negated(at) and grammar.tokens[at].dep != "xcomp":
        above = grammar.tokens[at].head
        if grammar.tokens[at].dep == "conj" and grammar.tokens[above].dep == "xcomp":
            return  # "Declined to confirm or deny it."
        noun = grammar.child(at, "dobj")
        clause = grammar.child(at, "ccomp", "xcomp")
        if clause is None and (noun is None or grammar.lemma(noun) not in _BLAME):
            return
        yield from _claim(agent, bearers, _from(grammar, at), _about(grammar, at))
    elif lemma == "have" and (noun := grammar.child(at, "dobj")) is not None:
        if grammar.lemma(noun) == "nothing" and "do" in grammar.words(grammar.phrase(noun)).split():
            yield from _claim(agent, bearers, _from(grammar, at), _about(grammar, at))
    elif lemma == "plead" and "not guilty" in grammar.words(grammar.statement(at)).lower():
        yield from _claim(agent, bearers, _from(grammar, at), _about(grammar, at))


def _charges(grammar: Grammar, at: int, bearers: Bearers) -> Iterator[_Claim]:
    """Yield "accused Ruria of it", "Ruria is behind it", "held Ruria responsible"."""
    lemma = grammar.lemma(at)
    if lemma not in _BLAMING and grammar.tokens[at].pos != "AUX":
        return
    if grammar.negated(at) or is_unsaid(grammar, at):
        return
    patient = verb_roles(grammar, at)[1]
    if lemma in _ACCUSING:
        about = _about(grammar, at)
        yield from _claim(patient, bearers, _from(grammar, at), about)
        for preposition, noun in grammar.fillers(at):
            if lemma == "blame" and preposition == "on":
                yield from _claim(noun, bearers, _from(grammar, at), about)
    told = [c for c in grammar.children[at] if grammar.lemma(c) in _GUILTY]
    if told and any(grammar.lemma(c) in _DEMANDING for c in grammar.children[at]):
        return  # That he "must be held accountable" does not say for what.
    if told and lemma in _HOLDING:
        # Who is found guilty of one thing may deny another.
        yield from _claim(patient, bearers, _from(grammar, at), _about(grammar, at) - {""})
    elif told and (lemma == "be" or grammar.tokens[at].pos == "AUX"):
        yield from _claim(grammar.subject(at), bearers, grammar.clause(at))
    if lemma == "attribute":
        for preposition, noun in grammar.fillers(at):
            if preposition == "to":
                yield from _claim(noun, bearers, _from(grammar, at))


def _about(grammar: Grammar, at: int) -> frozenset[str]:
    """Return the concepts of the words under the verb, names and words for any blame left out."""
    return frozenset(
        concept(grammar.lemma(each), grammar.tokens[each].pos)
        for each in grammar.below(at, {"nsubj", "nsubjpass", "conj"})
        if each != at
        and grammar.tokens[each].pos in {"NOUN", "VERB"}
        and grammar.lemma(each) not in _BLAME | _EMPTY
    ) | {""}


def _claim(
    noun: int | None,
    bearers: Bearers,
    span: Span,
    about: frozenset[str] = frozenset(),
) -> Iterator[_Claim]:
    """Yield the claim where the noun is a name: of a pronoun nobody knows whose it is."""
    bearer = bearers.at.get(noun) if noun is not None else None
    if bearer is not None and bearer.entity.type in {"person", "place", "organisation", "group"}:
        yield _Claim(bearer.entity.id, bearer.entity.name, span, about)


def _from(grammar: Grammar, at: int) -> Span:
    """Return subject, verb and object where that is short, else from the verb on."""
    rest = grammar.predicate_phrase(at)
    return first_short(_LONGEST, grammar.clause(at), rest, grammar.span(at, at))
