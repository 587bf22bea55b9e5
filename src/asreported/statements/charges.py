"""Find headlines that name one crime where the body names several that one person answers for.

"Clerk charged with theft" stands above "charged with theft, forgery and obstruction".

Reads:   headline, clauses and the parse.
Assigns: `Internal` of kind "headline".
"""

from collections.abc import Iterator
from functools import cache

from asreported.lexicon.load import column
from asreported.model.span import Span
from asreported.model.statement import Internal
from asreported.statements.fronts import Front

# What brings in crimes that somebody is charged with, tried for or found to have done.
_BRINGS_IN = frozenset(
    {"charge", "count", "indict", "convict", "guilty", "accuse", "plead", "face", "sentence"}
)
_FEWEST = 2
"""Crimes that make a list."""
_LONGEST = 3  # Words of a crime's name.


def find_charges(front: Front) -> Iterator[Internal]:
    """Yield the list of the body that has the headline's crimes and most others besides."""
    above = _crimes(front, front.headline)
    if not above:
        return
    told = {kind for kind, _ in above}
    lists = []
    for sentence in dict.fromkeys(clause.sentence for clause in front.body):
        listed = _listed(front, sentence)
        if told < {kind for kind, _ in listed} and len(listed) >= _FEWEST:
            lists.append(listed)
    if not lists:
        return
    fullest = max(lists, key=lambda each: (len({kind for kind, _ in each}), -each[0][1].start))
    document = front.reading.document
    span = document.span(fullest[0][1].start, fullest[-1][1].end)
    head = document.span(above[0][1].start, above[-1][1].end)
    reason = f'the headline names "{front.quote(head)}", the body "{front.quote(span)}"'
    yield Internal("headline", (head, span), 1.2, reason)


def _listed(front: Front, sentence: Span) -> list[tuple[str, Span]]:
    """Return the crimes of the sentence's longest list that a charge or a verdict brings in."""
    tokens = front.tokens(sentence)
    begins = [t.end for t in tokens if t.lemma.casefold() in _BRINGS_IN]
    if not begins:
        return []
    runs: list[list[tuple[str, Span]]] = [[]]
    for kind, span in _crimes(front, sentence):
        if span.start < begins[0]:
            continue
        last = runs[-1][-1][1] if runs[-1] else None
        if last is not None and not _goes_on(front, last, span):
            runs.append([])
        runs[-1].append((kind, span))
    return max(runs, key=len)


def _goes_on(front: Front, last: Span, span: Span) -> bool:
    """Whether only a comma, "and" and how many or how grave stand between two crimes."""
    between = front.tokens(Span(span.document, last.end, span.start))
    if not any(token.text in (",", ";", "and", "–", "—") for token in between):
        return False
    finite = ("VBD", "VBZ", "VBP", "MD", "WP", "PRP")
    return not any(token.tag in finite or token.text in ("or", "than") for token in between)


def _crimes(front: Front, within: Span) -> list[tuple[str, Span]]:
    """Return the crimes named in the span, as (kind, words), in text order."""
    tokens = front.tokens(within)
    found: list[tuple[str, Span]] = []
    at = 0
    while at < len(tokens):
        for length in range(_LONGEST, 0, -1):
            run = tokens[at : at + length]
            # "Lying" is its own entry; "counts of murders" are read by the dictionary form.
            written = "_".join(token.text.casefold() for token in run)
            kind = _kinds().get(written) or _kinds().get("_".join(t.lemma.casefold() for t in run))
            if kind and len(run) == length and run[-1].pos in ("NOUN", "PROPN", "VERB"):
                found.append((kind, Span(within.document, run[0].start, run[-1].end)))
                at += length - 1
                break
        at += 1
    return found


@cache
def _kinds() -> dict[str, str]:
    return dict(column("crimes", "kind", key="crime"))
