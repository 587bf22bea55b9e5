"""Propose what may be an attribution: a cue, what is said, and whose words they are.

Everything that has the shape of one is proposed; `attributions` decides.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from asreported.lexicon.load import column
from asreported.statements.beings import may_be_subject
from asreported.statements.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_CLAUSE = frozenset({"ccomp"})
_OPEN = frozenset({"xcomp"})
_PREPOSITION = frozenset({"prep"})
SPEECH = frozenset({"said", "claimed", "admitted", "boasted", "denied", "warned", "announced",
                     "promised", "criticized"})  # fmt: skip
NAMING = frozenset({"call", "dub", "term", "label", "name"})
"""Verbs that put a name or a judgement on something: their words may be nobody's."""
_ACCORDING = frozenset({"according", "According", "ACCORDING"})
_AGENT = frozenset({"agent"})
_MISREAD = ("NNP", "aux")
_AUXILIARY = frozenset({"auxpass"})
_CONTROLLER = frozenset({"dobj"})
_POBJ = frozenset({"pobj", "pcomp"})
_JUDGING = frozenset({"claimed", "criticized", "admitted", "denied"})
_WHICH = frozenset({"WDT", "WP", "WP$"})
# Verbs that hang so on another may take its subject.
_SHARING = frozenset({"conj", "xcomp", "advcl", "acl", "aux", "pcomp", "prep", "dep"})
# Prepositions that may lead to what is spoken of; the others say when, where and how.
_SAID_PREPOSITIONS = frozenset({"about", "of", "for", "against", "to", "with", "as", "on", "over",
                                "into", "from", "by", "upon"})  # fmt: skip
_NOT_SAID = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "aux", "auxpass", "neg", "expl",
                       "advmod", "npadvmod", "punct", "mark", "cc", "conj", "prt", "advcl", "agent",
                       "parataxis", "dep", "intj", "meta", "ROOT"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible attribution; numbers are token indices, ``content`` half-open stretches.

    ``shape`` is how the content hangs on the cue: ``clause infinitive object passive noun
    according``, or the preposition that leads to it.
    """

    cue: int
    cue_words: tuple[int, int]
    content: tuple[tuple[int, int], ...]
    source: int | None
    shape: str
    kind: str


@cache
def verb_kinds() -> Mapping[str, str]:
    """Return the kind of each reporting verb's lemma."""
    return column("reporting_verbs", "kind", key="verb")


@cache
def noun_kinds() -> Mapping[str, str]:
    """Return the kind of each noun that may introduce what is said."""
    return column("reporting_nouns", "kind", key="noun")


def propose(tree: Tree) -> Iterator[Candidate]:
    """Yield the candidates in the order of their cues."""
    verbs, nouns = verb_kinds(), noun_kinds()
    for index, token in enumerate(tree.tokens):
        found = None
        if token.text in _ACCORDING:
            found = _according(tree, index)
        elif token.pos == "VERB" or (token.pos == "AUX" and token.dep in ("ROOT", "ccomp")):
            found = _verb(tree, index, verbs.get(token.lemma.lower(), ""))
        elif token.pos in ("NOUN", "PROPN") and (kind := nouns.get(token.lemma.lower())):
            found = _noun(tree, index, kind)
        if found is not None:
            yield found


def source_of(tree: Tree, verb: int) -> int | None:
    """Return who speaks by ``verb``: "by Roe" of a passive, else its subject."""
    if tree.tokens[verb].tag == "VBN":
        agent = tree.child(verb, _AGENT)
        found = tree.child(agent, _POBJ) if agent is not None else None
        if found is not None or is_bare_participle(tree, verb):
            return found
    return subject_of(tree, verb)


def is_bare_participle(tree: Tree, verb: int) -> bool:
    """Return whether ``verb`` tells what something is called, by nobody in particular.

    So it does in "a branch called ..." and "Dubbed ..., the plan would ...".
    """
    token = tree.tokens[verb]
    return token.tag == "VBN" and token.dep in ("acl", "advcl") and token.lemma.lower() in NAMING


