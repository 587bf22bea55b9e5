"""Settle who speaks in an account by what the other accounts of the story say.

An account that prints a quotation without a name leaves its reader to guess; where another account
has the same words with a name, and no account names anybody else, that is who spoke.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from asreported.alignment.wordings.renderings import Rendering, match_wordings
from asreported.alignment.wordings.speakers import is_named, same_speaker
from asreported.alignment.wordings.utterances import cut_utterances
from asreported.lexicon.load import words
from asreported.model.statement import Reading, Speaker, Statement

# Code points of a quotation from which two accounts have one utterance, whoever says it in them.
_SAID_ONCE = 40
# Share of it that another account has to have, to tell who is meant by a role.
_WHOLE = 0.8


def borrow_speakers(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Return the readings with the speakers of quotations that other accounts name.

    A borrowed speaker's ``reason`` says which account names it. A statement that has a speaker
    keeps it, unless all it has is a pronoun or the role of somebody without a name.
    """
    labels = {reading.document.id: reading.document.label for reading in readings}
    lenders: dict[str, list[tuple[Speaker, str]]] = defaultdict(list)
    for match in match_wordings(cut_utterances(readings), {}):
        if not match.exact:
            continue
        for poor, rich in ((match.a, match.b), (match.b, match.a)):
            speaker = rich.statement.speaker
            lacks = _lacks_name(poor.statement) or _has_only_a_role(poor, rich)
            if lacks and speaker is not None and is_named(speaker):
                lenders[poor.statement.id].append((speaker, labels[rich.span.document]))
    lent = {key: _agreed(offers) for key, offers in lenders.items()}
    return tuple(_settled(reading, lent) for reading in readings)


def _lacks_name(statement: Statement) -> bool:
    if statement.kind != "quote":
        return False
    speaker = statement.speaker
    return speaker is None or speaker.name.casefold() in words("function_words")


def _has_only_a_role(poor: Rendering, rich: Rendering) -> bool:
    """Return whether a role is all an account calls who speaks, and the other has all the words.

    "A spokesman" is then whom the other names. Of an officer who wrote what a suspect had said the
    other may have the suspect's words alone.
    """
    statement = poor.statement
    if statement.kind != "quote" or rich.statement.kind != "quote" or statement.speaker is None:
        return False
    size = sum(len(part) for part in statement.content)
    whole = min(len(poor.span), len(rich.span)) >= _WHOLE * size
    return statement.speaker.kind == "unnamed" and size >= _SAID_ONCE and whole


def _agreed(offers: Sequence[tuple[Speaker, str]]) -> Speaker | None:
    """Return the fullest of the offered speakers, None where they are not all one."""
    ordered = sorted(offers, key=lambda offer: (-len(offer[0].name), offer[0].name, offer[1]))
    chosen, label = ordered[0]
    if any(same_speaker(chosen, other) is not True for other, _ in ordered):
        return None
    return replace(chosen, span=None, reason=f"{label} gives the same words to {chosen.name}")


def _settled(reading: Reading, lent: Mapping[str, Speaker | None]) -> Reading:
    statements = tuple(_with_speaker(s, lent.get(s.id)) for s in reading.statements)
    return replace(reading, statements=statements)


def _with_speaker(statement: Statement, speaker: Speaker | None) -> Statement:
    if speaker is None:
        return statement
    beside = statement.speaker.span if statement.speaker else None
    return replace(statement, speaker=replace(speaker, span=beside))
