"""Tell numbers of things from days, years, clock times, ages, scores, codes and names."""

import re
from dataclasses import replace

from asreported.lexicon.months import months
from asreported.lexicon.weekdays import WEEKDAY
from asreported.model.statement import OLDEST
from asreported.statements.measures.counted import Sentence, counted_noun
from asreported.statements.measures.numerals import SPACES, UNSURE, Numeral, suffix_scales
from asreported.statements.measures.units import currency_before

_BETWEEN = re.compile(r"\bbetween\s+(?:[$£€]|US\$|\$US)?$", re.IGNORECASE)
# What "X to Y" after these words tells is a change, not a range.
_CHANGE = re.compile(
    r"\b(?:rose|risen|rise|rises|rising|fell|fall|falls|fallen|falling|grew|grown|grow|jump\w*|climb\w*"
    r"|drop\w*|increas\w*|decreas\w*|cut|cuts|reduc\w*|rais\w*|lower\w*|up|down|went|chang\w*"
    r"|mov\w*|slip\w*|surg\w*|soar\w*)\b[^.;]{0,24}(?:\bfrom\s|\bby\s)\S{0,4}$",
    re.IGNORECASE,
)
# A step that is told as a range has its ends no farther apart.
_WIDEST = 4
_JOIN = re.compile(
    rf"(?P<unit>%|[ {SPACES}]?per ?cent|[ ]?[a-zA-Z/]{{1,6}})?"
    # "5-10", "5 to 10", and with the unit left out once: "5- to 10-foot".
    rf"(?P<join>[ {SPACES}]*(?:-|–|—|‑)-?[ {SPACES}]*"
    rf"|[-‑]?[ {SPACES}]*\b(?:to|or|and)\b-?[ {SPACES}]*)"
    r"(?P<sign>[$£€]|US\$|\$US)?",
    re.IGNORECASE,
)
# "5G", "16A": a kind of thing; millions, billions and thousands are read before.
_MODEL = re.compile(r"[ACDE-JLN-SU-Z](?!\w)")
# "5m users" are millions; "5m deep", "5m from", "100m sprint" are metres.
_MILLIONS = re.compile(
    r"[ \u00a0](?!(?:from|wide|deep|tall|high|long|away|walls?|waves?|above|below|in|of|to|on|at"
    r"|and|or|sprint|race|final|dash|hurdles|freestyle|relay|gold|title|champion|pool|backstroke|butterfly"
    r"|underwater|down|up|off|behind|ahead|before|after|by|the|with|x)\b)[a-z]{3,}"
)
# "911 calls", "called 911": a number that is dialled.
_DIALLED = frozenset({"911", "999", "112"})
_DIALS = re.compile(r"\b(?:call|dial|phon)\w*\s+$", re.IGNORECASE)
_DIAL = re.compile(r"\s+(?:call|dispatch|operator|recording|emergency)")
# "The Senate voted 51 to 49": of two such numbers each counts votes.
_VOTED = re.compile(r"\bvot\w+\s+(?:by\s+|of\s+)?(?P<first>\d+\s*(?:to|-|–)\s*)?$")
_AGAINST = re.compile(r"\s*(?:to|-|–)\s*\d")
_AGE_BEFORE = re.compile(
    r"[A-Z][\w’'.-]*\s*[,(]\s*(?:aged?\s+)?$|\b(?:[Aa]ged?|AGED?)\s*(?:of\s+)?$"
)
_AGE_AFTER = re.compile(r"\s*(?:[,.;:)\]]|$|\s(?:and|who|from|of|was|is|said|has|were|to)\b)")
_WAS = re.compile(r"\b(?:who|he|she)\s+(?:is|was|were)\s*$|\bturn(?:ed|s|ing)\s*$", re.IGNORECASE)
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|of|by|until|till|from|before|after|during|through|to|and|between|the|circa|early"
    r"|late|mid|around|for|year)[ \u00a0-]$",
    re.IGNORECASE,
)
_DAY_BEFORE = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?[ \u00a0]\d{1,2}"
    r"(?:st|nd|rd|th)?,?[ \u00a0]$"
)
_CLOCK_AFTER = re.compile(
    r"[ \u00a0]?(?:[ap]\.?m\b|o['’]clock|hrs\b|GMT\b|BST\b|EST\b|EDT\b)", re.IGNORECASE
)
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[.:][0-5]\d$")
_AT = re.compile(r"\b(?:at|by|around|about|until|from|before|after|since)\s+$", re.IGNORECASE)
_NAMES = frozenset(["ORG", "PRODUCT", "FAC", "WORK_OF_ART", "LAW", "EVENT", "PERSON", "GPE", "LOC"])
_ADDRESS = re.compile(
    r"[ ](?:[A-Z][\w'’.]*[ ]){1,3}"
    r"(?:Road|Street|Avenue|Lane|Drive|Boulevard|Way|Place|Square|St|Rd|Ave)\b"
)
_CALENDAR = re.compile(rf"{WEEKDAY}$|[A-Z][a-z]+ber$|Year$")
# "page 12", "phase 2": the noun before the number takes it for a name.
_NUMBERED = re.compile(
    r"\b(?:page|chapter|section|article|phase|round|level|group|number|no|version|part|day|week|title"
    r"|type|stage|category|route|highway|flight|room|gate|line|series|season|episode|volume|act|class"
    r"|grade|channel|figure|table|step|unit|lane|item|rule|model|size|game|amendment|resolution|area"
    r"|zone|platform|exit|top|bottom)s?\.?[ \u00a0]$",
    re.IGNORECASE,
)


