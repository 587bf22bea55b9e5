"""Run the grammar and the recogniser of names in steps over many texts at once.

spaCy's own loop takes one text after the other, or a few, and spends most of its time in calls on
tiny matrices. Taking the next step of all texts together gives the same outcome in half the time.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any


class Steps:
    """A component that does what ``part``, which takes a text word by word, does."""

    def __init__(self, part: Any) -> None:
        self._part = part

    def __call__(self, doc: Any) -> Any:
        """Annotate one text."""
        self._annotate([doc])
        return doc

    def pipe(self, docs: Iterable[Any], *, batch_size: int) -> Iterator[Any]:
        """Yield the texts in order, annotated."""
        waiting = iter(docs)
        while batch := list(islice(waiting, batch_size)):
            self._annotate(batch)
            yield from batch

    def _annotate(self, docs: list[Any]) -> None:
        part = self._part
        states = part.moves.init_batch(docs)
        if any(len(doc) for doc in docs):
            step = part.model.predict(docs)
            unfinished = [state for state in states if not state.is_final()]
            while unfinished:
                unfinished = part.transition_states(unfinished, step.predict(unfinished))
        part.set_annotations(docs, states)
