"""Tell a tag that only passes words on: "Roe said it was “a mess”, according to Harbour News"."""

from collections.abc import Sequence

from asreported.statements.speech.attributions import THRESHOLD
from asreported.statements.speech.beings import is_personal
from asreported.statements.speech.reporting import SPEECH
from asreported.statements.speech.scene import Carrier, Scene


def last_said(scene: Scene, carriers: Sequence[Carrier], place: int) -> int:
    """Return where the last verb stands by which a person is said to say what runs over ``place``.

    Both are code points; -1 for none. A text that says it may be what is passed on itself.
    """
    tokens = scene.tree.tokens
    said = (
        tokens[carrier.candidate.cue].start
        for carrier in carriers
        if carrier.start <= place < carrier.end
        and carrier.probability >= THRESHOLD
        and carrier.candidate.shape == "clause"
        and carrier.candidate.kind in SPEECH
        and carrier.candidate.source is not None
        and is_personal(tokens[carrier.candidate.source])
    )
    return max((cue for cue in said if cue < place), default=-1)


def only_passes_on(scene: Scene, carrier: Carrier, place: int, said: int) -> bool:
    """Return whether a tag tells where it is from that another says ``place``, by a verb ``said``.

    That one speaks, and who passes it on does not.
    """
    cue = scene.tree.tokens[carrier.candidate.cue].start
    tag = carrier.candidate.shape == "according" or cue >= place
    return tag and carrier.start <= said
