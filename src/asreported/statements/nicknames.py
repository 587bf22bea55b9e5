"""Put names together that a nickname parts: 'Tessa "Bo" Gell' is Tessa Gell, and so is Bo."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from asreported.lexicon.names import fold, given_names
from asreported.model.document import Document
from asreported.model.statement import Mention

# No name is longer: a page of one word without an end would be read again from each capital.
_PARTED = re.compile(
    r"(?<!\w)(?P<given>[A-Z][\w’'-]{1,60}(?: [A-Z]\.)?) "
    r"[“\"‘'(](?P<nick>[A-Z][\w.-]{1,60})[”\"’')] (?P<last>[A-Z][\w’-]+)"
)


def join_nicknames(document: Document, mentions: Iterable[Mention]) -> list[Mention]:
    """Return ``mentions`` with the parts of a name as one, and the nickname alone as that name.

    The given name is a known one, or the parts about the nickname are a person's each.
    """
    listed = list(mentions)
    starts = {mention.span.start: mention for mention in listed}
    called: dict[str, str] = {}
    for parted in _PARTED.finditer(document.text):
        last = starts.get(parted.start("last"))
        given = starts.get(parted.start("given"))
        known = fold(parted["given"].split()[0]) in given_names()
        person = given is not None and given.type == "person"
        if last is None or not (known or person) or last.type not in ("person", "other"):
            continue
        name = f"{parted['given']} {last.name}"
        span = document.span(parted.start(), last.span.end)
        listed = [m for m in listed if m.span.end <= span.start or m.span.start >= span.end]
        listed.append(Mention(span, "person", name))
        called[parted["nick"]] = name
    kept = [m for m in listed if m.name not in called]
    return kept + list(_alone(document, called, kept))


def _alone(
    document: Document, called: Mapping[str, str], others: Sequence[Mention]
) -> Iterator[Mention]:
    """Yield the nicknames that stand by themselves, as the names that they are short for."""
    taken = {place for m in others for place in range(m.span.start, m.span.end)}
    for nick, name in called.items():
        for found in re.finditer(rf"\b{re.escape(nick)}\b", document.text):
            if found.start() not in taken:
                yield Mention(document.span(*found.span()), "person", name)
