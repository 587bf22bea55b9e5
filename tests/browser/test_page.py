"""The page in a real browser: every link shows its words, at all widths, without a request."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from asreported.library import compare
from asreported.report.page.html import render_html
from asreported.report.page.marks import page_text
from asreported.report.presented import Report
from tests.browser.conftest import Site
from tests.report.gold import load_gold
from tests.report.invented import BLOG, invented_report

VIEWS = ("story", "read", "matrix", "quotes", "numbers", "origins", "framing")
FIRST_PAINT_MS = 300

_FOLLOWED = """async links => {
  const found = [];
  for (const link of links) {
    await new Promise(done => {
      addEventListener("hashchange", () => setTimeout(done), {once: true});
      location.hash = link;
    });
    const marks = [...document.querySelectorAll("mark")];
    const seen = marks.length > 0 && marks.every(m => m.checkVisibility());
    found.push([marks.map(m => m.textContent).join(""), seen, document.activeElement === marks[0]]);
  }
  return found;
}"""


@pytest.mark.parametrize("event", ["invented", "withdrawal"])
def test_every_link_highlights_exactly_its_words(
    event: str, site: Site, open_page: Callable[..., Any]
) -> None:
    report = invented_report() if event == "invented" else load_gold(event)
    if report is None:
        pytest.skip("../shared/gold is absent")
    texts = {
        reading.document.text for story in report.stories for reading in story.comparison.readings
    }
    page = open_page(site.serve(f"links-{event}", render_html(report)))
    links = page.evaluate(
        """() => [...new Set([...document.querySelectorAll('a[href*=":"][href^="#"]')]
        .map(a => a.getAttribute("href")))]"""
    )
    assert len(links) > 10
    keys = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll(".acc")]
        .map(a => [a.dataset.k, a.querySelector(".text").cloneNode(true)])
        .map(([k, e]) => (e.querySelectorAll("summary,aside").forEach(x => x.remove()),
                          [k, e.textContent])))"""
    )
    shown = {page_text(text) for text in texts}
    assert set(keys.values()) == shown
    found = page.evaluate(_FOLLOWED, links)
    assert len(found) == len(links)
    for link, (words, visible, focused) in zip(links, found, strict=True):
        key, _, place = link[1:].rpartition(":")
        start, end = (int(n) for n in place.split("-"))
        assert words == keys[key][start:end], link
        assert visible, link
        assert focused, link


def test_without_script_the_target_is_the_place(browser: Any, site: Site) -> None:
    address = site.serve("plain", render_html(invented_report()))
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 1280, "height": 800}
    )
    page = context.new_page()
    page.goto(address)
    link = page.locator("#conflict ~ ul .sides a").first
    link.click()
    href = link.get_attribute("href")
    target = page.locator(f'[id="{href[1:]}"]')
    assert target.inner_text() == "214 people"
    box = target.bounding_box()
    assert box is not None and 0 <= box["y"] <= 800
    context.close()


@pytest.mark.parametrize("width", [320, 768, 1280, 2000])
def test_nothing_scrolls_sideways(address: str, width: int, open_page: Callable[..., Any]) -> None:
    page = open_page(address, width)
    for view in VIEWS:
        page.evaluate("view => { location.hash = view }", view)
        page.wait_for_timeout(30)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, view


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("event", ["invented", "withdrawal"])
def test_no_axe_violations(
    event: str, width: int, scheme: str, axe: str, site: Site, open_page: Callable[..., Any]
) -> None:
    report = invented_report() if event == "invented" else load_gold(event)
    if report is None:
        pytest.skip("../shared/gold is absent")
    address = site.serve(f"axe-{event}", render_html(report))
    page = open_page(address, width, scheme, bypass_csp=True)
    page.evaluate(axe)
    found = {}
    for view in VIEWS:
        page.evaluate("view => { location.hash = view }", view)
        page.wait_for_timeout(30)
        found[view] = _violations(page)
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    page.evaluate("() => { location.hash = 'story' }")
    page.wait_for_timeout(50)
    found["story, all open"] = _violations(page)
    page.locator(".view[data-v=story] .ws a").first.click()
    page.wait_for_timeout(50)
    found["at a place"] = _violations(page)
    page.keyboard.press("?")
    found["help"] = _violations(page)
    assert not any(found.values()), {view: each for view, each in found.items() if each}


