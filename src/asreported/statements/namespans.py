"""Find the stretches of a sentence that are names, by capitals, the parser and what is known."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from asreported.lexicon.load import table
from asreported.lexicon.load import words as listed
from asreported.lexicon.months import months
from asreported.lexicon.names import demonyms, fold, given_names, head_types, places, titles
from asreported.lexicon.names import traits as name_traits
from asreported.model.labels import PLURAL, SINGULAR
from asreported.statements.words import Word, is_short_surname

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
_LINKS = listed("name_words", kind="link")
_SUFFIXES = listed("name_words", kind="suffix")
# Written with a full stop that ends no sentence: "Gen. Hale".
_STOPS_AFTER = listed("name_words", kind="abbreviation")
# What a demonym or a country makes a name of: "Norwegian army", "US military".
_NATIONAL = listed("name_words", kind="national")
# Lower-case words that belong to the name before them, and the type they make it.
_TAILS = {row["word"]: row["type"] for row in table("name_words") if row["kind"] == "tail"}
# What an office is for stands before its last part: "Commissioner for Roads and Bridges Ada Roe".
_FIELD = re.compile(
    r"\b(?:for|of) (?:[A-Z][\w’'-]*,? ){1,3}(?:and|&) $|\b[A-Z][\w’'-]* (?:of|in|to)(?: the)? $"
)
_OFFICE = 60
_ORDINAL = re.compile(r"[0-9]{1,3}(?:st|nd|rd|th)")
_RULES = ("government", "administration", "regime")
_ARTICLES = frozenset({"the", "a", "an"})
_HEAD_LINKS = frozenset({"of", "for", "on"})
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
                if said or (place and _bears(words[place - 1], word)):
                    self.surnames.add(folded)
            if not word.capital:
                self.common.add(folded)
            elif not (word.opens or in_calendar or _is_pronoun(word) or _is_stressed(word)):
                self.names.add(folded)


@dataclass(frozen=True, slots=True)
class Run:
    """A name: its words, whether a title stands before it, and the type its tail or head makes."""

    words: tuple[Word, ...]
    titled: bool = False
    end: int = 0
    tail: str = ""

    @property
    def start(self) -> int:
        """Return where the name starts."""
        return self.words[0].start

    @property
    def stop(self) -> int:
        """Return where the name ends, a lower-case tail included."""
        return max(self.end, self.words[-1].end)


@cache
def _place_lengths() -> dict[str, tuple[int, ...]]:
    """Return how many words, two or three, the places have that begin with each word."""
    found: dict[str, set[int]] = {}
    for name in places():
        first, *rest = name.split()
        if len(rest) in (1, 2):
            found.setdefault(first, set()).add(1 + len(rest))
    return {first: tuple(sorted(sizes, reverse=True)) for first, sizes in found.items()}


def _bears(given: Word, word: Word) -> bool:
    """Whether ``word``, of the calendar, is the last name to the given name before it."""
    beside = word.start - given.end == 1 and given.capital and word.capital
    return beside and word.label == "PERSON" and fold(given.text) in given_names()


def _speaks(words: Sequence[Word], place: int) -> bool:
    """Whether a word of the calendar says something: "May said", "on a visit, May told"."""
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
    """Whether a word in lower case shows running text: a verb, or untagged, no function word."""
    if word.capital or len(word.text) < 3:
        return False
    if word.tag:
        return word.tag.startswith("VB")
    return len(word.text) > 3 and word.text not in listed("function_words") and word.text.isalpha()


def find_runs(text: str, words: Sequence[Word], known: Known) -> Iterator[Run]:
    """Yield the names among the words of one sentence, in order, none overlapping."""
    titled_sentence = in_title_case(words)
    nameish = [_nameish(word, known, titled_sentence) for word in words]
    folded = [fold(word.text) for word in words]
    for place in range(len(words) - 1):
        for length in _place_lengths().get(folded[place], ()):
            if " ".join(folded[place : place + length]) in places():
                nameish[place : place + length] = [
                    word.capital for word in words[place : place + length]
                ]
    for place, word in enumerate(words):
        if nameish[place] and word.label == "DATE" and fold(word.text) in known.surnames:
            nameish[place] = not _dated(words, place)
    for place, word in enumerate(words[1:-1], start=1):
        # "Ada B. Byron": the initial is inside the name.
        initial = len(word.text) == 1 and word.text.isupper() and text[word.end] == "."
        if initial and nameish[place - 1] and words[place + 1].capital:
            nameish[place] = _touch(text, word, words[place + 1])
        nameish[place] |= nameish[place - 1] and is_short_surname(text, words[place - 1], word)
    for place, word in enumerate(words):
        # An unknown word at the head of a sentence is no name, nor a trait: "Brave Ada Roe".
        if word.opens and folded[place] in name_traits():
            nameish[place] &= not given_names().keys() & set(folded[place + 1 : place + 2])
        unsure = nameish[place] and word.opens and word.label not in NAME_LABELS
        if unsure and not _familiar(word, known) and not any(nameish[place + 1 : place + 2]):
            nameish[place] = False
    for place in range(len(words) - 1):
        nameish[place] = nameish[place] or _is_numbered(text, words, nameish, place)
    index = 0
    while index < len(words):
        if not nameish[index]:
            index += 1
            continue
        stop = _run_end(text, words, nameish, index)
        run = words[index:stop]
        yield from _split(text, run, words[stop : stop + 3])
        index = stop


def _is_numbered(text: str, words: Sequence[Word], nameish: Sequence[bool], place: int) -> bool:
    """Whether a number opens the name of a body: "7th Fleet", "21st Century Fox"."""
    if not _ORDINAL.fullmatch(words[place].text):
        return False
    last = _last_beside(text, words, nameish, place)
    body = head_types().get(fold(words[last].text)) == "organisation"
    return body or any(word.label == "ORG" for word in words[place + 1 : last + 1])


def _dated(words: Sequence[Word], place: int) -> bool:
    """Whether the words beside show a word of the calendar to be a date: "in May", "May 3"."""
    before = words[place - 1].text.lower() if place else ""
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
    """Whether the word is "He" behind a mark; the parser takes "US" for one too."""
    return word.tag in ("PRP", "PRP$") and not word.acronym


def _is_stressed(word: Word) -> bool:
    """Whether a word of grammar stands in capitals for its weight: "anything BUT that"."""
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
        if nameish[stop] and _touch(text, words[stop - 1], words[stop]):
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
    linked = next((i for i, word in enumerate(so_far) if word in _HEAD_LINKS and i), None)
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
        if not _touch(text, words[place], words[place + 1]):
            break
        place += 1
    return place


def _touch(text: str, left: Word, right: Word) -> bool:
    gap = text[left.end : right.start]
    if not gap.strip():
        return "\n" not in gap and len(gap) <= 3
    initial = len(left.text) == 1 or fold(left.text) in _STOPS_AFTER
    body = left.label == right.label == "ORG" and fold(right.text) not in given_names()
    return (body if gap.strip() == "&" else initial and gap.strip() == ".") and "\n" not in gap


def _new_name(left: Word, right: Word) -> bool:
    """Whether the parser lets one name end and another begin between the words."""
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
        if folded not in _LINKS and not (ahead > stop and folded in _ARTICLES):
            return None
        if not _touch(text, words[ahead - 1], words[ahead]):
            return None
        ahead += 1
    if ahead == stop or ahead >= len(words) or not nameish[ahead]:
        return None
    return ahead if _touch(text, words[ahead - 1], words[ahead]) else None


def _links(words: Sequence[Word], first: int, stop: int, ahead: int) -> bool:
    """Whether the linking words between ``stop`` and ``ahead`` are inside one name."""
    link = fold(words[stop].text)
    right, left = words[ahead], words[stop - 1]
    inside = all(word.label and not word.begins for word in words[stop : ahead + 1])
    if inside and left.label == right.label:
        return True
    if link not in _HEAD_LINKS:
        return fold(left.text) not in titles()
    closes = fold(left.text)
    # "Centre for Research on Globalization": the head stands further back.
    so_far = {fold(word.text) for word in words[first:stop]}
    headed = link == "on" and bool(so_far & {"of", "for"}) and bool(so_far & head_types().keys())
    if not headed and (closes not in head_types() or closes in titles()):
        return False
    starts_own = any(word.begins for word in words[stop : ahead + 1])
    return not (starts_own and right.label in ("ORG", "PERSON", "NORP"))


def _split(text: str, run: Sequence[Word], after: Sequence[Word]) -> Iterator[Run]:
    """Yield the names inside one stretch of name words: titles and demonyms taken off."""
    if _is_field(text, run):
        run = run[1:]
    folded = [fold(word.text) for word in run]
    at = _title_at(run, folded)
    if at is not None:
        first = at
        while first > 0 and set(folded[first - 1].split()) <= titles() | _LINKS:
            first -= 1
        if first:
            yield from _split(text, run[:first], ())
        yield from _undemonym(text, run[at + 1 :], after, titled=True)
        return
    national = [word for word in folded if word not in places() and word not in demonyms()]
    only_titles = bool(national) and all(
        set(word.split()) <= titles() | _LINKS for word in national
    )
    if only_titles and folded[-1] not in head_types():
        return
    yield from _undemonym(text, run, after, titled=False)


def _is_field(text: str, run: Sequence[Word]) -> bool:
    """Whether the first word ends an office: "Chief of Staff Ada Roe", "Agent in Charge Ada Roe".

    So does the last of several: "Commissioner for Roads and Bridges Ada Roe".
    """
    if len(run) < 3 or fold(run[0].text) in given_names():
        return False
    named = run[1].begins and run[1].label == "PERSON"
    if fold(run[1].text) not in given_names() and not named:
        return False
    return _FIELD.search(text, max(run[0].start - _OFFICE, 0), run[0].start) is not None


def _title_at(run: Sequence[Word], folded: Sequence[str]) -> int | None:
    """Return the index of the last title with a person's name behind it."""
    strict = titles() - titles("modifier")
    for index in range(len(run) - 2, -1, -1):
        named = folded[index + 1] in given_names() or _opens_person(run[index], run[index + 1])
        office = folded[index] in titles() and named
        double = " " in folded[index] and set(folded[index].split()) <= strict
        if not (folded[index] in strict or office or double):
            continue
        rest = [word for word in folded[index + 1 :] if word not in _SUFFIXES]
        if not rest or rest[-1] in head_types() or rest[0] in _LINKS:
            continue
        if set(rest) <= titles():
            continue
        inside = run[index].label == "PERSON" and not run[index].begins
        before = any(not set(word.split()) <= titles() for word in folded[:index])
        if before and inside and run[index - 1].label == "PERSON":
            # "Martin King Junior" holds no king.
            continue
        return index
    return None


