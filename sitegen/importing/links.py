"""Addresses within former texts lead to files of the new site, or are told. Pure.

What is rewritten is the text of the Markdown, not its meaning: the parsers of a build never see the
former addresses. Code is left as it is.
"""

import posixpath
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple
from urllib.parse import SplitResult, quote, unquote, urlsplit

from sitegen.border.addresses import forbidden_scheme, is_address, runs_code
from sitegen.importing.former import ImportNote
from sitegen.site.urls import slugify

CODE = re.compile(
    r"(?P<fence>^[ ]{0,3}(?P<mark>`{3,}|~{3,}).*?(?:^[ ]{0,3}(?P=mark)[`~]*[ \t]*$|\Z))"
    r"|(?P<code>(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`))",
    re.DOTALL | re.MULTILINE,
)
"""Fenced code and code spans, which end with their paragraph (CommonMark 6.1)."""
_ADDRESS = re.compile(
    r"(?P<inline>\]\(\s*)(?:<(?P<angled>[^<>\n]*)>"
    r"|(?P<spaced>[^\s()<>\"'\\]+(?:[ ]+[^\s()<>\"'\\]+)+)(?=[ ]*(?:\)|[\"']))"
    r"|(?P<bare>(?:[^\s()\\]|\\.|\((?:[^\s()]|\([^\s()]*\))*\))*))"
    r"|(?P<attribute>\b(?:href|src|poster)\s*=\s*)(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')"
    r"|(?P<definition>^[ ]{0,3}\[(?!\^)[^\]\n]+\]:[ \t]*)<?(?P<defined>[^\s<>]+)>?"
    r"|(?P<shortcode>^[ ]{0,3}:::[ ]+(?:figure|video|document)[ ]+)"
    r"(?:\"(?P<quoted>[^\"]*)\"|(?P<word>[^\s\"']+))"
    r"|<(?P<itself>[A-Za-z][A-Za-z0-9+.-]{1,31}://[^\s<>]*)>",
    re.MULTILINE,
)
"""Addresses; the last form is one that is its own words (CommonMark 6.5)."""
_LABEL = r"(?:[^\[\]\\!]|\\.|!?\[[^\[\]]*+\](?:\([^()]*+\))?+|!)*+"
"""What a link holds, in one way alone: a text with a hundred pictures is looked at once."""
_DEAD = re.compile(
    rf"(?P<picture>!?)\[(?P<label>{_LABEL})\]\(\s*<?\ue002(?P<address>[^\ue003]*)\ue003>?"
    r"(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)(?:\{[^{}\n]*\})?"
    r"|^[ ]{0,3}:::.*\ue002(?P<line>[^\ue003]*)\ue003.*$"
    r"|\b(?:href|src|poster)\s*=\s*[\"']?\ue002(?P<value>[^\ue003]*)\ue003[\"']?"
    r"|^[ ]{0,3}\[(?!\^)[^\]\n]+\]:.*\ue002(?P<defined>[^\ue003]*)\ue003.*$"
    r"|\ue002(?P<rest>[^\ue003]*)\ue003",
    re.MULTILINE,
)
_NO_LINK = re.compile(rf"(?P<picture>!?)\[(?P<label>{_LABEL})\]\(\s*(?:<>)?\s*\)")
_HOST = re.compile(r"www\.[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#]|$)", re.IGNORECASE)
_COLONS = re.compile(r"^([ \t>*+-]*):::", re.MULTILINE)
_NO_HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ \t]*$\n?", re.MULTILINE)
_GROUPS = ("angled", "spaced", "bare", "double", "single", "defined", "quoted", "word", "itself")


class NewTarget(NamedTuple):
    """What an address means on the new site."""

    file: str
    """A path below ``content/``; empty: *address*, or nothing that is known."""
    address: str = ""
    note: ImportNote | None = None

    @property
    def is_dead(self) -> bool:
        return not self.file and not self.address


Resolve = Callable[[str], NewTarget | None]
"""A decoded address as a text has it, without its fragment → what it means; None: left alone."""


