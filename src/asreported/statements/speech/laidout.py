"""Tell where a text's own form gives whose words a quotation is: nothing is left to choose."""

from asreported.model.labels import ACTING
from asreported.statements.speech.reporting import FINITE, NAMING, SPEECH
from asreported.statements.speech.scene import Scene, Voice

# Sources that the page's own layout gives: nothing to choose.
_LAID_OUT = ("announced", "the name signed", "the label", "a heading", "takes over", "the sign",
             "the question", "the words that are called",
             "the owner of the words behind", "the owner of the words before the mark")  # fmt: skip
_ALONE = frozenset({"he", "she"})
# How many words what is called so has at most.
_CALLED = 8


def is_laid_out(scene: Scene, voice: Voice) -> bool:
    """Return whether the text's own form gives the source: a list or block introduced once."""
    if voice.how.startswith(_LAID_OUT):
        return True
    if voice.source is None:
        return False
    if voice.how == "the subject before the colon" and _is_person(scene, voice):
        return True  # 'Roe was quicker: "..."'
    cue = voice.cue_token
    if cue is not None and cue == scene.leads_in(voice.outer[0][0]):
        return True  # 'Roe replied, "..."'
    told = cue is not None and scene.tree.tokens[cue].text.lower() == "according"
    small = scene.text[voice.content[0][0]].islower()
    if told and small and scene.tree.tokens[voice.source].entity != "ORG":
        return True  # who is said to tell the whole sentence; a paper may have it from another
    if _is_named(scene, voice):
        return True
    if voice.how.startswith("the verb"):
        head = scene.tree.tokens[voice.source].head
        behind = scene.tree.at(voice.outer[-1][1] - 1) + 1
        finite = scene.tree.tokens[min(behind, len(scene.inside) - 1)].tag in FINITE
        if finite and behind == voice.cue_token and scene.verb_kind(behind) in SPEECH:
            return True  # '"...," tweeted Roe'
        if scene.tree.tokens[head].dep == "agent":
            return True  # '"...", as put by Roe'
    if _is_seen(scene, voice):
        return True
    goes_on = voice.how.startswith("goes on") or _follows_act(scene, voice)
    return goes_on and fills(scene, voice)


def _is_person(scene: Scene, voice: Voice) -> bool:
    """Return whether the source is a person's name and sentences stand between the marks."""
    source = scene.tree.tokens[voice.source] if voice.source is not None else None
    start, end = voice.content[0][0], voice.content[-1][1]
    whole = scene.text[start].isupper() and scene.text[end - 1] in ".!?…"
    return source is not None and source.entity == "PERSON" and source.pos == "PROPN" and whole


def _is_seen(scene: Scene, voice: Voice) -> bool:
    """Return whether who speaks tells what they saw: "Witnesses reported seeing “a ball of fire”".

    Of the verb of seeing alone it would be open.
    """
    tokens, cue = scene.tree.tokens, voice.cue_token
    if cue is None or voice.source is None or tokens[cue].dep != "xcomp":
        return False
    above = tokens[cue].head
    speaks = scene.verb_kind(above) in SPEECH and tokens[above].tag in FINITE
    return speaks and cue > above and scene.tree.child(above, ACTING) == voice.source


def _follows_act(scene: Scene, voice: Voice) -> bool:
    """Return whether whole sentences fill a paragraph below an act of one person alone.

    "He takes comfort in that.", then a paragraph of his words.
    """
    if voice.how != "the subject of the sentence before" or voice.source is None:
        return False
    source = scene.tree.tokens[voice.source]
    start, end = voice.content[0][0], voice.content[-1][1]
    signed = "\n" in scene.text[start:end]
    whole = scene.text[start].isupper() and scene.text[end - 1] in ".!?" and not signed
    one = source.text.lower() in _ALONE or (source.pos == "PROPN" and source.entity == "PERSON")
    return whole and one


def _is_named(scene: Scene, voice: Voice) -> bool:
    """Return whether the words are what the source calls something: "Roe called it “a shame”"."""
    cue, tokens = voice.cue_token, scene.tree.tokens
    if cue is None or tokens[cue].lemma.lower() not in NAMING:
        return False
    if tokens[cue].tag not in ("VBD", "VBZ", "VBP"):
        return False
    first = scene.tree.at(voice.outer[0][0])
    between = tokens[cue + 1 : first]
    close = cue < first <= cue + _CALLED and not any(word.pos == "VERB" for word in between)
    # "prosecutors who called it “absurd”": who comes right before is nobody else.
    plain = voice.source is not None and (
        tokens[voice.source].pos != "PRON" or tokens[voice.source].tag == "WP"
    )
    return close and plain and voice.source == scene.tree.child(cue, ACTING)


def fills(scene: Scene, voice: Voice) -> bool:
    """Return whether nothing but marks stands around the quotations in their paragraph."""
    paragraph = scene.paragraphs[voice.paragraph]
    start, end = voice.outer[0][0], voice.outer[-1][1]
    return start - paragraph.start + max(paragraph.end - end, 0) < 3
