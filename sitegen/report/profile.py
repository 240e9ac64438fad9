"""`sitegen build --profile`: where a build's time went, as tables or as JSON."""

from typing import TYPE_CHECKING, Any

import msgspec

from sitegen.report.numbers import count, decimal
from sitegen.report.stages import stage_words
from sitegen.wording.translation import _

if TYPE_CHECKING:
    from sitegen.engine.timing.stopwatch import PageTime, Stopwatch, TemplateTime

MOST = 10
"""Pages and templates that are shown; the JSON has them all."""


def profile_lines(watch: "Stopwatch") -> list[str]:
    """Return the tables of a build that was timed."""
    lines = [_("Stages:")]
    whole = watch.seconds or 1.0
    for lap in watch.stages:
        share = f"{100 * lap.seconds / whole:.0f} %"
        lines.append(f"{decimal(lap.seconds):>8} s  {share:>5}  {stage_words(lap)}")
    if not watch.pages:
        return lines
    if watch.processes > 1:
        note = _("What follows adds up over {number} processes.")
        lines += ["", note.format(number=watch.processes)]
    rendering = sum(page.seconds for page in watch.pages)
    summary = _("{pages}: {rendering} s to render, {writing} s to compare and write.")
    lines += [
        "",
        summary.format(
            pages=count(len(watch.pages), "page"),
            rendering=decimal(rendering),
            writing=decimal(watch.writing),
        ),
        "",
        _("Slowest pages (the first that shows something also makes it for the others):"),
    ]
    lines += [
        f"{decimal(page.seconds, 3):>8} s  {page.path}  ({page.template or page.kind})"
        for page in slowest_pages(watch)[:MOST]
    ]
    templates = slowest_templates(watch)[:MOST]
    if templates:
        lines += [
            "",
            _("Slowest templates (alone; with all that they include; how often):"),
        ]
    lines += [
        f"{decimal(template.own, 3):>8} s {decimal(template.total, 3):>8} s"
        f" {template.renders:>6} ×  {template.name}"
        for template in templates
    ]
    if watch.plugins:
        lines += ["", _("Plugins (alone; how often they were called):")]
    lines += [
        f"{decimal(seconds, 3):>8} s {calls:>6} ×  {name}"
        for name, (calls, seconds) in slowest_plugins(watch)
    ]
    return lines


def profile_json(watch: "Stopwatch") -> bytes:
    """Return all that was measured; times are seconds."""
    profile: dict[str, Any] = {
        "seconds": watch.seconds,
        "stages": watch.stages,
        "processes": watch.processes,
        "writing": watch.writing,
        "pages": [msgspec.structs.asdict(page) for page in slowest_pages(watch)],
        "plugins": [
            {"name": name, "calls": calls, "seconds": seconds}
            for name, (calls, seconds) in slowest_plugins(watch)
        ],
        "templates": [msgspec.structs.asdict(template) for template in slowest_templates(watch)],
    }
    return msgspec.json.format(msgspec.json.encode(profile), indent=2) + b"\n"


def slowest_plugins(watch: "Stopwatch") -> list[tuple[str, tuple[int, float]]]:
    return sorted(watch.plugins.items(), key=lambda row: (-row[1][1], row[0]))


def slowest_pages(watch: "Stopwatch") -> list["PageTime"]:
    return sorted(watch.pages, key=lambda page: (-page.seconds, page.path))


def slowest_templates(watch: "Stopwatch") -> list["TemplateTime"]:
    return sorted(watch.templates.values(), key=lambda template: (-template.own, template.name))
