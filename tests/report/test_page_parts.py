"""The parts of the page, each alone: names, marks, collations, figures, sizes."""

import re
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asreported.library import compare
from asreported.model.comparison import Point, Side
from asreported.model.document import Document, Outlet, Region
from asreported.model.report import ReportData, StoryReport
from asreported.model.span import Span
from asreported.model.statement import Quantity, Statement
from asreported.model.story import Reuse
from asreported.report.accounts import Account, accounts_of, name_accounts
from asreported.report.evidence import Evidence
from asreported.report.page.collation import collate
from asreported.report.page.figures import figures, make_figure
from asreported.report.page.html import render_html
from asreported.report.page.marks import Mark, page_text, passages
from asreported.report.page.matrix import rows, where_they_part
from asreported.report.sections import AGREED, lay_out
from asreported.report.wording import Wording
from asreported.settings import Settings
from tests.report.invented import invented_report

MOST_SEED_BYTES = 150 * 1024
MOST_FIFTY_BYTES = 2_500_000


def _document(name: str, text: str = "words", outlet: str = "", key: str = "") -> Document:
    regions = (Region(0, len(text), "body", "all"),)
    publisher = Outlet(outlet, None) if outlet else None
    return Document(key or f"d-{name}", name, text, "en", regions, outlet=publisher)


NAMES = {
    "numbers": (["000_8e1c5bc3.txt", "001_655cad69.txt"], ["000 000", "001 001"]),
    "hashes": (["003_ab32e1dd.txt", "004_c0ffee42aa.txt"], ["003 003", "004 004"]),
    "sorted": (["00_The Post.txt", "01_the_herald.txt"], ["00 The Post", "01 the herald"]),
    "domains": (
        ["00_herald.example.txt", "01_herald.example.txt", "02_post.example.txt"],
        ["00 herald.example 00", "01 herald.example 01", "02 post.example"],
    ),
    "words": (["harbour_watch.md", "ledger.txt"], ["harbour harbour watch", "ledger ledger"]),
    "addresses": (
        ["https://www.post.example/a/b?c", "https://news.post.example/x"],
        ["news news.post.example", "post post.example"],
    ),
    "same": (["a/x.txt", "b/x.txt"], ["x x", "x-2 x x-2"]),
    "hostile": (["../../etc/passwd", "\u202e<b>.txt"], ["b \ufffd<b>", "passwd passwd"]),
}


@pytest.mark.parametrize("case", NAMES)
def test_keys_and_labels(case: str) -> None:
    names, expected = NAMES[case]
    accounts = accounts_of([_document(name) for name in names]).values()
    assert [f"{account.key} {account.label}" for account in accounts] == expected


def test_an_outlet_is_the_label() -> None:
    account = next(iter(accounts_of([_document("x.txt", outlet="The Port Ember Post")]).values()))
    assert account.label == "The Port Ember Post"


@pytest.mark.parametrize(
    ("outlets", "labels"),
    [
        (["Star", "Star"], ["Star 1", "Star 2"]),
        (["Star", "Star", "Star 2"], ["Star 1", "Star 3", "Star 2"]),
        (["Star 1", "STAR", "Star"], ["Star 1", "STAR 2", "Star 3"]),
        (["Star", "Star", "Star 2", "Star 2"], ["Star 1", "Star 2", "Star 2 1", "Star 2 2"]),
    ],
)
def test_labels_are_told_apart(outlets: list[str], labels: list[str]) -> None:
    documents = [
        _document(f"{'abcd'[n]}-story.txt", outlet=outlet) for n, outlet in enumerate(outlets)
    ]
    assert [account.label for account in accounts_of(documents).values()] == labels


MARKS = {
    "plain": ("abcdef", [(1, 3, "g")], "a<u id=x:1-3 class=g>bc</u>def"),
    "nested": (
        "abcdef",
        [(0, 6, "g"), (2, 3, "k")],
        "<u id=x:0-6 class=g>ab<u id=x:2-3 class=k>c</u>def</u>",
    ),
    "crossing": (
        "abcdef",
        [(0, 4, "g"), (2, 6, "k")],
        "<u id=x:0-4 class=g>ab<u id=x:2-6 class=k>cd</u></u><u class=k>ef</u>",
    ),
    "escaped": ("a<b>&", [(1, 4, "")], "a<u id=x:1-4>&lt;b&gt;</u>&amp;"),
    "two blocks": (
        "ab\n\ncd",
        [(0, 6, "s")],
        "<u id=x:0-6 class=s>ab</u><u class=s>cd</u>",
    ),
}


