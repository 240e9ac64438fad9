"""Releases and those who print them."""

import msgspec

from sitegen.config.organisation import OrganisationConfig
from sitegen.config.refusing import Refuse
from sitegen.model import Prose


class PressConfig(msgspec.Struct, frozen=True, kw_only=True):
    kinds: tuple[Prose, ...] = ()
    """Articles of these kinds have a kit: [communiqué]."""
    contact: str = ""
    """Whom to ask about releases that name nobody: a key of the organisation's contacts."""
    licence: Prose = ""
    """What others may do with the pictures of kits that have no licence of their own."""


def check_press(
    press: PressConfig, organisation: OrganisationConfig | None, refuse: Refuse
) -> None:
    contacts = organisation.contacts if organisation else {}
    if press.contact and press.contact not in contacts:
        refuse("press.contact", "unknown-contact", value=press.contact)
