"""Edits of a site, each with a single cause: one for every kind of question and of input.

Coarse random edits are blind: an edit of everything hides which dependency was forgotten.
"""

import os
import shutil
import zlib
from collections.abc import Callable

from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
theme: mini
theme_options: {line: Une ligne, accent: "#c2185b"}
search: true
plugins: [./plugins/extra.py]
plugin_options: {extra: {sign: "!"}}
private: {rounds: 100000}
urls:
  search: /recherche/
feeds: {limit: 20}
per_page: 3
redirects: {/vieux/: /about/}
sources:
  amf: {url: "https://amf.example/", pages: false, into: {section: news, folder: news}}
letter:
  lists:
    hebdo: {title: Hebdo, to: a@b.example, sender: c@b.example, unsubscribe: "mailto:d@b.example"}
markdown: {engine: markdown, raw_html: safe, time_limit: 10}
images: {widths: [20], formats: [webp], cards: false}
description: Une description
organisation:
  name: Association
  contacts: {presse: {name: Ana, phone: 01 99 00 00 01}}
sections: {news: {title: Nouvelles}, reports: {title: Rapports}}
repository: {view: "https://git.example.org/view/content/"}
menus:
  main: [news, about.md, {title: De quoi, target: tools.md}, {title: Entre nous, target: members},
    {title: Ailleurs, url: "https://example.org/"}]
-- plugins/outside.txt --
dehors
-- plugins/extra.py --
'''What the site adds of its own.'''

import msgspec
from markupsafe import Markup

from sitegen.plugins import Plugin


class Options(msgspec.Struct, frozen=True):
    sign: str = "?"


plugin = Plugin(options=Options, templates={"shared_sign.html": "<b>{{ sign }}</b>"})


@plugin.input(watch=lambda root: ["plugins/outside.txt"])
def outside(root):
    with open(f"{root}/plugins/outside.txt", encoding="utf-8") as file:
        return {"text": file.read()}


@plugin.documents
def count(document):
    return document.replace(extra={**document.extra, "letters": len(document.title)})


@plugin.filter
def twice(value):
    return f"{value}, {value}"


@plugin.question
def highest(facts, column):
    rows = facts.data("figures") or ()
    return max((row[column] for row in rows), default="")


@plugin.question
def seen_outside(facts):
    return facts.input("outside")["text"]


@plugin.shortcode
def sign(site, tag: str):
    '''Shows how many articles have a tag.'''
    shown = site.part("shared_sign.html", sign=plugin.options.sign)
    return Markup("{} {} {}").format(shown, len(site.articles(99, kind="tag", value=tag)), tag)
-- content/_index.md --
---
title: Accueil
---
Bienvenue.
-- .keys.json --
{"sites": {"https://hub.example.org/": {
  "press": {"key": "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE", "readers":
    {"afp": {"secret": "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI"}}},
  "members": {"key": "AwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwM", "readers":
    {"all": {"password": "correct horse battery"}}}}}}
