"""SMTP servers on loopback: one that takes letters, and ones that refuse, stop, or never answer."""

import asyncio
import contextlib
import ssl
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD = "rédaction", "un secret à nous"


class Handler:
    """What a server does with a letter; *answer* to its last line, or it leaves without one."""

    def __init__(self, answer: str | None = "250 taken") -> None:
        self.letters: list[Envelope] = []
        self._answer = answer

    async def handle_DATA(  # noqa: N802
        self, server: Any, session: Session, envelope: Envelope
    ) -> str:
        self.letters.append(envelope)
        if self._answer is None:
            server.transport.abort()
            return "451 left"
        return self._answer


class NeverAnswers(Handler):
    """A server that takes the text and says nothing: who sent it waits."""

    def __init__(self) -> None:
        super().__init__()
        self.has_all = threading.Event()

    async def handle_DATA(self, server: Any, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.letters.append(envelope)
        self.has_all.set()
        await asyncio.Event().wait()
        raise AssertionError


class LeavesInTheMiddle(Handler):
    """A server that closes the connection when it is asked to take a text."""

    async def handle_RCPT(  # noqa: N802
        self, server: Any, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        asyncio.get_running_loop().call_soon(server.transport.abort)
        envelope.rcpt_tos.append(address)
        return "250 ok"


def certificate(folder: Path) -> tuple[Path, Path]:
    """Return a certificate of localhost that answers for itself, and its key."""
    made, key = folder / "certificate.pem", folder / "key.pem"
    command = (
        "openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj /CN=localhost"
        f" -addext subjectAltName=DNS:localhost -keyout {key} -out {made}"
    )
    subprocess.run(command.split(), check=True, capture_output=True)
    return made, key


def _authenticate(*arguments: Any) -> AuthResult:
    given: LoginPassword = arguments[-1]
    is_known = (given.login, given.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=is_known, handled=False)


@contextlib.contextmanager
def serving(handler: Handler, pair: tuple[Path, Path] | None = None) -> Iterator[int]:
    """Serve on a free port, which is given; with STARTTLS and a password where *pair* is."""
    settings: dict[str, Any] = {"hostname": "localhost"}
    if pair is not None:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(*pair)
        settings |= {
            "tls_context": context,
            "require_starttls": True,
            "auth_required": True,
            "authenticator": _authenticate,
        }
    loop = asyncio.new_event_loop()
    settings["loop"] = loop
    # aiosmtpd's own Controller looks for itself at the port that it was told, be it 0.
    made = loop.create_server(lambda: SMTP(handler, **settings), "127.0.0.1", 0)
    server = loop.run_until_complete(made)
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        loop.call_soon_threadsafe(server.close)
        asyncio.run_coroutine_threadsafe(server.wait_closed(), loop).result(10)
        asyncio.run_coroutine_threadsafe(_end_tasks(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _end_tasks() -> None:
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for other in others:
        other.cancel()
    await asyncio.gather(*others, return_exceptions=True)
