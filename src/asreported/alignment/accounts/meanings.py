"""Give each word of an account what it means beyond its form: an entity, a day, a number, an act.

"Peruvian" and "Peru" mean one place, "slain" and "killed" one act, "Monday" and its date one day.
"""

from datetime import date

from asreported.alignment.accounts.acts import acts_at, concept
from asreported.alignment.accounts.bearers import Bearers, place_name
from asreported.alignment.accounts.grammar import Grammar
from asreported.lexicon.acts import acts
from asreported.lexicon.load import words
from asreported.lexicon.names import demonyms, fold
from asreported.model.labels import CONTENT_WORDS

ENTITY, DAY, NUMBER, ACT, WORD = "@", "#", "=", "!", "-"
"""What a meaning begins with, by its kind."""

_NEAR = 8  # Days around publication in which a day is told by its weekday.
_COUNTED = frozenset({"count", "age", "money", "percent", "measure", "duration"})
# Words that are everywhere and tell no fact apart.
_EMPTY = words("word_classes", kind="everywhere")


def read_meanings(grammar: Grammar, bearers: Bearers) -> tuple[str, ...]:
    """Return for each token what it means, "" for a word that carries nothing.

    Of a name only the head token has a meaning.
    """
    numbers = _numbers(grammar)
    return tuple(_meaning(grammar, bearers, numbers, at) for at in range(len(grammar.tokens)))


def _meaning(grammar: Grammar, bearers: Bearers, numbers: dict[int, str], at: int) -> str:
    token = grammar.tokens[at]
    named = bearers.at.get(at)
    if named is not None:
        if at != named.head:
            return ""
        if named.entity.type == "place":
            return ENTITY + place_name(named.entity.name)
        return ENTITY + named.entity.id
    if at in bearers.days:
        return DAY + _weekday(grammar, bearers.days[at])
    if at in numbers:
        return NUMBER + numbers[at]
    if token.pos not in CONTENT_WORDS or len(token.text) < 2:
        return ""
    if demonyms().get(fold(token.text)):
        return ENTITY + place_name(token.text)
    if token.pos == "PROPN":
        return WORD + fold(token.text)
    return _of_word(grammar, at)


def _of_word(grammar: Grammar, at: int) -> str:
    lemma = grammar.lemma(at)
    if lemma in words("hollow_words") or lemma in _said() or lemma in _EMPTY:
        return ""
    named = acts_at(grammar, at) or acts().get(_verb_of(lemma), ())
    if named:
        return ACT + named[0].name
    found = concept(lemma, grammar.tokens[at].pos)
    return "" if found in _EMPTY else WORD + fold(found)


def _verb_of(noun: str) -> str:
    """Return the verb of "killing", "shooting"; "" for another word."""
    base = noun.removesuffix("ing")
    if base == noun:
        return ""
    doubled = len(base) > 2 and base[-1] == base[-2]
    forms = (base, f"{base}e", base[:-1] if doubled else base)
    return next((form for form in forms if form in acts()), "")


def _said() -> frozenset[str]:
    return words("reporting_verbs", "verb", kind="said")


def _weekday(grammar: Grammar, day: str) -> str:
    """Return the day by its weekday where it lies near the telling, else as it is."""
    published = grammar.reading.document.published
    told = published.day if published else None
    if day.startswith("weekday") or told is None:
        return day
    named = date.fromisoformat(day)
    return f"weekday:{named.weekday()}" if abs((told - named).days) <= _NEAR else day


def _numbers(grammar: Grammar) -> dict[int, str]:
    found: dict[int, str] = {}
    for quantity in grammar.reading.quantities:
        if quantity.kind not in _COUNTED:
            continue
        for at in grammar.within(quantity.span):
            token = grammar.tokens[at]
            if token.tag == "CD" or token.pos == "NUM":
                found[at] = f"{quantity.value:g}"
    return found
