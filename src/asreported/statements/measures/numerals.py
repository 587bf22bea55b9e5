"""Read numbers out of text: digits in every usual writing, words, scales, fractions.

What is longer than 15 digits, has an exponent, or is part of a code ("A320", "COVID-19") is no
number of things and is left out.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from asreported.lexicon.load import table

# NBSP, narrow NBSP, thin space, figure space.
SPACES = "\u00a0\u202f\u2009\u2007"
UNSURE = frozenset({"m", "b", "t"})
"""Letters right behind digits that are a scale, a measure ("5m" of cloth) or neither."""
_DIGITS = re.compile(
    rf"\d{{1,3}}(?:[,{SPACES}]\d{{3}})+(?!\d)(?:\.\d+)?"
    r"|\d{1,3}(?: \d{3})+(?![\d.,])"
    r"|\d+(?:[.·]\d+)*|(?<![\w.])\.\d+"
)
_PIECE = re.compile(rf"{_DIGITS.pattern}|[^\W\d_]+|[½⅓⅔¼¾⅕⅛]")
_HYPHENS = ("-", "‑", "‐")
_BEFORE_HYPHEN = frozenset(
    ["mid", "pre", "post", "early", "late", "under", "over", "to", "sub", "minus", "magnitude"]
)
# What stands before the digits of an address, a tag or a name: "_7", "@1".
_OF_CODES = frozenset("_#@/\\")
# A double keeps 15 digits exactly; longer runs are identifiers.
_MAX_DIGITS = 15
_VAGUE_FACTOR = 10


@dataclass(frozen=True, slots=True)
class Numeral:
    """One number. ``high`` is the upper end where the words give an order ("dozens") or a range.

    ``step`` is the size of the last digit given. ``form`` is ``digits words vague fraction
    ordinal group``. ``scale`` is the written factor ("million" 1e6), 1 where there is none.
    """

    start: int
    end: int
    value: float
    step: float
    form: str
    high: float | None = None
    scale: float = 1.0


class _Piece(NamedTuple):
    start: int
    end: int
    text: str


def find_numerals(text: str, start: int, end: int) -> Iterator[Numeral]:
    """Yield the numbers in ``text[start:end]``, in order, none overlapping."""
    pieces = [_Piece(*match.span(), match.group()) for match in _PIECE.finditer(text, start, end)]
    openers = _openers()
    index = 0
    while index < len(pieces):
        if pieces[index].text[0].isalpha() and pieces[index].text.casefold() not in openers:
            index += 1
            continue
        found, index = _read(text, pieces, index)
        if found is not None:
            found, index = _and_part(text, pieces, index, found)
            yield found


def _and_part(text: str, pieces: list[_Piece], index: int, found: Numeral) -> tuple[Numeral, int]:
    """Add what "and a half" or "and a quarter" behind a number says, with the scale behind it."""
    words = [_at(pieces, index + offset) for offset in range(3)]
    part = _roles("fraction").get(words[2]) if words[:2] == ["and", "a"] else None
    near = all(_near(text, pieces, index + offset - 1, index + offset) for offset in range(3))
    if part is None or not near or found.form not in ("digits", "words") or found.high is not None:
        return found, index
    value = found.value + part * found.scale
    found = replace(found, end=pieces[index + 2].end, value=value, step=part * found.scale)
    return _scaled(text, pieces, index + 3, found)


def _read(text: str, pieces: list[_Piece], index: int) -> tuple[Numeral | None, int]:
    piece = pieces[index]
    if piece.text[0] == "." or unicodedata.category(piece.text[0]) == "Nd":
        return _digits(text, pieces, index)
    if piece.text in _roles("sign"):
        value = _roles("sign")[piece.text]
        return Numeral(piece.start, piece.end, value, value / 2, "fraction"), index + 1
    return _words(text, pieces, index)


def _digits(text: str, pieces: list[_Piece], index: int) -> tuple[Numeral | None, int]:
    piece = pieces[index]
    after = index + 1
    raw = "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in piece.text)
    if _coded(text, piece) or sum(c.isdigit() for c in raw) > _MAX_DIGITS:
        return None, after
    value, step, other = _value(raw)
    if value is None:
        return None, after
    sign = _minus(text, piece.start) if value else 0
    value = -value if sign else value
    found = Numeral(piece.start - sign, piece.end, value, step, "digits", other)
    if after < len(pieces):
        tail = pieces[after]
        glued = tail.start == piece.end
        if glued and tail.text.casefold() in ("st", "nd", "rd", "th"):
            return replace(found, end=tail.end, form="ordinal"), after + 1
        if (
            glued
            and tail.text.casefold() == "e"
            and text[tail.end : tail.end + 1] in "+-0123456789"
        ):
            return None, after + 2
        if tail.text.isdigit() and text[piece.end : tail.start] == "/":
            return _ratio(text, pieces, index)
        part = _roles("sign").get(tail.text)
        if glued and part is not None:
            whole = value - part if sign else value + part
            return replace(found, end=tail.end, value=whole), after + 1
    return _scaled(text, pieces, after, found)


def _ratio(text: str, pieces: list[_Piece], index: int) -> tuple[Numeral | None, int]:
    """Read "1/2"; dates and scores written with a slash are none."""
    top, bottom = pieces[index], pieces[index + 1]
    beside = text[max(0, top.start - 1) : top.start] + text[bottom.end : bottom.end + 1]
    if bottom.text not in ("2", "3", "4", "5", "8", "10") or "/" in beside or len(top.text) > 1:
        return None, index + 2
    value = float(top.text) / float(bottom.text)
    if not 0 < value < 1:
        return None, index + 2
    return Numeral(top.start, bottom.end, value, value / 2, "fraction"), index + 2


def _minus(text: str, start: int) -> int:
    """Return how many characters a minus sign, or the word, takes right before the digits."""
    match = re.search(r"(?:^|(?<=[\s$£€(]))[-−]$|\bminus[ -]$", text[max(0, start - 8) : start])
    return len(match.group()) if match else 0


def _coded(text: str, piece: _Piece) -> bool:
    """Return whether the digits are part of a code: a letter, or one and a hyphen, before them."""
    before = text[max(0, piece.start - 2) : piece.start]
    if before[-1:] in _OF_CODES:
        return before[-1:] != "/"
    if before[-1:].isalpha():
        head = re.search(r"\$?[^\W\d_]+$", text[max(0, piece.start - 5) : piece.start])
        return head is None or head.group() not in _before_codes()
    if before[-1:] in ("-", "‑") and before[:1].isalpha():
        head = re.search(
            r"[^\W\d_]+(?=.$)", text[max(0, piece.start - 12) : piece.start], re.DOTALL
        )
        return head is None or head.group() not in _BEFORE_HYPHEN
    return before[-1:] in (".", ",") and before[:1].isdigit()


@cache
def _before_codes() -> frozenset[str]:
    """Return the letters that are money where digits follow at once: "RM79"."""
    rows = table("currencies")
    return frozenset(
        r["written"] for r in rows if r["side"] == "before" and r["written"].lstrip("$").isalpha()
    )


def _value(raw: str) -> tuple[float | None, float, float | None]:
    """Return value, step and, where separators are ambiguous, the other reading's value."""
    plain = re.sub(rf"[,{SPACES} ]", "", raw).replace("·", ".")
    plain = f"0{plain}" if plain.startswith(".") else plain
    parts = plain.split(".")
    if len(parts) == 1:
        return float(plain), _step(plain), None
    groups = parts[1:]
    thousands = all(len(group) == 3 for group in groups) and 1 <= len(parts[0]) <= 3
    if len(parts) > 2:
        if not thousands:
            return None, 1.0, None
        joined = "".join(parts)
        return float(joined), _step(joined), None
    if thousands and groups[0] == "000" and parts[0] != "0":
        # "32.000": thirty-two thousand in much of Europe, thirty-two in a laboratory.
        joined = "".join(parts)
        return float(joined), _step(joined), None
    return float(plain), 10.0 ** -len(groups[0]), None


