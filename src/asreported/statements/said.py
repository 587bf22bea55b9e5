"""Find what others are said to say: quotations and reported statements, with speaker and chain."""

from collections.abc import Sequence

from asreported.model.document import Document
from asreported.model.ids import content_id
from asreported.model.parse import Parse
from asreported.model.span import Span
from asreported.model.statement import Mention, Statement
from asreported.statements.attributions import THRESHOLD, probability
from asreported.statements.cues import propose
from asreported.statements.quotes import find_paragraphs, find_quotations
from asreported.statements.scene import Scene, Voice
from asreported.statements.speakers import Cast
from asreported.statements.tree import Tree
from asreported.statements.voices import find_voices

# How many characters from the words their source may stand to be shown with them as one passage.
_BESIDE = 400


def find_said(
    document: Document, parse: Parse, mentions: Sequence[Mention]
) -> tuple[Statement, ...]:
    """Return statements of kind ``quote`` and ``attributed``, in text order."""
    paragraphs = find_paragraphs(document)
    if not paragraphs or not parse.tokens:
        return ()
    quotations = find_quotations(document.text, paragraphs)
    tree = Tree(parse)
    candidates = [(candidate, probability(tree, candidate)) for candidate in propose(tree)]
    scene = Scene(document.text, tree, paragraphs, quotations)
    voices = find_voices(scene, candidates, THRESHOLD)
    cast = Cast(document, tree, mentions)
    found = [
        _statement(document, voice, cast, paragraphs[voice.paragraph].kind) for voice in voices
    ]
    return tuple(sorted(found, key=lambda s: (s.span, s.kind, s.id)))


def _statement(document: Document, voice: Voice, cast: Cast, region: str) -> Statement:
    kind = "quote" if voice.quoted else "attributed"
    content = tuple(document.span(start, end) for start, end in voice.content)
    speaker = cast.speaker(voice.source, voice.cue_token, voice.how)
    if speaker is not None and voice.quoted:
        cast.speaks(voice.content, speaker)
    cue = document.span(*voice.cue) if voice.cue is not None else None
    beside = [speaker.span] if speaker is not None and speaker.span is not None else []
    parts = [*content, *([cue] if cue is not None else []), *beside]
    near = [part for part in parts if _near(part, content)]
    span = document.span(min(p.start for p in near), max(p.end for p in near))
    places = [place for part in content for place in (part.start, part.end)]
    key = content_id("t", document.id, kind, *places, cue.start if cue is not None else -1)
    return Statement(key, kind, span, content, speaker, cue, (), voice.kind, region)


def _near(part: Span, content: Sequence[Span]) -> bool:
    """Return whether a source or cue stands with the words, not paragraphs before them."""
    return part.end > content[0].start - _BESIDE and part.start < content[-1].end + _BESIDE
