"""Find where accounts give different answers, and say to which question."""

from collections.abc import Iterator, Mapping, Sequence

from asreported.alignment.accounts.bearers import Bearers
from asreported.alignment.accounts.deeds import read_deeds
from asreported.alignment.accounts.figures import Figure
from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.accounts.persons import find_persons
from asreported.alignment.disputes.accusations import find_accusation_disputes
from asreported.alignment.disputes.actwords import find_actword_disputes
from asreported.alignment.disputes.agents import find_agent_disputes
from asreported.alignment.disputes.ages import find_age_disputes
from asreported.alignment.disputes.aims import find_aim_disputes
from asreported.alignment.disputes.ballots import find_ballot_disputes
from asreported.alignment.disputes.causes import find_cause_disputes
from asreported.alignment.disputes.chargecounts import find_charge_count_disputes
from asreported.alignment.disputes.charges import find_charge_disputes
from asreported.alignment.disputes.conditions import find_condition_disputes
from asreported.alignment.disputes.critical import find_critical_disputes
from asreported.alignment.disputes.deathplaces import find_death_place_disputes
from asreported.alignment.disputes.dispute import Dispute, joined
from asreported.alignment.disputes.envoys import find_envoy_disputes
from asreported.alignment.disputes.hours import find_hour_disputes
from asreported.alignment.disputes.lengths import find_length_disputes
from asreported.alignment.disputes.magnitudes import find_magnitude_disputes
from asreported.alignment.disputes.mishaps import find_mishap_disputes
from asreported.alignment.disputes.namings import find_naming_disputes
from asreported.alignment.disputes.nothings import find_nothing_disputes
from asreported.alignment.disputes.numbers import find_number_disputes
from asreported.alignment.disputes.pasttolls import find_past_toll_disputes
from asreported.alignment.disputes.phases import find_phase_disputes
from asreported.alignment.disputes.places import find_place_disputes
from asreported.alignment.disputes.placetolls import find_place_toll_disputes, split_tolls
from asreported.alignment.disputes.polarity import find_polarity_disputes
from asreported.alignment.disputes.qualities import find_quality_disputes
from asreported.alignment.disputes.records import find_record_disputes
from asreported.alignment.disputes.recounts import find_recount_disputes
from asreported.alignment.disputes.reservations import find_reservation_disputes
from asreported.alignment.disputes.residue import find_residue_disputes
from asreported.alignment.disputes.responders import find_responder_disputes
from asreported.alignment.disputes.rewordings import find_rewording_disputes
from asreported.alignment.disputes.scope import find_scope_disputes
from asreported.alignment.disputes.shares import find_share_disputes
from asreported.alignment.disputes.substitutes import find_substitute_disputes
from asreported.alignment.disputes.tallies import find_tally_disputes
from asreported.alignment.disputes.times import find_time_disputes
from asreported.alignment.disputes.tolls import without_rough
from asreported.alignment.disputes.traits import find_trait_disputes
from asreported.alignment.disputes.unknowns import find_unknown_disputes
from asreported.alignment.disputes.verbs import find_state_disputes, find_verb_disputes
from asreported.alignment.pairs.judgement import Judgement
from asreported.alignment.pairs.nearness import Nearness
from asreported.model.comparison import SEVERITIES, Conflict, QuoteVariants, Side
from asreported.model.ids import content_id
from asreported.model.span import Span

_Side = Mapping[str, Sequence[Span]]
"""The spans of one answer by account."""

_SLOTS = frozenset({"agent", "place", "wording"})
_COUNTS = frozenset({"number", "update"})
_FLOOR = 0.5
"""The least score that is shown: a false conflict costs more trust than a missed one."""


def find_conflicts(
    grammars: Sequence[Grammar],
    bearers: Mapping[str, Bearers],
    figures: Sequence[Figure],
    judged: Judgement,
    variants: Sequence[QuoteVariants],
) -> tuple[Conflict, ...]:
    """Return the conflicts, gravest first; ``bearers`` are by document."""
    found = [
        *_disputes(grammars, bearers, figures, judged),
        *find_rewording_disputes(grammars, variants),
    ]
    disputes = [d for d in found if d.score >= _FLOOR and not is_of_two_questions(d)]
    ordered = sorted(disputes, key=_rank)
    kept: list[tuple[Dispute, list[_Side]]] = []
    for dispute in ordered:
        known = next((n for n, (other, _) in enumerate(kept) if _is_one(dispute, other)), None)
        if known is not None:
            whole = joined(kept[known][0], dispute)
            kept[known] = whole, [_by_account(side) for side in whole.sides]
        elif not any(_repeats(dispute, *other) for other in kept):
            kept.append((dispute, [_by_account(side) for side in dispute.sides]))
    texts = {g.document: g for g in grammars}
    return tuple(_conflict(dispute, texts) for dispute, _ in kept)


