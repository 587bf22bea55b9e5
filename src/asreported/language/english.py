"""Put spaCy's small English model together from its files.

``spacy.load`` resolves a configuration through registries, checks it, and reads tables that nothing
here asks: half of its time. The parts are known, so they are made directly; what they find is the
same, word for word. Another model than the one known is left to ``spacy.load``.
"""

import json
from collections.abc import Iterable, Iterator
from configparser import RawConfigParser
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from asreported.language.attributes import Attributes, can_replace
from asreported.language.forms import remember_forms
from asreported.language.steps import Steps

_ATTRIBUTES = ("NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE")
_ROWS = (5000, 1000, 2500, 2500, 50, 50)
_WIDTH, _WINDOW, _PIECES, _DEPTH = 96, 1, 3, 4
_HIDDEN, _MOVE_PIECES = 64, 2
_OF_NAMES = 4
"""Attributes of a word that the recogniser of names embeds: the first of them."""
# Titles in short that spaCy's rules for English lack.
_RANKS = ("Capt.", "Lt.", "Sgt.", "Cmdr.", "Comdr.", "Col.", "Maj.", "Cpl.", "Pvt.", "Pfc.",
          "Brig.", "Supt.", "Det.", "Insp.", "Hon.")  # fmt: skip


def _embeds(attributes: int) -> dict[str, str]:
    return {
        "attrs": json.dumps(_ATTRIBUTES[:attributes], separators=(",", ":")),
        "rows": json.dumps(_ROWS[:attributes], separators=(",", ":")),
        "include_static_vectors": "false",
    }


def _moves_by(kind: str) -> dict[str, str]:
    return {
        "@architectures": '"spacy.TransitionBasedParser.v2"',
        "state_type": f'"{kind}"',
        "extra_state_tokens": "false",
        "hidden_width": f"{_HIDDEN}",
        "maxout_pieces": f"{_MOVE_PIECES}",
        "use_upper": "true",
    }


_ENCODES = {
    "@architectures": '"spacy.MaxoutWindowEncoder.v2"',
    "width": f"{_WIDTH}",
    "depth": f"{_DEPTH}",
    "window_size": f"{_WINDOW}",
    "maxout_pieces": f"{_PIECES}",
}
_LISTENS = {"@architectures": '"spacy.Tok2VecListener.v1"'}
# What the configuration of the known model says, as far as its parts depend on it.
_KNOWN = {
    "components.lemmatizer": {"mode": '"rule"', "overwrite": "false"},
    "components.ner.model": _moves_by("ner"),
    "components.ner.model.tok2vec.embed": {"width": f"{_WIDTH}", **_embeds(_OF_NAMES)},
    "components.ner.model.tok2vec.encode": _ENCODES,
    "components.parser.model": _moves_by("parser"),
    "components.parser.model.tok2vec": _LISTENS,
    "components.tagger.model": {"@architectures": '"spacy.Tagger.v2"', "normalize": "false"},
    "components.tagger.model.tok2vec": _LISTENS,
    "components.tok2vec.model.embed": {
        "@architectures": '"spacy.MultiHashEmbed.v2"',
        **_embeds(len(_ROWS)),
    },
    "components.tok2vec.model.encode": _ENCODES,
}


class English:
    """The parts of the model, in the order in which they run."""

    def __init__(self, folder: Path) -> None:
        from spacy.lang.en import English as Defaults
        from spacy.lang.en.lemmatizer import EnglishLemmatizer
        from spacy.pipeline import DependencyParser, EntityRecognizer, Tagger, Tok2Vec
        from spacy.vocab import create_vocab

        aside = ["vocab"]
        vocab = create_vocab("en", Defaults.Defaults)
        # The words that it has seen are not needed: those of a text are added as they come.
        vocab.from_disk(folder / "vocab", exclude=["strings", "vectors"])
        self.stop_words: frozenset[str] = frozenset(Defaults.Defaults.stop_words)
        self._tokenizer = _tokenizer(vocab, Defaults.Defaults)
        keep_ranks(self._tokenizer)
        tok2vec = Tok2Vec(vocab, _embedding(len(_ROWS)))
        tagger = Tagger(vocab, _tagging())
        parser = DependencyParser(vocab, _moves("parser", _listener()))
        recogniser = EntityRecognizer(vocab, _moves("ner", _embedding(_OF_NAMES)))
        for name, part in (("tok2vec", tok2vec), ("tagger", tagger), ("parser", parser)):
            part.from_disk(folder / name, exclude=aside)
        recogniser.from_disk(folder / "ner", exclude=aside)
        remember_forms(tok2vec.model)
        remember_forms(recogniser.model.get_ref("tok2vec").layers[0])
        for label in tagger.labels:
            vocab.strings.add(label)
        lemmatizer = EnglishLemmatizer(vocab, None, mode="rule")
        lemmatizer.from_disk(folder / "lemmatizer", exclude=aside)
        self.lookups = lemmatizer.lookups
        _quicken(self.lookups)
        self._parts = (
            tok2vec,
            tagger,
            Steps(parser),
            _Each(Attributes(_rules(folder))),
            lemmatizer,
            Steps(recogniser),
        )

    def pipe(self, texts: Iterable[str], *, batch_size: int) -> Iterator[Any]:
        """Yield the texts parsed, in order."""
        waiting = iter(texts)
        while batch := list(islice(waiting, batch_size)):
            docs: Iterable[Any] = [self._tokenizer(text) for text in batch]
            for part in self._parts:
                docs = list(part.pipe(docs, batch_size=batch_size))
            yield from docs


