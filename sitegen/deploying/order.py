"""What differs between the site and a target, and in which order it is brought. Pure.

Readers must never meet a page whose pictures, or whose next page, are not there: files first, then
pages that are new, pages that lead to them, what tells the world of all of them, removals last.
"""

from collections.abc import Iterable, Mapping

import msgspec

from sitegen.deploying.manifest import MANIFEST, DeployManifest
from sitegen.deploying.target import TEMPORARY, OutputFile, above

_TELLING = (
    *(".xml", ".ics", "feed.json", "robots.txt", "pagefind-entry.json"),
    *(".htaccess", "_redirects", "_headers", ".redirects.caddy", ".redirects.nginx"),
)
"""Endings of feeds, calendars, sitemaps, of the search's first file, and of what a host reads to
send readers on: they lead to all else."""
_PARTIAL = ".~tmp~"
"""Where rsync keeps what is to be shown at the end (`--delay-updates`)."""


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """What has to be done, and what is left alone."""

    new: list[OutputFile] = []
    changed: list[OutputFile] = []
    stamps: dict[str, str] = {}
    """Of the files that stand there already as they should."""
    removed: list[str] = []
    strays: list[str] = []
    """What an earlier run that was cut left behind."""
    others: list[str] = []
    """What stands there, is no file of the site, and was not written by sitegen."""
    in_the_way: list[str] = []
    """What sitegen did not write, and would replace or step over."""

    @property
    def stages(self) -> list[list[OutputFile]]:
        """All that is to be sent, in the order in which readers may meet it."""
        is_new = {sent.path for sent in self.new}
        batches: dict[int, list[OutputFile]] = {}
        for file in sorted((*self.new, *self.changed), key=lambda sent: sent.path):
            batches.setdefault(_stage(file.path, is_new=file.path in is_new), []).append(file)
        return [batches[number] for number in sorted(batches)]

    @property
    def sent(self) -> int:
        return len(self.new) + len(self.changed)

    @property
    def is_nothing(self) -> bool:
        return not (self.new or self.changed or self.removed or self.strays)


def _stage(path: str, *, is_new: bool) -> int:
    if path.endswith(".html"):
        return 1 if is_new else 2
    return 3 if path.endswith(_TELLING) else 0


class Unsure(msgspec.Struct, frozen=True, kw_only=True):
    """What the manifest does not tell of: the files themselves have to be looked at."""

    files: list[OutputFile]
    """That may stand there as they should."""
    removed: dict[str, frozenset[str]]
    """That are to go if they are still what sitegen wrote: digests by path."""


def unsure(
    files: Iterable[OutputFile], present: Mapping[str, str], manifest: DeployManifest
) -> Unsure:
    """Return what of *present* (stamps by path) has to be read to be known."""
    wanted = {file.path: file for file in files}
    return Unsure(
        files=[
            file
            for path, file in wanted.items()
            if path in present and not manifest.digest_of(path, present[path])
        ],
        removed={
            path: frozenset(claim.digest for claim in claims)
            for path, claims in manifest.files.items()
            if path in present
            and path not in wanted
            and present[path] not in {claim.stamp for claim in claims}
        },
    )


def difference(
    files: Iterable[OutputFile],
    present: Mapping[str, str],
    manifest: DeployManifest,
    same: set[str],
    ours: set[str],
) -> Difference:
    """Return what brings *present* to *files*.

    *same*: of the unsure ones those that stand there as they should; *ours*: paths of which the
    manifest is not sure, and that are still as sitegen wrote them.
    """
    wanted = {own.path: own for own in files}
    differences = Difference(new=[], changed=[], stamps={}, removed=[], strays=[], others=[])
    folders = {folder for path in wanted for folder in above(path)}
    for path, file in wanted.items():
        stamp = present.get(path)
        if stamp is None:
            differences.new.append(file)
        elif path in same or manifest.digest_of(path, stamp) == file.digest:
            differences.stamps[path] = stamp
        else:
            differences.changed.append(file)
    for path, stamp in present.items():
        if path in wanted or path == MANIFEST:
            continue
        claims = manifest.files.get(path, ())
        if path.endswith(TEMPORARY) or f"/{_PARTIAL}/" in f"/{path}":
            differences.strays.append(path)
        elif path in ours or stamp in {claim.stamp for claim in claims}:
            differences.removed.append(path)
        else:
            differences.others.append(path)
    in_the_way = [file.path for file in differences.changed if file.path not in manifest.files]
    in_the_way += [
        path for path in differences.others if path in folders or _is_below(path, wanted)
    ]
    return msgspec.structs.replace(differences, in_the_way=sorted(in_the_way))


def first_to_go(differences: Difference) -> list[str]:
    """Return what must be removed before anything is sent: a file where a folder must be, or
    the other way round."""
    sent = {file.path for file in (*differences.new, *differences.changed)}
    folders = {folder for path in sent for folder in above(path)}
    return [path for path in differences.removed if path in folders or _is_below(path, sent)]


def _is_below(path: str, paths: Iterable[str]) -> bool:
    return any(folder in paths for folder in above(path))
