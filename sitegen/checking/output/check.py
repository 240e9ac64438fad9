"""Look at the output: bring its files together, examine what is new, tell what is wrong."""

import os
from functools import partial
from importlib.util import find_spec
from typing import NamedTuple

import msgspec

from sitegen.checking.output.addresses import OutputAddresses
from sitegen.checking.output.built import (
    build_for_check,
    check_folder,
    listing,
    templates_asked,
)
from sitegen.checking.output.examine import examine_chunk, examiner, key
from sitegen.checking.output.facts import FileFacts
from sitegen.checking.output.findings import diagnose, find, orphans
from sitegen.checking.output.memo import Memo
from sitegen.checking.output.origins import Origins
from sitegen.engine.opening import OpenSite
from sitegen.engine.options import Progress, no_progress
from sitegen.engine.timing.watch import Watch
from sitegen.engine.tool import tool_digest
from sitegen.engine.workers.pool import Workers
from sitegen.errors import Diagnostic

OUTPUT = "output"
"""The folder of the finished site, as it is usually called."""
_NO_WATCH = Watch()
_decode = msgspec.msgpack.Decoder(FileFacts).decode


class Looked(NamedTuple):
    """The output, read."""

    folder: str
    """As it is shown: relative to the site's."""
    facts: dict[str, FileFacts]
    """Of the files that say something of others."""
    addresses: OutputAddresses
    origins: Origins


def look_at_output(
    site: OpenSite,
    folder: str | None,
    progress: Progress = no_progress,
    watch: Watch = _NO_WATCH,
) -> tuple[list[Diagnostic], Looked | None]:
    """Return what is wrong with the files in *folder*; None: with what a build would publish now.

    The latter is called `output/`, as its author knows it. Without what reads HTML nothing but the
    build is looked at, and that is told. Raises as `build`, and `UsageError` where there is no such
    folder.
    """
    root = site.options.root
    diagnostics: list[Diagnostic] = []
    files: set[str] = set()
    shown = OUTPUT if folder is None else os.path.relpath(folder, root).replace(os.sep, "/")
    origins = Origins(site, partial(templates_asked, root) if folder is None else None)
    if folder is None:
        folder, diagnostics = build_for_check(site.options, progress, watch)
        # A page with a mistake in its document is not there; no link to it is to blame for that.
        files |= site.plan.pages.keys()
    if find_spec("turbohtml") is None:
        return [*diagnostics, Diagnostic("output-unchecked")], None
    present = listing(folder)
    files.update(present)
    facts = examine_files(folder, present, check_folder(root), site.workers, progress)
    hosts = {
        version.folder: version.url
        for version in site.config.versions.values()
        if version.has_own_host
    }
    addresses = OutputAddresses(site.config.url, files, hosts)
    findings = [*find(facts, files, addresses), *orphans(facts, site.plan.pages, addresses)]
    diagnostics += diagnose(findings, origins, shown)
    return diagnostics, Looked(shown, facts, addresses, origins)


def examine_files(
    folder: str,
    paths: list[str],
    kept: str,
    workers: Workers,
    progress: Progress = no_progress,
) -> dict[str, FileFacts]:
    """Return the facts of the files *paths* in *folder*; *kept*: where facts are remembered."""
    import turbohtml

    wanted = [path for path in paths if examiner(path)]
    program = tool_digest() + turbohtml.__version__.encode()
    encoded: dict[str, bytes] = {}
    keys = {}
    with Memo(os.path.join(kept, "facts.db"), program) as memo:
        for path in wanted:
            with open(os.path.join(folder, path), "rb") as file:
                keys[path] = key(path, file.read())
            known = memo.get(keys[path])
            if known is not None:
                encoded[path] = known
        new = [path for path in wanted if path not in encoded]
        for chunk in workers.map(examine_chunk, (folder,), new):
            for path, facts in chunk:
                encoded[path] = facts
                memo.put(keys[path], facts)
            progress("examine", len(encoded), len(wanted))
    return {path: _decode(encoded[path]) for path in wanted}
