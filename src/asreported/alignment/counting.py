"""Read how many, how exactly and how much of a thing two like clauses tell."""

from collections.abc import Iterator, Mapping
from functools import cache

from asreported.alignment.grammar import Grammar
from asreported.alignment.matching import Matched
from asreported.alignment.profile import Profile
from asreported.alignment.slots import Answer, Slot, show
from asreported.lexicon.load import table
from asreported.model.statement import Quantity

# "Hundreds" and "381" are one answer; of "several" nobody can say.
_MANY = frozenset(
    {"several", "some", "many", "few", "various", "multiple", "numerous", "number", "handful"}
)
# "Within two months" and "two months after" are no two figures.
_NO_FIGURE = frozenset({"duration", "age", "clock", "ordinal"})
_BY_NUMBER, _LOOSELY = "by a number", "loosely"


def count(matched: Matched, here: int, there: int) -> Slot | None:
    """Return how many of one thing both tell, where one alone gives a number."""
    one, other = _counted(matched.one, here), _counted(matched.other, there)
    if {one[0], other[0]} != {_BY_NUMBER, _LOOSELY}:
        return None
    return Slot(
        "number",
        "How many are they",
        "count",
        Answer(one[0], show(matched.one, here, one[1])),
        Answer(other[0], show(matched.other, there, other[1])),
    )


def _counted(grammar: Grammar, at: int) -> tuple[str, int]:
    """Return how the noun is counted, "" where it is not, and the word that counts."""
    if grammar.tokens[at].pos not in {"NOUN", "PROPN"}:
        return "", at
    for c in grammar.children[at]:
        if grammar.lemma(c) in _MANY:
            return _LOOSELY, c
        if grammar.tokens[c].dep == "nummod" and grammar.tokens[c].entity == "CARDINAL":
            return _BY_NUMBER, c
    of = grammar.tokens[at].head
    above = grammar.tokens[of].head
    of_many = grammar.lemma(of) == "of" and grammar.lemma(above) in _MANY
    return (_LOOSELY, above) if grammar.tokens[at].dep == "pobj" and of_many else ("", at)


def extent(matched: Matched, here: int, there: int) -> Slot | None:
    """Return how much of a thing of one act both tell, where one sets another limit or none."""
    limits = _limit(matched.one, here), _limit(matched.other, there)
    number = matched.one.tokens[here].pos == "NUM"  # "All 69 towns": all of those counted.
    if number or limits[0] == limits[1] or not _hang_together(matched, here, there):
        return None
    answers = []
    for grammar, at, limit in zip(matched[:2], (here, there), limits, strict=True):
        span = show(grammar, at)
        said = any(grammar.lemma(each) in _limits() for each in grammar.within(span))
        if not limit and (said or grammar.child(at, "nummod") is not None):
            return None  # "They have all cancelled events", "69 events": a limit of another kind.
        answers.append(Answer(limit or "without a limit", span))
    return Slot("scope", "All or a part", "extent", *answers)


def _limit(grammar: Grammar, at: int) -> str:
    """Return ``whole`` or ``part`` as words on the noun set it, "" where none does."""
    found = {_limits().get(grammar.lemma(c), "") for c in grammar.children[at]}
    return min(found - {""}, default="")


@cache
def _limits() -> Mapping[str, str]:
    """Return the words that say all or a part of a thing and nothing of its size."""
    sizes = {"some", "few", "several", "full", "total", "significant", "substantial", "large"}
    sizes |= {"considerable", "little", "limited", "handful", "whole"}
    rows = (row for row in table("extents") if row["kind"] in {"whole", "part"})
    return {row["word"]: row["kind"] for row in rows if row["word"] not in sizes}


def _hang_together(matched: Matched, here: int, there: int) -> bool:
    """Return whether what both words hang on is matched too."""
    return matched.pairs.get(_above(matched.one, here)) == _above(matched.other, there)


def _above(grammar: Grammar, at: int) -> int:
    above = grammar.tokens[at].head
    return grammar.tokens[above].head if grammar.tokens[at].dep == "pobj" else above


def exactness(matched: Matched, mine: Profile, theirs: Profile) -> Iterator[Slot]:
    """Yield the numbers that both tell, one of them as a bound or about and the other not so."""
    for a in mine.numbers:
        for b in theirs.numbers:
            said = _exactness(a), _exactness(b)
            same = a.value == b.value > 1 and a.unit == b.unit and a.kind not in _NO_FIGURE
            if same and said[0] != said[1]:
                spots = matched.one.within(a.span), matched.other.within(b.span)
                if all(len(spot) for spot in spots):
                    yield Slot(
                        "number",
                        "How exact is the figure",
                        f"{a.value:g} {a.unit}",
                        Answer(said[0], show(matched.one, spots[0][-1], spots[0][0])),
                        Answer(said[1], show(matched.other, spots[1][-1], spots[1][0])),
                    )


def _exactness(amount: Quantity) -> str:
    if amount.low is not None and amount.high is None:
        return "at least"
    if amount.high is not None and amount.low is None:
        return "at most"
    return "about" if amount.approximate else "exactly"
