"""What templates see of the site's settings, of its theme's options and of its data."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from sitegen.config import OrganisationConfig
from sitegen.model import Accessibility
from sitegen.rendering.view.asking import Asking, asks, once
from sitegen.rendering.view.security_policy import policy
from sitegen.site.questions import settings
from sitegen.wording.phrases import with_gaps


class OptionsView:
    """All that a style sheet sees of the site: the options that its template names.

    Pages link to it by a fingerprint of these and of the template, made without rendering it.
    """

    def __init__(self, option: Callable[[str], Any], named: frozenset[str] | None) -> None:
        self._option = option
        self._named = named

    def option(self, name: str) -> Any:
        if self._named is not None and name not in self._named:
            raise LookupError(f"write the name of the option here: site.option({name!r})")
        return self._option(name)


class SettingsView(Asking):
    """Settings, options, data."""

    setting = asks(settings.setting)
    data = asks(settings.data)
    moved = asks(settings.moved)
    named_by = asks(settings.named_by)

    @once
    def title(self) -> str:
        """The site's name."""
        return str(self.setting("title"))

    @once
    def description(self) -> str:
        """The sentence about the site."""
        return str(self.setting("description"))

    @once
    def language(self) -> str:
        """The language of the page: that of the site, `fr`; of a document in another one, if the
        theme has words in it, that one.
        """
        return self._language or str(self.setting("language"))

    @once
    def languages(self) -> tuple[str, ...]:
        """The languages of a site in several, `("fr", "en")`; nothing of one in one."""
        return tuple(self.setting("language_tags"))

    @once
    def timezone(self) -> str:
        """The zone of the site's hours: `Europe/Paris`."""
        return str(self.setting("timezone"))

    @once
    def organisation(self) -> OrganisationConfig | None:
        """Who publishes the site, or None."""
        organisation: OrganisationConfig | None = self.setting("organisation")
        return organisation

    @once
    def accessibility(self) -> Accessibility | None:
        """What the page about accessibility declares; none without that page."""
        declared: Accessibility | None = self.setting("accessibility")
        if declared is None:
            return None
        hours = {
            name: moment.in_zone(self.timezone)
            for name in ("declared", "audited")
            if (moment := getattr(declared, name)) is not None
        }
        return msgspec.structs.replace(declared, **hours)

    @once
    def extra(self) -> Any:
        """What ``site.yaml`` keeps under `extra`."""
        return self.setting("extra")

    def security_policy(
        self,
        frames: Sequence[str] = (),
        scripts: Sequence[str] = (),
        media: Sequence[str] = (),
    ) -> str:
        """Return a page's Content-Security-Policy; empty when the site switched it off.

        *frames*, *scripts*, *media* (of images, films and sounds): sources that this page needs
        beside the site's own.
        """
        sources = tuple(frames), tuple(scripts), tuple(media)
        return self.shared(
            ("security_policy", *sources),
            lambda own: policy(own.setting("security_policy"), *sources),
        )

    def option(self, name: str) -> Any:
        """Return the value of the theme's option *name*; raises `LookupError` if it has none."""
        value = self.ask(settings.option, name)
        if value is None:
            raise LookupError(with_gaps("the theme declares no option `{name}`", name=name))
        return tuple(value) if isinstance(value, list) else value
