"""A site in which everything that an author or a webmaster can write attacks."""

import json
from collections.abc import Sequence
from pathlib import Path

from tests.attacks.vectors import BODIES, WORDS
from tests.imaging.pictures import encoded, picture
from tests.support import SiteFolder

_ON_A_PAGE = 12
"""Vectors within one document, where none of them swallows the others."""
_SWALLOWING = ("<!", "<?", "<textarea", "<title", "<xmp", "<noscript", "<script>pwned()")
_REFUSED = (
    next(body for body in BODIES if body.startswith("<a title='`'")),
    f"Mot {next(word for word in WORDS if word.startswith('<!--'))}",
)
"""What a build tells as opened and never closed: it is published nowhere."""


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def lay_out(root: Path, engine: str) -> SiteFolder:
    site = SiteFolder(root)
    site.write("site.yaml", _site(engine))
    site.write("content/film.mp4", b"film")
    site.write("content/a.pdf", b"pdf")
    site.write(
        "content/photo.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>'
    )
    site.write("content/_data/venues.yaml", f"salle: {{name: {quoted(WORDS[0])}}}\n")
    pixels = encoded(picture(4, 3), "PNG")
    for folder in ("", "corps/", "news/", "refused/"):
        for name in ("x", "x.png"):
            site.write(f"content/{folder}{name}", pixels)
    for number, word in enumerate(WORDS):
        site.write(f"content/news/2026-01-{number + 1:02}-words{number}.md", _front(word, number))
    for number, text in enumerate(_bodies()):
        heading = f"---\ntitle: Corps {number}\ndate: 2026-02-01\n---\n"
        site.write(f"content/corps/{number}.md", heading + text)
    for number, text in enumerate(_REFUSED):
        heading = f"---\ntitle: Refus {number}\ndate: 2026-02-01\n---\n"
        site.write(f"content/refused/{number}.md", heading + text)
    site.write("content/news/_index.md", f"---\ntitle: {quoted(WORDS[1])}\n---\n{BODIES[30]}\n")
    site.write("content/_index.md", f"---\ntitle: {quoted(WORDS[3])}\n---\n{BODIES[31]}\n")
    return site


def build_attacked(site: SiteFolder) -> None:
    """Build it: what is never closed is told and left out, and all else is published."""
    told = [(error.code, error.path) for error in site.build().errors]
    refused = [f"content/refused/{number}.md" for number, _ in enumerate(_REFUSED)]
    assert told == [("markup-open", path) for path in refused]
    assert list(site.output.glob("refused/?*/index.html")) == []


def _bodies() -> Sequence[str]:
    published = [body for body in BODIES if body not in _REFUSED]
    alone = [body for body in published if body.lstrip("`").startswith(_SWALLOWING)]
    others = [body for body in published if body not in alone]
    together = [
        "\n\n".join(others[start : start + _ON_A_PAGE])
        for start in range(0, len(others), _ON_A_PAGE)
    ]
    return [*alone, *together]


def _site(engine: str) -> str:
    a, b, c = (quoted(word) for word in WORDS[:3])
    return f"""\
title: {a}
url: https://hub.example.org/
description: {b}
markdown: {{engine: {engine}}}
organisation:
  name: {c}
  address: {a}
  email: {b}
  phone: {b}
  offices: [{{name: {a}, people: [{{name: {b}, role: {c}, email: {b}}}]}}]
  contacts: {{presse: {{name: {a}, role: {b}, email: {c}, phone: {b}}}}}
sections: {{news: {{title: {b}}}}}
menus:
  main: [{{title: {a}, url: /x/}}, {{title: {b}, url: 'https://a.example/"onclick="pwned()'}}]
  footer: [{{title: {c}, url: "#\\"onclick=pwned()"}}]
"""


def _front(word: str, number: int) -> str:
    value, extra = quoted(word), quoted(word.replace("javascript:", "javascript "))
    if word.startswith("<!--"):
        word += "-->"  # in a text it would be refused
    argument = quoted(word.replace('"', "'")) if "'" not in word else f'"{word}"'
    return f"""\
---
title: {value}
summary: {value}
author: {value}
tags: [{value}, autre]
kind: {value}
place: {value}
image: {{src: /photo.svg, alt: {value}, caption: {value}, credit: {value}}}
source: {{name: {value}, url: "https://a.example/?\\"onclick=pwned()<script>"}}
contact: {{name: {value}, role: {value}, phone: {value}, email: {value}}}
signatories: [{value}]
attachments: [/a.pdf]
event:
  id: e{number}
  start: 2026-12-{number + 1:02} 09:00
  name: {value}
  type: {value}
  location: {{name: {value}, address: {value}, city: {value}, url: "https://a.example/'\\"<b>"}}
  organizer: {value}
  online: "https://a.example/\\"><script>pwned()</script>"
  registration: [{{email: {value}, phone: {value}}}]
extra: {{x: {extra}}}
---
## {word}

::: quote speaker={argument} role={argument} source={argument}
Mot {word}
:::

::: alert title={argument}
Mot {word}
:::

::: document /a.pdf title={argument}

::: figure /photo.svg alt={argument} caption={argument} credit={argument}

::: video /film.mp4 title={argument}

::: map name={argument} address={argument}

::: contact name={argument} role={argument} phone={argument} email={argument}

::: gallery title={argument}
![{word}](/photo.svg)
:::

![{word.replace("]", "")}](/photo.svg "{word.replace('"', "'")}")
"""
