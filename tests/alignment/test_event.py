"""What the accounts open with is one event, though no two say quite the same."""

import pytest

from tests.alignment.disputes import compare_texts

_REST = (
    "Rain fell on the islands all day, and the ferries stayed in port. Two mills closed at noon.",
    "Two bakers sold plum cake on Market Street. The brass band played on the meadow.",
    "A storm tore the roofs off two barns in the hills. Farmers counted their sheep on Friday.",
)


def _openings(*heads: str) -> str:
    """Return the numbers of the accounts that open with the event, "" where there is none."""
    texts = [
        f"{head} {_REST[number]}" if "\n" in head else f"{head}\n\n{_REST[number]}"
        for number, head in enumerate(heads)
    ]
    comparison = compare_texts(*texts)
    if comparison.event is None:
        return ""
    documents = {reading.document.id: reading.document.text for reading in comparison.readings}
    told = {documents[document].split("\n")[0] for document in comparison.event.accounts}
    return "".join(str(n) for n, head in enumerate(heads) if head.split("\n")[0] in told)


@pytest.mark.parametrize(
    ("heads", "accounts"),
    [
        pytest.param(
            (
                "Senator Ida Brandt launches bid for governor of Zell",
                "Ida Brandt forms committee for race for governor",
                "She is in: guess who wants to be governor of Zell",
            ),
            "012",
            id="one step in three wordings",
        ),
        pytest.param(
            (
                "Harbour chief Odo Fell fired over lost logs",
                "Mayor fires Odo Fell",
                "Odo Fell, a target of the mayor's scorn, is fired after inquiry",
            ),
            "012",
            id="one act upon one named person",
        ),
        pytest.param(
            (
                "Brandt signs 2 million crown harbour bill",
                "Brandt signs 2.2 million crown bill for harbour of Zell",
                "Harbour bill of 1.9 million crowns signed by Brandt",
            ),
            "012",
            id="other figures of one event",
        ),
        pytest.param(
            (
                "Zell council approves new bridge",
                "Council in Zell votes for bridge",
                "Council of Zell rejects new bridge",
            ),
            "",
            id="the contrary",
        ),
        pytest.param(
            (
                "Ferry sinks off Marren",
                "Ferry goes down near Marren, nine dead",
                "Sheep prices rise again in the hills",
            ),
            "",
            id="two that are not most alike",
        ),
        pytest.param(
            (
                "Gunmen storm hotel of Marren, one guard dead",
                "Gunmen battle guards in hotel of Marren",
            ),
            "01",
            id="two that are all there are",
        ),
        pytest.param(
            (
                "Ferry sinks off Marren in heavy storm",
                "Ferry sinks off Marren in a storm",
                "Sheep prices rise again in the hills",
            ),
            "01",
            id="two headlines with one act",
        ),
    ],
)
def test_the_event_is_what_the_accounts_open_with(heads: tuple[str, ...], accounts: str) -> None:
    assert _openings(*heads) == accounts


def test_two_leads_tell_the_event_without_a_headline() -> None:
    heads = (
        "What comes next\n\nA grand jury in Zell charged 12 harbour officers with fraud on Friday.",
        "A look at the quay\n\nA grand jury has charged 12 harbour officers of Zell with fraud.",
        "Sheep prices rise again in the hills",
    )
    assert _openings(*heads) == "01"


def test_a_clause_is_whole_with_the_sentence_around_it() -> None:
    heads = (
        "Ida Brandt drops out of race for governor of Zell",
        "Brandt is ending her campaign for governor",
        "From the hills to the harbour\n\nSenator Ida Brandt of Zell announced that she was ending "
        "the campaign for governor.",
    )
    assert _openings(*heads) == "012"


def test_a_clause_further_down_opens_nothing() -> None:
    band = "The brass band of Zell played on the meadow."
    heads = (
        "Mayor fires harbour chief Odo Fell",
        "Mayor of Zell fires Odo Fell",
        f"Sheep prices rise again\n\n{f'{band} ' * 20}The mayor fired Odo Fell.",
    )
    assert _openings(*heads) == "01"
