"""Describe lines by figures, for the line model.

One row a line, one column a figure of the line by itself, named in `NAMES`. Signs are counted for
all lines at once, in one array of the page's code points. Neighbours and place are added by
`context`.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import repeat
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from asreported.documents.hints import DIGIT, PRICED, TELLING
from asreported.documents.lines import Line
from asreported.documents.phrases import Phrase
from asreported.documents.vocabulary import Numbers, Vocabulary
from asreported.lexicon.load import table

Matrix = NDArray[np.float32]

KINDS = ("promo", "navigation", "metadata", "caption", "comments", "disclaimer", "author_bio")
_SIGNS = ("starts_upper", "starts_lower", "starts_digit", "starts_quote", "starts_mark",
          "ends_sentence", "ends_colon", "ends_dots", "ends_word", "capitals", "digits", "commas",
          "stops", "quotes", "separators", "question", "exclamation", "brackets")  # fmt: skip
_WORDS = ("words", "chars", "word_length", "function_words", "you", "i", "slang", "report")
_LOOKS = ("rights", "address", "date", "clock", "price", "by", "repeated", "titled")
NAMES = (*_WORDS, *_SIGNS, *_LOOKS, "opens", *KINDS)
COLUMN = {name: index for index, name in enumerate(NAMES)}
# All begin with a digit, so that the search goes from digit to digit.
_DATE = re.compile(
    r"\d(?:\d?(?:\.\s?\d{1,2}\.\s?\d{2,4}|/\d{1,2}/\d{2,4}|\.? [A-Za-zäé]{3,9}\.?,? \d{4}"
    r"|(?:st|nd|rd|th)?, \d{4})|\d{3}-\d\d-\d\d)"
)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?!\d)")
_PRICE = re.compile(r"[€$£]\s?\d|\d\s?(?:€|EUR|USD|Euro)\b")
_BY, _POSTED, _RIGHTS, _ADDRESS = 8, 16, 32, 64
_FLAGGED = (
    (_BY, ("by", "von", "par", "por", "di", "door", "autor", "autorin", "author")),
    (_POSTED, ("posted", "written", "veröffentlicht", "geschrieben")),
    (_RIGHTS, ("©", "copyright")),
    (_ADDRESS, ("http", "https", "www")),
)
_SHORT = 25
"""Words up to which a line can be a note of rights or a byline."""
_MOST_PHRASED = 60
_CONTENT = 3
"""Letters that a word of content has more than."""
_LEAST_CONTENT = 25
"""Code points that a line whose words of content count has more than."""


class Figures(NamedTuple):
    """The lines' own figures, and their words of content: each once a line, as two columns.

    ``line`` is the index of a line, ``word`` the number of a word of this page.
    """

    rows: Matrix
    line: Numbers
    word: Numbers


def read_figures(lines: Sequence[Line], said: Vocabulary, title: str = "") -> Figures:
    """Return the figures of each line by itself.

    ``said`` are the words of ``lines``; ``title`` is the page's title, if known.
    """
    many = len(said.words)
    known = np.fromiter(map(_known().get, said.words, repeat(_OTHER)), np.intp, many)[said.word]
    flags = said.any_of(known)
    words, line, word = _read_words(said, known & _CODE)
    signs, addressed = _read_signs(said)
    looks = _read_looks(lines)
    looks[:, _LOOKS.index("rights")] = (said.size <= _SHORT) & (flags & _RIGHTS > 0)
    looks[:, _LOOKS.index("address")] = (flags & _ADDRESS > 0) | addressed
    looks[:, _LOOKS.index("by")] = _is_signed(known, said)
    looks[:, _LOOKS.index("titled")] = _share_of(title, said)
    phrases = _read_phrases(lines)
    return Figures(np.hstack([words, signs, looks, phrases], dtype=np.float32), line, word)


_OTHER = 5
"""The code of a word that no table has."""
_CODE = 7
"""The bits of a word's code; the others are flags."""


@cache
def _known() -> dict[str, int]:
    """Return what a word counts for: 0 a function word, 1 to 4 a register; and its flags."""
    columns = {"you": 1, "i": 2, "slang": 3, "insult": 3, "report": 4}
    known = {word: 0 for row in table("language_words") for word in row["words"].split()}
    for row in table("registers"):
        if row["kind"] in columns:
            known[row["word"]] = columns[row["kind"]]
    for flag, words in _FLAGGED:
        for word in words:
            known[word] = known.get(word, _OTHER) | flag
    return known


