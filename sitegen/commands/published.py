"""``sitegen published``: the addresses that readers know, compared and brought up to date."""

import os
import sys

import click

from sitegen.commands.command import DONE, EXIT_CODES, SHOWN, Command, option
from sitegen.commands.options import (
    build_options,
    ending_on_mistakes,
    now_option,
    root_folder,
)
from sitegen.errors import Diagnostic, UsageError
from sitegen.names import PUBLISHED_FILE
from sitegen.report.streams import write
from sitegen.wording.translation import _, ngettext
from sitegen.wording.visible import visible


@click.command(
    "published",
    cls=Command,
    examples=[
        ("sitegen published", "what is new, gone or kept from readers"),
        ("sitegen published --write", "after publishing: note what readers know now"),
        ("sitegen published --forget /old/", "nothing will ever stand there again"),
    ],
    exit_codes={**EXIT_CODES, 1: "an address is gone"},
    read_on="docs/publishing.md",
)
@now_option
@option(
    "--write",
    "is_written",
    is_flag=True,
    group=DONE,
    help="Bring published.txt up to date; make it, if there is none.",
)
@option(
    "--forget",
    "forgotten",
    multiple=True,
    metavar="ADDRESS",
    group=DONE,
    help="Take an address out that is gone for good; may be given several times.",
)
@option("--all", "is_long", is_flag=True, group=SHOWN, help="Name the new addresses too.")
def command(now: str | None, is_written: bool, forgotten: tuple[str, ...], is_long: bool) -> None:
    """Compare published.txt, the addresses that readers know, with the site.

    Where that file stands beside site.yaml, each build and check tells of an
    address that is gone or has moved, and of articles and events that
    subscribers would see twice. Commit it: CI needs nothing else. It is written
    here alone, never by a build. An address that is gone stays in it, and is
    told, until something stands there again or it is forgotten.
    """
    from msgspec.structs import replace

    from sitegen.engine.build import look
    from sitegen.engine.opening import OpenSite
    from sitegen.engine.published_file import write_published
    from sitegen.published.anchors import gone_anchors
    from sitegen.published.compare import given_up, is_waiting
    from sitegen.published.listing import (
        Listing,
        documents_at,
        listing_of,
        with_anchors,
        with_former,
    )

    def ask(site: OpenSite) -> tuple[Listing, Listing, set[str], set[str], set[str]]:
        index = site.session.index
        before = site.published.listing if site.published else Listing()
        pages = list(site.plan.pages.values())
        there = with_anchors(listing_of(index, pages), index, pages)
        waiting = {
            address for address, line in before.lines.items() if is_waiting(address, line, index)
        }
        parts = gone_anchors(before.anchors, documents_at(index, pages, there)).values()
        gone = {address for _document, addresses in parts for address in addresses}
        return before, there, waiting - there.lines.keys(), given_up(index), gone

    with ending_on_mistakes():
        before, there, waiting, ended, parts = look(build_options(now), ask)
        known_to_list = {*before.lines, *before.anchors, *before.events, *before.calendars}
        known_to_list |= {f"~{language}" for language in before.languages}
        for address in forgotten:
            if address not in known_to_list:
                values = {"address": address}
                raise UsageError(Diagnostic("address-not-listed", values=values))
        gone = before.lines.keys() - there.lines.keys() - waiting - ended
        gone = (gone | parts) - set(forgotten)
        published = there.lines.keys() | there.anchors.keys()
        new = published - before.lines.keys() - before.anchors.keys()
        if is_written or forgotten:
            known = there if is_written else replace(before, lines={}, anchors={})
            write_published(root_folder(), with_former(known, before, ended.union(forgotten)))
    for sign, addresses in (("+", new if is_long else ()), ("-", gone), ("~", waiting)):
        for address in sorted(addresses):
            write(visible(f"{sign} {address}"))
    number = ngettext("{number} address", "{number} addresses", len(published))
    line = _("{addresses}: {new} new (+), {gone} gone (-), {waiting} kept from readers (~)")
    counts = {"new": len(new), "gone": len(gone), "waiting": len(waiting)}
    write(line.format(addresses=number.format(number=len(published)), **counts))
    if is_written or forgotten:
        write(_("Written: {file}").format(file=PUBLISHED_FILE))
    elif not os.path.exists(os.path.join(root_folder(), PUBLISHED_FILE)):
        told = _("There is no {file} yet: `sitegen published --write` makes it.")
        write(told.format(file=PUBLISHED_FILE))
    if gone and not is_written:
        sys.exit(1)
