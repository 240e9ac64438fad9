"""Addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.site.urls import is_safe_path, output_path, permalink, slugify, with_base


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("L'eau", "l-eau"),
        ("L’eau", "l-eau"),
        ("Numérique responsable", "numerique-responsable"),
        ("Œuvre & cœur", "oeuvre-coeur"),
        ("2022", "2022"),
        ("Décret n° 2022-32", "decret-n-2022-32"),
        ("22°C", "22-c"),
        ("2,5 km à pied", "2-5-km-a-pied"),
    ],
)
def test_slugs(text: str, slug: str) -> None:
    assert slugify(text) == slug


@given(st.text())
def test_a_slug_is_never_empty_nor_unsafe(text: str) -> None:
    slug = slugify(text)

    assert is_safe_path(slug)
    assert slug == slugify(text)
    assert len(slug) <= 100


def test_two_texts_without_letters_have_two_slugs() -> None:
    assert slugify("!!!") != slugify("???")


def test_a_permalink_without_section_has_no_doubled_slash() -> None:
    assert permalink("/{section}/{slug}/", section="", slug="a", date=None) == "/a/"


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("/", "index.html"),
        ("/a/", "a/index.html"),
        ("/a/b.html", "a/b.html"),
        ("/%C3%A9lus/", "élus/index.html"),
        ("/feed.xml", "feed.xml"),
    ],
)
def test_output_paths(url: str, path: str) -> None:
    assert output_path(url) == path


@pytest.mark.parametrize("path", ["", "../a", "a/../../b", "/a", "a//b", "a\\b", "a/\0", "é" * 200])
def test_paths_that_leave_the_output_or_no_system_takes(path: str) -> None:
    assert not is_safe_path(path)


def test_addresses_are_percent_encoded_under_the_base() -> None:
    assert with_base("/hub", "/élus/") == "/hub/%C3%A9lus/"
    assert with_base("", "/%C3%A9lus/") == "/%C3%A9lus/"
