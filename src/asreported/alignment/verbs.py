"""Find one deed told by verbs that exclude each other, of one and of several, by one or another."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from asreported.alignment.deeds import Deed
from asreported.alignment.dispute import Dispute, make_dispute
from asreported.lexicon.plurals import plural
from asreported.model.span import Span

# Fields of acts without an object, with the kind of dispute and how to ask.
_STATES = {"faint": ("cause", "What happened to"), "react": ("wording", "What was done by")}
# Fields whose specific acts exclude each other; an attack may well be by car and by knife.
_EXCLUSIVE = frozenset({"strike", "resign", "cancel"})
_PERSONS = frozenset(
    {"soldier", "police", "child", "pupil", "woman", "girl", "boy", "man", "protester", "fighter"}
    | {"migrant", "journalist", "prisoner", "suspect", "person", "driver", "hostage", "official"}
)
_GAP = 19  # Characters beyond twice the undergoer that a verb shown with it may take.
_PAIRS = frozenset({"pair", "couple", "duo"})
_SOME = frozenset({"only", "first", "last", "second"})
"""Words that tell one of several who may all have undergone it."""
# Fields of acts done to bodies, where one undergoer or several is a question.
_BODILY = frozenset({"strike", "assail", "kill", "hurt", "arrest", "abduct", "rape"})


def find_verb_disputes(deeds: Sequence[Deed]) -> Iterator[Dispute]:
    """Yield disputes about what was done, to how many, and by whom."""
    fields: dict[tuple[str, str], list[Deed]] = defaultdict(list)
    for deed in deeds:
        # Of "it" nobody knows that it is the same.
        whom = deed.patient is not None and deed.grammar.tokens[deed.patient].pos != "PRON"
        if deed.act.field and not deed.apart and not deed.negated and whom:
            fields[deed.act.field, deed.patient_kind].append(deed)
    for key in sorted(fields):
        told = fields[key]
        if len({deed.document for deed in told}) < 2:
            continue
        if key[0] in _EXCLUSIVE:
            yield from _acts(told)
        if key[0] in _BODILY and key[1] in _PERSONS:
            yield from _counts(told)


def find_state_disputes(deeds: Sequence[Deed]) -> Iterator[Dispute]:
    """Yield disputes about what one party did or underwent, told by acts without an object.

    "fell asleep" and "blacked out" answer one question, as do "fended off" and "stood by".
    """
    fields: dict[str, list[Deed]] = defaultdict(list)
    for deed in deeds:
        if deed.act.field in _STATES and deed.act.specific and not deed.apart:
            fields[deed.act.field].append(deed)
    for field in sorted(fields):
        named = [deed for deed in fields[field] if deed.agent_concepts]
        for kind in sorted({deed.agent_kind for deed in named}):
            told = [
                deed
                for deed in fields[field]
                if deed.agent_kind == kind or (field == "faint" and not deed.agent_concepts)
            ]
            groups = _groups(told, lambda deed: deed.act.name, _STATES[field][0] != "cause")
            who = next(deed for deed in named if deed.agent_kind == kind)
            words = who.grammar.words(who.grammar.phrase(who.agent or 0))
            cause, what = _STATES[field]
            dispute = make_dispute(
                cause,
                "tension" if cause == "cause" else "difference",
                f"{what} {words}?",
                [[deed.span for deed in group] for group in groups],
                " or ".join("/".join(sorted({d.act.name for d in g})) for g in groups),
                0.65,
            )
            if dispute:
                yield replace(dispute, about=f"field {field}")


def _acts(told: list[Deed]) -> Iterator[Dispute]:
    """Yield a dispute where accounts tell a deed by different specific acts of a field."""
    specific = [deed for deed in told if deed.act.specific]
    groups = _groups(specific, lambda deed: deed.act.name)
    if len(groups) < 2:
        return
    sides = [[deed.span for deed in group] for group in groups]
    used = {deed.document for group in groups for deed in group}
    generic = [d.span for d in told if not d.act.specific and d.document not in used]
    what = told[0].grammar.words(told[0].grammar.phrase(told[0].patient or 0))
    names = "; ".join("/".join(sorted({d.act.name for d in group})) for group in groups)
    dispute = make_dispute(
        "wording",
        "difference",
        f"What was done to {what}?",
        [*sides, generic],
        f"one deed, told as {names}",
        0.75,
    )
    if dispute:
        yield replace(dispute, about=f"field {told[0].act.field}")


def _counts(told: list[Deed]) -> Iterator[Dispute]:
    """Yield a dispute where the same is done to one in some accounts and to several in others."""
    groups = _groups(told, _number)
    alone = [group for group in groups if {_number(deed) for deed in group} == {"one"}]
    ones = {_noun(deed) for group in alone for deed in group}
    more = {_noun(deed) for group in groups if group not in alone for deed in group}
    # "Fifty people" and "a citizen" are of one kind, and two counts.
    if len(groups) < 2 or not ones or not (ones & more or told[0].patient_kind != "person"):
        return
    sides = [[_patient(deed) for deed in group] for group in groups]
    lead = max(told, key=lambda deed: (_number(deed) == "several", deed.span))
    question = f"One or several: how many {plural(_noun(lead))}?"
    dispute = make_dispute("number", "difference", question, sides, "one and several", 0.6)
    if dispute:
        yield dispute


def _noun(deed: Deed) -> str:
    return deed.grammar.lemma(deed.patient or 0)


def _number(deed: Deed) -> str:
    """Return "one", "several" or a number word for the patient; "" where it does not tell."""
    grammar, at = deed.grammar, deed.patient
    if at is None:
        return ""
    beside = {grammar.lemma(c) for c in grammar.children[at]}
    if beside & {"other", "another"}:
        return "several"  # There is one at least whom they are beside.
    if beside & _SOME:
        return ""
    token = grammar.tokens[at]
    above = grammar.tokens[token.head].head if token.dep == "pobj" else at
    if grammar.lemma(above) in _PAIRS:
        return "two"
    number = grammar.child(at, "nummod")
    if number is not None:
        return grammar.lemma(number)
    if token.tag in {"NNS"}:
        return "several"
    determiner = grammar.child(at, "det")
    if token.tag == "NN" and determiner is not None:
        return "one"
    return ""


def _groups(deeds: list[Deed], key: Callable[[Deed], str], merge: bool = True) -> list[list[Deed]]:
    """Return deeds of equal key in groups; keys that one account uses together are one group.

    Without ``merge`` they stay apart: an account may tell of two guesses at a cause.
    """
    by_key: dict[str, list[Deed]] = defaultdict(list)
    for deed in deeds:
        if key(deed):
            by_key[key(deed)].append(deed)
    merged: list[tuple[set[str], list[Deed]]] = []
    for name in sorted(by_key):
        accounts = {deed.document for deed in by_key[name]}
        group = list(by_key[name])
        apart = []
        for other_accounts, other in merged:
            if merge and other_accounts & accounts:
                accounts |= other_accounts
                group += other
            else:
                apart.append((other_accounts, other))
        merged = [*apart, (accounts, group)]
    return [group for _, group in merged]


def _patient(deed: Deed) -> Span:
    """Return the deed's verb with its patient where they are near, else the patient."""
    assert deed.patient is not None
    phrase = deed.grammar.phrase(deed.patient)
    return deed.grammar.beside(deed.at, deed.patient, 2 * len(phrase) + _GAP)
