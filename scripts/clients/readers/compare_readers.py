"""Ask feed readers for the articles of built feeds, and count what is as on the pages.

python scripts/clients/readers/compare_readers.py PROGRAMS OUTPUT …

Runs programs. PROGRAMS: the folder that `install` made. What is not installed is left out.
"""

import json
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from articles import QUESTIONS, Article, articles, faults  # noqa: E402

FORMATS = {"Atom": "feed.xml", "RSS": "rss.xml", "JSON": "feed.json"}
PYTHON = ("feedparser", "fastfeedparser", "rss2email", "turbohtml")
NODE = ("feedsmith", "rss-parser", "feed-extractor")
OTHERS = ("sfeed", "newsboat")
"""Of Debian."""
JSON_FEED = ("feedsmith", "feed-extractor")
"""Those that read JSON Feed."""


def told(programs: Path, program: str, file: Path) -> list[dict[str, Any]]:
    """Return the articles of the feed *file* as *program* tells them."""
    if program == "sfeed":
        return _sfeed(file)
    if program == "newsboat":
        return _newsboat(file)
    command = (
        [str(programs / "venv/bin/python"), str(HERE / "read.py")]
        if program in PYTHON
        else ["node", str(programs / "read_feeds.mjs")]
    )
    answer = subprocess.run([*command, program, str(file)], capture_output=True, text=True)
    if answer.returncode:
        raise SystemExit(f"{program}: {answer.stderr}")
    entries: list[dict[str, Any]] = json.loads(answer.stdout)
    return entries


def wrong(programs: Path, program: str, file: Path, pages: list[Article]) -> dict[str, list[str]]:
    """Return what *program* tells otherwise than the pages, by question: those it answers."""
    return faults(told(programs, program, file), pages)


def rows(programs: Path) -> list[tuple[str, str]]:
    """Return the programs that are installed, each with the formats that it reads."""
    there = [program for program in OTHERS if shutil.which(program)]
    known = PYTHON + NODE if (programs / "venv").is_dir() else ()
    return [
        (program, format_)
        for program in (*known, *there)
        for format_ in FORMATS
        if format_ != "JSON" or program in JSON_FEED
    ]


def _sfeed(file: Path) -> list[dict[str, Any]]:
    with file.open("rb") as feed:
        answer = subprocess.run(["sfeed"], stdin=feed, capture_output=True, text=True, check=True)
    articles = []
    for line in answer.stdout.splitlines():
        seconds, title, link, content, _, _, author, enclosure, *_ = line.split("\t")
        article = {"link": link, "title": title, "authors": [author], "date": int(seconds)}
        articles.append(article | {"content": content.replace("\\n", "\n"), "file": enclosure})
    return articles


def _newsboat(file: Path) -> list[dict[str, Any]]:
    """Its files are for podcasts alone."""
    with tempfile.TemporaryDirectory() as folder:
        names = [Path(folder) / name for name in ("urls", "cache.db", "config")]
        names[0].write_text(f"file://{file.resolve()}\n", encoding="utf-8")
        names[2].touch()
        options = zip(("-u", "-c", "-C"), map(str, names), strict=True)
        command = ["newsboat", *(part for pair in options for part in pair), "-x", "reload"]
        subprocess.run(command, env={"HOME": folder, "PATH": "/usr/bin:/bin"}, check=True)
        with sqlite3.connect(names[1]) as cache:
            query = "select url, title, author, pubDate, content, enclosure_url from rss_item"
            rows = cache.execute(query).fetchall()
    keys = ("link", "title", "authors", "date", "content", "file")
    return [dict(zip(keys, row, strict=True)) | {"authors": [row[2]]} for row in rows]


def main(programs: str, *outputs: str) -> None:
    sites = {Path(output): articles(Path(output)) for output in outputs}
    print(f"of {sum(map(len, sites.values()))} articles\n")
    print(f"| program | format | {' | '.join(QUESTIONS)} |\n|---|---|{'--:|' * len(QUESTIONS)}")
    details = []
    for program, format_ in rows(Path(programs)):
        right: dict[str, int] = {}
        for output, pages in sites.items():
            by_question = wrong(Path(programs), program, output / FORMATS[format_], pages)
            for question, entries in by_question.items():
                right[question] = right.get(question, 0) + len(pages) - len(entries)
                details += [f"{program}, {format_}, {question}: {entry}" for entry in entries]
        cells = [str(right.get(question, "–")) for question in QUESTIONS]
        print(f"| {program} | {format_} | {' | '.join(cells)} |", flush=True)
    print("", *details, sep="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
