"""Find who acts by a verb: its subject, the one it shares with another verb, or an agent."""

from collections.abc import Iterator

from asreported.model.labels import (
    ACTIVE_SUBJECTS,
    ADNOMINAL_CLAUSES,
    AGENT,
    ALL_SUBJECTS,
    MARK,
    NOUNS,
    OBJECT,
    PASSIVE_SUBJECTS,
    PREPOSITION_OBJECTS,
    PREPOSITIONS,
)
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.beings import (
    is_dummy,
    is_human,
    is_personal,
    may_be_subject,
    speaker_kinds,
)
from asreported.statements.speech.reporting import FINITE, NAMING, SPEECH, noun_kinds, verb_kinds

_WHEN = frozenset({"npadvmod"})
_MISREAD = ("NNP", "aux")
# Verbs whose object is no listener: behind a comma a name after them is who speaks.
_TAGS = frozenset({"say", "add", "explain", "recall"})
# Words of place that need no noun: "Outside some men shouted".
_PLACES = frozenset({"outside", "inside", "nearby", "below", "above", "behind", "along"})
# Verbs that hang so on another may take its subject.
_DASHES = frozenset({"-", "--", "–", "—"})
_SHARING = frozenset({"conj", "xcomp", "advcl", "acl", "aux", "pcomp", "prep", "dep"})


def source_of(tree: Tree, verb: int) -> int | None:
    """Return who speaks by ``verb``: "by Roe" of a passive, else its subject."""
    if tree.tokens[verb].tag == "VBN":
        agent = tree.child(verb, AGENT)
        found = tree.child(agent, PREPOSITION_OBJECTS) if agent is not None else None
        if found is not None or is_bare_participle(tree, verb):
            return found
    return subject_of(tree, verb)


def is_bare_participle(tree: Tree, verb: int) -> bool:
    """Return whether ``verb`` tells what something is called, by nobody in particular.

    So it does in "a branch called ..." and "Dubbed ..., the plan would ...".
    """
    token = tree.tokens[verb]
    named = token.tag == "VBN" and token.dep in ("acl", "advcl") and token.lemma.lower() in NAMING
    return named and tree.child(verb, ACTIVE_SUBJECTS) is None  # "after Roe has called it ..."


def subject_of(tree: Tree, verb: int) -> int | None:
    """Return the head of the subject of ``verb``, its own or the one it takes from another verb."""
    if tree.tokens[verb].tag == "VBG" and tree.tokens[verb].dep in ("advcl", "acl", "conj"):
        told = _speaks_above(tree, verb)
        if told is not None and tree.child(verb, ACTIVE_SUBJECTS) is None:
            return subject_of(tree, told)
    joined = _joined_subject(tree, verb)
    if joined is not None:
        return joined
    if own_subject(tree, verb) is None:
        again = _says_again(tree, verb) or _finite_above(tree, verb)
        if again is not None:
            return subject_of(tree, again)
        first = _day_after(tree, verb)
        if first is not None:
            return first
    for first in (_told_noun(tree, verb), _quoted(tree, verb)):
        if first is not None and may_be_subject(tree, first):
            return first
    first = None
    for found in _subjects(tree, verb):
        if may_be_subject(tree, found):
            return found
        if first is None and not is_dummy(tree, found):
            first = found
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
    if tokens[verb].dep != "conj":
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
    return tree.child(verb, OBJECT) if told else None


def _subjects(tree: Tree, verb: int) -> Iterator[int]:
    """Yield who may be the subject of ``verb``: its own alone, else those of the verbs above it.

    The nearest comes first: "She thinks the film should go but said ..." gives "film", then "she".
    """
    own = own_subject(tree, verb)
    own = _addresses(tree, verb) if own is None else own
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
            quoted = tree.child(tree.tokens[head].head, OBJECT)
            if quoted is not None:
                yield quoted  # "quoted the minister as saying"
        nominal = tree.tokens[head].pos in ("NOUN", "PROPN", "PRON")
        # "plans to leave, saying", "rejected the idea, saying": neither plan nor idea says it
        told = here != verb and token.tag == "VB"
        loose = token.tag == "VBG" and tree.tokens[tree.left[here] - 1].dep == "punct"
        told = told or (loose and nominal and not may_be_subject(tree, head))
        if token.dep in ADNOMINAL_CLAUSES and nominal and not past and not told:
            yield head
        if token.dep == "xcomp":
            controller = tree.child(head, OBJECT)
            if controller is not None and head < controller < here:
                yield controller
        if not past and token.dep not in _SHARING:
            return
        here = tree.tokens[head].head if told and nominal else head
        subject = own_subject(tree, here)
        if subject is None:
            subject = tree.child(here, PASSIVE_SUBJECTS)
        if subject is not None:
            yield subject
            past = True


