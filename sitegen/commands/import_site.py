"""``sitegen import``: a former site becomes a new one."""

import os
from typing import TYPE_CHECKING

import click

from sitegen.commands.command import DONE, EXIT_CODES, WHERE, WRITTEN, Command, option
from sitegen.commands.completing import complete_files
from sitegen.commands.options import ending_on_mistakes, verbosity
from sitegen.names import SITE_FILE
from sitegen.report.progress import ProgressBar, Verbosity
from sitegen.report.streams import write
from sitegen.wording.translation import _
from sitegen.wording.visible import visible

if TYPE_CHECKING:
    from sitegen.importing.report import ImportReport
    from sitegen.importing.source import FormerSource


class _Kind(click.types.StringParamType):
    """What made a former site; plugins of the site at hand may know more kinds."""

    name = "kind"

    def get_missing_message(self, param: click.Parameter, ctx: click.Context | None) -> str:
        from sitegen.importing.registry import AUTO, kinds

        return _("Choose from:\n\t{choices}").format(choices=",\n\t".join((AUTO, *kinds())))


@click.command(
    "import",
    cls=Command,
    exit_codes={**EXIT_CODES, 1: "the disk refuses"},
    examples=[
        ("sitegen import auto ../former-site hub", "into the new folder hub"),
        ("sitegen import hugo ../former-site hub", "said what made the former site"),
        ("sitegen import wordpress export.xml hub --uploads uploads", "with its pictures"),
        ("sitegen import jekyll ../blog hub --urls sitemap.xml", "what became of each address"),
    ],
    read_on="docs/migrating.md",
)
@click.argument("kind", metavar="KIND", type=_Kind())
@click.argument("source", metavar="SOURCE", shell_complete=complete_files)
@click.argument("folder", metavar="[DIR]", default="site")
@option(
    "--uploads",
    metavar="DIR",
    group=WHERE,
    help="Where the pictures lie that an export names and does not hold.",
)
@option(
    "--urls",
    "urls",
    metavar="FILE",
    group=WHERE,
    help="The former sitemap, or one address a line: each that no page answers to is told.",
)
@option(
    "--fetch",
    "hosts",
    metavar="HOST",
    multiple=True,
    group=DONE,
    help="Fetch the pictures and documents that the source does not hold from this host; may be"
    " repeated. Without it nothing is fetched.",
)
@option("--url", metavar="URL", group=WRITTEN, help="The site's address, where nothing tells it.")
@option("--language", metavar="TAG", group=WRITTEN, help="Its language, where nothing tells it.")
@option("--timezone", metavar="ZONE", group=WRITTEN, help="Its zone; Europe/Paris, if not given.")
@verbosity
def command(
    kind: str, source: str, folder: str, uploads: str | None, urls: str | None,
    hosts: tuple[str, ...], verbosity: Verbosity, **wished: str | None,
) -> None:  # fmt: skip
    """Bring the texts, pictures and addresses of a former site over.

    KIND is what made it: eleventy, osuny, hugo, jekyll, pelican, wordpress, spip,
    rss, ics, docx; auto looks.

    The result is an ordinary site that builds at once. Nothing that was not public
    becomes so; nothing is lost in silence: import-report.md in the new folder says
    what became of each thing. Run again, it brings what is new, and leaves alone
    what you changed.
    """
    from sitegen.importing.fetching import Fetcher
    from sitegen.importing.folder import Folder
    from sitegen.importing.former_addresses import read_addresses
    from sitegen.importing.material import Material
    from sitegen.importing.move import ImportOptions, move
    from sitegen.importing.registry import OTHERS, choose_kind, find_kind

    with ending_on_mistakes():
        if os.path.isfile(SITE_FILE):  # the site at hand may know more kinds
            OTHERS.update(_kinds_of_plugins(os.path.abspath(".")))
        material = Material(source, uploads=uploads or "")
        kind = choose_kind(kind, material)
        reader = find_kind(kind)
        addresses = read_addresses(urls) if urls else ()
        given = {key: value for key, value in wished.items() if value}
        fetcher = Fetcher(hosts, f"{os.path.abspath(folder)}.fetched", source) if hosts else None
        with Folder(os.path.abspath(folder)) as site, ProgressBar(verbosity) as progress:
            report = move(
                reader(material),
                kind,
                site,
                ImportOptions(addresses=addresses, **given),
                fetcher=fetcher,
                progress=lambda done, total: progress.advance("import", done, total),
            )
        if fetcher is not None:
            fetcher.finish()
    _tell(report, folder)


def _kinds_of_plugins(root: str) -> dict[str, type["FormerSource"]]:
    """Return the kinds of former sites that plugins of the site at *root* read."""
    from sitegen.engine.configuring import load_config
    from sitegen.engine.site_yaml import read_site_file
    from sitegen.plugins.known import plugins_of

    plugins = plugins_of(load_config(root, read_site_file(root)).plugins)
    return {name: kind for _, plugin in plugins.at_work for name, kind in plugin.importers.items()}


def _tell(report: "ImportReport", folder: str) -> None:
    from sitegen.importing.telling import summary_lines

    write(_("The site is in {folder}.").format(folder=visible(folder)))
    for line in summary_lines(report):
        write(visible(line))
