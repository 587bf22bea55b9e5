"""The M cases of the catalogue of bad inputs: markup."""

import time

import pytest

from asreported.documents.build import read_document
from asreported.errors import DocumentError
from asreported.model.document import Document
from asreported.model.source import Page
from asreported.settings import Settings

SENTENCES = (
    "The ferry ran aground off the island of Skerrin early on Thursday, the coast guard said.",
    "Eleven passengers were treated for minor injuries at the hospital in Lund Bay.",
    "The ministry ordered an inquiry into the accident, the third on the route since 2019.",
    "The company declined to comment on the storm warning that was in force that night.",
)
BODY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
LIMIT_SECONDS = 10


def read(markup: str | bytes, **fields: str) -> Document:
    content = markup.encode() if isinstance(markup, str) else markup
    document = read_document(Page("page.html", content, "html", fields), Settings())
    for region in document.regions:
        assert 0 <= region.start < region.end <= len(document.text)
    return document


def article(document: Document) -> str:
    return "\n".join(document.text[r.start : r.end] for r in document.article_regions())


def kinds(document: Document, words: str) -> set[str]:
    return {r.kind for r in document.regions if words in document.text[r.start : r.end]}


def page(body: str, head: str = "<title>Ferry aground</title>") -> str:
    return f"<html><head>{head}</head><body><h1>Ferry aground</h1>{body}</body></html>"


@pytest.mark.parametrize("depth", [300, 1_900])
def test_m01_deep_divs_are_extracted_in_full(depth: int) -> None:
    document = read(page("<div>" * depth + BODY + "</div>" * depth))
    assert all(sentence in article(document) for sentence in SENTENCES)


def test_text_below_the_end_of_the_page_is_kept() -> None:
    document = read(page(BODY) + "<p>The ferry was refloated at high tide on Friday night.</p>")
    assert "refloated at high tide" in document.text


@pytest.mark.parametrize("depth", [3_000, 100_000])
def test_m01_deeper_divs_are_refused_soon(depth: int) -> None:
    began = time.perf_counter()
    with pytest.raises(DocumentError) as caught:
        read(page("<div>" * depth + BODY + "</div>" * depth))
    assert caught.value.code == "too_deep"
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize(
    "filler",
    [
        pytest.param("<select>" + "<option>x</option>" * 50_000 + "</select>", id="option-50k"),
        pytest.param(
            "<p " + " ".join(f"a{i}='x'" for i in range(20_000)) + ">x</p>", id="attrs-20k"
        ),
        pytest.param("<b><i>" * 2_000, id="unclosed-formatting"),
        pytest.param("<table><tr><td>" * 400 + "x" + "</td></tr></table>" * 400, id="table-nest"),
    ],
)
def test_m02_slow_shapes_end_in_time(filler: str) -> None:
    began = time.perf_counter()
    try:
        read(page(BODY + filler))
    except DocumentError as error:
        assert error.code in {"too_deep", "too_large"}
    assert time.perf_counter() - began < LIMIT_SECONDS


def test_m03_a_huge_script_before_the_article_loses_nothing() -> None:
    document = read(page("<script>" + "x" * 7_000_000 + "</script>" + BODY))
    assert all(sentence in article(document) for sentence in SENTENCES)


def test_m03_what_lies_beyond_the_bounds_is_said_to_be_cut() -> None:
    document = read(page(BODY + "<p>" + "word " * 400_000 + "</p>"))
    assert "cut" in {code for code, _ in document.warnings}


@pytest.mark.parametrize(
    "filler",
    ["<" * 1_000_000, "<!--" * 250_000, "&amp;" * 200_000],
    ids=["lt-1MB", "comment-open-1MB", "entity-flood"],
)
def test_m04_floods_of_marks_end_in_time(filler: str) -> None:
    began = time.perf_counter()
    try:
        read(page(BODY + filler))
    except DocumentError as error:
        assert error.code
    assert time.perf_counter() - began < 3


def test_m05_nul_bytes_and_lone_returns_keep_offsets() -> None:
    document = read(page(BODY.replace("ferry", "fer\x00ry").replace("Lund", "Lu\x85nd\r")))
    assert "Eleven passengers" in article(document)
    assert document == read(page(BODY.replace("ferry", "fer\x00ry").replace("Lund", "Lu\x85nd\r")))


@pytest.mark.parametrize(
    "content", ["", "   \n\t ", "x<", "<!-- only a comment -->", "<html><body></body></html>"]
)
def test_m06_pages_without_text_are_refused(content: str) -> None:
    if content == "x<":
        assert read_document(Page("page.txt", "x", "text"), Settings()).text == "x"
        return
    with pytest.raises(DocumentError) as caught:
        read(content)
    assert caught.value.code == "no_text"


