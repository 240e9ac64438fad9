"""How hosts are told to lead readers on: a file for each, with its limits. Pure.

What these programs and services take was read in their documentation of autumn 2026; the tests
have each file read by the program itself, or by the package that the service publishes of it.
"""

import json
import re
from collections.abc import Callable, Iterable
from typing import NamedTuple
from urllib.parse import unquote

import msgspec

from sitegen.patterns import lazy_pattern
from sitegen.site.apache import htaccess
from sitegen.site.urls import BEYOND_PATH, encode_url


class Rule(msgspec.Struct, frozen=True, order=True):
    """From where to where a host leads on."""

    former: str
    """Path of the host, decoded, with the site's own."""
    url: str
    """Encoded, of the host or of another one; empty: what was there is gone (410)."""

    @property
    def encoded(self) -> str:
        """The former path, encoded."""
        return encode_url(self.former)


class Host(NamedTuple):
    """A program or a service that serves the site."""

    file: str
    """Below the output."""
    line: Callable[[Rule], str]
    """Returns how a rule is written; nothing where it cannot be."""
    whole: Callable[[list[str], str], str]
    """Returns the file of lines, for a site below a base path."""
    most: int = 0
    """Rules; 0: as many as there are."""
    octets: int = 0
    """Of the file; 0: as many as there are."""
    longest: int = 0
    """Characters of a line; 0: as many as there are."""
    files_come_first: bool = False
    """Whether a file at the former address keeps the rule from being looked at."""


class Rules(NamedTuple):
    """What is written for a host."""

    text: str
    written: frozenset[Rule]
    left: tuple[Rule, ...]
    """What is too much for the host: pages lead on from there alone, as where a line cannot be."""


def rules_for(name: str, rules: Iterable[Rule], base_path: str = "") -> Rules:
    """Return the file for the host *name* (one of `HOSTS`), with the first rules that fit."""
    host = HOSTS[name]
    lines: list[str] = []
    written, left, size = [], [], len(host.whole([], base_path).encode())
    for rule in rules:
        line = "" if _CONTROLS.search(rule.former + unquote(rule.url)) else host.line(rule)
        if not line:
            continue
        is_short = not (host.longest and len(line) > host.longest)
        is_room = not (host.most and len(lines) >= host.most)
        grown = size + len(line.encode())
        if is_short and is_room and not (host.octets and grown > host.octets):
            lines.append(line)
            written.append(rule)
            size = grown
        else:
            left.append(rule)
    return Rules(host.whole(lines, base_path), frozenset(written), tuple(left))


