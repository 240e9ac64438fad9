"""`Site`: all that a template can see of the site, by family. Every look at it is a question."""

from sitegen.rendering.view.agenda import AgendaView
from sitegen.rendering.view.documents import DocumentView
from sitegen.rendering.view.letters import LetterView
from sitegen.rendering.view.lists import ListView
from sitegen.rendering.view.pictures import PictureView
from sitegen.rendering.view.plugins import PluginView
from sitegen.rendering.view.press import PressView
from sitegen.rendering.view.press_page import PressPageView
from sitegen.rendering.view.sections import MenuView


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

    @property
    def is_private(self) -> bool:
        """Whether the page is for those alone who have a key: it leads nobody else to anything."""
        return False


class PrivateSite(Site):
    """What a page sees that a key opens."""

    @property
    def is_private(self) -> bool:
        return True
