"""Choose whose words a quotation is among all who are named about it, or nobody.

Rules propose a source (`voices`); this asks a fitted model about that one, about the other nouns
and pronouns of the sentences beside, and about nobody: a conditional logit over grammar, place and
kind, fitted on the train part of PolNeAR by ``scripts/fit_sources.py``. The likeliest is taken.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import NamedTuple

from asreported.lexicon.load import table
from asreported.model.document import ARTICLE_KINDS
from asreported.model.labels import AUXILIARIES, POSSESSOR, VERBS
from asreported.statements.speech.beings import NAMED, may_mean, speaker_kinds
from asreported.statements.speech.beside import is_told_by
from asreported.statements.speech.laidout import fills, is_laid_out
from asreported.statements.speech.reporting import SPEECH, noun_kinds
from asreported.statements.speech.scene import Scene, Voice
from asreported.statements.speech.subjects import hears, source_of

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_HEADS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "appos", "attr", "ROOT",
                    "dative", "agent", "nmod", "dep", "npadvmod", "ccomp", "advcl"})  # fmt: skip
_PERSONAL = frozenset({"he", "she", "they", "we", "i", "it", "who", "her", "his", "their"})
# Added to nobody's score: what it costs to name nobody where somebody spoke, against a wrong name.
NOBODY = -0.5
# The chance below which the likeliest source of a fragment is not told: read on 30 stories, half of
# those below were wrong, most above right. Of whole sentences 6 in 7 are right below it (PolNeAR).
UNSURE = 0.45
# Words of a quotation's sentence and its neighbours above which nobody is compared: it keeps the
# time linear on pages without stops.
_ENDLESS = 600
# Bounds of the steps in which distances are told, in words.
_STEPS = (1, 2, 3, 5, 8, 13, 21, 34)


@dataclass(frozen=True, slots=True)
class Option:
    """One who may have spoken: the token that names them, and the token of a cue they are with."""

    source: int
    cue: int | None


def settle_sources(scene: Scene, voices: Iterable[Voice]) -> None:
    """Set the source of each quotation to the likeliest; ``voices`` are in text order.

    Quotations inside others and those of headlines keep what the rules found.
    """
    ranker = Ranker(scene)
    previous: Voice | None = None
    changed: dict[int | None, int | None] = {}
    for voice in ranked(scene, voices):
        if voice.source in changed and voice.how.startswith("goes on"):
            voice.source = changed[voice.source]
        changed.pop(None, None)  # nobody is one and the same for the next paragraph only
        if ranker.is_endless(voice) or is_laid_out(scene, voice):
            previous = voice
            continue
        best = ranker.best(voice, previous)
        if best is not None and (ranker.is_retold(voice, best) or ranker.is_behind(voice, best)):
            previous = voice
            continue
        before = voice.source
        source = best.source if best is not None else None
        if source != before:
            changed[before] = source
            voice.source = source
            voice.how = "likeliest of those beside" if best is not None else "nobody is likely"
            if best is not None and best.cue is not None and scene.is_reporting(best.cue):
                token = scene.tree.tokens[best.cue]
                voice.cue, voice.cue_token = (token.start, token.end), best.cue
                voice.kind = scene.verb_kind(best.cue)
        previous = voice


def ranked(scene: Scene, voices: Iterable[Voice]) -> Iterator[Voice]:
    """Yield the quotations that the model is asked about."""
    nested = {(q.start, q.end) for q in scene.quotations if q.nested}
    for voice in voices:
        in_article = scene.paragraphs[voice.paragraph].kind in ARTICLE_KINDS
        if voice.quoted and in_article and voice.content[0] not in nested:
            yield voice


class _Form(NamedTuple):
    """What a quotation looks like, whoever spoke.

    ``opens`` says whether it opens its paragraph, ``whole`` whether it begins as a sentence,
    ``size`` how long it is, ``fills`` whether nothing else stands in the paragraph; ``lead`` and
    ``mark`` are the characters before it and at its end, ``edges`` the first token inside and the
    first behind it.
    """

    opens: bool
    whole: bool
    size: int
    fills: bool
    lead: str
    mark: str
    edges: tuple[int, int]


class Ranker:
    """Ranks the sources of one account's quotations, in text order."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._subjects: dict[int, list[Option]] = {}
        self._kinds = speaker_kinds()
        self._forms: dict[tuple[tuple[int, int], tuple[int, int]], _Form] = {}

    def options(self, voice: Voice, previous: Voice | None) -> list[Option]:
        """Return who may have spoken, by place; the rules' source is one of them."""
        first, last = self._sentences(voice)
        cues: dict[int, list[int]] = {}
        for number in range(first, last + 1):
            for option in self._speaking(number):
                cues.setdefault(option.source, []).append(option.cue or 0)
        sources = set(cues)
        for token in range(*self._stretch(first, last)):
            if self.scene.inside[token] < 0 and self._may_speak(token):
                sources.add(token)
        if voice.source is not None:
            sources.add(voice.source)
        if previous is not None and previous.source is not None:
            sources.add(previous.source)
        edges = self._form(voice).edges
        found = []
        for source in sorted(sources):
            near = [c for c in cues.get(source, ()) if c]
            cue = min(near, key=lambda c: (_gap(c, edges), c)) if near else None
            if source == voice.source and voice.cue_token is not None:
                cue = voice.cue_token
            found.append(Option(source, cue))
        return found

    def best(self, voice: Voice, previous: Voice | None) -> Option | None:
        """Return whose words ``voice`` most likely tells, None where nobody is likelier.

        Nor is anybody told for a fragment whose likeliest source is unsure.
        """
        weights = _weights()
        found, most = None, sum(weights.get(f, 0.0) for f in self.nobody(voice)) + NOBODY
        totals = [most]
        for option in self.options(voice, previous):
            total = sum(weights.get(f, 0.0) for f in self.features(voice, option, previous))
            totals.append(total)
            if total > most:
                found, most = option, total
        unsure = UNSURE * sum(exp(total - most) for total in totals) > 1
        return None if unsure and not self._form(voice).whole else found

    def is_endless(self, voice: Voice) -> bool:
        """Return whether the sentences beside are no prose: the rules' source stands there."""
        first, last = self._stretch(*self._sentences(voice))
        return last - first > _ENDLESS

    def is_retold(self, voice: Voice, best: Option) -> bool:
        """Return whether ``best`` only passes on what the rules' source told them.

        In "Roe said the driver told her that it moved" the driver speaks, and Roe is in the chain;
        but in "Roe said she said" it may be one, unless a body said it. So it is where both follow:
        '"...," the driver said, the Courier reported'.
        """
        cue, other = voice.cue_token, best.cue
        if cue is None or other is None or cue == other or voice.source == best.source:
            return False
        tokens, source = self.scene.tree.tokens, voice.source
        tag = tokens[cue].start >= voice.outer[0][1]
        if tag and cue < other and is_told_by(self.scene.tree, cue, other):
            return True
        if self._reports(best) and tokens[cue].head == other and tokens[cue].dep == "ccomp":
            return source is not None  # "The suit claims ..., the Courier reported"
        apart = source is not None and not may_mean(tokens[source], tokens[best.source])
        lemma = tokens[cue].lemma.lower()
        told = lemma == "tell" or (lemma == "say" and apart)
        return told and self._under(cue) and self.scene.tree.under(cue, other)

    def is_behind(self, voice: Voice, best: Option) -> bool:
        """Return whether ``best`` only acts in the sentence behind, which is no tag.

        "Roe promised fees. “They will rise.” The mayor laughed when he was told.": Roe speaks.
        """
        mark = self.scene.text[voice.content[-1][1] - 1]
        stands = voice.how.startswith("speaks in the sentence before") and mark in ".!?"
        return stands and voice.source is not None and best.source >= self._form(voice).edges[1]

    def _reports(self, option: Option) -> bool:
        """Return whether a body "reports", as papers and agencies do with the words of others."""
        if option.cue is None:
            return False
        tokens = self.scene.tree.tokens
        return tokens[option.source].entity == "ORG" and tokens[option.cue].lemma == "report"

    def nobody(self, voice: Voice) -> Iterator[str]:
        """Yield what the model knows of nobody as the source, as names that are present."""
        rule = "none" if voice.source is None else _how(voice.how)
        yield "nobody"
        yield f"nobody rule={rule}"
        form = self._form(voice)
        yield f"nobody size={form.size} rule={rule}"
        yield f"nobody opens={form.opens} whole={form.whole} rule={rule}"
        if form.fills:
            yield "nobody alone"
            yield f"nobody alone rule={rule}"

    def features(self, voice: Voice, option: Option, previous: Voice | None) -> Iterator[str]:
        """Yield what the model knows of an option, as names that are present."""
        yield "one"
        what = self._what(option.source)
        dep = self._dep(option.source)
        place = self._place(voice, option.source)
        yield f"what={what}"
        yield f"dep={dep}"
        yield f"place={place}"
        where = place.split()[0]
        yield f"what={what} place={where}"
        rule = self._rule(voice, option)
        yield f"rule={rule}"
        yield f"rule={rule} what={what}"
        if rule == "other":
            yield f"others: {_how(voice.how)} place={where}"
        if previous is not None and previous.source is not None:
            same = previous.source == option.source
            apart = voice.paragraph - previous.paragraph
            yield f"previous={same} apart={min(apart, 2)}"
        if option.cue is None:
            yield "cue=none"
        else:
            yield from self._about_cue(voice, option.cue, dep, what, rule)
        yield from self._about_quotation(voice, option, rule, where)

    def _rule(self, voice: Voice, option: Option) -> str:
        if voice.source is None:
            return f"none {_how(voice.how)}"
        return _how(voice.how) if voice.source == option.source else "other"

    def _about_cue(self, voice: Voice, cue: int, dep: str, what: str, rule: str) -> Iterator[str]:
        scene, tokens = self.scene, self.scene.tree.tokens
        token = tokens[cue]
        lemma = token.lemma.lower()
        kind = scene.verb_kind(cue) or noun_kinds().get(lemma, "")
        speaks = "speech" if kind in SPEECH else kind or token.pos
        where = self._place(voice, cue)
        yield f"cue={speaks}"
        yield f"cue={speaks} at={where}"
        yield f"cue at={where}"
        yield f"cue={speaks} dep={dep}"
        yield f"cue={speaks} what={what}"
        yield f"cue lemma={lemma}"
        under = self._under(cue)
        yield f"cue={speaks} under={under}"
        yield f"cue tag={token.tag} under={under} rule={rule == 'other'}"
        first, _ = self._form(voice).edges
        if cue < first:
            between = range(cue + 1, first)
            verbs = sum(tokens[i].pos == "VERB" and scene.inside[i] < 0 for i in between)
            yield f"verbs between={min(verbs, 3)} {speaks}"
            yield f"holds={self._holds(cue, first)} {speaks}"
        else:
            yield f"held={self._holds(cue, first)} {speaks}"

    def _under(self, cue: int) -> bool:
        """Return whether the cue stands in what another is said to say: "Roe said Doe told ..."."""
        tokens = self.scene.tree.tokens
        here = cue
        for _ in range(12):
            token = tokens[here]
            if token.head == here:
                return False
            above = tokens[token.head]
            if token.dep == "ccomp" and self.scene.verbs.get(above.lemma.lower(), "") in SPEECH:
                return token.head < here
            here = token.head
        return False

    def _holds(self, cue: int, token: int) -> str:
        """Return by what grammar ``cue`` governs ``token``: the labels just below the cue."""
        tokens = self.scene.tree.tokens
        here = min(token, len(tokens) - 1)
        for _ in range(24):
            head = tokens[here].head
            if head == cue:
                return tokens[here].dep
            if head == here:
                return "no"
            here = head
        return "no"

    def _about_quotation(
        self, voice: Voice, option: Option, rule: str, where: str
    ) -> Iterator[str]:
        form = self._form(voice)
        yield f"size={form.size} rule={rule}"
        yield f"opens={form.opens} whole={form.whole} place={where}"
        yield f"opens={form.opens} whole={form.whole} rule={rule}"
        if form.fills:
            yield f"alone place={where} cue={option.cue is not None}"
            yield f"alone rule={rule}"
        yield f"lead={form.lead} end={form.mark} place={where}"
        yield f"lead={form.lead} end={form.mark} rule={rule}"

    def _dep(self, source: int) -> str:
        """Return by what grammar a source hangs on its verb: "agent" for "by Roe"."""
        token = self.scene.tree.tokens[source]
        above = self.scene.tree.tokens[token.head]
        return "agent" if token.dep == "pobj" and above.dep == "agent" else token.dep

    def _form(self, voice: Voice) -> _Form:
        key = voice.outer[0], voice.outer[-1]
        if key not in self._forms:
            self._forms[key] = self._look(voice)
        return self._forms[key]

    def _look(self, voice: Voice) -> _Form:
        scene, starts = self.scene, self.scene.tree.starts
        start, end = voice.outer[0]
        size = len(scene.text[start:end].split())
        before = scene.text[max(start - 2, 0) : start].strip()[-1:]
        last = scene.text[voice.content[0][1] - 1]
        return _Form(
            start <= scene.paragraphs[voice.paragraph].start + 1,
            scene.text[voice.content[0][0] :][:2].lstrip("[(")[:1].isupper(),
            sum(size > bound for bound in (3, 6, 12)),
            fills(scene, voice),
            before if before in ",:." else ("^" if not before else "w"),
            last if last in ",.?!" else "-",
            (bisect_left(starts, start), bisect_left(starts, end)),
        )

    def _what(self, token: int) -> str:
        word = self.scene.tree.tokens[token]
        lower = word.text.lower()
        if word.pos == "PRON" or word.tag in ("PRP", "PRP$"):
            return lower if lower in _PERSONAL else "pron"
        if word.entity in NAMED:
            return word.entity
        kind = self._kinds.get(word.lemma.lower(), "")
        return kind or ("name" if word.pos == "PROPN" else word.pos)

    def _place(self, voice: Voice, token: int) -> str:
        """Return where a token stands to the quotation: side, sentences and words apart."""
        tree = self.scene.tree
        first, last = self._form(voice).edges
        steps = sum(_gap(token, (first, last)) > bound for bound in _STEPS)
        number = tree.sentence_number
        if token < first:
            apart = number(max(first, 0)) - number(token)
            return f"before{min(apart, 3)} {steps}"
        apart = number(token) - number(min(last, len(tree.tokens)) - 1)
        return f"after{min(max(apart, 0), 2)} {steps}"

    def _sentences(self, voice: Voice) -> tuple[int, int]:
        """Return the first and last sentence in whose words the source is looked for."""
        tree = self.scene.tree
        first, last = self._form(voice).edges
        low = tree.sentence_number(min(first, len(tree.tokens) - 1))
        high = tree.sentence_number(max(last - 1, 0))
        if last < len(tree.tokens) and tree.sentence_number(last) == high + 1:
            high += tree.tokens[last].end < self.scene.paragraphs[voice.paragraph].end
        return max(low - 1, 0), high

    def _stretch(self, first: int, last: int) -> tuple[int, int]:
        tree = self.scene.tree
        end = tree.sentences[last].last
        return tree.sentence_start(first), end

    def _may_speak(self, token: int) -> bool:
        word = self.scene.tree.tokens[token]
        if word.pos not in _NOMINAL or word.dep not in _HEADS:
            return False
        if word.entity == "PERSON" and hears(self.scene.tree, token) is not None:
            return False
        return self.scene.can_speak(token) or word.dep == "nsubj"

    def _speaking(self, number: int) -> list[Option]:
        """Return who is with a cue in sentence ``number``: subjects of verbs, owners of words."""
        if number not in self._subjects:
            self._subjects[number] = list(self._find_speaking(number))
        return self._subjects[number]

    def _find_speaking(self, number: int) -> Iterator[Option]:
        scene, tree = self.scene, self.scene.tree
        sentence = tree.sentences[number]
        for index in range(sentence.first, sentence.last):
            token = tree.tokens[index]
            if scene.inside[index] >= 0:
                continue
            source = None
            if token.pos in VERBS and token.dep not in AUXILIARIES:
                source = source_of(tree, index)
            elif token.pos == "NOUN" and token.lemma.lower() in noun_kinds():
                source = tree.child(index, POSSESSOR)
            if source is not None and scene.inside[source] < 0:
                yield Option(source, index)


def _gap(token: int, edges: tuple[int, int]) -> int:
    """Return how many words lie between a token and the quotation's edges."""
    return edges[0] - token if token < edges[0] else max(token - edges[1] + 1, 0)


def _how(how: str) -> str:
    return how.split(";")[0]


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in table("source_weights")}
