"""A plugin that is gone or fails is told in one line; what it made stays; all else is built."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.engine.options import BuildReport
from sitegen.plugins import calling
from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
theme: mini
plugins: [./plugins/tools.py]
-- themes/mini/templates/article.html --
{{ entry.title }} {{ entry.extra.mark }} {{ body }} {{ site.count_of("eau") }}
-- themes/mini/templates/page.html --
{{ entry.title | loud }} {{ body }}
-- themes/mini/templates/home.html --
{% for one in site.articles(9) %}{{ one.title }} {% endfor %}
-- themes/mini/templates/section.html --
{{ section.title }}
-- themes/mini/templates/404.html --
-- themes/mini/templates/archive.html --
-- themes/mini/templates/archives.html --
-- themes/mini/templates/tag.html --
-- themes/mini/templates/tags.html --
-- themes/mini/templates/redirect.html --
-- themes/mini/templates/box.html --
-- content/news/2026-01-01-first.md --
---
title: First
tags: [eau]
---
Un.
-- content/news/2026-01-02-second.md --
---
title: Second
---
Deux.

::: stamp rouge
-- content/about.md --
---
title: About
---
Trois.
-- plugins/tools.py --
'''What the tests need.'''
from sitegen.plugins import Plugin

plugin = Plugin()


@plugin.documents
def mark(document):
    return document.replace(extra={"mark": "«" + document.title + "»"})


@plugin.filter
def loud(value):
    return value.upper()


@plugin.question
def count_of(facts, tag):
    return sum(tag in [one.name for one in entry.tags] for entry in facts.entries)


@plugin.shortcode
def stamp(site, colour: str):
    return "tampon " + colour
"""
TOOLS = "plugins/tools.py"
FIRST = "content/news/2026-01-01-first.md"


def errors(report: BuildReport) -> list[tuple[str, str, int]]:
    return [(error.code, error.path, error.line) for error in report.errors]


