"""Group accounts that are one account: the same text, or one agency's text, under several names.

Only prose counts. A quotation or an official statement that two accounts carry shows one speaker,
not one writer; and an agency's name on two different texts does not make them one.
"""

from collections.abc import Mapping, Sequence

from asreported.model.document import Document
from asreported.model.groups import connected
from asreported.stories.order import publication_times
from asreported.stories.ties import Tie

_SHOWN_WHOLE = 4
"""Accounts of one origin up to which the passages of every two are worth reading."""


def group_origins(
    documents: Sequence[Document], ties: Sequence[Tie]
) -> tuple[tuple[str, ...], ...]:
    """Return the ids of the documents, sorted, those of one origin together."""
    copies = ((tie.a.id, tie.b.id) for tie in ties if tie.is_copy)
    return tuple(map(tuple, connected(sorted({d.id for d in documents}), copies)))


def worth_listing(ties: Sequence[Tie], groups: Sequence[tuple[str, ...]]) -> list[Tie]:
    """Return the ties without those that only repeat, for each copy of a text, what its model has.

    Of an origin with more than four accounts one is the model, the earliest published and else the
    longest; the others are tied to it alone. Fifty copies then give 49 ties and not 1,225.
    """
    documents = {document.id: document for tie in ties for document in (tie.a, tie.b)}
    model: dict[str, str] = {}
    for group in groups:
        if len(group) > _SHOWN_WHOLE:
            model |= dict.fromkeys(group, _model([documents[key] for key in group]))
    return [tie for tie in ties if _is_shown(tie.a.id, tie.b.id, model)]


def _is_shown(a: str, b: str, model: Mapping[str, str]) -> bool:
    first, second = model.get(a, a), model.get(b, b)
    if first == second:
        return first in (a, b)
    return (first, second) == (a, b)


def _model(copies: Sequence[Document]) -> str:
    """Return the id of the document that the others are tied to."""
    times = (time for time, _ in publication_times(copies))
    _, _, chosen = min(
        (time, -len(copy.text), copy.id) for time, copy in zip(times, copies, strict=True)
    )
    return chosen
