"""The letter: its lists, what it holds, by which server, and what the law asks of it."""

from collections.abc import Collection
from typing import Literal

import msgspec

from sitegen.config.refusing import Refuse
from sitegen.model import Link, Prose
from sitegen.patterns import lazy_pattern

_ADDRESS = lazy_pattern(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
"""An address that every server passes on: ASCII, a name and a domain (RFC 5321 §4.1.2)."""
_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")


class MailServerConfig(msgspec.Struct, frozen=True, kw_only=True):
    """Who passes the letter on. Name and password come from the environment, never from here."""

    host: str
    """The server's name: smtp.example.org."""
    port: int = 587
    """Its port: 587 with `starttls`, 465 with `tls`."""
    security: Literal["starttls", "tls", "none"] = "starttls"
    """How the connection is kept secret; `none` for a server on this machine alone."""


class MailingListConfig(msgspec.Struct, frozen=True, kw_only=True):
    """A list of subscribers, which somebody else keeps: Sympa, Mailman, a mailing service."""

    title: Prose
    """What readers call the letter: La lettre des Communes reliées."""
    to: str
    """The list's address, to which the letter is sent."""
    sender: str
    """The address that it comes from."""
    unsubscribe: Link
    """Where readers end their subscription: https://… or mailto:…"""
    subscribe: Link = ""
    """Where readers begin it."""
    one_click: bool = False
    """Whether `unsubscribe` ends it by a POST alone (RFC 8058); most lists add that themselves."""
    language: str = ""
    """The language of the site that it is written in: en; the first one, where nothing is said."""
    introduction: Prose = ""
    """A sentence at the head of each letter."""
    reason: Prose = ""
    """Why readers get it: Vous recevez cette lettre car vous vous y êtes inscrit."""
    sections: tuple[str, ...] = ()
    """The sections whose articles it tells; without one, all articles."""
    weeks: int = 4
    """How many weeks of the agenda it tells; 0 for none."""


class LetterConfig(msgspec.Struct, frozen=True, kw_only=True):
    lists: dict[str, MailingListConfig] = {}
    """The lists, each under the name that `sitegen digest --list` knows."""
    server: MailServerConfig | None = None
    """The server that `sitegen digest --send` speaks to."""
    director: Prose = ""
    """Who answers for what is published, as the law asks: directeur de la publication."""
    privacy: Link = ""
    """The page about personal data: /donnees-personnelles/."""

    def in_language(self, tag: str) -> "LetterConfig | None":
        """Return it with the lists in the language *tag* alone; None without one."""
        lists = {name: setting for name, setting in self.lists.items() if setting.language == tag}
        return msgspec.structs.replace(self, lists=lists) if lists else None


def check_letter(config: LetterConfig | None, languages: Collection[str], refuse: Refuse) -> None:
    """Note addresses that no server takes, and what would send a letter without secrecy.

    *languages*: those of the site.
    """
    if config is None:
        return
    for name, mailing_list in config.lists.items():
        place = f"letter.lists.{name}"
        if mailing_list.language and mailing_list.language not in languages:
            values = {"key": "language", "value": mailing_list.language}
            refuse(f"{place}.language", "unknown-choice", choices=", ".join(languages), **values)
        for key, address in (("to", mailing_list.to), ("sender", mailing_list.sender)):
            if not _ADDRESS.fullmatch(address):
                refuse(f"{place}.{key}", "letter-address", key=key, value=address)
        wanted = ("https://",) if mailing_list.one_click else ("https://", "mailto:")
        if not mailing_list.unsubscribe.startswith(wanted):
            refuse(f"{place}.unsubscribe", "letter-unsubscribe", value=mailing_list.unsubscribe)
    server = config.server
    if server and server.security == "none" and server.host not in _THIS_MACHINE:
        refuse("letter.server", "letter-server-open", host=server.host)
