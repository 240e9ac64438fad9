"""The files of the editing page, but for what it reads of the site."""

import os
from collections.abc import Iterable
from html import escape

from sitegen.editing.bundle import files_for, scripts_of

FOLDER = os.path.join(os.path.dirname(__file__), "page")
CONFIGURATION = "configuration.json"
EDITOR = "cms/"
_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="same-origin">
<title>{title}</title>
<link rel="icon" href="data:,">
<script type="module" src="settings.js" async></script>
<link rel="stylesheet" href="admin.css">
{scripts}
<script type="module" src="admin.js"></script>
</head>
<body>
<noscript>{no_script}</noscript>
</body>
</html>
"""


def policy(hosts: Iterable[str]) -> str:
    """Return the Content-Security-Policy of the page: nothing from elsewhere but *hosts*' API."""
    connected = " ".join(("'self'", "blob:", "data:", *hosts))
    return "; ".join(
        (
            "default-src 'self'",
            "script-src 'self' 'wasm-unsafe-eval'",
            "style-src 'self' 'unsafe-inline' blob:",
            "img-src 'self' data: blob:",
            "media-src 'self' blob:",
            "font-src 'self' data:",
            f"connect-src {connected}",
            "worker-src 'self' blob:",
            "frame-src 'self' blob:",
            "base-uri 'self'",
            "form-action 'none'",
            "object-src 'none'",
        )
    )


def page_files(language: str, title: str, no_script: str, hosts: Iterable[str]) -> dict[str, bytes]:
    """Return the files of the page by their path below its folder, the editor's with them."""
    editor = {f"{EDITOR}{name}": content for name, content in files_for(language).items()}
    return own_files(language, title, no_script, hosts) | editor


def own_files(language: str, title: str, no_script: str, hosts: Iterable[str]) -> dict[str, bytes]:
    """Return the page and its scripts by their path below its folder."""
    scripts = [name for name in sorted(os.listdir(FOLDER)) if name.endswith(".js")]
    scripts += [f"{EDITOR}{name}" for name in scripts_of(language)]
    html = _PAGE.format(
        language=escape(language),
        scripts="\n".join(f'<link rel="modulepreload" href="{escape(name)}">' for name in scripts),
        policy=escape(policy(hosts)),
        title=escape(title),
        no_script=escape(no_script),
    )
    return {"index.html": html.encode()} | {
        name: _read(name) for name in sorted(os.listdir(FOLDER))
    }


def _read(name: str) -> bytes:
    with open(os.path.join(FOLDER, name), "rb") as file:
        return file.read()
