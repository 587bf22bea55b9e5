"""Find what a number counts: the noun it goes with in the grammar, or the persons left unsaid."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from asreported.lexicon.load import words
from asreported.model.labels import NOUNS, PLURAL
from asreported.model.parse import Token

_UP = frozenset(["nummod", "quantmod", "compound", "amod", "npadvmod", "advmod", "nmod"])
_SKIP = frozenset(["ADJ", "ADV", "DET", "NUM"])
# Where the parser's dictionary form is another word, or the plural is none.
_SINGULAR = {"people": "person", "persons": "person", "bases": "base", "axes": "axe"} | {
    word: word
    for word in ("corps", "series", "species", "aircraft", "headquarters", "means", "gallows")
}
_STAND_INS = frozenset(["those", "these", "them", "whom", "us", "which", "that"])
_ONE = frozenset(["one", "1", "a", "an"])
# A noun further from its number than this many words belongs to something else.
_REACH = 7


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun in the singular, where it ends, and whether it stands before the number's words."""

    noun: str
    end: int
    plural: bool
    direct: bool


class Sentence:
    """The tokens of one sentence, found by offset."""

    def __init__(self, tokens: Sequence[Token], first: int) -> None:
        self.tokens = tokens
        self._first = first

    def index_at(self, start: int, end: int) -> int | None:
        """Return the index of the last token that lies in ``start:end`` and is a word."""
        index = bisect_left(self.tokens, end, key=attrgetter("start")) - 1
        while index >= 0 and self.tokens[index].end > start:
            if self.tokens[index].text[:1].isalnum():
                return index
            index -= 1
        return None

    def head(self, index: int) -> int:
        """Return the index of a token's head in this sentence."""
        return self.tokens[index].head - self._first


def counted_noun(sentence: Sentence, start: int, end: int) -> Counted | None:
    """Return the noun that the number at ``start:end`` counts, if it stands behind it."""
    index = sentence.index_at(start, end)
    if index is None:
        return None
    tokens = sentence.tokens
    after = index + 1
    if after < len(tokens) and tokens[after].text in ("-", "‑") and tokens[after].start == end:
        joined = after + 1
        if joined < len(tokens) and tokens[joined].pos in NOUNS:
            return _counted(tokens[joined], True)
    if after < len(tokens) and tokens[after].text.casefold() == "of":
        return _behind_of(tokens, after + 1)
    if after < len(tokens) and tokens[after].text.casefold() == "times":
        return _counted(tokens[after], True)
    climbed = _climb(sentence, index)
    if climbed is not None:
        beside = tokens[after] if after < climbed else None
        if tokens[climbed].tag == "NN" and beside is not None and beside.tag == "NN":
            # "a 12 page report" counts pages, "four fire engines" engines.
            return _counted(beside, True)
        return _counted(tokens[climbed], tokens[index].dep == "nummod")
    return _ahead(tokens, after)


def _climb(sentence: Sentence, index: int) -> int | None:
    """Return the noun that the number modifies, by the grammar."""
    tokens = sentence.tokens
    place = index
    for _ in range(4):
        if tokens[place].dep not in _UP:
            return None
        place = sentence.head(place)
        if not index < place < len(tokens) or place - index > _REACH:
            return None
        token = tokens[place]
        if token.dep == "poss" and token.tag == "NN" and tokens[index].lemma.lower() not in _ONE:
            place = sentence.head(place)  # "two harbour master's boats"
            token = tokens[place]
        if token.pos in NOUNS and token.dep not in ("compound", "nmod"):
            crossed = any(t.text in ",;:()" for t in tokens[index + 1 : place])
            return None if crossed else place
    return None


def _behind_of(tokens: Sequence[Token], place: int) -> Counted | None:
    """Return the noun behind "of the", "of these"; "" where a pronoun stands for it."""
    for token in tokens[place : place + _REACH]:
        if token.text.casefold() in _STAND_INS and token.pos == "PRON":
            return Counted("", token.end, True, True)
        if token.pos in NOUNS and token.dep not in (
            "compound",
            "nmod",
            "poss",
            "npadvmod",
        ):
            return _counted(token, True)
        if token.pos in ("VERB", "PUNCT", "ADP", "CCONJ") and token.tag not in (
            "VBN",
            "VBG",
            "HYPH",
        ):
            return None
    return None


def _ahead(tokens: Sequence[Token], place: int) -> Counted | None:
    """Return the noun that follows at once, adjectives skipped."""
    found: Token | None = None
    for token in tokens[place : place + _REACH]:
        if token.pos in NOUNS:
            found = token
        elif found is not None or (token.pos not in _SKIP and token.text != "-"):
            break
    return _counted(found, False) if found else None


def _counted(token: Token, direct: bool) -> Counted | None:
    if len(token.text) < 2 or not token.text[0].isalpha() or token.entity == "PERSON":
        return None
    plural = token.tag in PLURAL
    if token.text.casefold() in ("other", "others"):
        return Counted("", token.end, plural, direct)
    return Counted(singular(token), token.end, plural, direct)


def singular(token: Token) -> str:
    """Return a noun in the singular, lower case; "people" are persons."""
    text, lemma = token.text.casefold(), token.lemma.casefold()
    if text in _SINGULAR:
        return _SINGULAR[text]
    if lemma == text and token.tag in PLURAL and text.endswith("s"):
        if text.endswith("ies") and len(text) > 4:
            return f"{text[:-3]}y"
        return text if text.endswith("ss") else text[:-1]
    return lemma


def counts_persons(sentence: Sentence, start: int, end: int) -> bool:
    """Return whether a number without a noun counts people: "seven dead", "injuring another 40"."""
    index = sentence.index_at(start, end)
    if index is None:
        return False
    tokens = sentence.tokens
    for token in tokens[index + 1 : index + 4]:
        if token.text.casefold() in words("person_counts", kind="state"):
            return True
        if token.pos not in ("AUX", "ADV", "VERB", "PART", "ADJ"):
            break
    place = index
    for _ in range(3):
        place = sentence.head(place)
        if not 0 <= place < len(tokens):
            return False
        lemma = tokens[place].lemma.casefold()
        kind = "loss" if tokens[place].pos == "NOUN" else "verb"  # "the death of two"
        if lemma in words("person_counts", kind=kind):
            return True
    return False


def what_befalls(sentence: Sentence, end: int) -> str | None:
    """Return the participle that says what befell the counted ("killed"), None without one."""
    for token in sentence.tokens:
        if token.start < end:
            continue
        if token.tag in ("VBN", "JJ") and token.text.casefold() in words(
            "person_counts", kind="state"
        ):
            return token.text.casefold()
        if token.pos not in ("AUX", "ADV", "PART", "VERB"):
            return None
    return None
