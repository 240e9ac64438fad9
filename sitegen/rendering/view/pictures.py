"""What templates see of files: images in their sizes, what stands for a page that is shared."""

import re
from urllib.parse import unquote

from markupsafe import escape

from sitegen.model import Entry, Image
from sitegen.patterns import lazy_pattern
from sitegen.rendering.view.addresses import AddressView
from sitegen.rendering.view.asking import Asking
from sitegen.site.assets import Asset
from sitegen.site.pictures import Picture, SharedImage, focus_key
from sitegen.site.questions import pictures

BODY_SIZES = (
    "(min-width: 72.3rem) 43.6rem, (min-width: 66rem) calc(100vw - 28.7rem),"
    " (min-width: 46.3rem) 43.6rem, calc(100vw - 2.7rem)"
)
"""How wide a text's images are: its measure, or the window without its margins. A rem is 16 px."""
_IMAGE = lazy_pattern(r'<img\b[^>]*?(\ssrc="sitegen:([^"?#]*)")[^>]*>')


class PictureView(AddressView):
    """Images, and files as they are published."""

    def picture(self, image: Image | None, shape: str = "whole") -> Picture | None:
        """Return an entry's image in several sizes and formats; None where there are none.

        *shape*: `whole`, or `wide` for its part of 16:9 around its focus.
        """
        if image is None:
            return None
        return self.ask(pictures.picture, image.src, shape, focus_key(image.focus))

    def shared_image(self, entry: Entry | None) -> SharedImage | None:
        """Return what networks show of a link to *entry*: its image or its card, or None."""
        return self.ask(pictures.shared_image, entry.id) if entry else None

    def asset(self, path: str) -> Asset | None:
        """Return a published file of ``content/``."""
        return self.ask(pictures.asset, path.lstrip("/"))

    def static(self, path: str) -> str:
        """Return the address of a file of the theme's ``static/``, with its fingerprint."""
        file = self.ask(pictures.static, path)
        return f"{file.url}?v={file.fingerprint[:10]}" if file else self.url(f"/{path}")


def with_pictures(site: Asking, html: str, *, is_plain: bool) -> str:
    """Return *html* with its images in several sizes, or (*is_plain*) in a middling one."""
    return _IMAGE.sub(lambda image: _shown(site, image, is_plain=is_plain), html)


def _shown(site: Asking, image: re.Match[str], *, is_plain: bool) -> str:
    tag, address = image[0], image[1]
    asset = site.ask(pictures.asset, unquote(image[2]).lstrip("/"))
    if asset is None:
        return tag
    width, height = asset.width, asset.height
    picture: Picture | None = None
    if asset.is_sound and " srcset=" not in tag:
        picture = site.ask(pictures.picture, asset.url, "whole", "")
    if picture is not None:
        tag = tag.replace(address, f' src="{escape(picture.src)}"')
        if is_plain:
            width, height = picture.src_width, picture.src_height
    if width and " width=" not in tag and " height=" not in tag:
        tag = f'{tag[:-1]} width="{width}" height="{height}">'
    if picture is None or is_plain:
        return tag
    sizes = "" if " sizes=" in tag else f' sizes="{BODY_SIZES}"'
    whole = f'{tag[:-1]} srcset="{escape(picture.srcset)}"{sizes}>'
    sources = "".join(
        f'<source type="{source.media_type}" srcset="{escape(source.srcset)}"{sizes}>'
        for source in picture.sources
    )
    return f"<picture>{sources}{whole}</picture>" if sources else whole
