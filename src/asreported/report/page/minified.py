"""Make a script or a style of ours short, changing nothing that it does: a page carries both.

What is dropped are comments, blanks that part no words, line breaks at which no statement ends, and
semicolons before a brace; what a script names itself gets a letter or two. Strings, templates and
patterns stay as they are written.
"""

import re
from collections.abc import Iterator
from itertools import chain, pairwise, product
from string import ascii_lowercase, ascii_uppercase
from typing import NamedTuple

_STRING = r'"(?:\\.|[^"\\\n])*+"|\'(?:\\.|[^\'\\\n])*+\''
# A template is cut where it holds an expression: "`a${", then the expression, then "}b`".
_CHUNK = r"(?:\\.|\$(?!\{)|[^\\`$])*+(?:`|\$\{)"
_TOKEN = re.compile(
    r"(?P<blank>(?:\s++|//[^\n]*+|/\*.*?\*/)++)?+"
    rf"(?:(?P<word>[\w$]++)|(?P<string>{_STRING})|(?P<template>`{_CHUNK})"
    r"|(?P<sign>\+\+|--|=>|[^\"'`])|(?P<end>\Z))",
    re.DOTALL,
)
_PATTERN = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\\n])*+\]|[^/\\\[\n])++/\w*+")
_REST = re.compile(rf"\}}{_CHUNK}", re.DOTALL)
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
_HEADS = frozenset({"if", "for", "while", "with"})
"""Words before a bracket behind which a statement begins."""
_BEFORE_PATTERN = frozenset({"return", "typeof", "case", "in", "of", "else", "do", "void", "throw"})
_RESTRICTED = frozenset({"return", "break", "continue", "throw", "yield", "async"})
"""Words whose statement ends with the line, whatever follows."""
_ENDING = _CLOSING | {"++", "--"}
"""Signs with which a statement may end."""
_INSIDE = _CLOSING | frozenset(";,:?=<>&|%^") | {"=>"}
"""Signs with which none begins."""
_EMPTY_BEFORE = frozenset({"else", "do", ":"})
"""What a statement follows that may be a semicolon alone."""
_DECLARING = frozenset({"const", "let", "function"})
_TWO_LETTERED = frozenset({"do", "if", "in"})
"""Words of the language that are as short as a name."""
_APART = frozenset({("<", "!"), ("--", ">")})
"""Signs that would make a comment of HTML with others."""

_COMMENT = re.compile(rf"({_STRING})|/\*.*?\*/", re.DOTALL)
# Blanks part selectors, and the terms of a sum.
_STYLE = re.compile(
    rf"(?P<keep>{_STRING})|\s*+(?P<sign>[{{}};,>])\s*+|(?<=[a-z-])(?P<colon>:)\s++|\s++"
    r"|(?<!-)(?P<name>--[a-z]+)\b"
)
# The last semicolon of a rule, and the blank before "!important".
_NEEDLESS = re.compile(rf"(?P<string>{_STRING})|(?:;\s*+(?=\}})|\s++(?=!))")
# In ASCII the hashes hold even where a notebook or a mail program takes the page for Latin-1.
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


class _Token(NamedTuple):
    """A token with whether a blank, and whether a line break, stands before it.

    ``heads`` is whether it is the bracket that closes the head of an "if" or of a loop.
    """

    kind: str
    text: str
    parted: bool = False
    broken: bool = False
    heads: bool = False


def minify_script(source: str) -> str:
    """Return the script ``source`` in ASCII, and as short as its meaning allows.

    Raises:
        ValueError: A string or a bracket has no end or no beginning, or "/" follows a brace, behind
            which it may divide or begin a pattern.

    >>> minify_script("let a = `x ${ b  +  ++c }  y`;  // why\\nif (a) { f( / +/ ); }")
    'let a=`x ${b+ ++c}  y`;if(a){f(/ +/)}'
    """
    kept: list[_Token] = []
    for token in _tokens(source):
        if token.text == "}" and len(kept) > 1 and _is_needless(kept[-2], kept[-1]):
            kept.pop()
        kept.append(token)
    parts = [one_before + token.text for one_before, token in _joined(_renamed(_merged(kept)))]
    return _NOT_ASCII.sub(_escaped, "".join(parts))


