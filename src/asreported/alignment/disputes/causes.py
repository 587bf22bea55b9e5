"""Find where accounts differ on why: a motive known or not, one cause or another, a link denied."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from asreported.alignment.accounts.acts import kind_at
from asreported.alignment.accounts.deeds import is_told
from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.accounts.roles import noun_concepts, verb_roles
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.language.motives import KNOWN, MOVED, SOUGHT, STATED, UNKNOWN, find_stretches
from asreported.lexicon.load import words
from asreported.model.labels import NOUNS
from asreported.model.span import Span

_CAUSING = frozenset(
    {"inspire", "motivate", "spur", "spark", "cause", "trigger", "prompt", "provoke", "fuel"}
    | {"ignite", "incite"}
)
_PINNING = frozenset({"blame", "attribute", "ascribe"})
# Words for whatever happened: "the tragedy" of one account is "the crash" of another.
_HAPPENINGS = words("word_classes", kind="event")
_TIES = frozenset({"connection", "link", "relation", "relationship", "tie"})
_WORDS = re.compile(r"[^\W\d_]{4,}")
_MOST = 6  # Spans that are shown on a side.
_PASSAGE = 200  # Characters of a passage: a sentence and the next.
_NEAR = 99  # Characters: verb and cause within that are quoted together.


def find_cause_disputes(grammars: Sequence[Grammar]) -> Iterator[Dispute]:
    """Yield disputes on whether a cause is known, which it is, and whether there is a link."""
    yield from _known(grammars)
    causes = [cause for grammar in grammars for cause in _causes(grammar)]
    yield from _other_causes(causes)
    yield from _denied_links(grammars, causes)


def _known(grammars: Sequence[Grammar]) -> Iterator[Dispute]:
    """Yield a dispute where some name a cause or motive and others call it unknown."""
    unknown = [span for grammar in grammars for span in _matches(grammar, UNKNOWN)]
    sought = [span for grammar in grammars for span in _matches(grammar, SOUGHT)]
    known = [span for grammar in grammars for span in _matches(grammar, KNOWN)]
    known = [s for s in known if not any(_are_beside(s, o) for o in (*unknown, *sought))]
    asked = _asked(grammars, [*unknown, *sought])
    if asked == "motive":
        known += [span for grammar in grammars for span in _matches(grammar, MOVED)]
    unsure = {span.document for span in unknown}
    texts = {grammar.document: grammar for grammar in grammars}
    named = [
        span
        for span in known
        if span.document not in unsure or STATED.match(texts[span.document].words(span))
    ]
    telling = {span.document for span in named}
    waiting = [s for s in sought if s.document not in telling | unsure] if not unknown else []
    yield from disputed(
        "cause",
        "tension",
        f"Is the {asked} known?",
        [named[:_MOST], unknown or waiting],
        f"a {asked} is named by some and called unknown by others",
        0.7,
    )


def _are_beside(known: Span, asked: Span) -> bool:
    """Return whether a cause is named where the account still asks for it."""
    apart = abs(known.start - asked.start)
    return known.document == asked.document and apart <= _PASSAGE


def _matches(grammar: Grammar, pattern: re.Pattern[str]) -> Iterator[Span]:
    text = grammar.reading.document.text
    for region in grammar.reading.parse.sentences:
        start = grammar.tokens[region.first].start
        end = grammar.tokens[region.last - 1].end
        for stretch in find_stretches(pattern, text, start, end):
            yield Span(grammar.document, *stretch)


def _asked(grammars: Sequence[Grammar], spans: Sequence[Span]) -> str:
    """Return "motive" where the doubt is about what moved somebody, else "cause"."""
    texts = {grammar.document: grammar for grammar in grammars}
    said = " ".join(texts[span.document].words(span).casefold() for span in spans)
    return "motive" if "motiv" in said else "cause"


@dataclass(frozen=True, slots=True)
class _Cause:
    """One telling that something brought something about, in the own voice or another's."""

    grammar: Grammar
    at: int
    cause: int
    effect: int | None
    denied: bool

    @property
    def document(self) -> str:
        """Return the id of the account."""
        return self.grammar.document

    @property
    def effect_kind(self) -> str:
        """Return the kind of what was brought about, "" where it is not told."""
        if self.effect is None or self.grammar.tokens[self.effect].pos == "PRON":
            return ""
        kind = kind_at(self.grammar, self.effect)
        return "event" if {kind, self.grammar.lemma(self.effect)} & _HAPPENINGS else kind

    @property
    def span(self) -> Span:
        """Return the verb with the cause, where they are near; else the cause."""
        return self.grammar.beside(self.at, self.cause, _NEAR)


