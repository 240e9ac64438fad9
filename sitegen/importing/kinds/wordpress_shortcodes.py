"""What stands for each shortcode of WordPress and its plug-ins, as HTML. Pure."""

import html
import re
from collections.abc import Callable, Sequence

from sitegen.importing.former import ImportNote
from sitegen.importing.html import kept_code
from sitegen.importing.kinds.shortcode_signs import Sign
from sitegen.importing.kinds.wordpress_media import ExportedAttachment
from sitegen.markup.shortcodes.embeds import is_web_address

_BUILDERS = (
    "vc_", "et_pb_", "fusion_", "av_", "cs_", "fl_", "tatsu_", "mk_", "qode_", "nectar_", "wpb_",
    "ux_", "siteorigin_", "cornerstone_", "elementor-", "divi_", "thrive_", "su_row", "su_column",
)  # fmt: skip
"""What page builders call their rows and columns: dress around the text."""
_LAYOUT = re.compile(
    r"(?:row|column|columns|col|section|container|clear|divider|spacer|one_\w+|two_\w+|three_\w+|"
    r"full_?width|half|third|quarter|tabs?|accordion|toggle|box|highlight|dropcap)(?:_\w+)?\Z"
)
_KNOWN = ("contact-form-7", "mc4wp_form", "gravityform", "wpforms", "ninja_form", "tribe_events")
_PLAYERS = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "dailymotion": "https://www.dailymotion.com/video/{}",
}
_IMAGE = re.compile(r"\A\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?)\s*(.*)\Z", re.DOTALL)
_MEDIA = ("src", "mp4", "webm", "ogv", "m4v", "mp3", "ogg", "m4a", "wav", "url")


def replacement(
    gallery: Callable[[dict[str, str]], Sequence[ExportedAttachment]], notes: list[ImportNote]
) -> Callable[[Sign], str | None]:
    """Return what replaces each shortcode of one text; *notes* takes what was not understood."""

    def replace(sign: Sign) -> str | None:
        if sign.name in ("caption", "wp_caption"):
            return _caption(sign)
        if sign.name == "gallery":
            return _gallery(gallery(sign.arguments))
        if sign.name in ("embed", *_PLAYERS):
            return _embed(sign)
        if sign.name in ("video", "audio"):
            return _media(sign)
        if sign.name == "playlist":
            pictures = gallery(sign.arguments)
            return "".join(
                f"<p>{_link(attachment.address, attachment.title)}</p>" for attachment in pictures
            )
        if sign.name.startswith(_BUILDERS):
            notes.append(ImportNote("page builder", sign.name, sign.written))
            return f"\n\n{_builder(sign)}\n\n"
        if not _is_meant(sign):
            return None
        notes.append(ImportNote("shortcode", sign.name, sign.written))
        if not sign.is_paired:
            return kept_code(sign.written)
        if _LAYOUT.match(sign.name):
            return f"\n\n{sign.content}\n\n"
        return _button(sign) or kept_code(sign.written) + sign.content

    return replace


def _is_meant(sign: Sign) -> bool:
    """Whether brackets are a plug-in's: `[sic]` and `[Nantes]` are an author's."""
    return (
        sign.is_paired
        or sign.name in _KNOWN
        or any(not key.isdigit() for key in sign.arguments)
        or bool(re.search(r"\w[-_]\w", sign.name) and not sign.arguments)
    )


def _caption(sign: Sign) -> str:
    match = _IMAGE.match(sign.content)
    picture, words = (match[1], match[2]) if match else (sign.content, "")
    words = words.strip() or sign.arguments.get("caption", "")
    return f"\n\n<figure>{picture}<figcaption>{words}</figcaption></figure>\n\n"


def _gallery(pictures: Sequence[ExportedAttachment]) -> str:
    shown = "".join(
        f'<figure><img src="{html.escape(picture.address)}" alt="{html.escape(picture.alt or "")}">'
        f"<figcaption>{html.escape(picture.caption, quote=False)}</figcaption></figure>"
        for picture in pictures
    )
    return f'\n\n<figure class="gallery">{shown}</figure>\n\n' if shown else ""


def _embed(sign: Sign) -> str:
    written = sign.content or sign.arguments.get("0", "") or sign.arguments.get("id", "")
    written = written.strip() or sign.arguments.get("src", "") or sign.arguments.get("url", "")
    if not is_web_address(written) and sign.name in _PLAYERS:
        written = _PLAYERS[sign.name].format(written)
    return f'\n\n<iframe src="{html.escape(html.unescape(written))}"></iframe>\n\n'


def _media(sign: Sign) -> str:
    address = next((sign.arguments[key] for key in _MEDIA if sign.arguments.get(key)), "")
    if not address:
        return sign.content
    return f'\n\n<{sign.name} src="{html.escape(address)}"></{sign.name}>\n\n'


def _builder(sign: Sign) -> str:
    """Return the text of a builder's part, and what it holds in its arguments alone."""
    title = sign.arguments.get("title") or sign.arguments.get("text") or ""
    is_shown = sign.name.endswith(("heading", "header", "blurb", "cta", "button", "title"))
    head = f"<p><strong>{html.escape(title)}</strong></p>\n\n" if title and is_shown else ""
    return head + (sign.content or "")


def _button(sign: Sign) -> str:
    target = next(
        (sign.arguments[key] for key in ("link", "url", "href") if sign.arguments.get(key)), ""
    )
    is_link = is_web_address(target) or target.startswith("/")
    return _link(target, sign.content) if is_link and "<a" not in sign.content else ""


def _link(address: str, words: str) -> str:
    return f'<a href="{html.escape(address)}">{words or html.escape(address)}</a>'
