"""Debian's Firefox, asked through Marionette, the protocol of its own tests: JSON on a socket.

https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
"""

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROGRAM = shutil.which("firefox-esr") or shutil.which("firefox")
ENTER = "\ue007"
"""As WebDriver writes the key (§17.4.2)."""
PATIENCE = 60
"""Seconds that a machine busy with other things may take."""
_SETTINGS = """
user_pref("marionette.port", 0);
user_pref("app.normandy.enabled", false);
user_pref("app.update.disabledForTesting", true);
user_pref("browser.download.folderList", 2);
user_pref("browser.safebrowsing.downloads.remote.enabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("services.settings.server", "data:,#remote-settings-dummy/v1");
user_pref("toolkit.telemetry.server", "");
"""
_REFUSALS = """
return Services.console.getMessageArray().map((entry) => String(entry.message ?? entry))
  .filter((text) => text.includes("Content-Security-Policy"));
"""


class Firefox:
    """A running Firefox, asked about one tab of it at a time."""

    def __init__(self, connection: socket.socket, downloads: Path) -> None:
        self._downloads = downloads
        self._connection = connection
        self._stream = connection.makefile("rb")
        self._number = 0
        self._read()
        self.ask("WebDriver:NewSession", pageLoadStrategy="normal")

    def ask(self, command: str, **parameters: object) -> Any:
        """Return a command's value; the browser's refusal is an AssertionError."""
        self._number += 1
        octets = json.dumps([0, self._number, command, parameters]).encode()
        self._connection.sendall(f"{len(octets)}:".encode() + octets)
        _kind, _number, error, value = self._read()
        assert error is None, error
        return value.get("value") if isinstance(value, dict) and "value" in value else value

    def open_tab(self) -> None:
        opened = self.ask("WebDriver:NewWindow", type="tab", focus=True)
        self.ask("WebDriver:SwitchToWindow", handle=opened["handle"])

    def goto(self, url: str) -> None:
        self.ask("WebDriver:Navigate", url="about:blank")  # else another fragment loads nothing
        self.ask("WebDriver:Navigate", url=url)

    def run(self, script: str) -> Any:
        return self.ask("WebDriver:ExecuteScript", script=script, args=[])

    def wait_for(self, script: str, wanted: object = True) -> None:
        """Wait until *script* returns *wanted*."""
        end = time.monotonic() + PATIENCE
        while (value := self.run(script)) != wanted:
            assert time.monotonic() < end, f"{value!r} instead of {wanted!r}"
            time.sleep(0.05)

    def write(self, text: str) -> None:
        """Press the keys of *text*, wherever the focus is."""
        strokes = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        keyboard = {"type": "key", "id": "keyboard", "actions": strokes}
        self.ask("WebDriver:PerformActions", actions=[keyboard])

    def downloaded(self, name: str) -> str:
        """Return the text of a file that the page was asked to download, once it is there."""
        end = time.monotonic() + PATIENCE
        while not (
            (file := self._downloads / name).is_file() and (text := file.read_text("utf-8"))
        ):
            assert time.monotonic() < end, f"no {name}"
            time.sleep(0.05)
        return text

    def refusals(self) -> list[str]:
        """Return what a Content-Security-Policy forbade so far, as the console tells it."""
        self.ask("Marionette:SetContext", value="chrome")
        try:
            return list(self.run(_REFUSALS))
        finally:
            self.ask("Marionette:SetContext", value="content")

    def _read(self) -> Any:
        length = b""
        while (octet := self._stream.read(1)) != b":":
            assert octet, "Firefox has ended"
            length += octet
        return json.loads(self._stream.read(int(length)))


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """Run Firefox with a new profile in the folder *profile*."""
    assert PROGRAM is not None
    profile.mkdir(parents=True)
    downloads = f'user_pref("browser.download.dir", {json.dumps(str(profile))});\n'
    (profile / "user.js").write_text(_SETTINGS + downloads, encoding="utf-8")
    command = [PROGRAM, "--headless", "--no-remote", "--profile", str(profile)]
    flags = ["--marionette", "--remote-allow-system-access"]
    own = {"PATH": os.environ["PATH"], "HOME": str(profile)}  # nothing of its user's
    silent = subprocess.DEVNULL
    with subprocess.Popen([*command, *flags], stdout=silent, stderr=silent, env=own) as process:
        try:
            with socket.create_connection(("127.0.0.1", _port(profile, process))) as connection:
                yield Firefox(connection, profile)
        finally:
            process.terminate()


def _port(profile: Path, process: subprocess.Popen[bytes]) -> int:
    told = profile / "MarionetteActivePort"
    end = time.monotonic() + PATIENCE
    while not (told.is_file() and told.read_text(encoding="ascii").strip()):
        assert process.poll() is None, "Firefox has ended"
        assert time.monotonic() < end, "Firefox did not begin"
        time.sleep(0.05)
    return int(told.read_text(encoding="ascii"))
