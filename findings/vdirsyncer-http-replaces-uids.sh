#!/bin/sh
# vdirsyncer 0.21.0 (PyPI), read on 2026-11-29.
# Behaviour: its storage "http", for calendars that one subscribes to, gives each event the hash of its own
# text as UID in place of the one it has. An event that is moved by an hour is another event: the one is
# removed, the other is new, and answers, notes and alarms of the first are gone with it.
# Output seen: UID a@example.org is stored under two different hashes before and after a change of its title.
# One would have guessed: the UID kept, since RFC 5545 §3.8.4.7 has it identify the event for ever, and
# the storages "caldav" and "filesystem" of the same program do keep it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check vdirsyncer==0.21.0 2>/dev/null
cat > "$folder/read.py" <<'PYTHON'
import http.server
import pathlib
import subprocess
import sys
import threading
from functools import partial

folder = pathlib.Path(sys.argv[1])
(folder / "web").mkdir()
(folder / "held").mkdir()
TEXT = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VEVENT
UID:a@example.org
DTSTAMP:20260101T000000Z
DTSTART:20260302T100000Z
SUMMARY:{}
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder / "web")))
threading.Thread(target=server.serve_forever, daemon=True).start()
(folder / "config").write_text(f"""
[general]
status_path = "{folder}/status"
[pair p]
a = "web"
b = "held"
collections = null
[storage web]
type = "http"
url = "http://127.0.0.1:{server.server_address[1]}/a.ics"
[storage held]
type = "filesystem"
path = "{folder}/held"
fileext = ".ics"
""")


def fetch(title, *commands):
    (folder / "web/a.ics").write_text(TEXT.format(title), newline="")
    for command in (*commands, "sync"):
        subprocess.run([f"{sys.prefix}/bin/vdirsyncer", "-c", str(folder / "config"), command],
                       check=True, capture_output=True)
    (text,) = [path.read_text() for path in (folder / "held").glob("*.ics")]
    return next(line[4:] for line in text.splitlines() if line.startswith("UID:"))


first, second = fetch("Bureau", "discover"), fetch("Bureau municipal")
server.shutdown()
print(first, second)
assert len({"a@example.org", first, second}) == 3, "the behaviour has changed"
PYTHON
"$folder/venv/bin/python" "$folder/read.py" "$folder"
