"""Give a person's name that one article spells in two ways the spelling that it uses most."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from asreported.lexicon.names import demonyms, fold, places
from asreported.lexicon.spelling import same_word
from asreported.model.statement import Mention

# Shorter surnames differ by a letter without being one ("Hale", "Hall").
_SHORTEST = 5
# So many surnames of one given name are compared: more of them are a list.
_MOST = 12


def with_usual_spelling(mentions: Sequence[Mention]) -> list[Mention]:
    """Return the persons' mentions, in text order, with one spelling a surname.

    Two spellings are one where all other words of a name in full are the same, and the surnames
    sound alike and are a letter apart. Of two that are as frequent the later counts: what stands
    above an article is written last, and read by nobody.
    """
    usual = _find_usual(mentions)
    return [_corrected(mention, usual) for mention in mentions] if usual else list(mentions)


def _find_usual(mentions: Sequence[Mention]) -> dict[str, str]:
    """Return the usual surname as written for each folded one that is a slip."""
    bearers: dict[str, set[str]] = defaultdict(set)
    written: dict[str, str] = {}
    times: Counter[str] = Counter()
    last: dict[str, int] = {}
    for mention in mentions:
        words = fold(mention.name).split()
        if not words or len(words) != len(mention.name.split()):
            continue
        written.setdefault(words[-1], mention.name.split()[-1])
        times[words[-1]] += 1
        last[words[-1]] = mention.span.start
        if len(words) > 1:
            bearers[" ".join(words[:-1])].add(words[-1])
    usual: dict[str, str] = {}
    for surnames in bearers.values():
        if len(surnames) > _MOST:
            continue
        for one, other in combinations(sorted(surnames), 2):
            if _is_slip(one, other):
                slip, kept = sorted((one, other), key=lambda name: (times[name], last[name]))
                usual[slip] = written[kept]
    return usual


def _is_slip(one: str, other: str) -> bool:
    """Return whether two folded surnames are one but for a letter; "Petrov" and "Petrova" are two.

    So are names of places: "Ada Norland" is no "Ada Norlund".
    """
    if min(len(one), len(other)) < _SHORTEST or {one, other} & (
        demonyms().keys() | places().keys()
    ):
        return False
    from rapidfuzz.distance import OSA

    ends = one.startswith(other) or other.startswith(one)
    return not ends and same_word(one, other) and OSA.distance(one, other) == 1


def _corrected(mention: Mention, usual: dict[str, str]) -> Mention:
    *before, last = mention.name.split()
    kept = usual.get(fold(last))
    return replace(mention, name=" ".join([*before, kept])) if kept is not None else mention
