"""Draft the finding on who speaks in one account alone.

Whom each account quotes is a list that always leaves somebody out, and names whom all quote. Of
twenty such lists in unread stories a strict reader found one right; who is quoted by one account,
and not so much as named by any other, can be seen from the words.

Reads:   the statements, entities and texts of the comparison.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from asreported.language.folding import fold, folded_words
from asreported.lexicon.names import titles, without_suffix
from asreported.model.comparison import Comparison
from asreported.model.span import Span
from asreported.model.statement import Speaker, Statement
from asreported.report.drafts import Draft, Wording
from asreported.report.prominence import Prominence

_TOGETHER = 4
"""Persons of one account in one line."""
_NEAR = 300
"""Characters before "he" among which he is named: in this sentence or the one before."""
_AROUND, _HEADED = 400, 0.03
"""Characters on either side of words, and what they have of the headlines' words, in accounts."""
_PRONOUNS = frozenset({"he", "she"})
_SAID = 20
"""Characters in a row that somebody is quoted with at least: a word in marks is no quotation."""


def draft_voices(comparison: Comparison, wording: Wording, prominence: Prominence) -> list[Draft]:
    """Return one draft: persons whom one account quotes directly and no other account names.

    "An official" may be anybody's words, and a body's are somebody's: of whom no account gives the
    name, it is not told that others lack him.
    """
    persons = _persons(comparison)
    known = {
        reading.document.id: set(folded_words(reading.document.text))
        for reading in comparison.readings
    }
    said: dict[str, Counter[str]] = {key: Counter() for key in wording.accounts}
    spans: dict[tuple[str, str], Span] = {}
    for statement, name in _quoted(comparison, persons, wording):
        document, surname = statement.span.document, _surname(name)
        if not _is_on_topic(statement.span, wording, prominence) or _only_asks(statement, wording):
            continue
        if not any(surname in words for other, words in known.items() if other != document):
            said[document][name] += 1
            spans.setdefault((document, name), statement.span)
    parts = []
    for document, names in said.items():
        listed = sorted(names, key=lambda name: (-names[name], name))
        if listed:
            more = len(listed) - _TOGETHER
            rest = f" and {more} more" if more > 0 else ""
            parts.append(f"{wording.label(document)}: {', '.join(listed[:_TOGETHER])}{rest}")
    if not parts or len(known) < 2:
        return []
    # Not all of them: a message without marks, or a name in a caption, is not seen to be one.
    text = f"Among those quoted by name in one account alone. {'; '.join(parts)}."
    told = tuple(document for document in said if said[document])
    return [Draft("voices", text, told, tuple(sorted(spans.values())))]


def _is_on_topic(span: Span, wording: Wording, prominence: Prominence) -> bool:
    """Return whether what stands around the words has some of the headlines' words.

    A round-up of the day quotes many who speak of something else.
    """
    end = min(span.end + _AROUND, len(wording.accounts[span.document].document.text))
    around = Span(span.document, max(0, span.start - _AROUND), end)
    return prominence.heading(around) >= _HEADED


def _only_asks(statement: Statement, wording: Wording) -> bool:
    """Return whether somebody asks, as who holds an interview does: he is no voice of the story."""
    return all(wording.words(part).rstrip(" ,”\"'").endswith("?") for part in statement.content)


def _quoted(
    comparison: Comparison, persons: Mapping[str, str], wording: Wording
) -> Iterator[tuple[Statement, str]]:
    """Yield the quotations beside which the account names who speaks, each with the full name.

    Whom "he" is, named far above, or who is likeliest of those beside, is a guess.
    """
    for statement in comparison.statements:
        speaker = statement.speaker if statement.kind == "quote" else None
        if speaker is None or speaker.span is None or statement.part_of is not None:
            continue
        name = _person(speaker, persons)
        source = speaker.span
        near = Span(source.document, max(0, source.start - _NEAR), source.end)
        beside = source if wording.words(source).lower() not in _PRONOUNS else near
        known = folded_words(wording.words(beside))
        named = bool(name) and _surname(name) in known
        if named and max(map(len, statement.content), default=0) >= _SAID:
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
