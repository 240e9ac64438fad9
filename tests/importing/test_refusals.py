"""What stands within the messages about former sites is known to translators."""

import ast
from pathlib import Path

from sitegen.wording.phrases import PHRASES

FOLDER = Path(__file__).parents[2] / "sitegen" / "importing"
CALLS = ("unlike", "unreadable")
NAMES = ("WANTED", "_WANTED", "_WHAT")


def told(tree: ast.Module) -> set[str]:
    """Return the texts of several words that a module gives to those who refuse a source."""
    calls = [
        one
        for one in ast.walk(tree)
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id in CALLS
    ]
    given = [argument for one in calls for argument in one.args]
    given += [
        one.value
        for one in tree.body
        if isinstance(one, ast.Assign)
        and isinstance(one.targets[0], ast.Name)
        and one.targets[0].id in NAMES
    ]
    texts = {one.value for one in given if isinstance(one, ast.Constant)}
    return {text for text in texts if isinstance(text, str) and " " in text}


def test_a_refusal_is_told_in_the_reader_s_language() -> None:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in FOLDER.rglob("*.py")]
    texts = set().union(*map(told, trees))

    assert len(texts) > 10
    assert texts - set(PHRASES) == set()
