"""Draw docs/images from the example event: each view, the narrow and the dark page.

Needs playwright and Debian's chromium (scripts/install-browser.sh). Run from anywhere:
``python scripts/screenshots.py``.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Literal

from asreported.library import compare

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "port-verrin"
IMAGES = ROOT / "docs" / "images"
# (name, where, width, height, scheme). Pictures in a README are seen at about 800 px.
PICTURES: tuple[tuple[str, str, int, int, Literal["light", "dark"]], ...] = (
    ("story", "story", 1100, 690, "light"),
    ("conflict", "c1", 1100, 690, "light"),
    ("read", "read", 1100, 690, "light"),
    ("matrix", "matrix", 1100, 690, "light"),
    ("quotes", "quotes", 1100, 690, "light"),
    ("numbers", "numbers", 1100, 690, "light"),
    ("origins", "origins", 1100, 690, "light"),
    ("framing", "framing", 1100, 690, "light"),
    ("dark", "c1", 1100, 690, "dark"),
    ("narrow", "conflict", 320, 640, "light"),
    ("narrow-matrix", "matrix", 320, 640, "light"),
)
MOST_BYTES = 200_000


def main() -> None:
    """Write the pictures; exit with a message where there is no browser."""
    from playwright.sync_api import sync_playwright

    path = shutil.which("chromium") or shutil.which("google-chrome")
    if not path:
        sys.exit("no chromium: run scripts/install-browser.sh")
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as running:
        page_file = Path(folder) / "report.html"
        page_file.write_text(compare([EXAMPLE]).to_html(), encoding="utf-8")
        browser = running.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for name, place, width, height, scheme in PICTURES:
            page = browser.new_page(
                viewport={"width": width, "height": height}, color_scheme=scheme
            )
            page.goto(f"{page_file.as_uri()}#{place}")
            page.wait_for_timeout(200)
            if name in ("conflict", "dark"):
                page.locator("#c1 .sides a").first.click()
                page.wait_for_timeout(100)
            target = IMAGES / f"{name}.png"
            page.screenshot(path=str(target))
            page.close()
            size = target.stat().st_size
            print(f"{target.relative_to(ROOT)}: {size:,} bytes")
            if size > MOST_BYTES:
                sys.exit(f"{target.name} is over {MOST_BYTES:,} bytes")
        browser.close()


if __name__ == "__main__":
    main()
