"""`sitegen serve` as a process of its own, and what it says."""

import os
import re
import signal
import subprocess
import sys
import threading
import time

from tests.server.raw import PATIENCE, Answer, Events, get
from tests.support import SiteFolder


class Serving:
    """A server that was started in a site's folder, and has built it."""

    def __init__(self, site: SiteFolder, options: tuple[str, ...], script: str, now: str) -> None:
        program = ["-c", script] if script else ["-m", "sitegen"]
        clock = ["--now", now] if now else []
        self.lines: list[str] = []
        self._events: list[Events] = []
        self._changed = threading.Condition()
        self.process = subprocess.Popen(
            [sys.executable, *program, "serve", *options, *clock],
            cwd=site.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        match = re.search(r"Serving http://[^/]*:(\d+)(/\S*)", self.wait_for("Serving http"))
        assert match is not None
        self.port = int(match[1])
        self.path = match[2]

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            with self._changed:
                self.lines.append(line.rstrip("\n"))
                self._changed.notify_all()
        with self._changed:
            self.lines.append("(ended)")
            self._changed.notify_all()

    def wait_for(self, words: str, *, since: int = 0) -> str:
        """Return the first line, from number *since* on, that holds *words*."""
        end = time.monotonic() + PATIENCE
        with self._changed:
            while True:
                for line in self.lines[since:]:
                    if words in line:
                        return line
                    assert line != "(ended)", self.lines
                left = end - time.monotonic()
                assert left > 0, f"{words!r} was not said: {self.lines}"
                self._changed.wait(left)

    def get(self, path: str) -> Answer:
        return get(self.port, path)

    def events(self, path: str) -> Events:
        """Open the channel of the page at *path*, as it looks now."""
        match = re.search(r'data-look="([^"]*)"', self.get(path).text)
        assert match is not None
        self._events.append(Events(self.port, path, match[1]))
        return self._events[-1]

    def builds(self) -> list[str]:
        """Return the lines that tell of builds."""
        return [line for line in self.lines if " in " in line and line.endswith(" s")]

    def stop(self, number: signal.Signals) -> int:
        """Send a signal; return the exit code, within a minute."""
        self.process.send_signal(number)
        code = self.process.wait(60)
        self._reader.join(60)
        return code

    def kill(self) -> None:
        for events in self._events:
            events.close()
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self._reader.join(5)
        assert self.process.stdout is not None
        self.process.stdout.close()
