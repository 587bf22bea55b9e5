"""Give each quotation the attribution that introduces, follows or carries it.

Tried in order: a cue whose content the quotation is (the parse says so); a cue beside the marks
(`beside`); the quotation before it ("...," she said. "..."); the sentence before it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from asreported.model.labels import VERBS
from asreported.statements.speech.attributions import THRESHOLD
from asreported.statements.speech.beings import is_personal, is_sexed, may_be_sexed
from asreported.statements.speech.beside import find_beside, find_nested, find_tag
from asreported.statements.speech.cues import Candidate
from asreported.statements.speech.passing import last_said, only_passes_on
from asreported.statements.speech.quotes import Quotation
from asreported.statements.speech.reporting import NAMING, SPEECH
from asreported.statements.speech.scene import Beside, Carrier, Scene, Voice
from asreported.statements.speech.takeover import find_turn, takes_turn
from asreported.statements.speech.unspoken import is_heading, is_term, is_title
from asreported.statements.speech.written import find_written

# Below these a candidate does not carry a quotation: in its clause or as what it is called, as its
# object, and as a small part of a long object.
_CARRIES, _CARRIES_AS_OBJECT, _CARRIES_FAR = 0.05, 0.2, 0.4
# A reported clause that is a quotation but for this share of it is told as the quotation alone.
_FRINGE = 0.3
# Code points between two quotations of one mouth at most: on one line, and over a paragraph's end.
_BESIDE, _TAIL = 20, 200
_WISHES = frozenset({"want", "wish", "seek", "push", "plan", "intend", "need", "try"})
# What may stand between two fragments of one attribution: '"cruel" and "a disgrace"'.
_JOINT = re.compile(r"[\s,;]*(?:(?:and|or|but|also|as|a|an|the|of|then|even)\s*)*")


_Reach: TypeAlias = tuple[int, int]


class _Carried(NamedTuple):
    """The candidate that carries a quotation.

    ``whole`` tells whether its content is the quotation, ``silent`` whether its cue tells of no
    words spoken.
    """

    candidate: Candidate
    whole: bool
    silent: bool


class _Told:
    """The reported statements in the order of their cues, but for those taken for quotations."""

    def __init__(self, reported: Sequence[Voice]) -> None:
        self.taken: set[int] = set()
        placed = [(voice.cue[0], voice) for voice in reported if voice.cue is not None]
        placed.sort(key=lambda pair: pair[0])
        self._voices = [voice for _, voice in placed]
        self._places = [place for place, _ in placed]

    def between(self, low: int, high: int) -> Iterator[tuple[Voice, int]]:
        """Yield those whose cue begins in ``low:high`` and that speak, with their sources."""
        for index in range(bisect_left(self._places, low), bisect_left(self._places, high)):
            voice = self._voices[index]
            if voice.cue_token in self.taken or voice.kind not in SPEECH:
                continue
            if voice.source is not None:
                yield voice, voice.source


def find_voices(scene: Scene, candidates: Sequence[tuple[Candidate, float]]) -> list[Voice]:
    """Return quotations and reported statements with their sources, in text order.

    ``candidates`` are given with their probabilities; below `THRESHOLD` one still may carry a
    quotation, and is else left out.
    """
    carriers = [_carrier(scene, candidate, likely) for candidate, likely in candidates]
    by_sentence = _by_sentence(scene, carriers)
    reported = _reported(scene, [c for c in carriers if c.probability >= THRESHOLD])
    told = _Told(reported)
    voices: list[Voice] = []
    previous: Voice | None = None
    for quotation in scene.quotations:
        near = _overlapping(scene, by_sentence, quotation)
        voice = _attribute(scene, near, quotation, told.taken)
        if not quotation.nested:
            if voice is None:
                voice = _inherit(scene, quotation, previous, told)
            elif previous is not None and (
                _is_one(scene, voice, previous) or _is_joined(scene, voice, previous)
            ):
                previous.content.extend(voice.content)
                previous.outer.extend(voice.outer)
                voice = previous
        if voice is None:
            continue
        if voice is not previous:
            voices.append(voice)
            _speak_back(scene, quotation, voice, previous)
        if not quotation.nested:
            previous = voice
    voices.extend(voice for voice in reported if voice.cue_token not in told.taken)
    return sorted(voices, key=lambda v: (v.content[0], not v.quoted))


def _is_one(scene: Scene, voice: Voice, previous: Voice) -> bool:
    """Return whether both were said in one go: "Fees," he said, "and more fees."; "a" and "b".

    No verb but that of their common cue stands between them.
    """
    cue = voice.cue_token
    if cue is None or cue != previous.cue_token or voice.source != previous.source:
        return False
    tree = scene.tree
    first, last = tree.at(previous.outer[-1][1] - 1) + 1, tree.at(voice.outer[0][0])
    between = (index for index in range(first, last) if index != cue)
    return not any(tree.tokens[index].pos in VERBS for index in between)


def _is_joined(scene: Scene, voice: Voice, previous: Voice) -> bool:
    """Return whether nothing but "and" stands between two quotations of one paragraph.

    Behind 'Prosecutors pointed to texts where Roe told friends: "Got him" and ...' Roe goes on.
    """
    gap = scene.text[previous.outer[-1][1] : voice.outer[0][0]]
    beside = voice.cue is not None and voice.cue[0] < previous.outer[0][0]
    return beside and voice.paragraph == previous.paragraph and gap.strip() in ("and", "or")


def _speak_back(scene: Scene, quotation: Quotation, voice: Voice, previous: Voice | None) -> None:
    """Give a paragraph whose quotation was left open the source that the next paragraph names."""
    if previous is None or voice.cue is None or quotation.nested or not voice.quoted:
        return
    left_open = previous.outer[-1][1] == previous.content[-1][1]
    opens = quotation.outer[0] <= scene.paragraphs[quotation.paragraph].start + 1
    follows = previous.paragraph == scene.body_before(quotation.paragraph)
    if left_open and opens and follows and previous.cue is None and voice.source is not None:
        previous.source, previous.cue, previous.cue_token = voice.source, voice.cue, voice.cue_token
        previous.kind, previous.how = voice.kind, "goes on in the paragraph that names the speaker"


def _carrier(scene: Scene, candidate: Candidate, likely: float) -> Carrier:
    tokens = scene.tree.tokens
    start = tokens[candidate.content[0][0]].start
    end = tokens[candidate.content[-1][1] - 1].end
    source = candidate.source
    if source is not None and scene.inside[source] != scene.inside[candidate.cue]:
        candidate = replace(candidate, source=None)
    return Carrier(candidate, start, end, likely)


def _by_sentence(scene: Scene, carriers: Sequence[Carrier]) -> dict[int, list[Carrier]]:
    found: dict[int, list[Carrier]] = {}
    for carrier in carriers:
        first, last = carrier.candidate.content[0][0], carrier.candidate.content[-1][1] - 1
        number = scene.tree.sentence_number
        for sentence in range(number(first), number(last) + 1):
            found.setdefault(sentence, []).append(carrier)
    return found


def _overlapping(
    scene: Scene, by_sentence: dict[int, list[Carrier]], quotation: Quotation
) -> list[Carrier]:
    """Return the carriers of the sentences that the quotation touches, each once."""
    number, at = scene.tree.sentence_number, scene.tree.at
    first = number(max(at(quotation.outer[0]), 0))
    last = number(max(at(quotation.outer[1] - 1), 0))
    found = [one for sentence in range(first, last + 1) for one in by_sentence.get(sentence, ())]
    return list({id(one): one for one in found}.values())


def _reported(scene: Scene, carriers: Sequence[Carrier]) -> list[Voice]:
    """Return the candidates whose cue is outside of quotations, as reported statements."""
    found = []
    ends = [paragraph.end for paragraph in scene.paragraphs]
    for carrier in carriers:
        candidate = carrier.candidate
        if scene.inside[candidate.cue] >= 0:
            continue
        spans = [scene.tree.span(*part) for part in candidate.content]
        last = scene.inside[candidate.content[-1][1] - 1]
        if last >= 0:
            spans[-1] = (spans[-1][0], max(spans[-1][1], scene.quotations[last].outer[1]))
        paragraph = min(bisect_right(ends, carrier.start), len(ends) - 1)
        cue = scene.tree.span(*candidate.cue_words)
        found.append(
            Voice(
                content=spans,
                cue=cue,
                source=candidate.source,
                kind=candidate.kind or "said",
                quoted=False,
                paragraph=paragraph,
                how="the cue's own content",
                cue_token=candidate.cue,
            )
        )
    return found


def _voice(
    quotation: Quotation,
    how: str,
    *,
    source: int | None = None,
    kind: str = "said",
    cue: tuple[int, int] | None = None,
    cue_token: int | None = None,
) -> Voice:
    """Return the voice of one quotation; ``how`` tells what tied it to its source."""
    return Voice(
        content=[(quotation.start, quotation.end)],
        cue=cue,
        source=source,
        kind=kind,
        quoted=True,
        paragraph=quotation.paragraph,
        how=how,
        cue_token=cue_token,
        outer=[quotation.outer],
    )


def _attribute(
    scene: Scene, carriers: Sequence[Carrier], quotation: Quotation, taken: set[int]
) -> Voice | None:
    if is_title(scene, quotation):
        return None
    if quotation.nested:
        tagged = find_nested(scene, quotation)
        if tagged is not None:
            return _beside_voice(scene, quotation, tagged, taken)
    written = None if quotation.nested else find_written(scene, quotation)
    if written is not None:
        return _beside_voice(scene, quotation, written, taken)
    carried = _carried(scene, carriers, quotation)
    led = None if quotation.nested else scene.leads_in(quotation.outer[0])
    if carried is not None and carried.candidate.source is not None and not carried.silent:
        cue = carried.candidate.cue
        if carried.whole or led in (None, cue):
            tag = find_tag(scene, quotation, cue)
            if tag is not None:
                return _beside_voice(scene, quotation, tag, taken)
            return _carried_voice(scene, quotation, carried, taken)
    if quotation.nested:
        return None
    beside = find_beside(scene, quotation)
    if beside is not None:
        return _beside_voice(scene, quotation, beside, taken)
    return _carried_voice(scene, quotation, carried, taken) if carried is not None else None


def _beside_voice(scene: Scene, quotation: Quotation, beside: Beside, taken: set[int]) -> Voice:
    taken.add(beside.cue)
    token = scene.tree.tokens[beside.cue]
    kind = scene.verb_kind(beside.cue) or "said"
    cue = (token.start, token.end)
    return _voice(
        quotation, beside.how, source=beside.source, kind=kind, cue=cue, cue_token=beside.cue
    )


def _carried(scene: Scene, carriers: Sequence[Carrier], quotation: Quotation) -> _Carried | None:
    """Return the narrowest candidate whose content is or holds the quotation."""
    best: _Carried | None = None
    best_rank = (0, 0)
    low, high = quotation.outer
    reach = _retelling(scene, carriers, low)
    said = last_said(scene, carriers, low)
    for carrier in carriers:
        candidate, start, end = carrier.candidate, carrier.start, carrier.end
        shared = min(end, high) - max(start, low)
        if shared <= 0:
            continue
        clause = candidate.shape in ("clause", "according")
        if quotation.nested and not clause:
            continue
        names = scene.tree.tokens[candidate.cue].lemma.lower() in NAMING
        if carrier.probability < (_CARRIES if clause or names else _CARRIES_AS_OBJECT):
            continue
        cue = scene.tree.tokens[candidate.cue].start
        outside = (end - start) - shared
        quoted = 0.8 * (quotation.end - quotation.start)
        if low <= cue < high or (shared < quoted and shared < 0.6 * (end - start)):
            continue
        if not clause and outside > 4 * shared + 40 and carrier.probability < _CARRIES_FAR:
            continue
        whole = outside <= max(3, _FRINGE * shared)
        silent = (not whole or not candidate.kind) and _is_silent(scene, candidate)
        silent = silent or _is_retold(scene, reach, candidate)
        passed_on = only_passes_on(scene, carrier, low, said)
        rank = (
            4 * passed_on + 2 * (candidate.source is None) + silent,
            outside + abs(cue - low) // 8,
        )
        if best is None or rank < best_rank:
            best, best_rank = _Carried(candidate, whole, silent), rank
    return best


def _is_silent(scene: Scene, candidate: Candidate) -> bool:
    """Return whether the cue tells of a thought or a wish: its words need not be spoken ones."""
    lemma = scene.tree.tokens[candidate.cue].lemma.lower()
    return candidate.kind in ("", "believed", "showed") or lemma in _WISHES


def _retelling(scene: Scene, carriers: Sequence[Carrier], place: int) -> dict[bool, _Reach]:
    """Return from where to where somebody tells what runs over ``place``: who may be "he"; anybody.

    All of it runs over ``place``, so that together it has no gap: two bounds stand for all, and no
    candidate has to ask every other (a sentence may have hundreds).
    """
    reach = {True: (place, place), False: (place, place)}
    for other in carriers:
        source = other.candidate.source
        if not other.start <= place < other.end or other.probability <= _CARRIES_FAR:
            continue
        if source is None or other.candidate.kind not in SPEECH:
            continue
        for sexed, (low, high) in reach.items():
            if not sexed or may_be_sexed(scene.tree.tokens[source]):
                reach[sexed] = (min(low, other.start), max(high, other.end))
    return reach


def _is_retold(scene: Scene, reach: dict[bool, _Reach], candidate: Candidate) -> bool:
    """Return whether a pronoun speaks inside another's words: "Smith said she called it ..."."""
    tokens = scene.tree.tokens
    if candidate.source is None or tokens[candidate.source].tag != "PRP":
        return False
    low, high = reach[is_sexed(tokens[candidate.source])]
    return low <= tokens[candidate.cue].start < high


