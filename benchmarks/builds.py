"""Which builds are measured: of which site, by which program, after which edit."""

import re
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

import edits
import generators
import programs
from edits import Edit
from generators import Maker
from programs import Program

HUGO = "full build, theme of the same shape"
HUGO_RICH = "full build, theme as rich as *association*"
SHAPES: dict[str, tuple[Maker, str]] = {
    "Python-Markdown, *association*": (generators.association("markdown"), HUGO_RICH),
    "CommonMark, *association*": (generators.association("commonmark"), HUGO_RICH),
    "CommonMark, same shape": (generators.same_shape("commonmark"), HUGO),
    "Python-Markdown, same shape": (generators.same_shape("markdown"), HUGO),
    "CommonMark, *association*, real lengths": (generators.of_real_lengths("commonmark"), ""),
}
"""sitegen's sites, each with the build of Hugo's that shows readers as much."""
WITH_EDITS = ("Python-Markdown, *association*", "CommonMark, same shape")
"""Those that are built again after an edit too."""
SEARCHED = "CommonMark, *association*, search"
PICTURED = "24 photographs, *association*"
KITS = f"{generators.RELEASES} releases with press kits, *association*"
NO_KITS = f"{generators.RELEASES} releases without press kits, *association*"


class Build(NamedTuple):
    """One figure of the table: a folder is prepared, then a command runs in it."""

    program: Program
    name: str
    folder: Path
    prepare: Callable[[], None]
    beside: str = ""
    """Hugo's build to which it is held."""


class Site(NamedTuple):
    """A site, made once for each program when one of its builds is wanted, and its builds."""

    make: Maker
    builds: list[Build]
    """In order; where two sitegens are compared, the same build of both in turn."""


def sites(work: Path, sitegens: list[Program], tools: Path) -> Iterator[Site]:
    """Yield all sites that the programs found can build: the comparators', then sitegen's."""
    hugo, pelican = programs.hugo(tools), programs.pelican(tools)
    if hugo:
        for theme, name in (("hugo", HUGO), ("hugo_rich", HUGO_RICH)):
            folder = work / theme
            yield Site(
                generators.hugo(theme), [Build(hugo, name, folder, _remove(folder / "public"))]
            )
    if pelican:
        folder = work / "pelican"
        build = Build(pelican, HUGO, folder, _remove(folder / "output"))
        yield Site(generators.pelican, [build])
    for name, (make, beside) in SHAPES.items():
        changes = edits.ALL if name in WITH_EDITS else {}
        yield _site(make, name, work, sitegens, beside, changes)
    yield _site(generators.searched, SEARCHED, work, sitegens, "", {"one body edited": edits.body})
    yield _site(generators.pictured, PICTURED, work, sitegens, "", {})
    yield _site(generators.releases("false"), NO_KITS, work, sitegens, "", {})
    change: dict[str, Edit] = {"one body edited": edits.body}
    yield _site(generators.releases("true"), KITS, work, sitegens, "", change)


def _site(
    make: Maker,
    name: str,
    work: Path,
    sitegens: list[Program],
    beside: str,
    changes: dict[str, Edit],
) -> Site:
    made = []
    for sitegen in sitegens:
        folder = work / re.sub(r"\W+", "-", f"{sitegen.name} {name}")
        cold = _remove(folder / "output", folder / ".sitegen")
        builds = [Build(sitegen, f"cold, {name}", folder, cold, beside)]
        if changes:
            builds.append(Build(sitegen, f"no change, {name}", folder, lambda: None, beside))
        for what, edit in changes.items():
            prepare = partial(edit, folder)
            builds.append(Build(sitegen, f"{what}, {name}", folder, prepare, beside))
        made.append(builds)
    return Site(make, [build for pair in zip(*made, strict=True) for build in pair])


def chosen(sites: Iterator[Site], articles: int, only: str) -> list[Build]:
    """Return the builds whose name *only* finds; Hugo's always. Their sites are made."""
    builds: list[Build] = []
    for site in sites:
        wanted = [
            build
            for build in site.builds
            if build.program.name == "Hugo" or re.search(only, build.name)
        ]
        if not wanted:
            continue
        folders = dict.fromkeys(build.folder for build in site.builds)
        for folder in folders:
            site.make(articles, folder)
        first = site.builds[: len(folders)]  # cold: what an edit is compared with
        builds += first + [build for build in wanted if build not in first]
    return builds


def _remove(*paths: Path) -> Callable[[], None]:
    def remove() -> None:
        for path in paths:
            shutil.rmtree(path, ignore_errors=True)

    return remove
