"""Find tolls of some former event on which accounts differ: "in 2019, when 112 people died".

They tell of no new event, so that neither grew: a figure was miscopied, or another is meant.
"""

from collections.abc import Iterator, Sequence

from asreported.alignment.accounts.fates import TOLLS
from asreported.alignment.accounts.figures import Figure
from asreported.alignment.accounts.whens import YEAR
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.alignment.disputes.tolls import counted, sentence_of
from asreported.model.span import Span

_FAR = 1.5  # Beyond such a ratio two tolls are of two events.
_NEAR = 1.15  # "About 2,300" may be so many more, or fewer.
_FEWEST = 3  # Of fewer an account often tells a part.


def find_past_toll_disputes(figures: Sequence[Figure]) -> Iterator[Dispute]:
    """Yield a question for each toll of a former year or place that two accounts give otherwise."""
    past = [f for f in figures if f.apart and f.act in TOLLS and f.unit == "count" and not f.vague]
    past = [f for f in past if f.low == f.high and f.low >= _FEWEST and not f.beside]
    taken: set[Span] = set()
    for number, one in enumerate(past):
        rivals = [other for other in past[number + 1 :] if _are_rivals(one, other)]
        if one.span in taken or not rivals:
            continue
        same = [f for f in past if f.value == one.value and _of_one(f, one)]
        others = [f for f in past if f.value == rivals[0].value and _of_one(f, rivals[0])]
        taken.update(f.span for f in (*same, *others))
        told = " and ".join(f'"{f.grammar.words(f.span)}"' for f in (one, rivals[0]))
        yield from disputed(
            "number",
            "difference",
            f"How many people were {'killed' if one.act == 'kill' else 'counted'} then?",
            [[f.span for f in same], [f.span for f in others]],
            f"a former toll: {told}",
            0.7,
        )


def _are_rivals(one: Figure, other: Figure) -> bool:
    if one.document == other.document or one.value == other.value:
        return False
    sizes = sorted((one.low, other.low))
    near = _NEAR if one.bounded or other.bounded else 1.0
    return near * sizes[0] <= sizes[1] <= _FAR * sizes[0] and _of_one(one, other)


def _of_one(one: Figure, other: Figure) -> bool:
    """Return whether both sentences name one year, or one place, and no two years."""
    if one.act != other.act or counted(one) != counted(other):
        return False
    years = _years(one), _years(other)
    if all(years):
        return bool(years[0] & years[1])
    return bool(one.places & other.places)


def _years(figure: Figure) -> set[str]:
    return set(YEAR.findall(figure.grammar.words(sentence_of(figure))))
