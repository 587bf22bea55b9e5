"""Tell what of the words that only one account has is news of the event: figures, names, acts.

What one account alone has is mostly comment, colour and background. An editor asks of it for what
could be followed up: a number, a person or a body that nobody else names, somebody who does
something, a paper that shows it, what somebody is said to have done.

Reads:   the readings of a comparison.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from datetime import date
from statistics import median_low

from asreported.language.calendar import day_of
from asreported.language.folding import fold, stem
from asreported.lexicon.acts import acts
from asreported.lexicon.load import column, words
from asreported.model.comparison import Comparison
from asreported.model.labels import AUXILIARIES, CONTENT_WORDS, NOUN_SUBJECTS, NOUNS, PLURAL, VERBS
from asreported.model.parse import Token
from asreported.model.span import Span
from asreported.model.statement import MEASURED, Clause, Mention, Quantity, Reading
from asreported.report.opening import find_opening

LEAST = 2.0
"""Worth from which words are shown as what one account alone has. Read on thirty stories."""

_COUNTING = MEASURED | {"count", "fraction"}
_MANY = 10.0
"""From this number on a count is a figure; fewer are in every text."""
_VAGUE = 5.0
"""How many times its least value a number is at most that is an order of size only."""
_BEARERS = frozenset({"person", "organisation"})
_NAMED = _BEARERS | {"group", "place"}
_PREFIX = 5
"""Letters that a name has in common with its other forms: "Exxon", "ExxonMobil"."""
_PRESENT = frozenset({"VBP", "VBZ"})
_WHICH = frozenset({"det", "nummod", "poss", "amod", "compound", "acl", "relcl"})
"""How words hang on a noun that say which are meant of many."""
_TELLS_WHICH = frozenset({"prep", "relcl", "acl", "poss", "appos", "nummod"})
"""How words hang on a noun that say which one "the" means."""
_TOLD_OF = frozenset({"have", "be", "will"})
_REACH = 12
"""Words on either side of one among which those are that hang on it."""
_DOING = frozenset({"announced", "ordered", "denied", "admitted", "promised", "warned", "asked"})
"""Kinds of verbs of speaking with which something is done."""
_HERE = frozenset({"i", "we", "you", "me", "us", "my", "our", "your", "ourselves", "yourself"})
_POINTING = frozenset({"this", "these", "those", "such", "that", "another"})
_AFTERWARDS = frozenset({"afterward", "afterwards", "then", "later", "also", "likewise", "instead"})
THE_ONE = words("roles", kind="ruler") | words("word_classes", kind="the_one")
"""Nouns of which every story has one, so that "the" asks for nothing."""
_MARKS = "\"“‘'"
_TIMES = frozenset({"DATE", "TIME", "ORDINAL", "CARDINAL"})
_BESIDE = 3.0
"""What it costs to be told beside the event: of something else, or of who writes."""
_COMMENTS = 1.5
"""Cost from which a clause only says how things are, or what somebody thinks of them."""
_KNOWN, _DOUBT = 0.4, 3.0
"""Share of its words that others have too, from which they may well tell a clause in some other
way, and what all of them more would cost. Of the clauses of one account in sixteen annotated
stories three of 46 were another's as well where it was .2 and less, 17 of 39 from .7 on."""
_RECENT_DAYS = 45
"""What lies further back is background."""


