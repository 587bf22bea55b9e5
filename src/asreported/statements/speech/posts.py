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
_FEWEST = 3
"""Words of a post that says something."""


def find_posts(scene: Scene) -> Iterator[Voice]:
    """Yield a voice a post, in text order: its words, and the name that signs it."""
    for number, paragraph in enumerate(scene.paragraphs):
        start = paragraph.start
        for signed in _SIGNED.finditer(scene.text, paragraph.start, paragraph.end):
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


def _without_links(said: str) -> str:
    said = said.rstrip()
    while link := _LINK.search(said):
        said = said[: link.start()].rstrip()
    return said
