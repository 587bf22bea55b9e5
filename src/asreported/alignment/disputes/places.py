"""Find one event put in different places, and one place put beside different others."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from asreported.alignment.accounts.acts import acts_at
from asreported.alignment.accounts.deeds import Deed
from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.accounts.names import spelt_alike
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.lexicon.load import column, table
from asreported.model.labels import NOUNS, SINGULAR
from asreported.model.span import Span

_WITHIN = frozenset({"in", "inside", "within"})
_BESIDE = frozenset({"near", "outside", "outside of", "south of", "north of", "east of", "west of"})
_AT = _WITHIN | _BESIDE | {"at", "on", "next to", "close to", "beside", "by", "under", "beneath"}
# Fields of acts that happen at one spot, so that two spots are a dispute.
_SPOTS = frozenset({"derail", "assail", "burn", "strike", "arrest", "abduct", "bombard", "quake"})
_SHORT = 60  # Characters from the deed to the landmark for both to be one answer.


@cache
def _landmarks() -> dict[str, tuple[str, str]]:
    """Return (name, sort) of each landmark noun; synonyms have one name."""
    return {row["word"]: (row["name"], row["group"]) for row in table("landmarks")}


def find_place_disputes(grammars: Sequence[Grammar], deeds: Sequence[Deed]) -> Iterator[Dispute]:
    """Yield disputes about where it happened and where a named place lies."""
    yield from _landmark_disputes(deeds)
    yield from _relation_disputes(grammars)
    yield from _neighbour_disputes(grammars)
    yield from _facility_disputes(grammars)


def _landmark_disputes(deeds: Sequence[Deed]) -> Iterator[Dispute]:
    """Yield disputes between places of one sort that no account names together."""
    found: dict[tuple[str, str], dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for deed in deeds:
        field = _spot_field(deed)
        if not field or deed.apart or deed.negated:
            continue
        for preposition, noun in _fillers(deed.grammar, deed.at):
            word, group = _landmarks().get(deed.grammar.lemma(noun), ("", ""))
            if group and preposition in _AT:
                found[field, group][word].append(_deed_at(deed, noun))
    for (field, group), by_word in sorted(found.items()):
        accounts = {w: {s.document for s in spans} for w, spans in by_word.items()}
        words = sorted(by_word, key=lambda w: (-len(accounts[w]), w))
        sides = []
        taken: set[str] = set()
        for word in words:
            if not taken & accounts[word]:
                sides.append(by_word[word])
                taken |= accounts[word]
        yield from disputed(
            "place",
            "contradiction",
            "Where did it happen?",
            sides,
            f"places of one sort ({group}), never named together, for one event ({field})",
            0.6,
        )


def _spot_field(deed: Deed) -> str:
    """Return the field of an act that has one spot; of "the accident occurred", its subject's."""
    if deed.act.field in _SPOTS:
        return deed.act.field
    grammar = deed.grammar
    if grammar.lemma(deed.at) in {"occur", "happen", "unfold"} and deed.agent is not None:
        fields = {act.field for act in acts_at(grammar, deed.agent)} & _SPOTS
        return min(fields, default="")
    return ""


def _relation_disputes(grammars: Sequence[Grammar]) -> Iterator[Dispute]:
    """Yield disputes where an event is in a place for some and near it for others."""
    within: dict[str, list[Span]] = defaultdict(list)
    beside: dict[str, list[Span]] = defaultdict(list)
    for grammar in grammars:
        for at, token in enumerate(grammar.tokens):
            if token.pos not in {"VERB", "NOUN", "PROPN"}:
                continue
            fields = {act.field for act in acts_at(grammar, at)} & (_SPOTS | {"kill", "hurt"})
            if not fields:
                continue
            for preposition, noun in grammar.fillers(at):
                name = _place_name(grammar, noun)
                if name and preposition in _WITHIN | _BESIDE:
                    held = within if preposition in _WITHIN else beside
                    held[name].append(_phrase_with(grammar, noun))
    for name in sorted(set(within) & set(beside)):
        inside = {span.document for span in within[name]}
        near = [span for span in beside[name] if span.document not in inside]
        yield from disputed(
            "place",
            "difference",
            f"In {name.title()} or near it?",
            [within[name], near],
            f"in “{name.title()}” for some, near it for others",
            0.6,
        )


