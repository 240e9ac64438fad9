"""A site of odd content that is right all the same: what no demo has, and somebody will write."""

from functools import cached_property
from pathlib import Path

from sitegen.engine.options import BuildReport
from tests.fuzzing.naughty import NAUGHTY, yaml_text
from tests.html_checks import Page, html_pages
from tests.support import SiteFolder

BASE = "hub/é"
URL = "https://hub.example.org/hub/%C3%A9"
LONG = "Anticonstitutionnellement" * 12
"""A word of 300 letters."""

SITE = f"""
-- site.yaml --
title: {yaml_text(NAUGHTY["entities"])}
url: https://hub.example.org/hub/é/
per_page: 3
holidays: FR
sitemap: {{news: true}}
feeds: {{limit: 200}}
organisation:
  name: {yaml_text(NAUGHTY["quotes"])}
  address: {yaml_text(NAUGHTY["folders"])}
  contacts: {{presse: {{name: {yaml_text(NAUGHTY["tags"])}, phone: "x", email: "a@example.org"}}}}
menus:
  main: [seule, {{title: {yaml_text(LONG)}, url: /}}, {{title: "مرحبا", url: "https://example.org/é?a=1&b=2"}}]
-- content/vide/_index.md --
---
title: Une rubrique vide
---
-- content/seule/2026-01-01-seul.md --
---
title: Le seul article, sans rien
---
-- content/a/b/c/d/e/f/g/2026-01-02-profond.md --
---
title: Profond
---
Texte.
-- content/été à Noël/2026-01-03-œuvre d’été.md --
---
title: Des accents dans le nom du fichier
image: {{src: photo d’été.svg, alt: ""}}
attachments: [données à lire.csv]
---
Voir [le fichier](données à lire.csv) et ![une photo](photo d’été.svg).
-- content/été à Noël/données à lire.csv --
a;b
-- content/été à Noël/photo d’été.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="20000" height="10"></svg>
-- content/news/2026-01-04-long.md --
---
title: {LONG} et la suite
summary: Voyez https://www.example.org/{"une_adresse_qui_ne_se_coupe_pas/" * 4}index.html?a=1
tags: [{", ".join(f"étiquette numéro {number}" for number in range(40))}]
authors: [{", ".join(f"Personne {number}" for number in range(12))}]
---
{LONG} {LONG}

## {LONG}

> {LONG}

`{LONG}`

- {LONG}
-- content/news/2026-01-05-table.md --
---
title: Un grand tableau
---
|{"|".join(f" colonne {number} " for number in range(30))}|
|{"---|" * 30}
{"".join("|" + f" {LONG[:30]} |" * 30 + chr(10) for _ in range(40))}
-- content/news/2026-01-06-arabe.md --
---
title: مرحبا بالعالم
lang: ar
tags: [عربي]
summary: هذا ملخص قصير للخبر.
---
هذا نص. ![صورة](/photo.svg)

## عنوان
-- content/news/2026-01-07-chinois.md --
---
title: 田中さんにあげて下さい
lang: zh-Hant-TW
---
文字。
-- content/news/2026-01-08-anglais.md --
---
title: "An English one: really?"
lang: en-GB
event: {{start: 2026-12-14}}
---
Text.
-- content/news/2026-11-21-taiwan.md --
---
title: 台灣 & « 新聞 » <3 🗞️
lang: zh-TW
date: 2026-11-21 23:59
event: {{start: 2026-12-10 18:00, timezone: Asia/Taipei, name: 活動, location: {{name: "台北 “101”; 5樓"}}}}
---
文字。
-- content/news/2026-11-22-hebreu.md --
---
title: שלום עולם, 2026!
lang: he
author: "לוי, ש. <s@example.org>"
event: {{start: 2026-12-11, name: "יום & לילה", location: {{name: ירושלים, geo: [31.78, 35.22]}}}}
---
טקסט [קישור](/news/arabe/).
-- content/news/2026-11-22-bresil.md --
---
title: Olá
lang: pt-BR
tags: ["🎉", "🎉🎉", "C++", "C#", ".NET", "&"]
translates: /news/2026-01-08-anglais.md
---
Texto.
-- content/news/1582-10-15-gregoire.md --
---
title: Le premier jour du calendrier grégorien
event: {{start: 1914-02-28 23:30, end: 1914-03-01 00:30}}
---
-- content/news/1911-03-11-heure.md --
---
title: La nuit où l’heure changea
date: 1911-03-10 23:55
updated: 1911-03-11 00:05
---
-- content/news/1911-03-12-mot.md --
---
title: {LONG}
event: {{start: 2026-12-13 10:00}}
---
-- content/photo.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"></svg>
-- content/🎈 fête/_index.md --
---
title: 🎈
---
-- content/🎈 fête/sans-date.md --
---
title: "Sans date : « \\"?\\" » & 👩‍👩‍👧 ; <i>"
tags: [sans date]
event: {{start: 2026-12-12 20:00, name: "\\"Fête\\" ; à, \\\\n & <b>"}}
---
-- content/favicon.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"></svg>
-- content/page.md --
---
title: Une page sans texte
aliases: [/ancienne adresse.html, /vieux/é/]
---
"""

