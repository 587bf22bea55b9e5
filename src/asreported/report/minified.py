"""Make a script or a style of ours short, changing nothing that it does: a page carries both.

What is dropped are comments, blanks that part no words, line breaks at which no statement ends, and
semicolons before a brace. Strings, templates and patterns stay as they are written.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from string import ascii_lowercase
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
_APART = frozenset({("<", "!"), ("--", ">")})
"""Signs that would make a comment of HTML with others."""

_COMMENT = re.compile(rf"({_STRING})|/\*.*?\*/", re.DOTALL)
# Blanks part selectors, and the terms of a sum.
_STYLE = re.compile(
    rf"(?P<keep>{_STRING})|\s*+(?P<sign>[{{}};,>])\s*+|(?<=[a-z-])(?P<colon>:)\s++|\s++"
    r"|(?<!-)(?P<name>--[a-z]+)\b"
)
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
    parts = [one_before + token.text for one_before, token in _joined(kept)]
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
    ":root{--a:#111;}a>b{content:'} :  \\\\e9 ';}"
    """
    bare = _COMMENT.sub(lambda m: m[1] or "", source).strip()
    # There are fewer variables than letters, and each is named a dozen times.
    names = sorted({m["name"] for m in _STYLE.finditer(bare) if m["name"]})
    short = {name: f"--{letter}" for name, letter in zip(names, ascii_lowercase, strict=False)}

    def shortened(found: re.Match[str]) -> str:
        kept = found["keep"] or found["sign"] or found["colon"]
        return kept or short.get(found["name"], found["name"]) or " "

    return _NOT_ASCII.sub(lambda m: f"\\{ord(m[0]):x} ", _STYLE.sub(shortened, bare))
