"""Read what a page says of itself in its data: JSON-LD, meta tags, microdata, links, times."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from asreported.documents.moments import read_stamp
from asreported.documents.published import SCRIPT, Told

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
_WRAPPED = re.compile(r"^\s*(?://)?\s*<!\[CDATA\[|(?://)?\s*\]\]>\s*$|^\s*<!--|-->\s*$")
"""What keeps old browsers from reading a script as text."""


@dataclass(slots=True)
class Embedded:
    """What a page's data says; each list has the most trusted first."""

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


def read_embedded(root: Any) -> Embedded:
    """Return what the head, the JSON-LD and the microdata of ``root`` say."""
    said = Embedded()
    metas = _metas(root)
    for number, script in enumerate(root.iter("script")):
        if "ld+json" in (script.get("type") or "") and number < 200:
            _read_json(said, script.text or "")
    title = next(root.iter("title"), None)
    said.page_title = " ".join(("".join(title.itertext()) if title is not None else "").split())
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
    _read_links(said, root)
    _read_microdata(said, root)
    for key in _LIBRARY_KEYS:
        _add_dates(said, metas.get(key, ()), f"meta:{key}")
    if not said.dates:
        _read_scripts(said, root)
    said.language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return said


def _is_link(value: str) -> bool:
    return value.startswith("/") or "//" in value[:9]


def _metas(root: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        value = " ".join((meta.get("content") or "").split())[:2000]
        for attribute in ("property", "name", "itemprop"):
            key = (meta.get(attribute) or "").casefold().strip()
            if key and value:
                found.setdefault(key, []).append(value)
    return found


def _add_dates(said: Embedded, values: Iterable[str], origin: str, updated: bool = False) -> None:
    for value in values:
        stamp = read_stamp(value)
        if stamp:
            said.dates.append(Told(stamp[0], origin, updated=updated, ambiguous=stamp[1]))


def _read_links(said: Embedded, root: Any) -> None:
    for link in root.iter("link"):
        if (link.get("rel") or "").casefold() == "canonical" and link.get("href"):
            said.url = link.get("href").strip()
            return


def _read_microdata(said: Embedded, root: Any) -> None:
    times: list[Any] = []
    for element in root.iter("time", "span", "div", "p", "abbr", "a", "meta", "address", "li"):
        prop, called = element.get("itemprop"), element.get("class")
        if prop and prop.casefold() in ("datepublished", "datecreated", "datemodified"):
            value = element.get("content") or element.get("datetime") or element.text or ""
            updated = prop.casefold() == "datemodified"
            _add_dates(said, (value,), f"microdata:{prop.casefold()}", updated)
        elif element.tag == "time" and element.get("datetime"):
            times.append(element)
        elif called and "published" in called and element.get("title"):
            _add_dates(said, (element.get("title"),), "microformat:published")
        elif called and "updated" in called and _STAMPED.match(element.text or ""):
            _add_dates(said, (element.text,), "microformat:updated", updated=True)
    for element in times[:3]:
        words = f"{element.get('class') or ''} {element.getparent().get('class') or ''}".casefold()
        updated = ("updat" in words or "modif" in words) and "publish" not in words
        _add_dates(said, (element.get("datetime"),), "time", updated)


def _read_scripts(said: Embedded, root: Any) -> None:
    """Add the one day on which all that the scripts hold was published, or else made."""
    found: dict[str, list[str]] = {"publ": [], "crea": []}
    for script in root.iter("script"):
        for key, value in _IN_SCRIPT.findall((script.text or "")[:_MOST_JSON]):
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
    found: list[dict[str, Any]] = []
    queue = [value]
    for node in _walk(queue):
        if isinstance(node, dict):
            found.append(node)
        if len(found) > _MOST_NODES:
            break
    return found


def _walk(queue: list[Any]) -> Iterator[Any]:
    while queue:
        node = queue.pop(0)
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