def rewrite(markdown: str, file: str, resolve: Resolve) -> tuple[str, list[ImportNote]]:
    """Return *markdown*, which is to stand in *file*, with its addresses resolved, and notes."""
    notes: list[ImportNote] = []
    text = outside_code(markdown, lambda piece: _rewrite(piece, file, resolve, notes))
    return text, notes


def outside_code(markdown: str, change: Callable[[str], str]) -> str:
    """Return *markdown* with *change* made to all that is no code."""
    pieces: list[str] = []
    at = 0
    for code in CODE.finditer(markdown):
        pieces += [change(markdown[at : code.start()]), code[0]]
        at = code.end()
    return "".join([*pieces, change(markdown[at:])])


def without_blocks(markdown: str) -> str:
    """Return *markdown* with those colons as text that begin a block here, and only here."""
    return outside_code(markdown, lambda text: _COLONS.sub(r"\1\\:::", text))


def without_empty(markdown: str) -> str:
    """Return *markdown* without links to nowhere, whose words stay, and pictures of nothing: what
    a template would have filled.
    """
    if "](<>)" not in markdown and "]()" not in markdown:
        return markdown
    return outside_code(
        markdown,
        lambda piece: _NO_HEADING.sub("", _NO_LINK.sub(_words, _NO_LINK.sub(_words, piece))),
    )


def _words(match: re.Match[str]) -> str:
    return "" if match["picture"] else match["label"]


def relative(target: str, file: str) -> str:
    """Return the path of the file *target* as a link in *file* has it."""
    return quote(path_from(target, file), safe="/!$&'*+,;=@:~")


def path_from(target: str, file: str) -> str:
    """Return the path of the file *target* as the front matter of *file* has it."""
    return posixpath.relpath(target, posixpath.dirname(file) or ".")


def _rewrite(text: str, file: str, resolve: Resolve, notes: list[ImportNote]) -> str:
    def replace(match: re.Match[str]) -> str:
        group = next((name for name in _GROUPS if match[name] is not None), "")
        written = match[group] if group else ""
        path, sign, fragment = written.partition("#")
        target = resolve(unquote(path)) if path else None
        if target is None:
            return match[0]
        if target.note is not None:
            notes.append(target.note)
        new = relative(target.file, file) if target.file else target.address
        if target.file and not unquote(fragment).isascii():
            fragment = slugify(unquote(fragment))  # ids of headings here are ASCII
        if group == "itself":
            return written if target.is_dead else f"[{written}]({new}{sign}{fragment})"
        if target.is_dead:
            new, sign, fragment = f"\ue002{written}\ue003", "", ""
        start, end = match.span(group)
        around = match[0][: start - match.start()], match[0][end - match.start() :]
        return f"{around[0]}{new}{sign}{fragment}{around[1]}"

    text = _ADDRESS.sub(replace, text)
    return _DEAD.sub(_unlinked, text) if "\ue002" in text else text


def _unlinked(match: re.Match[str]) -> str:
    """What stays of a link to nothing: its words, and the former address as a comment."""
    if match["value"] is not None:
        return ""
    if match["rest"] is not None:
        return match["rest"]  # a build tells it at its place
    address = next(
        match[name] for name in ("address", "line", "defined") if match[name] is not None
    )
    label, known = _DEAD.sub(_unlinked, match["label"] or ""), address
    if match["picture"]:  # what nobody can see is not read either, and stays
        label, known = "", f"{label} {address}".strip()
    return f"{label}<!-- {known.replace('--', '%2D%2D')} -->"


