"""Files by which hosts lead on: their limits, and where pages are not needed beside them."""

import re
from collections.abc import Callable

import pytest

from sitegen.config import PublishingConfig
from sitegen.site.apache import htaccess
from sitegen.site.hosts import HOSTS, Rule, rules_for
from sitegen.site.urls import encode_url
from tests.demo_site import PROJECT
from tests.support import SiteFolder
from tests.test_documentation import blocks

SITE = """
-- site.yaml --
title: Hub
url: https://asso.example.io/hub/
publishing: {host: gitlab}
redirects: {/adherer/: "https://adhesion.example.org/", "/deux mots/": /a/, /index.xml: /feed.xml}
-- content/a.md --
---
title: A
aliases: [/ancien/, /b.html]
---
"""


@pytest.mark.parametrize(
    ("name", "length", "fit"),
    [
        ("cloudflare", 10, 2000),
        ("vercel", 10, 2048),
        ("gitlab", 10, 1000),
        ("gitlab", 90, 648),
        ("netlify", 10, 3000),
        ("nginx", 10, 3000),
    ],
)
def test_the_first_rules_are_written_as_far_as_the_host_takes_them(
    name: str, length: int, fit: int
) -> None:
    rules = [Rule(f"/{number:0{length}}/", "/a/") for number in range(3000)]

    made = rules_for(name, rules)

    assert len(made.written) == fit
    assert made.written == set(rules[:fit])
    assert made.left == tuple(rules[fit:])
    assert len(made.text.encode()) <= (HOSTS[name].octets or 1e9)


def test_a_line_that_is_too_long_makes_room_for_others() -> None:
    rules = [Rule("/a/", "/b/" * 400), Rule("/c/", "/d/")]

    made = rules_for("cloudflare", rules)

    assert (made.written, made.left) == ({rules[1]}, (rules[0],))


def test_each_host_that_can_be_chosen_has_its_file_but_github() -> None:
    (choices,) = (PublishingConfig.__annotations__["host"].__args__,)

    assert set(choices) - {""} == {*HOSTS, "github"}


def test_a_host_that_reads_files_first_has_no_pages_in_the_way(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    assert site.build().diagnostics == []

    rows = site.page("_redirects").splitlines()[1:]
    assert rows == [
        "/hub/index.xml /hub/feed.xml 301",
        "/hub/ancien/ /hub/a/ 301",
        "/hub/b.html /hub/a/ 301",
    ]
    there = {path: site.has(path) for path in ("ancien/index.html", "b.html", "index.xml")}
    assert there == dict.fromkeys(there, False)
    assert site.has("adherer/index.html")
    assert site.has("deux mots/index.html")
    site.replace("site.yaml", "host: gitlab", "host: netlify")
    site.build()
    assert site.has("ancien/index.html")
    assert "/hub/ancien/ /hub/a/ 301!" in site.page("_redirects")
    assert not [row for row in site.page("_redirects").splitlines() if "deux" in row]


def test_a_file_of_the_site_s_own_is_left_as_it_is(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(SITE)
    site.write("content/_redirects", "/x /y 301\n")

    assert [diagnostic.code for diagnostic in site.build().diagnostics] == ["host-file-own"]
    assert site.page("_redirects") == "/x /y 301\n"


def test_the_documentation_shows_what_apache_is_told() -> None:
    whole, below = (
        block.text for block in blocks(PROJECT / "docs/publishing.md") if block.language == "apache"
    )

    assert htaccess("") == whole.removeprefix("# .htaccess\n")
    assert set(below.splitlines()) < set(htaccess("/hub").splitlines())


ODD = ["\n", "\r\n", "%0A", "%0d", "\x85", '" ; }', "\\", "'", "$x", "{x}", "`", "#", "\\\n"]
_WORD = r'"(?:[^"\\]|\\.)*"'
LINES = {
    "apache": rf"RedirectMatch 301 {_WORD} {_WORD}",
    "caddy": rf"redir {_WORD} {_WORD} 301",
    "nginx": rf"location = {_WORD} {{ return 301 {_WORD}; }}",
    "netlify": r"\S+ \S+ 301!",
    "cloudflare": r"\S+ \S+ 301",
    "gitlab": r"\S+ \S+ 301",
}


@pytest.mark.parametrize("name", LINES)
def test_no_former_address_becomes_a_directive(name: str) -> None:
    """Authors are trusted with content: what they write ends neither a line nor a word."""
    words = [f"/x{sign}Deny from all" for sign in ODD]
    rules = [Rule(word, "/b/") for word in words]
    rules += [Rule(f"/{number}/", encode_url(word)) for number, word in enumerate(words)]

    made = rules_for(name, rules)

    own = made.text.removesuffix(htaccess("")).rstrip("\n")
    rows = [row for row in own.split("\n") if not row.startswith("#")]
    assert [row for row in rows if not re.fullmatch(LINES[name], row)] == []
    assert len(rows) == len(made.written) >= 7
