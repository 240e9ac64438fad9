"""What the answers of a host mean for a link, in plain words. Does network I/O by `request`."""

import errno
import http.client
import socket
import ssl
from typing import Literal
from urllib.parse import urljoin, urlsplit

import msgspec

from sitegen.network.hosts import PrivateHostError
from sitegen.network.request import Client, HttpAnswer, request
from sitegen.wording.translation import _

MOST_HOPS = 8
_NO_HEAD = frozenset((400, 403, 404, 405, 406, 410, 500, 501))
"""Answers to HEAD after which GET is tried: many hosts know nothing else."""
_SHY = frozenset((401, 403, 407, 418, 429, 451, 999))
"""Answers that programs get, and readers often do not."""
_FOR_GOOD = frozenset((301, 308))
_ELSEWHERE = frozenset((301, 302, 303, 307, 308))
_DAY = 86_400.0


class Verdict(msgspec.Struct, frozen=True):
    """What is known of a link."""

    kind: Literal["fine", "broken", "unsure", "moved", "refused"]
    reason: str = ""
    target: str = ""
    """Where what has moved is now."""
    wait: float = 0.0
    """Seconds for which the host asked not to be asked again."""
    is_nameless: bool = False
    """Whether the name of the host is not known: to nobody, or to a machine without a network."""

    @property
    def lifetime(self) -> float:
        """Return for how many seconds it is believed: failures may pass, so they are short."""
        days = {"fine": 7.0, "moved": 7.0, "refused": 0.0, "broken": 0.25, "unsure": 0.1}
        return max(self.wait, days[self.kind] * _DAY)


def judge(url: str, client: Client) -> Verdict:
    """Ask for *url*, follow where it leads, and say what that means."""
    here, is_for_good = url, True
    target = ""
    for _hop in range(MOST_HOPS):
        try:
            if urlsplit(here).scheme not in ("http", "https"):
                return Verdict("broken", _("it leads on to `{url}`").format(url=here))
            answer = _ask(here, client)
            leads_to = urljoin(here, answer.location)
        except PrivateHostError as error:
            reason = _("{address} is an address of a private network").format(address=error)
            return Verdict("refused", reason)
        except (OSError, http.client.HTTPException, ValueError, UnicodeError) as error:
            return _failure(error)
        if answer.status not in _ELSEWHERE or not answer.location:
            return _final(answer, target)
        here = leads_to
        is_for_good = is_for_good and answer.status in _FOR_GOOD
        if is_for_good:  # after a passing redirect nobody promised anything
            target = here
    return Verdict("broken", _("it leads in circles"))


def _ask(url: str, client: Client) -> HttpAnswer:
    answer = request("HEAD", url, client)
    return request("GET", url, client) if answer.status in _NO_HEAD else answer


def _final(answer: HttpAnswer, target: str) -> Verdict:
    status = answer.status
    phrase = http.client.responses.get(status, "")
    words = f"{status} {phrase}".strip()
    if status in (404, 410):
        return Verdict("broken", words)
    if 200 <= status < 400:
        return Verdict("moved", target=target) if target else Verdict("fine")
    if status in _SHY or status >= 500:
        return Verdict("unsure", words, wait=seconds(answer.retry_after))
    return Verdict("broken", words)


def seconds(text: str) -> float:
    """Return how long `Retry-After` asks to wait (RFC 9110 §10.2.3), a day at most."""
    if text.strip().isdigit():
        return min(float(text), _DAY)
    return _DAY / 24 if text.strip() else 0.0  # a date: an hour is near enough


def _failure(error: Exception) -> Verdict:
    if isinstance(error, ssl.SSLCertVerificationError):
        reason = _("its certificate is not valid ({reason})")
        return Verdict("broken", reason.format(reason=error.verify_message))
    if isinstance(error, ssl.SSLError):
        return Verdict("broken", _("no secure connection comes about"))
    if isinstance(error, socket.gaierror):
        if error.errno == socket.EAI_AGAIN:
            return Verdict("unsure", _("names cannot be looked up at the moment"))
        return Verdict("broken", _("there is no host of this name"), is_nameless=True)
    if isinstance(error, TimeoutError):
        return Verdict("unsure", _("it does not answer in time"))
    if isinstance(error, OSError) and error.errno == errno.ECONNREFUSED:
        return Verdict("broken", _("nothing listens there"))
    if isinstance(error, OSError):
        return Verdict("unsure", error.strerror or str(error) or type(error).__name__)
    if isinstance(error, http.client.HTTPException):
        return Verdict("unsure", _("what it answers is no HTTP"))
    return Verdict("broken", _("it is no address"))
