"""Find what one account says with a reservation and another as a fact."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from asreported.alignment.acts import kind_at
from asreported.alignment.deeds import Deed
from asreported.alignment.dispute import Dispute, make_dispute
from asreported.alignment.grammar import Grammar
from asreported.lexicon.load import words
from asreported.model.span import Span

# Fields of acts that are crimes, where "allegedly" weighs.
_LONGEST = 110  # Characters of a claim of a record that are shown.
_CRIMES = frozenset({"strike", "assail", "kill", "rape", "steal", "abduct", "burn", "charge"})


def find_reservation_disputes(
    grammars: Sequence[Grammar], deeds: Sequence[Deed]
) -> Iterator[Dispute]:
    """Yield disputes about how surely a record or a crime is told."""
    yield from _records(grammars)
    yield from _alleged(deeds)


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
        dispute = make_dispute(
            "wording",
            "difference",
            f"Is it the {key[0]} {key[1]}, and how sure?",
            [plain[key], reserved[key]],
            "a record for some, believed to be one for others",
            0.7,
        )
        if dispute:
            yield dispute


def _record(grammar: Grammar, at: int) -> str:
    """Return the superlative on the noun ("first", "worst"), "" where it has none."""
    for c in grammar.children[at]:
        token = grammar.tokens[c]
        if token.dep == "amod" and (token.tag == "JJS" or token.text.lower() == "first"):
            return token.text.lower()
    return ""


def _alleged(deeds: Sequence[Deed]) -> Iterator[Dispute]:
    """Yield a dispute where a crime is alleged in one account and told as done in others."""
    groups: dict[tuple[str, str], list[Deed]] = defaultdict(list)
    for deed in deeds:
        if deed.act.field in _CRIMES and deed.patient is not None and not deed.apart:
            groups[deed.act.field, deed.patient_kind].append(deed)
    for key in sorted(groups):
        alleged = [d for d in groups[key] if _is_alleged(d.grammar, d.at)]
        careful = {deed.document for deed in alleged}
        plain = [
            d for d in groups[key] if d.document not in careful and not d.hedged and not d.negated
        ]
        plain = [d for d in plain if d.grammar.tokens[d.at].pos == "VERB"]
        dispute = make_dispute(
            "wording",
            "difference",
            "Is it a fact or an allegation?",
            [[d.span for d in alleged], [d.span for d in plain]],
            "alleged in one account, told as done in another",
            0.55,
        )
        if dispute:
            yield dispute


def _is_alleged(grammar: Grammar, at: int) -> bool:
    alleged = words("hedges", kind="alleged")
    return any(grammar.tokens[c].text.lower() in alleged for c in grammar.children[at])
