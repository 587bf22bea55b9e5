"""Find how many are hurt so badly that they may die, where accounts differ.

"Nine are in a critical condition", "five of them critically", "seven are fighting for their lives".
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from asreported.alignment.accounts.figures import Figure
from asreported.alignment.disputes.countings import of_one_value
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.alignment.disputes.tolls import ANYBODY, PRONOUNS
from asreported.model.span import Span

# Neither another number nor another clause may stand between.
_BADLY = re.compile(
    r"(?: of (?:the|those|them)\b)?[\w' -]{0,40}?\b(?P<how>in (?:an? )?(?:very )?critical condition"
    r"|critically\b|fight(?:ing)? for (?:(?:their|his|her) )?li(?:fe|ves)|life-threatening)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE)
_NOBODY = re.compile(r"\b(?:no longer|not|none|out of)\b", re.IGNORECASE)
_REACH = 90  # Characters behind a number that are looked at.
_FAR = 4.0  # Beyond such a ratio the two are not of one event.


def find_critical_disputes(figures: Sequence[Figure]) -> Iterator[Dispute]:
    """Yield the question how many are in danger of death, where accounts with one number differ."""
    badly = {f.number: span for f in figures if _is_of_people(f) and (span := _badly(f))}
    told = [figure for figure in figures if figure.number in badly]
    values: dict[float, list[Figure]] = defaultdict(list)
    for figure in of_one_value(told):
        values[figure.low].append(figure)
    sizes = sorted(values)
    if len(sizes) < 2 or sizes[-1] > _FAR * sizes[0]:
        return
    yield from disputed(
        "update",
        "difference",
        "How many are critically hurt?",
        [[badly[figure.number] for figure in values[size]] for size in sizes],
        " or ".join(f"{size:g}" for size in sizes),
        0.75,
    )


def _is_of_people(figure: Figure) -> bool:
    whole = figure.unit == "count" and figure.value is not None and figure.low == figure.high
    noun = figure.noun in ANYBODY | PRONOUNS or figure.kind in {"", "person"}
    return whole and figure.low > 0 and noun


def _badly(figure: Figure) -> Span | None:
    """Return the number with the words behind it that say how badly they are hurt."""
    text = figure.grammar.reading.document.text
    end = figure.number.end
    match = _BADLY.match(text, end, end + _REACH)
    if match is None or _NOBODY.search(match.group()) or _NUMBER.search(match.group()):
        return None
    return Span(figure.document, figure.number.start, match.end("how"))
