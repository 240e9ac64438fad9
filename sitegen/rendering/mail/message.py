"""A mail as a file (`.eml`, RFC 5322): text, HTML and files; the same parts, the same bytes. Pure.

Mail programs open it as a draft that waits for its addressees (`X-Unsent`).
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from typing import NamedTuple

from sitegen.border.addresses import ascii_host
from sitegen.digest import digest

_BLANKS = re.compile(r"[ \t\r\n\x0b\x0c\x85\u2028\u2029]+")
"""Spaces that may break, and all that ends a line."""
_OF_ADDRESSES = ("list-archive", "list-subscribe", "list-unsubscribe", "archived-at", "list-id")
"""Headers that hold an address between angle brackets (RFC 2369 §2, RFC 5064 §2, RFC 2919 §3)."""


class _LiteralAddresses(EmailPolicy):
    """How messages are written: headers whose value programs read letter by letter are left whole.

    Python takes what is too long for a line for a text and writes encoded words (RFC 2047), which
    no mail program looks for in an address: the letter had no way out. A line may have 998 letters
    (RFC 5322 §2.1.1).
    """

    def fold_binary(self, name: str, value: str) -> bytes:
        if name.lower() in _OF_ADDRESSES:
            return f"{name}: {value}{self.linesep}".encode("ascii")
        return super().fold_binary(name, value)


_POLICY = _LiteralAddresses(linesep="\r\n", cte_type="7bit")  # what any server passes on as it is


class MailPart(NamedTuple):
    """A file that goes with a message."""

    name: str
    media_type: str
    content: bytes


def make_message(
    subject: str,
    text: str,
    html: str = "",
    *,
    sender: tuple[str, str],
    date: dt.datetime,
    message_id: str,
    files: Sequence[MailPart] = (),
    headers: Mapping[str, str] | None = None,
    is_draft: bool = True,
) -> bytes:
    """Return the message. *sender*: name and address, which may be empty; *date*: an aware one.

    *message_id*: `name@host`, the same for the same message for ever. *headers*: others, by name.
    *is_draft*: whether mail programs open it to be finished and sent.
    Nothing in it depends on the machine, the hour or chance.
    """
    message = EmailMessage(_POLICY)
    message["Subject"] = _one_line(subject)
    if sender[1]:
        message["From"] = _address(*sender)
    message["Date"] = date
    message["Message-ID"] = f"<{_ascii_identity(_one_line(message_id))}>"
    if is_draft:
        message["X-Unsent"] = "1"
    of_content = {name for name in headers or () if name.startswith("Content-")}
    for name, value in (headers or {}).items():
        if name not in of_content:
            message[name] = _one_line(value)
    message.set_content(text, cte="quoted-printable")
    if html:
        message.add_alternative(html, subtype="html", cte="quoted-printable")
    for file in files:
        main, _, subtype = file.media_type.partition("/")
        message.add_attachment(file.content, main, subtype, filename=_one_line(file.name))
    for name in sorted(of_content):  # `set_content` removes those that are there before
        message[name] = _one_line((headers or {})[name])
    _fix_boundaries(message, message_id)
    return message.as_bytes()


def _fix_boundaries(message: EmailMessage, message_id: str) -> None:
    """Give each part with parts a boundary of its own.

    `=_` stands neither in quoted-printable nor in base64 (RFC 2045 §6.7), so no part can hold one.
    """
    for number, part in enumerate(message.walk()):
        if part.is_multipart():
            part.set_boundary(f"=_{digest(message_id, str(number)).hex()}")


def _ascii_identity(message_id: str) -> str:
    """Return `name@host` with the host in Punycode: no header holds another letter (RFC 5322)."""
    name, _, host = message_id.rpartition("@")
    return f"{name}@{ascii_host(host)}"


def _address(name: str, address: str) -> Address | str:
    try:
        return Address(_one_line(name), addr_spec=address)
    except (ValueError, IndexError):  # what is no address (RFC 5322 §3.4.1) stands as a name
        return ""


def _one_line(text: str) -> str:
    """Return *text* without line ends, which would begin another header."""
    return _BLANKS.sub(" ", text).strip()
