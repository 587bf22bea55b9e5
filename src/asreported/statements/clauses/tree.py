"""A parse as a tree: children, the stretch of words under each word, subjects."""

from bisect import bisect_right

from asreported.model.labels import TIMES
from asreported.model.parse import Parse, Token

# What hangs on a noun and is more than its name: left out where a source is quoted.
_TAIL = frozenset({"relcl", "acl", "advcl", "punct", "cc", "conj", "appos", "parataxis"})


class Tree:
    """Indices below are into ``tokens``; stretches of tokens are half-open."""

    def __init__(self, parse: Parse) -> None:
        self.tokens: tuple[Token, ...] = parse.tokens
        self.sentences = parse.sentences
        self.starts = [token.start for token in parse.tokens]
        self._firsts = [sentence.first for sentence in parse.sentences]
        count = len(parse.tokens)
        self.children: list[list[int]] = [[] for _ in range(count)]
        self.left = list(range(count))
        self.right = list(range(1, count + 1))
        self.sizes = [1] * count
        """Words under each word, itself included."""
        for index, token in enumerate(parse.tokens):
            if token.head != index:
                self.children[token.head].append(index)
        self._gather()

    def _gather(self) -> None:
        """Set the number and the outermost of the words under each word, from the leaves up."""
        order = [index for index, token in enumerate(self.tokens) if token.head == index]
        for index in order:  # grows as it is read
            order.extend(self.children[index])
        sizes, left, right = self.sizes, self.left, self.right
        for index in reversed(order):
            head = self.tokens[index].head
            if head != index:
                sizes[head] += sizes[index]
                if left[index] < left[head]:
                    left[head] = left[index]
                if right[index] > right[head]:
                    right[head] = right[index]

    def at(self, offset: int) -> int:
        """Return the index of the last token that starts at or before ``offset``, -1 for none."""
        return bisect_right(self.starts, offset) - 1

    def sentence(self, index: int) -> tuple[int, int]:
        """Return the sentence that token ``index`` stands in."""
        found = self.sentences[bisect_right(self._firsts, index) - 1]
        return found.first, found.last

    def sentence_number(self, index: int) -> int:
        """Return the number of the sentence that token ``index`` stands in, counted from 0."""
        return bisect_right(self._firsts, index) - 1

    def sentence_start(self, number: int) -> int:
        """Return the first token of sentence ``number``."""
        return self._firsts[number]

    def child(self, index: int, deps: frozenset[str]) -> int | None:
        """Return the first child of ``index`` with one of ``deps``."""
        for child in self.children[index]:
            if self.tokens[child].dep in deps:
                return child
        return None

    def under(self, index: int, ancestor: int) -> bool:
        """Return whether ``ancestor`` is ``index`` or governs it."""
        here = index
        while here != ancestor:
            head = self.tokens[here].head
            if head == here:
                return False
            here = head
        return True

    def noun_phrase(self, head: int) -> tuple[int, int]:
        """Return the words of the noun ``head`` with what stands before it, "of ..." and the like.

        Relative clauses, appositions and what is joined by "and" are left out.
        """
        first, last = head, head + 1
        for child in self.children[head]:
            tail = self.tokens[child].dep in _TAIL
            if tail or (child > head and self._is_time(child)):
                continue
            first = min(first, self.left[child])
            if child > head:
                last = max(last, self.right[child])
        first = self._hyphened(first)
        above = self.tokens[head].head
        before = self.tokens[first - 1] if first else self.tokens[head]
        lost = self.tokens[above].pos == "NUM" or self.tokens[head].text.lower() == "old"
        if lost and before.dep == "det" and before.head == above:
            # In "the mother-of-two", "the 31-year-old said" the parser hangs "the" elsewhere.
            return first - 1, last
        return first, last

    def _hyphened(self, first: int) -> int:
        """Return where a phrase begins whose first word is joined to another by a hyphen.

        The parser may cut "the former vice-president" behind the hyphen.
        """
        tokens = self.tokens
        while first > 1 and tokens[first - 1].text in ("-", "‑"):
            joined = tokens[first - 2].end == tokens[first - 1].start
            if not joined or tokens[first - 1].end != tokens[first].start:
                break
            first = min(self.left[first - 2], first - 2)
        return first

    def _is_time(self, preposition: int) -> bool:
        """Return whether "on Thursday" hangs on a name that it does not belong to."""
        tokens = self.tokens
        return tokens[preposition].dep == "prep" and any(
            tokens[child].entity in TIMES for child in self.children[preposition]
        )

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the code points of tokens ``first:last``."""
        return self.tokens[first].start, self.tokens[last - 1].end
