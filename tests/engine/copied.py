"""A site that is built once and copied for each test: a cold build takes longer than most edits."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sitegen.disk.stamps import Stamp
from tests.support import SiteFolder


@contextmanager
def cold_build(folder: Path, text: str, now: str) -> Iterator[Path]:
    """Build the site of *text*, without anything to tell; the value is where it stands, at rest.

    Inside the block a stamp leaves out the inode, which is all that tells a copy.
    """
    site = SiteFolder(folder / "site")
    site.lay_out(text)
    site.age()

    def without_inode(size: int, mtime_ns: int, _: int) -> Stamp:
        return Stamp(size, mtime_ns, 0)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stamp, "of", lambda status: Stamp(status.st_size, status.st_mtime_ns, 0))
        patch.setattr("sitegen.engine.output.Stamp", without_inode)
        patch.setattr("sitegen.sources.scan.Stamp", without_inode)
        patch.setattr(
            "sitegen.disk.looking._three", lambda status: (status.st_size, status.st_mtime_ns, 0)
        )
        report = site.build(now=now)
        assert report.diagnostics == []
        assert len(report.rendered) == report.planned
        yield site.root.rename(site.root.with_name("original"))


@contextmanager
def copied(original: Path) -> Iterator[SiteFolder]:
    """A copy of the built site with its state, at the place where it was built."""
    site = SiteFolder(original.with_name("site"))
    shutil.copytree(original, site.root)
    yield site
    shutil.rmtree(site.root)
