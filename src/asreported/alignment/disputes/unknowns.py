"""Find what one account tells and another says is not known: whether, who, how many."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from asreported.alignment.accounts.deeds import Deed, is_asked, is_told, wished
from asreported.alignment.accounts.grammar import Grammar, first_short
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.lexicon.load import words
from asreported.lexicon.pronouns import pronouns
from asreported.model.labels import PREDICATIVES
from asreported.model.span import Span

# Who "it is unclear whether ..." leaves open; a name or a noun says whom it is about.
_ANYBODY = pronouns("indefinite") | {"any", "other", "people"}
# What is not said, known or told where these verbs are denied or declined.
_SILENT = frozenset({"know", "say", "confirm", "disclose", "reveal", "determine", "establish"})
_DECLINING = frozenset({"decline", "refuse"})
# "It was at first unclear": it no longer is.
_ONCE = frozenset({"originally", "initially", "first", "earlier", "previously", "long"})
_LONGEST = 110  # Characters of the words that are shown.


@dataclass(frozen=True, slots=True)
class _Open:
    """A deed that an account leaves open, with the words that say so."""

    deed: Deed
    span: Span


def find_unknown_disputes(deeds: Sequence[Deed]) -> Iterator[Dispute]:
    """Yield a dispute where some tell as done what others say is not known to be."""
    left_open: dict[str, list[_Open]] = defaultdict(list)
    told: dict[str, list[Deed]] = defaultdict(list)
    for deed in deeds:
        opening = _opening(deed)
        if opening is not None:
            left_open[deed.act.name].append(_Open(deed, opening))
        elif not (deed.negated or deed.hedged or deed.apart) and _tells(deed):
            told[deed.act.name].append(deed)
    for name in sorted(left_open):
        silent = {each.deed.document for each in left_open[name]}
        sides: tuple[list[Span], list[Span]] = ([], [])
        for each in left_open[name]:
            answers = [d for d in told[name] if d.document not in silent and _same(each.deed, d)]
            if answers:
                sides[0].extend(_words(d) for d in answers)
                sides[1].append(each.span)
        yield from disputed(
            "polarity",
            "tension",
            f"Is it known {_asked(left_open[name][0])}?",
            sides,
            "told by some, called unknown by others",
            0.65,
        )


def _opening(deed: Deed) -> Span | None:
    """Return the words that leave the deed open, None where it is not left open."""
    grammar, at = deed.grammar, deed.at
    if not is_asked(grammar, at):
        return None
    above = grammar.tokens[at].head
    if above == at or not _is_silent(grammar, above):
        return None
    start = min(grammar.below(above, {"advcl", "ccomp", "conj", "prep", "punct", "npadvmod"}))
    clause = grammar.clause(at)
    # "Whether she knew is unclear": the clause may stand before what leaves it open.
    start = min(grammar.tokens[start].start, clause.start)
    end = clause.end
    return Span(grammar.document, start, end) if end - start <= _LONGEST else clause


def _is_silent(grammar: Grammar, at: int) -> bool:
    """Return whether the word says that what hangs on it is not known or not told."""
    unclear = words("doubts", kind="unknown")
    lemma = grammar.lemma(at)
    if any(grammar.lemma(c) in _ONCE for c in grammar.children[at]):
        return False
    near = [at, *(c for c in grammar.children[at] if grammar.tokens[c].dep in PREDICATIVES)]
    for each in near:
        denied = grammar.negated(each) or grammar.negated(at)
        name = grammar.lemma(each)
        if name in unclear or (denied and f"not_{name}" in unclear):
            return True
    if lemma not in _SILENT:
        return False
    above = grammar.tokens[at].head
    declined = grammar.tokens[at].dep == "xcomp" and grammar.lemma(above) in _DECLINING
    return grammar.negated(at) or declined


def _tells(deed: Deed) -> bool:
    """Return whether the words tell the deed as done, a headline's or a tweet's short form too."""
    token = deed.grammar.tokens[deed.at]
    if token.pos != "VERB":
        return token.pos == "NOUN" and bool(deed.act.field)
    return is_told(deed.grammar, deed.at) and token.tag in {"VBD", "VBN", "VBZ", "VBP"}


def _same(opened: Deed, told: Deed) -> bool:
    """Return whether what is told answers what is left open: one doer or one undergoer.

    Whether they vote to convict is no question to one who tells that they vote.
    """
    if wished(opened) not in ("", wished(told)):
        return False
    if opened.patient is not None:
        lemma = opened.grammar.lemma(opened.patient)
        if lemma in _ANYBODY:
            return bool(opened.act.field)
        # Whether the general was killed is no question to one who tells whom he killed.
        undergoer = told.patient_concepts if told.patient is not None else told.agent_concepts
        return bool(opened.patient_concepts & undergoer)
    return bool(opened.agent_concepts & told.agent_concepts)


def _words(deed: Deed) -> Span:
    """Return the tight words of the deed: with whom it befalls, where that is short."""
    grammar = deed.grammar
    if deed.patient is not None and len(deed.with_noun(deed.patient)) <= _LONGEST // 2:
        return deed.with_noun(deed.patient)
    if grammar.tokens[deed.at].pos == "NOUN":
        return grammar.phrase(deed.at)
    return first_short(_LONGEST, deed.span, grammar.span(deed.at, deed.at))


def _asked(each: _Open) -> str:
    """Return "whether anyone had been arrested"."""
    grammar, clause = each.deed.grammar, each.deed.grammar.clause(each.deed.at)
    subject = grammar.subject(each.deed.at)
    first = clause.start
    if subject is not None and grammar.tokens[subject].head == each.deed.at:
        first = min(first, grammar.starts[grammar.below(subject)[0]])
    return f"whether {grammar.words(Span(clause.document, first, clause.end))}"
