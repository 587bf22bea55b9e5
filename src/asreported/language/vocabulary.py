"""The whole words of the encoder's vocabulary: what is common in English, 22,000 of them."""

from functools import cache
from importlib.resources import files

from asreported.errors import ModelError


@cache
def whole_words() -> frozenset[str]:
    """Return the words in lower case, without accents; pieces of words are not among them.

    Raises:
        ModelError: The file is not there.
    """
    path = files("asreported.language").joinpath("weights", "vocab.txt")
    if not path.is_file():
        raise ModelError("language/weights/vocab.txt is missing from the installed package")
    lines = path.read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line.isascii() and line.isalpha())
