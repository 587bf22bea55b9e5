"""Find rival causes of one mishap: overloading or a failed engine, a gas leak or a bomb.

A cause counts where words say that it is one: "blamed overloading", "caused by a gas leak", "the
engine failed". What accounts name beside one another is no rivalry: each of two has to name one
that the other does not.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from asreported.alignment.accounts.acts import kind_at
from asreported.alignment.accounts.deeds import is_apart, is_told
from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.lexicon.load import column
from asreported.model.labels import PAST, VERBS
from asreported.model.span import Span

_MISHAPS = frozenset({"accident", "blast", "fire", "disaster", "tragedy", "capsizing", "sinking"})
_CAUSING = frozenset({"cause", "trigger", "spark", "ignite"})
_HOLDING = frozenset({"suspect", "blame", "cite"})
_GROUNDING = frozenset({"strike", "hit", "touch", "ram"})
_FAILING = frozenset({"fail", "stop", "die", "stall", "break", "seize"})
# Parts of a vehicle that fail, with the cause that this is.
_PARTS = {"engine": "engine", "motor": "engine", "brake": "brakes"}
_DUE = frozenset({"due", "because", "owing", "thanks"})
_LONGEST = 90  # Characters of an answer.


def find_mishap_disputes(grammars: Sequence[Grammar]) -> Iterator[Dispute]:
    """Yield a dispute where accounts give a mishap causes of which neither tells the other's."""
    told: dict[str, list[Span]] = defaultdict(list)
    for grammar in grammars:
        for cause, span in _causes(grammar):
            if span not in told[cause]:
                told[cause].append(span)
    homes = {cause: {span.document for span in told[cause]} for cause in sorted(told)}
    rivals = [
        cause
        for cause in homes
        if any(homes[cause] - homes[other] and homes[other] - homes[cause] for other in homes)
    ]
    rivals.sort(key=lambda cause: (-len(homes[cause]), told[cause][0]))
    yield from disputed(
        "cause",
        "difference",
        "What was the cause?",
        [told[cause] for cause in rivals],
        f"accounts name other causes: {', '.join(rivals)}",
        0.6,
    )


@cache
def _lasts() -> frozenset[str]:
    """Return the last words of all that name a cause."""
    return frozenset(word.rpartition("_")[2] for word in column("mishap_causes", "cause"))


def _causes(grammar: Grammar) -> Iterator[tuple[str, Span]]:
    known, lasts = column("mishap_causes", "cause"), _lasts()
    for at, lemma in enumerate(grammar.lemmas):
        if lemma in _PARTS:
            verb = _fails(grammar, at)
            if verb is not None:
                yield _PARTS[lemma], _words(grammar, verb, at)
            continue
        form = grammar.tokens[at].text.lower()
        if lemma not in lasts and form not in lasts:
            continue
        cause = known.get(grammar.entry(at, known), "") or known.get(form, "")
        if not cause:
            continue
        cue = _grounds(grammar, at) if cause == "ground" else _cue(grammar, at)
        if cue is not None and not grammar.negated(cue) and not is_apart(grammar, at):
            yield cause, _words(grammar, cue, at)


def _fails(grammar: Grammar, at: int) -> int | None:
    """Return the verb of "the engine failed", None where it does not."""
    token = grammar.tokens[at]
    verb = token.head
    fails = token.dep == "nsubj" and grammar.lemma(verb) in _FAILING
    past = grammar.tokens[verb].tag in PAST
    plain = fails and past and grammar.child(verb, "dobj") is None and not grammar.negated(verb)
    return verb if plain and is_told(grammar, verb) and not is_apart(grammar, at) else None


def _grounds(grammar: Grammar, at: int) -> int | None:
    """Return the verb of "the boat struck a sandbank"."""
    token = grammar.tokens[at]
    told = token.dep == "dobj" and grammar.lemma(token.head) in _GROUNDING
    return token.head if told and is_told(grammar, token.head) else None


def _cue(grammar: Grammar, at: int) -> int | None:
    """Return the word that makes the noun a cause, None where none does."""
    token = grammar.tokens[at]
    above = token.head
    lemma = grammar.lemma(above)
    if token.dep in {"pobj", "pcomp"}:
        return _after_preposition(grammar, above)
    if token.dep == "dobj" and lemma in _HOLDING:
        return above
    if token.dep == "nsubj" and lemma in _CAUSING:
        effect = grammar.child(above, "dobj")
        return above if effect is not None and _is_mishap(grammar, effect) else None
    if token.dep == "attr":
        subject = grammar.subject(above)
        if subject is not None and grammar.lemma(subject) == "cause":
            return above
    return None


def _after_preposition(grammar: Grammar, preposition: int) -> int | None:
    """Return the cue before the preposition: "caused by", "due to", "blamed on", "point to"."""
    word = grammar.lemma(preposition)
    above = grammar.tokens[preposition].head
    lemma = grammar.lemma(above)
    caused = word == "by" and lemma in _CAUSING and grammar.tokens[above].tag == "VBN"
    if caused:
        effect = grammar.subject(above)
        return above if effect is not None and _is_mishap(grammar, effect) else None
    due = word in {"to", "of"} and (lemma in _DUE or _before(grammar, preposition) in _DUE)
    laid = (lemma, word) in {("blame", "on"), ("attribute", "to"), ("point", "to")}
    return above if due or laid else None


def _before(grammar: Grammar, at: int) -> str:
    return grammar.lemma(at - 1) if at else ""


def _is_mishap(grammar: Grammar, at: int) -> bool:
    kind = kind_at(grammar, at)
    return kind in _MISHAPS or grammar.lemma(at) in _MISHAPS


def _words(grammar: Grammar, cue: int, at: int) -> Span:
    """Return the clause that names the cause where it is short, else the words from cue to it."""
    if grammar.tokens[cue].pos in VERBS:
        clause = grammar.clause(cue).joined(grammar.span(at, at))
        if len(clause) <= _LONGEST:
            return clause
        subject = grammar.subject(cue)
        if subject is not None and grammar.tokens[at].dep == "attr":
            return grammar.phrase(subject).joined(grammar.span(at, at))
    return grammar.beside(cue, at, _LONGEST)
