"""Find the person whom the words of a source name: "the mayor Ada Roe", "a resident named Ada"."""

from asreported.lexicon.names import fold, titles
from asreported.model.labels import NOUNS
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.beings import is_personal, role_of
from asreported.statements.speech.coreference import Persons
from asreported.statements.speech.person import Person
from asreported.statements.speech.reporting import NAMING

_TITLE_DEPS = frozenset({"appos", "compound", "flat", "nmod", "npadvmod", "dep"})
_CALLED = frozenset({"oprd", "dobj"})
# "Who gave her name as Ada": the verbs, and what stands beside.
_NAMES_SELF = NAMING | {"give", "identify", "introduce"}
_OWN_NAME = frozenset({"name", "himself", "herself", "themselves"})


def find_person(persons: Persons, source: int, first: int, last: int) -> tuple[int, Person] | None:
    """Return the person whom the words ``first:last`` around ``source`` name, and where."""
    at, tree = persons.at, persons.tree
    tokens = tree.tokens
    if source in at:
        return source, at[source]
    above = tokens[source].head
    if tokens[source].dep == "appos" and above in at and _is_common(tree, source):
        return above, at[above]  # "Ada Roe, a lawyer who argued ..."
    for child in tree.children[source]:
        beside = child in at and tokens[child].dep in _TITLE_DEPS and child > source
        if beside and not _is_titled(persons, child, source):
            return child, at[child]
    for described in (source, *_asides(tree, source)):
        for named in (_called(tree, described), _given_as(persons, described)):
            if named in at:
                return named, at[named]
    for index in range(source + 1, last):
        if index in at and role_of(tree, index) == source:
            return index, at[index]
    singled = _singled(persons, source)
    if singled is not None:
        return singled, at[singled]
    closing = _closing(persons, source, first, last)
    closing = _of_two_roles(persons, source) if closing is None else closing
    if closing is not None:
        return closing, at[closing]
    # "Vice President for news and talk Ann Smith said": the name stands right before the verb.
    for index in (_before_verb(tree, source), last):
        in_phrase = index in at and source < index < tree.sentence(source)[1]
        if not in_phrase or tokens[index].dep not in ("conj", "appos", "nsubj"):
            continue
        joined = (
            tokens[index].dep == "conj" and tokens[index].head in at
        )  # "rivals like Roe and Doe"
        if not joined and not _is_titled(persons, index, source):
            return index, at[index]
    return None


def name_end(persons: Persons, token: int) -> int:
    """Return the first token behind the name that ``token`` is a part of."""
    at = persons.at
    while at.get(token + 1) is not None and at.get(token + 1) is at.get(token):
        token += 1
    return token + 1


def _is_common(tree: Tree, noun: int) -> bool:
    """Return whether a noun tells what somebody is: "a lawyer", "a Norland Republican"."""
    one = any(tree.tokens[child].text.lower() in ("a", "an") for child in tree.children[noun])
    return tree.tokens[noun].tag == "NN" or (one and tree.tokens[noun].entity == "NORP")


def _of_two_roles(persons: Persons, source: int) -> int | None:
    """Return the name that two roles share: "former mayor and Byrne aide Ada Roe".

    With an article the first is somebody else: "the mayor and Byrne aide Ada Roe".
    """
    tree, tokens = persons.tree, persons.tree.tokens
    if tokens[source].tag != "NN" or tokens[tree.left[source]].pos in ("DET", "PRON"):
        return None
    for child in tree.children[source]:
        if tokens[child].dep == "conj" and child in persons.at:
            beside = (tokens[i] for i in tree.children[child] if source < i < child)
            if any(word.dep == "compound" and word.tag == "NN" for word in beside):
                return child
    return None


