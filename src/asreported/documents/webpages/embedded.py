"""Read what a page says of itself in its data: JSON-LD, meta tags, microdata, links, times."""

import json
import re
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple

from asreported.documents.lines.moments import read_stamp
from asreported.documents.metadata.published import SCRIPT, Told

_ARTICLE_TYPES = re.compile(
    r"(?:Article|BlogPosting|Report|WebPage|SocialMediaPosting|Review|Recipe|LiveBlog|Episode)",
    re.I,
)
_TITLE_KEYS = ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline",
               "sailthru.title", "parsely-title", "title")  # fmt: skip
_AUTHOR_KEYS = ("author", "article:author", "og:article:author", "dc.creator", "dcterms.creator",
                "dc.contributor", "byl", "sailthru.author", "parsely-author", "article.author",
                "authors", "citation_author", "cxenseparse:author", "bt:author", "creator",
                "twitter:data1")  # fmt: skip
_DATE_KEYS = ("article:published_time", "og:published_time", "og:article:published_time",
              "datepublished", "date_published", "article.published", "parsely-pub-date",
              "sailthru.date", "publishdate", "publish-date", "pubdate", "published-date",
              "article_date_original", "citation_publication_date", "cxenseparse:recs:publishtime",
              "datecreated", "date", "last-published", "created", "creation_date",
              "article:published", "vr:published_time",
              "shareaholic:article_published_time")  # fmt: skip
_LIBRARY_KEYS = ("dc.date.issued", "dcterms.created", "dc.date", "dcterms.date",
                 "dc.date.created")  # fmt: skip
"""Dublin Core: of four pages where these differ from the date that is shown, all showed the right
one."""
_UPDATE_KEYS = ("article:modified_time", "og:updated_time", "datemodified", "last-modified",
                "dc.date.modified", "dcterms.modified", "lastmod", "modified", "revised",
                "dateupdate",
                "article:modified", "shareaholic:article_modified_time")  # fmt: skip
_SITE_KEYS = ("og:site_name", "application-name")
_OWNER_KEYS = ("publisher", "dc.publisher", "article:publisher", "cre", "source", "copyright")
_IN_SCRIPT = re.compile(
    r"\"(publ|crea)(?:ish(?:ed|ing)|ted)_?(?:at|on|date|time)\":\s?\"(\d{4}-\d\d-\d\d[^\"]{0,20})\"",
    re.IGNORECASE,
)
_STAMPED = re.compile(r"\s*\d{4}-\d\d-\d\dT")
"""A machine's time, which themes of blogs hide by their style sheet only."""
_MOST_AUTHORS = 24
"""More are those of the works that a page lists."""
_MOST_JSON = 2_000_000
"""Characters of one block of JSON-LD that are read; larger ones were never seen on articles."""
_MOST_NODES = 20_000
_MOST_SCRIPTS = 200
_MOST_TIMES = 3
_STAMPS = frozenset(("datepublished", "datecreated", "datemodified"))
_CHANGES = frozenset(("microdata:datemodified", "microformat:updated"))
_ARTICLE = "articleBody"
"""The property of microdata that an article's template stands in."""
_WRAPPED = re.compile(r"^\s*(?://)?\s*<!\[CDATA\[|(?://)?\s*\]\]>\s*$|^\s*<!--|-->\s*$")
"""What keeps old browsers from reading a script as text."""


class _Script(NamedTuple):
    """The type of a script, its text, and whether it is the template of the article's text."""

    kind: str
    text: str
    is_template: bool


@dataclass(slots=True)
class Embedded:
    """What a page's data says; each list has the most trusted first.

    ``bodies`` are the texts that it gives for its article, as markup or plain.
    """

    titles: list[str] = field(default_factory=list)
    authors: list[list[str]] = field(default_factory=list)
    dates: list[Told] = field(default_factory=list)
    sites: list[str] = field(default_factory=list)
    owners: list[str] = field(default_factory=list)
    url: str | None = None
    language: str = ""
    page_title: str = ""
    bodies: list[str] = field(default_factory=list)
    warnings: list[tuple[str, str]] = field(default_factory=list)


