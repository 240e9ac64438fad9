"""Serve a Radicale from a folder on a free port of this machine, and print the port.

    python serve_radicale.py FOLDER

Runs in the programs' own environment, until it is stopped. Whoever names a user is let in.
"""

import sys
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

from radicale import Application, config


class Silent(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        """What is asked is nobody's to read."""


def main(folder: str) -> None:
    settings: Any = config.load()
    given = {"storage": {"filesystem_folder": folder}, "auth": {"type": "none"}}
    settings.update(given | {"rights": {"type": "authenticated"}}, "ours", privileged=True)
    with make_server("127.0.0.1", 0, Application(settings), handler_class=Silent) as server:
        print(server.server_port, flush=True)
        server.serve_forever()


if __name__ == "__main__":
    main(sys.argv[1])
