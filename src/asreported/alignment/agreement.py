"""Count from how many independent origins the statements of one point come.

Counting sources is not counting outlets: five outlets with one speech are one origin. Each
statement is followed to its end (`asreported.alignment.origin`); ends that are one are joined.
What independent outlets tell in their own voice counts for each. Where it must have come from
somebody (arrests, tolls, plans), or one outlet names a source and the other none, the texts give
no basis, and nothing is counted.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from asreported.alignment.origin import End, find_end, is_gloss, is_told_by, uttered_by
from asreported.alignment.pairs.profile import fold
from asreported.alignment.pairs.units import Unit
from asreported.alignment.spokesmen import join_spokesmen
from asreported.lexicon.acts import Act, acts
from asreported.model.comparison import UNNAMED, Origin
from asreported.model.statement import Quantity

# Acts that outlets learn of from an authority (a verdict is given in public), and fields of those
# whose number nobody counts for himself.
_OFFICIAL = frozenset({"arrest", "charge"})
_BODY_COUNT = frozenset({"kill", "hurt", "hospital", "missing", "trap", "free"})
_CARED_FOR = frozenset({"hospital", "treat", "treatment"})
_VAGUE = frozenset({"hold", "catch", "seize"})
# From this count on a figure is somebody's statistics.
_STATISTIC = 1000
# Stock phrases of news reach six words, and a plain fact may be told in eight to eleven alike by
# chance; of more words, this share in one order (percent) is none.
_SAME_WORDS = 12
_SAME_SHARE = 80
# Fewer words may be an outlet's own as well: "Foreign Minister Ada Reyes of the Coast Republic".
_PULLED = 8
_VOICED = ("named", "described")


@dataclass(frozen=True, slots=True)
class Agreement:
    """``verdict`` is ``corroborated single undecided``; ``count`` is None where it is undecided."""

    verdict: str
    count: int | None
    origins: tuple[Origin, ...]
    reason: str


def judge_agreement(accounts: Mapping[str, End], members: Sequence[Unit]) -> Agreement:
    """Return from how many origins the members come, and who they are.

    ``accounts`` gives the end of each document's own voice (`account_ends`).
    """
    paired = [
        (unit, end)
        for unit, end in zip(members, _ends(members, accounts), strict=True)
        if not _is_lent(unit, end, members)
    ]
    voiced = [(unit, end) for unit, end in paired if end.kind in _VOICED]
    # Whoever tells of the announcement also tells how it was made.
    acted = {unit.document for unit, end in voiced if unit.voice is None and end.kind == "named"}
    own = [
        (unit, end)
        for unit, end in paired
        if end.kind not in _VOICED
        and unit.document not in acted
        and not any(_repeats(unit, other) for other, _ in voiced)
    ]
    telling = {unit.document for unit, _ in own}
    # An outlet that tells it itself and also quotes somebody for it has seen it or has asked: it
    # counts once.
    rest = [(unit, end) for unit, end in voiced if unit.document not in telling]
    told, said = _join_told(own), _utterances(rest)
    why = _unclear(members, own, told, rest)
    documents = {unit.document: unit.reading.document for unit in members}
    # Where nothing is counted, all who are named or described are listed.
    heard = said if why and all(end.key for end in said) else _fewest(said)
    spoken = join_spokesmen([*told, *heard], documents.values())
    return _verdict(members, _at_most(spoken, members), why)


def _ends(members: Sequence[Unit], accounts: Mapping[str, End]) -> list[End]:
    """Return the end of each member.

    "Reyes ordered it" has its end in Reyes, unless somebody else is said to tell of her order. An
    explanation within what is reported is the outlet's, unless another account gives it to the
    same speaker.
    """
    heard = [find_end(unit, accounts) for unit in members]
    glosses = [is_gloss(unit) for unit in members]
    stated = [(u, e) for u, e, g in zip(members, heard, glosses, strict=True) if not g]
    told = [
        accounts[unit.document]
        if gloss and not any(u.document != unit.document and e.same(end) for u, e in stated)
        else end
        for unit, end, gloss in zip(members, heard, glosses, strict=True)
    ]
    acts = [uttered_by(unit) for unit in members]
    named = [e for u, e in zip(members, told, strict=True) if u.voice and e.kind == "named"]
    if any(act and act.kind == "named" and not act.same(e) for act in acts for e in named):
        return told
    return [act or end for act, end in zip(acts, told, strict=True)]


def _is_lent(unit: Unit, end: End, members: Sequence[Unit]) -> bool:
    """Return whether it is had from an outlet that has the point too: that one says from whom."""
    return end.kind == "named" and any(
        other.document != unit.document
        and end.is_outlet(other.reading.document, unit.reading.document.text)
        for other in members
    )


def _unclear(
    members: Sequence[Unit],
    own: Sequence[tuple[Unit, End]],
    told: Sequence[End],
    rest: Sequence[tuple[Unit, End]],
) -> str:
    """Return why the texts give no basis to count, "" where they do."""
    if len({unit.document for unit in members}) < 2:
        return ""
    if own and _is_learned([unit for unit, _ in own], members):
        return "somebody must have told it to whoever names no source"
    if len(told) == 1 and rest:
        return f"whether {told[0].name} has it from the same source is not said"
    named = [end for _, end in rest if end.kind == "named"]
    # Whoever is not even described ("he ordered it") may be whoever is named, and so may who holds
    # an office; a minister is no witness.
    described = {end.key for _, end in rest if end.kind == "described" and end.key}
    offices = {end.name for _, end in rest if end.kind == "described" and not end.key}
    several = len(described) > 1 or (described and offices - {str(UNNAMED)})
    if (named and described and not _one_utterance(rest)) or several:
        return "whether those who are only described are others is not said"
    return ""


def _one_utterance(voiced: Sequence[tuple[Unit, End]]) -> bool:
    """Return whether all give the words of the first, so that one has spoken."""
    first = voiced[0][0]
    return all(_verbatim(first, unit) for unit, _ in voiced[1:] if unit is not first)


def _at_most(ends: Sequence[End], members: Sequence[Unit]) -> list[End]:
    """Return no more ends than there are accounts: one that asks two people is one account.

    Whoever has a name goes before whoever is only described.
    """
    accounts = len({unit.document for unit in members})
    rank = {"named": 0, "wire": 1, "own": 1, "described": 2}
    return sorted(ends, key=lambda end: (rank[end.kind], end.name))[:accounts]


def _verdict(members: Sequence[Unit], ends: Sequence[End], unclear: str) -> Agreement:
    origins = tuple(sorted((end.origin for end in ends), key=str))
    named = ", ".join(map(str, origins))
    accounts = len({unit.document for unit in members})
    held = "1 account" if accounts == 1 else f"{accounts} accounts"
    if unclear:
        reason = f"{held}, origins not counted ({named}): {unclear}"
        return Agreement("undecided", None, origins, reason)
    from_ = "1 origin" if len(origins) == 1 else f"{len(origins)} origins"
    reason = f"{held}, {from_}: {named}"
    verdict = "corroborated" if len(origins) > 1 else "single"
    return Agreement(verdict, len(origins), origins, reason)


def _join(ends: Iterable[End]) -> list[End]:
    """Return the distinct ends."""
    kept: list[End] = []
    for end in ends:
        for at, known in enumerate(kept):
            if known.same(end):
                kept[at] = max(known, end, key=lambda e: (len(e.key), len(e.name), e.name))
                break
        else:
            kept.append(end)
    return kept


def _fewest(ends: Sequence[End]) -> list[End]:
    """Return the ends without those that may be others: who is only described may be any."""
    told = [end for end in ends if end.kind != "described"]
    named = any(end.kind == "named" for end in told)
    return told if named else [*[end for end in ends if end.kind == "described"][:1], *told]


def _utterances(voiced: Sequence[tuple[Unit, End]]) -> list[End]:
    """Return who is said to say it; the same words are one utterance, whoever is named for them.

    So is what one account has from somebody whom another follows to his own source.
    """
    kept: list[tuple[Unit, End]] = []
    for unit, end in sorted(voiced, key=lambda each: each[1].kind != "named"):
        through = (is_told_by(unit, known) or is_told_by(other, end) for other, known in kept)
        if not any(_verbatim(unit, other) for other, _ in kept) and not any(through):
            kept.append((unit, end))
    return _join(end for _, end in kept)


def _repeats(own: Unit, voiced: Unit) -> bool:
    """Return whether an outlet says once more, bare, what it has from somebody.

    A quotation pulled out does; a headline drops the source that its article names, and what an
    outlet explains of somebody's words it has beside them.
    """
    if own.document != voiced.document:
        return False
    if own.clause.region == "headline" or own.voice is not None:
        return True
    if own.clause.sentence == voiced.clause.sentence:
        return True  # "Reyes backed the yard, ending days of delay" is one act of his
    mine, theirs = ([fold(t.text) for t in unit.tokens] for unit in (own, voiced))
    return len(mine) >= _PULLED and mine == theirs


@dataclass(frozen=True, slots=True)
class _Telling:
    """A member in the voice of ``end``, and all runs of words of its sentence that tell a copy."""

    unit: Unit
    end: End
    runs: frozenset[tuple[str, ...]]

    def is_one(self, other: "_Telling") -> bool:
        """Return whether both have one end, or one has the other's words."""
        return (
            self.end.same(other.end)
            or _verbatim(self.unit, other.unit)
            or not self.runs.isdisjoint(other.runs)
        )