def subject_of(tree: Tree, verb: int) -> int | None:
    """Return the head of the subject of ``verb``, its own or the one it takes from another verb."""
    if tree.tokens[verb].tag == "VBG" and tree.tokens[verb].dep in ("advcl", "acl", "conj"):
        told = _speaks_above(tree, verb)
        if told is not None and tree.child(verb, SUBJECTS) is None:
            return subject_of(tree, told)
    again = _says_again(tree, verb)
    if again is not None:
        return subject_of(tree, again)
    first = _quoted(tree, verb)
    if first is not None and may_be_subject(tree, first):
        return first
    first = None
    for found in _subjects(tree, verb):
        if may_be_subject(tree, found):
            return found
        first = found if first is None else first
    return first


def hears(tree: Tree, name: int) -> int | None:
    """Return the noun of words spoken to ``name``, as "interview" in "his interview with Roe"."""
    tokens = tree.tokens
    name = tokens[name].head if tokens[name].dep == "appos" else name  # "with the host Roe"
    preposition = tokens[name].head
    if tokens[name].dep != "pobj" or tokens[preposition].text.lower() not in ("with", "to"):
        return None
    words = tokens[preposition].head
    return words if words < preposition and tokens[words].lemma.lower() in noun_kinds() else None


def _says_again(tree: Tree, verb: int) -> int | None:
    """Return the verb that ``verb`` repeats: in "Roe said Doe had left and said ..." Roe said both.

    The parser joins the second to what Roe said.
    """
    tokens = tree.tokens
    joined = tokens[verb].head
    if tokens[verb].dep != "conj" or _own_subject(tree, verb) is not None:
        return None
    above = tokens[joined].head
    lemma = tokens[verb].lemma
    repeats = tokens[joined].dep == "ccomp" and tokens[above].lemma == lemma != tokens[joined].lemma
    return above if repeats and above < verb and verb_kinds().get(lemma.lower()) in SPEECH else None


def _quoted(tree: Tree, verb: int) -> int | None:
    """Return whom "media quoted Roe as saying" quotes."""
    if tree.tokens[verb].lemma.lower() not in ("quote", "cite"):
        return None
    told = any(tree.tokens[child].text.lower() == "as" for child in tree.children[verb])
    return tree.child(verb, _CONTROLLER) if told else None


def _subjects(tree: Tree, verb: int) -> Iterator[int]:
    """Yield who may be the subject of ``verb``: its own alone, else those of the verbs above it.

    The nearest comes first: "She thinks the film should go but said ..." gives "film", then "she".
    """
    own = _own_subject(tree, verb)
    if own is not None or tree.child(verb, PASSIVE_SUBJECTS) is not None:
        if own is not None:
            yield own
        return
    here, past = verb, False
    for _ in range(8):
        token = tree.tokens[here]
        head = token.head
        if head == here:
            return
        if token.dep == "pcomp" and tree.tokens[head].text.lower() == "as":
            quoted = tree.child(tree.tokens[head].head, _CONTROLLER)
            if quoted is not None:
                yield quoted  # "quoted the minister as saying"
        nominal = tree.tokens[head].pos in ("NOUN", "PROPN", "PRON")
        if token.dep in ("acl", "relcl") and nominal and not past:
            yield head
        if token.dep == "xcomp":
            controller = tree.child(head, _CONTROLLER)
            if controller is not None and head < controller < here:
                yield controller
        if not past and token.dep not in _SHARING:
            return
        here = head
        subject = _own_subject(tree, here)
        if subject is None:
            subject = tree.child(here, PASSIVE_SUBJECTS)
        if subject is not None:
            yield subject
            past = True


