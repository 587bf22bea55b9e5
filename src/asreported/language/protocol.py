"""What the rest of the program needs of a parser and of an encoder."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from asreported.model.document import Document
from asreported.model.parse import Parse


class Parser(Protocol):
    """Finds sentences, words, grammar and names."""

    name: str
    languages: frozenset[str]

    def begin(self, documents: Iterable[Document]) -> None:
        """Begin to parse ``documents`` in the background, where the parser can.

        `parse` is asked for them later, in any order; what it gives is the same without.
        """
        ...

    def parse(self, documents: Iterable[Document]) -> Iterator[Parse]:
        """Yield one parse a document, in order, of its headline, captions and article text.

        Regions of other kinds (comments, bios, navigation) are not parsed: nothing they say may
        become a statement. Equal documents give equal parses, alone or in any batch.
        """
        ...


class Encoder(Protocol):
    """Turns words into vectors whose cosine says how alike they are in meaning where they stand."""

    name: str

    def prepare(self) -> None:
        """Begin to load in the background; `encode_words` waits for it, and works without it."""
        ...

    def begin(self, sentences: Sequence[Sequence[str]], *, last: bool = False) -> None:
        """Begin to encode ``sentences`` in the background, for the next call of `encode_words`.

        ``last`` says that no others will come, so that nothing need wait to run with its like.
        The caller need not ask for all of them then; nor is anything changed where it never does.
        """
        ...

    def encode_words(self, sentences: Sequence[Sequence[str]]) -> list[NDArray[np.float32]]:
        """Return, for each sentence, an array of shape ``(len(words), size)``.

        A row says what the word stands for in its sentence; it is zero for a word beyond what the
        encoder reads. A sentence's rows do not depend on the other sentences of the call.
        """
        ...
