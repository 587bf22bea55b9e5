"""Find the names in one account: where they stand (`namespans`) and of what type (`nametypes`).

The small parser alone finds 95 in 100 names of a news page and types 76 right.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from asreported.lexicon.load import words as lexicon_words
from asreported.lexicon.names import fold, given_names, places, titles, without_suffix
from asreported.model.document import PARSED_KINDS, Document
from asreported.model.parse import Parse
from asreported.model.statement import Mention
from asreported.statements.nameruns import Run
from asreported.statements.namespans import Known, find_runs, in_title_case
from asreported.statements.nametypes import LISTED, SIGNS, Found, surnames_of, vote, weigh
from asreported.statements.nicknames import join_nicknames
from asreported.statements.words import Word, sentence_words, words_of

_UNREAD = frozenset({"comments", "hidden"})
_NAMING = frozenset({"byline", "dateline"})
_NAMES = frozenset({"NNP", "NNPS"})
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "our", "your", "my", "this"})
# Regions that were not parsed where two capitalised words are a name; elsewhere it must be known.
_PROSE = frozenset({"author_bio", "disclaimer", "dateline"})


def find_mentions(document: Document, parse: Parse) -> tuple[Mention, ...]:
    """Return the names of the page in text order, none overlapping.

    All regions but reader comments and hidden text are read. A demonym by itself is a name only
    where it stands for people ("Norwegians").
    """
    text = document.text
    sentences = [words for _, words in sentence_words(text, parse)]
    known = _learn(sentences)
    found = [weigh(text, run) for words in sentences for run in find_runs(text, words, known)]
    found += [one for words in sentences for one in _groups(words)]
    found += _around(document, known, {one.key for one in found})
    types = vote(found)
    types |= _find_things(parse, [one for one in found if types[one.key] == "person"])
    listed = [
        Mention(document.span(one.run.start, one.run.stop), types[one.key], _once(one.name))
        for one in found
    ]
    listed += _titles_that_are_surnames(document, parse, listed)
    listed = join_nicknames(document, listed)
    return tuple(_apart(sorted(listed, key=lambda mention: mention.span)))


def _once(name: str) -> str:
    """Return the name without a surname that stands twice, as between a label and its sentence.

    "Sirhan Sirhan" and "Duran Duran" are whole names.
    """
    *rest, last = name.split(" ")
    return " ".join(rest) if len(rest) > 1 and rest[-1] == last else name


def _learn(sentences: Iterable[Sequence[Word]]) -> Known:
    known = Known()
    for words in sentences:
        if not in_title_case(words):
            known.learn(words)
    return known


def _groups(words: Sequence[Word]) -> Iterator[Found]:
    """Yield sides and institutions that stand in lower case: "rebels", "the general staff"."""
    for word in words:
        if word.tag.startswith("NN") and word.text.casefold() in lexicon_words("group_nouns"):
            yield Found(Run((word,)), fold(word.text), word.text, Counter({"group": LISTED}))
    institutions = lexicon_words("name_words", kind="institution")
    for left, right in pairwise(words):
        if right.start - left.end == 1 and f"{left.text} {right.text}" in institutions:
            name = f"{left.text} {right.text}"
            yield Found(Run((left, right)), name, name, Counter({"organisation": LISTED}))


def _around(document: Document, known: Known, keys: set[str]) -> Iterator[Found]:
    """Yield names of bylines, bios, credits and the like, which the parser has not seen."""
    text = document.text
    parts = {word for key in keys for word in key.split()}
    unparsed = [r for r in document.regions if r.kind not in PARSED_KINDS | _UNREAD]
    for region in sorted(unparsed, key=lambda region: region.kind not in _NAMING):
        for line in re.finditer(
            r"[^\n.!?|]+(?:\.(?=\S)[^\n.!?|]+)*", text[region.start : region.end]
        ):
            words = words_of(text, region.start + line.start(), region.start + line.end())
            if region.kind in _NAMING:
                known.learn([word._replace(opens=False) for word in words])
            for run in find_runs(text, words, known):
                one = weigh(text, run)
                if region.kind == "byline" and len(run.words) > 1:
                    one.votes["person"] += SIGNS
                told = len(run.words) > 1 or not run.words[0].opens or run.words[0].acronym
                free = region.kind in _NAMING or (
                    region.kind in _PROSE and told and not in_title_case(words)
                )
                if free or one.key in keys or one.key in places() or one.key in parts:
                    keys.add(one.key)
                    yield one


def _find_things(parse: Parse, persons: Iterable[Found]) -> dict[str, str]:
    """Return what most often stands as no person does: "the Sea Rose left", "Navy SEALs say".

    The parser may take a ship for a person, and a verb of speech behind a plural makes none.
    """
    seen: Counter[str] = Counter()
    plural: Counter[str] = Counter()
    definite: Counter[str] = Counter()
    for one in persons:
        last = one.run.words[-1]
        seen[one.key] += 1
        plural[one.key] += last.tag == "NNS" and last.label != "PERSON"
        definite[one.key] += _has_article(parse, one.run)
    groups = {key: "group" for key in seen if plural[key] * 2 > seen[key]}
    things = {key: "other" for key in seen if definite[key] * 2 > seen[key]} | groups
    # The surname of a person who is named in full is one, whatever it is taken for.
    full = [key for key in seen if " " in key and key not in things]
    bare = {part for key in full for part in surnames_of(key)}
    return {key: kind for key, kind in things.items() if key not in bare}


def _titles_that_are_surnames(
    document: Document, parse: Parse, listed: Sequence[Mention]
) -> Iterator[Mention]:
    """Yield the surname alone of who is called as a title is: "Steve King ... King said".

    "King Olan" and "the King" are others.
    """
    bare: set[str] = set()
    for words in (mention.name.split() for mention in listed if mention.type == "person"):
        folded = without_suffix([fold(word) for word in words])
        if len(folded) > 1 and folded[-1] in titles() and folded[0] in given_names():
            bare.add(words[len(folded) - 1])
    taken = {mention.span.start for mention in listed}
    for at, token in enumerate(parse.tokens if bare else ()):
        if token.text not in bare or token.start in taken:
            continue
        before = parse.tokens[at - 1].text if at else ""
        after = parse.tokens[at + 1 : at + 2]
        named = any(t.tag in _NAMES or t.text.lower() == "of" for t in after)
        joined = before[:1].isupper() and before.lower() not in lexicon_words("function_words")
        if not (named or joined or before.lower() in _DETERMINERS):
            yield Mention(document.span(token.start, token.end), "person", token.text)


def _has_article(parse: Parse, run: Run) -> bool:
    """Return whether "the" before a name belongs to it, not to a noun behind: "the Roe report"."""
    at = bisect_left(parse.tokens, (run.words[0].start,))
    if not 0 < at < len(parse.tokens):
        return False
    article = parse.tokens[at - 1]
    told = article.text.lower() == "the" and article.head >= at
    return told and parse.tokens[article.head].start < run.stop


def _apart(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions without those that overlap an earlier one."""
    last = -1
    for mention in mentions:
        if mention.span.start >= last:
            yield mention
            last = mention.span.end
