"""Find facts that accounts tell alike but for one slot: how sure, how far, how many, who.

Two clauses that most likely say the same are matched word by word. Where a word of both stands
under a reservation in one alone, is counted in one and put loosely in the other, is done in one and
only planned in the other, that is a tension: the two need not exclude each other, and an editor who
joins the accounts must choose. What only one account adds is no difference: read by eye, one in
four of such additions was worth a question.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from asreported.alignment.bearers import Bearers
from asreported.alignment.counting import count
from asreported.alignment.dispute import Dispute, make_dispute
from asreported.alignment.grammar import Grammar
from asreported.alignment.judgement import Judgement
from asreported.alignment.matching import Matched, Matching
from asreported.alignment.phases import phase_of
from asreported.alignment.profile import Profile
from asreported.alignment.quantity import comparable, same_amount
from asreported.alignment.renaming import persons
from asreported.alignment.slots import Answer, Slot, show
from asreported.alignment.sureness import is_plain, reservation
from asreported.model.span import Span

# How likely two clauses say the same, as the gate has it: of the slots below, annotators list one
# in seven where it is less, and half where it is more (gate fitted on the other events).
_LIKELY = 0.6
_ANY_LEAD = -1.0  # Another clause may be likelier yet: a fact is told in several.
_SHARED = 2  # Words that two clauses share at least.
_SCORE = 0.5  # Just what is shown: none of these comes before a difference that is proven.
_OPEN = frozenset({"ordered", "planned", "attempted"})


def find_retold_disputes(
    grammars: Sequence[Grammar], judged: Judgement, bearers: Mapping[str, Bearers]
) -> Iterator[Dispute]:
    """Yield a dispute for each slot that clauses which say the same fill differently."""
    matching = Matching(grammars, judged, bearers)
    found: dict[tuple[str, str, str], list[Slot]] = defaultdict(list)
    for pair in judged.probable(_LIKELY, _ANY_LEAD):
        mine, theirs = judged.profiles[pair.a], judged.profiles[pair.b]
        matched = matching.match(pair.a, pair.b)
        if len(matched.pairs) >= _SHARED and not _count_apart(mine, theirs):
            for slot in _slots(matched):
                found[slot.kind, slot.asked, slot.about].append(slot)
    texts = {grammar.document: grammar for grammar in grammars}
    for key in sorted(found):
        dispute = _dispute(found[key], texts)
        if dispute:
            yield dispute


def _count_apart(mine: Profile, theirs: Profile) -> bool:
    """Return whether one counts what the other counts, and no count is the same: two occasions."""
    for a in mine.numbers:
        rivals = [b for b in theirs.numbers if comparable(a, b)]
        if rivals and not any(same_amount(a, b) for b in rivals):
            return True
    return False


def _slots(matched: Matched) -> Iterator[Slot]:
    for here, there in matched.pairs.items():
        about = min(matched.one.lemma(here), matched.other.lemma(there))
        for read in (_sureness, _phase, count):
            slot = read(matched, here, there)
            if slot is not None:
                yield slot._replace(about=f"{slot.about} {about}")
    yield from persons(matched)


def _sureness(matched: Matched, here: int, there: int) -> Slot | None:
    """Return how surely both tell a word, where one alone has a reservation."""
    answers = []
    for grammar, at in ((matched.one, here), (matched.other, there)):
        cue = reservation(grammar, at)
        if cue is not None:
            answers.append(Answer("with a reservation", show(grammar, at, cue)))
        elif is_plain(grammar, at, show(grammar, at)):
            answers.append(Answer("plainly", show(grammar, at)))
    if len({answer.said for answer in answers}) < 2:
        return None
    return Slot("wording", "How sure is it", "sure", *answers)


def _phase(matched: Matched, here: int, there: int) -> Slot | None:
    """Return how far both say that an act has come, where it is done for one alone."""
    answers = []
    for grammar, at in ((matched.one, here), (matched.other, there)):
        phase = phase_of(grammar, at) if grammar.tokens[at].pos == "VERB" else ""
        if phase == "done" or (phase in _OPEN and _is_ahead(grammar, at)):
            answers.append(Answer(phase, show(grammar, at, grammar.tokens[at].head)))
    if sorted(answer.said == "done" for answer in answers) != [False, True]:
        return None
    return Slot("update", "Is it done or still to come", "phase", *answers)


def _is_ahead(grammar: Grammar, at: int) -> bool:
    """Return whether the verb's own form leaves it open: "to go" or "will go", no headline's "go".

    Of a law "that will ban it" nothing is still to come.
    """
    token = grammar.tokens[at]
    return token.tag in {"VB", "VBG"} and token.dep != "relcl" and grammar.kind(at) != "headline"


def _dispute(slots: Sequence[Slot], texts: Mapping[str, Grammar]) -> Dispute | None:
    sides: dict[str, set[Span]] = defaultdict(set)
    for slot in slots:
        for answer in (slot.one, slot.other):
            sides[answer.said].add(answer.span)
    names = sorted(sides)
    lead = min(sides[names[0]], key=lambda span: (len(span), span))
    words = texts[lead.document].words(lead)
    return make_dispute(
        slots[0].kind,
        "tension",
        f"{slots[0].asked}: “{words}”?",
        [sides[name] for name in names],
        f"told alike, but {' and '.join(names)}",
        _SCORE,
    )
