"""Find what is ordered or planned for one account and done for another."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from asreported.alignment.accounts.deeds import Deed, is_asked
from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.alignment.pairs.nearness import Nearness
from asreported.language.auxiliaries import auxiliaries_of
from asreported.lexicon.load import column, words
from asreported.model.comparison import SLIGHT
from asreported.model.labels import COMPLEMENT_CLAUSES, PAST, TIMES
from asreported.model.span import Span

_UNREAL = frozenset({"must", "should", "could", "may", "might", "can", "to"})
_WISHED = frozenset({"should", "may", "might", "could", "can", "ought"})
# Kinds of dispute, each with the phases that done stands against and its score. What was still to
# come for an account is mostly done since: of eight such lines in unread stories one was fair.
_OPEN = (
    ("update", frozenset({"ordered", "planned", "begun"}), SLIGHT),
    ("polarity", frozenset({"attempted"}), 0.55),
)
OPEN = frozenset({"ordered", "planned", "attempted"})
"""Phases in which nothing of the act is done yet."""
_REFUSING = words("negation", kind="verb") | words("negation", kind="preventing")
_LIKELY = 0.6  # How likely clauses say the same for one act in both to be one occasion.
_ANYBODY = frozenset({"person"})  # People who are let back to work are others than who may fish.
_GOVERNED = 3  # Words up from a deed, itself among them, for one that says it was tried.
_LEAD = 20  # Characters of such words before the clause.
_SHARED = 2  # Concepts that the undergoers of both share at least.


def find_phase_disputes(deeds: Sequence[Deed], near: Nearness) -> Iterator[Dispute]:
    """Yield a dispute where an act is still to come for some and done for others."""
    told: dict[str, list[tuple[Deed, str]]] = defaultdict(list)
    for deed in deeds:
        if not deed.apart and not deed.negated and not deed.hedged:
            told[deed.act.name].append((deed, phase_of(deed.grammar, deed.at)))
    for name in sorted(told):
        done = [d for d, phase in told[name] if phase == "done" and not _is_boast(d)]
        finished = {deed.document for deed in done}
        for kind, open_phases, score in _OPEN:
            ahead = [
                deed
                for deed, phase in told[name]
                if phase in open_phases
                and not (_is_done_with(deed) or _is_own(deed))
                and (phase != "begun" or _has_object(deed))
            ]
            matched = [
                (a, b)
                for a in ahead
                for b in done
                if a.document not in finished
                and a.document != b.document
                and not _other_numbers(a, b)
                and (_one(a, b) or _near(near, a, b))
            ]
            if not matched:
                continue
            waiting = phase_of(matched[0][0].grammar, matched[0][0].at)
            asked = "Is it done or still to come" if kind == "update" else "Done or only tried"
            yield from disputed(
                kind,
                "difference",
                f"{asked}: {_name(matched[0][1])}?",
                [[_with_phase(a) for a, _ in matched], [_full(b) for _, b in matched]],
                f"{waiting} in one account, done in the other",
                score,
            )


def _has_object(deed: Deed) -> bool:
    """Return whether it is done to something of its own: who began to cough coughed.

    He who "began to cough and lost his way" coughed nothing.
    """
    at = deed.patient
    while at is not None and at != deed.at:
        token = deed.grammar.tokens[at]
        if token.dep == "conj" or token.head == at:
            return token.dep != "conj"
        at = token.head
    return deed.patient is not None


def phase_of(grammar: Grammar, at: int) -> str:
    """Return how far the deed has come: ordered, planned, begun, done, "" where unsaid."""
    token = grammar.tokens[at]
    if is_asked(grammar, at):
        return ""
    shared = auxiliaries_of(grammar.tokens, grammar.children, at)
    aids = {grammar.lemma(c) for c in shared}
    if aids & {"will", "would", "shall"}:
        return "planned"
    if aids & _WISHED:
        return ""
    above = token.head
    if token.tag == "VBG" and _has_past(grammar, at):
        return ""  # What "it was barring them" announces is under way.
    if _is_finite(grammar, at):
        return _done(grammar, at)
    if token.dep == "acl" and grammar.child(at, "aux") is not None:
        # "Plans to declare an end", "an attempt to storm the gate".
        phase = column("phases", "deed").get(grammar.lemma(above), "")
        return "" if _is_off(grammar, above) else phase
    if token.dep in {"xcomp", "ccomp", "dobj", "pcomp", "pobj", "nsubj", "nsubjpass"}:
        governors = [above, grammar.tokens[above].head] if token.dep == "pobj" else [above]
        for each in governors:
            phase = column("phases", "deed").get(grammar.lemma(each), "")
            if phase and _is_voted(grammar, each, at):
                return "done"
            if phase and _is_off(grammar, each):
                return ""
            if phase and not (phase == "done" and token.dep == "xcomp"):
                return phase
    return _done(grammar, at)


def _done(grammar: Grammar, at: int) -> str:
    token = grammar.tokens[at]
    if token.tag in PAST and token.pos == "VERB":
        if any(grammar.lemma(c) in _UNREAL for c in grammar.children[at]):
            return ""
        return "done" if token.tag == "VBD" or _has_finite(grammar, at) else ""
    return ""


def _is_finite(grammar: Grammar, at: int) -> bool:
    """Return whether the deed is told as past, whatever the parser hangs it on."""
    token = grammar.tokens[at]
    return token.pos == "VERB" and token.tag == "VBN" and _has_past(grammar, at)


def _has_past(grammar: Grammar, at: int) -> bool:
    tags = (grammar.tokens[c].tag for c in grammar.children[at] if grammar.lemma(c) == "be")
    return "VBD" in tags


def _has_finite(grammar: Grammar, at: int) -> bool:
    """Return whether it has a "has" or "was"; "to see him be cleared" tells nothing done."""
    return any(
        grammar.lemma(c) in {"have", "be"} and grammar.tokens[c].tag != "VB"
        for c in grammar.children[at]
    )


def _is_off(grammar: Grammar, plan: int) -> bool:
    """Return whether the plan is turned down, or no plan: "refused to agree", "in order to"."""
    token = grammar.tokens[plan]
    refused = token.dep in COMPLEMENT_CLAUSES and grammar.lemma(token.head) in _REFUSING
    purpose = token.text.lower() == "order" and plan and grammar.lemma(plan - 1) == "in"
    return refused or bool(purpose) or grammar.negated(plan)


def _is_voted(grammar: Grammar, vote: int, at: int) -> bool:
    """Return whether the vote is the deed: a house that voted to approve has approved."""
    told = grammar.lemma(vote) == "vote" and grammar.tokens[vote].tag in PAST
    return told and grammar.lemma(at) in words("votes")


def _one(a: Deed, b: Deed) -> bool:
    """Return whether both befall the same, as two words at least or all of them tell."""
    own = a.patient_concepts or a.agent_concepts
    other = b.patient_concepts or b.agent_concepts
    if not own - _ANYBODY or not other:
        return False
    doers = a.agent_concepts & b.agent_concepts
    for deed in (a, b):
        if deed.patient is not None and not deed.patient_concepts:
            return False  # "To kill you": anybody.
    if a.patient is not None and b.patient is not None:
        if a.agent_concepts and b.agent_concepts and not doers:
            return False
        return own == other
    return own == other and len(own) >= _SHARED


def _is_done_with(deed: Deed) -> bool:
    """Return whether the words tell no plan: of a law "that will ban it", a headline's present."""
    token = deed.grammar.tokens[deed.at]
    headline = deed.grammar.kind(deed.at) == "headline"
    return token.dep == "relcl" or (headline and token.tag == "VBZ")


