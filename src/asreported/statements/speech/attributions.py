"""Decide which candidates are attributions, by a fitted model.

The model is a logistic regression over features of grammar and of our tables, fitted on the train
part of PolNeAR by ``scripts/fit_attributions.py``; its weights are a table like any other.
"""

from collections.abc import Iterator
from functools import cache
from math import exp

from asreported.lexicon.load import table
from asreported.model.labels import AUXILIARIES, COMPLEMENT_CLAUSES
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.beings import speaker_kinds
from asreported.statements.speech.cues import Candidate, closes_another
from asreported.statements.speech.reporting import SPEECH, verb_kinds

# Joint F1 on PolNeAR dev is flat from .33 to .42.
THRESHOLD = 0.35
# Least probability for verbs that no table lists ("waited to hear ..."); both F1 are flat from .4
# to .6, and what is claimed is righter than at the threshold.
_UNLISTED = 0.5
_SOURCE_PRONOUNS = frozenset({"PRP", "WP", "WDT", "DT", "PRP$"})
_MARKS = frozenset('"“”‘')
_LENGTHS = (2, 4, 8, 16, 32)


def judge(tree: Tree, candidate: Candidate) -> float:
    """Return the probability, raised to the threshold where the form alone makes it plain.

    "According to X" always gives a source; "X's decision to ...", "X's claim that ..." give one
    that PolNeAR, fitted to whole articles of politics, marks one time in three. A verb that is in
    no table must be likelier than not: else the probability is 0.
    """
    likely = probability(tree, candidate)
    if not candidate.kind and likely < _UNLISTED:
        return 0.0
    plain = candidate.shape == "according" or _is_owned(tree, candidate)
    plain = plain or _is_passed_on(tree, candidate) or _is_set_in(tree, candidate)
    plain = plain or _is_told_of_them(tree, candidate)
    return max(likely, THRESHOLD) if plain else likely


def _is_passed_on(tree: Tree, candidate: Candidate) -> bool:
    """Return whether one tells what another said: "Roe said it moved, Reuters reported"."""
    token = tree.tokens[candidate.cue]
    if candidate.shape != "clause" or candidate.kind not in SPEECH or candidate.source is None:
        return False
    if candidate.content[-1][1] <= candidate.cue and closes_another(tree, candidate.cue):
        return True
    if token.dep != "ccomp" or token.head < candidate.cue or candidate.source > candidate.cue:
        return False
    return tree.tokens[token.head].lemma.lower() in verb_kinds()


def _is_set_in(tree: Tree, candidate: Candidate) -> bool:
    """Return whether commas set the cue into what is said: "It then, police said, ran dry"."""
    parts = candidate.content
    around = len(parts) == 2 and parts[0][1] <= candidate.cue < parts[1][0]
    named = candidate.source is not None and parts[0][1] <= candidate.source
    tagged = candidate.shape == "clause" and tree.tokens[candidate.cue].dep == "parataxis"
    return around and named and tagged and bool(candidate.kind)


def _is_told_of_them(tree: Tree, candidate: Candidate) -> bool:
    """Return whether it is told of somebody what they say: "the family, who claim he fell"."""
    tokens, source = tree.tokens, candidate.source
    if candidate.shape != "clause" or candidate.kind not in SPEECH or source is None:
        return False
    who = tokens[source].text.lower() == "who" and tokens[source].head == candidate.cue
    return who and tokens[candidate.cue].dep == "relcl" and candidate.content[0][0] > candidate.cue


def _is_owned(tree: Tree, candidate: Candidate) -> bool:
    if candidate.shape != "noun" or candidate.source is None:
        return False
    if tree.tokens[candidate.source].dep != "poss":
        return False
    head = next((c for c in tree.children[candidate.cue] if c > candidate.cue), None)
    return head is not None and tree.tokens[head].dep in ("acl", "ccomp", "relcl")


def probability(tree: Tree, candidate: Candidate) -> float:
    """Return how likely people would mark ``candidate`` as an attribution, 0 to 1."""
    weights = _weights()
    total = sum(weights.get(feature, 0.0) for feature in features(tree, candidate))
    return 1.0 / (1.0 + exp(-total))


