"""Tell which points a reader has from another one that is shown.

The report keeps all; in the lists a reader is shown the whole and not its part beside it, and not
one thing twice because one account more was found to tell it.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from asreported.model.span import Span

_SAME = 0.8
"""Share of each of two places that both have, from which a reader takes them for one."""


ONE_ORIGIN = "one origin"
"""The list of points that all their accounts have from one origin."""
_FEWEST = 3
"""Words that stand in another's sentence by no chance."""


class Listed(NamedTuple):
    """A point as it would be shown: ``sort`` is the list it stands in, ``label`` its words there.

    ``spans`` are all places that tell it, in order. ``said`` are the words of the label, folded,
    where all its accounts have them word for word, else "".
    """

    id: str
    sort: str
    label: Span
    spans: tuple[Span, ...]
    said: str = ""

    @property
    def accounts(self) -> frozenset[str]:
        """Return the ids of the documents that tell it."""
        return frozenset(span.document for span in self.spans)


def find_wholes(listed: Sequence[Listed]) -> dict[str, str]:
    """Return, for each point (id) that a reader has from another one, which one that is.

    ``listed`` are those that several accounts tell, in the order of display.
    """
    found = _parts(listed)
    kept = [one for one in listed if one.id not in found]
    shown: list[Listed] = []
    # Of one sentence all pieces have the origin that is known of any.
    for one in sorted(kept, key=lambda each: (-len(each.accounts), each.sort != ONE_ORIGIN)):
        again = next((other for other in shown if _is_told_by(one, other)), None)
        if again is None:
            shown.append(one)
        else:
            found[one.id] = again.id
    for number, one in enumerate(shown):
        wholes = (each for n, each in enumerate(shown) if _is_piece_of(one, each, n < number))
        again = next(wholes, None)
        if again is not None:
            found[one.id] = again.id
    for key, whole in found.items():
        while whole in found:
            whole = found[whole]
        found[key] = whole
    return found


def _parts(listed: Sequence[Listed]) -> dict[str, str]:
    """Return those of which another tells every place, and more."""
    by_document: dict[str, list[tuple[Span, Listed]]] = {}
    for one in listed:
        for span in one.spans:
            by_document.setdefault(span.document, []).append((span, one))
    found: dict[str, str] = {}
    for part in listed:
        for span, whole in by_document[part.spans[0].document]:
            if (
                span.covers(part.spans[0])
                and _cover(whole.spans, part.spans)
                and not _cover(part.spans, whole.spans)
            ):
                found[part.id] = whole.id
                break
    return found


def _cover(whole: Iterable[Span], spans: Iterable[Span]) -> bool:
    return all(any(span.covers(part) for span in whole) for part in spans)


def _is_told_by(one: Listed, other: Listed) -> bool:
    """Return whether all accounts of the one tell the other, where the same words are shown."""
    if one.sort != other.sort or not one.accounts <= other.accounts:
        return False
    return any(_is_same(one.label, span) for span in (other.label, *other.spans))


def _is_piece_of(one: Listed, other: Listed, first: bool) -> bool:
    """Return whether all accounts of the one have its words in the other's sentence.

    Of two that are shown alike the one of more accounts is kept, else the ``first``.
    """
    few = one.said.count(" ") <= _FEWEST
    if few or one.said not in other.said or not one.accounts <= other.accounts:
        return False
    return one.said != other.said or one.accounts < other.accounts or first


def _is_same(one: Span, other: Span) -> bool:
    return one.shared(other) >= _SAME * max(len(one), len(other))