def _read_words(said: Vocabulary, code: Numbers) -> tuple[Matrix, Numbers, Numbers]:
    """Return the columns `_WORDS`, and the words of content: their lines and their numbers.

    ``code`` has an entry for every word as it comes.
    """
    n, many, sizes = len(said.size), max(1, len(said.words)), said.extent
    long = np.fromiter(map(len, said.words), dtype=np.intp, count=len(said.words)) > _CONTENT
    told = np.bincount(said.line * 6 + code, minlength=n * 6).reshape(-1, 6)
    per = 1.0 / np.maximum(1, said.size)
    measures = [np.log1p(said.size), np.log1p(sizes), sizes * per / 10]
    columns = np.stack([*measures, *(told[:, :_OTHER].T * per)], axis=1)
    content = long[said.word] & (code == _OTHER)
    tells = content & (sizes[said.line] > _LEAST_CONTENT)
    line, word = np.divmod(_distinct(said.line[tells] * many + said.word[tells]), many)
    return columns, line, word


def _distinct(numbers: Numbers) -> Numbers:
    """Return ``numbers`` in order, each once; as `np.unique`, in half the time for a few."""
    found = np.sort(numbers)
    return np.asarray(found[np.append(True, found[1:] != found[:-1])[: len(found)]])


# What a code point is; letters of all scripts but the first few thousand code points are words.
_SPACE, _WORD, _LOWER, _UPPER, _DIGIT = 0, 1, 2, 3, 4
_CLASSES = {
    ".": 5, "!": 6, "?": 7, ":": 8, "…": 9, ",": 10, "(": 11, "|": 12, "»": 13, "›": 12, "•": 14,
    '"': 15, "“": 15, "„": 15, "”": 16, "'": 16, "’": 16, ")": 16, "]": 16, "*": 17, "«": 18,
    "‘": 18, "@": 20, "-": 19, "–": 19, "·": 19, "►": 19, ">": 19, "+": 19,
}  # fmt: skip
_AT, _NOTHING, _KINDS_OF_SIGN = 20, 21, 22
_KNOWN = 0x2600


@cache
def _classes() -> NDArray[np.uint8]:
    classes = np.full(_KNOWN + 1, _NOTHING, dtype=np.uint8)
    for point in range(_KNOWN):
        char = chr(point)
        if char.isalpha():
            classes[point] = _UPPER if char.isupper() else _LOWER if char.islower() else _WORD
        elif char.isspace():
            classes[point] = _SPACE
    for digit in "0123456789":
        classes[ord(digit)] = _DIGIT
    for char, kind in _CLASSES.items():
        classes[ord(char)] = kind
    classes[_KNOWN] = _WORD
    return classes


def _among(*classes: int) -> NDArray[np.bool_]:
    return np.bincount(classes, minlength=_KINDS_OF_SIGN) > 0


_CLOSES = _among(_SPACE, 13, 15, 16, 17)
"""Which classes may follow the end of a sentence."""
_ENDS, _QUOTES, _MARKS = _among(5, 6, 7), _among(13, 15, 18), _among(12, 13, 14, 17, 19)
_LETTERS = _among(_WORD, _LOWER, _UPPER)
_FEW_CLOSING = 4
"""Signs that may follow the end of a sentence, of which nearly no line has more."""


