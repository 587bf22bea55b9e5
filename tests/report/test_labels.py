"""What shows a point in the lists is no scrap, and is read once (invented texts)."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from asreported.library import Report, compare
from asreported.model.comparison import Comparison, Point
from asreported.model.span import Span
from asreported.report.accounts import name_accounts
from asreported.report.labels import Reads, choose_labels
from asreported.report.sections import StorySections, lay_out
from asreported.report.stitched import join_pieces

_BREAD = "The bakers of the upper town sold all their bread before the bells rang. " * 3
_BOATS = "Two boats of the eastern fishermen came home with hardly any herring. " * 3
_SAID = (
    "“I told the council in March that the mill was rotten, that nobody had looked after the "
    "beams, and that we would lose it to the river,” Ida Brandt said. "
)
_WHOLE = _SAID.partition("”")[0].strip("“,")


def _compare(folder: Path, *texts: str) -> Report:
    paths = [folder / f"paper{number}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(f"{text}\n", "utf-8")
    return compare(paths)


def _words(report: Report, point: Point) -> str:
    readings = report.data.stories[0].comparison.readings
    (document,) = [r.document for r in readings if r.document.id == point.label.document]
    return document.quote(point.label)


def _text(comparison: Comparison, span: Span) -> str:
    documents = {r.document.id: r.document for r in comparison.readings}
    return documents[span.document].quote(span)


def _cut(comparison: Comparison, point: Point, words: str) -> Comparison:
    """Return the comparison with the point alone, named by a clause that is but these words."""
    reading = next(r for r in comparison.readings if words in r.document.text)
    start = reading.document.text.index(words)
    cut = Span(reading.document.id, start, start + len(words))
    whole = max(reading.clauses, key=lambda c: c.span.shared(cut))
    clauses = (*reading.clauses, replace(whole, span=cut))
    readings = [replace(r, clauses=clauses) if r == reading else r for r in comparison.readings]
    return replace(comparison, readings=tuple(readings), points=(replace(point, label=cut),))


def _sections(report: Report) -> StorySections:
    return lay_out(report.data.stories[0], name_accounts(report.data))


def _listed(report: Report) -> Iterator[str]:
    story = _sections(report)
    yield from (t.label.words for t in (*story.agreed, *story.one_origin, *story.undecided))


def _mill(folder: Path, said: str, *more: str) -> Report:
    one = f"Mill falls at Zell\n\nThe old mill of Zell fell into the river. {_SAID}{_BREAD}"
    two = f"Zell loses a mill\n\nPeople woke at night from the noise. {said}{_BOATS}"
    return _compare(folder, one, two, *more)


def test_a_sentence_that_all_have_is_one_line(tmp_path: Path) -> None:
    report = _mill(tmp_path, _SAID)
    said = [words for words in _listed(report) if "rotten" in words or "beams" in words]
    assert said == [_WHOLE]
    # The report itself keeps every piece.
    assert len([p for p in report.points if len(p.accounts) > 1]) > len(said)


def test_who_has_a_piece_only_is_listed_with_it(tmp_path: Path) -> None:
    piece = "Ida Brandt said that nobody had looked after the beams. "
    third = f"River takes a mill\n\nThe water rose for three days. {piece}{_BREAD[:150]}"
    story = _sections(_mill(tmp_path, _SAID, third))
    told = {t.label.words: len(t.accounts) for t in story.points if "beams" in t.label.words}
    assert told[_WHOLE] == 2
    assert [count for words, count in told.items() if words != _WHOLE] == [3]


def test_a_clause_that_is_cut_off_goes_on_to_its_end(tmp_path: Path) -> None:
    long = "The mayor Ida Brandt put off the new toll while lower clerks hammered out the details"
    report = _compare(
        tmp_path,
        f"Talks at Zell\n\n{long}. {_BREAD}",
        f"Toll put off\n\nIda Brandt put off the toll while clerks hammered out details. {_BOATS}",
    )
    comparison = report.data.stories[0].comparison
    # A parser that takes "out" for the next clause cuts before it.
    (point,) = [p for p in comparison.points if len(p.accounts) > 1 and "toll" in _words(report, p)]
    changed = _cut(comparison, point, long.removesuffix(" out the details"))
    label = choose_labels(changed)[point.id].span
    assert _text(comparison, label) == long


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        pytest.param("Odo Fell mended the roof last winter", True, id="the-same"),
        pytest.param("Odo Fell never mended the roof last winter", False, id="the-opposite"),
    ],
)
def test_another_account_tells_what_a_scrap_only_names(
    tmp_path: Path, told: str, shown: bool
) -> None:
    scrap = "mended by Odo Fell last winter"
    report = _compare(
        tmp_path,
        f"Roof leaks at Zell\n\nOdo Fell mended the roof last winter. {_BREAD}",
        f"Market of Zell to close\n\nRain came in by a roof {scrap}. {_BOATS}",
    )
    comparison = report.data.stories[0].comparison
    (point,) = [p for p in comparison.points if "roof" in _words(report, p)]
    if not shown:
        (tmp_path / "no").mkdir()
        report = _compare(
            tmp_path / "no",
            f"Roof leaks at Zell\n\n{told}. {_BREAD}",
            f"Market of Zell to close\n\nRain came in by a roof {scrap}. {_BOATS}",
        )
        comparison = report.data.stories[0].comparison
        keys = [s.id for s in comparison.statements if "roof" in _text(comparison, s.span)]
        documents = tuple(sorted(r.document.id for r in comparison.readings))
        point = replace(point, statements=tuple(keys), accounts=documents)
    changed = _cut(comparison, point, scrap)
    label = choose_labels(changed)[point.id].span
    assert (_text(comparison, label) == told) is shown


def test_scraps_are_known_and_stand_last(tmp_path: Path) -> None:
    roof = "the roof, which was mended by Odo Fell last winter. The council of Zell will close"
    report = _compare(
        tmp_path,
        f"Roof leaks at Zell\n\nThe town paid for {roof} the old market on Friday. {_BREAD}",
        f"Market of Zell to close\n\nRain came in by {roof} the market there on Friday. {_BOATS}",
    )
    story = _sections(report)
    reads = {key: label.reads for key, label in choose_labels(story.comparison).items()}
    told = {t.label.words: reads[t.source.id] for t in story.points if len(t.accounts) > 1}
    assert [word for word, read in told.items() if read == Reads.SCRAP] == [
        "the roof, which was mended by Odo Fell last winter"
    ]
    order = [reads[t.source.id] for t in sorted(story.points, key=lambda t: int(t.id[1:]))]
    assert order == sorted(order, reverse=True)


@pytest.mark.parametrize("everything", [False, True])
def test_the_terminal_lists_once_what_a_finding_tells(tmp_path: Path, everything: bool) -> None:
    report = _mill(tmp_path, _SAID)
    text = " ".join(report.to_text(everything=everything).split())
    assert text.count(_WHOLE) == 1 + everything
    assert ("ONE ORIGIN, TOLD BY SEVERAL 1 and 1 told in FINDINGS: 2" in text) is not everything


@pytest.mark.parametrize(
    ("source", "pieces", "shown"),
    [
        pytest.param(
            "She called it “a farce” on Monday.",
            ("She called it", "a farce", "on Monday"),
            "“She called it ‘a farce’ on Monday”",
            id="marks-inside",
        ),
        pytest.param(
            "The toll was “dropped for good” by her.",
            ("The toll was", "dropped for"),
            "“The toll was ‘dropped for’”",
            id="left-open",
        ),
        pytest.param(
            "“Go home,” she told the old miller, “and sleep”.",
            ("Go home", "and sleep"),
            "“Go home” “and sleep”",
            id="words-between",
        ),
    ],
)
def test_pieces_of_one_stretch_are_one_excerpt(
    source: str, pieces: tuple[str, ...], shown: str
) -> None:
    starts = [source.index(piece) for piece in pieces]
    spans = [Span("d", at, at + len(piece)) for at, piece in zip(starts, pieces, strict=True)]
    told = " ".join(f"“{piece}”" for piece in pieces)
    text, places = join_pieces(f"A: {told} (B)", spans, lambda s: source[s.start : s.end])
    assert text == f"A: {shown} (B)"
    assert places == (spans if shown == told else [Span("d", spans[0].start, spans[-1].end)])