@pytest.mark.parametrize("case", MARKS)
def test_marks_nest(case: str) -> None:
    text, marks, expected = MARKS[case]
    account = Account(_document("x.txt", text), "x", "x")
    found = passages(account, [Mark(*mark) for mark in marks])
    assert "".join(str(b.html) for p in found for b in p.blocks) == expected


def test_many_marks_take_time_in_proportion() -> None:
    paragraphs = 10_000
    account = Account(_document("x.txt", "words\n\n" * paragraphs), "x", "x")
    marks = [Mark(7 * n, 7 * n + 5, "g") for n in range(paragraphs)]
    started = time.process_time()
    found = passages(account, [Mark(0, 7 * paragraphs - 2, "k"), *marks])
    # Each mark beside each block took 9 s for as many, and four times that for twice as many.
    assert time.process_time() - started < 1.5
    assert sum(str(b.html).count(" id=") for p in found for b in p.blocks) == paragraphs + 1


@given(
    st.text(alphabet="ab<&\n \r\U0001f6a2\u202e", min_size=1, max_size=60),
    st.lists(st.tuples(st.integers(0, 59), st.integers(1, 60)), max_size=12),
    st.lists(st.integers(0, 60), max_size=4),
)
def test_blocks_hold_the_whole_text(
    text: str, places: list[tuple[int, int]], cuts: list[int]
) -> None:
    ends = sorted({min(c, len(text)) for c in cuts} | {0, len(text)})
    regions = tuple(
        Region(a, b, "body" if n % 2 else "promo", "") for n, (a, b) in enumerate(pairwise(ends))
    )
    account = Account(replace(_document("x", text), regions=regions), "x", "x")
    marks = [Mark(a, min(b, len(text)), "g") for a, b in places if a < min(b, len(text))]
    found = passages(account, marks)
    html = "".join(f"{b.lead}{b.html}{b.tail}" for p in found for b in p.blocks)
    plain = re.sub("<[^>]*>", "", html)
    for code, sign in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        plain = plain.replace(code, sign)
    assert plain == (page_text(text) if text.strip() else "")
    assert html.count("<u") == html.count("</u>")


WORDINGS = {
    "one word": (["we saw a red boat", "we saw a blue boat"], ["we saw a", "red|blue", "boat"]),
    "left out": (["we saw the boat", "we saw boat"], ["we saw", "the|", "boat"]),
    "case and marks": (["“We saw it,”", "we saw it"], ["“We saw it,”"]),
    "curly apostrophe": (
        ["the town's wall fell", "the town’s wall fell"],
        ["the town's wall fell"],
    ),
    "three": (["a b c d", "a x c d", "a b c"], ["a", "b|x", "c", "d|"]),
    "nothing shared": (["a b c", "x y z"], []),
}


@pytest.mark.parametrize("case", WORDINGS)
def test_wordings_are_aligned(case: str) -> None:
    wordings, expected = WORDINGS[case]
    witnesses = [
        Evidence(Span(f"d{n}", 0, len(words)), Account(_document(f"w{n}"), f"w{n}", ""), words, "")
        for n, words in enumerate(wordings)
    ]
    columns = collate(witnesses).columns
    assert ["|".join(r.words for r in c.readings) for c in columns] == expected


def test_a_fragment_stands_apart() -> None:
    wordings = ["one two three four five six", "one two three four five seven", "three"]
    witnesses = [
        Evidence(Span(f"d{n}", 0, 9), Account(_document(f"w{n}"), f"w{n}", ""), words, "")
        for n, words in enumerate(wordings)
    ]
    found = collate(witnesses)
    assert [w.words for w in found.fragments] == ["three"]
    assert found.common == 5


def test_figures_are_in_base_units() -> None:
    report = invented_report()
    found = figures(lay_out(report.stories[0], name_accounts(report)))
    listed = [(f.understood, f.measure, [n for _, n in f.notes]) for f in found]
    odd = "odd: 12 miles are 19.3 km, not 25 km"
    assert listed == [
        ("about 19", "km", [odd]),
        ("about 25", "km", [odd]),
        ("214", "people", []),
    ]


