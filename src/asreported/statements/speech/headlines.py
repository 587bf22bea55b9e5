"""Propose the attributions of headlines, whose capitals and missing words upset the parser.

"Minister Orders Troops Home", "Minister boasts of growth, denies debts", "Smith: the bridge was
safe", "Bridge was safe: police".
"""

from collections.abc import Iterator, Sequence

from asreported.model.labels import ASKING, FINITE, VERBS
from asreported.model.parse import Token
from asreported.statements.speech.beings import speaker_kinds
from asreported.statements.speech.cues import Candidate
from asreported.statements.speech.quotes import Paragraph
from asreported.statements.speech.reporting import verb_kinds
from asreported.statements.speech.scene import Scene

_HEADINGS = frozenset({"headline", "subhead"})
# How many words a headline's subject may have before its verb, and a label its colon.
_SUBJECT_WORDS, _LABEL_WORDS = 8, 6
# How many words a body that closes a headline may have, and letters its initials.
_CREDIT_WORDS, _LONGEST_INITIALS = 4, 5
# What a headline cries at its end.
_CRIES = frozenset({"live", "video", "watch", "photo", "photos", "map", "maps", "poll", "quiz"})
_OFTEN = 2  # Times that an article names whom it is about, at least.
_BREAKS = frozenset({":", ".", "?", "!", ";", "|", "–", "—", "-", "/"})
_OPENING = frozenset("'\"‘“")
_SMALL = frozenset({"about", "of", "on", "that", "to", "for", "against", "with", "over"})


def propose_headlines(scene: Scene, known: frozenset[int]) -> Iterator[Candidate]:
    """Yield candidates of headlines and subheads whose cue is not one of ``known`` (tokens)."""
    for paragraph in scene.paragraphs:
        if paragraph.kind in _HEADINGS and len(paragraph_words(scene, paragraph)) <= 30:
            yield from _verbs(scene, paragraph, known)
            yield from _colon(scene, paragraph)


def paragraph_words(scene: Scene, paragraph: Paragraph) -> range:
    """Return the indices of the paragraph's tokens."""
    first = scene.tree.at(paragraph.start)
    return range(first, scene.tree.at(paragraph.end - 1) + 1)


def _verbs(scene: Scene, paragraph: Paragraph, known: frozenset[int]) -> Iterator[Candidate]:
    tokens = scene.tree.tokens
    span = paragraph_words(scene, paragraph)
    begin, subject = span.start, None
    for index in span:
        if tokens[index].text in _BREAKS:
            begin, subject = index + 1, None
            continue
        kind = _present(tokens[index].text)
        if not kind or scene.inside[index] >= 0:
            continue
        first_of_clause = subject is not None and tokens[index - 1].text in (",", "and", "but")
        if subject is None and begin < index <= begin + _SUBJECT_WORDS:
            subject = _subject(scene, begin, index)
        elif not first_of_clause:
            continue
        if subject is None:
            continue
        content = _content(scene, index, span.stop)
        if content is not None and index not in known:
            yield Candidate(index, (index, index + 1), (content,), subject, "headline", kind)


def _present(word: str) -> str:
    """Return the kind of a reporting verb in the third person, "" for another word."""
    lower = word.lower()
    if not lower.endswith("s"):
        return ""
    kinds = verb_kinds()
    stems = [lower[:-1], lower[:-2]] if lower.endswith("es") else [lower[:-1]]
    if lower.endswith("ies"):
        stems.append(lower[:-3] + "y")
    return next((kinds[stem] for stem in stems if stem in kinds), "")


def _subject(scene: Scene, first: int, verb: int) -> int | None:
    """Return the last noun before the verb, where it may speak and no other verb stands between."""
    tokens = scene.tree.tokens
    if any(tokens[i].tag in FINITE for i in range(first, verb)):
        return None
    for index in range(verb - 1, first - 1, -1):
        if tokens[index].pos in ("PROPN", "NOUN", "PRON"):
            return index if scene.can_speak(index) or tokens[index].pos == "PROPN" else None
        if tokens[index].pos in ("ADP", "PART"):
            return None
    return None


