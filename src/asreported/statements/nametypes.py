"""Vote on the type of each name: person, organisation, place, event, group or other.

The parser's label, titles, closing words ("ministry", "airport"), a gazetteer, the words beside a
name and its other mentions all vote: the small parser alone types 76 in 100 names of a news page
right.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from asreported.lexicon.load import words as lexicon_words
from asreported.lexicon.names import demonyms, fold, given_names, head_types, places
from asreported.statements.nameruns import Run
from asreported.statements.namespans import NAME_LABELS

_AGE = re.compile(r"\s*,\s*\d{1,3}\s*,|\s*\(\d{1,3}\)")
_IN = re.compile(r"\b(?:in|near|outside|across)\s+(?:the\s+)?$", re.IGNORECASE)
_KINDS_OF_PLACE = "|".join(sorted(lexicon_words("word_classes", kind="place_of")))
_PLACE_OF = re.compile(rf"\b(?:{_KINDS_OF_PLACE})\s+(?:of|in)\s+$")
# "A director, Ada Roe, said".
_OFFICES = "|".join(sorted(lexicon_words("word_classes", kind="office_aside")))
_OFFICE = re.compile(rf"\b({_OFFICES}), $")
_KNOWN_AS = re.compile(
    r"\b(?:identified|named|known|described|name)(?: himself| herself)?(?: only| just)? as $"
)
# "tenth-grader Ada Roe", "a nurse named Ada Roe".
_BESIDE = re.compile(r"(?:\b|-)([a-z]+)(?: (?:called|named))? $")
# "Roe, governor of ...", "Roe, a Norland resident": who has a role is a person.
_ROLE = re.compile(r",\s+(?:(?:the|a|an|his|her)\s+)?(?:[A-Za-z][\w'’-]+\s+){0,2}?([a-z][a-z-]+)\b")
# "Roe, a retired sociology professor at": the noun that ends what is said of who it is.
_LONG_ROLE = re.compile(
    r",\s+(?:the|a|an|his|her)\s+(?:[A-Za-z][\w'’-]*\s+){1,3}?([a-z][a-z-]+)"
    r"(?=[,.]|\s+(?:of|at|in|for|from|with|on|who|and|to)\b)"
)
# Who has these has a name: "President Roe", however the parser takes Roe elsewhere.
_HELD = "|".join(title.title() for title in sorted(lexicon_words("titles", kind="held")))
_HOLDS = re.compile(rf"\b(?:{_HELD})\.?\s$")
_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr)\.?\s$")
# "The manufacturer, Norvik, said": what is a business by its noun is no person.
_TRADES = "|".join(sorted(lexicon_words("bodies", kind="introduces")))
_TRADE = re.compile(rf"\b({_TRADES})(?: (?:that|which|behind|of|in|for) [^,.\n]{{3,50}})?, $")
_SPEAKS = re.compile(r",?\s+(?:said|says|told|tweeted|wrote|added|who|whose)\b")
_BASES = frozenset(
    ["air base", "airbase", "naval base", "airport", "province", "district", "county"]
)
_TYPES = ("person", "organisation", "place", "event", "group", "other")
_NEAR, _BEHIND = 30, 20  # Characters before and behind a name that tell of it.
_TRADE_NEAR = 90  # The same before it of a business, with what it makes between.
Votes = Counter[str]
# What a sign is worth for a type. The sum over all mentions of a name decides, so that one that
# makes the name what it is ("air base") outweighs the parser's label of every mention about it.
_MAKES = 600  # A tail in lower case, an office whose holder is called by name.
LISTED = 500  # The gazetteer has it, or the table of groups and institutions.
_CLOSES = 400  # Its head says so ("... Ministry", "Tropical Storm ..."), or it is a demonym.
_INTRODUCES = 300  # A title, an age or "known as" stands beside it.
_GIVEN = 250  # A given name opens it.
SIGNS = 200  # It signs the text, or a noun of a person stands beside it.
_ACRONYM = 150
_LABEL = 100  # The parser has one label for all its words; for words of several half as much.
_HINT = 60  # A verb of speech behind it, "in" before it, a country's name at its head.
# What settles that a name is not of a type, whatever the parser takes it for elsewhere.
_NEVER = -100_000


@dataclass(frozen=True, slots=True)
class Found:
    """A name in place, before its type is voted. ``speaks`` says that a verb of speech follows."""

    run: Run
    key: str
    name: str
    votes: Votes
    speaks: bool = False


def weigh(text: str, run: Run) -> Found:
    """Return the run with the votes of its words and surroundings for each type."""
    name = " ".join(text[run.start : run.stop].split())
    key = fold(name)
    votes: Votes = Counter()
    _weigh_labels(run, key, votes)
    _weigh_words(run, key, votes)
    _weigh_introduction(text, run, votes)
    _weigh_roles(text, run, votes)
    aside = text[max(0, run.start - 2) : run.start] == ", "
    trade = _TRADE.search(text, max(0, run.start - _TRADE_NEAR), run.start) if aside else None
    closed = text[run.stop : run.stop + 1] in (",", ".")
    # Of a contractor named in several words it is open whether that is a person.
    alone = len(run.words) == 1 or (trade is not None and trade[1] in _bodies())
    if trade and closed and alone and key.split()[0] not in given_names():
        votes["organisation"] += _INTRODUCES
    speaks = _SPEAKS.match(text, run.stop, run.stop + _BEHIND) is not None and not trade
    if speaks:
        votes["person"] += _HINT
        votes["event"] += _NEVER  # who speaks is none, nor an unknown place
        votes["place"] -= 0 if key in places() else SIGNS
    return Found(run, key, name, votes, speaks)


def _weigh_introduction(text: str, run: Run, votes: Votes) -> None:
    """Add what stands right before the name, or an age behind it, to the votes."""
    before = text[max(0, run.start - _NEAR) : run.start]
    titled = run.titled or _HONORIFIC.search(before) is not None
    votes["person"] += _INTRODUCES * titled
    votes["person"] += _INTRODUCES * bool(_AGE.match(text, run.stop, run.stop + _BEHIND))
    votes["person"] += _INTRODUCES * bool(_KNOWN_AS.search(before))
    if len(run.words) == 1 and _HOLDS.search(before):
        votes["person"] += _MAKES
        votes["organisation"] += _NEVER  # however often the parser takes the bare name for one
    votes["place"] += _HINT * bool(_IN.search(before))
    votes["place"] += _INTRODUCES * bool(_PLACE_OF.search(before))


def _weigh_roles(text: str, run: Run, votes: Votes) -> None:
    """Add the nouns of persons beside a name of several words to the votes."""
    if len(run.words) == 1:
        return
    before = text[max(0, run.start - _NEAR) : run.start]
    role, beside, office = (
        _ROLE.match(text, run.stop),
        _BESIDE.search(before),
        _OFFICE.search(before),
    )
    closed = text[run.stop : run.stop + 1] in (",", ".")
    if role is None or role[1] not in _person_nouns():
        role = _LONG_ROLE.match(text, run.stop)
        role = None if role and role[1] in lexicon_words("bodies", kind="introduces") else role
    for found in (role, beside, office if closed else None):
        votes["person"] += SIGNS * (found is not None and found[1] in _person_nouns())
    given = fold(run.words[0].text) in given_names()
    if beside is not None and beside[1] in _person_nouns() and given:
        votes["person"] += _CLOSES  # "the bricklayer Ada Post" is no newspaper


@cache
def _bodies() -> frozenset[str]:
    return lexicon_words("speaker_nouns", "noun", kind="organisation")


@cache
def _person_nouns() -> frozenset[str]:
    return lexicon_words("speaker_nouns", "noun", kind="person")


def _weigh_labels(run: Run, key: str, votes: Votes) -> None:
    labels = [word.label for word in run.words]
    last = labels[-1]
    if last not in NAME_LABELS:
        return
    weight = _LABEL if len(set(labels)) == 1 else _LABEL // 2
    if last == "NORP" and key not in demonyms():
        # The parser takes unknown names for peoples.
        votes["organisation"] += weight // 3
    else:
        votes[NAME_LABELS[last]] += weight


def _weigh_words(run: Run, key: str, votes: Votes) -> None:
    words = key.split()
    if run.tail:
        votes[run.tail] += _MAKES
        return
    if not words:
        return
    if key in places():
        votes["place"] += LISTED
    heads = head_types()
    if len(words) == 1 and key in heads:
        votes[heads[key]] += _INTRODUCES  # what is left of "the Attorney's Office"
    if len(words) > 1 and words[0] in given_names() and words[-1] not in heads:
        votes["person"] += _GIVEN
    if len(words) > 1 and words[-1] in heads and not run.titled:
        votes[heads[words[-1]]] += _CLOSES
    elif len(words) > 1 and "event" in (
        heads.get(words[0].removesuffix("s")),
        heads.get(words[-2]),
    ):
        votes["event"] += _CLOSES  # "Tropical Storm Ada", "Hurricanes Ada and Ben"
    linked = next((i for i, word in enumerate(words) if word in ("of", "for") and i), None)
    if linked and words[linked - 1] in heads:
        votes[heads[words[linked - 1]]] += _CLOSES
    if len(words) > 1 and key not in places() and (words[0] in places() or words[0] in demonyms()):
        votes["organisation"] += _HINT
    if len(run.words) == 1 and run.words[0].acronym and key not in places():
        votes["organisation"] += _ACRONYM
    if key in demonyms():
        votes["group"] += _CLOSES


def vote(found: Sequence[Found]) -> dict[str, str]:
    """Return the type of each key: the sum over its mentions and its longer forms."""
    sums: dict[str, Votes] = defaultdict(Counter)
    for one in found:
        sums[one.key].update(one.votes)
    for key in [key for key in sums if key not in places()]:
        _lend(key, sums)
    for key in sums:
        _lend_surname(key, sums)
    types = {key: _best(votes) for key, votes in sums.items()}
    spoken = Counter(one.key for one in found if one.speaks)
    for key in [key for key in types if _is_person_by_speech(key, spoken)]:
        types[key] = types[key.split()[-1]] = "person"
    surnames = {
        part
        for key, kind in types.items()
        if kind == "person" and " " in key
        for part in surnames_of(key)
    }
    for key, votes in sums.items():
        # "Mr Holland" is no country.
        named_so = key in surnames and (votes["place"] < LISTED or votes["person"] >= _INTRODUCES)
        if named_so or (types[key] == "organisation" and _is_kin(key, types, surnames)):
            types[key] = "person"
    return types


def _is_kin(key: str, types: Mapping[str, str], surnames: Collection[str]) -> bool:
    """Return whether the last of two words is a person's and bears no other sense.

    In "Ada Roe, mother of Olan Roe" the parser may take Olan Roe for a company.
    """
    first, *rest = key.split()
    if len(rest) != 1 or rest[0] not in surnames or types.get(rest[0]) != "person":
        return False
    known = (places(), demonyms(), head_types())
    return not any(word in table for word in (first, rest[0]) for table in known)


def _is_person_by_speech(key: str, spoken: Mapping[str, int]) -> bool:
    """Return whether a name that closes like a place's is a person's: "Ada Hill" who speaks.

    A given name in front and a verb of speech behind name or surname, twice, tell so.
    """
    words = key.split()
    if len(words) < 2 or words[0] not in given_names() or head_types().get(words[-1]) != "place":
        return False
    return spoken[key] + spoken[words[-1]] > 1


def _lend(key: str, sums: Mapping[str, Votes]) -> None:
    """Add to a bare name the place that a longer mention of it makes: "X" of "X air base"."""
    for other, votes in sums.items():
        if (
            other.startswith(f"{key} ")
            and votes["place"] >= _CLOSES
            and other[len(key) + 1 :] in _BASES
        ):
            sums[key]["place"] += _INTRODUCES


def _lend_surname(key: str, sums: Mapping[str, Votes]) -> None:
    """Add to a name in full the person that its last word is by itself: "Roe" of "Ada Roe"."""
    words = key.split()
    if len(words) not in (2, 3) or words[-1] in head_types() or key in places():
        return
    if words[0] in _bodies():
        return  # "Team Roe" is not Roe
    alone = sums.get(words[-1])
    if alone is not None and _best(alone) == "person" and words[-1] not in places():
        sums[key]["person"] += alone["person"]


def surnames_of(key: str) -> tuple[str, ...]:
    """Return the forms in which a person's last name stands alone."""
    words = key.split()
    return (words[-1], " ".join(words[-2:])) if len(words) > 2 else (words[-1],)


def _best(votes: Votes) -> str:
    top = max(votes.values(), default=0)
    if top <= 0:
        return "other"
    return next(kind for kind in _TYPES if votes[kind] == top)
