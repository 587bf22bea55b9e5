"""What is shown of a point is what its accounts tell: invented accounts."""

from tests.alignment.disputes import compare_texts


def test_label_is_no_clause_that_is_denied_elsewhere() -> None:
    comparison = compare_texts(
        "The builder of the dam, Ada Fell, denied that any warning had been ignored in Hollen.",
        "“No warning was ever ignored in Hollen,” Ada Fell, the builder of the dam, said.",
    )
    texts = {r.document.id: r.document for r in comparison.readings}
    shared = [texts[p.label.document].quote(p.label) for p in comparison.points if p.accounts[1:]]
    assert "No warning was ever ignored in Hollen" in shared


def test_label_names_no_hour_that_one_account_alone_has() -> None:
    comparison = compare_texts(
        "The gunman opened fire through the front doors of the mill in Hollen around 3 p.m.",
        "A gunman with a rifle opened fire on the old mill of the town of Hollen.",
    )
    texts = {r.document.id: r.document for r in comparison.readings}
    shared = [texts[p.label.document].quote(p.label) for p in comparison.points if p.accounts[1:]]
    assert shared == ["A gunman with a rifle opened fire on the old mill of the town of Hollen"]
