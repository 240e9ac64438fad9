"""What templates see of the site's addresses."""

from sitegen.config import UrlPatterns
from sitegen.rendering.view.asking import Fact, asks, once
from sitegen.rendering.view.settings import SettingsView
from sitegen.site.questions import calendars, lists
from sitegen.site.urls import output_path, with_base, written_url


class AddressView(SettingsView):
    """Addresses of lists, feeds and calendars, made by the settings."""

    feed_url = asks(lists.feed_url)
    rss_url = Fact(lists.rss_url)
    box_url = asks(lists.box_url)
    opml_url = Fact(lists.opml_url)
    calendar_url = asks(calendars.calendar_url)

    @once
    def base_path(self) -> str:
        """The path under which the site lives, without its last slash: `/hub` or nothing."""
        return str(self.setting("root_path"))

    def url(self, path: str) -> str:
        """Return the address of *path* (from the site's root) as pages link to it."""
        return written_url(self.setting("written_places"), path)

    def file_url(self, path: str) -> str:
        """Return the address of the theme's file *path* (from the host's root), as it is."""
        return with_base(self.base_path, path)

    def own_url(self, path: str) -> str:
        """Return the address of *path* from the root of the site in the page's language: in English
        `/en/agenda/` for `/agenda/`.
        """
        return with_base(self._own_path, path)

    @once
    def _own_path(self) -> str:
        """What comes before all addresses of the site in the page's language."""
        return str(self.setting("base_path"))

    @once
    def _origin(self) -> str:
        """Scheme and host of the site."""
        return str(self.setting("origin"))

    def absolute(self, url: str) -> str:
        """Return *url* with scheme and host; one that has them stays."""
        return url if "://" in url else f"{self._origin}{url}"

    def path_of(self, url: str) -> str:
        """Return the file below the output that stands at *url*; empty for one of another host."""
        path = url.removeprefix(self._origin)
        base = f"{self.base_path}/"
        if not path.startswith(base) or path.startswith("//"):
            return ""
        return output_path(path.removeprefix(self.base_path).partition("?")[0].partition("#")[0])

    @once
    def home_url(self) -> str:
        """The address of the home page."""
        return self.own_url("/")

    @once
    def _urls(self) -> UrlPatterns:
        patterns: UrlPatterns = self.setting("urls")
        return patterns

    def list_url(self, kind: str) -> str:
        """Return the address of a list: `tag`, `author` (all of them), `archives`, `agenda`."""
        return self.own_url(self._urls.list_of(kind))

    def archive_url(self, period: str) -> str:
        """Return the address of the archive of a year (`2022`) or a month (`2022-03`)."""
        return self.own_url(self._urls.archive(period))

    def agenda_url(self, year: int = 0, month: int = 0) -> str:
        """Return the address of the agenda, of a year of it, or of a month."""
        return self.own_url(self._urls.agenda_of(year, month))

    @once
    def past_url(self) -> str:
        """The address of the page that shows what is over."""
        return self.own_url(self._urls.agenda_past)

    @once
    def subscribe_url(self) -> str:
        """The address of the page that tells how to subscribe to the agenda; empty without one."""
        return self.own_url(self._urls.agenda_subscribe) if self.calendar_url("all") else ""

    @once
    def search_url(self) -> str:
        """The address of the page that searches the site; empty without one."""
        return self.list_url("search") if self.setting("search") else ""

    def agenda_filter_url(self, kind: str, value: str) -> str:
        """Return the address of the agenda of one `type` or `tag` (its slug)."""
        return self.own_url(self._urls.agenda_filter(kind, value))
