"""Tell which points a reader has from the findings above their list.

The terminal shows a screen of each; what stands above word for word, with all who tell it, takes
the place of what does not.
"""

from collections.abc import Iterable, Mapping

from asreported.language.folding import spaced
from asreported.report.sections import Line, Told

_TELLING = frozenset({"shared", "fact", "figure", "wording"})
"""Kinds of findings that say who tells something; headlines are only set beside one another."""
_MOST = 0.8
"""Share of the words of a point from which a finding that shows them tells it."""


def find_retold(points: Iterable[Told], findings: Iterable[Line]) -> Mapping[str, Line]:
    """Return the finding that shows the words of a point and all its accounts, by the point's id.

    That a point is in conflict as well only its list says.
    """
    telling = [line for line in findings if line.kind in _TELLING]
    found = {}
    for told in points:
        lines = () if told.disputes else telling
        line = next((line for line in lines if _shows(line, told)), None)
        if line is not None:
            found[told.id] = line
    return found


def _shows(line: Line, told: Told) -> bool:
    label = told.label.span
    shown = sum(label.shared(e.span) for e in line.evidence if e.words in line.text)
    again = shown >= _MOST * len(label) or told.said in spaced(line.text)
    places = [label, *(e.span for e in told.evidence)]
    # Of what all have word for word a finding may show another piece of the sentence.
    named = {
        e.account
        for e in line.evidence
        if told.exact or any(e.span.shared(place) for place in places)
    }
    return again and named.issuperset(told.accounts) and _names_voices(line, told)


def _names_voices(line: Line, told: Told) -> bool:
    """Return whether a finding names everybody whom the list names: the origin, or who speaks."""
    voices = (e.voice.partition(",")[0] for e in told.evidence if e.voice)
    names = told.origins if told.is_one_origin else tuple(voices)
    return all(name.split()[-1] in line.text for name in names)
