"""Know words that name one act or one kind of thing: "killed", "dead" and "fatalities"."""

from collections.abc import Container, Iterable
from functools import cache

from asreported.alignment.accounts.grammar import Grammar
from asreported.lexicon.acts import Act, acts
from asreported.lexicon.load import table
from asreported.model.labels import NOUNS

# Endings that turn a verb into its noun or adverb; longest first, so that one pass is enough.
_ENDINGS = ("ational", "ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "als")
_SHORT_ENDINGS = ("al", "ers", "er", "ed", "ly", "es", "s", "e")
# Dependents that make another word of a verb: "black out", "fall asleep", "refuse to act".
_JOINED = frozenset({"prt", "prep", "dobj", "obj", "acomp", "advmod", "oprd", "xcomp"})
_STEM = 4  # A stem keeps so many letters at least: "train" must not meet "tray".


@cache
def kinds() -> dict[str, str]:
    """Return the kind of thing that each noun names ("passenger": "person")."""
    found: dict[str, str] = {}
    for row in table("kinds"):
        for word in row["words"].split():
            found.setdefault(word, row["kind"])
    return found


def may_be_one_person(sort: str, other: str) -> bool:
    """Return whether two kinds may tell of one person, one of them less exactly: child and boy.

    >>> may_be_one_person("boy", "child"), may_be_one_person("boy", "girl")
    (True, False)
    """
    return sort == other or {sort, other} in ({"child", "boy"}, {"child", "girl"})


def acts_at(grammar: Grammar, at: int) -> tuple[Act, ...]:
    """Return the acts named at a token, read with its particle, preposition or object."""
    known = acts(nouns=grammar.tokens[at].pos in NOUNS)
    for name in _names(grammar, at):
        if name in known:
            return known[name]
    return ()


def act_words(grammar: Grammar, at: int) -> list[int]:
    """Return the token and those that make an act of it: "lost power", "were without power"."""
    lemma, known = grammar.lemma(at), acts()
    found = [at]
    for c in grammar.children[at]:
        name = f"{lemma}_{grammar.lemma(c)}"
        deeper = [d for d in grammar.children[c] if f"{name}_{grammar.lemma(d)}" in known]
        if grammar.tokens[c].dep in _JOINED and (name in known or deeper):
            found += [c, *deeper]
    return found


def kind_at(grammar: Grammar, at: int) -> str:
    """Return the kind of thing a noun names, the noun itself where no table knows it."""
    lemma = grammar.lemma(at)
    return kinds().get(lemma, lemma)


@cache
def stem(word: str) -> str:
    """Return what a word shares with those derived from it.

    >>> stem("withdrawal") == stem("withdrawing")
    True
    """
    word = word.lower()
    for ending in _ENDINGS + _SHORT_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)]
    return word


@cache
def concept(lemma: str, pos: str = "VERB") -> str:
    """Return what stands for the word when meanings are counted: act, kind, or stem.

    A name or an adjective is no act: "Lower" of a street does not lower anything.
    """
    if pos in {"PROPN", "ADJ"}:
        return stem(lemma)
    named = acts().get(lemma) if pos == "VERB" else acts(nouns=True).get(lemma)
    if named:
        return named[0].name
    return kinds().get(lemma) or stem(lemma)


def concepts_below(
    grammar: Grammar, at: int, without: Iterable[str], kinds_of_word: Container[str]
) -> frozenset[str]:
    """Return the concepts of the words of these parts of speech under the token, itself included.

    Branches labelled ``without`` are left out.
    """
    found = ((grammar.lemma(i), grammar.tokens[i].pos) for i in grammar.below(at, without))
    return frozenset(concept(lemma, pos) for lemma, pos in found if pos in kinds_of_word)


def _names(grammar: Grammar, at: int) -> list[str]:
    """Return the joined names of a token, the longest first, its own lemma last."""
    lemma = grammar.lemma(at)
    text = grammar.tokens[at].text.lower()
    joined = []
    for c in grammar.children[at]:
        token = grammar.tokens[c]
        if token.dep == "neg":
            joined.append(f"not_{lemma}")
        if token.dep in _JOINED:
            joined.append(f"{lemma}_{grammar.lemma(c)}")
            for deep in grammar.children[c]:
                if token.dep == "prep" and grammar.tokens[deep].dep == "pobj":
                    joined.insert(0, f"{lemma}_{grammar.lemma(c)}_{grammar.lemma(deep)}")
    return [*joined, lemma, text]
