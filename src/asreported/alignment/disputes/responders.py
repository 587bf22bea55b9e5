"""Find how many came to help, where accounts differ: divers, investigators, fire engines.

Each account that counts them has one number, and none of them came to harm.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from asreported.alignment.accounts.fates import TOLLS
from asreported.alignment.accounts.figures import Figure
from asreported.alignment.disputes.countings import is_other, of_one_value
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.lexicon.load import words
from asreported.lexicon.plurals import plural

_LEAST = 2  # One of them is seldom all.
_FAR = 4.0  # Beyond such a ratio the two are not one party.


def find_responder_disputes(figures: Sequence[Figure]) -> Iterator[Dispute]:
    """Yield a question for each kind of responders of whom accounts give different numbers."""
    told: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        known = figure.unit == "count" and figure.noun in words("responders", "noun")
        if known and not (figure.vague or is_other(figure)):
            told[figure.noun].append(figure)
    for noun in sorted(told):
        yield from _differ(noun, told[noun])


def _differ(noun: str, figures: Sequence[Figure]) -> Iterator[Dispute]:
    alone = [figure for figure in of_one_value(figures) if not _is_elsewhere(figure)]
    sizes = sorted({f.low for f in alone})
    bounded = any(f.bounded for f in alone)
    if len(sizes) < 2 or bounded or sizes[0] < _LEAST or sizes[-1] > _FAR * sizes[0]:
        return
    yield from disputed(
        "number",
        "difference",
        f"How many {plural(noun)}?",
        [[f.span for f in alone if f.low == size] for size in sizes],
        " or ".join(f"{size:g}" for size in sizes),
        0.6,
    )


def _is_elsewhere(figure: Figure) -> bool:
    """Return whether the number is of a part, of another time, or of such as came to harm."""
    return figure.apart or figure.act in TOLLS
