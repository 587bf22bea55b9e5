"""Choose and order the lines of the front page."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from asreported.model.comparison import Comparison
from asreported.model.report import Finding, StoryReport
from asreported.report.drafts.differ import draft_conflicts, draft_odd
from asreported.report.drafts.left_out import draft_left_out
from asreported.report.drafts.only import draft_only
from asreported.report.drafts.origins import draft_origins
from asreported.report.drafts.quoted import draft_quoted
from asreported.report.drafts.shared import draft_facts, draft_figures, draft_shared
from asreported.report.drafts.voices import draft_voices
from asreported.report.drafts.worded import draft_wordings
from asreported.report.prominence import Prominence
from asreported.report.repeats import says_again
from asreported.report.wording import Draft, Wording

# What an editor needs first, from the order of annotated front pages: what happened, what all tell
# of it, from how many origins, the contradictions, what several quote, figures with one origin,
# what does not add up, what only one has, who speaks, what one leaves out, and the wordings: of
# seventeen of those that readers judged among the first fifteen lines none was worth its place.
_PLAN = (
    *("origins", "shared", "fact", "conflict", "conflict", "fact", "conflict", "shared", "quoted"),
    *("odd", "figure", "conflict", "conflict", "quoted", "conflict", "only", "shared"),
    *("odd", "conflict"),
    *("quoted", "voices", "only", "left_out", "conflict", "wording", "figure", "left_out"),
)

_MOST = 30
"""Findings listed at most; all points, conflicts and quotations have sections of their own."""


def assemble_story(comparison: Comparison) -> StoryReport:
    """Return the story with its findings, most important first."""
    wording = Wording(comparison)
    prominence = Prominence(comparison, wording)
    # Two kinds are drafted one by one, as far as they are asked for: to word all is dear.
    queues: dict[str, Iterable[Draft]] = {
        "origins": draft_origins(comparison, wording),
        "shared": draft_shared(comparison, wording, prominence),
        "conflict": draft_conflicts(comparison, wording),
        "fact": draft_facts(comparison, wording, prominence),
        "quoted": draft_quoted(comparison, wording, prominence),
        "figure": draft_figures(comparison, wording),
        "odd": draft_odd(comparison, wording),
        "wording": draft_wordings(comparison, wording),
        "voices": draft_voices(comparison, wording, prominence),
        "only": draft_only(comparison, wording, prominence),
        "left_out": draft_left_out(comparison, wording, prominence),
    }
    ordered = islice(_interleave(queues, wording), _MOST)
    findings = tuple(
        Finding(rank, draft.text, draft.refs, draft.spans, draft.kind)
        for rank, draft in enumerate(ordered, start=1)
    )
    return StoryReport(comparison, findings)


def _interleave(queues: Mapping[str, Iterable[Draft]], wording: Wording) -> Iterator[Draft]:
    """Yield drafts as the plan wants them, then what is left, kind by kind in the plan's order."""
    waiting = {kind: iter(drafts) for kind, drafts in queues.items()}
    shown: list[Draft] = []
    for kind in (*_PLAN, *(kind for kind in dict.fromkeys(_PLAN) for _ in range(_MOST))):
        for draft in waiting[kind]:
            if not any(says_again(draft, other, wording) for other in shown):
                shown.append(draft)
                yield draft
                break
