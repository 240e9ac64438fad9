"""What templates see of images: their renditions, and what stands for a page that is shared."""

import re
from urllib.parse import unquote

from markupsafe import escape

from sitegen.model import Entry, Image
from sitegen.rendering.view.agenda import AgendaView
from sitegen.site.assets import Asset
from sitegen.site.pictures import Picture, SharedImage, focus_key

BODY_SIZES = (
    "(min-width: 72.3rem) 43.6rem, (min-width: 66rem) calc(100vw - 28.7rem),"
    " (min-width: 46.3rem) 43.6rem, calc(100vw - 2.7rem)"
)
"""How wide a text's images are: its measure, or the window without its margins. A rem is 16 px."""
_IMAGE = re.compile(r'<img\b[^>]*?(\ssrc="sitegen:([^"?#]*)")[^>]*>')


class PictureView(AgendaView):
    """Answers questions about images, and notes them in `asked`."""

    def picture(self, image: Image | None, shape: str = "whole") -> Picture | None:
        """Return an entry's image in several sizes and formats; None where there are none.

        *shape*: `whole`, or `wide` for its part of 16:9 around its focus.
        """
        if image is None:
            return None
        found: Picture | None = self.ask("picture", image.src, shape, focus_key(image.focus))
        return found

    def shared_image(self, entry: Entry | None) -> SharedImage | None:
        """Return what networks show of a link to *entry*: its image or its card, or None."""
        if entry is None:
            return None
        found: SharedImage | None = self.ask("shared_image", entry.id)
        return found

    def asset(self, path: str) -> Asset | None:
        """Return a published file of ``content/``."""
        found: Asset | None = self.ask("asset", path.lstrip("/"))
        return found

    def _with_pictures(self, html: str, *, is_plain: bool) -> str:
        """Return *html* with its images in several sizes, or (*is_plain*) in a middling one."""
        return _IMAGE.sub(lambda found: self._shown(found, is_plain=is_plain), html)

    def _shown(self, found: re.Match[str], *, is_plain: bool) -> str:
        tag, address = found[0], found[1]
        asset = self.asset(unquote(found[2]))
        if asset is None:
            return tag
        width, height = asset.width, asset.height
        picture: Picture | None = None
        if asset.is_sound and " srcset=" not in tag:
            picture = self.ask("picture", asset.url, "whole", "")
        if picture is not None:
            tag = tag.replace(address, f' src="{escape(picture.src)}"')
            if is_plain:
                width, height = picture.src_width, picture.src_height
        if width and " width=" not in tag and " height=" not in tag:
            tag = f'{tag[:-1]} width="{width}" height="{height}">'
        if picture is None or is_plain:
            return tag
        sizes = "" if " sizes=" in tag else f' sizes="{BODY_SIZES}"'
        image = f'{tag[:-1]} srcset="{escape(picture.srcset)}"{sizes}>'
        sources = "".join(
            f'<source type="{source.media_type}" srcset="{escape(source.srcset)}"{sizes}>'
            for source in picture.sources
        )
        return f"<picture>{sources}{image}</picture>" if sources else image
