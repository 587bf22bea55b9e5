"""The report as one self-contained page that asks nothing of the network.

The page works without its script: sections, ``<details>``, anchors and ``:target`` do the work,
and the script adds keys, filters and exact highlights. Its policy allows no request at all, and
only the one style and the one script whose hashes it names.
"""

import hashlib
import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup

from asreported.lexicon.plurals import counted
from asreported.model.report import ReportData
from asreported.report.accounts import name_accounts
from asreported.report.page.collation import Collation, collate
from asreported.report.page.figures import Figure, figures
from asreported.report.page.frames import Frames, frames
from asreported.report.page.graph import Drawing, draw
from asreported.report.page.lens import Lens, Marker, lenses, mark_story, mark_views
from asreported.report.page.marks import page_text
from asreported.report.page.matrix import Row, rows, state_of
from asreported.report.page.minified import minify_script, minify_style
from asreported.report.printable import is_marked, one_line, shorten
from asreported.report.sections import StorySections, lay_out

if TYPE_CHECKING:
    from jinja2 import Environment


# A line break before a block is nothing to a browser, and a page has hundreds; what stands in the
# articles is no template's and stays.
_BEFORE_BLOCK = re.compile(
    r"\n+(?={%|</?(?:article|circle|dd|details|div|dl|dt|h[1-6]|header|li|ol|p|path|section|t[dhr]|ul)\b)"
)
# What stands between two tags, with an escaped mark in it.
_TEXT = re.compile(r">[^<>]*&#34;[^<>]*<")


@dataclass(frozen=True, slots=True)
class Quote:
    """One utterance in several wordings."""

    id: str
    speaker: str
    kind: str
    reason: str
    collation: Collation


@dataclass(frozen=True, slots=True)
class StoryPage:
    """All views of one story. ``prefix`` keeps the ids of several stories apart."""

    prefix: str
    story: StorySections
    lenses: tuple[Lens, ...]
    rows: tuple[Row, ...]
    quotes: tuple[Quote, ...]
    figures: tuple[Figure, ...]
    drawing: Drawing
    frames: tuple[Frames, ...]


def render_html(report: ReportData) -> str:
    """Return the whole page."""
    accounts = name_accounts(report)
    stories = [
        _story_page(lay_out(story, accounts, number))
        for number, story in enumerate(report.stories, start=1)
    ]
    style = Markup(_static("page.css") + _card_labels(stories))
    script = Markup(_static("page.js"))
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    page: str = (
        _environment()
        .get_template("page.html")
        .render(
            report=report,
            stories=stories,
            policy=policy,
            style=style,
            script=script,
            state_of=state_of,
            line=one_line,
            short=shorten,
            failures=report.failures,
        )
    )
    # No attribute of the templates is in single quotes, so an apostrophe is harmless everywhere; a
    # double mark is between tags.
    return _TEXT.sub(lambda m: m[0].replace("&#34;", '"'), page.replace("&#39;", "'"))


def _story_page(story: StorySections) -> StoryPage:
    prefix = f"s{story.number}-" if story.number > 1 else ""
    quotes = tuple(
        Quote(
            f"{prefix}q{number}",
            one_line(group.speaker or ""),
            group.kind,
            one_line(group.reason),
            collate(story.witness.all(group.variants)),
        )
        for number, group in enumerate(story.comparison.quote_variants, start=1)
    )
    numbers, drawing, wordings = figures(story), draw(story), frames(story)
    marker = Marker()
    mark_story(marker, story)
    mark_views(marker, [q.collation for q in quotes], numbers, drawing, wordings)
    return StoryPage(
        prefix=prefix,
        story=story,
        lenses=lenses(marker, story),
        rows=tuple(rows(story)),
        quotes=quotes,
        figures=numbers,
        drawing=drawing,
        frames=wordings,
    )


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from jinja2.ext import Extension

    class Tight(Extension):
        def preprocess(self, source: str, *_: str | None) -> str:
            return _BEFORE_BLOCK.sub("", source)

    environment = Environment(
        loader=PackageLoader("asreported.report.page"),
        extensions=[Tight],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
    )
    environment.filters["counted"] = counted
    environment.tests["marked"] = is_marked
    return environment


def _harmless(value: object) -> object:
    """Return what a template writes; a plain string without codes that a reader would obey."""
    return page_text(value) if type(value) is str else value


@cache
def _static(name: str) -> str:
    """Return a file of ours, made short: a page carries it each time."""
    text = files("asreported.report.page").joinpath("static", name).read_text(encoding="utf-8")
    return minify_style(text) if name.endswith(".css") else minify_script(text)


def _card_labels(stories: Sequence[StoryPage]) -> str:
    """Return the rules that write an account's name into the matrix' cells where it is cards."""
    rules = [
        f"#{page.prefix}matrix td:nth-child({number})::before"
        f"{{content:'{_css_text(account.label)}: '}}"
        for page in stories
        for number, account in enumerate(page.story.accounts, start=2)
    ]
    return f"\n@media (max-width: 640px) {{{''.join(rules)}}}"


def _css_text(text: str) -> str:
    """Return ``text`` for a CSS string: all but letters and digits as code points."""
    return "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in text)


def _hash(text: str) -> str:
    return f"sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
