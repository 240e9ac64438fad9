"""``sitegen published``: the addresses that readers know, compared and brought up to date."""

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

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

if TYPE_CHECKING:
    from sitegen.engine.opening import OpenSite
    from sitegen.published.listing import Listing


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
    from sitegen.engine.build import look
    from sitegen.engine.published_file import write_published

    is_written_anew = is_written or bool(forgotten)
    with ending_on_mistakes():
        compared = look(build_options(now), _compared)
        _refuse_unlisted(forgotten, compared.before)
        gone = compared.gone - set(forgotten)
        if is_written_anew:
            write_published(root_folder(), compared.listing(forgotten, is_brought_up=is_written))
    for sign, addresses in (
        ("+", compared.new if is_long else ()),
        ("-", gone),
        ("~", compared.waiting),
    ):
        for address in sorted(addresses):
            write(visible(f"{sign} {address}"))
    number = ngettext("{number} address", "{number} addresses", len(compared.published))
    line = _("{addresses}: {new} new (+), {gone} gone (-), {waiting} kept from readers (~)")
    counts = {"new": len(compared.new), "gone": len(gone), "waiting": len(compared.waiting)}
    write(line.format(addresses=number.format(number=len(compared.published)), **counts))
    if is_written_anew:
        write(_("Written: {file}").format(file=PUBLISHED_FILE))
    elif not os.path.exists(os.path.join(root_folder(), PUBLISHED_FILE)):
        told = _("There is no {file} yet: `sitegen published --write` makes it.")
        write(told.format(file=PUBLISHED_FILE))
    if gone and not is_written:
        sys.exit(1)


class _Compared(NamedTuple):
    """The list of published addresses beside those of the site as it is."""

    before: "Listing"
    there: "Listing"
    waiting: set[str]
    """Addresses of what is kept from readers now, and comes back."""
    ended: set[str]
    """Those that their authors gave up."""
    lost_parts: set[str]
    """Addresses of parts of pages, such as a heading's, that are there no more."""

    @property
    def gone(self) -> set[str]:
        gone = self.before.lines.keys() - self.there.lines.keys() - self.waiting - self.ended
        return gone | self.lost_parts

    @property
    def published(self) -> set[str]:
        return self.there.lines.keys() | self.there.anchors.keys()

    @property
    def new(self) -> set[str]:
        return self.published - self.before.lines.keys() - self.before.anchors.keys()

    def listing(self, forgotten: tuple[str, ...], *, is_brought_up: bool) -> "Listing":
        """Return the list to be written: up to date, or the former one without *forgotten*."""
        from msgspec.structs import replace

        from sitegen.published.listing import with_former

        known = self.there if is_brought_up else replace(self.before, lines={}, anchors={})
        return with_former(known, self.before, self.ended.union(forgotten))


def _compared(site: "OpenSite") -> _Compared:
    from sitegen.published.anchors import gone_anchors
    from sitegen.published.compare import given_up, is_waiting
    from sitegen.published.listing import Listing, documents_at, listing_of, with_anchors

    index = site.session.index
    before = site.published.listing if site.published else Listing()
    pages = list(site.plan.pages.values())
    there = with_anchors(listing_of(index, pages), index, pages)
    waiting = {
        address for address, line in before.lines.items() if is_waiting(address, line, index)
    }
    parts = gone_anchors(before.anchors, documents_at(index, pages, there)).values()
    lost = {address for _document, addresses in parts for address in addresses}
    return _Compared(before, there, waiting - there.lines.keys(), given_up(index), lost)


def _refuse_unlisted(forgotten: tuple[str, ...], listing: "Listing") -> None:
    """Raise `UsageError` for an address that the list does not hold."""
    known = {*listing.lines, *listing.anchors, *listing.events, *listing.calendars}
    known |= {f"~{language}" for language in listing.languages}
    for address in forgotten:
        if address not in known:
            raise UsageError(Diagnostic("address-not-listed", values={"address": address}))
