"""Addresses: slugs, permalinks and the files of ``output/`` that answer to them."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from urllib.parse import quote, unquote

from sitegen.border.slugs import chosen_slug as chosen_slug  # others look for them here
from sitegen.border.slugs import slugify as slugify
from sitegen.model import Moment
from sitegen.patterns import lazy_pattern

NO_SLUGS: Mapping[str, str] = {}
_SAFE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]{0,200}(?:/[A-Za-z0-9_-][A-Za-z0-9_.-]{0,200})*")
_UNPORTABLE = re.compile(
    r"""(?:^|/)(?:con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(?=$|[./])
        |[. ](?:/|$)|[<>:"|?*]""",
    re.IGNORECASE | re.VERBOSE,
)
_PLAIN_PATH = re.compile(r"[A-Za-z0-9_.~/&=:;@!$'()*+,-]*")
_DELIMITERS = lazy_pattern(r"(%(?:23|25|2[Ff]|3[Ff]))")
"""`#`, `%`, `/` and `?` that are part of a name."""
_PLAIN = re.compile(r"[A-Za-z0-9_.~/#?&=:;@!$'()*+,-]*")


BEYOND_PATH = lazy_pattern(r"[?#]")
"""Where that of an address begins which hosts of files do not look at."""


def permalink(
    pattern: str, *, section: str, slug: str, date: Moment | None, folders: str = ""
) -> str:
    """Return *pattern* with its placeholders filled; no doubled slash where one is empty.

    *folders*: those between the section and the document, as they are named on the disk.
    """
    steps = [slugify(step) for step in folders.split("/") if step]
    values = {"section": section, "slug": slug, "path": "/".join([*steps, slug])}
    if date is not None:
        day = date.date
        values |= {"year": f"{day.year:04}", "month": f"{day.month:02}", "day": f"{day.day:02}"}
    else:
        values |= {"year": "", "month": "", "day": ""}
    url = pattern.format_map(values)
    while "//" in url:
        url = url.replace("//", "/")
    return url


def section_path(section_id: str, slugs: Mapping[str, str] = NO_SLUGS) -> str:
    """Return a section's address from the site's root; *slugs*: of sections that are not called as
    their folders.
    """
    steps = section_id.split("/")
    chosen = [
        chosen_slug(slug) if (slug := slugs.get("/".join(steps[: number + 1]))) else slugify(step)
        for number, step in enumerate(steps)
        if step
    ]
    return "/".join(["", *chosen, ""])


def output_path(url: str) -> str:
    """Return the file of ``output/`` that a host serves at *url* (a path from the site's root)."""
    path = unquote(url).lstrip("/")
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def alias_path(alias: str) -> str:
    """Return the file that answers to the former address *alias*."""
    path = BEYOND_PATH.split(alias, maxsplit=1)[0]
    if not path.startswith("/"):
        path = f"/{path}"
    last = path.rpartition("/")[2]
    return output_path(path if "." in last or not last else f"{path}/")


def is_safe_path(path: str) -> bool:
    """Whether *path* stays below the folder that it is joined to, on every system."""
    if _SAFE.fullmatch(path):
        return True
    steps = path.split("/")
    return (
        bool(path)
        and "\\" not in path
        and "\0" not in path
        and not any(step in ("", ".", "..") or len(step.encode()) > 255 for step in steps)
    )


def folded(path: str) -> str:
    """Return what *path* has in common with all that some disks and hosts take for the same."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", path).casefold()


def unportable_part(path: str) -> str:
    """Return *path* up to the first step that Windows takes for no file's name; or nothing.

    Device names count with any ending; spaces and dots at the end of a step vanish there.
    """
    if not _UNPORTABLE.search(path):
        return ""
    steps = path.split("/")
    ends = (end for end, step in enumerate(steps, 1) if _UNPORTABLE.search(step))
    return "/".join(steps[: next(ends)])


def encode_url(url: str) -> str:
    """Return *url* percent-encoded (RFC 3986 §2.1), leaving what already is.

    What is encoded and need not be is written plainly, so that one address has one form.
    """
    if _PLAIN.fullmatch(url):
        return url
    pieces = _DELIMITERS.split(url)
    pieces[::2] = (quote(unquote(piece), safe="/#?&=:;@!$'()*+,~") for piece in pieces[::2])
    return "".join(pieces)


def encode_path(path: str) -> str:
    """Return the address of the file *path*; `#`, `?` and `%` are letters of its name."""
    return path if _PLAIN_PATH.fullmatch(path) else quote(path, safe="/&=:;@!$'()*+,~")


def written_url(places: Sequence[tuple[str, str]], path: str) -> str:
    """Return the address of *path*, written from the root of the site, as pages lead to it.

    *places*: the `written_places` of the page's settings.
    """
    for beginning, place in places:
        if path.startswith(beginning):
            return encode_url(place + path[len(beginning) - 1 :])
    return encode_url(places[-1][1] + path)


def with_origin(origin: str, url: str) -> str:
    """Return the address *url* of the host *origin* whole; one of another host, or none, stays."""
    return f"{origin}{url}" if url.startswith("/") else url


def with_base(base_path: str, url: str) -> str:
    """Return the address *url* of the site as one of its host: `/agenda/` is `/hub/agenda/`."""
    return encode_url(base_path + url)
