"""Measure the agenda: a site of many events, a fifth of them recurring, beside one of none.

    python benchmarks/agenda.py 10000 /tmp/agenda

writes both sites below the folder, builds each cold and after an edit, and prints the seconds and
the agenda's part of the cold build.
"""

import datetime as dt
import os
import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import command_line
from corpus import AUTHORS, SECTIONS, TAGS, TYPES, body, title

RULES = (
    "FREQ=MONTHLY;BYDAY=1TH;COUNT=12",
    "FREQ=WEEKLY;COUNT=10",
    "FREQ=YEARLY",
    "FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20271231",
)
ZONES = ("", "", "", "", "Indian/Reunion", "America/Guadeloupe")
NOW = "2026-11-22T12:00+01:00"


def event_article(number: int, chance: random.Random, *, is_event: bool) -> tuple[str, str]:
    """Return path and text of an article, which announces an event if *is_event*."""
    day = dt.date(2016, 1, 1) + dt.timedelta(days=chance.randrange(3900))
    start = day + dt.timedelta(days=chance.randrange(10, 90))
    tags = ", ".join(chance.sample(TAGS, 3))
    zone, rule = chance.choice(ZONES), chance.choice(RULES)
    lines = [
        "---",
        f'title: "{title(chance)} {number}"',
        f"date: {day} {chance.randrange(7, 20):02d}:{chance.randrange(60):02d}",
        f"author: {chance.choice(AUTHORS)}",
        f"tags: [{tags}]",
    ]
    if is_event:
        lines += [
            "event:",
            f"  id: rendez-vous-{number}",
            f"  start: {start} 09:30",
            f"  end: {start} 17:00",
            f"  type: {TYPES[number % len(TYPES)]}",
            "  location: {name: Salle des fêtes, address: 1 rue de la Paix, city: Nantes}",
        ]
        if zone:
            lines.append(f"  timezone: {zone}")
        if number % 5 == 0:
            lines.append(f'  repeat: {{rrule: "{rule}"}}')
    text = "\n".join([*lines, "---", body(chance), ""])
    return f"content/{SECTIONS[number % len(SECTIONS)]}/{day}-article-{number}.md", text


def make_site(count: int, folder: Path, *, with_events: bool) -> None:
    """Write *count* articles into *folder*, each with an event or none."""
    shutil.rmtree(folder, ignore_errors=True)
    chance = random.Random(2026)
    for number in range(count):
        path, text = event_article(number, chance, is_event=with_events)
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    settings = "title: Banc d’essai\nurl: https://bench.example.org/\n"
    (folder / "site.yaml").write_text(settings, encoding="utf-8")


def build(folder: Path) -> tuple[float, str]:
    """Return the seconds of a whole process and its closing line."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "sitegen", "build", "--now", NOW]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if result.returncode:
        raise SystemExit(f"the build failed:\n{result.stderr[-2000:]}")
    return time.perf_counter() - started, result.stdout.strip().rpartition("\n")[2]


def edited(folder: Path, pattern: str, new: str) -> None:
    """Change the first match of *pattern* in one of the later articles."""
    for path in sorted((folder / "content").rglob("*.md"), reverse=True):
        text = path.read_text(encoding="utf-8")
        changed = re.sub(pattern, new, text, count=1, flags=re.MULTILINE)
        if changed != text:
            path.write_text(changed, encoding="utf-8")
            return


def agenda_share(folder: Path) -> float:
    """Return the part of a cold build's processor time, in one process, that the agenda takes."""
    from sitegen.border.moments import parse_moment
    from sitegen.engine.build import build
    from sitegen.engine.options import BuildOptions
    from sitegen.rendering.render import Renderer
    from sitegen.site.agenda.calendar import Calendar

    spent = 0.0

    def timed(real: Callable[..., Any], is_counted: Callable[..., bool]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            nonlocal spent
            started = time.process_time()
            result = real(*arguments)
            spent += (time.process_time() - started) * is_counted(*arguments)
            return result

        return call

    Renderer.render = timed(  # type: ignore[method-assign]
        Renderer.render, lambda _, page: page.kind.startswith(("agenda", "calendar"))
    )
    Calendar.__init__ = timed(Calendar.__init__, lambda *_: True)  # type: ignore[method-assign]
    started = time.process_time()
    options = BuildOptions(
        root=str(folder),
        output=str(folder / "output"),
        now=parse_moment(NOW),
        jobs=1,
        is_clean=True,
    )
    build(options)
    return spent / (time.process_time() - started)


def main(count: int, folder: Path) -> None:
    os.environ.setdefault("PYTHONPATH", str(Path(__file__).parent.parent))
    cold = {}
    for name, with_events in (("articles", False), ("events", True)):
        site = folder / name
        make_site(count, site, with_events=with_events)
        rows = [("cold", *build(site)), ("nothing", *build(site))]
        cold[name] = rows[0][1]
        edited(site, r"^title: \"", 'title: "Nouveau ')
        rows.append(("one title", *build(site)))
        if with_events:
            edited(site, r"^  start: (\S+) 09:30", r"  start: \1 09:15")
            rows.append(("one event", *build(site)))
        for what, seconds, line in rows:
            print(f"{name:9} {what:10} {seconds:7.2f} s   {line}")
    part = (cold["events"] - cold["articles"]) / cold["events"]
    print(f"more than without events: {part:.0%} of the cold build, with an .ics file for each")
    print(f"the agenda's pages, calendars and dates: {agenda_share(folder / 'events'):.0%}")


if __name__ == "__main__":
    main(*command_line.corpus(__doc__, "events"))
