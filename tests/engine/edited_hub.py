"""A site in which each kind of question is asked, and of input read: what edits are made of."""

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

CLOCKS = ("2026-11-22", "2026-11-23", "2026-12-01", "2026-12-25 12:00", "2027-02-01", "2027-03-15")
