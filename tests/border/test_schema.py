"""The JSON Schema that editors are given allows what sitegen reads, and refuses what it refuses."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from scripts.reference_channels import CHANNELS
from scripts.reference_documents import DOCUMENTS
from scripts.reference_press import PRESS
from scripts.reference_settings import SETTINGS
from sitegen.border.convert import Converter
from sitegen.border.schema import document_schema
from sitegen.border.yaml_nodes import compose
from sitegen.commands.schema import command as schema_command
from sitegen.config import SiteConfig
from sitegen.model import FrontMatter, SectionFrontMatter

PROJECT = Path(__file__).parent.parent.parent
MAPPINGS = DOCUMENTS | PRESS | SETTINGS | CHANNELS
EXAMPLES = {struct: example for struct, (_title, _introduction, example) in MAPPINGS.items()}
"""Of each mapping that authors write: all its keys (docs/reference.md)."""
GOOD = {
    "a title": "title: Un titre",
    "a number as title": "title: 2027",
    "nothing behind a key": "title: T\nsummary:",
    "dates": "title: T\ndate: 2027-03-02 09:30\nupdated: 2027-03-03",
    "one tag": "title: T\ntags: forum",
    "several tags": "title: T\ntags: [forum, 2027]",
    "an image alone": "title: T\nimage: photo.jpg",
    "an image with its credit": "title: T\nimage: {src: photo.jpg, alt: A, credit: B}",
    "an event": "title: T\nevent: {start: 2027-03-02, status: cancelled, location: Nantes}",
    "an event's id": "title: T\nevent: forum-2027",
    "events": "title: T\nevents: [forum-2027, {start: 2027-03-02 09:00, end: 2027-03-02 10:00}]",
    "a recurring event": "title: T\nevent: {start: 2027-03-02, repeat: {rrule: FREQ=MONTHLY, "
    "except: [2027-05-02]}}",
    "a draft": "title: T\ndraft: true",
    "a draft in French": "title: T\ndraft: oui",
    "extra": "title: T\nextra: {n: [1, {a: b}]}",
}
BAD = {
    "no title": "date: 2027-03-02",
    "an unknown key": "title: T\nsumary: S",
    "an unknown key of an event": "title: T\nevent: {start: 2027-03-02, satus: full}",
    "an unknown status": "title: T\nevent: {start: 2027-03-02, status: anulled}",
    "an event without a start": "title: T\nevent: {type: forum}",
    "a mapping as title": "title: {a: b}",
    "a word as draft": "title: T\ndraft: peut-être",
    "a mapping among tags": "title: T\ntags: [{a: b}]",
    "a date that is none": "title: T\ndate: demain",
}
GOOD_SITES = {
    "two keys": "title: T\nurl: https://a.example/",
    "menus": "title: T\nurl: u\nmenus: {main: [news, {title: A, url: /a/}], footer: [legal.md]}",
    "a section with nothing behind it": "title: T\nurl: u\nsections: {news: }",
    "images switched on": "title: T\nurl: u\nimages: true",
    "a policy": "title: T\nurl: u\nsecurity_policy: {sources: {img-src: https://a.example}}",
    "a declaration": "title: T\nurl: u\naccessibility: {conformance: none, rate: 50}",
}
BAD_SITES = {
    "no address": "title: T",
    "an unknown key": "title: T\nurl: u\nlangauge: fr",
    "an unknown key of a section": "title: T\nurl: u\nsections: {news: {titel: N}}",
    "a list of sections": "title: T\nurl: u\nsections: [news]",
    "another engine": "title: T\nurl: u\nmarkdown: {engine: kramdown}",
    "an unknown directive": "title: T\nurl: u\nsecurity_policy: {sources: {image-src: a}}",
    "a declaration without its result": "title: T\nurl: u\naccessibility: {rate: 50}",
}


class PlainLoader(yaml.SafeLoader):
    """Reads dates as text, as editors do."""


PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if "timestamp" not in tag]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def is_allowed(schema: dict[str, Any], text: str) -> bool:
    value = yaml.load(text, PlainLoader)
    return jsonschema.Draft7Validator(schema).is_valid(value)


def is_read(text: str, struct: type = FrontMatter) -> bool:
    diagnostics: list[Any] = []
    node = compose(text, "a.md", 1, diagnostics)
    converter = Converter(text, "a.md", 1)
    assert node is not None
    return converter.convert(node, struct) is not None


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return document_schema(FrontMatter, "Front matter")


@pytest.mark.parametrize("text", GOOD.values(), ids=GOOD)
def test_what_sitegen_reads_is_allowed(schema: dict[str, Any], text: str) -> None:
    assert is_read(text)
    assert is_allowed(schema, text)


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_what_sitegen_refuses_is_refused(schema: dict[str, Any], text: str) -> None:
    assert not is_read(text)
    assert not is_allowed(schema, text)


@pytest.mark.parametrize("text", GOOD_SITES.values(), ids=GOOD_SITES)
def test_what_sitegen_reads_of_a_site_is_allowed(text: str) -> None:
    assert is_read(text, SiteConfig)
    assert is_allowed(document_schema(SiteConfig, "T"), text)


@pytest.mark.parametrize("text", BAD_SITES.values(), ids=BAD_SITES)
def test_what_sitegen_refuses_of_a_site_is_refused(text: str) -> None:
    assert not is_read(text, SiteConfig)
    assert not is_allowed(document_schema(SiteConfig, "T"), text)


@pytest.mark.parametrize("struct", [FrontMatter, SectionFrontMatter, SiteConfig])
def test_the_schema_is_one_and_says_what_keys_are_for(struct: type) -> None:
    diagnostics = document_schema(struct, "T")

    jsonschema.Draft7Validator.check_schema(diagnostics)
    assert diagnostics["additionalProperties"] is False
    assert "title" in diagnostics["required"]
    assert without_description(diagnostics) == []


def without_description(schema: dict[str, Any]) -> list[str]:
    """Return the keys of *schema*, and of all that it refers to, that say nothing of themselves."""
    parts = {"": schema, **schema["definitions"]}
    return [
        f"{name}.{key}"
        for name, part in parts.items()
        for key, described in part["properties"].items()
        if not described.get("description")
    ]


def test_the_whole_demo_is_allowed(schema: dict[str, Any]) -> None:
    section = document_schema(SectionFrontMatter, "T")
    site = document_schema(SiteConfig, "T")
    paths = sorted((PROJECT / "content").rglob("*.md"))

    wrong = [
        path.name
        for path in paths
        if not is_allowed(
            section if path.name == "_index.md" else schema,
            path.read_text(encoding="utf-8").split("---\n")[1],
        )
    ]

    assert len(paths) > 50
    assert wrong == []
    assert is_allowed(site, (PROJECT / "site.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("struct", list(EXAMPLES), ids=lambda struct: struct.__name__)
def test_every_key_of_the_reference_is_allowed_as_its_example_writes_it(struct: type) -> None:
    """The examples hold every key there is, also those that came last."""
    assert errors(document_schema(struct, "T"), EXAMPLES[struct]) == []


def test_the_settings_of_the_demo_are_allowed_with_the_options_of_its_theme(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(PROJECT)
    text = (PROJECT / "site.yaml").read_text(encoding="utf-8")
    schema = json.loads(CliRunner().invoke(schema_command, ["site"]).stdout)

    assert errors(schema, text) == []
    assert errors(schema, text.replace("theme_options:", "theme_options:\n  acent: x", 1)) != []


def test_the_documentation_is_allowed(schema: dict[str, Any]) -> None:
    pages = sorted((PROJECT / "docs").glob("*.md"))

    wrong = {
        page.name: told
        for page in pages
        if (told := errors(schema, page.read_text(encoding="utf-8").split("---\n")[1]))
    }

    assert len(pages) > 10
    assert wrong == {}


def errors(schema: dict[str, Any], text: str) -> list[str]:
    value = yaml.load(text, PlainLoader)
    return [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(value)]
