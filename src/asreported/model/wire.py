"""The report as the JSON of schema 1, byte for byte the same for equal reports."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from asreported.model.comparison import Comparison, Conflict, Framing, Point, QuoteVariants
from asreported.model.document import Author, Document, Outlet, Timestamp
from asreported.model.report import ReportData, StoryReport
from asreported.model.span import Span
from asreported.model.statement import (
    DateMention,
    Entity,
    Internal,
    Quantity,
    Reading,
    Speaker,
    Statement,
)
from asreported.model.story import Reuse

SCHEMA = 1
Json = dict[str, Any]


# What a terminal or an editor may obey and JSON lets stand: DEL and C1 codes, marks of direction,
# separators of lines, invisible tags. JSON escapes the other codes itself.
_OBEYED = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]"
)


def dumps(value: Any, indent: int | None = None) -> str:
    r"""Return JSON with sorted keys; no NaN or infinity can come out, and no code unescaped.

    Raises:
        ValueError: A number is not finite.

    >>> print(dumps("café \x1b \x9b \u202e"))
    "café \u001b \u009b \u202e"
    """
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False, indent=indent)
    return _OBEYED.sub(lambda m: json.dumps(m[0])[1:-1], text)


def report_to_dict(report: ReportData) -> Json:
    """Return the whole report; documents are in the order of their ids."""
    documents = {
        reading.document.id: reading.document
        for story in report.stories
        for reading in story.comparison.readings
    }
    texts = {key: document.text for key, document in documents.items()}
    return {
        "asreported": {"schema": SCHEMA, "version": report.version, "settings": report.settings},
        "documents": [document_to_dict(documents[key]) for key in sorted(documents)],
        "stories": [_story(story, texts) for story in report.stories],
        "failures": [
            {"name": failure.name, "stage": failure.stage, "error": failure.error}
            for failure in report.failures
        ],
    }


def document_to_dict(document: Document) -> Json:
    """Return one entry of ``documents``."""
    spans = _Spans({document.id: document.text})
    return {
        "id": document.id,
        "name": document.name,
        "text": document.text,
        "language": document.language,
        "headline": spans(document.headline),
        "outlet": _named(document.outlet, spans),
        "authors": [_named(author, spans) for author in document.authors],
        "published": _timestamp(document.published, spans),
        "updated": _timestamp(document.updated, spans),
        "other_dates": [_timestamp(date, spans) for date in document.other_dates],
        "place": spans(document.place),
        "regions": [
            {"start": r.start, "end": r.end, "kind": r.kind, "reason": r.reason}
            for r in document.regions
        ],
        "wire": {"agency": document.wire.agency, "span": spans(document.wire.span)}
        if document.wire
        else None,
        "url": document.url,
        "encoding": document.encoding,
        "warnings": [{"code": code, "detail": detail} for code, detail in document.warnings],
    }


def reading_to_dict(reading: Reading, entities: Sequence[Entity]) -> Json:
    """Return a line of ``asreported read``: the document, with stage 4 beside it."""
    spans = _Spans({reading.document.id: reading.document.text})
    return {
        **document_to_dict(reading.document),
        "statements": _joined(reading.statements, spans),
        "clauses": [_clause_slots(reading, index, spans) for index in range(len(reading.clauses))],
        "quantities": [_quantity(quantity, spans) for quantity in reading.quantities],
        "dates": [_date(date, spans) for date in reading.dates if date.iso],
        "entities": [_entity(entity, spans) for entity in entities],
        "internal": [_internal(internal, spans) for internal in reading.internals],
        "skipped": list(reading.skipped),
    }


class _Spans:
    """Turns spans into JSON, with the words they stand for."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def __call__(self, span: Span | None) -> Json | None:
        return None if span is None else self.each(span)

    def each(self, span: Span) -> Json:
        words = self._texts[span.document][span.start : span.end]
        return {"document": span.document, "start": span.start, "end": span.end, "text": words}

    def all(self, spans: Sequence[Span]) -> list[Json]:
        return [self.each(span) for span in spans]


def _story(story: StoryReport, texts: Mapping[str, str]) -> Json:
    comparison = story.comparison
    spans = _Spans(texts)
    return {
        "id": comparison.story.id,
        "documents": list(comparison.story.documents),
        "origin_groups": [list(group) for group in comparison.story.origin_groups],
        "reuse": [_reuse(reuse, spans) for reuse in comparison.story.reuse],
        "entities": [_entity(entity, spans) for entity in comparison.entities],
        "statements": [_statement(statement, spans) for statement in comparison.statements],
        **_measures(comparison, spans),
        "points": [_point(point, spans) for point in comparison.points],
        "conflicts": [_conflict(conflict, spans) for conflict in comparison.conflicts],
        "quote_variants": [_variants(group, spans) for group in comparison.quote_variants],
        "framing": [_framing(framing, spans) for framing in comparison.framing],
        "findings": [
            {
                "rank": finding.rank,
                "text": finding.text,
                "kind": finding.kind,
                "refs": list(finding.refs),
                "spans": spans.all(finding.spans),
            }
            for finding in story.findings
        ],
        "not_measured": [
            {"what": gap.what, "why": gap.why, "documents": list(gap.documents)}
            for gap in comparison.not_measured
        ],
    }


def _measures(comparison: Comparison, spans: _Spans) -> Json:
    readings = comparison.readings
    return {
        "quantities": [_quantity(q, spans) for reading in readings for q in reading.quantities],
        "dates": [_date(date, spans) for reading in readings for date in reading.dates if date.iso],
        "internal": [_internal(i, spans) for reading in readings for i in reading.internals],
    }


