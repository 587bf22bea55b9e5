"""Find what accounts say that people protest against, where no answer of one fits another's."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from asreported.alignment.accounts.acts import concept
from asreported.alignment.accounts.deeds import Deed
from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.accounts.roles import noun_concepts
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.model.comparison import SLIGHT
from asreported.model.span import Span

_AGAINST = frozenset({"against", "over"})
# Of the verbs of protest the one whose object is what it is against: who demonstrates a talent or
# rallies voters is against neither.
_TAKES_AIM = "protest"
_SERIES = frozenset({"string", "series", "wave", "spate", "round"})
_LONGEST = 90  # Characters from the protest to what it is against, for both to be one answer.


@dataclass(frozen=True, slots=True)
class _Aim:
    span: Span
    concepts: frozenset[str]

    def fits(self, other: "_Aim") -> bool:
        """Return whether one says all that the other says."""
        return self.concepts <= other.concepts or other.concepts <= self.concepts


def find_aim_disputes(deeds: Sequence[Deed]) -> Iterator[Dispute]:
    """Yield a dispute between the accounts whose protests are against other things."""
    told: dict[str, list[_Aim]] = defaultdict(list)
    for deed in deeds:
        if deed.act.field == "protest" and not (deed.apart or deed.negated or _is_of_many(deed)):
            told[deed.document].extend(_aims(deed.grammar, deed.at))
    apart = [
        (a, b)
        for number, one in enumerate(sorted(told))
        for other in sorted(told)[number + 1 :]
        for a in told[one][:1]
        for b in told[other][:1]
        if not any(x.fits(y) for x in told[one] for y in told[other])
    ]
    groups: list[list[_Aim]] = []
    for aim in dict.fromkeys(aim for pair in apart for aim in pair):
        home = next((group for group in groups if group[0].fits(aim)), None)
        if home is None:
            groups.append([aim])
        else:
            home.append(aim)
    yield from disputed(
        "scope",
        "difference",
        "What is the protest against?",
        [[aim.span for aim in group] for group in groups],
        "the accounts name other aims of the protest",
        SLIGHT,
    )


def _is_of_many(deed: Deed) -> bool:
    """Return whether the protest is told as one of many: "the latest in a string of protests"."""
    grammar, token = deed.grammar, deed.grammar.tokens[deed.at]
    above = grammar.tokens[token.head].head
    return token.dep == "pobj" and grammar.lemma(above) in _SERIES


def _aims(grammar: Grammar, at: int) -> Iterator[_Aim]:
    """Yield what the protest is against: "protests over the dam", "marched against the dam"."""
    nouns = [noun for preposition, noun in grammar.fillers(at) if preposition in _AGAINST]
    patient = grammar.child(at, "dobj") if grammar.lemma(at) == _TAKES_AIM else None
    for noun in [*nouns, *([patient] if patient is not None else [])]:
        concepts = noun_concepts(grammar, noun) | _joined(grammar, noun)
        phrase = grammar.below(noun, {"relcl", "punct", "conj", "cc"})
        # "Over the dam, thousands marched": what it is against may stand before it.
        span = grammar.span(min(at, *phrase), max(at, *phrase))
        if concepts and len(span) <= _LONGEST:
            yield _Aim(span, concepts)


def _joined(grammar: Grammar, noun: int) -> frozenset[str]:
    """Return the noun written as one with the word before it: "air strikes" are airstrikes."""
    before = [c for c in grammar.children[noun] if grammar.tokens[c].dep == "compound"]
    return frozenset(concept(grammar.lemma(c) + grammar.lemma(noun), "NOUN") for c in before)
