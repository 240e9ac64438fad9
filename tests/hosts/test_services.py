"""What docs/publishing.md writes for Cloudflare Pages, Netlify and Vercel, in their own packages.

Cloudflare's are the parsers and the server of its pages; Netlify's are those of headers and
redirects, Vercel's makes routes of `vercel.json`: status and type of a file are the service's own
affair.
"""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.hosts.published import FOREVER, LED_ON, MISSING, MOVED, bring_rules, build, owed
from tests.hosts.servers import PUBLISHING
from tests.test_documentation import blocks
from tests.tools import tool

pytestmark = pytest.mark.slow
SERVICES = {
    "netlify": "@netlify/headers/dist/main.js",
    "cloudflare": "cloudflare-pages-parsers/metadata-generator/parseHeaders.ts",
    "vercel": "@vercel/routing-utils/dist/index.js",
}
each_service = pytest.mark.parametrize("service", SERVICES)
Answer = tuple[int | None, str | None, dict[str, str]]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as their build commands leave it, with the files of the documentation."""
    made = build(tmp_path_factory.mktemp("site"))
    by_first_line = {block.text.split("\n", 1)[0]: block.text for block in blocks(PUBLISHING)}
    for name in ("_headers", "_redirects"):
        (text,) = (
            text for first, text in by_first_line.items() if first.startswith(f"# content/{name}")
        )
        (made / name).write_text(text, encoding="utf-8")
    (text,) = (block.text for block in blocks(PUBLISHING) if "vercel.json" in block.text[:80])
    (made.parent / "vercel.json").write_text(text, encoding="utf-8")
    commands = [block.text for block in blocks(PUBLISHING) if "output/.sitegen" in block.text]
    assert len(commands) >= 4
    (made / ".sitegen").unlink()
    return made


def ask(
    service: str, output: Path, addresses: list[str], configuration: Path | None = None
) -> dict[str, Answer]:
    script = Path(__file__).parent / "ask_hosts.mjs"
    modules = tool(SERVICES[service], "node").parents[SERVICES[service].count("/")]
    command = ["node", script, modules, service, output]
    command.append(configuration or output.parent / "vercel.json")
    given = json.dumps([f"/{address}" for address in addresses])
    result = subprocess.run(
        command, input=given, capture_output=True, text=True, check=True, timeout=60
    )
    answers: list[Any] = json.loads(result.stdout)
    return dict(zip(addresses, map(tuple, answers), strict=True))


@each_service
def test_each_address_is_there_with_its_headers(service: str, output: Path) -> None:
    addresses = owed(output)
    if service == "cloudflare":  # sent on to /vieux, which it answers with the page
        assert ask(service, output, ["vieux.html"])["vieux.html"][:2] == (308, "/vieux")
        addresses["vieux"] = addresses.pop("vieux.html")

    if service == "vercel":  # its route for these, before the slash is added, ends all routes
        del addresses[".well-known/security.txt"]

    answers = ask(service, output, [*addresses, "assets/site.js?v=1"])

    for address, (status, _, headers) in answers.items():
        assert status in (200, None), address
        assert headers["x-content-type-options"] == "nosniff", address
        assert headers["referrer-policy"] == "strict-origin-when-cross-origin", address
        assert headers["content-security-policy"] == "frame-ancestors 'none'", address
        kept = headers.get("cache-control", "")
        assert ("immutable" in kept) == address.endswith(".woff2"), address
        assert not kept or kept == FOREVER or "max-age=0" in kept, address
    assert len(answers) + len(MISSING) + len(MOVED) >= 40


@each_service
def test_former_addresses_and_those_without_a_slash_lead_on(service: str, output: Path) -> None:
    answers = ask(service, output, list(MOVED))

    if service == "netlify":  # the slash is its servers' affair
        answers = {address: answers[address] for address in ("ancienne-page.html",)}
    for address, (status, location, _) in answers.items():
        assert status in (301, 308), address
        assert location == f"/{MOVED[address]}", address
    assert answers["ancienne-page.html"][0] == 301


LEFT = {
    "netlify": {"vieille%20page/%C3%A9t%C3%A9%20(1)/"},
    "cloudflare": set(),
    "vercel": {
        "vieille%20page/%C3%A9t%C3%A9%20(1)/", "a+b/c.d/", "prix$5%5B1%5D%5E/", "cent%25/",
    },
}  # fmt: skip
"""Signs of these mean something to the service: the page for all hosts leads on."""


@each_service
def test_the_file_that_a_build_writes_leads_on_from_each_former_address(
    service: str, output: Path, tmp_path: Path
) -> None:
    made = tmp_path / "output"
    shutil.copytree(output, made)
    (tmp_path / "told").symlink_to(output.parent / "told")
    file = bring_rules(made, service)
    others = ["a+b/cxd/", "ancienne-page.htmlx", "adherer/plus/"]

    answers = ask(service, made, [*LED_ON, "fini/", *others], file)

    wrong = {}
    for address, target in LED_ON.items():
        status, location, _ = answers[address]
        if address in LEFT[service]:
            assert status in (None, 200, 308), address
            continue
        whole = target if target.startswith("https:") else f"/{target}"
        if service == "netlify":  # its package tells the path alone
            whole = urlsplit(whole).path
        if (status, location) != (301, whole):
            wrong[address] = status, location
    assert wrong == {}
    assert answers["fini/"][0] == (410 if service == "netlify" else 404)
    assert {answers[address][0] for address in others} <= {None, 404}


def test_what_gitlab_reads_is_read_by_the_parser_of_the_format(
    output: Path, tmp_path: Path
) -> None:
    """GitLab's own program is no package; what it refuses beyond the format is left to pages."""
    made = tmp_path / "output"
    shutil.copytree(output, made)
    text = (output.parent / "told/gitlab").read_text(encoding="utf-8")
    (made / "_redirects").write_text(text, encoding="utf-8")

    answers = ask("netlify", made, list(LED_ON))

    assert {address for address, answer in answers.items() if answer[0] == 301} == {
        "ancienne-page.html", "vieux.html", "a+b/c.d/", "prix$5%5B1%5D%5E/", "index.xml",
    }  # fmt: skip
    assert not re.search("https:|!|410", text)


@pytest.mark.parametrize("service", ["cloudflare", "vercel"])
def test_what_is_not_there_is_answered_with_404(service: str, output: Path) -> None:
    answers = ask(service, output, MISSING)

    for address, (status, _, headers) in answers.items():
        if status == 308 and service == "vercel":
            continue  # a slash first
        assert status == 404, address
        if not address.endswith(".woff2"):
            assert "immutable" not in headers.get("cache-control", ""), address


@pytest.mark.parametrize(
    ("service", "name", "text", "told"),
    [
        ("netlify", "_headers", "/*\n  Referrer-Policy:\n", "Missing header value"),
        ("cloudflare", "_headers", "/*\n  Referrer-Policy:\n", "No header value specified"),
        ("cloudflare", "_redirects", "/a /b 200 /c\n", "exactly 2 or 3"),
    ],
)
def test_the_services_tell_what_is_wrong_with_a_file(
    output: Path, tmp_path: Path, service: str, name: str, text: str, told: str
) -> None:
    """A parser that cannot fail proves nothing."""
    other = tmp_path / "output"
    shutil.copytree(output, other)
    (other / name).write_text(text, encoding="utf-8")

    with pytest.raises(subprocess.CalledProcessError) as error:
        ask(service, other, [""])

    assert told in str(error.value.stderr)
