"""Documents as people write them: comments, quotes, folded texts, tables, forms of YAML."""

import re

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
    "late.md": "\n\n---\ntitle: Sous deux lignes vides\n---\n\nUn texte.\n",
    "cut.md": "---\ntitle: Sans fin de ligne\n---",
    "fenced.md": "---\ntitle: Du code\n---\n\n```\na*b\ny\n```\n",
    "lists.md": """\
---
title: Des listes
tags: ~
event: [forum-2026]
---
## Un titre
Un texte collé, avec une liste :
- un

- deux

  Suite de deux.

  1. a
  1. b

* autre
* liste

3. trois

4. quatre

- un
  ```
  du code
  ```
- deux

> Une citation
qui continue.
>
> Fin.
""",
    "quotes.md": """\
---
title: Des citations
---
>une citation
>qui continue
>
>fin

> une autre
>collée

Un texte.

```
>du code
```
""",
    "marks.md": """\
---
title: Des signes
event:
  - start: 2027-05-01
---

Du `code`, ``du `code` ``, ~~barré~~, **[un lien](/a)** et [*autre*](/b).

| a | b |
|:--|--:|
| x\\|y | **b** |

````
```
````

Fin&nbsp;: <https://example.org>, 1\\. et [note][1].

[1]: https://example.org "Une note"
""",
    "ruled.md": "---\n---\n\nUn texte.\n\n---\n\nUn autre.\n\n* * *\n\n`` a`b ``\n"
    "\nDe \\_x\\_ et 2*3*4, ***tout***.\n",
}

EDITS = [
    ("comments.md", "value.title = 'Un : autre'",
     'title: "Forum : le programme"  #', 'title: "Un : autre"  #'),
    ("comments.md", "value.date = '2027-03-03'", "date: 2027-03-02 09:30", "date: 2027-03-03"),
    ("comments.md", "value.tags.push('forum')",
     '[numérique , "label" ]', '[numérique, "label", forum]'),
    ("comments.md", "value.tags = []", 'tags:   [numérique , "label" ]\n', ""),
    ("comments.md", "value.event[0].end = ''", "    end: 2027-04-02\n", ""),
    ("comments.md", "value.event[0].name = 'Le forum'",
     "    end: 2027-04-02\n", "    end: 2027-04-02\n    name: Le forum\n"),
    ("comments.md", "value.event[0].location.city = 'Tours'",
     "    location: maison-communes",
     "    location:\n      name: maison-communes\n      city: Tours"),
    ("comments.md", "value.event[0].price[0].amount = 15", "amount: 12.50", "amount: 15"),
    ("comments.md", "value.draft = true", "event:\n", "draft: true\nevent:\n"),
    ("comments.md", "value.body = 'Un autre texte.'", "Un texte.", "Un autre texte."),
    ("folded.md", "value.title = 'L’année 2028'", "'L''année 2027'", "L’année 2028"),
    ("folded.md", "value.draft = true", "draft: false", "draft: true"),
    ("folded.md", "value.pinned = false", "pinned: oui\n", ""),
    ("folded.md", "value.author.splice(0, 1)", "- claire-vasselin\n", ""),
    ("folded.md", "value.author.push('Ana')",
     "-   Paul Destrémau\n", "-   Paul Destrémau\n- Ana\n"),
    ("folded.md", "value.summary = 'Une ligne.'",
     ">-\n    Sur plusieurs\n    lignes.\n", "Une ligne.\n"),
    ("folded.md", "value.body = value.body.replace('* un', '- un').replace('* deux', '- trois')",
     "* deux", "- trois"),
    ("folded.md",
     "value.body = value.body.replace('|:------|-------:|', '| --- | --- |')"
     ".replace('9 h*  | Nantes', '10 h\\\\* | Nantes')",
     "| 9 h*  | Nantes |", "| 10 h\\* | Nantes |"),
    ("events.md", "value.event[0].id = 'forum-2027'", "- forum-2026", "- forum-2027"),
    ("events.md", "value.event[2].name = 'Fin, et bilan'",
     "name: Clôture", 'name: "Fin, et bilan"'),
    ("events.md", "value.event.pop()",
     "  - {start: 2027-07-01, name: Clôture, accessibility: [captions]}\n", ""),
    ("events.md", "value.event[1].end = '13:00'", '"12:00"', "13:00"),
    ("events.md", "value.image.alt = 'Une salle'", 'alt: ""', "alt: Une salle"),
    ("bare.md", "value.tags = ['un', 'no']",
     "title: Presque rien\n", 'title: Presque rien\ntags: [un, "no"]\n'),
    ("bare.md", "value.event = [{form: 'word', id: 'forum'}]",
     "title: Presque rien\n", "title: Presque rien\nevent: forum\n"),
    ("bare.md", "value.summary = 'Un :\\n  - deux\\n# trois'",
     "title: Presque rien\n", "title: Presque rien\nsummary: |-\n  Un :\n    - deux\n  # trois\n"),
    ("cut.md", "value.body = 'Un texte.'", "ligne\n---", "ligne\n---\n\nUn texte.\n"),
    ("fenced.md", "value.body = value.body.replace('a*b', 'a\\\\*b').replace('y', 'z')",
     "a*b\ny\n", "a\\*b\nz\n"),
    ("lists.md",
     "value.body = value.body.replace('- un\\n\\n- deux', '- un\\n- un et demi\\n- deux')",
     "- un\n\n- deux\n\n  Suite", "- un\n\n- un et demi\n\n- deux\n\n  Suite"),
    ("lists.md",
     "value.body = value.body.replace('3. trois\\n\\n4.', '3. trois\\n4. neuf\\n5. dix\\n6.')",
     "3. trois\n\n4. quatre", "3. trois\n\n4. neuf\n\n5. dix\n\n6. quatre"),
    ("lists.md",
     "value.body = value.body.replace('- un\\n  ```', '- zéro\\n- un\\n  ```')",
     "- un\n  ```", "- zéro\n- un\n  ```"),
    ("quotes.md", "value.body = value.body.replace('> qui continue', '> qui finit')",
     ">qui continue", "> qui finit"),
    ("quotes.md", "value.body = value.body.replace('Un texte', 'Le texte')",
     "Un texte", "Le texte"),
    ("lists.md", "value.body = value.body.replace('1. b', '2. b\\n  3. c')",
     "  1. b\n", "  1. b\n  3. c\n"),
    ("lists.md", "value.tags = ['un', 'deux']", "tags: ~", "tags: [un, deux]"),
    ("lists.md", "value.event[0].id = 'forum-2027'", "[forum-2026]", "[forum-2027]"),
    ("lists.md", "value.event.push({form: 'word', id: 'bal'})",
     "[forum-2026]", "[forum-2026, bal]"),
    ("marks.md", "value.event[0].end = '2027-05-02'",
     "  - start: 2027-05-01\n", "  - start: 2027-05-01\n    end: 2027-05-02\n"),
    ("marks.md", "value.event.push({form: 'word', id: 'bal'})",
     "  - start: 2027-05-01\n", "  - start: 2027-05-01\n  - bal\n"),
    ("ruled.md", "value.title = 'Un titre'", "---\n---\n", "---\ntitle: Un titre\n---\n"),
]  # fmt: skip
"""Which document, what is done to the values of its form, and what of its text is another then."""

