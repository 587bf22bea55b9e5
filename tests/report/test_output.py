"""What hostile words get in each form of output; the names are those of the hardening list."""

import csv
import io
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from asreported.model.report import ReportData
from asreported.model.wire import dumps, report_to_dict
from asreported.report.accounts import name_accounts
from asreported.report.exports.ach import render_ach
from asreported.report.exports.annotations import render_annotations
from asreported.report.exports.markdown import escape, render_markdown
from asreported.report.exports.tables import COLUMNS, safe_cell, table_csv, write_tables
from asreported.report.page.html import render_html
from asreported.report.presented import Report
from asreported.report.terminal.show import Place, render_place
from asreported.report.terminal.text import render_text
from tests.report.hostile import XSS, hostile_report

CODES = {
    "escape": "\x1b[31mred\x1b]52;c;aGk=\x07",
    "hyperlink": "\x1b]8;;http://x.test\x1b\\x\x1b]8;;\x1b\\",
    "c1": "\x9b31mred\x90q\x9c",
    "right-to-left": "\u202egnp.exe\u202c \u2066x\u2069",
    "backspace": "yes\x08\x08\x08no\x7f",
    "lines": "a\r\nSet-Cookie: x\u2028b\x85c\x0cd",
    "tags": "a\U000e0041\U000e0042b",
    "nul": "a\x00b",
    "surrogate": "a\ud800b",
    "markup": "[red]x[/red] :smile:",
}
RENDERED: dict[str, Callable[[ReportData], str]] = {
    "text": lambda r: render_text(r, 80, False, True),
    "markdown": render_markdown,
    "html": render_html,
    "points": lambda r: table_csv(r, "points"),
    "conflicts": lambda r: table_csv(r, "conflicts"),
    "quotes": lambda r: table_csv(r, "quotes"),
    "statements": lambda r: table_csv(r, "statements"),
    "quantities": lambda r: table_csv(r, "quantities"),
    "ach": render_ach,
    "annotations": render_annotations,
    "accounts": lambda r: table_csv(r, "accounts"),
    "json": lambda r: dumps(report_to_dict(r)),
}
HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]|[\U000e0000-\U000e007f]"
)


@pytest.mark.parametrize("form", RENDERED)
@pytest.mark.parametrize("code", CODES)
def test_o04_no_control_or_bidi_code_comes_out(code: str, form: str) -> None:
    out = RENDERED[form](hostile_report(CODES[code]))
    assert not HARMFUL.search(out)
    out.encode("utf-8")


@pytest.mark.parametrize("code", CODES)
def test_o04_show_prints_no_code(code: str) -> None:
    report = hostile_report(CODES[code])
    account = next(iter(name_accounts(report).values()))
    out = render_place(account, Place("d1", 5, 9))
    assert not HARMFUL.search(out)


def test_o04_colour_is_ours_alone() -> None:
    out = render_text(hostile_report(CODES["escape"]), 80, True)
    assert set(re.findall("\x1b[^m]*m", out)) <= {f"\x1b[{n}m" for n in (0, 1, 2, 31, 32, 35)}
    assert out.count("\x1b") == len(re.findall(r"\x1b\[\d+m", out))


def test_o04_plain_words_stand_as_they_are() -> None:
    out = render_text(hostile_report(CODES["markup"]), 200)
    assert "[red]x[/red] :smile:" in out


@pytest.mark.parametrize("payload", XSS, ids=range(1, 29))
def test_o01_payload_is_text(payload: str) -> None:
    page = _Tags()
    page.feed(render_html(hostile_report(payload)))
    names = [name for name, _ in page.tags]
    assert not {"img", "iframe", "object", "embed", "base", "math", "textarea"} & set(names)
    assert names.count("script") == names.count("style") == 1
    for _, attributes in page.tags:
        assert not any(name.startswith("on") or name in ("style", "src") for name in attributes)
        assert re.match(r"#|http://x\.test/|$", attributes.get("href") or "")


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_o02_script_end_and_line_separators() -> None:
    payload = "</script><!-- <![CDATA[ ]]> \u2028 \u2029 <script>"
    report = hostile_report(payload)
    page = render_html(report)
    assert page.count("</script>") == 1
    assert "<!-- " not in page
    assert json.loads(render_annotations(report))["total"] > 0
    assert Report(report).to_dict()["documents"][0]["text"].startswith("head </script>")


