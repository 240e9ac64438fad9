"""Somebody at a terminal answers `sitegen new` and `sitegen init`: as people do."""

from pathlib import Path

import pytest
import yaml

from tests.scaffold.terminal import END, INTERRUPT, converse

SITE = """title: Hub
url: https://hub.example.org/
language: fr
"""
DAY = "2026-11-22"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "site.yaml").write_text(SITE, encoding="utf-8")
    (tmp_path / "content").mkdir()
    return tmp_path


def documents(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*.md"))


def test_accents_are_kept_and_what_cannot_be_is_asked_again(root: Path) -> None:
    """No number of the list, no number at all, an empty title, spaces alone."""
    shown = converse(
        root,
        ["new"],
        [
            ("[1]: ", "9\r"),
            ("[1]: ", "deux\r"),
            ("[1]: ", "2\r"),
            ("Tit", "\r"),
            ("An answer is needed here.", "   \r"),
            ("An answer is needed here.", "  L’été à Noël : œuvres, « çà » & là 😀  \r"),
        ],
    )

    (path,) = documents(root)
    text = (root / path).read_text(encoding="utf-8")
    assert path.endswith(f"{DAY}-l-ete-a-noel-oeuvres-ca-la.md"), path
    assert 'title: "L’été à Noël : œuvres, « çà » & là 😀"\n' in text
    assert "Traceback" not in shown


@pytest.mark.parametrize(
    "keys", [INTERRUPT, END, f"Un ti{INTERRUPT}"], ids=["Ctrl-C", "Ctrl-D", "within an answer"]
)
def test_who_leaves_new_leaves_nothing_behind(root: Path, keys: str) -> None:
    shown = converse(root, ["new", "actualité"], [("Tit", keys)], code=130)

    assert documents(root) == []
    assert "interrupted; nothing was written" in shown
    assert "Traceback" not in shown


@pytest.mark.parametrize("key", [INTERRUPT, END], ids=["Ctrl-C", "Ctrl-D"])
def test_who_leaves_init_leaves_nothing_behind(tmp_path: Path, key: str) -> None:
    talk = [("[1]: ", "1\r"), ("Notre association]: ", key)]
    shown = converse(tmp_path, ["init", "hub"], talk, code=130)

    assert list(tmp_path.iterdir()) == []
    assert "Traceback" not in shown


def test_the_wizard_speaks_french_and_asks_again_for_what_cannot_be(tmp_path: Path) -> None:
    converse(
        tmp_path,
        ["init", "hub"],
        [
            ("[1]\u00a0: ", "0\r"),
            ("[1]\u00a0: ", "fr\r"),
            ("Notre association]\u00a0: ", "Communes de l’Île-d’Œuvre\r"),
            ("Œuvre]\u00a0: ", "\r"),
            ("example.org/]\u00a0: ", "\r"),
            ("\u00a0: ", "écrire\r"),
            (
                "pour les lecteurs\u202f»\u00a0: `écrire` ne convient pas",
                "contact@exemple.fr\r",
            ),
            ("\u00a0: ", "bleu vif\r"),
            ("SG219", '"#0b5d66"\r'),  # exactly as the refusal proposes it
            ("[1]\u00a0: ", "3\r"),
            ("Dépôt des textes", "\r"),
        ],
        language="fr",
    )

    config = yaml.safe_load((tmp_path / "hub/site.yaml").read_text(encoding="utf-8"))
    assert config["title"] == config["organisation"]["name"] == "Communes de l’Île-d’Œuvre"
    assert config["organisation"]["email"] == "contact@exemple.fr"
    assert config["theme_options"] == {"accent": "#0b5d66"}
    assert not (tmp_path / "hub/.github").exists()


def test_an_event_that_ends_before_it_begins_is_asked_again(root: Path) -> None:
    converse(
        root,
        ["new", "événement", "Forum"],
        [
            ("09:30): ", "2027-03-02\r"),
            ("know): ", "2027-02-03\r"),
            ("SG070", "2027-03-03\r"),
            ("Where", "\r"),
        ],
    )

    (path,) = documents(root)
    assert "  end: 2027-03-03" in (root / path).read_text(encoding="utf-8")
