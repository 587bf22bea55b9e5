"""Describe lines by figures, for the line model.

One row a line, one column a figure; the columns of a line by itself are named in `NAMES`. Its
neighbours, its place, and what it shares with the page's main run of prose are added by
`with_context`.
"""

import re
from collections.abc import Sequence
from functools import cache
from math import log1p

import numpy as np
from numpy.typing import NDArray

from asreported.documents.phrases import Phrase, find_words, fold_words
from asreported.lexicon.load import table

Matrix = NDArray[np.float32]

KINDS = ("promo", "navigation", "metadata", "caption", "comments", "disclaimer", "author_bio")
NAMES = (
    "words", "chars", "word_length", "ends_sentence", "ends_colon", "ends_dots", "ends_word",
    "starts_upper", "starts_lower", "starts_digit", "starts_quote", "starts_mark", "capitals",
    "function_words", "digits", "commas", "stops", "quotes", "separators", "rights", "address",
    "question", "exclamation", "brackets", "date", "clock", "price", "you", "i", "slang", "report",
    "by", "repeated", "titled", "opens", *KINDS,
)  # fmt: skip
_AT = {name: index for index, name in enumerate(NAMES)}
_DATE = re.compile(
    r"\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}|\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d\d-\d\d"
    r"|\d{1,2}\.? [A-Za-zäé]{3,9}\.?,? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?!\d)")
_PRICE = re.compile(r"[€$£]\s?\d|\d\s?(?:€|EUR|USD|Euro)\b")
_BY = ("by ", "von ", "par ", "por ", "di ", "door ", "autor", "author", "posted by", "written by")
_NO_DIGITS = dict.fromkeys(map(ord, "0123456789"))
_CAPITAL = re.compile(r"(?<!\w)[A-ZÄÖÜÉ]")
_LOOKED_AT = 1200
"""Code points of a line that are counted: what a line is shows early."""
_PROSE_WORDS = 8
_APART = 4
"""Lines without prose that part one run of prose from the next."""


def line_features(texts: Sequence[str], title: str = "") -> Matrix:
    """Return the figures of each line by itself; ``title`` is the page's title, if known."""
    wanted = frozenset(re.findall(r"\w{3,}", title.casefold()))
    seen: dict[str, int] = {}
    for text in texts:
        seen[text] = seen.get(text, 0) + 1
    rows: dict[str, list[float]] = {}
    for text, count in seen.items():
        rows[text] = _row(text[:_LOOKED_AT], wanted, count)
    return np.array([rows[text] for text in texts], dtype=np.float32).reshape(-1, len(NAMES))


@cache
def _codes() -> dict[str, int]:
    """Return what a word counts for: 0 to 3 a register, 4 a function word."""
    columns = {"you": 0, "i": 1, "slang": 2, "insult": 2, "report": 3}
    codes = {word: 4 for row in table("language_words") for word in row["words"].split()}
    for row in table("registers"):
        if row["kind"] in columns:
            codes[row["word"]] = columns[row["kind"]]
    return codes


def _row(text: str, wanted: frozenset[str], count: int) -> list[float]:
    words = fold_words(text)
    n = len(words)
    codes = _codes()
    told = [0, 0, 0, 0, 0]
    for word in words:
        code = codes.get(word)
        if code is not None:
            told[code] += 1
    per, size = 1.0 / max(1, n), len(text)
    bare = text.rstrip("\"'”’»)]*")
    last, first = bare[-1:], text[:1]
    digits = size - len(text.translate(_NO_DIGITS))
    titled = len(wanted.intersection(words)) / len(wanted) if wanted else 0.0
    phrase = find_words(text) if n <= 60 else None
    short = n <= 25
    return [
        log1p(n), log1p(size), size * per / 10, last in ".!?" and size > 0, last == ":",
        last == "…" or bare.endswith("..."), last.isalpha(), first.isupper(), first.islower(),
        first.isdigit(), first in "\"“„»«‘", first in "-•*–·►»›>|+",
        len(_CAPITAL.findall(text)) * per, told[4] * per,
        digits / max(1, size), text.count(",") * per, log1p(text.count(". ")),
        min(4, text.count('"') + text.count("“") + text.count("„")) / 4,
        min(3, text.count("|") + text.count("»") + text.count("›") + text.count("•")) / 3,
        short and ("©" in text or "opyright" in text),
        "@" in text or "http" in text or "www." in text,
        "?" in text, "!" in text, "(" in text,
        digits > 0 and _DATE.search(text) is not None,
        digits > 0 and _CLOCK.search(text) is not None,
        digits > 0 and _PRICE.search(text) is not None,
        told[0] * per, told[1] * per, told[2] * per, told[3] * per,
        short and text[:12].lower().startswith(_BY), count > 1, titled,
        phrase is not None and phrase.opens, *_kinds(phrase),
    ]  # fmt: skip


