"""Where OpenStreetMap shows a place: a page for a link, and a frame for those who ask for it."""

from urllib.parse import urlencode

from sitegen.markup.shortcodes.embeds import OPENSTREETMAP
from sitegen.model import Location

_ZOOM = 16
_HALF_WIDTH, _HALF_HEIGHT = 0.0075, 0.0035
"""Degrees: about a kilometre in France."""


def map_url(location: Location) -> str:
    """Return the page with a mark on *location*, or the search for its address."""
    if not location.geo:
        words = (location.name, location.address, location.postcode, location.city)
        query = urlencode({"query": ", ".join(filter(None, words))})
        return f"{OPENSTREETMAP}/search?{query}"
    latitude, longitude = location.geo
    mark = urlencode({"mlat": latitude, "mlon": longitude})
    return f"{OPENSTREETMAP}/?{mark}#map={_ZOOM}/{latitude}/{longitude}"


def map_frame_url(location: Location) -> str:
    """Return the address of a map to be shown in a page; "" without coordinates."""
    if not location.geo:
        return ""
    latitude, longitude = location.geo
    corners = (
        longitude - _HALF_WIDTH,
        latitude - _HALF_HEIGHT,
        longitude + _HALF_WIDTH,
        latitude + _HALF_HEIGHT,
    )
    box = ",".join(f"{corner:.5f}" for corner in corners)
    query = {"bbox": box, "layer": "mapnik", "marker": f"{latitude},{longitude}"}
    return f"{OPENSTREETMAP}/export/embed.html?{urlencode(query)}"