def _causes(grammar: Grammar) -> Iterator[_Cause]:
    for at, token in enumerate(grammar.tokens):
        if token.pos != "VERB" or grammar.lemma(at) not in _CAUSING | _PINNING:
            continue
        cause, effect = verb_roles(grammar, at)
        if grammar.lemma(at) in _PINNING:
            # "Blamed the crash on the weather", "put it down to": the cause is what comes last.
            cause = next((n for p, n in grammar.fillers(at) if p in {"on", "to"}), None)
        elif token.tag == "VBN" and grammar.child(at, "aux", "nsubj") is None:
            # "Called it terror, motivated by hatred": who called it is no cause.
            cause = next((n for p, n in grammar.fillers(at) if p == "by"), None)
        elif effect is None and not grammar.passive(at):
            continue  # "The pain this case has caused": of what, the clause does not tell.
        if cause is None or grammar.tokens[cause].pos not in NOUNS:
            continue
        if is_told(grammar, at):
            denied = grammar.negated(at) or grammar.negated(cause)
            yield _Cause(grammar, at, cause, effect, denied)


def _other_causes(causes: Sequence[_Cause]) -> Iterator[Dispute]:
    """Yield a dispute where one verb gives one thing other causes in other accounts."""
    by_verb: dict[str, list[_Cause]] = defaultdict(list)
    for cause in causes:
        if not cause.denied and cause.effect_kind:
            by_verb[cause.grammar.lemma(cause.at)].append(cause)
    for verb in sorted(by_verb):
        told = by_verb[verb]
        kinds = {cause.effect_kind for cause in told} - {""}
        for kind in sorted(kinds):
            near = [c for c in told if c.effect_kind in {kind, ""}]
            yield from _apart(verb, near)


def _apart(verb: str, told: Sequence[_Cause]) -> Iterator[Dispute]:
    groups: list[tuple[frozenset[str], list[_Cause]]] = []
    for cause in sorted(told, key=lambda c: c.span):
        concepts = noun_concepts(cause.grammar, cause.cause)
        home = next((i for i, (known, _) in enumerate(groups) if known & concepts), None)
        if home is None:
            groups.append((concepts, [cause]))
        else:
            groups[home] = (groups[home][0] | concepts, [*groups[home][1], cause])
    lead = next((c for c in told if c.effect_kind), None)
    if lead is None or lead.effect is None:
        return
    if all(_names_others(cause, groups) for _, group in groups for cause in group):
        return  # One cause may be the other's: a quake breaks pipes, whose gas burns.
    thing = lead.grammar.words(lead.grammar.phrase(lead.effect))
    yield from disputed(
        "cause",
        "difference",
        _question(verb, thing),
        [[cause.span for cause in group] for _, group in groups],
        "; ".join(g[0].grammar.words(g[0].grammar.phrase(g[0].cause)) for _, g in groups),
        0.6,
    )


def _names_others(cause: _Cause, groups: Sequence[tuple[frozenset[str], list[_Cause]]]) -> bool:
    """Return whether the account names, anywhere, every cause that another gives."""
    grammar = cause.grammar
    said = {grammar.lemma(at) for at in range(len(grammar.tokens))}
    others = (c for _, group in groups for c in group if c.document != cause.document)
    return all(c.grammar.lemma(c.cause) in said for c in others)


def _question(verb: str, thing: str) -> str:
    if verb in _PINNING:
        return f"What is {thing} {_PAST.get(verb, verb + 'd')} {'on' if verb == 'blame' else 'to'}?"
    return f"What {_PAST.get(verb, verb + 'ed')} {thing}?"


_PAST = {"spur": "spurred"} | {
    verb: f"{verb}d"
    for verb in (
        "inspire",
        "motivate",
        "cause",
        "provoke",
        "ignite",
        "blame",
        "attribute",
        "ascribe",
    )
}


def _denied_links(grammars: Sequence[Grammar], causes: Sequence[_Cause]) -> Iterator[Dispute]:
    """Yield a dispute where "no connection between" two things meets "spurred by"."""
    for grammar in grammars:
        for at, token in enumerate(grammar.tokens):
            if token.pos != "NOUN" or grammar.lemma(at) not in _TIES or not grammar.negated(at):
                continue
            if not any(p in {"between", "to", "with"} for p, _ in grammar.fillers(at)):
                continue
            near = grammar.below(at, {"relcl", "punct", "advcl"})
            denied = grammar.span(near[0], near[-1])
            about = _contents(grammar, near)
            asserted = [
                cause
                for cause in causes
                if cause.document != grammar.document
                and cause.effect is not None
                and not cause.denied
                and _contents(cause.grammar, cause.grammar.below(cause.cause)) & about
                and _contents(cause.grammar, [cause.effect]) & about
            ]
            if asserted:
                first = asserted[0]
                thing = first.grammar.words(first.span)
                yield from disputed(
                    "cause",
                    "contradiction",
                    f"Was it “{thing}”?",
                    [[cause.span for cause in asserted], [denied]],
                    "a link is told by some and denied by others",
                    0.7,
                )


def _contents(grammar: Grammar, tokens: Sequence[int]) -> frozenset[str]:
    """Return the dictionary forms of nouns and names among the tokens."""
    return frozenset(
        grammar.lemma(at)
        for at in tokens
        if grammar.tokens[at].pos in NOUNS and _WORDS.fullmatch(grammar.tokens[at].text)
    ) - words("function_words")
