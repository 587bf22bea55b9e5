"""The contract of the report as a JSON Schema (draft 2020-12), built from small pieces."""

from dataclasses import fields
from typing import Any

from asreported.model.document import REGION_KINDS

Json = dict[str, Any]


def record(optional: tuple[str, ...] = (), **properties: Json) -> Json:
    """An object that has all ``properties`` but the optional ones, and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(set(properties) - set(optional)),
        "additionalProperties": False,
    }


def array(items: Json) -> Json:
    return {"type": "array", "items": items}


def maybe(schema: Json) -> Json:
    return {"anyOf": [schema, {"type": "null"}]}


def one_of(*words: str) -> Json:
    return {"enum": list(words)}


TEXT: Json = {"type": "string"}
COUNT: Json = {"type": "integer", "minimum": 0}
NUMBER: Json = {"type": "number"}
FLAG: Json = {"type": "boolean"}
SPAN = record(document=TEXT, start=COUNT, end=COUNT, text={"type": "string", "minLength": 1})
NAMED = record(name=TEXT, span=maybe(SPAN))
TIME = record(iso=TEXT, span=maybe(SPAN), origin=TEXT)

DOCUMENT = record(
    id=TEXT,
    name=TEXT,
    text=TEXT,
    language=TEXT,
    headline=maybe(SPAN),
    outlet=maybe(NAMED),
    authors=array(NAMED),
    published=maybe(TIME),
    updated=maybe(TIME),
    other_dates=array(TIME),
    place=maybe(SPAN),
    regions=array(record(start=COUNT, end=COUNT, kind=one_of(*sorted(REGION_KINDS)), reason=TEXT)),
    wire=maybe(record(agency=TEXT, span=maybe(SPAN))),
    url=maybe(TEXT),
    encoding=TEXT,
    warnings=array(record(code=TEXT, detail=TEXT)),
)

STATEMENT = record(
    id=TEXT,
    kind=one_of("quote", "attributed", "own"),
    span=SPAN,
    content=array(SPAN),
    speaker=maybe(record(name=TEXT, entity=maybe(TEXT), span=maybe(SPAN), kind=TEXT, reason=TEXT)),
    cue=maybe(SPAN),
    chain=array(NAMED),
    verb=TEXT,
    region=TEXT,
    part_of=maybe(TEXT),
)

STORY = record(
    id=TEXT,
    documents=array(TEXT),
    origin_groups=array(array(TEXT)),
    reuse=array(
        record(
            a=SPAN,
            b=SPAN,
            kind=one_of("copied", "wire", "shared_statement", "shared_quote"),
            direction=one_of("a->b", "b->a", "common", "unknown"),
            reason=TEXT,
        )
    ),
    entities=array(
        record(
            id=TEXT,
            name=TEXT,
            type=one_of("person", "organisation", "place", "event", "group", "other"),
            mentions=array(SPAN),
        )
    ),
    statements=array(STATEMENT),
    quantities=array(
        record(
            span=SPAN,
            value=NUMBER,
            low=maybe(NUMBER),
            high=maybe(NUMBER),
            unit=TEXT,
            of=maybe(TEXT),
            approximate=FLAG,
            kind=TEXT,
        )
    ),
    dates=array(record(span=SPAN, iso=TEXT, anchor=TEXT)),
    internal=array(
        record(
            document=TEXT,
            kind=one_of("conversion", "arithmetic", "headline", "figure", "time", "attribution"),
            spans=array(SPAN),
            reason=TEXT,
        )
    ),
    points=array(
        record(
            id=TEXT,
            label=SPAN,
            agreement=one_of("corroborated", "single", "conflict", "undecided"),
            statements=array(TEXT),
            accounts=array(TEXT),
            independent_origins=maybe({"type": "integer", "minimum": 1}),
            origins=array(TEXT),
            fact=TEXT,
            reason=TEXT,
            score=NUMBER,
            absent=array(record(document=TEXT, nearest=maybe(SPAN), reason=TEXT)),
            links=array(record(a=TEXT, b=TEXT, score=NUMBER, reason=TEXT)),
        )
    ),
    conflicts=array(
        record(
            id=TEXT,
            kind=one_of(
                "number",
                "polarity",
                "scope",
                "time",
                "place",
                "agent",
                "cause",
                "wording",
                "update",
            ),
            severity=one_of("contradiction", "difference", "tension"),
            question=TEXT,
            sides={
                "type": "array",
                "minItems": 2,
                "items": record(answer=TEXT, spans={**array(SPAN), "minItems": 1}),
            },
            reason=TEXT,
            score=NUMBER,
        )
    ),
    quote_variants=array(
        record(
            speaker=maybe(TEXT),
            kind=one_of("identical", "cut", "reworded", "translated"),
            variants=array(SPAN),
            reason=TEXT,
        )
    ),
    framing=array(
        record(
            kind=one_of("loaded", "naming", "attribution_verb", "headline"),
            document=TEXT,
            span=SPAN,
            about=maybe(TEXT),
            contrast=array(SPAN),
            reason=TEXT,
        )
    ),
    findings=array(record(rank=COUNT, text=TEXT, kind=TEXT, refs=array(TEXT), spans=array(SPAN))),
    not_measured=array(record(what=TEXT, why=TEXT, documents=array(TEXT))),
)

REPORT: Json = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **record(
        asreported=record(schema={"const": 1}, version=TEXT, settings=TEXT),
        documents=array(DOCUMENT),
        stories=array(STORY),
        failures=array(record(name=TEXT, stage=TEXT, error=TEXT)),
    ),
}


def fields_of(kind: type) -> set[str]:
    """The names of a model type's fields, for checking the schema against the types."""
    return {field.name for field in fields(kind)}
