"""Find one sentence of one speaker that accounts give with another word of matter in it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq, Opcode

from asreported.alignment.accounts.acts import stem
from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.accounts.names import are_two_persons, is_acronym_of
from asreported.alignment.accounts.numerals import digits
from asreported.alignment.accounts.ownvoice import Mouths, read_mouths
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.alignment.pairs.pairing import across
from asreported.lexicon.load import words
from asreported.model.comparison import SLIGHT, QuoteVariants
from asreported.model.labels import NOT_WORDS, TIMES
from asreported.model.parse import Token
from asreported.model.span import Span
from asreported.model.statement import Statement

_KEPT = 6  # Words that both wordings have at least.
_SHARE = 0.75  # Of the shorter wording's words, what the other has too.
_LONGEST = 6  # Words of one change; a longer one is another sentence, or one cut short.
_MOST_CHANGES = 4  # With more, both are translations or retellings, each in its own words.
_BEFORE = 2  # Words before an insertion: one more "I" begins another sentence.
_AROUND = 5  # Words on both sides of an insertion together, or it is another sentence.
_SAME_WORD = 80  # Likeness of letters (0-100) from which a word is another form or a slip.
_NUMBERING = frozenset({"no.", "no", "number", "#"})  # "The No. 1 aim".
_SHOWN = 2  # Words on either side of a change that are shown with it.
_WORD = re.compile(r"\w+")
_BROKEN = re.compile(r"\.\s?\.\s?\.|…|[“”\"]")
"""Dots, or marks that close and open: an account leaves words out between them."""
_MATTER = frozenset({"NOUN", "VERB", "ADJ", "ADV", "NUM", "PROPN"})


class _Wording(NamedTuple):
    """One wording: its words, and the text of its account that they stand in."""

    tokens: Sequence[Token]
    text: str

    def shown(self, first: int, last: int) -> str:
        """Return the words from ``first`` to before ``last``, as it has them, with those around."""
        return _said(_whole(self.tokens, max(0, first - _SHOWN), last + _SHOWN), self.text)


class _Gap(NamedTuple):
    """Where two wordings differ: words of the one, from ``start``, and of the other."""

    start: int
    end: int
    other_start: int
    other_end: int


def find_rewording_disputes(
    grammars: Sequence[Grammar], variants: Sequence[QuoteVariants]
) -> Iterator[Dispute]:
    """Yield a dispute for each utterance of which two accounts quote other words of matter.

    Indirect speech may always choose its words: both must stand between marks.
    """
    texts = {grammar.document: grammar for grammar in grammars}
    mouths = {grammar.document: read_mouths(grammar) for grammar in grammars}
    for group in variants:
        if group.speaker is None or group.kind not in {"reworded", "cut"}:
            continue
        quoted = [v for v in group.variants if mouths[v.document].is_quoted(v.start)]
        best = max(_differing(quoted, texts, mouths), default=None)
        if best is None:
            continue
        _, first, second, change = best
        voices = [mouths[each.document].speaking_at(each.start) for each in (first, second)]
        asked = "is it put" if _are_two(*voices) else f"did {group.speaker} put it"
        yield from disputed(
            "wording",
            "difference",
            f"How {asked}: {change}?",
            [[first], [second]],
            "one utterance, with another word in it",
            SLIGHT,
        )


def _differing(
    variants: Sequence[Span], texts: Mapping[str, Grammar], mouths: Mapping[str, Mouths]
) -> Iterator[tuple[float, Span, Span, str]]:
    """Yield (words in common, one wording, the other, the change) of pairs that differ."""
    said = {
        v: [t for t in _tokens(texts[v.document], v) if mouths[v.document].is_quoted(t.start)]
        for v in variants
    }
    for a, b in across(variants):
        left, right = said[a], said[b]
        ops = LCSseq.opcodes([_key(t) for t in left], [_key(t) for t in right])
        kept = sum(op.src_end - op.src_start for op in ops if op.tag == "equal")
        if kept < _KEPT or kept < _SHARE * min(len(left), len(right)):
            continue
        here, there = (texts[each.document].reading.document.text for each in (a, b))
        change = _change(ops, _Wording(left, here), _Wording(right, there))
        if change and not any(_has(*each) for each in ((here, change[1]), (there, change[0]))):
            yield float(kept), a, b, " or ".join(change)


def _are_two(one: Statement | None, other: Statement | None) -> bool:
    """Return whether two persons are named for it: an account may name the wrong one."""
    if one is None or other is None or one.speaker is None or other.speaker is None:
        return False
    return are_two_persons(one.speaker, other.speaker)


def _change(ops: Iterable[Opcode], one: _Wording, other: _Wording) -> tuple[str, str] | None:
    """Return the first change of words of matter between words that both have, None for none."""
    gaps = _gaps(ops)
    if len(gaps) > _MOST_CHANGES:
        return None
    for number, gap in enumerate(gaps):
        was, now = one.tokens[gap.start : gap.end], other.tokens[gap.other_start : gap.other_end]
        if max(len(was), len(now)) > _LONGEST or gap.start == 0 or gap.end == len(one.tokens):
            continue
        if not _differ(was, now, one, other) or _writers_own(gap, one, other):
            continue
        if not (was and now):
            around = _kept_around(gaps, number, len(one.tokens))
            if _adds_nothing(was or now, around, one.tokens[gap.end :]):
                continue
        return one.shown(gap.start, gap.end), other.shown(gap.other_start, gap.other_end)
    return None


def _gaps(ops: Iterable[Opcode]) -> list[_Gap]:
    """Return where the wordings differ, changes at once after one another as one."""
    gaps: list[_Gap] = []
    for op in ops:
        if op.tag == "equal":
            continue
        gap = _Gap(op.src_start, op.src_end, op.dest_start, op.dest_end)
        last = gaps[-1] if gaps else None
        if last and last.end == gap.start and last.other_end == gap.other_start:
            gaps[-1] = _Gap(last.start, gap.end, last.other_start, gap.other_end)
        else:
            gaps.append(gap)
    return gaps


def _differ(was: Sequence[Token], now: Sequence[Token], one: _Wording, other: _Wording) -> bool:
    """Return whether both say other words of matter, or one says some and the other none."""
    # "The withdrawal of" and "withdrawing" are one: the word stands elsewhere in the other.
    lost = {stem(word) for word in _matter(was)} - {stem(_key(t)) for t in other.tokens}
    new = {stem(word) for word in _matter(now)} - {stem(_key(t)) for t in one.tokens}
    differ = lost and new if was and now else lost or new
    return bool(differ) and not _same_letters(was, now)


def _writers_own(gap: _Gap, one: _Wording, other: _Wording) -> bool:
    """Return whether a writer has put words in, in brackets, or shows that some are left out."""
    start, end, other_start, other_end = gap
    return (
        _is_inserted(one.tokens[start:end], one.text)
        or _is_inserted(other.tokens[other_start:other_end], other.text)
        or _is_left_out(one.tokens, start, end, one.text)
        or _is_left_out(other.tokens, other_start, other_end, other.text)
    )


def _adds_nothing(added: Sequence[Token], around: tuple[int, int], behind: Sequence[Token]) -> bool:
    """Return whether words that one wording alone has may be another sentence's, or say no more.

    ``around`` are the words that both have before and after them, ``behind`` all that follow.
    """
    before, after = around
    return (
        before < _BEFORE
        or after < 1
        or before + after < _AROUND
        or _tells_when(added)
        or _attributes(added)
        or _spells_out(added, behind)
    )


def _has(text: str, change: str) -> bool:
    """Return whether an account has the other's words too: it quotes another sentence then."""
    said, told = (" ".join(_WORD.findall(each.casefold())) for each in (change, text))
    return f" {said} " in f" {told} "


