"""Find how much of a thing an act concerns: all, most, some, no word of a limit."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from asreported.alignment.accounts.acts import kind_at
from asreported.alignment.accounts.deeds import Deed, is_asked
from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.lexicon.load import table
from asreported.model.labels import NOUN_MODIFIERS, PLURAL
from asreported.model.span import Span

# How people ask for the extent of an act, by its name or field.
_ASKED = {
    "leave": "leave",
    "stay": "stay",
    "free": "were rescued",
    "evacuate": "were evacuated",
    "damage": "were damaged",
    "defeat": "were defeated",
    "arrest": "were arrested",
    "kill": "were killed",
    "hurt": "were hurt",
    "cancel": "were cancelled",
    "approve": "were approved",
    "resign": "were dismissed",
}
_STEP = 0.09  # Extents nearer than that ("most", "a majority") are one.
# What accounts write of who told them little: "gave no details", "gave few details".
_SAID = frozenset({"detail", "comment", "information", "answer"})
_PARTLY = frozenset({"partly", "partially"})
"""Adverbs that say how much of it befell something; "mostly evacuated by bus" does not."""
_LEAD = 4  # Sentences at the head of an account, where a missing limit says "the whole".


@dataclass(frozen=True, slots=True)
class _Extent:
    span: Span
    degree: float | None
    lead: bool
    noun: str
    """The undergoer's words without those of extent."""
    plural: bool
    act: str


@cache
def _degrees() -> dict[str, tuple[str, float]]:
    return {row["word"]: (row["kind"], float(row["degree"])) for row in table("extents")}


def find_scope_disputes(deeds: Sequence[Deed]) -> Iterator[Dispute]:
    """Yield disputes about the extent of one act on one kind of undergoer."""
    groups: dict[tuple[str, str, bool], list[_Extent]] = defaultdict(list)
    for deed in deeds:
        if deed.apart or deed.negated or is_asked(deed.grammar, deed.at):
            continue
        for undergoer in {deed.patient, deed.agent} - {None}:
            assert undergoer is not None
            kind, extent = _extent(deed, undergoer)
            if kind:
                field = deed.act.field or deed.act.name
                groups[field, kind, bool(deed.act.field)].append(extent)
    for field, kind, known in sorted(groups):
        yield from _compare(field, kind, groups[field, kind, known], known)


def _extent(deed: Deed, noun: int) -> tuple[str, _Extent]:
    """Return the kind of thing and how much of it, from the words on noun and act."""
    grammar = deed.grammar
    answer = deed.with_noun(noun)
    degree = _degree(grammar, noun)
    of = grammar.child(noun, "prep")
    if of is not None and grammar.lemma(of) == "of" and grammar.lemma(noun) in _degrees():
        inner = grammar.child(of, "pobj")
        if inner is not None:
            degree = degree if degree is not None else _degrees()[grammar.lemma(noun)][1]
            noun = inner
    degree = degree if degree is not None else _on_act(grammar, deed.at)
    lead = grammar.sentence[deed.at] < _LEAD
    plural = grammar.tokens[noun].tag in PLURAL or kind_at(grammar, noun) == "soldier"
    extent = _Extent(answer, degree, lead, _plain(grammar, noun), plural, deed.act.name)
    told = degree is not None or plural
    number = grammar.child(noun, "nummod")
    if not told or (number is not None and grammar.lemma(number) not in _degrees()):
        return "", extent
    # "Half of the city" and "the town" are one only where the word is one.
    return kind_at(grammar, noun) if plural else grammar.lemma(noun), extent


def _on_act(grammar: Grammar, at: int) -> float | None:
    """Return the extent that words on the act give: "partial withdrawal", "completely routed"."""
    if grammar.tokens[at].pos == "NOUN":
        return _degree(grammar, at)
    found = [
        (c, *_degrees()[grammar.lemma(c)])
        for c in grammar.children[at]
        if grammar.tokens[c].dep == "advmod" and grammar.lemma(c) in _degrees()
    ]
    # "Virtually emptied" is nearly all of it, "appeared virtually" is not.
    whole = [degree for _, kind, degree in found if kind == "whole"]
    partly = [degree for c, _, degree in found if grammar.lemma(c) in _PARTLY]
    degrees = whole + partly + [degree for c, kind, degree in found if kind == "near" and c < at]
    return min(degrees) if degrees else None


def _plain(grammar: Grammar, noun: int) -> str:
    """Return the noun with its adjectives and names, without articles and words of extent."""
    kept = [
        c
        for c in grammar.children[noun]
        if grammar.tokens[c].dep in NOUN_MODIFIERS and grammar.lemma(c) not in _degrees()
    ]
    return " ".join(grammar.tokens[at].text for at in sorted([*kept, noun]))


def _degree(grammar: Grammar, at: int) -> float | None:
    """Return the least extent (0..1) that the words on ``at`` give, None where none does."""
    found = []
    for c in grammar.children[at]:
        if c and grammar.tokens[c - 1].text == "-":
            continue  # "The Blue-majority council" is the whole council.
        if grammar.tokens[c].dep in {
            "amod",
            "det",
            "advmod",
            "predet",
            "quantmod",
            "compound",
            "nummod",
        }:
            known = _degrees().get(grammar.lemma(c))
            if known:
                found.append(known[1])
    return min(found) if found else None


def _narrows(noun: str, others: Collection[str]) -> bool:
    """Return whether the words are of some kind of what all others name: "most black Estians"."""
    said = noun.casefold().split()
    return len(said) > 1 and all(other.casefold() == said[-1] for other in others)


def _compare(field: str, kind: str, extents: list[_Extent], known: bool) -> Iterator[Dispute]:
    limited = sorted((e for e in extents if e.degree is not None), key=lambda e: e.degree or 0)
    if not limited or kind in _SAID:
        return
    lead = max(extents, key=lambda e: (e.plural, -len(e.noun), e.span))
    acts = {e.act for e in limited}
    # Whoever is evacuated is brought to safety, as whoever is rescued is: asked is what is told.
    told = next(iter(acts)) if len(acts) == 1 and acts <= _ASKED.keys() else field
    yield from disputed(
        "scope",
        "difference",
        _question(told, lead),
        [[e.span for e in step] for step in reversed(_steps(limited))],
        "words of extent differ",
        0.65,
    )
    if kind == "person" or not known:
        return
    held = {e.span.document for e in limited if e.lead}
    free = [e for e in extents if e.degree is None and e.lead]
    whole = {e.noun for e in free}
    part = [e.span for e in limited if (e.degree or 0) < 1 and not _narrows(e.noun, whole)]
    yield from disputed(
        "scope",
        "difference",
        f"All or a part of the {lead.noun}?",
        [[e.span for e in free if e.span.document not in held], part],
        "a limit is set by some, none by others where they tell it first",
        0.6,
    )


def _steps(limited: Sequence[_Extent]) -> list[list[_Extent]]:
    """Return extents, least first, in groups of which each is clearly more than the one before."""
    steps: list[list[_Extent]] = []
    for extent in limited:
        if steps and (extent.degree or 0) - (steps[-1][0].degree or 0) < _STEP:
            steps[-1].append(extent)
        else:
            steps.append([extent])
    return steps


def _question(told: str, lead: _Extent) -> str:
    asked = _ASKED.get(told, "are meant" if lead.plural else "is meant")
    if lead.plural:
        return f"How many {lead.noun} {asked}?"
    return f"How much of {lead.noun} {asked.replace('were', 'was')}?"
