"""Five questions of people who read several accounts, answered in at most two clicks from the top.

Asked of the example event, whose accounts were written for this project; the same paths answer them
on any event.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from asreported.library import compare
from tests.browser.conftest import Site

Path_ = tuple[str, ...]


@pytest.fixture(scope="module")
def example_page(example_files: list[Path], site: Site) -> str:
    """The address of the example event's page."""
    return site.serve("example", compare(example_files).to_html())


# (question, what is pressed, what then stands on the screen)
QUESTIONS: dict[str, tuple[Path_, tuple[str, ...]]] = {
    "how many, by whom": (
        (".jumps .k a",),
        ("How many people were hurt?", "injures 14", "At least 20 people were injured"),
    ),
    "who denies it": ((".jumps .k a", ".list .k .ws a >> nth=0"), ("Copy citation",)),
    "where a figure comes from": (
        (".tabs [data-v=numbers]",),
        ("600,000", "600 tonnes", "one origin"),
    ),
    "what one account does not tell": (
        (".jumps [href$=missing]", ".per:has-text('is silent on') >> nth=0"),
        ("is silent on", "of 6"),
    ),
    "what was said, in each wording": ((".tabs [data-v=quotes]",), ("Quotes, word by word",)),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_two_clicks_answer(question: str, example_page: str, open_page: Callable[..., Any]) -> None:
    clicks, answer = QUESTIONS[question]
    assert len(clicks) <= 2
    page = open_page(example_page)
    for selector in clicks:
        page.locator(selector).first.click()
    page.wait_for_timeout(100)
    shown = page.locator("body").inner_text()
    for words in answer:
        assert words in shown
