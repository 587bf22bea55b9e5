"""The report for a terminal, at most ``width`` columns wide, without control codes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from asreported.lexicon.plurals import counted
from asreported.model.report import ReportData
from asreported.report.accounts import Account, name_accounts
from asreported.report.labels import LONGEST_SAID
from asreported.report.printable import columns, in_marks, is_marked, shorten
from asreported.report.sections import Dispute, Odd, StorySections, Told, lay_out
from asreported.report.terminal.failed import failed_lines
from asreported.report.terminal.retold import find_retold

_Item = TypeVar("_Item")

# A screen of each is what a reader takes in at once; --all prints the rest.
_FIRST = 8
# A longer key, and longer than a quarter of the width, stands on a line of its own; none is longer
# than 40.
_KEY = 14
_CODES = {"head": "1", "conflict": "31", "agreed": "32", "odd": "35", "dim": "2"}


def render_text(
    report: ReportData, width: int = 80, colour: bool = False, everything: bool = False
) -> str:
    """Return the report as plain text that ends in a line feed.

    Args:
        report: What was compared.
        width: Columns, at least 40.
        colour: Whether to add colours. They only repeat what the words say.
        everything: List all there is, not the first few of each kind.
    """
    writer = _Writer(max(40, width), colour, everything)
    accounts = name_accounts(report)
    stories = [lay_out(story, accounts, n) for n, story in enumerate(report.stories, start=1)]
    if len(stories) > 1:
        writer.overview(stories)
    for story in stories:
        writer.story(story)
    if report.failures:
        writer.head(f"FAILED {len(report.failures)}")
        for line in failed_lines(report.failures, everything):
            writer.item(line)
    return "\n".join(writer.lines) + "\n"


class _Writer:
    def __init__(self, width: int, colour: bool, everything: bool) -> None:
        self.width, self.colour, self.everything = width, colour, everything
        self.lines: list[str] = []

    def line(self, text: str, style: str = "") -> None:
        painted = self.colour and style in _CODES and text
        self.lines.append(f"\x1b[{_CODES[style]}m{text}\x1b[0m" if painted else text)

    def head(self, text: str, style: str = "head") -> None:
        if self.lines:
            self.line("")
        self.line(text, style)

    def item(self, text: str, first: str = "  ", rest: str = "    ", style: str = "") -> None:
        for number, part in enumerate(wrap(text, self.width - columns(rest))):
            self.line((rest if number else first) + part, style)

    def overview(self, stories: Sequence[StorySections]) -> None:
        """List the stories, so that a reader knows what is to come and where it begins."""
        articles = counted(sum(len(story.accounts) for story in stories), "article")
        self.item(
            f"{articles} tell {len(stories)} stories, each with a report below", "", "", "head"
        )
        for story in self._first(tuple(stories)):
            counts = counted(len(story.accounts), "article")
            title = shorten(story.title, 160)
            self.item(f"{title} ({counts})", f"{story.number:>3}  ", " " * 5)
        self._more(len(stories))
        self.item("where they are one event after all: --one-story", "  ", "  ", "dim")

    def story(self, story: StorySections) -> None:
        if self.lines:
            self.head(f"STORY {story.number}")
        self._title(story)
        self._findings(story)
        self._list("IN CONFLICT", story.disputes, self._dispute, "conflict")
        self._points("AGREED", story.agreed, story, "agreed")
        self._points("ONE ORIGIN, TOLD BY SEVERAL", story.one_origin, story, "head")
        self._list("ODD INSIDE ONE ACCOUNT", story.odd, self._odd, "odd")
        self._points("UNDECIDED", story.undecided, story, "head")
        self._list("DESCRIBED ALIKE", story.described, self._agreed, "head")
        self._single(story)
        self._missing(story)
        if story.gaps:
            self.head(f"NOT MEASURED {len(story.gaps)}")
        for gap in story.gaps:
            self.item(f"{gap.what}: {gap.why}{_listed(gap.accounts, ' (', ')')}")

    def _title(self, story: StorySections) -> None:
        for number, part in enumerate(wrap(story.title, self.width)):
            self.line(part if not number else f"  {part}", "head")
        self.item("   ".join(p for p in (story.dates, _counts(story)) if p), "", "")
        longest = max(columns(account.key) for account in story.accounts)
        longest = min(max(_KEY, self.width // 4), longest)
        for account in story.accounts:
            label = account.label if account.label != account.key else ""
            about = ", ".join(p for p in (label, account.date, _kept(account)) if p)
            rest = " " * (longest + 4)
            if columns(account.key) > longest:
                self.line(f"  {account.key}")
            first = rest if columns(account.key) > longest else f"  {account.key:<{longest}}  "
            self.item(about, first, rest)

    def _findings(self, story: StorySections) -> None:
        if not story.findings:
            return
        self.head("FINDINGS")
        for finding in self._first(story.findings):
            places = ", ".join(evidence.anchor for evidence in finding.evidence[:3])
            text = f"{finding.text} [{places}]" if places else finding.text
            self.item(text, f"{finding.rank:>3}  ", " " * 5)
        self._more(len(story.findings))

    def _list(
        self, name: str, items: tuple[_Item, ...], show: Callable[[_Item], None], style: str
    ) -> None:
        if not items:
            return
        self.head(f"{name} {len(items)}", style)
        for item in self._first(items):
            show(item)
        self._more(len(items))

    def _points(
        self, name: str, points: tuple[Told, ...], story: StorySections, style: str
    ) -> None:
        """List points; what the findings above show of them is not read twice."""
        above = () if self.everything else self._first(story.findings)
        lines = find_retold(points, above)
        fresh = tuple(told for told in points if told.id not in lines)
        if points:
            self.head(f"{name} {len(points)}", style)
        for told in self._first(fresh):
            self._agreed(told)
        self._more(len(fresh))
        if lines:
            ranks = ", ".join(str(rank) for rank in sorted({f.rank for f in lines.values()}))
            self.line(f"  and {len(lines)} told in FINDINGS: {ranks}", "dim")

    def _first(self, items: tuple[_Item, ...]) -> tuple[_Item, ...]:
        return items if self.everything else items[:_FIRST]

    def _more(self, total: int) -> None:
        if not self.everything and total > _FIRST:
            self.line(f"  and {total - _FIRST} more: --all", "dim")

    def _dispute(self, dispute: Dispute) -> None:
        self.item(f"{dispute.question} ({dispute.nature})")
        for answer in dispute.answers:
            who = answer.best.account
            place = answer.best.anchor
            others = _listed((a for a in answer.accounts if a != who), "; so too ", "")
            self.item(
                f"{in_marks(answer.words)} {answer.best.attributed} [{place}]{others}",
                "    ",
                "      ",
            )
        for what, rest in (("silent", dispute.silent), ("no answer found", dispute.unseen)):
            if rest:
                self.item(f"{what}: {', '.join(a.label for a in rest)}", "    ", "      ")

    def _agreed(self, told: Told) -> None:
        state = f"{len(told.accounts)} of {told.total}{_origins(told)}"
        who = _tellers(told)
        disputed = "; also in conflict" if told.disputes else ""
        words = shorten(told.label.words, LONGEST_SAID)
        self.item(f"{state}: {in_marks(words)} {who} [{told.label.anchor}]{disputed}")

    def _odd(self, odd: Odd) -> None:
        # What is odd may be the marks: they stay as they are.
        shown = dict.fromkeys(shorten(e.words, 90) for e in odd.evidence)
        words = " / ".join(each if is_marked(each) else f"“{each}”" for each in shown)
        self.item(f"{odd.account.label}: {words}")
        self.item(f"{odd.kind}: {odd.reason} [{odd.evidence[0].anchor}]", "    ", "    ")

    def _single(self, story: StorySections) -> None:
        if not story.single:
            return
        self.head(f"ONE SOURCE {len(story.single)}")
        for account, mine in story.alone:
            self.item(f"{account.label}: {len(mine)}")
            for told in mine if self.everything else ():
                words = shorten(told.label.words, 160)
                self.item(f"{in_marks(words)} [{told.label.anchor}]", "    ", "      ")
        if not self.everything:
            self.line("  --all lists them", "dim")

    def _missing(self, story: StorySections) -> None:
        if not story.missing:
            return
        self.head("LEFT OUT of what others have")
        for account, lacks in story.missing:
            have = f"{account.article_length:,} characters we have"
            self.item(f"{account.label}: {len(lacks)}, silent in the {have}")
            for told, lack in lacks if self.everything else lacks[:3]:
                say = f"{len(told.accounts)} of {told.total} [{told.label.anchor}]"
                near = lack.nearest
                nearest = (
                    f"; nearest: {in_marks(shorten(near.words, 60))} [{near.anchor}]"
                    if near
                    else ""
                )
                words = shorten(told.label.words, 100)
                self.item(f"{in_marks(words)} {say}{nearest}", "    ", "      ")


def wrap(text: str, width: int) -> Iterator[str]:
    """Yield ``text`` in lines of ``width`` columns at most, broken at blanks where there are any.

    >>> list(wrap("one two three", 8))
    ['one two', 'three']
    """
    line = ""
    for word in text.split(" "):
        while columns(word) > width:
            cut = next(n for n in range(1, len(word) + 1) if columns(word[: n + 1]) > width)
            yield from [line] * bool(line)
            yield word[:cut]
            line, word = "", word[cut:]
        joined = f"{line} {word}" if line else word
        if columns(joined) > width:
            yield line
            joined = word
        line = joined
    yield line


def _tellers(told: Told) -> str:
    """Return who tells it, and who is named for it where that is not one origin for all."""
    voices: dict[str, list[str]] = {account.label: [] for account in told.accounts}
    for evidence in told.evidence:
        if evidence.voice and not told.is_one_origin:
            voices[evidence.account.label].append(evidence.voice)
    return ", ".join(
        f"{label} ({', '.join(dict.fromkeys(named))})" if named else label
        for label, named in voices.items()
    )


def _counts(story: StorySections) -> str:
    return f"{counted(len(story.accounts), 'article')}, {story.independent} independent"


def _origins(told: Told) -> str:
    count = told.independent_origins
    if count is None:
        return ""
    named = f" ({shorten(', '.join(told.origins), 40)})" if told.origins and count == 1 else ""
    return f", {counted(count, 'origin')}{named}"


def _kept(account: Account) -> str:
    total, kept = len(account.document.text), account.article_length
    return f"{kept:,} of {total:,} characters"


def _listed(accounts: Iterable[Account], before: str, after: str) -> str:
    names = ", ".join(account.label for account in accounts)
    return f"{before}{names}{after}" if names else ""
