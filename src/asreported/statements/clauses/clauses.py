"""Cut every sentence of the article into the clauses that carry a fact, with their slots.

`cuts` finds the heads and the words each governs, this module trims them to tight spans and finds
whose words they are, `slots` and `mood` take them apart.
"""

from bisect import bisect_right
from collections.abc import Sequence

from asreported.lexicon.load import words
from asreported.model.document import Document
from asreported.model.ids import content_id
from asreported.model.labels import ALL_SUBJECTS, VERBS
from asreported.model.parse import Token
from asreported.model.span import Span
from asreported.model.statement import Clause, Statement
from asreported.statements.clauses.cuts import Cut, SentenceTree, between, cut_sentence
from asreported.statements.clauses.slots import fill_slots
from asreported.statements.clauses.tree import Tree

# What goes back to what was said: "a claim".
_RETOLD = words("word_classes", kind="retold")
_SHORTEST = 3
"""Words of a clause without a subject of its own, at least."""
_SHORTEST_FRAGMENT = 4
"""Words of a clause without a verb, at least."""
# Where a line without a verb may say something: elsewhere it is a credit, a dateline, a rest.
_FRAGMENT_KINDS = frozenset({"headline", "subhead", "summary_list"})
_LEFT_OVER = 4
"""Words that "X told reporters in Y" must have beside source and cue to be a fact by itself."""
_MIXED = 0.5
"""Share of a clause, its verb in it, that a quotation has at least where all is the speaker's. Read
on 25 stories: of 21 such clauses 20 were, of five with a smaller share three."""
# Words that join a clause to the one above and are not part of what it says; "if", "when" and
# "where" are.
_JOINING = frozenset({"that", "because", "as", "while", "although", "though", "after", "before",
                      "since", "so", "than", "like", "for", "with", "by"})  # fmt: skip

_Piece = tuple[Span, Statement]


def cut_clauses(document: Document, tree: Tree, said: Sequence[Statement]) -> tuple[Clause, ...]:
    """Return the clauses in text order, each with the statement in ``said`` that voices it."""
    clauses: dict[Span, Clause] = {}
    tokens = tree.tokens
    pieces_of = _pieces_by_sentence(tree, said)
    for number, sentence in enumerate(tree.sentences):
        grammar = SentenceTree(tree, sentence)
        cuts = cut_sentence(grammar)
        heads = {cut.head for cut in cuts}
        whole = document.span(tokens[sentence.first].start, tokens[sentence.last - 1].end)
        for cut in cuts:
            voice = _fit(tokens, cut, cuts, pieces_of[number])
            _trim(tokens, cut)
            _close_marks(grammar, cut)
            if cut.stub or not _carries_fact(grammar, cut, sentence.kind):
                continue
            span = document.span(tokens[cut.first].start, tokens[cut.last - 1].end)
            slots = fill_slots(document, grammar, cut, heads)
            clauses.setdefault(span, Clause(span, whole, slots, voice, sentence.kind))
    return tuple(clauses[span] for span in sorted(clauses))


def own_statements(document: Document, clauses: Sequence[Clause]) -> tuple[Statement, ...]:
    """Return a statement of kind ``own`` for each clause in the outlet's own voice."""
    return tuple(
        Statement(
            content_id("t", document.id, "own", clause.span.start, clause.span.end),
            "own",
            clause.span,
            (clause.span,),
            region=clause.region,
        )
        for clause in clauses
        if clause.voice is None
    )


def _pieces_by_sentence(tree: Tree, said: Sequence[Statement]) -> list[list[_Piece]]:
    """Return, for each sentence, the pieces of content that reach into it, innermost first."""
    starts = [tree.tokens[sentence.first].start for sentence in tree.sentences]
    pieces: list[list[_Piece]] = [[] for _ in tree.sentences]
    for statement in said:
        for content in statement.content:
            first = max(0, bisect_right(starts, content.start) - 1)
            last = bisect_right(starts, content.end - 1)
            for number in range(first, last):
                pieces[number].append((content, statement))
    for of_sentence in pieces:
        of_sentence.sort(key=lambda piece: (len(piece[0]), piece[0], piece[1].id))
    return pieces


def _fit(
    tokens: Sequence[Token], cut: Cut, cuts: Sequence[Cut], pieces: Sequence[_Piece]
) -> str | None:
    """Clip the clause to the statement it stands in; return that statement's id.

    "The bridge fell, according to the mayor" is the mayor's up to the comma, and what is left of
    "The mayor told reporters that the bridge fell" is a stub.
    """
    voice: str | None = None
    for content, statement in pieces:
        if _in(tokens, cut.head, content):
            if voice is None and (
                _clip(tokens, cut, content, statement) or _is_mixed(tokens, cut, content, statement)
            ):
                voice = statement.id
        elif (
            statement.cue is not None
            and _in(tokens, cut.head, statement.cue)
            and any(c.upper is cut and _in(tokens, c.head, content) for c in cuts)
        ):
            _clear(tokens, cut, content, statement)
    return voice


