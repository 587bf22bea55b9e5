"""Know the plural of a counted noun."""

_IRREGULAR = {
    "person": "people",
    "child": "children",
    "foot": "feet",
    "life": "lives",
    "wife": "wives",
    "half": "halves",
} | {
    noun: noun
    for noun in ("people", "aircraft", "police", "staff", "cattle", "sheep", "fish", "personnel")
}


def plural(noun: str) -> str:
    """Return the plural of a noun in dictionary form, lower case or capitalised.

    >>> [plural(noun) for noun in ("worker", "country", "day", "class", "gunman", "aircraft")]
    ['workers', 'countries', 'days', 'classes', 'gunmen', 'aircraft']
    """
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("s") and not noun.endswith("ss"):
        return noun  # A name of people, which the parser leaves in the plural: "Canadians".
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    if noun.endswith("man"):
        return f"{noun[:-3]}men"
    return f"{noun}es" if noun.endswith(("ss", "x", "z", "ch", "sh")) else f"{noun}s"


def counted(number: int, noun: str) -> str:
    """Return how many of what there are.

    >>> [counted(1, "account"), counted(1200, "account")]
    ['1 account', '1,200 accounts']
    """
    return f"{number:,} {noun if number == 1 else plural(noun)}"
