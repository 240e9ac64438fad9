"""A feed that is all that is left of a site: seventy entries, some of them summaries alone."""

import datetime as dt
from email.utils import format_datetime
from html import escape
from pathlib import Path

from tests.importing.corpora.shapes import MAP, VIDEO

TEXTS = (
    '<p>Voir <a href="https://elus.example.org/actus/texte-1/">le premier</a>.</p>',
    f"<p>Un film.</p>{VIDEO}",
    f"<p>Une carte.</p>{MAP}",
    '<p><img src="https://elus.example.org/img/salle.jpg" alt="La salle"></p>',
    "<ul><li>un<ul><li>deux</li></ul></li></ul><table><tr><th>Ville</th></tr></table>",
    '<p style="color:red">R&amp;D <script>x()</script></p>',
)
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Les Élus</title><link>https://elus.example.org/</link><language>fr-FR</language>
<description>Un numérique utile</description>
"""


def _item(number: int) -> str:
    day = dt.datetime(2019, number % 12 + 1, 14, 22, 30, tzinfo=dt.UTC)
    folder = "actus" if number % 3 else "presse"
    whole = f"<content:encoded>{escape(TEXTS[number % len(TEXTS)])}</content:encoded>"
    sound = '<enclosure url="https://elus.example.org/a.mp3" type="audio/mpeg" length="1"/>'
    return (
        f"<item><title>Le &lt;i&gt;texte&lt;/i&gt; {number}</title>"
        f"<link>https://elus.example.org/{folder}/texte-{number}/</link>"
        f'<guid isPermaLink="false">https://elus.example.org/?p={number}</guid>'
        f"<dc:creator>Nadia Lavergnat</dc:creator><pubDate>{format_datetime(day)}</pubDate>"
        f"<category>numérique</category><description>Le résumé n° {number}…</description>"
        f"{'' if number % 5 == 0 else whole}{sound if number % 7 == 0 else ''}</item>\n"
    )


def write(folder: Path) -> Path:
    """Write the feed into *folder*, and return it."""
    folder.mkdir(parents=True)
    path = folder / "feed.xml"
    path.write_text(HEAD + "".join(map(_item, range(1, 71))) + "</channel></rss>\n")
    return path


ADDRESSES = tuple(f"/{'actus' if n % 3 else 'presse'}/texte-{n}/" for n in range(1, 71))
