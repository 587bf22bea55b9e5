"""Draft the findings on who speaks in one account alone, and what he says.

Whom each account quotes is a list that always leaves somebody out, and a list of names tells a
reader nothing. Who is quoted by one account, and not so much as named by any other, can be seen
from the words; it is worth a line where the account says what he is, and he has a whole sentence.

Reads:   the statements, entities and texts of the comparison.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from asreported.language.folding import fold, folded_words
from asreported.lexicon.names import titles, without_suffix
from asreported.lexicon.pronouns import pronouns
from asreported.model.comparison import Comparison
from asreported.model.labels import NOUNS
from asreported.model.span import Span
from asreported.model.statement import Reading, Speaker, Statement
from asreported.report.introduced import introduce
from asreported.report.pointing import leans_on_others
from asreported.report.prominence import Prominence
from asreported.report.sayings import find_sayings, is_readable
from asreported.report.wording import Draft, Wording

_MOST = 2
"""Persons that are worth a line; one an account."""
_AROUND, _HEADED = 400, 0.03
"""Characters on either side of words, and what they have of the headlines' words, in accounts."""
_LONGEST, _TELLING = 200, 7
"""Characters of a sentence that is shown, and words of it that say something where none of them is
in a headline."""
_OPEN = re.compile(
    r"^(?:and|but|so|or|because|it|its|he|she|they|this|that|these|those|there|then|also|what|who"
    r"|just|however|in other words)\b|\?|\.\.|…|(?:^|\s)['‘]|['’](?:[\s,.]|$)",
    re.IGNORECASE,
)
"""What goes on with something said before, asks, is cut, or opens marks inside the marks."""
_THIRD = pronouns("subject", "object", "possessive", person="third")


class _Voice(NamedTuple):
    """A person whom one account alone quotes: the words that say who he is, and a sentence."""

    weight: float
    who: Span
    said: Span


def draft_voices(comparison: Comparison, wording: Wording, prominence: Prominence) -> list[Draft]:
    """Return a draft for each of two persons whom one account alone quotes, weightiest first.

    "An official" may be anybody's words, and a body's are somebody's: of whom no account gives the
    name, it is not told that others lack him.
    """
    if len(comparison.readings) < 2:
        return []
    best: dict[str, _Voice] = {}
    for voice in _find_voices(comparison, wording, prominence):
        document = voice.who.document
        best[document] = max(voice, best.get(document, voice))
    ranked = sorted(best.values(), key=lambda voice: (-voice.weight, voice.said))
    return [_draft(voice, wording) for voice in ranked[:_MOST]]


def _find_voices(
    comparison: Comparison, wording: Wording, prominence: Prominence
) -> Iterator[_Voice]:
    """Yield each sentence of each person whom one account quotes and no other so much as names."""
    readings = {reading.document.id: reading for reading in comparison.readings}
    known = {key: set(folded_words(each.document.text)) for key, each in readings.items()}
    presented: dict[tuple[str, str], Span | None] = {}
    for statement, name in _quoted(comparison, _persons(comparison), wording):
        document = statement.span.document
        if any(_surname(name) in words for other, words in known.items() if other != document):
            continue
        if not _is_on_topic(statement.span, wording, prominence):
            continue
        if (document, name) not in presented:
            presented[document, name] = _introduction(readings[document], name)
        who = presented[document, name]
        if who is None:
            continue
        for said in _sentences(statement, readings[document], wording):
            if _is_telling(said, wording, prominence):
                yield _Voice(_weigh(said, statement, prominence), who, said)


def _draft(voice: _Voice, wording: Wording) -> Draft:
    who = " ".join(wording.words(voice.who).split())
    account = wording.label(voice.who.document)
    text = f"Only {account} quotes {who}: {wording.quoted((voice.said,))}"
    return Draft("voices", text, (voice.who.document,), (voice.said, voice.who))


def _introduction(reading: Reading, name: str) -> Span | None:
    """Return where the account first says who the person is, with his full name."""
    full = (m.span for m in reading.mentions if fold(_untitled(m.name)) == fold(name))
    found = (introduce(reading, span) for span in sorted(full))
    return next(filter(None, found), None)


def _sentences(statement: Statement, reading: Reading, wording: Wording) -> Iterator[Span]:
    """Yield the whole sentences of a quotation that say something by themselves; no questions."""
    for part in statement.content:
        for said in find_sayings(part, wording):
            text = wording.words(said)
            if len(said) > _LONGEST or _OPEN.search(text) or _points_back(reading, said):
                continue
            if is_readable(said, wording.carried.telling(said), wording):
                yield said


def _is_telling(said: Span, wording: Wording, prominence: Prominence) -> bool:
    """Return whether a sentence is worth a line: with words of the headlines, or with many."""
    return prominence.heading(said) >= _HEADED or wording.carried.telling(said) >= _TELLING


def _points_back(reading: Reading, said: Span) -> bool:
    """Return whether a word stands for what is named before the sentence: "I think he will"."""
    named = False
    for token in reading.tokens_in(said):
        named = named or token.pos in NOUNS
        if not named and token.text.lower() in _THIRD:
            return True
    return leans_on_others(reading, said)


def _weigh(said: Span, statement: Statement, prominence: Prominence) -> float:
    """Return, in accounts, how much of the headlines' words are in the words and around them."""
    return prominence.heading(said) + prominence.heading(statement.span)


def _is_on_topic(span: Span, wording: Wording, prominence: Prominence) -> bool:
    """Return whether what stands around the words has some of the headlines' words.

    A round-up of the day quotes many who speak of something else.
    """
    end = min(span.end + _AROUND, len(wording.accounts[span.document].document.text))
    around = Span(span.document, max(0, span.start - _AROUND), end)
    return prominence.heading(around) >= _HEADED


def _quoted(
    comparison: Comparison, persons: Mapping[str, str], wording: Wording
) -> Iterator[tuple[Statement, str]]:
    """Yield the quotations beside which the account names who speaks, each with the full name.

    Whom "he" is, or who is likeliest of those beside, is a guess.
    """
    for statement in comparison.statements:
        speaker = statement.speaker if statement.kind == "quote" else None
        if speaker is None or speaker.span is None or statement.part_of is not None:
            continue
        name = _person(speaker, persons)
        if name and _surname(name) in folded_words(wording.words(speaker.span)):
            yield statement, name


def _persons(comparison: Comparison) -> dict[str, str]:
    """Return the full name of each person whose surname no other person of the story has."""
    full: dict[str, set[str]] = defaultdict(set)
    for entity in comparison.entities:
        name = _untitled(entity.name)
        if entity.type == "person" and " " in name:
            full[_surname(name)].add(name)
    return {surname: min(names) for surname, names in full.items() if len(names) == 1}


def _person(speaker: Speaker, persons: Mapping[str, str]) -> str:
    """Return the person's full name, "" where the story has no one person of that surname."""
    name = _untitled(speaker.name) if speaker.kind == "person" else ""
    return persons.get(_surname(name), "") if name else ""


def _surname(name: str) -> str:
    """Return the folded last word of a name, "" of one without a letter."""
    words = without_suffix(folded_words(name))
    return words[-1] if words else ""


def _untitled(name: str) -> str:
    """Return the name without titles; who is called King or Judge keeps that name."""
    surname = _surname(name)
    return " ".join(p for p in name.split() if fold(p) not in titles() or fold(p) == surname)
