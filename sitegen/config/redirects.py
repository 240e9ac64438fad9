"""Former addresses that no document keeps as an alias, and where each leads now."""

from collections.abc import Mapping

from sitegen.border.addresses import split_address
from sitegen.config.refusing import Refuse

GONE = "410"
"""What stands for an address where nothing will ever be again (RFC 9110 §15.5.11)."""


def check_redirects(redirects: Mapping[str, str], refuse: Refuse) -> None:
    """Note former addresses that no file can stand at, and what leads to no address at all."""
    for former, target in redirects.items():
        place = f"redirects.{former}"
        if not former.startswith("/") or former.startswith("//") or ".." in former.split("/"):
            refuse(place, "redirect-address", value=former)
        elif any(sign in former for sign in "?#\\"):
            sign = next(sign for sign in former if sign in "?#\\")
            refuse(place, "redirect-beyond-path", value=former, sign=sign)
        if target != GONE and not _is_target(target):
            refuse(place, "redirect-target", value=target)


def _is_target(target: str) -> bool:
    if target.startswith("/"):
        return not target.startswith("//") and "\\" not in target
    address = split_address(target)
    return address.scheme in ("http", "https") and bool(address.hostname)
