"""Find what there was none of in one account and some of in another: smoke, arrests, the hurt.

"There were no arrests" stands against "two men were arrested", "there was no smoke" against "smoke
came up through the deck". What may be there for one and not for another, as doubt, reason or need,
is no question.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from asreported.alignment.accounts.acts import acts_at
from asreported.alignment.accounts.deeds import Deed, is_apart, is_hedged, is_told
from asreported.alignment.accounts.figures import Figure
from asreported.alignment.accounts.grammar import Grammar, first_short
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.lexicon.load import words
from asreported.model.labels import PAST, VERBS
from asreported.model.span import Span

_ASKED = {"arrest": "arrested", "hurt": "hurt", "kill": "killed", "trap": "trapped"}
"""Acts of which it is told that they befell nobody, with how one asks."""

_DENYING = frozenset({"no", "nobody", "none"})
_NOBODY = frozenset({"nobody", "none"})
_MADE = frozenset({"make", "report", "see", "hear", "find", "have", "record", "suffer", "sustain"})
_NO = frozenset({"no", "any"})
# "No immediate reports of injuries" speaks of all; "no serious injuries" does not.
_OPEN = frozenset({"immediate", "known", "confirmed", "reported", "single", "initial"})
_REPORTS = frozenset({"report", "word", "sign"})
_ELSE = frozenset({"else", "other", "further", "more", "additional", "new"})
_RISING = frozenset(
    {"come", "rise", "pour", "fill", "billow", "appear", "arrive", "erupt", "drift", "spread"}
)
_ZERO = frozenset({"zero", "0"})  # "Zero liability" and "zero percent of it" are none.
_SHOTS = ("shot", "fire")  # "No shots were fired": a noun of an act that says nothing without it.
_TUMULT = words("word_classes", kind="tumult")
_OFTEN = 8  # Times that all accounts name a thing: oftener it is the story's theme.
_LONGEST = 90  # Characters of an answer.


@dataclass(frozen=True, slots=True)
class _Thing:
    """A noun with what stands before it, told to be there or not; ``verb`` is what was done to it.

    Without a verb it is told to be there as such.
    """

    noun: str
    modifiers: frozenset[str]
    verb: str
    span: Span
    question: str

    def answers(self, denied: "_Thing") -> bool:
        """Return whether there was some of what the other says there was none of."""
        other = self.span.document != denied.span.document and self.verb in {"", denied.verb}
        return other and self.noun == denied.noun and denied.modifiers <= self.modifiers


def find_nothing_disputes(
    grammars: Sequence[Grammar], deeds: Sequence[Deed], figures: Sequence[Figure]
) -> Iterator[Dispute]:
    """Yield a dispute for each act that befell nobody, and each thing that was not there."""
    yield from _acts(grammars, deeds, figures)
    yield from _things(grammars)


def _acts(
    grammars: Sequence[Grammar], deeds: Sequence[Deed], figures: Sequence[Figure]
) -> Iterator[Dispute]:
    nobody: dict[str, list[Span]] = defaultdict(list)
    for grammar in grammars:
        for token in grammar.tokens:
            if token.text.lower() not in _DENYING:
                continue
            above = token.head
            of = [noun for preposition, noun in grammar.fillers(above) if preposition == "of"]
            for each in (above, grammar.tokens[above].head, *of):
                for act in acts_at(grammar, each):
                    if act.name in _ASKED and _is_of_nobody(grammar, each):
                        nobody[act.name].append(_words(grammar, each))
    for name in sorted(nobody):
        silent = {span.document for span in nobody[name]}
        told = [deed for deed in deeds if deed.act.name == name and _is_of_somebody(deed)]
        some = [deed.with_noun(deed.patient) for deed in told if deed.patient is not None]
        # "104 dead" and "it fell and killed nobody": one account, and two occasions.
        telling = {f.document for f in figures if f.act == name and f.value and not f.apart}
        telling |= {span.document for span in some}
        yield from disputed(
            "update",
            "difference",
            f"Was anybody {_ASKED[name]}?",
            [
                [span for span in some if span.document not in silent],
                [span for span in nobody[name] if span.document not in telling],
            ],
            "nobody in one account, somebody in another",
            0.65,
        )


def _is_of_nobody(grammar: Grammar, at: int) -> bool:
    """Return whether the word says that the act befell nobody at all."""
    if is_apart(grammar, at) or is_hedged(grammar, at):
        return False
    if grammar.tokens[at].pos == "NOUN":
        return _is_none(grammar, at)
    undergoer = grammar.patient(at)
    if undergoer is None:
        return False
    name = f"{grammar.lemma(undergoer - 1)}_{grammar.lemma(undergoer)}" if undergoer else ""
    plain = name == "no_one" or grammar.lemma(undergoer) in _NOBODY
    own = (grammar.lemma(c) for c in grammar.below(undergoer))
    return plain and not _ELSE & set(own) and is_told(grammar, at)


def _is_none(grammar: Grammar, at: int) -> bool:
    """Return whether the noun is told to be nowhere: "there were no arrests", "no injuries"."""
    token = grammar.tokens[at]
    if token.dep == "pobj" and grammar.lemma(token.head) == "of":  # "no reports of injuries"
        above = grammar.tokens[token.head].head
        if grammar.lemma(above) in _REPORTS:
            return not _told_of(grammar, at) and _is_none(grammar, above)
    own = [c for c in grammar.children[at] if grammar.tokens[c].dep in {"det", "neg", "amod"}]
    if not any(grammar.tokens[c].text.lower() == "no" for c in own):
        return False
    if {grammar.lemma(c) for c in own} - _NO - _OPEN:
        return False
    verb = token.head
    if verb == at:
        return True
    if any(grammar.lemma(c) == "when" for c in grammar.children[verb]):
        return False
    there = token.dep == "attr" and grammar.child(verb, "expl") is not None
    made = token.dep in {"nsubjpass", "dobj"} and grammar.lemma(verb) in _MADE
    fired = token.dep == "nsubjpass" and (grammar.lemma(at), grammar.lemma(verb)) == _SHOTS
    return (there or made or fired) and is_told(grammar, verb)


def _told_of(grammar: Grammar, at: int) -> bool:
    """Return whether words before the noun say which of them: "no reports of serious injuries"."""
    return any(grammar.tokens[c].dep in {"amod", "compound", "poss"} for c in grammar.children[at])


def _is_of_somebody(deed: Deed) -> bool:
    """Return whether the deed is told to have befallen people, by number or by name."""
    grammar, at = deed.grammar, deed.at
    if deed.negated or deed.hedged or deed.apart or deed.patient is None:
        return False
    token = grammar.tokens[at]
    if token.pos != "VERB" or token.tag not in PAST or token.dep == "amod":
        return False
    if not is_told(grammar, at) or grammar.negated(deed.patient):
        return False
    return grammar.child(deed.patient, "nummod") is not None or (
        grammar.tokens[deed.patient].pos in {"NUM", "PROPN"}
    )


def _things(grammars: Sequence[Grammar]) -> Iterator[Dispute]:
    lacking = list(_lacking(grammars))
    nouns = {thing.noun for thing in lacking}
    held: list[_Thing] = []
    often: Counter[str] = Counter()
    for grammar in grammars if nouns else ():
        for at, lemma in enumerate(grammar.lemmas):
            if lemma in nouns and grammar.tokens[at].pos == "NOUN":
                often[lemma] += 1
                if _is_there(grammar, at):
                    held.append(_thing(grammar, at))
                elif (lemma, grammar.lemma(grammar.tokens[at].head)) == _SHOTS:
                    held += _done(grammar, at, grammar.tokens[at].head)
            elif f"{lemma}ing" in nouns & _TUMULT and grammar.tokens[at].pos == "VERB":
                held += _done(grammar, at, at, f"{lemma}ing")
    for noun in sorted(nouns):
        none = [t for t in lacking if t.noun == noun and any(h.answers(t) for h in held)]
        some = [h for h in held if any(h.answers(t) for t in none)]
        # An account that has both sets down what two parties say.
        if often[noun] > _OFTEN * len(grammars) or not (_homes(some) - _homes(none)):
            continue
        yield from disputed(
            "polarity",
            "contradiction",
            none[0].question,
            [[h.span for h in some], [t.span for t in none]],
            "there in one account, not there in another",
            0.65,
        )


def _lacking(grammars: Sequence[Grammar]) -> Iterator[_Thing]:
    """Yield each thing that an account says was not there."""
    for grammar in grammars:
        for token in grammar.tokens:
            noun = token.head
            if token.text.lower() != "no" or grammar.tokens[noun].pos != "NOUN":
                continue
            if grammar.lemma(noun) in words("wide_nouns") | words("intangibles"):
                continue
            known = grammar.lemma(noun) in _TUMULT or grammar.lemma(noun) == _SHOTS[0]
            if (acts_at(grammar, noun) and not known) or _is_own(grammar, noun):
                continue
            if _is_none(grammar, noun):
                yield _thing(grammar, noun)


def _is_own(grammar: Grammar, at: int) -> bool:
    """Return whether it is only somebody who has none: "we have no divers", "of our own"."""
    if grammar.lemma(grammar.tokens[at].head) != "have":
        return False
    subject = grammar.subject(grammar.tokens[at].head)
    return subject is None or grammar.tokens[subject].pos != "NOUN"


def _homes(things: Sequence[_Thing]) -> set[str]:
    return {thing.span.document for thing in things}


def _is_there(grammar: Grammar, at: int) -> bool:
    """Return whether the noun is told to be there, as subject or counted."""
    token = grammar.tokens[at]
    verb = token.head
    if grammar.negated(at) or grammar.tokens[verb].pos not in VERBS:
        return False
    if grammar.negated(verb) or is_hedged(grammar, verb) or not is_told(grammar, verb):
        return False
    if is_apart(grammar, at) or any(grammar.lemma(c) in _ZERO for c in grammar.below(at)):
        return False
    there = token.dep == "attr" and grammar.child(verb, "expl") is not None
    comes = token.dep == "nsubj" and grammar.lemma(verb) in _RISING
    counted = token.dep in {"dobj", "nsubj", "nsubjpass"}
    counted = counted and grammar.child(at, "nummod") is not None
    return there or comes or counted


def _done(grammar: Grammar, at: int, verb: int, noun: str = "") -> Iterator[_Thing]:
    """Yield the shot that was fired, or the act that ``noun`` names, where it is told as done."""
    denied = grammar.negated(at) or grammar.negated(verb) or is_apart(grammar, at)
    if not (denied or is_hedged(grammar, verb)) and is_told(grammar, verb):
        thing = _thing(grammar, at)
        yield replace(thing, noun=noun or thing.noun, modifiers=frozenset())


def _thing(grammar: Grammar, at: int) -> _Thing:
    own = [c for c in grammar.children[at] if grammar.tokens[c].dep in {"compound", "amod"}]
    own = [c for c in own if grammar.lemma(c) not in _OPEN]
    named = " ".join(grammar.tokens[each].text for each in [*own, at])
    were = "Were" if grammar.tokens[at].tag == "NNS" else "Was"
    modifiers = frozenset(grammar.lemma(c) for c in own)
    verb = grammar.lemma(grammar.tokens[at].head)
    done = verb if (grammar.lemma(at), verb) == _SHOTS else ""
    asked = f"{were} there any {named}?"
    return _Thing(grammar.lemma(at), modifiers, done, _words(grammar, at), asked)


def _words(grammar: Grammar, at: int) -> Span:
    """Return the clause of the word where it is short, else the noun with its phrase."""
    noun = grammar.tokens[at].pos == "NOUN"
    rest = grammar.phrase(at) if noun else grammar.predicate_phrase(at)
    return first_short(_LONGEST, grammar.clause(grammar.clause_head(at)), rest)
