"""Find accounts that set one event another rank: the worst, the deadliest, the first since when."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from asreported.alignment.accounts.acts import acts_at, kind_at, stem
from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.alignment.pairs.nearness import Nearness
from asreported.alignment.pairs.pairing import across
from asreported.model.labels import NOUNS
from asreported.model.span import Span

_MEASURE = re.compile(
    r"\b(?:since|ever|in (?:more than |over |nearly |almost )?(?:\w+ )?(?:years|decades|history"
    r"|memory|a decade|a generation|a century)|on record|recorded|in \w+[’']s history|known)\b"
)
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"})
_HARMS = frozenset({"worst", "deadliest", "bloodiest"})
_NO_RANK = frozenset({"least", "most", "latest", "best", "last", "nearest", "closest"})
_STOPS = frozenset({",", ";", ":", ".", "(", "—", "–", '"', "”", "when", "which", "that", "after"})
_LONGEST = 80  # Characters of an answer.


@dataclass(frozen=True, slots=True)
class _Record:
    grammar: Grammar
    at: int
    rank: str
    kind: str
    since: frozenset[str]
    span: Span

    @property
    def document(self) -> str:
        """Return the id of the account."""
        return self.span.document

    @property
    def answer(self) -> tuple[str, str, frozenset[str]]:
        """Return what it says, whatever the words."""
        return self.rank, self.kind, self.since


def find_record_disputes(grammars: Sequence[Grammar], near: Nearness) -> Iterator[Dispute]:
    """Yield a dispute where two accounts rank one event by other words or from another time."""
    records = [record for grammar in grammars for record in _records(grammar)]
    used: dict[str, set[str]] = defaultdict(set)
    for record in records:
        used[record.document].add(record.rank)
    done: set[str] = set()
    for a, b in across(records):
        if a.kind in done or not _differ(a, b, used):
            continue
        if a.kind != b.kind and not near.are(a.grammar, a.at, b.grammar, b.at):
            continue
        done |= {a.kind, b.kind}
        yield from disputed(
            "wording",
            "difference",
            f"How does it rank: {a.rank} or {b.rank}?"
            if a.rank != b.rank
            else f"Since when is it the {a.rank}?",
            [[r.span for r in records if r.answer == side.answer] for side in (a, b)],
            "the accounts rank one event in other words",
            0.6,
        )


def _records(grammar: Grammar) -> Iterator[_Record]:
    """Yield "the worst since May", "the first such crash in 20 years"."""
    for at, token in enumerate(grammar.tokens):
        word = token.text.lower()
        if word in _NO_RANK or not (token.tag == "JJS" or word in _ORDINALS):
            continue
        noun = token.head if token.dep in {"amod", "compound", "advmod"} else at
        last = _last(grammar, max(at, noun))
        span = grammar.span(at, last)
        text = grammar.words(span)
        found = _MEASURE.search(text)
        if found is None or (noun != at and grammar.tokens[noun].pos not in NOUNS):
            continue
        named = acts_at(grammar, noun)
        kind = (named[0].field or named[0].name) if named else kind_at(grammar, noun)
        since = frozenset(
            stem(grammar.lemma(each))
            for each in range(at, last + 1)
            if grammar.tokens[each].start >= span.start + len(text[: found.start()])
            and grammar.tokens[each].pos in {"NOUN", "PROPN", "NUM"}
        )
        end = min(span.end, span.start + _LONGEST)
        yield _Record(grammar, noun, word, kind, since, Span(span.document, span.start, end))


def _last(grammar: Grammar, at: int) -> int:
    """Return the last token before the next mark of the sentence."""
    end = grammar.reading.parse.sentences[grammar.sentence[at]].last
    while at + 1 < end and grammar.tokens[at + 1].text not in _STOPS:
        at += 1
    return at


def _differ(a: _Record, b: _Record, used: dict[str, set[str]]) -> bool:
    """Return whether rank or time differ and neither account uses the other's rank.

    Ranks of two scales go together: what is the first of its kind may be the fiercest.
    """
    if a.rank != b.rank:
        if not any({a.rank, b.rank} <= scale for scale in (_ORDINALS, _HARMS)):
            return False
        mine, theirs = used[a.document], used[b.document]
        return b.rank not in mine and a.rank not in theirs
    dated = all(any(word[:1].isdigit() for word in record.since) for record in (a, b))
    return dated and not a.since & b.since