def _step(digits: str) -> float:
    stripped = digits.rstrip("0")
    return 10.0 ** (len(digits) - len(stripped)) if stripped.strip("0") else 1.0


def _scaled(text: str, pieces: list[_Piece], after: int, found: Numeral) -> tuple[Numeral, int]:
    """Apply "million", "hundred thousand", "bn", "k" behind the digits."""
    while after < len(pieces):
        tail = pieces[after]
        gap = text[found.end : tail.start]
        word = tail.text.casefold()
        factor = (
            _roles("scale").get(word) or _roles("hundred").get(word) or _roles("dozen").get(word)
        )
        if not (factor and ((_spaced(gap) and len(gap) <= 2) or gap in _HYPHENS)):
            # "5m" may be metres: the reader of units decides.
            if gap or word not in suffix_scales() or (word in UNSURE and found.scale == 1):
                break
            factor = suffix_scales()[word]
        found = replace(
            found,
            end=tail.end,
            value=found.value * factor,
            step=found.step * factor,
            scale=found.scale * factor,
        )
        after += 1
    return found, after


def _words(text: str, pieces: list[_Piece], index: int) -> tuple[Numeral | None, int]:
    """Read a number in words that starts at ``index``, with an opener; None where there is none."""
    for reader in (_half, _vague, _fraction, _cardinal, _ordinal, _grouped):
        found, after = reader(text, pieces, index)
        if found is not None:
            return found, after
    return None, index + 1


