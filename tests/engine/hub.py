"""A hub as associations have them: two languages and a third that shows what is not translated,
members' pages, a preview, press kits, cards, a guide, a menu with documents, a letter.
"""

HUB = """
-- site.yaml --
title: Association
url: https://hub.example.org/
search: true
per_page: 4
private: {rounds: 100000}
images: {widths: [20], formats: []}
organisation:
  name: Association des communes
  boilerplate: Elle rassemble des communes.
  boilerplate_in: {en: It brings towns together., de: Er vereint Städte.}
  contacts: {presse: {name: Ana Ruiz, email: presse@hub.example.org}}
press: {contact: presse, licence: CC BY 4.0}
sections: {releases: {press: {kit: true}}}
menus:
  main:
    - news
    - about.md
    - {title: Écrire, target: contact.md}
    - {title: Entre nous, target: members}
  footer: [legal.md]
redirects: {/former/: /about/}
letter:
  lists:
    weekly: {title: Hebdo, to: a@b.example, sender: c@b.example, unsubscribe: "mailto:d@b.example"}
languages:
  en: {title: The association}
  de: {title: Der Verband, untranslated: show}
-- .keys.json --
{"sites": {"https://hub.example.org/": {
  "press": {"key": "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE", "readers":
    {"afp": {"secret": "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI"}}},
  "members": {"key": "AwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwM", "readers":
    {"all": {"password": "correct horse battery"}}}}}}
-- content/about.md --
---
title: Qui nous sommes
---
Voir [alpha](news/2026-01-10-alpha.md).
-- content/about.en.md --
---
title: About us
---
See [alpha](news/2026-01-10-alpha.md).
-- content/contact.md --
---
title: Nous écrire
---
Ici.
-- content/legal.md --
---
title: Mentions légales
---
Selon la loi.
-- content/news/_index.md --
---
title: Actualités
---
-- content/news/2026-01-10-alpha.md --
---
title: Alpha du matin
tags: [eau]
event: {id: party, start: 2026-12-24 18:00, location: {name: Mairie}}
---
Le texte d’alpha. Voir [bêta](2026-01-11-beta.md).
-- content/news/2026-01-10-alpha.en.md --
---
title: Alpha in the morning
tags: [water]
---
The text of alpha.
-- content/news/2026-01-11-beta.md --
---
title: Bêta du soir
tags: [eau]
---
Le texte de bêta.
-- content/news/2026-01-12-gamma.md --
---
title: Gamma de nuit
event: party
---
Compte rendu.
-- content/en/news/2026-01-12-only.md --
---
title: Said in English alone
---
Only here.
-- content/de/news/2026-01-13-neu.md --
---
title: Etwas Neues
---
Nur hier.
-- content/releases/2026-02-10-forum.md --
---
title: Le forum de mars
image: {src: room.svg, alt: La salle}
attachments: [programme.txt]
event: {id: forum, start: 2026-12-01, repeat: {rrule: FREQ=WEEKLY;COUNT=3}}
---
Le texte du forum. Voir [alpha](../news/2026-01-10-alpha.md).
-- content/releases/room.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"></svg>
-- content/releases/programme.txt --
Neuf heures.
-- content/releases/2026-02-10-forum.en.md --
---
title: The forum of March
---
The text of the forum.
-- content/guide/_index.md --
---
title: Guide
layout: documentation
---
-- content/guide/first.md --
---
title: Premiers pas
---
Par ici.
-- content/guide/first.en.md --
---
title: First steps
---
This way.
-- content/guide/second.md --
---
title: Suite du chemin
---
Par là.
-- content/members/_index.md --
---
title: Les membres
access: members
---
-- content/members/2026-01-19-minutes.md --
---
title: Compte rendu secret
event: {id: meeting, start: 2026-11-30 18:00}
---
Mille euros. Voir [les comptes](2026-01-20-accounts.md), [alpha](../news/2026-01-10-alpha.md).
-- content/members/2026-01-19-minutes.en.md --
---
title: The secret minutes
---
A thousand euros.
-- content/members/2026-01-20-accounts.md --
---
title: Comptes secrets
---
Deux mille euros.
-- content/releases/2026-03-01-before.md --
---
title: Annonce secrète
embargo: 2026-12-24
preview: {access: press, until: 2026-12-20}
---
Trois mille euros.
-- content/_data/letters/2026-01-18-weekly.yaml --
list: weekly
state: sent
subject: La lettre
message_id: 1@hub.example.org
date: 2026-01-18
articles: [news/2026-01-10-alpha.md]
-- content/_data/press.yaml --
sections: [releases]
contacts: [{contact: presse}]
-- content/_data/coverage.yaml --
- {medium: La Gazette, title: Un article, date: 2026-02-14, release: releases/2026-02-10-forum.md}
"""

TITLES = {
    "about.md": "Qui nous sommes",
    "about.en.md": "About us",
    "contact.md": "Nous écrire",
    "legal.md": "Mentions légales",
    "news/2026-01-10-alpha.md": "Alpha du matin",
    "news/2026-01-10-alpha.en.md": "Alpha in the morning",
    "news/2026-01-11-beta.md": "Bêta du soir",
    "news/2026-01-12-gamma.md": "Gamma de nuit",
    "en/news/2026-01-12-only.md": "Said in English alone",
    "de/news/2026-01-13-neu.md": "Etwas Neues",
    "releases/2026-02-10-forum.md": "Le forum de mars",
    "releases/2026-02-10-forum.en.md": "The forum of March",
    "guide/first.md": "Premiers pas",
    "guide/first.en.md": "First steps",
    "guide/second.md": "Suite du chemin",
    "members/2026-01-19-minutes.md": "Compte rendu secret",
    "members/2026-01-19-minutes.en.md": "The secret minutes",
    "members/2026-01-20-accounts.md": "Comptes secrets",
    "releases/2026-03-01-before.md": "Annonce secrète",
}
"""The titles of its texts, those of sections put aside."""
SECRETS = ("secret", "Mille euros", "thousand euros", "mille euros")
"""What no file may tell in plain text."""
