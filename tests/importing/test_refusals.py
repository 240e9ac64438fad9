"""What stands within the messages about former sites is known to translators."""

import ast
from pathlib import Path

from sitegen.wording.phrase_list import PHRASES

FOLDER = Path(__file__).parents[2] / "sitegen" / "importing"
CALLS = ("unlike", "unreadable")
NAMES = ("WANTED", "_WANTED", "_WHAT")


def told(tree: ast.Module) -> set[str]:
    """Return the texts of several words that a module gives to those who refuse a source."""
    calls = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS
    ]
    given = [argument for call in calls for argument in call.args]
    given += [
        statement.value
        for statement in tree.body
        if isinstance(statement, ast.Assign)
        and isinstance(statement.targets[0], ast.Name)
        and statement.targets[0].id in NAMES
    ]
    texts = {argument.value for argument in given if isinstance(argument, ast.Constant)}
    return {text for text in texts if isinstance(text, str) and " " in text}


def test_a_refusal_is_told_in_the_reader_s_language() -> None:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in FOLDER.rglob("*.py")]
    texts = set().union(*map(told, trees))

    assert len(texts) > 10
    assert texts - set(PHRASES) == set()
