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

from sitegen.site.urls import encode_url


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
    most: int = 0
    """Rules; 0: as many as there are."""
    octets: int = 0
    """Of the file; 0: as many as there are."""
    longest: int = 0
    """Characters of a line; 0: as many as there are."""
    files_come_first: bool = False
    """Whether a file at the former address keeps the rule from being looked at."""
    whole: Callable[[list[str]], str] = "".join


class Rules(NamedTuple):
    """What is written for a host."""

    text: str
    written: frozenset[Rule]
    left: tuple[Rule, ...]
    """What the host does not take: pages lead on from there alone."""


def rules_for(name: str, rules: Iterable[Rule]) -> Rules:
    """Return the file for the host *name* (one of `HOSTS`), with the first rules that fit."""
    host = HOSTS[name]
    lines: list[str] = []
    written, left, size = [], [], len(host.whole([]).encode())
    for rule in rules:
        line = host.line(rule)
        is_short = bool(line) and not (host.longest and len(line) > host.longest)
        is_room = not (host.most and len(lines) >= host.most)
        grown = size + len(line.encode())
        if is_short and is_room and not (host.octets and grown > host.octets):
            lines.append(line)
            written.append(rule)
            size = grown
        else:
            left.append(rule)
    return Rules(host.whole(lines), frozenset(written), tuple(left))


NO_RULES = Rules("", frozenset(), ())
_HEAD = "# Written by sitegen: former addresses, and where each leads.\n"


def _whole(lines: list[str]) -> str:
    return _HEAD + "".join(lines)


def _redirects_line(rule: Rule) -> str:
    """Return a line of `_redirects`, in which `:` begins a placeholder and `*` is any."""
    if not rule.url or re.search(r"[:*]", rule.encoded) or "*" in rule.url:
        return ""
    return f"{rule.encoded} {rule.url} 301\n"


def _netlify(rule: Rule) -> str:
    """`!`: before the page that stands there for other hosts."""
    if re.search(r"[:*]", rule.encoded) or "*" in rule.url:
        return ""
    return f"{rule.encoded} {rule.url} 301!\n" if rule.url else f"{rule.encoded} /404.html 410!\n"


def _apache(rule: Rule) -> str:
    """`Redirect` takes all that begins so, hence a pattern; it encodes the target itself."""
    pattern = _quoted(f"^{re.escape(rule.former)}$")
    if not rule.url:
        return f"RedirectMatch 410 {pattern}\n"
    target = unquote(rule.url).replace("$", "\\$")
    return f"RedirectMatch 301 {pattern} {_quoted(target)}\n"


def _nginx(rule: Rule) -> str:
    place = f"location = {_quoted(rule.former)}"
    if not rule.url:
        return f"{place} {{ return 410; }}\n"
    return f"{place} {{ return 301 {_quoted(rule.url.replace('$', '%24'))}; }}\n"


def _caddy(rule: Rule) -> str:
    """Placeholders stand in braces, `*` is any, `%` an encoded sign."""
    if re.search(r"[{}*%\\]", rule.former) or re.search(r"[{}]", rule.url):
        return ""
    former = _quoted(rule.former)
    return f"redir {former} {_quoted(rule.url)} 301\n" if rule.url else f"error {former} 410\n"


def _vercel(rule: Rule) -> str:
    """In `source` many signs have a meaning."""
    if not rule.url or re.search(r"[^\w/.~%@&=,;'-]", rule.encoded) or ":" in rule.url[6:]:
        return ""
    value = {"source": rule.encoded, "destination": rule.url, "statusCode": 301}
    return json.dumps(value, ensure_ascii=False)


def _vercel_file(lines: list[str]) -> str:
    rows = "".join(f"\n    {line}," for line in lines).rstrip(",")
    schema = "https://openapi.vercel.sh/vercel.json"
    return (
        f'{{\n  "$schema": "{schema}",\n  "trailingSlash": true,\n  "redirects": [{rows}\n  ]\n}}\n'
    )


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


HOSTS: dict[str, Host] = {
    "apache": Host(".htaccess", _apache, whole=_whole),
    "caddy": Host(".redirects.caddy", _caddy, whole=_whole),
    "cloudflare": Host("_redirects", _redirects_line, most=2000, longest=1000, whole=_whole),
    "gitlab": Host(
        "_redirects", _redirects_line, most=1000, octets=65_536, files_come_first=True, whole=_whole
    ),
    "netlify": Host("_redirects", _netlify, whole=_whole),
    "nginx": Host(".redirects.nginx", _nginx, whole=_whole),
    "vercel": Host("vercel.json", _vercel, most=2048, whole=_vercel_file),
}
"""Those that read a file; GitHub Pages reads none."""
