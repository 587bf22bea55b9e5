"""Say whether two words are spellings of one name, as transliteration and typing make them."""

from functools import cache

from asreported.lexicon.names import places

# From here two words with one skeleton count as spellings of one name (Jaro-Winkler, 0..1).
_ALIKE = 0.82
_SOUNDS = (
    ("kh", "h"), ("gh", "g"), ("dh", "d"), ("ph", "f"), ("q", "k"), ("ck", "k"), ("c", "k"),
    ("w", "v"), ("j", "y"), ("z", "s"),
)  # fmt: skip


@cache
def skeleton(word: str) -> str:
    """Return the sounds that transliterations of one word share.

    >>> skeleton("khaled") == skeleton("haled"), skeleton("yousef") == skeleton("yusuf")
    (True, True)
    """
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    squeezed: list[str] = []
    for char in word:
        if char not in "aeiouy" and squeezed[-1:] != [char]:
            squeezed.append(char)
    return word[:1].translate(str.maketrans("aeiouy", "aaaaaa")) + "".join(squeezed)


@cache
def same_word(left: str, right: str) -> bool:
    """Return whether two folded words are spellings of one name."""
    if left == right:
        return True
    if min(len(left), len(right)) < 4 or skeleton(left)[1:] != skeleton(right)[1:]:
        return False
    if left in places() or right in places():
        return False
    from rapidfuzz.distance import JaroWinkler

    return JaroWinkler.similarity(left, right) >= _ALIKE