def features(tree: Tree, candidate: Candidate) -> Iterator[str]:
    """Yield the names of what holds of ``candidate``; each counts once."""
    token = tree.tokens[candidate.cue]
    lemma, shape, kind = token.lemma.lower(), candidate.shape, candidate.kind or "none"
    yield "bias"
    yield f"shape={shape}"
    yield f"kind={kind}"
    yield f"kind={kind} shape={shape}"
    if candidate.kind:
        yield f"lemma={lemma}"
        yield f"lemma={lemma} shape={shape}"
    yield f"tag={token.tag} shape={shape}"
    yield f"dep={token.dep}"
    yield from _source_features(tree, candidate, kind)
    yield from _cue_features(tree, candidate)
    yield from _content_features(tree, candidate)
    yield from _outer_features(tree, candidate)


def _source_features(tree: Tree, candidate: Candidate, kind: str) -> Iterator[str]:
    if candidate.source is None:
        yield "source=none"
        yield f"source=none shape={candidate.shape}"
        return
    token = tree.tokens[candidate.source]
    if token.tag in _SOURCE_PRONOUNS:
        what = token.text.lower()
    elif token.entity:
        what = token.entity
    else:
        what = token.tag
        yield f"source lemma={token.lemma.lower()}"
        speaks = token.lemma.lower() in speaker_kinds()
        yield f"source speaks={speaks} kind={kind}"
        yield f"source speaks={speaks} shape={candidate.shape}"
    yield f"source={what}"
    yield f"source={what} kind={kind}"
    yield "source after" if candidate.source > candidate.cue else "source before"


def _cue_features(tree: Tree, candidate: Candidate) -> Iterator[str]:
    for child in tree.children[candidate.cue]:
        token = tree.tokens[child]
        if token.dep == "neg":
            yield "negated"
        elif token.dep in AUXILIARIES:
            yield f"{token.dep}={token.lemma.lower()}"
        elif token.dep == "mark":
            yield f"mark={token.text.lower()}"
        elif token.dep in ("dobj", "dative") and candidate.shape == "clause":
            yield f"addressee={token.pos}"
        elif token.dep == "advmod":
            yield f"adverb={token.lemma.lower()}"
    head = tree.tokens[tree.tokens[candidate.cue].head]
    yield f"head={head.lemma.lower() if head.pos in ('VERB', 'AUX', 'ADP') else head.pos}"


def _outer_features(tree: Tree, candidate: Candidate) -> Iterator[str]:
    """Yield what reporting verb's clause the cue itself stands in: the innermost one."""
    verbs = verb_kinds()
    here = candidate.cue
    for _ in range(12):
        token = tree.tokens[here]
        if token.head == here:
            return
        head = tree.tokens[token.head]
        if token.dep == "ccomp" and head.lemma.lower() in verbs:
            yield f"under {verbs[head.lemma.lower()]}"
            yield f"under a reporting verb shape={candidate.shape}"
            if candidate.source is not None and tree.tokens[candidate.source].tag == "PRP":
                yield "under a reporting verb, by a pronoun"
            return
        if token.dep in ("relcl", "advcl", "acl"):
            yield f"in {token.dep}"
        here = token.head


def _content_features(tree: Tree, candidate: Candidate) -> Iterator[str]:
    first, last = candidate.content[0][0], candidate.content[-1][1]
    size = sum(end - start for start, end in candidate.content)
    yield f"length={sum(size > bound for bound in _LENGTHS)}"
    yield f"length={sum(size > bound for bound in _LENGTHS)} shape={candidate.shape}"
    yield "content before" if first < candidate.cue else "content after"
    inside = tree.tokens[first:last]
    if any(word.text in _MARKS for word in inside):
        yield "marks in content"
        yield f"marks in content shape={candidate.shape}"
    if candidate.shape in ("clause", "infinitive", "passive"):
        for child in inside:
            if child.head == candidate.cue and child.dep in COMPLEMENT_CLAUSES:
                yield f"content tag={child.tag} shape={candidate.shape}"
    if inside[0].text.lower() in ("what", "how", "why", "whether", "if", "who", "where", "when"):
        yield f"content wh={inside[0].text.lower()}"
    if tree.tokens[max(first - 1, 0)].text.lower() == "that":
        yield "that"
    sentence_first, _ = tree.sentence(candidate.cue)
    if tree.tokens[sentence_first].text in _MARKS:
        yield "sentence opens with a mark"


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in table("attribution_weights")}
