"""Find what a sentence counts or ranks without a number.

"The men struck a guard" tells of one guard; "nine trucks will leave, and a hospital will be
removed" lists one hospital; the country's largest port is its first. An article alone counts
nothing ("a plan", "a day"), so each of these has to be told as one of a number: by the deed done
to it, or beside something that is counted.
"""

from collections.abc import Collection, Iterator
from functools import cache

from asreported.lexicon.load import words
from asreported.model.parse import Token
from asreported.statements.measures.counted import Sentence, singular
from asreported.statements.speech.beings import is_personal, speaker_kinds

Found = tuple[int, int, str]
"""Start, end, and what is counted or "rank"."""

_ARTICLES = frozenset({"a", "an"})
_VICTIMS = frozenset({"dobj", "nsubjpass"})
_ROLES = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "attr"})
# "The nation's deadliest shooting since" another is not its first.
_LIMITS = frozenset({"since", "after", "outside"})


def find_singles(sentence: Sentence, counted: Collection[int]) -> Iterator[Found]:
    """Yield each "a policeman" that is one by what befell it, or by what is counted beside it.

    Args:
        sentence: The words.
        counted: Where the sentence's counts end.
    """
    for index, token in enumerate(sentence.tokens):
        article = _article(sentence, index) if token.tag == "NN" else None
        if article is None:
            continue
        if _is_victim(sentence, index) or _is_listed(sentence, index, counted):
            yield article.start, token.end, singular(token)


def _article(sentence: Sentence, index: int) -> Token | None:
    """Return the "a" that belongs to the noun at ``index``, at most three words before it."""
    for place in range(index - 1, max(-1, index - 4), -1):
        token = sentence.tokens[place]
        if token.text.casefold() in _ARTICLES and sentence.head(place) == index:
            return token
    return None


def _is_victim(sentence: Sentence, index: int) -> bool:
    """Return whether somebody killed, hit or arrested who the noun names."""
    token = sentence.tokens[index]
    verb = _above(sentence, index) if token.dep in _VICTIMS else None
    if token.lemma.casefold() not in speaker_kinds() and singular(token) not in _countable():
        return False  # "strike a balance"
    return verb is not None and verb.lemma.casefold() in _blows()


def _is_listed(sentence: Sentence, index: int, counted: Collection[int]) -> bool:
    """Return whether a thing stands in one list with what is counted.

    The list is one of nouns ("two rifles and a handgun") or of clauses in whose same role they
    stand ("two jets will leave and a hospital will be removed").
    """
    tokens = sentence.tokens
    if tokens[index].lemma.casefold() not in _countable():
        return False
    first = _first_of_list(sentence, index)
    lists = [_list_from(sentence, first)]
    verb = sentence.head(first)
    if tokens[first].dep in _ROLES and 0 <= verb < len(tokens) and tokens[verb].dep == "conj":
        beside = sentence.head(verb)
        lists.extend(
            _list_from(sentence, place)
            for place, token in enumerate(tokens)
            if token.dep.startswith(tokens[first].dep[:5]) and sentence.head(place) == beside
        )
    return any(tokens[place].end in counted for listed in lists for place in listed)


def _first_of_list(sentence: Sentence, index: int) -> int:
    while sentence.tokens[index].dep == "conj" and 0 <= sentence.head(index) < index:
        index = sentence.head(index)
    return index


def _list_from(sentence: Sentence, first: int) -> list[int]:
    """Return the indices of the members of the list of nouns that ``first`` opens."""
    found = [first]
    for place in range(first + 1, len(sentence.tokens)):
        if sentence.tokens[place].dep == "conj" and sentence.head(place) in found:
            found.append(place)
    return found


def find_ranks(sentence: Sentence) -> Iterator[Found]:
    """Yield each thing that is the first of its kind: "the country's largest port city"."""
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        if token.text.casefold() not in words("ranks", kind="superlative"):
            continue
        noun = sentence.head(index)
        if not index < noun < len(tokens) or tokens[noun].tag != "NN":
            continue
        if not is_personal(tokens[noun]) and _is_ranked(sentence, index, noun):
            yield token.start, tokens[noun].end, "rank"


def _is_ranked(sentence: Sentence, index: int, noun: int) -> bool:
    """Return whether a place or the world owns the ranking: "in the world", "the country's"."""
    tokens, realms = sentence.tokens, words("ranks", kind="realm")
    if noun + 1 < len(tokens) and tokens[noun + 1].text.casefold() in _LIMITS:
        return False
    for place, token in enumerate(tokens):
        if token.dep == "poss" and place < index and sentence.head(place) == noun:
            return token.entity in ("GPE", "LOC") or token.lemma.casefold() in realms
        if token.dep == "pobj" and place > noun and token.lemma.casefold() in realms:
            return sentence.head(sentence.head(place)) == noun
    return False


def _above(sentence: Sentence, index: int) -> Token | None:
    head = sentence.head(index)
    return sentence.tokens[head] if 0 <= head < len(sentence.tokens) else None


@cache
def _blows() -> frozenset[str]:
    """Return the verbs of what befalls a person."""
    return words("person_counts", kind="verb") | words("person_counts", kind="blow")


@cache
def _countable() -> frozenset[str]:
    """Return the nouns of things that an inventory lists: vehicles, weapons, buildings."""
    groups = ("vehicle", "weapon", "barrier")
    things = frozenset[str]().union(*(words("namings", "word", group=group) for group in groups))
    return things | words("landmarks", "word") | words("place_nouns")
