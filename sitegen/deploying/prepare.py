"""The site and the place, before anything is sent: built, known, complete. Does I/O."""

import os
from collections.abc import Sequence
from typing import NamedTuple

from sitegen.config import SiteConfig
from sitegen.deploying.deploy import SiteToDeploy
from sitegen.deploying.local import local_files
from sitegen.deploying.manifest import ToldLinks
from sitegen.deploying.mentions import links_of
from sitegen.deploying.registry import OTHERS, choose, open_target
from sitegen.deploying.target import Target
from sitegen.engine.build import build, look
from sitegen.engine.configuring import load_config
from sitegen.engine.locked import on_disk
from sitegen.engine.opening import OpenSite
from sitegen.engine.options import BuildOptions, BuildReport, Progress
from sitegen.engine.site_yaml import read_site_file
from sitegen.engine.state import told_before
from sitegen.plugins.known import plugins_of
from sitegen.published.edition import PublishedContent
from sitegen.published.listing import site_address


class PreparedSite(NamedTuple):
    site: SiteToDeploy
    target: Target
    """Not opened yet."""
    report: BuildReport
    """Of the build that brought the output up to date."""


def prepare(options: BuildOptions, named: str, progress: Progress) -> PreparedSite:
    """Build what readers may see, and find the place that is *named*.

    A site that was built with drafts, or for an address that is not asked for, is built anew.
    Raises as `build`, and `UsageError` where the place is none.
    """
    configuration = load_config(options.root, read_site_file(options.root), options.base_url)
    config = configuration.config
    for _, plugin in plugins_of(configuration.plugins).at_work:
        OTHERS.update(plugin.targets)
    place = choose(named, config.deploy)
    target = open_target(place, options.root)
    report = build(options, progress)
    edition = on_disk(options, lambda disk: told_before.recall(disk.state))
    if options.base_url or place.config.language:  # what is remembered is told of the whole site
        edition = None
    site = _site_for(place.config.language, config, options.output, edition)
    return PreparedSite(site, target, report)


def linked_by(options: BuildOptions, documents: Sequence[str]) -> dict[str, ToldLinks]:
    """Return to which addresses on other hosts public *documents* (ids) link, if they do."""

    def ask(site: OpenSite) -> dict[str, ToldLinks]:
        wanted = set(documents)
        return {
            entry.id: ToldLinks(f"{index.config.origin}{entry.url}", tuple(links))
            for index in site.session.index.everywhere
            for entry in index.entries.values()
            if entry.id in wanted and entry.id in index.documents and not entry.is_elsewhere
            if (links := links_of(site.bodies.read(entry.id).decode(), index.config.host))
        }

    return look(options, ask)


def _site_for(
    language: str, config: SiteConfig, output: str, edition: PublishedContent | None
) -> SiteToDeploy:
    """Return what goes to the place of *language*; empty: all but what has a place of its own."""
    if language:
        version = config.versions[language]
        files = local_files(os.path.join(output, version.folder))
        return SiteToDeploy(site_address(version), files, edition, hub=config.feeds.hub)
    hosts = {
        version.folder: version.url for version in config.versions.values() if version.has_own_host
    }
    placed = {target.language for target in config.deploy.values() if target.language}
    left_out = tuple(config.versions[tag].folder for tag in placed)
    files = [file for file in local_files(output) if not file.path.startswith(left_out)]
    return SiteToDeploy(
        site_address(config),
        files,
        edition,
        hub=config.feeds.hub,
        tells_linked=config.publishing.webmention,
        hosts=hosts,
    )
