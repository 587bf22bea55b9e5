"""Find who is named as the doer in one place, and said not to be named yet in another.

"Police did not release the gunman's name", and "officials identified the gunman as Ann Vask".

Reads:   headline, clauses and the parse.
Assigns: `Internal` of kind "attribution".
"""

import re
from collections.abc import Iterator, Sequence

from asreported.lexicon.kinds import nouns_of
from asreported.model.span import Span
from asreported.model.statement import Internal
from asreported.statements.inside.fronts import Front

_NOT = (
    r"(?:did not|didn['’]t|declined to|would not|refused to|(?:have|has|had|was|were|is|are)"
    r"(?: not|n['’]t))(?: immediately| yet| publicly| been){0,3}"
)
# The next words up to another clause.
_ON = r"(?: (?!who\b|and\b|but\b|because\b|after\b|pending\b)[\w’'-]+){0,5}"
_WITHHELD = re.compile(
    rf"\b(?:names?|identit(?:y|ies))\b[^.;\n]{{0,30}}\b{_NOT} (?:released|disclosed|revealed"
    r"|confirmed|made public|known)\b"
    rf"|\b{_NOT} (?:identif(?:y|ied)|named?|(?:releas\w+|disclos\w+|reveal\w*|confirm\w*) (?:the )?"
    rf"[^.;\n]{{0,30}}\b(?:names?|identit(?:y|ies)))\b{_ON}",
    re.IGNORECASE,
)
_BEFORE, _AFTER = 25, 30  # Characters around the words in which whose name it is may stand.
# "Police did not name him until a week later": then both are of one account.
_UNTIL = re.compile(r"\b(?:until|before|later|after|initially|at first)\b", re.IGNORECASE)
_IDENTIFIED = re.compile(
    rf"\b(?:identif(?:y|ied|ies)|named)\b[^.;\n]{{0,60}}\bas(?= [^\W\d_]){_ON}",
    re.IGNORECASE,
)


def find_identities(front: Front) -> Iterator[Internal]:
    """Yield the words that withhold a doer's name beside those that give it, once an article."""
    sentences = [front.headline, *front.sentences]
    for sentence in sentences:
        withheld = _match(front, sentence, _WITHHELD)
        if withheld is None:
            continue
        told = (_match(front, other, _IDENTIFIED) for other in _others(front, sentence, sentences))
        given = next((span for span in told if span is not None and _names(front, span)), None)
        if given is not None:
            words = [front.quote(span) for span in (given, withheld)]
            reason = f'"{words[0]}" in one place, "{words[1]}" in another'
            spans = tuple(sorted((given, withheld)))
            yield Internal("attribution", spans, 1.0, reason)
            return


def _others(front: Front, sentence: Span, sentences: Sequence[Span]) -> Iterator[Span]:
    """Yield where the name may be given: other sentences, and this one if nothing is told of when.

    "While the police have declined to name the gunman, a senator identified him as Otto Lind."
    """
    for other in sentences:
        if other != sentence or not _UNTIL.search(front.quote(sentence)):
            yield other


def _names(front: Front, given: Span) -> bool:
    """Return whether somebody is named: he who is identified as a foreign national is not."""
    # Unknown names are taken for those of bodies.
    named = (m.span for m in front.reading.mentions if m.type in ("person", "organisation"))
    return any(given.start <= span.start < given.end for span in named)


def _match(front: Front, sentence: Span, pattern: re.Pattern[str]) -> Span | None:
    """Return where the pattern stands beside a word for who did it."""
    match = pattern.search(front.quote(sentence))
    if match is None:
        return None
    doers = nouns_of("suspect")
    document, start = front.reading.document, sentence.start
    span = document.span(start + match.start(), start + match.end())
    near = document.span(max(start, span.start - _BEFORE), min(sentence.end, span.end + _AFTER))
    return span if any(t.lemma.casefold() in doers for t in front.tokens(near)) else None