def _addresses(tree: Tree, verb: int) -> int | None:
    """Return who says by words that go to others: "it sent a notice to captains saying ..."."""
    tokens = tree.tokens
    told = tokens[verb].head
    to = tokens[told].head
    above = tokens[to].head
    text = tree.child(above, OBJECT) if tokens[above].pos == "VERB" else above
    plain = tokens[verb].tag == "VBG" and tokens[verb].dep == "acl" and tokens[told].dep == "pobj"
    if not plain or tokens[to].text.lower() != "to" or text is None or tokens[text].dep != "dobj":
        return None
    kind = speaker_kinds().get(tokens[text].lemma.lower())
    return own_subject(tree, tokens[text].head) if kind == "document" else None


def _finite_above(tree: Tree, verb: int) -> int | None:
    """Return the verb whose subject a finite ``verb`` shares that hangs on its infinitive.

    In "Roe urged Doe to leave and accused ..." Roe does both: an infinitive and a past tense are
    not joined.
    """
    tokens = tree.tokens
    above = tokens[verb].head
    if tokens[verb].tag not in ("VBD", "VBZ") or tokens[verb].dep != "conj":
        return None  # of "VBP" the parser is not sure
    if (tokens[above].tag, tokens[above].dep) != ("VB", "xcomp"):
        return None
    while tokens[above].dep == "xcomp":
        above = tokens[above].head
    return above


def _told_noun(tree: Tree, verb: int) -> int | None:
    """Return the noun that heads the sentence of a finite ``verb``, which no verb does.

    The parser hangs the verb on the noun beside: "Neighbours in the street, which has three shops,
    described ...".
    """
    tokens = tree.tokens
    hangs = tokens[verb].dep == "acl" and tokens[verb].tag in FINITE
    if not hangs or tree.child(verb, ALL_SUBJECTS) is not None:
        return None
    first, last = tree.sentence(verb)
    root = next((i for i in range(first, last) if tokens[i].dep == "ROOT"), verb)
    nominal = tokens[root].pos in NOUNS and tree.left[root] == first
    return root if nominal else None


def own_subject(tree: Tree, verb: int) -> int | None:
    """Return the subject of ``verb`` itself: of two the nearer one, as in "the chief Roe"."""
    found = None
    before = tree.tokens[verb - 1] if verb else None
    modal = before is not None and (before.tag == "MD" or (before.tag, before.dep) == _MISREAD)
    if before is not None and modal and tree.tokens[verb].tag == "VBD":
        # No modal stands before a past tense: "May said" has a name that looks like one.
        return verb - 1 if before.text[:1].isupper() else None
    for child in tree.children[verb]:
        if tree.tokens[child].dep in ("nsubj", "csubj") and (found is None or child < verb):
            found = found if found is not None and _is_aside(tree, found, child) else child
    if found is not None and tree.child(found, ACTIVE_SUBJECTS) is not None:
        # "They thought him a fool and the mayor Ada Roe said": the fool says nothing.
        found = next((i for i in tree.children[found] if tree.tokens[i].dep == "conj"), found)
    if found is None and tree.tokens[verb].tag in FINITE:
        lost = verb - 1 if _is_aged(tree, verb - 1) else _led_by_place(tree, verb)
        if lost is not None:
            return lost
    if found is None or (found < verb and not _is_inverted(tree, verb)):
        return _parent_of(tree, found)
    return _name_behind(tree, verb) or _parent_of(tree, found)


def _parent_of(tree: Tree, number: int | None) -> int | None:
    """Return the noun of "the mother-of-two", which the parser takes for a number; else itself."""
    if number is None or number < 4 or tree.tokens[number].pos != "NUM":
        return number
    before = [token.text for token in tree.tokens[number - 3 : number]]
    return number - 4 if before == ["-", "of", "-"] else number


def _led_by_place(tree: Tree, verb: int) -> int | None:
    """Return who acts in "Outside some men shouted": the parser takes them for what is outside."""
    tokens = tree.tokens
    for child in tree.children[verb]:
        if tokens[child].dep != "prep" or tokens[child].text.lower() not in _PLACES:
            continue
        who = tree.child(child, PREPOSITION_OBJECTS)
        opens = tree.left[child] == tree.sentence(verb)[0] and tree.right[child] == verb
        return who if opens and who is not None and is_personal(tokens[who]) else None
    return None


