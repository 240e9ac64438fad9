"""What readers did not see, however it is said, or where nobody can read it: never published."""

from pathlib import Path

import pytest

from tests.importing.imported import import_from, write_files

PLACES = {
    "jekyll": ({"_config.yml": "title: T\n"}, "_posts/2020-01-01-a.md"),
    "hugo": ({"hugo.toml": 'title = "T"\n'}, "content/posts/a.md"),
    "pelican": ({"pelicanconf.py": "SITENAME = 'T'\n"}, "content/a.md"),
    "eleventy": ({"eleventy.config.js": ""}, "posts/2020-01-01-a.md"),
}
"""By kind, what makes a site of it, and where a text stands."""
UNREADABLE = (
    '---\ntitle: "Sans fin\ndraft: true\n---\nTexte.\n',
    f"---\ntitle: T\ndeep: {'[' * 70}{']' * 70}\n---\nTexte.\n",
)
HIDDEN = {
    "jekyll": (
        "published: no",
        "published: 'false'",
        "draft: true",
        "password: abc",
        "embargo: vendredi matin",
    ),
    "hugo": (
        "draft: 'true'",
        "headless: true",
        "build: {render: never}",
        "_build: {render: false}",
    ),
    "pelican": ("status: Draft", "status: privé", "private: yes"),
    "eleventy": ("draft: 'yes'", "permalink: false", "embargo: true"),
}
SHOWN = {
    "jekyll": "published: true",
    "hugo": "draft: 'false'",
    "pelican": "status: published",
    "eleventy": "draft: no",
}
ODD = """title: [a, {b: c}]
tags: {a: b}
author: {x: y}
slug: [a]
aliases: 3
image: [1, {a: 2}]
permalink: 'http://[x'
url: 'http://[x'
lang: 3
date: 0001-01-01T00:00:00+14:00
lastmod: 9999-12-31T23:59:59-12:00
start: jamais"""
"""Values of types that no key has, addresses that are none, days beyond the calendar."""


def standings(tmp_path: Path, kind: str, head: str) -> list[bool]:
    """Return whether each text of an import is a draft; the only one has *head*."""
    files, place = PLACES[kind]
    write_files(tmp_path / "former", {**files, place: head})
    moved = import_from(kind, tmp_path / "former", tmp_path / "hub")
    return [moved.front(text).get("draft", False) for text in moved.texts]


@pytest.mark.parametrize("head", UNREADABLE, ids=["broken", "deep"])
@pytest.mark.parametrize("kind", PLACES)
def test_a_text_whose_head_cannot_be_read_is_a_draft(kind: str, head: str, tmp_path: Path) -> None:
    assert standings(tmp_path, kind, head) == [True]


@pytest.mark.parametrize(
    ("kind", "said"), [(kind, said) for kind, many in HIDDEN.items() for said in many]
)
def test_what_was_hidden_in_any_spelling_is_a_draft(kind: str, said: str, tmp_path: Path) -> None:
    assert standings(tmp_path, kind, f"---\ntitle: T\n{said}\n---\nTexte.\n") == [True]


@pytest.mark.parametrize("kind", PLACES)
def test_what_is_said_to_be_public_is(kind: str, tmp_path: Path) -> None:
    assert standings(tmp_path, kind, f"---\ntitle: T\n{SHOWN[kind]}\n---\nTexte.\n") == [False]


@pytest.mark.parametrize("kind", PLACES)
def test_values_that_no_key_has_stop_nothing(kind: str, tmp_path: Path) -> None:
    assert standings(tmp_path, kind, f"---\n{ODD}\n---\n[a](http://[x)\n") == [False]


SETTINGS = {
    "hugo": {"content/posts/_index.md": "---\ntitle: P\ncascade: {build: {render: never}}\n---\n"},
    "pelican": {"pelicanconf.py": "IGNORE_FILES = ['a.*']\nARTICLE_EXCLUDES = ['autres']\n",
                "content/autres/b.md": "Title: B\n\nTexte.\n"},
    "eleventy": {"posts/posts.json": '{"draft": true}'},
}  # fmt: skip
"""By kind, what keeps texts from being published without a word in them."""


@pytest.mark.parametrize("kind", SETTINGS)
def test_what_settings_kept_back_is_a_draft(kind: str, tmp_path: Path) -> None:
    files, place = PLACES[kind]
    write_files(tmp_path / "former", {**files, place: "---\ntitle: T\n---\nTexte.\n"})
    write_files(tmp_path / "former", SETTINGS[kind])
    moved = import_from(kind, tmp_path / "former", tmp_path / "hub")

    assert all(moved.front(text).get("draft") for text in moved.texts)


COMMENTS = {
    "jekyll": "{%- comment -%}\nsecret\n\n{{ secret }}{% endcomment %}",
    "hugo": "{{< comment >}}\nsecret\n\n{{< /comment >}}",
    "eleventy": "{# secret\n\nsecret #}",
}


@pytest.mark.parametrize("kind", COMMENTS)
def test_what_templates_hid_stays_hidden(kind: str, tmp_path: Path) -> None:
    files, place = PLACES[kind]
    text = f"---\ntitle: T\n---\nVu. {COMMENTS[kind]}\n\n## Plus {{#plus}}\n"
    write_files(tmp_path / "former", {**files, place: text})
    moved = import_from(kind, tmp_path / "former", tmp_path / "hub")

    assert moved.body(moved.texts[0]) == "Vu. \n\n## Plus {#plus}"
