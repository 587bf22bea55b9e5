"""Find how much of a thing an act concerns: all, most, some, no word of a limit."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from asreported.alignment.acts import kind_at
from asreported.alignment.deeds import Deed
from asreported.alignment.dispute import Dispute, make_dispute
from asreported.alignment.grammar import Grammar
from asreported.lexicon.load import table
from asreported.model.span import Span

_STEP = 0.14  # Extents nearer than that ("most", "a majority") are one.
_LEAD = 4  # Sentences at the head of an account, where a missing limit says "the whole".


@dataclass(frozen=True, slots=True)
class _Extent:
    span: Span
    degree: float | None
    lead: bool


@cache
def _degrees() -> dict[str, tuple[str, float]]:
    return {row["word"]: (row["kind"], float(row["degree"])) for row in table("extents")}


def find_scope_disputes(deeds: Sequence[Deed]) -> Iterator[Dispute]:
    """Yield disputes about the extent of one act on one kind of undergoer."""
    groups: dict[tuple[str, str], list[_Extent]] = defaultdict(list)
    for deed in deeds:
        if not deed.act.field or deed.apart or deed.negated:
            continue
        for undergoer in {deed.patient, deed.agent} - {None}:
            assert undergoer is not None
            kind, extent = _extent(deed, undergoer)
            if kind:
                groups[deed.act.field, kind].append(extent)
    for key in sorted(groups):
        yield from _compare(key, groups[key])


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
    on_act = _degree(grammar, deed.at) if grammar.tokens[deed.at].pos == "NOUN" else None
    degree = degree if degree is not None else on_act
    token = grammar.tokens[noun]
    plural = token.tag in {"NNS", "NNPS"} or kind_at(grammar, noun) in {"soldier"}
    if not plural or grammar.child(noun, "nummod") is not None:
        return "", _Extent(grammar.span(noun, noun), None, False)
    lead = grammar.sentence[deed.at] < _LEAD
    return kind_at(grammar, noun), _Extent(answer, degree, lead)


def _degree(grammar: Grammar, at: int) -> float | None:
    """Return the least extent (0..1) that the words on ``at`` give, None where none does."""
    found = []
    for c in grammar.children[at]:
        if grammar.tokens[c].dep in {"amod", "det", "advmod", "predet", "quantmod", "compound"}:
            known = _degrees().get(grammar.lemma(c))
            if known:
                found.append(known[1])
    return min(found) if found else None


def _compare(key: tuple[str, str], extents: list[_Extent]) -> Iterator[Dispute]:
    limited = sorted((e for e in extents if e.degree is not None), key=lambda e: e.degree or 0)
    if not limited:
        return
    steps: list[list[_Extent]] = []
    for extent in limited:
        if steps and (extent.degree or 0) - (steps[-1][0].degree or 0) < _STEP:
            steps[-1].append(extent)
        else:
            steps.append([extent])
    field, kind = key
    question = f"How much of it ({field}: {kind})?"
    dispute = make_dispute(
        "scope",
        "difference",
        question,
        [[e.span for e in step] for step in reversed(steps)],
        "words of extent differ",
        0.65,
    )
    if dispute:
        yield dispute
    held = {e.span.document for e in limited if e.lead}
    free = [e.span for e in extents if e.degree is None and e.lead and e.span.document not in held]
    part = [e.span for e in limited if (e.degree or 0) < 1]
    if kind == "person":
        return
    dispute = make_dispute(
        "scope",
        "difference",
        f"All or a part ({field}: {kind})?",
        [free, part],
        "a limit is set by some, none by others where they tell it first",
        0.6,
    )
    if dispute:
        yield dispute
