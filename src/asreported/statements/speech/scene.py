"""What the finders of voices share: the text, its grammar, its quotations, and what may carry them.

Also the value they make: a `Voice`, which is a statement before its speaker has a name.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from asreported.model.document import ARTICLE_KINDS
from asreported.model.labels import ACTING, VERBS
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.beings import can_speak
from asreported.statements.speech.cues import Candidate
from asreported.statements.speech.quotes import Paragraph, Quotation
from asreported.statements.speech.reporting import SPEECH, verb_kinds

# What brings in no words unless a comma or a colon follows: "the deal resolves “all” of it".
_DOES = frozenset({"go", "resolve", "share", "accept", "oppose", "show", "support"})


SIGNED = "signed"
"""How a post is tied to its mouth."""
_NAME = re.compile(r"[^\W\d_][\w'’-]*\.?|[A-Z]\.[A-Z]\.?")


@dataclass(slots=True)
class Voice:
    """Quotations of one mouth in one go, or one reported statement.

    ``content`` and ``outer`` are code points without and with the marks, ``cue`` and its token the
    words that put it in the mouth, ``source`` the token index of the head of the words that name
    the mouth; ``how`` says what tied them together.
    """

    content: list[tuple[int, int]]
    cue: tuple[int, int] | None
    source: int | None
    kind: str
    quoted: bool
    paragraph: int
    how: str
    cue_token: int | None = None
    outer: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Carrier:
    """A candidate with the code points its content runs over, and how likely it is one."""

    candidate: Candidate
    start: int
    end: int
    probability: float


@dataclass(frozen=True, slots=True)
class Beside:
    """A cue beside a quotation: its token, the token of the source, and how it was found."""

    cue: int
    source: int | None
    how: str


class Scene:
    """One account, as far as its voices need it."""

    def __init__(
        self,
        text: str,
        tree: Tree,
        paragraphs: Sequence[Paragraph],
        quotations: Sequence[Quotation],
    ) -> None:
        self.text = text
        self.tree = tree
        self.paragraphs = paragraphs
        self.quotations = quotations
        self.inside = self._inside()
        self.verbs = verb_kinds()

    def _inside(self) -> list[int]:
        """Return for each token the index of the outermost quotation it stands in, -1 for none."""
        tokens = self.tree.tokens
        inside = [-1] * len(tokens)
        for index, quotation in enumerate(self.quotations):
            if quotation.nested:
                continue
            at = max(self.tree.at(quotation.start), 0)
            while at < len(inside) and tokens[at].start < quotation.end:
                if tokens[at].end > quotation.start:
                    inside[at] = index
                at += 1
        return inside

    def body_before(self, paragraph: int) -> int:
        """Return the index of the body paragraph before ``paragraph``, -1 for none."""
        index = paragraph - 1
        while index >= 0 and self.paragraphs[index].kind not in ARTICLE_KINDS:
            index -= 1
        return index

    def body_after(self, paragraph: int) -> int:
        """Return the index of the body paragraph after ``paragraph``, -1 for none."""
        for index in range(paragraph + 1, len(self.paragraphs)):
            if self.paragraphs[index].kind in ARTICLE_KINDS:
                return index
        return -1

    def is_reporting(self, token: int) -> bool:
        """Return whether ``token`` is a verb of the lexicon, outside of quotations."""
        tokens = self.tree.tokens
        if token and tokens[token - 1].text == "-":
            return False  # a part of "so-called"
        if tokens[min(token + 1, len(tokens) - 1)].text == "off":
            return False  # "tipped off his son", "wrote off the debt"
        word = tokens[token]
        return word.pos in VERBS and self.inside[token] < 0 and self.verb_kind(token) != ""

    def verb_kind(self, token: int) -> str:
        """Return the lexicon's kind of a verb alone, else with the word behind it ("shot back")."""
        tokens = self.tree.tokens
        lemma = tokens[token].lemma.lower()
        kind = self.verbs.get(lemma, "")
        if not kind and token + 1 < len(tokens):
            kind = self.verbs.get(f"{lemma} {tokens[token + 1].text}", "")
        return kind

    def leads_in(self, quotation_start: int) -> int | None:
        """Return the verb of speech right before an opening mark, but for a comma or a colon.

        It is finite and has a subject of its own that is one speaker. Before a colon it may name
        who is told: "Roe told friends: ...".
        """
        tokens = self.tree.tokens
        at = self.tree.at(quotation_start - 1)
        told = at > 1 and tokens[at].text == ":" and tokens[tokens[at - 1].head].lemma == "tell"
        while at >= 0 and tokens[at].text in (",", ":"):
            at -= 1
        if told and tokens[at].dep == "dobj" and self.tree.left[at] == tokens[at].head + 1:
            at = tokens[at].head
        if at < 0 or not self.is_reporting(at) or self.verb_kind(at) not in SPEECH:
            return None
        if tokens[at].lemma in _DOES and at == self.tree.at(quotation_start - 1):
            return None
        own = self.tree.child(at, ACTING)
        finite = tokens[at].tag in ("VBD", "VBZ") or self._is_perfectly_said(at)
        one = own is not None and self.can_speak(own) and tokens[own].text.lower() != "they"
        return at if finite and one else None

    def _is_perfectly_said(self, verb: int) -> bool:
        """Return whether a participle of saying stands with "has": "which Roe has called"."""
        if self.verb_kind(verb) != "said":
            return False  # "had committed"
        below = (self.tree.tokens[child] for child in self.tree.children[verb])
        return any(word.dep == "aux" and word.lemma == "have" for word in below)

    def can_speak(self, token: int) -> bool:
        """Return whether the noun or pronoun ``token`` names somebody who may say something."""
        return can_speak(self.tree.tokens[token])


def last_of_name(scene: Scene, first: int) -> int:
    """Return the last token of the name that token ``first`` opens, itself where it is alone."""
    tokens = scene.tree.tokens
    last = first
    while last + 1 < len(tokens) and tokens[last + 1].pos == "PROPN":
        gap = scene.text[tokens[last].end : tokens[last + 1].start]
        if "\n" in gap or not _NAME.fullmatch(tokens[last + 1].text):
            break  # "Ann Smith pic.twitter.com/x"
        last += 1
    return last