def _named(value: Outlet | Author | None, spans: _Spans) -> Json | None:
    return None if value is None else {"name": value.name, "span": spans(value.span)}


def _timestamp(value: Timestamp | None, spans: _Spans) -> Json | None:
    if value is None:
        return None
    return {"iso": value.iso, "span": spans(value.span), "origin": value.origin}


def _speaker(speaker: Speaker | None, spans: _Spans) -> Json | None:
    if speaker is None:
        return None
    return {
        "name": speaker.name,
        "entity": speaker.entity,
        "span": spans(speaker.span),
        "kind": speaker.kind,
        "reason": speaker.reason,
    }


def _statement(statement: Statement, spans: _Spans) -> Json:
    return {
        "id": statement.id,
        "kind": statement.kind,
        "span": spans(statement.span),
        "content": spans.all(statement.content),
        "speaker": _speaker(statement.speaker, spans),
        "cue": spans(statement.cue),
        "chain": [{"name": link.name, "span": spans(link.span)} for link in statement.chain],
        "verb": statement.verb,
        "region": statement.region,
        "part_of": statement.part_of,
    }


def _joined(statements: Sequence[Statement], spans: _Spans) -> list[Json]:
    """Return the statements; a quotation inside the clause that its cue reports stands in that.

    'Roe called for “calm” in the port' tells one thing that Roe said, not two. What stands closer
    in a clause of another's ('Roe said that he had asked for “calm”') stays by itself.
    """
    clauses = sorted((s for s in statements if s.kind == "attributed" and s.cue), key=_size)
    found = {s.id: {**_statement(s, spans), "quotations": []} for s in statements}
    for statement in statements:
        if statement.kind == "quote" and statement.cue:
            clause = next((c for c in clauses if _holds(c, statement)), None)
            if clause and clause.cue == statement.cue:
                found[clause.id]["quotations"].append(found.pop(statement.id))
    return [*found.values()]


def _size(statement: Statement) -> int:
    return sum(len(part) for part in statement.content)


def _holds(clause: Statement, quotation: Statement) -> bool:
    return all(any(whole.covers(part) for whole in clause.content) for part in quotation.content)


def _clause_slots(reading: Reading, index: int, spans: _Spans) -> Json:
    clause = reading.clauses[index]
    slots = clause.slots
    heads = {"agent": slots.agent, "predicate": slots.predicate, "patient": slots.patient}
    return {
        "span": spans(clause.span),
        "voice": clause.voice,
        "negated": slots.negated,
        "phase": slots.phase,
        "modality": slots.modality,
        **{name: spans(filler.span) if filler else None for name, filler in heads.items()},
        "scope": [spans(filler.span) for filler in slots.scope],
        "time": [spans(filler.span) for filler in slots.time],
        "place": [spans(filler.span) for filler in slots.place],
        "cause": [spans(filler.span) for filler in slots.cause],
    }


def _quantity(quantity: Quantity, spans: _Spans) -> Json:
    return {
        "span": spans(quantity.span),
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "of": quantity.of,
        "approximate": quantity.approximate,
        "kind": quantity.kind,
    }


def _date(date: DateMention, spans: _Spans) -> Json:
    return {"span": spans(date.span), "iso": date.iso, "anchor": date.anchor}


def _entity(entity: Entity, spans: _Spans) -> Json:
    return {
        "id": entity.id,
        "name": entity.name,
        "type": entity.type,
        "mentions": spans.all(entity.mentions),
    }


def _internal(internal: Internal, spans: _Spans) -> Json:
    return {
        "document": internal.spans[0].document,
        "kind": internal.kind,
        "spans": spans.all(internal.spans),
        "reason": internal.reason,
    }


def _reuse(reuse: Reuse, spans: _Spans) -> Json:
    return {
        "a": spans(reuse.a),
        "b": spans(reuse.b),
        "kind": reuse.kind,
        "direction": reuse.direction,
        "reason": reuse.reason,
    }


def _point(point: Point, spans: _Spans) -> Json:
    return {
        "id": point.id,
        "label": spans(point.label),
        "agreement": point.agreement,
        "statements": list(point.statements),
        "accounts": list(point.accounts),
        "independent_origins": point.independent_origins,
        "origins": [str(origin) for origin in point.origins],
        "reason": point.reason,
        "fact": point.fact,
        "score": round(point.score, 4),
        "absent": [
            {"document": a.document, "nearest": spans(a.nearest), "reason": a.reason}
            for a in point.absent
        ],
        "links": [
            {"a": link.a, "b": link.b, "score": round(link.score, 4), "reason": link.reason}
            for link in point.links
        ],
    }


def _conflict(conflict: Conflict, spans: _Spans) -> Json:
    return {
        "id": conflict.id,
        "kind": conflict.kind,
        "severity": conflict.severity,
        "question": conflict.question,
        "sides": [
            {"answer": side.answer, "spans": spans.all(side.spans)} for side in conflict.sides
        ],
        "reason": conflict.reason,
        "score": round(conflict.score, 4),
    }


def _variants(group: QuoteVariants, spans: _Spans) -> Json:
    return {
        "speaker": group.speaker,
        "kind": group.kind,
        "variants": spans.all(group.variants),
        "reason": group.reason,
    }


def _framing(framing: Framing, spans: _Spans) -> Json:
    return {
        "kind": framing.kind,
        "document": framing.document,
        "span": spans(framing.span),
        "about": framing.about,
        "contrast": spans.all(framing.contrast),
        "reason": framing.reason,
    }
