"""Find who is announced in the paragraph before a quotation: "Roe went on:"."""

from asreported.model.labels import PREPOSITION_OBJECT, VERBS
from asreported.statements.speech.quotes import Quotation
from asreported.statements.speech.reporting import FINITE, noun_kinds
from asreported.statements.speech.scene import Beside, Scene, last_of_name
from asreported.statements.speech.subjects import subject_of


def find_announced(scene: Scene, quotation: Quotation) -> Beside | None:
    """Return cue and source of the paragraph before, where it ends with a colon."""
    if quotation.outer[0] > scene.paragraphs[quotation.paragraph].start + 1:
        return None
    index = scene.body_before(quotation.paragraph)
    if index < 0 or scene.text[scene.paragraphs[index].end - 1] != ":":
        return None
    at = scene.tree.at(scene.paragraphs[index].end - 1)
    first, _ = scene.tree.sentence(at)
    if scene.tree.tokens[first].start < scene.paragraphs[index].start:
        return None
    for token in range(at, first - 1, -1):
        if scene.tree.tokens[token].text.lower() == "according":
            source = scene.tree.child(token + 1, PREPOSITION_OBJECT)
            if source is not None:
                return Beside(token, source, "announced in the paragraph before")
        word = scene.tree.tokens[token]
        told = word.dep in ("ccomp", "relcl") or (word.dep == "acl" and word.tag in FINITE)
        if word.pos in VERBS and not told:
            source = subject_of(scene.tree, token)
            if source is None:
                source = name_behind(scene, token)
            if source is not None and scene.can_speak(source):
                return Beside(token, source, "announced in the paragraph before")
    text = _text_before(scene, first, at)
    source = _owner_before(scene, first) if text is None else text
    return Beside(at, source, "announced in the paragraph before")


def _text_before(scene: Scene, first: int, at: int) -> int | None:
    """Return the noun of words that heads a line before a colon: "Statement from Ada Roe:"."""
    tokens = scene.tree.tokens
    root = next((i for i in range(first, at + 1) if tokens[i].dep == "ROOT"), at)
    from_whom = any(tokens[child].text in ("from", "by") for child in scene.tree.children[root])
    return root if from_whom and tokens[root].lemma.lower() in noun_kinds() else None


def _owner_before(scene: Scene, first: int) -> int | None:
    """Return who "Here are highlights of his address:" speaks of, or whom the sentence before."""
    tokens = scene.tree.tokens
    _, last = scene.tree.sentence(first)
    for index in range(first, last):
        if tokens[index].dep == "poss" and scene.can_speak(index):
            return index
        if tokens[index].tag == "PRP$" and tokens[index].text.lower() in ("his", "her", "their"):
            return index
    if first == 0:
        return None
    previous, _ = scene.tree.sentence(first - 1)
    for index in range(previous, first):
        if tokens[index].dep == "nsubj" and scene.can_speak(index):
            return index
    return None


def name_behind(scene: Scene, verb: int) -> int | None:
    """Return the name behind a verb that leads to a colon: "Continued Smith:"."""
    tokens = scene.tree.tokens
    if verb + 1 < len(tokens) and tokens[verb + 1].pos == "PROPN" and scene.inside[verb + 1] < 0:
        return last_of_name(scene, verb + 1)
    return None
