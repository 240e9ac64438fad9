"""Ask search pages in chromium, in one visit each, and count what is right.

python scripts/clients/searching.py OUTPUT [DEMO]

Serves folders and runs a browser. OUTPUT was built of tests/clients/french, DEMO of this checkout.
"""

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar, NamedTuple

import turbohtml
import yaml
from playwright.sync_api import Page

PROJECT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(PROJECT / "scripts"))

from browsing import Host, chromium, served  # noqa: E402

HARD = PROJECT / "tests/clients/french/queries.yaml"
DEMO = PROJECT / "tests/clients/demo_queries.yaml"

ASK = """async (queries) => {
  const field = document.querySelector("input[name=q]");
  const status = document.querySelector("[role=status]");
  const more = document.querySelector(".search-more");
  const soon = () => new Promise((done) => setTimeout(done, 5));
  const answers = {};
  for (const query of queries) {
    status.textContent = "";
    field.value = query;
    field.form.requestSubmit();
    while (!status.textContent || status.textContent === field.form.dataset.working) await soon();
    const links = () => [...document.querySelectorAll(".search-results a")];
    while (!links().length && /^\\d/.test(status.textContent)) await soon();
    while (!more.hidden) {
      const before = links().length;
      more.firstElementChild.click();
      while (links().length === before) await soon();
    }
    answers[query] = { said: status.textContent, found: links().map((one) => one.pathname) };
  }
  return answers;
}"""


class Answer(NamedTuple):
    """What the page made of a question."""

    said: str
    found: list[str]
    """Addresses, the best first."""


class Score(NamedTuple):
    """How many of the questions' pages are right."""

    wholly: int
    """Questions with all that is right, and nothing else."""
    precision: float
    """What is right, of all that was found."""
    recall: float
    """What was found, of all that is right."""


class CountingHost(Host):
    """A host that notes the bytes of each answer."""

    sent: ClassVar[list[int]] = []

    def send_header(self, keyword: str, value: str) -> None:
        if keyword == "Content-Length":
            self.sent.append(int(value))
        super().send_header(keyword, value)


def ask(page: Page, queries: list[str]) -> dict[str, Answer]:
    """Return what the search page, which *page* shows, answers to each of *queries*."""
    page.locator("form.search").wait_for()
    answers = page.evaluate(ASK, queries)
    return {query: Answer(answer["said"], answer["found"]) for query, answer in answers.items()}


def right_of_hard() -> dict[str, set[str]]:
    """Return the addresses that are right for each question to the hard site."""
    wanted = yaml.safe_load(HARD.read_text(encoding="utf-8"))
    return {query: {f"/notes/{name}/" for name in names} for query, names in wanted.items()}


def right_of_demo(output: Path) -> dict[str, set[str]]:
    """Return the addresses of the demo's pages that have one of the words, for each question."""
    texts = {}
    for path in sorted(output.rglob("index.html")):
        document = turbohtml.parse(path.read_text(encoding="utf-8"))
        parts = document.select(
            "[data-search-title], [data-search-text], [data-pagefind-meta=title], "
            "[data-pagefind-body]"
        )
        if parts:
            address = "/" + path.relative_to(output).as_posix().removesuffix("index.html")
            texts[address] = re.sub(r"\s+", " ", " ".join(part.to_text() for part in parts))
    right = {}
    for query, words in yaml.safe_load(DEMO.read_text(encoding="utf-8")).items():
        any_of = "|".join(map(re.escape, words)) or "(?!)"
        word = re.compile(rf"(?<!\w)(?:{any_of})(?!\w)", re.IGNORECASE)
        right[query] = {address for address, text in texts.items() if word.search(text)}
    return right


def score(answers: Mapping[str, Answer], right: Mapping[str, set[str]]) -> Score:
    """Count what of *answers* is *right*."""
    both = sum(len(right[query] & set(answers[query].found)) for query in right)
    total = sum(len(answers[query].found) for query in right)
    wholly = sum(right[query] == set(answers[query].found) for query in right)
    return Score(wholly, both / total, both / sum(map(len, right.values())))


def main() -> None:
    outputs = [Path(folder) for folder in sys.argv[1:]]
    rights = [right_of_hard(), *(right_of_demo(output) for output in outputs[1:])]
    print("| site | questions | wholly right | precision | recall | first search, bytes |")
    print("|---|--:|--:|--:|--:|--:|")
    details = []
    for output, right in zip(outputs, rights, strict=True):
        with served(output, CountingHost) as address, chromium() as browser:
            page = browser.new_page()
            page.goto(f"{address}/recherche/", wait_until="networkidle")
            CountingHost.sent.clear()
            field = page.locator("input[name=q]")
            field.press_sequentially("écoles")
            field.press("Enter")
            page.locator(".search-results li").first.wait_for()
            page.wait_for_load_state("networkidle")
            first = sum(CountingHost.sent)
            answers = ask(page, list(right))
        scored = score(answers, right)
        cells = (
            len(right),
            scored.wholly,
            f"{scored.precision:.2f}",
            f"{scored.recall:.2f}",
            f"{first:,}",
        )
        print(f"| {output} | {' | '.join(map(str, cells))} |")
        for query in right:
            told = set(answers[query].found)
            if told != right[query]:
                missing, foreign = sorted(right[query] - told), sorted(told - right[query])
                said = answers[query].said
                details.append(f"{query!r} ({said}): missing {missing}, foreign {foreign}")
    print("", *details, sep="\n")


if __name__ == "__main__":
    main()
