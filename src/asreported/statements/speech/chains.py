"""Say through whom an account has its words: outlet, agency, official, nearest first.

A chain is given where it has two links or more: whoever was told ("Smith told the Herald"), whoever
reports somebody's words (one statement lying in another's content), and who spoke, last.
"""

from collections.abc import Sequence
from dataclasses import replace

from asreported.lexicon.load import words
from asreported.model.statement import Link, Mention, Statement
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.scene import Scene, Voice

_TOLD = frozenset({"dobj", "dative", "iobj"})
_TELLING = frozenset({"tell", "inform", "write", "email", "brief", "speak", "talk", "say", "add"})
# Of these a name behind is the first word of what is said: "they say SUV drivers fled".
_SAYING = frozenset({"say", "add", "speak", "talk"})
_TO = frozenset({"to", "with"})
# Who is told on behalf of the outlet itself: no link of a chain.
_PUBLIC = frozenset({"reporter", "journalist", "crowd", "audience", "supporter", "people"})


def link_chains(
    scene: Scene, mentions: Sequence[Mention], told: Sequence[tuple[Voice, Statement]]
) -> list[Statement]:
    """Return the statements of ``told``, in its order, each with its chain where it has one."""
    listeners = [_listener(scene.tree, mentions, voice) for voice, _ in told]
    statements = [statement for _, statement in told]
    outer = _enclosing(statements)
    chains: dict[int, tuple[Link, ...]] = {}
    for index in sorted(range(len(statements)), key=lambda i: (statements[i].span.start, i)):
        speaker = statements[index].speaker
        own = (Link(speaker.name, speaker.span),) if speaker is not None else ()
        reporter = outer[index]
        before: tuple[Link, ...] = ()
        if reporter is not None:
            before = chains.get(reporter, ())
            told_by = statements[reporter].speaker
            if not before and told_by is not None:
                before = (Link(told_by.name, told_by.span),)
        listener = listeners[index]
        if reporter is None and listener is not None:
            before = (listener,)
        chains[index] = _distinct((*before, *own))
    return [
        replace(statement, chain=chains[index] if len(chains[index]) > 1 else ())
        for index, statement in enumerate(statements)
    ]


def _distinct(links: Sequence[Link]) -> tuple[Link, ...]:
    """Return the links without one who only repeats the name before."""
    kept: list[Link] = []
    for link in links:
        if not kept or kept[-1].name.casefold() != link.name.casefold():
            kept.append(link)
    return tuple(kept)


def _enclosing(statements: Sequence[Statement]) -> list[int | None]:
    """Return for each statement the narrowest other one whose content holds its cue and content.

    A fragment quoted inside its own clause is no link: it has the clause's cue.
    """
    found: list[int | None] = [None] * len(statements)
    order = sorted(range(len(statements)), key=lambda i: (statements[i].content[0].start, i))
    cues = [i for i in range(len(statements)) if statements[i].cue is not None]
    cues.sort(key=lambda i: (_cue_start(statements[i]), i))
    open_ones: list[int] = []
    entered = 0
    for index in cues:
        place = _cue_start(statements[index])
        while entered < len(order) and statements[order[entered]].content[0].start <= place:
            open_ones.append(order[entered])
            entered += 1
        open_ones = [i for i in open_ones if statements[i].content[-1].end > place]
        inner = statements[index]
        sizes = [
            (sum(len(part) for part in statements[i].content), i)
            for i in open_ones
            if i != index and statements[i].cue != inner.cue and _holds(statements[i], inner)
        ]
        found[index] = min(sizes)[1] if sizes else None
    return found


def _cue_start(statement: Statement) -> int:
    return statement.cue.start if statement.cue is not None else -1


def _holds(outer: Statement, inner: Statement) -> bool:
    """Return whether cue and content of ``inner`` lie in one part of the content of ``outer``."""
    return inner.cue is not None and any(
        part.covers(inner.cue) and part.covers(inner.content[0]) for part in outer.content
    )


def _listener(tree: Tree, mentions: Sequence[Mention], voice: Voice) -> Link | None:
    """Return the outlet or agency that the cue says was told: "told the Herald", "said to AFP"."""
    cue = voice.cue_token
    if cue is None or tree.tokens[cue].lemma.lower() not in _TELLING:
        return None
    for child in tree.children[cue]:
        token = tree.tokens[child]
        if token.dep in _TOLD and child > cue and tree.tokens[cue].lemma.lower() not in _SAYING:
            return _organisation(tree, mentions, child)
        if token.dep == "prep" and token.text.lower() in _TO and child > cue:
            for below in tree.children[child]:
                if tree.tokens[below].dep == "pobj":
                    return _organisation(tree, mentions, below)
    return None


def _organisation(tree: Tree, mentions: Sequence[Mention], token: int) -> Link | None:
    word = tree.tokens[token]
    if word.lemma.lower() in _PUBLIC:
        return None
    for mention in mentions:
        if mention.span.start <= word.start < mention.span.end:
            last = mention.name.split()[-1].lower()
            named = mention.type in ("organisation", "other")
            # A court or a committee that was told is nobody through whom the words came.
            named = named and last not in words("speaker_nouns", "noun", kind="organisation")
            return Link(mention.name, mention.span) if named else None
    return None
