"""Find names that one article writes in two ways ("Morvane" and "Mhorvane", "BlueBus", "Blue Bus").

Reads:   the document's `Mention` values.
Assigns: `Internal` of kind "attribution": who or what is meant is written in two ways.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from asreported.lexicon.names import demonyms, fold
from asreported.lexicon.spelling import same_word, skeleton
from asreported.model.statement import Internal, Mention, Reading
from asreported.statements.inside.breaks import SLIGHT

# Shorter names differ by a letter without being one ("Iran", "Iraq"; "Hale", "Hall").
_SHORTEST = 6
# Letters that a transliteration of a person's name changes; of another name a slip changes one, or
# has two in the wrong order ("Centre", "Center"): two letters apart are two counties.
_SLIPS = 2
# So many names of one sound are compared with each other; more of them are a list, not an article.
_BLOCK = 100
# Two names that a page ran together ("HaleThe").
_RUN_TOGETHER = re.compile(r" \w*[a-z][A-Z]")
# Names of laws and bodies of four words and more.
_TITLE = re.compile(
    r"\b[A-Z][\w’'-]*(?:(?: (?:of|and|for|the|on|in|to|against|&)){0,2} [A-Z][\w’'-]*){1,8}"
    r" (?:Act|Law|Bill|Commission|Agency|Institute|Association|Foundation|Federation|Society"
    r"|Council|Bureau|Administration|Authority|Ministry|University|College|Hospital|School)"
    r"\b(?! [A-Z])"
)
_LEAST = 4
_COMMON, _SMALL = 2, 3  # Words of some length that both have; "For The" are none.
_LINKS = frozenset(["of", "for", "on", "and", "in", "the"])


def find_spellings(reading: Reading) -> Iterator[Internal]:
    """Yield one a pair of spellings: its ``spans`` are a place of each, then all the others."""
    every: dict[str, list[Mention]] = {}
    for mention in reading.mentions:
        before = reading.document.text[max(0, mention.span.start - 1) : mention.span.start]
        if mention.type != "group" and not mention.name.isupper() and before not in ("@", "#"):
            site = reading.document.text.startswith(".com", mention.span.end)
            if site or _RUN_TOGETHER.search(mention.name):
                continue
            every.setdefault(fold(mention.name), []).append(mention)
    surnames = {fold(m.name.split()[-1]) for m in reading.mentions if _is_full(m)}
    told: set[frozenset[str]] = set()
    for (left, first), (right, second) in _kin(every):
        # Where Sheldon Whitehouse is told of, "Whitehouse" is not the White House.
        if not surnames.isdisjoint((left, right)) and left.replace(" ", "") == right.replace(
            " ", ""
        ):
            continue
        odd = frozenset(set(left.split()) ^ set(right.split()))
        odd = frozenset(word for word in odd if len(word) >= _SHORTEST) or odd
        if not any(odd >= other for other in told) and _one_name(left, first[0], right, second[0]):
            told.add(odd)
            words = [reading.document.quote(mentions[0].span) for mentions in (first, second)]
            reason = f'one name in two spellings: "{words[0]}", "{words[1]}"'
            # One place of each comes first: a finding shows two.
            spans = (first[0].span, second[0].span, *(m.span for m in (*first[1:], *second[1:])))
            yield Internal("attribution", spans, SLIGHT, reason)
    yield from _surnames(reading, told)
    yield from _titles(reading)


def _surnames(reading: Reading, told: set[frozenset[str]]) -> Iterator[Internal]:
    """Yield surnames that stand alone, and in nobody's full name but for a letter."""
    full = {fold(m.name.split()[-1]): m for m in reversed(reading.mentions) if _is_full(m)}
    firsts = {fold(word) for m in reading.mentions if _is_full(m) for word in m.name.split()}
    for mention in reading.mentions:
        alone = fold(mention.name)
        if mention.type != "person" or " " in alone or len(alone) < _SHORTEST or alone in firsts:
            continue
        for surname, other in full.items():
            odd = frozenset((alone, surname))
            slip = len(surname) >= _SHORTEST and _variant(alone, surname, 1)
            if slip and not any(odd >= pair for pair in told):
                told.add(odd)
                names = [reading.document.quote(m.span) for m in (other, mention)]
                reason = f'one name in two spellings: "{names[0]}", "{names[1]}"'
                yield Internal("attribution", (other.span, mention.span), SLIGHT, reason)


def _titles(reading: Reading) -> Iterator[Internal]:
    """Yield long names of one body or law of which one has another word, or one more, inside.

    The words are read as they stand: as a mention such a name is often cut in two.
    """
    places: dict[str, tuple[int, int]] = {}
    for region in reading.document.article_regions():
        for match in _TITLE.finditer(reading.document.text, region.start, region.end):
            name = match.group().removeprefix("The ")
            places.setdefault(name, (match.end() - len(name), match.end()))
    for one, other in combinations(places, 2):
        if _retitled(one.replace("’", "'").split(), other.replace("’", "'").split()):
            spans = tuple(reading.document.span(*places[name]) for name in (one, other))
            reason = f'one name in two forms: "{one}", "{other}"'
            yield Internal("attribution", spans, SLIGHT, reason)


