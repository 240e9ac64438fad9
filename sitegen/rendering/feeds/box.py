"""What another site shows of this one: a piece of HTML with plain links, without a script. Pure.

A partner's server includes the file, or a frame shows it. It is in ASCII: whatever encoding the
page around it has, its accents are right.
"""

from html import escape

from sitegen.model import Entry, Occurrence, Organisation
from sitegen.rendering.view.site import Site
from sitegen.rendering.words.clean import clean
from sitegen.rendering.words.dates import format_day, format_period
from sitegen.rendering.words.status import words_of
from sitegen.site.questions import agenda
from sitegen.wording.readers import FeedWords, reader_words

MOST = 5
"""Of articles, and of dates."""


def box(site: Site, kind: str, value: str) -> str:
    """Return the latest articles and the next dates of a collection as a `<section>`."""
    term = site.term(kind, value) if kind != "all" else None
    words = reader_words(FeedWords, site.language)
    home = term.page if isinstance(term, Organisation) else site.home_url
    name = f"{term.name} – {site.title}" if term else site.title
    articles = [_article(article, site) for article in site.articles(MOST, kind, value)]
    dates = [_date(occurrence, site) for occurrence in site.ask(agenda.upcoming, MOST, kind, value)]
    parts = [f"<h2>{_link(name, home, '', site)}</h2>"]
    for label, items in ((words.news, articles), (words.agenda, dates)):
        if items:
            parts.append(f"<h3>{label}</h3>\n<ul>\n" + "\n".join(items) + "\n</ul>")
    inner = "\n".join(parts)
    return f'<section class="sitegen-box" lang="{escape(site.language)}">\n{inner}\n</section>\n'


def ascii_html(html: str) -> bytes:
    """Return *html* with all that is beyond ASCII as numeric references."""
    return clean(html).encode("ascii", "xmlcharrefreplace")


def _article(entry: Entry, site: Site) -> str:
    day = f" ({format_day(entry.date.date, site.language)})" if entry.date else ""
    return f"<li>{_link(entry.title, entry.url, entry.lang, site)}{escape(day)}</li>"


def _date(date: Occurrence, site: Site) -> str:
    event = date.event
    status = words_of(site.language).status(event.status)
    told = _link(event.name, event.url, event.lang, site)
    when = format_period(date, site.language, weekday=False)
    when = f"<s>{escape(when)}</s>" if event.is_off else escape(when)
    mark = f"<strong>{escape(status)}</strong> – " if status else ""
    return f"<li>{mark}{told}, {when}</li>"


def _link(name: str, url: str, lang: str, site: Site) -> str:
    """Return a link that leaves the frame, if one shows the box; within a page it is as any."""
    language = f' lang="{escape(lang)}"' if lang else ""
    address = escape(site.absolute(url))
    return f'<a href="{address}" target="_top"{language}>{escape(name)}</a>'
