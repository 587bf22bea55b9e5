"""Count from how many independent origins the statements of one point come.

Counting sources is not counting outlets: five outlets with one speech are one origin. Each
statement's chain is followed to its end: the mouth it was first said by, the agency, or, where an
outlet tells it in its own voice, the outlet's group of documents with copied prose.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from asreported.alignment.profile import speaker_key
from asreported.alignment.units import Unit
from asreported.model.story import Story


@dataclass(frozen=True, slots=True)
class Agreement:
    """``verdict`` is ``corroborated single undecided``; ``count`` None where there is no basis."""

    verdict: str
    count: int | None
    origins: tuple[str, ...]
    reason: str


def judge_agreement(story: Story, members: Sequence[Unit]) -> Agreement:
    """Return from how many origins the members come, and who they are."""
    group_of = {
        document: index for index, group in enumerate(story.origin_groups) for document in group
    }
    ends: dict[str, str] = {}
    for unit in members:
        key, name = _end(unit, group_of)
        ends.setdefault(key, name)
    origins = tuple(ends[key] for key in sorted(ends))
    accounts = len({unit.document for unit in members})
    named = ", ".join(origins)
    if len(origins) == 1:
        reason = f"{accounts} accounts, one origin: {named}" if accounts > 1 else f"only {named}"
        return Agreement("single", 1, origins, reason)
    return Agreement(
        "corroborated",
        len(origins),
        origins,
        f"{accounts} accounts, {len(origins)} origins: {named}",
    )


def _end(unit: Unit, group_of: dict[str, int]) -> tuple[str, str]:
    """Return a key and a name for where the chain of the unit's statement ends."""
    voice = unit.voice
    if voice is not None:
        if voice.chain:
            last = voice.chain[-1]
            return f"speaker {speaker_key(last.name)}", last.name
        if voice.speaker is not None:
            return f"speaker {speaker_key(voice.speaker.name)}", voice.speaker.name
    document = unit.reading.document
    if document.wire is not None:
        return f"wire {document.wire.agency.casefold()}", document.wire.agency
    return f"group {group_of.get(document.id, -1)}", document.label
