"""A slot that two clauses fill differently, and the words that show it."""

from typing import NamedTuple

from asreported.alignment.grammar import Grammar
from asreported.model.span import Span

_LONGEST = 90  # Characters of a clause that is an answer; of a longer one its predicate is.
_CLIMB = 6  # Tokens from a word up to its verb.
_VERBAL = frozenset({"VERB", "AUX"})


class Answer(NamedTuple):
    """What one clause has in the slot, in a word or two, and the place that shows it."""

    said: str
    span: Span


class Slot(NamedTuple):
    """Two answers to what is ``asked``; slots of one ``about`` are one question.

    ``kind`` is one of `asreported.model.comparison.Conflict`.
    """

    kind: str
    asked: str
    about: str
    one: Answer
    other: Answer


def show(grammar: Grammar, at: int, *others: int) -> Span:
    """Return the clause of a token where it is short, else its predicate or phrase.

    It is widened to the tokens ``others`` where these are near.
    """
    shown = _show(grammar, at)
    first = min([shown.start, *(grammar.starts[each] for each in others)])
    last = max([shown.end, *(grammar.tokens[each].end for each in others)])
    return Span(shown.document, first, last) if last - first <= _LONGEST else shown


def _show(grammar: Grammar, at: int) -> Span:
    verb = at
    for _ in range(_CLIMB):
        if grammar.tokens[verb].pos in _VERBAL or grammar.tokens[verb].head == verb:
            break
        verb = grammar.tokens[verb].head
    word = grammar.span(at, at)
    spans = [grammar.clause(verb), grammar.predicate_phrase(verb), grammar.phrase(at)]
    return next((s for s in spans if s.covers(word) and len(s) <= _LONGEST), word)
