"""``site.yaml`` becomes a configuration."""

import sys

import pytest

from sitegen.config import SiteConfig, read_config
from sitegen.engine.configuring import load_config
from sitegen.engine.site_yaml import read_site_file
from sitegen.errors import UsageError
from tests.support import SiteFolder


def config(text: str) -> SiteConfig:
    return read_config(f"title: Hub\nurl: https://example.org/hub/\n{text}".encode())


def test_two_lines_are_a_site() -> None:
    settings = config("")

    assert (settings.language, settings.timezone, settings.theme) == (
        "fr",
        "Europe/Paris",
        "association",
    )
    assert (settings.base_path, settings.origin, settings.host) == (
        "/hub",
        "https://example.org",
        "example.org",
    )


def test_typography_follows_the_language() -> None:
    assert config("").typography_of("") == "fr"
    assert config("").typography_of("en") == "off"
    assert config("language: en\n").typography_of("") == "off"
    assert config("typography: off\n").typography_of("fr") == "off"


def test_menu_lines_are_words_or_links() -> None:
    main = config("menus:\n  main: [news, {title: Plan, url: /plan/}]\n").menus["main"]

    assert [(line.target, line.title, line.url) for line in main] == [
        ("news", "", ""),
        ("", "Plan", "/plan/"),
    ]


def test_a_name_with_nothing_behind_it_has_all_defaults() -> None:
    settings = config("sections:\n  news:\nmenus:\n  main:\nextra:\n  mot:\n")

    assert settings.sections["news"].feed
    assert settings.menus["main"] == ()
    assert settings.extra == {"mot": None}


def test_a_name_of_a_text_with_nothing_behind_it_is_not_given() -> None:
    settings = config(
        "redirects:\n  /old/:\n  /vieux/: /news/\nurls: {sections: {blog: ~}}\n"
        "languages: {en: {urls: {sections: {blog: }}}}\n"
        "organisation: {name: A, boilerplate_in: {en: }}\n"
    )

    assert settings.redirects == {"/vieux/": "/news/"}
    assert settings.urls.sections == {}
    assert settings.organisation.boilerplate_in == {}


def test_the_security_policy_is_switched_off_or_widened() -> None:
    assert not config("security_policy: off\n").security_policy.enabled
    widened = config("security_policy: {sources: {img-src: ['https://a.example']}}\n")

    assert widened.security_policy.enabled
    assert widened.security_policy.sources.img_src == ("https://a.example",)


@pytest.mark.parametrize(
    "source", ["https://a.example; script-src *", "'self", "//a.example", "a b"]
)
def test_a_source_of_the_security_policy_cannot_end_its_directive(source: str) -> None:
    with pytest.raises(UsageError) as caught:
        config(f'security_policy:\n  sources:\n    img-src: ["{source}"]\n')

    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.code, diagnostic.line, diagnostic.values) == (
        "bad-policy-source",
        5,
        {"value": source},
    )


def test_an_error_in_a_nested_key_has_its_place() -> None:
    with pytest.raises(UsageError) as caught:
        config("organisation:\n  name: A\n  offices:\n    - name: B\n      telephone: x\n")

    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.path, diagnostic.line, diagnostic.column, diagnostic.code) == (
        "site.yaml",
        7,
        7,
        "unknown-key-near",
    )


def test_a_missing_extra_is_one_line_with_the_command(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.append("site.yaml", "markdown: {engine: commonmark}\n")
    monkeypatch.setitem(sys.modules, "pyromark", None)

    with pytest.raises(UsageError) as caught:
        load_config(str(site.root), read_site_file(str(site.root)))

    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.code, diagnostic.values["extra"]) == ("missing-extra", "commonmark")


def test_both_engines_give_a_site(site: SiteFolder) -> None:
    site.build()
    default = site.page("news/a/index.html")
    site.append("site.yaml", "markdown: {engine: commonmark}\n")

    report = site.build()

    assert report.diagnostics == []
    assert report.parsed == ("news/a.md",)
    assert site.page("news/a/index.html") == default


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("https://a.example/x.ics", "https://a.example/x.ics"),
        ("webcal://a.example/x.ics", "https://a.example/x.ics"),
    ],
)
def test_a_source_is_asked_where_sites_offer_their_calendars(url: str, asked: str) -> None:
    source = config(f"sources: {{a: {{url: '{url}', into: agenda}}}}\n").sources["a"]

    assert source.address == asked
    assert source.folder("a") == "_fetched/a"
