"""Find where an article's own text is broken: a quotation opened by a closing mark, no verb.

Reads:   regions and the parse.
Assigns: `Internal` of kind "attribution": who says or does it is lost with the missing piece.
"""

import re
from collections.abc import Iterator

from asreported.model.parse import Token
from asreported.model.statement import Internal, Reading

_CLOSER_FIRST = re.compile(r"\s*”(?=\w)[^.!?\n”“]{4,200}")
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
SLIP = 0.5
"""Gap of what went wrong in typing or copying."""
# Shorter sentences without a verb are style; longer ones have lost it.
_SHORTEST = 14


def find_breaks(reading: Reading) -> Iterator[Internal]:
    """Yield paragraphs that open with a closing mark, and long captions without a verb."""
    document = reading.document
    for region in document.article_regions():
        match = _CLOSER_FIRST.match(document.text, region.start, region.end)
        if match:
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            span = document.span(start, match.end())
            yield Internal("attribution", (span,), SLIP, "a quotation opens with a closing mark")
    tokens = reading.parse.tokens
    for first, last, kind in reading.parse.sentences:
        sentence = tokens[first:last]
        if kind != "caption" or not _verbless(sentence):
            continue
        span = document.span(sentence[0].start, sentence[-1].end)
        yield Internal("attribution", (span,), SLIP, "a sentence without a verb of its own")


def _verbless(sentence: tuple[Token, ...]) -> bool:
    """Whether a sentence that names its subject and ends with a stop has lost its verb."""
    words = [token for token in sentence if token.text[:1].isalnum()]
    if len(words) < _SHORTEST or sentence[-1].text != "." or words[0].pos != "PROPN":
        return False
    told = [token for token in words if token.pos in ("ADP", "SCONJ")]
    marked = any(token.text in ":;–—|/•" for token in sentence)
    finite = any(token.tag in _FINITE or token.tag == "VBN" for token in words)
    names = sum(token.pos == "PROPN" for token in words)
    name = next((i for i, token in enumerate(words) if token.pos != "PROPN"), 0)
    if words[name].tag == "NNS":
        # "Mayor Hale chastises": the parser takes the verb for a plural.
        return False
    return len(told) >= 3 and not marked and not finite and names < len(words) / 2
