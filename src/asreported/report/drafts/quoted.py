"""Draft the lines on what several accounts quote in the very words.

"We have no mayor's men here" is no clause that a reader understands alone, and may be the claim
that all accounts tell of: with whose words they are, it is. That they have them can be seen.

Reads:   the utterances of the comparison in their wordings, its statements, points and texts.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from asreported.model.comparison import Comparison, QuoteVariants
from asreported.model.span import Span
from asreported.model.statement import Statement
from asreported.report.barewords import bare_words
from asreported.report.naming import is_vague, last_word
from asreported.report.prominence import Prominence
from asreported.report.sayings import LONGEST, find_sayings, is_readable, trimmed
from asreported.report.wording import Draft, Wording

_OF_ONE = 2
"""Lines with the words of one mouth; one more of what all quote."""
_SENTENCES = 3
"""Sentences of an utterance shown together, at most."""

_Voiced = Mapping[str, Sequence[Statement]]
"""By document, the quotations of which it is known whose they are."""


class _Quoted(NamedTuple):
    """Words that several accounts have: whose, what is shown, where they stand in each account.

    ``partly`` are accounts that have a part of the utterance, or another wording.
    """

    speaker: str
    shown: Span
    places: tuple[Span, ...]
    partly: frozenset[str]
    telling: int


def draft_quoted(
    comparison: Comparison, wording: Wording, prominence: Prominence
) -> Iterator[Draft]:
    """Yield what several accounts quote word for word, most widely and most prominently first."""
    voiced = _voiced(comparison)
    found = [each for g in comparison.quote_variants if (each := _find(g, voiced, wording))]

    def order(each: _Quoted) -> tuple[float, int, Span]:
        early = wording.story.texts(s.document for s in each.places if prominence.opens(s))
        heading = max(map(prominence.heading, each.places))
        told = wording.story.texts(span.document for span in each.places)
        return (-told - early - heading, -each.telling, each.shown)

    shown: Counter[str] = Counter()
    for each in sorted(found, key=order):
        shown[each.speaker] += 1
        of_all = len(each.places) == len(wording.accounts)
        if shown[each.speaker] <= _OF_ONE + of_all:
            yield _draft(each, comparison, wording)


def _voiced(comparison: Comparison) -> _Voiced:
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in comparison.statements:
        if statement.kind == "quote" and statement.part_of is None:
            found[statement.span.document].append(statement)
    return found


def _find(group: QuoteVariants, voiced: _Voiced, wording: Wording) -> _Quoted | None:
    """Return the words of an utterance that most of its accounts have as they stand.

    None where they say hardly anything, or an account gives them to somebody else.
    """
    if group.speaker is None or is_vague(group.speaker):
        return None
    best: _Quoted | None = None
    documents = {span.document for span in group.variants}
    for span in _wholes(group, voiced, wording):
        telling = wording.carried.telling(span)
        if not is_readable(span, telling, wording):
            continue
        places = tuple(_places(span, group, voiced, wording))
        if wording.one_text(place.document for place in places):
            continue
        if best is None or (len(places), telling) > (len(best.places), best.telling):
            partly = frozenset(documents) - {place.document for place in places}
            best = _Quoted(group.speaker, span, places, partly, telling)
    return best if best and _is_of_one(best, voiced) else None


def _wholes(group: QuoteVariants, voiced: _Voiced, wording: Wording) -> Iterator[Span]:
    """Yield the whole sentences in quotation marks, and two or three together, of an utterance."""
    parts = {
        part
        for variant in group.variants
        for statement in voiced.get(variant.document, ())
        for part in statement.content
        if part.shared(variant)
    }
    for part in sorted(parts):
        for whole in find_sayings(part, wording, _SENTENCES):
            if any(map(whole.shared, group.variants)):
                yield whole


def _places(span: Span, group: QuoteVariants, voiced: _Voiced, wording: Wording) -> Iterator[Span]:
    """Yield where the accounts have the words, each at most once: a tweet may have no marks."""
    said = [each.word for each in bare_words(wording.words(span))]
    for document in sorted({variant.document for variant in group.variants}):
        if document == span.document:
            yield span
            continue
        variants = [variant for variant in group.variants if variant.document == document]
        said_there = (part for each in voiced.get(document, ()) for part in each.content)
        parts = [part for part in said_there if any(map(part.shared, variants))] + variants
        held = (_held(said, part, wording) for part in parts)
        place = next((each for each in held if each is not None), None)
        if place is not None:
            yield place


def _held(said: Sequence[str], part: Span, wording: Wording) -> Span | None:
    """Return where the words stand in a quotation, one after the other; None where they do not."""
    bare = bare_words(wording.words(part))
    told = [each.word for each in bare]
    for at in range(len(told) - len(said) + 1):
        if told[at : at + len(said)] == said:
            behind = at + len(said)
            end = bare[behind].start if behind < len(bare) else len(part)
            found = Span(part.document, part.start + bare[at].start, part.start + end)
            return trimmed(found, wording)
    return None


def _is_of_one(quoted: _Quoted, voiced: _Voiced) -> bool:
    """Return whether two accounts name the speaker for the words, and none somebody else."""
    named = [
        last_word(statement.speaker.name)
        for place in quoted.places
        for statement in voiced[place.document]
        if statement.speaker is not None and any(part.shared(place) for part in statement.content)
    ]
    return len(named) > 1 and set(named) == {last_word(quoted.speaker)}


def _draft(quoted: _Quoted, comparison: Comparison, wording: Wording) -> Draft:
    told = [place.document for place in quoted.places]
    lacking = wording.accounts.keys() - quoted.partly - set(told)
    shown = wording.excerpt(quoted.shown, LONGEST)
    text = f"{wording.some(told, lacking)} quote {quoted.speaker}: {wording.quoted(shown)}"
    refs = tuple(
        point.id
        for point in comparison.points
        if len({d for d in told if _is_among(point.statements, d, quoted, wording)}) > 1
    )
    others = (place for place in quoted.places if place != quoted.shown)
    return Draft("shared", text, refs, (*shown, *others))


def _is_among(keys: Sequence[str], document: str, quoted: _Quoted, wording: Wording) -> bool:
    """Return whether one of the statements (ids) is told by the words quoted in an account."""
    spans = [wording.spans[key] for key in keys]
    return any(
        span.document == document and 2 * span.shared(place) >= len(span)
        for span in spans
        for place in quoted.places
    )
