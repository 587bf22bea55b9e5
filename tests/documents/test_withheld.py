"""Pages whose article stands in their data, in a template or in an element never closed."""

import html
import json

import pytest

from asreported.documents.build import article_text, read_document
from asreported.model.document import Document
from asreported.model.source import Page
from asreported.settings import Settings

PARAGRAPHS = (
    "The lock keepers of Tarn Water went back to work on Monday, their union said, after a week.",
    "About forty barges had waited below the weir, among them two that carry grain to the mills.",
    'The harbour board "will pay what was agreed in March", its chairwoman Ada Quill told members.',
    "Neither side said how the night shifts, over which the dispute began, will be shared out.",
)
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
MENU = '<ul class="menu"><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul>'
TITLE = "Lock keepers go back to work"


def read(body: str, told: str | None = None) -> Document:
    data = {"@type": "NewsArticle", "headline": TITLE, "articleBody": told}
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>' if told else ""
    head = f"<head><title>{TITLE}</title>{script}</head>"
    markup = f"<html>{head}<body>{body}</body></html>".encode()
    return read_document(Page("page.html", markup, "html"), Settings())


def codes(document: Document) -> set[str]:
    return {code for code, _ in document.warnings}


@pytest.mark.parametrize(
    "told",
    [
        pytest.param("\n\n".join(PARAGRAPHS), id="plain"),
        pytest.param(BODY, id="markup"),
        pytest.param(html.escape(BODY), id="escaped markup"),
    ],
)
def test_an_article_that_only_the_data_has_is_read(told: str) -> None:
    document = read(f"{MENU}<h1>{TITLE}</h1><p>Loading</p>", told)
    lines = article_text(document.text, document.regions).split("\n")
    assert [line for line in lines if line in PARAGRAPHS] == list(PARAGRAPHS)
    assert "shown_by_script" in codes(document)
    assert document.headline is not None
    assert document.quote(document.headline) == TITLE


def test_an_article_that_is_shown_comes_once() -> None:
    document = read(f"{MENU}<h1>{TITLE}</h1>{BODY}", "\n".join(PARAGRAPHS))
    assert all(document.text.count(paragraph) == 1 for paragraph in PARAGRAPHS)
    assert not codes(document)


def test_a_first_paragraph_that_is_shown_comes_once() -> None:
    document = read(f"<h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p>", BODY)
    assert all(document.text.count(paragraph) == 1 for paragraph in PARAGRAPHS)


def test_a_template_of_the_article_is_read() -> None:
    template = f'<script type="text/template">{BODY}</script>'
    document = read(f'<h1>{TITLE}</h1><div itemprop="articleBody">{template}</div>')
    assert all(p in article_text(document.text, document.regions) for p in PARAGRAPHS)
    assert "shown_by_script" in codes(document)


def test_a_template_elsewhere_is_not_shown() -> None:
    notice = "<p>We use cookies to remember what you like. You may refuse them.</p>" * 9
    document = read(f'<h1>{TITLE}</h1>{BODY}<script type="text/template">{notice}</script>')
    assert "cookies" not in document.text
    assert not codes(document)


def test_an_element_never_closed_swallows_no_page() -> None:
    document = read(f'<noscript><iframe src="/count"></iframe>{MENU}<h1>{TITLE}</h1>{BODY}')
    assert all(p in article_text(document.text, document.regions) for p in PARAGRAPHS)
    assert "swallowed" in codes(document)


def test_a_note_for_browsers_without_scripts_is_not_shown() -> None:
    document = read(f"<noscript><p>Turn scripts on.</p></noscript><h1>{TITLE}</h1>{BODY}")
    assert "scripts" not in document.text
    assert not codes(document)
