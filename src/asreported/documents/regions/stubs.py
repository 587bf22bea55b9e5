"""Refuse pages that hold no article: walls of consent and payment, errors, nothing at all."""

from collections.abc import Sequence

from asreported.documents.lines.labels import Draft
from asreported.documents.lines.lines import Line
from asreported.errors import DocumentError
from asreported.lexicon.load import table
from asreported.model.document import ARTICLE_KINDS

_STUB_WORDS = 120
"""Words of article text up to which a page that asks for consent or money is held for a wall."""
_NOTE_WORDS = 50
"""Words from which the text of a page is held for an article, however short."""


def refuse_stub(name: str, draft: Draft) -> None:
    """Let a page with an article pass.

    Raises:
        DocumentError: There is no article text (``no_text``), or only that of a wall (``stub``).
    """
    article = [draft.lines[at] for at in draft.of(*ARTICLE_KINDS)]
    words = sum(len(line.words) for line in article)
    if words <= _STUB_WORDS:
        # A notice beside a short article is none: it has to be the text, or nearly all there is.
        told = _says_stub(draft.lines if words < _NOTE_WORDS else article)
        if told:
            raise DocumentError(name, "stub", f'no article, but a wall: "{told}"')
    if not words:
        raise DocumentError(name, "no_text", "no text of an article in it")


def _says_stub(lines: Sequence[Line]) -> str:
    """Return the words by which ``lines`` say that the article is elsewhere, "" if they do not."""
    whole = " ".join(" ".join(line.plain.split()) for line in lines).casefold()
    whole = whole.replace("’", "'")
    return next((row["phrase"] for row in table("stubs") if row["phrase"] in whole), "")
