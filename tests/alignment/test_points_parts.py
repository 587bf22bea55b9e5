"""Wording, candidates' bounds, clusters, figures and completeness, on invented values."""

import numpy as np
import pytest

from asreported.alignment.accounts.quantity import same_quantity
from asreported.alignment.complete import find_shortfall
from asreported.alignment.pairs.clusters import Bars, cluster
from asreported.alignment.pairs.features import describe_pairs
from asreported.alignment.pairs.gate import load_gate
from asreported.alignment.pairs.wording import weigh_wording
from asreported.model.document import Document, Region
from asreported.model.parse import Parse
from asreported.model.span import Span
from asreported.model.statement import Quantity, Reading


def _quantity(value: float, unit: str = "sailor", **fields: object) -> Quantity:
    base = {"low": value, "high": value, "of": None, "approximate": False, **fields}
    return Quantity(Span("d", 0, 1), value, unit=unit, **base)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        pytest.param(_quantity(7), _quantity(7), True, id="equal"),
        pytest.param(_quantity(7), _quantity(12), False, id="another-count"),
        pytest.param(_quantity(7), _quantity(7, "crane"), False, id="other-things"),
        pytest.param(_quantity(7), _quantity(7, "person"), True, id="people-of-any-kind"),
        pytest.param(_quantity(7, high=None), _quantity(7), True, id="at-least-seven"),
        pytest.param(_quantity(7, high=None), _quantity(40), False, id="at-least-is-not-any"),
        pytest.param(_quantity(7, low=None), _quantity(7), True, id="as-many-as-seven"),
        pytest.param(_quantity(7, low=None), _quantity(7, high=None), False, id="most-and-least"),
        pytest.param(
            _quantity(3000, approximate=True, step=1000.0), _quantity(3200), True, id="about"
        ),
        pytest.param(_quantity(5, kind="count"), _quantity(5, kind="money"), False, id="kinds"),
    ],
)
def test_same_quantity(a: Quantity, b: Quantity, same: bool) -> None:
    assert same_quantity(a, b) is same
    assert same_quantity(b, a) is same


def test_wording_is_a_cosine_and_knows_inflection() -> None:
    texts = ["The harbour master closed the gates", "the HARBOUR master is closing gates", "", "x"]
    rows = weigh_wording(texts)
    cosines = rows.against_all(0, 4)
    assert cosines[0, 0] == pytest.approx(1)
    assert cosines[0, 1] > 0.5
    assert cosines[0, 2] == cosines[2, 2] == 0
    assert np.allclose(cosines, cosines.T)
    firsts, seconds = np.divmod(np.arange(16), 4)
    assert np.allclose(rows.between(firsts, seconds), cosines.ravel())


