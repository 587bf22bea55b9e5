"""Find an act that reached all of a group in one account and a part of it in another.

"Paid compensation to five of the families" stands against "paid out to all the families".
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from asreported.alignment.accounts.acts import concept
from asreported.alignment.accounts.deeds import is_hedged, is_told
from asreported.alignment.accounts.grammar import Grammar, first_short
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.lexicon.load import words
from asreported.lexicon.plurals import plural
from asreported.model.span import Span

_ALL = frozenset({"all", "every", "each"})
_PARTS = frozenset({"some", "most", "half", "many", "few", "none", "several", "majority"})
_MAKING = frozenset({"force", "oblige", "compel", "manage"})
_AHEAD = frozenset({"will", "would", "shall"})
_LONGEST = 90  # Characters of an answer.


def find_share_disputes(grammars: Sequence[Grammar]) -> Iterator[Dispute]:
    """Yield a dispute for each act that some tell of all of a group and others of a part."""
    told: dict[tuple[str, str], tuple[list[Span], list[Span]]] = defaultdict(lambda: ([], []))
    for grammar in grammars:
        for at, token in enumerate(grammar.tokens):
            if token.tag != "NNS":
                continue
            whole = _is_whole(grammar, at)
            if not whole and not _is_part(grammar, at):
                continue
            verb = _verb(grammar, at)
            if verb is None or grammar.negated(verb) or is_hedged(grammar, verb):
                continue
            act = concept(grammar.lemma(verb))
            if _is_told(grammar, verb) and grammar.lemma(verb) not in words("hollow_words"):
                told[act, grammar.lemma(at)][0 if whole else 1].append(_words(grammar, verb, at))
    for act, noun in sorted(told):
        all_of, part_of = told[act, noun]
        homes = [{span.document for span in side} for side in (all_of, part_of)]
        if not (homes[0] - homes[1] and homes[1] - homes[0]):
            continue
        yield from disputed(
            "scope",
            "contradiction",
            f"All of the {plural(noun)}, or a part?",
            [all_of, part_of],
            "of all in one account, of a part in another",
            0.65,
        )


def _is_told(grammar: Grammar, verb: int) -> bool:
    """Return whether it was done: who "was forced to pay" paid."""
    token = grammar.tokens[verb]
    if any(grammar.lemma(c) in _AHEAD for c in grammar.children[verb]):
        return False
    made = token.dep == "xcomp" and grammar.lemma(token.head) in _MAKING
    return is_told(grammar, token.head if made else verb)


def _is_whole(grammar: Grammar, at: int) -> bool:
    """Return whether the words are "all the families", "all of the families"."""
    own = [c for c in grammar.children[at] if grammar.tokens[c].dep in {"det", "predet"}]
    pointed = any(grammar.lemma(c) in {"the", "these", "those"} for c in own)
    if any(grammar.lemma(c) in _ALL for c in own):
        return pointed and (not own[0] or grammar.lemma(own[0] - 1) not in {"not", "nearly"})
    above = _of(grammar, at)
    return above is not None and grammar.lemma(above) in _ALL


def _is_part(grammar: Grammar, at: int) -> bool:
    """Return whether the words are "five of the families", "most of the families"."""
    above = _of(grammar, at)
    if above is None:
        return False
    counted = grammar.tokens[above].pos == "NUM" or grammar.lemma(above) in _PARTS
    named = any(grammar.lemma(c) in {"the", "these", "those"} for c in grammar.children[at])
    return counted and named


def _of(grammar: Grammar, at: int) -> int | None:
    """Return what the noun is a part of by words: the "five" of "five of the families"."""
    token = grammar.tokens[at]
    if token.dep != "pobj" or grammar.lemma(token.head) != "of":
        return None
    return grammar.tokens[token.head].head


def _verb(grammar: Grammar, at: int) -> int | None:
    return next((i for i in grammar.upwards(at) if grammar.tokens[i].pos == "VERB"), None)


def _words(grammar: Grammar, verb: int, at: int) -> Span:
    clause = grammar.clause(verb).joined(grammar.phrase(at))
    told = grammar.predicate_phrase(verb).joined(grammar.phrase(at))
    return first_short(_LONGEST, clause, told, grammar.span(min(verb, at), max(verb, at)))
