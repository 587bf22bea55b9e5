"""Find what one account says a thing is not and another calls it: "not overloaded", overloaded.

"The boat was not overloaded" denies "the overloaded boat" and "the overloading of the boat" as well
as "the boat was overloaded".
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from asreported.alignment.accounts.acts import kind_at, stem
from asreported.alignment.accounts.deeds import is_apart, is_asked, is_hedged, is_told
from asreported.alignment.accounts.grammar import Grammar, first_short
from asreported.alignment.accounts.roles import state_bearer
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.lexicon.load import words
from asreported.model.labels import NOUN_SUBJECTS, NOUNS
from asreported.model.span import Span

_ATTRIBUTED = frozenset({"acomp", "oprd"})
# Kinds of one thing that carries: a trawler is a boat.
_CRAFT = frozenset({"ship", "trawler"})
_LONGEST = 90  # Characters of an answer.


@dataclass(frozen=True, slots=True)
class _Quality:
    """A quality that a thing is told to have, or not to have; ``kind`` is that of the thing."""

    name: str
    kind: str
    clausal: bool
    """Whether a clause tells it, and not a word beside the noun."""
    span: Span


def find_quality_disputes(grammars: Sequence[Grammar]) -> Iterator[Dispute]:
    """Yield a dispute for each quality of one kind of thing that some tell and others deny."""
    denied = [each for grammar in grammars for each in _denied(grammar)]
    names = {each.name for each in denied}
    told: dict[tuple[str, str], list[_Quality]] = defaultdict(list)
    for grammar in grammars if names else ():
        for each in _told(grammar, names):
            told[each.name, each.kind].append(each)
    for name, kind in sorted({(each.name, each.kind) for each in denied}):
        no = [each.span for each in denied if (each.name, each.kind) == (name, kind)]
        yes = [each.span for each in told[name, kind]]
        silent = {span.document for span in no}
        if all(span.document in silent for span in yes):
            continue
        clearest = min(told[name, kind], key=lambda each: (not each.clausal, each.span))
        grammar = next(g for g in grammars if g.document == clearest.span.document)
        yield from disputed(
            "polarity",
            "contradiction",
            f"Is it so: “{grammar.words(clearest.span)}”?",
            [yes, no],
            "a quality that is denied",
            0.65,
        )


def _denied(grammar: Grammar) -> Iterator[_Quality]:
    for at, token in enumerate(grammar.tokens):
        if token.dep != "neg":
            continue
        verb = token.head
        for c in (verb, *grammar.children[verb]):
            if _is_quality(grammar, c) and _clause(grammar, c) == verb:
                told = is_told(grammar, verb) and not is_asked(grammar, verb)
                bearer = _bearer(grammar, verb)
                if told and bearer is not None and not is_apart(grammar, at):
                    yield _quality(grammar, c, bearer, verb)


def _told(grammar: Grammar, names: set[str]) -> Iterator[_Quality]:
    """Yield where the account gives a thing a quality of the ``names``, in whatever form."""
    for at in range(len(grammar.tokens)):
        if stem(grammar.lemma(at)) not in names and stem(grammar.tokens[at].text) not in names:
            continue
        token = grammar.tokens[at]
        verb = _clause(grammar, at)
        if is_hedged(grammar, at) or is_apart(grammar, at):
            continue
        if token.dep == "amod" and grammar.tokens[token.head].pos == "NOUN":
            if _is_lacking(grammar, token.head):
                continue
            yield _quality(grammar, at, token.head, None)
        elif verb is not None and _is_quality(grammar, at):
            bearer = _bearer(grammar, verb)
            plain = is_told(grammar, verb) and not is_hedged(grammar, verb)
            if bearer is not None and plain and not grammar.negated(verb):
                yield _quality(grammar, at, bearer, verb)
        elif token.pos == "NOUN":
            for preposition, noun in grammar.fillers(at):
                if preposition == "of":
                    yield _quality(grammar, at, noun, None)


def _is_lacking(grammar: Grammar, noun: int) -> bool:
    """Return whether it is said that there is none: "has no close tie", "without any tie"."""
    over = grammar.verb_over(noun)
    none = any(grammar.lemma(c) in {"no", "any"} for c in grammar.children[noun])
    return none or (over is not None and grammar.negated(over))


def _is_quality(grammar: Grammar, at: int) -> bool:
    """Return whether the word says what its subject is: "safe", "overloaded"."""
    token = grammar.tokens[at]
    if grammar.lemma(at) in words("plain_qualities"):
        return False
    return (token.dep in _ATTRIBUTED and token.pos == "ADJ") or (
        token.tag == "VBN" and token.text.lower().startswith(("over", "under", "un"))
    )


def _clause(grammar: Grammar, at: int) -> int | None:
    token = grammar.tokens[at]
    if token.tag == "VBN" and grammar.child(at, "auxpass") is not None:
        return at
    be = token.dep in _ATTRIBUTED and grammar.lemma(token.head) == "be"
    return token.head if be else None


def _bearer(grammar: Grammar, verb: int) -> int | None:
    """Return the noun for what has the quality; "it" goes on with the subject before."""
    subject = state_bearer(grammar, verb) or grammar.child(verb, *NOUN_SUBJECTS)
    if subject is None:
        return None
    if grammar.lemma(subject) == "it":
        number = grammar.sentence[subject]
        if number == 0:
            return None
        before = grammar.reading.parse.sentences[number - 1]
        near = range(before.first, before.last)
        subjects = [i for i in near if grammar.tokens[i].dep in NOUN_SUBJECTS]
        subject = subjects[0] if len(subjects) == 1 else subject
    return subject if grammar.tokens[subject].pos in NOUNS else None


def _quality(grammar: Grammar, at: int, bearer: int, verb: int | None) -> _Quality:
    kind = kind_at(grammar, bearer)
    span = grammar.phrase(bearer).joined(grammar.span(at, at))
    if verb is not None:
        span = first_short(_LONGEST, grammar.clause(verb), grammar.predicate_phrase(verb))
    name = stem(grammar.lemma(at)) if grammar.tokens[at].pos == "NOUN" else stem(_word(grammar, at))
    return _Quality(name, "craft" if kind in _CRAFT else kind, verb is not None, span)


def _word(grammar: Grammar, at: int) -> str:
    return grammar.tokens[at].text.lower()
