"""TEXT as calendars write it, for the library's properties: imported with the first card."""

import icalendar

from sitegen.rendering.calendars.lines import text


class CardText(icalendar.vText):
    """TEXT (RFC 2426 §4, RFC 5545 §3.3.11)."""

    def to_ical(self) -> bytes:
        return text(self)