def _carried_voice(scene: Scene, quotation: Quotation, carried: _Carried, taken: set[int]) -> Voice:
    candidate = carried.candidate
    if carried.whole:
        taken.add(candidate.cue)
    how = "the cue's own content" if candidate.source is not None else "nobody is named"
    return _voice(
        quotation,
        how,
        source=candidate.source,
        kind=candidate.kind or "said",
        cue=scene.tree.span(*candidate.cue_words),
        cue_token=candidate.cue,
    )


def _inherit(
    scene: Scene, quotation: Quotation, previous: Voice | None, told: _Told
) -> Voice | None:
    """Return the voice of a quotation that nothing beside it attributes."""
    together = previous is not None and previous.paragraph == quotation.paragraph
    if previous is not None and together and _stands_beside(scene, previous, quotation):
        return _extended(previous, quotation)
    if is_title(scene, quotation) or is_term(scene, quotation, together):
        return None
    if is_heading(scene, quotation):
        return _voice(quotation, "a heading of its own", kind="")
    found = None
    if previous is not None:
        goes_on = _in_paragraph if together else _from_above
        found = goes_on(scene, quotation, previous, told)
    found = found or _sentence_before(scene, quotation, told)
    return found or _voice(quotation, "nobody is named", kind="")


def _extended(voice: Voice, quotation: Quotation) -> Voice:
    """Return the voice, which goes on with the quotation."""
    voice.content.append((quotation.start, quotation.end))
    voice.outer.append(quotation.outer)
    return voice


