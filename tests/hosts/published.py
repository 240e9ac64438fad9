"""A small site as a host has it, and what each of its addresses owes: status, type, caching."""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from sitegen.catalogue import is_error
from sitegen.site.hosts import HOSTS
from tests.support import NOW, SiteFolder

FOREVER = "public, max-age=31536000, immutable"
ASKED = "no-cache"
SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/{base}
images: {{widths: [480], formats: [avif, webp]}}
publishing: {{host: github}}
redirects:
  /ancienne-page.html: /communiques/forum/
  "/vieille page/été (1)/": /communiques/
  /a+b/c.d/: /tags/ete/
  /prix$5[1]^/: /communiques/
  "/cent%25/": "/communiques/?q=été&b=$1#là"
  /index.xml: /rss.xml
  /adherer/: "https://adhesion.example.org/a/?b=1#c"
  /fini/: 410
-- content/communiques/2026-11-02-forum.md --
---
title: Le forum
aliases: [/vieux.html]
image: {{src: /salle.jpg, alt: La salle}}
tags: [été]
attachments: [/notes.pdf]
event: {{start: 2027-01-05 18:00, location: Tours}}
---
Un texte.
-- content/robots.txt --
User-agent: *
-- content/donnees.csv --
a;é
-- content/app.webmanifest --
{{}}
-- content/film.vtt --
WEBVTT
-- content/notes.pdf --
%PDF-1.4
-- content/plan.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"></svg>
-- content/carte.json --
{{}}
-- content/dossier.zip --
PK
-- content/texte.odt --
PK
-- content/.well-known/security.txt --
Contact: mailto:a@example.org
"""
MISSING = [
    "nulle-part/",
    "nulle-part",
    "nulle-part.ics",
    "communiques/nulle-part/",
    "images/nulle-part-480-f58ba91214.avif",
    "assets/nulle-part.css?v=f58ba91214",
    "assets/nowhere-f58ba91214.woff2",
    ".sitegen",
]
"""Each is answered with the site's own page, and kept by nobody."""
LED_ON = {
    "ancienne-page.html": "communiques/forum/",
    "vieux.html": "communiques/forum/",
    "vieille%20page/%C3%A9t%C3%A9%20(1)/": "communiques/",
    "a+b/c.d/": "tags/ete/",
    "prix$5%5B1%5D%5E/": "communiques/",
    "cent%25/": "communiques/?q=%C3%A9t%C3%A9&b=$1#l%C3%A0",
    "index.xml": "rss.xml",
    "adherer/": "https://adhesion.example.org/a/?b=1#c",
}
"""Former addresses, by what hosts are told to lead on from them."""
MOVED = {
    "ancienne-page.html": "communiques/forum/",
    "communiques/forum": "communiques/forum/",
    "agenda": "agenda/",
    "communiques": "communiques/",
}


class Owed(NamedTuple):
    """What a host answers, with 200."""

    type: str
    cache: str


def build(folder: Path, base: str = "") -> Path:
    """Build the site below the path *base* (`hub/`); return its output."""
    site = SiteFolder(folder)
    site.lay_out(SITE.format(base=base))
    picture = io.BytesIO()
    Image.radial_gradient("L").resize((1000, 600)).save(picture, "JPEG")
    (folder / "content/salle.jpg").write_bytes(picture.getvalue())
    for host in HOSTS:  # each build writes no more than its file
        site.replace("site.yaml", "host: github", f"host: {host}")
        assert not list(filter(is_error, site.build(now=NOW).diagnostics))
        site.write(f"told/{host}", (site.output / HOSTS[host].file).read_text(encoding="utf-8"))
        site.replace("site.yaml", f"host: {host}", "host: github")
    assert not list(filter(is_error, site.build(now=NOW).diagnostics))
    return site.output


def bring_rules(output: Path, host: str) -> Path:
    """Put into *output* what a build for *host* writes of redirects; return where it stands."""
    target = output / HOSTS[host].file
    shutil.copy(output.parent / "told" / host, target)
    return target


def owed(output: Path) -> dict[str, Owed]:
    """Return what each address owes, below the site's path."""
    page = (output / "communiques/forum/index.html").read_text(encoding="utf-8")
    html, xml = "text/html; charset=utf-8", "application/atom+xml"
    headers = {
        "": Owed(html, ASKED),
        "communiques/forum/": Owed(html, ASKED),
        "communiques/": Owed(html, ASKED),
        "agenda/": Owed(html, ASKED),
        "agenda/2027/01/": Owed(html, ASKED),
        "tags/ete/": Owed(html, ASKED),
        "vieux.html": Owed(html, ASKED),
        "agenda.ics": Owed("text/calendar; charset=utf-8", ASKED),
        "communiques/forum/event.ics": Owed("text/calendar; charset=utf-8", ASKED),
        "feed.xml": Owed(xml, ASKED),
        "communiques/feed.xml": Owed(xml, ASKED),
        "rss.xml": Owed("application/rss+xml", ASKED),
        "feed.json": Owed("application/feed+json", ASKED),
        "sitemap.xml": Owed("xml", ASKED),
        "robots.txt": Owed("text/plain; charset=utf-8", ASKED),
        ".well-known/security.txt": Owed("text/plain; charset=utf-8", ASKED),
        "donnees.csv": Owed("text/csv; charset=utf-8", ASKED),
        "film.vtt": Owed("text/vtt; charset=utf-8", ASKED),
        "app.webmanifest": Owed("application/manifest+json", ASKED),
        "carte.json": Owed("application/json", ASKED),
        "notes.pdf": Owed("application/pdf", ASKED),
        "dossier.zip": Owed("application/zip", ASKED),
        "texte.odt": Owed("application/vnd.oasis.opendocument.text", ASKED),
        "plan.svg": Owed("image/svg+xml", ASKED),
        "salle.jpg": Owed("image/jpeg", ASKED),
        "assets/style.css": Owed("text/css; charset=utf-8", ASKED),
        "assets/site.js": Owed("javascript", ASKED),
    }
    return headers | dict(_kept_for_ever(output, page))


def _kept_for_ever(output: Path, page: str) -> Iterator[tuple[str, Owed]]:
    """Yield the addresses that change with what they hold, those of the page among them."""
    for name, media_type in (("style.css", "text/css; charset=utf-8"), ("site.js", "javascript")):
        mark = page.partition(f"assets/{name}?v=")[2][:10]
        yield f"assets/{name}?v={mark}", Owed(media_type, FOREVER)
    (font,) = (output / "assets").glob("*.woff2")
    assert font.name in page
    yield f"assets/{font.name}", Owed("font/woff2", FOREVER)
    types = {"jpg": "image/jpeg", "webp": "image/webp", "avif": "image/avif"}
    for ending, media_type in types.items():
        image = min(output.glob(f"salle-480-*.{ending}"))
        yield image.name, Owed(media_type, FOREVER)
