"""Which files of a fetched text come in, and what they are called beside its document. Pure.

Those that the source names beside the text, and those to which the text leads: documents to read.
"""

import re
from posixpath import splitext
from urllib.parse import unquote, urlsplit

from sitegen.fetching.announcements import Announcement
from sitegen.site.urls import slugify

_ZIP = b"PK\x03\x04"
KINDS = {
    "pdf": b"%PDF-",
    **dict.fromkeys(("odt", "ods", "odp", "docx", "xlsx", "pptx", "epub"), _ZIP),
}
"""How files begin that come in, by their ending: none that a browser or an office runs."""
MOST_FILES = 5
"""Of one text."""
MARK = "--"
"""Between the name of a document and that of its file: no document's name has two hyphens."""
_LINK = re.compile(r"\]\((https?://[^\s()<>]+)\)")


def file_kind(url: str) -> str:
    """Return of which of `KINDS` the file at *url* says that it is; nothing for another one."""
    ending = splitext(_path(url))[1].lower().removeprefix(".")
    return ending if ending in KINDS else ""


def file_name(url: str) -> str:
    """Return what the file at *url* is called there."""
    return unquote(_path(url).rpartition("/")[2])


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:  # `https://[x/`: sources are read before their addresses are judged
        return ""


def local_files(body: str, announcement: Announcement, document: str) -> dict[str, str]:
    """Return the address of each file of *body* that comes in, by its name beside *document*."""
    named = {file.url: file.name for file in announcement.attachments}
    files: dict[str, str] = {}
    for url in dict.fromkeys((*named, *_LINK.findall(body))):
        kind = file_kind(url)
        if not kind or f"]({url})" not in body or len(files) == MOST_FILES:
            continue
        name = slugify(splitext(named.get(url) or file_name(url))[0])[:80].strip("-") or kind
        stem, number = f"{document}{MARK}{name}", 2
        while f"{stem}.{kind}" in files:
            stem, number = f"{document}{MARK}{name}-{number}", number + 1
        files[f"{stem}.{kind}"] = url
    return files
