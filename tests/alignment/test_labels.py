"""What is shown of a point is what its accounts tell: invented accounts."""

import pytest

from tests.alignment.disputes import compare_texts

_SHOWN = {
    "no clause that is denied elsewhere": (
        "The builder of the dam, Ada Fell, denied that any warning had been ignored in Hollen.",
        "“No warning was ever ignored in Hollen,” Ada Fell, the builder of the dam, said.",
        "No warning was ever ignored in Hollen",
    ),
    "no hour that one account alone has": (
        "The gunman opened fire through the front doors of the mill in Hollen around 3 p.m.",
        "A gunman with a rifle opened fire on the old mill of the town of Hollen.",
        "A gunman with a rifle opened fire on the old mill of the town of Hollen",
    ),
}


@pytest.mark.parametrize(("one", "other", "shown"), _SHOWN.values(), ids=_SHOWN)
def test_label_is_what_both_tell(one: str, other: str, shown: str) -> None:
    comparison = compare_texts(one, other)
    texts = {r.document.id: r.document for r in comparison.readings}
    shared = [texts[p.label.document].quote(p.label) for p in comparison.points if p.accounts[1:]]
    assert shown in shared
