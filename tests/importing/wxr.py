"""Exports of WordPress, made: posts as values, XML as WordPress writes it."""

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

URL = "https://elus.example.org"
_HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.4" created="2026-11-02 10:00" -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Les Élus &amp; le numérique</title><link>{url}</link>
<description>Un numérique public utile</description><language>fr-FR</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>{url}</wp:base_site_url><wp:base_blog_url>{url}</wp:base_blog_url>
"""


def _cdata(text: str) -> str:
    return f"<![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>"


def author(login: str, name: str) -> str:
    return (
        f"<wp:author><wp:author_id>1</wp:author_id><wp:author_login>{_cdata(login)}"
        f"</wp:author_login><wp:author_email>{_cdata(login + '@prive.example')}</wp:author_email>"
        f"<wp:author_display_name>{_cdata(name)}</wp:author_display_name></wp:author>\n"
    )


def category(number: int, slug: str, name: str, parent: str = "") -> str:
    return (
        f"<wp:category><wp:term_id>{number}</wp:term_id><wp:category_nicename>{_cdata(slug)}"
        f"</wp:category_nicename><wp:category_parent>{_cdata(parent)}</wp:category_parent>"
        f"<wp:cat_name>{_cdata(name)}</wp:cat_name></wp:category>\n"
    )


def post(
    number: int,
    title: str,
    content: str = "Un texte.",
    *,
    type: str = "post",
    status: str = "publish",
    date: str = "2019-05-14 09:30:00",
    gmt: str = "2019-05-14 07:30:00",
    link: str | None = None,
    slug: str = "",
    creator: str = "nadia",
    excerpt: str = "",
    password: str = "",
    parent: int = 0,
    order: int = 0,
    terms: Iterable[tuple[str, str, str]] = (("category", "actus", "Actualités"),),
    meta: Mapping[str, str] | None = None,
    file: str = "",
    more: str = "",
) -> str:
    """Return an item; *link*: its path, by default the month and the slug."""
    slug = slug or f"texte-{number}"
    path = f"/{date[:4]}/{date[5:7]}/{slug}/" if link is None else link
    domains = "".join(
        f"<category domain={quoteattr(domain)} nicename={quoteattr(name)}>"
        f"{_cdata(shown)}</category>"
        for domain, name, shown in terms
    )
    fields = "".join(
        f"<wp:postmeta><wp:meta_key>{_cdata(key)}</wp:meta_key>"
        f"<wp:meta_value>{_cdata(value)}</wp:meta_value></wp:postmeta>"
        for key, value in (meta or {}).items()
    )
    attached = f"<wp:attachment_url>{_cdata(file)}</wp:attachment_url>" if file else ""
    return f"""<item><title>{_cdata(title)}</title><link>{escape(URL + path)}</link>
<dc:creator>{_cdata(creator)}</dc:creator><guid isPermaLink="false">{URL}/?p={number}</guid>
<description></description><content:encoded>{_cdata(content)}</content:encoded>
<excerpt:encoded>{_cdata(excerpt)}</excerpt:encoded><wp:post_id>{number}</wp:post_id>
<wp:post_date>{_cdata(date)}</wp:post_date><wp:post_date_gmt>{_cdata(gmt)}</wp:post_date_gmt>
<wp:post_name>{_cdata(slug)}</wp:post_name><wp:status>{_cdata(status)}</wp:status>
<wp:post_parent>{parent}</wp:post_parent><wp:menu_order>{order}</wp:menu_order>
<wp:post_type>{_cdata(type)}</wp:post_type><wp:post_password>{_cdata(password)}</wp:post_password>
<wp:is_sticky>0</wp:is_sticky>{attached}{domains}{fields}{more}</item>
"""


def comment(text: str, approved: str = "1") -> str:
    return (
        f"<wp:comment><wp:comment_content>{_cdata(text)}</wp:comment_content>"
        f"<wp:comment_approved>{approved}</wp:comment_approved>"
        "<wp:comment_type>comment</wp:comment_type></wp:comment>"
    )


def export(*parts: str) -> str:
    return _HEAD.format(url=URL) + "".join(parts) + "</channel></rss>\n"