@pytest.mark.parametrize(
    ("given", "understood"),
    [
        pytest.param([(20.0, 20.0, 30.0, False)], "20 to 30", id="range"),
        pytest.param(
            [(1e5, 1e5, 1e6, True)], "hundreds of thousands of", id="hundreds of thousands"
        ),
        pytest.param([(50.0, 50.0, None, False)], "at least 50", id="lower bound"),
        pytest.param([(12.0, None, 12.0, False)], "at most 12", id="upper bound"),
        pytest.param([(2.0, None, 2.0, True)], "nearly 2", id="almost"),
        pytest.param(
            [(20.0, 20.0, 30.0, False), (20.0, None, None, False)], "20", id="one is exact"
        ),
    ],
)
def test_a_figure_says_how_far_it_may_reach(
    given: list[tuple[float, float | None, float | None, bool]], understood: str
) -> None:
    quantities = [
        Quantity(Span("d", 0, 9), value, low, high, "person", None, about)
        for value, low, high, about in given
    ]
    evidence = Evidence(Span("d", 0, 9), Account(_document("w"), "w", ""), "words", "")
    group = [(quantity, quantity.value, "person", evidence) for quantity in quantities]
    assert make_figure(group, (), {}).understood == understood


def test_numbers_that_are_one_and_those_that_are_not(tmp_path: Path) -> None:
    first = (
        "A flood in the old town of Zell killed 12 people on Monday. Dozens of people fled. "
        "It was felt 40 miles away. One of the oldest mills fell. The ferry has 1,373 berths, and "
        "the mayor is 64 years old."
    )
    second = (
        "A flood in the old town of Zell killed a dozen people on Monday. It was felt 64 km away. "
        "The ferry has 1,375 berths, and for 64 years there was no such flood in the town."
    )
    (tmp_path / "a.txt").write_text(first, encoding="utf-8")
    (tmp_path / "b.txt").write_text(second, encoding="utf-8")
    report = compare([tmp_path], Settings(one_story=True))
    found = figures(lay_out(report.stories[0], name_accounts(report)))
    listed = [(f"{f.understood} {f.measure}", len(f.accounts)) for f in found]
    assert listed == [
        ("64 km", 2),
        ("12 people", 2),
        ("1,373 berths", 1),
        ("1,375 berths", 1),
        ("dozens of people", 1),
        ("64 years", 1),
        ("64 years old", 1),
    ]


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        pytest.param(0.0015, "km", "1.5 m", id="feet"),
        pytest.param(0.00025, "km", "25 cm", id="inches"),
        pytest.param(12.5, "km", "12.5 km", id="miles"),
        pytest.param(0.4, "km2", "40 ha", id="acres"),
        pytest.param(0.0, "km", "0 km", id="nothing"),
    ],
)
def test_a_figure_is_shown_in_a_unit_of_its_size(value: float, unit: str, shown: str) -> None:
    quantity = Quantity(Span("d", 0, 9), value, value, value, unit, None, False, "measure")
    evidence = Evidence(Span("d", 0, 9), Account(_document("w"), "w", ""), "words", "")
    figure = make_figure([(quantity, value, unit, evidence)], (), {})
    assert f"{figure.understood} {figure.measure}" == shown


def test_all_findings_are_on_the_page() -> None:
    report = invented_report()
    story = report.stories[0]
    many = tuple(replace(story.findings[0], rank=n, text=f"Line {n}.") for n in range(1, 24))
    page = render_html(replace(report, stories=(replace(story, findings=many),)))
    assert [f"<li>Line {n}." in page for n in range(1, 24)] == [True] * 23


def test_matrix_says_where_nothing_was_found() -> None:
    report = invented_report()
    first = next(iter(rows(lay_out(report.stories[0], name_accounts(report)))))
    assert first.label == "How many people were aboard?"
    assert {c.account.label: c.words for c in first.cells} == {
        "blog.example": "not found",
        "harbour observer": "214 people",
        "ledger": "at least 230 people",
        "North Shore Post": "214 people",
    }


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Ferry runs aground in the bay of Ember, 14 hurt - Post.html", "the-port-ember-post"),
        ("1", "the-port-ember-post"),
        ("ferry.html", "ferry"),
    ],
)
def test_a_title_and_a_number_are_no_key_where_the_outlet_is_known(name: str, key: str) -> None:
    accounts = accounts_of([_document(name, outlet="The Port Ember Post")])
    assert [account.key for account in accounts.values()] == [key]


def test_silent_is_who_lacks_a_point_with_the_words_of_an_answer() -> None:
    story = invented_report().stories[0]
    ashore = next(point for point in story.comparison.points if point.id == "p2")
    told = [s.span for s in story.comparison.statements if s.id in ashore.statements]
    sides = tuple(Side(str(span.start), (span,)) for span in told[:2])
    conflicts = (replace(story.comparison.conflicts[0], sides=sides),)
    comparison = replace(story.comparison, conflicts=conflicts)
    laid = lay_out(replace(story, comparison=comparison), name_accounts(invented_report()))
    silent = [account.label for account in laid.disputes[0].silent]
    # The third account that tells it gives no answer, and yet is not silent.
    unseen = [account.id for account in laid.disputes[0].unseen]
    assert (silent, unseen) == (["blog.example"], [told[2].document])


