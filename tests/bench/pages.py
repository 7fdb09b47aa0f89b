"""The exported page: size, building, loading, filtering, playing."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geoevents.render.html_page import html_page
from tests.browser.made_events import made_events

FILTER_SCRIPT = """async () => {
  const view = geoevents;
  const { first, last } = view.events;
  const span = last - first;
  const times = [];
  for (let k = 0; k < 25; k += 1) {
    const from = first + Math.floor((span * k) / 60);
    const start = performance.now();
    view.store.set({ from, to: from + Math.floor(span / 2) });
    view.flush();
    times.push(performance.now() - start);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  }
  times.sort((a, b) => a - b);
  return [times[12], times[24]];
}"""
PLAY_SCRIPT = """async () => {
  const view = geoevents;
  const { first, last } = view.events;
  view.store.set({ from: first, to: first + Math.floor((last - first) / 12) });
  let frames = 0;
  let isOn = true;
  const count = () => { frames += 1; if (isOn) requestAnimationFrame(count); };
  requestAnimationFrame(count);
  const start = performance.now();
  view.store.set({ playing: true });
  await new Promise((done) => setTimeout(done, 3000));
  isOn = false;
  view.store.set({ playing: false });
  return frames / ((performance.now() - start) / 1000);
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFigures:
    events: int
    build_seconds: float
    megabytes: float
    load_seconds: float
    redraw_ms: float
    slowest_ms: float
    frames_per_second: float


def measure_page(browser: Any, folder: Path, count: int) -> PageFigures:
    """One exported page of ``count`` events, opened from disk offline."""
    events, articles = made_events(count)
    start = time.perf_counter()
    html = html_page(events, articles, title="Benchmark")
    build_seconds = time.perf_counter() - start
    path = folder / f"ours-{count}.html"
    path.write_text(html, "utf-8")
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    start = time.perf_counter()
    page.goto(path.as_uri())
    page.wait_for_selector("[data-ready=true]", timeout=120_000)
    load_seconds = time.perf_counter() - start
    median, slowest = page.evaluate(FILTER_SCRIPT)
    frames = page.evaluate(PLAY_SCRIPT)
    context.close()
    return PageFigures(
        events=count,
        build_seconds=build_seconds,
        megabytes=len(html.encode()) / 1e6,
        load_seconds=load_seconds,
        redraw_ms=median,
        slowest_ms=slowest,
        frames_per_second=frames,
    )
