"""What a site sets under `theme_options`, by what its theme declares."""

from collections.abc import Callable
from contextlib import suppress
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.config import SiteConfig, SiteFile
from sitegen.engine.configuring import load_config
from sitegen.engine.site_yaml import read_site_file
from sitegen.errors import UsageError
from sitegen.theme.file import ThemeFile
from sitegen.theme.options import OptionType
from sitegen.wording.phrases import in_words
from sitegen.wording.translation import words_of
from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
theme: mini
-- content/news/2026-01-10-a.md --
---
title: A
---
Un texte.
-- content/logo.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"></svg>
-- themes/mini/theme.yaml --
name: mini
options:
  accent: {type: colour, default: "#0b5d66"}
  layout: {type: choice, choices: [large, plain], default: large}
  blocks: {type: choices, choices: [a, b, c], default: [a, b]}
  dark: {type: boolean, default: true}
  line: {type: text}
  count: {type: number, default: 7}
  logo: {type: file}
"""


def configure(site: SiteFolder) -> SiteConfig:
    root = str(site.root)
    return load_config(root, read_site_file(root)).config


def wrong(site: SiteFolder) -> list[str]:
    with pytest.raises(UsageError) as caught:
        configure(site)
    return [
        f"{diagnostic.path}:{diagnostic.line}:{diagnostic.column}:{diagnostic.code}"
        for diagnostic in sorted(
            caught.value.diagnostics, key=lambda diagnostic: diagnostic.sort_key
        )
    ]


@pytest.fixture
def mini(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    return make_site(SITE)


def test_an_option_that_a_site_leaves_out_has_the_themes_default(mini: SiteFolder) -> None:
    assert configure(mini).theme_options == {
        "accent": "#0b5d66",
        "layout": "large",
        "blocks": ["a", "b"],
        "dark": True,
        "line": "",
        "count": 7,
        "logo": "",
    }


@pytest.mark.parametrize(
    ("written", "name", "value"),
    [
        ('accent: "#C2185B"', "accent", "#c2185b"),
        ('accent: "#abc"', "accent", "#aabbcc"),
        ("accent: Teal", "accent", "#008080"),
        ("layout: plain", "layout", "plain"),
        ("blocks: [c, a]", "blocks", ["c", "a"]),
        ("blocks: c", "blocks", ["c"]),
        ("dark: non", "dark", False),
        ("line: 2027", "line", "2027"),
        ("count: 12", "count", 12),
        ("logo: logo.svg", "logo", "logo.svg"),
        ("count:", "count", 7),
    ],
)
def test_a_value_is_read_by_its_options_type(
    mini: SiteFolder, written: str, name: str, value: object
) -> None:
    mini.append("site.yaml", f"theme_options:\n  {written}\n")

    assert configure(mini).theme_options[name] == value


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("acent: teal", "5:3:unknown-option-near"),
        ("wallpaper: teal", "5:3:unknown-option"),
        ("accent: reddish", "5:11:bad-colour"),
        ('accent: "#12"', "5:11:bad-colour"),
        ("accent: transparent", "5:11:bad-colour"),
        ("accent: [teal]", "5:11:bad-colour"),
        ("layout: plian", "5:11:unknown-choice-near"),
        ("layout: 3", "5:11:unknown-choice"),
        ("blocks: [a, z]", "5:15:unknown-choice"),
        ("blocks: [a, b, a]", "5:11:choice-twice"),
        ("dark: sometimes", "5:9:expected-boolean"),
        ("count: many", "5:10:expected-integer"),
        ("count: 0", "5:10:expected-positive"),
        ("line: [a]", "5:9:expected-text"),
        ("line: a\n  line: b", "6:3:duplicate-key"),
    ],
)
def test_a_wrong_option_is_an_error_with_its_place(
    mini: SiteFolder, written: str, expected: str
) -> None:
    mini.append("site.yaml", f"theme_options:\n  {written}\n")

    assert wrong(mini) == [f"site.yaml:{expected}"]


def test_a_colour_without_quotes_is_a_comment_and_no_silent_default(mini: SiteFolder) -> None:
    mini.append("site.yaml", "theme_options:\n  accent: #c2185b\n  count: 3\n")

    assert [line.rpartition(":")[2] for line in wrong(mini)] == ["bad-colour"]
    assert wrong(mini)[0].startswith("site.yaml:5:")


def test_mistakes_of_site_and_options_are_told_in_one_run(mini: SiteFolder) -> None:
    mini.append("site.yaml", "titel: x\ntheme_options: {acent: teal, count: 0}\n")

    assert [line.rpartition(":")[2] for line in wrong(mini)] == [
        "unknown-key-near",
        "unknown-option-near",
        "expected-positive",
    ]


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("options:\n  x: {type: colur, default: teal}\n", ["2:13:unknown-choice-near"]),
        ("options:\n  x: {default: teal}\n", ["2:6:missing-key-below"]),
        ("options:\n  x: {type: colour}\n", ["2:6:missing-key-below"]),
        ("options:\n  x: {type: colour, default: no-colour}\n", ["2:30:bad-colour"]),
        ("options:\n  x:\n    type: colour\n    default: #0b5d66\n", ["4:13:bad-colour"]),
        ("options:\n  x: {type: choice, default: a}\n", ["2:6:missing-key-below"]),
        (
            "options:\n  x: {type: choice, choices: [a, b], default: c}\n",
            ["2:47:unknown-choice"],
        ),
        ("options:\n  x: {type: number, default: 0}\n", ["2:30:expected-positive"]),
        ("optoins: {}\n", ["1:1:unknown-key-near"]),
        ("options: [x]\n", ["1:10:expected-mapping"]),
        ("name: a: b\n", ["1:8:yaml-colon"]),
        (
            "options:\n  x: {type: colour}\n  y: {type: number, default: no}\n",
            ["2:6:missing-key-below", "3:30:expected-integer"],
        ),
    ],
)
def test_a_mistake_in_a_theme_has_its_place_there(
    mini: SiteFolder, declared: str, expected: list[str]
) -> None:
    mini.write("themes/mini/theme.yaml", declared)

    assert wrong(mini) == [f"themes/mini/theme.yaml:{place}" for place in expected]


def test_a_theme_without_options_takes_none(mini: SiteFolder) -> None:
    mini.remove("themes/mini/theme.yaml")
    assert configure(mini).theme_options == {}

    mini.append("site.yaml", "theme_options: {accent: teal}\n")

    assert wrong(mini) == ["site.yaml:4:17:unknown-option"]


def test_an_unknown_theme_has_its_place_and_says_nothing_of_options(mini: SiteFolder) -> None:
    mini.replace("site.yaml", "theme: mini", "theme: ../mini")
    mini.append("site.yaml", "theme_options: {accent: teal}\n")

    assert wrong(mini) == ["site.yaml:3:8:unknown-theme"]


def test_a_file_that_is_not_published_is_an_error_with_its_place(site: SiteFolder) -> None:
    site.append("site.yaml", "theme_options:\n  logo: images/logo.svg\n")

    (diagnostic,) = site.build().diagnostics

    assert (diagnostic.path, diagnostic.line, diagnostic.column, diagnostic.code) == (
        "site.yaml", 4, 9, "option-file-missing",
    )  # fmt: skip


def test_a_logo_of_its_own_and_a_wordmark_stand_in_the_header(site: SiteFolder) -> None:
    site.write("content/logo.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 3 1'/>")
    site.append(
        "site.yaml", "theme_options: {logo: /logo.svg, wordmark: Le mot, tagline: La ligne}\n"
    )

    assert site.build().diagnostics == []

    header = site.page("index.html").partition("<main")[0]
    assert 'src="/logo.svg"' in header
    assert "Le mot" in header.partition("<body>")[2]
    assert "La ligne" in header


def test_a_template_that_asks_for_an_unknown_option_is_told(mini: SiteFolder) -> None:
    mini.write("themes/mini/templates/404.html", "{{ site.option('acent') }}")

    report = mini.build()

    (diagnostic,) = [
        diagnostic
        for diagnostic in report.diagnostics
        if diagnostic.values.get("page") == "404.html"
    ]
    assert (diagnostic.code, diagnostic.path, diagnostic.line) == (
        "template-failed",
        "themes/mini/templates/404.html",
        1,
    )
    assert "no option `acent`" in str(diagnostic.values["reason"])
    assert "aucune option `acent`" in in_words(diagnostic.values["reason"], words_of("fr"))


def test_the_pages_say_which_option_they_asked(site: SiteFolder) -> None:
    site.build()
    site.append("site.yaml", "theme_options: {home_layout: list}\n")

    report = site.build()

    assert {path: str(reason) for path, reason in report.rendered.items()} == {
        "index.html": "option:home_layout"
    }


VALUES = st.sampled_from(
    ["", "x", "3", "-1", "true", "[]", "[a, a]", "[[a]]", "{}", "{a: {b: c}}", "''", "'#fff'",
     "? [a]\n    : b", "#fff", "~", "!!binary x", "&a b", "*a", "- x", "|\n    text", "\t", "é"]
)  # fmt: skip
KEYS = st.sampled_from(["type", "default", "choices", "description", "accent", "blocks", "new"])
TYPES = st.sampled_from([f"type: {option_type}" for option_type in get_args(OptionType)])
LINES = st.lists(
    st.one_of(
        st.builds("  {}: {}\n".format, KEYS, VALUES),
        st.builds("    {}: {}\n".format, KEYS, VALUES),
        st.builds("    {}\n".format, TYPES),
    ),
    max_size=6,
)


@pytest.mark.slow
@given(lines=LINES, options=VALUES, name=KEYS)
@settings(max_examples=1000, deadline=None)
def test_whatever_is_written_is_read_or_told(lines: list[str], options: str, name: str) -> None:
    """No mistake of a webmaster or of a theme's maker ends in a traceback."""
    theme = ThemeFile("".join(["options:\n", *lines]).encode(), "themes/x/theme.yaml")
    stem = ThemeFile(SITE.partition("theme.yaml --\n")[2].encode(), "themes/mini/theme.yaml")
    declared = theme.declare(stem.declare({}))
    assert {option.type for option in declared.values()} <= set(get_args(OptionType))
    site = f"title: x\nurl: https://a.example/\ntheme_options:\n  {name}: {options}\n"

    with suppress(UsageError):
        config = SiteFile(site.encode()).read(options=declared)
        assert config.theme_options.keys() == declared.keys()
        assert None not in config.theme_options.values()
