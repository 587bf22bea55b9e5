"""How two English nouns are related as names of things: one thing, or two of a kind.

From WordNet 3.0, cut to the nouns that news has and to their first senses;
`scripts/build_kinship.py` makes it. A sense leads to the kinds above it, up to where kinds are so
wide ("object", "act") that two of one tell nothing of each other.
"""

from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any

from asreported.errors import ModelError

SENSES = 3
"""Senses of a noun that are kept, the commonest first: the others are rare in news."""
DEPTH = 4
"""Steps below the widest kind of all from which on a kind says what something is."""
_STEPS = 3  # "Pistol" and "revolver", "driver" and "man": beyond, the kin are far.


def are_same(one: str, other: str) -> bool:
    """Return whether two nouns in dictionary form may name one thing ("shop", "store").

    >>> are_same("shop", "store"), are_same("poster", "shop")
    (True, False)
    """
    return bool(set(_senses(one)) & set(_senses(other)))


def are_kin(one: str, other: str) -> bool:
    """Return whether two nouns name things of one narrow kind, or one names a kind of the other.

    >>> are_kin("revolver", "pistol"), are_kin("revolver", "school")
    (True, False)
    """
    above = {kind for sense in _senses(one) for kind in _line(sense)}
    return any(kind in above for sense in _senses(other) for kind in _line(sense))


def _senses(noun: str) -> tuple[int, ...]:
    known, starts, senses, _ = _table()
    at = known.get(noun)
    return () if at is None else tuple(senses[starts[at] : starts[at + 1]].tolist())


def _line(sense: int) -> list[int]:
    """Return the sense and the kinds above it, nearest first."""
    above = _table()[3]
    line = [sense]
    while len(line) <= _STEPS and above[line[-1]] >= 0:
        line.append(int(above[line[-1]]))
    return line


@cache
def _table() -> tuple[dict[str, int], Any, Any, Any]:
    import numpy

    path = files("asreported.language").joinpath("kinship.npz")
    if not path.is_file():
        raise ModelError("language/kinship.npz is missing from the installed package")
    with numpy.load(BytesIO(path.read_bytes())) as held:
        nouns = held["nouns"].tobytes().decode("ascii").split()
        known = {noun: at for at, noun in enumerate(nouns)}
        return known, held["starts"], held["senses"], held["above"]
