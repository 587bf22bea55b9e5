"""Find what is said of one person that differs: a rank, where he or she is from."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.accounts.names import spelt_alike
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.model.span import Span

_REACH = 6  # Tokens after a name that may hold the place it is from.
_RANKS = frozenset({"general", "colonel", "lieutenant", "captain", "major", "admiral", "sergeant"})
# "Attorney General" is no rank.
_OFFICES = frozenset(
    {"secretary", "attorney", "inspector", "surgeon", "solicitor", "postmaster", "comptroller"}
    | {"director", "consul", "governor", "auditor", "advocate"}
)
_GRADES = frozenset(
    {"lieutenant", "major", "brigadier", "colonel", "vice", "rear", "chief", "staff"}
)


def find_trait_disputes(grammars: Sequence[Grammar]) -> Iterator[Dispute]:
    """Yield disputes about the rank and the home of persons named by several accounts."""
    homes: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for grammar in grammars:
        for name, place, span in _homes(grammar):
            homes[name][place].append(span)
    ranks: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for grammar in grammars:
        for name, first, last in _persons(grammar, whole=False):
            rank = _rank(grammar, first, last)
            if rank:
                ranks[name][rank[0]].append(rank[1])
    for name in sorted(ranks):
        yield from _differ(name, ranks[name], "scope", f"What rank has {name.title()}?", 0.6)
    for name in sorted(homes):
        question = f"Where is {name.title()} from?"
        yield from _differ(name, homes[name], "place", question, 0.65)


def _differ(
    name: str, found: dict[str, list[Span]], kind: str, question: str, score: float
) -> Iterator[Dispute]:
    values = sorted(found, key=lambda v: (-len(found[v]), v))
    if len(values) < 2:
        return
    if kind == "place" and spelt_alike(*values[:2]):
        return
    reason = f"{name.title()}: " + " and ".join(values)
    yield from disputed(kind, "difference", question, [found[v] for v in values], reason, score)


def _rank(grammar: Grammar, first: int, last: int) -> tuple[str, Span] | None:
    """Return the military or police rank before or in the name, with the span of both."""
    before = grammar.tokens[max(0, first - 3) : last]
    words = [token.text.lower() for token in before]
    for at, word in reversed(list(enumerate(words))):
        if word in _RANKS:
            start = at
            while start >= 2 and words[start - 1] == "-":
                start -= 2
            if {words[start], words[start - 1] if start else ""} & _OFFICES:
                return None
            if start and words[start - 1] in _GRADES:
                start -= 1
            rank = "".join(words[start : at + 1])
            return rank, Span(grammar.document, before[start].start, grammar.tokens[last].end)
    return None


def _persons(grammar: Grammar, whole: bool = True) -> Iterator[tuple[str, int, int]]:
    """Yield (name in lower case, first token, last token) of each person named in full.

    Without ``whole``, the last name, of those named by it alone too.
    """
    at = 0
    while at < len(grammar.tokens):
        if grammar.tokens[at].entity != "PERSON":
            at += 1
            continue
        last = at
        while (
            last + 1 < len(grammar.tokens)
            and grammar.tokens[last + 1].entity == "PERSON"
            and not grammar.tokens[last + 1].entity_begins
        ):
            last += 1
        if last > at or not whole:
            first = at if whole else last
            yield " ".join(t.text.lower() for t in grammar.tokens[first : last + 1]), at, last
        at = last + 1


def _homes(grammar: Grammar) -> Iterator[tuple[str, str, Span]]:
    """Yield (last name, place, span) of "Ann Smith, 30, from X", "The father, from X"."""
    person = ""
    persons = {last: (name, first) for name, first, last in _persons(grammar)}
    owner: tuple[str, int] | None = None
    for at, token in enumerate(grammar.tokens):
        if at in persons:
            person, first = persons[at]
            owner = person, first
        elif token.pos == "NOUN" and person and _stands_for_person(grammar, at):
            owner = person, at - 1
        if token.text.lower() != "from" or owner is None or at - owner[1] > _REACH + 2:
            continue
        place = grammar.child(at, "pobj")
        if place is None or grammar.tokens[place].pos != "PROPN":
            continue
        if grammar.tokens[at].head != at and grammar.tokens[grammar.tokens[at].head].pos == "VERB":
            continue
        span = grammar.phrase(place)
        start = grammar.tokens[owner[1]].start
        name = grammar.words(span).lower()
        yield owner[0], name, Span(span.document, start, span.end)


def _stands_for_person(grammar: Grammar, at: int) -> bool:
    """Return whether "the father" opens a sentence, as words for the person named before do."""
    sentence = grammar.reading.parse.sentences[grammar.sentence[at]]
    opens = at - sentence.first <= 1
    return (
        opens
        and grammar.tokens[sentence.first].text.lower() == "the"
        and at + 1 < len(grammar.tokens)
        and grammar.tokens[at + 1].text == ","
    )
