"""Find one person of whom accounts tell states that exclude each other: hunted, held; dead, alive.

Who is hunted in one account and held in another may have been caught in between: the later state
counts for an account that tells both.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from asreported.alignment.accounts.deeds import is_apart, is_hedged, is_told
from asreported.alignment.accounts.grammar import Grammar, first_short
from asreported.alignment.accounts.persons import Persons
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.lexicon.load import table, words
from asreported.model.labels import PAST, VERBS
from asreported.model.span import Span

_JOINED = frozenset({"prt", "dobj", "advmod", "acomp", "oprd"})
# "Appears to be alive", "is believed to be dead": that is how it is told.
_SEEMING = frozenset(
    {"appear", "seem", "believe", "think", "fear", "presume", "report", "say", "understand"}
)
_AHEAD = frozenset({"will", "shall", "would"})
_LONGEST = 80  # Characters of a telling that is shown whole.


@dataclass(frozen=True, slots=True)
class _Rule:
    """Two states that exclude each other, and how it is asked which of them is so.

    ``told`` says what becomes of an account that tells both: "later" leaves it the second state,
    "none" leaves it out, "claims" leaves it both, as what two parties say.
    """

    group: str
    first: str
    second: str
    told: str
    kind: str
    severity: str
    question: str


_RULES = (
    _Rule("custody", "hunted", "held", "later", "update", "difference", "Where is {}?"),
    _Rule("custody", "not held", "held", "none", "polarity", "contradiction", "Was {} arrested?"),
    _Rule(
        "surrender",
        "yielded",
        "seized",
        "none",
        "agent",
        "contradiction",
        "How did {} come into custody?",
    ),
    _Rule("life", "alive", "dead", "claims", "polarity", "contradiction", "Is {} dead?"),
    _Rule("life", "hurt", "dead", "later", "update", "difference", "Is {} dead or hurt?"),
    _Rule("life", "feared dead", "dead", "later", "update", "difference", "Is {} dead?"),
    _Rule("trial", "not charged", "charged", "later", "update", "contradiction", "Is {} charged?"),
    _Rule(
        "verdict", "acquitted", "convicted", "all", "polarity", "contradiction", "Was {} convicted?"
    ),
    _Rule("liberty", "free", "taken", "none", "polarity", "contradiction", "Is {} free?"),
)
# Nouns of where or how somebody is seized: who gave himself up was not caught in a raid.
_SEIZING = words("word_classes", kind="capture")

_CHARGES = frozenset({"charge", "count", "wrongdoing", "accusation", "allegation"})
_ALL = frozenset({"all", "any", "every"})


@cache
def _known() -> Mapping[str, tuple[tuple[str, str, str], ...]]:
    """Return (group, state, of whom) by the word that tells it."""
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for row in table("conditions"):
        found[row["word"]].append((row["group"], row["state"], row["of"]))
    return {word: tuple(told) for word, told in found.items()}


@cache
def _lemmas() -> frozenset[str]:
    """Return the first words of all that tell a state."""
    return frozenset(word.partition("_")[0] for word in _known())


@dataclass(frozen=True, slots=True)
class _Told:
    """A telling that a person is in a state."""

    group: str
    state: str
    whom: str
    span: Span


def find_condition_disputes(
    grammars: Sequence[Grammar], persons: Mapping[str, Persons]
) -> Iterator[Dispute]:
    """Yield a dispute for each person whom accounts tell of in states that exclude each other."""
    told: dict[tuple[str, str], dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for grammar in grammars:
        for each in _read(grammar, persons[grammar.document]):
            told[each.group, each.whom][each.state].append(each.span)
    if not told:
        return
    names = persons[grammars[0].document]
    for group, whom in sorted(told):
        for rule in _RULES:
            if rule.group == group:
                yield from _compare(rule, names.name(whom), told[group, whom])


def _compare(rule: _Rule, name: str, told: Mapping[str, list[Span]]) -> Iterator[Dispute]:
    first, second = told.get(rule.first, []), told.get(rule.second, [])
    one, other = ({span.document for span in side} for side in (first, second))
    both = one & other
    if not (one - both and other - both if rule.told == "claims" else one and other):
        return
    if rule.told == "all" and both:
        return
    if rule.told == "later":
        first = [span for span in first if span.document not in both]
    elif rule.told == "none":
        first, second = (
            [span for span in side if span.document not in both] for side in (first, second)
        )
    yield from disputed(
        rule.kind,
        rule.severity,
        rule.question.format(name),
        [first, second],
        f"{rule.first} in one account, {rule.second} in another",
        0.7,
    )


def _read(grammar: Grammar, persons: Persons) -> Iterator[_Told]:
    for at, lemma in enumerate(grammar.lemmas):
        if lemma not in _lemmas():
            continue
        for group, state, of in _named(grammar, at):
            clause = _clause_of(grammar, at)
            if not _is_told(grammar, clause) or is_apart(grammar, at):
                continue
            for noun in _bearers(grammar, at, of):
                whom = persons.whom(noun)
                meant = _state(grammar, at, clause, group, state) if whom else ""
                if meant:
                    yield _Told(group, meant, whom, _telling(grammar, clause, at, noun))


def _named(grammar: Grammar, at: int) -> tuple[tuple[str, str, str], ...]:
    """Return what the word tells with its particle, object, preposition and noun; () for none."""
    lemma = grammar.lemma(at)
    for c in grammar.children[at]:
        token = grammar.tokens[c]
        names = []
        if token.dep in _JOINED:
            names = [f"{lemma}_{grammar.lemma(c)}", f"{lemma}_{token.text.lower()}"]
        elif token.dep == "prep":
            names = [f"{lemma}_{grammar.lemma(c)}"]
            noun = grammar.child(c, "pobj")
            names += [f"{names[0]}_{grammar.lemma(noun)}"] if noun is not None else []
        elif token.dep == "pobj":
            names = [f"{lemma}_{grammar.lemma(c)}"]
        for name in names:
            if name in _known():
                return _known()[name]
    return _known().get(lemma, ())


def _clause_of(grammar: Grammar, at: int) -> int:
    """Return the verb whose clause the word stands in, the word itself where it has none."""
    verb = grammar.verb_over(at)
    return at if verb is None else verb


def _is_told(grammar: Grammar, clause: int) -> bool:
    """Return whether the clause tells what is so: no plan, and no report that others only have."""
    token = grammar.tokens[clause]
    if any(grammar.lemma(c) in _AHEAD for c in grammar.children[clause]):
        return False
    if token.dep == "acl" and grammar.child(clause, "mark") is not None:
        return False  # "Laughs at reports that he is dead."
    seeming = token.dep == "xcomp" and grammar.lemma(token.head) in _SEEMING
    return is_told(grammar, token.head if seeming else clause)


def _bearers(grammar: Grammar, at: int, of: str) -> Iterator[int]:
    """Yield the words for whoever is in the state, those joined by "and" too."""
    noun = _bearer(grammar, at, of)
    if noun is not None:
        yield noun
        for c in grammar.children[noun]:
            if grammar.tokens[c].dep == "conj":
                yield c


def _bearer(grammar: Grammar, at: int, of: str) -> int | None:
    token = grammar.tokens[at]
    if of == "owner":
        owners = [noun for preposition, noun in grammar.fillers(at) if preposition == "of"]
        return grammar.child(at, "poss") or (owners[0] if owners else None)
    if of == "object":
        for c in grammar.children[at]:
            if grammar.tokens[c].dep == "prep" and grammar.lemma(c) == "for":
                return grammar.child(c, "pobj")
        return None
    if of == "bearer":
        above = token.head
        if grammar.tokens[above].pos not in VERBS:
            if token.dep != "amod":
                return None
            # "He is a free man."
            attribute = grammar.tokens[above].dep == "attr"
            return grammar.subject(grammar.tokens[above].head) if attribute else above
        undergoer = grammar.patient(above) if token.dep in {"prep", "oprd"} else None
        return undergoer if undergoer is not None else _antecedent(grammar, grammar.subject(above))
    if token.pos != "VERB":
        return None
    if of == "agent":
        return _antecedent(grammar, grammar.agent(at))
    undergoer = grammar.patient(at)
    if undergoer is None and grammar.kind(at) == "headline" and token.tag in PAST:
        return grammar.subject(at)  # "Captain charged"
    return undergoer


def _antecedent(grammar: Grammar, noun: int | None) -> int | None:
    """Return the noun for "who" and "which"."""
    if noun is None or grammar.tokens[noun].text.lower() not in {"who", "which", "that"}:
        return noun
    verb = grammar.tokens[noun].head
    return grammar.tokens[verb].head if grammar.tokens[verb].dep == "relcl" else None


def _state(grammar: Grammar, at: int, clause: int, group: str, state: str) -> str:
    """Return the state as the words around tell it, "" where they tell none."""
    denied = _is_denied(grammar, at) or _is_denied(grammar, clause)
    denied = denied or any(grammar.lemma(noun) == "nothing" for _, noun in grammar.fillers(at))
    joined = [c for c in grammar.children[at] if grammar.tokens[c].dep in _JOINED]
    denied = denied or any(_is_denied(grammar, c) for c in joined)
    if grammar.lemma(at) == "whereabouts":
        unknown = denied or grammar.lemma(clause) in {"unknown", "unclear"}
        below = (grammar.lemma(c) for c in grammar.children[clause])
        return state if unknown or "unknown" in below else ""
    if denied:
        if state == "convicted" and joined:
            return "acquitted" if _is_whole(grammar, at) else ""  # "Found not guilty."
        return f"not {state}" if state in {"held", "charged"} else ""
    if is_hedged(grammar, at) or is_hedged(grammar, clause):
        if state == "alive":
            return state
        return "feared dead" if state == "dead" else ""
    if grammar.lemma(at) == "in" and group == "life" and not _is_well_told(grammar, at):
        return ""
    if state == "acquitted" and not _is_whole(grammar, at):
        return ""
    if state == "seized" and grammar.lemma(at) in {"arrest", "detain"}:
        return state if any(grammar.lemma(n) in _SEIZING for _, n in grammar.fillers(at)) else ""
    return state


def _is_denied(grammar: Grammar, at: int) -> bool:
    """Return whether the word is denied: who was seized "without a fight" was seized."""
    alone = all(grammar.lemma(c) != "without" for c in grammar.children[at])
    return alone and grammar.negated(at)


def _is_well_told(grammar: Grammar, at: int) -> bool:
    """Return whether the words after "in" say how somebody is: "in good health"."""
    noun = grammar.child(at, "pobj")
    own = () if noun is None else grammar.children[noun]
    return any(grammar.lemma(c) in {"good", "critical", "serious", "grave"} for c in own)


def _is_whole(grammar: Grammar, at: int) -> bool:
    """Return whether somebody is cleared as such: of all charges, or of no charges named.

    Who is cleared of one charge may be guilty of another.
    """
    near = [at, *(c for c in grammar.children[at] if grammar.tokens[c].dep in _JOINED)]
    about = [n for each in near for p, n in grammar.fillers(each) if p in {"of", "on"}]
    own = [c for noun in about for c in grammar.children[noun]]
    return all(grammar.lemma(noun) in _CHARGES for noun in about) and all(
        grammar.tokens[c].dep in {"det", "predet", "poss"} or grammar.lemma(c) in _ALL for c in own
    )


def _telling(grammar: Grammar, clause: int, at: int, noun: int) -> Span:
    """Return the clause with the person in it where it is short, else what is told of him."""
    whole = grammar.clause(clause).joined(grammar.phrase(noun)).joined(grammar.span(at, at))
    told = grammar.predicate_phrase(clause).joined(grammar.span(at, at))
    return first_short(_LONGEST, whole, told, grammar.span(min(at, clause), max(at, clause)))
