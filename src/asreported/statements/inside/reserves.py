"""Find an attack told with a reservation in one place and without one in another.

"What appears to be an attack" is told as done by "the attackers" below.

Reads:   clauses and the parse.
Assigns: `Internal` of kind "attribution".
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from asreported.lexicon.kinds import nouns_of
from asreported.lexicon.load import words
from asreported.model.labels import NOUNS
from asreported.model.parse import Token
from asreported.model.span import Span
from asreported.model.statement import Clause, Internal
from asreported.statements.inside.fronts import Front

_SEEMING = frozenset({"appear", "seem", "believe", "allege", "suspect", "think"})
_SHOWN = 2  # Places that are shown of each.
_REACH = 3  # Words between a reservation and its noun: "alleged school gunman".
_LONGEST = 80  # Characters of a plain telling that is shown whole.
_LINKS = 8  # Words between "appears to be" and the noun that is it.


def find_reserves(front: Front) -> Iterator[Internal]:
    """Yield what is named with care once and plainly elsewhere, in own voice, once an article."""
    named = [one for clause in _own(front) for one in _named(front, clause)]
    careful = [span for span, reserved in named if reserved]
    # What headline or lead says plainly weighs most, and comes first.
    plain = [
        span
        for span, reserved in named
        if not reserved and not any(_one_sentence(front, span, other) for other in careful)
    ]
    if careful and plain:
        reason = f'"{front.quote(careful[0])}" in one place, "{front.quote(plain[0])}" in another'
        spans = tuple(sorted({*careful[:_SHOWN], *plain[:_SHOWN]}))
        yield Internal("attribution", spans, 1.0, reason)


def _own(front: Front) -> Sequence[Clause]:
    return [clause for clause in (*front.heads, *front.body) if clause.voice is None]


def _named(front: Front, clause: Clause) -> Iterator[tuple[Span, bool]]:
    """Yield the words for each doer or deed, and whether they are reserved.

    A clause that doubts, alleges or claims anything says nothing plainly.
    """
    tokens = front.tokens(clause.span)
    doubts = {t.lemma.casefold() for t in tokens} | {t.text.casefold() for t in tokens}
    for at, token in enumerate(tokens):
        lemma = token.lemma.casefold()
        if lemma not in _deeds() | _doers() or token.pos not in NOUNS:
            continue
        if lemma in _deeds() and token.tag.endswith("S"):
            continue  # "Partisan attacks" are of many days, and seldom blows.
        first = _hedge(tokens, at)
        if first is not None and lemma in _doers():
            continue  # Law has him "the suspected gunman" wherever he is not "the gunman".
        if first is not None:
            yield front.reading.document.span(tokens[first].start, token.end), True
        elif not doubts & _open_words():
            short = len(clause.span) <= _LONGEST
            plain = clause.span if short else front.reading.document.span(token.start, token.end)
            yield plain, False


def _hedge(tokens: Sequence[Token], at: int) -> int | None:
    """Return where the reservation before the noun begins, None where there is none."""
    alleged = words("hedges", kind="alleged") | words("hedges", kind="seeming")
    for back in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if tokens[back].pos in ("VERB", "ADP", "PUNCT") and tokens[back].tag != "VBN":
            break
        if tokens[back].text.casefold() in alleged:
            return back
    near = tokens[max(0, at - _LINKS) : at]
    for back, (one, two) in enumerate(pairwise(near)):
        is_it = any(token.lemma == "be" for token in near[back:])
        # "Believed to be the worst attack": that it was one is not left open.
        is_it = is_it and not any(token.tag in ("JJS", "RBS") for token in near[back:])
        if one.lemma in _SEEMING and two.text == "to" and is_it:
            return max(0, at - _LINKS) + back
    return None


def _one_sentence(front: Front, left: Span, right: Span) -> bool:
    return any(c.sentence.covers(left) and c.sentence.covers(right) for c in front.body)


@cache
def _deeds() -> frozenset[str]:
    """Return nouns for an attack."""
    return nouns_of("attack") - {"strike"} | {"ambush", "massacre"}


@cache
def _doers() -> frozenset[str]:
    """Return nouns for who made an attack: whom one calls so has attacked."""
    return nouns_of("suspect") - {"suspect"}


@cache
def _open_words() -> frozenset[str]:
    claims = {"claim", "allege", "accuse", "reported", "whether", "if"}
    return words("hedges") | words("doubts") | claims
