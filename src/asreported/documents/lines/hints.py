"""Tell what a line may be, by the words and the signs that it has: most rules concern few lines.

A hint is a bit. A line that lacks it is not what it stands for; one that has it is still looked at.
The hints of a page's lines are told for all at once (`vocabulary`), those of a line alone here.
"""

from collections.abc import Sequence
from functools import cache, reduce
from itertools import chain
from operator import or_

from asreported.documents.lines.bylines import SIGNING
from asreported.documents.lines.phrases import fold_words, telling_words
from asreported.lexicon.load import table, words

TELLING = 1 << 8
"""It has the rarest word of a phrase of the boilerplate table."""
SIGNED, AGENCY = 1 << 9, 1 << 10
"""It has a word with which a byline, or an agency's or outlet's name, begins."""
COUNTING, INVITING, SAYING, PAST, REPLYING, PICTURING = (1 << bit for bit in range(11, 17))
"""It has a word of the table of line words."""
ADDRESSED, PRICED = 1 << 17, 1 << 18
"""It has a word of that table, or a sign, that an address or a price has."""
RIGHTS, DIGIT, AT, CREDITED = (1 << bit for bit in range(19, 23))
"""It has such a sign: "©", a digit, "@"; what parts a picture's credit."""
WORDLESS = 1 << 23

SIGNS = {
    **dict.fromkeys("0123456789", DIGIT), **dict.fromkeys("€$£", PRICED), "@": AT | ADDRESSED,
    "/": ADDRESSED | CREDITED,
    **dict.fromkeys("(:|•·", CREDITED), "©": RIGHTS | CREDITED,
}  # fmt: skip
_LINE_WORDS = {
    "counting": COUNTING, "inviting": INVITING, "saying": SAYING, "past": PAST,
    "replying": REPLYING, "picturing": PICTURING, "addressed": ADDRESSED, "priced": PRICED,
}  # fmt: skip


@cache
def word_hints() -> dict[str, int]:
    """Return the hints that a word gives, of those that give any."""
    found = {row["word"]: 0 for row in table("line_words")}
    for row in table("line_words"):
        found[row["word"]] |= _LINE_WORDS[row["hint"]]
    for hint, listed in (
        (TELLING, telling_words()), (SIGNED, SIGNING), (AGENCY, _agency_words())
    ):  # fmt: skip
        for word in listed:
            found[word] = found.get(word, 0) | hint
    return found


def line_words(hint: str) -> frozenset[str]:
    """Return the words of the table that give ``hint``."""
    return words("line_words", hint=hint)


def read_hints(text: str, said: Sequence[str]) -> int:
    """Return the hints of a line of ``text``; ``said`` are its words, folded."""
    known = word_hints()
    told = reduce(or_, [known.get(word, 0) for word in said], 0)
    told |= reduce(or_, [hint for sign, hint in SIGNS.items() if sign in text], 0)
    return told if said else told | WORDLESS


def _agency_words() -> frozenset[str]:
    # Outlets of one word are things too: a line of such a word alone is no credit.
    outlets = (name for name in words("outlets", "name") if " " in name)
    names = chain(words("agencies", "name"), outlets)
    return frozenset(word for name in names for word in fold_words(name)[:1])
