"""Print where the time of a build goes, in one process: the stages, and the kinds of page.

    python benchmarks/stages.py SITE

SITE is a folder with site.yaml, built before. Seconds of the processor, of one run each; shares
tell more.
"""

import gc
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import command_line

from sitegen.commands.options import parse_now
from sitegen.digest import digest
from sitegen.engine.build import look
from sitegen.engine.opening import OpenSite
from sitegen.engine.options import BuildOptions
from sitegen.engine.output import Output
from sitegen.engine.stages.scan import scan_site
from sitegen.model import Question
from sitegen.site.answers import Answers
from sitegen.site.indexing.inputs import IndexInputs
from sitegen.site.indexing.make import make_index
from sitegen.site.plan import plan_of
from sitegen.site.questions.answering import Questions
from sitegen.sources.parse import ParseSettings, parse_document

T = TypeVar("T")


class Stopwatch:
    def __init__(self) -> None:
        self.stages: dict[str, float] = {}

    def time(self, name: str, work: Callable[[], T]) -> T:
        started = time.process_time()
        result = work()
        self.stages[name] = time.process_time() - started
        return result


def measure(site: OpenSite, root: str) -> None:
    watch = Stopwatch()
    config, inputs = site.config, site.inputs
    scan = watch.time("scan", lambda: scan_site(root, config.content_folder, site.chain.names))
    documents = [(key, source) for key, source in scan.content.items() if key.endswith(".md")]
    settings = ParseSettings(
        config.language,
        config.typography_of(config.language),
        config.markdown.engine,
        config.markdown.raw_html,
    )

    def parse() -> None:
        for key, source in documents:
            raw = Path(source.disk_path).read_bytes()
            parse_document(raw, key.removeprefix("content/"), settings)

    watch.time("parse", parse)
    snapshot = inputs.snapshot
    index = watch.time(
        "index",
        lambda: make_index(
            IndexInputs(inputs.documents, snapshot.files, snapshot.data, config, site.clock)
        ),
    )
    plan = watch.time("plan", lambda: plan_of(index, site.session.static.values()))
    pages = [page for page in plan.pages.values() if page.traits.made in ("template", "writer")]
    renderer = site.session.renderer
    asked: set[Question] = set()
    kinds: dict[str, list[float]] = defaultdict(list)
    contents: list[bytes] = []

    def render() -> None:
        for page in pages:
            started = time.process_time()
            rendered, _ = renderer.render(page)
            kinds[page.kind].append(time.process_time() - started)
            if rendered is not None:
                asked.update(rendered.asked)
                contents.append(rendered.content)

    watch.time("render", render)
    watch.time("digest pages", lambda: [digest(content) for content in contents])
    fresh = Questions(Answers(index, site.session.static, lambda _: "", lambda _: b""))
    watch.time("digest answers", lambda: [fresh.digest(question) for question in asked])
    watch.time("list the output", Output(site.options.output).present)
    report(watch, kinds, len(documents), len(asked))


def report(watch: Stopwatch, kinds: dict[str, list[float]], documents: int, questions: int) -> None:
    total = sum(watch.stages.values())
    print(f"{documents} documents, {sum(map(len, kinds.values()))} pages, {questions} questions")
    for name, seconds in watch.stages.items():
        print(f"{name:16} {seconds:7.2f} s {seconds / total:5.0%}")
    print()
    for kind, times in sorted(kinds.items(), key=lambda pair: -sum(pair[1]))[:12]:
        mean = sum(times) / len(times) * 1000
        print(f"{kind:16} {len(times):6} pages {sum(times):7.2f} s {mean:8.3f} ms each")


def main() -> None:
    arguments = command_line.parser(__doc__)
    arguments.add_argument("site", type=Path)
    root = str(arguments.parse_args().site.resolve())
    gc.disable()  # as `sitegen build` does
    options = BuildOptions(root=root, output=f"{root}/output", now=parse_now(None))
    look(options, lambda site: measure(site, root))


if __name__ == "__main__":
    main()
