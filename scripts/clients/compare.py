"""Ask the installed tools what they read on articles' pages, and count what is right.

python scripts/clients/compare.py TOOLS [--first NUMBER] [OUTPUT …]

Runs programs. TOOLS: the folder that `install` made.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from judge import QUESTIONS, Truth, faults, truth  # noqa: E402

PYTHON = ("trafilatura", "newspaper4k", "goose3", "readability-lxml", "turbohtml")
NODE = ("@mozilla/readability", "defuddle", "@extractus/article-extractor")
TOOLS = PYTHON + NODE

Wrong = dict[str, dict[str, list[str]]]
"""By question and page: what is missing, foreign, or said instead."""


def articles(output: Path, first: int | None = None) -> dict[str, Truth]:
    """Return what the pages of articles with a text say, by path below *output*."""
    pages = {}
    for path in sorted(output.rglob("index.html")):
        page = truth(path.read_text(encoding="utf-8"))
        if page is not None:
            pages[path.relative_to(output).as_posix()] = page
    return dict(list(pages.items())[:first])


def wrong(tools: Path, tool: str, output: Path, pages: dict[str, Truth]) -> Wrong:
    """Return what *tool*, of the folder *tools*, gets wrong, by question: those it asks."""
    program = (
        [str(tools / "venv/bin/python"), str(HERE / "extract.py")]
        if tool in PYTHON
        else ["node", str(tools / "extract.mjs")]
    )
    command = [*program, tool, str(output), *pages]
    answer = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    readings: list[dict[str, Any]] = [json.loads(line) for line in answer.stdout.splitlines()]
    by_question: Wrong = {}
    for reading in readings:
        for question, pieces in faults(reading, pages[reading["page"]]).items():
            entry = by_question.setdefault(question, {})
            if pieces:
                entry[reading["page"]] = pieces
    return by_question


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("tools", type=Path)
    options.add_argument("outputs", type=Path, nargs="*", default=[HERE.parent.parent / "output"])
    options.add_argument("--first", type=int)
    given = options.parse_args()
    sites = {output: articles(output, given.first) for output in given.outputs}
    count = sum(map(len, sites.values()))
    print(f"{count} pages\n\n| program | {' | '.join(QUESTIONS)} |\n|---|{'--:|' * len(QUESTIONS)}")
    details = []
    for tool in TOOLS:
        right = dict.fromkeys(QUESTIONS, 0)
        asked = set()
        for output, pages in sites.items():
            for question, entry in wrong(given.tools, tool, output, pages).items():
                asked.add(question)
                right[question] += len(pages) - len(entry)
                details += [f"{tool}, {question}, {page}: {entry[page]}" for page in entry]
        cells = [str(right[question]) if question in asked else "–" for question in QUESTIONS]
        print(f"| {tool} | {' | '.join(cells)} |", flush=True)
    print("", *details, sep="\n")


if __name__ == "__main__":
    main()
