"""Give a headline's quotation the speaker whom the article's own text gives its words.

"Harbour was 'a furnace', says survivor" stands above "It was a furnace," Ada Roe said: the survivor
is Ada Roe. Who is named in the headline itself is left alone.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from asreported.lexicon.load import words as lexicon_words
from asreported.model.document import ARTICLE_KINDS, Document
from asreported.model.statement import Speaker, Statement

# How much of a heading's quotation that puts words into marks freely one speaker has said.
_FREELY = 0.5
_SELF = frozenset({"i", "my", "me"})
_HEADINGS = frozenset({"headline", "subhead", "caption"})
_WORD = re.compile(r"[^\W_]+")
# Letters of a word that one who is named may be known by.
_TELLING = 7
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
    settled = [_settled(document, statement, told, plain) for statement in said]
    return [_named_later(document, statement, settled) for statement in settled]


def _named_later(document: Document, led: Statement, said: Sequence[Statement]) -> Statement:
    """Return ``led`` with the name of who says its words again further down, else as it is.

    Leads tell of "an investigator" whom the article names below, with the word once more.
    """
    own = led.speaker
    if led.kind != "quote" or own is None or own.kind != "unnamed" or len(led.content) > 1:
        return led
    words = _words(document, led)
    if not any(len(word) >= _TELLING and word not in _plain() for word in words.split()):
        return led
    again = {
        one.speaker.name: one.speaker
        for one in said
        if one.kind == "quote"
        and one.speaker is not None
        and one.content[0].start > led.content[-1].end
        and words in _words(document, one)
    }
    if len(again) != 1:
        return led
    (speaker,) = again.values()
    why = "says these words further down"
    kept = speaker.kind == "person"
    named = Speaker(speaker.name, own.span, None, speaker.kind, why)
    return replace(led, speaker=named) if kept else led


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
    if not speakers:
        speakers = _say_freely(words.split(), told)
    if len(speakers) != 1:
        return statement
    (speaker,) = speakers.values()
    if own is not None and speaker.kind != "person":
        return statement
    span = own.span if own is not None else None
    why = "the article gives these words to this speaker"
    return replace(statement, speaker=Speaker(speaker.name, span, None, speaker.kind, why))


def _say_freely(
    words: Sequence[str], told: Sequence[tuple[str, Speaker | None]]
) -> dict[str, Speaker]:
    """Return the one speaker who says most of what a heading's words hold, by other grammar.

    "'I held on to a goat'" stands above "I grabbed what moved, and it was a goat": tabloids cut
    words to size. One word is enough of who says "I" of himself in both.
    """
    held = {word for word in words if len(word) > 2 and word not in _plain()}
    speakers: dict[str, Speaker] = {}
    for text, speaker in told:
        theirs = set(text.split())
        least = 1 if _SELF & set(words) and _SELF & theirs else 2
        common = held & theirs
        if speaker is None or not held or len(common) < max(least, _FREELY * len(held)):
            continue
        speakers[speaker.name] = speaker
    return speakers if len(speakers) == 1 else {}


def _plain() -> frozenset[str]:
    return lexicon_words("function_words")


def _beside(document: Document, statement: Statement) -> set[str]:
    """Return the words of the headline or caption in which the quotation stands."""
    region = document.region_at(statement.content[0].start)
    if region is None:
        return set()
    return set(_WORD.findall(document.text[region.start : region.end].casefold()))


def _words(document: Document, statement: Statement) -> str:
    text = " ".join(document.quote(part) for part in statement.content)
    return f" {' '.join(_WORD.findall(text.casefold()))} "
