"""Find who is named beside a quotation: before its opening mark, after its closing one, inside it.

Grammar is asked first, and place where the parser lost its way: marks and broken sentences upset
it more than plain text does.
"""

import re

from asreported.model.labels import (
    AGENT,
    NOMINALS,
    NOUN_SUBJECTS,
    NOUNS,
    PASSIVE_AUXILIARY,
    POSSESSOR,
    PREPOSITION_OBJECT,
    TIMES,
    VERBS,
)
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.announced import find_announced, name_behind
from asreported.statements.speech.cues import is_told_short
from asreported.statements.speech.judged import find_judged, find_verdict
from asreported.statements.speech.quotes import Paragraph, Quotation
from asreported.statements.speech.reporting import noun_kinds
from asreported.statements.speech.scene import Beside, Scene, last_of_name
from asreported.statements.speech.subjects import hears, source_of, subject_of
from asreported.statements.speech.turns import LABELLED

_SIGNED = re.compile(r"[^\S\n]*[―—–-]+[^\S\n]*(?P<name>[^\W\d_][^\n!?:;]{1,60})")
_TRANSCRIPT = re.compile(r"(?P<name>[A-Z][A-Z.' -]{1,40}):\s")
# A name that stands alone before a quotation, and what ends a caption behind one.
_LABEL = re.compile(r"(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){0,3}):\s*")
# With what it is about: "Ada Roe on the fire: '...'".
_ON_TOPIC = re.compile(
    r"(?:[^\n:]{0,80}\bcaption )?(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){0,3})"
    r" (?:on|about|after) [^\n:“”\"]{2,60}:\s*"
)
# What a live ticker puts between the hour and somebody's words: "14:45 The bank: ...".
_TIMED = re.compile(
    r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?[ \t]+(?P<name>[^\s\"“”:.!?][^\n\"“”:.!?]{1,60}):\s*"
)
_CAPTIONED = re.compile(r"\s*:\s+(?P<name>[^\n!?:;\"“”]{3,60})")
# How many words after a closing, or before an opening mark, a cue is looked for.
_REACH = 28
# How many words a tag such as "her father said" has behind a quotation inside another.
_TAG = 6
# Within how many words behind an inverted verb a name follows: "marvelled the mayor Ann Roe".
_TITLE = 5
_ONE, _ONE_ENDS = frozenset({"one", "another"}), frozenset({"of", ".", ","})
_STOPS = frozenset({".", "!", "?", ";"})
_PARTICIPLE = frozenset({"acl"})
# What a verb has that no tag has: "The mayor laughed when he was told." follows no words of his.
_HELD = frozenset({"ccomp", "dobj", "xcomp", "advcl"})
_COMPLEMENT = frozenset({"xcomp"})
_TOLD = frozenset({"ccomp", "parataxis", "xcomp"})


def find_beside(scene: Scene, quotation: Quotation) -> Beside | None:
    """Return the cue and the source that stand beside ``quotation``, None where there are none."""
    return (
        _label(scene, quotation)
        or _led(scene, quotation)
        or find_judged(scene, quotation)
        or find_verdict(scene, quotation)
        or _after(scene, quotation)
        or _before(scene, quotation)
        or find_announced(scene, quotation)
    )


def find_tag(scene: Scene, quotation: Quotation, cue: int) -> Beside | None:
    """Return a tag right behind the closing mark, before the ``cue`` of who passes it on.

    '"The fees will rise," the mayor said, the Courier reported': the mayor said so.
    """
    token = scene.tree.tokens[cue]
    found = _after(scene, quotation) if token.start > quotation.end else None
    if found is None or found.source is None or found.cue >= cue:
        return None
    return found if is_told_by(scene.tree, found.cue, cue) else None


def is_told_by(tree: Tree, verb: int, cue: int) -> bool:
    """Return whether ``verb`` is what ``cue`` tells: "Roe can be heard saying, Doe reported"."""
    tokens = tree.tokens
    while verb != cue and tokens[verb].dep in _TOLD and tokens[verb].head != verb:
        verb = tokens[verb].head
    return verb == cue


def find_nested(scene: Scene, quotation: Quotation) -> Beside | None:
    """Return the verb right beside a quotation inside a quotation: "He said 'yes'."."""
    at = scene.tree.at(quotation.outer[0] - 1)
    while at >= 0 and scene.tree.tokens[at].text in (",", ":", "that"):
        at -= 1
    if at < 0 or scene.tree.tokens[at].lemma.lower() not in scene.verbs:
        return _nested_tag(scene, quotation)
    source = subject_of(scene.tree, at)
    if source is None:
        return _nested_tag(scene, quotation)
    return Beside(at, source, "the verb before the opening mark")


def _nested_tag(scene: Scene, quotation: Quotation) -> Beside | None:
    """Return the verb right behind a quotation inside a quotation: "'Yes,' her father said."."""
    tokens = scene.tree.tokens
    if not quotation.closed or scene.text[quotation.end - 1] not in ",?!":
        return None
    start = scene.tree.at(quotation.outer[1] - 1) + 1
    _, end = scene.tree.sentence(max(start - 1, 0))
    around = scene.inside[max(start - 1, 0)]
    for index in range(start, min(start + _TAG, end)):
        if tokens[index].text in _STOPS or scene.inside[index] != around:
            return None
        if tokens[index].pos == "VERB" and tokens[index].lemma.lower() in scene.verbs:
            source = _own_near(scene, index, start)
            return Beside(index, source, "the verb after the closing mark") if source else None
    return None


def _own_near(scene: Scene, verb: int, low: int) -> int | None:
    """Return the nominal right before ``verb`` from ``low`` on, else the one right behind it."""
    tokens = scene.tree.tokens
    for index in (*range(verb - 1, low - 1, -1), *range(verb + 1, min(verb + 5, len(tokens)))):
        if tokens[index].text in (",", *_STOPS):
            continue
        if tokens[index].pos in NOMINALS and scene.can_speak(index):
            return last_of_name(scene, index) if tokens[index].pos == "PROPN" else index
    return None


def _label(scene: Scene, quotation: Quotation) -> Beside | None:
    """Return the name that a dash after the marks gives, or that a transcript puts in front."""
    tree = scene.tree
    if quotation.label >= 0:
        token = tree.at(quotation.label)
        return Beside(token, token, LABELLED)
    paragraph = scene.paragraphs[quotation.paragraph]
    signed = _signed(scene, quotation.outer[1], paragraph)
    below = scene.body_after(quotation.paragraph)
    alone = quotation.outer == (paragraph.start, paragraph.end)
    if signed is None and below >= 0 and alone:
        signed = _signed(scene, scene.paragraphs[below].start, scene.paragraphs[below])
    if signed is not None:
        return signed
    labelled = _labelled(scene, quotation, paragraph)
    if labelled is not None:
        return Beside(labelled, labelled, "the label beside the words")
    spoken = _TRANSCRIPT.match(scene.text, quotation.start, quotation.end)
    if spoken is not None:
        token = tree.at(spoken.end("name") - 1)
        return Beside(token, token, "the label in front of the words")
    return None


def _labelled(scene: Scene, quotation: Quotation, paragraph: Paragraph) -> int | None:
    """Return the end of the name that alone stands before a quotation, or behind it in a caption.

    'Roe: "Get out."' and '"He went right round me": reporter Ada Roe' have one.
    """
    tokens = scene.tree.tokens
    timed = _TIMED.fullmatch(scene.text, paragraph.start, quotation.outer[0])
    if timed is not None:
        return _head_of(scene.tree, timed)
    label = _LABEL.fullmatch(scene.text, paragraph.start, quotation.outer[0])
    if label is None and not scene.text[quotation.outer[1] : paragraph.end].strip():
        label = _ON_TOPIC.fullmatch(scene.text, paragraph.start, quotation.outer[0])
    if label is None and paragraph.kind == "caption":
        label = _CAPTIONED.fullmatch(scene.text, quotation.outer[1], paragraph.end)
    if label is None:
        return None
    first, last = scene.tree.at(label.start("name")), scene.tree.at(label.end("name") - 1)
    verb = any(tokens[i].pos in ("VERB", "AUX", "ADP") for i in range(max(first, 0), last + 1))
    known = {token.text for token in tokens if token.entity == "PERSON"}
    return last if first >= 0 and not verb and tokens[last].text in known else None


def _head_of(tree: Tree, label: re.Match[str]) -> int | None:
    """Return the last word of a name in a label, else the noun that its words hang on."""
    first, last = tree.at(label.start("name")), tree.at(label.end("name") - 1)
    if tree.tokens[last].entity == "PERSON" or tree.tokens[last].pos == "PROPN":
        return last
    inside = range(max(first, 0), last + 1)
    heads = [i for i in inside if tree.tokens[i].head not in inside or tree.tokens[i].head == i]
    nouns = [i for i in heads if tree.tokens[i].pos in NOMINALS]
    return nouns[0] if len(nouns) == 1 else None


def _signed(scene: Scene, start: int, paragraph: Paragraph) -> Beside | None:
    """Return the name that a dash at ``start`` and the rest of the paragraph give."""
    signed = _SIGNED.match(scene.text, start, paragraph.end)
    if signed is None or signed.end() < paragraph.end - 1:
        return None
    first, last = scene.tree.at(signed.start("name")), scene.tree.at(signed.end("name") - 1)
    verb = any(scene.is_reporting(token) for token in range(first, last + 1))
    if first < 0 or verb or scene.tree.tokens[first].pos != "PROPN":
        return None
    return Beside(first, last_of_name(scene, first), "the name signed below")


def _led(scene: Scene, quotation: Quotation) -> Beside | None:
    """Return the verb that touches the opening mark and its subject: 'The mob shouted "Out!"'."""
    at = scene.tree.at(quotation.outer[0] - 1)
    if scene.leads_in(quotation.outer[0]) != at or at < 0:
        return None
    return Beside(at, subject_of(scene.tree, at), "the verb before the opening mark")


def _after(scene: Scene, quotation: Quotation) -> Beside | None:
    """Return cue and source from the words that follow the closing mark, in its sentence."""
    tokens = scene.tree.tokens
    end = scene.paragraphs[quotation.paragraph].end
    ends_clause = scene.text[quotation.end - 1] in ",?!.…—–-;"
    if not quotation.closed or not (
        ends_clause or scene.text[quotation.outer[1] : quotation.outer[1] + 1] == ","
    ):
        return None
    start = scene.tree.at(quotation.outer[1] - 1) + 1
    ends_sentence = scene.text[quotation.end - 1] in "."
    for index in range(start, min(start + _REACH, len(tokens))):
        token = tokens[index]
        if token.start >= end or token.text in _STOPS or token.text == "whom":
            return None
        if scene.inside[index] >= 0:
            if _is_nickname(scene, scene.inside[index]):
                continue
            return None
        if token.tag == "VBN" and _is_caught(scene, index):
            continue
        put = token.lemma == "put" and tokens[min(index + 1, len(tokens) - 1)].text == "it"
        told = put or scene.is_reporting(index) or _is_mistagged(scene, index, start)
        told = told or (scene.text[quotation.end - 1] == "," and _ends_tag(scene, index, start))
        if told or (index == start and _is_inverted(scene, index)):
            if token.tag == "VBN" and tokens[min(index + 1, len(tokens) - 1)].text == "by":
                agent = scene.tree.child(index + 1, PREPOSITION_OBJECT)
                return Beside(index, agent, "the verb after the closing mark") if agent else None
            if ends_sentence and not _short_tag(scene, start, index, end):
                return None
            behind = tokens[min(index + 1, len(tokens) - 1)].text
            opens = scene.text[quotation.end - 1] in "?!" and _opens_sentence(scene, start)
            if opens or (behind == "that" and scene.text[quotation.end - 1] in "?!"):
                return None  # '"Why?" Roe joked that ...': a sentence of its own
            passive = scene.tree.child(index, PASSIVE_AUXILIARY) is not None
            source = None if passive else _near_subject(scene, index, start)
            if source is None or (behind == ":" and tokens[source].tag == "WP"):
                return None  # '"chaos" and a man who wrote: "..."'
            return Beside(index, source, "the verb after the closing mark")
    return None


def _opens_sentence(scene: Scene, first: int) -> bool:
    """Return whether a word that no name has opens with a capital: '"Why?" To this Roe replied'."""
    word = scene.tree.tokens[first]
    return word.text[:1].isupper() and word.pos in ("ADP", "SCONJ", "ADV", "CCONJ")


def _is_caught(scene: Scene, verb: int) -> bool:
    """Return whether somebody is heard or seen saying it: "Roe can be heard saying"."""
    saying = scene.tree.child(verb, _COMPLEMENT)
    return saying is not None and saying <= verb + 2 and scene.is_reporting(saying)


def _is_nickname(scene: Scene, index: int) -> bool:
    """Return whether the marks hold one word in a name: 'Marcia "Cia" Roe'."""
    start, end = scene.quotations[index].start, scene.quotations[index].end
    return " " not in scene.text[start:end] and scene.text[start].isupper()


def _is_mistagged(scene: Scene, index: int, start: int) -> bool:
    """Return whether a verb behind a name was taken for a noun: "Smith answers.".

    It ends its sentence, or only a name stands between it and the marks.
    """
    tokens = scene.tree.tokens
    if index == start or index + 1 >= len(tokens) or tokens[index].pos not in NOUNS:
        return False
    lemma = tokens[index].text.lower().removesuffix("s")
    if lemma not in scene.verbs:
        return False
    if all(token.entity == "PERSON" for token in tokens[start:index]):
        return scene.verbs[lemma] == "said"
    return tokens[index + 1].text in (".", ",") and tokens[index - 1].pos == "PROPN"


def _ends_tag(scene: Scene, verb: int, start: int) -> bool:
    """Return whether a verb that no table lists ends the sentence of a person: '," Roe mused.'."""
    tokens = scene.tree.tokens
    if tokens[verb].tag != "VBD" or verb + 1 >= len(tokens) or tokens[verb + 1].text != ".":
        return False
    acting = subject_of(scene.tree, verb)
    return acting is not None and acting >= start and tokens[acting].entity == "PERSON"


def _is_inverted(scene: Scene, verb: int) -> bool:
    """Return whether a person's name follows a verb that no table lists: '," marvelled Ann Roe'."""
    tokens = scene.tree.tokens
    if tokens[verb].tag not in ("VBD", "VBZ") or subject_of(scene.tree, verb) is not None:
        return False
    for index in range(verb + 1, min(verb + _TITLE, len(tokens))):
        if tokens[index].entity == "PERSON":
            return True
        if tokens[index].pos not in ("NOUN", "PROPN", "ADJ", "DET"):
            return False
    return False


def _short_tag(scene: Scene, start: int, verb: int, end: int) -> bool:
    """Return whether only "Smith said." follows, as after a full stop wrongly inside the marks."""
    tokens = scene.tree.tokens
    stop = verb
    while stop + 1 < len(tokens) and tokens[stop].text not in _STOPS and tokens[stop].start < end:
        stop += 1
    return stop - start <= 7 and all(tokens[i].dep not in _HELD for i in range(start, stop))


def _near_subject(scene: Scene, verb: int, low: int) -> int | None:
    """Return the subject of ``verb`` at or after token ``low``, by grammar, else by place."""
    tokens = scene.tree.tokens
    source = subject_of(scene.tree, verb)
    first = low + 1 if low < verb and tokens[low].text == "," else low
    if first < verb and tokens[first].entity == "PERSON":
        named = last_of_name(scene, first)
        # '," Ann Smith, head of this and that, said': the parser may take "that" for the subject.
        if source is None or not scene.tree.under(source, named):
            return named
    if first == verb - 1 and tokens[first].text[:1].isupper() and tokens[first].tag == "NN":
        return first  # a name that the parser takes for a thing: '," Roe tweeted'
    if source is not None and source >= low and scene.inside[source] < 0:
        return source
    for index in range(_before_aside(scene, verb, low), low - 1, -1):
        if tokens[index].pos in NOMINALS and scene.can_speak(index):
            return index
    for index in range(verb + 1, min(verb + 8, len(tokens))):
        if tokens[index].text in (".", ",", ";") or scene.inside[index] >= 0:
            return None
        if tokens[index].text.lower() in _ONE and tokens[index + 1].text in _ONE_ENDS:
            return index  # "tweeted one of its editors, Ada Roe", "vowed another."
        owns = tokens[min(index + 1, len(tokens) - 1)].tag == "POS"
        if tokens[index].pos in NOMINALS and tokens[index].entity not in TIMES and not owns:
            return last_of_name(scene, index)
    return None


def _before_aside(scene: Scene, verb: int, low: int) -> int:
    """Return the token before ``verb``, or before the aside that closes there: "Roe, R-N.O.,"."""
    tokens = scene.tree.tokens
    if tokens[verb - 1].text != ",":
        return verb - 1
    commas = (index for index in range(verb - 2, low, -1) if tokens[index].text == ",")
    return next(commas, verb) - 1


def _before(scene: Scene, quotation: Quotation) -> Beside | None:
    """Return cue and source from the words that lead up to the opening mark, in its sentence."""
    tokens = scene.tree.tokens
    paragraph = scene.paragraphs[quotation.paragraph]
    lead = scene.text[paragraph.start : quotation.outer[0]].rstrip()
    at = scene.tree.at(paragraph.start + len(lead) - 1) if lead else -1
    if at < 0 or tokens[at].start < paragraph.start:
        return None
    adjacent = scene.is_reporting(at) or tokens[at].text.lower() in ("that", "as")
    if lead[-1] not in ":," and not adjacent:
        return None
    first, _ = scene.tree.sentence(at)
    for index in range(at, max(first - 1, at - _REACH), -1):
        if scene.inside[index] >= 0:
            break
        if scene.is_reporting(index):
            if is_told_short(scene.tree, index):
                return None
            if (
                tokens[index].lemma == "ask"
                and scene.tree.child(index, PASSIVE_AUXILIARY) is not None
            ):
                by = scene.tree.child(index, AGENT)  # "Roe was asked, “Why?”"
                asks = scene.tree.child(by, PREPOSITION_OBJECT) if by is not None else None
                return Beside(index, asks, "the question before the opening mark")
            source = _subject_before(scene, index, first)
            return Beside(index, source, "the verb before the opening mark")
        if tokens[index].text.lower() == "according" and tokens[index + 1].text == "to":
            source = scene.tree.child(index + 1, PREPOSITION_OBJECT)
            return Beside(index, source, "the source before the opening mark")
    return _colon(scene, first, at) if lead[-1] == ":" else None


def _subject_before(scene: Scene, verb: int, first: int) -> int | None:
    aside = _before_aside(scene, verb, first)
    finite = scene.tree.tokens[verb].tag in ("VBD", "VBZ", "VBP")
    if finite and aside < verb - 1 and scene.tree.tokens[aside].entity == "PERSON":
        return aside  # "Ada Roe, R-N.O., said"
    source = source_of(scene.tree, verb)
    if source is not None and scene.inside[source] < 0:
        return source
    for index in range(verb - 1, first - 1, -1):
        is_subject = scene.tree.tokens[index].dep in NOUN_SUBJECTS
        if is_subject and scene.inside[index] < 0 and scene.can_speak(index):
            return index
    for index in range(verb - 1, max(first, verb - 6) - 1, -1):
        if scene.tree.tokens[index].pos == "PROPN" and scene.inside[index] < 0:
            return index
    if verb - first == 2 and scene.can_speak(verb - 1) and scene.inside[verb - 1] < 0:
        return verb - 1  # "The paper notes": no notes of papers
    return name_behind(scene, verb)


def _colon(scene: Scene, first: int, at: int) -> Beside | None:
    """Return who stands before a colon: "Smith:", "the minister's answer:"."""
    tokens = scene.tree.tokens
    if at > first and tokens[at].text == ":" and tokens[at - 1].entity == "PERSON":
        told = hears(scene.tree, at - 1)
        if told is None:
            return Beside(at, at - 1, "the name before the colon")
        owner = scene.tree.child(told, POSSESSOR)
        return Beside(at, owner, "the owner of the words before the colon") if owner else None
    root = next((i for i in range(first, at + 1) if tokens[i].dep == "ROOT"), None)
    if root is None:
        return _hung_on(scene, first, at)
    told = next((i for i in range(at, first, -1) if tokens[i].lemma in noun_kinds()), None)
    owner = scene.tree.child(told, POSSESSOR) if told is not None and told >= at - 2 else None
    if owner is not None:  # "The short version of Roe's message:"
        return Beside(at, owner, "the owner of the words before the colon")
    if tokens[root].pos in NOUNS:
        owner = scene.tree.child(root, POSSESSOR)
        if owner is not None and tokens[root].pos == "NOUN":
            return Beside(at, owner, "the owner of the words before the colon")
        done = scene.tree.child(root, _PARTICIPLE)
        by = scene.tree.child(done, AGENT) if done is not None else None
        agent = scene.tree.child(by, PREPOSITION_OBJECT) if by is not None else None
        if agent is not None:  # "Roe rebuked by Doe:"
            return Beside(at, agent, "who acts before the colon")
        return Beside(at, root, "the name before the colon")
    return Beside(at, subject_of(scene.tree, root), "the subject before the colon")


def _hung_on(scene: Scene, first: int, at: int) -> Beside | None:
    """Return who acts before a colon by a verb that the parser hangs on the words behind it.

    Only a name is sure to do so, or who owns the words: "Roe was quicker:", "Her reply was short:".
    """
    tokens = scene.tree.tokens
    verbs = (i for i in range(first, at) if tokens[i].head > at and tokens[i].pos in VERBS)
    verb = next(verbs, None)
    source = subject_of(scene.tree, verb) if verb is not None else None
    if source is None:
        return None
    if tokens[source].lemma.lower() in noun_kinds():
        owner = scene.tree.child(source, POSSESSOR)
        return Beside(at, owner, "the owner of the words before the colon") if owner else None
    named = tokens[source].entity == "PERSON" and tokens[source].pos == "PROPN"
    return Beside(at, source, "the subject before the colon") if named else None