def test_o03_template_text_stands_as_it_is() -> None:
    payload = "{{7*7}} {% raw %} {# x #} ${7*7} #{7*7}"
    page = render_html(hostile_report(payload))
    assert "{{7*7}}" in page
    assert "49" not in re.sub(r"<(style|script)>.*?</\1>", "", page, flags=re.S)


FORMULAS = [
    '=HYPERLINK("http://x")',
    "+1",
    "-1+cmd",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "＝1",
]


@pytest.mark.parametrize("formula", FORMULAS)
def test_o05_no_cell_is_a_formula(formula: str) -> None:
    assert str(safe_cell(formula)).startswith("'")
    for form in ("points", "conflicts", "quotes", "statements", "quantities"):
        rows = csv.reader(io.StringIO(table_csv(hostile_report(formula), form)))
        for cell in (cell for row in rows for cell in row):
            bare = cell.lstrip(" \u00a0\t\r\n")
            assert not bare.startswith(("=", "+", "@", "＝")), cell
            assert not re.match(r"-[^\d]|-\d+[^\d.]", bare), cell


def test_o05_raw_leaves_the_words() -> None:
    table = table_csv(hostile_report("=1+1"), "conflicts", raw=True)
    assert ",=1+1," in table


MARKDOWN = {
    "link": "](javascript:alert(1))",
    "table": "a | b | c",
    "fence": "```js\nalert(1)\n```",
    "wikilink": "[[secret]] ![[embed]]",
    "dataview": "key:: value `= this.file`",
    "html": "<img src=x onerror=alert(1)> &lt;b&gt;",
    "heading": "# x",
    "list": "- x",
    "number": "1. x",
    "comment": "%%x%%",
    "math": "$x$",
    "emphasis": "*x* _y_ ~~z~~ ==m==",
    "footnote": "[^1]",
    "address": "see https://x.example/a, HTTP://x.example and obsidian://open?vault=x",
    "www": "www.x.example or _WWW.x.example",
    "e-mail": "ann@x.example, mailto:ann.vale+x@y.example",
    "name": "@ann and (@org/team)",
    "issue": "org/repo#12, #3",
}
_ACTIVE = re.compile(
    r"(?<!\\)[`*_\[\]<>|#~$%=^!&{}]|(?<!\\)::|^[-+] |^\d+\. "
    r"|(?<!\\)://|(?i:www\.)|@(?!\u2060)|#(?!\u2060)\d"
)


@pytest.mark.parametrize("kind", MARKDOWN)
def test_o06_markdown_is_shown_not_obeyed(kind: str) -> None:
    safe = escape(MARKDOWN[kind])
    assert not _ACTIVE.search(safe.replace("\\\\", ""))
    plain = re.sub(r"(@|#(?=\u2060\d))\u2060", r"\1", re.sub(r"\\(.)", r"\1", safe))
    assert plain == " ".join(MARKDOWN[kind].split())


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "CON", "x" * 300, "a\x00b", "-rf", "/etc/passwd", ""]
)
def test_o07_names_of_files_are_ours(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("out")
    written = write_tables(hostile_report(name or "x"), folder, "csv")
    assert sorted(path.name for path in folder.rglob("*")) == sorted(f"{t}.csv" for t in COLUMNS)
    assert all(path.parent == folder for path in written)


def test_o07_keys_are_plain_words() -> None:
    for payload in (*XSS, *CODES.values(), "../../etc/passwd"):
        for account in name_accounts(hostile_report(payload)).values():
            assert re.fullmatch(r"[A-Za-z0-9.-]{1,40}", account.key)


def test_o08_a_title_with_lines_is_one_line() -> None:
    out = render_text(hostile_report("a\r\nX-Injected: yes"), 200)
    assert "a X-Injected: yes" in out
    assert not any(line.startswith("X-Injected") for line in out.splitlines())
