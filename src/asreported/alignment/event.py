"""Find what the accounts are about: the one thing that most of them open with.

A point holds statements that say the same, and three openings of one story seldom do: one has
"launches a bid", one "forms a committee", one both and why. That they tell one event is surer than
that they say one thing, for each stands in the headline or right below it. So an opening joins the
event where it likely says the same as one other, and need not do so with all.

Reads:   the units of what accounts open with, how likely two of them say the same.
Gives:   a `Point` that is none of the story's: each account tells it in its own words.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from asreported.alignment.accounts.quantity import same_quantity
from asreported.alignment.origin import account_ends
from asreported.alignment.pairs.bearing import Bearing, completeness
from asreported.alignment.pairs.differences import find_contrary
from asreported.alignment.pairs.judgement import Judgement
from asreported.alignment.pairs.profile import fold
from asreported.alignment.pairs.units import Unit
from asreported.alignment.points import make_point
from asreported.lexicon.load import words
from asreported.model.comparison import Likeness, Point
from asreported.model.document import ARTICLE_KINDS
from asreported.model.labels import ASKING
from asreported.model.story import Story

_OPENING = 600
"""Characters of an article, headline and all, that tell what happened: some two paragraphs."""
# In 110 stories that nobody had annotated, of openings that the likeliest link joins from here on
# nine in ten told the event that the others did. A clause that is read only with its sentence is
# not all that the sentence tells.
_JOINED, _PART_JOINED = 0.5, 0.6
# The mean of an opening's three likeliest links to the others: where one alone links it, half of
# those below the bar told of something beside the event.
_HELD, _NEAREST = 0.3, 3
# From here on two openings are not asked whether they count otherwise or name another who acts.
_SAME = 0.8
# From here on two leads, of so many characters, tell one thing without a headline.
_ONE_SENTENCE, _LEAD = 0.95, 250
# Texts that make an event by themselves; of fewer the link has to be so likely. Without a headline
# among them the mean of all links has to be.
_FEWEST, _TWO = 3, 0.9
_UNHEADED = 0.6
# See `completeness`: from here on somebody is named who acts, and nothing is cut off.
_READS = 4
# Characters of an account in which whoever acts in its event is named.
_NAMED = 1200
# Chances below say nothing.
_NOISE = 0.2
# Openings that an event is looked for from: those with the likeliest links.
_SEEDS = 24
# What a headline adds to the links: an account that says so there is about it. A clause that opens
# without "when" and the like adds half.
_HEADED = 0.15
_AGAIN = "both open with it"
_OPENED = "what the accounts open with"


def find_event(story: Story, judged: Judgement) -> Point | None:
    """Return what the accounts open with, None where too few open alike.

    Its statements are those of the openings that tell it, one an account, its label the one likest
    to the others, its score the mean chance of their links, 0..1. Its ``links`` lead to openings
    that tell it again. From how many origins it comes is known where all have it from one.
    """
    openings = _Openings(story, judged, whole=True)
    best = openings.likest()
    if openings.texts(best) < _FEWEST:
        # "He was ending his campaign" is whole with the sentence around it.
        wider = _Openings(story, judged, whole=False)
        # Two that are as good as one sentence are what the others have to tell.
        sure = openings.score(best) >= _TWO
        parts = wider.grow(*best) if sure else wider.likest()
        if wider.texts(parts) >= _FEWEST and wider.are_headed(parts):
            openings, best = wider, parts
    if not openings.are_sure(best):
        return None
    units = judged.units
    label = units[openings.central(best)].clause.span
    ends = account_ends(story, units)
    point = make_point([units[n] for n in sorted(best)], label, openings.score(best), ends)
    if point.independent_origins != 1:
        point = replace(point, agreement="undecided", independent_origins=None, origins=())
    again = (
        Likeness(units[a].statement.id, units[b].statement.id, chance, _AGAIN)
        for a, b, chance in openings.again(best)
    )
    return replace(point, links=tuple(again), reason=_OPENED)


class _Openings:
    """The units that accounts open with, and how likely each two tell one thing.

    With ``whole`` only those that can be read by themselves.
    """

    def __init__(self, story: Story, judged: Judgement, *, whole: bool) -> None:
        self._story, self._judged = story, judged
        self._joined = _JOINED if whole else _PART_JOINED
        starts = _starts(judged.units)
        opening = {
            index
            for index, unit in enumerate(judged.units)
            if judged.bears[index] == Bearing.STATEMENT
            and _opens(unit, starts[unit.document])
            and (not whole or _is_whole(unit))
        }
        links: dict[int, dict[int, float]] = defaultdict(dict)
        for (a, b), chance in judged.likely.items():
            if a in opening and b in opening and chance >= _NOISE:
                links[a][b] = links[b][a] = chance
        for a, b in _one_act(sorted(opening), judged):
            links[a][b] = links[b][a] = max(_PART_JOINED, links[a].get(b, 0.0))
        self._links = links
        self._known: dict[tuple[int, int], bool] = {}

    def likest(self) -> tuple[int, ...]:
        """Return the openings, one an account, that tell one thing in most texts, most surely."""
        return max(map(self.grow, self.seeds()), key=self.rank, default=())

    def seeds(self) -> list[int]:
        """Return the openings with the likeliest links, the likeliest first."""

        def linked(index: int) -> float:
            best: dict[str, float] = defaultdict(float)
            for other, chance in self._links[index].items():
                document = self._judged.units[other].document
                best[document] = max(best[document], chance)
            return sum(sorted(best.values()))

        return sorted(self._links, key=lambda index: (-linked(index), index))[:_SEEDS]

    def grow(self, *seeds: int) -> tuple[int, ...]:
        """Return the openings, one an account, that tell what ``seeds`` do; these are the first."""
        chosen = list(seeds)
        near: dict[int, list[float]] = defaultdict(list)
        for index in chosen:
            for other, chance in self._links[index].items():
                near[other].append(chance)
        while True:
            documents = {self._judged.units[index].document for index in chosen}
            able = [
                (_mean(chances, len(chosen)) + self._reads(other), max(chances), -other)
                for other, chances in near.items()
                if self._judged.units[other].document not in documents
                and max(chances) >= self._joined
                and _mean(chances, len(chosen)) >= _HELD
                and not any(self._differ(other, index) for index in chosen)
            ]
            if not able:
                return tuple(chosen)
            chosen.append(-max(able)[-1])
            for index, chance in self._links[chosen[-1]].items():
                near[index].append(chance)

    def again(self, chosen: Sequence[int]) -> Iterator[tuple[int, int, float]]:
        """Yield, of each opening that tells again what those chosen do, the likeliest link."""
        told: dict[int, tuple[float, int]] = {}
        for index in sorted(chosen):
            for other, chance in self._links[index].items():
                if other not in chosen and chance >= _JOINED:
                    told[other] = max(told.get(other, (0.0, 0)), (chance, index))
        for other, (chance, index) in sorted(told.items()):
            yield index, other, chance

    def rank(self, chosen: Sequence[int]) -> tuple[int, bool, float]:
        """Return what the event is chosen by: in how many texts it is, and how surely.

        What neither a headline tells nor all begin with would not do.
        """
        weight = self._total(chosen) + sum(map(self._reads, chosen))
        told = self.are_headed(chosen) or self._lead(chosen, _UNHEADED)
        return self.texts(chosen), told, round(weight, 6)

    def are_sure(self, chosen: Sequence[int]) -> bool:
        """Return whether the openings are enough, and what the accounts are about."""
        headed = self.are_headed(chosen)
        if self.texts(chosen) >= _FEWEST:
            return headed or self._lead(chosen, _UNHEADED)
        if self.texts(chosen) < 2:
            return False
        # A claim that two accounts open with is no event.
        own = all(self._judged.units[index].voice is None for index in chosen)
        led = own and self._lead(chosen, _ONE_SENTENCE)
        if not (self.score(chosen) >= _TWO if headed else led):
            return False
        if self.texts(chosen) == len(self._story.origin_groups):
            return True
        # Two alone have no third that would bear them out.
        profiles = [self._judged.profiles[index] for index in chosen]
        one_act = profiles[0].act == profiles[-1].act or profiles[0].deeds & profiles[-1].deeds
        return bool(one_act)

    def are_headed(self, chosen: Sequence[int]) -> bool:
        """Return whether a headline is among the openings."""
        return any(_is_headline(self._judged.units[index]) for index in chosen)

    def _lead(self, chosen: Sequence[int], least: float) -> bool:
        """Return whether all are the accounts' first words, and at least so much alike."""
        units = [self._judged.units[index] for index in chosen]
        starts = _starts(units)
        first = all(u.clause.span.start < starts[u.document] + _LEAD for u in units)
        return first and self.score(chosen) >= least

    def score(self, chosen: Sequence[int]) -> float:
        """Return the mean chance of the links between the openings, 0..1; of one alone it is 0."""
        pairs = len(chosen) * (len(chosen) - 1) // 2
        return round(self._total(chosen) / max(1, pairs), 6)

    def central(self, chosen: Sequence[int]) -> int:
        """Return the opening that is likest to the others, of equals one that reads better."""

        def linked(index: int) -> tuple[float, int]:
            links = sum(self._links[index].get(other, 0.0) for other in sorted(chosen))
            return round(links + self._reads(index), 6), -index

        return max(chosen, key=linked)

    def texts(self, chosen: Sequence[int]) -> int:
        """Return in how many independent texts the openings are."""
        return self._story.texts(self._judged.units[index].document for index in chosen)

    def _reads(self, index: int) -> float:
        """Return what is added to the links of an opening that can be read as it stands."""
        unit = self._judged.units[index]
        if _is_headline(unit):
            return _HEADED
        return _HEADED / 2 if unit.tokens[0].tag not in ASKING | {"TO", "IN"} else 0.0

    def _total(self, chosen: Sequence[int]) -> float:
        return sum(self._links[a].get(b, 0.0) for a, b in combinations(chosen, 2))

    def _differ(self, one: int, other: int) -> bool:
        """Return whether one opening is the contrary of the other.

        A group that grows asks of the same two again with each that it takes: of hundreds of
        accounts that are much alike, millions of times.
        """
        pair = min(one, other), max(one, other)
        if pair not in self._known:
            self._known[pair] = self._are_contrary(*pair)
        return self._known[pair]

    def _are_contrary(self, a: int, b: int) -> bool:
        """Return whether one opening is the contrary of the other.

        Where they are not much alike, whether they count otherwise or name another who acts.
        """
        if find_contrary(self._judged.profiles[a], self._judged.profiles[b]):
            return True
        if self._links[a].get(b, 0.0) >= _SAME:
            return False
        mine, theirs = self._judged.profiles[a], self._judged.profiles[b]
        counted = mine.numbers and theirs.numbers
        agreed = any(same_quantity(x, y) for x in mine.numbers for y in theirs.numbers)
        return bool(counted and not agreed) or self._others_act(a, b)

    def _others_act(self, a: int, b: int) -> bool:
        """Return whether each names who acts, and an account opens without the other's name."""
        agents = []
        for index in (a, b):
            profile = self._judged.profiles[index]
            agents.append(profile.agent if profile.agent in profile.names else "")
        if not all(agents) or agents[0] == agents[1]:
            return False
        opening = [self._judged.units[index].reading.document.text[:_NAMED] for index in (a, b)]
        return not all(
            name in fold(text) for name, text in zip(agents, reversed(opening), strict=True)
        )


