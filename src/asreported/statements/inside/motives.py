"""Find a motive that headline or lead name and the body calls unknown or still sought.

Reads:   headline and clauses.
Assigns: `Internal` of kind "headline".
"""

import re
from collections.abc import Iterator

from asreported.language.motives import MOVED, SOUGHT, UNKNOWN
from asreported.model.span import Span
from asreported.model.statement import Internal
from asreported.statements.inside.breaks import SLIGHT
from asreported.statements.inside.fronts import Front

_DEEDS = r"(?:shootings?|attacks?|rampages?|massacres?|killings?|murders?|stabbings?|bombings?)"
# "Spurned advances provoked school shooting".
_PROVOKED = re.compile(
    r"[^.!?\n,;:]{4,60} (?:provoked|sparked|prompted|motivated|inspired|fuell?ed|led to|drove)"
    rf" (?:[\w’'-]+ ){{0,4}}{_DEEDS}\b",
    re.IGNORECASE,
)
# "Spurned advances provoked the shooting, a mother says" is what one has to say of the motive.
_CREDITED = re.compile(
    r"(?:,|\s[-–—])\s[^,.;\n]{2,40}\b(?:say|says|said|claims?|believes?|alleges?)\b"
)
# "Apparent vendetta" leaves open what police still look for.
_LEFT_OPEN = re.compile(
    r"\b(?:apparent\w*|possibl\w+|suspected|alleged\w*|likely|may|might|could|believed|if)\b"
    r"|\?",
    re.IGNORECASE,
)


def find_motives(front: Front) -> Iterator[Internal]:
    """Yield what moved somebody, as told first, beside the words that leave the motive open."""
    above = [front.headline, *front.lead]
    named = next(
        (
            span
            for s in above
            for pattern in (MOVED, _PROVOKED)
            for span in front.stretches(pattern, s)
            if not _LEFT_OPEN.search(front.quote(span)) and not _is_credited(front, span)
        ),
        None,
    )
    if named is None:
        return
    for sentence in front.sentences:
        for pattern in (UNKNOWN, SOUGHT):
            for left_open in front.stretches(pattern, sentence):
                words = front.quote(left_open)
                if "motiv" in words.casefold() and not sentence.covers(named):
                    reason = f'"{front.quote(named)}" above, and "{words}" below'
                    yield Internal("headline", (named, left_open), SLIGHT, reason)
                    return


def _is_credited(front: Front, named: Span) -> bool:
    """Return whether the headline says right behind the motive who it is that names it."""
    text = front.reading.document.text
    above = front.headline.covers(named)
    return above and _CREDITED.match(text, named.end, front.headline.end) is not None