def _stands_beside(scene: Scene, previous: Voice, quotation: Quotation) -> bool:
    """Return whether only "and" or a mark stands between the two: '"cruel" and "a disgrace"'."""
    start, end = previous.outer[-1][1], quotation.outer[0]
    return end - start < _BESIDE and _JOINT.fullmatch(scene.text, start, end) is not None


def _in_paragraph(scene: Scene, quotation: Quotation, previous: Voice, told: _Told) -> Voice | None:
    """Return the voice of the quotation before in the paragraph, or of who takes over from it."""
    # A headline has words of several: whose they are the article tells.
    headline = scene.paragraphs[quotation.paragraph].kind == "headline"
    if headline and previous.source is None:
        return None
    if _voices_between(scene, told, previous.outer[-1][1], quotation.outer[0], previous):
        return None
    turned = find_turn(scene, quotation, previous)
    if turned is not None:
        return _voice(quotation, "takes over in the sentence before", source=turned)
    return _extended(previous, quotation)


def _from_above(scene: Scene, quotation: Quotation, previous: Voice, told: _Told) -> Voice | None:
    """Return the voice that goes on from the paragraph before, where this one begins with it."""
    above = scene.body_before(quotation.paragraph)
    if previous.paragraph != above or _lead(scene, quotation):
        return None
    if scene.paragraphs[above].kind == "subhead":
        return None  # "Ada Roe: They 'knew' of it": a link, or what the next section is called
    low, high = previous.outer[-1][1], scene.paragraphs[above].end
    if high - low >= _TAIL and _voices_between(scene, told, low, high):
        return None
    if previous.outer[-1][1] == previous.content[-1][1]:  # left open: one quotation
        previous.paragraph = quotation.paragraph
        return _extended(previous, quotation)
    return _voice(
        quotation,
        "goes on from the paragraph before",
        source=previous.source,
        kind=previous.kind,
        cue=previous.cue,
        cue_token=previous.cue_token,
    )


