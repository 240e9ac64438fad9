"""Walk the site's folders: which files there are, and their stamps. Reads directories only."""

import os
import re
import stat
import unicodedata
from collections.abc import Collection, Iterator
from typing import NamedTuple

import msgspec

from sitegen.disk.reading import stays_inside
from sitegen.disk.stamps import Stamp
from sitegen.errors import Diagnostic, reason_of
from sitegen.imaging.kinds import ENDINGS
from sitegen.names import (
    CONTENT,
    FETCHED_FOLDER,
    MARKER,
    SITE_FILE,
    is_called,
    is_document,
    is_nearly_section_text,
)
from sitegen.patterns import lazy_pattern
from sitegen.wording.phrases import with_gaps

FOLLOWED_DOTS = (".well-known",)
FOLLOWED_UNDERSCORES = ("_data", FETCHED_FOLDER, "_headers", "_redirects")
SKIPPED_NAMES = (
    "thumbs.db",
    "ehthumbs.db",
    "desktop.ini",
    "node_modules",
    "$recycle.bin",
    "icon\r",
)
_SKIPPED = re.compile(
    r"~\$|#.*#$|.*(?:~|\.(?:sw[l-p]|kate-swp|tmp|bak|orig|rej|part|crdownload))$", re.I
)
"""What editors, office programs and browsers leave beside a file while they work on it."""
_UNSEEN = lazy_pattern(
    "[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]"
)
"""Signs that change how a name looks, or what a terminal that shows it does."""
_SET_ASIDE = (
    "archetypes", "archive", "archives", "attente", "brouillon", "brouillons", "corbeille", "draft",
    "drafts", "includes", "layouts", "modele", "modeles", "modèle", "modèles", "notes", "old",
    "prive", "private", "privé", "site", "template", "templates", "themes", "trash",
)  # fmt: skip
"""What folders of documents are called that nobody wants to see published."""
MEGABYTE = 1024 * 1024
MAX_DOCUMENT = 8 * MEGABYTE
"""Bytes of a document, or of a template: a file larger than that is no press release. The least of
these bounds."""
MAX_DATA = 32 * MEGABYTE
MAX_IMAGE = 256 * MEGABYTE
"""Bytes of an image: it is read whole. Other files are copied piece by piece, however large."""
_CAMERA = lazy_pattern(r"_[0-9A-Z_]{3}[0-9]{4}.*\.(?:avif|jfif|jpe?g|png|webp)", re.I)
"""What cameras call pictures in the colours of Adobe RGB: `_MG_6477.jpg`, `_DSC0012.JPG` (DCF 2.0,
JEITA CP-3461, §3.2.3: the name begins with an underscore)."""


class Source(msgspec.Struct, gc=False, frozen=True):
    """One input file: its name in the site, where it is on disk, its stamp."""

    key: str
    """With slashes, in NFC: ``content/agenda/forum.md``, ``themes/association/theme.yaml``."""
    disk_path: str
    stamp: Stamp


class ScannedFolder(NamedTuple):
    """What there is in a folder, and what is told of what was left out."""

    sources: dict[str, Source]
    diagnostics: tuple[Diagnostic, ...]


def scan_folder(
    disk_folder: str, key: str, root: str, without: Collection[str] = ()
) -> ScannedFolder:
    """Return the files below *disk_folder* by key, in order of their keys.

    *root* is the folder that no symbolic link may lead out of. Hidden files, editors' backups, what
    is no regular file, the outputs of builds and what *without* names (by key) are left out; a
    folder that does not exist is empty.
    """
    sources: dict[str, Source] = {}
    wrong: list[Diagnostic] = []
    real_root = os.path.realpath(root)
    if os.path.islink(disk_folder) and not _is_published(disk_folder, real_root):
        return ScannedFolder({}, (Diagnostic("link-outside", key),))
    for seen in _walk(disk_folder, key, real_root, without):
        if isinstance(seen, Diagnostic):
            wrong.append(seen)
        elif seen.key in sources:  # one name in NFC and in NFD: two files on Linux
            wrong.append(Diagnostic("name-twice", seen.key))
        else:
            sources[seen.key] = seen
    return ScannedFolder({name: sources[name] for name in sorted(sources)}, tuple(wrong))


