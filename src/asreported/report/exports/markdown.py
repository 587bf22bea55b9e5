"""The report as a Markdown note, for a wiki, Obsidian or an issue.

Words of a source can neither format, link nor run anything in it: every sign that Markdown, HTML or
a note-taking program gives a meaning to is escaped, and what GitHub links by itself is broken.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar
from urllib.parse import quote

from asreported.lexicon.plurals import counted
from asreported.model.report import ReportData
from asreported.report.accounts import Account, name_accounts
from asreported.report.evidence import Evidence
from asreported.report.printable import one_line
from asreported.report.sections import Dispute, Odd, StorySections, Told, lay_out

_Item = TypeVar("_Item")

# "::" makes a field in Obsidian's Dataview, "%%" hides, "$" starts a formula; "://" and "www." are
# linked where they stand.
_SIGNS = re.compile(
    r"([\\`*_{}\[\]<>#|~$%&=^!])|((?<=:):|:(?=//)|(?<=(?i:www))\.)|^([-+]|\d+(?=[.)]))"
)
# GitHub looks for e-mail addresses, names and numbers of issues when all escapes are resolved:
# only a sign between parts them. This one has no width and allows no line break.
_LINKED = re.compile(r"@|#(?=\d)")
_JOINER = "\u2060"

# A finding may stand on a dozen places; the tables have them all.
_MOST_PLACES = 4


def render_markdown(report: ReportData) -> str:
    """Return the report as Markdown that ends in a line feed."""
    accounts = name_accounts(report)
    lines: list[str] = []
    for number, story in enumerate(report.stories, start=1):
        lines += _story(lay_out(story, accounts, number))
    if not report.stories:
        lines += ["# Nothing to compare", ""]
    if report.failures:
        lines += ["## Could not be read", ""]
        lines += [f"- {escape(f.name)}: {escape(f.error)}" for f in report.failures]
        lines.append("")
    lines.append(f"*asreported {escape(report.version)}: who says what, never who is right.*")
    return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    r"""Return ``text`` on one line, so that Markdown shows it as it is.

    >>> print(escape("a](javascript:x) | [[b]]"))
    a\](javascript:x) \| \[\[b\]\]

    After "@" and before the number behind "#" it has a sign that is not seen, U+2060.
    """
    escaped = _SIGNS.sub(
        lambda m: "\\" + m[0] if not m[3] or not m[3].isdigit() else m[0] + "\\", one_line(text)
    )
    return _LINKED.sub(lambda m: m[0] + _JOINER, escaped)


def _story(story: StorySections) -> Iterator[str]:
    yield f"# {escape(story.title)}"
    yield ""
    count = f"{counted(len(story.accounts), 'article')}, {story.independent} independent"
    yield ", ".join(part for part in (story.dates, count) if part)
    yield ""
    yield "| Account | Date | Headline | Place |"
    yield "| --- | --- | --- | --- |"
    for account in story.accounts:
        head = account.document.headline
        words = escape(account.words(head)) if head else "none found"
        place = _place(account, head.start, head.end) if head else escape(account.key)
        yield f"| {escape(account.label)} | {account.date or 'no date'} | {words} | {place} |"
    yield ""
    yield from _section(
        "Findings", story.findings, lambda f: [f"{escape(f.text)}{_places(f.evidence)}"]
    )
    yield from _section("In conflict", story.disputes, _dispute)
    yield from _section("Agreed", story.agreed, _told)
    yield from _section("Told by several, from one origin", story.one_origin, _told)
    yield from _section("Undecided", story.undecided, _told)
    yield from _section("Described alike", story.described, _told)
    yield from _section("Odd inside one account", story.odd, _odd)
    yield from _section("Told by one only", story.single, _single)
    yield from _missing(story)
    yield from _section(
        "Not measured", story.gaps, lambda g: [f"**{escape(g.what)}** {escape(g.why)}"]
    )


def _section(
    title: str, items: Sequence[_Item], show: Callable[[_Item], Iterable[str]]
) -> Iterator[str]:
    if not items:
        return
    yield f"## {title} ({len(items)})"
    yield ""
    for item in items:
        first, *rest = show(item)
        yield f"- {first}"
        yield from (f"    - {line}" for line in rest)
    yield ""


def _dispute(dispute: Dispute) -> Iterator[str]:
    yield f"**{escape(dispute.question)}** {dispute.nature}"
    for answer in dispute.answers:
        who = ", ".join(escape(a.label) for a in answer.accounts)
        yield f"“{escape(answer.words)}” {who}{_places(answer.evidence)}"
    for what, rest in (("silent", dispute.silent), ("no answer found", dispute.unseen)):
        if rest:
            yield f"{what}: {', '.join(escape(a.label) for a in rest)}"


def _told(told: Told) -> Iterator[str]:
    origins = told.independent_origins
    known = f", {counted(origins, 'origin')}" if origins is not None else ""
    yield f"**{len(told.accounts)} of {told.total}{known}** “{escape(told.label.words)}”"
    for evidence in told.evidence:
        yield _line(evidence)


def _single(told: Told) -> Iterator[str]:
    yield _line(told.label)


def _odd(odd: Odd) -> Iterator[str]:
    yield f"**{escape(odd.account.label)}** {escape(odd.reason)}"
    for evidence in odd.evidence:
        yield _line(evidence)


def _missing(story: StorySections) -> Iterator[str]:
    if not story.missing:
        return
    yield "## Left out, of what others agree on"
    yield ""
    for account, lacks in story.missing:
        have = f"{account.article_length:,} characters we have"
        yield f"- **{escape(account.label)}** silent in the {have}"
        for told, _ in lacks:
            yield f"    - “{escape(told.label.words)}” ({len(told.accounts)} of {told.total})"
    yield ""


def _line(evidence: Evidence) -> str:
    voice = f", {escape(evidence.voice)}" if evidence.voice else ""
    label = escape(evidence.account.label)
    return f"“{escape(evidence.words)}” {label}{voice}{_places([evidence])}"


def _places(evidence: Iterable[Evidence]) -> str:
    listed = [_place(e.account, e.span.start, e.span.end) for e in evidence][:_MOST_PLACES]
    return f" ({', '.join(listed)})" if listed else ""


def _place(account: Account, start: int, end: int) -> str:
    """Return ``KEY:START-END``, linked to the words on the live page where its address is known."""
    name = f"{account.key}:{start}-{end}"
    if not account.live_url:
        return name
    address = quote(account.live_url.partition("#")[0], safe=":/?&=%~+,;@")
    words = account.words(account.document.span(start, end)).split()
    ends = [" ".join(words)] if len(words) <= 10 else [" ".join(words[:5]), " ".join(words[-5:])]
    fragment = ",".join(quote(part, safe="").replace("-", "%2D") for part in ends)
    return f"[{name}]({address}#:~:text={fragment})"
