"""Captions that begin with the words of a player or of a picture's mount: invented lines."""

import time

import pytest

from asreported.documents.build import read_document
from asreported.documents.regions.mounts import end_of_mount
from asreported.model.source import Page
from asreported.settings import Settings

LINES = {
    "player": "Media playback is unsupported on your device Media caption | Crew tow the barge",
    "owner": "Image copyright Quillfoto/Wire Image caption | Ada Roe: 'the wind did the rest'",
    "source": "Image source Wire Image caption | 12 barges were adrift",
    "closed player": "CLOSE | The barge broke its moorings in the night. LINDMOUTH TODAY",
    "no caption": "Image copyright Quillfoto",
    "no mount": "CLOSE to twelve barges were adrift",
    "a word longer": "CLOSED The harbour stays shut",
}


@pytest.mark.parametrize("marked", LINES.values(), ids=LINES)
def test_end_of_mount(marked: str) -> None:
    mount, bar, caption = marked.partition("| ")
    assert end_of_mount(mount + caption) == (len(mount) if bar else 0)


@pytest.mark.parametrize("case", ["player", "owner", "source", "closed player"])
def test_a_mount_is_no_part_of_its_caption(case: str) -> None:
    mount, _, caption = LINES[case].partition(" | ")
    found = "The crew of the morning ferry found a barge adrift off Lindmouth, its owner said."
    towed = "Nobody was on board when the tug reached it, and it was towed to the old quay."
    text = f"Barge adrift off Lindmouth\n\n{found}\n\n{mount} {caption}\n\n{towed}\n"
    document = read_document(Page("barge.txt", text.encode(), "text"), Settings())
    kinds = {document.text[r.start : r.end]: r.kind for r in document.regions}
    assert (kinds[mount], kinds[caption]) == ("metadata", "caption")


@pytest.mark.parametrize("line", ["Image copyright " * 20_000, "CLOSE " * 40_000])
def test_time_is_linear(line: str) -> None:
    began = time.process_time()
    end_of_mount(line)
    assert time.process_time() - began < 1
