"""Find the time expressions of one account and resolve them to ISO 8601.

The anchor is the day of publication, unless the account's own dateline or captions tell another
(a crawler's date is often a year late); without either, the latest day of a picture, a post or the
like that the page shows, or the lead's weekday soon after it. What has no anchor keeps its form
for the story to resolve.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from asreported.language.calendar import day_of, first_weekday, resolve
from asreported.model.document import ARTICLE_KINDS, PARSED_KINDS, Document
from asreported.model.labels import AUXILIARIES, VERBS
from asreported.model.parse import Parse, Token
from asreported.model.statement import DateMention
from asreported.statements.measures.time_words import TimeWords, find_time_words, weekday_of
from asreported.statements.speech.reporting import verb_kinds

_READ = PARSED_KINDS | {"dateline"}
_BESIDE = frozenset({"promo", "metadata", "byline"})
# A date of publication so many days later than every day the text names is a crawler's.
_STALE_DAYS = range(300, 800)
# A picture may be this much older than the article it stands in.
_PICTURE_DAYS = 7
# An article is written within so many days of the latest picture or post that it shows.
_SOON_DAYS = 3
# An old picture says so: "FILE - In this Monday, May 6, 2019, file photo", "(Agency/File Photo)".
_ON_FILE = re.compile(
    r"\bFILE\b|(?i:\b(?:file|archive[ds]?|library|stock)[ -](?:photo|picture|image|pic)|^file\b)"
)
# The longest line that holds nothing but a date and what goes with it: "Published ...".
_LINE = 45
# Who wrote a post stands before its day.
_POSTED = re.compile(r"\(@\w+\)\s*$")
_AHEAD = frozenset(["will", "would", "shall", "ll", "’ll", "'ll", "wo"])
_PRESENT = frozenset(["VBZ", "VBP"])
# A date hangs on its verb itself or on a preposition of it: "began May 5", "began on May 5".
_BESIDE_VERB = 2
_UNTIL = frozenset(["for", "until", "till", "before", "by"])
_TOLD = frozenset(["be", "say", "tell", "show", "see", "have", "write", "report", "know", "think"])
# Before "May" these tell a month where somebody of that name is in the text.
_OF_MONTHS = re.compile(
    r"\b(?:in|since|until|till|by|early|late|mid|last|this|next|of|from|through|\d{1,2}(?:th|st)?)"
    r"[ -]$",
    re.IGNORECASE,
)
_PLANNED = frozenset(
    ["expect", "schedule", "plan", "set", "due", "slate", "hope", "intend", "prepare", "aim"]
)


@dataclass(frozen=True, slots=True)
class _Told:
    """An expression and the kind of region it stands in."""

    words: TimeWords
    region: str


def find_dates(document: Document, parse: Parse) -> tuple[DateMention, ...]:
    """Return the time expressions of headline, dateline, captions and text, in text order."""
    tenses = _Tenses(parse.tokens)
    someone = any(token.text == "May" and token.entity == "PERSON" for token in parse.tokens)
    named = {t.start for t in parse.tokens if t.entity == "ORG" and t.text.isupper()}
    told = [
        _Told(TimeWords(words.start, words.end, tenses.directed(words, region.kind)), region.kind)
        for region in document.regions
        if region.kind in _READ
        for words in find_time_words(document.text, region.start, region.end)
        if not (someone and _is_name(document.text, words))
        if words.start not in named  # a paper called "TODAY"
    ]
    anchor, source = _anchor(document, told)
    origin = f"{anchor.isoformat()} {source}" if anchor else ""
    return tuple(_resolved(document, told, anchor, origin))


def _is_name(text: str, words: TimeWords) -> bool:
    """Return whether "May" is the person of that name: no word that goes with months is before."""
    alone = text[words.start : words.end].rstrip(".,") == "May"
    return alone and not _OF_MONTHS.search(text[max(0, words.start - 12) : words.start])


def _resolved(
    document: Document, told: Sequence[_Told], anchor: date | None, origin: str
) -> Iterator[DateMention]:
    """Yield the mentions; a time without a day is of the day told last before it."""
    today: str | None = anchor.isoformat() if anchor else None
    for one in told:
        span = document.span(one.words.start, one.words.end)
        form = one.words.form
        if form.startswith("time|"):
            # The story may date the account otherwise: the form tells no day.
            iso = resolve(f"day:{today}|{form[5:]}", anchor) if today else ""
            yield DateMention(span, iso, origin if iso else "", f"days:0|{form[5:]}")
            continue
        iso = resolve(form, anchor)
        if iso and day_of(iso) is not None and form.startswith(("weekday", "days")):
            today = iso[:10]
        yield DateMention(span, iso, origin if iso else "", form)


def _anchor(document: Document, told: Sequence[_Told]) -> tuple[date | None, str]:
    """Return the day of writing and where it was read."""
    published = document.published.day if document.published else None
    lines = [d for one in told if one.region == "dateline" for d in _days(one)]
    fresh = [one for one in told if _is_fresh(document.text, one)]
    pictured = [d for one in fresh if _is_pictured(document.text, one) for d in _days(one)]
    filed = {d for one in fresh if _is_on_file(document.text, one) for d in _days(one)}
    named = sorted({d for one in fresh for d in _days(one)} - filed | set(_around(document)))
    if published is not None and not _stale(published, named, told):
        return published, "published"
    if lines:
        return lines[0], "dateline"
    named = named or sorted(filed)
    if not named:
        return None, ""
    recent = [day for day in named if day not in pictured]
    ahead = _SOON_DAYS if recent else _PICTURE_DAYS
    return _inferred((recent or named)[-1], ahead, told)


def _is_fresh(text: str, one: _Told) -> bool:
    """Return whether a full date is likely one of the days before the article was written.

    Of 80 dates beside a weekday, under a post or a picture or on a line of their own 67 are of the
    same week; of 57 in the midst of prose 13, most of them captions taken for prose: news gives a
    day its year where it is long past.
    """
    start, end = one.words.start, one.words.end
    words = text[start:end].split()
    weekdays = [day for word in words if (day := weekday_of(word)) is not None]
    if weekdays and "on" not in words:  # "Bloody Sunday on March 7, 1965": no date of its weekday
        return all(day.weekday() in weekdays for day in _days(one))  # else the year is mistyped
    if one.region not in ARTICLE_KINDS:
        return not _is_on_file(text, one)
    alone = len(_line_of(text, one).strip()) <= _LINE
    posted = _POSTED.search(text, text.rfind("\n", 0, start) + 1, start)
    return alone or _is_pictured(text, one) or posted is not None


def _is_on_file(text: str, one: _Told) -> bool:
    """Return whether a date is that of a picture which is said to be an old one."""
    return _ON_FILE.search(_line_of(text, one)) is not None


def _line_of(text: str, one: _Told) -> str:
    first, last = text.rfind("\n", 0, one.words.start) + 1, text.find("\n", one.words.end)
    return text[first : last if last >= 0 else None]


def _is_pictured(text: str, one: _Told) -> bool:
    """Return whether a date is that of a picture, which may be some days older than the text."""
    start = one.words.start
    in_this = text.endswith("In this ", 0, start) or text.startswith("In this ", start - 3)
    return one.region == "caption" or in_this


def _around(document: Document) -> Iterator[date]:
    """Yield the full dates of lines that are not the article's, captions taken for ballast."""
    for region in document.regions:
        if region.kind in _BESIDE:
            for words in find_time_words(document.text, region.start, region.end):
                yield from _days(_Told(words, region.kind))


