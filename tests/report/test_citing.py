"""Accounts that may have it from one news outlet."""

from dataclasses import replace

import pytest

from asreported.model.document import Outlet
from asreported.report.accounts import accounts_of
from asreported.report.citing import cite_one
from tests.alignment.disputes import compare_texts

_TEXT = "Ferry sinks off Zell\n\nThe ferry Ida sank off the port of Zell on Monday"


@pytest.mark.parametrize(
    ("first", "second", "outlet", "one"),
    [
        pytest.param(", CNN reports.", ", says CNN.", "", True, id="a third"),
        pytest.param(", CNN reports.", " at noon.", "", False, id="one names it"),
        pytest.param(", Fox News reports.", " at noon.", "Fox News", True, id="one the other"),
        pytest.param(", the Time reports.", ", as of that Time.", "", False, id="a word"),
        pytest.param(
            ", says The Associated Press.", ", the Associated Press says.", "", True, id="The"
        ),
    ],
)
def test_who_names_an_outlet_may_have_it_from_there(
    first: str, second: str, outlet: str, one: bool
) -> None:
    readings = compare_texts(_TEXT + first, f"{_TEXT[:-10]} off the bay {second}").readings
    documents = [reading.document for reading in readings]
    if outlet:
        documents = [
            replace(each, outlet=Outlet(outlet, None)) if first not in each.text else each
            for each in documents
        ]
    accounts = accounts_of(documents)
    assert cite_one([each.id for each in documents], accounts) == one
