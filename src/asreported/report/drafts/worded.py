"""Draft the findings on one utterance that stands in several wordings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, combinations, permutations
from typing import NamedTuple

from rapidfuzz import fuzz

from asreported.language.folding import folded_words, respell, stem
from asreported.lexicon.load import words
from asreported.model.comparison import Comparison, QuoteVariants
from asreported.model.span import Span
from asreported.report.barewords import (
    bare_words,
    begins_alike,
    changes_within,
    common_start,
    have_a_run,
    read_alike,
)
from asreported.report.wording import Draft, Wording

_STOPS = " .,;:!?"
_LED_UP = 5
"""Words shown before the first in which wordings part."""
_SHOWN = 80
"""Likeness, 0..100, from which what is shown has the words of a shorter wording."""
_NEAR = 40
"""Characters back to the beginning of a clause that is shown from there."""
_MARKS = 3
"""Characters that may stand before the words shown: quotation marks, an ellipsis."""
_SAID = 0.8
"""Share of a wording's characters that its account has in quotation marks."""
_SAME = 90
"""Likeness, 0..100, from which an account quotes the very words."""
_SIDES = 4
"""Wordings shown in one line; the view of quotations shows all."""


class _Telling(NamedTuple):
    """One wording: where it is told, from where on it is shown, and the accounts that have it."""

    span: Span
    shown: Span
    documents: tuple[str, ...]


def draft_wordings(comparison: Comparison, wording: Wording) -> list[Draft]:
    """Return utterances that stand in several wordings, those of another sense first."""
    quoted = _quoted(comparison)
    changed = (group for group in comparison.quote_variants if group.change)
    alike = (_in_marks(group, quoted) for group in changed)
    groups = [group for group in alike if len({span.document for span in group.variants}) > 1]
    ranked = sorted(
        groups,
        key=lambda g: (
            g.change != "sense",
            -len({span.document for span in g.variants}),
            -len(g.variants[0]),
            g.variants,
        ),
    )
    told = ((group, _seen(group, wording)) for group in ranked)
    return [
        _draft(group, seen, wording)
        for group, seen in told
        if seen and not _has_both(seen, quoted, wording)
    ]


def _quoted(comparison: Comparison) -> dict[str, list[Span]]:
    """Return, by document, the words that stand in quotation marks."""
    found: dict[str, list[Span]] = defaultdict(list)
    for statement in comparison.statements:
        if statement.kind == "quote":
            found[statement.span.document] += statement.content
    return found


def _in_marks(group: QuoteVariants, quoted: Mapping[str, list[Span]]) -> QuoteVariants:
    """Return the group with the wordings that are quoted.

    An account that tells in its own words what somebody said does not change his words, and two
    that do are no two quotations.
    """
    said = tuple(span for span in group.variants if _is_within(span, quoted))
    return replace(group, variants=said)


def _is_within(span: Span, content: Mapping[str, list[Span]]) -> bool:
    parts = content.get(span.document, ())
    return any(span.shared(part) >= _SAID * len(span) for part in parts)


def _seen(group: QuoteVariants, wording: Wording) -> list[_Telling]:
    """Return the wordings as they are shown, none where a reader would see no other words."""
    told = _tellings(wording, _alike_of_each(wording, group.variants))
    if len(told) < 2 or not any(wording.tells(telling.span) for telling in told):
        return []  # "Of the northern harbour" is in many mouths.
    parted = _where_they_part(wording, told)
    seen = _seen_apart(wording, _abreast(wording, parted, led_up=False))
    if len(seen) < 2:
        seen = _seen_apart(wording, _abreast(wording, parted, led_up=True))
    # What a cut left out the account may have told in words of its own: "does not" before a mark.
    turned = group.change == "sense" and group.kind != "cut"
    if len(seen) < 2 or not (turned or _says_otherwise(wording, seen)):
        return []
    said = [bare_words(wording.words(telling.span)) for telling in seen]
    # "Let us get a date" and "let us discuss a date" may be two sentences of one talk.
    return seen if any(have_a_run(one, other) for one, other in combinations(said, 2)) else []


def _has_both(
    seen: Sequence[_Telling], quoted: Mapping[str, Sequence[Span]], wording: Wording
) -> bool:
    """Return whether an account quotes the other's words elsewhere: it only says them again."""
    for one, other in permutations(seen, 2):
        said = wording.words(one.shown).casefold().strip(_STOPS)
        near = max(_SAME, fuzz.partial_ratio(said, wording.words(other.span).casefold()))
        for document in other.documents:
            apart = (span for span in quoted.get(document, ()) if not span.shared(other.span))
            held = (wording.words(span).casefold() for span in apart if len(span) >= len(said))
            if any(fuzz.partial_ratio(said, each) > near for each in held):
                return True
    return False


def _draft(group: QuoteVariants, seen: Sequence[_Telling], wording: Wording) -> Draft:
    """Return the line on one utterance."""
    shown = [wording.excerpt(telling.shown) for telling in seen]
    parts = [
        f"{_dots(part, telling.span)}{wording.quoted(part, telling.span)}"
        f" ({wording.labels(telling.documents)})"
        for part, telling in zip(shown[:_SIDES], seen, strict=False)
    ]
    who = f" of {group.speaker}" if group.speaker else ""
    text = f"One utterance{who}, {group.kind}: {' / '.join(parts)}"
    refs = tuple(sorted(chain.from_iterable(telling.documents for telling in seen)))
    return Draft("wording", text, refs, (*chain.from_iterable(shown), *group.variants))