def test_who_has_the_utterance_answers_how_it_was_put() -> None:
    story = invented_report().stories[0]
    ashore = next(point for point in story.comparison.points if point.id == "p2")
    told = [s.span for s in story.comparison.statements if s.id in ashore.statements]
    sides = tuple(Side(str(span.start), (span,)) for span in told[:2])
    put = replace(story.comparison.conflicts[0], kind="wording", sides=sides)
    comparison = replace(story.comparison, conflicts=(put,))
    laid = lay_out(replace(story, comparison=comparison), name_accounts(invented_report()))
    shown = {account.id for account in (*laid.disputes[0].silent, *laid.disputes[0].unseen)}
    assert shown
    assert told[2].document not in shown


@pytest.mark.parametrize(("score", "agreed"), [(AGREED - 0.01, False), (AGREED, True)])
def test_what_is_not_sure_is_not_called_agreed(score: float, agreed: bool) -> None:
    report = invented_report()
    story = report.stories[0]
    points = tuple(
        replace(point, score=score) if len(point.accounts) > 1 else point
        for point in story.comparison.points
    )
    comparison = replace(story.comparison, points=points)
    laid = lay_out(replace(story, comparison=comparison), name_accounts(report))
    sure = {t.source.id for t in (*laid.agreed, *laid.one_origin)}
    assert sure == ({"p1", "p2"} if agreed else set())
    unsure = [t for t in laid.undecided if t.source.id in {"p1", "p2"}]
    assert [t.independent_origins for t in unsure] == ([] if agreed else [None, None])


ANSWERS = {
    "alike so far": (
        ["I saw no sign that the bridge was closed", "I saw no sign that the ferry had left"],
        ["…bridge was closed", "…ferry had left"],
    ),
    "two words only": (["at least two", "at least three"], ["at least two", "at least three"]),
    "one says no more": (
        ["it was the mayor", "it was the mayor again"],
        ["it was the mayor", "…again"],
    ),
    "one answer": (["it was the mayor"], ["it was the mayor"]),
}


@pytest.mark.parametrize("case", ANSWERS)
def test_a_cell_begins_where_the_answers_part(case: str) -> None:
    answers, expected = ANSWERS[case]
    assert where_they_part(answers) == expected


def test_a_point_that_another_tells_is_not_shown_beside_it() -> None:
    report = _with_parts()
    shown = lay_out(report.stories[0], name_accounts(report))
    words = [told.label.words for told in shown.points]
    whole = next(told for told in shown.points if told.label.words.startswith("The ferry"))
    assert not {"ferry Marigold ran aground", "Marigold"} & set(words)
    assert "ran aground on Gull Rock on Tuesday" in words
    assert shown.findings[-1].targets == (whole.id,)


def _with_parts() -> ReportData:
    """Return the invented report with a part of its first point, a part of that, and no part."""
    report = invented_report()
    story = report.stories[0]
    base = story.comparison
    first = base.points[0]
    documents = {r.document.id: r.document for r in base.readings}
    statements = list(base.statements)
    points = list(base.points)
    sentence = "ran aground on Gull Rock on Tuesday"
    for number, words in enumerate(("ferry Marigold ran aground", "Marigold", sentence)):
        ids = []
        for document in (d for d in documents.values() if sentence in d.text):
            start = document.text.index(words, document.text.index(sentence) - len("ferry ") * 4)
            span = document.span(start, start + len(words))
            ids.append(f"part{number}-{document.id}")
            statements.append(Statement(ids[-1], "own", span, (span,)))
        accounts = tuple(sorted(s.span.document for s in statements if s.id in ids))
        points.append(
            replace(first, id=f"n{number}", label=span, statements=tuple(ids), accounts=accounts)
        )
    refers = replace(story.findings[-1], refs=("n1",))
    comparison = replace(base, statements=tuple(statements), points=tuple(points))
    stories = (StoryReport(comparison, (*story.findings, refers)),)
    return replace(report, stories=stories)


