"""Compare invented accounts of a sentence or two, and read what sides their disputes have."""

from collections.abc import Sequence

from asreported.alignment.compare import compare_story
from asreported.documents.build import read_document
from asreported.language.load import load_encoder, load_parser
from asreported.model.comparison import Comparison
from asreported.model.source import Page
from asreported.model.story import Story
from asreported.settings import Settings
from asreported.statements.read import read_statements


def compare_texts(*texts: str, copies: Sequence[int] = ()) -> Comparison:
    """Return the comparison of one account a text, all of one day.

    ``copies`` are the numbers of those that are one text.
    """
    settings = Settings()
    pages = [
        Page(f"{text[:24]}.txt", f"{text}\n", "text", {"date": "2019-05-14"}) for text in texts
    ]
    documents = [read_document(page, settings) for page in pages]
    parses = load_parser().parse(documents)
    readings = [
        read_statements(document, parse) for document, parse in zip(documents, parses, strict=True)
    ]
    ids = tuple(sorted(document.id for document in documents))
    one = tuple(sorted(documents[number].id for number in copies))
    groups = sorted([*((each,) for each in ids if each not in one), *([one] if one else [])])
    story = Story("s", ids, (), tuple(groups))
    return compare_story(story, readings, load_encoder())


def sides_of(comparison: Comparison, kind: str) -> list[list[list[str]]]:
    """Return the words of each side of each conflict of a kind."""
    texts = {r.document.id: r.document for r in comparison.readings}
    return [
        [[texts[span.document].quote(span) for span in side.spans] for side in conflict.sides]
        for conflict in comparison.conflicts
        if conflict.kind == kind
    ]


def answers(sides: list[list[str]], excerpts: tuple[str, str]) -> bool:
    """Return whether the two excerpts lie in words of different sides."""
    where = [
        {n for n, side in enumerate(sides) if any(excerpt in words for words in side)}
        for excerpt in excerpts
    ]
    return bool(where[0] and where[1]) and not where[0] & where[1]


def assert_disputed(kind: str, one: str, other: str, excerpts: tuple[str, str]) -> None:
    """Fail unless two accounts have a conflict of the kind with an excerpt on each side."""
    found = sides_of(compare_texts(one, other), kind)
    assert any(answers(sides, excerpts) for sides in found), found