def _neighbour_disputes(grammars: Sequence[Grammar]) -> Iterator[Dispute]:
    """Yield disputes where one named building or site lies near different towns."""
    found: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for grammar in grammars:
        for at, token in enumerate(grammar.tokens):
            name = _neighbour(grammar, at) if token.text.lower() in _BESIDE else ""
            noun = grammar.child(at, "pobj") if name else None
            where = _place_name(grammar, noun) if noun is not None else ""
            if noun is not None and where:
                phrase = grammar.phrase(noun)
                start = grammar.tokens[at].start
                end = max(phrase.end, grammar.tokens[grammar.below(noun)[-1]].end)
                short = end if end - start < 60 else phrase.end
                found[name][where].append(Span(grammar.document, start, short))
    for name in sorted(found):
        places = sorted(found[name])
        if len(places) < 2 or spelt_alike(*places[:2]):
            continue
        yield from disputed(
            "place",
            "difference",
            f"Where is {name.title()}?",
            [found[name][place] for place in places],
            "near " + " for some, near ".join(place.title() for place in places),
            0.7,
        )


def _facility_disputes(grammars: Sequence[Grammar]) -> Iterator[Dispute]:
    """Yield disputes about what a named site is: "the port of X", "X naval base"."""
    kinds = column("facilities", "kind")
    found: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for grammar in grammars:
        for at, token in enumerate(grammar.tokens):
            kind = kinds.get(grammar.lemma(at))
            if kind is None or token.tag not in SINGULAR:
                continue
            name = _site_name(grammar, at)
            if name:
                found[name][kind].append(grammar.phrase(at))
    # A base may be called by what it holds; a port and an airport of one town are two sites.
    for name in sorted(name for name, told in found.items() if "base" in told):
        sides = []
        held: set[str] = set()
        for kind in sorted(found[name], key=lambda k: (-len(found[name][k]), k)):
            accounts = {span.document for span in found[name][kind]}
            if not held & accounts:
                sides.append(found[name][kind])
                held |= accounts
        yield from disputed(
            "wording",
            "tension",
            f"What is {name.title()}?",
            sides,
            f"{name.title()} is called {' and '.join(sorted(found[name]))}",
            0.55,
        )


def _site_name(grammar: Grammar, at: int) -> str:
    """Return the proper name of the site: "X" of "X naval base" and of "the port of X"."""
    for c in grammar.children[at]:
        token = grammar.tokens[c]
        if token.pos == "PROPN" and token.dep in {"compound", "nmod"}:
            return grammar.lemma(c)
    for preposition, noun in grammar.fillers(at):
        if preposition == "of" and grammar.tokens[noun].pos == "PROPN":
            return grammar.lemma(noun)
    return ""


def _neighbour(grammar: Grammar, at: int) -> str:
    """Return the proper name of the building or site that stands before "near", "" for none."""
    before = at - 1
    while before > 0 and grammar.tokens[before].text == ",":
        before -= 1
    if before < 0 or grammar.tokens[before].pos not in NOUNS:
        return ""
    names = [
        c
        for c in grammar.children[before]
        if grammar.tokens[c].pos == "PROPN" and grammar.tokens[c].dep in {"compound", "nmod"}
    ]
    return grammar.lemma(names[0]) if names else ""


def _fillers(grammar: Grammar, at: int) -> list[tuple[str, int]]:
    """Return the phrases of the deed, those of its object and its last phrase among them."""
    found = list(grammar.fillers(at))
    for c in grammar.children[at]:
        if grammar.tokens[c].dep in {"dobj", "acomp", "oprd"}:
            found += grammar.fillers(c)
    for _, noun in list(found):
        found += [(p, n) for p, n in grammar.fillers(noun) if p in _AT]
    return found


def _place_name(grammar: Grammar, noun: int) -> str:
    """Return the last proper name of the phrase in lower case, "" where it has none."""
    token = grammar.tokens[noun]
    if token.pos == "PROPN" and token.entity in {"GPE", "LOC", "FAC", ""}:
        return grammar.lemma(noun)
    of = grammar.child(noun, "prep")
    deep = grammar.child(of, "pobj") if of is not None and grammar.lemma(of) == "of" else None
    return grammar.lemma(deep) if deep is not None and grammar.tokens[deep].pos == "PROPN" else ""


def _deed_at(deed: Deed, noun: int) -> Span:
    """Return the deed up to its landmark where that is short, else the landmark's phrase."""
    grammar = deed.grammar
    end = grammar.tokens[noun].end
    phrase = _phrase_with(grammar, noun)
    first = min(grammar.tokens[deed.at].start, phrase.start)
    start = first if end - first <= _SHORT else phrase.start
    return Span(grammar.document, start, end)


def _phrase_with(grammar: Grammar, noun: int) -> Span:
    """Return the noun's phrase with its preposition, and the word before that it belongs to."""
    phrase = grammar.phrase(noun)
    preposition = grammar.tokens[noun].head
    start = min(phrase.start, grammar.tokens[preposition].start)
    above = grammar.tokens[preposition].head
    if grammar.tokens[preposition].dep == "prep" and grammar.lemma(preposition) in {"to", "of"}:
        start = min(start, grammar.tokens[above].start)
    if phrase.start - start > 40:
        start = phrase.start
    return Span(phrase.document, start, phrase.end)
