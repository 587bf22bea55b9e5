"""What the values that flow say of themselves."""

from datetime import date

import pytest

from asreported.model.document import Timestamp


@pytest.mark.parametrize(
    ("iso", "day"),
    [
        ("2031-05-06", date(2031, 5, 6)),
        ("2031-05-06T10:00:00", date(2031, 5, 6)),
        ("2031-05-06T00:30:00+02:00", date(2031, 5, 6)),
        ("2031-05", None),
        ("2031", None),
        ("soon", None),
    ],
)
def test_a_day_is_read_off_a_time_as_it_is_written(iso: str, day: date | None) -> None:
    assert Timestamp(iso, None).day == day
