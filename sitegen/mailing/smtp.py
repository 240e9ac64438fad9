"""A message handed to a server (RFC 5321), and what is known of it when that fails. Network.

The last line of a message, a dot alone, is what makes the server answer for it. Before it was
written nothing has been sent, whatever happened; after it, only the server's answer tells.
"""

import base64
import re
import smtplib
import socket
import ssl
from contextlib import suppress
from typing import NamedTuple

from sitegen.config import MailServerConfig

TIMEOUT = 60
"""Seconds that a server may take for one answer."""
_DOT = re.compile(rb"^\.", re.MULTILINE)


class Credentials(NamedTuple):
    user: str
    password: str


class NotSentError(Exception):
    """The server does not have the message: nothing of it will arrive."""


class PerhapsSentError(Exception):
    """The server was given all of the message, and nobody knows whether it took it."""


def send(
    message: bytes,
    sender: str,
    recipient: str,
    server: MailServerConfig,
    credentials: Credentials | None,
) -> None:
    """Send *message*, ASCII with CRLF, to one *recipient*.

    Raises `NotSentError` or `PerhapsSentError` with what the server or the system said.
    Certificates are checked by the system's authorities, or those of SSL_CERT_FILE.
    """
    try:
        connection = _connect(server)
    except (OSError, smtplib.SMTPException) as error:
        raise NotSentError(_said(error)) from error
    try:
        _deliver(connection, message, sender, recipient, credentials)
    finally:
        with suppress(OSError, smtplib.SMTPException):
            connection.quit()
        connection.close()


def _connect(server: MailServerConfig) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if server.security == "tls":
        return smtplib.SMTP_SSL(server.host, server.port, timeout=TIMEOUT, context=context)
    connection = smtplib.SMTP(server.host, server.port, timeout=TIMEOUT)
    try:
        if server.security == "starttls":
            connection.starttls(context=context)
    except BaseException:
        connection.close()
        raise
    return connection


def _deliver(
    connection: smtplib.SMTP,
    message: bytes,
    sender: str,
    recipient: str,
    credentials: Credentials | None,
) -> None:
    try:
        connection.ehlo_or_helo_if_needed()
        if credentials is not None:
            _log_in(connection, credentials)
        _expect(connection.mail(sender), 250)
        _expect(connection.rcpt(recipient), 250, 251)
        _expect(connection.docmd("DATA"), 354)
        connection.send(_DOT.sub(b"..", message.rstrip(b"\r\n") + b"\r\n"))
    except (OSError, smtplib.SMTPException) as error:
        raise NotSentError(_said(error)) from error
    try:
        connection.send(b".\r\n")
        code, said = connection.getreply()
    except (OSError, smtplib.SMTPException) as error:
        raise PerhapsSentError(_said(error)) from error
    if code != 250:
        raise NotSentError(_words(code, said))


def _log_in(connection: smtplib.SMTP, credentials: Credentials) -> None:
    """Log in, by `login` where it can: it takes ASCII alone, and AUTH PLAIN is UTF-8 (RFC 4616)."""
    if all(credential.isascii() for credential in credentials):
        connection.login(*credentials)
        return
    said = base64.b64encode("\0{}\0{}".format(*credentials).encode()).decode()
    _expect(connection.docmd("AUTH", f"PLAIN {said}"), 235)


def _expect(answer: tuple[int, bytes], *codes: int) -> None:
    code, said = answer
    if code not in codes:
        raise smtplib.SMTPResponseException(code, said)


def _said(error: Exception) -> str:
    """Return what a server or the system said."""
    if isinstance(error, smtplib.SMTPResponseException):
        return _words(error.smtp_code, error.smtp_error)
    if isinstance(error, TimeoutError | socket.timeout):
        return "timed out"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error) or type(error).__name__


def _words(code: int, said: bytes | str) -> str:
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return f"{code} {' '.join(text.split())}"
