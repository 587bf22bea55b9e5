"""Find where a sentence falls apart: the words that head a clause, and the words each governs."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from asreported.lexicon.load import words
from asreported.model.labels import ADNOMINAL_CLAUSES, ALL_SUBJECTS, FINITE, MARK, NEGATION, VERBS
from asreported.model.parse import Sentence, Token
from asreported.statements.clauses.tree import Tree

_PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})
_PAUSES = frozenset({",", "-", "–", "—", ";", ":", "("})
_ARTICLES = frozenset({"a", "an", "one", "the"})
_CONDITIONS = frozenset({"if", "unless", "until", "than"})
_DOUBLE, _SINGLE = frozenset('"“”„«»'), frozenset("'‘’")
_MARKS = _DOUBLE | _SINGLE
# Words of the upper clause that add nothing to "X said" once the content is cut off.
_HOLLOW = frozenset(
    {"nsubj", "nsubjpass", "aux", "auxpass", "punct", "cc", "mark", "expl", "dative", "advmod"}
)
_SHORTEST = 4
"""Tokens that a gerund, relative or adverbial clause needs: "who fled" says little by itself."""
_SHORTEST_PARTICIPLE = 6
"""Tokens that a participle needs where no comma sets it off: "the troops involved" is a noun."""


@dataclass(slots=True)
class Cut:
    """A clause in the making.

    ``head`` is the index of its governing word, ``kind`` its dependency ("ROOT" for the main one),
    ``upper`` the clause it hangs in (None for the main one) and ``first:last`` the half-open run of
    tokens it spans. ``stub`` is True for what is left of "X said" once its content is cut off.
    """

    head: int
    kind: str
    first: int
    last: int
    upper: "Cut | None" = None
    stub: bool = False
    inside: bool = field(default=False, repr=False)


class SentenceTree:
    """One sentence of a tree, with what each word governs. Indices are into ``tokens``."""

    def __init__(self, tree: Tree, sentence: Sentence) -> None:
        self.tokens, self.below, self.child = tree.tokens, tree.children, tree.child
        self.left, self.right, self.sizes = tree.left, tree.right, tree.sizes
        self.first, self.last = sentence.first, sentence.last
        self.headed: dict[int, int] = {}
        """The noun of a fragment ("Two hurt") and the participle that heads its clause."""

    @cached_property
    def marks(self) -> tuple[list[int], list[int]]:
        """Return the double and the single quotation marks, in text order."""
        found = [i for i in range(self.first, self.last) if self.tokens[i].text in _MARKS]
        found = [i for i in found if self.tokens[i].tag != "POS"]
        double = [i for i in found if self.tokens[i].text in _DOUBLE]
        return double, [i for i in found if self.tokens[i].text in _SINGLE]

    @cached_property
    def scope(self) -> list[int]:
        """Return the words that widen or narrow what is said ("all", "some"), in text order."""
        return [i for i in range(self.first, self.last) if _is_scope(self.tokens[i])]

    def set_off(self, i: int) -> bool:
        """Return whether a comma, dash or bracket parts the words of ``i`` from the rest."""
        if i < self.tokens[i].head:
            after = self.right[i] - 1
            return any(
                self.tokens[j].text in _PAUSES for j in range(after, min(after + 3, self.last))
            )
        before = self.left[i] - 1
        while before > self.first and self.tokens[before].text in _MARKS:
            before -= 1
        return before >= self.first and self.tokens[before].text in _PAUSES


def cut_sentence(grammar: SentenceTree) -> list[Cut]:
    """Return the clauses of the sentence in the order of their heads, spans not yet trimmed."""
    inside = {
        i: how
        for i in range(grammar.first, grammar.last)
        if (how := _stands_inside(grammar, i)) is not None
    }
    _promote_participle(grammar, inside)
    owner = _owners(grammar, inside)
    cuts = {i: Cut(i, _dep(grammar.tokens, i), i, i + 1, inside=how) for i, how in inside.items()}
    for i in range(grammar.first, grammar.last):
        # The closing stop hangs on the head: it must not pull in what lies between.
        if grammar.tokens[i].dep != "punct":
            cut = cuts[owner[i]]
            if i < cut.first:
                cut.first = i
            elif i >= cut.last:
                cut.last = i + 1
    for i, cut in cuts.items():
        above = grammar.tokens[i].head
        cut.upper = cuts[owner[above]] if owner[above] != i else None
        cut.stub = _is_stub(grammar, cut, owner)
    for cut in sorted(cuts.values(), key=_depth, reverse=True):
        if cut.inside and cut.upper is not None and not cut.stub:
            _widen(cut.upper, cut.first, cut.last)
    return list(cuts.values())


def _promote_participle(grammar: SentenceTree, heads: dict[int, bool]) -> None:
    """In "Two hurt as ferry sinks", let "hurt" head the clause: the noun is what it is said of."""
    tokens = grammar.tokens
    for i in sorted(heads):
        if (
            tokens[i].head != i
            or tokens[i].pos in VERBS
            or grammar.child(i, ALL_SUBJECTS) is not None
        ):
            continue
        verb = grammar.child(i, ADNOMINAL_CLAUSES)
        if verb is not None and not grammar.set_off(verb) and _says_what_happens(grammar, verb):
            del heads[i]
            heads[verb] = False
            grammar.headed[i] = verb


def _says_what_happens(grammar: SentenceTree, verb: int) -> bool:
    """ "Two hurt", "Mayor to resign"."""
    return grammar.tokens[verb].tag in _PARTICIPLES or _is_purpose(grammar, verb)


def _widen(cut: Cut, first: int, last: int) -> None:
    cut.first, cut.last = min(cut.first, first), max(cut.last, last)


def _depth(cut: Cut) -> int:
    depth = 0
    above = cut.upper
    while above is not None:
        above, depth = above.upper, depth + 1
    return depth


def _dep(tokens: Sequence[Token], i: int) -> str:
    return "ROOT" if tokens[i].head == i else tokens[i].dep


def _stands_inside(grammar: SentenceTree, i: int) -> bool | None:
    """Return whether the clause of ``i`` stays part of the one above; None where it heads none."""
    token = grammar.tokens[i]
    if token.head == i:
        return False
    how = _RULES.get(token.dep)
    return how(grammar, i) if how is not None else None


def _content_clause(grammar: SentenceTree, i: int) -> bool | None:
    """ "said that it rained": apart. "shows that it rained", "that it rained is sad": inside."""
    token, above = grammar.tokens[i], grammar.tokens[grammar.tokens[i].head]
    subject = grammar.child(i, ALL_SUBJECTS)
    if token.pos not in VERBS and subject is None:
        return None
    if token.tag == "VB" and not _finite(grammar, i):
        return None  # "easier for them to leave", "let them go"
    if above.lemma in reporting_verbs() and (subject is not None or _long(grammar, i)):
        return grammar.child(grammar.tokens[i].head, NEGATION) is not None
    return True


def _gerund(grammar: SentenceTree, i: int) -> bool | None:
    """ "by striking back": a fact inside the clause above."""
    if grammar.tokens[i].pos != "VERB" or not _long(grammar, i):
        return None
    return True


def _modifier(grammar: SentenceTree, i: int) -> bool | None:
    """A relative or adverbial clause: apart behind a comma, inside where it narrows."""
    if not _long(grammar, i) or _is_purpose(grammar, i):
        return None
    return _is_condition(grammar, i) or not (grammar.set_off(i) or _happens_beside(grammar, i))


def _happens_beside(grammar: SentenceTree, i: int) -> bool:
    """ "seven died when the bridge fell": two facts, even without a comma."""
    token = grammar.tokens[i]
    return (
        token.dep in ("advcl", "relcl")
        and i > token.head
        and _finite(grammar, i)
        and grammar.child(i, ALL_SUBJECTS) is not None
    )


def _is_purpose(grammar: SentenceTree, i: int) -> bool:
    """ "a long way to go": an infinitive that only rounds off its noun."""
    token = grammar.tokens[i]
    return token.dep in ADNOMINAL_CLAUSES and token.tag == "VB" and not _finite(grammar, i)


def _is_condition(grammar: SentenceTree, i: int) -> bool:
    """ "if it rains, the match is off": without the condition the clause would say more."""
    mark = grammar.child(i, MARK)
    return mark is not None and grammar.tokens[mark].text.lower() in _CONDITIONS


def _participle(grammar: SentenceTree, i: int) -> bool | None:
    """ "the troops sent there early last year": a fact; "the troops involved": a noun phrase."""
    if grammar.tokens[i].tag not in _PARTICIPLES:
        return None
    if grammar.sizes[i] < _SHORTEST_PARTICIPLE and not grammar.set_off(i):
        return None
    return _modifier(grammar, i)


def _joined(grammar: SentenceTree, i: int) -> bool | None:
    """ "fell and broke": two facts where the second has words of its own."""
    tokens = grammar.tokens
    if not _joins_clauses(grammar, i):
        return None
    if grammar.child(i, ALL_SUBJECTS) is not None:
        return False
    if tokens[i].pos not in VERBS or not grammar.below[i]:
        return None
    above = tokens[i].head
    if tokens[above].pos in VERBS or grammar.child(above, ALL_SUBJECTS) is not None:
        return False
    return None


def _joins_clauses(grammar: SentenceTree, i: int) -> bool:
    """Return whether what ``i`` is joined to heads a clause: "works to mend and sell" has one."""
    tokens = grammar.tokens
    while tokens[i].dep == "conj" and tokens[i].head != i:
        i = tokens[i].head
    return tokens[i].dep not in ("xcomp", "acl", "amod", "aux") or grammar.set_off(i)


def _apposition(grammar: SentenceTree, i: int) -> bool | None:
    """ "the port, a stronghold of the rebels": says what the port is.

    "The mayor, Ilse Brandt" only names him.
    """
    tokens = grammar.tokens
    article = tokens[grammar.left[i]]
    if tokens[i].pos != "NOUN" or not _long(grammar, i) or not grammar.set_off(i):
        return None
    return False if article.text.lower() in _ARTICLES else None


def _beside(grammar: SentenceTree, i: int) -> bool | None:
    return False if grammar.below[i] else None


def _source_phrase(grammar: SentenceTree, i: int) -> bool | None:
    """ "according to the mayor": says nothing of what happened."""
    return False if grammar.tokens[i].text.lower() == "according" else None


_RULES = {
    "ccomp": _content_clause,
    "csubj": _gerund,
    "csubjpass": _gerund,
    "pcomp": _gerund,
    "relcl": _modifier,
    "acl": _participle,
    "advcl": _modifier,
    "conj": _joined,
    "appos": _apposition,
    "parataxis": _beside,
    "prep": _source_phrase,
}


def between(places: Sequence[int], first: int, last: int) -> Sequence[int]:
    """Return those of ``places``, which are in order, from ``first`` on and before ``last``."""
    return places[bisect_left(places, first) : bisect_left(places, last)]


def _is_scope(token: Token) -> bool:
    narrows = token.pos not in ("PROPN", "ADP", "AUX", "VERB")
    return narrows and token.lemma.lower() in words("scope")


def _long(grammar: SentenceTree, i: int) -> bool:
    return grammar.sizes[i] >= _SHORTEST


def _finite(grammar: SentenceTree, i: int) -> bool:
    tokens = grammar.tokens
    return tokens[i].tag in FINITE or any(
        tokens[c].tag in FINITE for c in grammar.below[i] if tokens[c].pos == "AUX"
    )


def _owners(grammar: SentenceTree, heads: dict[int, bool]) -> dict[int, int]:
    """Return, for each token of the sentence, the head of the clause it belongs to."""
    owner: dict[int, int] = {i: i for i in heads} | grammar.headed
    for i in range(grammar.first, grammar.last):
        path = []
        j = i
        while j not in owner:
            path.append(j)
            j = grammar.tokens[j].head
        for step in path:
            owner[step] = owner[j]
    return owner


def _is_stub(grammar: SentenceTree, cut: Cut, owner: dict[int, int]) -> bool:
    """Return whether only "X said" is left of the clause, its content being cut off."""
    tokens = grammar.tokens
    if cut.kind == "prep":
        return True
    if tokens[cut.head].lemma not in reporting_verbs():
        return False
    children = grammar.below[cut.head]
    if not any(tokens[c].dep == "ccomp" and owner[c] == c for c in children):
        return False
    rest = [c for c in children if owner[c] != c and tokens[c].dep not in _HOLLOW]
    return sum(grammar.sizes[c] for c in rest) < _SHORTEST


@cache
def reporting_verbs() -> frozenset[str]:
    """Return the verbs that put words in somebody's mouth or mind."""
    return words("reporting_verbs", "verb")