def _lead(scene: Scene, quotation: Quotation) -> str:
    """Return the words of the paragraph that stand before the quotation."""
    start = scene.paragraphs[quotation.paragraph].start
    return scene.text[start : quotation.outer[0]].strip()


def _voices_between(
    scene: Scene, told: _Told, low: int, high: int, previous: Voice | None = None
) -> bool:
    """Return whether somebody else speaks there than who only passes ``previous`` on."""
    return any(
        scene.can_speak(source) and not (previous is not None and _passes_on(voice, previous))
        for voice, source in told.between(low, high)
    )


def _passes_on(voice: Voice, previous: Voice) -> bool:
    """Return whether ``voice`` tells where ``previous`` is from: '"...," Roe said, they say'."""
    if previous.source is None or previous.cue is None:
        return False
    (start, _), (_, end) = voice.content[0], voice.content[-1]
    return start <= min(previous.outer[-1][0], previous.cue[0]) and previous.cue[1] <= end


def _sentence_before(scene: Scene, quotation: Quotation, told: _Told) -> Voice | None:
    """Return a voice with the speaker, else the subject, of the sentence before the quotation."""
    tree, lead = scene.tree, _lead(scene, quotation)
    paragraph = quotation.paragraph if lead else scene.body_before(quotation.paragraph)
    if paragraph < 0:
        return None
    end = quotation.outer[0] if lead else scene.paragraphs[paragraph].end
    at = tree.at(end - 1)
    if at < 0:
        return None
    first, last = tree.sentence(at)
    low, high = tree.tokens[first].start, min(tree.tokens[last - 1].end, end)
    for _, source in told.between(low, high):
        return _voice(quotation, "speaks in the sentence before", source=source)
    if lead and lead[-1] not in '.!?:”"’)':
        return None  # a fragment in a sentence of the outlet's own
    for index in range(first, at + 1):
        token = tree.tokens[index]
        main = token.dep == "nsubj" and tree.tokens[token.head].dep == "ROOT"
        if (main or takes_turn(tree, index)) and scene.inside[index] < 0 and is_personal(token):
            how = "takes over in the sentence before"
            turns = takes_turn(tree, index) and token.pos != "PRON"
            if not lead or not _is_whole(scene, quotation) or not turns:
                how = "the subject of the sentence before"
            return _voice(quotation, how, source=index)
    return None


def _is_whole(scene: Scene, quotation: Quotation) -> bool:
    """Return whether sentences stand between the marks, and end the paragraph."""
    text, end = scene.text, scene.paragraphs[quotation.paragraph].end
    whole = text[quotation.start].isupper() and text[quotation.end - 1] in ".!?…"
    return whole and quotation.closed and not text[quotation.outer[1] : end].strip()