def _is_aged(tree: Tree, old: int) -> bool:
    """Return whether a token ends "31-year-old", which the parser may take for an adverb."""
    return old > 2 and [t.text for t in tree.tokens[old - 3 : old + 1]] == ["-", "year", "-", "old"]


def _day_after(tree: Tree, verb: int) -> int | None:
    """Return who acts in "a day after a judge in the town ordered it".

    The parser takes the judge for what the day comes after.
    """
    tokens = tree.tokens
    time = tree.child(verb, _WHEN)
    after = tree.child(time, PREPOSITIONS) if time is not None and time < verb else None
    if after is None or tokens[after].text.lower() not in ("after", "before", "since"):
        return None
    who = tree.child(after, PREPOSITION_OBJECTS)
    finite = tokens[verb].tag in FINITE and tokens[verb].dep == "advcl"
    return who if finite and who is not None and tree.right[who] == verb else None


def _is_aside(tree: Tree, first: int, second: int) -> bool:
    """Return whether the second subject of a verb closes an aside to the first: an age, "and Doe".

    In "Roe, as part of a case against the bank and its owners, said" the owners say nothing, nor
    does the Board in "A spokesman for the agency Harbour Board said".
    """
    tokens = tree.tokens
    before, behind = tokens[tree.left[second] - 1], tokens[tree.right[second] - 1]
    if first < second and before.text in _DASHES and behind.text in _DASHES:
        return True  # "Roe — the first officer to enter — said"
    joined = before.dep == "cc" and tokens[tree.right[first]].text == ","
    named = is_human(tokens[first]) and tokens[second].entity in ("ORG", "GPE")
    ends = tree.right[first] == tree.left[second] and tokens[tree.right[first] - 1].dep == "pobj"
    return joined or tokens[second].pos == "NUM" or (named and ends)


def _is_inverted(tree: Tree, verb: int) -> bool:
    """Return whether a comma parts "said Ada Roe" from what she said."""
    tokens = tree.tokens
    beside = verb > 0 and tokens[verb - 1].text in (",", "”", '"')
    return beside and tokens[verb].lemma.lower() in _TAGS


def _name_behind(tree: Tree, verb: int) -> int | None:
    """Return the end of the name right behind ``verb`` that a comma parts from all else.

    In "says Ada Roe, a former director and a colleague of Doe" the parser may choose the colleague.
    """
    tokens = tree.tokens
    end = verb + 1
    _, last = tree.sentence(verb)  # behind "said Roe." the next may open with a name
    while end < last and (
        tokens[end].entity == "PERSON" or (tokens[end].text == "." and end == verb + 2)
    ):
        end += 1  # "said Capt. Ada Roe" too
    named = verb + 1 < end < last and tokens[end].text == ","
    return end - 1 if named and tokens[end - 1].pos == "PROPN" else None


def _joined_subject(tree: Tree, verb: int) -> int | None:
    """Return the noun before a finite verb that the parser joins to the object of another.

    In "Roe praised the mayor and the board of Norland said ..." the board is who said it.
    """
    tokens = tree.tokens
    here = verb - 1
    if tokens[verb].tag not in FINITE or here < 0 or own_subject(tree, verb) is not None:
        return None
    while tokens[here].dep in ("pobj", "prep", "compound") and tokens[here].head < here:
        here = tokens[here].head
    first = tree.left[here]
    joined = tokens[here].dep == "conj" and first > 0 and tokens[first - 1].text.lower() == "and"
    joined = joined and not tokens[first - 1].entity  # "the Department of Roads and Bridges"
    whole = joined and tree.right[here] == verb and tokens[here].pos in NOUNS
    return here if whole and may_be_subject(tree, here) else None


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
        beside = tree.child(here, MARK)
        if token.head == here or (
            beside is not None and tree.tokens[beside].text.lower() != "that"
        ):
            return None  # "..., though Doe showed regret, saying ...": Doe says it
        head = tree.tokens[token.head]
        if token.dep == "ccomp" and verb_kinds().get(head.lemma.lower(), "") in SPEECH:
            return token.head if token.head < here else None
        here = token.head
    return None


def name_before(tree: Tree, verb: int) -> int | None:
    """Return the name right before a finite verb that the parser left without a subject."""
    tokens = tree.tokens
    if tokens[verb].tag not in FINITE:
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
