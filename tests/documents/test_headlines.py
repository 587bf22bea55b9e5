"""The headline of a whole page copied from a browser: menus, teasers and all."""

import numpy as np
import pytest

from asreported.documents.build import read_document
from asreported.documents.lines.lines import split_lines
from asreported.documents.regions import regions
from asreported.documents.regions.headlines import find_headline
from asreported.documents.weights.linemodel import Odds
from asreported.model.source import Page
from asreported.settings import Settings

MENU = "\n".join(f"{place}" for place in (
    "Home", "News", "Sport", "Culture", "Weather", "Letters", "Archive", "Search", "Log in",
    "Subscribe", "Today's paper", "Regatta", "Harwich Road", "Business", "Obituaries",
    "Puzzles", "Games", "About us",
))  # fmt: skip
TEASERS = "Old mill to become a school\nRegatta moved to June\nNew bus for the upper town"
ARTICLE = "\n".join(
    f"The harbour board of Lindmouth counted {n} boats on Monday, and its clerk said that the old"
    " quay would be closed to carts until the repairs of the crane are paid for."
    for n in range(12, 18)
)
FOOT = "Contact\nImprint\nPrivacy\nTerms of use\nFollow us\nNewsletter\nJobs\nMore from Lindmouth"
TITLE = "Harbour board closes the old quay"
HEADS = {
    "below_the_menu": f"{TITLE}\nBy Jane Doe\n3 May 2026",
    "kicker_and_deck": (
        f"Port\n{TITLE}\nThe crane must be mended first, says the clerk\n3 May 2026, 10:15"
    ),
    "path_of_pages": f"Home / News / {TITLE}\n{TITLE}\nJane Doe\n3 May 2026",
    "teasers_above": f"{TEASERS}\n{TITLE}\n3 May 2026",
}


def read(head):
    page = "\n".join((MENU, head, ARTICLE, TEASERS, FOOT))
    return read_document(Page("a.txt", page.encode(), "text"), Settings())


@pytest.mark.parametrize("case", HEADS, ids=str)
def test_headline_of_a_whole_page(case):
    document = read(HEADS[case])
    assert document.headline is not None
    assert document.quote(document.headline) == TITLE
    assert document.published is not None
    assert document.published.iso[:10] == "2026-05-03"


def test_a_page_without_a_headline_has_none():
    document = read("Menu\nSearch")
    assert document.headline is None


@pytest.mark.parametrize("odd", [0.0, 1.0], ids=["no_article", "nothing_above"])
def test_where_nothing_can_be_a_headline_there_is_none(odd):
    lines = split_lines(ARTICLE)
    assert find_headline(lines, [odd] * len(lines)) is None


def test_a_paragraph_that_a_page_says_twice_is_of_the_article_once():
    paragraph, *rest = ARTICLE.split("\n")
    page = "\n".join((MENU, TITLE, "3 May 2026", paragraph, *rest, paragraph, TEASERS, FOOT))
    document = read_document(Page("a.txt", page.encode(), "text"), Settings())
    body = [document.text[r.start : r.end] for r in document.article_regions()]
    assert body == [paragraph, *rest]


NOTE = "Der Trakt bleibt am Freitag zu."


def test_a_short_note_among_menus_is_read_where_nothing_on_the_page_is_likely(monkeypatch):
    def weigh(lines, said):
        likely = [0.4 if line.plain == NOTE else 0.1 for line in lines]
        return Odds(np.array(likely), np.zeros(len(likely)))

    monkeypatch.setattr(regions, "weigh_lines", weigh)
    page = "\n".join((MENU, NOTE, FOOT))
    document = read_document(Page("a.txt", page.encode(), "text"), Settings())
    assert [document.text[r.start : r.end] for r in document.article_regions()] == [NOTE]
