"""Turns a gold annotation of ../shared into a report, to see the page with good content.

A script and a fixture; it reads third-party text that is not part of this repository, and where
that is absent `load_gold` returns None.
"""

import json
import re
from pathlib import Path
from typing import Any

from asreported.model.comparison import (
    Absence,
    Comparison,
    Conflict,
    Framing,
    NotMeasured,
    Origin,
    Point,
    QuoteVariants,
    Side,
)
from asreported.model.document import ARTICLE_KINDS, Author, Document, Outlet, Region, Timestamp
from asreported.model.ids import content_id
from asreported.model.parse import Parse
from asreported.model.report import Finding, ReportData, StoryReport
from asreported.model.span import Span
from asreported.model.statement import Internal, Quantity, Reading, Speaker, Statement
from asreported.model.story import Reuse, Story

SHARED = Path(__file__).resolve().parents[3] / "shared"
EVENTS = {
    "withdrawal": "seeds",
    "croydon-tram": "events/croydon-tram",
    "teen-indicted": "events/teen-indicted",
}
_REUSE = {"wire": "wire", "quote": "shared_quote", "statement": "shared_statement"}
_UNITS = {"square kilometers": "km2", "square miles": "mi2", "km^2": "km2", "mi^2": "mi2"}


def load_gold(event: str) -> ReportData | None:
    """Return the annotation of ``event`` as a report, None where it is not on this machine."""
    path = SHARED / "gold" / f"{event}.json"
    if not path.exists():
        return None
    gold = json.loads(path.read_text(encoding="utf-8"))
    return _Converter(gold, SHARED / EVENTS[event]).report()


