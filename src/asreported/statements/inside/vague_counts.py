"""Find harm counted loosely above and exactly below, or counted where the body has no number yet.

"Several dead as ferry burns" stands above "it is too early to confirm numbers"; "wounding several
people" above "three were wounded".

Reads:   headline, clauses and quantities.
Assigns: `Internal` of kind "figure".
"""

import re
from collections.abc import Iterator

from asreported.lexicon.load import column
from asreported.model.span import Span
from asreported.model.statement import Internal, Quantity
from asreported.statements.inside.fronts import Front
from asreported.statements.inside.gaps import is_part, is_toll

_LOOSE = re.compile(
    r"\b(?P<many>several|some|many|multiple|a few|a number of)\b"
    r"(?:(?: other)?s? (?:people|persons|victims))?"
    r"(?: (?:more|others?|of them))?(?: (?:was|were|are|have|had|been|left|feared)){0,3}"
    r" (?P<fate>[a-z]+)\b"
    r"|\b(?P<doing>[a-z]+ing|[a-z]+s|[a-z]+ed) (?P<much>several|some|many|multiple|a few)\b"
    r"(?: (?:other )?(?:others|people|persons|victims))?",
    re.IGNORECASE,
)
_UNCOUNTED = re.compile(
    r"\btoo (?:early|soon)\b[^.;]{0,30}\b(?:confirm|give|say|know|determine)\b[^.;]{0,25}"
    r"\b(?:numbers?|many|figures?|toll|casualties)\b"
    r"|\b(?:numbers?|toll|casualties)\b[^.;]{0,25}\b(?:has|have|had)(?:n['’]t| not| yet to)"
    r"(?: yet)?(?: be| been)? (?:determined|confirmed|established|released|verified)\b"
    r"|\b(?:no|not a) (?:confirmed|official|exact|precise|final)"
    r" (?:numbers?|figures?|toll|count)\b",
    re.IGNORECASE,
)


def find_vague_counts(front: Front) -> Iterator[Internal]:
    """Yield harm told loosely in headline or lead, with the number or the lack of one below."""
    loose = next((one for s in (front.headline, *front.lead) for one in _loose(front, s)), None)
    told = loose or next(((c.span, "dead") for c in front.counts[0] if is_toll(front, c)), None)
    if told is None:
        return
    span, fate = told
    exact = [q.span for q in front.counts[1] if loose and _is_exact(front, q, fate)]
    if exact:
        reason = f'"{front.quote(span)}" above, "{front.quote(exact[0])}" below'
        yield Internal("figure", (span, *exact[:3]), 1.0, reason)
        return
    for sentence in front.sentences:
        open_ = next(front.found(_UNCOUNTED, sentence), None)
        if open_ is not None and not sentence.covers(span):
            reason = f'"{front.quote(span)}" above, and "{front.quote(open_)}" below'
            yield Internal("figure", (span, open_), 1.0, reason)
            return


def _loose(front: Front, sentence: Span) -> Iterator[tuple[Span, str]]:
    """Yield loose counts of a fate with the words that give them."""
    for match in _LOOSE.finditer(front.quote(sentence)):
        fate = column("fates", "fate").get((match["fate"] or match["doing"]).casefold())
        if fate in ("dead", "hurt"):
            start = sentence.start
            yield front.reading.document.span(start + match.start(), start + match.end()), fate


def _is_exact(front: Front, quantity: Quantity, fate: str) -> bool:
    """Return whether an exact number of people is tied to the fate."""
    if quantity.approximate or quantity.kind != "count" or is_part(front, quantity):
        return False
    told = (
        "hurt"
        if quantity.unit == "patient"
        else column("fates", "fate").get((quantity.of or "").casefold())
    )
    return told == fate
