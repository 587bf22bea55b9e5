"""A tour of all views by keyboard alone."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from asreported.report.page.html import render_html
from tests.browser.conftest import Site
from tests.report.invented import invented_report

KEYS = {"r": "read", "m": "matrix", "q": "quotes", "n": "numbers", "g": "origins", "f": "framing"}


def _open(site: Site, open_page: Callable[..., Any], width: int = 1280) -> Any:
    return open_page(site.serve("keys", render_html(invented_report())), width)


def test_a_key_for_each_view(site: Site, open_page: Callable[..., Any]) -> None:
    page = _open(site, open_page)
    for key, view in {**KEYS, "s": "story"}.items():
        page.keyboard.press(key)
        page.wait_for_timeout(30)
        assert page.locator(".case").first.get_attribute("data-view") == view
        current = page.locator(".tabs [aria-current]")
        assert current.count() == 1
        assert current.get_attribute("data-v") == view


def test_from_item_to_words_and_back(site: Site, open_page: Callable[..., Any]) -> None:
    for width in (1280, 320):
        page = _open(site, open_page, width)
        for _ in range(3):
            page.keyboard.press("j")
        assert page.locator(".now").get_attribute("id") == "c1"
        page.keyboard.press("k")
        page.keyboard.press("j")
        page.keyboard.press("o")
        assert page.locator("#c1 details").get_attribute("open") is not None
        page.keyboard.press("1")
        page.wait_for_timeout(50)
        assert page.locator("mark").inner_text() == "214 people"
        assert page.locator("mark").is_visible()
        page.keyboard.press("Escape")
        assert page.locator("mark").count() == 0
        assert page.evaluate("document.activeElement.closest('#c1') !== null")


@pytest.mark.parametrize("width", [1280, 320])
def test_back_leads_back(width: int, site: Site, open_page: Callable[..., Any]) -> None:
    page = _open(site, open_page, width)
    mark, drawer, view = page.locator("mark"), page.locator(".peek"), page.locator(".case")
    place = page.locator("#c1 .ws a").first
    place.click()
    page.wait_for_timeout(100)
    assert mark.count()
    page.go_back()
    page.wait_for_timeout(100)
    assert (mark.count(), drawer.count()) == (0, 0)
    assert place.evaluate("a => a === document.activeElement")
    page.evaluate("scrollTo(0, 300)")
    page.evaluate("document.querySelector('.tabs [data-v=matrix]').click()")
    page.wait_for_timeout(100)
    page.locator(".mx td a").first.click()
    page.wait_for_timeout(100)
    assert mark.count()
    page.go_back()
    page.wait_for_timeout(100)
    assert (mark.count(), drawer.count()) == (0, 0)
    assert view.first.get_attribute("data-view") == "matrix"
    page.go_back()
    page.wait_for_timeout(100)
    assert view.first.get_attribute("data-view") == "story"
    assert page.evaluate("scrollY") == 300


def test_a_story_that_is_chosen_is_seen(site: Site, open_page: Callable[..., Any]) -> None:
    report = invented_report()
    many = replace(report, stories=report.stories * 60)
    page = open_page(site.serve("many", render_html(many)), 1280)
    page.locator(".stories a").nth(50).click()
    page.wait_for_timeout(100)
    box = page.locator("#s51-top").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 300


def test_tab_reaches_all_that_can_be_pressed(site: Site, open_page: Callable[..., Any]) -> None:
    page = _open(site, open_page)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    everything = """[...document.querySelectorAll("a[href],button,input,summary")]
        .filter(e => e.checkVisibility())"""
    seen = set()
    for _ in range(page.evaluate(f"{everything}.length") + 20):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.checkVisibility()")
        seen.add(page.evaluate(f"{everything}.indexOf(document.activeElement)"))
    missed = set(range(page.evaluate(f"{everything}.length"))) - seen
    assert missed == set()


def test_keys_can_be_switched_off(site: Site, open_page: Callable[..., Any]) -> None:
    page = _open(site, open_page)
    page.keyboard.press("?")
    page.get_by_label("Single keys are on").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("m")
    assert page.locator(".case").first.get_attribute("data-view") == "story"


def test_find_narrows_the_view(site: Site, open_page: Callable[..., Any]) -> None:
    page = _open(site, open_page)
    page.keyboard.press("/")
    page.keyboard.type("aboard?")
    assert page.locator("#c1").is_visible()
    assert not page.locator("#c2").is_visible()
    assert page.locator(".found").inner_text().startswith("1 of ")
    page.keyboard.press("Escape")
    assert page.locator("#c2").is_visible()


def test_find_leaves_no_empty_head_and_no_other_number(
    site: Site, open_page: Callable[..., Any]
) -> None:
    page = _open(site, open_page)
    number = """li => getComputedStyle(li).counterSet"""
    before = page.locator(".finds li").nth(1).evaluate(number)
    page.keyboard.press("/")
    page.keyboard.type(page.locator(".finds li").nth(1).inner_text().split("\n")[0][:40])
    shown = page.locator(".view[data-v=story] h2:visible").all_inner_texts()
    assert shown == ["Findings"]
    assert page.locator(".finds li:visible").count() == 1
    assert page.locator(".finds li:visible").evaluate(number) == before == "f 2"


def test_a_finding_can_be_marked(site: Site, open_page: Callable[..., Any]) -> None:
    page = _open(site, open_page)
    page.keyboard.press("j")
    page.keyboard.press("w")
    button = page.get_by_role("button", name="Save 1 correction")
    with page.expect_download() as download:
        button.click()
    [saved] = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert saved["what"] == "finding"
    assert page.locator(".finds li").first.inner_text().startswith(saved["title"])


def test_the_drawer_stands_beside_the_matrix(site: Site, open_page: Callable[..., Any]) -> None:
    page = _open(site, open_page)
    page.keyboard.press("m")
    cell = page.locator(".mx tbody td:last-child a").first
    cell.click()
    drawer = page.locator(".reader").first.bounding_box()
    box = cell.bounding_box()
    assert box["x"] + box["width"] <= drawer["x"]


def test_matrix_sorts_and_filters(site: Site, open_page: Callable[..., Any]) -> None:
    page = _open(site, open_page)
    page.keyboard.press("m")
    rows = page.locator(".mx tbody tr:visible")
    assert rows.count() == 5
    page.get_by_label("one source").check()
    assert page.locator(".mx tbody tr:visible").count() == 6
    page.get_by_label("in conflict", exact=True).uncheck()
    assert page.locator(".mx tbody tr:visible").count() == 4
    head = page.locator(".mx thead th").nth(2)
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    first = page.locator(".mx tbody tr:visible").first.locator("td").nth(1)
    assert first.inner_text() not in {"silent", "not found"}


def test_what_is_wrong_is_saved(site: Site, open_page: Callable[..., Any]) -> None:
    page = _open(site, open_page)
    for key in "jjjw":
        page.keyboard.press(key)
    button = page.get_by_role("button", name="Save 1 correction")
    with page.expect_download() as download:
        button.click()
    saved = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert [entry["title"] for entry in saved] == ["How many people were aboard?"]
    assert "ledger:98-117" in saved[0]["places"]
    page.locator("#c1").focus()
    page.keyboard.press("w")
    assert not button.is_visible()


def test_paper_has_nothing_to_press(site: Site, open_page: Callable[..., Any]) -> None:
    page = _open(site, open_page)
    page.evaluate("document.querySelector('.up').hidden = false")
    buttons = page.locator("button:visible")
    assert buttons.count()
    page.emulate_media(media="print")
    assert buttons.count() == 0