def _stale(published: date, named: Sequence[date], told: Sequence[_Told]) -> bool:
    """Return whether a late date of publication contradicts a text that speaks of its own week."""
    weekdays = any(one.words.form.startswith(("weekday", "days")) for one in told)
    late = bool(named) and (published - named[-1]).days in _STALE_DAYS
    same = late and (published.month, published.day) == (named[-1].month, named[-1].day)
    return late and weekdays and not same  # the same day of another year is a slip of the pen


def _inferred(latest: date, ahead: int, told: Sequence[_Told]) -> tuple[date | None, str]:
    """Return the day of the lead's weekday at most ``ahead`` days after the latest day named.

    A weekday further off is the one before: then the article is of the latest day itself.
    """
    bodies = [one for one in told if one.region in ARTICLE_KINDS] or list(told)
    forms = [one.words.form for one in bodies if one.words.form.startswith("weekday")]
    if not forms:
        return latest, "the text's own dates"
    day = first_weekday(int(forms[0].split(":")[1].partition("|")[0]), latest)
    return day if (day - latest).days <= ahead else latest, "the text's own dates"


def _days(one: _Told) -> list[date]:
    if not one.words.form.startswith("day:"):
        return []
    day = day_of(one.words.form[4:].partition("|")[0])
    return [day] if day else []


