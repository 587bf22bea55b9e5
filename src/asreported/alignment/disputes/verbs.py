"""Find one deed told by verbs that exclude each other."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from asreported.alignment.accounts.deeds import Deed, is_told
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.alignment.disputes.phases import OPEN, phase_of
from asreported.lexicon.load import column
from asreported.model.labels import COMPLEMENT_CLAUSES

# Fields of acts without an object, with the kind of dispute and how to ask.
_STATES = {"faint": ("cause", "What happened to"), "react": ("wording", "What was done by")}
# Fields whose specific acts exclude each other; an attack may well be by car and by knife.
_PUT_OFF = "cancel"
"""Of what may be done ("to delay it", "to stop it") both may be."""
_EXCLUSIVE = frozenset({"strike", "resign", _PUT_OFF})


def find_verb_disputes(deeds: Sequence[Deed]) -> Iterator[Dispute]:
    """Yield disputes about what was done to whom."""
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


def find_state_disputes(deeds: Sequence[Deed]) -> Iterator[Dispute]:
    """Yield disputes about what one party did or underwent, told by acts without an object.

    "fell asleep" and "blacked out" answer one question, as do "fended off" and "stood by".
    """
    fields: dict[str, list[Deed]] = defaultdict(list)
    for deed in deeds:
        if (
            deed.act.field in _STATES
            and deed.act.specific
            and not (deed.apart or _is_asked_of(deed))
        ):
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
            for dispute in disputed(
                cause,
                "tension" if cause == "cause" else "difference",
                f"{what} {words}?",
                [[deed.span for deed in group] for group in groups],
                " or ".join("/".join(sorted({d.act.name for d in g})) for g in groups),
                0.65,
            ):
                yield replace(dispute, about=f"field {field}")


def _is_asked_of(deed: Deed) -> bool:
    """Return whether somebody wants it done: what the plan demands of them they do not do."""
    token = deed.grammar.tokens[deed.at]
    above = column("phases", "deed").get(deed.grammar.lemma(token.head), "")
    return token.dep in COMPLEMENT_CLAUSES and above == "ordered"


def _is_said_done(deed: Deed) -> bool:
    """Return whether it may stand against another deed: of what may be put off both may be done.

    Who sought the resignation of somebody may have dismissed him.
    """
    if phase_of(deed.grammar, deed.at) in OPEN:
        return False
    return deed.act.field != _PUT_OFF or is_told(deed.grammar, deed.at)


def _acts(told: list[Deed]) -> Iterator[Dispute]:
    """Yield a dispute where accounts tell a deed by different specific acts of a field."""
    specific = [deed for deed in told if deed.act.specific]
    groups = _groups(specific, lambda deed: deed.act.name)
    if len(groups) < 2:
        return
    sides = [[deed.span for deed in group if _is_said_done(deed)] for group in groups]
    used = {deed.document for group in groups for deed in group}
    generic = [d.span for d in told if not d.act.specific and d.document not in used]
    what = told[0].grammar.words(told[0].grammar.phrase(told[0].patient or 0))
    names = "; ".join("/".join(sorted({d.act.name for d in group})) for group in groups)
    asked, reason = f"What was done to {what}?", f"one deed, told as {names}"
    for dispute in disputed("wording", "difference", asked, [*sides, generic], reason, 0.75):
        yield replace(dispute, about=f"field {told[0].act.field}")


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
