"""How the accounts word the same: names, loaded words, verbs of saying, side by side."""

from dataclasses import dataclass

from asreported.model.comparison import Framing
from asreported.report.accounts import Account
from asreported.report.evidence import Evidence
from asreported.report.printable import one_line
from asreported.report.sections import StorySections

_TITLES = {
    "naming": "Who and what is called how",
    "attribution_verb": "How sayings are introduced",
    "loaded": "Loaded words",
    "headline": "What one headline alone has",
}


@dataclass(frozen=True, slots=True)
class Frame:
    """One thing, and the words of each account for it. ``reason`` is why it is listed."""

    about: str
    cells: tuple[tuple[Account, tuple[Evidence, ...]], ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames of one kind."""

    title: str
    frames: tuple[Frame, ...]


def frames(story: StorySections) -> tuple[Frames, ...]:
    """Return what is worded differently, by kind."""
    listed = []
    for kind, title in _TITLES.items():
        items = [framing for framing in story.framing if framing.kind == kind]
        if not items:
            continue
        grouped: dict[tuple[str, str], list[Framing]] = {}
        for framing in items:
            # Where it is about nobody in particular, each wording stands for itself.
            about = one_line(framing.about or "")
            words = "" if about else story.witness.at(framing.span).words.casefold()
            grouped.setdefault((about, words), []).append(framing)
        made = [_frame(story, about, group) for (about, _), group in grouped.items()]
        made.sort(key=lambda frame: (-len(frame.cells), frame.about))
        listed.append(Frames(title, tuple(made)))
    return tuple(listed)


def _frame(story: StorySections, about: str, group: list[Framing]) -> Frame:
    spans = {framing.span for framing in group}
    if group[0].kind != "headline":  # The other headlines stand in the story's own list.
        spans.update(span for framing in group for span in framing.contrast)
    evidence = story.witness.all(spans)
    cells = []
    for account in story.accounts:
        # The same words twice in one account are one wording.
        mine = {e.words.casefold(): e for e in reversed(evidence) if e.account is account}
        if mine:
            cells.append((account, tuple(sorted(mine.values(), key=lambda e: e.span))))
    reasons = dict.fromkeys(story.witness.named(framing.reason) for framing in group)
    return Frame(about, tuple(cells), "; ".join(list(reasons)[:3]))
