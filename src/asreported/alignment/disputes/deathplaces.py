"""Find where somebody died, where accounts differ: "died at the scene", "died in the ambulance".

Only of one who is named, or is the one woman, boy or officer of whom the account tells it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from asreported.alignment.accounts.acts import kind_at
from asreported.alignment.accounts.deeds import is_apart, is_hedged, is_told
from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.accounts.persons import Persons
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.lexicon.load import column
from asreported.model.labels import SINGULAR
from asreported.model.span import Span

_DIES = frozenset({"die", "succumb", "perish"})
_PRONOUNCED = frozenset({"pronounce", "declare"})
_AT = frozenset({"at", "in", "on", "to"})
_LONGEST = 60  # Code points from the dying to the place.
_MEN = frozenset({"man", "boy", "father", "husband", "son"})
_WOMEN = frozenset({"woman", "girl", "mother", "wife", "daughter", "mum", "mom"})
_Who = tuple[str, str]
"""Somebody as far as is known: who it is and what, "" where no word says it."""
_DOERS = frozenset({"suspect", "gunman", "shooter", "attacker", "assailant", "bomber", "knifeman"})


def find_death_place_disputes(
    grammars: Sequence[Grammar], persons: Mapping[str, Persons]
) -> Iterator[Dispute]:
    """Yield the question where somebody died, for each who died in two places."""
    told: dict[_Who, dict[str, list[Span]]] = defaultdict(dict)
    for grammar in grammars:
        deaths = list(_deaths(grammar, persons[grammar.document]))
        # Who tells of two who died, or of two places, may mean any of them.
        if len({(who, place) for who, place, _ in deaths}) == 1:
            for who, place, span in deaths:
                told[who].setdefault(place, []).append(span)
    for who, other in sorted((a, b) for a in told for b in told if a <= b and _one(a, b)):
        sides: dict[str, list[Span]] = defaultdict(list)
        for each in dict.fromkeys((who, other)):
            for place, spans in told[each].items():
                sides[place] += spans
        places = sorted(sides)
        yield from disputed(
            "place",
            "contradiction",
            "Where did the victim die?",
            [sides[place] for place in places],
            " or ".join(places),
            0.65,
        )


def _one(who: _Who, other: _Who) -> bool:
    """Return whether both may be one person: no two names, and no two sexes."""
    (name, sort), (known, kind) = who, other
    return (not (name and known) or name == known) and (not (sort and kind) or sort == kind)


def _deaths(grammar: Grammar, persons: Persons) -> Iterator[tuple[_Who, str, Span]]:
    """Yield who died (name and sort, either may be ""), in what sort of place, and the words."""
    for at, lemma in enumerate(grammar.lemmas):
        if lemma in _DIES and grammar.tokens[at].pos == "VERB":
            who = grammar.subject(at)
        elif lemma in _PRONOUNCED and _is_dead(grammar, at):
            who = grammar.patient(at)
        else:
            continue
        if who is None or grammar.tokens[who].tag not in SINGULAR | {"PRP", "WP"}:
            continue
        if is_apart(grammar, at) or is_hedged(grammar, at) or not is_told(grammar, at):
            continue
        for preposition, noun in grammar.fillers(at):
            place = column("death_places", "place").get(grammar.lemma(noun), "")
            span = grammar.span(min(at, noun), max(at, noun))
            if place and preposition in _AT and len(span) <= _LONGEST and not grammar.negated(at):
                yield (persons.whom(who), _sort(grammar, who)), place, span


def _is_dead(grammar: Grammar, at: int) -> bool:
    return any(grammar.lemma(child) == "dead" for child in grammar.children[at])


def _sort(grammar: Grammar, at: int) -> str:
    """Return "man", "woman" or "doer" where the noun says so, else ""."""
    lemma, kind = grammar.lemma(at), kind_at(grammar, at)
    if lemma in _DOERS or kind in _DOERS:
        return "doer"
    if {lemma, kind} & _WOMEN or lemma == "she":
        return "woman"
    return "man" if {lemma, kind} & _MEN or lemma == "he" else ""