def _own_subject(tree: Tree, verb: int) -> int | None:
    """Return the subject of ``verb`` itself: of two the nearer one, as in "the chief Roe"."""
    found = None
    before = tree.tokens[verb - 1] if verb else None
    modal = before is not None and (before.tag == "MD" or (before.tag, before.dep) == _MISREAD)
    if before is not None and modal and tree.tokens[verb].tag == "VBD":
        # No modal stands before a past tense: "May said" has a name that looks like one.
        return verb - 1 if before.text[:1].isupper() else None
    for child in tree.children[verb]:
        if tree.tokens[child].dep in ("nsubj", "csubj") and (found is None or child < verb):
            found = child
    return _name_behind(tree, verb) or found if found is not None and found > verb else found


def _name_behind(tree: Tree, verb: int) -> int | None:
    """Return the end of the name right behind ``verb`` that a comma parts from all else.

    In "says Ada Roe, a former director and a colleague of Doe" the parser may choose the colleague.
    """
    tokens = tree.tokens
    end = verb + 1
    while end < len(tokens) and tokens[end].entity == "PERSON":
        end += 1
    named = end > verb + 1 and end < len(tokens) and tokens[end].text == ","
    return end - 1 if named and tokens[end - 1].pos == "PROPN" else None


def _speaks_above(tree: Tree, verb: int) -> int | None:
    """Return the reporting verb in whose clause the participle ``verb`` was put, if it goes on.

    "He said they were screaming, describing the scene as ...": who describes is who said.
    """
    if verb == 0 or tree.tokens[verb - 1].text not in (",", "”", '"', "and"):
        return None
    if tree.tokens[verb].lemma.lower() not in verb_kinds():
        return None
    here = tree.tokens[verb].head
    for _ in range(4):
        token = tree.tokens[here]
        if token.head == here:
            return None
        head = tree.tokens[token.head]
        if token.dep == "ccomp" and verb_kinds().get(head.lemma.lower(), "") in SPEECH:
            return token.head if token.head < here else None
        here = token.head
    return None


def _verb(tree: Tree, verb: int, kind: str) -> Candidate | None:
    tokens = tree.tokens
    passive = tree.child(verb, PASSIVE_SUBJECTS)
    is_passive = passive is not None or tree.child(verb, _AUXILIARY) is not None
    if tokens[verb].tag == "VBN" and tokens[verb].dep in ("acl", "advcl"):
        is_passive = is_passive or tree.child(verb, _AGENT) is not None  # "described by Roe as"
    clause = _said_clause(tree, verb)
    source = None if is_bare_participle(tree, verb) else subject_of(tree, verb)
    if is_passive:
        agent = tree.child(verb, _AGENT)
        source = tree.child(agent, _POBJ) if agent is not None else None
    elif source is None and kind in SPEECH:
        source = _name_before(tree, verb)
    cue = _cue_words(tree, verb)
    if clause is not None:
        shape = "clause" if tokens[clause].dep == "ccomp" else "infinitive"
        first, last = tree.left[clause], _before_tag(tree, tree.left[clause], tree.right[clause])
        if clause < verb and closes_another(tree, verb):
            first, _ = tree.sentence(verb)
        said = _trim(tree, first, last, verb)
        parts = [] if said is None else [said]
        if is_passive and shape == "infinitive" and passive is not None:
            parts.insert(0, (tree.left[passive], tree.right[passive]))
            shape = "passive"
        return Candidate(verb, cue, tuple(parts), source, shape, kind) if said else None
    if not kind:
        return None
    if closes_another(tree, verb):
        first, _ = tree.sentence(verb)
        told = _trim(tree, first, _before_tag(tree, first, verb + 1), verb)
        if told is not None and told[1] < verb and source is not None:
            return Candidate(verb, cue, (told,), source, "clause", kind)
    rest = _objects(tree, verb)
    if rest is None:
        return None
    first, last, shape = rest
    part = _trim(tree, first, last, verb)
    if part is None:
        return None
    parts = [part]
    if is_passive and passive is not None:
        parts.insert(0, (tree.left[passive], tree.right[passive]))
        shape = "passive"
    return Candidate(verb, cue, tuple(parts), source, shape, kind)


