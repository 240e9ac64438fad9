"""A site of Jekyll: posts, a collection of events, pages, drafts, many authors, Liquid within."""

import datetime as dt
from pathlib import Path

from tests.imaging.pictures import photograph
from tests.importing.corpora.shapes import body_of, page
from tests.importing.imported import write_files

CONFIG = """\
title: Les Élus du numérique
url: https://elus.example.org
timezone: Europe/Paris
permalink: /:categories/:year/:month/:day/:title.html
collections:
  evenements: {output: true, permalink: "/evenements/:name/"}
  authors: {output: true}
"""
SIGNING = 3
LIQUID = (
    "Voir [le premier]({% post_url 2018-02-10-texte-1 %}).",
    'Voir [l’équipe]({{ "/equipe.html" | relative_url }}).',
    '{% include youtube.html id="dQw4w9WgXcQ" %}',
    '{% highlight ruby %}\nputs "{% link x %}"\n{% endhighlight %}',
    "![](/assets/salle.jpg)",
)
MAY = dt.date(2019, 5, 1)


def write(folder: Path) -> Path:
    """Write the site into *folder*, and return it."""
    files: dict[str, str | bytes] = {
        "_config.yml": CONFIG,
        "equipe.md": page({"title": "L'équipe"}, "Nous."),
        "contact.html": "---\ntitle: Contact\npermalink: /nous-ecrire/\n---\n<p>Écrivez.</p>\n",
        "_drafts/plus-tard.md": page({"title": "Plus tard"}, "Chut."),
        "_posts/2019-05-01-cache.md": page({"title": "Caché", "published": False}, "Chut."),
        "assets/salle.jpg": photograph(),
    }
    for number in range(1, 301):  # hundreds of files of authors, of whom three sign
        files[f"_authors/auteur-{number}.md"] = page({"name": f"Auteur {number}"}, "")
    for number in range(1, 41):
        day = dt.date(2018, number % 12 + 1, 10)
        front = {
            "layout": "post",
            "title": f"Le texte {number}",
            "categories": ["Vie locale", "actus"] if number % 20 == 0 else ["actus"],
            "tags": "forum numerique",
            "excerpt": "Deux jours à [Nantes](https://nantes.example)." if number % 5 == 0 else "",
            "image": "/assets/salle.jpg",
            "author": f"auteur-{number % SIGNING + 1}",
            **({"date": dt.datetime(2018, number % 12 + 1, 11, 9, 30)} if number % 4 == 0 else {}),
            **({"redirect_from": [f"/texte-{number}.html"]} if number % 10 == 0 else {}),
        }
        name = f"Texte-{number}" if number in (39, 40) else f"texte-{number}"
        body = f"{body_of(number)}\n\n{LIQUID[number % len(LIQUID)]}"
        files[f"_posts/{day}-{name}.md"] = page(front, body)
    for number in range(1, 25):
        day = dt.date(2019, number % 12 + 1, 12)
        front = {
            "title": f"Rencontre {number}",
            "start": day,
            **({"place": "Nevers"} if number % 10 else {}),
            **({"end": day + dt.timedelta(days=1)} if number % 8 == 0 else {}),
        }
        files[f"_evenements/rencontre-{number}.html"] = page(
            front, "<p>Venez.</p>\n<button onclick='x()'>S’inscrire</button>"
        )
    write_files(folder, files)
    return folder


def _of_post(number: int) -> str:
    month, day = number % 12 + 1, 11 if number % 4 == 0 else 10
    folder = "vie locale/actus" if number % 20 == 0 else "actus"
    name = f"Texte-{number}" if number in (39, 40) else f"texte-{number}"
    return f"/{folder}/2018/{month:02}/{day}/{name}.html"


ADDRESSES = (
    *map(_of_post, range(1, 41)),
    *(f"/texte-{number}.html" for number in range(10, 41, 10)),
    *(f"/evenements/rencontre-{number}/" for number in range(1, 25)),
    *(f"/authors/auteur-{number}.html" for number in range(1, SIGNING + 1)),
    "/equipe.html", "/nous-ecrire/", "/",
)  # fmt: skip
