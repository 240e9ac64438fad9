"""A key that hides is told where the text of another key took it in, and nothing else is."""

import pytest

from sitegen.border.yaml_nodes import compose
from sitegen.sources.swallowed import swallowed_keys


def swallowed(text: str) -> list[tuple[str, str, int, int]]:
    node = compose(text, "", 1, [])
    assert node is not None
    return list(swallowed_keys(node, text))


@pytest.mark.parametrize(
    ("text", "key", "holder", "line", "column"),
    [
        ("title: A\nsummary: >\n  Un.\n  access: bureau\n", "access", "summary", 4, 3),
        ('summary: |-\n  Un.\n  access: "bureau" # eux\ntitle: A\n', "access", "summary", 3, 3),
        ('summary: "Un.\n  access: bureau\n  Deux."\n', "access", "summary", 2, 3),
        (
            "event:\n  status_text: >\n    Un.\n    draft: true\n",
            "draft",
            "event.status_text",
            4,
            5,
        ),
        ("summary: >\n  Un.\n  brouillon: oui\n", "brouillon", "summary", 3, 3),
        ("summary: >\n  Un.\n  privé : oui\n", "privé", "summary", 3, 3),
        ("summary: |\n  mot de passe: oui # hop\n", "mot de passe", "summary", 2, 3),
        ('summary: "Un.\n  private: true\n  Deux."\n', "private", "summary", 2, 3),
        ("summary: >\n  published: false\n", "published", "summary", 2, 3),
        ("summary: >\n  embargo: 2027-01-02 09:00\n", "embargo", "summary", 2, 3),
        ("tags:\n  - >\n    Un.\n    expires: 2027-01-02\n", "expires", "tags", 4, 5),
        ("summary: >\n  access : bureau\n", "access", "summary", 2, 3),
        ("summary: >\n  access\u00a0:\u00a0bureau\n", "access", "summary", 2, 3),
    ],
)
def test_a_key_that_hides_is_told(text: str, key: str, holder: str, line: int, column: int) -> None:
    assert swallowed(text) == [(key, holder, line, column)]


@pytest.mark.parametrize(
    "text",
    [
        "summary: >\n  Un.\naccess: bureau\n",
        "event:\n  access: bureau\n",
        "preview:\n  access: bureau\nsummary: >\n  Un.\n",
        "summary: >\n  Access: bureau\n",
        "summary: >\n  access: by the door of the yard\n",
        "summary: >\n  draft: false\n",
        "summary: >\n  embargo: 14 h\n",
        "summary: >\n  membres: 12\n",
        "summary: >\n  privé: non\n",
        "summary: >\n  published: yes\n",
        "summary: >\n  draft: yesterday\n",
        "summary: >\n  interne : ou externe ?\n",
        "summary: >\n  No access: members\n",
        "# access: bureau\ntitle: A\n",
        "summary: >\n  Un.\n# access: bureau\ntitle: A\n",
    ],
)
def test_words_are_words(text: str) -> None:
    assert swallowed(text) == []
