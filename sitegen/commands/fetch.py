"""``sitegen fetch``: partners' news and dates come in."""

import os
import sys
from typing import TYPE_CHECKING

import click

from sitegen.commands.command import DONE, SAID, Command, option
from sitegen.commands.options import ending_on_mistakes, parse_now, root_folder, verbosity
from sitegen.errors import Diagnostic, Place, UsageError
from sitegen.report.diagnostics import print_diagnostics
from sitegen.report.progress import ProgressBar, Verbosity
from sitegen.report.streams import write
from sitegen.wording.translation import _, ngettext
from sitegen.wording.visible import visible

if TYPE_CHECKING:
    from sitegen.config import SiteConfig
    from sitegen.fetching.outcome import Outcome

_NEEDED = ("feedparser", "turbohtml")


@click.command(
    "fetch",
    cls=Command,
    exit_codes={
        0: "all went well, or what did not is told",
        1: "the disk refuses; with --strict: a source gave nothing, or waits",
        2: "wrong usage or configuration: nothing was done",
    },
    examples=[
        ("sitegen fetch", "ask all sources of site.yaml"),
        ("sitegen fetch amf", "ask one of them"),
        ("sitegen fetch --dry-run", "say what would come in"),
        ("sitegen fetch --accept amf", "yes, it has lost half of its dates"),
    ],
    read_on="docs/sources.md",
)
@click.argument("names", metavar="[NAME]…", nargs=-1)
@option(
    "--accept",
    "accepted",
    metavar="NAME",
    multiple=True,
    group=DONE,
    help="Take what this source says, though it has lost half of its announcements or calls them"
    " all otherwise; may be repeated.",
)
@option("--dry-run", "is_dry", is_flag=True, group=DONE, help="Ask, and say what would be written.")
@option(
    "--strict",
    "is_strict",
    is_flag=True,
    group=SAID,
    help="End with 1 if a source gave nothing, or waits for a yes.",
)
@verbosity
def command(
    names: tuple[str, ...],
    accepted: tuple[str, ...],
    is_dry: bool,
    is_strict: bool,
    verbosity: Verbosity,
) -> None:
    """Bring in what partners announce: their news, their dates.

    Asks the sources of site.yaml, and writes a document for each piece of news and
    each event below content/_fetched/, to be read, edited and committed like any
    other. No other command asks the network for them. What you edit or delete stays
    so; what a partner withdraws or cancels is withdrawn or cancelled here.
    """
    from sitegen.engine.lock import BuildLock
    from sitegen.fetching.fetch import fetch
    from sitegen.fetching.wishes import Wishes
    from sitegen.names import STATE_FOLDER

    with ending_on_mistakes():
        root = root_folder()
        config, places = _settings(root)
        lock = BuildLock(os.path.join(root, STATE_FOLDER, "fetching"), "fetch-running")
        with lock, ProgressBar(verbosity) as progress:
            report = fetch(
                config,
                places,
                Wishes(
                    root=root,
                    now=parse_now(None).instant,
                    names=names,
                    accepted=accepted,
                    is_dry=is_dry,
                    environment=dict(os.environ),
                ),
                lambda done, total: progress.advance("fetch", done, total),
            )
    print_diagnostics(report.diagnostics)
    if verbosity is not Verbosity.QUIET:
        _tell(list(report.outcomes.values()))
    if is_strict and any(outcome.problem for outcome in report.outcomes.values()):
        sys.exit(1)


def _settings(root: str) -> tuple["SiteConfig", dict[str, Place]]:
    """Return the configuration of the site at *root*, and where it names each source."""
    from importlib.util import find_spec

    from sitegen.config import SiteFile
    from sitegen.engine.configuring import load_config
    from sitegen.engine.site_yaml import read_site_file
    from sitegen.fetching import reading
    from sitegen.plugins.known import plugins_of

    raw = read_site_file(root)
    configuration = load_config(root, raw)
    config = configuration.config
    reading.OTHERS[:] = [
        loaded.hook(function)
        for loaded, plugin in plugins_of(configuration.plugins).at_work
        for function in plugin.sources.values()
    ]
    if config.sources and any(find_spec(module) is None for module in _NEEDED):
        values = {"what": "`sitegen fetch`", "extra": "fetch"}
        raise UsageError(Diagnostic("missing-extra", values=values))
    written = SiteFile(raw)
    return config, {key: written.key_place("sources", key) for key in config.sources}


def _tell(outcomes: list["Outcome"]) -> None:
    if not outcomes:
        write(_("No sources: name some under `sources:` in site.yaml."))
        return
    for outcome in outcomes:
        write(visible(f"{outcome.key}{_(': ')}{_line(outcome)}"))


def _line(outcome: "Outcome") -> str:
    """Return what is told of a source, on one line."""
    if outcome.problem:
        words = {"silent": _("gave nothing"), "held": _("waits for your yes")}
        return words[outcome.problem]
    parts = []
    if outcome.new:
        parts.append(
            ngettext("{number} new", "{number} new", outcome.new).format(number=outcome.new)
        )
    if outcome.changed:
        changed = ngettext("{number} changed", "{number} changed", outcome.changed)
        parts.append(changed.format(number=outcome.changed))
    if outcome.withdrawn:
        withdrawn = ngettext("{number} withdrawn", "{number} withdrawn", outcome.withdrawn)
        parts.append(withdrawn.format(number=outcome.withdrawn))
    if outcome.edited:
        edited = ngettext("{number} edited here", "{number} edited here", outcome.edited)
        parts.append(edited.format(number=outcome.edited))
    if parts and outcome.taken < outcome.said:
        parts.append(_("{taken} of {said} taken").format(taken=outcome.taken, said=outcome.said))
    return ", ".join(parts) or _("nothing new")
