"""Each key of each form, with each value that its type refuses, is told at its place."""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import msgspec
import pytest
import yaml

from sitegen.catalogue import MESSAGES, severity
from sitegen.config import SiteConfig, SiteFile
from sitegen.errors import Diagnostic, UsageError
from sitegen.model import FrontMatter, SectionFrontMatter
from sitegen.theme.file import ThemeFile, WrittenTheme
from tests.forms import odd_values, wrong_values
from tests.support import SiteFolder

SITE = "title: Hub\nurl: https://hub.example.org/\n"
NEEDED = {"title": "title: Hub", "url": "url: https://hub.example.org/"}


def told_at(diagnostics: list[Diagnostic], line: int) -> bool:
    assert all(diagnostic.code in MESSAGES for diagnostic in diagnostics)
    return any(
        diagnostic.line == line and severity(diagnostic) == "error" for diagnostic in diagnostics
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("struct", "path"),
    [
        (FrontMatter, "content/{number}.md"),
        (FrontMatter, "content/news/2026-01-05-{number}.md"),
        (SectionFrontMatter, "content/s{number}/_index.md"),
    ],
    ids=["page", "article", "section"],
)
def test_a_wrong_value_in_front_matter_is_told(
    struct: type[msgspec.Struct],
    path: str,
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(f"-- site.yaml --\n{SITE}")
    tries = dict(enumerate(wrong_values(struct)))
    for number, attempt in tries.items():
        text = "\n".join(("---", *attempt.lines, "---", "Texte.\n"))
        site.write(path.format(number=number), text)

    report = site.build()

    told: dict[str, list[Diagnostic]] = {}
    for diagnostic in report.diagnostics:
        told.setdefault(diagnostic.path, []).append(diagnostic)
    missed = [
        attempt.name
        for number, attempt in tries.items()
        if not told_at(told.get(path.format(number=number), []), len(attempt.lines) + 1)
    ]
    assert len(tries) > 40
    assert missed == []


def test_a_wrong_value_in_site_yaml_is_told() -> None:
    missed = []
    for wrong in wrong_values(SiteConfig):
        try:
            SiteFile("\n".join(wrong.lines).encode()).read()
        except UsageError as error:
            if told_at(list(error.diagnostics), len(wrong.lines)):
                continue
        missed.append(wrong.name)

    assert missed == []


def test_a_wrong_value_in_theme_yaml_is_told() -> None:
    missed = [
        wrong.name
        for wrong in wrong_values(WrittenTheme)
        if not told_at(
            ThemeFile("\n".join(wrong.lines).encode(), "themes/a/theme.yaml").diagnostics,
            len(wrong.lines),
        )
    ]

    assert missed == []


@pytest.mark.slow
@pytest.mark.parametrize("struct", [FrontMatter, SectionFrontMatter])
def test_an_odd_value_in_front_matter_is_obeyed_or_told(
    struct: type[msgspec.Struct], make_site: Callable[[str], SiteFolder]
) -> None:
    """What has its key's type and is strange all the same is never a mistake of sitegen."""
    site = make_site(f"-- site.yaml --\n{SITE}")
    tries = list(odd_values(struct))
    seen = Counter[str]()
    for number, attempt in enumerate(tries):
        text = "\n".join(("---", *attempt.lines, "---", "Texte.\n"))
        if struct is SectionFrontMatter:
            site.write(f"content/s{number}/_index.md", text)
        else:  # values of a key stand apart; a section for each is thousands of pages
            site.write(f"content/s{seen[attempt.key]}/2026-01-05-{number}.md", text)
        seen[attempt.key] += 1

    report = site.build()

    assert len(tries) > 40
    assert {diagnostic.code for diagnostic in report.diagnostics} <= set(MESSAGES)


@pytest.mark.slow
def test_odd_settings_are_obeyed_or_told(make_site: Callable[[str], SiteFolder]) -> None:
    """Each build has an odd value for every key that takes one."""
    by_key: dict[str, list[dict[str, Any]]] = {}
    for odd in odd_values(SiteConfig):
        text = "\n".join(odd.lines)
        with suppress(UsageError):
            SiteFile(text.encode()).read()
            by_key.setdefault(odd.key, []).append(yaml.safe_load(text))
    site = make_site("-- content/news/2026-01-05-a.md --\n---\ntitle: A\n---\nTexte.\n")

    for number in range(max(map(len, by_key.values()))):
        settings: dict[str, Any] = {}
        for values in by_key.values():
            _merge(settings, values[number % len(values)])
        settings |= {name: off for name, off in OFF.items() if name in settings}
        site.write("site.yaml", yaml.safe_dump(settings, allow_unicode=True))

        report = site.build()

        assert {diagnostic.code for diagnostic in report.diagnostics} <= set(MESSAGES)
        assert report.planned > 10


OFF = {"theme": "association", "content": "content", "theme_options": {}, "theme_version": ""}
"""What the site has to have."""


def _merge(settings: dict[str, Any], more: dict[str, Any]) -> None:
    for name, value in more.items():
        known = settings.get(name)
        if isinstance(known, dict) and isinstance(value, dict):
            _merge(known, value)
        else:
            settings[name] = value
