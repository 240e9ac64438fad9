"""Addresses that people wrote: their parts, their schemes, and how a page writes them."""

import re
from functools import lru_cache
from unicodedata import normalize
from urllib.parse import SplitResult, quote, unquote, urlsplit

from sitegen.patterns import lazy_pattern

SCHEMES = ("http", "https", "mailto", "tel", "sms", "geo", "webcal", "ftp")
"""What may stand before the colon of an address; one without a scheme is of the site."""
_AROUND = "".join(map(chr, range(0x21)))
_WITHIN = str.maketrans("", "", "\t\n\r")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_RUNS_CODE = ("javascript", "vbscript", "data")
_CODE_POINTS = r"A-Za-z0-9!$&'()*+,\-./:;=?@_~"
"""What may stand in an address as it is (url.spec.whatwg.org, *URL code points*), of ASCII."""
_VALID = lazy_pattern(
    rf"(?:[{_CODE_POINTS}]|%[0-9A-Fa-f]{{2}})*+(?:#(?:[{_CODE_POINTS}]|%[0-9A-Fa-f]{{2}})*+)?"
)
_TO_ENCODE = re.compile(rf"%(?![0-9A-Fa-f]{{2}})|[^%{_CODE_POINTS}]+")
_WITH_HOST = lazy_pattern(r"([a-z][a-z0-9+.-]*:)?//([^/]*)", re.IGNORECASE)
_ENCODED_HOST = lazy_pattern(r"(?:[a-z][a-z0-9+.-]*:)?//[^/?#]*%", re.IGNORECASE)
_IPV6 = re.compile(r"\[[0-9a-f:.]+\](?::\d*)?", re.IGNORECASE)
_NO_HOST = lazy_pattern(r"[^\w.:~!$&'()*+,;=-]|^\.|\.\.|[^.]{64}")
"""What a host never holds, steps of a name that are empty or too long (RFC 1034 §3.1)."""
_WEB = ("http", "https", "ftp")
_E_MAIL = lazy_pattern(r"[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)
_HOST = lazy_pattern(
    r"(?:www\.(?:[\w-]+\.)+[a-z]{2,}"
    r"|(?:[\w-]+\.)+(?:fr|re|eu|be|ch|lu|ca|com|org|net|info|paris|alsace|bzh|corsica))"
    r"(?::\d+)?(?:/|$)",
    re.IGNORECASE,
)
"""What begins as the name of a host does: a file seldom has one of these endings."""
_LOCAL = lazy_pattern(
    r"[a-z]:[\\/]|file:|\\\\\w|//[\w-]+/[^/?#]+/[^?#]*\.(?!md$|html?$)\w+$", re.IGNORECASE
)
"""The last form is a share of an office's network: no host of the web has a name without a dot."""
_NUMBER = lazy_pattern(r"(?:tel|sms):", re.IGNORECASE)
_ZERO_AT_HOME = lazy_pattern(r"(?<=\d)\(0\)")
"""« +33 (0)1 »: the zero is not dialled after the code of a country (RFC 3966 §5.1.4)."""
_BLANKS = lazy_pattern(r"(?:[\s\u200b]|%20|%C2%A0|%E2%80%AF)+", re.IGNORECASE)


def forbidden_scheme(url: str, *, is_image: bool = False) -> str:
    """Return the scheme of *url* if no page may lead there; or "".

    It is read as browsers read it (url.spec.whatwg.org, *basic URL parser*): without control
    characters and spaces around, without tabs and line ends within. What is shown as an image may
    stand in its address (`data:`), where nothing of it runs.
    """
    url = url.strip(_AROUND).translate(_WITHIN)
    match = _SCHEME.match(url)
    scheme = match[1].lower() if match else ""
    return "" if scheme in SCHEMES or (is_image and scheme == "data") else scheme


def runs_code(scheme: str) -> bool:
    """Whether a link with *scheme* would run what stands in it."""
    return scheme in _RUNS_CODE


def names_elsewhere(url: str) -> bool:
    """Whether *url* has a scheme or a host: it is no path of the site."""
    return url.startswith("//") or _SCHEME.match(url) is not None


def encode_address(url: str) -> str:
    """Return *url* as a valid address that means the same, all of it ASCII.

    What browsers would read is written: nothing around it, percent-encoding where there is none
    yet, slashes for backslashes, a host in Punycode. The URL standard's serialiser leaves `|`,
    `[` and a lone `%`, which its own definition of a valid address refuses: they are encoded too.
    """
    url = url.strip(_AROUND).translate(_WITHIN)
    if _NUMBER.match(url):  # RFC 3966 §5.1.1: digits are parted by `-`, `.` or nothing
        url = _ZERO_AT_HOME.sub("", _BLANKS.sub("", url))
    if _VALID.fullmatch(url) and not _ENCODED_HOST.match(url):
        return url
    match = _SCHEME.match(url)
    scheme = match[1].lower() if match else ""
    before, sharp, fragment = url.partition("#")
    path, mark, query = before.partition("?")
    host = ""
    if scheme in ("", *_WEB):
        path = path.replace("\\", "/")
    if begins := _WITH_HOST.match(path):
        name, at, host = begins[2].rpartition("@")
        host = f"{begins[1] or ''}//{encode_part(name)}{at}{ascii_host(host)}"
        path = path[begins.end() :]
    return f"{host}{encode_part(path)}{mark}{encode_part(query)}{sharp}{encode_part(fragment)}"


def encode_part(part: str) -> str:
    """Return a path, a query or a fragment with all percent-encoded that none of them may hold."""
    return _TO_ENCODE.sub(lambda match: quote(match[0], safe="", errors="replace"), part)


@lru_cache(maxsize=256)  # a site asks for its own with each page
def ascii_host(host: str) -> str:
    """Return *host*, which a port may follow, as it is asked for: `é.fr` is `xn--9ca.fr`.

    The mapping of UTS 46 is that of NFKC and lower case, nearly; ß stays a letter of its own, as
    browsers have it and Python's codec `idna` has not.
    """
    plain = normalize("NFKC", unquote(host).lower()).replace("\u3002", ".")
    if "\ufffd" in plain or _IPV6.fullmatch(host):
        return host
    labels = (
        encode_part(label) if label.isascii() else f"xn--{label.encode('punycode').decode()}"
        for label in plain.split(".")
    )
    return ".".join(labels)


def is_address(url: str) -> bool:
    """Whether *url* can lead anywhere: one that begins as those of the web do names a host."""
    url = encode_address(url)
    scheme = _SCHEME.match(url)
    if not (scheme and scheme[1].lower() in _WEB) and not url.startswith("//"):
        return True
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    host = parts.netloc.rpartition("@")[2]
    return bool(parts.hostname and (_IPV6.fullmatch(host) or not _NO_HOST.search(host)))


def split_address(text: str, scheme: str = "") -> SplitResult:
    """Return the parts of *text* (RFC 3986); what is no address at all, `https://[`, is a path."""
    try:
        parts = urlsplit(text, scheme)
        _ = parts.port  # raises for what is no number
    except ValueError:
        return SplitResult("", "", text, "", "")
    return parts


def meant_address(text: str) -> str:
    """Return the address that *text* is the rest of: `www.a.fr`, `a@b.fr`; or nothing."""
    if _E_MAIL.fullmatch(text):
        return f"mailto:{text}"
    return f"https://{text}" if _HOST.match(text) else ""


def local_file(url: str) -> str:
    """Return the name of the file that *url* names on somebody's computer; or nothing.

    `C:\\Users\\a.jpg`, `file:///C:/a.jpg`, `\\\\server\\a.jpg`, `//server/share/a.jpg`
    """
    return url.replace("\\", "/").rpartition("/")[2] if _LOCAL.match(url) else ""