class _Converter:
    def __init__(self, gold: dict[str, Any], folder: Path) -> None:
        self.gold = gold
        self.texts = {
            name: (folder / name).read_bytes().decode("utf-8") for name in sorted(gold["files"])
        }
        self.ids = {name: content_id("d", name, text) for name, text in self.texts.items()}
        self.statements: dict[str, Statement] = {}
        self.by_ref: dict[str, tuple[Span, ...]] = {}

    def report(self) -> ReportData:
        self._said()
        points = tuple(self._point(raw) for raw in self.gold["points"])
        conflicts = tuple(
            self._conflict(raw) for raw in self.gold["conflicts"] if len(raw["sides"]) > 1
        )
        groups = tuple(
            sorted(tuple(sorted(self.ids[n] for n in g)) for g in self.gold["origin_groups"])
        )
        story = Story("s1", tuple(sorted(self.ids.values())), self._reuse(), groups)
        readings = tuple(
            sorted((self._reading(n) for n in self.texts), key=lambda r: r.document.id)
        )
        variants = tuple(
            QuoteVariants(
                raw.get("speaker"),
                raw.get("kind", "reworded"),
                tuple(self._span(v) for v in raw["variants"]),
                "gold",
                "" if raw.get("kind") == "identical" else "words",
            )
            for raw in self.gold["quote_variants"]
            if len(raw["variants"]) > 1
        )
        comparison = Comparison(
            story,
            readings,
            (),
            tuple(sorted(self.statements.values(), key=lambda s: (s.span, s.kind, s.id))),
            points,
            conflicts,
            variants,
            self._framing(),
            (NotMeasured("loaded words", "this fixture has none of its own", ()),),
        )
        findings = tuple(self._finding(raw) for raw in self.gold["findings"])
        return ReportData((StoryReport(comparison, findings),), (), "0.1.0", "gold")

    def _span(self, raw: dict[str, Any], name: str | None = None) -> Span:
        return Span(self.ids[raw.get("file", name)], raw["start"], raw["end"])

    def _said(self) -> None:
        rows = [("quote", r, r.get("speaker"), "") for r in self.gold["quotes"]]
        rows += [
            ("attributed", r, r.get("source"), r.get("cue", ""))
            for r in self.gold.get("attributions", ())
        ]
        for kind, raw, name, verb in rows:
            span = self._span(raw)
            speaker = Speaker(name, None) if name else None
            key = content_id("t", span.document, kind, span.start, span.end)
            self.statements[key] = Statement(key, kind, span, (span,), speaker, verb=verb or "")

    def _own(self, span: Span) -> str:
        key = content_id("t", span.document, "own", span.start, span.end)
        said = [
            s
            for s in self.statements.values()
            if s.kind != "own" and s.span.shared(span) >= 0.6 * len(span)
        ]
        if said:
            base = min(said, key=lambda s: (len(s.span), s.id))
            self.statements[key] = Statement(
                key, "attributed", span, (span,), base.speaker, verb=base.verb, part_of=base.id
            )
        else:
            self.statements[key] = Statement(key, "own", span, (span,))
        return key

    def _point(self, raw: dict[str, Any]) -> Point:
        spans = {
            name: [self._span(s, name) for s in account["spans"]]
            for name, account in raw["accounts"].items()
        }
        accounts = tuple(sorted(self.ids[name] for name in spans))
        first = min((s for group in spans.values() for s in group), key=lambda s: s)
        statements = tuple(self._own(s) for group in spans.values() for s in group)
        several = len(accounts) > 1
        absent = tuple(
            Absence(self.ids[name], None, "nothing near it in the text we have")
            for name in self.texts
            if name not in spans and several
        )
        origins = raw.get("independent_origins")
        self.by_ref[raw["id"]] = tuple(s for group in spans.values() for s in group[:1])
        names = sorted(
            {
                self.statements[key].speaker.name  # type: ignore[union-attr]
                for key in statements
                if self.statements[key].speaker
            }
        )
        return Point(
            raw["id"],
            first,
            "corroborated" if several else "single",
            statements,
            accounts,
            origins if isinstance(origins, int) else None,
            tuple(Origin((name,)) for name in names),
            raw["paraphrase"],
            0.8,
            absent,
        )

    def _conflict(self, raw: dict[str, Any]) -> Conflict:
        sides = []
        for side in raw["sides"]:
            spans = tuple(self._span(s) for s in side["spans"])
            words = side["spans"][0]["surface"]
            if len(words) > 60:
                words = " ".join(words.split()[:8])
            sides.append(Side(words, spans))
        self.by_ref[raw["id"]] = tuple(side.spans[0] for side in sides)
        return Conflict(
            raw["id"],
            raw["kind"],
            raw["severity"],
            raw["question"],
            tuple(sides),
            f"{raw['kind']}: gold",
            0.9,
        )

    def _reuse(self) -> tuple[Reuse, ...]:
        links = []
        for raw in self.gold["reuse"]:
            kind = next((v for k, v in _REUSE.items() if k in raw["kind"]), "copied")
            if "report of one" in raw["kind"] or "utterance" in raw["kind"]:
                kind = "shared_statement"
            direction = raw.get("direction", "unknown")
            direction = direction if direction in ("a->b", "b->a") else "common"
            links.append(
                Reuse(self._span(raw["a"]), self._span(raw["b"]), kind, direction, raw["kind"])
            )
        return tuple(sorted(links, key=lambda r: (r.a, r.b)))

    def _framing(self) -> tuple[Framing, ...]:
        heads = {
            name: self._span(f["headline"], name)
            for name, f in self.gold["files"].items()
            if f.get("headline")
        }
        return tuple(
            Framing(
                "headline",
                span.document,
                span,
                None,
                tuple(other for n, other in heads.items() if n != name),
                "headlines of one event",
            )
            for name, span in heads.items()
        )

    def _finding(self, raw: dict[str, Any]) -> Finding:
        refs = tuple(raw["refs"])
        spans = tuple(span for ref in refs for span in self.by_ref.get(ref, ()))
        text = raw["text"]
        if raw.get("title"):
            text = f"{raw['title']}. {text}"
        text = re.sub(r"\s*\([A-Z]+\d[^)]*\)", "", text)
        return Finding(raw["rank"], text, refs, spans[:6])

    def _regions(self, name: str) -> tuple[Region, ...]:
        known = self.gold["regions"][name]
        kinds = ARTICLE_KINDS | {"headline", "byline", "dateline", "caption", "author_bio"}
        return tuple(
            Region(
                r["start"],
                r["end"],
                r["kind"],
                "the page's own words" if r["kind"] in kinds else f"reads as {r['kind']}",
            )
            for r in known
        )

    def _reading(self, name: str) -> Reading:
        about = self.gold["files"][name]
        key, text = self.ids[name], self.texts[name]
        head = about.get("headline") or next(
            (r for r in self.gold["regions"][name] if r["kind"] == "headline"), None
        )
        outlet, published = about.get("outlet"), about.get("published")
        document = Document(
            key,
            name,
            text,
            "en",
            self._regions(name),
            self._span(head, name) if head else None,
            Outlet(outlet, None) if outlet else None,
            tuple(Author(a, None) for a in about.get("authors", ())),
            Timestamp(published, None) if published else None,
        )
        quantities = tuple(
            Quantity(
                self._span(q),
                float(q["value"]),
                None,
                None,
                _UNITS.get(q.get("unit") or "", q.get("unit") or ""),
                q.get("of"),
                "about" in q["surface"],
            )
            for q in self.gold["quantities"]
            if q["file"] == name and isinstance(q["value"], int | float)
        )
        internals = tuple(
            Internal(
                raw.get("kind", "figure"),
                tuple(self._span(s) for s in raw["spans"]),
                1.5,
                raw["what"],
            )
            for raw in self.gold["internal"]
            if raw["file"] == name and len(raw["spans"]) > 1
        )
        own = tuple(s for s in self.statements.values() if s.span.document == key)
        return Reading(document, Parse(key, (), (), "none"), own, (), quantities, (), (), internals)