@cache
def _kinds(phrase: Phrase | None) -> tuple[float, ...]:
    return tuple(float(phrase is not None and phrase.kind == kind) for kind in KINDS)


_SHIFTS = (-3, -2, -1, 1, 2, 3)
_NEIGHBOUR = tuple(
    _AT[name]
    for name in ("words", "ends_sentence", "ends_dots", "ends_word", "function_words", "capitals",
                 "separators", "date", "by", "repeated", "titled", "opens", "promo", "navigation",
                 "metadata", "comments", "you", "i", "report", "commas")
)  # fmt: skip


def with_context(texts: Sequence[str], rows: Matrix, extra: Matrix | None = None) -> Matrix:
    """Return ``rows`` (and ``extra``, other figures of the same lines) with their surroundings."""
    n = len(rows)
    alone = rows if extra is None else np.hstack([rows, extra])
    count = np.expm1(rows[:, 0])
    ended = (rows[:, _AT["ends_sentence"]] > 0) & (rows[:, _AT["ends_dots"]] == 0)
    prose = count * (ended & (rows[:, _AT["function_words"]] > 0.12))
    parts: list[Matrix] = [alone]
    near = rows[:, _NEIGHBOUR]
    parts.extend(shift(near, by) for by in _SHIFTS)
    for reach in (2, 5, 12):
        parts.append(np.log1p(window(prose, reach))[:, None])
        parts.append(np.log1p(window(count * (prose == 0), reach))[:, None])
    parts.append(_place(prose))
    parts.append(_runs(texts, prose))
    opens = _AT["opens"]
    for kind, column in (("comments", opens), ("promo", opens), ("disclaimer", None),
                         ("author_bio", None)):  # fmt: skip
        parts.append(_since(rows, _AT[kind], column))
    parts.append(_since(rows, _AT["titled"], None, 0.6))
    return np.hstack(parts).astype(np.float32).reshape(n, -1)


def shift(values: Matrix, by: int) -> Matrix:
    """Return each line's neighbour: that ``by`` lines below (above, if negative); zeros beyond."""
    moved = np.zeros_like(values)
    if by < 0:
        moved[-by:] = values[:by]
    else:
        moved[:-by] = values[by:]
    return moved


def window(values: Matrix, reach: int) -> Matrix:
    """Return the sums over the lines up to ``reach`` above and below."""
    padded = np.concatenate([[0.0], np.cumsum(values)])
    n = len(values)
    low = np.maximum(0, np.arange(n) - reach)
    high = np.minimum(n, np.arange(n) + reach + 1)
    return np.asarray(padded[high] - padded[low], dtype=np.float32)


def _place(prose: Matrix) -> Matrix:
    n = len(prose)
    total = max(1.0, float(prose.sum()))
    before = np.cumsum(prose) - prose
    after = np.maximum(0.0, total - before - prose)
    place = np.arange(n, dtype=np.float32)
    columns = [place / max(1, n - 1), before / total, after / total, np.log1p(before),
               np.log1p(after), np.full(n, np.log1p(total)), np.full(n, np.log1p(n)),
               np.log1p(place)]  # fmt: skip
    return np.stack(columns, axis=1)