def _is_own(deed: Deed) -> bool:
    """Return whether the doer announces it himself: a judge's "I will grant it" grants it."""
    agent = deed.grammar.child(deed.at, "nsubj")
    return agent is not None and deed.grammar.lemma(agent) in {"i", "we"}


def _is_boast(deed: Deed) -> bool:
    """Return whether "we" or "they" did it: who that is, and what was done, others may dispute."""
    agent = deed.grammar.child(deed.at, "nsubj")
    return agent is not None and deed.grammar.lemma(agent) in {"we", "they"}


def _other_numbers(a: Deed, b: Deed) -> bool:
    """Return whether they are two deeds of one kind: no count is the same, or one of several."""
    first, second = (
        {d.grammar.tokens[each].text for each in d.grammar.below(d.at) if _is_number(d, each)}
        for d in (a, b)
    )
    if first and second:
        return not first & second
    # "They pass this bill tomorrow" is none of the "three bills" that were passed.
    return (_is_single(a) and _is_counted(b)) or (_is_single(b) and _is_counted(a))


def _is_single(deed: Deed) -> bool:
    """Return whether it befalls one thing."""
    patient = deed.patient
    return patient is not None and deed.grammar.tokens[patient].tag == "NN"


def _is_counted(deed: Deed) -> bool:
    """Return whether it befalls several, with their number."""
    grammar, patient = deed.grammar, deed.patient
    if patient is None or grammar.tokens[patient].tag != "NNS":
        return False
    return any(grammar.tokens[c].dep == "nummod" for c in grammar.children[patient])


def _is_number(deed: Deed, at: int) -> bool:
    token = deed.grammar.tokens[at]
    return token.pos == "NUM" and token.entity not in TIMES


def _near(near: Nearness, a: Deed, b: Deed) -> bool:
    """Return whether like clauses tell both, of what has a word in common."""
    shared = a.patient_concepts & b.patient_concepts
    return bool(shared) and near.are(a.grammar, a.at, b.grammar, b.at, _LIKELY)


def _full(deed: Deed) -> Span:
    return deed.grammar.clause(deed.at)


def _with_phase(deed: Deed) -> Span:
    """Return the clause, from the word on that says that it was only tried: "tried to grab it"."""
    grammar, at, clause = deed.grammar, deed.at, _full(deed)
    for above in islice(grammar.upwards(at), 1, _GOVERNED):
        if above < at and column("phases", "deed").get(grammar.lemma(above)) == "attempted":
            whole = clause.joined(grammar.span(above, above))
            return whole if len(whole) <= len(clause) + _LEAD else clause
    return clause


def _name(deed: Deed) -> str:
    return deed.grammar.words(deed.span)
