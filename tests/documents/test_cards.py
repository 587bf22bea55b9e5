"""Link cards that a copied page has left inside its sentences."""

import time

import pytest

from asreported.documents.build import read_document
from asreported.documents.regions.cards import find_cards
from asreported.language.load import load_parser
from asreported.model.source import Page
from asreported.report.accounts import Account
from asreported.settings import Settings
from asreported.statements.read import read_statements

LINES = {
    "glued": "Senator Ada Quill [Ada Jane QuillHarbour vote delayed Quill: no deal MORE] said so.",
    "digit": "Tove Brandt [Tove Inga Brandt2031 in pictures MORE] left.",
    "nothing listed": "They met Ada Quill [Ada (Addie) QuillMORE] on the pier.",
    "apart": "Senator Ada Quill [Ada Jane Quill Harbour vote delayed MORE] said so.",
    "two": "Ada Quill [Ada Jane QuillNo deal MORE] met Tove Brandt [Tove BrandtOn ice MORE]'s.",
    "name met again": "Brandt met Ada Quill [Ada Jane QuillBrandt and Quill at odds MORE] there.",
    "a call to read on": "Ada Quill left. CLICK HERE TO READ MORE",
    "shouted": "Ada Quill said Quill would pay MORE, not less.",
    "a name twice": "Ada Quill and Tove Quill want MORE boats.",
}


@pytest.mark.parametrize("marked", LINES.values(), ids=LINES)
def test_cards(marked: str) -> None:
    line = marked.replace("[", "").replace("]", "")
    expected = [part.partition("]")[0] for part in marked.split("[")[1:]]
    assert [line[start:end] for start, end in find_cards(line)] == expected


ARTICLE = """Ferry talks end

“The deal is done,” Senator Ada Quill Ada Jane QuillFive facts about the 'ghost ferry' \
Quill: “never again” MORE said on Monday in Port Ember, where nine people wait.
"""


def test_a_sentence_is_read_whole_around_a_card() -> None:
    settings = Settings()
    document = read_document(Page("talks.txt", ARTICLE.encode(), "text"), settings)
    assert [r.kind for r in document.regions] == ["headline", "body", "promo", "body"]
    whole = document.unbroken()
    assert "Senator Ada Quill said on Monday" in " ".join(whole.text.split())
    assert len(whole.text) == len(ARTICLE)
    (parse,) = load_parser().parse([document])
    reading = read_statements(document, parse)
    assert reading.document.text == ARTICLE
    quotes = [s for s in reading.statements if s.kind == "quote"]
    assert [document.quote(s.content[0]) for s in quotes] == ["The deal is done,"]
    assert [s.speaker and s.speaker.name for s in quotes] == ["Ada Quill"]
    named = {m.name for m in reading.mentions}
    assert not any("Jane" in name for name in named)


@pytest.mark.parametrize("line", ["Aa " * 30_000 + "MORE", "Aa Aa MORE " * 9_000, "MORE" * 20_000])
def test_time_is_linear(line: str) -> None:
    began = time.process_time()
    list(find_cards(line))
    assert time.process_time() - began < 1


def test_words_around_a_card_are_shown_with_dots() -> None:
    document = read_document(Page("talks.txt", ARTICLE.encode(), "text"), Settings())
    account = Account(document, "talks", "talks")
    start = ARTICLE.index("Senator")
    span = document.span(start, ARTICLE.index(" in Port Ember"))
    assert account.words(span) == "Senator Ada Quill … said on Monday"