def _in(tokens: Sequence[Token], i: int, span: Span) -> bool:
    return span.start <= tokens[i].start < span.end


def _clip(tokens: Sequence[Token], cut: Cut, content: Span, statement: Statement) -> bool:
    """Return whether the clause stands in the content, clipped where source or cue stick out."""
    inside: list[int] = []
    outside: list[int] = []
    for i in range(cut.first, cut.last):
        fits = content.start <= tokens[i].start and tokens[i].end <= content.end
        (inside if fits else outside).append(i)
    framing = [span for span in (statement.cue, _source(statement)) if span is not None]
    framed = any(span.start <= tokens[i].start < span.end for i in outside for span in framing)
    if framed or (inside and _is_comment(tokens, [i for i in outside if i > inside[-1]])):
        cut.first, cut.last = inside[0], inside[-1] + 1
        return True
    return all(_is_edge(tokens[i]) for i in outside)


def _is_comment(tokens: Sequence[Token], behind: Sequence[int]) -> bool:
    """Return whether what sticks out at the end goes back to what was said: ", a claim"."""
    told = [i for i in behind if not _is_edge(tokens[i])]
    return bool(told) and all(tokens[i].pos == "DET" or tokens[i].lemma in _RETOLD for i in told)


def _is_mixed(tokens: Sequence[Token], cut: Cut, content: Span, statement: Statement) -> bool:
    """Return whether a clause is somebody's, most of it in his words: it was “clear to us all”."""
    inside = sum(_in(tokens, i, content) for i in range(cut.first, cut.last))
    quoted = statement.kind == "quote" and statement.speaker is not None
    return quoted and inside >= _MIXED * (cut.last - cut.first)


def _clear(tokens: Sequence[Token], cut: Cut, content: Span, statement: Statement) -> None:
    """Take the content off the edges of the clause that reports it."""
    while cut.last - cut.first > 1 and content.start <= tokens[cut.last - 1].start < content.end:
        cut.last -= 1
    while cut.last - cut.first > 1 and content.start <= tokens[cut.first].start < content.end:
        cut.first += 1
    framing = [span for span in (statement.cue, _source(statement)) if span is not None]
    rest = [
        i
        for i in range(cut.first, cut.last)
        if not _is_edge(tokens[i])
        and not any(span.start <= tokens[i].start < span.end for span in framing)
    ]
    cut.stub = cut.stub or len(rest) < _LEFT_OVER


def _source(statement: Statement) -> Span | None:
    return statement.speaker.span if statement.speaker is not None else None


def _carries_fact(grammar: SentenceTree, cut: Cut, region: str) -> bool:
    tokens, size = grammar.tokens, cut.last - cut.first
    if grammar.child(cut.head, ALL_SUBJECTS) is not None:
        return size > 1
    if tokens[cut.head].pos in VERBS or cut.kind != "ROOT":
        return size >= _SHORTEST
    # A line of names is a credit, a dateline or a name.
    nouns = any(tokens[i].pos in ("NOUN", "VERB") for i in range(cut.first, cut.last))
    return nouns and region in _FRAGMENT_KINDS and size >= _SHORTEST_FRAGMENT


def _trim(tokens: Sequence[Token], cut: Cut) -> None:
    while cut.first < cut.last and _is_edge(tokens[cut.first]):
        cut.first += 1
    while cut.first < cut.last and _is_edge(tokens[cut.last - 1]):
        cut.last -= 1


def _close_marks(grammar: SentenceTree, cut: Cut) -> None:
    """Take in the mark that pairs with one inside: it ends “a day of shame”, mark and all."""
    tokens = grammar.tokens
    for marks in grammar.marks:
        inside = between(marks, cut.first, cut.last)
        if len(inside) % 2 == 0:
            continue
        after = between(marks, cut.last, min(cut.last + 3, grammar.last))
        opens = tokens[inside[-1]].text not in "”’»"
        if opens and after and _all_marks(tokens, cut.last, after[0]):
            cut.last = after[0] + 1
        elif cut.first > grammar.first and between(marks, cut.first - 1, cut.first):
            cut.first -= 1


def _all_marks(tokens: Sequence[Token], first: int, last: int) -> bool:
    return all(_is_mark(tokens[i]) for i in range(first, last))


def _is_edge(token: Token) -> bool:
    return (
        _is_mark(token)
        or token.dep == "cc"
        or (token.dep == "mark" and token.text.lower() in _JOINING)
    )


def _is_mark(token: Token) -> bool:
    return not any(char.isalnum() or char in "%$£€" for char in token.text)