def scaled_m(text: str, numeral: Numeral) -> Numeral:
    """Return the number with "m", "b" or "t" read as million and so on where that is meant."""
    tail = text[numeral.end : numeral.end + 1].casefold()
    if tail not in UNSURE or text[numeral.end + 1 : numeral.end + 2].isalnum():
        return numeral
    if numeral.form != "digits":
        return numeral
    millions = tail == "m" and _MILLIONS.match(text, numeral.end + 1)
    if not millions and currency_before(text, numeral.start) is None:
        return numeral
    factor = suffix_scales()[tail]
    return replace(
        numeral,
        end=numeral.end + 1,
        value=numeral.value * factor,
        step=numeral.step * factor,
        scale=factor,
    )


def is_range(text: str, low: Numeral, high: Numeral) -> bool:
    """Return whether two numbers are the ends of one range: "5 to 10", "two or three"."""
    gap = text[low.end : high.start]
    if "ordinal" in (low.form, high.form) or len(gap) > 16:
        return False
    scale = high.scale if low.scale == 1 and low.value < 1000 else 1.0
    if not low.value * scale < high.value or (_like_year(text, low) and not _like_year(text, high)):
        return False
    match = _JOIN.fullmatch(gap)
    if match is None:
        return False
    before = text[max(0, low.start - 60) : low.start]
    join = match["join"].strip(f" -‑{SPACES}").casefold()
    if join == "and":
        return bool(_BETWEEN.search(before))
    if join == "or":
        return not match["sign"] and high.value - low.value <= max(2.0, 0.34 * low.value)
    if (match["unit"] or "").strip().startswith(("%", "per")):
        same = re.match(r"[ \u00a0]?(?:%|per ?cent)", text[high.end :][:10])
        if not same:
            return False
    elif match["unit"]:
        return False
    changed = _CHANGE.search(before) if join == "to" else None
    if changed is None:
        return True
    # "fell by 1 to 1.5 degrees" is a range; "rose by $4 to $40" tells step and level.
    whole = match["sign"] or low.scale > 1 or not before.rstrip().casefold().endswith("by")
    return not whole and high.value <= _WIDEST * low.value


def _like_year(text: str, numeral: Numeral) -> bool:
    digits = text[numeral.start : numeral.end]
    return len(digits) == 4 and digits.isdigit() and 1900 <= numeral.value <= 2035


def is_age(text: str, numeral: Numeral) -> bool:
    """Return whether a number without a unit is a person's age: "Ann Hale, 34,", "aged 12"."""
    if not 1 <= numeral.value <= OLDEST or numeral.value % 1:
        return False
    before = text[max(0, numeral.start - 40) : numeral.start]
    after = text[numeral.end : numeral.end + 8]
    if re.search(r"\b[Aa]ged?\s+(?:of\s+)?$", before):
        return True
    if not text[numeral.start].isdigit() or not _AGE_AFTER.match(after):
        return False
    if _WAS.search(before):
        return bool(re.match(r"\s*[.,;]", after))
    if not _AGE_BEFORE.search(before) or is_month(before.rstrip(" ,(").rpartition(" ")[2]):
        return False
    closes = after.lstrip()[:1]
    return closes in (",", ")", ".", ";") and (before.rstrip()[-1:] != "(" or closes == ")")


def is_no_quantity(text: str, sentence: Sentence, numeral: Numeral, unbounded: bool) -> bool:
    """Return whether a number without a unit is a date, a time, a score, a code or part of a name.

    ``unbounded`` says that no word like "about" stands before it.
    """
    return (
        is_moment_or_mark(text, numeral)
        or _MODEL.match(text, numeral.end) is not None
        or _is_dialled(text, numeral)
        or ((unbounded or numeral.value >= 1900) and _is_year(text, sentence, numeral))
        or (unbounded and _is_named(text, sentence, numeral))
    )


def is_vote(text: str, numeral: Numeral) -> bool:
    """Return whether a number is one side of a vote: "voted 51 to 49"."""
    voted = _VOTED.search(text[max(0, numeral.start - 24) : numeral.start])
    return voted is not None and bool(voted["first"] or _AGAINST.match(text, numeral.end))


