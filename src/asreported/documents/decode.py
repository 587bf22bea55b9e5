"""Turn bytes into text, and say how."""

import codecs
import re
from typing import NamedTuple

from asreported.errors import DocumentError
from asreported.model.document import Warnings

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.I)
_XML = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{2,40})", re.I)
_OF_PAGES = frozenset(
    ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic",
     "gbk", "gb18030", "big5", "big5hkscs", "euc_jp", "iso2022_jp", "shift_jis", "cp932", "euc_kr",
     "cp949", "cp866", "cp874", "tis-620", *(f"cp125{page}" for page in range(9)),
     *(f"iso8859-{part}" for part in (*range(2, 12), *range(13, 17)))]
)  # fmt: skip
"""The encodings that browsers know. Python knows others, which are no writing of a page's."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_ASCII = bytes(range(128))
_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)))
_SIGNATURES = (
    b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"\x7fELF",
    b"\xd0\xcf\x11\xe0", b"RIFF", b"ID3", b"OggS", b"\x00\x00\x00\x18ftyp", b"7z\xbc\xaf", b"Rar!",
)  # fmt: skip
_MOST_BAD = 0.02
"""Share of bytes that may not be UTF-8 in a text that is taken for damaged UTF-8."""
_WESTERN = 0.04
"""Share of bytes beyond ASCII below which they are accents and curly marks of a Western text."""
_MUCH_LOST = 0.001
"""Share of characters that could not be decoded from which a reader is told so in other words."""
_HEAD = 8_000
"""Code points from the start by which a file is told that is no text, as other programs do."""
_LOOKED_AT = 64_000
"""Bytes from the start that are looked at to tell what they are."""


class Decoded(NamedTuple):
    """The text, the encoding it was read with, and what went wrong on the way."""

    text: str
    encoding: str
    warnings: Warnings


def decode(name: str, content: bytes | str, markup: bool = False) -> Decoded:
    """Return the text of ``content``. Line feeds and all else are kept as they are.

    Looked at, in this order: a byte order mark, UTF-8 itself, what a page declares (``markup``),
    zero bytes of UTF-16, and what the letters look like.

    Raises:
        DocumentError: It is a file of another kind (``binary``).
    """
    if isinstance(content, str):
        return _clean(content, "text", ())
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            text = content[len(mark) :].decode(encoding, errors="replace")
            return _clean(text, encoding, _replaced(text))
    if content.startswith(_SIGNATURES):
        raise DocumentError(name, "binary", "a file of another kind, not text")
    try:
        return _plain(name, content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _guess(name, content, markup)


def _plain(name: str, text: str, encoding: str) -> Decoded:
    head = text[:_HEAD]
    if head.count("\x00") * 4 > len(head) >= 4:
        return _zeros(name, text.encode("utf-8"))
    plain = head.encode("utf-8", "replace")
    if (len(plain) - len(plain.translate(None, _CONTROLS))) * 10 > len(head) > 0:
        raise DocumentError(name, "binary", "more control characters than text has")
    # What UTF-8 encodes has no half of a character.
    return Decoded(text, encoding, ()) if encoding == "utf-8" else _clean(text, encoding, ())


def _zeros(name: str, content: bytes) -> Decoded:
    """Decode UTF-16 without its mark: half of what Latin letters take are zeros."""
    even, odd = content[0:_LOOKED_AT:2].count(0), content[1:_LOOKED_AT:2].count(0)
    encoding = "utf-16-be" if even > odd else "utf-16-le"
    text = content.decode(encoding, errors="replace")
    if text.count("\x00") * 10 > len(text):
        raise DocumentError(name, "binary", "more zeros than text has")
    return _clean(text, encoding, _replaced(text))


def _guess(name: str, content: bytes, markup: bool) -> Decoded:
    if content[:_LOOKED_AT].count(0) * 5 > len(content[:_LOOKED_AT]):
        return _zeros(name, content)
    declared = _declared(content) if markup else None
    lenient = content.decode("utf-8", errors="replace")
    foreign = len(content.translate(None, _ASCII))
    bad = lenient.count("\ufffd")
    # Damaged UTF-8 has few bad bytes among good ones; another encoding has hardly any good ones.
    if bad <= _MOST_BAD * len(content) and (bad * 4 < foreign or declared == "utf-8"):
        return _clean(lenient, "utf-8", _replaced(lenient))
    if declared and declared != "utf-8":
        text = content.decode(declared, errors="replace")
        return _plain(name, text, declared)._replace(warnings=_replaced(text))
    encoding = _detect(content)
    text = content.decode(encoding, errors="replace")
    decoded = _plain(name, text, encoding)
    detail = f"not UTF-8; read as {encoding} by what its letters look like"
    return decoded._replace(
        warnings=(*decoded.warnings, ("encoding_guessed", detail), *_replaced(text))
    )


def _declared(content: bytes) -> str | None:
    found = _META.search(content[:_LOOKED_AT]) or _XML.search(content[:_LOOKED_AT])
    if found is None:
        return None
    try:
        codec = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    # Browsers read these as the larger sets that contain them.
    codec = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gbk"}.get(codec, codec)
    return codec if codec in _OF_PAGES else None


def _detect(content: bytes) -> str:
    from charset_normalizer import from_bytes

    sample = content[:_LOOKED_AT]
    # Few letters beyond ASCII: the Western page, which its neighbours differ from in few letters.
    if sum(byte > 127 for byte in sample) < _WESTERN * len(sample):
        return "cp1252"
    first = next((at for at, byte in enumerate(sample) if byte > 127), 0)
    sample = sample[max(0, first - 200) : first + 4_000]
    candidates = ["cp1252", "cp1251", "koi8_r", "cp1250", "cp1253", "cp1254", "cp1256", "shift_jis",
                  "gb18030", "big5", "euc_jp", "euc_kr", "cp1255", "iso8859_15"]  # fmt: skip
    best = from_bytes(sample, cp_isolation=candidates).best()
    return best.encoding if best else "cp1252"


def _replaced(text: str) -> Warnings:
    bad = text.count("\ufffd")
    if bad == 0:
        return ()
    share = bad / max(1, len(text))
    code = "undecodable" if share > _MUCH_LOST else "replaced"
    return ((code, f"{bad} characters could not be decoded ({share:.2%})"),)


def _clean(text: str, encoding: str, warnings: Warnings) -> Decoded:
    """Replace lone surrogates, which no file can hold."""
    try:
        # Many times as quick as to look for them, and they are rare.
        text.encode("utf-8")
        return Decoded(text, encoding, warnings)
    except UnicodeEncodeError:
        text, lone = _SURROGATE.subn("\ufffd", text)
    told = ("surrogate", f"{lone} halves of characters were replaced")
    return Decoded(text, encoding, (*warnings, told))
