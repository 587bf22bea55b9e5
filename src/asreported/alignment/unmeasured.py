"""Say what could not be measured."""

from collections.abc import Callable, Iterator, Sequence

from asreported.alignment.complete import find_shortfall
from asreported.model.comparison import NotMeasured
from asreported.model.statement import Reading
from asreported.model.story import Story


def find_unmeasured(readings: Sequence[Reading], story: Story) -> tuple[NotMeasured, ...]:
    """Return what could not be measured, why, and in which accounts (document ids, sorted).

    The order is fixed: what hinders the comparison as a whole comes first.
    """
    found = [*_whole(readings, story), *_twice(readings)]
    for what, why, lacks in _CHECKS:
        documents = tuple(sorted(r.document.id for r in readings if lacks(r)))
        if documents:
            found.append(NotMeasured(what, why, documents))
    found += _shortfalls(readings)
    found += _skipped(readings)
    return tuple(found)


def _whole(readings: Sequence[Reading], story: Story) -> list[NotMeasured]:
    """Return what the set of accounts as such does not allow."""
    documents = tuple(sorted(reading.document.id for reading in readings))
    if len(documents) < 2:
        why = "there is one account only; nothing stands against it"
        return [NotMeasured("agreement, conflict and omission", why, documents)]
    agencies = {r.document.wire.agency if r.document.wire else "" for r in readings}
    outlets = {r.document.outlet.name if r.document.outlet else "" for r in readings}
    if len(story.origin_groups) == 1:
        why = "all accounts share their prose; they are one source"
    elif len(agencies) == 1 and "" not in agencies:
        why = f"all accounts are credited to {agencies.pop()}"
    elif len(outlets) == 1 and "" not in outlets:
        why = f"all accounts are from {outlets.pop()}"
    else:
        return []
    return [NotMeasured("independent agreement", why, documents)]


def _twice(readings: Sequence[Reading]) -> Iterator[NotMeasured]:
    """Yield the accounts of one text and no other outlet: perhaps one article, saved twice."""
    by_text: dict[tuple[str, str], list[str]] = {}
    for reading in readings:
        outlet = reading.document.outlet
        by_text.setdefault((reading.document.text, outlet.name if outlet else ""), []).append(
            reading.document.id
        )
    why = "the texts are the same to the letter; if one article was saved twice, give it once"
    for documents in sorted(sorted(same) for same in by_text.values()):
        if len(documents) > 1:
            yield NotMeasured("number of accounts", why, tuple(documents))


def _undated(reading: Reading) -> bool:
    return reading.document.published is None


def _unsigned(reading: Reading) -> bool:
    return reading.document.outlet is None


def _speakerless(reading: Reading) -> bool:
    return any(s.kind == "quote" and s.speaker is None for s in reading.statements)


_CHECKS: tuple[tuple[str, str, Callable[[Reading], bool]], ...] = (
    (
        "order in time",
        "no date of publication was found, so “Monday” and “yesterday” may not be resolved and "
        "nothing says which account is the later one",
        _undated,
    ),
    ("outlet", "the text does not say who published it", _unsigned),
    ("speaker of a quotation", "no speaker was found for a quotation", _speakerless),
)


def _shortfalls(readings: Sequence[Reading]) -> list[NotMeasured]:
    """Return the accounts that are not held to have left anything out, a reason each."""
    found = []
    for reading in sorted(readings, key=lambda r: r.document.id):
        why = find_shortfall(reading)
        if why:
            found.append(NotMeasured("what the account leaves out", why, (reading.document.id,)))
    return found


def _skipped(readings: Sequence[Reading]) -> list[NotMeasured]:
    by_step: dict[str, list[str]] = {}
    for reading in readings:
        for step in reading.skipped:
            by_step.setdefault(step, []).append(reading.document.id)
    return [
        NotMeasured(step.partition(":")[0], step.partition(":")[2].strip(), tuple(sorted(ids)))
        for step, ids in sorted(by_step.items())
    ]
