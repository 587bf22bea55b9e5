"""An invented event, told by four invented outlets, with every trouble the page must survive."""

from collections.abc import Iterable
from dataclasses import replace

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
from asreported.model.document import Author, Document, Outlet, Region, Timestamp, Wire
from asreported.model.ids import content_id
from asreported.model.parse import Parse
from asreported.model.report import Finding, ReportData, StoryReport
from asreported.model.source import Failure
from asreported.model.span import Span
from asreported.model.statement import Internal, Link, Quantity, Reading, Speaker, Statement
from asreported.model.story import Reuse, Story

# Astral signs before the words, so that UTF-16 offsets and code points differ; CR LF line ends;
# white space at both ends; a bidi override inside a quotation.
HARBOUR = """\r
Ferry Marigold runs aground off Port Ember\r
By Ada Quill\r
\r
\U0001f6a2\U0001f6a2 The ferry Marigold ran aground on Gull Rock on Tuesday morning with 214 \
people aboard. All passengers were taken ashore by noon, the coast guard said.\r
\r
“We heard a bang and then nothing moved,” said Tove Brandt, a passenger.\r
\r
The vessel had drifted about 12 miles (about 25 kilometers) off its course.\r
\r
Read more: ten ferries we love\r
"""
LEDGER = """Passengers rescued as ferry hits rock

The Marigold struck Gull Rock early on Tuesday. It carried at least 230 people, the harbour master \
said. Most passengers were brought to land by midday.

"We heard a loud bang, then nothing moved at all," said Tove Brandt.

Engineers blamed a broken rudder. The company says the crew did everything right.

Comments

first!
"""
NORTH = """Crew hailed after Marigold grounding

The ferry Marigold ran aground on Gull Rock on Tuesday morning with 214 people aboard. All \
passengers were taken ashore by noon, the coast guard said.

Fog, not the rudder, caused the grounding, two sailors told \u202eNorth Shore Post\u202c.
"""
BLOG = """What the company will not tell you about the Marigold

Nobody says why the crew left the bridge. The reckless company lost one ferry already in 2009.
"""
TEXTS = {
    "harbour_observer.txt": HARBOUR,
    "ledger.txt": LEDGER,
    "north-shore.txt": NORTH,
    "https://blog.example/2031/marigold?x=1": BLOG,
}


def invented_report() -> ReportData:
    """Return the report on the invented event."""
    return _Event().report()


