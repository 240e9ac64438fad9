"""The documentation: a site that sitegen builds from it, and Markdown that a code host shows."""

import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tests.demo_site import PROJECT
from tests.docs_site import URL, Docs
from tests.html_checks import broken_links
from tests.validators.nu import nu_faults

SOURCES = sorted([*(PROJECT / "docs").glob("*.md"), *(PROJECT / "docs/development").glob("*.md")])
_CODE = re.compile(r"^(```+|~~~+).*?^\1|`[^`\n]+`", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(<?([^)>\s]+)")


@pytest.mark.slow
def test_it_builds_without_an_error_or_a_warning(docs: Docs) -> None:
    assert docs.report.diagnostics == []
    assert len(docs.pages) > len(SOURCES)


@pytest.mark.slow
def test_check_finds_nothing_to_mend(docs: Docs) -> None:
    """Samples of what it finds are quoted as code."""
    assert docs.site.check() == []


@pytest.mark.slow
def test_nothing_of_its_machinery_is_published(docs: Docs) -> None:
    endings = {path.suffix for path in docs.root.rglob("*") if path.is_file()}

    assert not endings & {".md", ".yaml"}


@pytest.mark.slow
def test_its_pages_are_sound(docs: Docs) -> None:
    wrong = [page.path for page in docs.pages if page.parse_errors or len(page.all("h1")) != 1]

    assert wrong == []
    assert broken_links(docs.root, docs.pages, URL) == []


@pytest.mark.slow
def test_headings_do_not_jump(docs: Docs) -> None:
    for page in docs.pages:
        tags = [str(element.tag) for element in page.tree.iter()]
        levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
        assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == [], page.path


@pytest.mark.slow
@pytest.mark.parametrize(("home", "is_french"), [("index.html", False), ("fr/index.html", True)])
def test_every_page_stands_in_the_tree_of_its_language(
    docs: Docs, home: str, is_french: bool
) -> None:
    linked = {value for page in docs.pages if page.path == home for _, value in page.links()}

    sources = [path for path in SOURCES if _is_french(path) == is_french]
    assert len(sources) > 6
    folder, base = PROJECT / "docs", "/fr" if is_french else ""
    names = [path.relative_to(folder).with_suffix("").as_posix() for path in sources]
    wanted = {name.removesuffix("_index").rstrip("/") for name in names if "index" not in name}
    assert {f"{base}/{name}/" for name in wanted} <= linked


def _is_french(source: Path) -> bool:
    return ".fr." in source.name or "\nlang: fr\n" in source.read_text(encoding="utf-8")[:800]


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_links_hold_where_a_code_host_shows_the_markdown(source: Path) -> None:
    text = _CODE.sub("", source.read_text(encoding="utf-8"))
    targets = [target for target in _LINK.findall(text) if not re.match(r"[a-z]+:|#", target)]

    lost = [
        target for target in targets if not (source.parent / target.partition("#")[0]).is_file()
    ]

    assert lost == []


def test_the_reference_says_what_the_program_reads() -> None:
    """Mended by running scripts/write_reference.py."""
    script = PROJECT / "scripts/write_reference.py"

    result = subprocess.run(
        [sys.executable, script, "--check"], capture_output=True, text=True, check=False
    )

    assert result.stdout + result.stderr == ""
    assert result.returncode == 0


@pytest.mark.slow
def test_every_block_of_the_theme_is_told() -> None:
    templates = (PROJECT / "themes/association/templates").rglob("*.html")
    blocks = {
        name
        for path in templates
        for name in re.findall(r"\{%-? block (\w+)", path.read_text(encoding="utf-8"))
    }
    told = (PROJECT / "docs/themes.md").read_text(encoding="utf-8")

    assert blocks == set(re.findall(r"^\| `(\w+)` \| all pages \|", told, re.MULTILINE))


def test_no_line_asks_pip_for_another_project() -> None:
    """On PyPI the name `sitegen` is another's; a path, or an address after `@`, is what it says."""
    folders = ("docs", "sitegen", "scripts", "themes", "README.md", "SECURITY.md", "pyproject.toml")
    files = [
        path
        for name in folders
        for path in (
            [PROJECT / name] if (PROJECT / name).is_file() else (PROJECT / name).rglob("*")
        )
        if path.suffix in (".md", ".py", ".yaml", ".yml", ".po", ".toml", "")
        and path.is_file()
        and not {".sitegen", "output", "__pycache__"} & set(path.parts)
    ]
    assert len(files) > 300
    wrong = re.compile(r"(?<![./\w-])sitegen\[\w|pip install (?:-\S+ )*['\"]?sitegen\b(?!-hub)")

    lost = [
        f"{path.relative_to(PROJECT)}: {line}"
        for path in files
        for line in path.read_text(encoding="utf-8").splitlines()
        if wrong.search(line)
    ]

    assert [line for line in lost if not line.startswith("docs/decisions/scaffold.md:")] == []


@pytest.mark.slow
def test_its_kinds_of_page_are_valid_html(docs: Docs) -> None:
    pages = [docs.root / path for path in ("index.html", "markdown/index.html")]

    assert nu_faults(*pages) == []
