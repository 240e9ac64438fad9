"""Bring a finished site to a target: compared, guarded, sent in order, written down. Does I/O."""

import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from sitegen.deploying.local import has_changed, local_file, written_files
from sitegen.deploying.manifest import (
    MANIFEST,
    DeployManifest,
    ToldLinks,
    manifest_of,
    read_manifest,
    with_intent,
)
from sitegen.deploying.order import Difference, difference, first_to_go, unsure
from sitegen.deploying.target import OutputFile, Target, refusal
from sitegen.digest import digest
from sitegen.errors import Diagnostic, UsageError
from sitegen.published.edition import PublishedContent
from sitegen.wording.phrases import Words, with_gaps

Progress = Callable[[str, int, int], None]
_FEW = 3
"""Files that a message names."""
_MANIFEST_MODE = 0o600
"""Readers have no use for it."""


class SiteToDeploy(NamedTuple):
    """What is to be brought."""

    address: str
    files: Sequence[OutputFile]
    edition: PublishedContent | None
    hub: str = ""
    """The address of the hub of its feeds; nothing for none."""
    tells_linked: bool = False
    """Whether sites are told of links to them (Webmention)."""
    hosts: Mapping[str, str] = {}
    """The folders of languages that have a host of their own, `en/`, each with its address."""

    def address_of(self, path: str) -> str:
        """Return where readers find the file at *path*."""
        for folder, address in self.hosts.items():
            if path.startswith(folder):
                return f"{address.rstrip('/')}/{path.removeprefix(folder)}"
        return f"{self.address.rstrip('/')}/{path}"


class DeployOptions(NamedTuple):
    """How it is to be brought."""

    now: int
    """Seconds since 1970."""
    is_dry: bool = False
    is_accepted: bool = False
    """Whether what the guards are for is meant: many removals, files of others, another site."""
    removes_others: bool = False
    message: Callable[[DeployManifest], str] = lambda before: "sitegen deploy"
    """What it is, in words, beside what stood there."""
    on_first: Callable[[], None] = lambda: None
    """Is called where nothing of the site stands there, before anything is brought."""
    mentions: Callable[[DeployManifest], Mapping[str, ToldLinks]] = lambda before: before.mentions
    """Of which links sites will have been told, beside what stood there."""


class Deployment(NamedTuple):
    """What was done, or would be."""

    difference: Difference
    before: DeployManifest
    """What stood there."""
    problem: Words = ""
    """What would keep it from being done, unless it is accepted."""


def deploy(
    site: SiteToDeploy, target: Target, wish: DeployOptions, progress: Progress
) -> Deployment:
    """Bring *site* to *target*, which is opened and closed; return what was done.

    Raises `DeployError` where the place refuses or is cut off, and `UsageError` where a guard asks
    for consent. What was brought until then stands, and the next run goes on from there.
    """
    try:
        target.open(wish.now)
        with tempfile.TemporaryDirectory(prefix="sitegen-deploy-") as scratch:
            return _deploy(site, target, wish, progress, scratch)
    finally:
        target.close()


def _deploy(
    site: SiteToDeploy, target: Target, wish: DeployOptions, progress: Progress, scratch: str
) -> Deployment:
    files = [*site.files, *written_files(scratch, target.adds)]
    present = target.list()
    before = read_manifest(target.read(MANIFEST) if MANIFEST in present else None)
    if not before.files:
        wish.on_first()
    differences = _compare(files, present, before, target)
    if wish.removes_others:
        gone = [other for other in differences.others if other not in differences.in_the_way]
        differences = msgspec.structs.replace(differences, removed=differences.removed + gone)
    problem = "" if wish.is_accepted else _what_must_be_meant(site, before, differences)
    if wish.is_dry:
        return Deployment(differences, before, problem)
    if problem:
        raise UsageError(Diagnostic("deploy-guard", values={"problem": problem}))
    stamps = _bring(target, differences, before, progress, scratch)
    after = manifest_of(site.address, files, stamps, site.edition, wish.mentions(before))
    if after != before or MANIFEST not in present or not differences.is_nothing:
        _write(target, after, scratch)
        target.finish(wish.message(before))
    return Deployment(differences, before)


def _compare(
    files: Sequence[OutputFile], present: dict[str, str], before: DeployManifest, target: Target
) -> Difference:
    open_ones = unsure(files, present, before)
    same = target.holding(open_ones.files) if open_ones.files else set()
    ours = {
        path
        for path, digests in open_ones.removed.items()
        if (content := target.read(path)) is not None and digest(content).hex() in digests
    }
    return difference(files, present, before, same, ours)


def _what_must_be_meant(
    site: SiteToDeploy, before: DeployManifest, differences: Difference
) -> Words:
    """Return why somebody has to say that this is meant; nothing where it is as usual."""
    pages = [file.path for file in site.files if file.path.endswith(".html")]
    former = sum(path.endswith(".html") for path in before.files)
    if before.site and before.site != site.address:
        return with_gaps("another site stands there, {other}", other=before.site)
    if "index.html" not in pages:
        return "the site has no home page"
    if len(pages) * 2 < former:
        numbers = {"number": str(len(pages)), "before": str(former)}
        return with_gaps("of {before} pages {number} would be left", **numbers)
    if differences.in_the_way:
        named: Words = ", ".join(differences.in_the_way[:_FEW])
        more = len(differences.in_the_way) - _FEW
        if more > 0:
            named = with_gaps("{page} and {number} more", page=named, number=str(more))
        return with_gaps("it would replace what sitegen did not write: {paths}", paths=named)
    return ""


def _bring(
    target: Target,
    differences: Difference,
    before: DeployManifest,
    progress: Progress,
    scratch: str,
) -> dict[str, str]:
    """Send and remove; return the stamps of all that stands there then."""
    stages, stamps = differences.stages, dict(differences.stamps)
    intended = [(file, target.stamp(file)) for stage in stages for file in stage]
    if intended and not target.is_atomic:
        _write(target, with_intent(before, intended), scratch)
    first = first_to_go(differences)
    if first:
        target.remove(first)
    done = 0
    for stage in stages:
        for file in stage:
            if has_changed(file):
                raise refusal("deploy-changed-meanwhile", path=file.path)
        for path, stamp in target.put(stage):
            stamps[path] = stamp
            done += 1
            progress("send", done, differences.sent)
    last = [path for path in (*differences.removed, *differences.strays) if path not in first]
    if last:
        target.remove(last)
    return stamps


def _write(target: Target, manifest: DeployManifest, scratch: str) -> None:
    source = os.path.join(scratch, MANIFEST)
    with open(source, "wb") as file:
        file.write(manifest.encoded())
    for _ in target.put([local_file(MANIFEST, source, _MANIFEST_MODE)]):
        pass
