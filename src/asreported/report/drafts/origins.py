"""Draft the finding on which accounts are one text."""

from asreported.model.comparison import Comparison
from asreported.report.wording import Draft, Wording


def draft_origins(comparison: Comparison, wording: Wording) -> list[Draft]:
    """Return one draft where some accounts are one text, with the passages that show it."""
    groups = [group for group in comparison.story.origin_groups if len(group) > 1]
    if not groups:
        return []
    total = len(comparison.story.documents)
    origins = len(comparison.story.origin_groups)
    parts, spans = [], []
    for group in groups:
        agency = next(
            (
                reading.document.wire.agency
                for reading in comparison.readings
                if reading.document.id in group and reading.document.wire
            ),
            "",
        )
        parts.append(f"{wording.labels(group)} are one text{f' ({agency})' if agency else ''}")
        longest = sorted(
            (
                reuse
                for reuse in comparison.story.reuse
                if reuse.kind in ("copied", "wire")
                and {reuse.a.document, reuse.b.document} <= set(group)
            ),
            key=lambda reuse: (-len(reuse.a), reuse.a),
        )
        spans += [span for reuse in longest[:2] for span in (reuse.a, reuse.b)]
    noun = "account" if origins == 1 else "accounts"
    text = f"{total} articles, {origins} independent {noun}: {'; '.join(parts)}."
    refs = tuple(document for group in groups for document in group)
    return [Draft("origins", text, refs, tuple(spans))]
