"""Find who takes over between two quotations by an act of their own, and no verb of speech."""

from asreported.lexicon.names import fold, given_names
from asreported.model.labels import PLURAL
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.beings import is_personal
from asreported.statements.speech.quotes import Quotation
from asreported.statements.speech.scene import Scene, Voice
from asreported.statements.speech.sexes import sex_of, unisex_names


def find_turn(scene: Scene, quotation: Quotation, previous: Voice) -> int | None:
    """Return who acts in a sentence of its own between two quotations, whom no pronoun names.

    '"No choice," Roe said. Doe shakes his head. "I saw no shot."': Doe takes over.
    """
    tree = scene.tree
    ended, opens = tree.at(previous.outer[-1][1] - 1), tree.at(quotation.outer[0] - 1)
    stop = tree.tokens[opens].text in (".", "!", "?", "…")
    first = tree.sentence(opens)[0] if stop else opens
    if first <= ended + 1 and any(scene.is_reporting(index) for index in range(first, opens)):
        return None  # a tag that the parser takes for a sentence
    for index in range(max(first, ended + 1), opens):
        token = tree.tokens[index]
        main = takes_turn(tree, index)
        beside = tree.sentence_number(index) > tree.sentence_number(ended)
        if main and beside and scene.inside[index] < 0 and _is_another(scene, previous, index):
            same = previous.source is not None and tree.tokens[previous.source].text == token.text
            named = token.pos in ("PROPN", "PRON") and token.entity in ("", "PERSON")
            return index if (named or is_personal(token)) and not same else None
    return None


def takes_turn(tree: Tree, subject: int) -> bool:
    """Return whether one alone acts by the main verb: not several, nor who was only acted upon.

    "The teacher is offended" is an act; "The children were kept indoors" is none of theirs.
    """
    token = tree.tokens[subject]
    verb = token.head
    present = any(
        tree.tokens[i].dep == "auxpass" and tree.tokens[i].tag == "VBZ" for i in tree.children[verb]
    )
    acts = token.dep == "nsubj" or (token.dep == "nsubjpass" and present)
    return acts and tree.tokens[verb].dep == "ROOT" and token.tag not in PLURAL


def _is_another(scene: Scene, previous: Voice, subject: int) -> bool:
    """Return whether a subject is no pronoun, or one that cannot stand for who spoke before.

    '"No," says Ada. He shakes his head.': he is not Ada.
    """
    token = scene.tree.tokens[subject]
    if token.pos != "PRON":
        return True
    spoke = scene.tree.tokens[previous.source].text if previous.source is not None else ""
    sex = sex_of(spoke) or given_names().get(fold(spoke), "")
    told = sex_of(token.text)
    return fold(spoke) not in unisex_names() and bool(sex and told and sex != told)
