"""Find how strong and how deep an earthquake was, where accounts differ.

Each institute has its own figure and corrects it, so that the two differ and need not contradict.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from asreported.alignment.accounts.figures import Figure
from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.accounts.whens import YEAR
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.alignment.disputes.tolls import gathered, sentence_of
from asreported.model.span import Span

_STRENGTH = re.compile(
    r"\bmagnitude(?:[- ]of)?[- ](?:about |around )?(?P<before>\d\.\d)\b"
    r"|\b(?P<after>\d\.\d)[- ](?:magnitude|on the Richter)\b"
    r"|\bRichter scale (?:at|of) (?P<scale>\d\.\d)\b",
    re.IGNORECASE,
)
_SMALLER = re.compile(r"\b(?:after|fore)-?shocks?\b", re.IGNORECASE)
_FAR = 1.0  # Steps of the scale: farther apart are two earthquakes.
_LEAD = 8  # Sentences that tell the account's own event.
_ROUND = 0.08  # Share that a depth may lose in another unit.


def find_magnitude_disputes(
    grammars: Sequence[Grammar], figures: Sequence[Figure]
) -> Iterator[Dispute]:
    """Yield the question how strong the earthquake was, and how deep, where answers differ."""
    strengths: dict[float, list[Span]] = defaultdict(list)
    shaken = set()
    for grammar in grammars:
        for value, span in _strengths(grammar):
            strengths[value].append(span)
            shaken.add(grammar.document)
    if len(strengths) > 1 and max(strengths) - min(strengths) <= _FAR:
        yield from disputed(
            "number",
            "difference",
            "How strong was the earthquake?",
            [strengths[value] for value in sorted(strengths)],
            " or ".join(f"{value:g}" for value in sorted(strengths)),
            0.75,
        )
    yield from _depths([figure for figure in figures if figure.document in shaken])


def _strengths(grammar: Grammar) -> Iterator[tuple[float, Span]]:
    """Yield the magnitudes that the first sentences give, those of weaker shocks left out."""
    text = grammar.reading.document.text
    for match in _STRENGTH.finditer(text):
        at = grammar.within(grammar.reading.document.span(*match.span()))
        if not at or grammar.sentence[at.start] >= _LEAD:
            continue
        sentence = grammar.reading.parse.sentences[grammar.sentence[at.start]]
        told = grammar.words(grammar.span(sentence.first, sentence.last - 1))
        if _SMALLER.search(told) or YEAR.search(told):
            continue
        given = match["before"] or match["after"] or match["scale"]
        yield float(given), grammar.reading.document.span(*match.span())


def _depths(figures: Sequence[Figure]) -> Iterator[Dispute]:
    answers = gathered(filter(_is_depth, figures), _is_one)
    if len(answers) > 1:
        yield from disputed(
            "number",
            "difference",
            "How deep was the earthquake?",
            [[figure.span for figure in same] for same in answers],
            " or ".join(same[0].grammar.words(same[0].number) for same in answers),
            0.65,
        )


def _is_depth(figure: Figure) -> bool:
    if figure.unit != "length" or "depth" not in figure.anchors or figure.apart:
        return False
    return not _SMALLER.search(figure.grammar.words(sentence_of(figure)))


def _is_one(a: Figure, b: Figure) -> bool:
    small, large = sorted((a.low or a.high, b.low or b.high))
    return large - small <= _ROUND * large