def _before_tag(tree: Tree, first: int, last: int) -> int:
    """Return where the stretch ends without ", the agency reports" or ", according to ..."."""
    for index in range(last - 1, max(first, last - 16), -1):
        if tree.tokens[index].text.lower() == "according" and tree.tokens[index - 1].text == ",":
            return index - 1 if tree.right[index] >= last - 1 else last
    verb = last - 1
    while verb > first and tree.tokens[verb].text in (".", ",", "”", '"'):
        verb -= 1
    token = tree.tokens[verb]
    if token.tag not in ("VBD", "VBZ", "VBP") or token.lemma.lower() not in verb_kinds():
        return last
    subject = _own_subject(tree, verb)
    if subject is None or subject > verb or tree.right[subject] != verb:
        return last
    start = tree.left[subject]
    marks = tree.tokens[start - 1].text in (",", "”", '"') if start > first + 1 else False
    return start if marks else last


def closes_another(tree: Tree, verb: int) -> bool:
    """Return whether ``verb`` ends a sentence that another reporting verb opens."""
    _, last = tree.sentence(verb)
    if verb < last - 2 or tree.tokens[verb].head == verb:
        return False
    here = verb
    for _ in range(3):
        here = tree.tokens[here].head
        if here < verb and verb_kinds().get(tree.tokens[here].lemma.lower(), "") in SPEECH:
            return True
    return False


def _name_before(tree: Tree, verb: int) -> int | None:
    """Return the name right before a finite verb that the parser left without a subject."""
    tokens = tree.tokens
    if tokens[verb].tag not in ("VBD", "VBZ", "VBP"):
        return None
    index = verb - 1
    while index >= 0 and tokens[index].pos in ("AUX", "ADV"):
        index -= 1
    if index >= 0 and tokens[index].text == ")":
        while index >= 0 and tokens[index].text != "(":
            index -= 1
        index -= 1
    first, _ = tree.sentence(verb)
    named = index >= first and tokens[index].pos == "PROPN"
    return index if named and tokens[index].entity in ("PERSON", "ORG") else None


def _said_clause(tree: Tree, verb: int) -> int | None:
    found = None
    for child in tree.children[verb]:
        if tree.tokens[child].dep == "ccomp":
            return child
        if tree.tokens[child].dep == "xcomp" and child > verb:
            found = child
    return found


def _objects(tree: Tree, verb: int) -> tuple[int, int, str] | None:
    """Return the stretch of the verb's objects and of the phrases that belong to what is said.

    The shape is "object", or the preposition where no object comes first.
    """
    first = last = None
    shape = ""
    for child in tree.children[verb]:
        token = tree.tokens[child]
        if child < verb or token.dep in _NOT_SAID:
            continue
        if token.dep == "prep" and token.text.lower() not in _SAID_PREPOSITIONS:
            if first is not None:
                break
            continue
        if first is None:
            if token.dep == "prep":
                topic = tree.child(child, _POBJ)
                if topic is None:
                    continue
                first, shape = tree.left[topic], token.text.lower()
            else:
                first, shape = tree.left[child], "object"
        last = tree.right[child]
    if first is None or last is None:
        return None
    judges = verb_kinds().get(tree.tokens[verb].lemma.lower()) in _JUDGING
    return first, _without_aside(tree, first, last, judges), shape


def _without_aside(tree: Tree, first: int, last: int, judges: bool) -> int:
    """Return where the stretch ends without a closing ", which ..." or "the fire that killed ...".

    What is told of a thing known that one ``judges`` or claims is the outlet's own.
    """
    tokens = tree.tokens
    for index in range(first + 1, last):
        if tokens[index].text == "," and tokens[min(index + 1, last - 1)].tag in _WHICH:
            return index
        closes = tokens[index].dep == "relcl" and tree.right[index] >= last
        if judges and closes and tree.left[index] > first and _is_known(tree, tokens[index].head):
            return tree.left[index]
    return last