def _tokens(source: str) -> Iterator[_Token]:
    opened: list[str] = []
    last, at = _Token("", ""), 0
    while (found := _found(_TOKEN, source, at)).lastgroup != "end":
        kind, blank = found.lastgroup or "", found["blank"] or ""
        text, start, heads = found[kind], found.start(kind), False
        if text in _CLOSING:
            if not opened:
                raise ValueError(f"{text!r} closes nothing")
            around = opened.pop()
            heads = around == "if ("
            if around == "${":
                kind, text = "template", _found(_REST, source, start)[0]
        elif text == "/" and _begins_pattern(last):
            kind, text = "pattern", _found(_PATTERN, source, start)[0]
        if text in _OPENING:
            opened.append("if (" if text == "(" and last.text in _HEADS else text)
        elif kind == "template" and text.endswith("${"):
            opened.append("${")
        last, at = _Token(kind, text, blank != "", "\n" in blank, heads), start + len(text)
        yield last
    if opened:
        raise ValueError(f"{opened[-1]!r} has no end")


def _found(pattern: re.Pattern[str], source: str, at: int) -> re.Match[str]:
    found = pattern.match(source, at)
    if found is None:
        raise ValueError(f"{source[at : at + 20]!r} has no end")
    return found


def _begins_pattern(last: _Token) -> bool:
    if last.text == "}" and last.kind == "sign":
        raise ValueError("'/' behind a brace may divide or begin a pattern")
    if last.kind == "sign":
        return last.heads or last.text not in _ENDING
    return last.kind == "" or last.text in _BEFORE_PATTERN


def _is_needless(before: _Token, last: _Token) -> bool:
    """Return whether ``last`` is a semicolon that a closing brace stands for."""
    return last.text == ";" and not before.heads and before.text not in _EMPTY_BEFORE


def _merged(tokens: list[_Token]) -> list[_Token]:
    """Return the script with "const a = 1; const b = 2" told as "const a = 1, b = 2"."""
    kept: list[_Token] = []
    # The word that the statement begins with, for each bracket that is open.
    begun = [""]
    for token, brackets in zip(tokens, _brackets(tokens), strict=True):
        del begun[len(brackets) :]
        begun += [""] * (len(brackets) - len(begun))
        last = kept[-1].text if kept else ""
        if token.text in ("const", "let") and last == ";" and begun[-1] == token.text:
            kept[-1] = kept[-1]._replace(text=",")
            continue
        if (last in ("", ";", "{", "}") or token.broken) and token.text not in _INSIDE:
            begun[-1] = token.text
        kept.append(token)
    return kept


def _renamed(tokens: list[_Token]) -> list[_Token]:
    """Return the script with short names for what it declares, the longest and commonest first.

    A name is short for one name wherever it stands, so that no scope need be known: what hid
    another name hides it still.
    """
    places = _places_of_names(tokens)
    gains = {name: (len(name) - 1) * len(at) for name, at in places.items()}
    free = _free_names({token.text for token in tokens if token.kind == "word"})
    short, letters = {}, next(free)
    for name in sorted(gains, key=lambda name: (-gains[name], name)):
        if len(letters) < len(name):
            short.update(dict.fromkeys(places[name], letters))
            letters = next(free)
    return [
        token._replace(text=short[at]) if at in short else token for at, token in enumerate(tokens)
    ]


def _free_names(taken: set[str]) -> Iterator[str]:
    singles = (*ascii_lowercase, *ascii_uppercase)
    pairs = (one + other for one, other in product(singles, repeat=2))
    return (name for name in chain(singles, pairs) if name not in taken | _TWO_LETTERED)


