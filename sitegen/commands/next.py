"""``sitegen next``: the coming instants at which the site changes by itself."""

import datetime as dt
import json
from collections.abc import Sequence
from itertools import groupby

import click

from sitegen.commands.command import LOOKING_EXIT_CODES, SAID, SHOWN, Command, option
from sitegen.commands.options import build_options, ending_on_mistakes, now_option
from sitegen.errors import Diagnostic, unique
from sitegen.report.diagnostics import print_diagnostics
from sitegen.report.streams import write
from sitegen.wording.translation import _
from sitegen.wording.visible import visible

WORDS = {
    "appears": "appears",
    "disappears": "is withdrawn",
    "begins": "begins",
    "ends": "is over",
    "lapses": "its former date is past",
    "fades": "leaves the calendars that still tell it",
    "closes": "registration closes",
    "month": "a new month in the agenda",
    "ages": "leaves the news sitemap",
    "previews": "a preview begins or ends",
}


@click.command(
    "next",
    cls=Command,
    exit_codes=LOOKING_EXIT_CODES,
    examples=[
        ("sitegen next", "the coming changes, the next one first"),
        ("sitegen next --json -n 1", "for CI: when to build again"),
        ("sitegen next --now 2027-01-15", "what follows that day"),
    ],
    read_on="docs/authors.md",
)
@option("--drafts", is_flag=True, group=SHOWN, help="As a build with drafts.")
@option("--future", is_flag=True, group=SHOWN, help="As one with what is dated in the future.")
@now_option
@option(
    "-n",
    "limit",
    type=click.IntRange(1),
    default=10,
    metavar="N",
    group=SHOWN,
    help="How many instants; {default}, if not given.",
)
@option("--json", "as_json", is_flag=True, group=SAID, help="For programs: a list of objects.")
def command(as_json: bool, limit: int, drafts: bool, future: bool, now: str | None) -> None:
    """Print when the site will change by itself, the next instant first.

    A document appears (its date, the end of its embargo) or is withdrawn
    (`expires`), an event begins or is over, a month begins. A build at such an
    instant, or any time after it, brings the site up to date.
    """
    from sitegen.engine.build import look
    from sitegen.engine.opening import OpenSite
    from sitegen.model import zone_info
    from sitegen.site.horizon import InstantOfChange, instants_of_change

    with ending_on_mistakes():
        options = build_options(now, drafts=drafts, future=future)

        def ask(site: OpenSite) -> tuple[list[InstantOfChange], str, Sequence[Diagnostic]]:
            return instants_of_change(site.session.index), site.config.timezone, site.diagnostics

        instant_of_changes, timezone, diagnostics = look(options, ask)
    print_diagnostics(unique(diagnostics))
    groups = [
        list(group)
        for _at, group in groupby(instant_of_changes, key=lambda change: change.timestamp)
    ][:limit]
    rows = []
    for group in groups:
        at = dt.datetime.fromtimestamp(group[0].timestamp, zone_info(timezone))
        changes = [
            {"kind": change.kind, "id": change.id, "title": change.title} for change in group
        ]
        rows.append({"at": at.isoformat(), "timestamp": group[0].timestamp, "changes": changes})
        if not as_json:
            for change in group:
                subject = (
                    _("{title}: ").format(title=change.title) if change.kind != "month" else ""
                )
                write(visible(f"{at:%Y-%m-%d %H:%M}  {subject}{_(WORDS[change.kind])}"))
    if as_json:
        write(json.dumps(rows, ensure_ascii=False, indent=2), is_data=True)
    elif not rows:
        write(_("The site will not change by itself."))
