"""Say what befell those whom a number counts, where its governor does not: "12 dead as bus falls".

Headlines are parsed badly, and a toll is often told of and not done: "put the death toll at 12".
"""

from asreported.alignment.accounts.acts import acts_at
from asreported.alignment.accounts.grammar import Grammar
from asreported.lexicon.acts import Act, acts

BEFALLEN = {
    "kill": "killed",
    "hurt": "hurt",
    "hospital": "taken to hospital",
    "missing": "missing",
    "trap": "trapped",
    "arrest": "arrested",
    "free": "rescued",
    "evacuate": "evacuated",
    "infect": "infected",
    "outage": "without power",
}
"""How people ask who has a fate, by the act: "how many were killed"."""

TOLLS = frozenset(BEFALLEN)
"""Acts whose counts grow while an event is told."""

_RISES = frozenset({"rise", "climb", "increase", "grow", "jump", "stand", "soar", "go", "reach"})
_PUTS = frozenset({"put", "place", "raise", "bring", "revise", "update", "lower", "list"})
_TALLIES = frozenset({"number", "toll", "count", "total", "tally"})
_TOLD = frozenset({"be", "report", "confirm", "fear", "presume", "believe", "leave", "still"})
_STATES = frozenset({"JJ", "VBN", "VBD"})
_SUFFERED = frozenset({"die", "perish", "drown", "disappear", "vanish"})
"""Verbs whose subject has the fate, whatever a bad parse takes for their object."""
_PHRASE = 3  # Words from a number to the end of the noun that it counts.


def tally_of(grammar: Grammar, at: int) -> tuple[Act, int] | None:
    """Return the act whose toll the figure is and the word that tells so, None for no toll.

    "The death toll climbed to 12", "officials put the toll at 12", "a toll of 12".
    """
    above = grammar.tokens[at].head
    if grammar.tokens[at].dep == "pobj":
        above = grammar.tokens[above].head
    tally: int | None = above
    if grammar.lemma(above) in _RISES:
        tally = grammar.subject(above)
    elif grammar.lemma(above) in _PUTS:
        tally = grammar.patient(above)
    if tally is None or grammar.lemma(tally) not in _TALLIES:
        return None
    for each in grammar.below(tally):
        tolls = [act for act in acts_at(grammar, each) if act.name in TOLLS]
        if tolls:
            return tolls[0], above
    return None


def fate_beside(grammar: Grammar, at: int) -> tuple[Act, int] | None:
    """Return what befell those counted by the words next to the number, None where none tells.

    "12 dead as bus falls", "12 people were reported missing": no other noun stands between.
    """
    tokens = grammar.tokens
    sentence = grammar.reading.parse.sentences[grammar.sentence[at]]
    last = at
    while last + 1 < min(sentence.last, at + 1 + _PHRASE) and tokens[last + 1].pos in {"NOUN"}:
        last += 1
    last += 1
    while last < sentence.last and grammar.lemma(last) in _TOLD:
        last += 1
    if last >= sentence.last or tokens[last].tag not in _STATES:
        return None
    if last + 1 < sentence.last and tokens[last + 1].start == tokens[last].end:
        return None  # "Two missing-person reports".
    tolls = [act for act in acts_at(grammar, last) if act.name in TOLLS]
    return (tolls[0], last) if tolls else None


def does_it(grammar: Grammar, head: int) -> bool:
    """Return whether those counted did it to others: "two officers arrested a man"."""
    token = grammar.tokens[head]
    if token.dep == "pobj":
        return grammar.tokens[token.head].dep == "agent"
    verb = token.head
    if token.dep != "nsubj" or grammar.passive(verb) or grammar.child(verb, "dobj") is None:
        return False
    if grammar.lemma(verb) in _SUFFERED:
        return False
    # "Lost their lives", "lost power" befell the subject: no verb of its own.
    return any(act.name in TOLLS for act in acts().get(grammar.lemma(verb), ()))