def test_every_link_to_an_item_leads_to_one() -> None:
    report = invented_report()
    story = report.stories[0]
    single = next(p for p in story.comparison.points if p.agreement == "single")
    only = replace(story.findings[-1], refs=(single.id,), spans=(single.label,))
    page = render_html(replace(report, stories=(replace(story, findings=(*story.findings, only)),)))
    items = set(re.findall(r"<(?:li|article|details) [^>]*?\bid=([cpiqt]\d+)", page))
    targets = set(re.findall(r"href=#([cpiqt]\d+)\b", page))
    assert {target[0] for target in targets} >= {"c", "p", "i"}
    assert targets <= items


def test_the_seeds_page_is_small(seed_files: list[Path]) -> None:
    assert len(compare(seed_files).to_html().encode()) <= MOST_SEED_BYTES


def test_fifty_accounts_are_not_much() -> None:
    page = render_html(_fifty())
    assert page.count("<article class=acc") == 50
    assert len(page.encode()) <= MOST_FIFTY_BYTES


def _fifty() -> ReportData:
    """Return 50 accounts of 4,500 characters, 400 points told by 2 to 9 of them, one alike."""
    report = invented_report()
    base = report.stories[0].comparison
    sentence = "The harbour master said on Tuesday that the ferry would be towed to the yard {}. "
    text = "".join(sentence.format(n) for n in range(56))
    documents = [_document(f"outlet{n}.txt", text, f"Outlet {n}", f"d{n:02}") for n in range(50)]
    at = [m.span() for m in re.finditer(r"[^.]+", text)]
    statements, points = [], []
    for number in range(400):
        told = [(number * 7 + step * 11) % 50 for step in range(2 + number % 8)]
        start, end = at[number % 56]
        ids = []
        for account in sorted(set(told)):
            span = Span(f"d{account:02}", start + 1, end)
            ids.append(f"t{number}-{account}")
            statements.append(Statement(ids[-1], "own", span, (span,)))
        accounts = tuple(sorted({s.span.document for s in statements[-len(ids) :]}))
        label = statements[-1].span
        points.append(
            Point(f"p{number}", label, "corroborated", tuple(ids), accounts, 2, (), "alike", 0.9)
        )
    comparison = replace(
        base,
        story=replace(
            base.story,
            documents=tuple(d.id for d in documents),
            reuse=(),
            origin_groups=tuple((d.id,) for d in documents),
        ),
        readings=tuple(
            replace(base.readings[0], document=d, statements=(), quantities=(), internals=())
            for d in documents
        ),
        statements=tuple(statements),
        points=tuple(points),
        conflicts=(),
        quote_variants=(),
        framing=(),
        not_measured=(),
    )
    return replace(report, stories=(StoryReport(comparison, ()),))


@pytest.mark.parametrize(
    ("direction", "told", "arrow"),
    [
        ("a->b", "Star from Star Weekly", "marker-end"),
        ("b->a", "Star Weekly from Star", "marker-start"),
        ("common", "both from a third", ""),
        ("unknown", "direction unknown", ""),
    ],
)
def test_an_arrow_points_to_who_took_the_words(direction: str, told: str, arrow: str) -> None:
    report = invented_report()
    (reuse,) = report.stories[0].comparison.story.reuse
    outlets = {
        reuse.a.document: Outlet("Star Weekly", None),
        reuse.b.document: Outlet("Star", None),
    }
    page = render_html(_shared_by(report, replace(reuse, direction=direction), outlets))
    assert f"66 characters; {told}</small>" in page
    assert re.findall(r'<path class="edge wire" d="[^"]*"(?: (marker-\w+)=[^>]*)?/>', page) == [
        arrow
    ]


def _shared_by(report: ReportData, reuse: Reuse, outlets: dict[str, Outlet]) -> ReportData:
    comparison = report.stories[0].comparison
    readings = tuple(
        replace(r, document=replace(r.document, outlet=outlets.get(r.document.id)))
        for r in comparison.readings
    )
    story = replace(comparison.story, reuse=(reuse,))
    changed = replace(
        report.stories[0], comparison=replace(comparison, story=story, readings=readings)
    )
    return replace(report, stories=(changed,))


def test_lists_begin_with_what_is_read_by_itself() -> None:
    report = compare([Path(__file__).parents[2] / "examples" / "port-verrin"])
    told = lay_out(report.stories[0], name_accounts(report))
    wording = Wording(report.stories[0].comparison)
    found = set()
    for listed in (told.agreed, told.one_origin, told.undecided):
        alone = [wording.reads_alone(each.source.label) for each in listed]
        assert alone == sorted(alone, reverse=True)
        found |= {*alone}
    assert found == {True, False}