@pytest.fixture
def built(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    site = make_site(SITE)
    site.age()
    report = site.build()
    assert report.diagnostics == []
    assert "«First»" in site.page("news/first/index.html")
    assert "ABOUT" in site.page("about/index.html")
    assert "tampon rouge" in site.page("news/second/index.html")
    return site


def _gone(site: SiteFolder) -> None:
    site.remove(TOOLS)


def _broken(site: SiteFolder) -> None:
    site.replace(TOOLS, "plugin = Plugin()", "plugin = Plugin()\nraise OSError('no disk')")


def _mistyped(site: SiteFolder) -> None:
    site.replace(TOOLS, "plugin = Plugin()", "plugin = = Plugin()")


def _too_new(site: SiteFolder) -> None:
    site.replace(TOOLS, "Plugin()", 'Plugin(sitegen="99.0")')


def _empty(site: SiteFolder) -> None:
    site.write(TOOLS, "")


def _leaving(site: SiteFolder) -> None:
    site.replace(TOOLS, "plugin = Plugin()", "import sys\nsys.exit(3)")


@pytest.mark.parametrize(
    ("lose", "told"),
    [
        (_gone, ("plugin-file-missing", "site.yaml", 4)),
        (_broken, ("plugin-failed", TOOLS, 5)),
        (_mistyped, ("plugin-failed", TOOLS, 4)),
        (_too_new, ("plugin-wants-sitegen", TOOLS, 0)),
        (_empty, ("plugin-none", TOOLS, 0)),
        (_leaving, ("plugin-failed", TOOLS, 5)),
    ],
    ids=["gone", "broken", "mistyped", "too new", "empty", "leaving"],
)
def test_one_that_is_not_at_work_is_one_line_and_loses_nothing(
    built: SiteFolder, lose: Callable[[SiteFolder], None], told: tuple[str, str, int]
) -> None:
    before = built.tree()
    lose(built)

    report = built.build()

    assert errors(report) == [told]
    assert built.tree() == before
    assert report.written == []


def test_all_else_is_built_while_a_plugin_is_gone(built: SiteFolder) -> None:
    before = built.tree()
    _gone(built)
    built.replace(FIRST, "title: First", "title: Premier")
    built.write("themes/mini/templates/section.html", "Les nouvelles")

    report = built.build()

    assert [told[0] for told in errors(report)] == ["plugin-file-missing"]
    assert built.page("news/index.html").strip() == "Les nouvelles"
    after = built.tree()
    assert after["news/first/index.html"] == before["news/first/index.html"]
    assert "First" in built.page("index.html")

    built.write(TOOLS, SITE.partition(f"-- {TOOLS} --\n")[2])
    assert built.build().diagnostics == []
    assert "«Premier»" in built.page("news/first/index.html")


def test_a_shortcode_of_a_plugin_that_was_left_out_is_told_in_the_texts_alone(
    built: SiteFolder,
) -> None:
    built.replace("site.yaml", "plugins: [./plugins/tools.py]\n", "")
    built.write("themes/mini/templates/article.html", "{{ entry.title }} {{ body }}")
    built.write("themes/mini/templates/page.html", "{{ entry.title }} {{ body }}")

    report = built.build()

    assert errors(report) == [("shortcode-unknown", "content/news/2026-01-02-second.md", 6)]
    assert "tampon rouge" in built.page("news/second/index.html")


def test_a_text_that_is_withdrawn_goes_while_a_plugin_is_gone(built: SiteFolder) -> None:
    _gone(built)
    built.replace(FIRST, "title: First", "draft: true\ntitle: First")

    built.build()

    assert not built.has("news/first/index.html")
    assert "First" not in built.page("index.html")


def test_without_a_state_nothing_is_taken_away(built: SiteFolder) -> None:
    before = built.tree()
    (built.root / ".sitegen/state.db").unlink()
    _gone(built)

    report = built.build()

    assert {"plugin-file-missing", "nothing-written"} <= {told[0] for told in errors(report)}
    assert built.tree() == before


def test_in_a_fresh_checkout_one_that_is_gone_is_one_line_too(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    _gone(site)
    site.append(FIRST, "\n[Les membres](/membres/)\n")
    site.append("themes/mini/templates/section.html", "{{ loud() }}{{ site.part('own.html') }}")
    site.write("content/other.md", "---\ntitle: Autre\nsumary: x\n---\n")

    report = site.build()

    assert errors(report) == [
        ("unknown-key-near", "content/other.md", 3),
        ("plugin-file-missing", "site.yaml", 4),
    ]
    assert site.has("index.html")
    assert not [path for path, raw in site.tree().items() if b"tampon" in raw or b":::" in raw]
    checked = {diagnostic.code for diagnostic in site.check()}
    assert "plugin-file-missing" in checked
    assert not checked & {"shortcode-unknown", "template-missing", "template-failed", "broken-link"}


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ('"""\\\n<p>\n{{ nothing.at_all }}\n</p>"""', 6),
        ('"<p>\\n{{ nothing.at_all }}</p>"', 4),
        ('"<p>" + "{" * 2 + " nothing.at_all }}</p>"', 0),
        ("__import__('pathlib').Path(__file__).with_name('own.html').read_text()", 2),
    ],
    ids=["as it is", "in one line", "put together", "a file of its own"],
)
def test_a_mistake_in_a_template_is_told_where_the_plugin_has_it(
    make_site: Callable[[str], SiteFolder], written: str, line: int
) -> None:
    site = make_site(SITE)
    code = SITE.partition(f"-- {TOOLS} --\n")[2]
    code = code.replace(
        "plugin = Plugin()", f"OWN = {written}\nplugin = Plugin(templates={{'o': OWN}})"
    )
    site.write("plugins/tools/own.html", "<p>\n{{ nothing.at_all }}\n</p>\n")
    site.write("plugins/tools/__init__.py", code.replace('"tampon " + colour', "site.part('o')"))
    site.replace("site.yaml", "tools.py", "tools")

    report = site.build()

    name = "own.html" if line == 2 else "__init__.py"
    assert errors(report) == [("template-failed", f"plugins/tools/{name}", line)]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("return value.upper()", "return value.upper() + 1", ("plugin-failed-at", 14)),
        ("return sum(", "return 1 / 0 or sum(", ("plugin-failed-at", 19)),
        ('return "tampon "', "return 7 or", ("plugin-returned", 22)),
        ("return document.replace", "return None or str", ("plugin-failed-at", 9)),
        ("return document.replace", "return len(str())  # ", ("plugin-returned", 7)),
        ("return sum(", "return facts.entries[0].__class__ or (", ("plugin-returned", 17)),
        ("return value.upper()", "raise SystemExit(1)", ("plugin-failed-at", 14)),
        ("return value.upper()", "raise GeneratorExit", ("plugin-failed-at", 14)),
        ("return sum(", "return facts.input('none') or sum(", ("plugin-failed-at", 19)),
        ('return "tampon "', "return chr(0xD800) or", ("plugin-failed-at", 22)),
        (
            "return document.replace",
            "return document.replace(html=chr(0xD800)) or str",
            ("plugin-failed-at", 7),
        ),
        (
            "return document.replace",
            "return document.replace(tags='a') or str",
            ("plugin-returned", 7),
        ),
        (
            "return document.replace",
            "document.extra['x'] = 1\n    return document.replace",
            ("plugin-failed-at", 9),
        ),
        (
            "return document.replace",
            "document.title = 'Moi'\n    return document.replace",
            ("plugin-failed-at", 9),
        ),
        (
            "return sum(",
            "facts.entries[0].title = 'Moi'\n    return sum(",
            ("plugin-failed-at", 19),
        ),
        (
            "return sum(",
            "facts.entries[0].extra['mark'] = 'Moi'\n    return sum(",
            ("plugin-failed-at", 19),
        ),
    ],
)
def test_a_mistake_is_told_once_at_the_plugins_line(
    built: SiteFolder, old: str, new: str, told: tuple[str, int]
) -> None:
    before = built.tree()
    built.replace(TOOLS, old, new)

    report = built.build()

    assert errors(report) == [(told[0], TOOLS, told[1])]
    assert built.tree() == before


