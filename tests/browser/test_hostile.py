"""O01: 28 payloads in every place that comes from outside; none runs, nothing is asked for."""

from collections.abc import Callable
from typing import Any

import pytest

from asreported.report.page.html import render_html
from tests.browser.conftest import Site
from tests.browser.test_page import VIEWS
from tests.report.hostile import XSS, hostile_report


@pytest.mark.parametrize("number", range(len(XSS)))
def test_o01_no_payload_runs(number: int, site: Site, browser: Any) -> None:
    address = site.serve(f"xss-{number}", render_html(hostile_report(XSS[number])))
    asked = len(site.asked)
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    requests: list[str] = []
    dialogs: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(address)
    for view in VIEWS:
        page.evaluate("view => { location.hash = view }", view)
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    page.evaluate(
        """() => document.querySelectorAll('a[href*=":"][href^="#"]').forEach(a => a.click())"""
    )
    page.evaluate(
        """() => document.querySelectorAll("*").forEach(e =>
        ["mouseover", "focus", "toggle"].forEach(t => e.dispatchEvent(new Event(t))))"""
    )
    page.wait_for_timeout(50)
    assert page.evaluate("window.hit") is None
    assert dialogs == []
    assert requests == [address]
    assert len(site.asked) == asked + 1
    page.close()


def test_o01_the_policy_stops_what_would_slip_through(
    site: Site, open_page: Callable[..., Any], browser: Any
) -> None:
    page = browser.new_page()
    page.goto(site.serve("policy", render_html(hostile_report(XSS[0]))))
    asked = len(site.asked)
    page.evaluate(
        """() => { document.body.insertAdjacentHTML("beforeend",
        "<img src=/hit onerror='window.hit=1'><iframe src=/hit></iframe>");
        const s = document.createElement("script"); s.textContent = "window.hit = 1";
        document.body.append(s); }"""
    )
    page.wait_for_timeout(100)
    assert page.evaluate("window.hit") is None
    assert len(site.asked) == asked
    page.close()
