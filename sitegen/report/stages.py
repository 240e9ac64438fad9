"""The stages of a build as they are told, with what they did and how long they took."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from sitegen.report.numbers import decimal
from sitegen.wording.translation import _

if TYPE_CHECKING:
    from sitegen.engine.timing.stopwatch import StageTime

WORDS: dict[str, Callable[[], str]] = {
    "settings": lambda: _("settings and theme read"),
    "scan": lambda: _("files looked at"),
    "parse": lambda: _("documents parsed"),
    "files": lambda: _("data, images and theme read"),
    "index": lambda: _("documents put in order"),
    "plan": lambda: _("pages planned"),
    "links": lambda: _("links checked"),
    "compare": lambda: _("pages to render"),
    "seal": lambda: _("files of private pages sealed"),
    "copy": lambda: _("files copied"),
    "images": lambda: _("images made"),
    "kits": lambda: _("press kits made"),
    "render": lambda: _("pages rendered"),
    "remove": lambda: _("files removed"),
    "record": lambda: _("pages remembered"),
    "search": lambda: _("search index"),
    "checks": lambda: _("other checks"),
}
"""What each lap of `engine.timing.Watch` has done."""


def stage_words(lap: "StageTime") -> str:
    """Return what was done, with how many."""
    words = WORDS[lap.stage]()
    if lap.total:
        return _("{words}: {done} of {total}").format(words=words, done=lap.done, total=lap.total)
    return _("{words}: {done}").format(words=words, done=lap.done) if lap.done else words


def stage_line(lap: "StageTime") -> str:
    """Return one line of `--verbose`."""
    return f"{decimal(lap.seconds):>8} s  {stage_words(lap)}"