def _kept_around(gaps: Sequence[_Gap], number: int, length: int) -> tuple[int, int]:
    """Return how many words both have at once before and after a gap of the first wording."""
    before = gaps[number - 1].end if number else 0
    after = gaps[number + 1].start if number + 1 < len(gaps) else length
    return gaps[number].start - before, after - gaps[number].end


def _is_inserted(side: Sequence[Token], text: str) -> bool:
    """Return whether the words are the writer's own, in brackets."""
    if not side:
        return False
    opened = ((mark, end) for mark, end in ("[]", "()"))
    return any(
        text.rfind(mark, 0, side[-1].end) > text.rfind(end, 0, side[0].start)
        for mark, end in opened
    )


def _is_left_out(side: Sequence[Token], first: int, last: int, text: str) -> bool:
    """Return whether an account shows by dots or marks that it leaves words out there.

    ``first`` is not the first word, nor ``last`` beyond the last one.
    """
    return bool(_BROKEN.search(text, side[first - 1].end, side[last].start))


def _spells_out(added: Sequence[Token], behind: Sequence[Token]) -> bool:
    """Return whether the words are what the next one is short for: "Board of Ferries (BF)"."""
    short = next((token.text for token in behind if token.text[:1].isalnum()), "")
    return is_acronym_of(short, " ".join(token.text for token in added if token.text[:1].isalnum()))


