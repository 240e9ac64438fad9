"""What is said of plugins is true: the page of hooks is current, the example of the guide runs."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from sitegen.plugins.plugin import Plugin
from tests.support import SiteFolder

ROOT = Path(__file__).parent.parent.parent


def test_the_page_of_hooks_is_made_of_their_docstrings() -> None:
    script = ROOT / "scripts/write_hooks.py"
    done = subprocess.run([sys.executable, script, "--check"], check=False, capture_output=True)

    assert done.stdout == b""


def test_every_hook_says_what_it_is_for() -> None:
    hooks = [name for name, var in vars(Plugin).items() if callable(var) and name[0] != "_"]

    assert len(hooks) == 13
    assert [name for name in hooks if not getattr(Plugin, name).__doc__] == []


def test_the_plugin_of_the_guide_does_what_is_said(
    make_site: Callable[[str], SiteFolder],
) -> None:
    guide = (ROOT / "docs/plugins.md").read_text(encoding="utf-8")
    code = re.search(r"```python\n# plugins/salutation.py\n(.*?)```", guide, re.DOTALL)
    assert code
    site = make_site(
        "-- site.yaml --\ntitle: Hub\nurl: https://hub.example.org/\n"
        "plugins: [./plugins/salutation.py]\n"
        "-- content/a.md --\n---\ntitle: A\n---\n"
        '::: salut "Awa" tag=eau\n'
        "-- content/news/2026-01-01-b.md --\n---\ntitle: B\ntags: [eau]\n---\nUn.\n"
    )
    site.write("plugins/salutation.py", code[1])

    assert site.build().diagnostics == []
    assert "<p>Bonjour, Awa (1)</p>" in site.page("a/index.html")
