"""What a site's own templates say, gathered for its translators; nothing of theirs is lost."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from click.testing import CliRunner, Result

from sitegen.cli import cli
from tests.support import SiteFolder

pytestmark = pytest.mark.slow

FOOTER = "themes/mairie/templates/parts/footer.html"
WORDS = "themes/mairie/locales/{}.po"
HUB = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
theme: mairie
search: false
-- themes/mairie/theme.yaml --
extends: association
-- themes/mairie/templates/parts/footer.html --
{# Translators: at the foot of each page #}
<footer>{% trans %}Read more of us{% endtrans %} {{ _("Home") }}
{{ ngettext("%(num)s boat", "%(num)s boats", 3) }}</footer>
-- content/news/2026-01-10-a.md --
---
title: A
---
Texte.
"""


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SiteFolder:
    site = SiteFolder(tmp_path / "site")
    site.lay_out(HUB)
    monkeypatch.chdir(site.root)
    return site


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["messages", *arguments])


def text_of(site: SiteFolder, path: str) -> str:
    return (site.root / path).read_text(encoding="utf-8")


def ids(site: SiteFolder, language: str) -> list[object]:
    with (site.root / WORDS.format(language)).open("rb") as file:
        return [message.id for message in read_po(file) if message.id]


def test_what_no_theme_below_says_is_gathered(hub: SiteFolder) -> None:
    done = run()

    assert (done.exit_code, done.stdout) == (
        0, f"{WORDS.format('fr')}: 2 messages, 2 to translate\n",
    )  # fmt: skip
    text = text_of(hub, WORDS.format("fr"))
    assert ids(hub, "fr") == ["Read more of us", ("%(num)s boat", "%(num)s boats")]
    assert '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"' in text  # as the theme below counts
    assert "#. at the foot of each page\n#: templates/parts/footer.html\n" in text
    run()
    assert text_of(hub, WORDS.format("fr")) == text


def test_what_is_translated_is_shown_and_stays(hub: SiteFolder) -> None:
    run("fr")
    hub.replace(
        WORDS.format("fr"), '"Read more of us"\nmsgstr ""', '"Read more of us"\nmsgstr "Plus"'
    )
    hub.replace(WORDS.format("fr"), '"Language: fr', '"X-Poedit-Basepath: ../\\n"\n"Language: fr')
    hub.append(FOOTER, '{{ _("New") }}')

    assert "2 to translate" in run("fr").stdout
    text = text_of(hub, WORDS.format("fr"))
    assert 'msgid "Read more of us"\nmsgstr "Plus"' in text
    assert "X-Poedit-Basepath" in text
    hub.build()
    assert "<footer>Plus Accueil" in hub.page("news/a/index.html")


def test_the_head_of_a_catalogue_stays_as_its_owner_wrote_it(hub: SiteFolder) -> None:
    head = '# Ours.\n\nmsgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\nX-Us: 1\\n"\n'
    hub.write(WORDS.format("fr"), f'{head}\n# why\nmsgid "Read more of us"\nmsgstr "Plus"\n')
    run("fr")

    text = text_of(hub, WORDS.format("fr"))
    assert text.startswith(f"{head}\n# why\n#. at the foot")
    assert run("fr").exit_code == 0
    assert text_of(hub, WORDS.format("fr")) == text


def test_a_text_that_changed_keeps_its_translation_as_a_guess(hub: SiteFolder) -> None:
    run("fr")
    hub.replace(
        WORDS.format("fr"), '"Read more of us"\nmsgstr ""', '"Read more of us"\nmsgstr "Plus"'
    )
    hub.replace(FOOTER, "Read more of us", "Read more from us")
    run("fr")
    hub.build()

    assert '#, fuzzy\nmsgid "Read more from us"\nmsgstr "Plus"' in text_of(hub, WORDS.format("fr"))
    assert "<footer>Read more from us" in hub.page("news/a/index.html")
    hub.replace(FOOTER, "Read more from us", "Who, where, when, why and what for")
    run("fr")
    assert '#~ msgid "Read more from us"' in text_of(hub, WORDS.format("fr"))


def test_a_site_in_several_languages_has_a_catalogue_for_each(hub: SiteFolder) -> None:
    hub.append("site.yaml", "languages: {fr: {}, br: {title: Hub}, en: {title: Hub}}\n")
    told = run().stdout.splitlines()

    assert [line.partition(":")[0] for line in told] == [
        WORDS.format(language) for language in ("fr", "br", "en")
    ]
    assert "nothing to translate" in told[2]


def test_check_writes_nothing_and_names_what_lacks(hub: SiteFolder) -> None:
    done = run("--check")

    assert done.exit_code == 1
    assert done.stderr.count("[SG613]") == 2
    assert not (hub.root / WORDS.format("fr")).exists()


def test_a_language_that_no_theme_has_gets_all_words(hub: SiteFolder) -> None:
    run("pl")

    messages = ids(hub, "pl")
    assert {"Home", "Skip to content", "Read more of us"} < set(messages)
    assert "nplurals=3" in text_of(hub, WORDS.format("pl"))
    run("br")
    assert text_of(hub, WORDS.format("br")).count("msgstr[4]") == 1  # Breton has five forms


def test_with_all_the_words_below_stand_beside(hub: SiteFolder) -> None:
    every = run("fr", "--all")

    assert "#. below: Accueil" in text_of(hub, WORDS.format("fr"))
    assert every.stdout.endswith(", 2 to translate\n")
    hub.replace(WORDS.format("fr"), 'msgid "Home"\nmsgstr ""', 'msgid "Home"\nmsgstr "Début"')
    run("fr")
    assert set(ids(hub, "fr")) == {"Home", "Read more of us", ("%(num)s boat", "%(num)s boats")}


@pytest.mark.parametrize(
    ("arguments", "files", "told"),
    [
        (["Klingon!"], {}, "SG054"),
        (["../../fr"], {}, "SG054"),
        ([], {WORDS.format("fr"): 'msgid "x"\nmgstr "y"\n'}, "SG615"),
        ([], {WORDS.format("fr"): 'msgid "x"\nmsgstr[z] "y"\n'}, "SG330"),
        ([], {FOOTER: "{% trans %}"}, "SG081"),
        ([], {"site.yaml": "title: Hub\nurl: https://hub.example.org/\ntheme: none\n"}, "SG055"),
    ],
)
def test_what_cannot_be_read_is_told_and_left_as_it_stands(
    hub: SiteFolder, arguments: list[str], files: dict[str, str], told: str
) -> None:
    for path, text in files.items():
        hub.write(path, text)
    done = run(*arguments)

    assert done.exit_code in (1, 2)
    assert f"[{told}]" in done.stderr
    assert done.stdout == ""  # nor what Babel says of it, in English
    assert {path: text_of(hub, path) for path in files} == files
    assert not list(hub.root.rglob("*.po~"))


def test_a_site_without_words_of_its_own_has_nothing_to_translate(hub: SiteFolder) -> None:
    hub.write("site.yaml", "title: Hub\nurl: https://hub.example.org/\n")
    done = run("de")

    assert "nothing to translate" in done.stdout
    assert not (hub.root / "themes/association").exists()
