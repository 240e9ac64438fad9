"""The sites of a workspace, in order of their folders. Looks at the disk."""

import glob
import os
import re
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.config.workspace import Pattern, read_workspace
from sitegen.disk.reading import read_or_nothing, read_settings, stays_inside
from sitegen.disk.workspace import HIGHEST, workspace_of
from sitegen.errors import Diagnostic, Place, UsageError, reason_of
from sitegen.names import SITE_FILE, WORKSPACE_FILE

_ADDRESS = re.compile(rb"^url:[ \t]*[\"']?([^\s\"'#]+)", re.MULTILINE)
"""Of a ``site.yaml``: as most are written, so that fifty need no reader of YAML."""


class Member(NamedTuple):
    """A site of a workspace."""

    name: str
    """Its folder, from the workspace's on, with slashes: ``sites/mairie``."""
    root: str


class Workspace(NamedTuple):
    """A workspace and its sites."""

    folder: str
    sites: list[Member]
    diagnostics: list[Diagnostic]
    """What is wrong with its settings; the sites that are right are there."""


def open_workspace(here: str) -> Workspace:
    """Return the workspace at the folder *here*, or around it; raises `UsageError` without one."""
    is_here = os.path.isfile(os.path.join(here, WORKSPACE_FILE))
    folder = os.path.abspath(here) if is_here else workspace_of(here)
    if not folder:
        raise UsageError(Diagnostic("no-workspace", values={"folder": here}))
    try:
        raw = read_settings(os.path.join(folder, WORKSPACE_FILE))[0]
    except OSError as error:
        values = {"reason": reason_of(error)}
        raise UsageError(Diagnostic("unreadable", WORKSPACE_FILE, values=values)) from error
    members: dict[str, Member] = {}
    told: list[Diagnostic] = []
    for pattern in read_workspace(raw):
        for member in _matching(folder, pattern):
            if isinstance(member, Diagnostic):
                told.append(member)
            else:
                members.setdefault(os.path.realpath(member.root), member)
    sites = sorted(members.values())
    return Workspace(folder, sites, [*told, *_addresses_twice(sites)])


def _matching(folder: str, pattern: Pattern) -> Iterator[Member | Diagnostic]:
    """Yield the sites that *pattern* names, and what is wrong with it."""
    text, place = pattern.text.strip("/"), pattern.place
    if os.path.isabs(pattern.text) or ".." in text.split("/") or not text:
        yield place.diagnostic("workspace-outside", value=pattern.text)
        return
    names = sorted(glob.glob(text, root_dir=folder, recursive=True))
    is_found = False
    for name in names:
        root = os.path.join(folder, name)
        if not os.path.isfile(os.path.join(root, SITE_FILE)):
            continue
        is_found = True
        yield _member(folder, name.replace(os.sep, "/"), place)
    if not is_found:
        yield place.diagnostic("workspace-empty", value=pattern.text, file=SITE_FILE)


def _member(folder: str, name: str, place: Place) -> Member | Diagnostic:
    root = os.path.join(folder, *name.split("/"))
    if not stays_inside(root, os.path.realpath(folder)):
        return place.diagnostic("workspace-outside", value=name)
    if workspace_of(root) != folder:
        return place.diagnostic("workspace-other", site=name, number=str(HIGHEST))
    return Member(name, root)


def _addresses_twice(sites: list[Member]) -> Iterator[Diagnostic]:
    """Yield sites at the address of another: their readers, calendars and feeds would mix."""
    first: dict[bytes, Member] = {}
    for site in sites:
        raw = read_or_nothing(os.path.join(site.root, SITE_FILE))
        if written := _ADDRESS.search(raw):
            other = first.setdefault(written[1].rstrip(b"/"), site)
            if other is not site:
                line = raw.count(b"\n", 0, written.start()) + 1
                values = {"other": other.name, "url": written[1].decode("utf-8", "replace")}
                path = f"{site.name}/{SITE_FILE}"
                yield Diagnostic("workspace-address-twice", path, line, 1, values)
