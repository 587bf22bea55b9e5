"""The patterns of time expressions in news English, in the order in which they are tried."""

import re
from functools import cache

from asreported.lexicon.months import months
from asreported.lexicon.weekdays import WEEKDAY

S = r"[ \t\u00a0\u202f]{1,3}"
PART = r"(?:morning|afternoon|evening|night)"
NUMBERS = {
    "an": 1, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20,
    "thirty": 30, "a couple of": 2, "couple of": 2,
}  # fmt: skip
"""The words that count days, weeks and years: "two weeks ago"."""
COUNT = rf"(?:\d{{1,3}}|{'|'.join(NUMBERS)})"
_YEAR = r"(?:1[89]\d\d|20\d\d)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_WEEKDAY = rf"{WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)(?=\.|,)\.?"
# What follows a number of things, not a year.
_THINGS = r"(?:[a-z]+s|people|men|women|children|feet|km)\b"
_SOME = r"(?:less{S}than|more{S}than|over|nearly|almost|about|around|just|some)".replace("{S}", S)
_PREPOSITION = (
    r"(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Dd]uring|[Oo]f|[Ee]arly|[Ll]ate|[Bb]efore|[Aa]fter"
    r"|[Tt]hrough|the|and|to|[Mm]id)"
)
_TIED = rf"(?:this{S}past|this{S}coming|last|this|next|past)"
_LOOSE = (
    rf"(?:the{S}previous|earlier{S}this|later{S}this|late{S}last|early{S}next|earlier{S}in{S}the)"
)


@cache
def time_pattern() -> re.Pattern[str]:
    """Return one pattern; the name of the group that matched says how to read it."""
    kinds = _dates(_month()) | _relatives(_month()) | _clocks()
    rules = "|".join(f"(?P<{name}>{rule})" for name, rule in kinds.items())
    # No expression starts inside a word: that spares four tries in five.
    return re.compile(rf"(?<![^\W\d_])(?:{rules})")


def _month() -> str:
    long = "|".join(
        word.title() for word in months("en") if len(word) > 4 or word in ("june", "july")
    )
    short = "|".join(word.title() for word in months("en") if len(word) <= 4)
    return rf"(?:{long}|(?:{short})\b\.?)"


def _dates(month: str) -> dict[str, str]:
    return {
        "iso": rf"{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)",
        "mdy": rf"{month}{S}{_DAY},?{S}{_YEAR}(?!\d)",
        "dmy": rf"{_DAY}{S}(?:of{S})?{month},?{S}{_YEAR}(?!\d)",
        "between": rf"between{S}(?:{month}{S})?{_YEAR}{S}and{S}(?:{month}{S})?{_YEAR}(?!\d)",
        "my": rf"{month},?{S}(?:of{S})?{_YEAR}(?!\d)",
        "md": rf"{month}{S}{_DAY}(?![\d:%]|[.,]\d)(?!{S}(?:million|billion|percent))",
        "dm": rf"(?<![\d.,$£€]){_DAY}{S}(?:of{S})?{month}(?![a-z])",
        "span_years": rf"(?<![\d/]){_YEAR}/(?:{_YEAR}|\d\d)(?![\d/])",
        "decade": r"(?<!\w)(?:1[89]\d|20\d)0['’]?s\b",
        "year": rf"(?:\b{_PREPOSITION}[ \u00a0-])(?:the{S})?(?:end{S}of{S})?{_YEAR}"
        rf"(?![\d\w/-]|[.,]\d|{S}{_THINGS})",
        "bare_year": r"(?<![\w.,$£€/#-])(?<!No\. )(?:19\d\d|20[0-3]\d)"
        rf"(?![\w%/-]|[.,:]\d|{S}{_THINGS})",
    }


def _relatives(month: str) -> dict[str, str]:
    return {
        "ago": rf"(?i:(?:{_SOME}{S})?{COUNT}{S}(?:day|week|fortnight|month|year|decade)s?{S}ago\b)",
        "relative": rf"(?i:(?:{_TIED}|{_LOOSE}){S}(?:week|month|year|weekend)\b)",
        "tied": rf"(?i:{_TIED}){S}(?:{_WEEKDAY}|{month}\b(?!\.?{S}\d)"
        r"|summer|winter|spring|autumn|fall)",
        "weekday": rf"\b(?:{_WEEKDAY})(?![a-z])",
        "bare_month": rf"(?:{_PREPOSITION}(?:{S}|-)|(?:[Bb]ack|[Ee]arlier){S}in{S})"
        rf"(?:early{S}|late{S}|mid-)?{month}(?![\w])(?!\.?{S}\d)",
        "named_day": r"\b(?:(?i:today|yesterday|tomorrow|tonight)|overnight)(?![a-zA-Z])",
        "night": rf"\b(?i:last{S}night|this{S}(?:morning|afternoon|evening))\b",
        "holiday": r"\b(?:New[ ]Year(?:['’]s)?(?:[ ](?:Day|Eve))?|Christmas(?:[ ](?:Day|Eve))?"
        r"|Boxing[ ]Day|Halloween|Valentine['’]s[ ]Day|Independence[ ]Day|Fourth[ ]of[ ]July"
        r"|Veterans[ ]Day)\b",
    }


def _clocks() -> dict[str, str]:
    free = r"(?<![\d.,:$£€])"
    return {
        "clock": rf"{free}(?:1[0-2]|0?\d)(?:[.:][0-5]\d)?[ \u00a0]?"
        r"(?:[ap]\.m\.|[apAP][mM]\b|[AP]\.M\.)",
        "clock24": rf"{free}(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])"
        rf"|{free}(?:[01]\d|2[0-3])[0-5]\d[ ](?:GMT|UTC|hours|hrs)\b",
        "clock_at": r"(?<=\bat[ ])(?:[01]?\d|2[0-3])\.[0-5]\d"
        r"(?![\d%]|[ ](?:per|percent|million|billion))",
        "noon": r"\b(?:noon|midday|midnight)\b",
        "part": rf"(?:[Dd]uring|[Tt]hrough|[Tt]hroughout|[Ii]n|by|[Ee]arly){S}(?:the{S})?"
        rf"(?:early{S}|late{S})?{PART}(?:{S}rush{S}hour)?\b",
    }
