"""What the page says of itself is no point, however many pages say it."""

import pytest

from tests.alignment.disputes import compare_texts


@pytest.mark.parametrize(
    ("sentence", "shared"),
    [
        pytest.param("Following are highlights of the mayor's speech in Zell.", 0, id="following"),
        pytest.param(
            "This is how the mayor's speech in Zell began on Sunday.", 1, id="this-is-how"
        ),
    ],
)
def test_what_a_page_says_of_itself(sentence: str, shared: int) -> None:
    comparison = compare_texts(
        f"Dogs barked in all the yards of the upper town, and nobody slept.\n\n{sentence}",
        f"A loud noise woke the people of the valley before the sun was up.\n\n{sentence}",
    )
    told = [point for point in comparison.points if len(point.accounts) == 2 and not point.fact]
    assert len(told) == shared
