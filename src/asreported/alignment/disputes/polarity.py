"""Find what one account asserts and another denies, doubts or calls too early to say."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from asreported.alignment.accounts.acts import concept, concepts_below
from asreported.alignment.accounts.deeds import Deed, is_told, is_unsaid
from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.accounts.roles import noun_concepts
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.alignment.disputes.doubted import find_doubted
from asreported.alignment.pairs.nearness import Nearness
from asreported.lexicon.acts import acts
from asreported.lexicon.load import words
from asreported.model.labels import COMPLEMENT_CLAUSES, NOUN_SUBJECTS, VERBS
from asreported.model.span import Span

# Words of a clause that can be read by itself: at best, at most.
_GOOD, _MANY = 7, 14
_SHARED = 2  # Concepts that a denied and a told deed share at least, the undergoer among them.
_SAYINGS = frozenset({"confirm", "deny", "agree", "meet", "threaten", "warn", "order", "address"})
_CHARGE = "charge"
"""The act of charging somebody with a crime, as the table of acts calls it."""
_VOTE = "vote"
# Acts whose undergoer is the event itself: who speaks of victory need not say in what.
_OUTCOMES = frozenset({"win", "defeat", "succeed", "fail"})


def find_polarity_disputes(
    grammars: Sequence[Grammar], deeds: Sequence[Deed], near: Nearness
) -> Iterator[Dispute]:
    """Yield disputes between those who say a thing is so and those who doubt or deny it."""
    told: dict[str, list[Deed]] = defaultdict(list)
    for deed in deeds:
        if not deed.apart:
            told[deed.act.name].append(deed)
    doubted: dict[tuple[str, int], tuple[str, Span]] = {}
    for grammar in grammars:
        doubted.update(find_doubted(grammar))
    for name in sorted(set(told) - _SAYINGS):
        yield from _denials(told[name], doubted, near)


class _Sides(NamedTuple):
    """Tellings of one act.

    ``against`` are those that deny or doubt it, with the words that do so, by the cue ("deny" or a
    kind of doubt); ``firm`` those that assert it, ``believed`` also those that hold it possible.
    """

    against: Mapping[str, Sequence[tuple[Deed, Span]]]
    firm: Sequence[Deed]
    believed: Sequence[Deed]


def _denials(
    told: list[Deed], doubted: dict[tuple[str, int], tuple[str, Span]], near: Nearness
) -> Iterator[Dispute]:
    """Yield a dispute where one act is asserted by some and denied or doubted by others."""
    parted = _parted(told, doubted)
    sides: list[list[Span]] = []
    support: set[Span] = set()
    cues = []
    for cue in sorted(parted.against):
        spans = []
        for doubting, span in parted.against[cue]:
            matched = _asserting(cue, doubting, span.document, parted, near)
            if matched:
                spans.append(span)
                support.update(d.grammar.clause(_top(d)) for d in matched)
        if spans:
            sides.append(spans)
            cues.append(cue)
    if sides:
        yield from disputed(
            "polarity",
            "contradiction",
            _question(parted.believed, support),
            [sorted(support), *sides],
            f"asserted by some, by others put in doubt ({', '.join(map(_said, cues))})",
            0.7,
        )


def _parted(told: list[Deed], doubted: dict[tuple[str, int], tuple[str, Span]]) -> _Sides:
    """Return the tellings of an act by what they say of it, without those that leave it open."""
    against: dict[str, list[tuple[Deed, Span]]] = defaultdict(list)
    asserted: list[Deed] = []
    for deed in told:
        doubt = doubted.get((deed.document, deed.at))
        if (doubt and _is_of_nothing(deed)) or _is_of_before(deed):
            continue
        if doubt:
            against[doubt[0]].append((deed, doubt[1]))
        elif _is_denied(deed):
            against["deny"].append((deed, _denying(deed)))
        elif not (_is_open(deed) or _is_speaking(deed) or _is_demanded(deed) or _is_unsaid(deed)):
            asserted.append(deed)
    firm = [d for d in asserted if not d.hedged and is_told(d.grammar, d.at) and _is_full(d)]
    guessed = [d for d in asserted if _is_sought(d)]
    full = [d for d in asserted if _is_full(d) and not is_told(d.grammar, d.at)]
    return _Sides(against, firm, [*full, *firm, *guessed])


def _asserting(
    cue: str, doubting: Deed, document: str, parted: _Sides, near: Nearness
) -> list[Deed]:
    """Return who asserts in another account what ``doubting`` denies or doubts."""
    # What is only called unlikely may be disputed by what is only called possible.
    believed = parted.believed if cue.startswith(("unlikely", "doubt")) else parted.firm
    about = _opposite_polarity if cue == "deny" else _same
    matched = [d for d in believed if d.document != document and about(doubting, d)]
    if cue == "deny" and not doubting.act.field:
        # Of a verb without synonyms alone: the clauses must be alike as well.
        matched = [d for d in matched if _are_near(near, doubting, d)]
    if not matched:
        return []
    # Who denies it as well only tells what somebody else says.
    every = chain(*parted.against.values())
    denying = {d.document for d, _ in every if _same(d, doubting)}
    return [d for d in matched if d.document not in denying]


def _said(cue: str) -> str:
    """Return the kind of a doubt and its word, once where they are one."""
    return " ".join(dict.fromkeys(cue.split()))


def _denying(deed: Deed) -> Span:
    """Return the clause that denies the deed: "declined to answer" and not only "to answer"."""
    grammar = deed.grammar
    clause = grammar.clause(deed.at)
    token = grammar.tokens[deed.at]
    if token.dep != "xcomp" or grammar.negated(deed.at):
        return clause
    start = grammar.tokens[token.head].start
    return Span(clause.document, min(start, clause.start), clause.end)


def _is_denied(deed: Deed) -> bool:
    return deed.negated and not (_is_wished(deed) or _is_contrast(deed) or _is_no_vote(deed))


def _is_of_nothing(deed: Deed) -> bool:
    """Return whether it was not done, or to nothing: "wrong to claim that they left no plan"."""
    parts = (deed.at, deed.patient)
    return any(at is not None and deed.grammar.negated(at) for at in parts)


def _is_of_before(deed: Deed) -> bool:
    """Return whether it had never been done till then: that it then was is no contradiction."""
    grammar = deed.grammar
    beside = [grammar.tokens[c] for c in grammar.children[deed.at]]
    had = any(token.lemma == "have" and token.tag == "VBD" for token in beside)
    return had and any(token.text.lower() == "never" for token in beside)


def _is_wished(deed: Deed) -> bool:
    """Return whether the denied deed is only an infinitive: "usual not to attend"."""
    grammar, token = deed.grammar, deed.grammar.tokens[deed.at]
    if token.tag != "VB" or is_told(grammar, deed.at):
        return False
    if token.dep != "xcomp" or grammar.tokens[token.head].pos != "VERB":
        return True
    return grammar.negated(deed.at) and grammar.tokens[token.head].tag == "VBG"


def _is_unsaid(deed: Deed) -> bool:
    return is_unsaid(deed.grammar, deed.at)


def _is_no_vote(deed: Deed) -> bool:
    """Return whether "no" is what was voted: those who did so voted."""
    grammar = deed.grammar
    below = (c for c in grammar.children[deed.at] if c > deed.at)
    return deed.act.name == _VOTE and any(grammar.tokens[c].text.lower() == "no" for c in below)


def _is_contrast(deed: Deed) -> bool:
    """Return whether only a part of the deed is denied, for another: "not at noon but at dusk"."""
    grammar = deed.grammar
    below = grammar.below(deed.at, {"ccomp", "advcl", "relcl"})
    return any(grammar.lemma(at) == "but" and grammar.tokens[at].dep == "cc" for at in below)


def _is_speaking(deed: Deed) -> bool:
    """Return whether the doer speaks of himself: whose "I find" it is, the deed does not tell.

    So it is where somebody is accused: who denies it does not deny that he is.
    """
    if deed.grammar.lemma(deed.at) == "accuse":
        return True
    agent = deed.grammar.child(deed.at, "nsubj")
    said = deed.grammar.tokens[agent].text.lower() if agent is not None else ""
    # That nobody did it is told by who denies it as well.
    return said in {"i", "we", "you", "nobody", "none"}


def _is_demanded(deed: Deed) -> bool:
    """Return whether the deed is what somebody must do: that says nothing of what he does."""
    grammar = deed.grammar
    return any(grammar.lemma(c) in {"must", "should"} for c in grammar.children[deed.at])


def _is_open(deed: Deed) -> bool:
    """Return whether a word tells that the clause is a denial or a question further out.

    "Neither side has reached any agreement", "built there at all", "in no way stands for".
    """
    grammar = deed.grammar
    for each in grammar.below(deed.at, {"ccomp", "advcl", "relcl", "conj"}):
        text = grammar.tokens[each].text.lower()
        if text in {"any", "anyone", "anything", "ever"}:
            return True
        if text == "all" and each and grammar.tokens[each - 1].text.lower() == "at":
            return True
        if text == "way" and grammar.negated(each):
            return True
    return False


def _are_near(near: Nearness, a: Deed, b: Deed) -> bool:
    return near.are(a.grammar, a.at, b.grammar, b.at)


def _is_sought(deed: Deed) -> bool:
    """Return whether the deed is the object of a verb: "may seek the maximum penalty"."""
    token = deed.grammar.tokens[deed.at]
    return (
        bool(deed.act.field)
        and token.pos == "NOUN"
        and token.dep == "dobj"
        and deed.grammar.tokens[token.head].pos == "VERB"
    )


def _top(deed: Deed) -> int:
    """Return the token whose clause tells the deed."""
    return deed.grammar.tokens[deed.at].head if _is_sought(deed) else deed.at


def _question(asserted: Sequence[Deed], support: set[Span]) -> str:
    """Return a question made of the clearest clause: one with a subject, of few words."""
    grammars = {deed.document: deed.grammar for deed in asserted}
    clauses = sorted({grammars[span.document].words(span) for span in support})
    whole = {
        grammars[deed.document].words(deed.grammar.clause(deed.at))
        for deed in asserted
        if _opens_with_noun(deed)
    }
    good = [words for words in clauses if words in whole and len(words.split()) <= _MANY]
    clearest = min(good or clauses, key=lambda words: (abs(len(words.split()) - _GOOD), words))
    if asserted[0].act.name == _CHARGE:
        # That somebody is charged, who calls the charges false does not dispute.
        return f"Do the charges hold: “{clearest}”?"
    return f"Is it so that “{clearest}”?" if good else f"Is it so: “{clearest}”?"


def _opens_with_noun(deed: Deed) -> bool:
    """Return whether the clause begins with its subject, so that it can be read by itself."""
    start = deed.grammar.clause(deed.at).start
    at = next(i for i, token in enumerate(deed.grammar.tokens) if token.start == start)
    has_verb = deed.grammar.tokens[deed.at].pos in VERBS
    return has_verb and deed.grammar.tokens[at].pos in {"DET", "NOUN", "PROPN", "ADJ", "NUM"}


def _is_full(deed: Deed) -> bool:
    """Return whether the words tell the deed, and do not only name it."""
    token = deed.grammar.tokens[deed.at]
    if token.pos not in VERBS:
        return deed.act.name in _OUTCOMES and token.dep != "pobj"  # "A door to victory".
    if token.tag == "VBG" and token.dep in {"pcomp", "csubj", "nsubj"}:
        return False
    return token.dep != "relcl" and any(
        noun is not None and deed.grammar.tokens[noun].pos != "PRON"
        for noun in (deed.agent, deed.patient)
    )


def _same(a: Deed, b: Deed) -> bool:
    """Return whether the doubt of ``a`` is about the deed ``b``, as far as the words tell."""
    if a.grammar.tokens[a.at].pos == "VERB" and (_other_doers(a, b) or _other_wishes(a, b)):
        return False
    own, other = _undergoer(a), _undergoer(b)
    named = bool(a.act.field) and not own and _is_topic(a)
    denier = _denier(a)
    if not own and denier is not None and a.act.field:
        # Who denies "the charges" denies those against him, not another's.
        return bool(denier & (other | b.agent_concepts))
    if named or (a.act.name in _OUTCOMES and not (own and other)):
        return True
    return len(own & other) >= (1 if a.act.field else _SHARED)


def _is_topic(deed: Deed) -> bool:
    """Return whether the noun of the deed is what is called false: "some of the charges"."""
    grammar, at = deed.grammar, deed.at
    token = grammar.tokens[at]
    if token.pos != "NOUN":
        return False
    if token.dep == "pobj":
        at = grammar.tokens[token.head].head
    return grammar.tokens[at].dep in NOUN_SUBJECTS


def _denier(deed: Deed) -> frozenset[str] | None:
    """Return the concepts of who denies the deed that the noun names, None where it is no one."""
    token = deed.grammar.tokens[deed.at]
    if token.dep != "dobj" or deed.grammar.lemma(token.head) not in words("doubts", kind="deny"):
        return None
    return noun_concepts(deed.grammar, deed.grammar.agent(token.head))


def _opposite_polarity(a: Deed, b: Deed) -> bool:
    """Return whether the denied deed ``a`` is the told deed ``b``: one undergoer, one situation."""
    if not _undergoer(a) & _undergoer(b) or _other_doers(a, b) or _other_wishes(a, b):
        return False
    around = _around(b)
    for _, noun in a.grammar.fillers(a.at):
        # "Was not charged with theft" denies the theft, not the charge.
        if not _noun_words(a.grammar, noun) & around:
            return False
    if a.act.field and a.patient_kind == b.patient_kind and a.patient_kind in acts(nouns=True):
        return True
    roles = (a.agent_concepts | a.patient_concepts) & (b.agent_concepts | b.patient_concepts)
    return len(roles | (_around(a) & around)) >= _SHARED


def _other_doers(a: Deed, b: Deed) -> bool:
    """Return whether the two tell of different doers: that Ann stayed away is not that Bo did.

    Who denies that he did it speaks of himself.
    """
    mine, theirs = _doer(a), _doer(b)
    if a.agent is None or b.agent is None or not (mine and theirs):
        return False
    if not mine & theirs:
        return True
    bodies = [_of_body(deed.grammar, deed.agent or 0) for deed in (a, b)]
    if all(bodies) and not bodies[0] & bodies[1]:
        return True  # What the High Court did the District Court did not.
    names = [_given_name(deed.grammar, deed.agent or 0) for deed in (a, b)]
    return bool(names[0] and names[1]) and names[0] != names[1]


def _doer(deed: Deed) -> frozenset[str]:
    """Return the concepts of the doer; for a pronoun those of who says it of himself."""
    grammar = deed.grammar
    token = grammar.tokens[deed.at]
    if deed.agent is None or deed.agent_concepts or token.dep not in COMPLEMENT_CLAUSES:
        return deed.agent_concepts
    own = grammar.tokens[deed.agent].text.lower() in {"he", "she", "it", "they"}
    return noun_concepts(grammar, grammar.agent(token.head)) if own else frozenset()


def _other_wishes(a: Deed, b: Deed) -> bool:
    """Return whether the deeds are about to bring two other deeds: asked to pay, asked to go."""
    mine, theirs = (_brought(deed) for deed in (a, b))
    return bool(mine and theirs) and not mine & theirs


def _brought(deed: Deed) -> frozenset[str]:
    """Return the concepts of "to lower the fines" after "asked them", none where nothing follows.

    Who is asked to drop a case is asked to ease off it.
    """
    grammar = deed.grammar
    at = grammar.child(deed.at, "xcomp", "ccomp")
    if at is None or grammar.tokens[at].tag != "VB":
        return frozenset()
    told = concepts_below(grammar, at, {"nsubj", "conj"}, {"NOUN", "PROPN"})
    return told | {concept(grammar.lemma(at), grammar.tokens[at].pos)}


def _of_body(grammar: Grammar, at: int) -> frozenset[str]:
    """Return the names before the last word of a body's name, none of what is no body."""
    before = [c for c in grammar.children[at] if grammar.tokens[c].dep in {"compound", "amod"}]
    names = frozenset(grammar.lemma(c) for c in before if grammar.tokens[c].pos == "PROPN")
    return names if grammar.tokens[at].entity == "ORG" else frozenset()


def _given_name(grammar: Grammar, at: int) -> str:
    """Return the word before a person's last name, "" where there is none."""
    before = grammar.tokens[at - 1] if at else None
    if before is None or grammar.tokens[at].entity != "PERSON" or before.entity != "PERSON":
        return ""
    return "" if grammar.tokens[at].entity_begins else before.text


def _noun_words(grammar: Grammar, at: int) -> frozenset[str]:
    return noun_concepts(grammar, at) or frozenset({grammar.lemma(at)})


def _around(deed: Deed) -> frozenset[str]:
    """Return the concepts of the nouns and names in the deed's clause."""
    outside = {"conj", "advcl", "ccomp", "parataxis"}
    return concepts_below(deed.grammar, deed.at, outside, {"NOUN", "PROPN"})


def _undergoer(deed: Deed) -> frozenset[str]:
    """Return the concepts of whom it befalls: the patient, else the agent."""
    return deed.patient_concepts or deed.agent_concepts
