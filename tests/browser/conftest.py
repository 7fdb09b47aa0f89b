"""Chromium for the browser tests: Debian's own, without a network."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
READY = "[data-ready=true]"

OpenPage = Callable[..., Any]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    has_browser = os.access(CHROMIUM, os.X_OK)
    for item in items:
        if here not in item.path.parents:
            continue
        item.add_marker(pytest.mark.browser)
        if not has_browser:
            reason = "no Chromium: run `make browser`, or apt-get install chromium"
            item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def playwright() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Any) -> Iterator[Any]:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
    yield browser
    browser.close()


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[OpenPage]:
    """Open an exported page from disk, offline; fails the test on any request or error."""
    contexts, troubles = [], []

    def open_html(html: str, **options: Any) -> Any:
        path = tmp_path / f"page{len(contexts)}.html"
        path.write_text(html, "utf-8")
        context = browser.new_context(offline=True, **options)
        contexts.append(context)
        page = context.new_page()

        def on_console(message: Any) -> None:
            if message.type in {"error", "warning"}:
                troubles.append(f"console: {message.text}")

        def on_request(request: Any) -> None:
            if request.url != path.as_uri():
                troubles.append(f"request: {request.url}")

        page.on("request", on_request)
        page.on("console", on_console)
        page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
        page.goto(path.as_uri())
        page.wait_for_selector(READY, timeout=30_000)
        return page

    yield open_html
    for context in contexts:
        context.close()
    assert troubles == []
