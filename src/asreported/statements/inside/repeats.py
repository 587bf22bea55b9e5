"""Find what an article tells twice by mistake, and acts told as done and denied or unclear.

"In 2009 he was sued in 2009"; the same quotation in two paragraphs; "police arrested dozens" and
"it was not clear whether anybody had been arrested".

Reads:   the parse, clauses and statements.
Assigns: `Internal` of kind "time", "attribution" and "figure".
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from asreported.language.folding import WORD, fold
from asreported.lexicon.acts import acts
from asreported.lexicon.load import words
from asreported.lexicon.pronouns import pronouns
from asreported.model.document import ARTICLE_KINDS, Document, Region
from asreported.model.labels import NOUNS
from asreported.model.span import Span
from asreported.model.statement import Clause, Internal, Reading
from asreported.statements.inside.breaks import SLIP

_YEAR = re.compile(r"\b[Ii]n (?P<year>(?:19|20)\d\d)\b")
# Of the shortest words those that end no clause: "the state it was in in May" has nothing twice.
_DOUBLED = re.compile(r"\b(?P<word>[a-z]{3,}|a|an|as|be|if|or) (?P=word)\b")
# "What he thought what he thought": up to five words at once, and no "door to door to".
_STAMMER = re.compile(
    r"\b(?P<words>(?![a-z]+ (?:to|by|after|for|in|on|upon|and) )[a-z]+(?: [a-z]+){1,4})"
    r" (?P=words)\b"
)
# "Over and over and over", "one wrong guess after one wrong guess after".
_MAY_STAMMER = re.compile(r"and \w+|.* (?:after|upon|by|and|or|of|to)")
# An adjective again within so few words, and nothing that sets the two side by side.
_SOON = 5
_LONG = 4  # Letters of an adjective that says enough to be missed.
_BESIDE = re.compile(r"[^\w\s]|\b(?:and|or|than|but|not|to|as|is|was)\b")
_MAY_DOUBLE = words("word_classes", kind="may_double")
# What stands around the text is read too where it is a sentence: "Stay with us for the the latest."
_AROUND = frozenset({"headline", "caption", "metadata"})
_UNCLEAR = re.compile(
    r"\b(?:unclear|not (?:immediately |yet )?(?:clear|known)) (?:if|whether)\b", re.IGNORECASE
)
# What is told as known on the side: "unclear whether it was linked to what went on since he died".
_ASIDE = re.compile(r"\b(?:since|after|when|before|that|because|who|which|where)\b")
_SAME_QUOTE = 7  # Words of a quotation that is not said twice by chance.
# Words in common, and their share of the longer of two quotations, from which both are one: read on
# 60 articles.
_SAME_WORDS, _MOST = 5, 0.55
_TOO_COMMON = frozenset({"be", "have", "do", "say", "go", "make", "get", "take", "come", "tell"})
# What is denied of another time is not denied of this: "never received such a call before".
_ELSEWHEN = re.compile(
    r"\b(?:(?:19|20)\d\d|before|ever|again|earlier|previous(?:ly)?|last (?:year|month|week))\b"
)
# "Left No Plan" is denied too, though a headline's capitals hide it.
_DENIES = re.compile(r"\b(?:no|not|never|none|nothing)\b|n['’]t\b", re.IGNORECASE)
# "He was wrong to claim that they left no plan" is no denial any more.
_TAKEN_BACK = re.compile(
    r"\b(?:wrong|wrongly|false|falsely|mistaken|incorrect|incorrectly|untrue|lied)\b", re.IGNORECASE
)
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_ANYBODY = pronouns("indefinite")
# Some of a kind may do what others do not.
_SOME = frozenset({"a", "an", "no", "some", "any", "many", "few", "people", "those", "others"})


def find_repeats(reading: Reading) -> Iterator[Internal]:
    """Yield repetitions, then acts told in two states; ``gap`` is 1, of a slip less."""
    yield from _years(reading)
    yield from _doubled(reading)
    yield from _quoted_twice(reading)
    yield from _worded_twice(reading)
    yield from _unclear_and_told(reading)
    yield from _denied_and_told(reading)


def _sentences(reading: Reading) -> Iterator[Span]:
    tokens = reading.parse.tokens
    for first, last, kind in reading.parse.sentences:
        if last > first and kind in ARTICLE_KINDS:
            yield reading.document.span(tokens[first].start, tokens[last - 1].end)


def _years(reading: Reading) -> Iterator[Internal]:
    for sentence in _sentences(reading):
        seen: dict[str, Span] = {}
        for match in _YEAR.finditer(reading.document.text, sentence.start, sentence.end):
            span = reading.document.span(*match.span())
            held = seen.get(match["year"])
            between = reading.document.text[held.end : span.start] if held else ""
            # What somebody is quoted with has its own year.
            if held and not re.search('["“”]', between):
                reason = f'"{match.group()}" twice in one sentence'
                yield Internal("time", (held, span), SLIP, reason)
                break
            seen[match["year"]] = span


def _doubled(reading: Reading) -> Iterator[Internal]:
    document = reading.document
    for region in document.regions:
        if region.kind not in ARTICLE_KINDS and not _is_sentence(document, region):
            continue
        for match in _DOUBLED.finditer(document.text, region.start, region.end):
            if match["word"] not in _MAY_DOUBLE:
                span = document.span(*match.span())
                yield Internal("attribution", (span,), SLIP, "one word twice")
    for sentence in _sentences(reading):
        for match in _STAMMER.finditer(reading.document.text, sentence.start, sentence.end):
            if not _MAY_STAMMER.fullmatch(match["words"]):
                span = reading.document.span(*match.span())
                yield Internal("attribution", (span,), SLIP, "the same words twice")
        yield from _again(reading, sentence)


def _is_sentence(document: Document, region: Region) -> bool:
    """Return whether what stands around the text is worded, and no row of links."""
    text = document.text[region.start : region.end].rstrip()
    return region.kind in _AROUND and (region.kind == "headline" or text[-1:] in (".", "!", "?"))


def _again(reading: Reading, sentence: Span) -> Iterator[Internal]:
    """Yield a predicate told twice in one clause: "was asleep in a car asleep in a park"."""
    tokens = reading.tokens_in(sentence)
    for at, token in enumerate(tokens):
        before_noun = tokens[at + 1 : at + 2] and tokens[at + 1].pos in ("NOUN", "PROPN", "ADJ")
        if token.pos != "ADJ" or before_noun or len(token.text) < _LONG:
            continue
        for number, other in enumerate(tokens[at + 2 : at + 1 + _SOON], start=at + 2):
            between = reading.document.text[token.end : other.start]
            # "The best of the best": nothing stands between that it could be told of.
            told_of = any(t.pos in NOUNS for t in tokens[at + 1 : number])
            if other.text == token.text and told_of and not _BESIDE.search(between):
                span = reading.document.span(token.start, other.end)
                yield Internal("attribution", (span,), SLIP, f'"{token.text}" twice in one clause')


def _quoted_twice(reading: Reading) -> Iterator[Internal]:
    """Yield a quotation that stands in two paragraphs of the article's own text."""
    seen: dict[str, Span] = {}
    for statement in reading.statements:
        if statement.kind != "quote" or statement.region != "body":
            continue
        for part in statement.content:
            key = " ".join(re.findall(r"\w+", reading.document.quote(part).casefold()))
            if len(key.split()) < _SAME_QUOTE:
                continue
            if key in seen:
                yield Internal("attribution", (seen[key], part), SLIP, "one quotation twice")
                return
            seen.setdefault(key, part)