class _Tenses:
    """Says of an expression whether its clause looks back or ahead."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._at = {token.start: index for index, token in enumerate(tokens)}

    def directed(self, words: TimeWords, region: str) -> str:
        """Return the form with "past" or "next" where the words leave it open."""
        form, bar, part = words.form.partition("|")
        undated = form.startswith(("weekday", "monthname")) and form.endswith(":")
        if not (undated or form.startswith("monthday")):
            return words.form
        governed = self._verb_of(words)
        running = region in ARTICLE_KINDS
        ahead = governed is not None and self._looks_ahead(*governed[:2], running)
        if undated:
            return f"{form}{'next' if ahead else 'past'}{bar}{part}"
        if governed is None:
            return words.form
        verb, _, steps = governed
        tag = self._tokens[verb].tag
        # "It will end on May 5"; "it began on May 5"; "it begins": the nearest fifth of May.
        if steps > _BESIDE_VERB or tag in _PRESENT:
            return words.form
        past = tag == "VBD" and not ahead and not self._is_led(words, _UNTIL)
        where = ":next" if ahead else ":past" if past else ""
        return f"{form}{where}{bar}{part}"

    def _verb_of(self, words: TimeWords) -> tuple[int, bool, int] | None:
        """Return the verb of the clause, whether a noun owns the time, and how far the verb is."""
        index = next((i for s, i in self._near(words) if words.start <= s < words.end), None)
        tokens = self._tokens
        owner = False  # "Sunday's vote": what a day has is past, unless the verb says it will be
        for step in range(1, 9):
            head = tokens[index].head if index is not None else -1
            if index is None or head == index or not 0 <= head < len(tokens):
                return None
            owner = owner or tokens[index].dep == "poss"
            index = head
            if tokens[index].pos in VERBS:
                return index, owner, step
        return None

    def _is_led(self, words: TimeWords, prepositions: frozenset[str]) -> bool:
        """Return whether one of these words stands right before: "set a vote for May 5"."""
        index = next((i for _, i in self._near(words)), 0)
        return index > 0 and self._tokens[index - 1].text.casefold() in prepositions

    def _near(self, words: TimeWords) -> Iterator[tuple[int, int]]:
        for start in range(words.start, words.end):
            if start in self._at:
                yield start, self._at[start]

    def _looks_ahead(self, verb: int, owner: bool, running: bool) -> bool:
        tokens = self._tokens
        first = max(0, verb - 8)
        helpers = {t.text.casefold() for t in tokens[first:verb] if t.head == verb}
        if tokens[verb].tag == "VBN" and helpers >= {"would", "have"}:
            return False
        for index in range(first, min(len(tokens), verb + 2)):
            token = tokens[index]
            if token.head == verb and token.dep in AUXILIARIES:
                if token.text.casefold() in _AHEAD:
                    return True
                if token.text.casefold() == "to":
                    return self._planned(verb)
        if tokens[verb].tag == "VBG":
            auxiliaries = [t for t in tokens[first:verb] if t.head == verb and t.dep == "aux"]
            return any(t.tag in ("VBZ", "VBP") and t.lemma == "be" for t in auxiliaries)
        if tokens[verb].tag in _PRESENT and running and not owner:
            # "The court meets Friday"; headlines and captions tell what is past in the present.
            lemma = tokens[verb].lemma
            return lemma not in _TOLD and verb_kinds().get(lemma) not in ("said", "claimed")
        if tokens[verb].lemma == "set" and tokens[verb + 1 : verb + 2]:
            return tokens[verb + 1].text in ("for", "to")  # not "a record set Tuesday"
        return tokens[verb].lemma in _PLANNED and tokens[verb].tag != "VBD"

    def _planned(self, verb: int) -> bool:
        """Return whether an infinitive is still to come: "is due to meet", not "went to meet"."""
        head = self._tokens[self._tokens[verb].head]
        return head.lemma in _PLANNED or head.tag in ("VBZ", "VBP", "NN", "NNS", "JJ")
