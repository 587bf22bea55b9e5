"""A clause about somebody is shown with whom it is about, on invented sentences."""

import pytest

from asreported.documents.build import read_document
from asreported.language.load import load_parser
from asreported.model.source import Page
from asreported.model.span import Span
from asreported.report.antecedents import with_antecedent
from asreported.settings import Settings
from asreported.statements.read import read_statements

_SHOWN = {
    "who": (
        "Crews found the old ferryman who died in the flood at Hollen.",
        "who died in the flood at Hollen",
        "ferryman who died in the flood at Hollen",
    ),
    "in-brackets-of-commas": (
        "The council closed the northern dam, on which two boats had been lost, in March.",
        "on which two boats had been lost",
        "dam, on which two boats had been lost",
    ),
    "what-one-account-adds": (
        "Some 40 angry young fishermen, who had lost their nets, came to the hall.",
        "who had lost their nets",
        "fishermen, who had lost their nets",
    ),
    "participle": (
        "The mayor met some of the harbour workers stranded on the tall cliff.",
        "stranded on the tall cliff",
        "the harbour workers stranded on the tall cliff",
    ),
    "whole-clause": (
        "The ferryman died in the flood, and his boat was lost.",
        "The ferryman died in the flood",
        "The ferryman died in the flood",
    ),
    "denied-above": (
        "The builder of the dam, Ada Fell, denied that any warning had been ignored in Hollen.",
        "any warning had been ignored in Hollen",
        "denied that any warning had been ignored in Hollen",
    ),
    "not-said": (
        "The report does not say that the builder ignored a warning.",
        "the builder ignored a warning",
        "does not say that the builder ignored a warning",
    ),
    "denied-itself": (
        "The builder denied in Hollen that no warning was read.",
        "no warning was read",
        "no warning was read",
    ),
    "far-from-its-noun": (
        "The boats were lost on the day after the storm that nobody in Hollen had foreseen.",
        "were lost on the day",
        "were lost on the day",
    ),
}


@pytest.mark.parametrize("name", _SHOWN)
def test_clause_is_shown_with_whom_it_is_about(name: str) -> None:
    text, clause, wanted = _SHOWN[name]
    page = Page("told.txt", f"{text} The mayor will speak about it on Monday in the hall.", "text")
    document = read_document(page, Settings())
    (parse,) = load_parser().parse([document])
    start = document.text.index(clause)
    shown = with_antecedent(
        Span(document.id, start, start + len(clause)), read_statements(document, parse)
    )
    assert document.quote(shown) == wanted
