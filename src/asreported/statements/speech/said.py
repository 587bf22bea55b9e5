"""Find what others are said to say: quotations and reported statements, with speaker and chain."""

import re
from collections.abc import Sequence

from asreported.lexicon.load import words
from asreported.model.document import Document
from asreported.model.ids import content_id
from asreported.model.span import Span
from asreported.model.statement import Mention, Statement
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.attributions import THRESHOLD, judge
from asreported.statements.speech.chains import link_chains
from asreported.statements.speech.cues import Candidate, propose
from asreported.statements.speech.echoes import settle_echoes
from asreported.statements.speech.headlines import propose_headlines
from asreported.statements.speech.posts import find_posts
from asreported.statements.speech.quotes import find_paragraphs, find_quotations
from asreported.statements.speech.ranking import settle_sources
from asreported.statements.speech.scene import Scene, Voice
from asreported.statements.speech.speakers import Cast
from asreported.statements.speech.turns import LABELLED
from asreported.statements.speech.voices import find_voices

# How many characters from cue and words their source may stand to be shown with them as one
# passage: in "Smith met Jones and thanked her" the source of the thanks is not beside them.
_BESIDE = 30
# How far from the words a cue may stand: not paragraphs before them.
_NEAR = 400
# Who is called so alone may be anybody.
_SOMEBODY = frozenset({"one", "another"})
# What one alone says of themselves: no group does.
_ONE = re.compile(r"\b(?:I|I['’]m|I['’]ve|my|me|myself)\b")


def find_said(document: Document, tree: Tree, mentions: Sequence[Mention]) -> tuple[Statement, ...]:
    """Return statements of kind ``quote`` and ``attributed``, in text order."""
    scene, candidates = find_scene(document, tree)
    if not scene.paragraphs or not tree.tokens:
        return ()
    voices = find_voices(scene, candidates)
    settle_sources(scene, voices)
    voices = sorted([*voices, *find_posts(scene)], key=lambda voice: voice.content[0])
    cast = Cast(document, tree, mentions, scene.inside)
    found = [
        (voice, _statement(document, voice, cast, scene.paragraphs[voice.paragraph].kind))
        for voice in voices
        if voice.quoted or voice.source is None or cast.can_speak(voice.source)
    ]
    linked = link_chains(scene, mentions, found)
    return tuple(sorted(settle_echoes(document, linked), key=lambda s: (s.span, s.kind, s.id)))


def find_scene(document: Document, tree: Tree) -> tuple[Scene, list[tuple[Candidate, float]]]:
    """Return what voices are found from: the scene, and the candidates.

    A candidate has the probability that people would mark it as an attribution.
    """
    paragraphs = find_paragraphs(document)
    quotations = find_quotations(document.text, paragraphs)
    scene = Scene(document.text, tree, paragraphs, quotations)
    candidates = [(candidate, judge(tree, candidate)) for candidate in propose(tree)]
    sure = frozenset(candidate.cue for candidate, likely in candidates if likely >= THRESHOLD)
    candidates += [(candidate, 1.0) for candidate in propose_headlines(scene, sure)]
    return scene, candidates


def _statement(document: Document, voice: Voice, cast: Cast, region: str) -> Statement:
    kind = "quote" if voice.quoted else "attributed"
    content = tuple(document.span(start, end) for start, end in voice.content)
    speaker = cast.speaker(voice.source, voice.cue_token, voice.how, voice.quoted)
    labelled = voice.how.startswith(("the label beside", LABELLED))
    if speaker is not None and voice.quoted and voice.source is not None and not labelled:
        speaker = speaker if cast.may_be_quoted(voice.source, speaker) else None
    if speaker is not None and _is_nobody(speaker.name, voice.quoted):
        speaker = None
    if speaker is not None and voice.quoted and voice.cue is None and speaker.kind == "group":
        own = any(_ONE.search(document.quote(part)) for part in content)
        speaker = None if own else speaker
    if speaker is not None and voice.quoted:
        cast.speaks(voice.content, speaker)
    cue = document.span(*voice.cue) if voice.cue is not None else None
    parts = [*content, *([cue] if cue is not None and _near(cue, content, _NEAR) else [])]
    if speaker is not None and speaker.span is not None and _near(speaker.span, parts, _BESIDE):
        parts.append(speaker.span)
    span = document.span(min(p.start for p in parts), max(p.end for p in parts))
    places = [place for part in content for place in (part.start, part.end)]
    key = content_id("t", document.id, kind, *places, cue.start if cue is not None else -1)
    return Statement(
        id=key,
        kind=kind,
        span=span,
        content=content,
        speaker=speaker,
        cue=cue,
        chain=(),
        verb=voice.kind,
        region=region,
    )


def _is_nobody(name: str, quoted: bool) -> bool:
    """Return whether a name tells of nobody: "none of them", "48"; ``quoted``, "another" too."""
    told = name.casefold().split()
    denied = words("negation", kind="pronoun") | words("negation", kind="determiner")
    if not told or told[0] in denied or not any(char.isalpha() for char in name):
        return True
    return quoted and name in _SOMEBODY


def _near(part: Span, others: Sequence[Span], reach: int) -> bool:
    """Return whether ``part`` stands within ``reach`` characters of what ``others`` run over."""
    low, high = min(other.start for other in others), max(other.end for other in others)
    return part.end > low - reach and part.start < high + reach
