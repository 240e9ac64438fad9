"""The layers of the package: imports point one way, and the command line starts light."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "sitegen"

LAYERS = [
    ("patterns",),
    ("model", "digest", "names", "wording"),
    ("errors",),
    ("catalogue",),
    ("disk", "network", "sealing"),
    ("border",),
    ("markup",),
    ("theme",),
    ("plugins",),
    ("config",),
    ("imaging",),
    ("sources",),
    ("site",),
    ("published",),
    ("rendering.words",),
    ("rendering.mail",),
    ("rendering.view",),
    ("rendering.structured",),
    ("rendering.templates",),
    ("rendering.feeds", "rendering.calendars", "rendering.sitemaps", "rendering.private"),
    ("rendering.press",),
    ("rendering",),
    ("engine.own_code", "engine.reasons", "engine.timing"),
    ("engine.tool", "engine.kit_cache"),
    ("engine.options", "engine.output", "engine.snapshot", "engine.file_reader"),
    ("engine.compiled_themes",),
    ("engine.session",),
    ("engine.state",),
    ("engine.workers", "engine.batches"),
    ("engine.images", "engine.search"),
    ("engine.stages",),
    ("engine",),
    ("checking",),
    ("standard",),
    ("report",),
    ("scaffold",),
    ("mailing",),
    ("importing",),
    ("formatting",),
    ("fetching",),
    ("deploying",),
    ("editing",),
    ("server",),
    ("commands",),
    ("cli",),
    ("__main__",),
]
"""A module may import from its own room and from rooms above it in this list.

A room is a folder or a module below `sitegen`, with a dot between steps; a module belongs to the
nearest one that holds it. Rooms on one line know nothing of one another.
"""

RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
LIGHT = {"click", "importlib", "os", "signal", "sys", "sitegen"}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room(name: str) -> str:
    """Return the room of the module *name* (`sitegen.engine.build`); empty if it has none."""
    steps = name.split(".")[1:]
    rooms = (".".join(steps[:end]) for end in range(len(steps), 0, -1))
    return next((room for room in rooms if room in RANK), "")


def module_name(path: Path) -> str:
    return ".".join(("sitegen", *path.relative_to(PACKAGE).with_suffix("").parts))


def imported(path: Path) -> set[str]:
    """Return the sitegen modules that *path* imports, also inside functions and for types alone."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module)
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return {name for name in names if name.startswith("sitegen.")}


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_upwards(path: Path) -> None:
    own = room(module_name(path))
    wrong = {
        name
        for name in imported(path)
        if (other := room(name)) not in ("", own) and RANK[other] >= RANK.get(own, len(LAYERS))
    }

    assert not wrong, f"{path} imports from a room that is not above its own"


def test_every_module_belongs_to_a_room() -> None:
    unknown = {path for path in modules() if not room(module_name(path))}

    assert unknown == {PACKAGE / "__init__.py"}


def test_the_tree_in_the_design_is_the_tree_of_the_program() -> None:
    """Both ways: what it names is there, and each folder of modules stands in it."""
    design = (PACKAGE.parent / "docs" / "design.md").read_text(encoding="utf-8")
    tree = re.search(r"```\nsitegen/\n(.*?)```", design, re.DOTALL)
    assert tree
    above: list[str] = []
    named: set[str] = set()
    for line in filter(None, tree[1].split("\n")):
        depth = (len(line) - len(line.lstrip())) // 2
        names = re.findall(r"[a-z_]+(?:/|\.py)", line.split("   ")[0] + line[:26])
        above = [*above[: depth - 1], names[0].rstrip("/")]
        named |= {"/".join([*above[:-1], name.rstrip("/")]) for name in names}

    folders = {
        path.parent.relative_to(PACKAGE).as_posix() for path in modules() if path.parent != PACKAGE
    }
    assert {name for name in named if not name.endswith(".py")} == folders
    assert all((PACKAGE / name).exists() for name in named)


def test_every_module_says_what_it_is_for() -> None:
    silent = {path for path in modules() if not ast.get_docstring(ast.parse(path.read_text()))}

    assert not silent


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


def test_each_class_has_a_name_of_its_own() -> None:
    """Two rooms that call two things alike riddle: a talk of a programme is no build's session."""
    named: dict[str, list[str]] = {}
    for path in modules():
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                named.setdefault(node.name, []).append(module_name(path))

    assert {name: places for name, places in named.items() if len(places) > 1} == {}
