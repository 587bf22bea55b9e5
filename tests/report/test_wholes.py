"""Which points of the lists a reader has from another one."""

from asreported.model.span import Span
from asreported.report.wholes import Listed, find_wholes


def _point(key: str, sort: str, *places: tuple[str, int, int]) -> Listed:
    spans = tuple(Span(*place) for place in places)
    return Listed(key, sort, spans[0], spans)


def test_a_part_is_shown_in_its_whole() -> None:
    whole = _point("p1", "corroborated", ("a", 0, 60), ("b", 10, 70))
    part = _point("p2", "corroborated", ("a", 0, 20), ("b", 10, 30))
    assert find_wholes([whole, part]) == {"p2": "p1"}


def test_the_same_words_are_shown_once_with_all_accounts() -> None:
    two = _point("p1", "undecided", ("a", 100, 132), ("b", 40, 70))
    three = _point("p2", "undecided", ("a", 100, 132), ("b", 300, 330), ("c", 5, 30))
    assert find_wholes([two, three]) == {"p1": "p2"}
    assert find_wholes([three, two]) == {"p1": "p2"}


def test_nearly_the_same_words_are_the_same() -> None:
    long = _point("p1", "undecided", ("a", 100, 180), ("b", 40, 120), ("c", 0, 9))
    short = _point("p2", "undecided", ("a", 100, 170), ("b", 300, 330))
    assert find_wholes([long, short]) == {"p2": "p1"}


def test_another_account_or_another_list_keeps_both() -> None:
    one = _point("p1", "undecided", ("a", 100, 132), ("b", 40, 70))
    other = _point("p2", "undecided", ("a", 100, 132), ("c", 300, 330))
    agreed = _point("p3", "corroborated", ("a", 100, 132), ("b", 300, 330))
    assert find_wholes([one, other, agreed]) == {}


def test_a_longer_thing_told_of_the_same_accounts_keeps_both() -> None:
    one = _point("p1", "undecided", ("a", 100, 132), ("b", 40, 70))
    longer = _point("p2", "undecided", ("a", 100, 190), ("b", 300, 330))
    assert find_wholes([one, longer]) == {}


def test_a_piece_is_shown_in_the_sentence_that_all_have() -> None:
    said = " we will not sell the ferry to marren "
    whole = _point("p1", "one origin", ("a", 0, 38), ("b", 0, 38))._replace(said=said)
    piece = _point("p2", "corroborated", ("a", 300, 314), ("b", 8, 20))
    piece = piece._replace(said=" not sell the ferry ")
    assert find_wholes([piece, whole]) == {"p2": "p1"}
    # Two words stand in many a sentence, and a third account has the piece alone.
    assert find_wholes([piece._replace(said=" the ferry "), whole]) == {}
    wider = _point("p2", "one origin", ("a", 8, 20), ("c", 8, 20))._replace(said=piece.said)
    assert find_wholes([wider, whole]) == {}


def test_one_sentence_has_the_origin_that_is_known() -> None:
    said = " we will not sell the ferry to marren "
    two = _point("p1", "corroborated", ("a", 300, 314), ("b", 308, 320))._replace(said=said)
    one = _point("p2", "one origin", ("a", 0, 38), ("b", 0, 38))._replace(said=said)
    assert find_wholes([two, one]) == {"p1": "p2"}