@pytest.mark.parametrize(
    "words",
    [
        "We use cookies to give you the best experience. Accept all cookies to go on.",
        "Subscribe to continue reading. Already a subscriber? Log in to your account below.",
        "Please enable JavaScript in your browser to view this page and its contents in full.",
    ],
    ids=["consent-wall", "paywall", "javascript"],
)
def test_m07_walls_are_refused_with_their_words(words: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read(page(f"<p>{words}</p>"))
    assert caught.value.code in {"stub", "no_text"}
    if caught.value.code == "stub":
        assert caught.value.detail.split('"')[1] in words.casefold()


@pytest.mark.parametrize(
    "attributes",
    [
        'style="display:none"', "hidden", 'aria-hidden="true"', 'style="font-size:0"',
        'style="color:#fff;background:#fff"', 'style="position:absolute;left:-9999px"',
    ],
)  # fmt: skip
def test_m08_hidden_text_is_no_evidence(attributes: str) -> None:
    secret = "Nobody was hurt and the captain was asleep, a witness told the secret police."
    document = read(page(f"{BODY}<p {attributes}>{secret}</p>"))
    assert secret in document.text
    assert kinds(document, secret) == {"hidden"}


def test_m09_comments_larger_than_the_article_are_cut() -> None:
    comment = "You people have no idea!! I was there and it was all the fault of that idiot."
    comments = "".join(f'<li class="comment"><p>{comment} {i}</p></li>' for i in range(60))
    document = read(page(f'<div class="entry-content">{BODY}</div><ol class="comment-list">'
                         f"{comments}</ol>"))  # fmt: skip
    assert comment not in article(document)
    assert kinds(document, comment) == {"comments"}
    assert SENTENCES[1] in article(document)


def test_m10_captions_bios_and_teasers_are_set_apart() -> None:
    caption = "The ferry Halla off Skerrin on Thursday. Photo: Jana Holt"
    document = read(
        page(
            f"<figure><img><figcaption>{caption}</figcaption></figure>"
            f'<div class="entry-content">{BODY}</div>'
            '<div class="author-bio">Jan Tofte is an editor of this paper.</div>'
            '<div class="related-posts"><a href="/x">Ten beaches for the autumn</a></div>'
        )
    )
    assert kinds(document, caption) == {"caption"}
    assert "Jan Tofte" not in article(document)
    assert "Ten beaches" not in article(document)


@pytest.mark.parametrize(
    "data",
    [
        '{"@type": "NewsArticle", "headline": ',
        "<![CDATA[{]]>",
        "[" * 100_000,
        '{"@type": "NewsArticle", "datePublished": ' + "9" * 10_000 + "}",
    ],
    ids=["broken", "cdata", "100k-deep", "10000-digit-date"],
)
def test_m11_broken_json_ld_leaves_the_body(data: str) -> None:
    head = f'<title>Ferry aground</title><script type="application/ld+json">{data}</script>'
    document = read(page(BODY, head))
    assert document.published is None
    assert SENTENCES[0] in article(document)
    assert "broken_json_ld" in {code for code, _ in document.warnings}


def test_m11_json_ld_of_lists_alone_is_left_soon() -> None:
    began = time.process_time()
    document = read(
        page(BODY, f'<script type="application/ld+json">[{"[]," * 300_000}[]]</script>')
    )
    assert SENTENCES[0] in article(document)
    assert time.process_time() - began < 1


def test_m12_conflicting_dates_are_all_kept() -> None:
    head = (
        "<title>Ferry aground</title>"
        '<meta property="article:published_time" content="2026-11-05T08:00:00Z">'
        '<meta name="date" content="2027-11-06">'
    )
    document = read(page(BODY, head), url="https://paper.example/2026/11/05/ferry")
    assert document.published is not None
    assert document.published.iso.startswith("2026-11-05")
    assert "2027-11-06" in {date.iso[:10] for date in document.other_dates}
    assert {"url", "meta:date"} <= {date.origin for date in document.other_dates}
    assert "conflicting_dates" in {code for code, _ in document.warnings}


@pytest.mark.parametrize("value", ["0001-01-01", "9999-12-31T00:00:00Z", "2026-13-45", "soon"])
def test_m12_impossible_dates_are_no_dates(value: str) -> None:
    head = f'<title>x</title><meta property="article:published_time" content="{value}">'
    assert read(page(BODY, head)).published is None


def test_m12_an_ambiguous_date_is_flagged() -> None:
    text = "Ferry aground\n\nPublished 12/11/2017\n\n" + "\n\n".join(SENTENCES)
    document = read_document(Page("page.txt", text, "text"), Settings())
    assert document.published is not None
    assert "ambiguous_date" in {code for code, _ in document.warnings}


def test_m13_two_articles_on_one_page_are_flagged() -> None:
    second = BODY.replace("ferry", "train").replace("Skerrin", "Overby")
    long = "".join(f"<p>{sentence} {i}</p>" for i in range(8) for sentence in SENTENCES)
    document = read(page(f"<article>{long}</article><article><h1>Train derails</h1>{second}{long}"
                         "</article>"))  # fmt: skip
    assert "several_articles" in {code for code, _ in document.warnings}