EVENTS = {
    "spring": "{start: 2027-03-28 01:00, end: 2027-03-28 04:00}",
    "gap": "{start: 2027-03-28 02:30}",
    "autumn": "{start: 2026-10-25 02:30, end: 2026-10-25 02:30}",
    "years": "{start: 2026-12-30, end: 2027-01-02}",
    "night": "{start: 2026-12-31 22:00, end: 2027-01-01 00:00}",
    "zones": "{start: 2026-12-01 08:00, timezone: Pacific/Apia, repeat: {rrule: FREQ=WEEKLY;COUNT=3}}",
    "leap": "{start: 2028-02-29, repeat: {rrule: FREQ=YEARLY;COUNT=3}}",
    "every day": "{start: 2026-12-01, repeat: {rrule: FREQ=DAILY;COUNT=40}}",
    "offset": "{start: 2026-12-02T10:00+05:45, end: 2026-12-02T11:00Z}",
    "online": "{start: 2026-12-03 10:00, online: 'https://example.org/é?a=1&b=2'}",
    "hybrid": "{start: 2026-12-04 10:00, location: {name: 'A, b; c', geo: [47.2, -1.5]}, online: 'https://example.org/'}",
    "tentative": "{start: 2026-12-05, status: tentative}",
    "postponed": "{start: 2026-12-06, status: postponed}",
    "rescheduled": "{start: 2026-12-07, status: rescheduled, previous_start: 2026-12-01}",
    "cancelled": "{start: 2026-12-08, status: cancelled}",
    "full": "{start: 2026-12-09, status: full, registration: ['https://example.org/é?a=1&b=2', {email: a@example.org}]}",
    "endless": "{start: 2026-12-01 18:00, repeat: {rrule: FREQ=WEEKLY}}",
    "endless days": "{start: 2026-11-29, end: 2026-11-30, repeat: {rrule: FREQ=MONTHLY;BYDAY=-1SU}}",
    "exceptions": "{start: 2026-12-01 02:30, repeat: {rrule: FREQ=DAILY;UNTIL=20270401, except: [2026-12-25]}}",
    "moved": "{start: 2026-12-02 09:00, repeat: {rrule: FREQ=WEEKLY;COUNT=4, changes: [{date: 2026-12-09, start: 2026-12-10 09:00}, {date: 2026-12-16, status: cancelled}]}}",
    "far": "{start: 2099-12-31 23:00, end: 2100-01-01 01:00}",
    "past": "{start: 1999-12-31, type: 'Une fête & un bal'}",
}  # fmt: skip


class OddSite:
    """The site, built at the tests' clock below the path of its address."""

    def __init__(self, folder: Path, theme: str = "association") -> None:
        self.site = SiteFolder(folder / "site")
        self.site.output = self.site.root / "www" / BASE
        self.site.lay_out(SITE)
        self.site.append("site.yaml", f"theme: {theme}\n")
        for number, (name, text) in enumerate(NAUGHTY.items()):
            written = yaml_text(text)
            self.site.write(
                f"content/textes/2026-02-01-{number}.md",
                f"---\ntitle: {written}\ntags: [{written}]\nauthor: {written}\nplace: {written}\n"
                "check: {ignore: [SG291]}\n"  # one of them is a single word in small letters
                f"kind: {written}\nsummary: {written}\n---\nTexte : {name}.\n",
            )
        for number, (name, event) in enumerate(EVENTS.items()):
            self.site.write(
                f"content/agenda/2026-03-01-{number}.md",
                f"---\ntitle: Événement {name}\nevent: {event}\n---\n",
            )
        self.report: BuildReport = self.site.build()
        self.root = self.site.output.parent.parent
        """What the host serves."""

    @cached_property
    def pages(self) -> dict[str, Page]:
        return {page.path: page for page in html_pages(self.root)}
