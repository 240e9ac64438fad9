"""Menus of former sites come over, as far as menus here can say them."""

from pathlib import Path

import pytest

from sitegen.importing.former import FormerLine
from sitegen.importing.menus import menu_lines
from tests.importing.imported import import_from, write_files

TEXT = "---\ntitle: {title}\n---\nTexte.\n"


def test_lines_are_found_whatever_they_are_called() -> None:
    """What stands below a line that leads nowhere takes its place."""
    written = {
        "main": [
            {"title": "Nous", "url": "{{ site.baseurl }}/nous/"},
            {"name": "Liens", "children": [{"label": "Région", "href": "https://r.example/"}]},
            {"text": "Actus", "pageRef": "/actus", "dropdown": [{"title": "Une", "url": "/une/"}]},
            ("Contact", "/contact/"),
            "rien",
            {"title": "Vide", "url": "#"},
        ],
        "footer": [{"title": "Mentions", "url": "/mentions/"}],
    }

    assert menu_lines(written) == (
        FormerLine(title="Nous", address="/nous/"),
        FormerLine(title="Région", address="https://r.example/"),
        FormerLine(title="Actus", address="/actus"),
        FormerLine(title="Contact", address="/contact/"),
    )
    assert menu_lines({"title": "Aucun"}) == menu_lines(None) == ()


SITES = {
    "jekyll": {
        "_config.yml": "title: T\nurl: https://t.example\npermalink: pretty\n",
        "_data/navigation.yml": "- {title: Nous, url: https://t.example/nous/}\n"
        "- {title: Ailleurs, url: 'https://a.example/'}\n",
        "nous.md": TEXT.format(title="Nous"),
    },
    "hugo": {
        "hugo.toml": 'title = "T"\ndefaultContentLanguage = "fr"\n'
        '[languages.en]\ncontentDir = "content/english"\n'
        '[languages.fr]\ncontentDir = "content/french"\n'
        '[[Languages.fr.menu.main]]\nname = "Ailleurs"\nurl = "https://a.example/"\nweight = 2\n'
        '[[Languages.fr.menu.main]]\nname = "Nous"\nurl = "nous"\nweight = 1\n',
        "content/french/nous.md": TEXT.format(title="Nous"),
        "content/english/us.md": TEXT.format(title="Us"),
    },
    "pelican": {
        "pelicanconf.py": "SITENAME = 'T'\nMENUITEMS = (('Nous', '/pages/nous.html'),"
        " ('Ailleurs', 'https://a.example/'))\n",
        "content/pages/nous.md": "Title: Nous\n\nTexte.\n",
    },
    "eleventy": {
        "eleventy.config.js": "export default function () {}\n",
        "nous.md": "---\ntitle: Nous\neleventyNavigation: {key: nous, order: 1}\n---\nTexte.\n",
    },
}


@pytest.mark.parametrize("kind", SITES)
def test_the_menu_of_each_kind_leads_to_the_same_texts(kind: str, tmp_path: Path) -> None:
    write_files(tmp_path / "former", SITES[kind])

    moved = import_from(kind, tmp_path / "former", tmp_path / "hub")

    elsewhere = {"title": "Ailleurs", "url": "https://a.example/"}
    nous = "pages/nous.md" if kind == "pelican" else "nous.md"
    expected = [nous] if kind == "eleventy" else [nous, elsewhere]
    assert moved.settings["menus"]["main"] == expected
    assert moved.build() == []


def test_each_language_of_hugo_may_have_a_folder_of_its_own(tmp_path: Path) -> None:
    """That of the site's language is no section, and no part of an address."""
    write_files(tmp_path / "former", SITES["hugo"])

    moved = import_from("hugo", tmp_path / "former", tmp_path / "hub", "/nous/", "/en/us/")

    assert moved.texts == ["en/us.md", "nous.md"]
    assert moved.front("en/us.md") == {"title": "Us"}
    assert list(moved.settings["languages"]) == ["en"]
    assert moved.report.lost == []
