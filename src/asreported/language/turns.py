"""Find who speaks in a transcript: each turn has a label, in front of its words or on its own line.

"ROE: It leaked.", "A: It leaked." and "ada roe", a line of its own above "It leaked.", are labels;
"Why it matters:" and a menu's "Follow us" are none.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from asreported.lexicon.names import fold, given_names

_IN_FRONT = re.compile(
    r"(?P<name>[A-Z][A-Z.'’ -]{1,40})"
    r"(?:, [A-Z][A-Z .-]{1,40})?(?: \([^()]{1,30}\))?:(?:\s+(?=\S)|$)"
)
# An interview's questions and answers.
_ASKED = re.compile(r"(?P<name>Q|A|Question|Answer)(?::\s*|\.\s+)(?=\S)")
_FIRST = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b(?!\.)")
# A paper's own name and the other's, as printed: "Herald: Why?", "Roe: It leaked."
_PRINTED = re.compile(r"(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}):\s+(?=\S)")
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,3}")
# Fewer labels, or of fewer speakers, make no transcript; nor do labels on fewer than one in so
# many lines, names that hardly come again ("UPDATE:", "BREAKING:"), or one name over and over.
_LEAST_LABELS, _LEAST_SPEAKERS, _SPREAD, _TIMES, _IN_A_ROW = 4, 2, 5, 1.5, 0.4
# A name alone on a line heads a section, or signs one, unless it comes so often.
_AGAIN = 3


@dataclass(frozen=True, slots=True)
class Label:
    """A speaker's name at the start of a line, its words from ``begins`` on.

    Both are code points of the line; ``begins`` is its length where the label stands alone.
    """

    end: int
    begins: int


def find_labels(lines: Sequence[str]) -> Mapping[int, Label]:
    """Return the labels by the index of their lines, none where nobody takes turns.

    ``lines`` are stripped. The time is linear in their length.
    """
    for found in (_in_front(lines), _asked(lines), _printed(lines), _alone(lines)):
        if len(found) * _SPREAD >= len(lines) and _alternate(
            [lines[at][: label.end].casefold().split()[-1] for at, label in found.items()]
        ):
            return found
    return {}


def _alternate(names: Sequence[str]) -> bool:
    """Return whether the last words of labels, in order, are those of people who speak in turn."""
    speakers = {*names}
    in_a_row = sum(name == after for name, after in pairwise(names))
    return (
        len(names) >= max(_LEAST_LABELS, _TIMES * len(speakers))
        and len(speakers) >= _LEAST_SPEAKERS
        and in_a_row <= _IN_A_ROW * len(names)
    )


def _in_front(lines: Sequence[str]) -> dict[int, Label]:
    matches = ((at, _IN_FRONT.match(line)) for at, line in enumerate(lines))
    return {at: Label(m.end("name"), m.end()) for at, m in matches if m is not None}


def _asked(lines: Sequence[str]) -> dict[int, Label]:
    """Return "Q" and "A" where somebody answers of themselves; else an outlet explains a thing."""
    matches = ((at, _ASKED.match(line)) for at, line in enumerate(lines))
    found = [(at, m) for at, m in matches if m is not None]
    if not any(m["name"][0] == "A" and _FIRST.search(lines[at]) for at, m in found):
        return {}
    return {at: Label(m.end("name"), m.end()) for at, m in found}


def _printed(lines: Sequence[str]) -> dict[int, Label]:
    """Return labels written as names are, where each comes again and again and somebody asks."""
    matches = ((at, _PRINTED.match(line)) for at, line in enumerate(lines))
    found = [(at, m) for at, m in matches if m is not None and not _ASKED.match(m.string)]
    times = Counter(m["name"] for _, m in found)
    asking = any(lines[at].endswith("?") for at, _ in found)
    if not asking or min(times.values(), default=0) < _AGAIN:
        return {}
    return {at: Label(m.end("name"), m.end()) for at, m in found}


def _alone(lines: Sequence[str]) -> dict[int, Label]:
    """Return the lines that are nothing but a name, and that come again and again above others.

    One of the names begins as names of people do.
    """
    times = Counter(line.casefold() for line in lines if _NAME.fullmatch(line))
    names = {line for line, number in times.items() if number >= _AGAIN}
    if not any(fold(name.split()[0]) in given_names() for name in names):
        return {}
    return {
        at: Label(len(line), len(line))
        for at, line in enumerate(lines[:-1])
        if line.casefold() in names and lines[at + 1].casefold() not in names
    }