_Read = tuple[Numeral | None, int]


def _at(pieces: list[_Piece], index: int) -> str:
    return pieces[index].text.casefold() if 0 <= index < len(pieces) else ""


def _near(text: str, pieces: list[_Piece], left: int, right: int) -> bool:
    if right >= len(pieces):
        return False
    gap = text[pieces[left].end : pieces[right].start]
    return (_spaced(gap) and len(gap) <= 3) or gap in _HYPHENS


def _spaced(gap: str) -> bool:
    return gap.strip() == "" and "\n\n" not in gap


def _half(text: str, pieces: list[_Piece], index: int) -> _Read:
    """Read "half a million", "a quarter of a million"."""
    words = [_at(pieces, index + offset) for offset in range(5)]
    start = index
    if words[0] == "a" and words[1] in ("quarter", "third"):
        words, index = words[1:], index + 1
    part = _roles("fraction").get(words[0])
    if part is None:
        return None, index
    ahead = 2 if words[1] == "of" else 1
    near = all(_near(text, pieces, index + i, index + i + 1) for i in range(ahead))
    if words[ahead] != "a" or not near:
        return None, index
    factor = _roles("scale").get(_at(pieces, index + ahead + 1)) or _roles("dozen").get(
        _at(pieces, index + ahead + 1)
    )
    if factor is None:
        return None, index
    last = pieces[index + ahead + 1]
    found = Numeral(
        pieces[start].start, last.end, part * factor, factor / 10, "words", None, factor
    )
    return found, index + ahead + 2


def _vague(_text: str, pieces: list[_Piece], index: int) -> _Read:
    """Read "dozens", "tens of thousands": the order of size, and ten times it as the upper end."""
    value = _roles("vague").get(_at(pieces, index))
    if value is None:
        return None, index
    last = index
    while _at(pieces, last + 1) == "of" and _at(pieces, last + 2) in _roles("vague"):
        value *= _roles("vague")[_at(pieces, last + 2)]
        last += 2
    if value == 10 or (_at(pieces, index - 1) in _roles("one") and index):
        return None, last + 1
    return (
        Numeral(
            pieces[index].start, pieces[last].end, value, value, "vague", value * _VAGUE_FACTOR
        ),
        last + 1,
    )


def _fraction(text: str, pieces: list[_Piece], index: int) -> _Read:
    """Read "one-third", "two thirds", "a quarter of", "half of"."""
    word, following = _at(pieces, index), _at(pieces, index + 1)
    part = _roles("fraction").get(following)
    top = 1.0 if word == "a" else _roles("one").get(word)
    if part is not None and top is not None and _near(text, pieces, index, index + 1):
        plural = following.endswith(("s", "ves"))
        counted = _at(pieces, index + 2) == "of" or plural or "-" in _gap(text, pieces, index)
        if counted and (plural or top == 1 or following == "half"):
            end = pieces[index + 1].end
            return Numeral(pieces[index].start, end, top * part, part / 2, "fraction"), index + 2
    if word == "half" and (following in ("of", "the", "its", "their", "his", "her", "an", "our")):
        return Numeral(pieces[index].start, pieces[index].end, 0.5, 0.25, "fraction"), index + 1
    return None, index


def _gap(text: str, pieces: list[_Piece], index: int) -> str:
    return text[pieces[index].end : pieces[index + 1].start]