class DataReader:
    """Hears of a page's elements and keeps what its head, its scripts and its microdata say."""

    def __init__(self) -> None:
        self._metas: dict[str, list[str]] = {}
        self._scripts: list[_Script] = []
        self._stamps: list[tuple[str, str]] = []
        self._times: list[tuple[str, bool]] = []
        self._title: str | None = None
        self._url: str | None = None
        self._language: str | None = None
        self._script = _Script("", "", False)
        self._origin = ""
        self._above: Sequence[Mapping[str, str]] = ()
        self._told: Callable[[str], None] = self._tell_title
        self._readers: dict[str, Callable[[Mapping[str, str]], bool]] = {
            "meta": self._read_meta, "link": self._read_link, "title": self._read_title,
            "script": self._read_script, "html": self._read_root, "time": self._read_time,
        }  # fmt: skip
        self.tags: Collection[str] = frozenset(self._readers)

    def start(
        self, tag: str, attributes: Mapping[str, str], above: Sequence[Mapping[str, str]]
    ) -> bool:
        """Hear of an element; return whether to be told the text right after its start.

        ``above`` are the attributes of the elements around it, the closest last.
        """
        self._above = above
        return self._readers.get(tag, self._read_stamp)(attributes)

    def hear(self, text: str) -> None:
        """Hear the text right after the start of the last element that wanted it."""
        self._told(text)

    def finish(self) -> Embedded:
        """Return all that was heard."""
        said = Embedded(url=self._url, language=self._language or "")
        for script in self._scripts[:_MOST_SCRIPTS]:
            if "ld+json" in script.kind:
                _read_json(said, script.text)
        said.page_title = " ".join((self._title or "").split())
        _read_metas(said, self._metas)
        for origin, value in self._stamps:
            _add_dates(said, (value,), origin, updated=origin in _CHANGES)
        for value, updated in self._times[:_MOST_TIMES]:
            _add_dates(said, (value,), "time", updated)
        for key in _LIBRARY_KEYS:
            _add_dates(said, self._metas.get(key, ()), f"meta:{key}")
        if not said.dates:
            _read_scripts(said, self._scripts)
        said.bodies.extend(script.text for script in self._scripts if script.is_template)
        return said

    def _read_root(self, attributes: Mapping[str, str]) -> bool:
        if self._language is None:
            self._language = attributes.get("lang", "")
        return False

    def _read_title(self, _: Mapping[str, str]) -> bool:
        self._told = self._tell_title
        return self._title is None

    def _tell_title(self, text: str) -> None:
        self._title = text

    def _read_link(self, attributes: Mapping[str, str]) -> bool:
        address = attributes.get("href")
        if address and self._url is None and attributes.get("rel", "").casefold() == "canonical":
            self._url = address.strip()
        return False

    def _read_script(self, attributes: Mapping[str, str]) -> bool:
        kind = attributes.get("type", "")
        within = any(each.get("itemprop") == _ARTICLE for each in self._above)
        self._script = _Script(kind, "", "template" in kind and within)
        self._told = self._tell_script
        return True

    def _tell_script(self, text: str) -> None:
        self._scripts.append(self._script._replace(text=text))

    def _read_meta(self, attributes: Mapping[str, str]) -> bool:
        value = " ".join(attributes.get("content", "").split())[:2000]
        for attribute in ("property", "name", "itemprop"):
            key = attributes.get(attribute, "").casefold().strip()
            if key and value:
                self._metas.setdefault(key, []).append(value)
        return self._read_stamp(attributes)

    def _read_stamp(self, attributes: Mapping[str, str]) -> bool:
        prop, called = attributes.get("itemprop"), attributes.get("class")
        if prop and prop.casefold() in _STAMPS:
            self._origin = f"microdata:{prop.casefold()}"
            self._told = self._tell_stamp
            value = attributes.get("content") or attributes.get("datetime")
            if value:
                self._tell_stamp(value)
            return not value
        if called and "published" in called and attributes.get("title"):
            self._stamps.append(("microformat:published", attributes["title"]))
        elif called and "updated" in called:
            self._told = self._tell_change
            return True
        return False

    def _tell_stamp(self, text: str) -> None:
        self._stamps.append((self._origin, text))

    def _tell_change(self, text: str) -> None:
        if _STAMPED.match(text):
            self._stamps.append(("microformat:updated", text))

    def _read_time(self, attributes: Mapping[str, str]) -> bool:
        stamp = attributes.get("datetime")
        if not stamp or attributes.get("itemprop", "").casefold() in _STAMPS:
            return self._read_stamp(attributes)
        called = [each.get("class", "") for each in (attributes, *self._above[-1:])]
        words = " ".join(called).casefold()
        updated = ("updat" in words or "modif" in words) and "publish" not in words
        self._times.append((stamp, updated))
        return False