def _opens_person(word: Word, after: Word) -> bool:
    """Whether the parser has a person's name begin behind ``word``: "Police Chief Olan Roe"."""
    return after.begins and after.label == "PERSON" and not word.label


def _undemonym(
    text: str, run: Sequence[Word], after: Sequence[Word], titled: bool
) -> Iterator[Run]:
    """Yield the run without a demonym that only describes what follows."""
    words = list(run)
    while words and fold(words[0].text) in demonyms() and not _known_place(words):
        if len(words) > 1 and (_headed(words) or _is_given(words[0], words[1])):
            break
        if len(words) == 1:
            yield from _alone(text, words[0], after)
            return
        words.pop(0)
    while words and fold(words[-1].text) in demonyms() and len(words) > 1:
        words.pop()
    if words:
        end, tail = _tail(text, words, after)
        yield Run(tuple(words), titled, end, tail)


def _is_given(word: Word, after: Word) -> bool:
    """Whether a demonym is a given name as well, and the parser has it open a person's name."""
    opens = word.label == "PERSON" and word.begins and not after.begins
    return opens and after.label == "PERSON" and fold(word.text) in given_names()


def _known_place(words: Sequence[Word]) -> bool:
    return any(fold(" ".join(w.text for w in words[:n])) in places() for n in (2, 3))


