#!/bin/sh
# aiosmtpd 1.4.6, run under Linux on 2026-11-29.
# Behaviour: `Controller(handler, port=0).start()` raises ConnectionRefusedError: the server has a free port of
# the system's choice and answers there, but is asked whether it runs at port 0, and `controller.port` stays 0.
# Output seen: ConnectionRefusedError, port 0; at the port of `controller.server.sockets[0]`: 250.
# One would have guessed: a started server and its port in `port`, as asyncio, socketserver and http.server
# take 0 for « any that is free »; a test wants that, so as not to guess a port that another may take.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check aiosmtpd==1.4.6 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import smtplib

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink

controller = Controller(Sink(), hostname="127.0.0.1", port=0)
raised = None
try:
    controller.start()
except OSError as error:
    raised = type(error).__name__
host, port = controller.server.sockets[0].getsockname()
with smtplib.SMTP(host, port) as client:
    code, _ = client.noop()
print("raised:", raised, "port told:", controller.port, "port taken is 0:", port == 0, "answer there:", code)
controller.stop()
assert raised == "ConnectionRefusedError" and controller.port == 0, "the behaviour has changed"
assert port != 0 and code == 250, "the behaviour has changed"
PYTHON
