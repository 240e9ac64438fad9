"""Measure the editing page of a site of many documents, in chromium.

    python benchmarks/editing.py 1000 3000 10000

For each count: seconds of the page's main thread (CDP's `TaskDuration` in thread ticks, so that
other load of the machine does not count; what is waited for comes on top) until the list is there
on a first visit (nothing kept in the browser) and on the next, and until a text is open; megabytes
of the tab: what its scripts hold (`JSHeapUsedSize`, after a collection) and what its process has of
the machine (`VmRSS`). The page is that of ``sitegen serve --edit``, on the same machine.
"""

import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import command_line
from corpus import make_sitegen
from playwright.sync_api import BrowserContext, CDPSession, Page, sync_playwright

PORT = 8765
ADDRESS = f"http://127.0.0.1:{PORT}/__sitegen/admin/"
CHROMIUM = "/usr/bin/chromium"
MEGABYTE = 1024 * 1024
PATIENCE = 600_000
"""Milliseconds."""


def main() -> None:
    parser = command_line.parser(__doc__)
    parser.add_argument("counts", type=int, nargs="+", help="how many documents")
    for count in parser.parse_args().counts:
        with tempfile.TemporaryDirectory() as folder:
            measure(count, Path(folder))


def measure(count: int, folder: Path) -> None:
    make_sitegen(count, folder, "commonmark")
    size = sum(path.stat().st_size for path in folder.rglob("*.md")) / MEGABYTE
    command = [sys.executable, "-m", "sitegen", "serve", "--edit", "--port", str(PORT)]
    server = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    try:
        wait_for_server()
        with sync_playwright() as playwright, tempfile.TemporaryDirectory() as profile:
            context = playwright.chromium.launch_persistent_context(
                profile, executable_path=CHROMIUM, args=["--no-sandbox"]
            )
            former, _, first = listed(context, folder)
            page, session, again = listed(context, folder)
            former.close()
            opened = seconds_to_open(page, session)
            session.send("HeapProfiler.collectGarbage")
            scripts = metrics(session)["JSHeapUsedSize"] / MEGABYTE
            times = f"list {first:.1f} s, again {again:.1f} s, a text {opened:.1f} s"
            sizes = f"scripts {scripts:.0f} MB, process {largest_renderer():.0f} MB"
            print(f"{count} documents, {size:.1f} MB: {times}, {sizes}", flush=True)
            context.close()
    finally:
        server.terminate()
        server.wait()


def wait_for_server() -> None:
    """Wait until the site is built: what is asked during a build waits for it."""
    until = time.monotonic() + 600
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/").read()
        except OSError:
            time.sleep(0.5)
        else:
            return
    raise TimeoutError


def listed(context: BrowserContext, folder: Path) -> tuple[Page, CDPSession, float]:
    """Return the list of the first section in a new tab, and the seconds until it was there."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    section = min(path.parent.name for path in folder.rglob("content/*/20*.md"))
    page.goto(f"{ADDRESS}#/collections/{section}")
    page.get_by_role("row").first.wait_for(timeout=PATIENCE)
    page.wait_for_timeout(2000)
    return page, session, metrics(session)["TaskDuration"]


def seconds_to_open(page: Page, session: CDPSession) -> float:
    """Return the seconds from a click in the list until a text can be written in."""
    before = metrics(session)["TaskDuration"]
    page.get_by_role("row").first.get_by_role("gridcell").nth(1).click()
    page.locator('section.field[data-key-path="title"] input').wait_for(timeout=PATIENCE)
    page.locator("[contenteditable=true]").first.wait_for(timeout=PATIENCE)
    return metrics(session)["TaskDuration"] - before


def metrics(session: CDPSession) -> dict[str, float]:
    return {
        metric["name"]: metric["value"]
        for metric in session.send("Performance.getMetrics")["metrics"]
    }


def largest_renderer() -> float:
    sizes = [0.0]
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if b"--type=renderer" in (folder / "cmdline").read_bytes():
                status = (folder / "status").read_text()
                line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
                sizes.append(int(line.split()[1]) / 1024)
        except OSError:  # ended meanwhile
            continue
    return max(sizes)


if __name__ == "__main__":
    os.environ.setdefault("PYTHONPATH", str(Path(__file__).parent.parent))
    main()
