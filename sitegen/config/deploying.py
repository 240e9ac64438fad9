"""Where the site can be deployed to; no secret stands there."""

import re
from collections.abc import Collection, Mapping
from typing import ClassVar, NamedTuple
from urllib.parse import unquote, urlsplit

import msgspec

from sitegen.border.addresses import split_address
from sitegen.config.refusing import Refuse
from sitegen.errors import Diagnostic
from sitegen.patterns import lazy_pattern

PASSWORD = "SITEGEN_DEPLOY_PASSWORD"
"""The variable of the environment that may hold a password or token."""
FOLDER = "file"
"""The scheme of folders, which a path without one has too."""
_SCHEME = lazy_pattern(r"([a-z][a-z0-9+.-]*)://(.*)", re.DOTALL)
_OF_HOSTS = ("rsync", "sftp", "s3", "git+https", "git+ssh")
_BEFORE_COLON = lazy_pattern(r"[^/\\]{2,}:")
"""Of an address that is none: `host:folder`, `mailto:…`. One letter is a disk of Windows."""
_OF_THE_ROOT = lazy_pattern(r"(?:home|mnt|opt|srv|usr|var)/", re.IGNORECASE)
"""How the path of a folder begins that is counted from a machine's root."""
_HOST = lazy_pattern(r"[\w:][\w.:-]*")
_USER = lazy_pattern(r"[^\W-][^\s:@/]*")


class DeployConfig(msgspec.Struct, frozen=True, kw_only=True):
    """One place that `sitegen deploy` brings the site to."""

    shorthand: ClassVar[str] = "to"
    refused: ClassVar[Mapping[str, str]] = dict.fromkeys(
        ("password", "passphrase", "secret", "secret_key", "access_key", "key", "token", "auth"),
        "deploy-secret",
    )

    to: str
    """Its address: `sftp://name@host/www/`, `rsync://name@host/www/` (over ssh), `s3://bucket/`,
    `git+ssh://git@host/hub.git`, or a folder."""
    branch: str = "gh-pages"
    """The branch, of a Git repository."""
    endpoint: str = ""
    """The service that speaks S3, where it is not Amazon's: `https://s3.example.org`."""
    region: str = ""
    """The region of the bucket, as that service calls it."""
    known_hosts: str = ""
    """A file beside site.yaml with the keys of the host, as in `~/.ssh/known_hosts`: for CI."""
    language: str = ""
    """The language of the site, with a host of its own, whose pages alone stand there: en."""


class Destination(NamedTuple):
    """An address that the site can be brought to, in parts."""

    scheme: str
    rest: str
    """All that stands behind `://`; of a folder its path."""
    user: str = ""
    host: str = ""
    port: int = 0
    """0 where none is given."""
    path: str = ""
    """As written behind the host, without the slash between them: of ssh from the folder in which
    the account begins, unless it begins with another slash."""
    has_secret: bool = False
    config: DeployConfig = DeployConfig(to="")

    @property
    def address(self) -> str:
        return self.config.to


def destination(config: DeployConfig) -> Destination | None:
    """Return where *config* leads; None where its address is none."""
    matched = _SCHEME.fullmatch(config.to)
    if matched is None:
        is_path = bool(config.to.strip()) and not _BEFORE_COLON.match(config.to)
        return Destination(FOLDER, config.to, path=config.to, config=config) if is_path else None
    scheme, rest = matched.groups()
    if scheme == FOLDER:
        return Destination(FOLDER, rest, path=unquote(rest), config=config) if rest else None
    try:
        parts = urlsplit(f"x://{rest}")
        host, port = parts.hostname or "", parts.port or 0
    except ValueError:
        return None
    user = parts.username or ""
    has_host = _HOST.fullmatch(host) or (not host and scheme not in _OF_HOSTS)
    if not has_host or (user and not _USER.fullmatch(user)):
        return None
    path = unquote(parts.path).removeprefix("/")
    if any(sign in path for sign in "\0\n\r") or ".." in path.split("/"):
        return None
    has_secret = parts.password is not None or bool(parts.query)
    return Destination(scheme, rest, user, host, port, path, has_secret, config)


def first_arrival(place: Destination) -> Diagnostic | None:
    """Return what to tell where *place*, which holds nothing yet, seems meant from the root.

    With one slash ssh counts it from the account's folder, and makes `var/www/` there.
    """
    if place.scheme not in ("sftp", "rsync") or not _OF_THE_ROOT.match(place.path):
        return None
    host, _, path = place.rest.partition("/")
    meant = f"{place.scheme}://{host}//{path}"
    return Diagnostic("deploy-below-home", values={"path": place.path, "meant": meant})


def check_deploy(
    targets: Mapping[str, DeployConfig], languages: Collection[str], refuse: Refuse
) -> None:
    """Note addresses that are none, and secrets.

    *languages*: those that have a host of their own.
    """
    for name, target in targets.items():
        place = destination(target)
        if place is None:
            refuse(f"deploy.{name}", "deploy-address", value=target.to)
        elif place.has_secret:
            refuse(f"deploy.{name}", "deploy-secret", key=f"deploy.{name}.to")
        if target.language and target.language not in languages:
            values = {"key": "language", "value": target.language}
            choices = ", ".join(languages) or "none"
            refuse(f"deploy.{name}.language", "unknown-choice", choices=choices, **values)
        if target.endpoint:
            _check_endpoint(target.endpoint, f"deploy.{name}.endpoint", refuse)


def _check_endpoint(endpoint: str, place: str, refuse: Refuse) -> None:
    address = split_address(endpoint)
    if "@" in endpoint or "?" in endpoint:
        refuse(place, "deploy-secret", key=place)
    elif address.scheme not in ("http", "https") or not address.hostname:
        refuse(place, "deploy-address", value=endpoint)