NO_RULES = Rules("", frozenset(), ())
_CONTROLS = lazy_pattern(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
"""What ends a line: behind it an author's text would be a directive of its own."""
_TEMPLATE = lazy_pattern(r"\*|:[A-Za-z]")
"""What stands in a target for a part of the former address."""
_GITLAB_STEPS = 25
_HEAD = "# Written by sitegen: former addresses, and where each leads.\n"


def _whole(lines: list[str], base_path: str) -> str:  # noqa: ARG001
    return _HEAD + "".join(lines)


def _apache_file(lines: list[str], base_path: str) -> str:
    return f"{_HEAD}{''.join(lines)}\n{htaccess(base_path)}"


def _cloudflare(rule: Rule) -> str:
    """`:` begins a placeholder, `*` is any; of what is gone it can say nothing."""
    if not rule.url or re.search(r"[:*]", rule.encoded) or "*" in rule.url:
        return ""
    return f"{rule.encoded} {rule.url} 301\n"


def _netlify(rule: Rule) -> str:
    """Decoded addresses are compared, which then hold no spaces; `!`: before the page that stands
    there for other hosts.
    """
    if re.search(r"[\s#:*]", rule.former) or _TEMPLATE.search(rule.url):
        return ""
    return f"{rule.former} {rule.url} 301!\n" if rule.url else f"{rule.former} /404.html 410!\n"


def _gitlab(rule: Rule) -> str:
    """As `_netlify`; an address that Go cannot parse, another host (before GitLab 16.8) and what
    looks like a parameter make the line count for nothing.
    """
    is_odd = re.search(r"[\s#:*%?]", rule.former) or rule.former.count("/") > _GITLAB_STEPS
    if is_odd or not rule.url.startswith("/") or "=" in rule.url or _TEMPLATE.search(rule.url):
        return ""
    return f"{rule.former} {rule.url} 301\n"


def _apache(rule: Rule) -> str:
    """`Redirect` takes all that begins so, hence a pattern; it encodes the target's path itself."""
    pattern = _quoted(f"^{re.escape(rule.former)}$")
    if not rule.url:
        return f"RedirectMatch 410 {pattern}\n"
    end = match.start() if (match := BEYOND_PATH.search(rule.url)) else len(rule.url)
    path = unquote(rule.url[:end])
    if BEYOND_PATH.search(path):
        return ""
    target = f"{path}{rule.url[end:]}".replace("$", "\\$")
    return f"RedirectMatch 301 {pattern} {_quoted(target)}\n"


def _nginx(rule: Rule) -> str:
    place = f"location = {_quoted(rule.former)}"
    if not rule.url:
        return f"{place} {{ return 410; }}\n"
    return f"{place} {{ return 301 {_quoted(rule.url.replace('$', '%24'))}; }}\n"


def _caddy(rule: Rule) -> str:
    """Placeholders stand in braces, `*` and `[…]` are any, `%` begins an encoded sign."""
    if re.search(r"[][{}*?%\\]", rule.former) or re.search(r"[{}]", rule.url):
        return ""
    former = _quoted(rule.former)
    return f"redir {former} {_quoted(rule.url)} 301\n" if rule.url else f"error {former} 410\n"


def _vercel(rule: Rule) -> str:
    """In `source` many signs have a meaning, in `destination` some; a slash behind a step with a
    dot is taken away before.
    """
    url = rule.url.partition("://")[2] or rule.url
    source = rule.encoded
    if not url or re.search(r"[^\w/.~%@&=,;'-]", source) or re.search(r"[$:*(){}\[\]\\]", url):
        return ""
    source = re.sub(r"(\.[^/]*)/$", r"\1", source)
    value = {"source": source, "destination": rule.url, "statusCode": 301}
    return json.dumps(value, ensure_ascii=False)


def _vercel_file(lines: list[str], base_path: str) -> str:  # noqa: ARG001
    rows = "".join(f"\n    {line}," for line in lines).rstrip(",")
    schema = "https://openapi.vercel.sh/vercel.json"
    return (
        f'{{\n  "$schema": "{schema}",\n  "trailingSlash": true,\n  "redirects": [{rows}\n  ]\n}}\n'
    )


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def not_found_below(name: str, base_path: str, folder: str) -> str:
    """Return by which the host *name* shows the page for what is not found below *folder* (`en/`),
    where it can be told: of Apache the file in that folder, of Netlify a line behind all others.
    """
    path = f"{base_path}/{folder}404.html"
    if name == "apache":
        return "".join(f"ErrorDocument {status} {path}\n" for status in (403, 404, 410))
    return f"{base_path}/{folder}* {path} 404\n" if name == "netlify" else ""


HOSTS: dict[str, Host] = {
    "apache": Host(".htaccess", _apache, _apache_file),
    "caddy": Host(".redirects.caddy", _caddy, _whole),
    "cloudflare": Host("_redirects", _cloudflare, _whole, most=2000, longest=1000),
    "gitlab": Host("_redirects", _gitlab, _whole, most=1000, octets=65_536, files_come_first=True),
    "netlify": Host("_redirects", _netlify, _whole),
    "nginx": Host(".redirects.nginx", _nginx, _whole),
    "vercel": Host("vercel.json", _vercel, _vercel_file, most=2048),
}
"""Those that read a file; GitHub Pages reads none."""
