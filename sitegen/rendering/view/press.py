"""What templates see of a release's way to the press: its kit, and what that is made of."""

from sitegen.model import Entry
from sitegen.rendering.view.asking import Asking, asks, asks_of
from sitegen.site.questions import press


class PressView(Asking):
    """Releases for the press."""

    release = asks_of(Entry, press.release)
    kit = asks_of(Entry, press.kit)
    original = asks(press.original)
    file_content = asks(press.file_content)
