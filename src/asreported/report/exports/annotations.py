"""The report as W3C Web Annotations, for Hypothesis, IIIF viewers and linked data.

Each place of a point or a conflict is one annotation whose target is the account, with a
TextPositionSelector (code points) and a TextQuoteSelector.
"""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from asreported.model.report import ReportData
from asreported.report.accounts import name_accounts
from asreported.report.evidence import Evidence
from asreported.report.sections import StorySections, lay_out

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# Characters before and after the words; Hypothesis uses the same to find them on a changed page.
_AROUND = 32
Json = dict[str, Any]


def render_annotations(report: ReportData) -> str:
    """Return an annotation collection as JSON-LD that ends in a line feed."""
    accounts = name_accounts(report)
    items: list[Json] = []
    for number, story in enumerate(report.stories, start=1):
        items += list(_annotations(lay_out(story, accounts, number)))
    collection = {
        "@context": _CONTEXT,
        "id": "urn:asreported:annotations",
        "type": "AnnotationCollection",
        "label": "Who says what",
        "creator": {"type": "Software", "name": f"asreported {report.version}"},
        "total": len(items),
        "first": {"id": "urn:asreported:annotations:1", "type": "AnnotationPage", "items": items},
    }
    # In ASCII, so that the exact words can be kept: an escaped code does nothing to a terminal.
    return json.dumps(collection, sort_keys=True, indent=1, allow_nan=False) + "\n"


def _annotations(story: StorySections) -> Iterator[Json]:
    for dispute in story.disputes:
        for number, answer in enumerate(dispute.answers, start=1):
            for evidence in answer.evidence:
                text = f"{dispute.state}: {dispute.question} Side {number}: “{answer.words}”"
                yield _annotation(dispute.source.id, evidence, text, "assessing")
    for told in story.points:
        state = told.source.agreement
        text = f"{state}: told by {len(told.accounts)} of {told.total}"
        if told.source.independent_origins is not None:
            text += f", {told.source.independent_origins} independent"
        for evidence in told.evidence:
            yield _annotation(told.source.id, evidence, text, "classifying")
    for odd in story.odd:
        for evidence in odd.evidence:
            yield _annotation(odd.id, evidence, f"odd: {odd.reason}", "questioning")


def _annotation(about: str, evidence: Evidence, text: str, motivation: str) -> Json:
    document, span = evidence.account.document, evidence.span
    source = evidence.account.live_url or f"urn:asreported:{quote(document.id)}"
    exact = document.quote(span)
    place = f"{span.start}-{span.end}"
    return {
        "id": f"urn:asreported:{quote(about)}:{quote(document.id)}:{place}",
        "type": "Annotation",
        "motivation": motivation,
        "body": [
            {"type": "TextualBody", "format": "text/plain", "value": text, "purpose": motivation}
        ],
        "target": {
            "source": source,
            "selector": [
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": exact,
                    "prefix": document.text[max(0, span.start - _AROUND) : span.start],
                    "suffix": document.text[span.end : span.end + _AROUND],
                },
            ],
        },
    }