def _starts(units: Sequence[Unit]) -> dict[str, int]:
    """Return where each article's own text begins."""
    documents = {unit.document: unit.reading.document for unit in units}
    regions = {key: document.article_regions() for key, document in documents.items()}
    return {key: found[0].start if found else 0 for key, found in regions.items()}


def _opens(unit: Unit, start: int) -> bool:
    """Return whether the unit is of the headline, or near the article's start."""
    near = unit.clause.region in ARTICLE_KINDS and unit.clause.span.start < start + _OPENING
    return near or _is_headline(unit)


def _is_whole(unit: Unit) -> bool:
    return _is_headline(unit) or completeness(unit) >= _READS


def _is_headline(unit: Unit) -> bool:
    return unit.clause.region == "headline"


def _one_act(openings: Sequence[int], judged: Judgement) -> Iterator[tuple[int, int]]:
    """Yield the pairs, of two accounts, that tell of one act upon one named thing.

    "McCabe, a target of scorn, is fired over questions" is what "Sessions fired McCabe" tells, few
    words as they share. In 110 stories each such pair of openings told the event.
    """
    upon: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index in openings:
        profile = judged.profiles[index]
        if profile.act not in words("hollow_words") and profile.patient in profile.names:
            upon[profile.act, profile.patient].append(index)
    for (act, _), found in upon.items():
        for a, b in combinations(found if act else (), 2):
            if judged.units[a].document != judged.units[b].document:
                yield a, b


def _mean(chances: Sequence[float], chosen: int) -> float:
    """Return the mean of the likeliest links to those chosen; where one is missing it is 0."""
    nearest = min(chosen, _NEAREST)
    return sum(sorted(chances, reverse=True)[:nearest]) / nearest