def _alike_of_each(wording: Wording, spans: Sequence[Span]) -> list[Span]:
    """Return of each account the wording most like the longest, none that is hardly like it.

    Words of grammar are in any two sentences.
    """
    matter = {span: frozenset(_matter(wording.words(span))) for span in spans}
    longest = max(spans, key=lambda span: (len(matter[span]), span))
    found: dict[str, Span] = {}
    for span in sorted(spans, key=lambda span: (-len(matter[span] & matter[longest]), span)):
        if 2 * len(matter[span] & matter[longest]) >= len(matter[span]):
            found.setdefault(span.document, span)
    return [found[key] for key in sorted(found)]


def _matter(text: str) -> Iterator[str]:
    return (
        respell(stem(word)) for word in folded_words(text) if word not in words("function_words")
    )


def _tellings(wording: Wording, spans: Sequence[Span]) -> list[_Telling]:
    """Return the wordings that do not read alike, each with all accounts that have it."""
    told: list[_Telling] = []
    for span in spans:
        mine = bare_words(wording.words(span))
        for at, other in enumerate(told):
            if read_alike(mine, bare_words(wording.words(other.span))):
                told[at] = other._replace(documents=(*other.documents, span.document))
                break
        else:
            told.append(_Telling(span, span, (span.document,)))
    return told


def _whole_words(wording: Wording, span: Span, first: int, last: int) -> Span:
    """Return characters ``first:last`` of ``span``, widened to where words begin and end."""
    text = wording.words(span)
    while first > 0 and text[first - 1].isalnum():
        first -= 1
    while last < len(text) and text[last].isalnum():
        last += 1
    return Span(span.document, span.start + first, span.start + last)


def _where_they_part(wording: Wording, told: list[_Telling]) -> list[_Telling]:
    """Return the wordings, without the words in front where else some would be shown alike."""
    if len(_seen_apart(wording, told)) == len(told):
        return told
    said = [bare_words(wording.words(telling.span)) for telling in told]
    skipped = min(common_start(a, b) for a, b in combinations(said, 2)) - _LED_UP
    if skipped <= 0:
        return told
    return [
        telling._replace(shown=_from_start(telling.span, bare[skipped].start))
        for telling, bare in zip(told, said, strict=True)
    ]


def _seen_apart(wording: Wording, told: Iterable[_Telling]) -> list[_Telling]:
    """Return the wordings whose words, as far as they are shown, are no other's before them."""
    seen: list[_Telling] = []
    for telling in told:
        if not any(_look_alike(wording, telling.shown, other.shown) for other in seen):
            seen.append(telling)
    return seen


def _says_otherwise(wording: Wording, seen: Sequence[_Telling]) -> bool:
    """Return whether two wordings differ by a word that matters, between words that both have.

    Who begins later or ends sooner than another has cut, and words of which the one has "..." or a
    bracket: it quotes less, and not otherwise.
    """
    said = [bare_words(wording.words(telling.span)) for telling in seen]
    return any(changes_within(one, other) for one, other in combinations(said, 2))


def _look_alike(wording: Wording, one: Span, other: Span) -> bool:
    """Return whether what is shown is the same, or as far as the one that goes on is shown."""
    sides = []
    for span in (one, other):
        parts = wording.excerpt(span)
        shown = bare_words(" ".join(map(wording.words, parts)))
        rest = wording.words(span)[parts[-1].end - span.start :]
        sides.append((shown, bool(bare_words(rest))))
    (mine, cut), (theirs, other_cut) = sides
    return (
        read_alike(mine, theirs)
        or (cut and begins_alike(mine, theirs))
        or (other_cut and begins_alike(theirs, mine))
    )


def _from_start(span: Span, start: int) -> Span:
    return Span(span.document, span.start + start, span.end)


def _dots(shown: Sequence[Span], whole: Span) -> str:
    """Return what says that words in front are not shown; marks are none."""
    return "… " if shown[0].start - whole.start > _MARKS else ""


def _abreast(wording: Wording, told: list[_Telling], *, led_up: bool) -> list[_Telling]:
    """Return the wordings, each long one from where it has the words of the shortest.

    Else it would be shown by its beginning, which the others have cut. Where ``led_up``, with the
    last words of what was cut there.
    """
    short = min((telling.shown for telling in told), key=lambda span: (len(span), span))
    said = wording.words(short).casefold().strip(_STOPS)
    abreast = []
    for telling in told:
        shown = _from(wording, telling.shown, said) if telling.shown != short else short
        if led_up and shown != telling.shown:
            shown = _led_up(wording, telling.span, shown)
        abreast.append(telling._replace(shown=shown))
    return abreast


def _led_up(wording: Wording, whole: Span, shown: Span) -> Span:
    """Return what is shown of ``whole`` with a few words in front of it."""
    before = bare_words(wording.words(Span(whole.document, whole.start, shown.start)))
    return _from_start(whole, before[-_LED_UP:][0].start) if before else shown


def _from(wording: Wording, span: Span, said: str) -> Span:
    shown = " ".join(map(wording.words, wording.excerpt(span))).casefold()
    if fuzz.partial_ratio(said, shown) >= _SHOWN:
        return span
    near = fuzz.partial_ratio_alignment(said, wording.words(span).casefold())
    if near is None or near.score < _SHOWN:
        return span
    first = near.dest_start
    ends = (wording.words(span).rfind(mark, 0, first) + 2 for mark in (", ", "; ", ". "))
    clause = max(ends)
    return _whole_words(wording, span, clause if first - clause <= _NEAR else first, len(span))