def _worded_twice(reading: Reading) -> Iterator[Internal]:
    """Yield a quotation of a caption that the article's own text words otherwise."""
    quotes = [statement for statement in reading.statements if statement.kind == "quote"]
    captions = [part for q in quotes if q.region == "caption" for part in q.content]
    # Most articles have none, and what they quote is not looked at.
    below = [p for q in quotes if captions and q.region in ARTICLE_KINDS for p in q.content]
    said = [_words(reading.document.quote(part)) for part in below]
    for above in captions:
        shown = _words(reading.document.quote(above))
        if len(shown) < _SAME_WORDS:
            continue
        for part, words_of_it in zip(below, said, strict=True):
            if _is_reworded(shown, words_of_it):
                quoted = [reading.document.quote(span) for span in (above, part)]
                reason = f'"{quoted[0]}" in the caption, "{quoted[1]}" in the text'
                yield Internal("attribution", tuple(sorted((above, part))), 1.0, reason)
                break


def _words(text: str) -> list[str]:
    return [fold(word) for word in WORD.findall(text)]


def _is_reworded(shown: Sequence[str], said: Sequence[str]) -> bool:
    """Return whether each has words of its own, and the longer most of its words in common."""
    from rapidfuzz.distance import LCSseq

    common = LCSseq.similarity(shown, said)
    own = min(len(shown), len(said)) - common
    return own > 0 and common >= max(_SAME_WORDS, _MOST * max(len(shown), len(said)))


