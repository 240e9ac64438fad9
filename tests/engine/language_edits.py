"""Edits of a site in several languages, by what they change."""

from tests.engine.edited_hub import ALPHA, SITE
from tests.engine.editing import Edit, rename, swap, toggle

LANGUAGES = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
theme: mini
search: true
plugins: [./plugins/extra.py]
private: {rounds: 100000}
sections: {news: {title: Nouvelles}}
organisation: {name: Association}
menus: {main: [news, about.md]}
languages:
  en:
    title: The hub
    sections: {news: {title: News}}
  br: {title: Ar c’hub, untranslated: show}
-- .keys.json --
{"sites": {"https://hub.example.org/": {
  "members": {"key": "AwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwM", "readers":
    {"all": {"password": "correct horse battery"}}}}}}
-- content/about.md --
---
title: À propos
---
Voir [alpha](news/2026-01-10-alpha.md).
-- content/about.en.md --
---
title: About
---
See [alpha](news/2026-01-10-alpha.md), [beta](news/2026-01-11-beta.md),
[in French](about.md) and ![a drawing](news/drawing.svg).
-- content/news/drawing.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"></svg>
-- content/news/2026-01-10-alpha.md --
---
title: Alpha
tags: [eau]
event: {start: 2026-12-24 18:00, location: salle, type: fête}
---
Le texte d’alpha.
-- content/news/2026-01-10-alpha.en.md --
---
title: Alpha in English
tags: [water]
aliases: [/old/alpha/]
---
The text of alpha.
-- content/news/2026-01-11-beta.md --
---
title: Bêta
---
Le texte de bêta.
-- content/en/news/gamma.md --
---
title: Gamma
translates: ../../news/2026-01-12-troisieme.md
---
The third text, after [beta](2026-01-11-beta.md).
-- content/reports/_index.md --
---
title: Rapports
---
Des rapports.
-- content/news/2026-01-12-troisieme.md --
---
title: Troisième
---
Le troisième texte.
-- content/br/about.md --
---
title: Diwar-benn
---
Un destenn.
-- content/members/_index.md --
---
title: Les membres
access: members
---
Entre nous.
-- content/members/2026-01-19-minutes.md --
---
title: Le compte rendu
---
Mille euros.
-- content/members/2026-01-19-minutes.en.md --
---
title: The minutes
---
A thousand euros.
-- content/_data/venues.yaml --
salle: {name: Salle des fêtes, city: Tours}
"""
"""A site in three languages, in which every way to write a translation is used."""
_THEME = SITE[SITE.index("-- themes/stem/theme.yaml --") :]
_PLUGIN = SITE[SITE.index("-- plugins/outside.txt --") :].partition("-- content/")[0]
LANGUAGES += _PLUGIN + _THEME.replace(
    "</body>",
    "{% for one in site.versions(page) if site.languages %}{{ one.lang }} {{ one.url }}"
    " {{ one.is_same }} {{ one.is_here }}\n{% endfor %}</body>",
    1,
)

ALPHA_EN = "content/news/2026-01-10-alpha.en.md"
LANGUAGE_EDITS: dict[str, Edit] = {
    "a translation's title": swap(ALPHA_EN, "title: Alpha in English", "title: The first"),
    "a translation's text": swap(ALPHA_EN, "The text", "A text"),
    "a translation's tag": swap(ALPHA_EN, "[water]", "[river]"),
    "a translation's former address": swap(ALPHA_EN, "/old/alpha/", "/older/alpha/"),
    "the original's title": swap(ALPHA, "title: Alpha", "title: Le premier"),
    "the original's text": swap(ALPHA, "Le texte", "Un texte"),
    "the original's date": swap(ALPHA, "tags: [eau]", "date: 2026-01-14\ntags: [eau]"),
    "the original's event": swap(ALPHA, "2026-12-24 18:00", "2026-12-26 19:00"),
    "the original's embargo": swap(ALPHA, "tags: [eau]", "embargo: 2026-12-24\ntags: [eau]"),
    "the original a draft": swap(ALPHA, "tags: [eau]", "draft: true\ntags: [eau]"),
    "the original private": swap(ALPHA, "tags: [eau]", "access: members\ntags: [eau]"),
    "a translation's event of its own": swap(
        ALPHA_EN, "tags: [water]", "event: {start: 2026-12-24 18:00, type: party}\ntags: [water]"
    ),
    "a new translation": toggle("content/news/2026-01-11-beta.en.md", "---\ntitle: B\n---\nB.\n"),
    "a new translation in a tree": toggle(
        "content/br/news/2026-01-11-beta.md", "---\ntitle: B\n---\nB.\n"
    ),
    "a new text in one language alone": toggle(
        "content/news/2026-02-01-only.en.md", "---\ntitle: O\n---\nO.\n"
    ),
    "a text of a section in another language": toggle(
        "content/news/_index.en.md", "---\ntitle: All news\n---\nText.\n"
    ),
    "a translation by its language": toggle(
        "content/news/2026-02-02-by.md",
        "---\ntitle: By\nlang: en\ntranslates: 2026-01-11-beta.md\n---\nBy.\n",
    ),
    "what a link of a tree names": toggle(
        "content/en/news/2026-01-11-beta.md", "---\ntitle: B\n---\nB.\n"
    ),
    "a section's text in a folder of its own": toggle(
        "content/en/studies/_index.md",
        "---\ntitle: Studies\ntranslates: /reports/_index.md\n---\nText.\n",
    ),
    "what a translation translates": swap(
        "content/en/news/gamma.md", "2026-01-12-troisieme", "2026-01-11-beta"
    ),
    "a moved translation": rename(ALPHA_EN, "content/en/news/2026-01-10-alpha.md"),
    "a removed original": rename("content/about.md", "content/about-us.md"),
    "a private translation": swap(
        "content/members/2026-01-19-minutes.en.md", "A thousand", "Two thousand"
    ),
    "no keys": rename(".keys.json", ".away.json"),
    "a language's title": swap("site.yaml", "title: The hub", "title: A hub"),
    "a language's section": swap("site.yaml", "{title: News}", "{title: All the news}"),
    "a section's name in a language's addresses": swap(
        "site.yaml", "{title: News}", "{title: News, slug: the-news}"
    ),
    "a section's name in addresses": swap(
        "site.yaml", "{title: Nouvelles}", "{title: Nouvelles, slug: nouvelles}"
    ),
    "a language's menu": swap(
        "site.yaml", "    sections: {news", "    menus: {main: [about.md]}\n    sections: {news"
    ),
    "a language's addresses": swap(
        "site.yaml", "    sections: {news", "    urls: {agenda: /events/}\n    sections: {news"
    ),
    "a language's own address": swap(
        "site.yaml", "    sections: {news", "    url: /english/\n    sections: {news"
    ),
    "a language's own host": swap(
        "site.yaml", "    sections: {news", "    url: https://en.example.org/\n    sections: {news"
    ),
    "a language's theme": swap(
        "site.yaml", "    sections: {news", "    theme_options: {line: A line}\n    sections: {news"
    ),
    "what is not translated left out": swap("site.yaml", "show", "omit"),
    "what is not translated shown": swap(
        "site.yaml", "    sections: {news", "    untranslated: show\n    sections: {news"
    ),
    "a language less": swap("site.yaml", "  br: {title", "  # br: {title"),
    "one language alone": swap("site.yaml", "languages:", "extra:"),
    "a language's typography": swap(
        "site.yaml", "untranslated: show", "typography: fr, untranslated: show"
    ),
    "a language's data": toggle(
        "content/_data/en/venues.yaml", "salle: {name: Village hall, city: Tours}\n"
    ),
    "a file that one language shows": swap("content/news/drawing.svg", 'width="20"', 'width="30"'),
    "a language's words": toggle(
        "themes/mini/locales/br.po",
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8"\n\n'
        'msgid "Home"\nmsgstr "Degemer"\n',
    ),
}
"""Edits of `LANGUAGES`, by what they change."""