class News:
    """Weighs what the words of one account tell that those of the others do not."""

    def __init__(self, comparison: Comparison) -> None:
        self._figures: Counter[tuple[float, str]] = Counter()
        self._names: dict[str, frozenset[str]] = {}
        self._stems: dict[str, frozenset[str]] = {}
        self._proper: dict[str, frozenset[str]] = {}
        self._topics: dict[str, frozenset[str]] = {}
        self._openings = {r.document.id: find_opening(r.document) for r in comparison.readings}
        days: list[date] = []
        for reading in comparison.readings:
            key, tokens = reading.document.id, reading.parse.tokens
            self._figures.update({(q.value, q.unit) for q in reading.quantities})
            self._names[key] = frozenset(map(_prefix, (t.text for t in tokens))) - {""}
            self._stems[key] = frozenset(_stem(t) for t in tokens if t.pos in CONTENT_WORDS)
            self._proper[key] = frozenset(map(_prefix, map(_text, filter(_is_name, tokens))))
            self._topics[key] = frozenset(_stem(t) for t in _opening(reading) if t.pos in NOUNS)
            days += [day for each in reading.dates if (day := day_of(each.iso))]
        self._day = median_low(days) if days else None

    def worth(self, reading: Reading, clause: Clause, span: Span) -> float:
        """Return what the words at ``span``, which begin with ``clause``, are worth.

        A point each is about one reason to follow them up, less what speaks against it.
        """
        verb = _verb(reading, clause)
        if verb is None:
            return 0.0
        figure = self._figure(reading, span)
        gained = figure + self._name(reading, span) + self._when(reading, span)
        gained += _deed(reading, clause, verb, span)
        lost = self._doubt(reading, clause, figure) + self._leaning(reading, verb, span)
        lost += _BESIDE * (not self._is_on_topic(reading, clause) or _is_of_author(reading, clause))
        return gained - lost - _comment(reading, clause, verb, span, telling=figure > 1)

    def is_background(self, reading: Reading, clause: Clause) -> bool:
        """Return whether an account tells of another time, or comments, in its own voice."""
        verb = _verb(reading, clause)
        if verb is None or clause.voice is not None:
            return False
        comment = _comment(reading, clause, verb, clause.span, telling=False)
        return self._when(reading, clause.span) < 0 or comment >= _COMMENTS

    def _figure(self, reading: Reading, span: Span) -> float:
        """Return what figures weigh that no other account has: much, or a bit for small counts."""
        told = [q for q in reading.quantities if span.covers(q.span) and self._is_new(q)]
        large = [q for q in told if q.kind in MEASURED or q.value >= _MANY]
        return min(2.5, 1.5 + 0.5 * len(large)) if large else 0.5 * bool(told)

    def _is_new(self, figure: Quantity) -> bool:
        own = self._figures[figure.value, figure.unit] == 1
        # "Millions" is no number that one account could have and another not.
        vague = figure.high is not None and figure.high >= _VAGUE * figure.value
        return own and not vague and figure.kind in _COUNTING and figure.value > 1

    def _name(self, reading: Reading, span: Span) -> float:
        """Return what names weigh that no other account has."""
        named = (m for m in reading.mentions if span.covers(m.span) and m.type in _NAMED)
        new = [mention.type in _BEARERS for mention in named if self._is_nowhere_else(mention)]
        return 1.5 if any(new) else 0.75 * bool(new)

    def _is_nowhere_else(self, mention: Mention) -> bool:
        parts = [part for part in map(_prefix, mention.name.split()) if part]
        others = (names for key, names in self._names.items() if key != mention.span.document)
        return bool(parts) and not any(parts[-1] in names for names in others)

    def _when(self, reading: Reading, span: Span) -> float:
        """Return what a day near the event adds, and a time far from it takes away."""
        told = [each.iso for each in reading.dates if span.covers(each.span) and each.iso]
        if self._day is None or not told:
            return 0.0
        days = [day for iso in told if (day := day_of(iso))]
        if any(abs((day - self._day).days) <= _RECENT_DAYS for day in days):
            return 0.75
        years = [int(iso[:4]) for iso in told if iso[:4].isdigit()]
        return -2.0 if days or any(year < self._day.year - 1 for year in years) else 0.0

    def _doubt(self, reading: Reading, clause: Clause, figure: float) -> float:
        """Return what it costs that others may well tell it in another way.

        They have most of its words somewhere, or it is what the account opens with.
        """
        told = {_stem(t) for t in reading.tokens_in(clause.span) if t.pos in CONTENT_WORDS}
        others = [stems for key, stems in self._stems.items() if key != reading.document.id]
        known = sum(any(each in stems for stems in others) for each in told) / max(1, len(told))
        doubt = _DOUBT * max(0.0, known - _KNOWN) / (2 if figure > 1 else 1)
        opening = self._openings[reading.document.id]
        early = clause.voice is None and opening is not None and clause.span.start < opening.end
        return doubt + 1.0 * early

    def _is_on_topic(self, reading: Reading, clause: Clause) -> bool:
        """Return whether it is about what the others tell of: a round-up tells of much else.

        Its paragraph then has a name that they have too, or it a noun that they open with.
        """
        key = reading.document.id
        told = {_stem(t) for t in reading.tokens_in(clause.span) if t.pos in NOUNS}
        names = {_prefix(t.text) for t in _paragraph(reading, clause.span) if _is_name(t)} - {""}
        return any(
            not (told.isdisjoint(self._topics[other]) and names.isdisjoint(self._proper[other]))
            for other in self._topics
            if other != key
        )

    def _leaning(self, reading: Reading, verb: Token, span: Span) -> float:
        """Return what it costs to be understood only by who has read what stands before."""
        low = [token.text.lower() for token in reading.tokens_in(span)]
        subjects = [t for t in _under(reading, verb) if t.dep in NOUN_SUBJECTS]
        back = any(self._points_back(reading, t) for t in subjects)
        after = low[0] in _AFTERWARDS or low[1:2] == ["after"]
        return 1.0 * back + 1.0 * (not _POINTING.isdisjoint(low[:2])) + 1.0 * after

    def _points_back(self, reading: Reading, noun: Token) -> bool:
        """Return whether a subject was named before: "the document", "the Ohio Republican".

        What the accounts open with is known: "the fire" where a fire is what they tell of.
        """
        under = list(_under(reading, noun))
        if not any(t.dep == "det" and t.text.lower() == "the" for t in under):
            return False
        if noun.pos == "PROPN" or any(t.dep in _TELLS_WHICH or t.pos == "PROPN" for t in under):
            return noun.entity == "NORP"
        opened = any(_stem(noun) in topics for topics in self._topics.values())
        return not opened and noun.lemma.lower() not in THE_ONE


