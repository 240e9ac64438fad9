"""nginx, Apache and Caddy with the configurations of docs/publishing.md, on a port of their own."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.demo_site import PROJECT
from tests.hosts.published import bring_rules
from tests.test_documentation import Block, blocks

PUBLISHING = PROJECT / "docs/publishing.md"
_HIDDEN = re.compile(r"\A# \S+\n")


def configuration(language: str) -> tuple[str, str]:
    """Return the configuration for a site at the root, and the lines that a path changes in it."""
    examples: list[Block] = [block for block in blocks(PUBLISHING) if block.language == language]
    whole, below = examples
    return whole.text, below.text


def nginx(folder: Path, output: Path, port: int, base: str) -> list[str]:
    whole, below = configuration("nginx")
    if base:
        whole = re.sub(r"^ *(location = |error_page|root ).*\n", "", whole, flags=re.M)
        whole = whole.replace("    charset utf-8;\n", f"{below}    charset utf-8;\n")
        whole = whole.replace("/srv/www", str(_below(folder, output, base)))
    bring_rules(output, "nginx")
    server = whole.replace("/srv/hub/current", str(output))
    server = server.replace("listen 80;", f"listen 127.0.0.1:{port};")
    shutil.copy("/etc/nginx/mime.types", folder)
    places = "".join(
        f"{name}_temp_path {folder}/{name};\n"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    written = f"pid {folder}/pid;\ndaemon off;\nerror_log {folder}/log;\nevents {{}}\n"
    written += f"http {{\naccess_log off;\n{places}{server}}}\n"
    (folder / "nginx.conf").write_text(written, encoding="utf-8")
    return ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", f"{folder}/log"]


def apache(folder: Path, output: Path, port: int, base: str) -> list[str]:
    root = _below(folder, output, base) if base else output
    bring_rules(output, "apache")
    modules = ["mpm_event", "authz_core", "dir", "autoindex", "mime", "headers", "alias"]
    modules += ["filter", "deflate"]
    lines = [
        f"LoadModule {module}_module /usr/lib/apache2/modules/mod_{module}.so" for module in modules
    ]
    lines += [
        f"ServerRoot {folder}",
        "ServerName localhost",
        f"Listen 127.0.0.1:{port}",
        f"PidFile {folder}/pid",
        f"ErrorLog {folder}/log",
        f"DefaultRuntimeDir {folder}",
        "TypesConfig /etc/mime.types",
        f"DocumentRoot {root}",
        f"<Directory {folder.parent}>",
        "Options FollowSymLinks",
        "</Directory>",
        f"<Directory {root}>",
        "AllowOverride All",
        "Options FollowSymLinks Indexes",
        "Require all granted",
        "</Directory>",
    ]
    (folder / "apache.conf").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return ["apache2", "-f", str(folder / "apache.conf"), "-DFOREGROUND"]


def caddy(folder: Path, output: Path, port: int, base: str) -> list[str]:
    whole, below = configuration("caddyfile")
    if base:
        for line in filter(None, map(str.strip, below.splitlines())):
            start = re.escape(" ".join(line.split()[:2]).partition("/")[0].strip())
            whole, count = re.subn(rf"^( *){start} [/\w].*$", rf"\g<1>{line}", whole, flags=re.M)
            assert count == 1, line
        whole = whole.replace("/srv/www", str(_below(folder, output, base)))
    bring_rules(output, "caddy")
    whole = whole.replace("/srv/hub/current", str(output))
    whole = whole.replace("hub.example.org {", f"http://127.0.0.1:{port} {{")
    written = "{\n    admin off\n}\n" + _HIDDEN.sub("", whole)
    (folder / "Caddyfile").write_text(written, encoding="utf-8")
    return ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


SERVERS: dict[str, Callable[[Path, Path, int, str], list[str]]] = {
    "nginx": nginx,
    "apache2": apache,
    "caddy": caddy,
}


@contextmanager
def serving(name: str, folder: Path, output: Path, base: str = "") -> Iterator[int]:
    """Run a server over *output* below the path *base*; give its port."""
    path = os.environ["PATH"] + ":/usr/sbin"
    if shutil.which(name, path=path) is None:
        told = f"{name} is not installed (scripts/install-for-tests, on Debian)"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(told)
    folder.mkdir()
    for place in (
        folder,
        *folder.parents,
        *output.parents,
    ):  # its workers are nobody, and must come this far
        if place.stat().st_uid == os.getuid() and place != Path("/"):
            place.chmod(place.stat().st_mode | 0o011)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = SERVERS[name](folder, output, port, base)
    own = {"PATH": path, "HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    with (folder / "said").open("w") as said:
        process = subprocess.Popen(command, env=own, stdout=said, stderr=said)
    try:
        _wait(process, port, folder)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    for _ in range(200):
        if process.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError((folder / "said").read_text(encoding="utf-8"))


def _below(folder: Path, output: Path, base: str) -> Path:
    """Return a folder in which the site stands under its path, as the documentation says."""
    www = folder / "www"
    www.mkdir()
    (www / base.rstrip("/")).symlink_to(output)
    return www