@dataclass(slots=True)
class _Sum:
    """A number in words while it is read: "two million, three hundred and five".

    ``total`` is closed by a scale ("million"), ``current`` is read since; ``scale`` is the largest
    one, 1 before any. What may still follow is smaller than ``room``.
    """

    total: float = 0.0
    current: float = 0.0
    scale: float = 1.0
    room: float = 1e18

    @property
    def value(self) -> float:
        """Return the number as read so far."""
        return self.total + self.current

    @property
    def step(self) -> float:
        """Return to how much it is given: twenty to ten, two million to a million."""
        if self.scale > 1 and not self.current:
            return self.scale
        return _step(str(int(self.current))) if self.current >= 20 else 1.0

    def add(self, kind: str, number: float) -> None:
        """Go on with a word of the kind that `_step_words` gives it."""
        if kind == "scale":
            self.total += max(self.current, 1) * number
            self.current, self.room, self.scale = 0, number, max(self.scale, number)
        elif kind == "times":
            self.current, self.room = max(self.current, 1) * number, number
        else:
            self.current += number
            self.room = 10 if kind == "ten" else 1


def _cardinal(text: str, pieces: list[_Piece], index: int) -> _Read:
    """Read "twenty-five", "three hundred and five thousand", "a million"."""
    read = _Sum()
    place, last = index, -1
    while place < len(pieces):
        if place > index and not _near(text, pieces, place - 1, place):
            break
        word = _at(pieces, place)
        if word == "a" and place == index and _multiplies(_at(pieces, place + 1)):
            read.current, place = 1, place + 1
            continue
        if word == "and" and last == place - 1 and read.room <= 1000 and read.value >= 100:
            if not _number(_at(pieces, place + 1)) or not _near(text, pieces, place, place + 1):
                break
            place += 1
            continue
        step = _step_words(word, read.current, read.room)
        if step is None:
            break
        read.add(*step)
        last = place
        place += 1
    if last < 0 or (last == index and _at(pieces, index) in ("hundred", "dozen", "thousand")):
        return None, index
    start, end = pieces[index].start, pieces[last].end
    return Numeral(start, end, read.value, read.step, "words", scale=read.scale), last + 1


def _step_words(word: str, current: float, room: float) -> tuple[str, float] | None:
    """Return how a word goes on with the number read so far: its kind and value."""
    for role in ("one", "teen", "ten"):
        number = _roles(role).get(word)
        if number is not None:
            fits = room > 1 and number < max(room, 10) and not (current % 10 and room != 100)
            if current and current % 100 and not (room == 10 and role == "one"):
                return None
            return (role, number) if fits else None
    for role in ("hundred", "dozen"):
        if word in _roles(role):
            return ("times", _roles(role)[word]) if current < 100 else None
    if word in _roles("scale") and word not in ("mn", "bn", "tn", "mln", "bln"):
        return ("scale", _roles("scale")[word]) if room > 1 or current else None
    return None


def _multiplies(word: str) -> bool:
    return (
        word in _roles("hundred")
        or word in _roles("dozen")
        or word in ("thousand", "million", "billion", "trillion")
    )


def _number(word: str) -> bool:
    return any(word in _roles(role) for role in ("one", "teen", "ten"))


def _ordinal(_text: str, pieces: list[_Piece], index: int) -> _Read:
    value = _roles("ordinal").get(_at(pieces, index))
    if value is None:
        return None, index
    piece = pieces[index]
    return Numeral(piece.start, piece.end, value, 1.0, "ordinal"), index + 1


def _grouped(text: str, pieces: list[_Piece], index: int) -> _Read:
    """Read "a pair of", "a couple of", "a couple hundred"."""
    if _at(pieces, index) not in ("a", "the", "another") or _at(pieces, index + 1) not in _roles(
        "group"
    ):
        return None, index
    word = _at(pieces, index + 2)
    factor = _roles("hundred").get(word) or _roles("scale").get(word) or _roles("dozen").get(word)
    near = _near(text, pieces, index, index + 1) and _near(text, pieces, index + 1, index + 2)
    if not near or (word != "of" and factor is None):
        return None, index
    value = _roles("group")[_at(pieces, index + 1)] * (factor or 1.0)
    start, last = pieces[index], pieces[index + 2]
    return Numeral(start.start, last.end, value, factor or 1.0, "group"), index + 3


@cache
def _openers() -> frozenset[str]:
    """Return every word that a number may start with; the other words are passed over at once."""
    return frozenset(row["word"] for row in table("number_words")) | {"a", "the", "another"}


def suffix_scales() -> dict[str, float]:
    """Return what letters right behind digits multiply them by: "k", "bn"."""
    return _roles("suffix")


@cache
def _roles(role: str) -> dict[str, float]:
    return {
        row["word"]: float(row["value"]) for row in table("number_words") if row["role"] == role
    }