def _headed(words: Sequence[Word]) -> bool:
    last = fold(words[-1].text)
    linked = any(fold(word.text) in _HEAD_LINKS for word in words)
    return linked or last in head_types() or last == "republic"


def _alone(text: str, word: Word, after: Sequence[Word]) -> Iterator[Run]:
    """Yield a demonym by itself where it names people, or makes a name with what follows."""
    end = _national(text, word, after)
    if end:
        yield Run((word,), False, end, "organisation")
    elif word.tag in PLURAL or (word.text.endswith("s") and word.tag in SINGULAR):
        yield Run((word,), False, 0, "group")


def _national(text: str, word: Word, after: Sequence[Word]) -> int:
    """Return the end of "army" in "Norwegian army", 0 where nothing of the kind follows."""
    if not after or not _touch(text, word, after[0]):
        return 0
    one = after[0].text.casefold()
    if len(after) > 1 and f"{one} {after[1].text.casefold()}" in _NATIONAL:
        return after[1].end
    return after[0].end if one in _NATIONAL else 0


def _tail(text: str, words: Sequence[Word], after: Sequence[Word]) -> tuple[int, str]:
    """Return the end and the type of a lower-case tail: "air base", "province", "government"."""
    if len(words) > 1 and len(words[-1].text) == 1:  # "Ada R."
        return words[-1].end + (text[words[-1].end : words[-1].end + 1] == "."), ""
    if after and text[words[-1].end : after[0].start] in ("'s ", "’s ") and after[0].text in _RULES:
        return after[0].end, "organisation"
    if not after or not _touch(text, words[-1], after[0]):
        return 0, ""
    if fold(" ".join(word.text for word in words)) in places():
        end = _national(text, words[-1], after)
        if end:
            return end, "organisation"
    one = after[0].text
    two = f"{one} {after[1].text}" if len(after) > 1 else ""
    if two in _TAILS:
        return after[1].end, _TAILS[two]
    return (after[0].end, _TAILS[one]) if one in _TAILS else (0, "")
