"""Headlines in the letters of running text; the event and its names are invented."""

import pytest

from asreported.language.casing import Casing

BODY = (
    "Brandt said on Monday that the old bridge at Port Verrin would close. Two engineers of the"
    " Lower Council, led by Ilse Brandt, had found cracks in it. Brandt left. The mayor of the"
    " town, who may run again, told the NRA (North River Authority) that Port Verrin was safe."
)
COMMON = frozenset({"to", "orders", "after", "runs", "closes"})


@pytest.mark.parametrize(
    ("headline", "recased"),
    [
        pytest.param(
            "Mayor Orders Old Bridge At Port Verrin To Close",
            "Mayor orders old bridge at Port Verrin to close",
            id="title case",
        ),
        pytest.param(
            "MAYOR ORDERS OLD BRIDGE AT PORT VERRIN CLOSED",
            "Mayor orders old bridge at Port Verrin closed",
            id="capitals",
        ),
        pytest.param(
            "Mayor orders old bridge at Port Verrin to close",
            "Mayor orders old bridge at Port Verrin to close",
            id="running text stays",
        ),
        pytest.param(
            "Brandt’s Engineers Told The NRA Of Cracks",
            "Brandt’s engineers told the NRA of cracks",
            id="possessive, acronym",
        ),
        pytest.param(
            "Town Closes Bridge After Quillfeather Runs",
            "Town closes bridge after Quillfeather runs",
            id="a word seen nowhere and not common stays",
        ),
        pytest.param("Port Verrin Council", "Port Verrin Council", id="too short to tell"),
    ],
)
def test_recase(headline: str, recased: str) -> None:
    found = Casing(BODY, COMMON.__contains__).recase(headline)
    assert found == recased
    assert len(found) == len(headline)