def _tells_when(added: Sequence[Token]) -> bool:
    """Return whether the words tell only the day, or nothing."""
    return all(token.entity in TIMES or token.pos not in _MATTER for token in added)


def _attributes(added: Sequence[Token]) -> bool:
    """Return whether the words say who speaks ("Byron said that") or who is spoken to ("Ada")."""
    verbs = {token.lemma.lower() for token in added if token.pos == "VERB"}
    told = bool(verbs & words("reporting_verbs", "verb"))
    named = all(token.pos == "PROPN" for token in added)
    called = named and any(
        token.dep in {"npadvmod", "vocative", "intj", "appos"} for token in added
    )
    return (told and any(token.dep == "nsubj" for token in added)) or called


def _same_letters(was: Sequence[Token], now: Sequence[Token]) -> bool:
    """Return whether one side is a spelling or a short form of the other: "U.S.", "No. 1"."""
    kept = [[t for t in side if t.text.lower() not in _NUMBERING] for side in (was, now)]
    sides = ["".join(_plain(token) for token in side) for side in kept]
    initials = ["".join(t.text[0].lower() for t in side) for side in (was, now)]
    if sides[0] == sides[1] or sides[0] == initials[1] or sides[1] == initials[0]:
        return True
    if _is_short(was, sides[1]) or _is_short(now, sides[0]):
        return True
    masked = any(mark in t.text for t in (*was, *now) for mark in ("*", "--", "["))
    return masked or fuzz.ratio(*sides) >= _SAME_WORD


def _is_short(side: Sequence[Token], letters: str) -> bool:
    """Return whether the side is one word cut by a full stop: "Gov." for the governor."""
    cut = len(side) == 1 and side[0].text.endswith(".")
    return cut and letters.startswith(_plain(side[0]))


def _plain(token: Token) -> str:
    """Return the letters and digits of a word, a number without its letters: "ninth", "9th"."""
    word = "".join(c for c in token.text.lower() if c.isalnum())
    return digits(word) or word


def _matter(tokens: Sequence[Token]) -> set[str]:
    return {_key(t) for t in tokens if t.pos in _MATTER} - words("function_words")


def _whole(side: Sequence[Token], first: int, last: int) -> Sequence[Token]:
    """Return the words from ``first`` to before ``last``, none cut in two as "I" and "'m" are."""
    while first and side[first - 1].end == side[first].start:
        first -= 1
    while last < len(side) and side[last].start == side[last - 1].end:
        last += 1
    return side[first:last]


def _said(tokens: Sequence[Token], text: str) -> str:
    words_of_it = " ".join(text[tokens[0].start : tokens[-1].end].split())
    return f"“{words_of_it.strip('“”')}”"


def _tokens(grammar: Grammar, span: Span) -> list[Token]:
    inside = (grammar.tokens[at] for at in grammar.within(span))
    return [token for token in inside if token.pos not in NOT_WORDS]


def _key(token: Token) -> str:
    return token.lemma.lower().replace("’", "'")
