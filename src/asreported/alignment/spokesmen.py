"""Tell who speaks for whom: a spokesman and the body that he speaks for are one origin."""

import re
from collections.abc import Iterable
from functools import cache

from asreported.alignment.origin import End
from asreported.lexicon.load import words
from asreported.model.document import Document


def join_spokesmen(ends: Iterable[End], documents: Iterable[Document]) -> list[End]:
    """Return the ends without bodies that speak through one of the others.

    One document that says so is enough: "Harbour Office spokesman Ivo Brandt".
    """
    listed, texts = list(ends), [document.text for document in documents]
    named = [end for end in listed if end.kind == "named"]
    mute = [
        body
        for body in named
        if any(_speaks_for(end, body, text) for end in named if end is not body for text in texts)
    ]
    return [end for end in listed if end not in mute]


def _speaks_for(end: End, body: End, text: str) -> bool:
    last, office = re.escape(end.name.split()[-1]), re.escape(body.name.removeprefix("the "))
    before = rf"\b{office}(?:['’]s)? (?:\w+ )?{_offices()} (?:\w+ ){{0,2}}{last}\b"
    after = rf"\b{last}, (?:\w+ ){{0,3}}{_offices()} (?:for|of) (?:the )?{office}\b"
    return re.search(f"{before}|{after}", text) is not None


@cache
def _offices() -> str:
    """Return the pattern of who speaks for others by office, in capitals or not."""
    return f"(?i:{'|'.join(sorted(words('roles', kind='spokesman')))})"