def _retitled(one: list[str], other: list[str]) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) < _LEAST or short[0] != long[0] or short[-1] != long[-1]:
        return False
    if sum(len(word) > _SMALL and word in long for word in short) < _COMMON:
        return False
    if len(short) == len(long):
        pairs = zip(short, long, strict=True)
        odd = [pair for pair in pairs if pair[0].casefold() != pair[1].casefold()]
        places = {word.casefold() for pair in odd for word in pair} & (demonyms().keys() | _LINKS)
        return len(odd) == 1 and not places
    added = [word for word in long if word not in short]
    kept = [word for word in long if word in short]
    return kept == short and len(added) == 2 and added[0] == "and"


def _is_full(mention: Mention) -> bool:
    return mention.type == "person" and " " in mention.name


_Entry = tuple[str, list[Mention]]


def _kin(every: dict[str, list[Mention]]) -> Iterator[tuple[_Entry, _Entry]]:
    """Yield pairs that could be one name: first words that sound alike, or but for spaces."""
    blocks: dict[str, list[_Entry]] = defaultdict(list)
    for name, mentions in sorted(every.items(), key=lambda item: item[1][0].span):
        keys = {f"sound {skeleton(name.split()[0])[1:]}", f"letters {name.replace(' ', '')}"}
        for key in sorted(keys):
            if len(blocks[key]) < _BLOCK:
                blocks[key].append((name, mentions))
    seen = set()
    for block in blocks.values():
        for pair in combinations(block, 2):
            names = (pair[0][0], pair[1][0])
            if names not in seen:
                seen.add(names)
                yield pair


def _one_name(left: str, first: Mention, right: str, second: Mention) -> bool:
    one, other = left.split(), right.split()
    if first.type != "person" and _longer(one, other):
        # "The Hale airport" is short for any name of it.
        return all(mention.name.split()[-1][:1].isupper() for mention in (first, second))
    if first.type != "person" and _one_letter(one, other):
        return True
    short, longer = sorted((first, second), key=lambda mention: len(mention.name.split()))
    alone = len(short.name.split()) == 1 < len(longer.name.split())
    slips = _SLIPS if first.type == second.type == "person" else 1
    two_ways = _two_ways(one, other, slips) and not (alone and _goes_on(longer))
    return two_ways or _relinked(one, other) or _spaced(left, first, right, second)


def _goes_on(longer: Mention) -> bool:
    """Return whether a longer name is something else's: "Wask Foundation", not "Wask air base"."""
    return any(word[:1].isupper() for word in longer.name.split()[1:])


def _two_ways(left: list[str], right: list[str], slips: int) -> bool:
    """Return whether one word is spelled otherwise; facility words may follow the shorter."""
    pairs = list(zip(left, right, strict=False))
    odd = [pair for pair in pairs if pair[0] != pair[1]]
    if not odd or (len(pairs) == 1 and abs(len(left) - len(right)) > 2):
        return False
    return all(min(map(len, pair)) >= _SHORTEST and _variant(*pair, slips) for pair in odd)


def _one_letter(left: list[str], right: list[str]) -> bool:
    """Return whether names of three words and more differ by a letter of one word."""
    from rapidfuzz.distance import Levenshtein

    if len(left) != len(right) or len(left) < 3:
        return False
    odd = [pair for pair in zip(left, right, strict=True) if pair[0] != pair[1]]
    if {left[-1], right[-1]} == {f"{min(left[-1], right[-1])}s", min(left[-1], right[-1])}:
        return False  # Two committees, and one of them.
    if len(odd) != 1 or not all(word.isalpha() and len(word) >= 3 for word in odd[0]):
        return False
    return Levenshtein.distance(*odd[0]) == 1 and not set(odd[0]) & demonyms().keys()


def _relinked(left: list[str], right: list[str]) -> bool:
    """Return whether long names differ by "of" against "for" alone."""
    kept = [[word for word in words if word not in _LINKS] for words in (left, right)]
    return left != right and len(left) == len(right) > 3 and kept[0] == kept[1]


def _longer(left: list[str], right: list[str]) -> bool:
    """Return whether one long name has words in the middle that the other leaves out."""
    short, long = sorted((left, right), key=len)
    if len(short) < 3 or not 0 < len(long) - len(short) <= 2:
        return False
    ends = [0, len(short)]
    while ends[0] < len(short) and short[ends[0]] == long[ends[0]]:
        ends[0] += 1
    while ends[1] > 0 and short[ends[1] - 1] == long[ends[1] - 1 + len(long) - len(short)]:
        ends[1] -= 1
    # "The House of Delegates Harbour Committee" is told in full, "the House Harbour Committee" not.
    spelt_out = "of" in long[ends[0] : ends[0] + len(long) - len(short)]
    return 2 <= ends[0] < len(short) and ends[1] <= ends[0] and not spelt_out


def _variant(one: str, other: str, slips: int) -> bool:
    from rapidfuzz.distance import OSA

    if one in demonyms() or other in demonyms():
        return False
    short, long = sorted((one, other), key=len)
    if long.startswith(short):
        # "Vask" and "Vasks", "Petrov" and "Petrova", "Clark" and "Clarke" are two.
        return False
    return same_word(one, other) and OSA.distance(one, other) <= slips


def _spaced(left: str, first: Mention, right: str, second: Mention) -> bool:
    """Return whether the names differ by a space between two capitals only."""
    if left.replace(" ", "") != right.replace(" ", "") or left == right:
        return False
    if "." in first.name and "." in second.name:
        return False  # "H.W." and "H. W." are no two names.
    return all(mention.name.split()[-1][:1].isupper() for mention in (first, second))