class Loaded:
    """A model that ``spacy.load`` gave, with two parts replaced by quicker ones of one outcome."""

    def __init__(self, model: Any) -> None:
        rules = model.get_pipe("attribute_ruler").patterns
        if can_replace(rules):
            name = "asreported_attributes"
            type(model).component(name, func=Attributes(rules))
            model.remove_pipe("attribute_ruler")
            model.add_pipe(name, before="lemmatizer")
        names = Steps(model.get_pipe("ner"))
        type(model).factory("asreported_names", func=lambda nlp, name: names)  # noqa: ARG005 - as spaCy calls it
        model.remove_pipe("ner")
        model.add_pipe("asreported_names", last=True)
        keep_ranks(model.tokenizer)
        self.lookups = model.get_pipe("lemmatizer").lookups
        self.stop_words: frozenset[str] = frozenset(model.Defaults.stop_words)
        self._model = model

    def pipe(self, texts: Iterable[str], *, batch_size: int) -> Iterator[Any]:
        """Yield the texts parsed, in order."""
        yield from self._model.pipe(texts, batch_size=batch_size)


def keep_ranks(tokenizer: Any) -> None:
    """Have "Capt." read as one word, as the model was trained: its stop ends no sentence.

    The rules for English have "Gov." and "Gen." only, so "spokesman Capt. Ada Roe said" broke.
    """
    for rank in _RANKS:
        tokenizer.add_special_case(rank, [{"ORTH": rank}])


class _Each:
    """A part that takes one text after the other."""

    def __init__(self, part: Any) -> None:
        self._part = part

    def pipe(self, docs: Iterable[Any], *, batch_size: int) -> Iterator[Any]:  # noqa: ARG002
        return map(self._part, docs)


def find_folder(package: str) -> Path | None:
    """Return where an installed package has the files of the known model, None if it has not."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return None
    for path in sorted(Path(spec.origin).parent.glob(f"{package}-*/config.cfg")):
        if _is_known(path) and can_replace(_rules(path.parent)):
            return path.parent
    return None


def _is_known(path: Path) -> bool:
    config = RawConfigParser()
    config.read_string(path.read_text("utf-8"))
    return all(
        config.has_section(section)
        and all(
            "".join(config.get(section, key, fallback="").split()) == value
            for key, value in wanted.items()
        )
        for section, wanted in _KNOWN.items()
    )


def _rules(folder: Path) -> Any:
    import srsly

    return srsly.read_msgpack(folder / "attribute_ruler" / "patterns")


def _quicken(lookups: Any) -> None:
    """Make sets of the lists of known words: each new word of a text is looked for in them."""
    index = lookups.get_table("lemma_index")
    for kind in list(index):
        index[kind] = frozenset(index[kind])


def _tokenizer(vocab: Any, defaults: Any) -> Any:
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    return Tokenizer(
        vocab,
        rules=defaults.tokenizer_exceptions,
        prefix_search=compile_prefix_regex(defaults.prefixes).search,
        suffix_search=compile_suffix_regex(defaults.suffixes).search,
        infix_finditer=compile_infix_regex(defaults.infixes).finditer,
        token_match=defaults.token_match,
        url_match=defaults.url_match,
    )


def _embedding(attributes: int) -> Any:
    from spacy.ml.models.tok2vec import MaxoutWindowEncoder, MultiHashEmbed, build_Tok2Vec_model

    return build_Tok2Vec_model(
        MultiHashEmbed(_WIDTH, list(_ATTRIBUTES[:attributes]), list(_ROWS[:attributes]), False),
        MaxoutWindowEncoder(_WIDTH, _WINDOW, _PIECES, _DEPTH),
    )


def _listener() -> Any:
    from spacy.ml.models.tok2vec import tok2vec_listener_v1

    return tok2vec_listener_v1(_WIDTH, "tok2vec")


def _tagging() -> Any:
    from spacy.ml.models.tagger import build_tagger_model

    return build_tagger_model(_listener())


def _moves(kind: Literal["parser", "ner"], words: Any) -> Any:
    from spacy.ml.models.parser import build_tb_parser_model

    return build_tb_parser_model(words, kind, False, _HIDDEN, _MOVE_PIECES, True)
