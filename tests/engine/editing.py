"""Ways to edit a site, each with a single cause; most take themselves back when made again."""

import os
import shutil
from collections.abc import Callable

from tests.support import SiteFolder

Edit = Callable[[SiteFolder], None]


def swap(path: str, old: str, new: str) -> Edit:
    """Return an edit that replaces a text, and takes it back when it is made again.

    What is inserted before a line is known by its own text, whatever other edits put around it.
    """
    mark = new.removesuffix(old) if new.endswith(old) else new

    def edit(site: SiteFolder) -> None:
        target = site.root / path
        if not target.exists():
            return
        text = target.read_text(encoding="utf-8")
        if mark in text:
            site.write(path, text.replace(mark, "" if mark != new else old))
        else:
            site.write(path, text.replace(old, new))

    return edit


def swap_bytes(path: str, old: bytes, new: bytes) -> Edit:
    """Return an edit that replaces bytes, and takes it back when it is made again."""

    def edit(site: SiteFolder) -> None:
        raw = (site.root / path).read_bytes()
        site.write(path, raw.replace(new, old) if new in raw else raw.replace(old, new))

    return edit


def toggle(path: str, content: str | bytes) -> Edit:
    """Return an edit that adds a file, and removes it when it is made again."""

    def edit(site: SiteFolder) -> None:
        target = site.root / path
        if target.exists():
            target.unlink()
            if not any(target.parent.iterdir()) and target.parent.name == "new":
                target.parent.rmdir()
        else:
            site.write(path, content)

    return edit


def rename(old: str, new: str) -> Edit:
    def edit(site: SiteFolder) -> None:
        source, target = (old, new) if (site.root / old).exists() else (new, old)
        if (site.root / source).exists():
            (site.root / source).rename(site.root / target)

    return edit


def touch_everything(site: SiteFolder) -> None:
    for path in (site.root / "content").rglob("*"):
        if path.is_file():
            os.utime(path, (1_000_000_000, 1_000_000_000))


def tamper(site: SiteFolder) -> None:
    if site.has("index.html"):
        site.write("output/index.html", "tampered")


def remove_output_page(site: SiteFolder) -> None:
    (site.output / "tags/eau/index.html").unlink(missing_ok=True)


def leave_a_stray(site: SiteFolder) -> None:
    site.write("output/stray/deep/file.html", "stray")


def lose_the_state(site: SiteFolder) -> None:
    shutil.rmtree(site.root / ".sitegen", ignore_errors=True)


def lose_the_output(site: SiteFolder) -> None:
    shutil.rmtree(site.output, ignore_errors=True)


def tamper_with_the_index(site: SiteFolder) -> None:
    if site.has("search-index/reader.js"):
        site.write("output/search-index/reader.js", "tampered")


def lose_a_part_of_the_index(site: SiteFolder) -> None:
    for path in sorted((site.output / "search-index/texts").glob("*/*"))[:1]:
        path.unlink()


def leave_a_stray_in_the_index(site: SiteFolder) -> None:
    site.write("output/search-index/texts/0/00000000000.json", "stray")


def lose_the_images(site: SiteFolder) -> None:
    """The cache of what was made, and a file that was made of it."""
    shutil.rmtree(site.root / ".sitegen/images", ignore_errors=True)
    for path in site.output.glob("photo-20-*"):
        path.unlink()
