"""Give each quotation the attribution that introduces, follows or carries it.

Tried in order: a cue whose content the quotation is (the parse says so); a reporting verb or a
colon beside the marks; the quotation before it in the same paragraph ("...," she said. "..."); the
paragraph before, where this one opens with the quotation.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from asreported.model.document import ARTICLE_KINDS
from asreported.statements.cues import Candidate, subject_of, verb_kinds
from asreported.statements.quotes import Paragraph, Quotation
from asreported.statements.tree import Tree

# A fragment that nobody is said to have said is a quotation only from this many words on: below
# it stand names, terms and doubts ("the so-called 'moderates'").
_UNATTRIBUTED_WORDS = 4


@dataclass(slots=True)
class Voice:
    """Quotations of one mouth in one go, or one reported statement.

    ``source`` is a token index; ``content`` are code points without marks; ``how`` says in words
    what tied content and source together.
    """

    content: list[tuple[int, int]]
    cue: tuple[int, int] | None
    source: int | None
    kind: str
    quoted: bool
    paragraph: int
    how: str
    cue_token: int | None = None
    candidate: Candidate | None = None
    outer: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class _Page:
    text: str
    tree: Tree
    paragraphs: Sequence[Paragraph]
    quotations: Sequence[Quotation]
    contents: list[tuple[Candidate, int, int]]
    verbs: dict[str, str]


def find_voices(
    text: str,
    tree: Tree,
    paragraphs: Sequence[Paragraph],
    quotations: Sequence[Quotation],
    candidates: Sequence[Candidate],
) -> list[Voice]:
    """Return quotations and reported statements with their sources, in text order."""
    inside = _inside(tree, quotations)
    contents = []
    for candidate in candidates:
        start = tree.tokens[candidate.content[0][0]].start
        end = tree.tokens[candidate.content[-1][1] - 1].end
        contents.append((candidate, start, end))
    page = _Page(text, tree, paragraphs, quotations, contents, verb_kinds())
    taken: set[int] = set()
    voices: list[Voice] = []
    previous: Voice | None = None
    for quotation in quotations:
        voice = _attribute(page, quotation, inside, taken)
        if voice is None and not quotation.nested:
            voice = _inherit(page, quotation, previous, voices)
        if voice is None:
            continue
        if voice is not previous:
            voices.append(voice)
        if not quotation.nested:
            previous = voice
    voices.extend(_reported(page, inside, taken))
    return sorted(voices, key=lambda v: (v.content[0], not v.quoted))


def _inside(tree: Tree, quotations: Sequence[Quotation]) -> list[int]:
    """Return for each token the index of the outermost quotation it stands in, -1 for none."""
    inside = [-1] * len(tree.tokens)
    for index, quotation in enumerate(quotations):
        if quotation.nested:
            continue
        at = max(tree.at(quotation.start), 0)
        while at < len(inside) and tree.tokens[at].start < quotation.end:
            if tree.tokens[at].end > quotation.start:
                inside[at] = index
            at += 1
    return inside


def _attribute(
    page: _Page, quotation: Quotation, inside: list[int], taken: set[int]
) -> Voice | None:
    carried = _carried(page, quotation, inside)
    if carried is not None:
        candidate, pure = carried
        if pure:
            taken.add(candidate.cue)
        return _voice(page, quotation, candidate, "the cue's own content")
    if quotation.nested:
        return None
    beside = _after(page, quotation) or _before(page, quotation)
    if beside is None:
        return None
    cue, source, how = beside
    kind = page.verbs.get(page.tree.tokens[cue].lemma.lower(), "said")
    words = (page.tree.tokens[cue].start, page.tree.tokens[cue].end)
    taken.add(cue)
    return Voice([(quotation.start, quotation.end)], words, source, kind, True,
                 quotation.paragraph, how, cue, None, [quotation.outer])  # fmt: skip


def _carried(page: _Page, quotation: Quotation, inside: list[int]) -> tuple[Candidate, bool] | None:
    """Return the narrowest candidate whose content is or holds the quotation."""
    best: tuple[int, int, Candidate, bool] | None = None
    low, high = quotation.outer
    for candidate, start, end in page.contents:
        cue = page.tree.tokens[candidate.cue].start
        if low <= cue < high and not quotation.nested:
            continue
        if quotation.nested and low <= cue < high:
            continue
        shared = min(end, high) - max(start, low)
        if shared <= 0:
            continue
        outside = (end - start) - shared
        covers = shared >= 0.8 * (high - low)
        if not covers and shared < 0.6 * (end - start):
            continue
        if candidate.shape in ("noun", "infinitive", "preposition") and outside > 4 * shared + 40:
            continue
        pure = outside <= 3
        rank = (0 if candidate.source is not None else 1, outside + abs(cue - low) // 8)
        if best is None or rank < best[:2]:
            best = (*rank, candidate, pure)
    return (best[2], best[3]) if best is not None else None


def _voice(page: _Page, quotation: Quotation, candidate: Candidate, how: str) -> Voice:
    words = page.tree.span(*candidate.cue_words)
    return Voice([(quotation.start, quotation.end)], words, candidate.source,
                 candidate.kind or "said", True, quotation.paragraph, how,
                 candidate.cue, candidate, [quotation.outer])  # fmt: skip


def _after(page: _Page, quotation: Quotation) -> tuple[int, int | None, str] | None:
    """Return cue and source from the words that follow the closing mark, in its sentence."""
    tree, end = page.tree, page.paragraphs[quotation.paragraph].end
    if not quotation.closed or page.text[quotation.end - 1] == ".":
        return None
    limit = min((q.outer[0] for q in page.quotations if q.outer[0] >= quotation.outer[1]),
                default=end)  # fmt: skip
    at = tree.at(quotation.outer[1] - 1) + 1
    verb = None
    for index in range(at, min(at + 25, len(tree.tokens))):
        token = tree.tokens[index]
        if token.start >= min(limit, end) or token.text in (".", "!", "?", ";"):
            break
        if token.pos == "VERB" and token.lemma.lower() in page.verbs:
            verb = index
            break
    if verb is None:
        return None
    source = _near_subject(page, verb, at)
    return (verb, source, "the verb after the closing mark") if source is not None else None


def _near_subject(page: _Page, verb: int, low: int) -> int | None:
    """Return the subject of ``verb`` at or after token ``low``, by grammar, else by place."""
    source = subject_of(page.tree, verb)
    if source is not None and source >= low:
        return source
    tokens = page.tree.tokens
    for index in range(verb - 1, low - 1, -1):
        if tokens[index].pos in ("PROPN", "PRON", "NOUN"):
            return index
    for index in range(verb + 1, min(verb + 8, len(tokens))):
        if tokens[index].text in (".", ",", ";"):
            break
        if tokens[index].pos in ("PROPN", "PRON", "NOUN"):
            nxt = index
            while nxt + 1 < len(tokens) and tokens[nxt + 1].pos == "PROPN":
                nxt += 1
            return nxt
    return None


def _before(page: _Page, quotation: Quotation) -> tuple[int, int | None, str] | None:
    """Return cue and source from the words that lead up to the opening mark, in its sentence."""
    tree, text = page.tree, page.text
    paragraph = page.paragraphs[quotation.paragraph]
    lead = text[paragraph.start : quotation.outer[0]].rstrip()
    if not lead or lead[-1] not in ":,":
        return None
    at = tree.at(quotation.outer[0] - 1)
    if at < 0 or tree.tokens[at].start < paragraph.start:
        return None
    first, _ = tree.sentence(at)
    for index in range(at, max(first - 1, at - 30), -1):
        token = tree.tokens[index]
        if token.pos == "VERB" and token.lemma.lower() in page.verbs:
            source = subject_of(tree, index)
            return index, source, "the verb before the opening mark"
    if lead[-1] != ":":
        return None
    root = next((i for i in range(first, at + 1) if tree.tokens[i].dep == "ROOT"), None)
    if root is None:
        return None
    if tree.tokens[root].pos in ("PROPN", "NOUN"):
        return at, root, "the name before the colon"
    return at, subject_of(tree, root), "the subject before the colon"


def _inherit(
    page: _Page, quotation: Quotation, previous: Voice | None, voices: list[Voice]
) -> Voice | None:
    text = page.text
    here = (quotation.start, quotation.end)
    words = text[quotation.start : quotation.end].split()
    paragraph = page.paragraphs[quotation.paragraph]
    opens = quotation.outer[0] <= paragraph.start + 1
    if previous is not None and previous.paragraph == quotation.paragraph:
        between = text[previous.outer[-1][1] : quotation.outer[0]].strip()
        if len(words) >= _UNATTRIBUTED_WORDS and len(between) < 160:
            previous.content.append(here)
            previous.outer.append(quotation.outer)
            return previous
    elif opens and len(words) >= _UNATTRIBUTED_WORDS:
        announced = _announced(page, quotation)
        if announced is not None:
            cue, source = announced
            span = (page.tree.tokens[cue].start, page.tree.tokens[cue].end)
            return Voice([here], span, source, "said", True, quotation.paragraph,
                         "announced in the paragraph before", cue, None,
                         [quotation.outer])  # fmt: skip
        if previous is not None and _body_gap(page, previous.paragraph, quotation.paragraph) <= 1:
            return Voice([here], previous.cue, previous.source, previous.kind, True,
                         quotation.paragraph, "goes on from the paragraph before",
                         previous.cue_token, None, [quotation.outer])  # fmt: skip
    if len(words) >= _UNATTRIBUTED_WORDS or paragraph.kind == "headline":
        return Voice([here], None, None, "", True, quotation.paragraph, "nobody is named", None,
                     None, [quotation.outer])  # fmt: skip
    return None


def _body_gap(page: _Page, before: int, after: int) -> int:
    """Return how many body paragraphs ``after`` stands behind ``before``."""
    return sum(page.paragraphs[i].kind in ARTICLE_KINDS for i in range(before + 1, after + 1))


def _announced(page: _Page, quotation: Quotation) -> tuple[int, int | None] | None:
    """Return cue and source of the paragraph before, where it ends with a colon."""
    index = quotation.paragraph - 1
    while index >= 0 and page.paragraphs[index].kind not in ARTICLE_KINDS:
        index -= 1
    if index < 0 or page.text[page.paragraphs[index].end - 1] != ":":
        return None
    at = page.tree.at(page.paragraphs[index].end - 1)
    first, _ = page.tree.sentence(at)
    for token in range(at, first - 1, -1):
        if page.tree.tokens[token].pos == "VERB":
            source = subject_of(page.tree, token)
            if source is not None:
                return token, source
    return at, None


def _reported(page: _Page, inside: list[int], taken: set[int]) -> list[Voice]:
    """Return the candidates that no quotation has used up, as reported statements."""
    found = []
    for candidate, start, end in page.contents:
        if candidate.cue in taken or inside[candidate.cue] >= 0:
            continue
        spans = [page.tree.span(*part) for part in candidate.content]
        for quotation in page.quotations:
            low, high = quotation.outer
            if not quotation.nested and start < high and low < end and high > spans[-1][1]:
                spans[-1] = (spans[-1][0], high)
        paragraph = next((i for i, p in enumerate(page.paragraphs) if start < p.end), 0)
        found.append(Voice(spans, page.tree.span(*candidate.cue_words), candidate.source,
                           candidate.kind or "said", False, paragraph, "the cue's own content",
                           candidate.cue, candidate))  # fmt: skip
    return found
