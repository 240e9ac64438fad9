"""The site's sources as they are now, beside what the last build saw of them. Reads the disk."""

import os
import stat
import time
import unicodedata
from typing import NamedTuple

from msgspec.structs import replace

from sitegen.disk.looking import Look
from sitegen.disk.stamps import Stamp
from sitegen.engine.stages.scan import Scan, scan_around, scan_site
from sitegen.engine.state.state import State
from sitegen.engine.trees import Tree, content_tree
from sitegen.engine.unchanged import SoundBuild, remember
from sitegen.names import CONTENT, is_document
from sitegen.sources.scan import MAX_DOCUMENT, Source

_MOST = 64
"""Files with another stamp up to which they are looked at one by one."""


class SeenInputs(NamedTuple):
    """What the site is made from, and what of it is another."""

    tree: Tree
    """Of the content."""
    look: Look | None
    """None where the files that were saved were looked at, and no others."""
    scan: Scan
    """What was scanned; of the content, where the rest of it is as it was, what is another, and
    data."""
    others: tuple[str, ...] | None
    """Keys of the documents that have another stamp; None where anything else is another."""
    whole: Scan | None
    """The scan, where the content was scanned as a whole."""

    @property
    def is_other(self) -> bool:
        return self.others != ()

    @property
    def file_count(self) -> int:
        if self.whole:
            return len(self.whole.content)
        return self.look.file_count if self.look else len(self.scan.content)


def look_at_inputs(state: State, standing: SoundBuild, root: str) -> SeenInputs:
    """Return what the site at *root* is made from, beside what the build of *standing* saw."""
    around = scan_around(root, standing.content, standing.themes)
    tree = content_tree(root, standing.content)
    look = tree.look(state)
    is_known = look.is_of(standing.content_stamps)
    if is_known and not look.has_other_names and standing.is_made_of(around):
        sources = _documents(tree, look.other_files)
        if sources is not None:
            keys = tuple(sources)
            if keys:
                sources |= _data(tree, state)
            return SeenInputs(tree, look, replace(around, content=sources), keys, None)
    scan = scan_site(root, standing.content, standing.themes)
    is_comparable = is_known and standing.is_made_of(scan)
    others = _others(scan, tree.stamps(state), tree) if is_comparable else None
    return SeenInputs(tree, look, scan, others, scan)


def look_at_saved(
    state: State, standing: SoundBuild, root: str, around: Scan, saved: tuple[str, ...]
) -> SeenInputs | None:
    """Return what `look_at_inputs` does where the files *saved* alone are another; None where they
    are no usual documents, are as they were, or more than documents that the site had.

    *around*: what the site is made from, but for its content.
    """
    began = time.time_ns()
    tree = content_tree(root, standing.content)
    start = len(os.path.join(tree.folder, ""))
    places = [os.path.join(root, name) for name in saved]
    if not all(place.startswith(os.path.join(tree.folder, "")) for place in places):
        return None
    paths = [place[start:].replace(os.sep, "/") for place in places]
    kept = tree.kept(state, paths)
    known = tuple(path for path in paths if path in kept)
    if not all(_is_nothing(state, tree, path) for path in set(paths) - kept.keys()):
        return None
    sources = _documents(tree, known)
    if sources is None or len(sources) < len(known) or tree.stamps_of(sources.values()) == kept:
        return None
    content = sources | _data(tree, state)
    scan = replace(around, content=content, began=began)
    return SeenInputs(tree, None, scan, tuple(sources), None)


def _is_nothing(state: State, tree: Tree, path: str) -> bool:
    """Whether *path* is what an editor wrote beside a file of *tree*, and took away again.

    A folder that is gone is more: events name it, and none of its files.
    """
    if os.path.lexists(os.path.join(tree.folder, path)):
        return False
    folder = path.rpartition("/")[0]
    beside = tree.stamps(state, (f"{folder}/" if folder else "",))
    return bool(beside) and not any(other.startswith(f"{path}/") for other in beside)


def know_more(
    state: State, standing: SoundBuild, seen: SeenInputs, output: Tree, listed: Look | None
) -> None:
    """Keep which folders need not be opened at the next look, if there are more of them."""
    if not ((seen.look and seen.look.renewed) or (listed and listed.renewed)):
        return
    with state.transaction():
        content_stamps = seen.tree.keep_more(state, seen.look, {})
        left = output.keep_more(state, listed, {})
        remember(state, replace(standing, content_stamps=content_stamps, output=left))


def _documents(tree: Tree, paths: tuple[str, ...]) -> dict[str, Source] | None:
    """Return the documents at *paths* by key; None where one of them is no usual one."""
    sources: dict[str, Source] = {}
    if len(paths) > _MOST:
        return None
    for path in paths:
        source = _source(tree, path)
        if source is None or not is_document(source.key) or source.stamp.size > MAX_DOCUMENT:
            return None
        sources[source.key] = source
    return sources


def _data(tree: Tree, state: State) -> dict[str, Source]:
    """Return the data files, which are as they were."""
    from sitegen.engine.stages.contents import is_data  # with YAML, where something is another

    found = {}
    for listing in state.listings(tree.name):
        if b"_data/" not in listing.files:
            continue
        for path in listing.file_paths():
            key = _key(path)
            if is_data(key) and (source := _source(tree, path)):
                found[key] = source
    return found


def _source(tree: Tree, path: str) -> Source | None:
    """Return the regular file at *path* below *tree*; None where there is none."""
    place = os.path.join(tree.folder, path)
    try:
        status = os.lstat(place)
    except OSError:
        return None
    is_file = stat.S_ISREG(status.st_mode)
    return Source(_key(path), place, Stamp.of(status)) if is_file else None


def _key(path: str) -> str:
    return f"{CONTENT}/{unicodedata.normalize('NFC', path)}"


def _others(scan: Scan, known: dict[str, Stamp], tree: Tree) -> tuple[str, ...] | None:
    """Return the keys of the documents of *scan* that are not as *known*; None if more is not."""
    now = tree.stamps_of(scan.content.values())
    if now.keys() != known.keys():
        return None
    differing = [
        key
        for (key, source), before in zip(scan.content.items(), map(known.get, now), strict=True)
        if source.stamp != before
    ]
    return tuple(differing) if all(map(is_document, differing)) else None
