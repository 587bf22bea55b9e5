"""Count from how many independent origins the statements of one point come.

Counting sources is not counting outlets: five outlets with one speech are one origin. Each
statement is followed to its end (`asreported.alignment.origin`); ends that are one are joined.
What an outlet tells in its own voice counts for itself only where it could have seen it: figures,
arrests and plans that others attribute have come from those others.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from asreported.alignment.origin import End, find_end, uttered_by
from asreported.alignment.profile import fold
from asreported.alignment.units import Unit
from asreported.lexicon.load import table

# Acts that outlets learn of from an authority, and those whose number nobody counts for himself.
_OFFICIAL = frozenset({"arrest"})
_BODY_COUNT = frozenset({"kill", "hurt", "hospital", "missing", "trap"})
_VAGUE = frozenset({"hold", "catch", "seize"})
# From this count on a figure is somebody's statistics.
_STATISTIC = 1000
# So many independent outlets in their own voice, and the thing was there to be seen; fewer may have
# it from those whom others name.
_SEEN_BY = 3


@dataclass(frozen=True, slots=True)
class Agreement:
    """``verdict`` is ``corroborated single undecided``; ``count`` None where there is no basis."""

    verdict: str
    count: int | None
    origins: tuple[str, ...]
    reason: str


def judge_agreement(accounts: Mapping[str, End], members: Sequence[Unit]) -> Agreement:
    """Return from how many origins the members come, and who they are.

    ``accounts`` gives the end of each document's own voice (`account_ends`).
    """
    ends = [uttered_by(unit) or find_end(unit, accounts) for unit in members]
    said = _join(end for end in ends if end.kind in ("named", "described"))
    own = [
        (unit, end) for unit, end in zip(members, ends, strict=True) if end.kind in ("own", "wire")
    ]
    told = _join(end for _, end in own)
    learned = _is_learned([unit for unit, _ in own], members)
    if said and (learned or len(told) < _SEEN_BY):
        counted, why = said, _repeated(told)
    elif learned and told:
        counted, why = told[:1], "they give one figure and no source for it"
    else:
        counted, why = [*said, *told], ""
    return _verdict(members, counted, why)


def _verdict(members: Sequence[Unit], ends: Sequence[End], why: str) -> Agreement:
    origins = tuple(sorted(end.name for end in ends))
    accounts = len({unit.document for unit in members})
    held = "1 account" if accounts == 1 else f"{accounts} accounts"
    from_ = "1 origin" if len(origins) == 1 else f"{len(origins)} origins"
    reason = f"{held}, {from_}: {', '.join(origins)}" + (f"; {why}" if why else "")
    verdict = "corroborated" if len(origins) > 1 else "single"
    return Agreement(verdict, len(origins), origins, reason)


def _repeated(told: Sequence[End]) -> str:
    if not told:
        return ""
    names = ", ".join(sorted(end.name for end in told))
    return f"not counted, as nothing shows that they know it otherwise: {names}"


def _join(ends: Iterable[End]) -> list[End]:
    """Return the distinct ends; who is only described joins a named one, and each other."""
    named: list[End] = []
    described: list[End] = []
    other: list[End] = []
    for end in ends:
        kept = {"named": named, "described": described}.get(end.kind, other)
        for at, known in enumerate(kept):
            if known.same(end):
                kept[at] = max(known, end, key=lambda e: (len(e.key), e.name))
                break
        else:
            kept.append(end)
    if named:
        return [*named, *other]
    return [*described[:1], *other]


def _is_learned(own: Sequence[Unit], members: Sequence[Unit]) -> bool:
    """Return whether what is told can only have been learned from somebody."""
    fields = {row["field"] for row in table("acts") for unit in own if _names(unit, row)}
    if fields & _BODY_COUNT and any(unit.quantities for unit in members):
        return True
    if fields & _OFFICIAL:
        return True
    if any(q.value >= _STATISTIC and q.kind == "count" for u in own for q in u.quantities):
        return True
    return bool(own) and all(u.clause.slots.phase == "planned" for u in own)


def _names(unit: Unit, row: dict[str, str]) -> bool:
    known = {*row["verbs"].split(), *row["nouns"].split()} - _VAGUE
    return any(fold(token.lemma) in known for token in unit.core)
