"""Quotation marks, however broken: what stands between them, in linear time."""

from time import process_time

import pytest

from asreported.model.document import Document, Region
from asreported.statements.speech.quotes import find_paragraphs, find_quotations

# Each text is a page of body lines; expected are the words found, in text order.
CASES = {
    "straight": ('She said: "It is over."', ["It is over."]),
    "curly": ("She said: “It is over.”", ["It is over."]),
    "single-straight": ("She called it 'a disgrace' twice.", ["a disgrace"]),
    "single-curly": ("She called it ‘a disgrace’ twice.", ["a disgrace"]),
    "mixed-marks": ('“Start the pumps now," Roe said.', ["Start the pumps now,"]),
    "mixed-marks-turned": ('"Start the pumps now,” Roe said.', ["Start the pumps now,"]),
    "turned-opening": ("”Their aim is fear,” he said.", ["Their aim is fear,"]),
    "typewriter": ("Roe said ``we are done'' and left.", ["we are done"]),
    "doubled-straight": ('He said ""we are done"" and left.', ["we are done"]),
    "guillemets": ("Roe said « we are done » and left.", ["we are done"]),
    "split": ('"We go," Roe said. "We stay away."', ["We go,", "We stay away."]),
    "two-fragments": ('It was "cruel" and "a shame".', ["cruel", "a shame"]),
    "nested-single": (
        "“He said ‘no’ to me,” Roe said.",
        ["He said ‘no’ to me,", "no"],
    ),
    "nested-straight": (
        "\"He said 'no' to me,\" Roe said.",
        ["He said 'no' to me,", "no"],
    ),
    "nested-mark-at-opening": ("“‘I order the crews to leave.”", ["‘I order the crews to leave."]),
    "bracketed-edit": ("“(D)estruction (of it) is near.”", ["(D)estruction (of it) is near."]),
    "bracketed-opening": ('"[The] dam held," he said.', ["[The] dam held,"]),
    "apostrophes": ("The crews' boats weren't there; it's Roe's.", []),
    "apostrophe-curly": ("The crews’ boats weren’t there; it’s Roe’s.", []),
    "elision": ("In the '90s they drank 'til dawn.", []),
    "plural-possessive-inside": (
        "He saw 'the workers' anger' grow.",
        ["the workers' anger"],
    ),
    "inches": ('The pipe is 6" wide and 12" long.', []),
    "markup-attribute": ('<a href="x.html">the report</a> is out', []),
    "missing-closing": (
        "“We will stay and build.\nThe dam is old.",
        ["We will stay and build."],
    ),
    "missing-closing-before-a-tag": (
        "“We will stay, Roe said.\nThe dam is old.",
        ["We will stay,"],
    ),
    "missing-closing-before-an-inverted-tag": (
        "“We will stay. The dam will hold, said Ada Roe.\nThe dam is old.",
        ["We will stay. The dam will hold,"],
    ),
    "missing-closing-before-a-tag-and-more": (
        '"We will stay, Roe said. "The dam holds."',
        ["We will stay,", "The dam holds."],
    ),
    "double-closed-by-single": (
        "\"We will stay,' the company said on Friday.\nThe dam is old.",
        ["We will stay,"],
    ),
    "double-closed-by-single-at-the-end": (
        "Roe said it had “leaks all over.’\nThe dam is old.",
        ["leaks all over."],
    ),
    "nested-single-closes-itself": (
        "“Doe told me ‘No,’ he said that and left.\n“We stay.”",
        ["Doe told me ‘No,’ he said that and left.", "No,", "We stay."],
    ),
    "missing-opening-behind-a-tag": (
        '"We will stay," Roe said. The dam is safe. It will hold."\nCrews left.',
        ["We will stay,", "The dam is safe. It will hold."],
    ),
    "stray-closing-behind-a-tag": (
        '"We will stay," he said in the letter."\nCrews left.',
        ["We will stay,"],
    ),
    "four-paragraphs": (
        "Roe said: “We stay.\n“The dam holds.\n“It is old.\n“We build.”\nCrews left.",
        ["We stay.", "The dam holds.", "It is old.", "We build."],
    ),
    "missing-closing-fragment": (
        'Roe called it a "tragic event. The dam is old.\nNobody came.',
        ["tragic event"],
    ),
    "reopened-paragraphs": (
        "“We will stay.\n“We will build again,” Roe said.",
        ["We will stay.", "We will build again,"],
    ),
    "reopened-in-a-paragraph": (
        'Roe said: "We stay. "We build. "We win."',
        ["We stay.", "We build.", "We win."],
    ),
    "missing-opening-after-announcement": (
        "Roe made an announcement:\nThe dam is safe again.” Crews left.",
        ["The dam is safe again."],
    ),
    "missing-opening-after-colon": (
        "Roe said: The dam is safe again.” Crews left.",
        ["The dam is safe again."],
    ),
    "missing-opening-before-comma": (
        "The dam is safe again,” Roe said.",
        ["The dam is safe again,"],
    ),
    "no-space-after": ('"Run!"the man said.', ["Run!"]),
    "colon-without-space": ("Roe said:“Run.”", ["Run."]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_T11_quotations(text: str, expected: list[str]) -> None:
    document = page(text)
    found = find_quotations(text, find_paragraphs(document))
    assert [text[q.start : q.end] for q in found] == expected
    for quotation in found:
        assert quotation.outer[0] <= quotation.start < quotation.end <= quotation.outer[1]


def test_T11_an_unclosed_mark_ends_with_its_paragraph() -> None:
    text = "“We will stay and build.\n" + "The crews left the dam. \n" * 40
    found = find_quotations(text, find_paragraphs(page(text)))
    assert [text[q.start : q.end] for q in found] == ["We will stay and build."]


def test_T11_headline_and_caption_are_read_and_comments_are_not() -> None:
    text = 'Roe: "We stay"\nRoe with "crews"\nReader: "no way"'
    ends = [i for i, char in enumerate(text) if char == "\n"]
    regions = (
        Region(0, ends[0], "headline", ""),
        Region(ends[0] + 1, ends[1], "caption", ""),
        Region(ends[1] + 1, len(text), "comments", ""),
    )
    document = Document("d", "x", text, "en", regions)
    found = find_quotations(text, find_paragraphs(document))
    assert [text[q.start : q.end] for q in found] == ["We stay", "crews"]


def test_T11_a_wrapped_line_goes_on() -> None:
    first = "Roe said that the dam “had been inspected three times in the past"
    text = f"{first}\nyear and found safe” by everybody."
    document = Document("d", "x", text, "en", (Region(0, len(text), "body", ""),))
    [found] = find_quotations(text, find_paragraphs(document))
    assert text[found.start : found.end].endswith("year and found safe")


ADVERSARIAL = {
    "straight": '"' * 100_000,
    "opening": "“" * 100_000,
    "closing": "”" * 100_000,
    "single": "'" * 100_000,
    "open-words": '"a ' * 33_000,
    "close-words": 'a" ' * 33_000,
    "single-words": "'a " * 33_000,
    "possessives": "s' a" * 25_000,
    "colons": ": ” " * 25_000,
    "lines": '"a\n' * 33_000,
    "unclosed": "He said “" + "word. " * 17_000,
    "spaces": '"' + " " * 100_000 + '"',
    "dashes": '"a" ' + "—" * 100_000,
    "capitals": "A" * 100_000 + '"',
}


@pytest.mark.parametrize("text", ADVERSARIAL.values(), ids=ADVERSARIAL.keys())
def test_T12_quotations_are_found_in_linear_time(text: str) -> None:
    document = page(text)
    start = process_time()
    find_quotations(text, find_paragraphs(document))
    assert process_time() - start < 1.5  # 0.3 s here; a quadratic scan takes minutes


def page(text: str) -> Document:
    """Return a document of body regions, one a line."""
    regions, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            regions.append(Region(start, start + len(line), "body", "a line"))
        start += len(line) + 1
    return Document("d", "x", text, "en", tuple(regions))
