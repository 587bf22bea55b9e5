"""Which words English has: the common ones by name, the others by a table of bits.

The common ones are the 22,000 whole words of the encoder's vocabulary. What a dictionary has beside
them is kept as two bits a word, so that the file holds no words; `scripts/fit_vocabulary.py` makes
it. Of words that no dictionary has, two in a hundred are taken for words.
"""

from functools import cache
from importlib.resources import files
from io import BytesIO
from zlib import adler32, crc32

from asreported.errors import ModelError

SLOTS = 1 << 20
"""Length of the table in bits: 65,000 words set one in nine."""


@cache
def whole_words() -> frozenset[str]:
    """Return the common words in lower case, without accents; pieces of words are not among them.

    Raises:
        ModelError: The file is not there.
    """
    lines = _file("weights", "vocab.txt").decode("utf-8").splitlines()
    return frozenset(line for line in lines if line.isascii() and line.isalpha())


def is_word(word: str) -> bool:
    """Return whether a dictionary has the word (lower case), as it stands.

    Raises:
        ModelError: The file is not there.
    """
    return word in whole_words() or all(
        _bits()[at >> 3] >> (7 - (at & 7)) & 1 for at in slots(word)
    )


def slots(word: str) -> tuple[int, int]:
    """Return the two places of a word in the table."""
    written = word.encode("utf-8", "surrogatepass")
    return crc32(written) % SLOTS, crc32(written, adler32(written)) % SLOTS


@cache
def _bits() -> bytes:
    import numpy

    with numpy.load(BytesIO(_file("vocabulary.npz"))) as held:
        return bytes(held["bits"])


def _file(*names: str) -> bytes:
    path = files("asreported.language").joinpath(*names)
    if not path.is_file():
        raise ModelError(f"language/{'/'.join(names)} is missing from the installed package")
    return path.read_bytes()