def test_one_that_hangs_is_ended_and_told(
    built: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calling, "SECONDS", 1.0)
    for number in range(30):  # each of which would take as long
        built.write(f"content/page{number}.md", "---\ntitle: Une page\n---\nUn.\n")
    built.replace(TOOLS, "return value.upper()", "import time\n    time.sleep(3600)")

    report = built.build()

    assert errors(report) == [("plugin-failed-at", TOOLS, 15)]
    assert "ABOUT" in built.page("about/index.html")


def test_what_one_prints_is_no_result_of_sitegen(
    built: SiteFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    built.replace(
        TOOLS, "return value.upper()", "print('vu :\\x1b[31m', value, end='')\n    return value"
    )

    assert built.build().diagnostics == []

    said = capsys.readouterr()
    assert said.out == ""
    assert re.search(r"^tools: vu :.*About$", said.err, re.MULTILINE)
    assert "\x1b" not in said.err


def test_two_that_register_one_name_are_told_and_the_first_is_at_work(built: SiteFolder) -> None:
    built.write(
        "plugins/more.py",
        "from sitegen.plugins import Plugin\nplugin = Plugin()\n"
        "@plugin.filter\ndef loud(value):\n    return 'non'\n",
    )
    built.replace("site.yaml", "[./plugins/tools.py]", "[./plugins/tools.py, ./plugins/more.py]")

    report = built.build()

    assert errors(report) == [("plugin-name-taken", "site.yaml", 4)]
    assert "ABOUT" in built.page("about/index.html")


@pytest.mark.parametrize(
    ("hook", "name"),
    [("filter", "day"), ("function", "range"), ("question", "articles"), ("shortcode", "figure")],
)
def test_names_of_sitegen_itself_are_taken(built: SiteFolder, hook: str, name: str) -> None:
    built.write(
        "plugins/more.py",
        "from sitegen.plugins import Plugin\nplugin = Plugin()\n"
        f"@plugin.{hook}\ndef {name}(value):\n    return 'non'\n",
    )
    built.replace("site.yaml", "[./plugins/tools.py]", "[./plugins/tools.py, ./plugins/more.py]")

    report = built.build()

    assert errors(report) == [("plugin-name-taken", "site.yaml", 4)]
    assert report.errors[0].values["other"] == "sitegen"


@pytest.mark.parametrize(
    "written", ["./content/x.py", "../x.py", "./output/x.py", "./plugins/link.py", "/tmp/x.py"]
)
def test_no_plugin_is_run_from_where_texts_are_written_or_from_elsewhere(
    built: SiteFolder, tmp_path: Path, written: str
) -> None:
    ran = tmp_path / "ran"
    code = f"open({str(ran)!r}, 'w').close()\n"
    for path in ("content/x.py", "../x.py", "plugins/x.py"):
        built.write(path, code)
    (built.root / "plugins/link.py").symlink_to("../content/x.py")
    built.replace("site.yaml", "[./plugins/tools.py]", f"[./plugins/tools.py, {written}]")

    report = built.build()

    assert [told[0] for told in errors(report)] == ["plugin-outside"]
    assert not ran.exists()


def test_settings_of_the_wrong_type_are_told_at_their_place(built: SiteFolder) -> None:
    built.replace(
        TOOLS,
        "plugin = Plugin()",
        "import msgspec\nclass Options(msgspec.Struct, frozen=True):\n    zoom: int = 3\n"
        "plugin = Plugin(options=Options)",
    )
    built.append("site.yaml", "plugin_options: {tools: {zoom: loin}}\n")

    report = built.build()

    assert errors(report) == [("expected-integer", "site.yaml", 5)]


def test_no_bytecode_is_left_beside_a_plugin(built: SiteFolder) -> None:
    assert not list(built.root.rglob("__pycache__"))


@pytest.mark.parametrize(
    "declared",
    [
        "Plugin(options=int)",
        "Plugin(options=type('O', (msgspec.Struct,), {'__annotations__': {'a': int}}))",
        "Plugin(options=msgspec.defstruct('O', [('a', set[int], ())]))",
        "Plugin(templates={'a.html': 3})",
        "Plugin(words={'fr': ['a']})",
        "Plugin().question(lambda: 1)",
        "Plugin().shortcode(lambda site, a: 1)",
        "Plugin().pages()",
    ],
)
def test_what_cannot_be_declared_is_told_at_its_line(built: SiteFolder, declared: str) -> None:
    built.replace(TOOLS, "plugin = Plugin()", f"import msgspec\nplugin = {declared}")

    report = built.build()

    assert errors(report) == [("plugin-failed", TOOLS, 5)]
