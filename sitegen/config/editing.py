"""Where the editing page finds the repository of the site's texts."""

import re
from typing import Literal
from urllib.parse import urlsplit

import msgspec

from sitegen.border.addresses import split_address
from sitegen.config.refusing import Refuse
from sitegen.patterns import lazy_pattern

Service = Literal["", "github", "gitlab", "gitea", "forgejo"]
_REPOSITORY = lazy_pattern(r"[\w.-]+(/[\w.-]+)+")
_FOLDER = re.compile(r"[a-z0-9][a-z0-9-]*")
_HOSTS = {"github": "https://github.com", "gitlab": "https://gitlab.com"}


class EditingConfig(msgspec.Struct, frozen=True, kw_only=True):
    """The repository that the editing page writes to; `sitegen admin` makes the page."""

    service: Service = ""
    """Who keeps the repository: github, gitlab, gitea, forgejo."""
    repository: str = ""
    """Its owner and its name: `les-communes/hub`."""
    branch: str = "main"
    """The branch that is published."""
    url: str = ""
    """The address of the service, where it is one's own: `https://git.example.org`."""
    client_id: str = ""
    """The identifier of the application by which people sign in; without one they use a token."""
    sign_in: str = ""
    """The address of the service that signs people in, which GitHub needs beside `client_id`."""
    workflow: bool = False
    """Whether texts go through draft, review and ready before they are published."""
    folder: str = "admin"
    """Where the page stands: at `/admin/`."""

    @property
    def host(self) -> str:
        """Scheme and host of the service, without a slash."""
        parts = urlsplit(self.url or _HOSTS.get(self.service, ""))
        return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""

    @property
    def api(self) -> str:
        """The root of the service's API (its documentation's "base URL")."""
        if self.service == "github":
            own = self.host != _HOSTS["github"]
            return f"{self.host}/api/v3" if own else "https://api.github.com"
        return f"{self.host}/api/v4" if self.service == "gitlab" else f"{self.host}/api/v1"


def check_editing(config: EditingConfig, refuse: Refuse) -> None:
    """Note what cannot be: no owner, no address."""
    if config.repository and not _REPOSITORY.fullmatch(config.repository):
        refuse("editing.repository", "bad-editing-repository", value=config.repository)
    for name in ("url", "sign_in"):
        written: str = getattr(config, name)
        if written and (split_address(written).scheme != "https" or not urlsplit(written).netloc):
            refuse(f"editing.{name}", "bad-editing-url", key=f"editing.{name}", value=written)
    if not _FOLDER.fullmatch(config.folder):
        refuse("editing.folder", "bad-editing-folder", value=config.folder)
    if not config.service:
        return
    if not config.repository:
        refuse("editing", "editing-incomplete", key="repository")
    if config.service in ("gitea", "forgejo") and not config.url:
        refuse("editing", "editing-incomplete", key="url")