def test_many_texts_have_the_cosines_of_few(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["The gates closed", "", "They closed the gates at ten", "At ten the gates closed"]
    few = weigh_wording(texts).against_all(1, 4)
    monkeypatch.setattr("asreported.alignment.pairs.wording._DENSE_CELLS", 0)
    assert np.allclose(weigh_wording(texts).against_all(1, 4), few)


def test_gate_knows_its_features_and_rises_with_likeness() -> None:
    features = describe_pairs([], (), ())
    gate = load_gate()
    assert set(gate.weights) == set(features)
    nothing = {name: np.zeros(2) for name in features}
    alike = nothing | {name: np.array([0.0, 1.0]) for name in ("wording", "sense", "around_less")}
    low, high = gate.probabilities(alike)
    assert low < 0.05 < 0.9 < high


def test_wording_of_nothing() -> None:
    rows = weigh_wording(["", "—"])
    assert not rows.against_all(0, 2).any()
    assert not rows.between(np.array([0, 1]), np.array([1, 1])).any()


@pytest.mark.parametrize(
    ("likely", "apart", "groups"),
    [
        pytest.param({(0, 1): 0.9}, set(), [(0, 1)], id="a-pair"),
        pytest.param({(0, 1): 0.4}, set(), [], id="too-unlikely"),
        pytest.param({(0, 1): 0.9}, {(0, 1)}, [], id="set-apart"),
        pytest.param({(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.6}, set(), [(0, 1, 2)], id="all-answer"),
        pytest.param({(0, 1): 0.9, (1, 2): 0.8}, set(), [(0, 1)], id="no-chain"),
        pytest.param(
            {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.7}, {(0, 2)}, [(0, 1)], id="apart-breaks-a-chain"
        ),
        pytest.param(
            {(0, 1): 0.9, (1, 3): 0.8, (0, 3): 0.8}, set(), [(0, 1, 3)], id="same-account-joins"
        ),
    ],
)
def test_cluster(
    likely: dict[tuple[int, int], float],
    apart: set[tuple[int, int]],
    groups: list[tuple[int, ...]],
) -> None:
    documents = ["a", "b", "c", "a"]
    found = cluster(likely, documents, lambda x, y: (x, y) in apart, Bars(0.5, 0.5, 0.5, 0.25))
    assert found == groups


@pytest.mark.parametrize(
    ("likely", "groups"),
    [
        pytest.param({(0, 1): 0.45}, [(0, 1)], id="two-that-stand-alone"),
        pytest.param({(0, 1): 0.9, (1, 2): 0.65, (0, 2): 0.65}, [(0, 1, 2)], id="a-third-account"),
        pytest.param({(0, 1): 0.9, (1, 2): 0.55, (0, 2): 0.55}, [(0, 1)], id="no-sure-account"),
        pytest.param({(0, 1): 0.9, (1, 3): 0.75}, [(0, 1)], id="more-of-an-account"),
        pytest.param({(0, 1): 0.9, (1, 3): 0.85}, [(0, 1, 3)], id="surely-more-of-an-account"),
        pytest.param(
            {(0, 1): 0.9, (1, 3): 0.75, (2, 3): 0.7}, [(0, 1), (2, 3)], id="free-for-another"
        ),
    ],
)
def test_cluster_asks_more_of_what_joins_more(
    likely: dict[tuple[int, int], float], groups: list[tuple[int, ...]]
) -> None:
    found = cluster(likely, ["a", "b", "c", "a"], lambda x, y: False, Bars(0.4, 0.6, 0.8, 0.3))
    assert found == groups


_LONG = "The dock was closed on Tuesday after the storm broke two cranes near the old mill. " * 6


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param(_LONG.strip(), "", id="whole"),
        pytest.param("A teaser of six words only.", "6 words of article text", id="teaser"),
        pytest.param(_LONG + "The harbour master said that he would …", "breaks off", id="dots"),
        pytest.param(_LONG + "He then\n\nRead more at the Tribune", "breaks off", id="read-more"),
        pytest.param(
            _LONG + "The harbour master said to the crew of the ship that he would not let the",
            "without a stop",
            id="mid-sentence",
        ),
        pytest.param(_LONG + "He said: “We will open the gates.”", "", id="ends-in-a-quotation"),
    ],
)
def test_shortfall(text: str, why: str) -> None:
    document = Document("d", "d.txt", text, "en", (Region(0, len(text), "body", ""),))
    reading = Reading(document, Parse("d", (), (), ""), (), (), (), (), (), ())
    found = find_shortfall(reading)
    assert why in found if why else found == ""


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        pytest.param(("km", 100), ("mi", 62), True, id="miles-for-kilometers"),
        pytest.param(("km", 900), ("mi", 900), False, id="one-figure-two-units"),
        pytest.param(("hour", 48), ("day", 2), True, id="hours-for-days"),
        pytest.param(("hour", 6), ("day", 6), False, id="hours-are-not-days"),
    ],
)
def test_units_are_converted(a: tuple[str, float], b: tuple[str, float], same: bool) -> None:
    kind = "duration" if a[0] == "hour" else "measure"
    assert same_quantity(_quantity(a[1], a[0], kind=kind), _quantity(b[1], b[0], kind=kind)) is same


@pytest.mark.parametrize("probe", ["negation", "number", "unit", "roles", "occasion", "scope"])
def test_probes_are_not_merged(probe: str) -> None:
    """Of an editor's pairs that say two things, one in ten may be joined at most:
    a clause inside them may be shared (the bus overturned, whoever died)."""
    from tests.alignment.test_probes import compare_pairs, is_joined, read_pairs

    joined = [
        pair
        for pair, comparison in zip(read_pairs(probe), compare_pairs(probe), strict=True)
        if is_joined(comparison) and pair[2] == ("conflict" if probe != "occasion" else "none")
    ]
    assert len(joined) <= 2, joined
