"""Find the names in one account.

Capitals, the parser's labels, titles, closing words ("ministry", "airport"), a gazetteer and the
other mentions of the same name vote on what is a name and of what type: the small parser alone
finds 95 in 100 names of a news page and types 76 right.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from asreported.lexicon.load import words as lexicon_words
from asreported.lexicon.names import demonyms, fold, given_names, head_types, places
from asreported.model.document import ARTICLE_KINDS, Document
from asreported.model.parse import Parse
from asreported.model.statement import Mention
from asreported.statements.nameruns import Run
from asreported.statements.namespans import NAME_LABELS, Known, find_runs, in_title_case
from asreported.statements.nicknames import join_nicknames
from asreported.statements.words import Word, sentence_words, words_of

_PARSED = ARTICLE_KINDS | {"headline", "caption"}
_UNREAD = frozenset({"comments", "hidden"})
_AGE = re.compile(r"\s*,\s*\d{1,3}\s*,|\s*\(\d{1,3}\)")
_IN = re.compile(r"\b(?:in|near|outside|across)\s+(?:the\s+)?$", re.IGNORECASE)
_PLACE_OF = re.compile(
    r"\b(?:base|airbase|port|city|town|village|province|capital|district|island|suburb|region|state"
    r"|county|governorate|neighbou?rhood|municipality)\s+(?:of|in)\s+$"
)
# "tenth-grader Ada Roe".
_OFFICE = re.compile(
    r"\b(director|executive|lawyer|attorney|minister|secretary|commander|chief|president|chairman"
    r"|chairwoman|spokesman|spokeswoman|governor|mayor|prosecutor|deputy|head), $"
)
_KNOWN_AS = re.compile(r"\b(?:identified|named|known|described)(?: only| just)? as $")
_BESIDE = re.compile(r"(?:\b|-)([a-z]+)(?: (?:called|named))? $")
# "Roe, governor of ...", "Roe, a Norland resident": who has a role is a person.
_ROLE = re.compile(r",\s+(?:(?:the|a|an|his|her)\s+)?(?:[A-Za-z][\w'’-]+\s+){0,2}?([a-z][a-z-]+)\b")
# Who has these has a name: "President Roe", however the parser takes Roe elsewhere.
_HELD = "|".join(title.title() for title in sorted(lexicon_words("titles", kind="held")))
_HOLDS = re.compile(rf"\b(?:{_HELD})\.?\s$")
_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr)\.?\s$")
# "The manufacturer, Norvik, said": what is a business by its noun is no person.
_TRADES = "|".join(sorted(lexicon_words("bodies", kind="introduces")))
_TRADE = re.compile(rf"\b(?:{_TRADES})(?: (?:that|which|behind|of|in|for) [^,.\n]{{3,50}})?, $")
_SPEAKS = re.compile(r",?\s+(?:said|says|told|tweeted|wrote|added|who|whose)\b")
_BASES = frozenset(
    ["air base", "airbase", "naval base", "airport", "province", "district", "county"]
)
_TYPES = ("person", "organisation", "place", "event", "group", "other")
_NAMING = frozenset({"byline", "dateline"})
# Regions that were not parsed where two capitalised words are a name; elsewhere it must be known.
_PROSE = frozenset({"author_bio", "disclaimer", "dateline"})
_Votes = Counter[str]
# Votes that settle that a name is not of a type, whatever the parser takes it for elsewhere.
_NEVER = -100_000


@dataclass(frozen=True, slots=True)
class _Found:
    """A name in place, before its type is voted. ``speaks`` says that a verb of speech follows."""

    run: Run
    key: str
    name: str
    votes: _Votes
    speaks: bool = False


def find_mentions(document: Document, parse: Parse) -> tuple[Mention, ...]:
    """Return the names of the page in text order, none overlapping.

    All regions but reader comments and hidden text are read. A demonym by itself is a name only
    where it stands for people ("Norwegians").
    """
    text = document.text
    sentences = [words for _, words in sentence_words(text, parse)]
    known = _learn(sentences)
    found = [_weigh(text, run) for words in sentences for run in find_runs(text, words, known)]
    found += [one for words in sentences for one in _groups(words)]
    found += _around(document, known, {one.key for one in found})
    types = _vote(found)
    types |= _find_things(parse, [one for one in found if types[one.key] == "person"])
    listed = [
        Mention(document.span(one.run.start, one.run.stop), types[one.key], one.name)
        for one in found
    ]
    listed = join_nicknames(document, listed)
    return tuple(_apart(sorted(listed, key=lambda mention: mention.span)))


def _learn(sentences: Iterable[Sequence[Word]]) -> Known:
    known = Known()
    for words in sentences:
        if not in_title_case(words):
            known.learn(words)
    return known


def _groups(words: Sequence[Word]) -> Iterator[_Found]:
    """Yield sides and institutions that stand in lower case: "rebels", "the general staff"."""
    for word in words:
        if word.tag.startswith("NN") and word.text.casefold() in lexicon_words("group_nouns"):
            yield _Found(Run((word,)), fold(word.text), word.text, Counter({"group": 500}))
    institutions = lexicon_words("name_words", kind="institution")
    for left, right in pairwise(words):
        if right.start - left.end == 1 and f"{left.text} {right.text}" in institutions:
            name = f"{left.text} {right.text}"
            yield _Found(Run((left, right)), name, name, Counter({"organisation": 500}))


def _around(document: Document, known: Known, keys: set[str]) -> Iterator[_Found]:
    """Yield names of bylines, bios, credits and the like, which the parser has not seen."""
    text = document.text
    parts = {word for key in keys for word in key.split()}
    unparsed = [r for r in document.regions if r.kind not in _PARSED | _UNREAD]
    for region in sorted(unparsed, key=lambda region: region.kind not in _NAMING):
        for line in re.finditer(
            r"[^\n.!?|]+(?:\.(?=\S)[^\n.!?|]+)*", text[region.start : region.end]
        ):
            words = words_of(text, region.start + line.start(), region.start + line.end())
            if region.kind in _NAMING:
                known.learn([word._replace(opens=False) for word in words])
            for run in find_runs(text, words, known):
                one = _weigh(text, run)
                if region.kind == "byline" and len(run.words) > 1:
                    one.votes["person"] += 200
                told = len(run.words) > 1 or not run.words[0].opens or run.words[0].acronym
                free = region.kind in _NAMING or (
                    region.kind in _PROSE and told and not in_title_case(words)
                )
                if free or one.key in keys or one.key in places() or one.key in parts:
                    keys.add(one.key)
                    yield one


def _weigh(text: str, run: Run) -> _Found:
    """Return the run with the votes of its words and surroundings for each type."""
    name = " ".join(text[run.start : run.stop].split())
    key = fold(name)
    votes: _Votes = Counter()
    _weigh_labels(run, key, votes)
    _weigh_words(run, key, votes)
    before, after = text[max(0, run.start - 30) : run.start], text[run.stop : run.stop + 20]
    votes["person"] += 300 * (run.titled or bool(_HONORIFIC.search(before))) + 300 * bool(
        _AGE.match(after)
    )
    if len(run.words) == 1 and run.titled and _HOLDS.search(before):
        votes["person"] += 600
    aside = before.endswith(", ")
    trade = aside and _TRADE.search(text, max(0, run.start - 90), run.start) is not None
    if trade and after[:1] in (",", ".") and len(run.words) == 1 and key not in given_names():
        votes["organisation"] += 300
    speaks = _SPEAKS.match(after) is not None and not trade
    if speaks:
        votes["person"] += 60
        votes["event"] += _NEVER  # who speaks is none, nor an unknown place
        votes["place"] -= 0 if key in places() else 200
    role = _ROLE.match(text, run.stop)
    beside = _BESIDE.search(before)
    for noun in (role[1] if role else "", beside[1] if beside else ""):
        if len(run.words) > 1 and noun in _person_nouns():
            votes["person"] += 200
    office = _OFFICE.search(before)
    if office and after[:1] in (",", ".") and len(run.words) > 1 and office[1] in _person_nouns():
        votes["person"] += 200
    votes["person"] += 300 * (_KNOWN_AS.search(before) is not None)
    votes["place"] += 60 * bool(_IN.search(before)) + 300 * bool(_PLACE_OF.search(before))
    return _Found(run, key, name, votes, speaks)


@cache
def _person_nouns() -> frozenset[str]:
    return lexicon_words("speaker_nouns", "noun", kind="person")


def _weigh_labels(run: Run, key: str, votes: _Votes) -> None:
    labels = [word.label for word in run.words]
    last = labels[-1]
    if last not in NAME_LABELS:
        return
    weight = 100 if len(set(labels)) == 1 else 50
    if last == "NORP" and key not in demonyms():
        # The parser takes unknown names for peoples.
        votes["organisation"] += weight // 3
    else:
        votes[NAME_LABELS[last]] += weight


def _weigh_words(run: Run, key: str, votes: _Votes) -> None:
    words = key.split()
    if run.tail:
        votes[run.tail] += 600
        return
    if not words:
        return
    if key in places():
        votes["place"] += 500
    heads = head_types()
    if len(words) == 1 and key in heads:
        votes[heads[key]] += 300  # what is left of "the Attorney's Office"
    if len(words) > 1 and words[0] in given_names() and words[-1] not in heads:
        votes["person"] += 250
    if len(words) > 1 and words[-1] in heads and not run.titled:
        votes[heads[words[-1]]] += 400
    elif len(words) > 1 and "event" in (
        heads.get(words[0].removesuffix("s")),
        heads.get(words[-2]),
    ):
        votes["event"] += 400  # "Tropical Storm Ada", "Hurricanes Ada and Ben"
    linked = next((i for i, word in enumerate(words) if word in ("of", "for") and i), None)
    if linked and words[linked - 1] in heads:
        votes[heads[words[linked - 1]]] += 400
    if len(words) > 1 and key not in places() and (words[0] in places() or words[0] in demonyms()):
        votes["organisation"] += 60
    if len(run.words) == 1 and run.words[0].acronym and key not in places():
        votes["organisation"] += 150
    if key in demonyms():
        votes["group"] += 400


def _vote(found: Sequence[_Found]) -> dict[str, str]:
    """Return the type of each key: the sum over its mentions and its longer forms."""
    sums: dict[str, _Votes] = defaultdict(Counter)
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
        for part in _surnames(key)
    }
    for key, votes in sums.items():
        # "Mr Holland" is no country.
        named_so = key in surnames and (votes["place"] < 500 or votes["person"] >= 300)
        if named_so or (types[key] == "organisation" and _is_kin(key, types, surnames)):
            types[key] = "person"
    return types


def _find_things(parse: Parse, persons: Iterable[_Found]) -> dict[str, str]:
    """Return what most often stands as no person does: "the Sea Rose left", "Navy SEALs say".

    The parser may take a ship for a person, and a verb of speech behind a plural makes none.
    """
    seen: Counter[str] = Counter()
    plural: Counter[str] = Counter()
    definite: Counter[str] = Counter()
    for one in persons:
        last = one.run.words[-1]
        seen[one.key] += 1
        plural[one.key] += last.tag == "NNS" and last.label != "PERSON"
        definite[one.key] += _has_article(parse, one.run)
    groups = {key: "group" for key in seen if plural[key] * 2 > seen[key]}
    things = {key: "other" for key in seen if definite[key] * 2 > seen[key]} | groups
    # The surname of a person who is named in full is one, whatever it is taken for.
    full = [key for key in seen if " " in key and key not in things]
    bare = {part for key in full for part in _surnames(key)}
    return {key: kind for key, kind in things.items() if key not in bare}


def _has_article(parse: Parse, run: Run) -> bool:
    """Return whether "the" before a name belongs to it, not to a noun behind: "the Roe report"."""
    at = bisect_left(parse.tokens, (run.words[0].start,))
    if not 0 < at < len(parse.tokens):
        return False
    article = parse.tokens[at - 1]
    told = article.text.lower() == "the" and article.head >= at
    return told and parse.tokens[article.head].start < run.stop


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


def _lend(key: str, sums: Mapping[str, _Votes]) -> None:
    """Add to a bare name the place that a longer mention of it makes: "X" of "X air base"."""
    for other, votes in sums.items():
        if (
            other.startswith(f"{key} ")
            and votes["place"] >= 400
            and other[len(key) + 1 :] in _BASES
        ):
            sums[key]["place"] += 300


def _lend_surname(key: str, sums: Mapping[str, _Votes]) -> None:
    """Add to a name in full the person that its last word is by itself: "Roe" of "Ada Roe"."""
    words = key.split()
    if len(words) not in (2, 3) or words[-1] in head_types() or key in places():
        return
    alone = sums.get(words[-1])
    if alone is not None and _best(alone) == "person" and words[-1] not in places():
        sums[key]["person"] += alone["person"]


def _surnames(key: str) -> tuple[str, ...]:
    """Return the forms in which a person's last name stands alone."""
    words = key.split()
    return (words[-1], " ".join(words[-2:])) if len(words) > 2 else (words[-1],)


def _best(votes: _Votes) -> str:
    top = max(votes.values(), default=0)
    if top <= 0:
        return "other"
    return next(kind for kind in _TYPES if votes[kind] == top)


def _apart(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions without those that overlap an earlier one."""
    last = -1
    for mention in mentions:
        if mention.span.start >= last:
            yield mention
            last = mention.span.end
