"""A letter as a message: HTML with its styles inlined, plain text, and what mail programs ask.

Headers: RFC 5322; List-* of RFC 2369, List-Id of RFC 2919, List-Unsubscribe-Post of RFC 8058,
Archived-At of RFC 5064.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from sitegen.border.addresses import ascii_host, encode_address
from sitegen.border.slugs import slugify
from sitegen.config import MailingListConfig, SiteConfig
from sitegen.model.letters import HTML_TEMPLATE, TEXT_TEMPLATE, LetterFields
from sitegen.rendering.mail.inlining import inline_styles
from sitegen.rendering.mail.message import make_message
from sitegen.rendering.templates.contexts.letters import letter_contents
from sitegen.rendering.view.site import Site

MAX_SIZE = 100_000
"""Bytes of HTML: Gmail cuts what is longer than 102 kB, the foot with its ways out first."""

Template = Callable[[str, Callable[[Site], dict[str, Any]]], str]
"""Renders a template of the theme by its name: `Renderer.text`."""


class Mail(NamedTuple):
    """A letter in its three forms."""

    html: str
    text: str
    message: bytes

    @property
    def size(self) -> int:
        """The bytes of the HTML."""
        return len(self.html.encode())


def make_mail(
    render: Template,
    fields: LetterFields,
    settings: MailingListConfig,
    config: SiteConfig,
    url: str,
) -> Mail:
    """Return the letter; *url*: the whole address of its page. Raises `SitegenError`.

    Where it would be too long for mail programs its summaries and pictures are left out.
    """
    html = ""
    for is_short in (False, True):
        context = _context(fields, url, is_short=is_short)
        html = inline_styles(render(HTML_TEMPLATE, context))
        if len(html.encode()) < MAX_SIZE:
            break
    text = _tidied(render(TEXT_TEMPLATE, _context(fields, url, is_short=False)))
    organisation = config.organisation
    message = make_message(
        fields.subject,
        text,
        html,
        sender=(organisation.name if organisation else config.title, settings.sender),
        date=fields.date.instant,
        message_id=fields.message_id,
        headers=_headers(fields.list, settings, config, url),
        is_draft=False,
    )
    return Mail(html, text, message)


def _context(fields: LetterFields, url: str, *, is_short: bool) -> Callable[[Site], dict[str, Any]]:
    def make(site: Site) -> dict[str, Any]:
        return {"url": url, "is_short": is_short} | letter_contents(site, fields)

    return make


def _headers(
    name: str, settings: MailingListConfig, config: SiteConfig, url: str
) -> dict[str, str]:
    archive = f"{config.origin}{config.base_path}{config.urls.letters}"
    headers = {
        "To": settings.to,
        "List-Id": f"<{slugify(name)}.letter.{ascii_host(config.host)}>",
        "List-Unsubscribe": f"<{encode_address(settings.unsubscribe)}>",
        "List-Archive": f"<{encode_address(archive)}>",
        "Archived-At": f"<{encode_address(url)}>",
        "Content-Language": config.language,
    }
    if settings.one_click:
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    if settings.subscribe:
        headers["List-Subscribe"] = f"<{encode_address(settings.subscribe)}>"
    return headers


def _tidied(text: str) -> str:
    """Return *text* without spaces at ends of lines, and with one empty line where many are."""
    lines: list[str] = []
    for line in map(str.rstrip, text.strip().splitlines()):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines) + "\n"
