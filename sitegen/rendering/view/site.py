"""`Site`: all that a template can see of the site, by family. Every look at it is a question."""

from sitegen.model import Entry, PressPicture
from sitegen.rendering.view.agenda import AgendaView
from sitegen.rendering.view.documents import DocumentView
from sitegen.rendering.view.letters import LetterView
from sitegen.rendering.view.lists import ListView
from sitegen.rendering.view.pictures import PictureView
from sitegen.rendering.view.plugins import PluginView
from sitegen.rendering.view.press import PressView
from sitegen.rendering.view.press_page import PressPageView
from sitegen.rendering.view.sections import MenuView
from sitegen.rendering.view.told_pictures import told_pictures


class Site(
    DocumentView,
    ListView,
    MenuView,
    AgendaView,
    PictureView,
    PressView,
    PressPageView,
    LetterView,
    PluginView,
):
    """Answers a template's questions about the site and notes them in `asked`, in order."""

    def kit_pictures(self, entry: Entry) -> tuple[PressPicture, ...]:
        """Return the pictures of a release, with what the figures of its text say of them."""
        release = self.release(entry)
        if release is None or not release.pictures:
            return ()
        return told_pictures(self, release, str(self.body(entry.id, is_plain=True)))

    @property
    def is_private(self) -> bool:
        """Whether the page is for those alone who have a key: it leads nobody else to anything."""
        return False


class PrivateSite(Site):
    """What a page sees that a key opens."""

    @property
    def is_private(self) -> bool:
        return True
