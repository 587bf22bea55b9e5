"""Find blame and causes that an article states in one place and does not bear out in another.

"Minister blamed" above a text in which nobody blames anybody; "guilty driver" above "on suspicion
of"; "the sole cause was overloading" beside "too soon to say why it sank".

Reads:   headline, clauses and regions.
Assigns: `Internal` of kind "headline" and "attribution".
"""

import re
from collections.abc import Iterator

from asreported.language.motives import UNKNOWN
from asreported.model.statement import Internal
from asreported.statements.inside.fronts import Front

_BLAMED = re.compile(r"\b(?:blamed|at fault|to blame)\b", re.IGNORECASE)
# What a text has in which somebody is blamed, in whatever words.
_BLAMING = re.compile(
    r"\b(?:blam|fault|accus|critici|responsib|neglig|condemn|slam|scapegoat|guilt|denounc)",
    re.IGNORECASE,
)
_CAUSES = re.compile(r"[^.!?\n,;]{0,40}\bcaus(?:e|ed|es|ing)\b[^.!?\n,;]{0,60}", re.IGNORECASE)
_SHORTEST = 600  # Characters of a text that has room for who blames whom.
_GUILTY = re.compile(
    r"\b(?:guilty (?!of\b|on\b|to\b|as\b|plea\b|verdict\b|in\b|feel\w*\b|conscience\b)[a-z]+"
    r"|the (?:man|woman|person|people|driver|captain|group|one) responsible\b(?! for the\b))",
    re.IGNORECASE,
)
_SUSPECTED = re.compile(
    r"\b(?:on suspicion of|(?:is|are|was|were) suspected of|has not been (?:convicted|charged)"
    r"|have not been (?:convicted|charged)|presumed innocent)\b[^.!?\n,;]{0,40}",
    re.IGNORECASE,
)
_JUDGED = re.compile(
    r"\b(?:convict\w*|found guilty|plead\w*|pled|verdict|sentenced|jury|confess\w*)\b",
    re.IGNORECASE,
)
# Only a cause that is stated as one: nothing likely, no claim.
_CAUSE = re.compile(
    r"\bthe (?:(?:sole|main|only|immediate|root|real|primary) )?cause of [^.!?\n,;]{3,40} "
    r"(?:was|is) (?!unclear|unknown|not|under|being|still|currently|pending|yet)[^.!?\n,;]{4,60}"
    r"|\b(?:was|were) caused by [^.!?\n,;]{4,60}",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:may|might|could|likely|probabl\w+|possibl\w+|apparent\w*|believed|suspected|if|whether"
    r"|alleged\w*)\b",
    re.IGNORECASE,
)


def find_blames(front: Front) -> Iterator[Internal]:
    """Yield blame without anybody who blames, guilt without a judge, a cause that is unknown."""
    yield from _unblamed(front)
    yield from _unjudged(front)
    yield from _caused(front)


def _unblamed(front: Front) -> Iterator[Internal]:
    match = _BLAMED.search(front.title)
    text = front.text
    if match is None or len(text) < _SHORTEST or _BLAMING.search(text):
        return
    start = front.headline.start + match.start()
    span = front.reading.document.span(start, front.headline.start + match.end())
    holding = [clause.span for clause in front.heads if clause.span.covers(span)]
    head = min(holding, key=lambda one: (len(one), one), default=front.headline)
    below = [one for sentence in front.sentences for one in front.found(_CAUSES, sentence)]
    reason = f'the headline has "{match.group()}", and the text blames nobody'
    yield Internal("headline", (head, *below[:1]), 1.2, reason)


def _unjudged(front: Front) -> Iterator[Internal]:
    above = (front.headline, *front.lead)
    guilty = next((one for sentence in above for one in front.found(_GUILTY, sentence)), None)
    if guilty is None or _JUDGED.search(front.reading.document.text):
        return
    suspected = (one for sentence in front.sentences for one in front.found(_SUSPECTED, sentence))
    below = next(suspected, None)
    if below is not None:
        reason = f'"{front.quote(guilty)}" above, and "{front.quote(below)}" below'
        yield Internal("headline", (guilty, below), 1.2, reason)


def _caused(front: Front) -> Iterator[Internal]:
    sentences = front.sentences
    told = [
        span
        for sentence in (front.headline, *sentences)
        for span in front.stretches(_CAUSE, sentence)
        if not _UNSURE.search(front.quote(sentence))
    ]
    if not told:
        return
    for sentence in sentences:
        for open_ in front.stretches(UNKNOWN, sentence):
            words = front.quote(open_)
            asked = re.search(r"\bcause|\bwhy\b|what caused", words, re.IGNORECASE)
            if asked and not sentence.covers(told[0]):
                reason = f'"{front.quote(told[0])}" in one place, "{words}" in another'
                spans = tuple(sorted((told[0], open_)))
                yield Internal("attribution", spans, 1.0, reason)
                return