def _places_of_names(tokens: list[_Token]) -> dict[str, list[int]]:
    """Return where each name that the script declares stands, if it is nowhere a field as well.

    "{ ink }" is a field called like the name: such a name is left out.
    """
    texts = ["", "", *(token.text for token in tokens), ""]
    around = _brackets(tokens)
    declared = _declared(tokens, around)
    places: dict[str, list[int]] = {}
    for at, token in enumerate(tokens):
        before, behind = texts[at + 1], texts[at + 3]
        in_object = around[at][-1] == "{" and before in ("{", ",")
        is_member = before == "." and texts[at] != "."
        if token.kind != "word" or token.text not in declared or is_member:
            continue
        if in_object and behind in (",", "}"):
            declared.discard(token.text)
        elif not (in_object and behind == ":"):
            places.setdefault(token.text, []).append(at)
    return {name: places[name] for name in sorted(declared) if name in places}


def _declared(tokens: list[_Token], around: list[tuple[str, ...]]) -> set[str]:
    """Return the names that stand behind "const", "let" or "function", and what functions take.

    Those within a pattern, as in "const { ink } = pen", and those of "=>" are left out.
    """
    names: set[str] = set()
    # How many brackets stand around each list of declarations that has not ended.
    lists: set[int] = set()
    texts = ["", "", *(token.text for token in tokens)]
    for (two_before, before, text), brackets in zip(
        zip(texts, texts[1:], texts[2:], strict=False), around, strict=True
    ):
        depth = len(brackets)
        lists = {each for each in lists if each <= depth}
        if before in _DECLARING or (depth in lists and before in ("(", ",")):
            names.add(text)
        if text in ("const", "let"):
            lists.add(depth)
        elif text == "(" and two_before == "function":
            lists.add(depth + 1)
        elif text == ";":
            lists.discard(depth)
    return {token.text for token in tokens if token.kind == "word" and token.text in names}


def _brackets(tokens: list[_Token]) -> list[tuple[str, ...]]:
    """Return the brackets that each token stands in, the outermost first, "" before them."""
    opened, around = [""], []
    for token in tokens:
        closes = token.text in _CLOSING and token.kind == "sign"
        if closes or (token.kind == "template" and token.text.startswith("}")):
            opened.pop()
        around.append(tuple(opened))
        if token.kind == "sign" and token.text in _OPENING:
            opened.append(token.text)
        elif token.kind == "template" and token.text.endswith("${"):
            opened.append("${")
    return around


def _joined(tokens: list[_Token]) -> Iterator[tuple[str, _Token]]:
    """Yield each token with what must stand before it."""
    yield from (("", token) for token in tokens[:1])
    for one, other in pairwise(tokens):
        if other.broken and _may_part(one, other):
            yield "\n", other
        else:
            yield " " if other.parted and _would_merge(one, other) else "", other


def _may_part(one: _Token, other: _Token) -> bool:
    """Return whether a line break between the two may end a statement."""
    ends = one.kind != "sign" or one.text in _ENDING
    return one.text in _RESTRICTED or (
        ends and not (other.kind == "sign" and other.text in _INSIDE)
    )


def _would_merge(one: _Token, other: _Token) -> bool:
    end, start = one.text[-1], other.text[0]
    words = one.kind in ("word", "pattern") and other.kind == "word"
    number = end.isdigit() and start == "."
    twice = end == start and start in "+-/"
    return words or number or twice or (one.text, other.text) in _APART


def _escaped(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


def minify_style(source: str) -> str:
    """Return the style ``source`` in ASCII and short, its variables named by one letter each.

    >>> minify_style("/* ink */ :root { --ink: #111; }\\na > b { content: '} :  é'; }")
    ":root{--a:#111}a>b{content:'} :  \\\\e9 '}"
    """
    bare = _COMMENT.sub(lambda m: m[1] or "", source).strip()
    bare = _NEEDLESS.sub(lambda m: m["string"] or "", bare)
    # There are fewer variables than letters, and each is named a dozen times.
    names = sorted({m["name"] for m in _STYLE.finditer(bare) if m["name"]})
    short = {name: f"--{letter}" for name, letter in zip(names, ascii_lowercase, strict=False)}

    def shortened(found: re.Match[str]) -> str:
        kept = found["keep"] or found["sign"] or found["colon"]
        return kept or short.get(found["name"], found["name"]) or " "

    return _NOT_ASCII.sub(lambda m: f"\\{ord(m[0]):x} ", _STYLE.sub(shortened, bare))
