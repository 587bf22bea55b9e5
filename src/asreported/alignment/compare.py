"""Set the accounts of one story against each other."""

from collections.abc import Sequence

from asreported.alignment.accounts.bearers import find_bearers
from asreported.alignment.accounts.figures import read_figures
from asreported.alignment.accounts.grammar import read_grammars
from asreported.alignment.answering import complete_sides
from asreported.alignment.borrowing import borrow_speakers
from asreported.alignment.conflicts import find_conflicts
from asreported.alignment.dates import date_readings
from asreported.alignment.entities import resolve_entities
from asreported.alignment.event import find_event
from asreported.alignment.framing import find_framing
from asreported.alignment.pairs.candidates import propose_pairs
from asreported.alignment.pairs.judgement import judge
from asreported.alignment.pairs.units import cut_units
from asreported.alignment.points import find_points
from asreported.alignment.shared import find_shared
from asreported.alignment.unmeasured import find_unmeasured
from asreported.alignment.variants import find_variants
from asreported.language.protocol import Encoder
from asreported.model.comparison import Comparison
from asreported.model.statement import Reading
from asreported.model.story import Story


def compare_story(story: Story, readings: Sequence[Reading], encoder: Encoder) -> Comparison:
    """Return what the accounts share, dispute, leave out and word differently."""
    ordered = date_readings(sorted(readings, key=lambda reading: reading.document.id))
    ordered = borrow_speakers(ordered)
    entities = resolve_entities(ordered)
    units = cut_units(ordered)
    # What needs no encoder comes first: it may still be at work.
    grammars = read_grammars(ordered)
    bearers = {grammar.document: find_bearers(grammar, entities) for grammar in grammars}
    figures = [figure for grammar in grammars for figure in read_figures(grammar)]
    judged = judge(units, propose_pairs(units, encoder))
    variants = find_variants(ordered, story, units, judged.pairs)
    shared = find_shared(story, grammars, bearers, figures, find_points(story, judged), judged)
    points = tuple(
        sorted(shared.points, key=lambda p: (-story.texts(p.accounts), -len(p.accounts)))
    )
    conflicts = find_conflicts(grammars, bearers, figures, judged, variants)
    whole = {s.id: s for reading in ordered for s in reading.statements}
    whole |= {unit.statement.id: unit.statement for unit in units}
    whole |= {statement.id: statement for statement in shared.statements}
    return Comparison(
        story=story,
        readings=ordered,
        entities=entities,
        statements=tuple(sorted(whole.values(), key=lambda s: (s.span, s.kind, s.id))),
        points=points,
        conflicts=complete_sides(conflicts, points, whole, ordered),
        quote_variants=variants,
        framing=find_framing(ordered, units, judged.pairs),
        not_measured=find_unmeasured(ordered, story),
        event=find_event(story, judged),
    )
