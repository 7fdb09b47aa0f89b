"""The dashboard: first map, and how soon Python knows of a brush."""

import os
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

APP = Path(__file__).with_name("bench_app.py")
ROOT = Path(__file__).parents[2]
START_SECONDS = 60
BRUSHES = 7
BRUSH_SCRIPT = """async (k) => {
  const view = document.querySelector('.ge-root').geoevents;
  const { first } = view.events;
  view.timeline.setRange(first + 10 * k, first + 200 + 10 * k);
  view.flush();
  const bounds = view.currentReport().range;
  const wanted = bounds.map((day) => day.split('-').map(Number).join(', '));
  const start = performance.now();
  view.timeline.onRelease();
  for (;;) {
    const text = document.body.textContent;
    if (wanted.every((day) => text.includes(`date(${day})`))) break;
    await new Promise((done) => setTimeout(done, 2));
    if (performance.now() - start > 20000) throw new Error('Python never heard of it');
  }
  return performance.now() - start;
}"""


def measure_dashboard(browser: Any, count: int) -> tuple[float, float]:
    """Seconds to the first map; median ms from brush release to Python's answer."""
    with served(APP, count) as url:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(url)  # the first session also makes the data
        page.wait_for_selector(".ge-root[data-ready=true]", timeout=180_000)
        page.close()
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        start = time.perf_counter()
        page.goto(url)
        page.wait_for_selector(".ge-root[data-ready=true]", timeout=60_000)
        first_map = time.perf_counter() - start
        page.wait_for_timeout(1000)
        times = [page.evaluate(BRUSH_SCRIPT, k) for k in range(1, BRUSHES + 1)]
        page.close()
    return first_map, statistics.median(times)


@contextmanager
def served(app: Path, count: int) -> Iterator[str]:
    """A Streamlit app on a free port of this machine; ``count`` is told to it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = {
        "server.port": port,
        "server.address": "127.0.0.1",
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
    }
    flags = [
        part for name, value in options.items() for part in (f"--{name}", str(value))
    ]
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(app), *flags],
        env={**os.environ, "BENCH_EVENTS": str(count), "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(30)


def _wait(url: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=2):  # noqa: S310 - loopback
                return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(url)