-- content/private.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="30" height="10"></svg>
-- content/private.png.base64 --
iVBORw0KGgoAAAANSUhEUgAAACgAAAAUCAMAAADImI+JAAAACVBMVEXIHh4eyB4eHsjZlZdgAAAAG0lEQVR42mNggANGvIBh
VOGAKWTCC0YV0lkhAKMIA4VJN9PoAAAAAElFTkSuQmCC
-- content/news/2026-01-18-before.md --
---
title: Avant
embargo: 2026-12-24
preview: {access: press, until: 2026-12-20}
tags: [eau]
image: {src: /private.svg, alt: Un dessin}
event: {id: avant, start: 2026-12-15, location: salle}
---
Avant tous. ![Une photographie](/private.png) Voir [alpha](2026-01-10-alpha.md).
-- content/members/_index.md --
---
title: Les membres
access: members
---
Entre nous.
-- content/members/2026-01-19-minutes.md --
---
title: Le compte rendu
event: {id: membres, start: 2026-11-30 18:00, repeat: {rrule: FREQ=MONTHLY}}
---
Entre nous.
-- content/members/2026-01-20-accounts.md --
---
title: Les comptes
date: 2026-12-02
---
Mille euros, voir [le compte rendu](2026-01-19-minutes.md).
-- content/about.md --
---
tags: [feu]
title: À propos
---
Voir [alpha](news/2026-01-10-alpha.md#deux) et ![l’image](photo.svg).
-- content/photo.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"></svg>
-- content/tools.md --
---
title: Outils
---
::: quote Ana
Une phrase.
:::
::: contact presse
::: document notice.txt title="La notice"
::: figure photo.svg alt="La photo"
::: map salle
::: events type=fête limit=2
::: chiffre 412 image=photo.svg
-- content/news/2026-01-15-eta.md --
---
title: Êta
---
::: video https://youtu.be/aqz-KE-bpKQ title="Le film"
::: events tag=eau
-- content/photo.png.base64 --
iVBORw0KGgoAAAANSUhEUgAAACgAAAAUCAMAAADImI+JAAAACVBMVEXIHh4eyB4eHsjZlZdgAAAAG0lEQVR42mNggANGvIBh
VOGAKWTCC0YV0lkhAKMIA4VJN9PoAAAAAElFTkSuQmCC
-- content/notice.txt --
Une pièce jointe.
-- content/news/_index.md --
---
title: Nouvelles
---
Des nouvelles.
-- content/news/2026-01-10-alpha.md --
---
title: Alpha
tags: [eau, feu]
author: ana
contact: presse
attachments: [/notice.txt]
---
Le texte d’alpha. Quoi ? Un sujet : l’<b>eau</b> !

## Deux

Suite.
-- content/news/2026-01-11-beta.md --
---
title: Bêta
tags: [eau]
image: {src: /photo.svg, alt: Une image}
event: {id: fete, start: 2026-12-24, end: 2026-12-26, location: salle, type: fête}
---
Le texte de bêta.
-- content/news/2026-01-12-gamma.md --
---
title: Gamma
event: fete
image: {src: /photo.png, alt: Une photographie, focus: 30% 50%}
signatories: [asso]
---
Compte rendu.
-- content/news/2026-01-13-delta.md --
---
title: Delta
author: Bob
event: {id: mensuel, start: 2026-11-05 18:00, repeat: {rrule: FREQ=MONTHLY}}
---
Chaque mois.
-- content/news/2026-01-14-epsilon.md --
---
title: Epsilon
---
Un.

::: sign eau
-- content/reports/2026-01-20-zeta/index.md --
---
title: Zeta
event: mensuel@2026-12-05
expires: 2027-02-01
---
Un rapport, avec [un fichier](annexe.csv).
-- content/reports/2026-01-20-zeta/annexe.csv --
a;b
-- content/guide/_index.md --
---
title: Guide
layout: documentation
---
Par où commencer.
-- content/guide/first.md --
---
title: Premiers pas
weight: 1
translates: ../about.md
---
# Premiers pas

Voir [le fichier](../../README.md).
-- content/guide/second.md --
---
title: La suite
weight: 2
kind: Avancé
---
La suite du guide.
-- other/a.md --
---
title: Ailleurs
---
Un autre dossier.
-- content/_data/authors.yaml --
ana: {name: Ana Martin, role: Présidente}
-- content/_data/venues.yaml --
salle: {name: Salle des fêtes, city: Tours, timezone: Europe/Paris}
-- content/_data/organisations.yaml --
asso: {name: Une association}
ligue: {name: La ligue}
-- content/_data/letters/2026-01-18-hebdo.yaml --
list: hebdo
state: sent
subject: L’hebdo
message_id: 1@hub.example.org
date: 2026-01-18
articles: [news/2026-01-10-alpha.md, news/2026-01-11-beta.md]
dates: [{event: mensuel@2026-12-05, start: 2026-12-05 18:00}]
-- content/_data/press.yaml --
sections: [news]
contacts: [{contact: presse, region: Touraine}]
files: [{title: Logo, files: [photo.svg], licence: Libre}]
-- content/_data/coverage.yaml --
- {medium: La Gazette, title: Un êta, date: 2026-01-14, release: news/2026-01-15-eta.md}
- {medium: Radio Bocage, title: La fête, date: 2025-12-30, kind: radio}
-- content/_data/figures.csv --
nom;part
Tours;12
-- themes/stem/theme.yaml --
options:
  line: {type: text}
  accent: {type: colour, default: "#0b5d66"}
  count: {type: number, default: 3}
  blocks: {type: choices, choices: [a, b], default: [a, b]}
-- themes/stem/templates/static/assets/colours.css --
{% include "tones.css" %} a { color: {{ site.option("accent") }} }
-- themes/stem/templates/tones.css --
p { margin: 0 }
-- themes/stem/templates/foot.html --
<address>{{ _("Foot") }}</address>
-- themes/stem/static/stem.txt --
La souche.
-- themes/stem/locales/fr.po --
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8"

msgid "Foot"
msgstr "Pied"
-- themes/graft/theme.yaml --
extends: stem
-- themes/graft/templates/foot.html --
<address>La greffe</address>
-- themes/mini/theme.yaml --
extends: stem
options:
  count: {default: 2}
shortcodes:
  chiffre:
    shorthand: valeur
    arguments: {valeur: {type: word, required: true}, sens: {}, image: {type: image}}
-- themes/mini/static/assets/style.css --
body {}
-- themes/mini/locales/fr.po --
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8"

msgid "Home"
msgstr "Accueil"
-- themes/mini/templates/base.html --
<html><head><title>{{ site.title }}</title>
<meta content="{{ site.security_policy() }}"><link href="{{ site.static("assets/style.css") }}">
<link href="{{ site.static("assets/colours.css") }}"><link href="{{ site.rss_url }}">
</head><body>{% for one in site.menu("main") %}<a href="{{ one.url }}">{{ one.title }}</a>
{% endfor %}<p>{{ _("Home") }} {{ site.organisation.name }}</p>
{% block main %}{% endblock %}{% include "foot.html" %}
{{ site.part("shared.html", level=2) }}{%include"tight.html"%}
{% include "extra.html" ignore missing %}</body></html>
-- themes/mini/templates/shortcodes/quote.html --
<blockquote>{{ content }}</blockquote>{{ shortcode.speaker }}
-- themes/mini/templates/shortcodes/chiffre.html --
<b>{{ shortcode.valeur }} {{ shortcode.sens }}</b><img src="{{ shortcode.image.address }}" alt="">
-- themes/mini/templates/shortcodes/contact.html --
{{ site.organisation.contacts[shortcode.contact].phone }}
-- themes/mini/templates/shortcodes/document.html --
<a href="{{ shortcode.file.address }}">{{ shortcode.title }}</a>
{{ site.asset(shortcode.file.path).size|file_size }}
-- themes/mini/templates/shortcodes/figure.html --
<img src="{{ shortcode.src.address }}" alt="{{ shortcode.alt }}">
-- themes/mini/templates/shortcodes/map.html --
{% set place = site.venue(shortcode.venue) %}{{ place.name }} {{ place|map_url }}
-- themes/mini/templates/shortcodes/events.html --
{% from "lists.html" import dates %}{% set kind, value = shortcode.scope %}
{{ dates(site.upcoming(shortcode.limit, kind, value|slug)) }}
-- themes/mini/templates/shortcodes/video.html --
<a href="{{ shortcode.embed.page }}">{{ shortcode.title }}</a>
-- themes/mini/templates/shared.html --
<h{{ level }}>{% for one in site.articles(1) %}{{ one.title }}{% endfor %}</h{{ level }}>
-- themes/mini/templates/tight.html --
{%import("tight_words.html")as words%}{%from"tight_words.html"import ends%}
<i>{{ words.begins() }} {{ ends() }}</i>
-- themes/mini/templates/tight_words.html --
{% macro begins() %}Le début{% endmacro %}{% macro ends() %}la fin{% endmacro %}
-- themes/mini/templates/foot.html --
<footer>{{ site.description }} {{ site.option("line") }} {% include "parent:foot.html" %}</footer>
-- themes/mini/templates/lists.html --
{% macro list(entries) %}{% for one in entries %}<li><a href="{{ one.url }}">{{ one.title }}</a>
{{ one.date | day }}</li>{% endfor %}{% endmacro %}
{% macro dates(found) %}{% for one in found %}<li>{{ one | period }} {{ one.event.name }}
{{ one.event.location.name if one.event.location }}
{{ one.event.type }} {{ one.event.status }} {{ one.event.lang }}</li>{% endfor %}{% endmacro %}
-- themes/mini/templates/article.html --
{% extends "base.html" %}{% from "lists.html" import list, dates %}{% block main %}
<h1>{{ entry.title }}</h1>{{ entry.authors | map(attribute="name") | join(", ") }}
{% for one in entry.tags %}<i data-search-filter="tag">{{ one.name }}</i>{% endfor %}
<i data-search-filter="section">{{ entry.section.title }}</i>{{ entry.image.src if entry.image }}
{{ site.picture(entry.image, "wide") }} {{ site.shared_image(entry) }}
{{ entry.contact.phone if entry.contact }} {{ words }}
{{ entry.attachments | map(attribute="size") | join(", ") }}
{% for one in entry.signatories %}{{ one.name }} {{ one.page }}{% endfor %}
{{ site.coverage_of(entry) | map(attribute="title") | join(", ") }} {{ site.press_url }}
{{ body }}{{ site.highest("part") }}
{{ list(site.related(entry)) }}{{ list(site.neighbours(entry) | select) }}
{% for event in entry.events %}{{ event | period }} {{ event.location.name if event.location }}
{{ site.phase(event) }} {{ site.is_registration_over(event) }}
{{ event.price | map("price") | list }}
{{ event.programme | map("hours") | list }} {{ dates([site.next_date(event)]) }}
{{ dates(site.event_dates(event)) }} {{ site.event_date_count(event) }}
{{ list(site.about(event)) }}
{% for date in site.event_dates(event) %}{{ list(site.about_date(date)) }}{% endfor %}
{{ event | elsewhere(site.timezone) }} {{ event | event_json_ld(site.absolute(event.url)) }}
{{ event | google_calendar(site.absolute(event.url)) }}
{% endfor %}{% for id in entry.about %}{% set date = site.reported(id) %}
{{ date | period if date }} {{ date.event.name if date }}{% endfor %}
{% endblock %}
-- themes/mini/templates/page.html --
{% extends "base.html" %}{% block main %}<h1>{{ entry.title | twice }}</h1>{{ body }}
{{ site.seen_outside }} {{ entry.extra.letters }}
{{ site.data("figures") }}{{ frame_hosts }}{% endblock %}
-- themes/mini/templates/layouts/documentation/page.html --
{% extends "base.html" %}{% set trunk = entry.section.trunk if entry.section else "" %}
{% block main %}<h1>{{ entry.title }}</h1>{{ site.trail(entry.section) }}
{{ site.part("tree.html", trunk=trunk) | mark_current(page.url) }}{{ body }}
{% for one in site.guide_neighbours(trunk, page.url) if one %}{{ one.title }}{% endfor %}
{% for one in site.translations(entry) %}{{ one.lang }} {{ one.title }}{% endfor %}
{{ site.edit_url(entry.id) }}{% endblock %}
-- themes/mini/templates/layouts/documentation/section.html --
{% extends "base.html" %}{% block main %}{{ section.title }}{{ introduction }}
{% for one in site.guide_below(section.trunk, page.url) %}{{ one.title }}{% endfor %}{% endblock %}
-- themes/mini/templates/tree.html --
{% for one in site.guide(trunk) %}<a href="{{ one.url }}">{{ one.title }} {{ one.kind }}</a>
{% endfor %}
-- themes/mini/templates/home.html --
{% extends "base.html" %}{% from "lists.html" import list, dates %}{% block main %}
{{ introduction }}{{ list(site.articles(site.option("count"))) }}
{{ site.option("blocks") | join(" ") }}{{ dates(site.upcoming(3)) }}{% endblock %}
-- themes/mini/templates/section.html --
{% extends "base.html" %}{% from "lists.html" import list %}{% block main %}
{{ section.title }}{{ section.extra }}
{{ introduction }}{{ list(entries) }}{{ pager.urls | join(" ") }}{% endblock %}
-- themes/mini/templates/tag.html --
{% extends "base.html" %}{% from "lists.html" import list, dates %}{% block main %}
{{ term.name }}{{ list(entries) }}{{ dates(site.upcoming(3, "tag", term.slug)) }}{% endblock %}
-- themes/mini/templates/author.html --
{% extends "base.html" %}{% from "lists.html" import list %}{% block main %}
{{ author.name }} {{ author.role }}{{ list(entries) }}{% endblock %}
-- themes/mini/templates/tags.html --
{% for term, count in site.terms("tag") %}{{ term.name }} {{ count }}{% endfor %}
-- themes/mini/templates/authors.html --
{% for term, count in site.terms("author") %}{{ term.name }} {{ count }}{% endfor %}
-- themes/mini/templates/organisation.html --
{% extends "base.html" %}{% from "lists.html" import list, dates %}{% block main %}
{{ organisation.name }} {{ organisation.url }}{{ list(entries) }}{% endblock %}
-- themes/mini/templates/organisations.html --
{% for one, count in site.terms("organisation") %}{{ one.name }} {{ one.page }} {{ count }}
{% endfor %}
-- themes/mini/templates/archives.html --
{% for year, months in years.items() %}{{ year }} {{ months }}{% endfor %}
-- themes/mini/templates/archive.html --
{% from "lists.html" import list %}{{ period }}{{ total }}{{ list(entries) }}
-- themes/mini/templates/agenda.html --
{% from "lists.html" import dates %}{% for month, found in months.items() %}{{ month }}
{{ dates(found) }}{% endfor %}{{ filters.further_tags }}{{ index }}
{% if glance %}{{ glance.year }} {{ glance.url }} {{ glance.previous }} {{ glance.next }}
{% for week in glance.weeks %}{% for day in week %}{{ day.url }}{% endfor %}{% endfor %}{% endif %}
-- themes/mini/templates/agenda_past.html --
{% from "lists.html" import dates %}{% for month, found in months.items() %}{{ month }}
{{ dates(found) }}{% endfor %}
-- themes/mini/templates/agenda_year.html --
{% from "lists.html" import dates %}{% for month, found in months.items() %}{{ month.url }}
{{ dates(found) }}{% endfor %}
-- themes/mini/templates/agenda_filter.html --
{% from "lists.html" import dates %}{{ name }}{{ further }}{{ years }}
{{ dates(past) }}{% for month, found in months.items() %}{{ dates(found) }}{% endfor %}
-- themes/mini/templates/agenda_subscribe.html --
{% for one in filters["type"] + filters["tag"] + sections %}{{ one.name }} {{ one.calendar_url }}
{% endfor %}{{ site.absolute(site.calendar_url("all")) | webcal | qr_code }}
-- themes/mini/templates/agenda_month.html --
{% for week in weeks %}{% for day in week %}{{ day.date }} {{ day.holiday }}
{% for one in day.occurrences %}{{ one.event.name }}{% endfor %}{% endfor %}{% endfor %}
{{ previous.url if previous }} {{ next.url if next }}
-- themes/mini/templates/agenda_week.html --
{{ week.number }} {{ period }} {{ previous.url if previous }} {{ next.url if next }}
{% for one in occurrences %}{{ one.event.name }}{% endfor %}
{{ site.calendar_url("week", page.subject) }}
-- themes/mini/templates/accessibility.html --
{{ site.accessibility.conformance }}
-- themes/mini/templates/letters.html --
{% extends "base.html" %}{% block main %}{% for one in letters %}{{ one.url }} {{ one.list_title }}
{% endfor %}{% endblock %}
-- themes/mini/templates/letter.html --
{% extends "base.html" %}{% block main %}{{ fields.subject }} {{ letter | letter_json_ld(site) }}
{% for part in parts %}{{ part.title }}{% for one in part.entries %}{{ one.title }}{% endfor %}
{% endfor %}{% for week in weeks %}{{ week.monday }}{% for line in week.dates %}
{{ line.event.name }} {{ line.event.status }} {{ line.has_changed }}{% endfor %}{% endfor %}
{{ list.title if list }}{% endblock %}
-- themes/mini/templates/private.html --
{% extends "base.html" %}{% block main %}{{ envelope }} {{ sealed }}{% endblock %}
-- themes/mini/templates/press.html --
{% extends "base.html" %}{% from "lists.html" import list, dates %}{% block main %}
{% for one in press.contacts %}{{ one.name }} {{ one.phone }} {{ one.region }} {{ one.card }}
{% endfor %}{% for found in pictures.values() %}{% for one in found %}{{ one.title }}
{{ one.formats | map(attribute="size") | join(" ") }}{% endfor %}{% endfor %}
{{ press | press_json_ld(site) }}{{ list(releases) }}{{ dates(coming) }}
{{ mentions | map(attribute="title") | join(", ") }}{% endblock %}
-- themes/mini/templates/coverage.html --
{% for one, count in years %}{{ one }} {{ count }}{% endfor %}{% for one in mentions %}
{{ one.medium }} {{ one.title }} {{ site.entry(one.entry_id).title if one.entry_id }}{% endfor %}
-- themes/mini/templates/404.html --
{% extends "base.html" %}
-- themes/mini/templates/search.html --
{% extends "base.html" %}{% block main %}{{ site.search_url }}{% endblock %}
-- themes/mini/templates/redirect.html --
{{ entry.url }}
-- themes/mini/templates/moved.html --
{{ moved.url }} {{ moved.title }}
"""

ALPHA = "content/news/2026-01-10-alpha.md"
BETA = "content/news/2026-01-11-beta.md"
GAMMA = "content/news/2026-01-12-gamma.md"
DELTA = "content/news/2026-01-13-delta.md"
BEFORE = "content/news/2026-01-18-before.md"
MINUTES = "content/members/2026-01-19-minutes.md"
ZETA = "content/reports/2026-01-20-zeta/index.md"
Edit = Callable[[SiteFolder], None]


def swap(path: str, old: str, new: str) -> Edit:
    """Return an edit that replaces a text, and takes it back when it is made again.

    What is inserted before a line is known by its own text, whatever other edits put around it.
    """
    mark = new.removesuffix(old) if new.endswith(old) else new

    def edit(site: SiteFolder) -> None:
        target = site.root / path
        if not target.exists():
            return
        text = target.read_text(encoding="utf-8")
        if mark in text:
            site.write(path, text.replace(mark, "" if mark != new else old))
        else:
            site.write(path, text.replace(old, new))

    return edit


def _palette(red: int) -> bytes:
    """Return the photograph's palette with its check, the left quarter of another colour."""
    chunk = b"PLTE" + bytes((red, 30, 30, 30, 200, 30, 30, 30, 200))
    return chunk + zlib.crc32(chunk).to_bytes(4, "big")


def swap_bytes(path: str, old: bytes, new: bytes) -> Edit:
    """Return an edit that replaces bytes, and takes it back when it is made again."""

    def edit(site: SiteFolder) -> None:
        raw = (site.root / path).read_bytes()
        site.write(path, raw.replace(new, old) if new in raw else raw.replace(old, new))

    return edit


def toggle(path: str, content: str | bytes) -> Edit:
    """Return an edit that adds a file, and removes it when it is made again."""

    def edit(site: SiteFolder) -> None:
        target = site.root / path
        if target.exists():
            target.unlink()
            if not any(target.parent.iterdir()) and target.parent.name == "new":
                target.parent.rmdir()
        else:
            site.write(path, content)

    return edit


def rename(old: str, new: str) -> Edit:
    def edit(site: SiteFolder) -> None:
        source, target = (old, new) if (site.root / old).exists() else (new, old)
        if (site.root / source).exists():
            (site.root / source).rename(site.root / target)

    return edit


def touch_everything(site: SiteFolder) -> None:
    for path in (site.root / "content").rglob("*"):
        if path.is_file():
            os.utime(path, (1_000_000_000, 1_000_000_000))


def tamper(site: SiteFolder) -> None:
    if site.has("index.html"):
        site.write("output/index.html", "tampered")


def remove_output_page(site: SiteFolder) -> None:
    (site.output / "tags/eau/index.html").unlink(missing_ok=True)


def leave_a_stray(site: SiteFolder) -> None:
    site.write("output/stray/deep/file.html", "stray")


def lose_the_state(site: SiteFolder) -> None:
    shutil.rmtree(site.root / ".sitegen", ignore_errors=True)


def lose_the_output(site: SiteFolder) -> None:
    shutil.rmtree(site.output, ignore_errors=True)


def tamper_with_the_index(site: SiteFolder) -> None:
    if site.has("search-index/reader.js"):
        site.write("output/search-index/reader.js", "tampered")


def lose_a_part_of_the_index(site: SiteFolder) -> None:
    for path in sorted((site.output / "search-index/texts").glob("*"))[:1]:
        path.unlink()


def leave_a_stray_in_the_index(site: SiteFolder) -> None:
    site.write("output/search-index/texts/000000000000.json", "stray")


def lose_the_images(site: SiteFolder) -> None:
    """The cache of what was made, and a file that was made of it."""
    shutil.rmtree(site.root / ".sitegen/images", ignore_errors=True)
    for path in site.output.glob("photo-20-*"):
        path.unlink()


EDITS: dict[str, Edit] = {
    "the key of private pages": swap(".keys.json", "AwMDAw", "AwMDBA"),
    "a reader's key": swap(".keys.json", "AgICAg", "AgICAw"),
    "a reader's password": swap(".keys.json", "correct horse", "incorrect horses"),
    "no keys": rename(".keys.json", ".away.json"),
    "a private text": swap(MINUTES, "Entre nous.", "Rien de neuf."),
    "a private title": swap(MINUTES, "title: Le compte rendu", "title: Le procès-verbal"),
    "a private event": swap(MINUTES, "18:00", "19:00"),
    "a private drawing": swap("content/private.svg", 'width="30"', 'width="40"'),
    "a private photograph": swap_bytes("content/private.png", _palette(200), _palette(90)),
    "a private picture that is public too": swap(ALPHA, "Suite.", "Suite. ![un](/private.svg)"),
    "for whom a preview is": swap(BEFORE, "access: press", "access: members"),
    "the end of a preview": swap(BEFORE, "2026-12-20", "2026-11-20"),
    "a private section": swap("content/members/_index.md", "access: members\n", "weight: 3\n"),
    "a private document": swap(BETA, "title: Bêta", "access: members\ntitle: Bêta"),
    "a private folder": swap("content/guide/_index.md", "title:", "access: members\ntitle:"),
    "how passwords are stretched": swap("site.yaml", "rounds: 100000", "rounds: 100001"),
    "where private pages stand": swap(
        "site.yaml", "  search: /re", "  private: /p/\n  search: /re"
    ),
    "body": swap(ALPHA, "Le texte d’alpha.", "Un autre texte."),
    "body of the same size": swap(ALPHA, "Suite.", "Etius."),
    "title": swap(ALPHA, "title: Alpha", "title: Omega"),
    "tags": swap(ALPHA, "tags: [eau, feu]", "tags: [eau, air]"),
    "a tag's spelling": swap(BETA, "tags: [eau]", "tags: [Eau]"),
    "author": swap(ALPHA, "author: ana", "author: Zoé"),
    "contact": swap(ALPHA, "contact: presse", "contact: Jean"),
    "slug": swap(ALPHA, "title: Alpha", "slug: autre\ntitle: Alpha"),
    "heading": swap(ALPHA, "Suite.", "Suite.\n\n### Trois"),
    "date": swap(BETA, "title: Bêta", "date: 2026-01-15\ntitle: Bêta"),
    "draft": swap(BETA, "title: Bêta", "draft: true\ntitle: Bêta"),
    "the original of a translation a draft": swap(
        "content/about.md", "title: ", "draft: true\ntitle: "
    ),
    "pinned": swap(ALPHA, "title: Alpha", "pinned: true\ntitle: Alpha"),
    "section": swap(BETA, "title: Bêta", "section: reports\ntitle: Bêta"),
    "alias": swap(ALPHA, "title: Alpha", "aliases: [/ancien/]\ntitle: Alpha"),
    "what subscribers know an article by": lambda site: site.write(
        "published.txt", f"/news/alpha/ {ALPHA.removeprefix('content/')} as:a.md feed\n"
    ),
    "what a calendar said last of an event": lambda site: site.write(
        "published.txt",
        "= event:fete 7 20261101T000000Z 0 20261224/Europe/Paris 20261226 news/a.md Fête\n",
    ),
    "an event that is gone": lambda site: site.write(
        "published.txt",
        "= event:bal 7 20261101T000000Z 0 20261224/Europe/Paris 20261226 a.md Bal in:tag:feu\n",
    ),
    "a calendar of what no text has any more": lambda site: site.write(
        "published.txt", "= calendar:tag:feu /tags/feu.ics Feu gone:20261120\n"
    ),
    "what subscribers know a section's feed by": lambda site: site.write(
        "published.txt", "/news/feed.xml - as:actus\n"
    ),
    "a calendar for Outlook": swap(
        "site.yaml", "sections:", "calendars: {outlook: true}\nsections:"
    ),
    "the address that ids are made of": lambda site: site.write(
        "published.txt", "@ https://first.example.org/hub/\n"
    ),
    "the pattern of a section": swap(
        "site.yaml", "urls:", 'urls:\n  sections: {news: "/nouvelles/{path}/"}'
    ),
    "the pattern of pages": swap("site.yaml", "urls:", 'urls:\n  page: "/{path}.html"'),
    "a section's former address": swap(
        "content/news/_index.md", "title:", "aliases: [/actus/]\ntitle:"
    ),
    "a section's former address in the settings": swap(
        "site.yaml", "{title: Rapports}", "{title: Rapports, aliases: [/rapport/]}"
    ),
    "a tag's former address": swap(
        "site.yaml", "per_page:", "tags: {eau: {aliases: [/mot/eau/]}}\nper_page:"
    ),
    "an author's former address": swap(
        "content/_data/authors.yaml", "role:", "aliases: [/author/ana/], role:"
    ),
    "an organisation's former address": swap(
        "content/_data/organisations.yaml", "asso: {", "asso: {aliases: [/signe/asso/], "
    ),
    "the web host": swap("site.yaml", "per_page:", "publishing: {host: netlify}\nper_page:"),
    "the web host that has files first": swap(
        "site.yaml", "per_page:", "publishing: {host: gitlab}\nper_page:"
    ),
    "what is gone for good": swap("site.yaml", "/vieux/: /about/", "/vieux/: 410"),
    "redirect's goal": swap("site.yaml", "/vieux/: /about/", "/vieux/: /tools/"),
    "redirect": swap("site.yaml", "redirects: {/vieux/: /about/}", "redirects: {}"),
    "title of a redirect's goal": swap("content/about.md", "title: À propos", "title: De nous"),
    "template choice": swap(ALPHA, "title: Alpha", "template: page.html\ntitle: Alpha"),
    "event's date": swap(BETA, "start: 2026-12-24", "start: 2026-12-23"),
    "event's status": swap(BETA, "type: fête", "type: fête, status: cancelled"),
    "event's UID": swap(BETA, "type: fête", "type: fête, uid: 12ab@ancien.example"),
    "event put off": swap(BETA, "type: fête", "type: fête, status: postponed"),
    "event's name": swap(BETA, "type: fête", "type: fête, name: Bal"),
    "the language of an article": swap(ALPHA, "author: ana", "author: ana\nlang: en"),
    "event's language": swap(BETA, "title: Bêta", "lang: en\ntitle: Bêta"),
    "recurrence": swap(DELTA, "FREQ=MONTHLY", "FREQ=MONTHLY;COUNT=9"),
    "one date's change": swap(
        DELTA, "rrule: FREQ", "changes: [{date: 2026-12-05, start: 2026-12-06}], rrule: FREQ"
    ),
    "one date's venue": swap(
        DELTA, "rrule: FREQ", "changes: [{date: 2026-12-05, location: Blois}], rrule: FREQ"
    ),
    "the date reported on": swap(ZETA, "mensuel@2026-12-05", "mensuel@2027-01-05"),
    "event's audience": swap(BETA, "type: fête", "type: fête, audience: Élus"),
    "event's conditions": swap(BETA, "type: fête", "type: fête, conditions: Gratuit"),
    "event's price": swap(BETA, "type: fête", "type: fête, price: 12"),
    "event's capacity": swap(BETA, "type: fête", "type: fête, capacity: 80"),
    "event's accessibility": swap(BETA, "type: fête", "type: fête, accessibility: sign-language"),
    "event's accessibility note": swap(
        BETA, "type: fête", "type: fête, accessibility: braille, accessibility_note: Sur demande"
    ),
    "event's other places": swap(BETA, "type: fête", "type: fête, other_locations: [Blois]"),
    "event's last day to register": swap(
        BETA,
        "type: fête",
        "type: fête, registration_deadline: 2026-12-20, registration: https://a.example",
    ),
    "event's programme": swap(
        BETA, "type: fête", "type: fête, programme: [{start: 09:00, name: Accueil}]"
    ),
    "event's times": swap(
        DELTA,
        "start: 2026-11-05 18:00, repeat: {rrule: FREQ=MONTHLY}",
        "times: [{start: 2026-12-05 18:00}, {start: 20:00}]",
    ),
    "event's type": swap(BETA, "type: fête", "type: bal"),
    "event's zone": swap(DELTA, "id: mensuel", "id: mensuel, timezone: Indian/Reunion"),
    "what checks need not tell": swap(
        ALPHA, "title: Alpha", "check: {ignore: [SG160]}\ntitle: Alpha"
    ),
    "what no check need tell": swap("site.yaml", "per_page:", "check: {ignore: SG160}\nper_page:"),
    "letter": swap("content/_data/letters/2026-01-18-hebdo.yaml", "L’hebdo", "L’autre"),
    "what a letter told": swap(
        "content/_data/letters/2026-01-18-hebdo.yaml", "2026-12-05 18:00", "2026-12-05 17:00"
    ),
    "a letter that is being sent": swap(
        "content/_data/letters/2026-01-18-hebdo.yaml", "state: sent", "state: sending"
    ),
    "another letter": toggle(
        "content/_data/letters/2026-01-19-hebdo.yaml",
        "{list: hebdo, state: sent, subject: Deux, message_id: 2@b.example, date: 2026-01-19}",
    ),
    "letter's list": swap("site.yaml", "title: Hebdo", "title: Mensuel"),
    "press page": swap("content/_data/press.yaml", "region: Touraine", "region: Anjou"),
    "picture for the press": swap("content/_data/press.yaml", "licence: Libre", "licence: CC0"),
    "no press page": rename("content/_data/press.yaml", "content/_data/press.yaml.bak"),
    "press review": swap("content/_data/coverage.yaml", "title: La fête", "title: Le bal"),
    "year of the press review": swap("content/_data/coverage.yaml", "2025-12-30", "2024-12-30"),
    "release's coverage": swap(
        ALPHA,
        "title: Alpha",
        "coverage: {medium: Ouest, title: Vu, date: 2026-01-12}\ntitle: Alpha",
    ),
    "press page's address": swap(
        "site.yaml", "  search: /recherche/", "  press: /medias/\n  search: /recherche/"
    ),
    "who keeps the repository": swap(
        "site.yaml", "per_page:", "editing: {service: github, repository: a/hub}\nper_page:"
    ),
    "where it is deployed to": swap("site.yaml", "per_page:", "deploy: {a: ../www}\nper_page:"),
    "holidays": swap("site.yaml", "per_page:", "holidays: FR\nper_page:"),
    "embargo": swap(ZETA, "expires:", "embargo: 2026-12-01\nexpires:"),
    "attachment's bytes": swap("content/notice.txt", "Une pièce", "Une autre pièce"),
    "bundle's file": swap("content/reports/2026-01-20-zeta/annexe.csv", "a;b", "a;b;c"),
    "image": swap("content/photo.svg", 'width="20"', 'width="30"'),
    "a photograph": swap_bytes("content/photo.png", _palette(200), _palette(90)),
    "its focus": swap(GAMMA, "focus: 30% 50%", "focus: 70% 50%"),
    "images' sizes": swap("site.yaml", "widths: [20]", "widths: [16, 30]"),
    "images' formats": swap("site.yaml", "formats: [webp]", "formats: [avif]"),
    "images' quality": swap("site.yaml", "cards:", "quality: {webp: 30}, cards:"),
    "no images": swap("site.yaml", "images: {", "images: {active: false, "),
    "cards": swap("site.yaml", "cards: false", "cards: true"),
    "a photograph whose document is no longer public": swap(
        GAMMA, "title: Gamma", "draft: true\ntitle: Gamma"
    ),
    "a photograph that data name": toggle("content/_data/photos.yaml", "une: /photo.png\n"),
    "a broken photograph": swap_bytes("content/photo.png", b"IDAT", b"IDAX"),
    "a lost cache of images": lose_the_images,
    "section's title": swap("content/news/_index.md", "title: Nouvelles", "title: Annonces"),
    "section's introduction": swap("content/news/_index.md", "Des nouvelles.", "Du neuf."),
    "section's page size": swap("content/news/_index.md", "title:", "per_page: 2\ntitle:"),
    "section's extra": swap("content/news/_index.md", "title:", "extra: {mot: clé}\ntitle:"),
    "home's introduction": swap("content/_index.md", "Bienvenue.", "Bonjour."),
    "a page": swap("content/about.md", "title: À propos", "title: Nous"),
    "a guide's text": swap("content/guide/second.md", "La suite du guide.", "La fin du guide."),
    "a guide's title": swap("content/guide/second.md", "title: La suite", "title: La fin"),
    "a guide's order": swap("content/guide/second.md", "weight: 2", "weight: -2"),
    "a guide's kind": swap("content/guide/second.md", "kind: Avancé", "kind: Expert"),
    "layout": swap("content/guide/_index.md", "layout: documentation\n", ""),
    "the site's layout": swap("site.yaml", "per_page:", "layout: documentation\nper_page:"),
    "a layout's template": swap(
        "themes/mini/templates/layouts/documentation/page.html", "<h1>", "<h1 id=g>"
    ),
    "what is translated": swap("content/guide/first.md", "about.md", "tools.md"),
    "where sources are read": swap("site.yaml", "org/view/", "org/blob/"),
    "where sources are edited": swap(
        "site.yaml", "repository: {", "repository: {edit: https://git.example.org/edit, "
    ),
    "the content's folder": swap("site.yaml", "per_page:", "content: other\nper_page:"),
    "author's data": swap("content/_data/authors.yaml", "Présidente", "Trésorière"),
    "venue's data": swap("content/_data/venues.yaml", "Salle des fêtes", "Gymnase"),
    "the signatories of a report": swap(GAMMA, "signatories: [asso]", "signatories: [ligue]"),
    "who signs an announcement": swap(BETA, "tags: [eau]", "tags: [eau]\nsignatories: [asso]"),
    "an organisation that the data do not know": swap(
        "content/_data/organisations.yaml", "asso:", "autre:"
    ),
    "a theme without pages of organisations": rename(
        "themes/mini/templates/organisations.html", "themes/mini/templates/unused.html"
    ),
    "organisation's address": swap(
        "content/_data/organisations.yaml", "asso: {", "asso: {address: Tours, "
    ),
    "organisation's data": swap("content/_data/organisations.yaml", "Une asso", "Une autre asso"),
    "a plugin's filter": swap("plugins/extra.py", "{value}, {value}", "{value} / {value}"),
    "a plugin's template": swap("plugins/extra.py", "<b>{{ sign }}</b>", "<i>{{ sign }}</i>"),
    "a plugin's shortcode": swap("plugins/extra.py", '"{} {} {}"', '"{} : {} {}"'),
    "a plugin's question": swap("plugins/extra.py", "max((", "min(("),
    "what a plugin makes of documents": swap("plugins/extra.py", "len(document.title)", "7"),
    "a plugin's settings": swap("site.yaml", 'sign: "!"', 'sign: "§"'),
    "a part of sitegen that is left out": swap(
        "site.yaml", "plugin_options: {", "plugin_options: {robots: false, "
    ),
    "what a plugin reads outside": swap("plugins/outside.txt", "dehors", "dedans"),
    "a plugin's arguments": swap("plugins/extra.py", "tag: str", 'tag: str, style: str = ""'),
    "a template's data": swap("content/_data/figures.csv", "12", "13"),
    "site's title": swap("site.yaml", "title: Hub", "title: Moyeu"),
    "site's description": swap("site.yaml", "Une description", "Une phrase"),
    "organisation's name": swap("site.yaml", "name: Association", "name: Fédération"),
    "organisation's contact": swap("site.yaml", "00 01", "00 02"),
    "the address of what a line of the menu leads to": swap(
        "content/tools.md", "title: Outils", "slug: autre\ntitle: Outils"
    ),
    "menu": swap("site.yaml", "title: Ailleurs", "title: Plus loin"),
    "page size": swap("site.yaml", "per_page: 3", "per_page: 2"),
    "formats of feeds": swap("site.yaml", "feeds: {", "feeds: {formats: [atom], "),
    "hub of the feeds": swap("site.yaml", "feeds: {", 'feeds: {hub: "https://push.example.org/", '),
    "what calendars hold": swap("site.yaml", "per_page:", "calendars: {months_back: 0}\nper_page:"),
    "feeds": swap("site.yaml", "limit: 20", "limit: 2"),
    "engine": swap("site.yaml", "engine: markdown", "engine: commonmark"),
    "raw HTML": swap("site.yaml", "raw_html: safe", "raw_html: escape"),
    "time limit": swap("site.yaml", "time_limit: 10", "time_limit: 20"),
    "typography": swap("site.yaml", "per_page:", "typography: off\nper_page:"),
    "addresses": swap("site.yaml", "  search:", '  tag: "/themes/{slug}/"\n  search:'),
    "host": swap("site.yaml", "hub.example.org", "other.example.org/hub"),
    "zone": swap("site.yaml", "per_page:", "timezone: Indian/Reunion\nper_page:"),
    "accessibility": swap(
        "site.yaml", "per_page:", "accessibility: {conformance: none}\nper_page:"
    ),
    "security policy": swap(
        "site.yaml", "per_page:", "security_policy: {sources: {img-src: [a.example]}}\nper_page:"
    ),
    "language": swap("site.yaml", "per_page:", "language: en\nper_page:"),
    "news sitemap": swap("site.yaml", "per_page:", "sitemap: {news: true}\nper_page:"),
    "search": swap("site.yaml", "search: true", "search: false"),
    "search's address": swap("site.yaml", "/recherche/", "/trouver/"),
    "a tampered index": tamper_with_the_index,
    "an index in part": lose_a_part_of_the_index,
    "a stray file in the index": leave_a_stray_in_the_index,
    "parent template": swap("themes/mini/templates/base.html", "<html>", "<html lang=fr>"),
    "included template": swap("themes/mini/templates/foot.html", "<footer>", "<footer id=f>"),
    "a part that is included without a space": swap(
        "themes/mini/templates/tight.html", "<i>", "<i id=i>"
    ),
    "macros that are imported without a space": swap(
        "themes/mini/templates/tight_words.html", "la fin", "le bout"
    ),
    "a template that includes another part": swap(
        "themes/mini/templates/tight.html", "<i>", '{%include("tight_words.html")%}<i class=w>'
    ),
    "imported macros": swap("themes/mini/templates/lists.html", "<li><a", "<li class=x><a"),
    "a shared part": swap("themes/mini/templates/shared.html", "<h{{", "<h class=s{{"),
    "one template": swap("themes/mini/templates/page.html", "<h1>", "<h1 id=t>"),
    "catalogue": swap("themes/mini/locales/fr.po", 'msgstr "Accueil"', 'msgstr "Début"'),
    "static file": swap("themes/mini/static/assets/style.css", "body {}", "body { color: red }"),
    "an option": swap("site.yaml", "line: Une ligne", "line: Une autre ligne"),
    "an option of the style sheet": swap("site.yaml", "c2185b", "003399"),
    "an option's default": swap("themes/mini/theme.yaml", "default: 2", "default: 1"),
    "the parent's default": swap("themes/stem/theme.yaml", "default: [a, b]", "default: [b]"),
    "a file of the parent's that is left out": swap(
        "themes/mini/theme.yaml", "extends: stem\n", "extends: stem\nwithout: [stem.txt]\n"
    ),
    "extends": swap("themes/mini/theme.yaml", "extends: stem", "extends: graft"),
    "the rendered style sheet": swap(
        "themes/stem/templates/static/assets/colours.css", "a { color", "a:link { color"
    ),
    "what the style sheet includes": swap("themes/stem/templates/tones.css", "0 }", "1em }"),
    "a hidden template of the parent's": swap(
        "themes/stem/templates/foot.html", "<address>", "<address id=a>"
    ),
    "a message of the parent's": swap("themes/stem/locales/fr.po", 'msgstr "Pied"', 'msgstr "Bas"'),
    "the parent's static file": swap("themes/stem/static/stem.txt", "La souche", "Le tronc"),
    "a file over the parent's": toggle("themes/mini/static/stem.txt", "La greffe."),
    "a sheet over the parent's": toggle("themes/mini/static/assets/colours.css", "a {}"),
    "a template that was missing": toggle("themes/mini/templates/extra.html", "<p>extra</p>"),
    "a shortcode's argument": swap("content/tools.md", "quote Ana", "quote Zoé"),
    "a shortcode's content": swap("content/tools.md", "Une phrase.", "Deux phrases."),
    "whose events a shortcode shows": swap(
        "content/news/2026-01-15-eta.md", "events tag=eau", "events organisation=asso"
    ),
    "a shortcode more": swap(
        "content/tools.md", "::: map", "::: video https://vimeo.com/76979871 title=Film\n::: map"
    ),
    "what a shortcode is given where nothing is written": swap(
        "themes/mini/theme.yaml", "sens: {}", "sens: {type: boolean}"
    ),
    "the template of a shortcode of the theme's": swap(
        "themes/mini/templates/shortcodes/chiffre.html", "<b>", "<b class=n>"
    ),
    "a film's address": swap("content/news/2026-01-15-eta.md", "aqz-KE-bpKQ", "M7lc1UVf-VE"),
    "a shortcode's template": swap(
        "themes/mini/templates/shortcodes/quote.html", "<blockquote>", "<blockquote class=q>"
    ),
    "a shortcode's template in feeds": swap(
        "themes/mini/templates/shortcodes/video.html", "<a href", "<a class=v href"
    ),
    "venue's coordinates": swap(
        "content/_data/venues.yaml", "city: Tours", "geo: [47.4, 0.69], city: Tours"
    ),
    "a new article": toggle("content/news/2026-01-16-new.md", "---\ntitle: Neuf\n---\nTexte.\n"),
    "an event of another year": toggle(
        "content/news/2026-01-18-an.md",
        "---\ntitle: An\nevent: {start: 2029-05-05, type: fête}\n---\nTexte.\n",
    ),
    "a new section": toggle("content/new/2026-01-17-x.md", "---\ntitle: X\n---\nTexte.\n"),
    "a new file": toggle("content/new.txt", "new"),
    "a site's file over the theme's": toggle("content/assets/style.css", "p {}"),
    "a removed article": toggle("content/news/2026-01-14-epsilon.md", "---\ntitle: E\n---\nUn.\n"),
    "a renamed article": rename(DELTA, "content/news/2026-01-13-autre.md"),
    "an article's ending": rename(
        "content/news/2026-01-14-epsilon.md", "content/news/2026-01-14-epsilon.MD"
    ),
    "the ending of the home's introduction": rename("content/_index.md", "content/_index.markdown"),
    "a document of another name": toggle(
        "content/news/forum.md.txt", "---\ntitle: F\n---\nTexte.\n"
    ),
    "a folder of documents left out": toggle("content/_posts/a.md", "---\ntitle: F\n---\nTexte.\n"),
    "a fetched document": toggle(
        "content/_fetched/amf/forum.md",
        "---\ntitle: Forum\ndate: 2026-01-16\nsection: news\n"
        "source: {name: AMF, fetched: 2026-01-16}\n---\nTexte.\n",
    ),
    "what a fetch remembers": toggle("content/_fetched/amf/_fetched.json", "{}"),
    "the sources of news": swap("site.yaml", "pages: false", "pages: true"),
    "a text that has no page here": swap(
        GAMMA,
        "title: Gamma",
        "source: {name: AMF, url: https://amf.example/g, fetched: 2026-01-16}\ntitle: Gamma",
    ),
    "a copy of another site's page": swap(
        GAMMA, "title: Gamma", "canonical: https://amf.example/gamma\ntitle: Gamma"
    ),
    "who announced an event": swap(
        BETA,
        "title: Bêta",
        "source: {name: AMF, url: https://amf.example/b, fetched: 2026-01-16}\ntitle: Bêta",
    ),
    "who else announces it": swap(GAMMA, "title: Gamma", "announced_by: [AMF]\ntitle: Gamma"),
    "modification times": touch_everything,
    "tampered output": tamper,
    "missing output": remove_output_page,
    "a stray file": leave_a_stray,
    "a lost state": lose_the_state,
    "a lost output": lose_the_output,
}
"""Edits by what they change; most take themselves back when they are made again."""

CLOCKS = ("2026-11-22", "2026-11-23", "2026-12-01", "2026-12-25 12:00", "2027-02-01", "2027-03-15")


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