def _runs(texts: Sequence[str], prose: Matrix) -> Matrix:
    """Return figures of the run of prose that a line is in or near, and of the largest run."""
    n = len(prose)
    holds = np.flatnonzero(prose >= _PROSE_WORDS)
    if len(holds) == 0:
        return np.zeros((n, 9), dtype=np.float32)
    breaks = np.flatnonzero(np.diff(holds) > _APART) + 1
    runs = np.split(holds, breaks)
    sizes = np.array([float(prose[run].sum()) for run in runs])
    largest = int(sizes.argmax())
    first, last = int(runs[largest][0]), int(runs[largest][-1])
    middles = np.array([run[0] for run in runs])
    place = np.arange(n)
    nearest = np.clip(np.searchsorted(middles, place, side="right") - 1, 0, len(runs) - 1)
    starts = np.array([run[0] for run in runs])[nearest]
    ends = np.array([run[-1] for run in runs])[nearest]
    inside = (place >= starts) & (place <= ends)
    off = np.maximum(0, np.maximum(first - place, place - last))
    share = _shared_words(texts, runs[largest])
    columns = [
        inside, np.log1p(sizes[nearest]) * inside, sizes[nearest] / sizes.max() * inside,
        (place >= first) & (place <= last), np.exp(-off / 3), np.exp(-off / 15),
        np.log1p(ends - starts) * inside, np.sign(np.minimum(0, place - first))
        + np.sign(np.maximum(0, place - last)), share,
    ]  # fmt: skip
    return np.stack([np.asarray(c, dtype=np.float32) for c in columns], axis=1)


def _shared_words(texts: Sequence[str], main: NDArray[np.intp]) -> Matrix:
    """Return, a line, the share of its content words that other lines of the main run have."""
    codes = _codes()
    split = [
        {word for word in fold_words(text[:_LOOKED_AT]) if len(word) > 3 and word not in codes}
        if len(text) > 25
        else set()
        for text in texts
    ]
    held: dict[str, int] = {}
    for at in main:
        for word in split[at]:
            held[word] = held.get(word, 0) + 1
    inside = set(main.tolist())
    shares = np.zeros(len(texts), dtype=np.float32)
    for at, words in enumerate(split):
        if words:
            least = 2 if at in inside else 1
            shares[at] = sum(held.get(word, 0) >= least for word in words) / len(words)
    return shares


def _since(rows: Matrix, column: int, also: int | None, least: float = 0.5) -> Matrix:
    """Return, a line, whether such a line came before and how near it is (1 here, towards 0)."""
    hit = rows[:, column] >= least
    if also is not None:
        hit &= rows[:, also] > 0.5
    place = np.arange(len(rows))
    latest = np.maximum.accumulate(np.where(hit, place, -1))
    gap = np.where(latest >= 0, place - latest, 1e9)
    return np.stack([latest >= 0, 1 / (1 + gap), np.exp(-gap / 15)], axis=1).astype(np.float32)


def with_guesses(rows: Matrix, guess: Matrix, groups: NDArray[np.int64] | None = None) -> Matrix:
    """Return ``rows`` with what a first pass made of the lines around, for the second.

    ``groups`` numbers the containers of the markup: the mean guess of a line's container is added.
    """
    parts = [guess[:, None]]
    parts.extend(shift(guess[:, None], by) for by in (-4, -3, -2, -1, 1, 2, 3, 4))
    n = len(guess)
    ones = np.ones(n, dtype=np.float32)
    parts.extend((window(guess, by) / window(ones, by))[:, None] for by in (5, 15))
    before = np.cumsum(guess) - guess
    parts.append(np.log1p(before)[:, None])
    parts.append(np.log1p(np.maximum(0, guess.sum() - before - guess))[:, None])
    if groups is not None:
        parts.extend(_group_mean(guess * 1.0, groups, rows[:, 1]))
    return np.hstack([rows, *parts]).astype(np.float32)


def _group_mean(guess: Matrix, groups: NDArray[np.int64], weight: Matrix) -> list[Matrix]:
    size = int(groups.max()) + 1 if len(groups) else 1
    weights = np.bincount(groups, weights=weight, minlength=size)
    sums = np.bincount(groups, weights=guess * weight, minlength=size)
    mean = sums / np.maximum(1e-6, weights)
    return [mean[groups][:, None].astype(np.float32), np.log1p(weights)[groups][:, None]]
