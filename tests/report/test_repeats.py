"""Lines of the front page that a reader has read already."""

from pathlib import Path

import pytest

from asreported.library import compare
from asreported.model.span import Span
from asreported.report.repeats import reads_alike, says_again
from asreported.report.wording import Draft, Wording

_SAID, _CUT = Span("a", 100, 160), Span("b", 40, 80)


def _draft(kind: str, *spans: Span, refs: tuple[str, ...] = ("p",), text: str = "") -> Draft:
    return Draft(kind, text, refs, spans)


@pytest.mark.parametrize(
    ("draft", "other", "again"),
    [
        pytest.param(
            _draft("shared", Span("a", 120, 160), _CUT),
            _draft("wording", _SAID, _CUT),
            True,
            id="a shared quotation after its wordings",
        ),
        pytest.param(
            _draft("shared", Span("a", 120, 160), _CUT, Span("c", 9, 50)),
            _draft("wording", _SAID, _CUT),
            False,
            id="one account more",
        ),
        pytest.param(
            _draft("shared", Span("a", 20, 90), _CUT),
            _draft("wording", _SAID, _CUT),
            False,
            id="other words of one account",
        ),
        pytest.param(
            _draft("shared", _SAID, _CUT, refs=("p",)),
            _draft("left_out", _SAID, refs=("doc", "p", "q")),
            True,
            id="shared after who lacks it",
        ),
        pytest.param(
            _draft("shared", _SAID, _CUT, refs=("r",)),
            _draft("left_out", _SAID, refs=("doc", "p", "q")),
            False,
            id="something else shared",
        ),
        pytest.param(
            _draft("shared", Span("a", 110, 160), _CUT),
            _draft("conflict", _SAID, _CUT, refs=("c",)),
            True,
            id="shared words that are answers to a question",
        ),
        pytest.param(
            _draft("shared", Span("a", 20, 130), _CUT),
            _draft("conflict", _SAID, _CUT, refs=("c",)),
            False,
            id="shared words that hold an answer",
        ),
        pytest.param(
            _draft("shared", _SAID, text="“Captains sold the rudders of the ferry”"),
            _draft("shared", _CUT, text="“The rudder of a ferry was sold by its captain”"),
            True,
            id="two points that read alike",
        ),
    ],
)
def test_what_was_read_is_no_news(
    draft: Draft, other: Draft, again: bool, wording: Wording
) -> None:
    assert says_again(draft, other, wording) == again


@pytest.mark.parametrize(
    ("first", "second", "copied"),
    [
        pytest.param("northline", "verrin-courier", True, id="one text"),
        pytest.param("northline", "harbour-watch", False, id="two texts"),
    ],
)
def test_a_slip_is_told_of_one_copy(
    first: str, second: str, copied: bool, wording: Wording
) -> None:
    keys = {account.label: key for key, account in wording.accounts.items()}
    by_name = {Path(a.document.name).stem: a.document.id for a in wording.accounts.values()}
    drafts = [
        _draft("odd", refs=(by_name[name],), text=f"{name} has “four” and “three”")
        for name in (first, second)
    ]
    assert says_again(*drafts, wording) == copied
    assert set(by_name.values()) == set(keys.values())


def test_a_line_of_which_one_excerpt_is_read_is_told(wording: Wording) -> None:
    sold = "the council sold the western harbour on Monday"
    facts = (f"{sold} and pays nine debts", "debts of old mills are paid", "mills get their money")
    quoted = "; ".join(f"“{words}”" for words in facts)
    fact = _draft("shared", Span("a", 0, 60), Span("b", 0, 40), refs=("p",), text=quoted)
    event = _draft("shared", Span("a", 200, 260), refs=("q",), text=f"“{sold}”")
    assert not says_again(fact, event, wording)
    assert says_again(event, fact, wording)


def test_another_figure_is_another_line() -> None:
    told = "the depot held {} tonnes of fertiliser in May"
    assert reads_alike(told.format(600), told.format(600))
    assert not reads_alike(told.format(600), told.format(900))


@pytest.fixture(scope="module")
def wording() -> Wording:
    (story,) = compare([Path(__file__).parents[2] / "examples" / "port-verrin"]).stories
    return Wording(story.comparison)
