"""Find what befell one named person told by words that are not the same: died, was murdered."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from asreported.alignment.accounts.deeds import is_apart, is_hedged
from asreported.alignment.accounts.grammar import Grammar, first_short
from asreported.alignment.accounts.ownvoice import read_mouths
from asreported.alignment.accounts.persons import Persons
from asreported.alignment.accounts.roles import noun_roles, verb_roles
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.alignment.disputes.phases import OPEN, phase_of
from asreported.lexicon.load import table
from asreported.lexicon.pronouns import pronouns
from asreported.model.span import Span

_JOINED = frozenset({"prt", "dobj", "advmod", "acomp"})
_OWN = pronouns("reflexive", person="third") - {"itself"}
_LONGEST = 70  # Characters of a telling that is shown whole.
_ASKED = {
    "custody": "Was {} arrested?",
    "death": "How did {} die?",
    "departure": "How did {} leave?",
    "veto": "What was done to {}?",
    "missing": "How did {} go missing?",
    "release": "How did {} get free?",
    "expulsion": "How did {} leave?",
}


@cache
def _words() -> dict[str, tuple[str, str]]:
    return {row["word"]: (row["group"], row["sense"]) for row in table("actwords")}


def find_actword_disputes(
    grammars: Sequence[Grammar], persons: Mapping[str, Persons]
) -> Iterator[Dispute]:
    """Yield a dispute for each person of whom accounts tell one thing by words of other senses.

    Two accounts differ where neither uses a sense of the other's, of that person or at all: whoever
    writes "killed" elsewhere does not mean another thing by a "death".
    """
    used: dict[tuple[str, str], set[str]] = defaultdict(set)
    told: dict[tuple[str, str], dict[str, dict[str, list[Span]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    names: dict[str, str] = {}
    for grammar in grammars:
        known = persons[grammar.document]
        mouths = read_mouths(grammar)
        for at, token in enumerate(grammar.tokens):
            group, sense = _named(grammar, at)
            used[grammar.document, group].add(sense)
            if not group or mouths.is_quoted(token.start) or grammar.negated(at):
                continue
            if phase_of(grammar, at) in OPEN:
                continue
            noun = _undergoer(grammar, at)
            whom = known.whom(noun)
            if noun is None or not whom or is_hedged(grammar, at) or is_apart(grammar, at):
                continue
            names[whom] = known.name(whom)
            told[group, whom][grammar.document][sense].append(_telling(grammar, at, noun))
    for group, whom in sorted(told):
        yield from _compare(group, names[whom], told[group, whom], used)


def _named(grammar: Grammar, at: int) -> tuple[str, str]:
    """Return group and sense of the word with its particle or object, ("", "") for no such word."""
    token, lemma = grammar.tokens[at], grammar.lemma(at)
    if token.pos not in {"VERB", "NOUN"}:
        return "", ""
    for c in grammar.children[at]:
        if grammar.tokens[c].dep in _JOINED:
            for word in (grammar.lemma(c), grammar.tokens[c].text.lower()):
                if f"{lemma}_{word}" in _words():
                    return _words()[f"{lemma}_{word}"]
    return _words().get(lemma, ("", ""))


def _undergoer(grammar: Grammar, at: int) -> int | None:
    """Return the token for whom it befell, or who did it of himself; None for nobody."""
    if grammar.tokens[at].pos == "NOUN":
        agent, patient = noun_roles(grammar, at)
        return patient if patient is not None else agent or grammar.child(at, "poss")
    agent, patient = verb_roles(grammar, at)
    own = patient is None or grammar.tokens[patient].text.lower() in _OWN
    return agent if own and not grammar.passive(at) else patient


def _telling(grammar: Grammar, at: int, whom: int) -> Span:
    """Return the person with the act where they stand near, else the act with its phrases."""
    act = grammar.predicate_phrase(at) if grammar.tokens[at].pos == "VERB" else grammar.phrase(at)
    return first_short(_LONGEST, act.joined(grammar.phrase(whom)), act, grammar.span(at, at))


def _compare(
    group: str,
    name: str,
    told: Mapping[str, Mapping[str, list[Span]]],
    used: Mapping[tuple[str, str], set[str]],
) -> Iterator[Dispute]:
    sides: dict[str, list[Span]] = defaultdict(list)
    listed = sorted(told)
    for number, a in enumerate(listed):
        for b in listed[number + 1 :]:
            if set(told[a]) & used[b, group] or set(told[b]) & used[a, group]:
                continue
            for document in (a, b):
                for sense, spans in told[document].items():
                    sides[sense] += [span for span in spans if span not in sides[sense]]
    yield from disputed(
        "wording",
        "difference",
        _ASKED[group].format(name),
        [sides[sense] for sense in sorted(sides)],
        f"told as {', '.join(sorted(sides))}",
        0.55,
    )
