"""Leave out of one utterance's wordings what the same account says besides.

"She came to help. She came to stay." are two sentences of one mouth. Where another account has the
second word for word, the first is no other wording of it, however like it is.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from asreported.alignment.wordings.renderings import Match, Rendering
from asreported.language.folding import WORD, fold, stem
from asreported.lexicon.load import words
from asreported.model.document import Document
from asreported.model.span import Span

_FEWEST = 4
"""Words that are the same word for word by more than chance."""
_BESIDE = 120
"""Characters between two sentences of one breath: farther away one thing may well be told again."""
_AGAIN = 0.2
"""Share of the words that what is rendered once more may have beyond it."""
_ONE_PLACE = 0.6
"""Share of the shorter of two spans from which they are one place."""


def without_twins(matches: Sequence[Match], documents: Mapping[str, Document]) -> list[Match]:
    """Return the matches but those of which one side has, beside the other, a word for word match.

    What the wording alone shows to be one stays. ``documents`` are by their id.
    """
    same: dict[str, list[tuple[Span, Span]]] = defaultdict(list)
    loose = []

    def has_twin(one: Rendering, other: Rendering) -> bool:
        document = documents[other.span.document]
        told = _matter(document, other.span)
        return any(
            # What says nothing beyond the twin renders it once more.
            len(told - _matter(document, twin)) > _AGAIN * len(told)
            for mine, twin in same.get(one.span.document, ())
            if _are_beside(one.span, other.span, mine, twin)
        )

    for match in matches:
        a, b = match.a.span, match.b.span
        said = [_said(documents[span.document], span) for span in (a, b)]
        if said[0] == said[1] and len(said[0]) >= _FEWEST:
            same[a.document].append((a, b))
            same[b.document].append((b, a))
        elif not match.exact:
            loose.append(match)
    twins = {m for m in loose if has_twin(m.a, m.b) or has_twin(m.b, m.a)}
    return [match for match in matches if match not in twins]


def _are_beside(one: Span, other: Span, mine: Span, twin: Span) -> bool:
    """Return whether ``twin`` stands right beside ``other`` and has the words of ``one``."""
    return (
        twin.document == other.document
        and mine.shared(one) >= _ONE_PLACE * min(len(mine), len(one))
        and not twin.shared(other)
        and max(twin.start - other.end, other.start - twin.end) <= _BESIDE
    )


def _matter(document: Document, span: Span) -> frozenset[str]:
    said = _said(document, span)
    return frozenset(stem(word) for word in said if word not in words("function_words"))


def _said(document: Document, span: Span) -> list[str]:
    return [fold(match.group()) for match in WORD.finditer(document.text, span.start, span.end)]
