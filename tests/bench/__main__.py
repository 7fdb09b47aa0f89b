"""Print the benchmark table; needs Chromium, says so when it is missing."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from tests.bench.dashboard import measure_dashboard
from tests.bench.large import LargeFigures, measure_large
from tests.bench.pages import PageFigures, measure_page
from tests.bench.peer import measure_folium

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
PAGE_SIZES = (100, 1_000, 10_000, 100_000)
PEER_SIZES = (1_000, 10_000)

Row = tuple[str, str, str]


def main() -> int:
    """Measure and print; exit code 0 also where there is no browser."""
    if not os.access(CHROMIUM, os.X_OK):
        sys.stdout.write(
            "no Chromium: the benchmarks of the map need one (make browser)\n"
        )
        return 0
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=list(ARGUMENTS)
        )
        pages = [measure_page(browser, Path(folder), count) for count in PAGE_SIZES]
        peers = {
            count: measure_folium(browser, Path(folder), count) for count in PEER_SIZES
        }
        first_map, _ = measure_dashboard(browser, 10_000)
        _, brush = measure_dashboard(browser, 100_000)
        browser.close()
    rows = _rows(pages, peers, first_map, brush)
    _print([*rows, *_large_rows(measure_large())])
    return 0


def _rows(
    pages: list[PageFigures],
    peers: dict[int, tuple[float, float]],
    first_map: float,
    brush: float,
) -> list[Row]:
    rows: list[Row] = []
    for page in pages:
        peer = peers.get(page.events)
        beside = f"{peer[0] * 1000:,.0f} ms" if peer else "-"
        ratio = f" ({peer[0] * 1000 / page.redraw_ms:,.0f} times)" if peer else ""
        name = f"{page.events:,} events"
        redraw = f"{page.redraw_ms:.1f} ms (slowest {page.slowest_ms:.0f}){ratio}"
        rows.append((f"filter to redraw, {name}", redraw, beside))
    for page in pages:
        peer = peers.get(page.events)
        built = f"{page.megabytes:.2f} MB in {page.build_seconds:.2f} s"
        rows.append(
            (
                f"exported file, {page.events:,} events",
                f"{built}, opens in {page.load_seconds:.1f} s",
                f"{peer[1]:.2f} MB for half of them, no quotes" if peer else "-",
            )
        )
    last = pages[-1]
    rows += [
        (
            f"playback, {last.events:,} events",
            f"{last.frames_per_second:.0f} frames/s",
            "-",
        ),
        ("dashboard, first map, 10,000 events", f"{first_map:.1f} s", "-"),
        ("brush release to Python, 100,000 events", f"{brush:.0f} ms", "-"),
    ]
    return rows


def _large_rows(large: LargeFigures) -> list[Row]:
    made = f"{large.groups:,} groups of {large.megabytes:.2f} MB"
    part = f"{large.part_events:,} single events in {large.part_seconds:.1f} s"
    name = f"{large.events:,} events"
    return [
        (f"{name}, whole", f"{made} in {large.group_seconds:.1f} s, once", "-"),
        (f"{name}, zoomed in", part, "-"),
    ]


def _print(rows: list[Row]) -> None:
    table = [("measure", "geoevents", "folium, made anew"), *rows]
    widths = [max(len(row[column]) for row in table) for column in range(3)]
    for row in table:
        line = "  ".join(
            text.ljust(width) for text, width in zip(row, widths, strict=True)
        )
        sys.stdout.write(line.rstrip() + "\n")


if __name__ == "__main__":
    raise SystemExit(main())
