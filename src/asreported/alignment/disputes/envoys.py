"""Find what one state did to another's envoy told in ways that exclude each other.

An ambassador who was summoned was not thrown out by that, and who recalls his own does neither.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from asreported.alignment.accounts.bearers import Bearers
from asreported.alignment.accounts.deeds import is_apart, is_hedged, is_told
from asreported.alignment.accounts.grammar import Grammar, first_short
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.model.span import Span

_ACTS = {
    "summon": "summoned",
    "expel": "expelled",
    "eject": "expelled",
    "deport": "expelled",
    "recall": "recalled",
    "withdraw": "recalled",
}
_ENVOYS = frozenset({"ambassador", "envoy", "consul", "attaché"})
_BODIES = frozenset({"place", "organisation", "group"})
_LONGEST = 90  # Characters of an answer.


def find_envoy_disputes(
    grammars: Sequence[Grammar], bearers: Mapping[str, Bearers]
) -> Iterator[Dispute]:
    """Yield a dispute for each state that did other things to an ambassador in other accounts."""
    told: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    names: dict[str, str] = {}
    for grammar in grammars:
        for at, lemma in enumerate(grammar.lemmas):
            if lemma not in _ACTS or grammar.tokens[at].pos != "VERB" or not _is_told(grammar, at):
                continue
            envoy = grammar.patient(at)
            if envoy is None or grammar.lemma(envoy) not in _ENVOYS:
                continue
            if grammar.tokens[envoy].tag == "NN":
                for state, name in _doers(grammar, at, bearers[grammar.document]):
                    names[state] = name
                    told[state][_ACTS[lemma]].append(_words(grammar, at))
    for state in sorted(told):
        acts = told[state]
        # An account that tells two of them tells a course of things.
        homes = [home for spans in acts.values() for home in {span.document for span in spans}]
        once = {home for home in homes if homes.count(home) == 1}
        yield from disputed(
            "agent",
            "contradiction",
            f"What did {names[state]} do with the ambassador?",
            [[span for span in acts[act] if span.document in once] for act in sorted(acts)],
            f"told as {', '.join(sorted(acts))}",
            0.65,
        )


def _is_told(grammar: Grammar, at: int) -> bool:
    plain = is_told(grammar, at) and not grammar.negated(at) and not is_hedged(grammar, at)
    return plain and not is_apart(grammar, at)


def _doers(grammar: Grammar, at: int, bearers: Bearers) -> Iterator[tuple[str, str]]:
    """Yield the states or bodies named as who does it: "Torvia's foreign ministry" is Torvia."""
    doer = grammar.agent(at)
    if doer is not None and grammar.lemma(doer) == "it" and grammar.tokens[at].dep == "ccomp":
        doer = grammar.subject(grammar.tokens[at].head)
    if doer is None:
        return
    seen: set[str] = set()
    for each in grammar.below(doer, {"relcl", "appos", "conj", "acl"}):
        bearer = bearers.at.get(each)
        if bearer is None or bearer.entity.id in seen:
            continue
        if bearer.entity.type in _BODIES and bearer.entity.name[:1].isupper():
            seen.add(bearer.entity.id)
            yield bearer.entity.id, bearer.entity.name


def _words(grammar: Grammar, at: int) -> Span:
    return first_short(_LONGEST, grammar.clause(at), grammar.predicate_phrase(at))
