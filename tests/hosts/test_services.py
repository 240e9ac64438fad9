"""What docs/publishing.md writes for Cloudflare Pages, Netlify and Vercel, in their own packages.

Cloudflare's are the parsers and the server of its pages; Netlify's are those of headers and
redirects, Vercel's makes routes of `vercel.json`: status and type of a file are the service's own
affair.
"""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.hosts.published import FOREVER, MISSING, MOVED, build, owed
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
    found = {one.text.split("\n", 1)[0]: one.text for one in blocks(PUBLISHING)}
    for name in ("_headers", "_redirects"):
        (text,) = (text for first, text in found.items() if first.startswith(f"# content/{name}"))
        (made / name).write_text(text, encoding="utf-8")
    (text,) = (one.text for one in blocks(PUBLISHING) if "vercel.json" in one.text[:80])
    (made.parent / "vercel.json").write_text(text, encoding="utf-8")
    commands = [one.text for one in blocks(PUBLISHING) if "output/.sitegen" in one.text]
    assert len(commands) >= 4
    (made / ".sitegen").unlink()
    return made


def ask(service: str, output: Path, addresses: list[str]) -> dict[str, Answer]:
    script = Path(__file__).parent / "ask_hosts.mjs"
    modules = tool(SERVICES[service], "node").parents[SERVICES[service].count("/")]
    command = ["node", script, modules, service, output, output.parent / "vercel.json"]
    given = json.dumps([f"/{address}" for address in addresses])
    result = subprocess.run(
        command, input=given, capture_output=True, text=True, check=True, timeout=60
    )
    found: list[Any] = json.loads(result.stdout)
    return dict(zip(addresses, map(tuple, found), strict=True))


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