def _join_told(own: Sequence[tuple[Unit, End]]) -> list[End]:
    """Return the distinct outlets and agencies; those that tell it in the same words are one."""
    groups: list[list[_Telling]] = []
    for unit, end in own:
        telling = _Telling(unit, end, _runs(unit))
        joined = [group for group in groups if any(one.is_one(telling) for one in group)]
        groups = [group for group in groups if group not in joined]
        groups.append([*(one for group in joined for one in group), telling])
    found = []
    for group in groups:
        ends = _join(telling.end for telling in group)
        if len(ends) == 1:
            found.append(ends[0])
        else:
            found.append(_one_text(ends))
    return sorted(found, key=lambda end: end.name)


def _one_text(ends: Iterable[End]) -> End:
    """Return the end that outlets are together whose words are the same."""
    listed = sorted(ends, key=lambda end: end.name)
    names = tuple(name for end in listed for name in end.origin.names)
    return End("own", frozenset().union(*(end.key for end in listed)), Origin(names))


def _verbatim(a: Unit, b: Unit) -> bool:
    """Return whether two outlets use the same words in their own voice."""
    from rapidfuzz import fuzz

    if min(len(a.tokens), len(b.tokens)) < _SAME_WORDS:
        return False
    return fuzz.ratio(a.text.casefold(), b.text.casefold()) >= _SAME_SHARE