class FormerAddresses(NamedTuple):
    """All that addresses of a former site can mean."""

    url: str
    """The former site's own, with scheme and host."""
    by_address: Mapping[str, str]
    """Files of the new content by former address, as `plain_address` writes it."""
    by_source: Mapping[str, str]
    """Files of the new content by path in the source."""
    elsewhere: Mapping[str, str]
    """Files that the source does not hold: whole addresses by former address."""
    lists: Mapping[str, str] = {}
    """Addresses of lists of the new site, by former address."""

    def resolver(self, source: str, address: str) -> Resolve:
        """Return what resolves the addresses of a text at *source*, found at *address*."""
        hosts, base = _hosts(self.url), unquote(split_address(self.url).path).rstrip("/")

        def resolve(written: str) -> NewTarget | None:
            if not is_address(written):  # `http://`, which editors begin a link with
                return NewTarget("", "", ImportNote("dead link", written))
            parts = urlsplit(written.replace(" ", "%20")) if _is_parsable(written) else None
            if parts is None or parts.scheme not in ("", "http", "https"):
                scheme = forbidden_scheme(written)
                is_link = scheme and not runs_code(scheme)  # else the build's list, or a picture's
                return NewTarget("", "", ImportNote("link", scheme, written)) if is_link else None
            if parts.netloc and parts.netloc.lower().removeprefix("www.") not in hosts:
                return None
            path = unquote(parts.path)
            if base and (path == base or path.startswith(f"{base}/")):
                path = path.removeprefix(base) or "/"
            asked = plain_address(f"{path}?{unquote(parts.query)}") if parts.query else ""
            if there := self.by_address.get(asked):
                return NewTarget(there)
            for there in self._meanings(path, bool(parts.netloc), source, address):
                return NewTarget(there)
            whole = _joined(address, path)
            if now := self.lists.get(plain_address(whole)):
                return NewTarget("", now)
            if away := self.elsewhere.get(plain_address(whole)):
                return NewTarget("", away, ImportNote("picture elsewhere", away, written))
            if _HOST.match(written):  # as browsers show addresses, and editors copy them
                return NewTarget("", f"https://{written}")
            return (
                None
                if parts.query or not path
                else NewTarget("", "", ImportNote("dead link", written))
            )

        return resolve

    def _meanings(self, path: str, is_whole: bool, source: str, address: str) -> list[str]:
        """Return the files that *path* may mean, the likeliest first."""
        if not is_whole and not path.startswith("/"):
            beside = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
            below = _joined(address, path)
            paths = [self.by_source.get(beside), self.by_address.get(plain_address(below))]
        else:
            below = path
            paths = [self.by_address.get(plain_address(path)), self.by_source.get(path.lstrip("/"))]
        # Hosts answer `/forum` with forum.html: GitHub Pages, Netlify, nginx by a usual line.
        paths.append(self.by_address.get(plain_address(f"{below}.html")))
        return [path for path in paths if path is not None]


def whole_url(written: str) -> str:
    """Return a site's own address as settings name it, `https://` before a host without a scheme.

    Nothing for what names no host (`/`, which Hugo takes too).
    """
    url = written.strip().rstrip("/")
    if url.startswith("//"):
        return f"https:{url}"
    is_host = "://" not in url and "." in url.partition("/")[0]
    return f"https://{url}" if is_host else url if "://" in url else ""


def _joined(address: str, path: str) -> str:
    """Return *path*, as it stands in the page at *address*, from the root, as browsers do."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(address) or "/", path))


def plain_address(address: str) -> str:
    """Return a former address as it is compared: `/2019/forum` for `/2019/forum/index.html`.

    What stands behind a question mark counts: of some programs it is all that differs.
    """
    path, sign, query = unquote(address).split("#")[0].partition("?")
    path = path.removesuffix("index.html").removesuffix("index.htm")
    return "/" + path.strip("/") + sign + query


def _hosts(url: str) -> tuple[str, ...]:
    host = split_address(url).netloc.lower().removeprefix("www.")
    return (host,) if host else ()


def _is_parsable(address: str) -> bool:
    try:
        urlsplit(address)
    except ValueError:
        return False
    return True


def split_address(address: str) -> SplitResult:
    """Return the parts of *address*; none of what is no address, such as `http://[`."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def path_below(link: str, url: str) -> str:
    """Return the address below the root of the site at *url* that *link* means, decoded; with its
    query."""
    parts, base = split_address(link), unquote(split_address(url).path).rstrip("/")
    path = unquote(parts.path) or "/"
    if base and (path == base or path.startswith(f"{base}/")):
        path = path.removeprefix(base) or "/"
    return f"{path}?{unquote(parts.query)}" if parts.query else path
