"""Read when, where and with what something happened, as the words beside its act tell it.

"Monday's attack", "were killed in the north", "at around 6am", "stabbed with a kitchen knife".
"""

from collections.abc import Iterator

from asreported.alignment.accounts.acts import acts_at, concept
from asreported.alignment.accounts.bearers import Bearers, place_name
from asreported.alignment.accounts.clock import CLOCK, minutes
from asreported.alignment.accounts.deeds import is_apart
from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.accounts.roles import noun_concepts, noun_roles, verb_roles
from asreported.alignment.phrases.fact import Fact
from asreported.lexicon.acts import Act
from asreported.lexicon.load import words
from asreported.model.labels import CONTENT_WORDS, VERBS

_TOOLS = frozenset({"with", "using", "by"})
_WHERE = frozenset({"place", "organisation"})
_LONGEST = 90  # Characters: act and value farther apart are not one phrase.
_CHAINED = frozenset({"prep", "npadvmod", "advmod"})
# Fields of acts that are done with something in the hand or under the foot.
_ARMED = frozenset({"assail", "strike", "kill", "hurt", "bombard", "burn", "damage", "storm"})
# "According to the agency" happens nowhere.
_NO_DEED = frozenset({"accord", "according"})
_HAPPEN = frozenset({"happen", "occur", "unfold", "begin", "start", "take"})


def read_deed_facts(grammar: Grammar, bearers: Bearers) -> Iterator[Fact]:
    """Yield days, hours, places and instruments of acts, in text order of the acts."""
    for at in range(len(grammar.tokens)):
        act = _act(grammar, at)
        if act is None or grammar.lemma(at) in _NO_DEED or is_apart(grammar, at):
            continue
        verbal = grammar.tokens[at].pos in VERBS
        roles = verb_roles(grammar, at) if verbal else noun_roles(grammar, at)
        whom = noun_concepts(grammar, roles[1])
        for attribute, value, first, last in _values(grammar, bearers, at):
            if attribute == "instrument" and act.field not in _ARMED:
                continue
            low, high = min(at, first), max(at, last)
            span = grammar.span(low, high)
            if len(span) <= _LONGEST and grammar.sentence[low] == grammar.sentence[high]:
                words_of_value = grammar.span(first, last)
                yield Fact(
                    f"act:{act.field}",
                    grammar.tokens[at].text,
                    attribute,
                    value,
                    whom,
                    span,
                    words_of_value,
                )


def _act(grammar: Grammar, at: int) -> Act | None:
    token = grammar.tokens[at]
    if token.pos not in CONTENT_WORDS or token.dep in ("compound", "amod"):
        return None
    named = acts_at(grammar, at)
    if named:
        return named[0]
    if token.pos == "VERB" and grammar.lemma(at) in _HAPPEN:
        subject = grammar.subject(at)
        told = acts_at(grammar, subject) if subject is not None else ()
        return told[0] if told else None
    return None


def _values(grammar: Grammar, bearers: Bearers, at: int) -> Iterator[tuple[str, str, int, int]]:
    """Yield (attribute, value, first token, last token) of what hangs on the act."""
    tokens = grammar.tokens
    for c in grammar.children[at]:
        token = tokens[c]
        if c in bearers.days and token.dep in ("npadvmod", "poss", "compound", "nmod", "advmod"):
            yield "day", bearers.days[c], c, c
        if token.dep in _CHAINED or token.dep == "dobj":
            yield from _clock(grammar, c)
        if token.dep != "prep":
            continue
        preposition = token.text.lower()
        noun = grammar.child(c, "pobj", "pcomp")
        while noun is None and (inner := grammar.child(c, "prep")) is not None:
            c, noun = inner, grammar.child(inner, "pobj")
        if noun is None:
            continue
        first, last = c, _end(grammar, noun)
        if noun in bearers.days:
            yield "day", bearers.days[noun], first, noun
        elif preposition in words("place_prepositions") and _is_place(grammar, bearers, noun):
            yield "place", _place(grammar, bearers, noun), first, last
        elif preposition in _TOOLS and tokens[noun].pos == "NOUN" and not acts_at(grammar, noun):
            yield "instrument", concept(grammar.lemma(noun), "NOUN"), first, last


def _end(grammar: Grammar, noun: int) -> int:
    """Return the last token of the noun phrase without what hangs on it."""
    kept = grammar.below(noun, {"relcl", "appos", "cc", "conj", "punct", "acl", "prep"})
    return max(kept)


def _is_place(grammar: Grammar, bearers: Bearers, noun: int) -> bool:
    named = bearers.at.get(noun)
    if named is not None:
        return named.entity.type in _WHERE
    return grammar.lemma(noun) in words("place_nouns")


def _place(grammar: Grammar, bearers: Bearers, noun: int) -> str:
    named = bearers.at.get(noun)
    return place_name(named.entity.name) if named is not None else grammar.lemma(noun)


def _clock(grammar: Grammar, at: int) -> Iterator[tuple[str, str, int, int]]:
    below = grammar.below(at, {"relcl", "acl", "advcl", "conj"})
    words_of_it = grammar.span(min(below), max(below))
    text = grammar.reading.document.text
    match = CLOCK.search(text, words_of_it.start, words_of_it.end + 4)
    if match is None or len(words_of_it) > _LONGEST:
        return
    hour, minute = divmod(minutes(match), 60)
    inside = [i for i in below if match.start() <= grammar.tokens[i].start < match.end()]
    if inside:
        yield "hour", f"{hour:02d}:{minute:02d}", min(inside), max(inside)
