"""Find where one account names a cause and another says that it is not known."""

import re
from collections.abc import Iterator, Sequence

from asreported.alignment.dispute import Dispute, make_dispute
from asreported.alignment.grammar import Grammar
from asreported.model.span import Span

# Nouns of what has no answer yet, and what an answer to each looks like.
_UNKNOWN = re.compile(
    r"\b(?:cause|motive|reason|motivation)s?\b[^.!?\n]{0,60}?\b(?:unclear|unknown|undetermined"
    r"|not (?:yet )?(?:been )?(?:determined|known|established|clear|identified)"
    r"|under investigation)\b"
    r"|\bno (?:known |clear |apparent )?(?:motive|cause|reason)\b"
    r"|\btoo (?:early|soon) to (?:say|speculate|tell|determine)"
    r"[^.!?\n]{0,60}?\b(?:cause|motive|why)\b"
    r"|\b(?:unclear|not (?:yet )?(?:clear|known)|do not know|don[’']t know) (?:what caused|why)\b"
    r"[^.!?\n,;]{0,40}",
    re.IGNORECASE,
)
_KNOWN = re.compile(
    r"\b(?:initial|preliminary|early|first) (?:\w+ )?(?:indications?|findings?|evidence|results?"
    r"|investigation|reports?) (?:\w+ )?(?:suggest|show|indicate|point|reveal)\w*[^.!?\n;]{5,110}"
    r"|\b(?:was|were|been|is) (?:apparently |reportedly |likely |probably |possibly )?"
    r"(?:caused|triggered|sparked|motivated|prompted) by [^.!?\n,;]{4,80}"
    r"|\b(?:blamed|blames|blaming) (?:it |the \w+ )?on [^.!?\n,;]{4,60}"
    r"|\bthe (?:cause|motive|reason) (?:of|for|behind) [^.!?\n,;]{3,40} (?:was|is|were) "
    r"(?!unclear|unknown|not|under|being|still)[^.!?\n,;]{4,60}"
    r"|[^.!?\n,;]{4,60} (?:caused|triggered|sparked|ignited) the (?:fire|blaze|crash|explosion"
    r"|blast|accident|collapse|derailment|outage|leak|flood|spill|disaster|collision)\b"
    r"|\bafter [‘'“\"](?:speeding|drinking|texting)[’'”\"]",
    re.IGNORECASE,
)


def find_cause_disputes(grammars: Sequence[Grammar]) -> Iterator[Dispute]:
    """Yield a dispute where some name a cause or motive and others call it unknown."""
    unknown: list[Span] = []
    known: list[Span] = []
    for grammar in grammars:
        for region in grammar.reading.parse.sentences:
            start = grammar.tokens[region.first].start
            end = grammar.tokens[region.last - 1].end
            words = grammar.reading.document.text[start:end]
            unsure_of = [
                Span(grammar.document, start + match.start(), start + match.end())
                for match in _UNKNOWN.finditer(words)
            ]
            unknown += unsure_of
            if unsure_of:
                continue
            for match in _KNOWN.finditer(words):
                stop = start + len(words[: match.end()].rstrip())
                known.append(Span(grammar.document, start + match.start(), stop))
    unsure = {span.document for span in unknown}
    named = [span for span in known if span.document not in unsure]
    dispute = make_dispute(
        "cause",
        "tension",
        "Is the cause known?",
        [named, unknown],
        "a cause or motive is named by some and called unknown by others",
        0.7,
    )
    if dispute:
        yield dispute
