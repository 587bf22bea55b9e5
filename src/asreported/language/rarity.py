"""How rare a word is in English news.

The figures are the words' document frequencies in 3,577 news articles, kept by a hash of the stem,
so that the file holds numbers and no words; `scripts/fit_rarity.py` makes it. Two words of one
hash, about one in fourteen, get the commoner's figure. A word that the articles had once or never
is the rarest.
"""

from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING
from zlib import crc32

from asreported.errors import ModelError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SLOTS = 1 << 18
"""Length of the table: with 20,000 stems seen twice, seven in a hundred share their slot."""

STEPS = 24
"""Steps a unit of the natural logarithm that a figure is rounded to, so that it fits a byte."""

HIGHEST = 8.0
"""The rarity of a word that the articles had once or never."""


@cache
def rarity(stem: str) -> float:
    """Return ``log(articles / articles with the word)``, 0 (in all) to `HIGHEST`."""
    figure = int(_table()[slot(stem)])
    return HIGHEST if figure == 0 else (figure - 1) / STEPS


def slot(stem: str) -> int:
    """Return the place of a stem in the table."""
    return crc32(stem.encode("utf-8", "surrogatepass")) % SLOTS


@cache
def _table() -> "NDArray[np.uint8]":
    import numpy

    path = files("asreported.language").joinpath("rarity.npz")
    if not path.is_file():
        raise ModelError("language/rarity.npz is missing from the installed package")
    with numpy.load(BytesIO(path.read_bytes())) as held:
        figures: NDArray[np.uint8] = held["figures"]
        return figures
