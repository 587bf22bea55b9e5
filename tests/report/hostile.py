"""A report whose every word was written by someone who wants to harm its reader."""

from dataclasses import replace

from asreported.model.comparison import (
    Comparison,
    Conflict,
    Framing,
    NotMeasured,
    Origin,
    Point,
    QuoteVariants,
    Side,
)
from asreported.model.document import Author, Document, Outlet, Region, Timestamp, Wire
from asreported.model.parse import Parse
from asreported.model.report import Finding, ReportData, StoryReport
from asreported.model.source import Failure
from asreported.model.statement import Internal, Link, Quantity, Reading, Speaker, Statement
from asreported.model.story import Reuse, Story

# Each sets window.hit, or asks for /hit, if it runs.
XSS = (
    "<script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    "<svg onload=window.hit=1>",
    "<svg><script>window.hit=1</script></svg>",
    '"><script>window.hit=1</script>',
    "'><img src=x onerror=window.hit=1>",
    "</script><script>window.hit=1</script>",
    "</style><script>window.hit=1</script>",
    "</title><script>window.hit=1</script>",
    "</textarea><img src=x onerror=window.hit=1>",
    "--><script>window.hit=1</script>",
    "<!--<img src=--><img src=x onerror=window.hit=1>//>",
    "javascript:window.hit=1",
    "<a href=javascript:window.hit=1>x</a>",
    '<iframe src="javascript:parent.hit=1"></iframe>',
    '<iframe srcdoc="<script>parent.hit=1</script>"></iframe>',
    "<object data=data:text/html,<script>parent.hit=1</script>></object>",
    "<embed src=/hit>",
    "<link rel=stylesheet href=/hit>",
    "<style>@import '/hit'; body{background:url(/hit)}</style>",
    '<meta http-equiv=refresh content="0;url=/hit">',
    '<base href="/hit/">',
    "<form action=/hit><button autofocus onfocus=window.hit=1>",
    "<input autofocus onfocus=window.hit=1>",
    "<details open ontoggle=window.hit=1>",
    "<math><mtext><table><mglyph><style><img src=x onerror=window.hit=1>",
    "x onmouseover=window.hit=1 autofocus tabindex=1 onfocus=window.hit=1 y",
    "{{constructor.constructor('window.hit=1')()}}${window.hit=1}\u2028window.hit=1",
)


def hostile_report(payload: str) -> ReportData:
    """Return a report that has ``payload`` in every place that comes from outside."""
    first = _document("d1", f"{payload}.txt", payload, f"http://x.test/{payload}")
    second = _document("d2", payload, payload, f"javascript:window.hit=1//{payload}")
    documents = (first, second)
    spans = tuple(d.span(len("head "), len("head ") + len(payload)) for d in documents)
    speaker = Speaker(payload, spans[0])
    statements = tuple(
        Statement(f"t{n}", "quote", s, (s,), speaker, s, (Link(payload, s),), payload)
        for n, s in enumerate(spans)
    )
    point = Point(
        "p1",
        spans[0],
        "corroborated",
        ("t0", "t1"),
        ("d1", "d2"),
        1,
        (Origin((payload,)),),
        payload,
        0.5,
    )
    single = replace(point, id="p2", agreement="single", statements=("t0",), accounts=("d1",))
    conflict = Conflict(
        "c1",
        "number",
        "difference",
        payload,
        (Side(payload, spans[:1]), Side(payload, spans[1:])),
        payload,
        0.5,
    )
    story = Story(
        "s1",
        ("d1", "d2"),
        (Reuse(spans[0], spans[1], "copied", "a->b", payload),),
        (("d1", "d2"),),
        payload,
    )
    readings = tuple(_reading(d, payload, statements[n]) for n, d in enumerate(documents))
    comparison = Comparison(
        story,
        readings,
        (),
        statements,
        (point, single),
        (conflict,),
        (QuoteVariants(payload, "reworded", spans, payload, "words"),),
        (Framing("loaded", "d1", spans[0], payload, (spans[1],), payload),),
        (NotMeasured(payload, payload, ("d1",)),),
    )
    finding = Finding(1, payload, ("p1", "c1"), spans)
    failure = Failure(payload, "documents", payload)
    return ReportData((StoryReport(comparison, (finding,)),), (failure,), "0.1.0", "x")


def _document(key: str, name: str, payload: str, url: str) -> Document:
    text = f"head {payload} tail {key}"
    return Document(
        key,
        name,
        text,
        payload,
        (Region(0, len(text), "body", payload),),
        outlet=Outlet(payload, None),
        authors=(Author(payload, None),),
        published=Timestamp(payload, None, payload),
        wire=Wire(payload, None),
        url=url,
        encoding=payload,
        warnings=((payload, payload),),
    )


def _reading(document: Document, payload: str, statement: Statement) -> Reading:
    span = statement.span
    quantity = Quantity(span, 3.0, None, None, payload, payload, False)
    odd = Internal("conversion", (span, span), 2.0, payload)
    return Reading(
        document,
        Parse(document.id, (), (), "none"),
        (statement,),
        (),
        (quantity,),
        (),
        (),
        (odd,),
    )