ENDS = {
    "windows": "\ufeff---\r\ntitle: Windows\r\n---\r\n\r\n* Un.\r\n* Deux.\r\n\r\n \r\n",
    "mixed": "\n\n---\r\ntitle: Mixed\ntags: [un]\r\n---\n\r\nUn.\nDeux.\r\n\nTrois.\u00a0",
}
"""Files as several systems write them: marks of the byte order, ends of lines, blanks around."""

_TEXT = "---\ntitle: A\n---\n\nUn texte."
_MIXED = "---\r\ntitle: A\r\ntags: [un]\n---\r\n\r\nUn.\nDeux.\n"
_STANDS = [
    *ENDS.values(), f"{_TEXT}\n", _TEXT, f"{_TEXT}\n\n \n", f"{_TEXT}  \n\t\n", f"\ufeff{_TEXT}",
    f"\r\n \r\n{_TEXT}\r\n".replace("\n", "\r\n"), _TEXT.replace("\n", "\r"), _MIXED,
    f"\n{_TEXT}\u2028\u3000",
]  # fmt: skip
HANDED_ON = [
    *((one, re.sub("\r\n?", "\n", one).strip(" \t\r\n\ufeff\u00a0\u2028\u3000") + "\n", one)
      for one in _STANDS),
    ("", f"{_TEXT}\n", f"{_TEXT}\n"),
    ("\ufeff\r\n", f"{_TEXT}\n", "\ufeff" + _TEXT.replace("\n", "\r\n") + "\r\n"),
    (_MIXED, _MIXED.replace("\r", "").replace("Un.", "Un, deux."),
     _MIXED.replace("Un.\n", "Un, deux.\r\n")),
    (_MIXED, _MIXED.replace("\r", "") + "\nTrois.\n", _MIXED + "\r\nTrois.\r\n"),
]  # fmt: skip
"""What stands in a file, what the editor hands back for it, and what stands there then."""
