"""What readers said of stories without annotation is read, and told of a report."""

from eval.judged import (
    Difference,
    JudgedFigures,
    JudgedLine,
    JudgedPair,
    count_differences,
    count_figures,
    count_lines,
    may_be_read,
    read_differences,
    read_figures,
    read_lines,
    read_pairs,
    read_speakers,
    weigh_pairs,
)
from eval.stories import names

A, B, C = (0, 10, 30), (1, 0, 25), (2, 5, 40)


def report() -> dict[str, object]:
    """Return a report that joins A with B, leaves C alone, and has a line of either."""

    def span(place: tuple[int, int, int]) -> dict[str, object]:
        return {"document": f"d{place[0]}", "start": place[1], "end": place[2]}

    return {
        "documents": [{"id": f"d{n}", "name": f"{n:02}_paper.txt"} for n in range(3)],
        "stories": [
            {
                "statements": [{"id": f"s{p[0]}", "span": span(p)} for p in (A, B, C)],
                "points": [{"statements": ["s0", "s1"]}, {"statements": ["s2"]}],
                "conflicts": [
                    {"kind": "number", "sides": [{"spans": [span(A)]}, {"spans": [span(B)]}]},
                    {"kind": "agent", "sides": [{"spans": [span(A)]}, {"spans": [span(C)]}]},
                ],
                "findings": [
                    {"rank": 1, "kind": "shared", "spans": [span(B), span(A)]},
                    {"rank": 15, "kind": "only", "spans": [span(C)]},
                    {"rank": 16, "kind": "only", "spans": [span(A)]},
                ],
            }
        ],
    }


def test_pairs_weigh_what_they_stand_for() -> None:
    """A pair joined is right where a reader held it for the same."""
    judged = [
        JudgedPair(frozenset((A, B)), 2.0, True),
        JudgedPair(frozenset((A, C)), 3.0, True),
        JudgedPair(frozenset((B, C)), 5.0, False),
    ]
    weights = weigh_pairs(judged, report())
    assert weights == {"joined": 2.0, "same": 5.0, "right": 2.0}


def test_lines_are_judged_by_kind_and_spans() -> None:
    """Another kind is another line, and what stands behind the fifteenth is not counted."""
    judged = [
        JudgedLine("shared", frozenset((A, B)), right=True, good=False),
        JudgedLine("voices", frozenset((C,)), right=True, good=True),
        JudgedLine("only", frozenset((A,)), right=True, good=True),
    ]
    counts = count_lines(judged, report())
    assert +counts == {("shared", "judged"): 1, ("shared", "right"): 1, ("only", "new"): 1}


def test_what_is_kept_is_of_stories_without_annotation() -> None:
    """Both halves are there, and no judged story is an annotated one."""
    pairs, lines = read_pairs(), read_lines()
    assert sum(map(len, pairs.values())) == 8515
    assert sum(map(len, lines.values())) == 1554
    assert not {*names()} & {*pairs, *lines}
    halves = [sum(may_be_read(story) == half for story in pairs) for half in (True, False)]
    assert min(halves) > 100


def test_what_is_fitted_on_is_never_measured() -> None:
    """Pairs to fit on are of no annotated story, and of none that is only measured."""
    fitted, measured = read_pairs("more"), read_pairs()
    assert sum(map(len, fitted.values())) == 40_423
    assert fitted.keys().isdisjoint(names())
    assert all(may_be_read(story) for story in fitted.keys() & measured.keys())
    pairs = {(story, pair.sides) for story, told in measured.items() for pair in told}
    assert all((s, pair.sides) not in pairs for s, told in fitted.items() for pair in told)


def test_figures_are_told_apart_by_what_they_stand_in() -> None:
    """Only a question of numbers counts, and only where the two stand on two of its sides."""
    inside = {"A": (0, 12, 14), "B": (1, 24, 40), "C": (2, 5, 9)}
    judged = [
        JudgedFigures(inside["A"], inside["B"], differ=True),
        JudgedFigures(inside["A"], inside["A"], differ=False),
        JudgedFigures(inside["A"], inside["C"], differ=True),
    ]
    assert count_figures(judged, report()) == {"differ": 2, "asked": 1, "right": 1}


def test_speakers_and_figures_are_of_stories_without_annotation() -> None:
    figures, speakers = read_figures(), read_speakers()
    assert sum(map(len, figures.values())) == 1472
    assert figures.keys().isdisjoint(names())
    assert speakers.total() == 11_248
    assert {letter for _, _, letter in speakers} == set("RWMVFN")


def test_differences_are_found_where_sides_part_them() -> None:
    """A conflict of any kind counts; one that no reader listed is shown and not fair."""
    listed = [
        Difference((0, 12, 14), (2, 5, 9), "time", 1),
        Difference((1, 24, 40), (2, 5, 9), "number", 2),
    ]
    assert count_differences(listed, report()) == {
        "listed": 2, "found": 1, "shown": 2, "fair": 1, "grave": 1, "grave found": 1,
    }  # fmt: skip


def test_differences_are_of_stories_without_annotation() -> None:
    stories = read_differences()
    assert stories.keys().isdisjoint(names())
    told = [one for listed in stories.values() for one in listed]
    assert len(told) > 200
    assert {one.strength for one in told} == {1, 2, 3}
    assert all(one.a[0] != one.b[0] for one in told)
