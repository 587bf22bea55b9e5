"""Tell apart those of one surname: "First lady Ada Roe will go with President Roe".

He is no Ada Roe, though no other Roe is named in full.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from asreported.lexicon.kin import kin
from asreported.lexicon.names import fold, given_names, titles
from asreported.model.document import Document
from asreported.model.statement import Mention
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.person import Person, title_sex

# How many words at least stand between the two: less is a name told twice, as under a picture.
_APART = 3
_OWNS = re.compile(r"([^\W\d_][^'’]*)['’]s ")
# Who is named with these is named as another's.
_SHARING = {"couple"} | kin("parent", "child", "sibling", "spouse")
_KIN = {"lady"} | kin("parent", "child", "sibling", "spouse", "widowed")


def find_namesakes(tree: Tree, mentions: Sequence[Mention]) -> Iterator[tuple[str, Mention]]:
    """Yield folded surnames with the first mention of who bears them and is not named in full."""
    alone: dict[tuple[str, str], Mention] = {}
    full: dict[str, list[int]] = defaultdict(list)
    for mention in mentions:
        words = fold(mention.name).split()
        at = tree.at(mention.span.start)
        if len(words) > 1 and at >= 0:
            full[words[-1]].append(at)
    done: set[str] = set()
    for mention in mentions:
        surname = fold(mention.name)
        first = alone.setdefault((surname, _title(tree, tree.at(mention.span.start))), mention)
        if surname not in full or surname in done:
            continue
        if _is_another(tree, mention, full[surname]) or _is_owner(tree, mention, full[surname]):
            done.add(surname)
            yield surname, first


def find_owners(document: Document, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the persons whom the account names in the names of what is theirs.

    Of "Roe's administration" Roe is one: "Although Roe's administration agreed, he said ...".
    """
    known = {part for m in mentions if m.type == "person" for part in fold(m.name).split()[-1:]}
    for mention in mentions:
        owner = _OWNS.match(document.quote(mention.span))
        if mention.type == "organisation" and owner and fold(owner[1]).split()[-1] in known:
            end = mention.span.start + len(owner[1])
            yield Mention(document.span(mention.span.start, end), "person", owner[1])


def find_addressed(tree: Tree, mention: Mention, several: Sequence[Person]) -> Sequence[Person]:
    """Return those of ``several`` whom "Mr." or "Mrs." before the surname may mean."""
    first = tree.at(mention.span.start)
    sex = title_sex(tree.tokens[first - 1].text) if first > 0 else ""
    own = [given_names().get(fold(person.name).split()[0], "") for person in several]
    for known in (sex, ""):
        fits = [p for p, theirs in zip(several, own, strict=True) if sex and theirs == known]
        if fits:
            return fits
    return several


def with_shared_surname(tree: Tree, mention: Mention, words: Sequence[str]) -> str:
    """Return the name of "Ada" in "Ada and Ben Roe" with the surname that the two share."""
    tokens = tree.tokens
    last = tree.at(mention.span.end - 1)
    if len(words) != 1 or last + 3 >= len(tokens):
        return mention.name
    if words[0] not in given_names() and not _are_kin(tree, tree.at(mention.span.start)):
        return mention.name
    other = tokens[last + 2 : last + 4]
    together = tokens[last + 1].text in ("and", "&")
    given = fold(other[0].text) in given_names()
    surname = other[1].pos == "PROPN" and other[1].entity == "PERSON"
    if together and given and surname and fold(other[1].text) not in given_names():
        return f"{mention.name} {other[1].text}"
    return mention.name


def _are_kin(tree: Tree, first: int) -> bool:
    """Return whether a name follows a noun of those who share one: "the couple Dean and Ada"."""
    return first > 0 and tree.tokens[first - 1].lemma.lower() in _SHARING


def _is_another(tree: Tree, mention: Mention, full: Sequence[int]) -> bool:
    """Return whether the title before a surname is none of those ``full`` tokens name in full."""
    at = tree.at(mention.span.start)
    title = _title(tree, at)
    if title not in titles() or any(_title(tree, other) == title for other in full):
        return False
    sex = title_sex(title)
    if sex:
        return all(given_names().get(fold(tree.tokens[i].text), sex) != sex for i in full)
    number = tree.sentence_number(at)
    office = title not in titles("honorific") | titles("modifier") | titles("job")
    near = (abs(i - at) for i in full if tree.sentence_number(i) == number)
    kin = any(tree.tokens[i - 1].lemma.lower() in _KIN for i in full if i)
    return office and (kin or any(apart > _APART for apart in near))


def _is_owner(tree: Tree, mention: Mention, full: Sequence[int]) -> bool:
    """Return whether the surname tells whose kin its only bearer in full is.

    In "Roe's daughter, Ada Roe" and "Roe's daughter and son-in-law, Ada Roe and Ben Doe" Roe is
    another.
    """
    tokens = tree.tokens
    at = tree.at(mention.span.end - 1)
    relation = tokens[at].head
    if tokens[at].dep != "poss" or tokens[relation].lemma.lower() not in _KIN:
        return False
    one = len({tokens[i].text for i in full}) == 1
    return one and at < full[0] and tree.under(full[0], relation)


def _title(tree: Tree, at: int) -> str:
    """Return the capitalised word before token ``at``, folded, "" for none."""
    before = tree.tokens[at - 1].text if at > 0 else ""
    return fold(before) if before[:1].isupper() else ""
