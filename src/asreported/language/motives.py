"""Patterns of English that name a cause or motive, call it unknown, or say that it is sought."""

import re
from collections.abc import Iterator

# Nouns of what has no answer yet, and what an answer to each looks like.
UNKNOWN = re.compile(
    r"\b(?:cause|motive|reason|motivation)s?\b[^.!?\n]{0,60}?\b(?:unclear|unknown|undetermined"
    r"|not (?:yet )?(?:been )?(?:determined|known|established|clear|identified)"
    r"|a mystery|remains? to be seen)\b"
    # There is "no reason to think" what is not so.
    r"|\bno (?:known |clear |apparent |immediate |word on (?:a |the )?)?"
    r"(?:motive|cause|reason)\b(?! to\b)"
    r"|\btoo (?:early|soon) to (?:say|speculate|tell|determine)"
    r"[^.!?\n]{0,60}?\b(?:cause|motive|why)\b"
    r"|\b(?:unclear|not (?:yet )?(?:clear|known|know|say|said)|do not know|don[’']t know"
    r"|did not know) (?:what (?:caused|could have|may have|might have|prompted|led|motivated)"
    # Who "did not say why" keeps the reason of what he has just told of to himself.
    r"|(?<!say )(?<!said )why|(?<=say )why(?= \w)|(?<=said )why(?= \w))\b[^.!?\n,;]{0,40}",
    re.IGNORECASE,
)
SOUGHT = re.compile(
    r"\b(?:investigat|prob(?=e|ing)|determin|examin|establish|search|seek|look)\w*"
    r"(?: \w+){0,2} (?:a |the |his |her |their |its |\w+[’']s )?(?:possible )?"
    r"(?:motive|motivation|cause)s?\b"
    r"|\b(?:motive|motivation|cause)s?\b[^.!?\n,;]{0,40} under investigation\b"
    r"|\btrying to (?:determine|establish|find out|understand|figure out|learn) "
    r"(?:the (?:motive|cause)|why|what (?:caused|led|motivated))\b[^.!?\n,;]{0,40}",
    re.IGNORECASE,
)
KNOWN = re.compile(
    r"\b(?:initial|preliminary|early|first) (?:\w+ )?(?:indications?|findings?|evidence|results?"
    r"|investigation|reports?) (?:\w+ )?(?:suggest|show|indicate|point|reveal)\w*[^.!?\n;]{5,110}"
    r"|\b(?:was|were|been|is) (?:apparently |reportedly |likely |probably |possibly )?"
    r"(?:caused|triggered|sparked|motivated|prompted) by [^.!?\n,;]{4,80}"
    r"|\b(?:police|officials|authorities|investigators|experts) (?:have |are )?"
    r"(?:blame|blamed|blaming) (?![^.!?\n]{0,60} (?:for|on)\b)[^.!?\n,;:]{4,60}"
    r"|\b(?:blamed|blames|blaming) (?:it |the \w+ )?on [^.!?\n,;]{4,60}"
    r"|\bthe (?:(?:sole|main|only|likely|probable|immediate|root|real|primary) )?"
    r"(?:cause|motive|reason) (?:of|for|behind) [^.!?\n,;]{3,40} (?:was|is|were) "
    r"(?!unclear|unknown|not|under|being|still|currently|pending|yet)[^.!?\n,;]{4,60}"
    r"|[^.!?\n,;]{4,60} (?:caused|triggered|sparked|ignited) the (?:fire|blaze|crash|explosion"
    r"|blast|accident|collapse|derailment|outage|leak|flood|spill|disaster|collision)\b"
    r"|\bafter [‘'“\"][a-z]+ing[’'”\"]",
    re.IGNORECASE,
)
# Words that name the cause as such: they stand, whoever else in the account leaves it open.
STATED = re.compile(r"the (?:\w+ )?cause of", re.IGNORECASE)
# What moves somebody, told of who is named or meant: only where others do not know the motive.
MOVED = re.compile(
    r"\b(?:[\w-]+ )?(?:grudge|vendetta|animus) against "
    r"[^.!?\n,;]{3,50}"
    r"|\b(?:was|were|is|are|became|grew|had been) (?:\w+ly )?(?:angry|furious|upset|enraged"
    r"|disgruntled|incensed|jealous|bitter|irate)\b[^.!?\n,;]{3,70}"
    r"|\b(?:angry|furious|upset|enraged|disgruntled|incensed) (?:that|with|over|about|at) "
    r"[^.!?\n,;]{3,60}"
    r"|\bin (?:revenge|retaliation) for [^.!?\n,;]{3,50}|\bmistaken identity\b"
    r"|\b(?:may|might|could) have (?:been )?mistaken [^.!?\n,;]{3,60}"
    # What processes and people "are driven by" is no deed's motive.
    r"|(?<!\bare )\b(?:motivated|driven|fueled|fuelled|inspired) by [^.!?\n,;]{3,50}",
    re.IGNORECASE,
)


def find_stretches(
    pattern: re.Pattern[str], text: str, start: int, end: int
) -> Iterator[tuple[int, int]]:
    """Yield where the pattern stands within ``text[start:end]``, to the end of a whole word."""
    for match in pattern.finditer(text[start:end]):
        stop = start + match.end()
        while stop < end and text[stop - 1].isalnum() and text[stop].isalnum():
            stop -= 1  # A pattern of bounded length may end within a word.
        first = start + match.start()
        yield first, first + len(text[first:stop].rstrip())
