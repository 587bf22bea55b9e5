"""Find where accounts say that one person is charged with different crimes."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from asreported.alignment.accounts.acts import stem
from asreported.alignment.accounts.bearers import Bearers
from asreported.alignment.accounts.deeds import Deed
from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.lexicon.load import words
from asreported.lexicon.weekdays import WEEKDAYS
from asreported.model.span import Span

_WITH = frozenset({"with", "of", "for", "on", "including"})
_NO_CRIME = words("word_classes", kind="no_crime").union(WEEKDAYS)
_DEEP = frozenset({"of", "including", "for", "with"})
_LONGEST = 90  # Characters of an answer.


@dataclass(frozen=True, slots=True)
class _Charge:
    """Crimes that somebody is charged with; ``persons`` are entity ids, none where unnamed.

    ``beside`` are all nouns of the sentence: of "breach of trust and bribery" any may be a crime.
    """

    crimes: frozenset[str]
    persons: frozenset[str]
    span: Span
    beside: frozenset[str]

    def differs(self, other: "_Charge") -> bool:
        """Return whether both may be charges against one, some of them in one account only."""
        apart = bool(self.persons and other.persons) and not self.persons & other.persons
        known = self.crimes <= other.beside and other.crimes <= self.beside
        return not known and bool(self.crimes & other.crimes) and not apart


def find_charge_disputes(
    deeds: Sequence[Deed], bearers: Mapping[str, Bearers]
) -> Iterator[Dispute]:
    """Yield a dispute where the crimes that accounts name are not the same.

    Of each account the fullest list of crimes is its answer; ``bearers`` are by document.
    """
    told: dict[str, list[_Charge]] = defaultdict(list)
    for deed in deeds:
        if deed.act.name == "charge" and not deed.apart and not deed.negated:
            crimes, span = _crimes(deed.grammar, deed.at)
            if crimes:
                persons = _persons(deed, bearers[deed.document])
                beside = _nouns(deed.grammar, deed.at) | crimes
                told[deed.document].append(_Charge(crimes, persons, span, beside))
    fullest = [max(told[d], key=lambda c: (len(c.crimes), -c.span.start)) for d in sorted(told)]
    answers: dict[frozenset[str], list[Span]] = defaultdict(list)
    for charge in fullest:
        if any(charge.differs(other) for other in fullest):
            answers[charge.crimes].append(charge.span)
    order = sorted(answers, key=lambda c: (-len(answers[c]), -len(c), sorted(c)))
    yield from disputed(
        "scope",
        "difference",
        "What are the charges?",
        [answers[crimes] for crimes in order],
        "the accounts name other crimes",
        0.6,
    )


def _persons(deed: Deed, bearers: Bearers) -> frozenset[str]:
    """Return who is charged, as far as the words name somebody."""
    if deed.patient is None:
        return frozenset()
    named = (bearers.person(at) for at in deed.grammar.below(deed.patient, {"relcl", "prep"}))
    return frozenset(bearer.entity.id for bearer in named if bearer is not None)


def _crimes(grammar: Grammar, at: int) -> tuple[frozenset[str], Span]:
    """Return the crimes that the charge is for, and the words from the charge to the last."""
    found: dict[int, str] = {}
    for preposition, noun in grammar.fillers(at):
        if preposition in _WITH:
            for each in _listed(grammar, noun):
                found[each] = _name(grammar, each)
    found = {each: name for each, name in found.items() if name}
    if not found:
        return frozenset(), grammar.span(at, at)
    first, last = min(at, *found), max(at, *found)
    span = grammar.span(first, last)
    end = min(span.end, span.start + _LONGEST)
    return frozenset(found.values()), Span(span.document, span.start, end)


def _nouns(grammar: Grammar, at: int) -> frozenset[str]:
    """Return the stems of the nouns in the sentence."""
    sentence = grammar.reading.parse.sentences[grammar.sentence[at]]
    inside = range(sentence.first, sentence.last)
    return frozenset(_name(grammar, each) for each in inside) - {""}


def _listed(grammar: Grammar, noun: int) -> Iterator[int]:
    """Yield the crime nouns of a list: "murder, assault and three counts of theft"."""
    inner = [n for p, n in grammar.fillers(noun) if p in _DEEP]
    hollow = grammar.lemma(noun) in _NO_CRIME
    if not hollow:
        yield noun
    for each in inner if hollow else ():
        yield from _listed(grammar, each)
    for c in grammar.children[noun]:
        if grammar.tokens[c].dep in {"conj", "appos"}:
            yield from _listed(grammar, c)


def _name(grammar: Grammar, at: int) -> str:
    """Return the stem of the noun for a crime, "" for names and other words."""
    token = grammar.tokens[at]
    if token.entity or token.pos != "NOUN":
        return ""
    return stem(grammar.lemma(at))
