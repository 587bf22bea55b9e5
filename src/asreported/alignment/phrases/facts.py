"""Read the facts that accounts give in a phrase: how old somebody is, what office, which day.

"Ann Reyes, 48, a former minister" tells an age and an office without a clause for either. A fact is
a bearer, an attribute and a value, with the tight words that give it, so that facts of several
accounts can be set against each other: equal values agree (`asreported.alignment.shared`), others
are for whoever looks for conflicts.

Reads:   the accounts' grammars and the bearers of names in them.
Gives:   `Fact`, in order of place.
"""

from collections.abc import Iterator, Mapping, Sequence

from asreported.alignment.accounts.bearers import Bearers
from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.phrases.fact import Fact
from asreported.alignment.phrases.factdeeds import read_deed_facts
from asreported.alignment.phrases.factpersons import read_person_facts


def read_facts(grammars: Sequence[Grammar], bearers: Mapping[str, Bearers]) -> tuple[Fact, ...]:
    """Return the facts of all accounts, in order of place; ``bearers`` are by document."""
    found = (fact for grammar in grammars for fact in _facts_of(grammar, bearers[grammar.document]))
    facts = dict.fromkeys(found)
    return tuple(sorted(facts, key=lambda f: (f.span, f.value_span, f.attribute, f.about, f.value)))


def _facts_of(grammar: Grammar, bearers: Bearers) -> Iterator[Fact]:
    yield from read_person_facts(grammar, bearers)
    yield from read_deed_facts(grammar, bearers)