def _walk(
    disk_folder: str,
    key: str,
    real_root: str,
    without: Collection[str],
) -> Iterator[Source | Diagnostic]:
    """Yield each file, and what is told of one that is left out."""
    pending = [(disk_folder, key)]
    visited = _identities(disk_folder)
    while pending:
        folder, folder_key = pending.pop()
        try:
            with os.scandir(folder) as entries:
                children = list(entries)
        except FileNotFoundError:
            continue
        except OSError as error:
            values = {"reason": reason_of(error)}
            yield Diagnostic("unreadable", folder_key, 0, 0, values)
            continue
        if folder != disk_folder and any(is_mark(child) for child in children):
            continue
        for child in children:
            name = child.name
            if is_skipped(name) or (without and f"{folder_key}/{name}" in without):
                if key == CONTENT and _is_left_out(child):
                    values = {"suggestion": child.name.lstrip("_")}
                    wrong = Diagnostic(
                        "folder-left-out", f"{folder_key}/{child.name}", 0, 0, values
                    )
                    yield wrong
                continue
            if not name.isprintable() and (shown := _shown(name)) != name:
                yield Diagnostic("bad-name", f"{folder_key}/{shown}")
                continue
            nfc = name if name.isascii() else unicodedata.normalize("NFC", name)
            child_key = f"{folder_key}/{nfc}"
            if child.is_symlink() and not _is_published(child.path, real_root):
                yield Diagnostic("link-outside", child_key)
                continue
            try:
                status = child.stat()
            except OSError as error:
                values = {"reason": reason_of(error)}
                yield Diagnostic("unreadable", child_key, 0, 0, values)
                continue
            size, mode = status.st_size, status.st_mode
            if stat.S_ISDIR(mode):
                identity = (status.st_dev, status.st_ino)
                if identity not in visited:  # a link to a folder above would never end
                    visited.add(identity)
                    pending.append((child.path, child_key))
            elif not stat.S_ISREG(mode):
                yield Diagnostic("not-a-file", child_key)
            elif size > MAX_DOCUMENT and (limit := _limit(child_key)) and size > limit:
                told = {"limit": with_gaps("{size} MB", size=str(limit // MEGABYTE))}
                yield Diagnostic("document-too-large", child_key, 0, 0, told)
            else:
                stamp = Stamp(size, status.st_mtime_ns, status.st_ino)
                yield Source(child_key, child.path, stamp)


def is_mark(child: "os.DirEntry[str]") -> bool:
    """Whether *child* is the file that says that its folder is an output of sitegen."""
    return child.name == MARKER and child.is_file(follow_symlinks=False)


def _identities(folder: str) -> set[tuple[int, int]]:
    try:
        status = os.stat(folder)
    except OSError:
        return set()
    return {(status.st_dev, status.st_ino)}


def _limit(key: str) -> int:
    """Return how many bytes the file *key* may have; 0 where that is no matter."""
    steps = key.split("/")
    if steps[0] == "themes" and steps[2:3] != ["static"]:
        return MAX_DOCUMENT
    if "_data" in steps:
        return MAX_DATA
    if is_document(key):
        return MAX_DOCUMENT
    return MAX_IMAGE if key.lower().endswith(tuple(ENDINGS)) else 0


def _is_left_out(child: "os.DirEntry[str]") -> bool:
    """Whether *child* is a folder of documents that its `_` keeps from being read.

    `_posts` is so in Jekyll, where it is published; nobody wonders about `_drafts`.
    """
    word = child.name.lstrip("_").lower()
    if child.name[0] != "_" or not word.isidentifier() or word in _SET_ASIDE:
        return False
    if child.is_symlink() or not child.is_dir():
        return False
    return any(is_document(name) for _, _, names in os.walk(child.path) for name in names)


def _shown(name: str) -> str:
    """Return *name* with escapes for bytes that are not UTF-8 and for signs that nobody sees."""
    plain = name.encode("utf-8", "backslashreplace").decode()
    return _UNSEEN.sub(lambda match: match[0].encode("unicode_escape").decode(), plain)


def is_skipped(name: str) -> bool:
    """Whether a file or folder of that name is none of the site's."""
    if name.endswith(".md") and name[0] not in "._~#":
        return False  # as most are, so that nothing of what follows is looked for
    if name[0] == "." or name.lower() in SKIPPED_NAMES or _SKIPPED.match(name):
        return name not in FOLLOWED_DOTS
    if name[0] != "_" or name in FOLLOWED_UNDERSCORES:
        return False
    return not is_nearly_section_text(name) and _CAMERA.fullmatch(name) is None


def find_document(folder: str, name: str) -> str:
    """Return how the document *name* is called with its ending in *folder*; nothing without one."""
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return ""
    paths = (path for path in names if is_called(path, name))
    return next((path for path in paths if os.path.isfile(os.path.join(folder, path))), "")


def _is_published(path: str, real_root: str) -> bool:
    """Whether the link *path* leads to what a site may show: no `.git`, output, settings."""
    if not stays_inside(path, real_root):
        return False
    steps = os.path.realpath(path)[len(real_root) + 1 :].split(os.sep)
    folders = [os.path.join(real_root, *steps[:end]) for end in range(1, len(steps) + 1)]
    is_output = any(os.path.isfile(os.path.join(folder, MARKER)) for folder in folders)
    return not is_output and steps != [SITE_FILE] and not any(map(is_skipped, steps))
