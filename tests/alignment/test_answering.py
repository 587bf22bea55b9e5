"""Who shares a figure with an answer in a point stands on its side: invented accounts."""

from tests.alignment.disputes import compare_texts, sides_of

_HELD = "The harbour authority said on Monday that the depot in Zell held 600 tonnes of fertiliser."
_HIGHER = "The depot in Zell held 900 tonnes of fertiliser, customs papers show."


def _accounts(third: str) -> list[set[str]]:
    comparison = compare_texts(_HELD, _HIGHER, third)
    names = {r.document.id: r.document.text.split()[0] for r in comparison.readings}
    sides = [c.sides for c in comparison.conflicts if c.kind == "number"]
    assert len(sides) == 1, sides_of(comparison, "number")
    return [{names[span.document] for span in side.spans} for side in sides[0]]


def test_who_shares_the_figure_has_the_answer() -> None:
    third = "Firemen say the depot in Zell was crammed with 600 tonnes of fertiliser."
    assert _accounts(third) == [{"The", "Firemen"}, {"The"}]
