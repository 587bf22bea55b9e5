"""Propose what may be an attribution: a cue, what is said, and whose words they are.

Everything that has the shape of one is proposed; `attributions` decides.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from asreported.lexicon.acts import acts
from asreported.lexicon.load import words
from asreported.model.labels import (
    ACTIVE_SUBJECTS,
    AGENT,
    AUXILIARIES,
    NOUNS,
    OBJECT,
    PASSIVE_AUXILIARY,
    PASSIVE_SUBJECTS,
    PAST,
    POSSESSOR,
    PREPOSITION_OBJECTS,
    VERBS,
)
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.astold import find_teller
from asreported.statements.speech.beings import is_human, may_be_subject
from asreported.statements.speech.binding import ASKS
from asreported.statements.speech.endings import before_tag, end_of_clause, without_aside
from asreported.statements.speech.reporting import FINITE, SPEECH, noun_kinds, verb_kinds
from asreported.statements.speech.subjects import (
    is_bare_participle,
    name_before,
    subject_of,
)

_ACCORDING = frozenset({"according", "According", "ACCORDING"})
# Where a verb has one of these, it is no passive short of its auxiliary.
_GIVEN = frozenset({"dobj", "agent", "auxpass"})
_RELATIVE = frozenset({"relcl"})
# Who does so with words and fears has them not: they are others'.
_OF_OTHERS = words("word_classes", kind="of_others")
# How one speaks by a noun: "said in a statement that"; who acts "amid claims that" claims nothing.
_SPOKEN_IN = frozenset({"in", "with", "by", "through", "via"})
_HELD = frozenset({"believe", "say", "think", "know", "suspect", "understand", "presume", "fear"})
_HELD_SO = _HELD | {"report", "declare", "confirm", "list"}
_FATES = frozenset({"kill", "hurt", "missing", "trap"})
_RELATIVES = frozenset({"that", "who", "which"})
_JUDGING = frozenset({"claimed", "criticized", "admitted", "denied"})
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


def propose(tree: Tree) -> Iterator[Candidate]:
    """Yield the candidates in the order of their cues."""
    verbs, nouns = verb_kinds(), noun_kinds()
    for index, token in enumerate(tree.tokens):
        found = None
        if token.text in _ACCORDING:
            found = _according(tree, index)
        elif token.pos == "VERB" or (token.pos == "AUX" and token.dep in ("ROOT", "ccomp")):
            found = _as_told(tree, index) or _verb(tree, index, verbs.get(token.lemma.lower(), ""))
        elif token.pos in NOUNS and (kind := nouns.get(token.lemma.lower())):
            found = _noun(tree, index, kind)
        if found is not None:
            yield found


def _verb(tree: Tree, verb: int, kind: str) -> Candidate | None:
    """Return what may be said by ``verb``: its clause, the words it closes or tags, its objects."""
    clause = _said_clause(tree, verb)
    is_passive = _is_passive(tree, verb, kind, clause)
    source = None if is_bare_participle(tree, verb) else subject_of(tree, verb)
    if is_passive:
        agent = tree.child(verb, AGENT)
        source = tree.child(agent, PREPOSITION_OBJECTS) if agent is not None else None
    elif source is None and kind in SPEECH:
        source = name_before(tree, verb)
    passive = tree.child(verb, PASSIVE_SUBJECTS)
    befallen = (tree.left[passive], tree.right[passive]) if passive is not None else None
    cue = _cue_words(tree, verb)
    if clause is not None:
        said = _trim(tree, *_clause_words(tree, verb, clause), verb)
        if said is None:
            return None
        shape = "infinitive" if tree.tokens[clause].dep == "xcomp" else "clause"
        if befallen is not None and shape == "infinitive":
            return Candidate(verb, cue, (befallen, said), source, "passive", kind)
        return Candidate(verb, cue, (said,), source, shape, kind)
    if not kind:
        return None
    around = _closed(tree, verb, source) or _tagged(tree, verb, source, kind in SPEECH)
    if around:
        return Candidate(verb, cue, around, source, "clause", kind)
    rest = _objects(tree, verb)
    part = _trim(tree, rest[0], rest[1], verb) if rest is not None else None
    if rest is None or part is None:
        return None
    if befallen is not None:
        return Candidate(verb, cue, (befallen, part), source, "passive", kind)
    return Candidate(verb, cue, (part,), source, rest[2], kind)


def _is_passive(tree: Tree, verb: int, kind: str, clause: int | None) -> bool:
    """Return whether the subject of ``verb`` is told of and does not speak."""
    token = tree.tokens[verb]
    if any(tree.child(verb, deps) is not None for deps in (PASSIVE_SUBJECTS, PASSIVE_AUXILIARY)):
        return True
    # "described by Roe as", "when asked about the fire"
    participle = token.tag == "VBN" and token.dep in ("acl", "advcl")
    if participle and (tree.child(verb, AGENT) is not None or _is_asked(tree, verb)):
        return True
    if kind == "criticized" and is_told_short(tree, verb):
        return True
    return _is_held_to(tree, verb, clause) or _is_held_dead(tree, verb)


def _clause_words(tree: Tree, verb: int, clause: int) -> tuple[int, int]:
    """Return the words of a clause that is said, with what goes on and without a closing tag."""
    first = tree.left[clause] + (tree.tokens[clause].dep == "relcl")  # "that" is no part of it
    last = end_of_clause(tree, verb, clause, first)
    if clause < verb and closes_another(tree, verb):
        first, _ = tree.sentence(verb)
    return first, last


def _closed(tree: Tree, verb: int, source: int | None) -> tuple[tuple[int, int], ...]:
    """Return what stands before a verb that ends a sentence which another one opens, if any does.

    "Roe said it moved, Reuters reported": Reuters reports all before.
    """
    if source is None or not closes_another(tree, verb):
        return ()
    first, _ = tree.sentence(verb)
    told = _trim(tree, first, before_tag(tree, first, verb + 1), verb)
    return (told,) if told is not None and told[1] < verb else ()


def is_told_short(tree: Tree, verb: int) -> bool:
    """Return whether a headline leaves out the auxiliary of a passive: "Verdict slammed as ..."."""
    after = tree.tokens[min(verb + 1, len(tree.tokens) - 1)]
    return (
        tree.tokens[verb].dep == "ROOT"
        and after.text == "as"
        and after.head == verb
        and not any(tree.tokens[child].dep in _GIVEN for child in tree.children[verb])
    )


def _is_asked(tree: Tree, verb: int) -> bool:
    """Return whether ``verb``, a participle, tells that its subject was asked something."""
    asks = tree.tokens[verb].lemma.lower() in ASKS
    return asks and tree.tokens[verb].dep == "advcl" and tree.child(verb, OBJECT) is None


def _is_held_to(tree: Tree, verb: int, clause: int | None) -> bool:
    """Return whether others believe it of the subject: "a ship believed to have sunk".

    Nobody believes or says "to have" something of somebody without naming whom.
    """
    if clause is None or tree.tokens[clause].dep != "xcomp":
        return False
    infinitive = any(tree.tokens[child].tag == "TO" for child in tree.children[clause])
    held = tree.tokens[verb].lemma.lower() in _HELD and tree.tokens[verb].tag in PAST
    return held and infinitive and tree.child(verb, OBJECT) is None


def _is_held_dead(tree: Tree, verb: int) -> bool:
    """Return whether what befell the subject stands alone behind: "were hurt or feared dead".

    "Fifty reported dead" has no auxiliary; who reports dead birds has an object.
    """
    tokens = tree.tokens
    held = tokens[verb].lemma.lower() in _HELD_SO and tokens[verb].tag in PAST
    if not held or verb + 1 == len(tokens):
        return False
    told = tokens[verb + 1]
    fates = acts().get(told.text.lower()) or acts().get(told.lemma.lower()) or ()
    last = tokens[min(verb + 2, len(tokens) - 1)]
    return any(act.field in _FATES for act in fates) and last.pos not in ("NOUN", "PROPN", "ADJ")


def _tagged(tree: Tree, verb: int, source: int | None, speaks: bool) -> tuple[tuple[int, int], ...]:
    """Return what stands around ", police said" that the parser joins to it or puts inside it.

    Before a tag that closes the sentence: "It burned and fell, police said Monday"; on both sides
    of one within it: "When it burned, police said, he ran", for which the verb need not be one that
    ``speaks``. Behind a closing quotation mark nothing is found: whose words a quotation is has
    other signs too.
    """
    tokens = tree.tokens
    joined = tokens[verb].head
    first, last = tree.sentence(verb)
    start = tree.left[source] if source is not None and source < verb else first
    if start == first or tokens[start - 1].text != ",":
        return ()
    finite = tokens[joined].tag in FINITE or any(
        tokens[child].dep in AUXILIARIES for child in tree.children[joined]
    )
    if speaks and finite and joined < start and tokens[verb].dep in ("conj", "parataxis"):
        parts = [_trim(tree, first, start, verb)]
    elif joined > verb and tokens[verb].dep == "parataxis" and tokens[verb + 1].text == ",":
        parts = [_trim(tree, first, start, verb), _trim(tree, verb + 2, last, verb)]
    elif speaks and joined == verb and source is not None and tokens[verb + 1].text == ".":
        parts = [_trim(tree, first, start, verb)]  # the parser found no verb in what is said
    else:
        return ()
    return tuple(part for part in parts if part is not None)


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


def _said_clause(tree: Tree, verb: int) -> int | None:
    """Return the head of what is said: of two clauses the one that follows the verb at once.

    "Speaking on condition that she is not named, Roe said there were no plans" has two.
    """
    found = None
    told = [child for child in tree.children[verb] if tree.tokens[child].dep == "ccomp"]
    if len(told) > 1 and told[0] < verb < told[1] and tree.left[told[1]] == verb + 1:
        return told[1]
    if told:
        return told[0]
    for child in tree.children[verb]:
        if tree.tokens[child].dep == "xcomp" and child > verb:
            found = child
    return _told_clause(tree, verb) if found is None else found


def _told_clause(tree: Tree, verb: int) -> int | None:
    """Return the clause that the parser hangs on who is told: "told Harbour News that he saw"."""
    told = tree.child(verb, OBJECT)
    if told is None or tree.tokens[verb].lemma.lower() != "tell":
        return None
    clause = tree.child(told, _RELATIVE)
    subject = tree.child(clause, ACTIVE_SUBJECTS) if clause is not None else None
    if clause is None or subject is None or tree.tokens[subject].text.lower() in _RELATIVES:
        return None
    return clause if tree.tokens[tree.left[clause]].text == "that" else None


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
                topic = tree.child(child, PREPOSITION_OBJECTS)
                if topic is None:
                    continue
                first, shape = tree.left[topic], token.text.lower()
            else:
                first, shape = tree.left[child], "object"
        last = tree.right[child]
    if first is None or last is None:
        return None
    judges = verb_kinds().get(tree.tokens[verb].lemma.lower()) in _JUDGING
    return first, without_aside(tree, first, last, judges), shape


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
    source = _owner(tree, noun)
    if source is None:
        head = tokens[noun].head
        spoken = tokens[noun].dep != "pobj" or tokens[head].text.lower() in _SPOKEN_IN
        if spoken and tokens[noun].dep in ("dobj", "pobj", "attr") and head != noun:
            governor = tokens[head].head if tokens[noun].dep == "pobj" else head
            if tokens[governor].pos in VERBS and tokens[governor].lemma not in _OF_OTHERS:
                source = subject_of(tree, governor)
    return Candidate(noun, (noun, noun + 1), (part,), source, "noun", kind)


def _owner(tree: Tree, noun: int) -> int | None:
    """Return whose words a noun names: "Roe's claim", "a request from Roe", "inmate claims"."""
    tokens = tree.tokens
    owner = tree.child(noun, POSSESSOR)
    if owner is not None:
        return owner
    for child in tree.children[noun]:
        if tokens[child].dep == "prep" and tokens[child].text.lower() in ("from", "by"):
            given = tree.child(child, PREPOSITION_OBJECTS)
            if given is not None and may_be_subject(tree, given):
                return given
        that = tokens[min(noun + 1, len(tokens) - 1)].text == "that"
        body = that and tokens[child].entity == "ORG" and tokens[child].pos == "PROPN"
        if tokens[child].dep == "compound" and (is_human(tokens[child]) or body):
            return child
    # "for comment from Roe": the parser joins him to the comment.
    below = next((c for c in tree.children[noun] if tokens[c].text.lower() == "for"), None)
    sought = tree.child(below, PREPOSITION_OBJECTS) if below is not None else None
    asks = noun_kinds().get(tokens[noun].lemma.lower()) == "asked"
    return _owner(tree, sought) if sought is not None and asks else None


def _according(tree: Tree, index: int) -> Candidate | None:
    tokens = tree.tokens
    to = index + 1 if index + 1 < len(tokens) and tokens[index + 1].text.lower() == "to" else None
    if to is None:
        return None
    source = tree.child(to, PREPOSITION_OBJECTS)
    if source is None:
        source = tree.child(index, PREPOSITION_OBJECTS)
    if source is None:
        return None
    end = tree.right[source]
    parts = _beside_source(tree, index, end)
    if not parts:
        return None
    return Candidate(index, (index, to + 1), parts, source, "according", "said")


def _as_told(tree: Tree, verb: int) -> Candidate | None:
    """Return what a sentence tells on another's word: "As the Courier reported, ..."."""
    told = find_teller(tree, verb)
    if told is None:
        return None
    teller, opening = told
    parts = _beside_source(tree, opening, tree.right[verb])
    cue = (opening, verb + 1) if opening + 1 == verb else (verb, verb + 1)
    return Candidate(verb, cue, parts, teller, "according", "said") if parts else None


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