class _Event:
    def __init__(self) -> None:
        self.documents = {name: self._document(name, text) for name, text in TEXTS.items()}
        self.statements: list[Statement] = []

    def report(self) -> ReportData:
        points = self._points()
        conflicts = self._conflicts()
        ids = tuple(sorted(d.id for d in self.documents.values()))
        harbour, north = self.documents["harbour_observer.txt"], self.documents["north-shore.txt"]
        pair = {harbour.id, north.id}
        groups = [tuple(sorted(pair)), *((key,) for key in ids if key not in pair)]
        shared = "ran aground on Gull Rock on Tuesday morning with 214 people aboard"
        reuse = Reuse(
            self.at("harbour", shared), self.at("north", shared), "wire", "common", "66 characters"
        )
        story = Story("s" + "0" * 12, ids, (reuse,), tuple(sorted(groups)))
        comparison = Comparison(
            story,
            tuple(sorted((self._reading(d) for d in self.documents.values()), key=_by_id)),
            (),
            tuple(sorted(set(self.statements), key=lambda s: (s.span, s.kind, s.id))),
            points,
            conflicts,
            (self._variants(),),
            self._framing(),
            (NotMeasured("dates", "one account gives none", (self.documents["ledger.txt"].id,)),),
        )
        return ReportData(
            (StoryReport(comparison, self._findings(points, conflicts)),),
            (Failure("broken.html", "documents", "no article text found [no_text]"),),
            "0.1.0",
            "0123456789ab",
        )

    def at(self, name: str, words: str) -> Span:
        document = next(d for n, d in self.documents.items() if name in n)
        start = document.text.index(words)
        return document.span(start, start + len(words))

    def say(self, name: str, words: str, speaker: str = "", kind: str = "own") -> str:
        span = self.at(name, words)
        key = content_id("t", kind, span.document, span.start, span.end)
        who = Speaker(speaker, None) if speaker else None
        chain = (Link("the coast guard", None),) if speaker == "A spokesman" else ()
        self.statements.append(Statement(key, kind, span, (span,), who, chain=chain))
        return key

    def _points(self) -> tuple[Point, ...]:
        aground = [
            self.say("harbour", "The ferry Marigold ran aground on Gull Rock"),
            self.say("ledger", "The Marigold struck Gull Rock early on Tuesday"),
            self.say("north", "The ferry Marigold ran aground on Gull Rock"),
        ]
        ashore = [
            self.say(
                "harbour", "All passengers were taken ashore by noon", "A spokesman", "attributed"
            ),
            self.say("ledger", "Most passengers were brought to land by midday"),
            self.say(
                "north", "All passengers were taken ashore by noon", "A spokesman", "attributed"
            ),
        ]
        rudder = [self.say("ledger", "Engineers blamed a broken rudder", "Engineers", "attributed")]
        bridge = [self.say("blog", "why the crew left the bridge")]
        near = self.at("blog", "The reckless company lost one ferry already in 2009")
        return (
            self._point("p1", "corroborated", aground, 2, absent=near),
            self._point("p2", "corroborated", ashore, 1, ("the coast guard",)),
            self._point("p3", "single", rudder, None),
            self._point("p4", "undecided", bridge, None),
        )

    def _point(
        self,
        key: str,
        agreement: str,
        statements: list[str],
        count: int | None,
        origins: tuple[str, ...] = (),
        absent: Span | None = None,
    ) -> Point:
        by_id = {s.id: s for s in self.statements}
        told = [by_id[i] for i in statements]
        accounts = tuple(sorted({s.span.document for s in told}))
        lacking = [
            Absence(d.id, absent if absent and absent.document == d.id else None, "nothing near it")
            for d in self.documents.values()
            if d.id not in accounts and agreement == "corroborated"
        ]
        return Point(
            key,
            min(s.span for s in told),
            agreement,
            tuple(statements),
            accounts,
            count,
            tuple(Origin((name,)) for name in origins),
            "same agent, same act",
            0.8125,
            tuple(sorted(lacking, key=lambda a: a.document)),
        )

    def _conflicts(self) -> tuple[Conflict, ...]:
        people = (
            Side("214 people", (self.at("harbour", "214 people"), self.at("north", "214 people"))),
            Side("at least 230 people", (self.at("ledger", "at least 230 people"),)),
        )
        cause = (
            Side("a broken rudder", (self.at("ledger", "a broken rudder"),)),
            Side("Fog, not the rudder", (self.at("north", "Fog, not the rudder"),)),
        )
        return (
            Conflict(
                "c1",
                "number",
                "contradiction",
                "How many people were aboard?",
                people,
                "214 against at least 230",
                0.97,
            ),
            Conflict("c2", "cause", "difference", "Why?", cause, "rudder against fog", 0.6),
        )

    def _variants(self) -> QuoteVariants:
        spans = (
            self.at("harbour", "We heard a bang and then nothing moved,"),
            self.at("ledger", "We heard a loud bang, then nothing moved at all,"),
        )
        return QuoteVariants("Tove Brandt", "reworded", spans, "7 of 8 words in common", "words")

    def _framing(self) -> tuple[Framing, ...]:
        reckless = self.at("blog", "The reckless company")
        plain = self.at("ledger", "The company")
        return (
            Framing("loaded", reckless.document, reckless, "company", (plain,), "reckless"),
            Framing("naming", plain.document, plain, "company", (reckless,), "two names"),
        )

    def _findings(
        self, points: Iterable[Point], conflicts: Iterable[Conflict]
    ) -> tuple[Finding, ...]:
        told, disputed = list(points), list(conflicts)
        sides = tuple(side.spans[0] for side in disputed[0].sides)
        return (
            Finding(
                1,
                "Accounts differ on how many were aboard: “214 people” or “at least 230 people”.",
                (disputed[0].id,),
                sides,
                "conflict",
            ),
            Finding(
                2, "Three of four say that the ferry ran aground.", (told[0].id,), (told[0].label,)
            ),
        )

    def _document(self, name: str, text: str) -> Document:
        headline = next(line for line in text.splitlines() if line.strip())
        start = text.index(headline)
        first = Span(content_id("d", name, text), start, start + len(headline))
        regions = [Region(start, start + len(headline), "headline", "first line")]
        at = first.end
        for part in text[first.end :].replace("\r\n", "\n\n").split("\n\n"):
            if not part.strip():
                continue
            begin = text.index(part.strip(), at)
            at = begin + len(part.strip())
            kind = {"Read": "promo", "Comm": "comments", "firs": "comments", "By A": "byline"}.get(
                part.strip()[:4], "body"
            )
            regions.append(Region(begin, at, kind, f"reads as {kind}"))
        return Document(
            first.document,
            name,
            text,
            "en",
            tuple(regions),
            first,
            Outlet("North Shore Post", None) if "north" in name else None,
            (Author("Ada Quill", None),) if "harbour" in name else (),
            Timestamp("2031-05-06T10:00:00Z", None, "record") if "ledger" not in name else None,
            wire=Wire("Coastal Press", None) if "north" in name else None,
            url=name if name.startswith("http") else None,
            warnings=(("bidi", "2 override marks"),) if "north" in name else (),
        )

    def _reading(self, document: Document) -> Reading:
        mine = tuple(s for s in self.statements if s.span.document == document.id)
        empty = Reading(document, Parse(document.id, (), (), "none"), mine, (), (), (), (), ())
        if "harbour" not in document.name:
            return empty
        miles = Quantity(
            self.at("harbour", "about 12 miles"), 12.0, None, None, "mi", "drift", True
        )
        kilometers = Quantity(
            self.at("harbour", "about 25 kilometers"), 25.0, None, None, "km", None, True
        )
        people = Quantity(
            self.at("harbour", "214 people"), 214.0, None, None, "people", "aboard", False
        )
        odd = Internal(
            "conversion", (miles.span, kilometers.span), 3.1, "12 miles are 19.3 km, not 25 km"
        )
        return replace(empty, quantities=(people, miles, kilometers), internals=(odd,))


def _by_id(reading: Reading) -> str:
    return reading.document.id
