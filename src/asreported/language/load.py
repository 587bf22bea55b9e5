"""Give the parser and the encoder that the program runs with, loaded on first use."""

from asreported.language.protocol import Encoder, Parser


def load_parser() -> Parser:
    """Return the English parser; its weights are read at the first parse."""
    from asreported.language.spacy_parser import SpacyParser

    return SpacyParser()


def load_encoder() -> Encoder:
    """Return the sentence encoder; its weights are read at the first call."""
    from asreported.language.minilm import MiniLM

    return MiniLM()
