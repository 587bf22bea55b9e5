"""Part a run of words that look like names into names: titles, demonyms and tails set apart.

"Norwegian Prime Minister Ada Roe" names a person behind a demonym and a title, "Norwegian army" a
body with a tail in lower case, "Norwegians" a group.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from asreported.lexicon.load import table
from asreported.lexicon.load import words as listed
from asreported.lexicon.names import demonyms, fold, given_names, head_types, places, titles
from asreported.model.labels import PLURAL, SINGULAR
from asreported.statements.words import Word, touch

HEAD_LINKS = frozenset({"of", "for", "on"})
"""What joins the head of a body's name to what it is for: "Centre for Research"."""
LINKS = listed("name_words", kind="link")
# What a demonym or a country makes a name of: "Norwegian army", "US military".
_NATIONAL = listed("name_words", kind="national")
# Lower-case words that belong to the name before them, and the type they make it.
_TAILS = {row["word"]: row["type"] for row in table("name_words") if row["kind"] == "tail"}
# What an office is for stands before its last part: "Commissioner for Roads and Bridges Ada Roe".
_FIELD = re.compile(
    r"\b(?:for|of) (?:[A-Z][\w’'-]*,? ){1,3}(?:and|&) $|\b[A-Z][\w’'-]* (?:of|in|to)(?: the)? $"
)
_OFFICE = 60  # Characters before a name that hold the office.
_SUFFIXES = listed("name_words", kind="suffix")
_RULES = ("government", "administration", "regime")


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


def split_run(text: str, run: Sequence[Word], after: Sequence[Word]) -> Iterator[Run]:
    """Yield the names inside one stretch of name words: titles and demonyms taken off."""
    if _is_field(text, run):
        run = run[1:]
    folded = [fold(word.text) for word in run]
    at = _title_at(run, folded)
    if at is not None:
        first = at
        while first > 0 and set(folded[first - 1].split()) <= titles() | LINKS:
            first -= 1
        if first:
            yield from split_run(text, run[:first], ())
        yield from _undemonym(text, run[at + 1 :], after, titled=True)
        return
    national = [word for word in folded if word not in places() and word not in demonyms()]
    only_titles = bool(national) and all(set(word.split()) <= titles() | LINKS for word in national)
    if only_titles and folded[-1] not in head_types():
        return
    yield from _undemonym(text, run, after, titled=False)


def _is_field(text: str, run: Sequence[Word]) -> bool:
    """Return whether the first word ends an office: "Chief of Staff Ada Roe".

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
        if not rest or rest[-1] in head_types() or rest[0] in LINKS:
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
    """Return whether a person's name begins behind ``word`` by the parser: "Chief Olan Roe"."""
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
    """Return whether a demonym is a given name too, and opens a person's name by the parser."""
    opens = word.label == "PERSON" and word.begins and not after.begins
    return opens and after.label == "PERSON" and fold(word.text) in given_names()


def _known_place(words: Sequence[Word]) -> bool:
    return any(fold(" ".join(w.text for w in words[:n])) in places() for n in (2, 3))


def _headed(words: Sequence[Word]) -> bool:
    last = fold(words[-1].text)
    linked = any(fold(word.text) in HEAD_LINKS for word in words)
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
    if not after or not touch(text, word, after[0]):
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
    if not after or not touch(text, words[-1], after[0]):
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