def _unclear_and_told(reading: Reading) -> Iterator[Internal]:
    """Yield an act that the article calls unclear and tells as done elsewhere."""
    done = _by_act(reading)
    for clause in reading.clauses:
        text = reading.document.quote(clause.sentence)
        match = _UNCLEAR.search(text)
        start = clause.sentence.start + match.start() if match else 0
        act = _act(clause)
        if not match or clause.span.start < start or act not in done:
            continue
        if not _befalls_anybody(clause):
            continue  # Whether somebody else, or another time, is another question.
        asked = clause.sentence.start + match.end()
        if _ASIDE.search(reading.document.text, asked, max(asked, clause.span.start)):
            continue
        others = [
            o for o in done[act] if o.sentence != clause.sentence and not _is_unclear(reading, o)
        ]
        if others:
            doubted = reading.document.span(clause.sentence.start, clause.span.end)
            told = _tight(reading, others[0])
            reason = f'"{reading.document.quote(told)}", and unclear whether it is so'
            yield Internal("attribution", (told, doubted), 1.0, reason)
            return


def _denied_and_told(reading: Reading) -> Iterator[Internal]:
    """Yield an act of one doer that one voice of the article denies and another tells."""
    done = _by_act(reading)
    for clause in reading.clauses:
        act, agent = _act(clause), clause.slots.agent
        if not clause.slots.negated or act not in _named_acts() or agent is None:
            continue
        if _ELSEWHEN.search(reading.document.quote(clause.sentence)):
            continue
        if _TAKEN_BACK.search(reading.document.text, clause.sentence.start, clause.span.start):
            continue
        others = [
            o
            for o in done.get(act, ())
            if o.slots.agent is not None
            and o.slots.agent.head == agent.head
            and not _is_pronoun(agent.head)
            and not _some(reading, agent.span, o.slots.agent.span)
            and not _befalls_another(o, clause)
            and not _by_others(reading, o, clause)
            and not _DENIES.search(reading.document.quote(o.span))
            and o.voice != clause.voice
            and o.sentence != clause.sentence
            and not o.slots.modality
            and not clause.slots.modality
            and not _ELSEWHEN.search(reading.document.quote(o.sentence))
        ]
        if others:
            told = [_tight(reading, other) for other in others[:3]]
            quoted = [reading.document.quote(span) for span in (told[0], clause.span)]
            reason = f'"{quoted[0]}", and another denies it: "{quoted[1]}"'
            yield Internal("attribution", tuple(sorted((*told, clause.span))), 1.0, reason)
            return


def _some(reading: Reading, *spans: Span) -> bool:
    """Return whether either is some of a kind, and no one in particular."""
    return any(reading.document.quote(span).split()[0].casefold() in _SOME for span in spans)


def _befalls_another(told: Clause, denied: Clause) -> bool:
    """Return whether each names whom it befalls, and not the same one."""
    one, other = told.slots.patient, denied.slots.patient
    if one is None or other is None or _is_pronoun(one.head) or _is_pronoun(other.head):
        return False
    return one.head != other.head


def _by_others(reading: Reading, told: Clause, denied: Clause) -> bool:
    """Return whether each has a number, and no number is in both: "0.8°C" up, not "2°C"."""
    one, other = (set(_NUMBER.findall(reading.document.quote(c.span))) for c in (told, denied))
    return bool(one and other and not one & other)


def _befalls_anybody(clause: Clause) -> bool:
    return clause.slots.patient is not None and clause.slots.patient.head in _ANYBODY


def _by_act(reading: Reading) -> dict[str, list[Clause]]:
    found: dict[str, list[Clause]] = defaultdict(list)
    for clause in reading.clauses:
        if _act(clause) and not clause.slots.negated and clause.slots.phase != "planned":
            found[_act(clause)].append(clause)
    return found


def _act(clause: Clause) -> str:
    predicate = clause.slots.predicate
    head = predicate.head if predicate is not None else ""
    if head in _TOO_COMMON or head in words("reporting_verbs", "verb"):
        return ""
    named = acts().get(head)
    return named[0].name if named else head


@cache
def _named_acts() -> frozenset[str]:
    return frozenset(named[0].name for named in acts().values())


def _tight(reading: Reading, clause: Clause) -> Span:
    """Return the words from doer to undergoer, without what hangs on them."""
    slots = clause.slots
    parts = [f.span for f in (slots.agent, slots.predicate, slots.patient) if f is not None]
    first, last = min(p.start for p in parts), max(p.end for p in parts)
    return reading.document.span(first, last)


def _is_pronoun(head: str) -> bool:
    return head in words("function_words")


def _is_unclear(reading: Reading, clause: Clause) -> bool:
    return bool(_UNCLEAR.search(reading.document.quote(clause.sentence)))
