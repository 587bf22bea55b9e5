"""Refuse pages that hold no article: walls of consent and payment, errors, nothing at all."""

from asreported.documents.labels import Draft
from asreported.errors import DocumentError
from asreported.lexicon.load import table
from asreported.model.document import ARTICLE_KINDS

_STUB_WORDS = 120
"""Words of article text up to which a page that asks for consent or money is held for a wall."""


def refuse_stub(name: str, draft: Draft) -> None:
    """Let a page with an article pass.

    Raises:
        DocumentError: There is no article text (``no_text``), or only that of a wall (``stub``).
    """
    article = [draft.lines[at] for at in draft.of(*ARTICLE_KINDS)]
    words = sum(len(line.words) for line in article)
    if words <= _STUB_WORDS:
        told = _says_stub(draft)
        if told:
            raise DocumentError(name, "stub", f'no article, but a wall: "{told}"')
    if not words:
        raise DocumentError(name, "no_text", "no text of an article in it")


def _says_stub(draft: Draft) -> str:
    """Return the words by which the page says that its article is elsewhere, "" if it does not."""
    whole = " ".join(" ".join(line.plain.split()) for line in draft.lines).casefold()
    whole = whole.replace("’", "'")
    return next((row["phrase"] for row in table("stubs") if row["phrase"] in whole), "")
