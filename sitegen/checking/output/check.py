"""Look at the output: bring its files together, examine what is new, tell what is wrong."""

import os
from typing import NamedTuple

import msgspec

from sitegen.checking.output.addresses import Addresses
from sitegen.checking.output.built import build_for_check, check_folder, listing
from sitegen.checking.output.examine import examine_chunk, examiner, key
from sitegen.checking.output.facts import Facts
from sitegen.checking.output.findings import diagnose, find, orphans
from sitegen.checking.output.memo import Memo
from sitegen.engine.opening import OpenSite
from sitegen.engine.tool import tool_digest
from sitegen.engine.workers import Workers
from sitegen.errors import Diagnostic

_decode = msgspec.msgpack.Decoder(Facts).decode


class Looked(NamedTuple):
    """The output, read."""

    folder: str
    """As it is shown: relative to the site's."""
    facts: dict[str, Facts]
    """Of the files that say something of others."""
    addresses: Addresses


def look_at_output(site: OpenSite, folder: str | None) -> tuple[list[Diagnostic], Looked]:
    """Return what is wrong with the files in *folder*; None: with what a build would publish now.

    Raises as `build`, and `UsageError` where there is no such folder.
    """
    root = site.options.root
    diagnostics: list[Diagnostic] = []
    files: set[str] = set()
    if folder is None:
        folder, diagnostics = build_for_check(site.options)
        # A page with a mistake in its document is not there; no link to it is to blame for that.
        files |= site.plan.pages.keys()
    present = listing(folder)
    files.update(present)
    facts = examine_files(folder, present, check_folder(root), site.workers)
    addresses = Addresses(site.config.url, files)
    findings = [*find(facts, files, addresses), *orphans(facts, site.plan.pages, addresses)]
    shown = os.path.relpath(folder, root).replace(os.sep, "/")
    diagnostics += diagnose(findings, site.plan.pages, shown)
    return diagnostics, Looked(shown, facts, addresses)


def examine_files(folder: str, paths: list[str], kept: str, workers: Workers) -> dict[str, Facts]:
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
    return {path: _decode(encoded[path]) for path in wanted}
