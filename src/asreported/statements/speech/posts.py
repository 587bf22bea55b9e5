"""Find posts of a social network that are set into an article: somebody's words without marks.

Pages print them as a paragraph signed by name and handle, the day behind it: "The ferry is full.
— Ada Byron (@adabyron) May 3, 2019".
"""

import re
from collections.abc import Iterator

from asreported.statements.speech.scene import SIGNED, Scene, Voice

_SIGNED = re.compile(
    r"[—–-]\s?(?P<name>[^\n—–@()]{2,50}) \(@\w{1,30}\)(?: [A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})?"
)
# What a page leaves of a picture and of what a post links to.
_LINK = re.compile(r"(?:https?://|pic\.|www\.)\S{1,200}$")
# How a post calls to somebody or to a topic.
_CALLING = re.compile(r"(?<!\w)[@#][A-Za-z]\w{2,}")
# Line breaks that stand between the lines of one post, where paragraphs have two.
_WIDE_GAP = 3
# Characters of a post, with name, day and the links that a page adds.
_LONGEST = 450
_MOST_LINES = 6
_FEWEST = 3
"""Words of a post that says something."""


def find_posts(scene: Scene) -> Iterator[Voice]:
    """Yield a voice a post, in text order: its words, and the name that signs it."""
    for number, paragraph in enumerate(scene.paragraphs):
        start = -1
        for signed in _SIGNED.finditer(scene.text, paragraph.start, paragraph.end):
            start = _start(scene, number) if start < 0 else start
            said = _without_links(scene.text[start : signed.start()])
            source = scene.tree.at(signed.end("name") - 1)
            if source >= 0 and len(said.split()) >= _FEWEST:
                yield Voice(
                    content=[(start, start + len(said))],
                    cue=None,
                    source=source,
                    kind="said",
                    quoted=False,
                    paragraph=number,
                    how=SIGNED,
                )
            start = signed.end()
            while start < paragraph.end and scene.text[start].isspace():
                start += 1


def _start(scene: Scene, number: int) -> int:
    """Return where a post signed in the paragraph begins: one of more lines may stand in several.

    Those before are of it where it calls to somebody, or a wider gap than others stands behind it,
    and all is no longer than a post may be.
    """
    start = scene.paragraphs[number].start
    for before in reversed(scene.paragraphs[max(0, number - _MOST_LINES) : number]):
        gap = scene.text[before.end : start]
        words = scene.text[before.start : before.end]
        called = _CALLING.search(words) or gap.count("\n") >= _WIDE_GAP
        whole = scene.paragraphs[number].end - before.start <= _LONGEST
        if not (called and whole and not gap.strip()) or _SIGNED.search(words):
            break
        start = before.start
    return start


def _without_links(said: str) -> str:
    said = said.rstrip()
    while link := _LINK.search(said):
        said = said[: link.start()].rstrip()
    return said