def _read_metas(said: Embedded, metas: Mapping[str, list[str]]) -> None:
    said.titles.extend(value for key in _TITLE_KEYS for value in metas.get(key, ()))
    for key in _AUTHOR_KEYS:
        names = [value for value in metas.get(key, ()) if not _is_link(value)]
        said.authors.append(names if len(names) <= _MOST_AUTHORS else [])
    for key in _DATE_KEYS:
        _add_dates(said, metas.get(key, ()), f"meta:{key}")
    for key in _UPDATE_KEYS:
        _add_dates(said, metas.get(key, ()), f"meta:{key}", updated=True)
    said.sites.extend(value for key in _SITE_KEYS for value in metas.get(key, ()))
    said.owners.extend(value for key in _OWNER_KEYS for value in metas.get(key, ()))


def _is_link(value: str) -> bool:
    return value.startswith("/") or "//" in value[:9]


def _add_dates(said: Embedded, values: Iterable[str], origin: str, updated: bool = False) -> None:
    for value in values:
        stamp = read_stamp(value)
        if stamp:
            said.dates.append(Told(stamp[0], origin, updated=updated, ambiguous=stamp[1]))


def _read_scripts(said: Embedded, scripts: Iterable[_Script]) -> None:
    """Add the one day on which all that the scripts hold was published, or else made."""
    found: dict[str, list[str]] = {"publ": [], "crea": []}
    for script in scripts:
        for key, value in _IN_SCRIPT.findall(script.text[:_MOST_JSON]):
            found[key.casefold()].append(value)
    days = next(filter(None, found.values()), [])
    if len({day[:10] for day in days}) == 1:
        _add_dates(said, days[:1], SCRIPT)


def _read_json(said: Embedded, text: str) -> None:
    nodes = _parse(said, text)
    articles = [node for node in nodes if _is_article(node)]
    # A page's own article is the one with a headline; lists of teasers have several.
    articles.sort(key=lambda node: not (node.get("headline") and node.get("datePublished")))
    for node in articles[:1] if len(articles) > 3 else articles:
        said.titles.extend(_texts(node.get("headline")))
        said.authors.append(list(_people(node.get("author"))))
        _add_dates(said, _texts(node.get("datePublished")), "json-ld")
        _add_dates(said, _texts(node.get("dateModified")), "json-ld", updated=True)
        body = node.get("articleBody")
        said.bodies.extend([body] if isinstance(body, str) else [])
        publisher = node.get("publisher")
        said.sites.extend(
            _texts(publisher.get("name") if isinstance(publisher, dict) else publisher)
        )


def _parse(said: Embedded, text: str) -> list[dict[str, Any]]:
    """Return all objects of a block of JSON-LD; a broken one gives none, and a warning."""
    bare = text[:_MOST_JSON]
    if "<!" in bare or "]]>" in bare or "-->" in bare:
        bare = _WRAPPED.sub("", bare)
    if not bare.strip():
        return []
    try:
        value = json.loads(bare.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError) as error:
        said.warnings.append(("broken_json_ld", str(error)[:120]))
        return []
    return [node for node in islice(_walk(value), _MOST_NODES) if isinstance(node, dict)]


def _walk(value: Any) -> Iterator[Any]:
    queue = deque([value])
    while queue:
        node = queue.popleft()
        yield node
        if isinstance(node, dict):
            queue.extend(v for v in node.values() if isinstance(v, (dict, list)))
        elif isinstance(node, list):
            queue.extend(v for v in node if isinstance(v, (dict, list)))


def _is_article(node: dict[str, Any]) -> bool:
    kinds = " ".join(_texts(node.get("@type")))
    return bool(_ARTICLE_TYPES.search(kinds)) and (
        "WebPage" not in kinds or bool(node.get("datePublished"))
    )


def _texts(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [" ".join(item.split()) for item in values if isinstance(item, str) and item.strip()]


def _people(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            if "Organization" not in " ".join(_texts(item.get("@type"))):
                yield from _texts(item.get("name"))
        else:
            yield from _texts(item)