def _runs(unit: Unit) -> frozenset[tuple[str, ...]]:
    """Return each so many words in a row of the unit's sentence that who has them has copied it."""
    told = [fold(token.text) for token in unit.reading.tokens_in(unit.clause.sentence)]
    return frozenset(zip(*(told[at:] for at in range(_SAME_WORDS)), strict=False))


def _is_learned(own: Sequence[Unit], members: Sequence[Unit]) -> bool:
    """Return whether what is told can only have been learned from somebody."""
    told = {act for unit in own for act in _acts(unit)}
    counted = any(q.kind == "count" for unit in members for q in unit.quantities)
    if counted and any(act.field in _BODY_COUNT for act in told):
        return True
    if any(act.name in _OFFICIAL for act in told):
        return True
    if any(_is_statistic(q) for unit in own for q in unit.quantities):
        return True
    if any(fold(t.lemma) in _CARED_FOR for unit in own for t in unit.core):
        return True
    return bool(own) and all(u.clause.slots.phase == "planned" for u in own)


def _is_statistic(quantity: Quantity) -> bool:
    """Return whether a figure is somebody's statistics: many of something, or a share of all."""
    many = quantity.value >= _STATISTIC and quantity.kind == "count"
    return many or quantity.kind == "percent"


def _acts(unit: Unit) -> set[Act]:
    """Return the acts that the unit's words name."""
    told = [token for token in unit.core if token.pos in ("NOUN", "VERB", "ADJ")]
    # "Forty are missing": no form of "to miss".
    forms = {(fold(form), t.pos == "NOUN") for t in told for form in (t.lemma, t.text)}
    return {
        act for form, noun in forms if form not in _VAGUE for act in acts(nouns=noun).get(form, ())
    }