def _violations(page: Any) -> list[str]:
    found = page.evaluate(
        """() => axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa",
        "wcag22aa", "best-practice"], resultTypes: ["violations"]})
        .then(r => r.violations.map(v => v.id + ": " + v.nodes.slice(0, 3)
        .map(n => n.html.slice(0, 160) + " " + (n.any[0] || n.all[0] || n.none[0]).message)
        .join(" | ")))"""
    )
    return list(found)


def test_one_request_and_no_more(site: Site, open_page: Callable[..., Any]) -> None:
    address = site.serve("alone", render_html(invented_report()))
    asked = len(site.asked)
    page = open_page(address)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    for view in VIEWS:
        page.evaluate("view => { location.hash = view }", view)
    page.locator(".tabs a").first.click()
    page.locator(".ws a").first.click()
    page.wait_for_timeout(100)
    assert requests == []
    assert site.asked[asked:] == ["/alone.html"]


def test_first_paint_is_quick(site: Site, browser: Any) -> None:
    report = load_gold("withdrawal")
    if report is None:
        pytest.skip("../shared/gold is absent")
    if os.getloadavg()[0] > (os.cpu_count() or 1):
        pytest.skip("the machine is busy with something else: a time would say nothing")
    address = site.serve("paint", render_html(report))
    times = []
    for _ in range(3):
        page = browser.new_page()
        page.goto(address)
        first = "performance.getEntriesByName('first-contentful-paint')[0]"
        page.wait_for_function(f"() => {first}")
        times.append(page.evaluate(f"{first}.startTime"))
        page.close()
    assert min(times) <= FIRST_PAINT_MS


def test_in_a_notebook_links_stay_in_the_frame(site: Site, open_page: Callable[..., Any]) -> None:
    # Without a charset, so that the hashes of the policy must hold in any encoding.
    notebook = f"<!doctype html><h1>notebook</h1>{Report(invented_report())._repr_html_()}"
    page = open_page(site.serve("notebook", notebook))
    frame = page.frames[1]
    frame.locator(".sides a").first.click()
    assert frame.locator("mark").inner_text() == "214 people"
    frame.locator(".tabs [data-v=matrix]").click()
    assert frame.locator(".case").first.get_attribute("data-view") == "matrix"
    assert page.frames[1].url == "about:srcdoc"


def test_a_place_can_be_cited_and_opened_at_its_source(
    site: Site, open_page: Callable[..., Any]
) -> None:
    address = site.serve("cite", render_html(invented_report()))
    page = open_page(address, permissions=["clipboard-read", "clipboard-write"])
    words = "The reckless company"
    start = BLOG.index(words)
    place = f"blog:{start}-{start + len(words)}"
    page.evaluate("place => { location.hash = place }", place)
    page.wait_for_function("() => document.querySelector('mark')")
    live = page.locator("[data-do=live]").get_attribute("href")
    fragment = words.replace(" ", "%20")
    assert live == f"https://blog.example/2031/marigold?x=1#:~:text={fragment}"
    page.locator("[data-do=cite]").click()
    cited = page.evaluate("navigator.clipboard.readText()")
    head = "What the company will not tell you about the Marigold"
    source = "https://blog.example/2031/marigold?x=1"
    at = f"characters {start}–{start + len(words)}"
    assert cited == f"“{words}” blog.example, “{head}”, 6 May 2031, {at}. {source}"
    page.locator("[data-do=link]").click()
    page.wait_for_timeout(50)
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}#{place}"
    page.evaluate("() => { location.hash = 'ledger:98-117' }")
    page.wait_for_timeout(50)
    assert not page.locator("[data-do=live]").is_visible()


def test_every_account_can_be_read_beside_the_others(
    site: Site, open_page: Callable[..., Any], example_files: list[Path]
) -> None:
    page = open_page(site.serve("read", compare(example_files).to_html()))
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.locator(".tabs [data-v=read]").click()
    for base in page.locator(".bases a").all():
        base.click()
        page.wait_for_timeout(50)
        assert page.locator(".acc:visible aside details").count() > 0
    assert not broken