def _deed(reading: Reading, clause: Clause, verb: Token, span: Span) -> float:
    """Return what it weighs that somebody did something, and how far it may be checked."""
    tokens = reading.tokens_in(span)
    done = _is_done(reading, verb) and _tells_deed(fold(verb.lemma))
    agent = clause.slots.agent or clause.slots.patient
    named = agent is not None and any(t.pos == "PROPN" for t in reading.tokens_in(agent.span))
    paper = any(t.pos == "NOUN" and fold(t.lemma) in words("records", "noun") for t in tokens)
    act = any(
        t.pos in ("NOUN", "VERB") and acts(nouns=t.pos == "NOUN").get(fold(t.lemma)) for t in tokens
    )
    return 1.0 * done + 0.5 * (done and named) + 0.75 * paper + 0.5 * act


def _tells_deed(lemma: str) -> bool:
    return lemma not in words("inert_verbs", "verb") and not _only_says(lemma)


def _only_says(lemma: str) -> bool:
    kind = column("reporting_verbs", "kind", "verb").get(lemma, "")
    return bool(kind) and kind not in _DOING


def _is_done(reading: Reading, verb: Token) -> bool:
    """Return whether the verb tells a deed that is done, or is going to be."""
    helped = (t for t in _under(reading, verb) if t.dep in AUXILIARIES)
    return verb.tag == "VBD" or any(t.lemma.lower() in _TOLD_OF for t in helped)


