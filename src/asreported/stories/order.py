"""Tell which account was published first.

Hours are compared only where all are told with their zone: ten o'clock in one town can be before
nine in another. Else the days alone count, and who was first on one day stays open.
"""

import math
from collections.abc import Sequence

from asreported.model.document import Document

NO_TIME = math.inf
"""Where an account stands that tells no day: behind all others."""


def publication_times(documents: Sequence[Document]) -> list[tuple[float, str]]:
    """Return for each document a number that grows with its time of publication, and the time.

    The numbers of one list can be compared, those of two cannot: they are seconds where all that
    tell a time tell its zone, else days.
    """
    told = [document.published for document in documents]
    by_hour = all(time.moment for time in told if time)
    listed = []
    for time in told:
        moment, day = (time.moment, time.day) if time else (None, None)
        if time and moment and by_hour:
            listed.append((moment.timestamp(), time.iso))
        elif day:
            listed.append((float(day.toordinal()), day.isoformat()))
        else:
            listed.append((NO_TIME, ""))
    return listed
