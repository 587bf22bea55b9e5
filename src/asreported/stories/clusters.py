"""Join things whose likeness is high on average: average link, cut at a threshold."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from asreported.model.groups import connected

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]


def average_link(
    size: int, likeness: Mapping[tuple[int, int], float], least: float
) -> list[list[int]]:
    """Return groups of the numbers below ``size``, each sorted, in the order of their first.

    Two groups are joined while the mean likeness of their members, across, is ``least`` or more;
    the likest first. A pair that is not listed has likeness 0.
    """
    near = (pair for pair, value in likeness.items() if value >= least)
    components = connected(range(size), near)
    home = {member: number for number, members in enumerate(components) for member in members}
    inside: list[dict[tuple[int, int], float]] = [{} for _ in components]
    for (a, b), value in likeness.items():
        if home[a] == home[b]:
            inside[home[a]][a, b] = value
    groups = []
    for members, pairs in zip(components, inside, strict=True):
        joined = _chain(_matrix(members, pairs), least) if len(members) > 1 else [[0]]
        groups += [sorted(members[place] for place in group) for group in joined]
    return sorted(groups)


def _matrix(members: list[int], likeness: Mapping[tuple[int, int], float]) -> "Matrix":
    import numpy

    places = {member: place for place, member in enumerate(members)}
    matrix = numpy.zeros((len(members), len(members)))
    for (a, b), value in likeness.items():
        matrix[places[a], places[b]] = matrix[places[b], places[a]] = value
    numpy.fill_diagonal(matrix, -1.0)
    return matrix


def _chain(matrix: "Matrix", least: float) -> list[list[int]]:
    """Return the groups of one component by chains of nearest neighbours, in quadratic time."""
    groups = {place: [place] for place in range(len(matrix))}
    final: list[list[int]] = []
    chain: list[int] = []
    while groups:
        if not chain:
            chain.append(min(groups))
        row = matrix[chain[-1]]
        nearest = int(row.argmax())
        # At a tie the chain turns back, else it could walk in a ring.
        if len(chain) > 1 and row[chain[-2]] >= row[nearest]:
            nearest = chain[-2]
        if row[nearest] < least:
            final.append(groups.pop(chain[-1]))
            _drop(matrix, chain.pop())
        elif len(chain) > 1 and nearest == chain[-2]:
            _merge(matrix, groups, *sorted((chain.pop(), chain.pop())))
        else:
            chain.append(nearest)
    return final


def _merge(matrix: "Matrix", groups: dict[int, list[int]], kept: int, dropped: int) -> None:
    size, added = len(groups[kept]), len(groups[dropped])
    mean = (matrix[kept] * size + matrix[dropped] * added) / (size + added)
    matrix[kept] = mean
    matrix[:, kept] = mean
    matrix[kept, kept] = -1.0
    groups[kept] += groups.pop(dropped)
    _drop(matrix, dropped)


def _drop(matrix: "Matrix", place: int) -> None:
    matrix[place] = -1.0
    matrix[:, place] = -1.0
