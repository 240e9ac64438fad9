"""The layers of the package: imports point one way, and the command line starts light."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "sitegen"

LAYERS = [
    ("model", "digest", "names", "translation"),
    ("errors", "phrases", "visible"),
    ("catalogue",),
    ("border",),
    ("theme_options",),
    ("theme_file",),
    ("config",),
    ("markup",),
    ("accents",),
    ("imaging",),
    ("sources",),
    ("site",),
    ("rendering",),
    ("engine",),
    ("checking",),
    ("report",),
    ("scaffold",),
    ("server",),
    ("commands",),
    ("cli",),
    ("__main__",),
]
"""A module may import from its own layer and from those above it in this list."""

RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
LIGHT = {"click", "importlib", "os", "signal", "sys", "sitegen"}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def layer(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imported(path: Path) -> set[str]:
    """Return the sitegen modules that *path* imports, also inside functions."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module)
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return {name for name in names if name.startswith("sitegen.")}


def is_for_types_only(path: Path, name: str) -> bool:
    """Whether *path* imports *name* under ``if TYPE_CHECKING`` alone."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    guarded = [
        child
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING"
        for child in ast.walk(node)
    ]
    return any(isinstance(node, ast.ImportFrom) and node.module == name for node in guarded)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_upwards(path: Path) -> None:
    own = layer(path)
    if own == "__init__":
        return
    wrong = {
        name
        for name in imported(path)
        if (target := name.split(".")[1]) in RANK
        and RANK[target] > RANK[own]
        and not is_for_types_only(path, name)
    }

    assert not wrong, f"{path} imports from a layer below its own"


def test_every_module_belongs_to_a_layer() -> None:
    unknown = {layer(path) for path in modules()} - set(RANK) - {"__init__"}

    assert not unknown


def test_the_tree_in_the_design_names_what_is_there() -> None:
    design = (PACKAGE.parent / "docs" / "design.md").read_text(encoding="utf-8")
    tree = re.search(r"```\nsitegen/\n(.*?)```", design, re.DOTALL)
    assert tree

    absent = set(re.findall(r"\b\w+\.py\b", tree[1])) - {path.name for path in modules()}

    assert not absent


def test_no_two_modules_import_each_other() -> None:
    """A cycle at import time, followed through the modules of the package."""
    graph = {
        "sitegen." + ".".join(path.relative_to(PACKAGE).with_suffix("").parts): imported(path)
        for path in modules()
    }

    def reaches(start: str, goal: str, seen: set[str]) -> bool:
        for following in graph.get(start, set()):
            if following == goal:
                return True
            if following not in seen:
                seen.add(following)
                if reaches(following, goal, seen):
                    return True
        return False

    assert [name for name in graph if reaches(name, name, set())] == []


def test_the_command_line_imports_click_and_nothing_heavy() -> None:
    """`sitegen --version` must not pay for Markdown, Jinja or YAML."""
    script = "import sys, sitegen.cli; print(*sorted(m.split('.')[0] for m in sys.modules))"
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    loaded = set(result.stdout.split())
    assert "click" in loaded
    assert not loaded & {"jinja2", "markdown", "yaml", "babel", "icalendar", "msgspec", "rich"}
