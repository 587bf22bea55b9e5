"""Find what is told with a reservation in one account and without it in another."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from asreported.alignment.accounts.acts import acts_at, concept, kind_at, kinds
from asreported.alignment.accounts.deeds import Deed, is_hedged, is_told
from asreported.alignment.accounts.grammar import Grammar, first_short
from asreported.alignment.accounts.ownvoice import Mouths, read_mouths
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.alignment.pairs.nearness import Nearness
from asreported.lexicon.load import words
from asreported.model.comparison import SLIGHT
from asreported.model.labels import NOUN_MODIFIERS, NOUNS, VERBS
from asreported.model.span import Span

_LONGEST = 110  # Characters of a claim of a record that are shown.
_BESIDE = 5  # Words from a reservation to its verb: "reportedly has not yet been paid".
_SHORT = 70  # Characters of a telling that is shown whole.
# Fields of acts that are crimes, where "allegedly" weighs.
_CRIMES = frozenset({"strike", "assail", "kill", "rape", "steal", "abduct", "burn", "charge"})
# Kinds of who does a crime: "the suspected gunmen" of some are "the gunmen" of others.
_DOERS = frozenset({"suspect", "fighter"})
_ATTACKERS = frozenset({"gunman"})  # A fighter by kind, and a name of him who did it.
_DOER = "doer "
# "Is alleged to have", "is accused of": the deed is what hangs on these.
_GOVERNING = frozenset({"xcomp", "pcomp", "ccomp", "advcl"})
_ACCUSING = frozenset({"accuse", "suspect", "allege", "believe", "think", "appear", "seem"})
_CLAIMS = frozenset(
    {"accuse", "allege", "claim", "insist", "deny", "describe", "contend", "suspect", "dispute"}
    | {"allegation", "accusation", "suspicion", "rumor", "rumour"}
)
_HANGING = frozenset(
    {"pobj", "prep", "pcomp", "conj", "xcomp", "ccomp", "acl", "attr", "dobj", "oprd"}
)
_FARTHEST = 8  # Words from a deed up to who claims it.
_ENDING = re.compile(r"['’]s?$")


def find_reservation_disputes(
    grammars: Sequence[Grammar], deeds: Sequence[Deed], near: Nearness
) -> Iterator[Dispute]:
    """Yield disputes about how surely a record, a crime or anything else is told."""
    yield from _records(grammars)
    yield from _alleged(grammars, deeds)
    yield from _doubted(deeds, near)


def _records(grammars: Sequence[Grammar]) -> Iterator[Dispute]:
    """Yield a dispute where "is the first since" stands beside "is believed to be the first"."""
    plain: dict[tuple[str, str], list[Span]] = defaultdict(list)
    reserved: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for grammar in grammars:
        for at, token in enumerate(grammar.tokens):
            record = _record(grammar, at)
            if not record or token.dep != "attr":
                continue
            verb = token.head
            governor = grammar.tokens[verb].head
            hedge = grammar.tokens[verb].dep == "xcomp" and grammar.lemma(governor) in words(
                "hedges"
            )
            top = governor if hedge else verb
            end = grammar.tokens[grammar.below(at, {"relcl", "punct"})[-1]].end
            first = grammar.below(top, {"nsubj", "nsubjpass", "punct", "advcl", "prep"})[0]
            key = record, kind_at(grammar, at)
            held = reserved if hedge else plain
            start = grammar.tokens[first].start
            held[key].append(Span(grammar.document, start, min(end, start + _LONGEST)))
    for key in sorted(set(plain) & set(reserved)):
        yield from disputed(
            "wording",
            "difference",
            f"Is it the {key[0]} {key[1]}, and how sure?",
            [plain[key], reserved[key]],
            "a record for some, believed to be one for others",
            0.7,
        )


def _record(grammar: Grammar, at: int) -> str:
    """Return the superlative on the noun ("first", "worst"), "" where it has none."""
    for c in grammar.children[at]:
        token = grammar.tokens[c]
        if token.dep == "amod" and (token.tag == "JJS" or token.text.lower() == "first"):
            return token.text.lower()
    return ""


@dataclass(frozen=True, slots=True)
class _Telling:
    """One telling of a crime or of who did it: the words shown, and what it is of."""

    span: Span
    topic: str
    about: frozenset[str]
    act: str = ""
    """The specific act, "" for a generic one: who hits may punch, who stabs does not shoot."""

    @property
    def document(self) -> str:
        """Return the id of the account."""
        return self.span.document

    def is_of(self, other: "_Telling") -> bool:
        """Return whether ``other``, of the same topic, says all that this one leaves open.

        Of "a suspected cartel ambush" the cartel is left open: "the ambush" says nothing of it.
        """
        if len({self.act, other.act} - {""}) > 1:
            return False
        return not self.about or bool(self.about & other.about)


def _alleged(grammars: Sequence[Grammar], deeds: Sequence[Deed]) -> Iterator[Dispute]:
    """Yield a dispute where a crime is alleged in one account and told as done in others."""
    mouths = {grammar.document: read_mouths(grammar) for grammar in grammars}
    careful: list[_Telling] = []
    plain: list[_Telling] = []
    for reserved, telling in (*_deeds(deeds, mouths), *_nouns(grammars, mouths)):
        (careful if reserved else plain).append(telling)
    hedged = {(telling.document, telling.topic) for telling in careful}
    # Who calls the shooting alleged, or him "the suspect", does not call him the gunman plainly.
    wary = {telling.document for telling in careful} | _suspecting(grammars)
    doers = {telling.topic for telling in plain if telling.topic.startswith(_DOER)}
    hedged |= {(document, topic) for document in wary for topic in doers}
    # Who tells it both ways leaves nothing open that others do not.
    careful = [t for t in careful if not any(_is_told_in(t, other) for other in plain)]
    plain = [telling for telling in plain if (telling.document, telling.topic) not in hedged]
    sides = _merged(_opposed(careful, plain))
    yield from disputed(
        "wording",
        "difference",
        f"Fact or allegation: {_clearest(grammars, sides[1])}?" if sides[1] else "",
        sides,
        "with a reservation in one account, without one in another",
        SLIGHT,
    )


def _is_told_in(careful: _Telling, plain: _Telling) -> bool:
    """Return whether the account itself plainly names him so whom it names with a reservation.

    Of a deed it may well tell both, who alleges it and that it was done.
    """
    same = careful.topic == plain.topic and careful.document == plain.document
    return same and careful.topic.startswith(_DOER) and careful.is_of(plain)


def _suspecting(grammars: Sequence[Grammar]) -> set[str]:
    """Return the accounts that speak of a suspect."""
    return {
        grammar.document
        for grammar in grammars
        for token in grammar.tokens
        if token.pos in NOUNS and token.lemma.lower() == "suspect"
    }


def _doubted(deeds: Sequence[Deed], near: Nearness) -> Iterator[Dispute]:
    """Yield a dispute where like clauses tell one act, with a reservation and without."""
    by_act: dict[str, list[Deed]] = defaultdict(list)
    for deed in deeds:
        crime = deed.act.field in _CRIMES
        if deed.grammar.tokens[deed.at].pos in VERBS and not (crime or deed.negated):
            by_act[deed.act.name].append(deed)
    for name in sorted(by_act):
        careful = [d for d in by_act[name] if _is_reserved(d.grammar, d.at)]
        wary = {deed.document for deed in careful}
        careful = [deed for deed in careful if not _of_none(deed)]
        plain = [
            d
            for d in by_act[name]
            if d.document not in wary and not d.hedged and is_told(d.grammar, d.at)
            if not _is_claimed(d.grammar, d.at)
        ]
        like = [(a, b) for a in careful for b in plain if _are_like(a, b, near)]
        if not like:
            continue
        yield from disputed(
            "wording",
            "difference",
            f"How sure is it: “{like[0][1].grammar.words(_brief(like[0][1]))}”?",
            [[_careful_words(a) for a, _ in like], [_brief(b) for _, b in like]],
            "with a reservation in one account, without one in another",
            SLIGHT,
        )


def _of_none(deed: Deed) -> bool:
    """Return whether the deed is told of nobody ("no others are believed to be held")."""
    grammar = deed.grammar
    above = grammar.tokens[deed.at].head
    # A count that is "believed" is a number still open, and an accusation a claim of another.
    guessing = {"accuse", "suspect", "believe", "think"}
    accused = grammar.tokens[deed.at].dep == "pcomp" or grammar.lemma(above) in guessing
    nouns = [noun for noun in (deed.agent, deed.patient) if noun is not None]
    return accused or any(grammar.negated(noun) for noun in nouns)


def _are_like(a: Deed, b: Deed, near: Nearness) -> bool:
    """Return whether two deeds of one act stand in like clauses and share doer or undergoer."""
    if b.grammar.tokens[b.at].tag in {"VBG", "VB"}:
        return False
    shared = (a.agent_concepts | a.patient_concepts) & (b.agent_concepts | b.patient_concepts)
    return bool(shared) and near.are(a.grammar, a.at, b.grammar, b.at)


def _careful_words(deed: Deed) -> Span:
    """Return the words of the deed from its reservation on: "appear to be owned"."""
    grammar, brief = deed.grammar, _brief(deed)
    token = grammar.tokens[deed.at]
    first = token.head if token.dep == "xcomp" else deed.at
    near = [c for c in grammar.children[deed.at] if deed.at - _BESIDE <= c < deed.at]
    first = min([first, *(c for c in near if grammar.tokens[c].dep == "advmod")])
    return Span(brief.document, min(brief.start, grammar.tokens[first].start), brief.end)


def _opposed(
    careful: Sequence[_Telling], plain: Sequence[_Telling]
) -> list[tuple[set[Span], set[Span]]]:
    """Return, for each topic, what is told of it with a reservation and what without."""
    by_topic: dict[str, list[_Telling]] = defaultdict(list)
    for telling in plain:
        by_topic[telling.topic].append(telling)
    found: dict[str, tuple[set[Span], set[Span]]] = {}
    for telling in careful:
        same = [other for other in by_topic[telling.topic] if telling.is_of(other)]
        same = [other for other in same if other.document != telling.document]
        if same:
            reserved, told = found.setdefault(telling.topic, (set(), set()))
            reserved.add(telling.span)
            told.update(other.span for other in same)
    return [found[topic] for topic in sorted(found)]


def _merged(found: Sequence[tuple[set[Span], set[Span]]]) -> tuple[list[Span], list[Span]]:
    """Return one question of many: the topics of which no account is both careful and plain."""
    reserved: set[Span] = set()
    told: set[Span] = set()
    for some, others in sorted(found, key=lambda pair: -min(len(pair[0]), len(pair[1]))):
        careful = {span.document for span in reserved | some}
        plain = {span.document for span in told | others}
        if not careful & plain:
            reserved |= some
            told |= others
    return sorted(reserved), sorted(told)


def _clearest(grammars: Iterable[Grammar], spans: Sequence[Span]) -> str:
    """Return the plain words that most accounts would know again: neither short nor long."""
    texts = {grammar.document: grammar for grammar in grammars}
    said = sorted({_ENDING.sub("", texts[span.document].words(span)) for span in spans})
    return f"“{min(said, key=lambda text: (abs(len(text) - 35), text))}”"


def _deeds(deeds: Sequence[Deed], mouths: dict[str, Mouths]) -> Iterator[tuple[bool, _Telling]]:
    """Yield the crimes told by verbs, with whether there is a reservation on the deed."""
    for deed in deeds:
        grammar, at = deed.grammar, deed.at
        if deed.act.field not in _CRIMES or deed.negated or deed.apart:
            continue
        if grammar.tokens[at].pos != "VERB" or deed.patient is None:
            continue
        if grammar.lemma(deed.patient).endswith(("self", "selves")):
            continue  # Who shot himself is asked of nobody else.
        specific = deed.act.name if deed.act.specific else ""
        telling = _Telling(_brief(deed), f"deed {deed.act.field}", deed.patient_concepts, specific)
        told = not deed.hedged and deed.patient_concepts and is_told(grammar, at)
        told = told and not _is_claimed(grammar, at)
        if _is_reserved(grammar, at):
            yield True, telling
        elif told and not mouths[deed.document].is_quoted(grammar.tokens[at].start):
            yield False, telling


def _nouns(
    grammars: Sequence[Grammar], mouths: dict[str, Mouths]
) -> Iterator[tuple[bool, _Telling]]:
    """Yield the nouns of crimes and of who does them, with whether there is a reservation."""
    for grammar in grammars:
        for at, token in enumerate(grammar.tokens):
            topic = _topic(grammar, at) if token.pos in NOUNS else ""
            if not topic or mouths[grammar.document].is_quoted(token.start):
                continue
            about = _limits(grammar, at)
            phrase = grammar.phrase(at)
            if len(phrase) > _SHORT:
                phrase = grammar.span(min(grammar.below(at, {"prep", "punct"})), at)
            if _is_reserved(grammar, at):
                yield True, _Telling(phrase, topic, about)
            elif not is_hedged(grammar, at) and not _is_claimed(grammar, at):
                yield False, _Telling(phrase, topic, about)


def _limits(grammar: Grammar, at: int) -> frozenset[str]:
    """Return the words that narrow the noun, without reservations: whose or which kind it is."""
    reserves = words("hedges")
    return frozenset(
        concept(grammar.lemma(c), grammar.tokens[c].pos)
        for c in grammar.children[at]
        if grammar.tokens[c].dep in NOUN_MODIFIERS
        and grammar.tokens[c].text.lower() not in reserves
    )


def _topic(grammar: Grammar, at: int) -> str:
    """Return what a noun of crime stands for, "" for another noun."""
    lemma = grammar.lemma(at)
    kind = kinds().get(lemma, "")
    if kind == "suspect" or lemma in _ATTACKERS:
        return f"{_DOER}suspect"
    if kind in _DOERS:
        return _DOER + lemma  # "The suspected terrorist" is not "the gunman".
    if kind == "attack" or lemma in {"ambush", "massacre"}:
        return "act attack"
    named = acts_at(grammar, at)
    crime = named and named[0].field in _CRIMES - {"charge", "burn"}
    return f"act {named[0].name}" if crime else ""


def _brief(deed: Deed) -> Span:
    """Return doer, act and undergoer where that is short, else the act with its object."""
    grammar = deed.grammar
    undergone = [deed.with_noun(deed.patient)] if deed.patient is not None else []
    act = grammar.span(deed.at, deed.at)
    return first_short(_SHORT, grammar.clause(deed.at), *undergone, deed.span, act)


def _is_claimed(grammar: Grammar, at: int) -> bool:
    """Return whether somebody claims or denies it: neither told plainly nor with a reservation.

    "Accused of hitting and choking her", "allegations that she was paid", "what it described as an
    ambush". What is claimed of a thing ("the raid was planned, they allege") leaves the thing told.
    """
    for _ in range(_FARTHEST):
        token = grammar.tokens[at]
        if token.dep not in _HANGING or token.head == at:
            return False
        at = token.head
        if grammar.lemma(at) in _CLAIMS:
            return True
    return False


def _is_reserved(grammar: Grammar, at: int) -> bool:
    """Return whether the account leaves it open: "alleged", "apparently", "is accused of"."""
    reserves = words("hedges", kind="alleged") | words("hedges", kind="seeming")
    reserves |= words("hedges", kind="reported")
    for c in grammar.children[at]:
        token = grammar.tokens[c]
        if token.dep in {"amod", "advmod", "compound"} and token.text.lower() in reserves:
            return True
    token = grammar.tokens[at]
    above = token.head
    if token.dep == "pcomp":
        above = grammar.tokens[above].head
    if token.dep == "attr" and grammar.child(above, "expl") is not None:
        return False  # "It is believed that there were three": how many, and not whether.
    if token.dep == "attr" and grammar.tokens[above].dep in _GOVERNING:
        above = grammar.tokens[above].head
        return grammar.lemma(above) in _ACCUSING
    return token.dep in _GOVERNING - {"ccomp", "advcl"} and grammar.lemma(above) in _ACCUSING
