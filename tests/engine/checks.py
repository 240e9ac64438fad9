"""What must hold after a build that failed, was killed, or met a damaged disk."""

import os
import shutil
from collections.abc import Mapping

from tests.support import SiteFolder

Tree = dict[str, bytes]
"""The files of an output with their bytes."""


def clean_tree(site: SiteFolder) -> Tree:
    """Return what a build of the same sources from nothing gives."""
    clean = SiteFolder(site.root.parent / "clean")
    shutil.rmtree(clean.root, ignore_errors=True)
    shutil.copytree(site.root, clean.root, ignore=shutil.ignore_patterns("output", ".sitegen"))
    report = clean.build()
    assert report.diagnostics == []
    return clean.tree()


def empty_folders(site: SiteFolder) -> list[str]:
    """Return the folders of the output that hold nothing."""
    return [folder for folder, *inside in os.walk(site.output) if inside == [[], []]]


def check_whole(site: SiteFolder, old: Mapping[str, bytes], new: Mapping[str, bytes]) -> None:
    """Raise unless each published file is the old one or the new one, and none of both is gone."""
    kept = {path: content for path, content in site.tree().items() if ".sitegen-tmp-" not in path}
    half = [path for path, content in kept.items() if content not in (old.get(path), new.get(path))]
    gone = [path for path in old if path in new and path not in kept]
    assert half + gone == [], f"half or gone: {half}, {gone}"


def check_mended(site: SiteFolder, expected: Tree) -> None:
    """Raise unless the next build gives *expected* and the one after it does nothing."""
    report = site.build()
    assert report.diagnostics == []
    actual = site.tree()
    differing = [path for path in expected | actual if expected.get(path) != actual.get(path)]
    assert differing == [], f"not what a clean build gives: {differing}"
    again = site.build()
    done = (again.parsed, again.rendered, again.written, again.removed)
    assert done == ((), {}, [], []), f"not at rest: {done}"
    empty = empty_folders(site)
    assert empty == [], f"left empty: {empty}"
