"""Markup under keys whose text is plain."""

from collections.abc import Callable

import pytest

from sitegen.checking.editorial.arguments import check_arguments
from sitegen.checking.editorial.keys import check_keys
from sitegen.config import SiteFile
from sitegen.engine.inspection import Inspection
from sitegen.errors import Diagnostic
from sitegen.markup.typesetting import prose_of
from sitegen.model import FrontMatter
from tests.checking.texts import text_of
from tests.support import SiteFolder

MARKUP = [
    ("**gratuit**", "gratuit"),
    ("Le *Courrier*,", "Courrier,"),
    ("_Le Monde_", "Le Monde"),
    ("__fort__", "fort"),
    ("~~ancien~~", "ancien"),
    ("`commande`", "commande"),
    ("[la salle](https://example.org/a_b)", "la salle"),
    ("<https://example.org/>", "https://example.org/"),
    ("<b>gras</b>", "gras"),
    ("un<br>deux", "un deux"),
    ("un<br />deux", "un deux"),
    ('<span class="x">mot</span>', "mot"),
    ("m<sup>2</sup>", "m²"),
    ("R&amp;D", "R&D"),
    ("caf&eacute;", "café"),
    ("l&#8217;eau", "l’eau"),
    ("l&#x2019;eau", "l’eau"),
    ("Angers&nbsp;Loire", "Angers Loire"),
    ("# Forum", "Forum"),
]
SOUND = [
    "Tarif* réduit", "* sous conditions", "3 * 4 * 5", "5*6*7", "étudiant*es et salarié*es",
    "snake_case_name", "a _ b", "photo_01_b.jpg", "R&D", "AT&T; et Q&A;", "Moi & vous",
    "1 < 2 > 1", "Les <jeunes>", "I <3 Angers", "[vidéo] Le forum", "(voir [1])", "C# et F#",
    "#eau", "n°1 ~ 2", "~10 ~20", "l`eau", "*", "_", "&", "**", "5 * étoiles, 3 *", "https://a.org/x_y_z",
    "@_compte_", "a*b et c*d",
]  # fmt: skip