def _read_signs(said: Vocabulary) -> tuple[Matrix, NDArray[np.bool_]]:
    """Return the columns `_SIGNS`, and which lines have the sign of an address."""
    sizes, counts, n = said.extent, said.size, len(said.size)
    if n == 0:
        return np.zeros((0, len(_SIGNS)), dtype=np.float32), np.zeros(0, dtype=bool)
    sign = _classes()[np.minimum(said.points, _KNOWN)]
    line = np.repeat(np.arange(n), sizes + 1)
    ends = np.cumsum(sizes + 1)
    starts = ends - sizes - 1
    told = np.bincount(line * _KINDS_OF_SIGN + sign, minlength=n * _KINDS_OF_SIGN)
    told = told.reshape(n, _KINDS_OF_SIGN)
    inside = (sign[:-1] >= _WORD) & (sign[:-1] <= _DIGIT)
    capital = np.flatnonzero((sign[1:] == _UPPER) & ~inside) + 1
    begins = line[capital if sign[0] != _UPPER else np.append(capital, 0)]
    stop = line[np.flatnonzero((sign[:-1] == 5) & (sign[1:] == _SPACE))]
    # A stop at the very end is followed by the line feed put between the lines.
    stops = np.bincount(stop, minlength=n) - (sign[ends - 2] == 5) * (sizes > 0)
    first = sign[starts]
    closing = _CLOSES[sign]
    place = _last(closing, ends - 1)
    last = np.where(place >= starts, sign[place], _NOTHING)
    dots = (last == 5) & (sign[place - 1] == 5) & (sign[place - 2] == 5)
    per, each = 1.0 / np.maximum(1, counts), 1.0 / np.maximum(1, sizes)
    quotes, parts = told[:, 15], told[:, 12] + told[:, 13] + told[:, 14]
    columns = [
        first == _UPPER, first == _LOWER, first == _DIGIT, _QUOTES[first], _MARKS[first],
        _ENDS[last], last == 8, (last == 9) | dots, _LETTERS[last],
        np.bincount(begins, minlength=n) * per, told[:, _DIGIT] * each, told[:, 10] * per,
        np.log1p(stops), np.minimum(4, quotes) / 4, np.minimum(3, parts) / 3,
        told[:, 7] > 0, told[:, 6] > 0, told[:, 11] > 0,
    ]  # fmt: skip
    return np.stack([column.astype(np.float32) for column in columns], axis=1), told[:, _AT] > 0


def _last(closing: NDArray[np.bool_], ends: Numbers) -> Numbers:
    """Return for each of ``ends`` the last place up to it that is not ``closing``; -1: none."""
    place = ends
    for _ in range(_FEW_CLOSING):
        place = place - (closing[place] & (place > 0))
    if closing[place].any():
        place = np.maximum.accumulate(np.where(closing, -1, np.arange(len(closing))))[ends]
    return place


def _read_looks(lines: Sequence[Line]) -> Matrix:
    """Return the columns `_LOOKS`, those filled that a line's text tells alone."""
    rows = np.zeros((len(lines), len(_LOOKS)), dtype=np.float32)
    date, clock, price = map(_LOOKS.index, ("date", "clock", "price"))
    for at, line in enumerate(lines):
        if line.hints & DIGIT:
            text = line.plain
            rows[at, date] = _DATE.search(text) is not None
            rows[at, clock] = _CLOCK.search(text) is not None
            if line.hints & PRICED:
                rows[at, price] = _PRICE.search(text) is not None
    texts = [line.plain for line in lines]
    seen = Counter(texts)
    often = np.fromiter(map(seen.__getitem__, texts), dtype=np.intp, count=len(texts))
    rows[:, _LOOKS.index("repeated")] = often > 1
    return rows


def _is_signed(known: Numbers, said: Vocabulary) -> NDArray[np.bool_]:
    """Return which short lines begin with "by", or with "posted by"."""
    padded = np.append(known, [0, 0])
    by, posted = padded & _BY > 0, padded & _POSTED > 0
    signed = by[said.start] | (posted[said.start] & by[said.start + 1])
    return np.asarray((said.size > 0) & (said.size <= _SHORT) & signed)


def _share_of(title: str, said: Vocabulary) -> Matrix:
    """Return, a line, the share of the words of ``title`` that it has."""
    wanted = frozenset(re.findall(r"\w{3,}", title.casefold()))
    if not wanted:
        return np.zeros(len(said.size), dtype=np.float32)
    hits = said.among(wanted)
    many = max(1, len(said.words))
    found = np.unique(said.line[hits] * many + said.word[hits])
    told = np.bincount(found // many, minlength=len(said.size)) / len(wanted)
    return np.minimum(1, told).astype(np.float32)


def _read_phrases(lines: Sequence[Line]) -> Matrix:
    """Return whether a line opens a section, and the kind that its phrase tells."""
    rows = np.zeros((len(lines), 1 + len(KINDS)), dtype=np.float32)
    for at, line in enumerate(lines):
        some = line.hints & TELLING and len(line.words) <= _MOST_PHRASED
        phrase: Phrase | None = line.phrase if some else None
        if phrase is not None:
            rows[at, 0] = phrase.opens
            if phrase.kind in KINDS:
                rows[at, 1 + KINDS.index(phrase.kind)] = 1
    return rows
