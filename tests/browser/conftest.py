"""A real browser and a server on loopback that counts what is asked of it.

Everything here skips where chromium or playwright is not installed (scripts/install-browser.sh).
"""

import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from asreported.report.page.html import render_html
from tests.report.gold import EVENTS, load_gold
from tests.report.invented import invented_report

AXE = Path(__file__).resolve().parents[2] / "build" / "browser" / "axe.min.js"
REPORTS = ("invented", *EVENTS)


@dataclass
class Site:
    """Pages by path, and every path that was asked for."""

    address: str
    pages: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def serve(self, name: str, page: str) -> str:
        """Return the address at which ``page`` is served."""
        self.pages[f"/{name}.html"] = page
        return f"{self.address}/{name}.html"


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """A server on loopback."""
    pages: list[Site] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            pages[0].asked.append(self.path)
            body = pages[0].pages.get(self.path.split("?")[0])
            # 204, not 404: an error on the console would fail the test that counts instead.
            self.send_response(200 if body else 204)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write((body or "").encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    pages.append(Site(f"http://127.0.0.1:{server.server_address[1]}"))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield pages[0]
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's chromium."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if not path:
        pytest.skip("no chromium: run scripts/install-browser.sh")
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    if not AXE.exists():
        pytest.skip("no axe-core: run scripts/install-browser.sh")
    return AXE.read_text("utf-8")


@pytest.fixture(scope="session", params=REPORTS)
def address(request: pytest.FixtureRequest, site: Site) -> str:
    """The address of a page on the invented event, and on each annotated event that is here."""
    if request.param == "invented":
        return site.serve("invented", render_html(invented_report()))
    report = load_gold(request.param)
    if report is None:
        pytest.skip("../shared/gold is absent")
    return site.serve(request.param, render_html(report))


@pytest.fixture
def open_page(browser: Any) -> Iterator[Callable[..., Any]]:
    """Open an address at a width, in a colour scheme; fail on any error of the page."""
    contexts: list[Any] = []
    errors: list[str] = []

    def opened(address: str, width: int = 1280, scheme: str = "light", **more: Any) -> Any:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, **more
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert errors == []
