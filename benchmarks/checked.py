"""A dozen articles built by each program, so that what they make is compared before it is timed."""

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

import generators
import programs
import same_html
from generators import Maker
from programs import Program


def outputs(work: Path, tools: Path) -> dict[str, Path]:
    """Build the sites of the same shape in *work*; return the outputs of the programs found."""
    folders: dict[str, Path] = {}
    for name, program, make, output in _sites(tools):
        folder = work / name
        make(same_html.ARTICLES, folder)
        environment = os.environ | dict(program.variables)
        subprocess.run(
            program.command, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL
        )
        folders[name] = folder / output
    return folders


def _sites(tools: Path) -> Iterable[tuple[str, Program, Maker, str]]:
    sitegen, hugo, pelican = programs.sitegen(), programs.hugo(tools), programs.pelican(tools)
    yield "sitegen", sitegen, generators.same_shape("markdown"), "output"
    yield "sitegen, CommonMark", sitegen, generators.same_shape("commonmark"), "output"
    if hugo:
        yield "Hugo", hugo, generators.hugo("hugo"), "public"
    if pelican:
        yield "Pelican", pelican, generators.pelican, "output"
