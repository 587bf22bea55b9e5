"""Find what others are said to say: quotations and reported statements, with speaker and chain."""

from collections.abc import Sequence

from asreported.model.document import Document
from asreported.model.ids import content_id
from asreported.model.parse import Parse
from asreported.model.statement import Mention, Statement
from asreported.statements.attributions import THRESHOLD, probability
from asreported.statements.cues import propose
from asreported.statements.quotes import find_paragraphs, find_quotations
from asreported.statements.scene import Scene, Voice
from asreported.statements.speakers import Cast
from asreported.statements.tree import Tree
from asreported.statements.voices import find_voices


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
    speaker = cast.speaker(voice.source, voice.how)
    cue = document.span(*voice.cue) if voice.cue is not None else None
    parts = [
        *content,
        *([cue] if cue else []),
        *([speaker.span] if speaker and speaker.span else []),
    ]
    near = [p for p in parts if abs(p.start - content[0].start) < 2000]
    span = document.span(min(p.start for p in near), max(p.end for p in near))
    key = content_id("t", document.id, kind, *(n for c in content for n in (c.start, c.end)),
                     cue.start if cue else -1)  # fmt: skip
    return Statement(key, kind, span, content, speaker, cue, (), voice.kind, region)
