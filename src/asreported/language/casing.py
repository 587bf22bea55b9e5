"""Give a headline in Title Case or CAPITALS the letters it would have in running text.

The parser was trained on running text and takes every capital for a name: "Mayor Orders Closure Of
Old Bridge" has no verb for it. Which words are names is learned from the rest of the document.
"""

import re
from collections import Counter
from collections.abc import Callable

from asreported.lexicon.months import month_names
from asreported.lexicon.weekdays import WEEKDAYS

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_NAME = re.compile(
    r"(?<![\w'’.-])[a-z][\w'’-]*,? ([A-Z][\w'’-]*\.?(?: [A-Z][\w'’-]*\.?){0,3})(?![\w'’-])"
)
"""One to four words with capitals behind a word without: names, not the lines of headlines."""
_CAPITAL = re.compile(r"(?<![\w'’-])[A-Z][\w'’-]*")
_LOWER = re.compile(r"(?<![\w'’-])[a-z][\w'’-]*")
_SHORT = 4
"""Letters below which a word keeps lower case even in a headline ("of", "and", "for")."""
_FEWEST = 3
"""Longer words that a line must have before its letters say anything."""
_SHARE = 0.75
"""Of the longer words, how many begin with a capital in a line that is set in capitals."""
_MONTHS = frozenset(month_names()) - {"March", "May"}
"""Months whose names are no other words."""

Common = Callable[[str], bool]
"""Tells whether a word in lower case is a common word and hardly a name."""


class Casing:
    """What one document shows of the letters of its words."""

    def __init__(self, running_text: str, common: Common) -> None:
        self._common = common
        self._capital = Counter(
            word for run in _NAME.findall(running_text) for word in _WORD.findall(run)
        )
        self._begun = Counter(_CAPITAL.findall(running_text))
        self._lower = Counter(_LOWER.findall(running_text))

    def recase(self, line: str) -> str:
        """Return ``line``, as long as before, in the letters of running text."""
        words = list(_WORD.finditer(line))
        longer = [w[0] for w in words[1:] if len(w[0]) >= _SHORT]
        capital = sum(word[0].isupper() for word in longer)
        if len(longer) < _FEWEST or capital < _SHARE * len(longer):
            return line
        shouted = sum(word.isupper() for word in longer) >= _SHARE * len(longer)
        letters = list(line)
        for number, word in enumerate(words):
            letters[word.start() : word.end()] = self._word(word[0], number == 0, shouted)
        return "".join(letters)

    def _word(self, word: str, is_first: bool, shouted: bool) -> str:
        stem, tail = _stem(word)
        lower = stem.lower()
        if len(lower) != len(stem) or (not shouted and not _is_title(stem)):
            return word
        title = stem[0].upper() + lower[1:] + tail
        if len(stem) == 1:
            return word if stem != "A" or is_first else word.lower()
        if shouted and stem != title and self._capital[stem] > self._lower[lower]:
            return word
        if self._is_name(stem[0].upper() + lower[1:], lower):
            return title
        if self._lower[lower] or shouted or self._common(lower):
            return title if is_first else lower + tail
        return word

    def _is_name(self, title: str, lower: str) -> bool:
        if lower in WEEKDAYS or title in _MONTHS or self._capital[title] > self._lower[lower]:
            return True
        # "Hill said ... Hill left": only ever at the head of a sentence, and more than once.
        return not self._lower[lower] and self._begun[title] > 1


def _stem(word: str) -> tuple[str, str]:
    """Return the word and what is joined to it by an apostrophe ("'s", "'re")."""
    mark = max(word.find("'"), word.find("’"))
    return (word[:mark], word[mark:].lower()) if mark > 0 else (word, "")


def _is_title(word: str) -> bool:
    """Return whether only the first letter, or the first of each part, is a capital."""
    return all(part[:1].isupper() and part[1:].islower() for part in word.split("-") if part[1:])
