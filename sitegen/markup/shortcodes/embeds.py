"""Films on other sites: where they are watched, and the frame that plays them. Nothing is asked."""

import re
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

OPENSTREETMAP = "https://www.openstreetmap.org"


class Embed(NamedTuple):
    """A film of a service that lets other pages play it."""

    service: str
    """The name that readers know; a PeerTube instance goes by its host."""
    page: str
    """Where it is watched: for the link."""
    frame: str
    """What an `<iframe>` loads, with the fewest trackers that the service allows."""

    @property
    def origin(self) -> str:
        """Scheme and host of the frame, for `frame-src` of a Content-Security-Policy."""
        parts = urlsplit(self.frame)
        return f"{parts.scheme}://{parts.netloc}"


def is_web_address(address: str) -> bool:
    """Whether *address* is whole and of the web: `http` or `https`, with a host."""
    try:
        parts = urlsplit(address)
        _ = parts.port  # raises for what is no number
    except ValueError:
        return False
    is_plain = not any(character.isspace() or character in "<>\"'\\" for character in address)
    return parts.scheme in ("http", "https") and bool(parts.hostname) and is_plain


def find_embed(address: str) -> Embed | None:
    """The film at *address*, a web address; None if no service is known that has such ones."""
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    steps = [step for step in parts.path.split("/") if step]
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    reader = _READERS.get(host)
    return reader(steps, query) if reader else _peertube(parts.netloc, steps)


def _youtube(steps: list[str], query: dict[str, str]) -> Embed | None:
    if len(steps) == 2 and steps[0] in ("embed", "shorts", "live", "v"):
        film = steps[1]
    elif steps == ["watch"]:
        film = query.get("v", "")
    else:
        return None
    return _youtube_film(film, query)


def _youtube_short(steps: list[str], query: dict[str, str]) -> Embed | None:
    return _youtube_film(steps[0], query) if len(steps) == 1 else None


def _youtube_film(film: str, query: dict[str, str]) -> Embed | None:
    if not re.fullmatch(r"[\w-]{11}", film, re.ASCII):
        return None
    start = _seconds(query.get("t") or query.get("start") or "")
    page = f"https://www.youtube.com/watch?v={film}" + (f"&t={start}s" if start else "")
    frame = f"https://www.youtube-nocookie.com/embed/{film}" + (f"?start={start}" if start else "")
    return Embed("YouTube", page, frame)


def _seconds(time: str) -> int:
    """`90`, `90s`, `1m30s` → 90; 0 for anything else."""
    match = re.fullmatch(r"(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?", time, re.ASCII)
    if not match:
        return 0
    hours, minutes, seconds = (int(number or 0) for number in match.groups())
    return hours * 3600 + minutes * 60 + seconds


def _vimeo(steps: list[str], query: dict[str, str]) -> Embed | None:
    """The second step of an unlisted film's address is a key that its frame needs too."""
    steps = steps[1:] if steps[:1] == ["video"] else steps
    if not steps or len(steps) > 2 or not all(step.isascii() and step.isalnum() for step in steps):
        return None
    if not steps[0].isdigit():
        return None
    key = steps[1] if len(steps) == 2 else query.get("h", "")
    key = key if key.isascii() and key.isalnum() else ""
    page = f"https://vimeo.com/{steps[0]}" + (f"/{key}" if key else "")
    frame = f"https://player.vimeo.com/video/{steps[0]}?dnt=1" + (f"&h={key}" if key else "")
    return Embed("Vimeo", page, frame)


def _dailymotion(steps: list[str], query: dict[str, str]) -> Embed | None:
    steps = steps[1:] if steps[:1] == ["embed"] else steps
    film = steps[1].partition("_")[0] if len(steps) == 2 and steps[0] == "video" else ""
    return _dailymotion_film(film or query.get("video", ""))


def _dailymotion_short(steps: list[str], _query: dict[str, str]) -> Embed | None:
    return _dailymotion_film(steps[0]) if len(steps) == 1 else None


def _dailymotion_film(film: str) -> Embed | None:
    if not re.fullmatch(r"[A-Za-z0-9]{4,20}", film):
        return None
    page = f"https://www.dailymotion.com/video/{film}"
    return Embed("Dailymotion", page, f"https://geo.dailymotion.com/player.html?video={film}")


def _peertube(netloc: str, steps: list[str]) -> Embed | None:
    """Any host may be a PeerTube instance; its addresses are told by their path."""
    host = netloc.rpartition("@")[2].lower()
    match steps:
        case ["w", film] | ["videos", "watch" | "embed", film]:
            pass
        case _:
            return None
    if not re.fullmatch(r"[A-Za-z0-9-]{8,64}", film):
        return None
    return Embed(host, f"https://{host}/w/{film}", f"https://{host}/videos/embed/{film}")


_READERS: dict[str, Callable[[list[str], dict[str, str]], Embed | None]] = {
    "youtube.com": _youtube,
    "youtube-nocookie.com": _youtube,
    "youtu.be": _youtube_short,
    "vimeo.com": _vimeo,
    "player.vimeo.com": _vimeo,
    "dailymotion.com": _dailymotion,
    "geo.dailymotion.com": _dailymotion,
    "dai.ly": _dailymotion_short,
}
"""Hosts, without `www.`, and what reads the rest of their addresses."""
