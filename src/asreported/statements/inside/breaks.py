"""Find where an article's own text is broken: wrong marks, no verb, a beginning that is lost.

Reads:   regions and the parse.
Assigns: `Internal` of kind "attribution": who says or does it is lost with the missing piece.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from asreported.model.document import ARTICLE_KINDS
from asreported.model.labels import FINITE, NOUN_SUBJECTS, SINGULAR
from asreported.model.parse import Token
from asreported.model.statement import Internal, Reading
from asreported.statements.inside.fronts import opening_words

_CLOSER_FIRST = re.compile(r"\s*”(?=\w)[^.!?\n”“]{4,200}")
# Brand names and bullets are lower case too; a sentence goes on for more words, and a message of
# others begins with who sent it ("ada roe (@adaroe)").
# Where a line of its own does not begin, or the one before does not end, the page was cut there.
_LOWER = re.compile(r"(?<=\n)\s*(?P<words>[a-z]{2,} (?![A-Z])(?![^\n]{0,30}\(@)[^.!?\n]{20,200})")
_ENDED = re.compile(r"[.!?][”\"’')\]]*\s*$")
_BACK = 12  # Characters that hold the stop of the line before.
# Transcripts begin every turn so: "archived recording (ada roe) We will come to order".
_MANNER = 2
# A mark that opens stands before a letter and behind a space; a second one finds the first open.
_OPENED = re.compile(
    r"(?:(?<=\s)|^)[\"“](?=[^\W\d_])[^\"“”\n]*[^\s.!?”\"]\s[\"“](?=[^\W\d_])[^\"“”\n]{2,80}"
)
# What goes on with something said before; "it" and "this" may point ahead.
_GOES_ON = frozenset(["he", "she", "they", "his", "her", "their", "but", "and", "then"])
_PRONOUNS = ("PRP", "PRP$")
SLIP = 0.5
"""Gap of what went wrong in typing or copying."""
SLIGHT = 0.9
"""Gap of what is put in other words and is no line of a front page: one name in two spellings, "at
least five" under "five". Strict readers found none of ten such lines right or none worth it."""
# Shorter sentences without a verb are style; longer ones have lost it.
_SHORTEST = 14


def find_breaks(reading: Reading) -> Iterator[Internal]:
    """Yield paragraphs that open with a closing mark, and long captions without a verb."""
    document = reading.document
    for region in document.article_regions():
        match = _CLOSER_FIRST.match(document.text, region.start, region.end)
        if match:
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            span = document.span(start, match.end())
            yield Internal("attribution", (span,), SLIP, "a quotation opens with a closing mark")
        yield from _opened_twice(reading, region.start, region.end)
    yield from _lower_first(reading)
    yield from _begins_amid(reading)
    tokens = reading.parse.tokens
    for first, last, kind in reading.parse.sentences:
        sentence = tokens[first:last]
        if kind != "caption" or not _verbless(sentence):
            continue
        span = document.span(sentence[0].start, sentence[-1].end)
        yield Internal("attribution", (span,), SLIP, "a sentence without a verb of its own")


def _lower_first(reading: Reading) -> Iterator[Internal]:
    """Yield paragraphs that begin within a sentence, where that is no manner of the text."""
    document = reading.document
    bodies = [region for region in document.article_regions() if region.kind == "body"]
    matches = [_LOWER.match(document.text, region.start, region.end) for region in bodies]
    found = [
        document.span(*match.span("words"))
        for match in matches
        if match and _ENDED.search(document.text[max(0, match.start() - _BACK) : match.start()])
    ]
    if len(found) <= _MANNER:
        for span in found:
            yield Internal("attribution", (span,), SLIP, "a paragraph begins within a sentence")


def _opened_twice(reading: Reading, start: int, end: int) -> Iterator[Internal]:
    """Yield paragraphs in which a quotation is opened while another is open."""
    for line in re.finditer(r"[^\n]+", reading.document.text[start:end]):
        text = line.group()
        match = _OPENED.search(text)
        if match and (text.count('"') % 2 or text.count("“") != text.count("”")):
            first = start + line.start()
            whole = reading.document.span(first + match.start(), first + match.end())
            yield Internal("attribution", (whole,), SLIP, "a quotation opens within another")


def _begins_amid(reading: Reading) -> Iterator[Internal]:
    """Yield an article that begins with words that go on from something it does not have."""
    document, tokens = reading.document, reading.parse.tokens
    body = (s for s in reading.parse.sentences if s.kind in ARTICLE_KINDS and s.last > s.first)
    first = next(body, None)
    if document.headline is None or first is None:
        return
    begins = tokens[first.first]
    if begins.text.casefold() in _GOES_ON and not (begins.tag in _PRONOUNS and _one(reading)):
        sentence = document.span(begins.start, tokens[first.last - 1].end)
        opening = opening_words(document, sentence)
        reason = f'the text begins with "{begins.text}", and what that goes on from is not there'
        yield Internal("attribution", (document.headline, opening), SLIP, reason)


def _one(reading: Reading) -> bool:
    """Return whether the headline tells what one person does, whom a pronoun below may mean."""
    headline = reading.document.headline
    tokens = reading.tokens_in(headline) if headline else ()
    doing = next((token for token in tokens if token.dep in NOUN_SUBJECTS), None)
    return doing is not None and doing.tag in SINGULAR


def _verbless(sentence: tuple[Token, ...]) -> bool:
    """Return whether a sentence that names its subject and ends with a stop has lost its verb."""
    words = [token for token in sentence if token.text[:1].isalnum()]
    if len(words) < _SHORTEST or sentence[-1].text != "." or words[0].pos != "PROPN":
        return False
    told = [token for token in words if token.pos in ("ADP", "SCONJ")]
    marked = any(token.text in ":;–—|/•" for token in sentence)
    names = sum(token.pos == "PROPN" for token in words)
    verb = any(_may_tell(before, token) for before, token in pairwise(sentence))
    return len(told) >= 3 and not marked and not verb and names < len(words) / 2


def _may_tell(before: Token, token: Token) -> bool:
    """Return whether a word may be the verb of a caption, as the parser has it or misses it."""
    if token.tag == "VBG":
        return before.pos != "ADP"  # "The mayor speaking in Osmar"; no "for attacking".
    # "Mayor Hale chastises": the parser takes the verb for a noun.
    missed = token.tag in ("NN", "NNS") and (before.pos == "PROPN" or before.text == ")")
    return missed or token.tag in FINITE or token.tag == "VBN"