def _is_dialled(text: str, numeral: Numeral) -> bool:
    if text[numeral.start : numeral.end] not in _DIALLED:
        return False
    called = _DIALS.search(text[max(0, numeral.start - 12) : numeral.start])
    return called is not None or _DIAL.match(text, numeral.end) is not None


def is_moment_or_mark(text: str, numeral: Numeral) -> bool:
    """Return whether a number is a day, a clock time, a score, a decade, a list's or an address's.

    What stands right beside it tells; no grammar is asked.
    """
    return _is_calendar(text, numeral) or _is_marked(text, numeral)


def _is_calendar(text: str, numeral: Numeral) -> bool:
    before = re.search(
        r"([^\W\d_]+)\.?,?[ \u00a0]+(?:the )?$", text[max(0, numeral.start - 16) : numeral.start]
    )
    after = re.match(
        r"(?:st|nd|rd|th)?[ \u00a0]+(?:of )?([^\W\d_]+)", text[numeral.end : numeral.end + 16]
    )
    if 1000 <= numeral.value <= 2100 and _DAY_BEFORE.search(
        text[max(0, numeral.start - 22) : numeral.start]
    ):
        return True
    if numeral.value > 31 and not 1000 <= numeral.value <= 2100:
        return False
    if before and is_month(before[1]) and before[1][0].isupper():
        # "The December 2019 jobs report", "in May 1200 farmers".
        return _like_year(text, numeral) or not (
            after and numeral.value > 31 and not is_month(after[1]) and after[1].endswith("s")
        )
    return bool(after and is_month(after[1]) and after[1][0].isupper() and numeral.value <= 31)


def _is_marked(text: str, numeral: Numeral) -> bool:
    """Return whether marks around the digits make a clock time, score, decade, list or address."""
    before, after = (
        text[max(0, numeral.start - 2) : numeral.start],
        text[numeral.end : numeral.end + 2],
    )
    if after[:1] in (":", "/", "@", "_", "#") and after[1:].isalnum():
        return True
    if before[-1:] in (":", "/", "@", "_", "#") and before[:1].isalnum():
        return True
    if after[:1] == ")" and "(" not in text[max(0, numeral.start - 30) : numeral.start]:
        return True
    if after[:1] in ("-", "–", "‑") and after[1:].isdigit():
        return True
    if before[-1:] in ("-", "–", "‑") and before[:1].isdigit():
        return True
    if after == "’s" or (after[:1] in ("s", "S") and not after[1:].isalpha()):
        return numeral.form == "digits"
    if _CLOCK_AFTER.match(text, numeral.end):
        return True
    digits = text[numeral.start : numeral.end]
    return bool(
        _CLOCK.match(digits) and _AT.search(text[max(0, numeral.start - 10) : numeral.start])
    )


def _is_year(text: str, sentence: Sentence, numeral: Numeral) -> bool:
    digits = text[numeral.start : numeral.end]
    if not (len(digits) == 4 and digits.isdigit() and 1500 <= numeral.value <= 2100):
        return False
    if _YEAR_BEFORE.search(text[max(0, numeral.start - 9) : numeral.start]):
        return True
    index = sentence.index_at(numeral.start, numeral.end)
    if index is None or text[numeral.start - 1 : numeral.start].isupper():
        return True
    for token in sentence.tokens[index + 1 : index + 4]:
        if token.tag == "NNS":
            return False
        if token.pos not in ("ADJ", "NOUN"):
            return True
    return True


def _is_named(text: str, sentence: Sentence, numeral: Numeral) -> bool:
    """Return whether the number belongs to the word before it: "Route 66", "phase 2"."""
    index = sentence.index_at(numeral.start, numeral.end)
    if index is None:
        return True
    before = text[max(0, numeral.start - 24) : numeral.start]
    if numeral.form != "digits":
        return (
            sentence.tokens[index].entity in _NAMES and text[numeral.start].isupper() and index > 0
        )
    if _NUMBERED.search(before) and not re.search(
        r"\b(?:top|bottom)[ \u00a0]$", before, re.IGNORECASE
    ):
        return True
    noun = counted_noun(sentence, numeral.start, numeral.end)
    previous = re.search(r"([^\W_]*[A-Z][^\W_]*)\.?[ \u00a0]$", before)
    opens = sentence.tokens[0].end >= numeral.start - 1  # "The 186-million work": no name
    if previous is not None and not opens and not _CALENDAR.match(previous[1]):
        return not previous[1].istitle() or noun is None or not noun.direct or not noun.plural
    if _ADDRESS.match(text, numeral.end):
        return True
    if sentence.tokens[index].entity in _NAMES:
        return noun is None or not noun.plural
    return False


def is_month(word: str) -> bool:
    """Return whether a word is a month's name or its short form."""
    return word.rstrip(".").casefold() in months("en")
