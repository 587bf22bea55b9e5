"""Tell whether a word can stand for somebody who says something: a person, a body, a text.

Every finder of speakers asks here; they differ in how they ask, not in what speaks.
"""

from collections.abc import Mapping
from functools import cache

from asreported.lexicon.load import column
from asreported.model.labels import NOUNS, PREDICATIVES
from asreported.model.parse import Token
from asreported.statements.clauses.tree import Tree

NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE"})
"""Labels of names that may speak: a country too."""
BEINGS = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "ee", "ees", "man", "men",
          "woman", "women", "ant", "ants", "mate", "mates")  # fmt: skip
"""Nouns that end so are mostly people at work or in a role: "mourners", "geologist"."""
_COUNTED = frozenset({"one", "eldest", "oldest", "youngest", "elder", "younger", "other", "last",
                      "first", "second", "another"})  # fmt: skip
_SEEMS = frozenset({"seem", "appear"})
_SEXED = frozenset({"he", "she"})
_PERSONAL = frozenset({"he", "she", "they", "we", "i", "who"})


@cache
def speaker_kinds() -> Mapping[str, str]:
    """Return the kind of source that each noun names: "spokesman" is a "person"."""
    return column("speaker_nouns", "kind", key="noun")


def can_speak(word: Token) -> bool:
    """Return whether a noun or pronoun names somebody who may say something."""
    if word.pos == "PRON":
        return word.text.lower() in _PERSONAL
    return word.entity in NAMED or word.pos == "PROPN" or word.lemma.lower() in speaker_kinds()


def is_personal(word: Token) -> bool:
    """Return whether a noun or pronoun names a person, or stands for one."""
    if word.pos == "PRON":
        return word.text.lower() in _PERSONAL
    return word.entity == "PERSON" or speaker_kinds().get(word.lemma.lower()) == "person"


def is_human(word: Token) -> bool:
    """Return whether a noun in the singular names a human being by role or age."""
    text = word.text.lower()
    if word.tag != "NN" and not (word.tag == "NNP" and word.text.islower()):
        return False
    kind = speaker_kinds().get(word.lemma.lower())
    return kind == "person" or (kind is None and text.endswith((*BEINGS, "-old")))


def role_of(tree: Tree, name: int) -> int | None:
    """Return the role that a name in apposition fills, over a thing that bears no person's name.

    In "the leader of the party, Ada Roe, said" the parser joins the name to the party, and so in
    "the governor of Norland, Ada Roe".
    """
    tokens = tree.tokens
    counted = _counted(tree, name)
    if counted is not None:
        return counted
    thing = tokens[name].head
    preposition = tokens[thing].head
    role = tokens[preposition].head
    beside = tokens[name].dep == "appos" and tokens[thing].pos in NOUNS
    if not beside or tokens[preposition].dep != "prep":
        return None
    if is_personal(tokens[thing]) and not _is_aside(tree, name, thing):
        return None
    return role if tokens[thing].dep == "pobj" and is_human(tokens[role]) else None


def _is_aside(tree: Tree, name: int, thing: int) -> bool:
    """Return whether a name stands between commas behind another: nobody has the two.

    So it does in "The prosecutor of Norland, Ada Roe, said" where Norland looks like a surname.
    """
    tokens = tree.tokens
    closed = tokens[min(name + 1, len(tokens) - 1)].text == ","
    named = tokens[thing].pos == tokens[name].pos == "PROPN"
    opened = tokens[min(tree.right[thing], thing + 1)].text == ","
    return named and closed and opened and tokens[name - 1].head == name


def _counted(tree: Tree, name: int) -> int | None:
    """Return who is told of before a name between commas that the parser takes for what "of" has.

    So it does in "The eldest of the three, Ada Roe, spoke".
    """
    tokens = tree.tokens
    first = name
    while first and tokens[first - 1].head == name and tokens[first - 1].dep == "compound":
        first -= 1
    of = tokens[name].head
    if tokens[name].dep == "appos" and tokens[of].tag == "NNS":
        of = tokens[of].head  # of several of whom one is named beside: "Another of her aides, Roe,"
    elif tokens[name].dep != "pobj":
        return None
    closed = name + 1 < len(tokens) and tokens[name + 1].text == ","
    if not closed or not first or tokens[first - 1].text != ",":
        return None
    among = tokens[of].text == "of" and tokens[of].dep == "prep"
    one = tokens[tokens[of].head]
    return tokens[of].head if among and one.text.lower() in _COUNTED else None


def may_mean(word: Token, named: Token) -> bool:
    """Return whether ``word`` is a pronoun that may stand for ``named``: no body is "he"."""
    return word.tag == "PRP" and (may_be_sexed(named) or not is_sexed(word))


def is_sexed(word: Token) -> bool:
    """Return whether ``word`` is "he" or "she"."""
    return word.text.lower() in _SEXED


def may_be_sexed(named: Token) -> bool:
    """Return whether "he" or "she" may stand for ``named``, which is no body."""
    return named.entity not in ("ORG", "GPE")


def is_dummy(tree: Tree, it: int) -> bool:
    """Return whether "it" only stands for the clause behind: "It was unclear what the fire did"."""
    tokens = tree.tokens
    verb = tokens[it].head
    if tokens[verb].lemma.lower() in _SEEMS:
        return any(tokens[child].dep in ("ccomp", "advcl") for child in tree.children[verb]) or (
            tree.child(verb, PREDICATIVES) is not None
        )
    if tokens[verb].lemma.lower() != "be" or tree.child(verb, PREDICATIVES) is None:
        return False
    below = [*tree.children[verb], *tree.children[tree.child(verb, PREDICATIVES) or verb]]
    return any(tokens[child].dep in ("ccomp", "csubj", "xcomp") for child in below)


def may_be_subject(tree: Tree, token: int) -> bool:
    """Return whether the subject ``token`` of a reporting verb stands for one who may speak.

    "It" may, and a relative pronoun that stands for one who may; a date or a sum may not.
    """
    word = tree.tokens[token]
    if word.tag == "MD":
        return True  # a name that looks like a modal: "May said"
    if word.tag in ("WDT", "WP") or (word.text.lower() == "that" and word.dep == "nsubj"):
        verb = tree.tokens[word.head]
        if verb.dep == "relcl" and tree.tokens[verb.head].pos != "PRON":
            return may_be_subject(tree, verb.head)
        return word.text.lower() == "who"
    if word.pos == "PRON" and word.text.lower() == "it":
        return not is_dummy(tree, token)
    if word.pos != "PRON" and word.entity:
        return word.entity in NAMED
    return can_speak(word)


def is_served(tree: Tree, office: int) -> bool:
    """Return whether another than who is named there holds it: "Aide to the President Ada Roe"."""
    tokens = tree.tokens
    before = [token.text.lower() for token in tokens[max(office - 2, 0) : office]]
    return before == ["to", "the"] and office > 2 and tokens[office - 3].pos in NOUNS
