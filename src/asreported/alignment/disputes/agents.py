"""Find one act ascribed to different doers, roles exchanged, and one saying to two mouths."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from asreported.alignment.accounts.acts import kinds
from asreported.alignment.accounts.bearers import office
from asreported.alignment.accounts.deeds import Deed, is_told
from asreported.alignment.accounts.grammar import first_short
from asreported.alignment.accounts.names import FULL_NAME, are_two_persons, spelt_alike
from asreported.alignment.accounts.roles import BEFALLING
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.alignment.pairs.judgement import Judgement
from asreported.alignment.pairs.nearness import Nearness
from asreported.alignment.pairs.units import Unit
from asreported.lexicon.load import words
from asreported.lexicon.plurals import plural
from asreported.model.comparison import SLIGHT
from asreported.model.labels import NOT_WORDS, NOUNS, PAST, PLACES, RELATIVE, TIMES
from asreported.model.span import Span
from asreported.model.statement import Speaker

# Kinds of those who act for one another: naming one or the other is no dispute.
_ALIKE = frozenset({"police", "official", "soldier", "group", "person", "they", "investigator"})
_VAGUE = frozenset({"man", "woman", "person", "suspect", "fighter", "boy", "girl", "child"})
_ANY = frozenset(
    {"country", "nation", "state", "city", "town", "government", "administration", "admin"}
    | {"department", "ministry", "agency"}
)
"""Nouns that stand for the one named elsewhere."""
_VEHICLES = frozenset({"ship", "plane", "train", "vehicle", "bus", "truck"})
"""Kinds of things that bear names of their own."""
_BODIES = frozenset({"home", "senate", "congress", "parliament", "legislature", "council"})
"""Kinds of what votes: a House is of the kind of homes."""
_MEMBERS = frozenset({"republican", "democrat", "lawmaker", "senator", "member", "gop", "party"})
# "The house passed the bill" and "the bill passed the house" are one: no roles to exchange.
_BOTH_WAYS = frozenset({"approve", "meet", "agree", "marry"})
_SHARED = 2  # Concepts of the undergoer that two tellings of one deed share at least.
_SAYING = 8  # Words of a saying: shorter ones are said by many.
_EQUAL = 0.97  # The same of sayings that a person and a body are each said to say.
_VERBATIM = 0.85  # Cosine of wording of sayings that are the same to the word.
_NAMELESS = frozenset({"one", "another"})  # "A witness" may be she who is named elsewhere.
# Endings of nouns that say what a person does: driver, captain, nurse, suspect.
_ROLE = re.compile(r"(?:er|or|ist|man|woman|ant|ent|ian|ee|ain|urse|ard|ef|cian|oy|irl)$")
_NEAR = 79  # Characters: doer and verb within that are quoted together.
_CUED = 59  # Characters: speaker and verb of saying within that are quoted together.
_BETWEEN = 3  # Words between a speaker and the word that he says it with.
# Share of the shorter telling, and of both from the first to the last word in common, that one
# saying of two mouths has in both accounts.
_KEPT = 0.92
_REACH = 12  # Words from a verb of saying to its subject.
_SAME_WORDS = 0.8  # Cosine of wording from which two reported clauses are one saying.


@dataclass(slots=True)
class _Ascribed:
    """One saying: the question, and whose each telling of it is."""

    asked: str
    sayings: dict[Span, str]


def find_agent_disputes(
    deeds: Sequence[Deed], judged: Judgement, near: Nearness
) -> Iterator[Dispute]:
    """Yield disputes about who did it, to whom, and who said it."""
    told: dict[str, list[Deed]] = defaultdict(list)
    for deed in deeds:
        verb = deed.grammar.tokens[deed.at].pos == "VERB"
        planned = any(deed.grammar.lemma(c) == "will" for c in deed.grammar.children[deed.at])
        if (
            verb
            and not planned
            and not deed.apart
            and not deed.negated
            and deed.grammar.lemma(deed.at) not in BEFALLING
            and is_told(deed.grammar, deed.at)
        ):
            told[deed.act.name].append(deed)
    for name in sorted(told):
        if name not in _BOTH_WAYS:
            # Two may well accuse each other: then only what like clauses say is one saying.
            said = told[name][0].grammar.lemma(told[name][0].at) in words("reporting_verbs", "verb")
            yield from _exchanged(told[name], near if said else None)
        if told[name][0].act.field and name not in _BOTH_WAYS:
            yield from _doers(told[name])
        if name == "arrest":
            yield from _seized(told[name])
    yield from _speakers(judged)


def _exchanged(deeds: list[Deed], near: Nearness | None) -> Iterator[Dispute]:
    """Yield a dispute where A does to B in one account what B does to A in another."""
    sides: tuple[list[Span], list[Span]] = ([], [])
    full = [d for d in deeds if _is_actor(d, d.agent) and _is_actor(d, d.patient)]
    by_roles: dict[tuple[str, str], list[Deed]] = defaultdict(list)
    for deed in full:
        by_roles[deed.agent_kind, deed.patient_kind].append(deed)
    for doer, undergoer in sorted(by_roles):
        if doer >= undergoer:
            continue
        for a in by_roles[doer, undergoer]:
            for b in by_roles.get((undergoer, doer), ()):
                like = near is None or near.are(a.grammar, a.at, b.grammar, b.at)
                if like and a.document != b.document:
                    sides[0].append(a.grammar.clause(a.at))
                    sides[1].append(b.grammar.clause(b.at))
    yield from disputed(
        "agent",
        "contradiction",
        f"Who {_past(deeds)} whom?",
        sides,
        "doer and undergoer are exchanged",
        0.75,
    )


def _doers(deeds: list[Deed]) -> Iterator[Dispute]:
    """Yield a dispute where one deed to one undergoer has different doers."""
    by_patient: dict[str, list[Deed]] = defaultdict(list)
    for deed in deeds:
        named = _names_one(deed, deed.agent) and _is_actor(deed, deed.agent)
        named = named and _is_own_subject(deed) and not _answers_words(deed)
        if deed.patient_concepts and deed.agent_concepts and named:
            by_patient[deed.patient_kind].append(deed)
    for kind in sorted(by_patient):
        group = _of_bodies(by_patient[kind])
        doers: dict[str, list[Deed]] = defaultdict(list)
        for deed in group:
            doers[deed.agent_kind].append(deed)
        names = [n for n in sorted(doers) if n not in _ALIKE | _VAGUE | _ANY | words("loaded")]
        accounts = {n: {d.document for d in doers[n]} for n in names}
        apart = [
            (x, y)
            for i, x in enumerate(names)
            for y in names[i + 1 :]
            if not accounts[x] & accounts[y]
            and not spelt_alike(x, y)
            and not (_is_body_of(x, y) or _is_body_of(y, x))
            and not _titles(doers[x], y)
            and not _titles(doers[y], x)
            and not _may_be_one(doers[x], doers[y])
            and any(_one_undergoer(a, b) for a in doers[x] for b in doers[y])
        ]
        if not apart:
            continue
        x, y = max(apart, key=lambda pair: len(accounts[pair[0]]) + len(accounts[pair[1]]))
        lead = doers[x][0]
        question = f"Who {_past(doers[x])} {lead.grammar.words(_undergone(lead))}?"
        sides = [[_agent_span(d) for d in doers[n]] for n in (x, y)]
        yield from disputed("agent", "difference", question, sides, f"{x} and {y}", SLIGHT)


def _answers_words(deed: Deed) -> bool:
    """Return whether it turns down what somebody said: any number may dismiss one claim."""
    grammar, patient = deed.grammar, deed.patient
    said = patient is not None and grammar.lemma(patient) in words("reporting_nouns", "noun")
    return said and grammar.lemma(deed.at) in words("doubts", kind="deny")


def _of_bodies(deeds: Sequence[Deed]) -> list[Deed]:
    """Return the deeds without those of headlines.

    A headline has the country for its court, and its leader for the country.
    """
    return [deed for deed in deeds if deed.grammar.kind(deed.at) != "headline"]


def _is_own_subject(deed: Deed) -> bool:
    """Return whether the doer is told with the verb, and not only by the clause it hangs on.

    "Prosecutors said she shot him and stole" names no prosecutor as the thief.
    """
    grammar, at = deed.grammar, deed.at
    while grammar.tokens[at].dep == "conj":
        at = grammar.tokens[at].head
    if at != deed.at and grammar.lemma(at) in words("reporting_verbs", "verb"):
        return False
    assert deed.agent is not None
    above = grammar.tokens[deed.agent].head
    own = {at, deed.at}
    return above in own or grammar.tokens[above].head in own or grammar.tokens[at].dep == "relcl"


def _may_be_one(one: Sequence[Deed], other: Sequence[Deed]) -> bool:
    """Return whether a name may be of whom or what the other noun describes.

    "A baker" may be "Reed's Cakes", "the ferry" the "Lady Ada"; a country's name is not its
    court's.
    """
    named = [
        {d.grammar.tokens[d.agent].entity for d in deeds if d.agent is not None}
        for deeds in (one, other)
    ]
    if any(mine & {"PERSON", "ORG"} and theirs == {""} for mine, theirs in (named, named[::-1])):
        return True
    return any(
        all(d.agent_kind in _VEHICLES for d in mine) and named[1 - at] & {"", "PRODUCT"}
        for at, mine in enumerate((one, other))
    )


def _is_body_of(body: str, members: str) -> bool:
    """Return whether the one acts through the others: a house and its Republicans."""
    return body in _BODIES and members.rstrip("s") in _MEMBERS


def _titles(deeds: Sequence[Deed], name: str) -> bool:
    """Return whether one of the doers is named beside his office, or is one of several that did it.

    "The leader, Ann Lee, resigned" and "Lee and Roe have resigned" name Lee, whatever comes first.
    """
    for deed in deeds:
        if deed.agent is None:
            continue
        beside = deed.grammar.below(deed.agent, {"relcl", "advcl"})
        if any(deed.grammar.lemma(at) == name for at in beside):
            return True
    return False


def _one_undergoer(a: Deed, b: Deed) -> bool:
    """Return whether two words at least say that both befall the same, and no number parts them."""
    for deed in (a, b):
        if deed.patient is not None and deed.grammar.child(deed.patient, "nummod") is not None:
            return False
    if len(a.patient_concepts & b.patient_concepts) >= _SHARED:
        return True
    # Two jets shot down in one story are one; of people killed there may be many.
    thing = a.patient_kind == b.patient_kind and a.act.specific
    return thing and a.patient_kind not in _ALIKE | _VAGUE


def _is_actor(deed: Deed, at: int | None) -> bool:
    """Return whether the noun is a name or a kind of people or things that act."""
    if at is None:
        return False
    token = deed.grammar.tokens[at]
    named = (token.pos == "PROPN" or token.text[:1].isupper()) and token.text.isalpha()
    return named or (token.pos == "NOUN" and _acts_in_news(deed.grammar.lemma(at)))


def _acts_in_news(lemma: str) -> bool:
    return lemma in kinds() or bool(_ROLE.search(lemma) or office(lemma))


def _past(deeds: Sequence[Deed]) -> str:
    """Return the verb as it stands in the past tense, in the present where it never does."""
    told = [deed.grammar.tokens[deed.at] for deed in deeds]
    past = next((token for token in told if token.tag in PAST), None)
    now = next((token for token in told if token.tag == "VBZ"), None)
    shown = past or now
    return shown.text.lower() if shown is not None else plural(deeds[0].grammar.lemma(deeds[0].at))


def _undergone(deed: Deed) -> Span:
    assert deed.patient is not None
    return deed.grammar.phrase(deed.patient)


def _names_one(deed: Deed, at: int | None) -> bool:
    if at is None or deed.grammar.tokens[at].pos not in NOUNS:
        return False
    if deed.grammar.tokens[at].entity in PLACES:
        # "In Osmar, who attacked": that was nobody's name.
        return all(deed.grammar.lemma(c) != "who" for c in deed.grammar.children[deed.at])
    return deed.grammar.tokens[at].entity not in TIMES


def _seized(deeds: list[Deed]) -> Iterator[Dispute]:
    """Yield a dispute where some name the role of who was seized and others only a man."""
    roles: list[Deed] = []
    vague: list[Deed] = []
    for deed in deeds:
        if deed.patient is None or deed.grammar.tokens[deed.patient].tag != "NN":
            continue
        if not deed.grammar.clause(deed.at).covers(_undergone(deed)):
            continue
        if deed.patient_kind in _VAGUE:
            vague.append(deed)
        elif _ROLE.search(deed.grammar.lemma(deed.patient)):
            roles.append(deed)
    told = {deed.document for deed in roles}
    rest = [deed for deed in vague if deed.document not in told]
    kinds = {deed.patient_kind for deed in roles}
    if len(kinds) != 1:
        return
    sides = [[d.grammar.clause(d.at) for d in roles], [d.grammar.clause(d.at) for d in rest]]
    yield from disputed(
        "agent", "difference", "Who was arrested?", sides, "the role is named by some only", SLIGHT
    )


def _agent_span(deed: Deed) -> Span:
    """Return doer and verb where they are near, else the doer."""
    assert deed.agent is not None
    return deed.grammar.beside(deed.at, deed.agent, _NEAR)


def _speakers(judged: Judgement) -> Iterator[Dispute]:
    """Yield a dispute for each saying that is put in the mouths of two or more."""
    found: list[_Ascribed] = []
    for pair in judged.pairs:
        a, b = judged.units[pair.a], judged.units[pair.b]
        if pair.wording < _SAME_WORDS or a.voice is None or b.voice is None:
            continue
        one, other = a.voice.speaker, b.voice.speaker
        if one is None or other is None or _is_relative(a) or _is_relative(b):
            continue
        long = min(len(a.tokens), len(b.tokens)) >= _SAYING
        for_it = pair.wording >= _EQUAL and _for_it(one, other) and not _both_told(a, b)
        whole = long and (are_two_persons(one, other) or for_it)
        whole = whole and _is_named(a, one) and _is_named(b, other) and _same_words(a, b)
        if not whole and not (pair.wording >= _VERBATIM and _unnamed(a, b)):
            continue
        sayings = {_saying(a, one): one.name, _saying(b, other): other.name}
        asked = f"Who said it: “{' '.join(a.text.split())[:80]}”?"
        known = next(
            (group for group in found if not group.sayings.keys().isdisjoint(sayings)), None
        )
        if known is None:
            found.append(_Ascribed(asked, sayings))
        else:
            known.sayings.update(sayings)
    for group in found:
        yield from _ascribed(group)


def _is_relative(unit: Unit) -> bool:
    """Return whether the clause only says more of somebody: "who ran for mayor"."""
    return unit.tokens[0].tag in RELATIVE


def _ascribed(group: _Ascribed) -> Iterator[Dispute]:
    mouths: dict[str, list[Span]] = defaultdict(list)
    for span in sorted(group.sayings):
        mouths[group.sayings[span]].append(span)
    names = sorted(mouths, key=lambda name: mouths[name])
    yield from disputed(
        "agent",
        "difference",
        group.asked,
        [mouths[name] for name in names],
        f"{names[0]} in one account, {' and '.join(names[1:])} in another",
        SLIGHT,
    )


def _saying(unit: Unit, speaker: Speaker) -> Span:
    """Return from the speaker to the cue of the saying, else the speaker, else the words said."""
    voice = unit.voice
    if speaker.span is None or voice is None:
        return unit.clause.span
    cue = voice.cue
    if cue is None or speaker.span.document != cue.document:
        return speaker.span
    return first_short(_CUED, speaker.span.joined(cue), speaker.span)


def _is_named(unit: Unit, speaker: Speaker) -> bool:
    """Return whether the words beside the saying name the speaker: no "he", no "the senator"."""
    if speaker.span is None:
        return False
    document, cue = unit.reading.document, unit.voice.cue if unit.voice is not None else None
    if cue is None:
        return False  # A name and a colon stand before many lines that others say.
    said = document.quote(speaker.span).casefold().split()
    if not set(said) & set(speaker.name.casefold().split()):
        return False  # "The senator said": whom it means is a guess.
    if _is_others_subject(unit, speaker.span, cue):
        return False
    if speaker.span.end < cue.start:
        between = document.text[speaker.span.end : cue.start].split()
        if len(between) > _BETWEEN:
            return False  # "The mayor to give way over doubts": nobody who speaks.
    return True


def _is_others_subject(unit: Unit, speaker: Span, cue: Span) -> bool:
    """Return whether the verb of saying has another subject, or the speaker does what is said.

    "The mayor said his lawyer, Ada Byron, was paid": Byron says nothing.
    """
    tokens = unit.reading.parse.tokens
    first = bisect_left(tokens, cue.start, key=lambda token: token.start)
    verbs = range(first, bisect_left(tokens, cue.end, key=lambda token: token.start))
    start = max(0, first - _REACH)
    told = [
        at
        for at in range(start, min(len(tokens), first + _REACH))
        if tokens[at].dep == "nsubj" and tokens[at].head in verbs
    ]
    at = bisect_left(tokens, speaker.start, key=lambda token: token.start)
    while at not in told and tokens[at].dep != "nsubj" and tokens[at].head != at:
        at = tokens[at].head
    above = tokens[at].head
    is_said = tokens[at].dep == "nsubj" and tokens[above].dep == "ccomp"
    return (bool(told) and at not in told) or (is_said and tokens[above].head in verbs)


def _same_words(a: Unit, b: Unit) -> bool:
    """Return whether two clauses are one saying to the word, but for a few.

    Of one occasion many say much the same: "there is no moral equivalence between the two".
    """
    said = [[t.lemma.lower() for t in unit.core if t.pos not in NOT_WORDS] for unit in (a, b)]
    blocks = [m for m in LCSseq.editops(*said).as_matching_blocks() if m.size]
    if not blocks:
        return False
    # What one clause has before or behind the saying is not of it.
    last = blocks[-1]
    lengths = last.a + last.size - blocks[0].a, last.b + last.size - blocks[0].b
    kept = sum(m.size for m in blocks)
    return kept >= _KEPT * max(*lengths, *sorted(map(len, said))[:1])


def _unnamed(a: Unit, b: Unit) -> bool:
    """Return whether one account names in full who another calls "one"."""
    return any(_is_nameless(one) and _has_full_name(other) for one, other in ((a, b), (b, a)))


def _is_nameless(unit: Unit) -> bool:
    """Return whether "one" or "another" is all that is told of who says it.

    "Another of her lawyers, Ada Byron, said" names her, and "another condemned her for saying it"
    may be of a paper.
    """
    voice = unit.voice
    if voice is None or voice.speaker is None or voice.speaker.span is None or voice.cue is None:
        return False
    named = set(voice.speaker.name.casefold().split())
    between = unit.reading.document.text[voice.speaker.span.end : voice.cue.start].split()
    return bool(named & _NAMELESS) and len(named) <= FULL_NAME and not between


def _has_full_name(unit: Unit) -> bool:
    speaker = unit.voice.speaker if unit.voice is not None else None
    if speaker is None or speaker.kind != "person":
        return False
    return len(speaker.name.split()) >= FULL_NAME and speaker.name[:1].isupper()


def _for_it(one: Speaker, other: Speaker) -> bool:
    """Return whether one account names a person and the other a body, none by the other's name."""
    if {one.kind, other.kind} != {"person", "organisation"}:
        return False
    names = [speaker.name.split() for speaker in (one, other)]
    full = all(len(name) >= FULL_NAME and all(w[:1].isupper() for w in name) for name in names)
    return full and not {w.casefold() for w in names[0]} & {w.casefold() for w in names[1]}


def _both_told(a: Unit, b: Unit) -> bool:
    """Return whether one account names the other's speaker too: "the Harbour Board's Ada Byron"."""
    return any(
        other.voice is not None
        and other.voice.speaker is not None
        and _last_name(other.voice.speaker) in mine.reading.document.text
        for mine, other in ((a, b), (b, a))
    )


def _last_name(speaker: Speaker) -> str:
    """Return the last word of a person's name, the whole of a body's."""
    return speaker.name.split()[-1] if speaker.kind == "person" else speaker.name
