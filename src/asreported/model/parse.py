"""A document's sentences and words, with grammar, independent of the parser that found them."""

from dataclasses import dataclass
from typing import NamedTuple


class Token(NamedTuple):
    """One word or mark.

    ``start:end`` are code points of the document's text. ``pos`` is the universal part of speech,
    ``tag`` the Penn tag, ``dep`` the ClearNLP dependency label. ``head`` is the index, in
    `Parse.tokens`, of the governing token (its own index for a root). ``entity`` is the OntoNotes
    type of the name that the token is part of, or "", and ``entity_begins`` is True on the first.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str
    entity_begins: bool


class Sentence(NamedTuple):
    """Tokens ``first:last`` (half-open indices into `Parse.tokens`), in a region of ``kind``."""

    first: int
    last: int
    kind: str


@dataclass(frozen=True, slots=True)
class Parse:
    """All parsed text of document ``document`` in text order: headline, captions, article text."""

    document: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    parser: str
