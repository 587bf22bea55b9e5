"""Find how long a thing lasted, where accounts differ: "an 11-hour siege", "lasted nine hours".

What is asked of is named by the noun that the time is joined to, or the subject of "last".
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from asreported.alignment.accounts.acts import kinds
from asreported.alignment.accounts.figures import Figure
from asreported.alignment.disputes.countings import of_one_value
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.alignment.disputes.tolls import gathered
from asreported.lexicon.load import words

_LASTS = frozenset({"last", "drag"})
_FAR = 2.0  # Beyond such a ratio two things lasted so long.


def find_length_disputes(figures: Sequence[Figure]) -> Iterator[Dispute]:
    """Yield a question for each thing that lasted longer in one account than in another."""
    told: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.unit == "duration" and figure.value and not figure.apart:
            noun = _lasting(figure)
            if noun:
                told[kinds().get(noun, noun)].append(figure)
    for noun in sorted(told):
        yield from _differ(noun, told[noun])


def _lasting(figure: Figure) -> str:
    """Return the noun of what lasted so long, "" where none is told."""
    grammar = figure.grammar
    hyphened = "-" in grammar.words(figure.number)
    if hyphened and figure.noun and figure.noun not in words("units", "written"):
        return figure.noun
    above = grammar.upwards(grammar.within(figure.number)[-1])
    at = next((i for i in above if grammar.tokens[i].pos == "VERB"), None)
    if at is None or grammar.lemma(at) not in _LASTS:
        return ""
    subject = grammar.subject(at)
    if subject is not None and grammar.tokens[subject].pos == "PRON":
        subject = grammar.tokens[at].head if grammar.tokens[at].dep == "relcl" else None
    named = subject is not None and grammar.tokens[subject].pos == "NOUN"
    return grammar.lemma(subject) if subject is not None and named else ""


def _differ(noun: str, figures: Sequence[Figure]) -> Iterator[Dispute]:
    ordered = sorted(of_one_value(figures), key=lambda f: (f.low, f.span))
    answers = gathered(ordered, _agree)
    if len(answers) < 2 or answers[-1][0].low > _FAR * max(answers[0][0].low, 1.0):
        return
    yield from disputed(
        "number",
        "difference",
        f"How long did the {noun} last?",
        [[figure.span for figure in same] for same in answers],
        " or ".join(same[0].grammar.words(same[0].number) for same in answers),
        0.65,
    )


def _agree(one: Figure, other: Figure) -> bool:
    """Return whether one length may be meant by both: "more than nine hours" may be 11 hours."""
    if one.low == one.high and other.low == other.high:
        return abs(one.low - other.low) <= max(one.slack, other.slack)
    return one.low <= other.high and other.low <= one.high
