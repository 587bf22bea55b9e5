"""Know which tokens of an account name which entity, and what day, number or thing others mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from asreported.alignment.accounts.grammar import Grammar
from asreported.lexicon.load import column, words
from asreported.lexicon.names import demonyms, fold, places
from asreported.lexicon.weekdays import WEEKDAYS
from asreported.model.statement import Entity


@dataclass(frozen=True, slots=True)
class Bearer:
    """A name as it stands: the tokens ``first..last`` and their ``head``, and whose name it is."""

    first: int
    last: int
    head: int
    entity: Entity


@dataclass(frozen=True, slots=True)
class Bearers:
    """The names of one account in text order, and what each token of a name or a date means."""

    listed: tuple[Bearer, ...]
    at: Mapping[int, Bearer]
    """For each token of a name, the name."""
    days: Mapping[int, str]
    """For each token of a time expression its ISO day, else ``weekday:N`` (Monday is 0)."""

    def person(self, token: int | None) -> Bearer | None:
        """Return the name at a token where it is a person's."""
        found = self.at.get(token) if token is not None else None
        return found if found is not None and found.entity.type == "person" else None


def find_bearers(grammar: Grammar, entities: Sequence[Entity]) -> Bearers:
    """Return the bearers of names in one account."""
    listed = []
    for entity in entities:
        for span in entity.mentions:
            if span.document != grammar.document:
                continue
            named = grammar.within(span)
            if named:
                head = _head(grammar, named.start, named.stop)
                listed.append(Bearer(named.start, named.stop - 1, head, entity))
    # Of names within names the longest is the one that the token stands in.
    listed.sort(key=lambda b: (b.first, -b.last, b.entity.id))
    at: dict[int, Bearer] = {}
    for bearer in listed:
        for token in range(bearer.first, bearer.last + 1):
            at.setdefault(token, bearer)
    return Bearers(tuple(listed), at, _days(grammar))


def _head(grammar: Grammar, first: int, end: int) -> int:
    """Return the token of ``first:end`` whose governor stands outside."""
    for token in range(end - 1, first - 1, -1):
        if not first <= grammar.tokens[token].head < end or grammar.tokens[token].head == token:
            return token
    return end - 1


def _days(grammar: Grammar) -> dict[int, str]:
    found: dict[int, str] = {}
    for at, token in enumerate(grammar.tokens):
        word = token.text.casefold().rstrip(".")
        for number, name in enumerate(WEEKDAYS):
            if word == name or (len(word) >= 3 and token.text[:1].isupper() and word == name[:3]):
                found[at] = f"weekday:{number}"
    for mention in grammar.reading.dates:
        iso, span = mention.iso, mention.span
        if len(iso) < 10 or not iso[:4].isdigit() or "/" in iso:
            continue
        for at in grammar.within(span):
            # In an account without a date its weekday is surer than the day made of it.
            if grammar.reading.document.published is not None or at not in found:
                found[at] = iso[:10]
    return found


def place_name(words_of_place: str) -> str:
    """Return the one name of a place, folded: other names and demonyms are made the usual one."""
    key = fold(words_of_place)
    key = key.removeprefix("the ")
    home = demonyms().get(key)
    if home:
        key = fold(home)
    row = places().get(key)
    return fold(row["name"]) if row is not None else key


def office(lemma: str) -> str:
    """Return what stands for the noun of an office or a relation, "" where it names none.

    >>> office("spokeswoman") == office("spokesman")
    True
    """
    usual = column("usual_nouns", "usual", key="noun").get(lemma)
    if usual is not None:
        return usual
    for ending in ("woman", "person", "man"):
        base = lemma.removesuffix(ending)
        if base not in ("", lemma) and f"{base}man" in _offices():
            return f"{base}person"
    return lemma if lemma in _offices() else ""


@cache
def _offices() -> frozenset[str]:
    """Return the nouns that say what somebody is: offices, jobs, ranks, kin."""
    titles = (words("titles", kind=kind) for kind in ("office", "job", "military", "police"))
    return frozenset().union(*titles) | words("speaker_nouns", "noun", kind="person")


def same_day(one: str, other: str) -> bool:
    """Return whether two days of `Bearers.days` can be one; a weekday fits its days.

    >>> same_day("weekday:0", "2024-01-01"), same_day("2024-01-01", "2024-01-08")
    (True, False)
    """
    if one == other:
        return True
    if one.startswith("weekday") == other.startswith("weekday"):
        return False
    named, iso = (one, other) if one.startswith("weekday") else (other, one)
    return date.fromisoformat(iso).weekday() == int(named.partition(":")[2])
