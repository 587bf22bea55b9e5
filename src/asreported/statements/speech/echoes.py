"""Give a headline's quotation the speaker whom the article's own text gives its words.

"Harbour was 'a furnace', says survivor" stands above "It was a furnace," Ada Roe said: the survivor
is Ada Roe. Who is named in the headline itself is left alone.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from asreported.model.document import ARTICLE_KINDS, Document
from asreported.model.statement import Speaker, Statement

_HEADINGS = frozenset({"headline", "subhead", "caption"})
_WORD = re.compile(r"[^\W_]+")
# Letters of a single word that a body's quotation does not have by chance.
_SHORTEST = 5


def settle_echoes(document: Document, said: Sequence[Statement]) -> list[Statement]:
    """Return ``said`` with headline quotations given the one speaker of their words below."""
    told = [
        (_words(document, statement), statement.speaker)
        for statement in said
        if statement.kind == "quote"
        and statement.region in ARTICLE_KINDS
        and statement.speaker is not None
    ]
    plain = _unquoted(document, said)
    return [_settled(document, statement, told, plain) for statement in said]


def _unquoted(document: Document, said: Sequence[Statement]) -> str:
    """Return the words of the article that no quotation holds."""
    quoted = sorted(part for one in said if one.kind == "quote" for part in one.content)
    kept, start = [], 0
    for region in document.regions:
        if region.kind not in ARTICLE_KINDS:
            continue
        start = max(start, region.start)
        for part in quoted:
            if start <= part.start < region.end:
                kept.append(document.text[start : part.start])
                start = part.end
        kept.append(document.text[start : region.end])
    return f" {' '.join(_WORD.findall(' '.join(kept).casefold()))} "


def _settled(
    document: Document,
    statement: Statement,
    told: Sequence[tuple[str, Speaker | None]],
    plain: str,
) -> Statement:
    own = statement.speaker
    if statement.kind != "quote" or statement.region not in _HEADINGS:
        return statement
    if own is not None and own.kind == "person":
        return statement
    words = _words(document, statement)
    if len(words.strip()) < _SHORTEST:
        return statement
    speakers = {s.name: s for said, s in told if s is not None and words in said}
    if plain.count(words) > sum(said.count(words) for said, _ in told):
        return statement  # a term that the outlet uses more than they is nobody's own
    if len(speakers) > 1:
        around = _beside(document, statement)
        speakers = {n: s for n, s in speakers.items() if _WORD.findall(n.casefold())[-1] in around}
    if len(speakers) != 1:
        return statement
    (speaker,) = speakers.values()
    if own is not None and speaker.kind != "person":
        return statement
    span = own.span if own is not None else None
    why = "the article gives these words to this speaker"
    return replace(statement, speaker=Speaker(speaker.name, span, None, speaker.kind, why))


def _beside(document: Document, statement: Statement) -> set[str]:
    """Return the words of the headline or caption in which the quotation stands."""
    region = document.region_at(statement.content[0].start)
    if region is None:
        return set()
    return set(_WORD.findall(document.text[region.start : region.end].casefold()))


def _words(document: Document, statement: Statement) -> str:
    text = " ".join(document.quote(part) for part in statement.content)
    return f" {' '.join(_WORD.findall(text.casefold()))} "
