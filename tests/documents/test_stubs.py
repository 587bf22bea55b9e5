"""What is a wall, and what a short article beside a notice; invented pages."""

import pytest

from asreported.documents.build import read_document
from asreported.errors import DocumentError
from asreported.model.source import Page
from asreported.settings import Settings

SHORT = (
    "The harbour board closed the old quay on Monday because its crane needs repairs, said the"
    " clerk, Ada Roe. The town has to pay for the work, which takes until the autumn. Until then"
    " the boats land at the new quay, where the board counted forty of them in the spring, which is"
    " twelve more than a year ago."
)
NOTICE = "We use cookies to give you the best experience. Accept all cookies to go on."


def read(*paragraphs: str):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    markup = f"<html><title>Quay closed</title><body><h1>Quay closed</h1>{body}</body></html>"
    return read_document(Page("a.html", markup.encode(), "html"), Settings())


def test_a_notice_beside_a_short_article_is_no_wall():
    document = read(SHORT, f'<div class="cookie-banner">{NOTICE}</div>')
    kinds = {document.text[r.start : r.end]: r.kind for r in document.regions}
    assert kinds[SHORT] == "body"
    assert kinds[NOTICE] != "body"


def test_a_notice_with_a_line_of_text_is_a_wall():
    with pytest.raises(DocumentError) as refused:
        read(SHORT.split(". ")[0] + ".", NOTICE)
    assert refused.value.code == "stub"


def test_a_notice_as_long_as_an_article_is_a_wall():
    with pytest.raises(DocumentError) as refused:
        read(NOTICE + " " + " ".join(["Our partners and we store what you read on this site."] * 8))
    assert refused.value.code == "stub"