def _is_known(tree: Tree, noun: int) -> bool:
    """Return whether "the" or "this" stands before a noun."""
    return any(tree.tokens[child].text.lower() in ("the", "this") for child in tree.children[noun])


def _cue_words(tree: Tree, verb: int) -> tuple[int, int]:
    """Return the verb with the auxiliaries and particles that touch it."""
    first, last = verb, verb + 1
    for child in tree.children[verb]:
        if tree.tokens[child].dep in ("aux", "auxpass", "neg") and child < verb:
            first = min(first, child)
        if tree.tokens[child].dep == "prt" and child == verb + 1:
            last = child + 1
    return first, last


def _trim(tree: Tree, first: int, last: int, cue: int) -> tuple[int, int] | None:
    """Return the stretch without closing stops, leading commas and "that"; never over the cue."""
    tokens = tree.tokens
    if first <= cue < last:
        first, last = (first, cue) if cue - first > last - cue else (cue + 1, last)
    while first < last and (tokens[first].text in ",;:—–-" or (
        tokens[first].text.lower() == "that" and tokens[first].dep == "mark")):  # fmt: skip
        first += 1
    while first < last and tokens[last - 1].text in ",;:.—–-":
        last -= 1
    return (first, last) if first < last else None


def _noun(tree: Tree, noun: int, kind: str) -> Candidate | None:
    tokens = tree.tokens
    content = None
    for child in tree.children[noun]:
        if child < noun:
            continue
        dep = tokens[child].dep
        clause = dep in ("acl", "ccomp", "xcomp") and tokens[child].tag != "VBN"
        if clause or (dep == "relcl" and tokens[tree.left[child]].tag == "IN"):
            content = (tree.left[child], tree.right[child])
            break
        if dep == "prep" and tokens[child].text.lower() in ("of", "for", "about", "on", "to",
                                                            "against", "over", "with"):  # fmt: skip
            content = (tree.left[child], tree.right[child])
            break
    if content is None:
        return None
    part = _trim(tree, *content, noun)
    if part is None:
        return None
    source = tree.child(noun, frozenset({"poss"}))
    if source is None:
        head = tokens[noun].head
        if tokens[noun].dep in ("dobj", "pobj", "attr") and head != noun:
            governor = tokens[head].head if tokens[noun].dep == "pobj" else head
            if tokens[governor].pos in ("VERB", "AUX"):
                source = subject_of(tree, governor)
    return Candidate(noun, (noun, noun + 1), (part,), source, "noun", kind)


def _according(tree: Tree, index: int) -> Candidate | None:
    tokens = tree.tokens
    to = index + 1 if index + 1 < len(tokens) and tokens[index + 1].text.lower() == "to" else None
    if to is None:
        return None
    source = tree.child(to, _POBJ)
    if source is None:
        source = tree.child(index, _POBJ)
    if source is None:
        return None
    end = tree.right[source]
    parts = _beside_source(tree, index, end)
    if not parts:
        return None
    return Candidate(index, (index, to + 1), parts, source, "according", "said")


def _beside_source(tree: Tree, index: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return what "according to ..." (tokens ``index:end``) is said of: before, behind, around."""
    tokens = tree.tokens
    first, last = tree.sentence(index)
    if index - first <= 1:
        found = [_trim(tree, end, last, index)]
    else:
        closes = tokens[index - 1].text in (",", "”", '"') and end >= last - 2
        head = tokens[index].head
        around = tokens[index - 1].text == "," and end < last - 2 and tokens[end].text == ","
        behind = _trim(tree, end, last, index) if around else None
        if behind is not None and tokens[behind[0]].tag not in ("CC", "IN", "WDT", "WP"):
            found = [_trim(tree, first, index, index), behind]
        else:
            start = tree.left[head] if tree.left[head] < index and not closes else first
            found = [_trim(tree, start, index, index)]
    return tuple(part for part in found if part is not None)
