"""Documents as people write them: comments, quotes, folded texts, tables, forms of YAML."""

ODD = {
    "comments.md": """\
---
# Le titre, relu par Claire
title: "Forum : le programme"  # avec le deux-points
date: 2027-03-02 09:30
# à confirmer
tags:   [numérique , "label" ]
event:
    start: 2027-04-01      # un jeudi
    end: 2027-04-02
    location: maison-communes   # clé de venues.yaml
    # le tarif vient
    price: {amount: 12.50, name: "Repas compris"}
---

Un texte.
""",
    "folded.md": """\
---
summary: >-
    Sur plusieurs
    lignes.
title: 'L''année 2027'
date:   2027-01-05
draft: false
pinned: oui
author:
- claire-vasselin
-   Paul Destrémau
extra: {rien: [1, 2], autre: ~}
---


Un texte\x20\x20
sur deux lignes.

| Heure | Lieu   |
|:------|-------:|
| 9 h*  | Nantes |

* un
* deux

1) premier
2) second
""",
    "events.md": """\
---
title: Trois dates
date: 2027-01-06T10:00:00+01:00
events:
  - forum-2026
  - start: 2027-05-01 10:00
    end: "12:00"
    repeat: {rrule: "FREQ=MONTHLY;COUNT=3", except: [2027-06-01 10:00]}
  - {start: 2027-07-01, name: Clôture, accessibility: [captions]}
image: {src: /images/a.jpg, alt: "", credit: Une photographe}
---

::: alert warning title="Attention"
Les dates ont changé.
:::

Voir [le forum](comments.md), *important* et __très important__, 2\\*3.

::: contact presse
""",
    "bare.md": "---\ntitle: Presque rien\n---\n",
}