def _comment(reading: Reading, clause: Clause, verb: Token, span: Span, *, telling: bool) -> float:
    """Return what it costs to judge, to wish, to say how things are or how all should act.

    A ``telling`` figure makes up for some of it.
    """
    tokens = reading.tokens_in(span)
    loaded = words("loaded", strength="2")
    lost = 2.0 * any(token.text.lower() in _HERE for token in tokens)
    lost += 1.0 * any(token.lemma.lower() in loaded for token in tokens)
    unsure = words("modality", modality="possible")
    must = any(
        (t.tag == "MD" and t.lemma.lower() != "will")
        or (t.pos != "VERB" and t.text.lower() in unsure)
        for t in tokens
    )
    lost += (0.5 if telling else 1.5) * must
    # That a paper asked and who did not answer it is said of every story.
    lost += 4.0 * any(token.lemma.lower() == "comment" for token in tokens)
    # '"What a day," she wrote' is what somebody feels about it.
    quotes = reading.document.text[span.start] in _MARKS
    lost += 1.0 * (clause.voice is None and (quotes or _only_says(fold(verb.lemma))))
    chain = {fold(token.lemma) for token in (verb, *_governors(reading, clause, verb))}
    if "be" in chain:
        lost += 1.0 * any(t.dep == "acomp" for t in _under(reading, verb))
    if not chain.isdisjoint(words("inert_verbs", "verb", kind="view")):
        lost += 2.0
    elif not chain.isdisjoint(words("inert_verbs", "verb", kind="state")):
        lost += 0.5 if telling else 1.5
    return lost + 1.5 * _is_general(reading, verb)


def _is_general(reading: Reading, verb: Token) -> bool:
    """Return whether it tells what is always so of many: "banks need money"."""
    many = (t for t in _under(reading, verb) if t.dep in NOUN_SUBJECTS and t.tag in PLURAL)
    return verb.tag in _PRESENT and any(
        not any(t.dep in _WHICH for t in _under(reading, noun)) for noun in many
    )


def _verb(reading: Reading, clause: Clause) -> Token | None:
    """Return the verb of the clause, None where its head is none."""
    predicate = clause.slots.predicate
    if predicate is None:
        return None
    inside = reading.tokens_in(predicate.span)
    return next((t for t in reversed(inside) if t.pos in VERBS), None)


def _governors(reading: Reading, clause: Clause, verb: Token) -> Iterator[Token]:
    """Yield the verbs of the clause that the verb completes: "hope" of "hope to get"."""
    tokens = reading.parse.tokens
    while verb.dep == "xcomp" and clause.span.start <= tokens[verb.head].start < verb.start:
        verb = tokens[verb.head]
        yield verb


def _under(reading: Reading, token: Token) -> Iterator[Token]:
    """Yield the words near a word that hang on it."""
    tokens = reading.parse.tokens
    at = bisect_left(tokens, (token.start,))
    for number in range(max(0, at - _REACH), min(len(tokens), at + _REACH)):
        if tokens[number].head == at and number != at:
            yield tokens[number]


def _opening(reading: Reading) -> tuple[Token, ...]:
    """Return the words of the headline and of the opening."""
    document, opening = reading.document, find_opening(reading.document)
    if opening is None:
        return ()
    headline = reading.tokens_in(document.headline) if document.headline else ()
    return (*headline, *reading.tokens_in(opening))


def _paragraph(reading: Reading, span: Span) -> tuple[Token, ...]:
    """Return the words of the lines around ``span`` up to an empty one."""
    text = reading.document.text
    start, end = text.rfind("\n\n", 0, span.start), text.find("\n\n", span.end)
    whole = Span(span.document, max(0, start), end if end > 0 else len(text))
    return reading.tokens_in(whole)


def _is_of_author(reading: Reading, clause: Clause) -> bool:
    """Return whether it tells of who wrote the article: "Ann Roe teaches in Osmar"."""
    agent = clause.slots.agent or clause.slots.patient
    told = reading.document.quote(agent.span) if agent is not None else ""
    return any(author.name in told for author in reading.document.authors if author.name)


def _is_name(token: Token) -> bool:
    return token.pos == "PROPN" and token.entity not in _TIMES


def _text(token: Token) -> str:
    return token.text


def _prefix(word: str) -> str:
    return word[:_PREFIX].lower() if word[:1].isupper() else ""


def _stem(token: Token) -> str:
    return stem(token.lemma.lower())
