"""Find the stretches of a sentence that are names, by capitals, the parser and what is known."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from asreported.lexicon.load import words as listed
from asreported.lexicon.months import months
from asreported.lexicon.names import demonyms, fold, given_names, head_types, places, titles
from asreported.lexicon.names import traits as name_traits
from asreported.statements.nameruns import HEAD_LINKS, LINKS, Run, split_run
from asreported.statements.words import Word, is_short_surname, touch

NAME_LABELS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "EVENT": "event",
    "WORK_OF_ART": "other",
    "PRODUCT": "other",
    "LAW": "other",
}
_CALENDAR = listed("name_words", kind="calendar") | months("en").keys()
_NEVER = listed("name_words", kind="never")
# What pages put before headlines, and what may end a body's name too.
_OF_PAGES = listed("name_words", kind="page")
_ORDINAL = re.compile(r"[0-9]{1,3}(?:st|nd|rd|th)")
_ARTICLES = frozenset({"the", "a", "an"})
_SAYING = frozenset({"said", "told", "added", "announced", "warned", "insisted", "wrote"})
_BEFORE_DATES = frozenset({"in", "on", "of", "last", "next", "this", "since", "until", "till", "by",
                           "early", "late", "mid", "before", "after", "from", "to", "between",
                           "during", "through", "and", "each", "every"})  # fmt: skip
# So many capitalised words in running text make its list of names complete enough.
_TAUGHT = 12


@dataclass(slots=True)
class Known:
    """What one document teaches about its words, folded.

    ``names`` stand capitalised where a capital means something, ``common`` stand in lower case.
    ``surnames`` are words of the calendar that follow a given name: "Ada May".
    """

    names: set[str] = field(default_factory=set)
    common: set[str] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)

    def learn(self, words: Sequence[Word]) -> None:
        """Take in one sentence that is not in title case."""
        for place, word in enumerate(words):
            folded = fold(word.text)
            in_calendar = folded in _CALENDAR
            if in_calendar:
                said = word.tag in ("NNP", "MD") and _speaks(words, place)
                if said or (place and _bears(words, place)):
                    self.surnames.add(folded)
            if not word.capital:
                self.common.add(folded)
            elif not (word.opens or in_calendar or _is_pronoun(word) or _is_stressed(word)):
                self.names.add(folded)


@cache
def _agencies() -> frozenset[str]:
    """Return the agencies in capitals: "AP"."""
    return frozenset(name for name in listed("agencies", "name") if name.isupper())


@cache
def _place_lengths() -> dict[str, tuple[int, ...]]:
    """Return how many words, two or three, the places have that begin with each word."""
    found: dict[str, set[int]] = {}
    for name in places():
        first, *rest = name.split()
        if len(rest) in (1, 2):
            found.setdefault(first, set()).add(1 + len(rest))
    return {first: tuple(sorted(sizes, reverse=True)) for first, sizes in found.items()}


def _bears(words: Sequence[Word], place: int) -> bool:
    """Return whether a word of the calendar is the last name to the given name before it.

    "Theresa May" is, though the parser take it for a month; "in Georgia May 3" is none.
    """
    given, word = words[place - 1], words[place]
    beside = word.start - given.end == 1 and given.capital and word.capital
    if not beside or fold(given.text) not in given_names():
        return False
    after = words[place + 1].text[:1] if place + 1 < len(words) else ""
    month = fold(given.text) in places() or after.isdigit()
    return word.label == "PERSON" or not month


def _speaks(words: Sequence[Word], place: int) -> bool:
    """Return whether a word of the calendar says something: "May said", "on a visit, May told"."""
    after = words[place + 1] if place + 1 < len(words) else None
    return after is not None and after.tag == "VBD" and after.text in _SAYING


def in_title_case(words: Sequence[Word]) -> bool:
    """Return whether so many words are capitalised that capitals tell nothing."""
    told = [word for word in words if len(word.text) > 3]
    if sum(word.text.isupper() and word.acronym for word in told) > 0.5 * len(told):
        return len(told) >= 2 or any(_running(word) for word in words)
    if len(told) < 2 or sum(word.text[0].isupper() for word in told) < 0.75 * len(told):
        return False
    return not any(_running(word) for word in words)


def _running(word: Word) -> bool:
    """Return whether a word in lower case shows running text: a verb, or any one without a tag."""
    if word.capital or len(word.text) < 3:
        return False
    if word.tag:
        return word.tag.startswith("VB")
    return len(word.text) > 3 and word.text not in listed("function_words") and word.text.isalpha()


def find_runs(text: str, words: Sequence[Word], known: Known) -> Iterator[Run]:
    """Yield the names among the words of one sentence, in order, none overlapping."""
    nameish = _names_of(text, words, known)
    index = 0
    while index < len(words):
        if not nameish[index]:
            index += 1
            continue
        stop = _run_end(text, words, nameish, index)
        yield from split_run(text, words[index:stop], words[stop : stop + 3])
        index = stop


def _names_of(text: str, words: Sequence[Word], known: Known) -> list[bool]:
    """Return for each word whether it is of a name: by itself, then by the words beside it."""
    titled_sentence = in_title_case(words)
    nameish = [_nameish(word, known, titled_sentence) for word in words]
    folded = [fold(word.text) for word in words]
    _take_in_places(words, folded, nameish)
    for place, word in enumerate(words):
        if nameish[place] and word.label == "DATE" and folded[place] in known.surnames:
            nameish[place] = not _dated(words, place)
    _take_in_initials(text, words, nameish)
    _leave_out_openings(words, folded, nameish, known)
    for place in range(len(words) - 1):
        nameish[place] = nameish[place] or _is_numbered(text, words, nameish, place)
    return nameish


def _take_in_places(words: Sequence[Word], folded: Sequence[str], nameish: list[bool]) -> None:
    """Let the capitals of a known place of several words be its name, its small words none."""
    for place in range(len(words) - 1):
        for length in _place_lengths().get(folded[place], ()):
            if " ".join(folded[place : place + length]) in places():
                capitals = [word.capital for word in words[place : place + length]]
                nameish[place : place + length] = capitals


def _take_in_initials(text: str, words: Sequence[Word], nameish: list[bool]) -> None:
    """Let the initial inside "Ada B. Byron", and the one that ends "Ada B.", be of the name."""
    for place, word in enumerate(words[1:-1], start=1):
        initial = len(word.text) == 1 and word.text.isupper() and text[word.end] == "."
        if initial and nameish[place - 1] and words[place + 1].capital:
            nameish[place] = touch(text, word, words[place + 1])
        nameish[place] |= nameish[place - 1] and is_short_surname(text, words[place - 1], word)


def _leave_out_openings(
    words: Sequence[Word], folded: Sequence[str], nameish: list[bool], known: Known
) -> None:
    """Leave out an unknown word at the head of a sentence, and a trait: "Brave Ada Roe"."""
    for place, word in enumerate(words):
        if word.opens and folded[place] in name_traits():
            nameish[place] &= not given_names().keys() & set(folded[place + 1 : place + 2])
        unsure = nameish[place] and word.opens and word.label not in NAME_LABELS
        if unsure and not _familiar(word, known) and not any(nameish[place + 1 : place + 2]):
            nameish[place] = False


def _is_numbered(text: str, words: Sequence[Word], nameish: Sequence[bool], place: int) -> bool:
    """Return whether a number opens the name of a body: "7th Fleet", "21st Century Fox"."""
    if not _ORDINAL.fullmatch(words[place].text):
        return False
    last = _last_beside(text, words, nameish, place)
    body = head_types().get(fold(words[last].text)) == "organisation"
    return body or any(word.label == "ORG" for word in words[place + 1 : last + 1])


def _dated(words: Sequence[Word], place: int) -> bool:
    """Return whether the words beside make a word of the calendar a date: "in May", "May 3"."""
    opens = place == 1 and words[0].text == "And"  # "And May left"
    before = words[place - 1].text.lower() if place and not opens else ""
    after = words[place + 1].text[:1] if place + 1 < len(words) else ""
    return before in _BEFORE_DATES or before.isdigit() or after.isdigit()


def _nameish(word: Word, known: Known, titled_sentence: bool) -> bool:
    if not word.capital or _is_pronoun(word):
        return False
    folded = fold(word.text)
    if folded in known.surnames:
        return True
    if folded in _OF_PAGES and (word.label != "ORG" or word.begins or word.tag != "NNP"):
        return False  # "Watch: ...", but "Harbour Watch"
    if folded in _NEVER or folded in _CALENDAR or word.text[:1].isdigit():
        return False
    if not folded or (len(folded) == 1 and not word.text.endswith(".")):
        return False
    if folded in known.names or folded in places():
        return True
    if folded in known.common:
        return not (titled_sentence or word.opens)
    if word.opens and not word.acronym and folded in listed("function_words"):
        return folded in given_names()  # "Though Roe left", but "Will Roe left"
    named = word.label in NAME_LABELS and word.tag in ("NNP", "NNPS", "")
    if titled_sentence:
        # Where the body has taught its names, a word of the headline that it lacks is none.
        taught = len(known.names) >= _TAUGHT and not (word.acronym and word.label == "ORG")
        return named and not taught and folded not in titles()
    if not word.opens or folded in demonyms() or folded in given_names():
        return True
    if word.acronym and len(folded) >= 5:
        return False
    return named or (word.tag in ("NNP", "NNPS", "") and not folded.endswith("ing"))


def _is_pronoun(word: Word) -> bool:
    """Return whether the word is "He" behind a mark; the parser takes "US" for one too."""
    return word.tag in ("PRP", "PRP$") and not word.acronym


def _is_stressed(word: Word) -> bool:
    """Return whether a word of grammar stands in capitals for its weight: "anything BUT that"."""
    return word.text.isupper() and fold(word.text) in listed("function_words")


def _familiar(word: Word, known: Known) -> bool:
    folded = fold(word.text)
    if folded in known.names or folded in places() or folded in demonyms():
        return True
    if folded in known.surnames:
        return True
    return word.acronym or folded in given_names() or not word.tag


def _run_end(text: str, words: Sequence[Word], nameish: Sequence[bool], index: int) -> int:
    """Return the index after the last word of the run that starts at ``index``."""
    stop = index + 1
    while stop < len(words):
        if nameish[stop] and touch(text, words[stop - 1], words[stop]):
            if _new_name(words[stop - 1], words[stop]):
                break
            stop += 1
            continue
        ahead = _over_links(text, words, nameish, stop)
        if ahead is None or not _links(words, index, stop, ahead):
            ahead = _over_and(text, words, nameish, index, stop)
        if ahead is None:
            break
        stop = ahead + 1
    return stop


def _over_and(
    text: str, words: Sequence[Word], nameish: Sequence[bool], index: int, stop: int
) -> int | None:
    """Return the index of the name word behind "and" or a comma that stand inside one name.

    So they do in "Centers for Disease Control and Prevention", which the parser takes for one name
    and a head and "for" open, and in "U.S. Immigration and Customs Enforcement".
    """
    ahead = stop + (words[stop].text == "and")
    if ahead >= len(words) or not nameish[ahead] or words[ahead].acronym or words[stop - 1].acronym:
        return None
    gap = text[words[stop - 1].end : words[stop].start].strip()
    listed = ahead == stop and gap == ","
    if not listed and (ahead == stop or gap or not text[words[stop].end].isspace()):
        return None
    so_far = [fold(word.text) for word in words[index:stop]]
    one = all(word.label == "ORG" and not word.begins for word in words[stop : ahead + 1])
    linked = next((i for i, word in enumerate(so_far) if word in HEAD_LINKS and i), None)
    if one and linked and so_far[linked - 1].removesuffix("s") in head_types():
        return ahead
    national = so_far[0] in places() and 1 < len(so_far) < 4 and words[stop - 1].label == "ORG"
    if ahead == stop or not national or any(word in head_types() for word in so_far):
        return None
    last = _last_beside(text, words, nameish, ahead)
    other = fold(words[ahead].text) in places() or fold(words[ahead].text) in demonyms()
    return ahead if fold(words[last].text) in head_types() and last > ahead and not other else None


def _last_beside(text: str, words: Sequence[Word], nameish: Sequence[bool], place: int) -> int:
    """Return the index of the last name word that goes on from ``place`` without a gap."""
    while place + 1 < len(words) and nameish[place + 1]:
        if not touch(text, words[place], words[place + 1]):
            break
        place += 1
    return place


def _new_name(left: Word, right: Word) -> bool:
    """Return whether one name ends and another begins between the words.

    So the parser says, or an agency stands there: "Ada Roe AP Ben Moor", captions in one line.
    """
    if right.text in _agencies() and right.acronym and not left.acronym:
        return True
    if left.text in _agencies() and fold(right.text) in given_names():
        return True
    if right.begins and right.label in NAME_LABELS and left.label in NAME_LABELS:
        given = fold(left.text) in given_names() and fold(left.text) not in places()
        if given and fold(right.text) not in places():
            return False
        # The parser takes an unknown given name at the head of a name for a company.
        unknown = left.label == "ORG" and left.begins and not left.acronym
        if unknown and right.label == "PERSON" and fold(left.text) not in head_types():
            return False
        same_kind = NAME_LABELS[left.label] == NAME_LABELS[right.label]
        return not (same_kind and right.label == "ORG")
    person = right.begins and right.label == "PERSON" and fold(right.text) in given_names()
    if person and not left.label and len(left.text) > 2 and fold(left.text) not in given_names():
        return fold(left.text) not in titles()  # "Head of Sea Rescue Ada Roe"
    return left.acronym and fold(right.text) in places() and fold(left.text) not in places()


def _over_links(text: str, words: Sequence[Word], nameish: Sequence[bool], stop: int) -> int | None:
    """Return the index of the name word behind "of", "of the", "de la"; None without one."""
    ahead = stop
    while ahead < len(words) and ahead < stop + 2 and not nameish[ahead]:
        folded = fold(words[ahead].text)
        if folded not in LINKS and not (ahead > stop and folded in _ARTICLES):
            return None
        if not touch(text, words[ahead - 1], words[ahead]):
            return None
        ahead += 1
    if ahead == stop or ahead >= len(words) or not nameish[ahead]:
        return None
    return ahead if touch(text, words[ahead - 1], words[ahead]) else None


def _links(words: Sequence[Word], first: int, stop: int, ahead: int) -> bool:
    """Return whether the linking words between ``stop`` and ``ahead`` are inside one name."""
    link = fold(words[stop].text)
    right, left = words[ahead], words[stop - 1]
    inside = all(word.label and not word.begins for word in words[stop : ahead + 1])
    if inside and left.label == right.label:
        return True
    if link not in HEAD_LINKS:
        return fold(left.text) not in titles()
    closes = fold(left.text)
    # "Centre for Research on Globalization": the head stands further back.
    so_far = {fold(word.text) for word in words[first:stop]}
    headed = link == "on" and bool(so_far & {"of", "for"}) and bool(so_far & head_types().keys())
    if not headed and (closes not in head_types() or closes in titles()):
        return False
    starts_own = any(word.begins for word in words[stop : ahead + 1])
    return not (starts_own and right.label in ("ORG", "PERSON", "NORP"))
