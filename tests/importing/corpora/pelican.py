"""A site of Pelican that was WordPress before: Markdown heads of lines, reStructuredText, pages.

`pelican.txt` holds the addresses that Pelican 4.12 made of it.
"""

from pathlib import Path

from tests.imaging.pictures import photograph
from tests.importing.corpora.shapes import MONTHS, body_of, read_addresses
from tests.importing.imported import write_files

CONFIG = """\
SITENAME = "Les Élus"
SITEURL = "https://elus.example.org"
PATH = "content"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
AUTHOR = "La rédaction"
DEFAULT_PAGINATION = False
STATIC_PATHS = ["images", "extra"]
EXTRA_PATH_METADATA = {"extra/robots.txt": {"path": "robots.txt"}}
ARTICLE_URL = "{date:%Y}/{date:%m}/{slug}/"
ARTICLE_SAVE_AS = "{date:%Y}/{date:%m}/{slug}/index.html"
"""
HEADS = (
    "Title: Forum {n} : l'école\nTags: forum, école\nAuthors: Lavergnat, Nadia; Claire Vasselin",
    "Title: Bilan n° {n}\nModified: 2020-01-02 10:00\nTags: Budget\nCategory: Comptes rendus",
    "Title: Une tribune, {n}\nSlug: tribune-{n}\nSummary: Deux jours\n    à *Nantes*.\nNo: 1",
    "Title: Brève <em>{n}</em> &amp; la suite\nAuthor: Nadia Lavergnat",
)
LINKS = (
    "Voir [nous]({filename}/pages/nous.md).",
    "Voir [l'image]({static}/images/salle.jpg).",
    "Voir [le forum]({tag}forum).",
    "Voir [le premier](|filename|texte-4.md).",
)
RST = """\
Compte rendu {n}
{line}

:date: 2017-{month}-03
:tags: rst, budget
:category: Comptes rendus

Un texte *en italique*, une `adresse <https://example.org/>`_.

Un titre
--------

- un
- deux

.. image:: {{static}}/images/salle.jpg
   :alt: La salle
"""


def write(folder: Path) -> Path:
    """Write the site into *folder*, and return it."""
    files: dict[str, str | bytes] = {
        "pelicanconf.py": CONFIG,
        "content/pages/nous.md": "Title: Nous\nSlug: nous\n\nNous.\n",
        "content/pages/cachee.md": "Title: Cachée\nStatus: hidden\n\nChut.\n",
        "content/pages/contact.rst": "Contact\n#######\n\nÉcrivez.\n",
        "content/images/salle.jpg": photograph(),
        "content/extra/robots.txt": "User-agent: *\n",
        "content/actus/pas-pret.md": "Title: Pas prêt\nDate: 2018-05-01\nStatus: draft\n\nChut.\n",
        "content/actus/html.html": (
            '<html><head><title>Vieux</title><meta name="date" content="2017-01-02"></head>'
            "<body><p>Un <b>texte</b>.</p></body></html>"
        ),
    }
    for number in range(1, 49):
        head = HEADS[number % len(HEADS)].format(n=number)
        stray = "</p>\n\n" if number % 7 == 0 else ""  # left by the import out of WordPress
        link = LINKS[number % len(LINKS)]
        files[f"content/actus/texte-{number}.md"] = (
            f"{head}\nDate: 2018-{MONTHS[number % 12]}-10 09:30\n\n"
            f"{stray}{body_of(number)}\n\n{link}\n"
        )
    for number in range(1, 13):
        line = "=" * len(f"Compte rendu {number}")
        month = MONTHS[number % 12]
        files[f"content/cr/cr-{number}.rst"] = RST.format(n=number, line=line, month=month)
    write_files(folder, files)
    return folder


ADDRESSES = read_addresses("pelican")
