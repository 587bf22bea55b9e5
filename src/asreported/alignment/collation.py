"""Collate two wordings of one utterance: what both have, what was cut, which words differ."""

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from asreported.alignment.utterances import Utterance
from asreported.lexicon.load import words
from asreported.model.span import Span

_SAME = 0.999


@dataclass(frozen=True, slots=True)
class Change:
    """Words of one wording where the other has others, either side None where it has nothing."""

    a: Span | None
    b: Span | None
    sense: str
    """What makes the change one of sense ("negation", "extent", "opposite"), else ""."""


def collate(a: Utterance, b: Utterance) -> tuple[str, list[Change]]:
    """Return the kind (identical, cut, reworded) and the changes from ``a`` to ``b``."""
    changes = list(_changes(a, b))
    if not changes:
        return "identical", []
    inner = [change for change in changes if change.a and change.b]
    lacking = {"a" if change.b is None else "b" for change in changes if not (change.a and change.b)}
    if not inner and len(lacking) == 1:
        return "cut", changes
    return "reworded", changes


def _changes(a: Utterance, b: Utterance) -> Iterator[Change]:
    for code in LCSseq.opcodes(a.stems, b.stems):
        if code.tag == "equal":
            continue
        left = _span(a, code.src_start, code.src_end)
        right = _span(b, code.dest_start, code.dest_end)
        gone = a.stems[code.src_start : code.src_end]
        come = b.stems[code.dest_start : code.dest_end]
        yield Change(left, right, _sense(gone, come))


def _span(utterance: Utterance, first: int, last: int) -> Span | None:
    if first == last:
        return None
    return Span(utterance.document, utterance.places[first][0], utterance.places[last - 1][1])


def _sense(gone: tuple[str, ...], come: tuple[str, ...]) -> str:
    only = (set(gone) - set(come)) | (set(come) - set(gone))
    for name, table in _senses().items():
        if only & table:
            return name
    if _numbers(gone) != _numbers(come) and _numbers(gone) and _numbers(come):
        return "number"
    return ""


def _senses() -> dict[str, frozenset[str]]:
    return {
        "negation": frozenset({"not", "no", "never", "n't", "none", "nobody", "without"}),
        "extent": words("extents"),
    }


def _numbers(stems: tuple[str, ...]) -> set[str]:
    return {stem for stem in stems if stem[:1].isdigit()}