@pytest.fixture
def site(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    return make_site("-- site.yaml --\ntitle: Le hub\nurl: https://hub.example.org/\n")


def told_of(site: SiteFolder) -> list[Diagnostic]:
    def look(inspection: Inspection) -> list[Diagnostic]:
        written = SiteFile((site.root / "site.yaml").read_bytes())
        return check_keys(inspection.session.index, written, inspection.scan.content)

    return site.inspect(look)


def test_markup_is_told_with_the_plain_words(site: SiteFolder) -> None:
    for number, (text, _) in enumerate(MARKUP):
        site.write(f"content/{number:02}.md", f"---\ntitle: T\nsummary: {quoted(text)}\n---\n")

    told = {
        (diagnostic.path, diagnostic.line, diagnostic.column): diagnostic
        for diagnostic in told_of(site)
    }

    assert [diagnostic.values["suggestion"] for diagnostic in told.values()] == [
        plain for _, plain in MARKUP
    ]
    assert {diagnostic.code for diagnostic in told.values()} == {"markup-in-key"}
    assert [place[1:] for place in told] == [(3, 10)] * len(MARKUP)


def test_lone_signs_are_words_like_others(site: SiteFolder) -> None:
    for number, text in enumerate(SOUND):
        site.write(f"content/{number:02}.md", f"---\ntitle: {quoted(text)}\n---\nDu **gras**.\n")

    assert [diagnostic.values for diagnostic in told_of(site)] == []


@pytest.mark.parametrize(
    ("front", "key", "line"),
    [
        ("title: Le *hub*", "title", 2),
        ("title: T\ntags: [eau, Le *hub*]", "tags", 3),
        ("title: T\nauthor: Le *hub*", "author", 3),
        ("title: T\nkind: Le *hub*", "kind", 3),
        ("title: T\nplace: Le *hub*", "place", 3),
        ("title: T\nsignatories: [Le *hub*]", "signatories", 3),
        ("title: T\nsource: {name: Le *hub*}", "source.name", 3),
        ("title: T\nimage:\n  src: a.svg\n  alt: a\n  caption: Le *hub*", "image.caption", 6),
        ("title: T\nimage: {src: a.svg, alt: Le *hub*}", "image.alt", 3),
        ("title: T\nimage: {src: a.svg, alt: a, credit: Le *hub*}", "image.credit", 3),
        ("title: T\nevent:\n  start: 2027-01-01\n  name: Le *hub*", "event.name", 5),
        ("title: T\nevent: {start: 2027-01-01, location: {name: Le *hub*}}", "event.location.name",
         3),
    ],
)  # fmt: skip
def test_every_key_that_readers_see_is_read(
    site: SiteFolder, front: str, key: str, line: int
) -> None:
    site.write("content/a.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>")
    site.write("content/x.md", f"---\n{front}\n---\n")

    (diagnostic,) = told_of(site)

    assert (diagnostic.path, diagnostic.line, diagnostic.values["key"]) == (
        "content/x.md",
        line,
        key,
    )
    assert (diagnostic.values["text"], diagnostic.values["suggestion"]) == ("*hub*", "hub")


def test_settings_and_data_are_read_too(site: SiteFolder) -> None:
    site.append("site.yaml", "description: Le <b>hub</b>\n")
    site.write("content/_data/venues.yaml", "salle:\n  name: Salle\n  city: Angers&nbsp;Loire\n")
    site.write("content/_data/organisations.json", '{"a":\n  {"name": "*Asso*"}}')
    site.write("content/_data/press.yaml", "sections: [news]\nintroduction: Du **gras**\n")
    mention = "- {medium: A, title: B, date: 2026-01-01}\n- medium: <b>Ouest</b>\n"
    site.write("content/_data/coverage.yaml", f"{mention}  title: C\n  date: 2026-01-02\n")
    site.write("content/_index.md", "---\ntitle: A\nsummary: Un **mot**\n---\n")

    told = {
        (diagnostic.path, diagnostic.line): diagnostic.values["suggestion"]
        for diagnostic in told_of(site)
    }

    assert told == {
        ("content/_index.md", 3): "mot",
        ("site.yaml", 3): "hub",
        ("content/_data/venues.yaml", 3): "Angers Loire",
        ("content/_data/organisations.json", 2): "Asso",
        ("content/_data/press.yaml", 2): "gras",
        ("content/_data/coverage.yaml", 2): "Ouest",
    }


def test_drafts_are_not_read(site: SiteFolder) -> None:
    site.write("content/x.md", "---\ntitle: Le *hub*\ndraft: true\n---\n")

    assert told_of(site) == []


def test_every_prose_has_its_key() -> None:
    front = FrontMatter(title="a", tags=("b", "c"))

    assert list(prose_of(front)) == [("title", "a"), ("tags.0", "b"), ("tags.1", "c")]


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('::: quote Ana role="**maire** de Tours"', ["5:21 **maire**"]),
        ('::: figure a.jpg alt="Une salle" caption="Le <b>forum</b>" credit="M. *Petit*"',
         ["5:46 <b>forum</b>", "5:71 *Petit*"]),
        ('::: quote Ana role="maire, 5*6*7"', []),
        ('```\n::: quote Ana role="**maire**"', []),
    ],
)  # fmt: skip
def test_arguments_of_shortcodes_are_read_too(line: str, told: list[str]) -> None:
    content = "\nNous.\n:::" if "quote" in line else ""

    diagnostics = check_arguments(text_of(f"Un texte.\n{line}{content}"))

    assert [
        f"{diagnostic.line}:{diagnostic.column} {diagnostic.values['text']}"
        for diagnostic in diagnostics
    ] == told