def _is_titled(persons: Persons, name: int, source: int) -> bool:
    """Return whether a title that is not the source stands before a name: "a friend of Mayor Roe".

    The parser may put the name in apposition to the friend, or the title within the name.
    """
    first = name
    while persons.at.get(first - 1) is persons.at[name]:
        first -= 1
    before = persons.tree.tokens[first - 1]
    title = before.text.lower() if before.text.lower() in titles() else before.lemma.lower()
    told = persons.tree.tokens[before.head] if before.dep == "compound" else before
    # "chief of police Ada Roe": the police is no title of hers by itself
    by_itself = title in titles() and title not in titles("modifier") - titles("office")
    # "Union of Teachers President Ada Roe": what she presides over has a noun of its own
    within = persons.tree.tokens[source].entity == "ORG" and first - 2 > source
    of_body = within and persons.tree.tokens[first - 2].pos in NOUNS
    return first - 1 > source and told.dep == "pobj" and by_itself and not of_body


def _singled(persons: Persons, source: int) -> int | None:
    """Return the name that follows "one of ...,": "one of her rescuers, diver Ada Roe"."""
    tree, tokens = persons.tree, persons.tree.tokens
    of = next((i for i in tree.children[source] if tokens[i].text == "of"), None)
    if of is None or tokens[source].text.lower() != "one" or tree.right[of] >= len(tokens):
        return None
    place = tree.right[of]
    if tokens[place].text != ",":
        return None
    place += 1
    while place + 1 < len(tokens) and tokens[place].tag in ("NN", "JJ", "DT"):
        place += 1
    return place if place in persons.at else None


def _asides(tree: Tree, source: int) -> list[int]:
    """Return the nouns in apposition behind a role: "the head of it, a man called Ada Roe"."""
    return [i for i in tree.children[source] if i > source and tree.tokens[i].dep == "appos"]


def _called(tree: Tree, source: int) -> int:
    """Return the name that "a resident named Ada" gives to ``source``, -1 for none."""
    for child in tree.children[source]:
        if tree.tokens[child].dep == "acl" and tree.tokens[child].lemma in NAMING:
            named = tree.child(child, _CALLED)
            return named if named is not None else -1
    return -1


def _given_as(persons: Persons, source: int) -> int:
    """Return the name of one "who gave her name only as Ada", "who calls himself Roe"; else -1."""
    tree, tokens = persons.tree, persons.tree.tokens
    below = range(source + 1, tree.right[source])
    told = next((i for i in below if tokens[i].dep == "relcl"), None)
    if told is None or tokens[told].lemma not in _NAMES_SELF:
        return -1
    within = range(told + 1, tree.right[told])
    about = any(tokens[i].text.lower() in _OWN_NAME for i in within)
    named = {id(persons.at[i]): i for i in within if i in persons.at}
    return next(iter(named.values())) if about and len(named) == 1 else -1


def _closing(persons: Persons, source: int, first: int, last: int) -> int | None:
    """Return the last token of a name that ends the phrase and is no object of its preposition.

    So it does in "Mayor of London Ann Smith".
    """
    at, tokens = persons.at, persons.tree.tokens
    end = last - 1
    if end not in at or end == source or end - 1 < first or _is_titled(persons, end, source):
        return None
    begin = end
    while begin - 1 >= first and (
        at.get(begin - 1) is at[end] or fold(tokens[begin - 1].text) in titles("honorific")
    ):
        begin -= 1
    before = tokens[begin - 1]
    owned = before.text.lower() in ("'s", "’s")
    return end if before.pos in NOUNS and not owned else None


def _before_verb(tree: Tree, source: int) -> int:
    """Return the last word of a source, or the name that an aside to it is, between commas.

    In "Another lawyer for the family, Ada Roe, said" the parser joins Roe to the family.
    """
    tokens = tree.tokens
    last = tree.right[source] - 1
    aside = tokens[last - 1]
    joined = aside.dep == "appos" and aside.head > source and is_personal(tokens[source])
    if tokens[last].text == "," and joined and not is_personal(tokens[aside.head]):
        return last - 1
    return last