def _content(scene: Scene, verb: int, stop: int) -> tuple[int, int] | None:
    tokens = scene.tree.tokens
    first = verb + 1
    while first < stop and tokens[first].text.lower() in _SMALL:
        first += 1
    last = first
    while last < stop and tokens[last].text not in _BREAKS - {"-", "/"}:
        goes_on = tokens[last].text in (",", "and") and last + 1 < stop
        if goes_on and _present(tokens[last + 1].text):
            break
        last += 1
    return (first, last) if first < last and tokens[first].text != "," else None


def _colon(scene: Scene, paragraph: Paragraph) -> Iterator[Candidate]:
    """Yield what a colon puts in the mouth of a person or body before or behind it."""
    tokens = scene.tree.tokens
    span = paragraph_words(scene, paragraph)
    colons = [i for i in span if tokens[i].text == ":" and tokens[i].end < paragraph.end]
    if len(colons) != 1 or colons[0] in (span.start, span.stop - 1):
        return
    colon = colons[0]
    before, after = range(span.start, colon), range(colon + 1, span.stop)
    for label, content in ((before, after), (after, before)):
        speaker = _label(scene, label)
        if speaker is None and label is after and _is_credited(scene, before, after):
            speaker = after[-1]
        if speaker is not None and len(content) > 2 and not _plans(scene, content):
            part = (content.start, content.stop)
            yield Candidate(colon, (colon, colon + 1), (part,), speaker, "headline", "said")
            return


def _is_credited(scene: Scene, told: Sequence[int], label: Sequence[int]) -> bool:
    """Return whether a body closes a headline that tells what happened: "Ferry sank: New Zell AG".

    "Takeaways from the debate: Port Verrin" tells nothing that anybody could say.
    """
    tokens = scene.tree.tokens
    short = 0 < len(label) <= _CREDIT_WORDS and _is_body(tokens[label[-1]])
    acts = any(tokens[i].pos in VERBS for i in told)
    return short and acts and tokens[told[0]].tag not in ASKING


def _is_body(word: Token) -> bool:
    """Return whether a word names a body; capitals may also cry out: "LIVE"."""
    initials = word.text.isupper() and 1 < len(word.text) <= _LONGEST_INITIALS
    named = word.entity in ("ORG", "GPE") or word.pos == "PROPN"
    return word.entity == "ORG" or (initials and named and word.text.lower() not in _CRIES)


def _plans(scene: Scene, content: Sequence[int]) -> bool:
    """Return whether the words tell what somebody named does: "Doe to 'punish' Roe".

    Before the colon then stands what it is about, not who says so.
    """
    first, second = (scene.tree.tokens[index].text for index in content[:2])
    return first[:1].isupper() and (second == "to" or second in _OPENING)


def _label(scene: Scene, label: Sequence[int]) -> int | None:
    """Return the token of the person or body that ``label`` is nothing but the name of."""
    tokens = scene.tree.tokens
    if not 0 < len(label) <= _LABEL_WORDS:
        return None
    if any(tokens[i].pos in ("VERB", "AUX", "ADP") and tokens[i].tag != "NNP" for i in label):
        return None
    head = label[-1]
    while head > label[0] and tokens[head].text in (")", "’s", "'s"):
        head -= 1
    lemma = tokens[head].lemma.lower()
    named = tokens[head].entity == "PERSON" and not _is_topic(scene, head)
    return head if named or lemma in speaker_kinds() else None


def _is_topic(scene: Scene, head: int) -> bool:
    """Return whether a name tells what the article is about, not who says it.

    Below, it is a place's and never a person's ("Roe Torvia: Senate reaches deal"), or a person's
    who is named again and again and never speaks ("Ada Roe: search for her goes on").
    """
    tokens = scene.tree.tokens
    named = [i for i, t in enumerate(tokens) if t.text == tokens[head].text and i != head]
    told = {tokens[i].entity for i in named}
    if "GPE" in told and "PERSON" not in told:
        return True
    return len(named) >= _OFTEN and not any(_speaks(scene, i) for i in named)


def _speaks(scene: Scene, at: int) -> bool:
    """Return whether the token is the subject of a verb of speech, or stands after "according"."""
    tokens = scene.tree.tokens
    while tokens[at].dep in ("conj", "appos") and tokens[at].head != at:
        at = tokens[at].head
    above = tokens[at].head
    if tokens[at].dep == "pobj":
        return tokens[tokens[above].head].lemma.lower() == "accord"
    return tokens[at].dep == "nsubj" and tokens[above].lemma.lower() in scene.verbs
