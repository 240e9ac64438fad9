"""The documentation, built in a folder of the test's own."""

import shutil
from functools import cached_property
from pathlib import Path

from sitegen.engine.options import BuildReport
from tests.demo_site import PROJECT
from tests.html_checks import Page, html_pages
from tests.support import SiteFolder

URL = "https://sitegen.example.org/"


class Docs:
    """`docs/` as `scripts/docs` builds it."""

    def __init__(self, folder: Path) -> None:
        made = shutil.ignore_patterns("output", ".sitegen")
        shutil.copytree(PROJECT / "docs", folder, dirs_exist_ok=True, ignore=made)
        self.site = SiteFolder(folder)
        self.report: BuildReport = self.site.build()
        self.root = self.site.output

    @cached_property
    def pages(self) -> list[Page]:
        return html_pages(self.root)