def _disputes(
    grammars: Sequence[Grammar],
    bearers: Mapping[str, Bearers],
    figures: Sequence[Figure],
    judged: Judgement,
) -> Iterator[Dispute]:
    near = Nearness(judged)
    persons = find_persons(grammars, bearers)
    deeds = [deed for grammar in grammars for deed in read_deeds(grammar)]
    parts, split = split_tolls(figures)
    counts = [figure for figure in without_rough(figures) if figure.span not in split]
    yield from find_number_disputes(counts)
    yield from find_tally_disputes(counts, judged)
    yield from find_past_toll_disputes(counts)
    yield from find_place_toll_disputes(parts)
    yield from find_magnitude_disputes(grammars, figures)
    yield from find_critical_disputes(counts)
    yield from find_ballot_disputes(grammars)
    yield from find_charge_count_disputes(grammars)
    yield from find_death_place_disputes(grammars, persons)
    yield from find_length_disputes(counts)
    yield from find_responder_disputes(counts)
    yield from find_verb_disputes(deeds)
    yield from find_polarity_disputes(grammars, deeds, near)
    yield from find_place_disputes(grammars, deeds)
    yield from find_time_disputes(grammars)
    yield from find_hour_disputes(judged)
    yield from find_cause_disputes(grammars)
    yield from find_mishap_disputes(grammars)
    yield from find_scope_disputes(deeds)
    yield from find_share_disputes(grammars)
    yield from find_envoy_disputes(grammars, bearers)
    yield from find_agent_disputes(deeds, judged, near)
    yield from find_trait_disputes(grammars)
    yield from find_age_disputes(grammars, bearers)
    yield from find_phase_disputes(deeds, near)
    yield from find_state_disputes(deeds)
    yield from find_reservation_disputes(grammars, deeds, near)
    yield from find_record_disputes(grammars, near)
    yield from find_charge_disputes(deeds, bearers)
    yield from find_unknown_disputes(deeds)
    yield from find_aim_disputes(deeds)
    yield from find_accusation_disputes(grammars, bearers)
    yield from find_actword_disputes(grammars, persons)
    yield from find_condition_disputes(grammars, persons)
    yield from find_nothing_disputes(grammars, deeds, figures)
    yield from find_quality_disputes(grammars)
    yield from find_naming_disputes(grammars, near)
    yield from find_residue_disputes(judged)
    yield from find_recount_disputes(judged)
    yield from find_substitute_disputes(grammars, judged, bearers)


def _rank(dispute: Dispute) -> tuple[int, float, int, Span]:
    size = sum(len(side) for side in dispute.sides)
    return SEVERITIES.index(dispute.severity), -dispute.score, -size, dispute.sides[0][0]


def is_of_two_questions(dispute: Dispute) -> bool:
    """Return whether the two answers are to two questions: accounts give both.

    So it is where half of the smaller side's accounts stand on the other side too. An account may
    well tell an extent, a cause, a denial or a growing count in two ways; of an extent another has
    to tell each.
    """
    first, second = ({span.document for span in side} for side in dispute.sides[:2])
    if dispute.kind in {"scope", "cause", "update", "number", "time", "polarity"}:
        return dispute.kind == "scope" and (first < second or second < first)
    return 2 * len(first & second) >= min(len(first), len(second))


def _by_account(spans: Sequence[Span]) -> _Side:
    found: dict[str, list[Span]] = {}
    for span in spans:
        found.setdefault(span.document, []).append(span)
    return found


def _is_one(dispute: Dispute, other: Dispute) -> bool:
    """Return whether two counts are of one thing, or two hours of one event."""
    if not (dispute.values and other.values):
        return False
    if {dispute.kind, other.kind} <= _COUNTS:
        return bool(dispute.about) and dispute.about == other.about
    return dispute.kind == other.kind and len({*dispute.values} & {*other.values}) > 1


def _repeats(dispute: Dispute, other: Dispute, sides: Sequence[_Side]) -> bool:
    """Return whether two sides of ``dispute`` are set against each other in ``other`` already."""
    kinds = {dispute.kind, other.kind}
    if len(kinds) > 1 and not (kinds <= _COUNTS or kinds <= _SLOTS):
        return False
    if dispute.about and dispute.about == other.about:
        told = set().union(*sides)
        if not kinds <= _COUNTS or {s.document for side in dispute.sides for s in side} <= told:
            return True
    homes = [
        {number for number, spans in enumerate(sides) if _overlap(side, spans)}
        for side in dispute.sides
    ]
    # Of one thing counted, an answer more makes no other question.
    return (all(homes) or kinds <= _COUNTS) and len(set().union(*homes)) > 1


def _overlap(spans: Sequence[Span], others: _Side) -> bool:
    return any(
        2 * a.shared(b) > min(len(a), len(b)) for a in spans for b in others.get(a.document, ())
    )


def _conflict(dispute: Dispute, grammars: dict[str, Grammar]) -> Conflict:
    sides = tuple(
        Side(grammars[spans[0].document].reading.document.quote(spans[0]), spans)
        for spans in dispute.sides
    )
    fields = [field for side in sides for s in side.spans for field in (s.document, s.start, s.end)]
    return Conflict(
        content_id("c", dispute.kind, *fields),
        dispute.kind,
        dispute.severity,
        dispute.question,
        sides,
        dispute.reason,
        round(dispute.score, 3),
    )
